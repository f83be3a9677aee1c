package index

import (
	"cmp"
	"slices"
	"sync"
)

// Library is a collection of texts held in memory, ranked for claims with the
// same analysis and the same scoring as an Index, without one: for batches over
// a collection that is no desk. It does not change and is safe for concurrent
// use.
type Library struct {
	records []Record
	of      map[string]int // record by id
	units   []unit
	first   []int // the first unit of each record, and one past the last

	stems, exact inverted    // of units, each with its record's title
	whole        inverted    // stems of whole records
	short        *shortTexts // of records that are single texts; the others are nil then
}

// Record is one text of a library: sentences that are ranked one by one, or a
// single one that is the whole text.
type Record struct {
	ID, Title string
	Sentences []string
}

type unit struct{ record, sentence int }

// Ranked is a sentence of a library and its score for a claim.
type Ranked struct {
	Record   string
	Sentence int
	Score    float64
}

// What a sentence's score is made of beside its own words, measured on the
// development sets: more of either helps one set and hurts another.
const (
	// wholeShare is how much of its record's score a sentence gets: a sentence
	// about "he" stands in the article that names him.
	wholeShare = 0.5
	// valueShare is what a number's value is worth beside its words.
	valueShare = 0.7
	// proseWorth is how much the worth of a word counts in a claim that is looked
	// for in articles, which are written more like it than a library of claims is:
	// half. Of 319 claims 92.8 % have evidence among the first five sentences
	// without it, 93.4 % by half, 92.2 % in full.
	proseWorth = 0.5
	// gramLength is the length of a letter sequence in runes. They count between
	// short texts, where "vaccinations" and "vaccine" must meet; sentences have
	// their article for that.
	gramLength = 5
	// recordB is BM25's b for whole records, whose lengths differ more.
	recordB = 0.6
	recordK = 1.2
)

// NewLibrary analyses the records.
func NewLibrary(records []Record) *Library {
	l := &Library{records: records, of: make(map[string]int, len(records))}
	long := false
	for i, r := range records {
		l.of[r.ID] = i
		l.first = append(l.first, len(l.units))
		long = long || len(r.Sentences) > 1
		for k := range r.Sentences {
			l.units = append(l.units, unit{i, k})
		}
	}
	l.first = append(l.first, len(l.units))
	if !long {
		l.short = &shortTexts{}
		for _, u := range l.units {
			l.short.add(records[u.record].Title, records[u.record].Sentences[u.sentence])
		}
		return l
	}
	for _, r := range records {
		title, titleExact := termsOf(englishAnalyzer, r.Title), termsOf(exactAnalyzer, r.Title)
		all := slices.Clone(title)
		for _, s := range r.Sentences {
			stems := termsOf(englishAnalyzer, s)
			all = append(all, stems...)
			l.stems.add(append(append(stems, title...), valueTerms(s)...))
			l.exact.add(append(termsOf(exactAnalyzer, s), titleExact...))
		}
		l.whole.add(all)
	}
	return l
}

// valueTerms are the numbers of a text by value, as terms no word equals.
func valueTerms(s string) []string {
	var out []string
	for _, f := range findFigures(s) {
		if f.value >= leastFigure {
			out = append(out, "="+figureTerm(f.value))
		}
	}
	return out
}

// inverted is an index in memory: BM25 over terms.
type inverted struct {
	postings map[string][]posting
	lengths  []float64
	total    float64
}

type posting struct {
	doc int32
	tf  float32
}

func (x *inverted) add(terms []string) {
	if x.postings == nil {
		x.postings = map[string][]posting{}
	}
	doc := int32(len(x.lengths))
	for _, t := range terms {
		p := x.postings[t]
		if n := len(p); n > 0 && p[n-1].doc == doc {
			p[n-1].tf++
			continue
		}
		x.postings[t] = append(p, posting{doc, 1})
	}
	x.lengths = append(x.lengths, float64(len(terms)))
	x.total += float64(len(terms))
}

// score adds a term's share to every document that holds it.
func (x *inverted) score(acc []float64, term string, weight, k1, b float64) {
	ps := x.postings[term]
	if len(ps) == 0 {
		return
	}
	w := weight * idf(uint64(len(x.lengths)), uint64(len(ps))) * (k1 + 1)
	average := x.total / float64(len(x.lengths))
	for _, p := range ps {
		tf := float64(p.tf)
		acc[p.doc] += w * tf / (tf + k1*(1-b+b*x.lengths[p.doc]/average))
	}
}

