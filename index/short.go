package index

import (
	"slices"

	"stet/index/thesaurus"
)

// shortTexts ranks a library whose records are single texts: claims checked
// before, captions, headlines. Two short texts about one thing share few words,
// so that what is nearly the same word counts too, and what is the same word but
// says little counts less.
type shortTexts struct {
	title, text inverted // stems; the text's with its numbers by value
	exact       inverted // words as written, of both
	pairs       inverted // words that follow one another, of both
	grams       inverted // letter sequences, of both
}

// The weights of the parts of a score, in shares of a word of the claim that
// stands in the text. They were found on the development set of 197 posts and
// 10,375 checked claims, from round figures, by changing one at a time and
// keeping what helped both halves of the posts. MAP@5 is 89.7 with all of them
// (88.6 and 90.9 by half); stems, words, numbers and letters alone reached 84.5
// (83.0 and 86.1). In brackets is what is lost without.
//
// They are no sharp optimum: half or twice any one of them costs at most 1.8.
// Fitted anew from these on random halves of the posts, twenty times, they reach
// 88.7 on the other half (standard deviation 2.3; these weights as they stand
// have 1.5 over the same halves); fitted from nothing 87.7. So 88 to 90 is what
// posts of the same kind should get, and a gain below 1 is none.
const (
	authorShare  = 0.8  // the name a post is signed with (0.2 at 1, 0.3 at 0.5)
	derivedShare = 0.6  // a word of the same root, "vaccine" for "vaccinated" (0.9)
	synonymShare = 0.2  // (0.6)
	longShare    = 0.8  // what shorthand stands for (1.0)
	writtenShare = 0.15 // the word as written, beside its stem (0.4)
	pairShare    = 0.2  // two words that follow one another (0.6)
	tagPairShare = 0.6  // the same out of a tag or handle: "LenaSund" (0.5)
	monthShare   = 0.75 // the month of the post (0.7)
	lettersShare = 0.15 // letter sequences (2.8)
	//   the worth of words (3.4; of being a noun alone 0.5), see worth.go
	//   joined words taken apart (1.9), see pieces.go

	// shortK1 is BM25's k1: twice the same word in a short text says little more
	// than once (0.5 at bm25K1).
	shortK1 = 0.5
)

// What was tried and brought nothing, or helped one half and hurt the other:
// latent semantic analysis of the library (100 to 300 dimensions), feedback from
// the best ten texts (RM3), unordered pairs within six words, hypernyms and
// hyponyms, fuzzy words beside letter sequences, more for capitals, for the first
// ten words or for a word said twice, less for texts that name somebody else, a
// power of idf, and the share of the text that is covered.

// senseShare is what relations to a word's second and third sense are worth.
var senseShare = [...]float64{0, 1, 0.71, 0.58} // by sense; the square root of 1/sense

func (x *shortTexts) add(title, text string) {
	words := [2][]string{termsOf(exactAnalyzer, title), termsOf(exactAnalyzer, text)}
	x.title.add(termsOf(englishAnalyzer, title))
	x.text.add(append(termsOf(englishAnalyzer, text), valueTerms(text)...))
	x.exact.add(slices.Concat(words[0], words[1]))
	x.pairs.add(append(pairsOf(words[0]), pairsOf(words[1])...))
	x.grams.add(letterGrams(slices.Concat(words[0], words[1])))
}

// pairsOf are the words of a text two by two.
func pairsOf(words []string) []string {
	var out []string
	for i := range len(words) - 1 {
		out = append(out, words[i]+" "+words[i+1])
	}
	return out
}

// wanted is a word of a claim and what it counts.
type wanted struct {
	word   string
	weight float64
}

// score rates every text for a claim; words takes a text apart into words of the
// library.
func (x *shortTexts) score(s *scores, claim string, words func(string) []string) {
	acc := s.units
	s.fields.reset(len(acc))
	p := readPost(claim)
	body, author := words(p.words), words(p.author)
	var list []wanted
	seen := map[string]bool{}
	want := func(ws []string, share float64) {
		for _, w := range ws {
			if !seen[w] {
				seen[w] = true
				list = append(list, wanted{w, share * worth(w)})
			}
		}
	}
	want(body, 1)
	for _, t := range p.tags {
		tagged := words(t)
		want(tagged, 1)
		x.inOrder(acc, tagged, tagPairShare)
	}
	want(author, authorShare)
	for _, t := range p.handles {
		x.inOrder(acc, words(t), tagPairShare)
	}
	x.inOrder(acc, body, pairShare)
	x.inOrder(acc, author, pairShare)
	x.pairs.score(acc, p.month, monthShare, bm25K1, bm25B)

	list = list[:min(len(list), maxClaimWords)]
	done := map[string]bool{}
	for _, w := range list {
		if v := valueOf(w.word); v != "" {
			seen[v] = true // it is looked for as an alternative of the word
		}
		if stem := stemOf(w.word); stem != "" && !done[stem] {
			done[stem] = true
			x.meaning(s, stem, w)
		}
		x.exact.score(acc, w.word, w.weight*writtenShare, bm25K1, bm25B)
	}
	for _, v := range valueTerms(p.words) {
		if !seen[v] {
			seen[v] = true
			x.text.score(acc, v, valueShare, bm25K1, bm25B)
		}
	}
	plain := make([]string, len(list))
	for i, w := range list {
		plain[i] = w.word
	}
	for _, g := range distinct(letterGrams(plain)) {
		x.grams.score(acc, g, lettersShare, bm25K1, bm25B)
	}
}

