package concordance

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"stet/claims/extract"
	"stet/claims/match"
	"stet/index/source"
)

// Rendering is an utterance as one version prints it, beside the best source.
type Rendering struct {
	Saying
	Outlet   string
	At       time.Time // of the version
	Story    bool      // printed in an article that is being checked
	Versions []int     // the versions of the article that print these words, by number
	Gone     int       // the first later version that prints the utterance no more; 0: there is none
	Again    int       // how often more the same version prints it, or a part of it
	Older    []Rendering
	Copies   []Rendering    // the same words in near-duplicate articles
	folded   []source.Place // the same words in other versions and places of the article

	Relation match.Relation // "" for the source itself
	Class    match.Class
	Score    float64 // share of words in common, 0–1
	Why      string  // one sentence for people
	Warn     string  // words cut off that begin with a reversal
	// Differs says of a report ([Paraphrase]) what it says otherwise than the words it
	// is about: negation, number or modal; "" if nothing.
	Differs match.DiffKind
	Named   string // the speaker, if the name is spelt otherwise than in most renderings
	// Elsewhere tells that the words are given to another speaker than the source's.
	Elsewhere bool
	// Changed is what the gravest change of words concerns: modal, number or name; ""
	// if none of them.
	Changed match.DiffKind
	Pieces  []Piece // the words, in order; what only the source has where it is lacking
}

// Matters reports whether it differs from the source in substance.
func (r *Rendering) Matters() bool {
	switch r.Relation {
	case match.Substitution, match.Insertion, match.Reordered:
		// A translator's words are another's only in what they say.
		return !r.Translated || r.Warn != "" || slices.ContainsFunc(r.Pieces, func(p Piece) bool { return p.Kind == match.DiffNegation || p.Kind == match.DiffNumber })
	case match.SilentTruncation, match.Joined, match.Negation, match.OtherSpeaker:
		return true
	case Paraphrase:
		return r.Differs != ""
	}
	return r.Warn != ""
}

// Piece is a run of the words of a rendering.
type Piece struct {
	Kind match.DiffKind // "" for the same words; Aside for what is not quoted
	Text string         // what the rendering prints; empty: nothing
	Lost string         // what the source has in its place; empty: nothing, or the same
}

// Aside is the kind of an attribution between quoted words.
const Aside match.DiffKind = "aside"

// Beside puts a rendering beside a source, whose version's analysed text is d:
// the answer of package match, and the words piece by piece.
func Beside(r, src *Saying, d *extract.Doc) (match.Result, []Piece) {
	if res, pieces, ok := Same(r, src); ok {
		return res, pieces
	}
	c := r.Claim()
	if r.sameWritten(src) {
		c.Speaker = "" // not to be told apart by what the same words were resolved to
	}
	res, pieces := match.Beside(c, match.Passage{Text: d.Text, Span: around(src, d), Doc: d, Date: d.Meta.Date})
	if res.Relation == match.Unrelated || !res.Span.Overlaps(src.Span) {
		return match.Result{Relation: match.Unrelated, Why: "No words of the source come near these."}, nil
	}
	return res, lay(r, pieces, d.Text)
}

// Same is Beside for a rendering that has the very words, marks and speaker of the
// source, as copies do; ok is false if it has not.
func Same(r, src *Saying) (res match.Result, pieces []Piece, ok bool) {
	if r.Words != src.Words || r.Speaker != src.Speaker && !r.sameWritten(src) || !slices.Equal(r.Parts, src.Parts) {
		return match.Result{}, nil, false
	}
	return match.Result{Relation: match.Verbatim, Class: match.ClassVerbatim, Score: 1, Span: src.Span, Why: "The source has the same words."}, lay(r, nil, ""), true
}

// around is a saying with the paragraphs before and after it: what it may have
// been cut from.
func around(s *Saying, d *extract.Doc) source.Span {
	a, b := d.ParagraphAt(s.Span.Start), d.ParagraphAt(s.Span.End-1)
	if a < 0 {
		return source.Span{End: len(d.Text)}
	}
	return source.Span{Start: d.Paragraphs[max(0, a-1)].Span.Start, End: d.Paragraphs[min(len(d.Paragraphs)-1, b+1)].Span.End}
}

// lay writes pieces out: with the signs between words, and attributions as
// asides. Joined, the texts of the pieces are the saying's words.
func lay(r *Saying, pieces []match.Piece, passage string) []Piece {
	var out []Piece
	at := 0
	upTo := func(end int) {
		for at < end {
			text, quoted := r.run(at, end)
			at += len(text)
			switch n := len(out); {
			case !quoted:
				out = append(out, Piece{Kind: Aside, Text: text})
			case n > 0 && (out[n-1].Kind == "" || out[n-1].Kind == match.DiffMarked):
				out[n-1].Text += text
			default:
				out = append(out, Piece{Text: text})
			}
		}
	}
	for _, p := range pieces {
		if !p.Claim.Empty() {
			upTo(p.Claim.Start)
		}
		x := Piece{Kind: p.Kind, Text: p.Claim.Of(r.Words)}
		if p.Kind != "" {
			x.Lost = p.Passage.Of(passage)
		}
		at = max(at, p.Claim.End)
		out = append(out, x)
	}
	upTo(len(r.Words))
	return tidy(out)
}

// run is the longest stretch of Words from at, up to end, that is all quoted or
// all not.
func (s *Saying) run(at, end int) (text string, quoted bool) {
	for _, p := range s.Parts {
		switch {
		case at < p.Start:
			return s.Words[at:min(end, p.Start)], false
		case at < p.End:
			return s.Words[at:min(end, p.End)], true
		}
	}
	return s.Words[at:end], false
}

// tidy makes one of neighbouring pieces of one kind.
func tidy(list []Piece) []Piece {
	var out []Piece
	for _, p := range list {
		if n := len(out); n > 0 && out[n-1].Kind == p.Kind && p.Lost == "" && out[n-1].Lost == "" {
			out[n-1].Text += p.Text
			continue
		}
		out = append(out, p)
	}
	return out
}

// Plainly is a piece's text without the white space around it.
func (p Piece) Plainly() string { return strings.TrimFunc(p.Text, unicode.IsSpace) }
