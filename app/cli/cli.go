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
	"path/filepath"
	"strings"
	"syscall"
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
	Caches         string    // the user's folder for what can be computed again; empty: nothing is kept there
	// Window opens the window on a desk ("" is the last one); nil in a program
	// built without it.
	Window func(ctx context.Context, desk string, who ledger.Who) error
}

// OS is the environment of a real process.
func OS() Env {
	env := Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now}
	if dir, err := os.UserCacheDir(); err == nil {
		env.Caches = filepath.Join(dir, "stet")
	}
	return env
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
	out := &lastError{w: env.Stdout}
	env.Stdout = out
	root := Root(env)
	root.SetArgs(args)
	c, err := root.ExecuteContextC(ctx)
	if out.err != nil && !errors.Is(out.err, syscall.EPIPE) && (err == nil || errors.Is(err, errFindings)) {
		err = fmt.Errorf("writing the output: %w", out.err)
	}
	switch {
	case err == nil:
		return ExitOK
	case errors.Is(err, errFindings):
		return ExitFindings
	case errors.Is(err, syscall.EPIPE):
		return ExitOK // whoever reads had enough
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

Without a command it opens the window. To look around, make the sample desk:
stet sample FOLDER.`,
		Example:       "  stet sample ~/desks/sample\n  stet --desk ~/desks/harbour-fire\n  stet --desk ~/desks/harbour-fire import ~/clippings\n  stet --desk ~/desks/harbour-fire check",
		Version:       strings.TrimPrefix(workspace.Program, "Stet "),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(root *cobra.Command, args []string) error {
			if len(args) > 0 {
				return noCommand(root, args[0])
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
	root.SetFlagErrorFunc(flagError)
	f := root.PersistentFlags()
	f.StringVar(&sh.desk, "desk", "", "`FOLDER` of the desk (default: $STET_DESK, else the current folder if it is one)")
	f.StringVar(&sh.as, "as", "", "your `NAME` (default: $STET_USER, else your login name)")
	f.StringVar(&sh.role, "role", "", "your `ROLE`, checker or editor (default: $STET_ROLE, else checker)")
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
		{"claims", []*cobra.Command{sh.claimCmd(), sh.eventCmd(), sh.tollCmd(), sh.coverageCmd(), sh.findCmd(), sh.matchCmd(), sh.attachCmd(), sh.detachCmd(), sh.verdictCmd(), sh.flagCmd()}},
		{"versions", []*cobra.Command{sh.compareCmd(), sh.anchorCmd(), sh.checkCmd(), sh.reviewCmd(), sh.quotesCmd()}},
		{"desk", []*cobra.Command{sh.sampleCmd(), sh.reportCmd(), sh.verifyCmd(), sh.logCmd(), sh.undoCmd(), sh.redoCmd(), sh.policyCmd(), sh.reindexCmd(), sh.doctorCmd()}},
	} {
		for _, c := range g.cmds {
			c.GroupID = g.id
			root.AddCommand(c)
		}
	}
	root.AddCommand(topics()...)
	root.SuggestionsMinimumDistance = farthest
	for _, c := range root.Commands() {
		wrapArgs(c)
	}
	return root
}

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

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}
