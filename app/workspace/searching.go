package workspace

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"stet/app/store"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index"
	"stet/index/source"
)

// reindexed is the article that a change makes the index read again; empty for
// every other change.
func reindexed(c ledger.Change) source.ArticleID {
	switch c := c.(type) {
	case ledger.VersionAdded:
		return c.Article.ID
	case ledger.VersionHidden:
		return c.Version.Article
	case ledger.ArticleFiled:
		return c.Article.ID
	}
	return ""
}

// textSource is how the index reads texts.
func (w *Workspace) textSource(ctx context.Context, id source.VersionID) (source.Version, source.Text, error) {
	v, t, err := w.Read(ctx, id)
	return v.Version, t, err
}

// openIndex opens the index once. A reader beside a writer gets a snapshot, or
// failing that an index of its own in memory.
func (w *Workspace) openIndex() error {
	if w.index != nil {
		return nil
	}
	dir := filepath.Join(w.cfg.Dir, store.IndexName)
	o := w.indexOptions()
	if w.cfg.ReadOnly {
		ix, done, err := index.OpenSnapshot(dir, o)
		if err == nil {
			w.index, w.indexDone = ix, done
			return nil
		}
		w.cfg.Log.Warn("searching without the desk's index", "reason", err)
		ix, err = index.Open("", o)
		if err != nil {
			return fmt.Errorf("opening an index in memory: %w", err)
		}
		w.index = ix
		return nil
	}
	ix, err := index.Open(dir, o)
	if err != nil {
		return fmt.Errorf("opening the index: %w", err)
	}
	w.index = ix
	return nil
}

func (w *Workspace) indexOptions() index.Options {
	return index.Options{Texts: w.textSource, Log: w.cfg.Log, Head: w.headAt}
}

// indexed is the entry the index is being brought up to; guarded by indexMu.
type indexed struct {
	seq  uint64
	head source.Hash
}

// headAt names the entry the index notes as seen.
func (w *Workspace) headAt(seq uint64) string {
	if seq != w.indexing.seq {
		return ""
	}
	return string(w.indexing.head)
}

func (w *Workspace) closeIndex() error {
	if w.index == nil {
		return nil
	}
	err := w.index.Close()
	if w.indexDone != nil {
		err = errors.Join(err, w.indexDone())
	}
	w.index, w.indexDone, w.indexOurs = nil, nil, false
	return err
}

// Stale reports how many changes the index has not taken in yet.
func (w *Workspace) Stale() int {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return len(w.behind)
}

// singly is up to how many versions are put into the index one by one, each
// safely on disk, before a bulk load pays.
const singly = 32

