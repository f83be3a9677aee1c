package extract

import "strings"

// Who wrote the text and where: names of its head that are no names of its story.

const (
	maxBylinePara  = 4  // paragraphs before and with a byline
	maxBylineWords = 16 // "By Ann Lee and Bo Ray in Norrby, Chief Correspondent"
)

// inByline reports that token i stands in a byline: a paragraph of names after "By"
// near the head of the text, with no verb and no full stop. Nobody named there is a
// person of the story.
func (d *Doc) inByline(i int) bool {
	p := int(d.Tokens[i].Para)
	if p > maxBylinePara || p >= len(d.Paragraphs) {
		return false
	}
	a, b := d.TokensIn(d.Paragraphs[p].Span)
	if b-a < 2 || b-a > maxBylineWords || d.low(a) != "by" || !d.Tokens[a+1].Upper || d.low(b-1) == "." {
		return false
	}
	for k := a + 1; k < b; k++ {
		if isFinite(d.tagOf(k)) && !d.Tokens[k].Upper || d.Tokens[k].Mark != 0 {
			return false
		}
	}
	return true
}

// inDateline reports that a run of capitals that ends at token j is the place of a
// dateline: it begins its paragraph, and before the dash there stands nothing but
// more of the place, a date or an agency: "TARN, March 14, 2026 —".
func (d *Doc) inDateline(j int) bool {
	p := int(d.Tokens[j-1].Para)
	if p >= len(d.Paragraphs) {
		return false
	}
	a, _ := d.TokensIn(d.Paragraphs[p].Span)
	first := d.Tokens[a].Text
	if d.Capitals || j-a > 3 || len(first) < 3 || strings.ToUpper(first) != first {
		return false
	}
	for k := j; k < len(d.Tokens) && k < a+maxDateline && int(d.Tokens[k].Para) == p; k++ {
		switch t := &d.Tokens[k]; {
		case t.Text == "—" || t.Text == "–" || t.Text == "--" || t.Text == "-" && t.Spaced:
			return true
		case t.Kind == Word && !t.Upper || isFinite(t.Tag) && !t.Upper:
			return false
		}
	}
	return false
}
