package index

import "math"

// The ranking. A passage is scored from its text by BM25 (Robertson and
// Zaragoza, "The Probabilistic Relevance Framework", 2009) over the stemmed
// words of the passage and its headline, plus a part of the same over the words
// as they are written: stems find, exact words decide between what was found.
const (
	bm25K1 = 0.9 // as Anserini's defaults for passages
	bm25B  = 0.4
	// exactShare is how much of the unstemmed score is added: measured on five
	// sets of claims, 0.3 is best on all; unstemmed alone is worse on all.
	exactShare = 0.3
)

// idf is BM25's weight of a word that df of n passages hold; never negative.
func idf(n, df uint64) float64 {
	if df > n {
		df = n
	}
	return math.Log(1 + (float64(n)-float64(df)+0.5)/(float64(df)+0.5))
}

// lengthFactor is the part of BM25's denominator that depends on the length of
// a passage in words, relative to the average.
func lengthFactor(words int, average float64) float64 {
	if average <= 0 {
		average = 1
	}
	return bm25K1 * (1 - bm25B + bm25B*float64(words)/average)
}

// saturate is BM25's use of a term frequency.
func saturate(tf, length float64) float64 { return tf * (bm25K1 + 1) / (tf + length) }

// ranker scores passages from their text for one query. It belongs to one
// goroutine.
type ranker struct {
	slots   []float64                   // idf × weight of each slot
	terms   map[string]map[string][]int // by field and term, the slots it stands for
	exact   map[string]int              // word as typed → its place in bonus
	bonus   []float64                   // its share of the exact score
	average float64                     // words of a passage

	tf   []float64 // scratch: how often each slot occurs
	held []float64 // what each slot adds to the score of the passage scored last
	said []float64 // scratch: how often each word as typed occurs
	low  []byte    // scratch
}

// score rates a passage and reports whether it or its headline holds every slot.
// l is the language of the passage.
func (r *ranker) score(l language, headline, passage string) (score float64, full bool) {
	clear(r.tf)
	clear(r.said)
	words := 0
	for _, part := range [2]string{headline, passage} {
		if part != "" {
			words += wordCount(part)
			r.count(l, part)
		}
	}
	if numbers := r.terms[fieldFigure]; numbers != nil {
		for _, t := range figureTerms(passage) {
			for _, i := range numbers[t] {
				r.tf[i] = max(r.tf[i], 1)
			}
		}
	}
	length := lengthFactor(words, r.average)
	held := 0
	clear(r.held)
	for i, tf := range r.tf {
		if tf > 0 {
			held++
			r.held[i] = r.slots[i] * saturate(tf, length)
			score += r.held[i]
		}
	}
	for i, n := range r.said {
		score += r.bonus[i] * saturate(n, length)
	}
	return score, held == len(r.slots)
}

// count counts the words of a text. English, and a text of simple script, is
// read in one pass; this is where a search spends its time.
func (r *ranker) count(l language, part string) {
	stems, plain := r.terms[l.text], r.terms[fieldExact]
	word := func(w []byte) {
		if i, ok := r.exact[string(w)]; ok {
			r.said[i]++
		}
		for _, i := range plain[string(w)] {
			r.tf[i]++
		}
	}
	in := append(r.low[:0], part...)
	if e, ok := l.analyzer.(english); ok && simple(in) {
		n := len(in)
		r.low = eachWord(in, in, func(w []byte, _, _ int) {
			word(w)
			if t := e.finish(w); t != nil {
				for _, i := range stems[string(t)] {
					r.tf[i]++
				}
			}
		})[:n]
		return
	}
	for _, t := range exactAnalyzer.Analyze(in) {
		word(t.Term)
	}
	if l.analyzer != nil {
		for _, t := range l.analyzer.Analyze(in) {
			for _, i := range stems[string(t.Term)] {
				r.tf[i]++
			}
		}
	}
}

// corpus is what a ranker needs to know of all passages.
type corpus interface {
	passages() uint64
	averageLength() float64
	frequency(a alt) (uint64, error) // in how many passages
}

// newRanker prepares the scoring of a plan. words are the exact words of the
// query, which earn the exact share.
func newRanker(c corpus, slots []slot, words []string) (*ranker, error) {
	r := &ranker{
		slots: make([]float64, len(slots)), tf: make([]float64, len(slots)), held: make([]float64, len(slots)),
		terms: map[string]map[string][]int{}, exact: map[string]int{},
		average: c.averageLength(),
	}
	n := c.passages()
	for i, s := range slots {
		var df uint64
		for _, a := range s.own {
			f, err := c.frequency(a)
			if err != nil {
				return nil, err
			}
			df += f
			if r.terms[a.field] == nil {
				r.terms[a.field] = map[string][]int{}
			}
			r.terms[a.field][a.term] = append(r.terms[a.field][a.term], i)
		}
		r.slots[i] = idf(n, df) * s.weight
	}
	for _, w := range words {
		if _, ok := r.exact[w]; ok {
			continue
		}
		f, err := c.frequency(alt{fieldExact, w})
		if err != nil {
			return nil, err
		}
		r.exact[w] = len(r.bonus)
		r.bonus = append(r.bonus, exactShare*idf(n, f))
	}
	r.said = make([]float64, len(r.bonus))
	return r, nil
}
