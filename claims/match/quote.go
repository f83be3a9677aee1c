package match

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/index/source"
)

// alternatives is how many places of a passage are tried before the one with the
// claim's own speaker is given up.
const alternatives = 3

// Quote puts a quotation against its source.
func Quote(c QuoteClaim, p Passage) Result { return quote(c, p).Result }

// quote is Quote with the comparison the answer rests on. Of a claim whose marks
// stand inside a sentence of the story's own (the plan “could be dropped”), the words
// outside them are left out, unless the source has them in its quotation too.
func quote(c QuoteClaim, p Passage) answer {
	pr := readPrinted(c)
	a := quotePrinted(c, pr, p)
	if pr.inner == nil || a.comparison != nil && (a.comparison.unmarked(pr.inner) || a.comparison.quotes(pr.inner)) {
		return a
	}
	c.Parts = pr.inner
	return quotePrinted(c, readPrinted(c), p)
}

// quotes reports whether a telling claim word outside the given parts is matched
// inside a quotation of the passage.
func (c *comparison) quotes(parts []source.Span) bool {
	for _, m := range c.matches {
		w := c.claim.words[m.c]
		if w.stop() || slices.ContainsFunc(parts, func(s source.Span) bool { return s.Contains(w.Span) }) {
			continue
		}
		if c.pass.quote[m.p] > 0 {
			return true
		}
	}
	return false
}

// unmarked reports whether the passage has the claim's words without any marks, those
// outside the given parts too: a transcript, whose speaker's words all are.
func (c *comparison) unmarked(parts []source.Span) bool {
	if !c.flat {
		return false
	}
	outside := func(w word) bool {
		return !w.stop() && !slices.ContainsFunc(parts, func(s source.Span) bool { return s.Contains(w.Span) })
	}
	found, all, inside := 0, 0, 0
	for _, m := range c.matches {
		switch w := c.claim.words[m.c]; {
		case c.pass.quote[m.p] > 0:
			return false
		case outside(w):
			found++
		case !w.stop():
			inside++
		}
	}
	for _, w := range c.claim.words {
		if outside(w) {
			all++
		}
	}
	return inside > 0 && found > 0 && 2*found >= all
}

// quotePrinted is quote for one reading of the claim.
func quotePrinted(c QuoteClaim, pr *printed, p Passage) answer {
	if len(pr.words) == 0 {
		return answer{Result: nothing("The claim holds no words to look for.")}
	}
	s := hear(&p)
	if len(s.words) == 0 {
		return answer{Result: nothing("The passage holds no words.")}
	}
	var best answer
	var taken []bool
	for try := range alternatives {
		cmp, used := place(pr, s, taken)
		if cmp == nil {
			break
		}
		a := relate(c, cmp)
		a.comparison = cmp
		if try == 0 || a.beats(best) {
			best = a
		}
		if best.Relation != OtherSpeaker {
			break
		}
		if taken == nil {
			taken = make([]bool, len(s.words))
		}
		for _, k := range used {
			taken[k] = true
		}
	}
	if best.Relation == "" {
		return answer{Result: nothing(noTrace)}
	}
	return best
}

// answer is a result with what its words alone come to.
type answer struct {
	Result
	words      Relation
	comparison *comparison
}

// beats reports whether an answer found elsewhere in the passage replaces one
// whose words are somebody else's: the right speaker, and words no worse.
func (a answer) beats(b answer) bool {
	return a.Relation != Unrelated && a.Relation != OtherSpeaker &&
		slices.Index(severity, a.words) >= slices.Index(severity, b.words)
}

// place aligns a claim with a passage, taken words aside. If words of the claim
// find no match, a stricter alignment looks for them at any distance.
func place(pr *printed, s *spoken, taken []bool) (*comparison, []int) {
	cmp, used := align(pr, s, taken, false)
	if cmp == nil || cmp.complete() {
		return cmp, used
	}
	if strict, u := align(pr, s, taken, true); strict.complete() && strict.solid() {
		return strict, u
	}
	return cmp, used
}

const noTrace = "No words of the passage come near this quotation."

func nothing(why string) Result { return Result{Relation: Unrelated, Why: why} }

// align finds the best alignment of a claim, taken words aside, and the passage
// words it uses.
func align(pr *printed, s *spoken, taken []bool, strict bool) (*comparison, []int) {
	ws := windows(pr.words, s.words)
	if len(ws) == 0 {
		return nil, nil
	}
	var at []int // passage word of each aligned one
	for _, w := range ws {
		for k := w.a; k < w.b; k++ {
			at = append(at, k)
		}
	}
	pass, quoted := make([]word, len(at)), make([]bool, len(at))
	for i, k := range at {
		pass[i], quoted[i] = s.words[k], s.quote[k] > 0
	}
	a := newAligner(pr.words, pr.breaks, pass)
	a.quoted, a.strict = quoted, strict
	if taken != nil {
		a.masked = make([]bool, len(at))
		for i, k := range at {
			a.masked[i] = taken[k]
		}
	}
	path := a.run()
	var used []int
	for i := range path {
		st := &path[i]
		if st.kind > pairOneTwo {
			continue
		}
		st.p, st.p2 = at[st.p], at[st.p2-1]+1
		for k := st.p; k < st.p2; k++ {
			used = append(used, k)
		}
	}
	return compare(pr, s, path, strict), used
}