// Refresh brings the index up to date with the ledger: everything, if the index
// is new, was deleted or is damaged. Interrupted, it goes on next time.
func (w *Workspace) Refresh(ctx context.Context, onItem OnItem) error {
	w.indexMu.Lock()
	defer w.indexMu.Unlock()
	if err := w.openIndex(); err != nil {
		return err
	}
	if err := w.catchUp(ctx); err != nil {
		return err
	}
	to, put, gone := w.unindexed()
	w.indexing = to
	seq := to.seq
	if err := w.putIndex(ctx, seq, put, onItem); err != nil {
		return err
	}
	if len(gone) > 0 {
		if err := w.index.Remove(ctx, seq, gone...); err != nil {
			return fmt.Errorf("updating the index: %w", err)
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	kept := w.behind[:0]
	for _, e := range w.behind {
		if e.Seq > seq {
			kept = append(kept, e)
		}
	}
	w.behind = kept
	return nil
}

// catchUp makes sure that the index is of this desk's ledger. A reader first reads
// what was written since it opened. An index that has seen more than there is, or
// another entry than the ledger has there, is of another desk or of another state
// of this one (a backup was put back): it is made anew, not believed.
func (w *Workspace) catchUp(ctx context.Context) error {
	if w.index.Seen() > w.Seq() {
		w.mu.Lock()
		err := w.replay(ctx)
		w.mu.Unlock()
		w.watchers.deliver()
		if err != nil {
			return err
		}
	}
	ours, err := w.ownIndex(ctx)
	if err != nil || ours {
		return err
	}
	w.cfg.Log.Warn("the index is of another ledger: making it anew", "seen", w.index.Seen(), "entries", w.Seq())
	if err := w.closeIndex(); err != nil {
		return fmt.Errorf("closing the index: %w", err)
	}
	if w.cfg.ReadOnly {
		ix, err := index.Open("", w.indexOptions())
		w.index = ix
		return err
	}
	if err := index.Delete(filepath.Join(w.cfg.Dir, store.IndexName)); err != nil {
		return fmt.Errorf("deleting the index: %w", err)
	}
	return w.openIndex()
}

// ownIndex reports whether the last entry the index has seen is this ledger's. A
// ledger only grows, so that it is asked once for every index that is opened.
func (w *Workspace) ownIndex(ctx context.Context) (bool, error) {
	seen := w.index.Seen()
	if w.indexOurs || seen == 0 {
		return true, nil
	}
	if seen > w.Seq() {
		return false, nil
	}
	var hash source.Hash
	err := w.store.Entries(ctx, seen-1, func(page []ledger.Entry) error {
		hash = page[0].Hash
		return errFound
	})
	if err != nil && !errors.Is(err, errFound) {
		return false, err
	}
	w.indexOurs = w.index.SeenHead() == string(hash)
	return w.indexOurs, nil
}

// errFound ends a reading of the ledger.
var errFound = errors.New("found")

// unindexed lists what the index lacks, up to an entry.
func (w *Workspace) unindexed() (to indexed, put, gone []source.VersionID) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	to = indexed{w.state.Seq, w.state.Head}
	seen := w.index.Seen()
	sort := func(a *ledger.Article) {
		for _, v := range a.Versions {
			if v.Hidden {
				gone = append(gone, v.ID)
			} else {
				put = append(put, v.ID)
			}
		}
	}
	if seen == 0 {
		for _, id := range w.state.Filed {
			sort(w.state.Articles[id])
		}
		return to, put, nil
	}
	done := map[source.ArticleID]bool{}
	for _, e := range w.behind {
		if e.Seq <= seen {
			continue
		}
		id := reindexed(e.Change)
		// All versions of the article: which one is the latest has changed too.
		if !done[id] {
			done[id] = true
			sort(w.state.Articles[id])
		}
	}
	return to, put, gone
}

func (w *Workspace) putIndex(ctx context.Context, seq uint64, put []source.VersionID, onItem OnItem) error {
	if len(put) == 0 {
		return nil
	}
	items := func(yield func(index.Item) error) error {
		for i, id := range put {
			if err := ctx.Err(); err != nil {
				return err
			}
			it, err := w.indexItem(ctx, id)
			if err != nil {
				return err
			}
			if err := yield(it); err != nil {
				return fmt.Errorf("updating the index: %w", err)
			}
			if onItem != nil {
				onItem(i+1, len(put), it.Version.Title())
			}
		}
		return nil
	}
	if len(put) <= singly {
		var all []index.Item
		if err := items(func(it index.Item) error { all = append(all, it); return nil }); err != nil {
			return err
		}
		if err := w.index.Put(ctx, seq, all); err != nil {
			return fmt.Errorf("updating the index: %w", err)
		}
		return nil
	}
	bulk := w.index.Bulk(ctx)
	if err := items(func(it index.Item) error { return bulk.Add(it) }); err != nil {
		return errors.Join(err, bulk.Close(0)) // not all of it is there
	}
	return bulk.Close(seq)
}

// indexItem reads what the index needs of a version, past the cache of texts,
// which is for what people look at.
func (w *Workspace) indexItem(ctx context.Context, id source.VersionID) (index.Item, error) {
	v, err := w.Version(id)
	if err != nil {
		return index.Item{}, err
	}
	body, err := w.store.Text(ctx, v.Text)
	if err != nil {
		return index.Item{}, err
	}
	it := index.Item{Version: v.Version, Text: source.Text{Body: body, Marks: v.Marks}}
	w.View(func(s *ledger.State) { it.Article = s.Articles[id.Article].Article })
	return it, nil
}

// Reindex throws the index away and builds it anew.
func (w *Workspace) Reindex(ctx context.Context, onItem OnItem) error {
	if w.cfg.ReadOnly {
		return store.ErrReadOnly
	}
	w.indexMu.Lock()
	err := w.closeIndex()
	if err == nil {
		err = index.Delete(filepath.Join(w.cfg.Dir, store.IndexName))
	}
	w.indexMu.Unlock()
	if err != nil {
		return fmt.Errorf("deleting the index: %w", err)
	}
	return w.Refresh(ctx, onItem)
}

// ready is the index, opened and up to date.
func (w *Workspace) ready(ctx context.Context) (*index.Index, error) {
	w.indexMu.Lock()
	ix := w.index
	w.indexMu.Unlock()
	if ix != nil && w.Stale() == 0 {
		return ix, nil
	}
	if err := w.Refresh(ctx, nil); err != nil {
		return nil, err
	}
	w.indexMu.Lock()
	defer w.indexMu.Unlock()
	return w.index, nil
}

// Search finds passages. It brings the index up to date first if it lags; a
// shell with a progress bar calls Refresh before.
func (w *Workspace) Search(ctx context.Context, q index.Query) (index.Page, error) {
	ix, err := w.ready(ctx)
	if err != nil {
		return index.Page{}, err
	}
	return ix.Search(ctx, q)
}

// Suggest completes a word from the dictionary of the index, most frequent first.
func (w *Workspace) Suggest(ctx context.Context, prefix string, n int) ([]string, error) {
	ix, err := w.ready(ctx)
	if err != nil {
		return nil, err
	}
	return ix.Suggest(ctx, prefix, n)
}

// SaveSearch keeps a search as proof of what was looked for and (not) found.
func (w *Workspace) SaveSearch(ctx context.Context, q index.Query, claim claims.ID) (claims.Receipt, error) {
	p, err := w.Search(ctx, q)
	if err != nil {
		return claims.Receipt{}, err
	}
	searched, err := w.Search(ctx, q.Limits())
	if err != nil {
		return claims.Receipt{}, err
	}
	f := filterOf(q)
	r := claims.Receipt{Query: q.Text, Scope: scope(q), At: w.cfg.Now().UTC(), Hits: p.Total, AtLeast: p.AtLeast, Articles: searched.Articles, Claim: claim, Filter: &f}
	return r, w.Do(ctx, ledger.SearchSaved{Receipt: r})
}

// scope says in words what a search was limited to.
func scope(q index.Query) string {
	parts := []string{"all articles on the desk"}
	if q.Latest {
		parts[0] = "the newest version of every article"
	}
	if len(q.Outlets) > 0 {
		parts = append(parts, "outlets: "+strings.Join(q.Outlets, ", "))
	}
	if !q.From.IsZero() {
		parts = append(parts, "from "+q.From.Format("2 January 2006"))
	}
	if !q.To.IsZero() {
		parts = append(parts, "to "+q.To.Format("2 January 2006"))
	}
	if q.Role != "" {
		parts = append(parts, "only "+string(q.Role))
	}
	if q.Kind != "" {
		parts = append(parts, "only "+string(q.Kind))
	}
	if q.Lang != "" {
		parts = append(parts, "language: "+q.Lang)
	}
	if len(q.Articles) > 0 {
		names := make([]string, len(q.Articles))
		for i, id := range q.Articles {
			names[i] = string(id)
		}
		parts = append(parts, "articles: "+strings.Join(names, ", "))
	}
	if typed := q.Limits().Text; typed != "" {
		parts = append(parts, "as the query says: "+typed)
	}
	return strings.Join(parts, "; ")
}

// IndexStats describes the index, brought up to date first.
func (w *Workspace) IndexStats(ctx context.Context) (index.Stats, error) {
	ix, err := w.ready(ctx)
	if err != nil {
		return index.Stats{}, err
	}
	return ix.Stats(ctx)
}
