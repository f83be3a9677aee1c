package compare

import (
	"fmt"
	"strings"

	"stet/index/diff"
)

// mostPieces bounds how much one line tells; the rest is "and more".
const mostPieces = 3

// mostRunes bounds words that are quoted in a summary, in code points.
const mostRunes = 60

// summarise tells a changed row in one line; unit is a number that measures
// something else now, told already.
func summarise(op diff.Op, o, n *side, ps []place, touched map[int]touchSet, unit string) string {
	var out []string
	add := func(s string) {
		for _, x := range out {
			if x == s {
				return
			}
		}
		out = append(out, s)
	}
	if unit != "" {
		add(unit)
	}
	ds := tolls(o, n)
	for _, d := range ds {
		add(d.summary())
	}
	for k, p := range ps {
		if unit != "" && p.unitsOnly() {
			continue
		}
		if s := p.summary(touched[k], len(ds) > 0); s != "" {
			add(s)
		}
	}
	switch op {
	case diff.Moved:
		out = append([]string{"moved"}, out...)
	case diff.Split:
		out = append([]string{"split into several sentences"}, out...)
	case diff.Merged:
		out = append([]string{"several sentences became one"}, out...)
	}
	if len(out) == 0 {
		out = []string{"typography"}
	}
	if len(out) > mostPieces {
		out = append(out[:mostPieces], "and more")
	}
	return strings.Join(out, "; ")
}

// summary tells one place, "" if nothing need be told: typography, or a toll
// that was told already.
func (p place) summary(t touchSet, tollTold bool) string {
	a, b := short(p.old.textOf(p.i, p.iEnd)), short(p.new.textOf(p.j, p.jEnd))
	switch {
	case p.moved && a == "":
		return "" // told where it went from
	case p.moved:
		return fmt.Sprintf("'%s' moved inside the sentence", a)
	case t[Quote] && a == "" && b == "":
		if len(p.was()) > len(p.is()) {
			return "quotation marks dropped"
		}
		return "quotation marks added"
	case len(t) == 0 || t[Cosmetic] && len(t) == 1 || a == "" && b == "":
		return ""
	case tollTold && (t[Figure] || t[Modifier]) && !t[Attribution] && !t[Wording] && !t[Negation] && !t[Quote]:
		return ""
	case t[Attribution]:
		return p.saidBy(a, b)
	case t[Figure]:
		if x, y := p.old.figureText(p.i, p.iEnd), p.new.figureText(p.j, p.jEnd); x != "" && y != "" {
			return fmt.Sprintf("figure changed from %s to %s", x, y)
		}
	case t[Date]:
		i, iEnd := p.old.widen(p.i, p.iEnd, isDated)
		j, jEnd := p.new.widen(p.j, p.jEnd, isDated)
		a, b = short(p.old.textOf(i, iEnd)), short(p.new.textOf(j, jEnd))
	case t[Negation] || t[Modal]:
		i, j := p.withVerb()
		a, b = short(p.old.textOf(i, p.iEnd)), short(p.new.textOf(j, p.jEnd))
	}
	return became(a, b) + p.inQuote(t)
}

// withVerb takes in the auxiliary in front, if it stayed: "must" became "must
// not".
func (p place) withVerb() (i, j int) {
	i, j = p.i, p.j
	if i == 0 || j == 0 || i < p.iEnd && j < p.jEnd {
		return i, j
	}
	w := &p.old.words[i-1]
	if w.Norm == p.new.words[j-1].Norm && (w.modal || auxiliaries[w.Norm]) {
		return i - 1, j - 1
	}
	return i, j
}

// widen takes neighbouring words with a property into [i, j), if it holds one.
func (s *side) widen(i, j int, has func(*word) bool) (from, to int) {
	if tally(s.words[i:j], has) == 0 {
		return i, j
	}
	for i > 0 && has(&s.words[i-1]) {
		i--
	}
	for j < len(s.words) && has(&s.words[j]) {
		j++
	}
	return i, j
}

// figureText is the figures among words [i, j) with what bounds and measures
// them: "at least $3.2 million".
func (s *side) figureText(i, j int) string {
	from, to := -1, -1
	for k := i; k < j; k++ {
		if s.words[k].number {
			if from < 0 {
				from = k
			}
			to = k + 1
		}
	}
	if from < 0 {
		return ""
	}
	part := func(k int) bool {
		w := &s.words[k]
		return w.number || w.hedge || percentWords[w.Norm] || w.Norm == "per" || w.text == "$" || w.text == "€" || w.text == "£"
	}
	for from > 0 && part(from-1) {
		from--
	}
	for to < len(s.words) && part(to) {
		to++
	}
	return short(strings.Join(strings.Fields(s.doc.Text[s.words[from].Span.Start:s.words[to-1].Span.End]), " "))
}

// saidBy words a change of who says it.
func (p place) saidBy(a, b string) string {
	hadCue, hasCue := cues(p.was()) != "", cues(p.is()) != ""
	switch {
	case a != "" && b != "" && !hadCue && !hasCue:
		return fmt.Sprintf("speaker changed from %s to %s", a, b)
	case hadCue && !hasCue:
		if x := p.old.sayer(p.i, p.iEnd, a); x != a || b == "" {
			return became(x, "")
		}
	case hasCue && !hadCue:
		if x := p.new.sayer(p.j, p.jEnd, b); x != b || a == "" {
			return became("", x)
		}
	}
	return became(a, b)
}

// sayer is the part of words [i, j) that tells who says it, or all of them.
func (s *side) sayer(i, j int, all string) string {
	from, to := -1, -1
	for k := i; k < j; k++ {
		if w := &s.words[k]; w.who || w.cue {
			if from < 0 {
				from = k
			}
			to = k + 1
		}
	}
	if from < 0 {
		return all
	}
	for from > i && functionWords[s.words[from-1].Norm] && !s.words[from-1].hedge {
		from--
	}
	return short(s.textOf(from, to))
}

// inQuote names whose quote a place stands in.
func (p place) inQuote(t touchSet) string {
	if !t[Quote] {
		return ""
	}
	for _, s := range []*side{p.new, p.old} {
		i, j := p.j, p.jEnd
		if s == p.old {
			i, j = p.i, p.iEnd
		}
		if i >= j && i >= len(s.words) {
			continue
		}
		at := s.words[min(i, len(s.words)-1)].Span
		if q, ok := s.quoteAt(at); ok && q.Speaker != "" {
			f := strings.Fields(q.Speaker)
			return fmt.Sprintf(" in %s quote", possessive(f[len(f)-1]))
		}
	}
	return " in a quote"
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "'s"
}

// became words a change of words.
func became(a, b string) string {
	switch {
	case a == "":
		return fmt.Sprintf("'%s' added", b)
	case b == "":
		return fmt.Sprintf("'%s' dropped", a)
	}
	return fmt.Sprintf("'%s' became '%s'", a, b)
}

// short cuts words to mostRunes code points.
func short(s string) string {
	if r := []rune(s); len(r) > mostRunes {
		return string(r[:mostRunes-1]) + "…"
	}
	return s
}