// relate gives the answer for one alignment.
func relate(c QuoteClaim, cmp *comparison) answer {
	v := cmp.judge()
	if v.rel == Unrelated {
		r := nothing(noTrace)
		r.Score = v.score
		if len(cmp.matches) > 0 {
			r.Why = "The passage shares words with this quotation but is another utterance."
		}
		return answer{Result: r, words: v.rel}
	}
	r := Result{Relation: v.rel, Score: v.score, Span: cmp.pass.span(cmp.first(), cmp.last()), Warn: v.after}
	for _, ch := range v.changes {
		r.Differences = append(r.Differences, Difference{Kind: ch.kind, ClaimSpan: ch.claim, PassageSpan: ch.pass,
			Claim: ch.claim.Of(cmp.claim.text), Passage: ch.pass.Of(cmp.pass.text)})
	}
	voice := cmp.voice()
	if who := compareVoices(c.Speaker, voice, cmp.pass.text); who == otherPerson {
		r.Differences = append(r.Differences, Difference{Kind: DiffSpeaker, Claim: c.Speaker, Passage: voice.name(), PassageSpan: voice.span})
		if v.rel == Joined && cmp.partlyOf(c.Speaker) {
			// Words of two people run together: the other one's are among the differences.
		} else if v.rel == Verbatim || v.rel == Typography || v.rel == Spelling || v.rel == MarkedTruncation || v.score >= NearScore {
			r.Relation = OtherSpeaker
		} else if v.score < alteredScore+0.1 {
			return answer{Result: Result{Relation: Unrelated, Score: v.score, Why: "The passage has similar words by somebody else: another utterance."}, words: v.rel}
		}
	}
	sortDifferences(r.Differences)
	r.Class = quoteClass(r)
	r.Suggest = quoteStance(r.Relation)
	r.Why = whyQuote(r, c, voice)
	return answer{Result: r, words: v.rel}
}

// partlyOf reports whether some of the matched words are a speaker's own.
func (c *comparison) partlyOf(speaker string) bool {
	for _, q := range c.pass.doc.Quotes() {
		if q.Scare || compareSpeakers(speaker, q.Speaker) != samePerson {
			continue
		}
		for _, m := range c.matches {
			at := c.pass.words[m.p].Span
			if slices.ContainsFunc(q.Content, func(s source.Span) bool { return s.Contains(at) }) {
				return true
			}
		}
	}
	return false
}

// sortDifferences puts the important first, then by place.
func sortDifferences(ds []Difference) {
	slices.SortStableFunc(ds, func(a, b Difference) int {
		if rank[a.Kind] != rank[b.Kind] {
			return rank[a.Kind] - rank[b.Kind]
		}
		return a.PassageSpan.Compare(b.PassageSpan)
	})
}

// quoteClass is the coarse answer.
func quoteClass(r Result) Class {
	switch r.Relation {
	case Verbatim, Typography:
		return ClassVerbatim
	case Spelling, MarkedTruncation:
		return ClassNear
	case SilentTruncation, Joined:
		return ClassCut
	case Substitution, Insertion, Reordered:
		if r.Score >= NearScore && !important(r.Differences) {
			return ClassNear
		}
		return ClassAltered
	case Negation, OtherSpeaker:
		return ClassAltered
	}
	return ClassNone
}

func important(ds []Difference) bool {
	return len(ds) > 0 && rank[ds[0].Kind] <= rank[DiffSpeaker]
}

// quoteStance is the stance proposed for attaching the passage.
func quoteStance(rel Relation) claims.Stance {
	switch rel {
	case Verbatim, Typography, Spelling, MarkedTruncation:
		return claims.Supports
	case Unrelated:
		return ""
	}
	return claims.Contradicts
}

// voice is who speaks the matched words.
type voice struct {
	names []string    // resolved, as written, via: best first
	span  source.Span // as written
	weak  bool        // a guess
	thing bool        // an organisation or a place, by the text's own names
	told  string      // the text before the quotation, where only somebody in it can be meant
	// around are the words of the sentence outside the quotation.
	around []word
	// beforehand are the words of the sentence a pronoun was resolved from.
	beforehand []word
}

func (v voice) name() string {
	for _, n := range v.names {
		if strings.TrimSpace(n) != "" {
			return n
		}
	}
	return ""
}

// compareVoices says whether the claim's speaker is the passage's.
func compareVoices(speaker string, v voice, text string) sameness {
	if strings.TrimSpace(speaker) == "" {
		return unsure
	}
	answer := unsure
	if v.introduced() && named(speaker, text) {
		answer = otherPerson
	}
	for _, n := range v.names {
		switch compareSpeakers(speaker, n) {
		case samePerson:
			return samePerson
		case otherPerson:
			answer = otherPerson
		}
	}
	if v.told != "" && !named(speaker, v.told) && named(speaker, text) {
		return otherPerson
	}
	if v.weak || v.thing && names(v.around, speaker) || names(v.beforehand, speaker) {
		return unsure
	}
	if answer == unsure && len(v.names) > 0 && strangers(speaker, v, text) {
		return otherPerson
	}
	return answer
}

// names reports whether words name a speaker by surname: the attribution to
// somebody else may then be a misreading.
func names(ws []word, speaker string) bool {
	n := parseSpeaker(speaker)
	if n.nominal {
		return false
	}
	for _, w := range ws {
		if w.upper && sameNameWord(w.fold, n.words[len(n.words)-1]) {
			return true
		}
	}
	return false
}

// introduced reports whether the speaker is somebody the passage has not named:
// "a spokesman", "one of them".
func (v voice) introduced() bool {
	for _, n := range v.names {
		if !parseSpeaker(n).nominal {
			return false
		}
	}
	for _, n := range v.names {
		switch w, _, _ := strings.Cut(strings.ToLower(n), " "); w {
		case "a", "an", "another", "one", "some":
			return true
		}
	}
	return false
}

// named reports whether a text names a speaker: it would not then introduce them
// as "a spokesman".
func named(speaker, text string) bool {
	return names(cutWords(text, source.Span{End: len(text)}, maxPassageWords), speaker)
}
