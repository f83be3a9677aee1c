// Stet is a fact-checking workbench: see README.md, and app/doc.go for how it is
// built.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"stet/app"
	"stet/app/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	code := app.Main(ctx, os.Args[1:], cli.OS())
	stop()
	os.Exit(code)
}
