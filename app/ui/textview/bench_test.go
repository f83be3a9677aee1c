package textview

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"stet/index/source"
)

// prose makes text over a vocabulary with the long tail of real ones.
func prose(words int) string {
	var b strings.Builder
	b.Grow(words * 7)
	seed := uint32(7)
	next := func(n uint32) uint32 { seed = seed*1664525 + 1013904223; return (seed >> 8) % n }
	syl := strings.Fields("pre tion al con ver min is ter ed ing po li cy ment af fi ci fe jo urn ist go vern é ü ca WA To AV")
	for i := range words {
		// The smaller of three draws falls off as word frequencies do.
		w := min(next(12000), next(12000), next(12000))
		for n := w; ; n /= 29 {
			b.WriteString(syl[n%29])
			if n < 29 {
				break
			}
		}
		switch {
		case i%97 == 96:
			b.WriteString(".\n\n")
		case i%17 == 16:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func BenchmarkOpen(b *testing.B) {
	for _, words := range []int{50_000, 200_000} {
		body := source.Text{Body: prose(words)}
		b.Run(fmt.Sprintf("%d words, cold", words), func(b *testing.B) {
			for range b.N {
				b.StopTimer()
				test.NewTempApp(b) // with it go the toolkit's remembered widths
				v := New()
				w := test.NewTempWindow(b, v)
				w.Resize(fyne.NewSize(800, 600))
				b.StartTimer()
				v.SetText(body)
			}
		})
		b.Run(fmt.Sprintf("%d words, warm", words), func(b *testing.B) {
			test.NewTempApp(b)
			v := New()
			w := test.NewTempWindow(b, v)
			w.Resize(fyne.NewSize(800, 600))
			v.SetText(body)
			b.ResetTimer()
			for range b.N {
				v.SetText(body)
			}
		})
	}
}

func BenchmarkScroll(b *testing.B) {
	test.NewTempApp(b)
	v := New()
	w := test.NewTempWindow(b, v)
	w.Resize(fyne.NewSize(800, 800))
	v.SetText(source.Text{Body: prose(50_000)})
	var marks []Mark
	for i := range 2000 {
		s := source.Span{Start: i * 150, End: i*150 + 60}
		for !s.Fits(v.text.Body) {
			s = s.Shift(1)
		}
		marks = append(marks, Mark{Span: s, Kind: Kind(i) % numKinds})
	}
	v.SetMarks(marks)
	b.ResetTimer()
	for range b.N {
		v.Scroll(37)
		if v.scroll.Offset.Y >= v.maxScroll() {
			v.scrollY(0)
		}
	}
}
