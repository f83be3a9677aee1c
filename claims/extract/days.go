package extract

import (
	"stet/claims"
	"stet/index/source"
)

// Days is a date expression of a text and the days it stands for.
type Days struct {
	claims.Window
	Span source.Span // its words, the preposition included
	Core source.Span // the preposition left out
}

// DaysIn lists the date expressions of sentence i, in order, resolved against the
// dateline.
func (d *Doc) DaysIn(i int) []Days {
	if i < 0 || i >= len(d.Sentences) {
		return nil
	}
	ln := line{base: d.dateline()}
	ln.read(d, i)
	var out []Days
	for _, x := range ln.dates {
		if x.a >= x.b || x.b > len(ln.ws) {
			continue
		}
		s := ln.bytes(x.a, x.b)
		out = append(out, Days{Window: x.window(s.Of(d.Text)), Span: s, Core: ln.bytes(min(x.core, x.b-1), x.b)})
	}
	return out
}
