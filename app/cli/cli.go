// Package cli is the command line: a file per subcommand, each a thin shell over
// the use cases of package workspace or over the pure packages below it.
//
// Every command prints for people by default, one JSON document with --json.
// Commands that process archives also stream records with --jsonl (see
// jsonl.go); only there offsets are code points, everywhere else bytes of the
// canonical text.
//
// Exit codes: 0 done, 1 failed, 2 wrong usage, 3 there are findings, 4 the desk
// is in use. An error is one sentence of what is wrong and one of what to do.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/store"
	"stet/app/workspace"
	"stet/claims/ledger"
)

// Exit codes, printed by `stet help exit-codes`.
const (
	ExitOK       = 0
	ExitFailed   = 1
	ExitUsage    = 2
	ExitFindings = 3
	ExitInUse    = 4
)

// Env is what the process hands in, so that nothing below reads globals.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	Rand           io.Reader // nil: the system's
	// Window opens the window on a desk ("" is the last one); nil in a program
	// built without it.
	Window func(ctx context.Context, desk string, who ledger.Who) error
}

// OS is the environment of a real process.
func OS() Env {
	return Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now}
}

// usageError is a command line that cannot be understood.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errFindings ends a command that did its work and found something.
var errFindings = errors.New("there are findings")

// Run executes one command line and returns its exit code.
func Run(ctx context.Context, args []string, env Env) int {
	root := Root(env)
	root.SetArgs(args)
	c, err := root.ExecuteContextC(ctx)
	switch {
	case err == nil:
		return ExitOK
	case errors.Is(err, errFindings):
		return ExitFindings
	}
	what, hint := explain.Error(err)
	fmt.Fprintln(env.Stderr, "stet: "+what)
	var usage usageError
	var used *store.InUseError
	switch {
	case errors.As(err, &usage):
		fmt.Fprintf(env.Stderr, "See '%s --help'.\n", c.CommandPath())
		return ExitUsage
	case hint != "":
		fmt.Fprintln(env.Stderr, hint)
	}
	if errors.As(err, &used) {
		return ExitInUse
	}
	return ExitFailed
}

// shell is what every command shares.
type shell struct {
	env  Env
	desk string
	as   string
	role string
	json bool
}

// Root is the command tree.
func Root(env Env) *cobra.Command {
	sh := &shell{env: env}
	root := &cobra.Command{
		Use:   "stet",
		Short: "A workbench for fact-checkers",
		Long: `Stet finds out whether a claim stands: it imports source articles, proposes the
claims in a text, ranks passages as evidence, tells what a later version changed,
and writes a report that anybody can verify.

Without a command it opens the window.`,
		Example:       "  stet --desk ~/desks/harbour-fire\n  stet --desk ~/desks/harbour-fire import ~/clippings\n  stet --desk ~/desks/harbour-fire check",
		Version:       strings.TrimPrefix(workspace.Program, "Stet "),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("there is no command %q", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if env.Window == nil {
				return usagef("this program was built without the window; give it a command")
			}
			who, err := sh.who()
			if err != nil {
				return err
			}
			return env.Window(c.Context(), sh.desk, who)
		},
	}
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	f := root.PersistentFlags()
	f.StringVar(&sh.desk, "desk", "", "folder of the desk (default: $STET_DESK, else the current folder if it is one)")
	f.StringVar(&sh.as, "as", "", "who you are (default: $STET_USER, else your login name)")
	f.StringVar(&sh.role, "role", "", "checker or editor (default: $STET_ROLE, else checker)")
	f.BoolVar(&sh.json, "json", false, "print one JSON document")
	root.AddGroup(
		&cobra.Group{ID: "material", Title: "Material:"},
		&cobra.Group{ID: "claims", Title: "Claims and decisions:"},
		&cobra.Group{ID: "versions", Title: "Versions and review:"},
		&cobra.Group{ID: "desk", Title: "The desk:"},
	)
	for _, g := range []struct {
		id   string
		cmds []*cobra.Command
	}{
		{"material", []*cobra.Command{sh.importCmd(), sh.searchCmd(), sh.readCmd(), sh.extractCmd(), sh.articleCmd()}},
		{"claims", []*cobra.Command{sh.claimCmd(), sh.findCmd(), sh.matchCmd(), sh.attachCmd(), sh.detachCmd(), sh.verdictCmd(), sh.flagCmd()}},
		{"versions", []*cobra.Command{sh.compareCmd(), sh.anchorCmd(), sh.checkCmd(), sh.reviewCmd()}},
		{"desk", []*cobra.Command{sh.reportCmd(), sh.verifyCmd(), sh.logCmd(), sh.undoCmd(), sh.redoCmd(), sh.policyCmd(), sh.reindexCmd(), sh.doctorCmd()}},
	} {
		for _, c := range g.cmds {
			c.GroupID = g.id
			root.AddCommand(c)
		}
	}
	root.AddCommand(&cobra.Command{Use: "exit-codes", Short: "What the exit codes mean", Long: exitCodes})
	for _, c := range root.Commands() {
		wrapArgs(c)
	}
	return root
}

const exitCodes = `0  done
1  it failed; the message says why and what to do
2  the command line could not be understood
3  done, and there are findings (check) or offers that wait for a decision (import)
4  the desk is open elsewhere; the message says who has it`

// wrapArgs makes wrong arguments a usage error, for a command and those below it.
func wrapArgs(c *cobra.Command) {
	if inner := c.Args; inner != nil {
		c.Args = func(c *cobra.Command, args []string) error {
			if err := inner(c, args); err != nil {
				return usageError{err}
			}
			return nil
		}
	}
	for _, sub := range c.Commands() {
		wrapArgs(sub)
	}
}

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
	dir := first(sh.desk, sh.env.Getenv("STET_DESK"))
	if dir == "" {
		if _, err := os.Stat(store.FileName); err != nil {
			return nil, usagef("which desk? Name its folder with --desk or in $STET_DESK")
		}
		dir = "."
	}
	if strings.HasPrefix(dir, "postgres://") || strings.HasPrefix(dir, "postgresql://") {
		return nil, usagef("this version of Stet keeps desks in folders only, not in PostgreSQL")
	}
	who, err := sh.who()
	if err != nil {
		return nil, err
	}
	return workspace.Open(ctx, workspace.Config{
		Dir: dir, Create: a == creates, ReadOnly: a == reads, Who: who, Name: filepath.Base(dir), Now: sh.env.Now, Rand: sh.env.Rand,
	})
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

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}
