package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	bindex "github.com/blevesearch/bleve_index_api"
)

// plan is a query resolved against the dictionaries of one state of the index:
// exactly what to look up, whichever way it is then looked up.
type plan struct {
	slots   []slot     // words that are scored
	phrases [][]string // exact words in order: all must be there
	not     []slot     // none may be there
	notSaid [][]string // phrases none of which may be there
	bounds  bounds
	empty   bool // nothing can match
}

// slot is one word of a query: a passage matches it through any of its
// alternatives.
type slot struct {
	word   string
	own    []alt // in the passage itself
	title  []alt // in the headline
	weight float64
}

// alt is a term of a field.
type alt struct{ field, term string }

// matchesAll reports a plan that asks for every passage.
func (p *plan) matchesAll() bool { return len(p.slots) == 0 && len(p.phrases) == 0 }

// Limits of what a prefix or a fuzzy word stands for.
const (
	// maxExpansions is how many words of the dictionary a prefix or a fuzzy
	// word stands for, those in most passages first: what a person who types
	// two letters wants is among them.
	maxExpansions = 64
	// minFuzzy is the length in runes below which a fuzzy word is taken as it
	// is: within one edit of "war" lies half the dictionary.
	minFuzzy = 4
)

// planner resolves words against a state of the index.
type planner struct {
	r     bindex.IndexReader
	langs []string // present in the index
}

func newPlanner(r bindex.IndexReader) (*planner, error) {
	langs, err := dictionary(r.FieldDict(fieldLang))
	if err != nil {
		return nil, err
	}
	return &planner{r, langs}, nil
}

// dictionary reads the terms of a field dictionary.
func dictionary(d bindex.FieldDict, err error) ([]string, error) {
	var out []string
	err = eachEntry(d, err, func(term string, _ uint64) { out = append(out, term) })
	return out, err
}

func eachEntry(d bindex.FieldDict, err error, f func(term string, n uint64)) error {
	if err != nil {
		return fmt.Errorf("reading the index: %w", err)
	}
	for {
		e, err := d.Next()
		if err != nil {
			return errors.Join(fmt.Errorf("reading the index: %w", err), d.Close())
		}
		if e == nil {
			return d.Close()
		}
		f(e.Term, e.Count)
	}
}

// query resolves what was typed.
func (p *planner) query(q Query) (*plan, error) {
	t := parse(q.Text, q.Typing)
	out := &plan{}
	var err error
	out.bounds, err = q.bounds(t, func() ([]string, error) { return dictionary(p.r.FieldDict(fieldOutlet)) })
	if err != nil {
		return nil, err
	}
	out.empty = out.bounds.noOutlet
	stopped := 0
	for _, c := range t.clauses {
		if c.kind == phraseClause {
			words := termsOf(exactAnalyzer, c.text)
			switch {
			case len(words) == 0:
			case c.not && len(words) > 1:
				out.notSaid = append(out.notSaid, words)
			case c.not:
				out.not = append(out.not, slot{word: c.text, own: []alt{{fieldExact, words[0]}}})
			default:
				out.phrases = append(out.phrases, words)
			}
			continue
		}
		slots, stop, err := p.words(c)
		if err != nil {
			return nil, err
		}
		if c.not {
			out.not = append(out.not, slots...)
			continue
		}
		out.slots = append(out.slots, slots...)
		stopped += stop
	}
	if len(out.slots) == 0 && stopped > 0 { // nothing but stop words: take them at their word
		for _, c := range t.clauses {
			if c.kind != phraseClause && !c.not {
				for _, w := range termsOf(exactAnalyzer, c.text) {
					out.slots = append(out.slots, slot{word: w, own: []alt{{fieldExact, w}}, weight: 1})
				}
			}
		}
	}
	out.slots = unique(out.slots)
	return out, nil
}

// unique merges slots that look for the same thing.
func unique(in []slot) []slot {
	var out []slot
	at := map[string]int{}
	for _, s := range in {
		var b strings.Builder
		for _, a := range s.own {
			b.WriteString(a.field + "\x00" + a.term + "\x01")
		}
		if i, ok := at[b.String()]; ok {
			out[i].weight = max(out[i].weight, s.weight)
			continue
		}
		at[b.String()] = len(out)
		out = append(out, s)
	}
	return out
}

