package workspace

import (
	"slices"
	"sync"

	"stet/claims/ledger"
)

// watchers are told of every act, in the order of the ledger, one at a time.
//
// Entries are queued while the state is locked and delivered after it was let
// go, so that whoever is told may read the desk. Lock order: Workspace.mu, then
// mu; turn is never taken while either is held.
type watchers struct {
	turn sync.Mutex // held while calling
	mu   sync.Mutex // guards what follows
	list []*watcher
	due  [][]ledger.Entry
}

type watcher struct{ f func([]ledger.Entry) }

// queue notes entries to be told. The caller holds the state.
func (w *watchers) queue(entries []ledger.Entry) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.list) > 0 {
		w.due = append(w.due, entries)
	}
}

// deliver tells what is due. When it returns, all that was queued before has
// been told, by this goroutine or by another.
func (w *watchers) deliver() {
	w.turn.Lock()
	defer w.turn.Unlock()
	for {
		w.mu.Lock()
		due, list := w.due, w.list
		w.due = nil
		w.mu.Unlock()
		if len(due) == 0 {
			return
		}
		for _, entries := range due {
			for _, x := range list {
				x.f(entries)
			}
		}
	}
}

// close forgets everybody who watches, after the call under way.
func (w *watchers) close() {
	w.turn.Lock()
	defer w.turn.Unlock()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.list, w.due = nil, nil
}

// Watch calls f after every act, one's own included, with its entries, until
// stop is called. Acts arrive in order. f runs on the goroutine of whoever
// acted: it must return quickly, may read the desk, and must neither write to it
// nor call stop.
func (w *Workspace) Watch(f func([]ledger.Entry)) (stop func()) {
	x := &watcher{f}
	ws := &w.watchers
	ws.mu.Lock()
	defer ws.mu.Unlock()
	ws.list = append(slices.Clip(ws.list), x)
	return func() {
		ws.turn.Lock() // f is not running, and will not be called again
		defer ws.turn.Unlock()
		ws.mu.Lock()
		defer ws.mu.Unlock()
		ws.list = slices.DeleteFunc(slices.Clone(ws.list), func(o *watcher) bool { return o == x })
	}
}
