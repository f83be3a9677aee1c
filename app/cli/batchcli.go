//go:build !desk

// Package cli is the command line: a file per subcommand, each a thin shell over
// the use cases of package workspace or over the pure packages below it.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// Exit codes, documented in `stet help exit-codes`.
const (
	ExitOK       = 0
	ExitFailed   = 1
	ExitUsage    = 2
	ExitFindings = 3
	ExitInUse    = 4
)

// Env is what the shell hands in, so that nothing below reads globals.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
}

// Run executes one command line and returns its exit code.
func Run(ctx context.Context, args []string, env Env) int {
	root := Root(env)
	root.SetArgs(args)
	if err := root.ExecuteContext(ctx); err != nil {
		fmt.Fprintln(env.Stderr, "stet: "+err.Error())
		if errors.Is(err, errUsage) {
			return ExitUsage
		}
		return ExitFailed
	}
	return ExitOK
}

var errUsage = errors.New("see stet --help")

// Root is the command tree.
func Root(env Env) *cobra.Command {
	root := &cobra.Command{Use: "stet", SilenceUsage: true, SilenceErrors: true}
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	for name, one := range records {
		root.AddCommand(batchOnly(env, name, one))
	}
	return root
}

func batchOnly(env Env, name string, one record) *cobra.Command {
	var jobs int
	var lines bool
	c := &cobra.Command{Use: name, RunE: func(c *cobra.Command, files []string) error {
		return runBatch(c.Context(), files, env.Stdin, env.Stdout, jobs, one)
	}}
	c.Flags().BoolVar(&lines, "jsonl", false, "read and write one JSON record a line")
	c.Flags().IntVarP(&jobs, "jobs", "j", 0, "records worked on at once (0: one per core)")
	return c
}