// inOrder adds what words that follow one another in both texts are worth.
func (x *shortTexts) inOrder(acc []float64, words []string, share float64) {
	for _, p := range distinct(pairsOf(words)) {
		x.pairs.score(acc, p, share, bm25K1, bm25B)
	}
}

// valueOf is the term of the number that a single word is; "" if it is none.
func valueOf(word string) string {
	v := valueTerms(word)
	if len(v) != 1 {
		return ""
	}
	return v[0]
}

// alternative is a stem that may stand for a word, and its share of the word.
type alternative struct {
	stem  string
	share float64
}

// alternatives of a word are its own stem, first, and those of words related to
// it and of what it is short for.
func alternatives(stem, word string) []alternative {
	out := []alternative{{stem, 1}}
	add := func(other string, share float64) {
		for _, s := range termsOf(englishAnalyzer, other) {
			i := slices.IndexFunc(out, func(a alternative) bool { return a.stem == s })
			if i < 0 {
				out = append(out, alternative{s, share})
			} else {
				out[i].share = max(out[i].share, share)
			}
		}
	}
	if v := valueOf(word); v != "" {
		out = append(out, alternative{v, 1})
	}
	add(shorthand[word], longShare)
	for _, r := range thesaurus.RelatedTo(word) {
		share := synonymShare
		if r.Kind == thesaurus.Derived {
			share = derivedShare
		}
		add(r.Word, share*senseShare[r.Sense])
	}
	return out
}

// meaning adds what a word is worth, by the best of its alternatives in each
// field of each text: BM25 over the two fields with a length of each (BM25F).
func (x *shortTexts) meaning(s *scores, stem string, w wanted) {
	list := alternatives(stem, w.word)
	df := x.holding(list[0].stem)
	if df == 0 { // a word no text holds is as rare as what stands best for it
		best := 0.0
		for _, a := range list[1:] {
			if d := x.holding(a.stem); d > 0 && a.share > best {
				best, df = a.share, d
			}
		}
		if df == 0 {
			return
		}
	}
	f := &s.fields
	for _, a := range list {
		f.take(0, x.title.postings[a.stem], a.share)
		f.take(1, x.text.postings[a.stem], a.share)
	}
	weight := w.weight * idf(uint64(len(s.units)), df)
	for _, d := range f.met {
		tf := f.tf[0][d]*x.title.shortness(d) + f.tf[1][d]*x.text.shortness(d)
		s.units[d] += weight * tf * (shortK1 + 1) / (tf + shortK1)
	}
	f.clear()
}

// holding is how many texts hold a stem in either field.
func (x *shortTexts) holding(stem string) uint64 {
	a, b := x.title.postings[stem], x.text.postings[stem]
	n := len(a) + len(b)
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch d := a[i].doc - b[j].doc; {
		case d < 0:
			i++
		case d > 0:
			j++
		default:
			n, i, j = n-1, i+1, j+1
		}
	}
	return uint64(n)
}

// fieldCounts is the scratch of meaning: how often a word is in each field of
// each text, its alternatives by their share.
type fieldCounts struct {
	tf  [2][]float64
	met []int32
}

func (f *fieldCounts) reset(n int) {
	for i := range f.tf {
		f.tf[i] = zeroed(f.tf[i], n)
	}
	f.met = f.met[:0]
}

func (f *fieldCounts) take(field int, ps []posting, share float64) {
	for _, p := range ps {
		if f.tf[0][p.doc] == 0 && f.tf[1][p.doc] == 0 {
			f.met = append(f.met, p.doc)
		}
		f.tf[field][p.doc] = max(f.tf[field][p.doc], share*float64(p.tf))
	}
}

func (f *fieldCounts) clear() {
	for _, d := range f.met {
		f.tf[0][d], f.tf[1][d] = 0, 0
	}
	f.met = f.met[:0]
}
