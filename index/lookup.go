package index

import (
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// lookup is one search's use of a view: open dictionaries and the postings read
// so far. It belongs to one goroutine.
type lookup struct {
	*view
	dicts    []map[string]segment.TermDictionary // by segment, field
	postings map[alt][]*roaring.Bitmap           // by segment
}

func (v *view) lookup() *lookup {
	l := &lookup{view: v, dicts: make([]map[string]segment.TermDictionary, len(v.segs)), postings: map[alt][]*roaring.Bitmap{}}
	for i := range l.dicts {
		l.dicts[i] = map[string]segment.TermDictionary{}
	}
	return l
}

// docs returns the live documents of a term, by segment. Not to be written to.
func (l *lookup) docs(a alt) ([]*roaring.Bitmap, error) {
	if b, ok := l.postings[a]; ok {
		return b, nil
	}
	out := make([]*roaring.Bitmap, len(l.segs))
	for i, g := range l.segs {
		d, ok := l.dicts[i][a.field]
		if !ok {
			var err error
			if d, err = g.dictionary(a.field); err != nil {
				return nil, err
			}
			l.dicts[i][a.field] = d
		}
		var err error
		if out[i], err = g.part.postings(d, a.term); err != nil {
			return nil, err
		}
	}
	l.postings[a] = out
	return out, nil
}

// anyOf returns the documents that hold any of the terms, by segment.
func (l *lookup) anyOf(lists ...[]alt) ([]*roaring.Bitmap, error) {
	out := make([]*roaring.Bitmap, len(l.segs))
	each := make([][]*roaring.Bitmap, len(l.segs))
	for _, list := range lists {
		for _, a := range list {
			docs, err := l.docs(a)
			if err != nil {
				return nil, err
			}
			for i, b := range docs {
				if !b.IsEmpty() {
					each[i] = append(each[i], b)
				}
			}
		}
	}
	for i, bs := range each {
		switch len(bs) {
		case 0:
			out[i] = noDocs
		case 1:
			out[i] = bs[0]
		default:
			out[i] = roaring.FastOr(bs...)
		}
	}
	return out, nil
}

// frequency is in how many passages a term is.
func (l *lookup) frequency(a alt) (uint64, error) {
	docs, err := l.docs(a)
	return count(docs), err
}

func count(docs []*roaring.Bitmap) uint64 {
	var n uint64
	for _, b := range docs {
		n += b.GetCardinality()
	}
	return n
}

// gate is a plan's bounds over a view: which documents may be shown.
type gate struct {
	segs []segGate
	open bool // nothing is filtered
}

// segGate filters one segment: by a bitmap where postings answer at once, and
// version by version, remembered, for the rest.
type segGate struct {
	g       *seg
	only    *roaring.Bitmap // nil: all
	never   *roaring.Bitmap // nil: none
	admit   func(v uint32) bool
	verdict []int8 // by version: 0 unknown, 1 admitted, -1 not
}

// pass reports whether a document may be shown.
func (s *segGate) pass(doc uint32) bool {
	if s.only != nil && !s.only.Contains(doc) || s.never != nil && s.never.Contains(doc) {
		return false
	}
	if s.admit == nil {
		return true
	}
	v := s.g.version[doc]
	if s.verdict[v] == 0 {
		s.verdict[v] = -1
		if s.admit(v) {
			s.verdict[v] = 1
		}
	}
	return s.verdict[v] > 0
}

// gate prepares the filters of a plan.
func (l *lookup) gate(p *plan) (*gate, error) {
	out := &gate{segs: make([]segGate, len(l.segs)), open: true}
	only := make([][]*roaring.Bitmap, len(l.segs)) // all must hold
	keyword := func(field string, values []string) error {
		if len(values) == 0 {
			return nil
		}
		var alts []alt
		for _, v := range values {
			alts = append(alts, alt{field, v})
		}
		docs, err := l.anyOf(alts)
		for i := range docs {
			only[i] = append(only[i], docs[i])
		}
		return err
	}
	if err := keyword(fieldOutlet, p.bounds.outlets); err != nil {
		return nil, err
	}
	if err := keyword(fieldKind, p.bounds.kinds); err != nil {
		return nil, err
	}
	var never [][]*roaring.Bitmap
	for _, s := range p.not {
		docs, err := l.anyOf(s.own)
		if err != nil {
			return nil, err
		}
		never = append(never, docs)
	}
	admit := l.admit(p.bounds)
	for i, g := range l.segs {
		s := &out.segs[i]
		s.g = g
		if len(only[i]) > 0 {
			s.only = roaring.FastAnd(only[i]...)
			out.open = false
		}
		for _, docs := range never {
			if s.never == nil {
				s.never = roaring.New()
			}
			s.never.Or(docs[i])
			out.open = false
		}
		if admit != nil {
			s.admit = func(v uint32) bool { return admit(g, v) }
			s.verdict = make([]int8, len(g.versions))
			out.open = false
		}
	}
	return out, nil
}

// admit returns the filter on versions, or nil if there is none.
func (l *lookup) admit(b bounds) func(g *seg, v uint32) bool {
	langs, roles := l.numbers(l.words, b.langs), l.numbers(l.words, b.roles)
	var ids []string
	for _, a := range b.articles {
		ids = append(ids, string(a))
	}
	articles := l.numbers(l.articles, ids)
	type version struct {
		article uint32
		n       int32
	}
	not := map[version]bool{}
	for _, v := range b.not {
		if a, ok := l.articles.known(string(v.Article)); ok {
			not[version{a, int32(v.N)}] = true
		}
	}
	days := b.from != math.MinInt32 || b.to != math.MaxInt32
	if langs == nil && roles == nil && articles == nil && len(not) == 0 && !days && !b.latest {
		return nil
	}
	among := func(list []uint32, x uint32) bool { return list == nil || slices.Contains(list, x) }
	return func(g *seg, v uint32) bool {
		x := &g.versions[v]
		return (!b.latest || !g.stale[v]) &&
			(!days || x.day >= b.from && x.day <= b.to && x.day != unknownDay) &&
			among(langs, x.lang) && among(roles, x.role) && among(articles, x.article) &&
			!not[version{x.article, x.n}]
	}
}

// numbers translates names; nil means no filter, an empty list nothing.
func (l *lookup) numbers(n *names, list []string) []uint32 {
	if len(list) == 0 {
		return nil
	}
	out := []uint32{}
	for _, s := range list {
		if i, ok := n.known(s); ok {
			out = append(out, i)
		}
	}
	return out
}
