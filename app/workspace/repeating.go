package workspace

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index"
	"stet/index/source"
)

// A receipt says that a search found so many passages, or none, in what the desk
// held when it was kept. Anybody who holds the desk can make the search again: the
// ledger says which versions there were, the store has their texts.

// Repeated is a kept search made again.
type Repeated struct {
	ledger.Search
	Found    int    // passages found now
	Within   int    // articles they stand in
	Searched int    // articles searched now
	Not      string // why it cannot be made again; "" if it was
}

// OK reports whether the search found again what the receipt says.
func (r Repeated) OK() bool {
	return r.Not != "" || r.Found == r.Hits && r.Searched == r.Articles
}

// RepeatSearches makes every kept search again over exactly the versions the desk
// held at its entry, in the order in which they were kept. It reads the ledger from
// its beginning and fills an index in memory as it goes, which takes about as long
// as indexing the desk did. onItem counts searches.
func (w *Workspace) RepeatSearches(ctx context.Context, onItem OnItem) (out []Repeated, err error) {
	var kept []uint64
	w.View(func(s *ledger.State) {
		for _, x := range s.Searches {
			if !x.Dropped {
				kept = append(kept, x.Seq)
			}
		}
	})
	if len(kept) == 0 {
		return nil, nil
	}
	ix, err := index.Open("", index.Options{Texts: w.textSource, Log: w.cfg.Log})
	if err != nil {
		return nil, fmt.Errorf("opening an index in memory: %w", err)
	}
	defer func() { err = errors.Join(err, ix.Close()) }()
	r := repeating{w: w, ix: ix, state: ledger.New(), touched: map[source.ArticleID]bool{}}
	err = w.store.Entries(ctx, 0, func(page []ledger.Entry) error {
		for _, e := range page {
			if len(out) == len(kept) {
				return errEnough
			}
			if e.Seq == kept[len(out)] {
				x, err := r.again(ctx, e)
				if err != nil {
					return err
				}
				out = append(out, x)
				if onItem != nil {
					onItem(len(out), len(kept), x.Query)
				}
			}
			if err := r.take(e); err != nil {
				return err
			}
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return out, err
}

// repeating is the desk as it was at an entry, with an index that lags behind.
type repeating struct {
	w       *Workspace
	ix      *index.Index
	state   *ledger.State
	touched map[source.ArticleID]bool // articles the index has to hear of
	order   []source.ArticleID
}

// take applies an entry.
func (r *repeating) take(e ledger.Entry) error {
	if id := reindexed(e.Change); id != "" && !r.touched[id] {
		r.touched[id] = true
		r.order = append(r.order, id)
	}
	return r.state.Apply(e)
}

// again makes the search of an entry again, before that entry is applied.
func (r *repeating) again(ctx context.Context, e ledger.Entry) (Repeated, error) {
	saved, ok := e.Change.(ledger.SearchSaved)
	if !ok {
		return Repeated{}, fmt.Errorf("entry %d keeps no search", e.Seq)
	}
	x := Repeated{Search: ledger.Search{Receipt: saved.Receipt, Seq: e.Seq, Head: r.state.Head, Who: e.Who}}
	q, ok := queryOf(saved.Receipt)
	if !ok {
		x.Not = "the receipt keeps its limits in words only"
		return x, nil
	}
	if err := r.catchUp(ctx); err != nil {
		return x, err
	}
	found, err := r.ix.Search(ctx, q)
	if err != nil {
		return x, err
	}
	searched, err := r.ix.Search(ctx, q.Limits())
	x.Found, x.Within, x.Searched = found.Total, found.Articles, searched.Articles
	return x, err
}

// catchUp brings the index to the state.
func (r *repeating) catchUp(ctx context.Context) error {
	var gone []source.VersionID
	bulk := r.ix.Bulk(ctx)
	for _, id := range r.order {
		a := r.state.Articles[id]
		for _, v := range a.Versions {
			if v.Hidden {
				gone = append(gone, v.ID)
				continue
			}
			body, err := r.w.store.Text(ctx, v.Text)
			if err == nil {
				err = bulk.Add(index.Item{Version: v.Version, Article: a.Article, Text: source.Text{Body: body, Marks: v.Marks}})
			}
			if err != nil {
				return errors.Join(fmt.Errorf("searching %s again: %w", v.ID, err), bulk.Close(0))
			}
		}
	}
	if err := bulk.Close(r.state.Seq); err != nil {
		return err
	}
	clear(r.touched)
	r.order = r.order[:0]
	if len(gone) == 0 {
		return nil
	}
	return r.ix.Remove(ctx, r.state.Seq, gone...)
}

// filterOf is what a query is limited to beside what its words say.
func filterOf(q index.Query) claims.SearchFilter {
	f := claims.SearchFilter{Outlets: slices.Clone(q.Outlets), Kind: string(q.Kind), Role: string(q.Role), Lang: q.Lang, Latest: q.Latest}
	if !q.From.IsZero() {
		f.From = q.From.UTC().Format(time.DateOnly)
	}
	if !q.To.IsZero() {
		f.To = q.To.UTC().Format(time.DateOnly)
	}
	for _, id := range q.Articles {
		f.Articles = append(f.Articles, string(id))
	}
	return f
}

// queryOf is the search of a receipt; false if it cannot be told from it.
func queryOf(r claims.Receipt) (index.Query, bool) {
	q := index.Query{Text: r.Query, Limit: 1}
	if r.Filter == nil {
		return q, r.Scope == scope(q)
	}
	f := r.Filter
	q.Outlets, q.Kind, q.Role, q.Lang, q.Latest = f.Outlets, source.MarkKind(f.Kind), source.Role(f.Role), f.Lang, f.Latest
	for _, d := range []struct {
		day string
		to  *time.Time
	}{{f.From, &q.From}, {f.To, &q.To}} {
		if d.day == "" {
			continue
		}
		t, err := time.Parse(time.DateOnly, d.day)
		if err != nil {
			return q, false
		}
		*d.to = t
	}
	for _, id := range f.Articles {
		q.Articles = append(q.Articles, source.ArticleID(id))
	}
	return q, true
}
