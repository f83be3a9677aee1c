package textlayout

import (
	"math/rand"
	"strings"
	"unicode"

	"stet/index/source"
)

// grid is a Measurer whose characters are 8 wide, wide ones 16, marks and
// controls 0; the letters of a headline are twice that.
type grid struct{ asked int }

func (g *grid) Width(s string, st Style) float32 {
	g.asked++
	w := float32(0)
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		case unscaled(r):
			w += 16
		default:
			w += 8
		}
	}
	if st == Headline {
		w *= 2
	}
	return w
}

func unscaled(r rune) bool { return unspaced(r) || r >= 0x1F000 }

func (g *grid) Metrics(st Style) Metrics {
	switch st {
	case Headline:
		return Metrics{LineHeight: 40}
	case Heading:
		return Metrics{LineHeight: 20, Above: 10}
	case Blank:
		return Metrics{LineHeight: 12}
	case Quote:
		return Metrics{LineHeight: 20, Indent: 24}
	}
	return Metrics{LineHeight: 20}
}

func set(body string, width float32, marks ...source.Mark) *Layout {
	return NewTypesetter(&grid{}).Layout(NewDocument(source.Text{Body: body, Marks: marks}), width)
}

// lines are the lines of a layout, with "¶" where a paragraph ends.
func linesOf(l *Layout) []string {
	var out []string
	for i := range l.Lines() {
		s := l.Line(i).Of(l.doc.body)
		if i+1 == l.Lines() || l.ParagraphOfLine(i+1) != l.ParagraphOfLine(i) {
			s += "¶"
		}
		out = append(out, s)
	}
	return out
}

// news makes an article of so many words over a vocabulary with the long tail
// of real ones.
func news(words int, seed int64) string {
	r := rand.New(rand.NewSource(seed))
	syl := strings.Fields("pre tion al con ver min is ter ed ing po li cy ment af fi ci fe jo urn ist go vern é ü ca WA To AV")
	vocab := make([]string, 12000)
	for i := range vocab {
		for range 1 + r.Intn(4) {
			vocab[i] += syl[r.Intn(len(syl))]
		}
	}
	z := rand.NewZipf(r, 1.1, 3, uint64(len(vocab)-1))
	var b strings.Builder
	para, sent := 0, 0
	for range words {
		b.WriteString(vocab[z.Uint64()])
		para, sent = para+1, sent+1
		if sent > 8+r.Intn(20) {
			b.WriteByte('.')
			sent = 0
			if para > 40+r.Intn(80) {
				b.WriteString("\n\n")
				para = 0
				continue
			}
		}
		b.WriteByte(' ')
	}
	return b.String()
}
