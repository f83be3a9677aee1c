package app

import (
	"context"

	"stet/app/cli"
)

// Main runs Stet and returns the exit code. Without a subcommand it opens the
// window, if the program was built with one.
func Main(ctx context.Context, args []string, env cli.Env) int {
	env.Window = window
	return cli.Run(ctx, args, env)
}
