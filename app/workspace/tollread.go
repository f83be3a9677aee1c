package workspace

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"runtime"
	"sync"

	"stet/claims/ledger"
	"stet/claims/toll"
	"stet/index/source"
)

// FiguresToRead is how many versions the board has not read yet.
func (w *Workspace) FiguresToRead() int {
	t := &w.texts.tolls
	n := 0
	copies, _ := w.tollCopies()
	for _, c := range copies {
		if !t.has(c.key) {
			n++
		}
	}
	return n
}

// tollCopy is a version that may be on a board.
type tollCopy struct {
	toll.Copy
	key source.Hash
	v   ledger.Version
}

// tollCopies lists the versions of the desk, oldest article first.
func (w *Workspace) tollCopies() (list []tollCopy, events []ledger.Event) {
	w.View(func(s *ledger.State) {
		for _, id := range s.Filed {
			a := s.Articles[id]
			latest := a.Latest()
			for _, v := range a.Versions {
				if v.Hidden {
					continue
				}
				c := tollCopy{v: *v, key: digestKey(v.Version)}
				c.Copy = toll.Copy{Version: v.ID, Outlet: firstOf(v.Outlet, a.Outlet), Title: v.Title(), Date: v.Date(), Notice: v.Notice,
					Latest: v == latest, Story: a.Role == source.Story}
				list = append(list, c)
			}
		}
		for _, id := range s.Named {
			if e := s.Events[id]; !e.Removed {
				x := *e
				x.Placed = maps.Clone(e.Placed)
				events = append(events, x)
			}
		}
	})
	return list, events
}

func firstOf(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// digestKey names a digest by all that it depends on: the text, the day relative
// dates are resolved against, the address and the place line.
func digestKey(v source.Version) source.Hash {
	return source.HashOf([]byte(fmt.Sprintf("%d\x00%s\x00%s\x00%s\x00%s\x00%s", toll.DigestVersion, v.Text, v.Date().Format("2006-01-02"), v.Slug(), v.Dateline, v.Lang)))
}

// ReadFigures reads the figures of all versions that were not read yet, on as many
// processors as there are. The first time that is the whole desk: call it in a job. What
// was read stays when ctx ends it.
func (w *Workspace) ReadFigures(ctx context.Context, onItem OnItem) error {
	t := &w.texts.tolls
	t.turn.Lock()
	defer t.turn.Unlock()
	copies, _ := w.tollCopies()
	if t.digests == nil {
		w.recallDigests(copies)
	}
	var unread []tollCopy
	for _, c := range copies {
		if !t.has(c.key) {
			unread = append(unread, c)
		}
	}
	done := len(copies) - len(unread)
	if onItem != nil && len(unread) == 0 {
		onItem(done, len(copies), "")
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var fresh []kept
	defer func() { w.keepDigests(fresh) }()
	var failed error
	for r := range w.digests(ctx, unread) {
		if r.err != nil {
			failed = cmp.Or(failed, r.err)
			stop() // the others end soon; what they have read is kept
			continue
		}
		t.put(r.of.key, r.digest)
		if fresh = append(fresh, kept{r.of.key, r.digest}); len(fresh) == keptTogether {
			w.keepDigests(fresh)
			fresh = nil
		}
		if done++; onItem != nil {
			onItem(done, len(copies), r.of.Title)
		}
	}
	return cmp.Or(failed, ctx.Err())
}

// tollRead is the digest of a copy, or why there is none.
type tollRead struct {
	of     tollCopy
	digest toll.Digest
	err    error
}

// digests reads copies in any order. The channel is to be read to its end, which comes
// soon when ctx ends.
func (w *Workspace) digests(ctx context.Context, list []tollCopy) <-chan tollRead {
	todo, out := make(chan tollCopy), make(chan tollRead)
	go func() {
		defer close(todo)
		for _, c := range list {
			select {
			case todo <- c:
			case <-ctx.Done():
				return
			}
		}
	}()
	var workers sync.WaitGroup
	for range min(len(list), runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for c := range todo {
				d, err := w.digest(ctx, c.v)
				out <- tollRead{c, d, err}
			}
		})
	}
	go func() {
		workers.Wait()
		close(out)
	}()
	return out
}

func (t *tollDesk) has(k source.Hash) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, ok := t.digests[k]
	return ok
}

func (t *tollDesk) put(k source.Hash, d toll.Digest) {
	t.mu.Lock()
	defer t.mu.Unlock()
	d.Intern(t.names)
	t.digests[k] = d
}

// digest reads one version, beside the cache of texts: a desk's worth would only
// wash it out.
func (w *Workspace) digest(ctx context.Context, v ledger.Version) (toll.Digest, error) {
	body, err := w.store.Text(ctx, v.Text)
	if err != nil {
		return toll.Digest{}, fmt.Errorf("reading %s: %w", v.ID, err)
	}
	c := toll.Context{Slug: v.Slug(), Dateline: v.Dateline, Byline: v.Byline}
	for _, m := range v.Marks {
		switch m.Kind {
		case source.MarkHeadline:
			if c.Headline.Empty() {
				c.Headline = m.Span
			}
		case source.MarkNotice:
			c.Notices = append(c.Notices, m.Span)
		}
	}
	return toll.Read(analyse(body, v.Version), c), nil
}
