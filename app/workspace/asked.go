package workspace

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"stet/claims"
	"stet/claims/concordance"
	"stet/claims/extract"
	"stet/claims/match"
	"stet/index"
	"stet/index/source"
)

// asked is a claim as evidence for it is looked for: with the sentence it was taken
// from, and as the report that it is.
type asked struct {
	claim  claims.Claim
	part   bool   // its words are a part of a sentence
	whole  string // that sentence, else its words
	before string // what stands in front of it, if its words point there

	report *concordance.Report // what somebody is said to have said; nil: it is none
	saying *concordance.Saying // what somebody is quoted with; nil: it is no quotation

	pages map[*extract.Doc]concordance.Page // read so far
}

// ask reads a claim for finding evidence.
func (w *Workspace) ask(ctx context.Context, c claims.Claim) (asked, error) {
	a := asked{claim: c, whole: c.Text, pages: map[*extract.Doc]concordance.Page{}}
	var d *extract.Doc
	span := source.Span{End: len(c.Text)}
	if c.Made == nil {
		d = extract.Analyse(c.Text, extract.Meta{Date: w.cfg.Now()})
	} else {
		var err error
		if d, err = w.Analysis(ctx, c.Made.Version); err != nil {
			return a, err
		}
		span = c.Made.Span
		if s, ok := sentenceOf(d, span); ok {
			a.whole = s.Of(d.Text)
			a.part = s.Len() > len(c.Text)
			if k := d.SentenceAt(s.Start); k > 0 && pointsBack(a.whole) {
				a.before = d.Sentences[k-1].Span.Of(d.Text)
			}
		}
	}
	page := concordance.Read(source.VersionID{}, d)
	q, quoted := c.Body.(claims.Quote)
	for i := range page.Reports {
		if r := &page.Reports[i]; r.Span.Overlaps(span) && a.report == nil && (!quoted || q.Type == claims.Indirect) {
			a.report = r
			if quoted && q.Speaker != "" {
				r.Speaker = q.Speaker
			}
		}
	}
	for i := range page.Sayings {
		if s := &page.Sayings[i]; s.Span.Overlaps(span) && a.saying == nil && quoted && q.Type != claims.Indirect {
			a.saying = s
			if q.Speaker != "" {
				s.Speaker = q.Speaker
			}
		}
	}
	return a, nil
}

// backward are words by which a sentence points to what was named before it.
var backward = wordSet("it its they them their he him his she her this these those such")

// pointsBack reports whether a sentence has a pronoun.
func pointsBack(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' }), func(w string) bool { return backward[w] })
}

// need is what the index is asked for. A claim of few words is looked for with its
// sentence, one that points back with the sentence before.
func (a asked) need() index.Need {
	need := index.Need{Text: a.claim.Text, Latest: true}
	_, statement := a.claim.Body.(claims.Statement)
	if a.part {
		need.Text = a.whole
	}
	if a.before != "" && (statement || a.part || a.report != nil) {
		need.Text += "\n" + a.before
	}
	switch b := a.claim.Body.(type) {
	case claims.Quote:
		need.Exact = []string{b.Words}
	case claims.Figure:
		need.Figures = []float64{b.Range.Min}
	case claims.Statistic:
		need.Figures = []float64{b.Range.Min}
	}
	return need
}

// rank puts the claim against passages and orders them by what they are worth as
// evidence. What says nothing of the claim's own words is read again with its
// sentence, and as what was reported and what was said.
func (a asked) rank(in match.Setting, passages []match.Passage) []match.Ranked {
	claim := a.claim
	switch claim.Body.(type) {
	case claims.Figure, claims.Statistic:
		claim.Text = a.whole // its words are in the body; this is what stands around them
	}
	out := in.Rank(claim, passages)
	var sentence map[int]match.Result
	if _, statement := a.claim.Body.(claims.Statement); statement && a.part {
		whole := a.claim
		whole.Text = a.whole
		sentence = map[int]match.Result{}
		for _, r := range in.Rank(whole, passages) {
			sentence[r.Index] = a.ofPart(r.Result)
		}
	}
	for k := range out {
		r := &out[k]
		if r.Result.Relation != match.Unrelated {
			continue
		}
		if s, ok := sentence[r.Index]; ok && s.Relation != match.Unrelated {
			r.Result = s
		} else if s, ok := a.heard(passages[r.Index], in.Made); ok {
			r.Result = s
		}
	}
	settled := a.counts(in, out, passages)
	value := func(r match.Ranked) float64 {
		if settled[r.Index] {
			return worth(r.Result) / 2
		}
		return worth(r.Result)
	}
	slices.SortStableFunc(out, func(x, y match.Ranked) int {
		return cmp.Or(cmp.Compare(value(y), value(x)), cmp.Compare(x.Index, y.Index))
	})
	return out
}

