package concordance

import (
	"slices"
	"time"

	"stet/claims"
	"stet/claims/match"
)

// standIns stand in a report for a thing that was named before it: "he had known
// about it".
var standIns = map[string]bool{"it": true, "this": true, "them": true}

// fewStems is how many content words a report has at most that needs what was named
// before it to be told from others.
const fewStems = 2

// said cuts a report into tokens as it is put beside words of these stems: a short
// one with a pronoun has what the pronoun may stand for, if the other words name it.
// The tokens of the report's own words keep their places.
func (r *Report) said(theirs []string) []token {
	ts := gist(r.Words)
	own := stems(ts)
	at := slices.IndexFunc(ts, func(t token) bool { return standIns[t.word] && t.stem == "" })
	if r.Before == "" || at < 0 || len(own) > fewStems || !slices.ContainsFunc(own, func(s string) bool { return slices.Contains(theirs, s) }) {
		return ts
	}
	for _, s := range stems(gist(r.Before)) {
		switch {
		case !slices.Contains(theirs, s) || slices.Contains(own, s):
		case ts[at].stem == "":
			ts[at].stem = s
		default:
			ts = append(ts, token{start: len(r.Words), end: len(r.Words), stem: s})
		}
	}
	return ts
}

// known are the stems by which a report is looked for.
func (r *Report) known() []string {
	ts := gist(r.Words)
	own := stems(ts)
	if len(own) > fewStems || !slices.ContainsFunc(ts, func(t token) bool { return standIns[t.word] }) {
		return own
	}
	for _, s := range stems(gist(r.Before)) {
		if !slices.Contains(own, s) {
			own = append(own, s)
		}
	}
	return own
}

// Beside tells how a report relates to words of the same speaker, as [Find] tells it
// of an utterance's reports. Its relation is [Paraphrase], or, where the report says
// the opposite or another number, that of words so changed; ok is false if it is no
// report of them. The days are those on which each was printed, zero if not known.
func (r *Report) Beside(s *Saying, reported, spoken time.Time) (res match.Result, ok bool) {
	quote := gist(s.Words)
	said := r.said(stems(quote))
	if len(stems(said)) < 2 {
		return res, false
	}
	a := agree(said, quote)
	if !a.enough(speakers(&r.Saying, s)) {
		return res, false
	}
	judge(&a, said, quote, r.Denied)
	res = match.Result{Relation: Paraphrase, Class: match.ClassNear, Score: min(a.ofReport, a.ofQuote), Span: s.Span, Suggest: claims.Supports,
		Why: "It is reported in other words."}
	if a.diff == "" {
		return res, true
	}
	res.Relation, res.Class, res.Suggest, res.Why = match.Substitution, match.ClassAltered, claims.Contradicts, a.why
	switch {
	case a.diff == match.DiffNegation && overtaken(said, quote, reported, spoken):
		res.Relation, res.Class, res.Suggest, res.Why = match.NotComparable, match.ClassNotComparable, claims.Context, "Both can be right: they were said on two days, and it changed in between."
		return res, true
	case a.diff == match.DiffNegation:
		res.Relation, res.Why = match.Negation, "It is reported as the opposite of what was said."
	}
	res.Differences = []match.Difference{{Kind: a.diff, Claim: r.Words, Passage: s.Words, PassageSpan: s.Span}}
	return res, true
}