// shortness is what BM25 makes of a document's length: above 1 for a short one.
func (x *inverted) shortness(doc int32) float64 {
	if x.total == 0 {
		return 1
	}
	return 1 / (1 - bm25B + bm25B*x.lengths[doc]/(x.total/float64(len(x.lengths))))
}

// scores are the scratch of one ranking.
type scores struct {
	units, records []float64
	fields         fieldCounts
}

var scorePool = sync.Pool{New: func() any { return new(scores) }}

func zeroed(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// score rates every unit for a claim; with whole, each gets its share of what its
// record as a whole is worth.
func (l *Library) score(s *scores, claim string, whole bool) {
	s.units, s.records = zeroed(s.units, len(l.units)), zeroed(s.records, len(l.records))
	if l.short != nil { // the record is the unit
		l.short.score(s, claim, l.apart)
		return
	}
	words := l.words(claim)
	done := map[string]bool{}
	for _, w := range words {
		for _, t := range termsOf(englishAnalyzer, w.word) {
			if !done[t] {
				done[t] = true
				l.stems.score(s.units, t, w.weight, bm25K1, bm25B)
				l.whole.score(s.records, t, w.weight*wholeShare, recordK, recordB)
			}
		}
	}
	for _, v := range distinct(valueTerms(claimText(claim))) {
		l.stems.score(s.units, v, valueShare, bm25K1, bm25B)
	}
	for _, w := range words {
		l.exact.score(s.units, w.word, exactShare*min(w.weight, 1), bm25K1, bm25B)
	}
	if !whole {
		return
	}
	for i, u := range l.units {
		s.units[i] += s.records[u.record]
	}
}

// words are the words of a claim, and what joined words are made of.
func (l *Library) words(claim string) []claimWord {
	var out []claimWord
	for _, w := range claimWords(claimText(claim)) {
		w.weight *= 1 - proseWorth + proseWorth*worth(w.word)
		out = append(out, w)
		for _, p := range l.takeApart(w.word) {
			out = append(out, claimWord{p, 1})
		}
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(out, func(w claimWord) bool {
		was := seen[w.word]
		seen[w.word] = true
		return was
	})
}

// apart are the words of a text, and what joined words are made of.
func (l *Library) apart(text string) []string {
	var out []string
	for _, w := range termsOf(exactAnalyzer, text) {
		out = append(append(out, w), l.takeApart(w)...)
	}
	return out
}

// Rank returns the n best sentences for a claim, best first; equal ones in the
// order of the library.
func (l *Library) Rank(claim string, n int) []Ranked {
	s := scorePool.Get().(*scores)
	defer scorePool.Put(s)
	l.score(s, claim, true)
	return l.top(s, 0, len(l.units), n)
}

// top orders the units from..to and returns the n best that scored.
func (l *Library) top(s *scores, from, to, n int) []Ranked {
	var order []int
	for i := from; i < to; i++ {
		if s.units[i] > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.units[b], s.units[a]) })
	out := make([]Ranked, 0, min(n, len(order)))
	for _, i := range order[:min(n, len(order))] {
		out = append(out, Ranked{l.records[l.units[i].record].ID, l.units[i].sentence, s.units[i]})
	}
	return out
}

// Within ranks all sentences of one record for a claim and selects those that a
// reader should be shown as its evidence. It returns false for a record the
// library does not hold.
func (l *Library) Within(record, claim string) (ranking, selected []int, ok bool) {
	i, ok := l.of[record]
	if !ok {
		return nil, nil, false
	}
	s := scorePool.Get().(*scores)
	defer scorePool.Put(s)
	l.score(s, claim, false)
	from, to := l.first[i], l.first[i+1]
	ranked := l.top(s, from, to, to-from)
	in := make([]bool, to-from)
	for _, r := range ranked {
		ranking = append(ranking, r.Sentence)
		in[r.Sentence] = true
	}
	for k, was := range in {
		if !was {
			ranking = append(ranking, k)
		}
	}
	return ranking, choose(ranked), true
}

// How many sentences are shown as evidence: the best, and those nearly as good.
const (
	chosenShare = 0.7
	chosenMost  = 3
)

func choose(ranked []Ranked) []int {
	out := []int{}
	for _, r := range ranked {
		if len(out) == chosenMost || r.Score < chosenShare*ranked[0].Score {
			break
		}
		out = append(out, r.Sentence)
	}
	return out
}

func distinct(list []string) []string {
	seen := make(map[string]bool, len(list))
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
