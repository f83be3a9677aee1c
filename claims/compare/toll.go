package compare

import (
	"fmt"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// delta is a casualty figure on both sides.
type delta struct {
	old, new extract.Figure
	part     bool // of a number told before: "nine of them"
}

// tolls pairs the casualty figures of both sides that changed: the same outcome
// and population, in order; failing that, the same outcome. A figure that adds to
// another ("nine more bodies") or is a part of it never stands for a toll, and
// what a toll has come to goes before what else is counted beside it.
func tolls(o, n *side) []delta {
	was, is := o.figuresIn(o.span), n.figuresIn(n.span)
	used := make([]bool, len(is))
	var out []delta
	for _, strict := range []bool{true, false} {
		first := 0 // what stands before is used
		for k := range was {
			if was[k].Outcome == "" {
				continue
			}
			for first < len(is) && used[first] {
				first++
			}
			total := -1
			if strict && lone(was, k) {
				total = totalFor(was[k], is, used)
			}
			for x := max(first, total); x < len(is); x++ {
				if used[x] || !sameKind(was[k], is[x]) || strict && x != total && is[x].Population != was[k].Population {
					continue
				}
				used[x] = true
				if !was[k].Range.Equal(is[x].Range) {
					out = append(out, delta{was[k], is[x], ofThem(o, was[k]) && ofThem(n, is[x])})
				}
				was[k].Outcome = ""
				break
			}
		}
	}
	return out
}

// sameKind reports that two figures count the same outcome in the same way.
func sameKind(f, g extract.Figure) bool {
	return f.Outcome == g.Outcome && f.Subset == g.Subset && f.Additional == g.Additional
}

// lone reports that figure k is a toll and the only one of its outcome, so that a
// total on the other side can only be its own.
func lone(fs []extract.Figure, k int) bool {
	if fs[k].Subset || fs[k].Additional {
		return false
	}
	for x := range fs {
		if x != k && sameKind(fs[x], fs[k]) {
			return false
		}
	}
	return true
}

// totalFor finds the figure that says what the toll f has come to, -1 if none
// does or one repeats f as it was.
func totalFor(f extract.Figure, is []extract.Figure, used []bool) int {
	total := -1
	for x := range is {
		switch {
		case used[x] || !sameKind(f, is[x]):
		case is[x].Range.Equal(f.Range):
			return -1
		case is[x].Cumulative && total < 0:
			total = x
		}
	}
	return total
}

// alone lists the casualty figures that only one side has, and that stand where its
// words changed: an outcome that is counted now, or no longer.
func alone(o, n *side, ds []delta, ps []place) (went, came []extract.Figure) {
	was, is := o.figuresIn(o.span), n.figuresIn(n.span)
	if len(was) == 0 || len(is) == 0 {
		return nil, nil // told by its words
	}
	var wasAt, isAt []source.Span // numbers that changed
	for _, p := range ps {
		if !p.moved && !p.onesided() {
			wasAt, isAt = append(wasAt, numbersOf(p.was())...), append(isAt, numbersOf(p.is())...)
		}
	}
	told := map[source.Span]bool{}
	for _, d := range ds {
		told[d.old.Span] = true
	}
	went = unmet(was, is, wasAt, told)
	clear(told)
	for _, d := range ds {
		told[d.new.Span] = true
	}
	return went, unmet(is, was, isAt, told)
}

func numbersOf(ws []word) []source.Span {
	var out []source.Span
	for k := range ws {
		if ws[k].number {
			out = append(out, ws[k].Span)
		}
	}
	return out
}

// unmet lists the figures that no figure of the other side equals, that are not told
// and whose number is among those that changed.
func unmet(figs, others []extract.Figure, changed []source.Span, told map[source.Span]bool) []extract.Figure {
	type key struct {
		outcome claims.Outcome
		part    bool
		more    bool
		value   claims.Interval
	}
	of := func(f extract.Figure) key { return key{f.Outcome, f.Subset, f.Additional, f.Range} }
	met := map[key]bool{}
	for _, f := range others {
		met[of(f)] = true
	}
	var out []extract.Figure
	for _, f := range figs {
		if f.Value > 0 && !told[f.Span] && !met[of(f)] && len(within(changed, f.Span)) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// metAnother tells the figures that only one side has, each with the text's own words.
// One became the other if they count as many, "nine missing" and "nine dead"; figures of
// two outcomes that differ in number are no change of one figure.
func metAnother(o, n *side, went, came []extract.Figure) string {
	if len(went) == 1 && len(came) == 1 && went[0].Range.Equal(came[0].Range) {
		return became(o.counting(went[0]), n.counting(came[0]))
	}
	var out []string
	for _, f := range went {
		out = append(out, became(o.counting(f), ""))
	}
	for _, f := range came {
		out = append(out, became("", n.counting(f)))
	}
	return strings.Join(out, "; ")
}

// counting is a figure in the words of the text, from its number to the word that tells
// the outcome or the other way round: "five are missing".
func (s *side) counting(f extract.Figure) string {
	const apart = 20 // bytes that may stand between: "of them were "
	at := f.Span
	if t := f.Trigger; !t.Empty() && s.span.Contains(t) && t.Start <= at.End+apart && t.End+apart >= at.Start {
		at = source.Span{Start: min(at.Start, t.Start), End: max(at.End, t.End)}
	}
	return short(s.lowered(at))
}

// lowered is a span of the text with its first letter as inside a sentence.
func (s *side) lowered(at source.Span) string { return lowerFigure(oneLine(at.Of(s.doc.Text))) }

// ofThem reports whether "of them" follows a figure, or belongs to it.
func ofThem(s *side, f extract.Figure) bool {
	const behind = len(" of them")
	rest := s.doc.Text[f.Span.Start:min(len(s.doc.Text), f.Span.End+behind)]
	return strings.HasSuffix(rest, " of them") || strings.HasSuffix(f.Span.Of(s.doc.Text), " of them")
}

// renamed tells that a number of dead became one of casualties: dead and injured
// were counted together. It is "" if none did.
func renamed(o, n *side) string {
	for _, f := range o.figuresIn(o.span) {
		for _, g := range n.figuresIn(n.span) {
			if f.Outcome == claims.Killed && g.Outcome == claims.Casualties && f.Value == g.Value {
				return fmt.Sprintf("%s killed became %s casualties", asWritten(f), asWritten(g))
			}
		}
	}
	return ""
}

// summary words a delta: "toll raised from at least 12 to 15".
func (d delta) summary() string {
	verb := "changed"
	switch a, b := middle(d.old.Range), middle(d.new.Range); {
	case b > a:
		verb = "raised"
	case b < a:
		verb = "lowered"
	}
	if d.old.Value == d.new.Value {
		verb = "changed"
	}
	if d.part {
		return became(strings.TrimSuffix(lowerFigure(d.old.Words), " of them")+" of them", strings.TrimSuffix(lowerFigure(d.new.Words), " of them")+" of them")
	}
	if d.new.Additional || d.new.Subset && d.new.Population == "" {
		return became(lowerFigure(d.old.Words), lowerFigure(d.new.Words))
	}
	return fmt.Sprintf("%s %s from %s to %s", d.what(), verb, asWritten(d.old), asWritten(d.new))
}

// what names what the figure counts; of a part of a toll, who.
func (d delta) what() string {
	if d.new.Subset && d.new.Population != "" {
		return fmt.Sprintf("number of %s %s", d.new.Population, d.new.Outcome)
	}
	return counted(d.new.Outcome)
}

// asWritten is a figure with the modifier it has in the text, its number in
// digits: "nearly 60".
func asWritten(f extract.Figure) string {
	if f.Range.Mod != claims.Approx {
		return inWords(f.Range)
	}
	first, _, _ := strings.Cut(strings.ToLower(f.Words), " ")
	if !modifierWords[first] {
		first = "about"
	}
	return first + " " + claims.Number(f.Value)
}

// counted names what an outcome's figure is called.
func counted(o claims.Outcome) string {
	switch o {
	case claims.Killed:
		return "toll"
	case claims.Casualties:
		return "number of casualties"
	}
	return "number " + string(o)
}

func middle(i claims.Interval) float64 {
	if i.NoMax {
		return i.Min
	}
	return (i.Min + i.Max) / 2
}

// inWords prints an interval as news prints it.
func inWords(i claims.Interval) string {
	if i.Mod == claims.Exact && i.Min == 0 && i.Max == 0 {
		return "none"
	}
	lo, hi := claims.Number(i.Min), claims.Number(i.Max)
	switch i.Mod {
	case claims.AtLeast:
		return "at least " + lo
	case claims.MoreThan:
		return "more than " + lo
	case claims.AtMost:
		return "up to " + hi
	case claims.LessThan:
		return "fewer than " + hi
	case claims.Approx:
		return "about " + claims.Number(middle(i))
	case claims.Exact:
		return lo
	}
	return strings.Trim(lo+"–"+hi, "–")
}
