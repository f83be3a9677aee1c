package workspace

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/toll"
)

// TollEvent is an event with figures: one of the desk, or one that is proposed.
type TollEvent struct {
	Key      string       `json:"key"` // the event's name on the desk; of a proposal its own key, which begins with "?"
	Event    claims.Event `json:"event"`
	Proposed bool         `json:"proposed,omitempty"`
	Reports  int          `json:"reports"`
	Articles int          `json:"articles"`
	Claims   int          `json:"claims"`
	Alarms   int          `json:"alarms"` // open; not counted for proposals of one article
}

// TollFlag is a flag of a board with what people did about it.
type TollFlag struct {
	toll.Flag
	Event   string        `json:"event"` // key
	Settled bool          `json:"settled,omitempty"`
	Note    string        `json:"note,omitempty"`   // the reason it was dismissed for
	Raised  claims.FlagID `json:"raised,omitempty"` // the desk's flag it was raised as
	Claim   claims.ID     `json:"claim,omitempty"`  // made of the words in doubt; "": raising it makes one
}

// Open reports whether the flag asks for a decision.
func (f TollFlag) Open() bool { return f.Level == toll.Alarm && !f.Settled && f.Raised == "" }

// TollBoard is the board of an event with what people did about it.
type TollBoard struct {
	toll.Board
	Key   string     `json:"key"`
	Flags []TollFlag `json:"flags"`
	Left  []toll.Row `json:"left,omitempty"` // figures a person left out
	Near  []toll.Row `json:"near,omitempty"` // loose tolls of articles that name the place: may be joined
}

// mostNear bounds TollBoard.Near.
const mostNear = 60

// TollEvents lists the events of the desk, newest first, then the proposed ones,
// those that most articles tell of first.
func (w *Workspace) TollEvents(ctx context.Context) ([]TollEvent, error) {
	work, err := w.tolls(ctx)
	if err != nil {
		return nil, err
	}
	list := []TollEvent{}
	for i, e := range work.events {
		x := TollEvent{Key: string(e.ID), Event: e.Event, Reports: len(work.reports[i])}
		b, _ := work.board(x.Key)
		x.Articles = b.Articles
		list = append(list, x)
	}
	slices.SortStableFunc(list, func(a, b TollEvent) int { return strings.Compare(b.Event.From, a.Event.From) })
	for _, p := range work.proposals {
		list = append(list, TollEvent{Key: p.Key, Event: p.Event, Proposed: true, Reports: len(p.Reports), Articles: p.Articles})
	}
	n := map[claims.EventID]int{}
	w.View(func(s *ledger.State) {
		for _, c := range s.Live() {
			n[c.Event]++
		}
	})
	for i := range list {
		x := &list[i]
		if !x.Proposed {
			x.Claims = n[x.Event.ID]
		}
		if x.Proposed && x.Articles < 2 {
			continue
		}
		b, _ := work.board(x.Key)
		for _, f := range w.settledFlags(x.Key, b.Flags) {
			if f.Open() {
				x.Alarms++
			}
		}
	}
	return list, nil
}

// settledFlags says of each flag what people did about it.
func (w *Workspace) settledFlags(key string, list []toll.Flag) []TollFlag {
	out := make([]TollFlag, 0, len(list))
	w.View(func(s *ledger.State) {
		raised := map[string]claims.FlagID{}
		for _, id := range s.Raised {
			if f := s.Flags[id]; f.Rule != "" && f.Status != claims.FlagDismissed {
				raised[f.Rule+"\x00"+f.Text] = id
			}
		}
		for _, f := range list {
			x := TollFlag{Flag: f, Event: key, Raised: raised[string(f.Rule)+"\x00"+f.Why]}
			if d, ok := s.Settled[f.Key]; ok {
				x.Settled, x.Note = true, d.Note
			}
			out = append(out, x)
		}
	})
	return out
}

// Toll is the board of an event, or of a proposed one, by its key.
func (w *Workspace) Toll(ctx context.Context, key string) (TollBoard, error) {
	work, err := w.tolls(ctx)
	if err != nil {
		return TollBoard{}, err
	}
	b, ok := work.board(key)
	if !ok {
		return TollBoard{}, fmt.Errorf("there is no event %q on this desk", key)
	}
	out := TollBoard{Board: b, Key: key, Flags: w.settledFlags(key, b.Flags)}
	w.claimFlags(b, out.Flags)
	out.Left, out.Near = work.around(key, b.Event)
	return out, nil
}

// around lists the figures that a person left out of an event, and loose tolls of
// articles that name its place, newest versions only.
func (t *tollWork) around(key string, e claims.Event) (left, near []toll.Row) {
	var placed map[string]string
	for _, x := range t.events {
		if string(x.ID) == key {
			placed = x.Placed
		}
	}
	seen := map[string]int{} // by figure: its place in left, plus 1
	for _, c := range t.copies {
		if !c.Latest {
			continue
		}
		for i, x := range c.Digest.Readings {
			k := toll.Key(c.Version.Article, x)
			if placed[k] != ledger.PlacedOut {
				continue
			}
			switch r := toll.RowOf(toll.Report{Copy: c, Index: i}); {
			case seen[k] == 0:
				left = append(left, r)
				seen[k] = len(left)
			case left[seen[k]-1].Head:
				left[seen[k]-1] = r // the body says more than the headline
			}
		}
	}
	own := map[toll.Loose]bool{}
	for _, p := range t.proposals {
		if p.Key == key {
			for _, r := range p.Reports {
				own[toll.Loose{Copy: r.Copy, Index: r.Index}] = true
			}
		}
	}
	for _, l := range t.loose {
		if own[l] {
			continue
		}
		x := l.Copy.Digest.Readings[l.Index]
		k := toll.Key(l.Copy.Version.Article, x)
		if len(near) < mostNear && l.Copy.Latest && x.Role == toll.Toll && seen[k] == 0 && l.Copy.Names(e.Place) {
			seen[k] = -1
			near = append(near, toll.RowOf(toll.Report{Copy: l.Copy, Index: l.Index}))
		}
	}
	return left, near
}

// TollFlags lists the flags of all events of the desk and of the proposed ones that
// at least two articles tell of, in the order of TollEvents.
func (w *Workspace) TollFlags(ctx context.Context) ([]TollFlag, error) {
	events, err := w.TollEvents(ctx)
	if err != nil {
		return nil, err
	}
	work, err := w.tolls(ctx)
	if err != nil {
		return nil, err
	}
	var out []TollFlag
	for _, e := range events {
		if e.Proposed && e.Articles < 2 {
			continue
		}
		b, _ := work.board(e.Key)
		out = append(out, w.settledFlags(e.Key, b.Flags)...)
	}
	return out, nil
}
