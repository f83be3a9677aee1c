package present

import (
	"context"
	"errors"
	"sync"

	"stet/app/workspace"
	"stet/claims/ledger"
)

// arrived gathers entries between an act and the screen's next turn.
type arrived struct {
	mu      sync.Mutex
	entries []ledger.Entry
}

// add tells whether the screen must be woken.
func (a *arrived) add(e []ledger.Entry) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.entries = append(a.entries, e...)
	return len(a.entries) == len(e)
}

func (a *arrived) take() []ledger.Entry {
	a.mu.Lock()
	defer a.mu.Unlock()
	out := a.entries
	a.entries = nil
	return out
}

type act struct {
	do   func(context.Context, *workspace.Workspace) error
	then func()
}

// Act does something short to the desk, off the screen's goroutine, one act
// after another in the order asked for. An error is shown to the person;
// otherwise then runs, after the panes have heard of the change. then may be
// nil.
func (s *Shell) Act(do func(context.Context, *workspace.Workspace) error, then func()) {
	if s.Desk == nil {
		return
	}
	s.acts = append(s.acts, act{do, then})
	if !s.acting {
		s.nextAct()
	}
}

func (s *Shell) nextAct() {
	if len(s.acts) == 0 || s.Desk == nil {
		return
	}
	a, w, ctx := s.acts[0], s.Desk, s.life
	s.acts = s.acts[1:]
	s.acting = true
	s.Sched.Go(func() {
		err := a.do(ctx, w)
		s.Sched.Post(func() {
			s.acting = false
			if s.Desk == w {
				switch {
				case err != nil:
					s.Fail(err)
				case a.then != nil:
					a.then()
				}
			}
			s.nextAct()
		})
	})
}

// Undo takes back one's last act and says what it was.
func (s *Shell) Undo() { s.takeBack(undo, "Undone: ", "Redo", (*Shell).Redo) }

// undo takes back one's last act, but not the one that made the desk.
func undo(ctx context.Context, w *workspace.Workspace) (string, error) {
	made := false
	w.View(func(st *ledger.State) {
		g, ok := st.NextUndo(w.Who().Name)
		made = ok && g.First == 1
	})
	if made {
		return "", workspace.ErrNothing
	}
	return w.Undo(ctx)
}

// Redo takes back one's last undo.
func (s *Shell) Redo() { s.takeBack(redo, "Done again: ", "Undo", (*Shell).Undo) }

func redo(ctx context.Context, w *workspace.Workspace) (string, error) { return w.Redo(ctx) }

func (s *Shell) takeBack(f func(context.Context, *workspace.Workspace) (string, error), said, other string, reverse func(*Shell)) {
	var what string
	s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		var err error
		if what, err = f(ctx, w); errors.Is(err, workspace.ErrNothing) {
			return nil
		}
		return err
	}, func() {
		if what == "" {
			s.Toasts.Show("There is nothing more to take back.")
			return
		}
		s.Toasts.Offer(said+what, other, func() { reverse(s) })
	})
}
