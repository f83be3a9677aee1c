package match

import (
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// Passage is what a claim is put against.
type Passage struct {
	Text string      // the whole text that holds it, for context
	Span source.Span // the part to match, bytes of Text; empty: all of it
	// Doc is the analysis of Text. It may be nil, and is then made when needed;
	// hand it in when several claims are put against one text.
	Doc  *extract.Doc
	Date time.Time // the day the text was published; zero: not known
	// Dateline is the place of the text's dateline where that is not at its head; it
	// stands for the place of figures that tell none.
	Dateline string
}

// doc is the analysis of the passage's text.
func (p *Passage) doc() *extract.Doc {
	if p.Doc == nil || p.Doc.Text != p.Text {
		p.Doc = extract.Analyse(p.Text, extract.Meta{Date: p.Date})
	}
	return p.Doc
}

// bounds is the part to match.
func (p *Passage) bounds() source.Span {
	if p.Span.Empty() || !p.Span.Fits(p.Text) {
		return source.Span{End: len(p.Text)}
	}
	return p.Span
}

// QuoteClaim is a quotation as the checked story prints it.
type QuoteClaim struct {
	// Words are the quoted words, with or without their outer marks. An
	// attribution in between (“A,” X said. “B.”) is read as such.
	Words   string
	Speaker string // as the story names them; empty: not checked
	// Stitched is set when " … " in Words joins the segments of an interrupted
	// quotation, as claims.Quote keeps them, and does not stand for words left out.
	Stitched bool
	// Parts are the quoted parts of Words, bytes of it, in order; what stands
	// between them is not quoted. Nil: found by the marks in Words.
	Parts []source.Span
	// Before are the story's own words in front of the quotation, of its sentence: a
	// negation may stand there. Those in Words itself need not be given.
	Before string
	// plain is set for a statement: its own words, not quoted ones.
	plain bool
}

// FigureClaim is a casualty figure as the checked story prints it.
type FigureClaim struct {
	Figure claims.Figure
	Text   string    // the sentence it stands in: hedges, attribution, cause, place
	Date   time.Time // the day of the story; zero: not known
	in     Setting   // the story
}
