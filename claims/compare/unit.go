package compare

import (
	"fmt"

	"stet/index/source"
)

// A measured number is a figure with what it measures: $2 million, 40 litres.
type measured struct {
	value float64
	unit  string
	span  source.Span // with the unit, bytes
}

// measures lists the numbers of a side that have a unit.
func (s *side) measures() []measured {
	var out []measured
	for k := range s.words {
		w := &s.words[k]
		if !w.number || w.more {
			continue
		}
		m := measured{value: w.value, span: w.Span}
		end := k + 1
		for end < len(s.words) && s.words[end].more {
			end++
		}
		if k > 0 && units[s.words[k-1].Norm] != "" && s.words[k-1].mark() {
			m.unit, m.span.Start = units[s.words[k-1].Norm], s.words[k-1].Span.Start
		} else if end < len(s.words) {
			m.unit = units[s.words[end].Norm]
			end++
		}
		if m.unit != "" {
			m.span.End = s.words[end-1].Span.End
			out = append(out, m)
		}
	}
	return out
}

// remeasured finds a number that stayed and measures something else: $2 million,
// 2 million euros. It tells the change as a person would, "" if there is none.
func remeasured(o, n *side) string {
	was, is := o.measures(), n.measures()
	if len(was) != len(is) {
		return ""
	}
	for k := range was {
		if was[k].value == is[k].value && was[k].unit != is[k].unit {
			return fmt.Sprintf("figure changed from %s to %s", oneLine(was[k].span.Of(o.doc.Text)), oneLine(is[k].span.Of(n.doc.Text)))
		}
	}
	return ""
}

// unitsOnly reports whether a place holds nothing but units.
func (p place) unitsOnly() bool {
	any := false
	for _, ws := range [][]word{p.was(), p.is()} {
		for k := range ws {
			if units[ws[k].Norm] == "" {
				if !ws[k].mark() {
					return false
				}
				continue
			}
			any = true
		}
	}
	return any
}
