package present

import (
	"context"
	"errors"

	"stet/app/store"
	"stet/app/workspace"
)

// DeskRequest says which desk to open and how.
type DeskRequest struct {
	Dir      string
	Create   bool
	ReadOnly bool
	Name     string // of a desk made new
	Sample   bool   // the sample desk, made if it is not there
}

// OpenDesk opens a desk in place of the one that is open, if that works. A desk
// that another program has is offered for reading.
func (s *Shell) OpenDesk(r DeskRequest) {
	if s.Opening {
		return
	}
	if s.Desk != nil && s.Desk.Dir() == r.Dir && s.Desk.ReadOnly() == r.ReadOnly {
		return // it is open already
	}
	s.Opening = true
	s.Changed()
	// The desk that is open is let go first: a desk is open once.
	s.CloseDesk(func() { s.openNow(r) })
}

func (s *Shell) openNow(r DeskRequest) {
	var w *workspace.Workspace
	title := "Opening the desk"
	if r.Sample {
		title = "Making the sample desk"
	}
	s.Jobs.Start(title, func(ctx context.Context, onItem workspace.OnItem) error {
		cfg := s.config(r.Dir)
		cfg.Dir, cfg.Create, cfg.ReadOnly, cfg.Name, cfg.Who = r.Dir, r.Create, r.ReadOnly, r.Name, s.Settings.Who
		var err error
		if r.Sample {
			w, err = openSample(ctx, cfg, onItem)
		} else {
			w, err = workspace.Open(ctx, cfg)
		}
		return err
	}, func(err error) {
		s.Opening = false
		if err == nil {
			s.Adopt(w)
			s.catchUp()
			return
		}
		s.Changed()
		var inUse *store.InUseError
		if errors.As(err, &inUse) && !r.ReadOnly {
			p := Explain(err)
			s.Ask.Confirm("This desk is in use", p.What+" You can read it meanwhile; nothing can be changed.", "Open for reading", func() {
				r.ReadOnly, r.Sample, r.Create = true, false, false
				s.OpenDesk(r)
			})
			return
		}
		s.Fail(err)
	})
}

// openSample opens the sample desk, making it first if it is not there.
func openSample(ctx context.Context, cfg workspace.Config, onItem workspace.OnItem) (*workspace.Workspace, error) {
	cfg.Create = false
	w, err := workspace.Open(ctx, cfg)
	if err == nil || !errors.Is(err, store.ErrNoDesk) {
		return w, err
	}
	cfg.Create = true
	return sampleDesk(ctx, cfg, onItem)
}

// catchUp brings the search index up to date, if it lags.
func (s *Shell) catchUp() {
	w := s.Desk
	if w.Stale() == 0 {
		return
	}
	s.Jobs.Start("Updating the search index", func(ctx context.Context, onItem workspace.OnItem) error {
		return w.Refresh(ctx, onItem)
	}, s.Fail)
}
