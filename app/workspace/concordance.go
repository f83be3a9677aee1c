package workspace

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"sync"

	"stet/app/store"
	"stet/claims"
	"stet/claims/concordance"
	"stet/claims/ledger"
	"stet/claims/match"
	"stet/index/source"
)

// concord is what the concordance was worked out from, kept while the desk is
// open. Versions do not change, so what was read of them and how two of their
// quotations compare stays true; the utterances are found anew when something
// they depend on changed.
type concord struct {
	turn sync.Mutex // one at a time works it out

	pages  map[source.VersionID]*quotePage
	cache  *store.Cache // where pages are kept; set once they were recalled
	beside map[[2]source.Place]besides
	key    uint64 // of what found was found in
	seq    uint64 // of the ledger when that was looked at
	found  []concordance.Utterance
}

// besides is an answer of concordance.Beside.
type besides struct {
	result match.Result
	pieces []concordance.Piece
}

// Utterances finds, over the whole desk, what was said and how everybody renders
// it, in the order of the utterances' keys; those printed once are among them.
// The first time on a large desk it takes a while; what was read stays read when
// it is cancelled. The result is shared: do not change it.
func (w *Workspace) Utterances(ctx context.Context, onItem OnItem) ([]concordance.Utterance, error) {
	c := &w.quotes
	c.turn.Lock()
	defer c.turn.Unlock()
	for range retries {
		seq := w.Seq()
		if c.found != nil && c.seq == seq {
			return c.found, nil
		}
		in, versions, key := w.concordInput()
		if c.found != nil && c.key == key {
			c.seq = seq
			return c.found, nil
		}
		if err := w.readPages(ctx, versions, onItem); err != nil {
			return nil, err
		}
		clusters, err := w.clusters(ctx, onItem)
		if err != nil {
			return nil, err
		}
		names := outletNames(in.about)
		for id, a := range in.about {
			if a.Cluster = clusters.number[id.Article]; a.Cluster > 0 {
				a.Origin = clusters.list[a.Cluster-1].OriginArticle == id.Article
			}
			if p := c.pages[id]; p != nil {
				a.Credit = creditName(p.Credits, a.Outlet, names)
			}
			in.about[id] = a
		}
		for _, v := range versions {
			p := c.pages[v]
			for i := range p.Sayings {
				in.Sayings = append(in.Sayings, &p.Sayings[i])
			}
			for i := range p.Reports {
				in.Reports = append(in.Reports, &p.Reports[i])
			}
		}
		in.Names = func(v source.VersionID) []string { return c.pages[v].Names }
		in.About = func(v source.VersionID) concordance.About { return in.about[v] }
		in.Beside = func(r, src *concordance.Saying) (match.Result, []concordance.Piece, error) {
			return w.beside(ctx, r, src)
		}
		in.OnPair = func(done, total int) {
			if onItem != nil {
				onItem(done, total, "comparing quotes")
			}
		}
		found, err := concordance.Find(ctx, in.Input)
		if err != nil {
			return nil, err
		}
		if found == nil {
			found = []concordance.Utterance{}
		}
		if _, _, now := w.concordInput(); now == key {
			c.key, c.seq, c.found = key, seq, found
			return found, nil
		}
	}
	return nil, errors.New("the desk is being written to; look for the quotes when that is done")
}

type concordInput struct {
	concordance.Input
	about map[source.VersionID]concordance.About
}

// concordInput takes from the ledger what utterances depend on, and a key that
// changes with it.
func (w *Workspace) concordInput() (in concordInput, versions []source.VersionID, key uint64) {
	in.about = map[source.VersionID]concordance.About{}
	h := fnv.New64a()
	w.View(func(s *ledger.State) {
		for _, id := range s.Filed {
			a := s.Articles[id]
			latest := a.Latest()
			if latest == nil {
				continue
			}
			fmt.Fprintln(h, id, a.Role, a.Outlet)
			for _, v := range a.Versions {
				if v.Hidden {
					continue
				}
				fmt.Fprintln(h, v.ID.N)
				versions = append(versions, v.ID)
				outlet := a.Outlet
				if outlet == "" {
					outlet = v.Outlet
				}
				in.about[v.ID] = concordance.About{Outlet: outlet, At: v.Date(), Story: a.Role == source.Story, Latest: latest.ID.N}
			}
		}
		var primary []source.Place
		for _, c := range s.Live() {
			for _, e := range s.EvidenceOf(c.ID) {
				if e.Primary {
					primary = append(primary, source.Place{Version: e.Anchor.Version, Span: e.Anchor.Span})
				}
			}
		}
		in.Primary = func(p source.Place) bool {
			return slices.ContainsFunc(primary, func(o source.Place) bool { return o.Version == p.Version && o.Span.Overlaps(p.Span) })
		}
		in.Chosen = slices.Clone(s.QuoteSources)
		fmt.Fprintln(h, primary, in.Chosen)
	})
	return in, versions, h.Sum64()
}

