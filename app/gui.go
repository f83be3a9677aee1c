//go:build !headless

package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/adrg/xdg"
	"github.com/google/renameio/v2"

	"stet/app/present"
	"stet/app/ui"
	"stet/app/workspace"
	"stet/claims/ledger"
)

// window opens the window on a desk, "" being the last one, or the sample desk
// when there was none. It returns when the window is closed.
func window(ctx context.Context, desk string, who ledger.Who) error {
	keepCrashes()
	if desk != "" {
		dir, err := filepath.Abs(desk)
		if err != nil {
			return fmt.Errorf("opening the desk: %w", err)
		}
		desk = dir
	}
	return ui.Run(ctx, ui.Options{
		Desk:   desk,
		Who:    who,
		Keeper: settingsFile(filepath.Join(xdg.ConfigHome, "stet", "window.json")),
		Folders: present.Folders{
			Sample: filepath.Join(xdg.DataHome, "stet", "sample"),
			Desks:  filepath.Join(documents(), "Stet"),
		},
		Config: func(dir string) workspace.Config {
			return workspace.Config{Dir: dir, Caches: filepath.Join(xdg.CacheHome, "stet"), Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))}
		},
	})
}

// documents is where people look for what they made.
func documents() string {
	if d := xdg.UserDirs.Documents; d != "" {
		if info, err := os.Stat(d); err == nil && info.IsDir() {
			return d
		}
	}
	return xdg.Home
}

// settingsFile keeps what the window remembers; it is replaced as a whole, so
// that a crash leaves the old one.
func settingsFile(path string) present.Keeper {
	return present.Keeper{
		Load: func() ([]byte, error) {
			b, err := os.ReadFile(path)
			if errors.Is(err, fs.ErrNotExist) {
				return nil, nil
			}
			return b, err
		},
		Save: func(b []byte) error {
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				return err
			}
			return renameio.WriteFile(path, b, 0o600)
		},
	}
}

// keepCrashes writes the traces of a crash, which a window has no other place
// for, to a file. Where that is impossible they go where they always went.
func keepCrashes() {
	path := filepath.Join(xdg.StateHome, "stet", "crash.log")
	if os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		return
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return
	}
	defer func() { _ = f.Close() }() // the runtime keeps its own copy
	_ = debug.SetCrashOutput(f, debug.CrashOptions{})
}
