package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/store"
	"stet/app/workspace"
	"stet/claims/ledger"
)

// who is the person at the keyboard.
func (sh *shell) who() (ledger.Who, error) {
	w := ledger.Who{Name: first(sh.as, sh.env.Getenv("STET_USER")), Role: ledger.Role(first(sh.role, sh.env.Getenv("STET_ROLE"), string(ledger.Checker)))}
	if w.Name == "" {
		if u, err := user.Current(); err == nil {
			w.Name = first(u.Name, u.Username)
		}
	}
	w.Name = first(w.Name, "unnamed")
	if w.Role != ledger.Checker && w.Role != ledger.Editor {
		return w, usagef("%q is no role; it is checker or editor", w.Role)
	}
	return w, nil
}

// access says what a command does with the desk.
type access int

const (
	reads   access = iota // may run while somebody else has the desk open
	writes                // needs the desk for itself
	creates               // makes the desk if there is none
)

// open opens the desk.
func (sh *shell) open(ctx context.Context, a access) (*workspace.Workspace, error) {
	cfg, err := sh.config(a)
	if err != nil {
		return nil, err
	}
	if cfg.Create && !store.Exists(cfg.Dir) {
		fmt.Fprintf(sh.env.Stderr, "Making a new desk in %s.\n", cfg.Dir)
	}
	return workspace.Open(ctx, cfg)
}

// config says which desk is meant, and as whom it is opened.
func (sh *shell) config(a access) (cfg workspace.Config, err error) {
	dir := first(sh.desk, sh.env.Getenv("STET_DESK"))
	if dir == "" {
		if _, err := os.Stat(store.FileName); err != nil {
			return cfg, usagef("which desk? Name its folder with --desk or in $STET_DESK")
		}
		dir = "."
	}
	if strings.HasPrefix(dir, "postgres://") || strings.HasPrefix(dir, "postgresql://") {
		return cfg, usagef("this version of Stet keeps desks in folders only, not in PostgreSQL")
	}
	who, err := sh.who()
	if err != nil {
		return cfg, err
	}
	if st, err := os.Stat(dir); err == nil && !st.IsDir() {
		return cfg, explain.WithHint(fmt.Errorf("%s is a file; a desk is a folder", dir), "name another folder with --desk")
	}
	return workspace.Config{
		Dir: dir, Create: a == creates, ReadOnly: a == reads, Who: who, Name: filepath.Base(dir), Now: sh.env.Now, Rand: sh.env.Rand, Caches: sh.env.Caches,
	}, nil
}

// with opens the desk, runs f and closes it.
func (sh *shell) with(c *cobra.Command, a access, f func(ctx context.Context, w *workspace.Workspace) error) (err error) {
	w, err := sh.open(c.Context(), a)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	return f(c.Context(), w)
}
