package app

import (
	"context"
	"os"

	"stet/app/cli"
)

// OS is the environment of a real process.
func OS() cli.Env { return cli.Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr} }

// Main runs Stet and returns the exit code.
func Main(ctx context.Context, args []string, env cli.Env) int { return cli.Run(ctx, args, env) }