// words resolves a word clause into slots, one per word it holds, and counts
// the stop words it drops.
func (p *planner) words(c clause) (slots []slot, stopped int, err error) {
	for i, w := range termsOf(exactAnalyzer, c.text) {
		var s slot
		last := i == len(termsOf(exactAnalyzer, c.text))-1
		switch {
		case c.kind == prefixClause && last:
			s = p.plain(w)
			s.weight = 1
			if err := p.expand(&s, w, func(field string) (bindex.FieldDict, error) {
				return p.r.FieldDictPrefix(field, []byte(w))
			}); err != nil {
				return nil, 0, err
			}
		case c.kind == fuzzyClause && len([]rune(w)) >= minFuzzy:
			f, ok := p.r.(bindex.IndexReaderFuzzy)
			s = p.plain(w)
			s.weight = 1
			if !ok {
				break
			}
			if err := p.expand(&s, w, func(field string) (bindex.FieldDict, error) {
				return f.FieldDictFuzzy(field, w, c.edits, "")
			}); err != nil {
				return nil, 0, err
			}
		default:
			s = p.plain(w)
		}
		if len(s.own) == 0 {
			stopped++
			continue
		}
		slots = append(slots, s)
	}
	return slots, stopped, nil
}

// plain resolves a word: its stem in every language the index holds, and the
// word itself for texts in languages without an analyser; a number also stands
// for the same number written otherwise ("12", "twelve", "a dozen"). A stop word
// resolves to nothing.
func (p *planner) plain(w string) slot {
	s := slot{word: w, weight: 1}
	done := map[string]bool{}
	exact := false
	for _, name := range append([]string{""}, p.langs...) {
		l := langOf(name)
		if l.analyzer == nil {
			exact = true
			continue
		}
		if done[l.text] {
			continue
		}
		done[l.text] = true
		for _, t := range termsOf(l.analyzer, w) {
			s.own = append(s.own, alt{l.text, t})
			s.title = append(s.title, alt{l.title, t})
		}
	}
	if w[0] >= '0' && w[0] <= '9' {
		if v, n := digitsAt(w); n == len(w) {
			s.own = append(s.own, alt{fieldFigure, figureTerm(v)})
		}
	}
	if exact {
		s.own = append(s.own, alt{fieldExact, w})
		for _, t := range termsOf(foldedAnalyzer, w) {
			s.title = append(s.title, alt{fieldTitle, t})
		}
	}
	return s
}

// expand adds the dictionary's most frequent words to a slot.
func (p *planner) expand(s *slot, w string, dict func(field string) (bindex.FieldDict, error)) error {
	words, err := expansions(dict(fieldExact))
	if err != nil {
		return err
	}
	for _, e := range words {
		if e != w {
			s.own = append(s.own, alt{fieldExact, e})
		}
	}
	if !slices.Contains(s.own, alt{fieldExact, w}) {
		s.own = append(s.own, alt{fieldExact, w})
	}
	return nil
}

// expansions returns the words of a dictionary, those in most passages first.
func expansions(d bindex.FieldDict, err error) ([]string, error) {
	type entry struct {
		term string
		n    uint64
	}
	var all []entry
	err = eachEntry(d, err, func(term string, n uint64) { all = append(all, entry{term, n}) })
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.term, b.term)) })
	var out []string
	for i := 0; i < len(all) && i < maxExpansions; i++ {
		out = append(out, all[i].term)
	}
	return out, nil
}

// Suggest returns words of the index that begin with prefix, those in most
// passages first.
func (x *Index) Suggest(ctx context.Context, prefix string, n int) (out []string, err error) {
	words := termsOf(exactAnalyzer, prefix)
	if len(words) == 0 || n <= 0 {
		return nil, ctx.Err()
	}
	err = x.use(func() error {
		r, err := reader(x.b)
		if err != nil {
			return fmt.Errorf("reading the index: %w", err)
		}
		out, err = expansions(r.FieldDictPrefix(fieldExact, []byte(words[len(words)-1])))
		return errors.Join(err, r.Close())
	})
	return out[:min(n, len(out))], err
}
