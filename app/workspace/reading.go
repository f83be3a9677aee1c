package workspace

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"

	"stet/claims/extract"
	"stet/claims/ledger"
	"stet/index/neardup"
	"stet/index/source"
)

// cachedTexts is how many texts, and how many analyses of texts, are kept in
// memory: what one person has open, with room for comparing back and forth.
const cachedTexts = 64

// texts reads texts and their analyses through a small cache. Both are
// immutable, so a copy can never be stale.
type texts struct {
	w    *Workspace
	mu   sync.Mutex
	body lru[source.VersionID, source.Text]
	doc  lru[source.VersionID, *extract.Doc]
	set  lru[source.VersionID, neardup.Set]

	tolls tollDesk
}

func newTexts(w *Workspace) *texts { return &texts{w: w} }

// lru keeps the last cachedTexts values used.
type lru[K comparable, V any] struct {
	at    map[K]V
	order []K // oldest first
}

func (l *lru[K, V]) get(k K) (V, bool) {
	v, ok := l.at[k]
	if ok {
		l.touch(k)
	}
	return v, ok
}

func (l *lru[K, V]) touch(k K) {
	for i, o := range l.order {
		if o == k {
			l.order = append(append(l.order[:i:i], l.order[i+1:]...), k)
			return
		}
	}
	l.order = append(l.order, k)
}

func (l *lru[K, V]) put(k K, v V) {
	if l.at == nil {
		l.at = map[K]V{}
	}
	l.at[k] = v
	l.touch(k)
	if len(l.order) > cachedTexts {
		delete(l.at, l.order[0])
		l.order = l.order[1:]
	}
}

// Version finds a version; N = 0 is the article's latest.
func (w *Workspace) Version(id source.VersionID) (ledger.Version, error) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	v, err := w.state.Version(id)
	if err != nil {
		return ledger.Version{}, err
	}
	out := *v
	if a := w.state.Articles[v.ID.Article]; out.Outlet == "" && a != nil {
		out.Outlet = a.Outlet // as somebody filed it
	}
	return out, nil
}

// Outlets lists the outlets of the desk's articles and versions, in order.
func (w *Workspace) Outlets() []string {
	in := map[string]bool{}
	w.View(func(s *ledger.State) {
		for _, a := range s.Articles {
			for _, v := range a.Versions {
				in[cmp.Or(v.Outlet, a.Outlet)] = !v.Hidden || in[cmp.Or(v.Outlet, a.Outlet)]
			}
		}
	})
	maps.DeleteFunc(in, func(name string, there bool) bool { return name == "" || !there })
	return slices.Sorted(maps.Keys(in))
}

// Read returns a version and its canonical text.
func (w *Workspace) Read(ctx context.Context, id source.VersionID) (ledger.Version, source.Text, error) {
	v, err := w.Version(id)
	if err != nil {
		return v, source.Text{}, err
	}
	w.texts.mu.Lock()
	t, ok := w.texts.body.get(v.ID)
	w.texts.mu.Unlock()
	if ok {
		return v, t, nil
	}
	body, err := w.store.Text(ctx, v.Text)
	if err != nil {
		return v, t, fmt.Errorf("reading %s: %w", v.ID, err)
	}
	t = source.Text{Body: body, Marks: v.Marks}
	w.texts.mu.Lock()
	w.texts.body.put(v.ID, t)
	w.texts.mu.Unlock()
	return v, t, nil
}

// Original returns the bytes a version was read from.
func (w *Workspace) Original(ctx context.Context, id source.VersionID) ([]byte, error) {
	v, err := w.Version(id)
	if err != nil {
		return nil, err
	}
	return w.store.Original(ctx, v.Original)
}

// Analysis returns the analysed text of a version: sentences, quotes, figures.
func (w *Workspace) Analysis(ctx context.Context, id source.VersionID) (*extract.Doc, error) {
	v, t, err := w.Read(ctx, id)
	if err != nil {
		return nil, err
	}
	w.texts.mu.Lock()
	d, ok := w.texts.doc.get(v.ID)
	w.texts.mu.Unlock()
	if ok {
		return d, nil
	}
	d = analyse(t.Body, v.Version)
	w.texts.mu.Lock()
	w.texts.doc.put(v.ID, d)
	w.texts.mu.Unlock()
	return d, nil
}

// shingles returns the shingles of a version, for telling copies.
func (w *Workspace) shingles(ctx context.Context, id source.VersionID) (neardup.Set, error) {
	w.texts.mu.Lock()
	s, ok := w.texts.set.get(id)
	w.texts.mu.Unlock()
	if ok {
		return s, nil
	}
	_, t, err := w.Read(ctx, id)
	if err != nil {
		return nil, err
	}
	s = neardup.Of(t.Body)
	w.texts.mu.Lock()
	w.texts.set.put(id, s)
	w.texts.mu.Unlock()
	return s, nil
}

func analyse(body string, v source.Version) *extract.Doc { return extract.Analyse(body, metaOf(v)) }

func metaOf(v source.Version) extract.Meta {
	return extract.Meta{Date: v.Date(), Publisher: v.Outlet, Title: v.Headline, Lang: v.Lang}
}