// beside compares two sayings, or remembers how they compare.
func (w *Workspace) beside(ctx context.Context, r, src *concordance.Saying) (match.Result, []concordance.Piece, error) {
	if res, pieces, ok := concordance.Same(r, src); ok {
		return res, pieces, nil
	}
	k := [2]source.Place{r.Place(), src.Place()}
	c := &w.quotes
	if b, ok := c.beside[k]; ok {
		return b.result, b.pieces, nil
	}
	d, err := w.Analysis(ctx, src.Version)
	if err != nil {
		return match.Result{}, nil, err
	}
	var b besides
	b.result, b.pieces = concordance.Beside(r, src, d)
	c.beside[k] = b
	return b.result, b.pieces, nil
}

// UtteranceAt finds the utterance that has a rendering at a place; nil if none
// does.
func UtteranceAt(list []concordance.Utterance, p source.Place) *concordance.Utterance {
	for i := range list {
		if list[i].Holds(p) != nil {
			return &list[i]
		}
	}
	return nil
}

// ErrNoUtterance says that nothing on the desk is what a claim quotes.
var ErrNoUtterance = errors.New("no quotation on this desk has these words")

// UtteranceOf finds what a claim quotes: the utterance it was made of, else the
// one its words are nearest to.
func (w *Workspace) UtteranceOf(ctx context.Context, id claims.ID, onItem OnItem) (concordance.Utterance, error) {
	c, err := w.Claim(id)
	if err != nil {
		return concordance.Utterance{}, err
	}
	list, err := w.Utterances(ctx, onItem)
	if err != nil {
		return concordance.Utterance{}, err
	}
	if c.Made != nil {
		if u := UtteranceAt(list, source.Place{Version: c.Made.Version, Span: c.Made.Span}); u != nil {
			return *u, nil
		}
	}
	q, ok := c.Body.(claims.Quote)
	if !ok {
		return concordance.Utterance{}, fmt.Errorf("claim %s is no quote: %w", id, ErrNoUtterance)
	}
	return w.nearest(ctx, list, match.QuoteClaim{Words: q.Words, Speaker: q.Speaker, Stitched: !q.Edited})
}

// nearest finds the utterance whose source a quotation is nearest to.
func (w *Workspace) nearest(ctx context.Context, list []concordance.Utterance, q match.QuoteClaim) (concordance.Utterance, error) {
	best, most := -1, 0.0
	for i := range list {
		if ctx.Err() != nil {
			return concordance.Utterance{}, ctx.Err()
		}
		src := &list[i].Source
		if !src.Shares(q) {
			continue
		}
		d, err := w.Analysis(ctx, src.Version)
		if err != nil {
			return concordance.Utterance{}, err
		}
		if r := match.Quote(q, match.Passage{Text: d.Text, Span: src.Span, Doc: d}); r.Relation != match.Unrelated && r.Score > most {
			best, most = i, r.Score
		}
	}
	if best < 0 {
		return concordance.Utterance{}, ErrNoUtterance
	}
	return list[best], nil
}

// ChooseSource makes the rendering at a place the best source of its utterance,
// in place of one chosen before; chosen false goes back to what the rules choose.
func (w *Workspace) ChooseSource(ctx context.Context, u concordance.Utterance, r concordance.Rendering, chosen bool) error {
	var changes []ledger.Change
	w.View(func(s *ledger.State) {
		for _, p := range s.QuoteSources {
			if o := u.Holds(p); o != nil && (!chosen || p != r.Place()) {
				changes = append(changes, ledger.QuoteSourceChosen{Place: p, Words: o.Words, Chosen: false})
			}
		}
		if chosen && !slices.Contains(s.QuoteSources, r.Place()) {
			changes = append(changes, ledger.QuoteSourceChosen{Place: r.Place(), Words: r.Words, Chosen: true})
		}
	})
	return w.Do(ctx, changes...)
}

// QuoteDifference is an utterance whose renderings differ in substance.
type QuoteDifference struct {
	Utterance string // key
	Speaker   string
	Source    source.Place
	Words     string // of the source
	Changed   []ChangedQuote
}

// ChangedQuote is a rendering that differs in substance from the best source.
type ChangedQuote struct {
	Place    source.Place
	Words    string
	Relation match.Relation
	Why      string
}

// QuoteDifferences lists the utterances whose renderings differ in substance, in
// the order of their keys, the renderings in that of the text.
func (w *Workspace) QuoteDifferences(ctx context.Context) ([]QuoteDifference, error) {
	list, err := w.Utterances(ctx, nil)
	if err != nil {
		return nil, err
	}
	var out []QuoteDifference
	for i := range list {
		u := &list[i]
		d := QuoteDifference{Utterance: u.Key, Speaker: u.Speaker, Source: u.Source.Place(), Words: u.Source.Words}
		for _, r := range u.All() {
			if r.Matters() {
				d.Changed = append(d.Changed, ChangedQuote{r.Place(), r.Words, r.Relation, r.Why})
			}
		}
		slices.SortStableFunc(d.Changed, func(a, b ChangedQuote) int {
			return strings.Compare(a.Place.Version.String(), b.Place.Version.String())
		})
		if len(d.Changed) > 0 {
			out = append(out, d)
		}
	}
	return out, nil
}
