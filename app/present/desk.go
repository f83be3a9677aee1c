package present

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

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
			w, err = workspace.Sample(ctx, cfg, onItem)
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

// Folders are where desks are kept when nobody says otherwise.
type Folders struct {
	Sample string // the sample desk
	Desks  string // new desks, each in a folder of its name
}

// bindDesk binds the actions on whole desks.
func (s *Shell) bindDesk() {
	free := func() bool { return !s.Opening }
	s.On(ActNewDesk, s.NewDesk, free)
	s.On(ActOpenDesk, s.ChooseDesk, free)
	s.On(ActSampleDesk, s.OpenSample, free)
	s.On(ActVerify, s.Verify, func() bool { return s.Desk != nil })
	s.On(ActReindex, s.Reindex, func() bool { return s.Desk != nil })
}

// OpenSample opens the sample desk.
func (s *Shell) OpenSample() {
	s.OpenDesk(DeskRequest{Dir: s.Folders.Sample, Sample: true, Name: "Sample"})
}

// ChooseDesk asks which desk to open.
func (s *Shell) ChooseDesk() {
	start := s.Folders.Desks
	if s.Settings.Desk != "" {
		start = filepath.Dir(s.Settings.Desk)
	}
	s.Ask.Open(FileQuestion{Title: "Open a desk: choose its folder", Folder: true, Start: start}, func(paths []string) {
		if len(paths) > 0 {
			s.OpenDesk(DeskRequest{Dir: paths[0]})
		}
	})
}

// NewDesk asks for a name and makes a desk in a folder of that name.
func (s *Shell) NewDesk() {
	s.Ask.Text(TextQuestion{Title: "New desk", Label: "A desk is a folder. It is made in " + s.Folders.Desks + " under this name; give a full path to have it elsewhere.",
		Hint: "for example: Harbour fire", Yes: "Make the desk", Needed: true}, func(name string) {
		name = strings.TrimSpace(name)
		dir := name
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(s.Folders.Desks, folderName(name))
		}
		s.OpenDesk(DeskRequest{Dir: dir, Create: true, Name: filepath.Base(name)})
	})
}

// folderName leaves out of a desk's name what a folder's name cannot hold on
// some system.
func folderName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
	if name = strings.Trim(name, ". "); name == "" {
		return "desk"
	}
	return name
}

// Reindex builds the search index anew.
func (s *Shell) Reindex() {
	w := s.Desk
	s.Jobs.Start("Rebuilding the search index", func(ctx context.Context, onItem workspace.OnItem) error {
		return w.Reindex(ctx, onItem)
	}, func(err error) {
		s.Fail(err)
		if err == nil {
			s.Toasts.Show("The search index is rebuilt.")
		}
	})
}

// Begin opens the desk the window starts with: the one named, else the last one,
// else the sample desk.
func (s *Shell) Begin(dir string) {
	switch {
	case dir != "":
		s.OpenDesk(DeskRequest{Dir: dir})
	case s.Settings.Desk != "" && s.Settings.Desk != s.Folders.Sample:
		s.OpenDesk(DeskRequest{Dir: s.Settings.Desk})
	default:
		s.OpenSample()
	}
}

// shownProblems is how many problems a dialog names; the command line names all.
const shownProblems = 6

// Verify recomputes every hash of the desk and says whether all is as it was
// written.
func (s *Shell) Verify() {
	w := s.Desk
	var v workspace.Verification
	s.Jobs.Start("Verifying the desk", func(ctx context.Context, onItem workspace.OnItem) error {
		var err error
		v, err = w.Verify(ctx, onItem)
		return err
	}, func(err error) {
		if err != nil || s.Desk != w {
			s.Fail(err)
			return
		}
		s.Check = &v
		switch {
		case v.OK():
			s.Verified = "verified at " + w.Now().Local().Format("15:04")
			s.Toasts.Show("Verified: " + Plural(int(v.Entries), "ledger entry") + ", " + Plural(v.Versions, "version") + " and " + Plural(v.Evidence, "attached passage") + " are as they were written.")
		default:
			s.Verified = Plural(len(v.Problems), "problem")
			list := v.Problems[:min(shownProblems, len(v.Problems))]
			more := ""
			if n := len(v.Problems) - len(list); n > 0 {
				more = "\n… and " + Plural(n, "more problem") + ": “stet verify” lists all."
			}
			s.Ask.Tell(Problem{"This desk is not as it was written.", strings.Join(list, "\n") + more + "\nDo not rely on it; go back to a backup."})
		}
		s.tell(func(l Listener) {
			if l.Verified != nil {
				l.Verified()
			}
		})
		s.Changed()
	})
}
