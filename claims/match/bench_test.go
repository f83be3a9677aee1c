package match

import (
	"strings"
	"testing"

	"stet/claims/extract"
)

// article is a text of about 1,000 words made of the gold passages.
func article(b *testing.B, file string) Passage {
	b.Helper()
	var out strings.Builder
	last := ""
	for _, p := range readGold(b, file) {
		if p.passage != last {
			last = p.passage
			out.WriteString(p.passage + "\n\n")
		}
		if out.Len() > 6000 {
			break
		}
	}
	p := Passage{Text: out.String()}
	p.Doc = extract.Analyse(p.Text, extract.Meta{})
	return p
}

func BenchmarkQuote(b *testing.B) {
	p := article(b, "quotes.txt")
	p.Doc.Quotes()
	c := QuoteClaim{Words: "“We must not rebuild the harbour before the winter storms come, and we must do it with our own hands.”", Speaker: "Ada Osei"}
	b.ReportAllocs()
	for b.Loop() {
		Quote(c, p)
	}
}

func BenchmarkFigure(b *testing.B) {
	p := article(b, "figures.txt")
	p.Doc.Figures()
	p.Doc.Statistics()
	c, _ := ReadFigure("The raid on Sarn killed 30 civilians.", "Sarn", p.Date)
	b.ReportAllocs()
	for b.Loop() {
		Figure(c, p)
	}
}
