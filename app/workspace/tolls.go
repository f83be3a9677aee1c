package workspace

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"stet/app/store"
	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/toll"
	"stet/index/source"
)

// tollDesk keeps what the toll board needs of every version, and the boards made of
// it. A digest never goes stale: texts are immutable. What was made of them holds
// until versions, events or placements change, which the key tells.
type tollDesk struct {
	turn    sync.Mutex // held while reading, so that nothing is read twice
	mu      sync.Mutex
	digests map[source.Hash]toll.Digest // by text and what stands beside it, see digestKey
	names   map[string]string           // one copy of every name met
	cache   *store.Cache                // where digests are kept; set once they were recalled
	key     string
	made    *tollWork
}

// tollWork is the figures of the desk, given to events.
type tollWork struct {
	copies    []*toll.Copy
	events    []ledger.Event
	reports   [][]toll.Report // by event
	proposals []toll.Proposal
	loose     []toll.Loose
	boards    sync.Map // by key → toll.Board
}

// tolls gives the figures of the desk to its events, or remembers how.
func (w *Workspace) tolls(ctx context.Context) (*tollWork, error) {
	if err := w.ReadFigures(ctx, nil); err != nil {
		return nil, err
	}
	t := &w.texts.tolls
	list, events := w.tollCopies()
	key := tollKey(list, events)
	t.mu.Lock()
	if t.made != nil && t.key == key {
		defer t.mu.Unlock()
		return t.made, nil
	}
	work := &tollWork{events: events}
	for i := range list {
		c := list[i].Copy
		d, ok := t.digests[list[i].key]
		if !ok {
			continue // it came a moment ago; the next call reads it
		}
		if c.Digest = d; !d.Empty() {
			work.copies = append(work.copies, &c)
		}
	}
	t.mu.Unlock()
	named := make([]claims.Event, len(events))
	placed := false
	for i, e := range events {
		named[i] = e.Event
		placed = placed || len(e.Placed) > 0
	}
	var ask func(int, string) toll.Placement
	if placed {
		ask = func(e int, key string) toll.Placement { return toll.Placement(events[e].Placed[key]) }
	}
	work.reports, work.loose = toll.Assign(work.copies, named, ask)
	work.proposals = toll.Propose(work.loose, named)
	if err := w.numberSources(ctx, work); err != nil {
		return nil, err
	}
	t.mu.Lock()
	t.key, t.made = key, work
	t.mu.Unlock()
	return work, nil
}

// tollKey tells whether anything changed that boards are made of.
func tollKey(list []tollCopy, events []ledger.Event) string {
	var b strings.Builder
	for _, c := range list {
		fmt.Fprintf(&b, "%s%s%s%t%t\n", c.key.Short(), c.Version, c.Outlet, c.Latest, c.Story)
	}
	for _, e := range events {
		fmt.Fprintln(&b, e.Event, e.Placed)
	}
	return string(source.HashOf([]byte(b.String())))
}

// board makes the board of an event or a proposal once.
func (t *tollWork) board(key string) (toll.Board, bool) {
	if b, ok := t.boards.Load(key); ok {
		return b.(toll.Board), true
	}
	b, ok := t.build(key)
	if ok {
		t.boards.Store(key, b)
	}
	return b, ok
}

func (t *tollWork) build(key string) (toll.Board, bool) {
	for i, e := range t.events {
		if string(e.ID) == key {
			return toll.Build(e.Event, t.reports[i]), true
		}
	}
	for _, p := range t.proposals {
		if p.Key == key {
			b := toll.Build(p.Event, p.Reports)
			b.Proposed = true
			return b, true
		}
	}
	return toll.Board{}, false
}
