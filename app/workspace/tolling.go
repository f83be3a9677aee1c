package workspace

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/toll"
)

// AcceptEvent makes an event of a proposed one. edit may change what it is called
// before; it may be nil.
func (w *Workspace) AcceptEvent(ctx context.Context, key string, edit func(*claims.Event)) (claims.EventID, error) {
	work, err := w.tolls(ctx)
	if err != nil {
		return "", err
	}
	for _, p := range work.proposals {
		if p.Key != key {
			continue
		}
		e := p.Event
		if edit != nil {
			edit(&e)
		}
		if err := e.Sound(); err != nil {
			return "", err
		}
		return w.AddEvent(ctx, e)
	}
	return "", fmt.Errorf("there is no proposed event %q; somebody may have accepted it already", key)
}

// EditEvent changes what an event is called, where and when it was. What AddEvent
// refuses of a new event, a name or a place and day that another has, is refused here.
func (w *Workspace) EditEvent(ctx context.Context, id claims.EventID, edit func(*claims.Event)) error {
	was, err := w.Event(id)
	if err != nil {
		return err
	}
	now := was
	edit(&now)
	now.ID, now.Name = was.ID, strings.TrimSpace(now.Name)
	if now == was {
		return nil
	}
	if err := w.namedAlready(now, was); err != nil {
		return err
	}
	return w.Do(ctx, ledger.EventEdited{Event: now, Was: was})
}

// Event returns an event of the desk.
func (w *Workspace) Event(id claims.EventID) (claims.Event, error) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	e, ok := w.state.Events[id]
	if !ok || e.Removed {
		return claims.Event{}, fmt.Errorf("there is no event %q on this desk", id)
	}
	return e.Event, nil
}

// RemoveEvent takes an event without claims off the desk.
func (w *Workspace) RemoveEvent(ctx context.Context, id claims.EventID) error {
	if _, err := w.Event(id); err != nil {
		return err
	}
	return w.Do(ctx, ledger.EventRemoved{Event: id, Removed: true})
}

// PlaceFigure says whether the figure of a row is about an event: ledger.PlacedIn,
// ledger.PlacedOut, or "" to leave it to the program again.
func (w *Workspace) PlaceFigure(ctx context.Context, id claims.EventID, row toll.Row, to, reason string) error {
	c, ok := w.placing(id, row.Key, to, reason)
	if !ok {
		return nil
	}
	return w.Do(ctx, c)
}

// MoveFigure says that the figure of a row is about another event: one act.
func (w *Workspace) MoveFigure(ctx context.Context, from, to claims.EventID, row toll.Row, reason string) error {
	if from == to {
		return errors.New("choose another event to move the figure to")
	}
	var changes []ledger.Change
	if c, ok := w.placing(from, row.Key, ledger.PlacedOut, reason); ok {
		changes = append(changes, c)
	}
	if c, ok := w.placing(to, row.Key, ledger.PlacedIn, reason); ok {
		changes = append(changes, c)
	}
	return w.Do(ctx, changes...)
}

// placing makes the change; ok is false if the figure is placed so already.
func (w *Workspace) placing(id claims.EventID, figure, to, reason string) (c ledger.TollPlaced, ok bool) {
	c = ledger.TollPlaced{Event: id, Figure: figure, To: to, Reason: strings.TrimSpace(reason)}
	w.View(func(s *ledger.State) {
		if e := s.Events[id]; e != nil {
			c.Was = e.Placed[figure]
		}
	})
	return c, c.Was != c.To
}

// DismissTollFlag says, with a reason, that a flag of a board is no reason for
// doubt.
func (w *Workspace) DismissTollFlag(ctx context.Context, key, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return errors.New("dismissing an alarm needs a reason")
	}
	return w.settleAlarm(ctx, key, true, strings.TrimSpace(reason))
}

// ReopenTollFlag takes a dismissal back.
func (w *Workspace) ReopenTollFlag(ctx context.Context, key string) error {
	return w.settleAlarm(ctx, key, false, "")
}

// settleAlarm settles an alarm of a toll board, or reopens it, and keeps what it
// told.
func (w *Workspace) settleAlarm(ctx context.Context, key string, settled bool, reason string) error {
	list, err := w.TollFlags(ctx)
	if err != nil {
		return err
	}
	c := ledger.FindingSettled{Finding: key, Settled: settled, Note: reason}
	for _, f := range list {
		if f.Key == key {
			c.About = f.Why
		}
	}
	return w.Do(ctx, c)
}

// RaiseTollFlag raises a flag of a board as a flag of the desk, on the claim made of
// the words in doubt. If there is none, one is made of them in the same act.
func (w *Workspace) RaiseTollFlag(ctx context.Context, f TollFlag) (claims.FlagID, error) {
	work, err := w.tolls(ctx)
	if err != nil {
		return "", err
	}
	b, ok := work.board(f.Event)
	if !ok {
		return "", fmt.Errorf("there is no event %q on this desk", f.Event)
	}
	var row *toll.Row
	b.Each(func(_ *toll.Group, r *toll.Row) {
		if row == nil && len(f.Rows) > 0 && r.ID == f.Rows[0] {
			row = r
		}
	})
	if row == nil {
		return "", errors.New("the figures this alarm is about have changed; look at the board again")
	}
	flag := claims.Flag{ID: w.flagID(), Rule: string(f.Rule), Text: f.Why, Status: claims.FlagOpen}
	var changes []ledger.Change
	if flag.Claim = w.claimOfRow(*row); flag.Claim == "" {
		a, err := w.At(ctx, row.Version, row.Span)
		if err != nil {
			return "", err
		}
		c := claims.Claim{ID: w.claimID(), Text: row.Line, Made: &a, Body: row.Figure, Origin: claims.Origin{Kind: row.Kind, Name: row.Attribution}}
		if !b.Proposed {
			c.Event = b.Event.ID
		}
		flag.Claim = c.ID
		changes = append(changes, ledger.ClaimAdded{Claim: c})
	}
	changes = append(changes, ledger.FlagRaised{Flag: flag})
	return flag.ID, w.Do(ctx, changes...)
}

// claimFlags tells of each flag of a board which claim it would be raised on.
func (w *Workspace) claimFlags(b toll.Board, list []TollFlag) {
	first := map[string][]int{} // flags by the row in doubt
	for i, f := range list {
		if len(f.Rows) > 0 {
			first[f.Rows[0]] = append(first[f.Rows[0]], i)
		}
	}
	b.Each(func(_ *toll.Group, r *toll.Row) {
		for _, i := range first[r.ID] {
			list[i].Claim = w.claimOfRow(*r)
		}
	})
}

// claimOfRow finds the claim made of a row's words, in its version or, with the same
// words, in another version of its article.
func (w *Workspace) claimOfRow(r toll.Row) claims.ID {
	var same, like claims.ID
	w.View(func(s *ledger.State) {
		for _, c := range s.Live() {
			if c.Made == nil || c.Made.Version.Article != r.Version.Article {
				continue
			}
			switch {
			case c.Made.Version == r.Version && c.Made.Span.Overlaps(r.Span):
				same = c.ID
			case strings.Contains(c.Made.Exact, r.Words):
				like = c.ID
			}
		}
	})
	if same != "" {
		return same
	}
	return like
}
