package ui

import (
	"context"

	"fyne.io/fyne/v2/app"

	"stet/app/present"
	"stet/app/workspace"
	"stet/claims/ledger"
)

// appID names the program to the desktop; FyneApp.toml says the same.
const appID = "org.stet.Stet"

// Options is what the window is handed from outside.
type Options struct {
	Desk    string     // folder to open; "" is the last one, else the sample desk
	Who     ledger.Who // who the command line says one is
	Keeper  present.Keeper
	Folders present.Folders
	Config  func(dir string) workspace.Config
}

// Run shows the window until it is closed or ctx ends.
func Run(ctx context.Context, o Options) error {
	a := app.NewWithID(appID)
	sched := Scheduler{}
	settings := present.LoadSettings(sched, o.Keeper)
	settings.Introduce(o.Who)
	shell := present.NewShell(sched, settings, o.Config)
	shell.Folders = o.Folders
	w := New(a, shell)
	a.Lifecycle().SetOnStarted(func() {
		w.serve()
		shell.Begin(o.Desk)
	})
	defer context.AfterFunc(ctx, func() { sched.Post(w.quit) })()
	w.Show()
	a.Run()
	return nil
}
