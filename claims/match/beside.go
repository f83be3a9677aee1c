package match

import (
	"strings"

	"stet/index/source"
)

// A Piece is a run of words of a quotation beside its source. Pieces stand in
// the order of the quotation; what only the source has stands where it is
// lacking.
type Piece struct {
	Kind    DiffKind    // "" for the same words
	Claim   source.Span // bytes of the claim's words; empty: the source's alone
	Passage source.Span // bytes of the passage's text; empty: the claim's alone
}

// Beside puts a quotation beside its source: what [Quote] answers, and the words
// of both piece by piece. Every word of the claim is in exactly one piece. An
// unrelated passage gives no pieces.
func Beside(c QuoteClaim, p Passage) (Result, []Piece) {
	a := quote(c, p)
	if a.Relation == Unrelated || a.comparison == nil {
		return a.Result, nil
	}
	ps := a.comparison.pieces()
	if _, turned := first(a.Differences, DiffNegation); !turned { // one turn undid the other
		for i := range ps {
			if ps[i].Kind == DiffNegation {
				ps[i].Kind = wordsKind(ps[i])
			}
		}
	}
	return a.Result, ps
}

// wordsKind is what a piece is as mere words.
func wordsKind(p Piece) DiffKind {
	switch {
	case p.Claim.Empty():
		return DiffOmitted
	case p.Passage.Empty():
		return DiffInserted
	}
	return DiffWord
}

// pieces lists matched words and regions in order, with what is cut off at the
// ends.
func (c *comparison) pieces() []Piece {
	var out []Piece
	if ch, ok := c.startChange(); ok && (ch.rel == Negation || ch.rel == SilentTruncation) {
		out = appendPiece(out, Piece{Kind: ch.kind, Passage: ch.pass}, c)
	}
	next := 0
	for _, m := range c.matches {
		for ; next < len(c.regions) && c.regions[next].c2 <= m.c && c.regions[next].p2 <= m.p; next++ {
			out = c.regionPieces(out, &c.regions[next])
		}
		out = appendPiece(out, Piece{Kind: c.matchedKind(m), Claim: c.claim.span(m.c, m.c2), Passage: c.pass.span(m.p, m.p2)}, c)
	}
	for ; next < len(c.regions); next++ {
		out = c.regionPieces(out, &c.regions[next])
	}
	switch e := c.end(); e {
	case cutSilent, cutMarked:
		from := c.following()
		if from < 0 {
			break
		}
		to := from + 1
		for to < len(c.pass.words) && c.sameSentence(to) {
			to++
		}
		kind := DiffOmitted
		if e == cutMarked {
			kind = DiffMarked
		}
		out = appendPiece(out, Piece{Kind: kind, Passage: c.pass.span(from, to)}, c)
	}
	return out
}

// matchedKind is how two words that correspond are written.
func (c *comparison) matchedKind(m step) DiffKind {
	switch m.like {
	case variant:
		if strings.Contains(c.claim.span(m.c, m.c2).Of(c.claim.text), "[") {
			return DiffTypography
		}
		return DiffSpelling
	case sameMark:
		return DiffTypography
	}
	return ""
}

// regionPieces reads one region.
func (c *comparison) regionPieces(out []Piece, r *region) []Piece {
	ch, ok := c.read(r)
	kind := ch.kind
	if c.moved != nil {
		switch ch.rel {
		case Substitution, Insertion, SilentTruncation, Joined:
			kind = DiffOrder
		}
	}
	cs := c.claim.span(r.c, r.c2)
	if !ok {
		if !cs.Empty() { // the editor's brackets at an end
			out = appendPiece(out, Piece{Kind: DiffMarked, Claim: cs}, c)
		}
		return out
	}
	if len(r.said) == 0 {
		return appendPiece(out, Piece{Kind: kind, Claim: cs}, c)
	}
	return appendPiece(out, Piece{Kind: kind, Claim: cs, Passage: c.saidSpan(r)}, c)
}

// appendPiece adds a piece, to the last one if both are words of one kind that
// touch on both sides.
func appendPiece(list []Piece, p Piece, c *comparison) []Piece {
	if p.Claim.Empty() && p.Passage.Empty() {
		return list
	}
	if n := len(list); n > 0 && p.Kind == "" {
		l := &list[n-1]
		if l.Kind == "" && blank(c.claim.text, l.Claim.End, p.Claim.Start) && blank(c.pass.text, l.Passage.End, p.Passage.Start) {
			l.Claim.End, l.Passage.End = p.Claim.End, p.Passage.End
			return list
		}
	}
	return append(list, p)
}

// blank reports whether no word and no quotation mark stands between two places.
func blank(text string, from, to int) bool {
	if from > to {
		return false
	}
	return !strings.ContainsFunc(text[from:to], func(r rune) bool { return wordRune(r) || strings.ContainsRune("\"“”„«»", r) })
}

// Plain gives the words of a quotation in their plainest spelling, for telling
// which quotations are the same; "…" stands where the quotation shows that words
// are left out.
func (c QuoteClaim) Plain() []string {
	p := readPrinted(c)
	var out []string
	for i, w := range p.words {
		if p.breaks[i] > 0 {
			out = append(out, Ellipsis)
		}
		out = append(out, w.fold)
	}
	if len(p.words) > 0 && p.trailing() {
		out = append(out, Ellipsis)
	}
	return out
}

// Ellipsis is how Plain shows that words are left out.
const Ellipsis = "…"

// Light reports whether a plain word tells little: an article, a pronoun, an
// auxiliary.
func Light(plain string) bool { return stopWords[plain] }

// Negator reports whether a plain word turns the polarity of its clause.
func Negator(plain string) bool { return negators[plain] }

// Speakers says whether two speakers, as written or resolved, are one person: 1
// if so, -1 if they are two, 0 if that cannot be told.
func Speakers(a, b string) int {
	if strings.TrimSpace(a) == "" || strings.TrimSpace(b) == "" {
		return 0
	}
	switch compareSpeakers(a, b) {
	case samePerson:
		return 1
	case otherPerson:
		return -1
	}
	return 0
}
