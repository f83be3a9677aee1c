package match

import (
	"strings"
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// Claim puts any claim against a passage. made is the day of the story that
// makes it; zero if not known. The words of statistics and statements are compared
// as a quotation's are, and the answer is at most verbatim, substitution (altered) or
// unrelated; where the words of a statistic are not there, its number is compared,
// with the relations of a figure.
func Claim(c claims.Claim, made time.Time, p Passage) Result {
	switch b := c.Body.(type) {
	case claims.Quote:
		if b.Type == claims.Indirect {
			return Quote(QuoteClaim{Words: stated(b.Words), Speaker: b.Speaker, plain: true}, p)
		}
		lead, _, found := strings.Cut(c.Text, b.Words)
		if !found {
			lead = ""
		}
		return Quote(QuoteClaim{Words: b.Words, Speaker: b.Speaker, Stitched: !b.Edited, Before: lead}, p)
	case claims.Figure:
		return Figure(FigureClaim{Figure: b, Text: c.Text, Date: made}, p)
	case claims.Statistic:
		return statistic(b, c.Text, Setting{Made: made}, p)
	}
	return textual(c.Text, p)
}

// ReadFigure reads a figure claim from a sentence. place is where the story says
// it happened, "" to read it from the words. It returns false if the sentence
// counts nobody; [Figure] then compares its other number, a share or a sum.
func ReadFigure(text, place string, made time.Time) (FigureClaim, bool) {
	d := extract.Analyse(text, extract.Meta{Date: made})
	best := -1
	ts := tallies(d, source.Span{End: len(text)})
	for i, t := range ts {
		if t.thing || t.past || t.sum {
			continue
		}
		if best < 0 || ts[best].Subset && !t.Subset || ts[best].Implied && !t.Implied {
			best = i
		}
	}
	c := FigureClaim{Text: text, Date: made}
	if best < 0 {
		c.Figure.Place = strings.TrimSpace(place)
		return c, false
	}
	c.Figure = ts[best].Figure
	if strings.TrimSpace(place) != "" {
		c.Figure.Place = place
	}
	if n := cutWords(text, ts[best].span, 4); len(n) > 0 && noOne[n[0].norm] {
		c.Figure.Range, c.Figure.Implied, c.Figure.Population = claims.Just(0), false, "people"
	}
	return c, true
}

// noOne is how nobody is written.
var noOne = set("nobody none neither")