// worth is [match.Result.Evidence], a report's too.
func worth(r match.Result) float64 {
	const reported = 0.9 // it bears the claim out, in other words
	if r.Relation == concordance.Paraphrase {
		return reported * (0.5 + 0.5*r.Score)
	}
	return r.Evidence()
}

// samePart is the score from which a sentence and a passage say one thing of the part
// of the sentence that is claimed, so that another number there speaks against it.
const samePart = 0.6

// ofPart is how a passage that was put against the claim's sentence relates to the
// claim's own words: what differs elsewhere in the sentence does not speak against
// them, another number in them does.
func (a asked) ofPart(r match.Result) match.Result {
	words := strings.ToLower(a.claim.Text)
	own := slices.IndexFunc(r.Differences, func(d match.Difference) bool {
		return d.Claim != "" && strings.Contains(words, strings.ToLower(d.Claim))
	})
	switch {
	case own >= 0 && r.Differences[own].Kind == match.DiffNumber && r.Differences[own].Passage != "" && r.Score >= samePart:
		r.Suggest = claims.Contradicts
	case own < 0 && r.Suggest == claims.Contradicts:
		r.Suggest = claims.Context
		r.Why = "The passage says the claim's sentence in other words; what differs is not in the claim."
	}
	return r
}

// heard puts a claim that reports what was said beside quotations and reports of a
// passage, and one that quotes beside reports, as the concordance does.
func (a asked) heard(p match.Passage, made time.Time) (best match.Result, ok bool) {
	if a.report == nil && a.saying == nil {
		return best, false
	}
	take := func(r match.Result, at source.Span, fits bool) {
		if fits && (!ok || r.Score > best.Score) {
			r.Span = at
			best, ok = r, true
		}
	}
	page, read := a.pages[p.Doc]
	if !read {
		page = concordance.Read(source.VersionID{}, p.Doc)
		a.pages[p.Doc] = page
	}
	for i := range page.Sayings {
		if s := &page.Sayings[i]; a.report != nil && s.Span.Overlaps(p.Span) {
			r, fits := a.report.Beside(s, made, p.Date)
			take(r, s.Span, fits)
		}
	}
	for i := range page.Reports {
		o := &page.Reports[i]
		if !o.Span.Overlaps(p.Span) {
			continue
		}
		if a.report != nil && !o.Denied {
			r, fits := a.report.Beside(&o.Saying, made, p.Date)
			take(r, o.Span, fits)
		} else if a.saying != nil {
			r, fits := o.Beside(a.saying, p.Date, made)
			take(r, o.Span, fits)
		}
	}
	return best, ok
}

// relate tells how one passage relates to the claim. A quotation or a statement is
// put beside the whole of the sentences too that the passage is a part of: who
// selects half a sentence does not say that the other half is not there.
func (a asked) relate(in match.Setting, p match.Passage) match.Result {
	r := a.rank(in, []match.Passage{p})[0].Result
	switch a.claim.Body.(type) {
	case claims.Quote, claims.Statement:
	default:
		return r
	}
	s, ok := sentenceOf(p.Doc, p.Span)
	if !ok || s == p.Span {
		return r
	}
	wide := p
	wide.Span = s
	if x := a.rank(in, []match.Passage{wide})[0].Result; x.Span.Overlaps(p.Span) && worth(x) > worth(r) {
		return x
	}
	return r
}

// mayBear is how many passages are shown where nothing bears on a claim for sure.
const mayBear = 3

// leastShared is how many of a claim's content words a passage has that may bear on
// it; of a claim of few words, one.
const leastShared = 2

// nearest puts to the front what has most of the claim's words, where no passage
// relates to it, and returns how many those are.
func (a asked) nearest(ranked []match.Ranked, passages []match.Passage, hits []index.Hit) int {
	if slices.ContainsFunc(ranked, func(r match.Ranked) bool { return r.Result.Relation != match.Unrelated }) {
		return 0
	}
	own := contentWords(a.whole)
	need := leastShared
	if len(own) <= leastShared+1 {
		need = 1
	}
	shared := make([]int, len(passages))
	for _, r := range ranked {
		seen := map[string]bool{}
		for _, t := range hits[r.Index].Terms {
			maps.Copy(seen, contentWords(t.Of(passages[r.Index].Text)))
		}
		shared[r.Index] = len(seen)
	}
	slices.SortStableFunc(ranked, func(x, y match.Ranked) int { return cmp.Compare(shared[y.Index], shared[x.Index]) })
	n := 0
	for n < min(mayBear, len(ranked)) && shared[ranked[n].Index] >= need {
		ranked[n].Result.Why = "It may bear on the claim: it has words of it, or of what stands around it."
		n++
	}
	return n
}

// contentWords are the different words of a text, the light ones aside.
func contentWords(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !match.Light(w) && !backward[w] {
			out[w] = true
		}
	}
	return out
}
