package match

import (
	"strings"
	"time"

	"stet/claims"
	"stet/claims/extract"
)

// Claim puts any claim against a passage. made is the day of the story that
// makes it; zero if not known. Statistics and statements have no relations of
// their own: their words are compared as a quotation's are, and the answer is at
// most verbatim, substitution (altered) or unrelated.
func Claim(c claims.Claim, made time.Time, p Passage) Result {
	switch b := c.Body.(type) {
	case claims.Quote:
		return Quote(QuoteClaim{Words: b.Words, Speaker: b.Speaker, Stitched: !b.Edited}, p)
	case claims.Figure:
		return Figure(FigureClaim{Figure: b, Text: c.Text, Date: made}, p)
	case claims.Statistic:
		return textual(c.Text, p)
	}
	return textual(c.Text, p)
}

// ReadFigure reads a figure claim from a sentence. place is where the story says
// it happened, "" to read it from the words. It returns false if the sentence
// counts nobody.
func ReadFigure(text, place string, made time.Time) (FigureClaim, bool) {
	d := extract.Analyse(text, extract.Meta{Date: made})
	f, ok := principal(d.Figures())
	if !ok {
		return FigureClaim{Text: text, Date: made}, false
	}
	if strings.TrimSpace(place) != "" {
		f.Place = place
	}
	return FigureClaim{Figure: f, Text: text, Date: made}, true
}

// principal is the figure a claim's sentence is about: the first that is no
// part of another.
func principal(fs []extract.Figure) (claims.Figure, bool) {
	best := -1
	for i, f := range fs {
		if best < 0 || fs[best].Subset && !f.Subset || fs[best].Implied && !f.Implied {
			best = i
		}
	}
	if best < 0 {
		return claims.Figure{}, false
	}
	return fs[best].Figure, true
}
