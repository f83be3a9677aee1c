package workspace

import "stet/claims/ledger"

// watchers are called in the order of the ledger, one act at a time. The list is
// guarded by Workspace.announce.
type watchers struct {
	list []*watcher
}

type watcher struct{ f func([]ledger.Entry) }

func (w *watchers) call(entries []ledger.Entry) {
	for _, x := range w.list {
		x.f(entries)
	}
}

// Watch calls f after every act, one's own included, with its entries, until
// stop is called. Acts arrive in order. f runs on the goroutine of whoever
// acted, so it must return quickly and must not write to the desk.
func (w *Workspace) Watch(f func([]ledger.Entry)) (stop func()) {
	x := &watcher{f}
	w.announce.Lock()
	defer w.announce.Unlock()
	w.watchers.list = append(w.watchers.list, x)
	return func() {
		w.announce.Lock()
		defer w.announce.Unlock()
		kept := make([]*watcher, 0, len(w.watchers.list))
		for _, o := range w.watchers.list {
			if o != x {
				kept = append(kept, o)
			}
		}
		w.watchers.list = kept
	}
}
