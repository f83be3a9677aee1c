package anchor

import (
	"fmt"
	"slices"
	"strings"

	"stet/index/diff"
)

// What turns a statement into another one without touching its negations,
// modals, hedges or speaker: see sense_lexicon.go for the words.

// sense lists what changed in the meaning of a sentence, over all its changed
// places at once: a word may go at one of them and its replacement come at
// another.
func sense(o, n *side, hs []hunk) []Difference {
	var out []Difference
	add := func(g Guard, reason string) { out = append(out, Difference{g, reason}) }
	was, is := changed(o, n, hs, func(s *side, k int) string {
		if v, ok := s.number(k); ok {
			return fmt.Sprint(v)
		}
		return ""
	})
	if len(was) > 0 && len(is) > 0 {
		add(Figure, fmt.Sprintf("figure %s → %s", strings.Join(was, ", "), strings.Join(is, ", ")))
	}
	if was, is := changed(o, n, hs, (*side).unit); len(was) > 0 && len(is) > 0 {
		add(Figure, fmt.Sprintf("unit %s → %s", strings.Join(was, " "), strings.Join(is, " ")))
	}
	if was, is := changed(o, n, hs, (*side).date); len(was) > 0 && len(is) > 0 {
		add(Date, fmt.Sprintf("date %s → %s", strings.Join(was, " "), strings.Join(is, " ")))
	} else if h, ok := undated(o, n, hs); ok {
		add(Date, fmt.Sprintf("date %s → %s", o.words(h.i, h.iEnd), n.words(h.j, h.jEnd)))
	}
	if was, is := changed(o, n, hs, (*side).tense); len(was) > 0 && len(is) > 0 {
		add(Tense, became(strings.Join(was, " … "), strings.Join(is, " … ")))
	}
	if was, is := changed(o, n, hs, (*side).condition); len(was)+len(is) > 0 {
		add(Condition, became(strings.Join(was, " … "), strings.Join(is, " … ")))
	}
	if was, is := changed(o, n, hs, (*side).person); len(was) > 0 && len(is) > 0 {
		add(Name, fmt.Sprintf("name %s → %s", strings.Join(was, " "), strings.Join(is, " ")))
	}
	if a, b, ok := exchanged(o, n, hs); ok {
		add(Name, fmt.Sprintf("%s and %s changed places", a, b))
	}
	for _, h := range hs {
		if a, b, ok := opposed(o, n, h); ok {
			add(Negation, became(a, b))
		}
		if a, b, ok := recounted(o, n, h); ok {
			add(Name, fmt.Sprintf("counted %s → %s", a, b))
		}
	}
	return out
}

// changed collects the tokens of the changed places that read as something, and
// returns the words of those that stand on one side only.
func changed(o, n *side, hs []hunk, read func(*side, int) string) (was, is []string) {
	var gone []string // what they read as
	for _, h := range hs {
		for k := h.i; k < h.iEnd; k++ {
			if r := read(o, k); r != "" {
				gone, was = append(gone, r), append(was, o.words(k, k+1))
			}
		}
	}
	for _, h := range hs {
		for k := h.j; k < h.jEnd; k++ {
			r := read(n, k)
			if r == "" {
				continue
			}
			if x := slices.Index(gone, r); x >= 0 {
				gone, was = slices.Delete(gone, x, x+1), slices.Delete(was, x, x+1)
				continue
			}
			is = append(is, n.words(k, k+1))
		}
	}
	return was, is
}

// unit is the unit of measure a token stands for: the same for "$" and
// "dollars", for "per cent" and "%".
func (s *side) unit(k int) string {
	w := s.tokens[k].Norm
	if u, ok := units[w]; ok || s.tokens[k].Class == diff.Mark {
		return u
	}
	for _, part := range strings.Split(w, "-") { // day-long, six-month
		if u := units[part]; part != w && u != "" {
			return u
		}
	}
	return ""
}

// person is a name, by its words.
func (s *side) person(k int) string {
	if !s.properName(k) || s.date(k) != "" || k == 0 {
		return ""
	}
	return s.tokens[k].Norm
}

// date is a day, month or time of day. "May" and "March" are months only with a
// capital inside the sentence.
func (s *side) date(k int) string {
	w := s.tokens[k].Norm
	switch {
	case times[w]:
		return w
	case nearness[w] && k+1 < len(s.tokens) && (periods[s.tokens[k+1].Norm] || calendar[s.tokens[k+1].Norm]):
		return w // last week, this year, next March
	case (w == "a" || w == "p") && k+2 < len(s.tokens) && s.tokens[k+1].Norm == "." && s.tokens[k+2].Norm == "m" && !s.tokens[k+2].Spaced:
		return w + "m" // 9.30 p.m.
	case calendar[w] && s.capital(k) && (k > 0 || w != "may" && w != "march"):
		return w
	}
	for _, part := range strings.Split(w, "-") { // mid-September, Monday-night
		if part != w && calendar[part] {
			return part
		}
	}
	return ""
}

// undated finds a day that became a name, or a name that became a day: "said
// Friday" and "said Petrov" look the same.
func undated(o, n *side, hs []hunk) (hunk, bool) {
	dated := func(s *side, i, j int) bool {
		return slices.ContainsFunc(s.tokens[i:j], func(t diff.Token) bool { return calendar[t.Norm] })
	}
	for _, h := range hs {
		if h.i < h.iEnd && h.j < h.jEnd && dated(o, h.i, h.iEnd) != dated(n, h.j, h.jEnd) && o.named(h.i, h.iEnd)+n.named(h.j, h.jEnd) != "" {
			return h, true
		}
	}
	return hunk{}, false
}

// tense is the time an auxiliary puts a statement into.
func (s *side) tense(k int) string { return tenses[s.tokens[k].Norm] }

func (s *side) condition(k int) string {
	if w := s.tokens[k].Norm; conditions[w] {
		return w
	}
	return ""
}

// opposed finds a word of a changed place that became its opposite.
func opposed(o, n *side, h hunk) (a, b string, ok bool) {
	for i := h.i; i < h.iEnd; i++ {
		for j := h.j; j < h.jEnd; j++ {
			x, y := o.tokens[i], n.tokens[j]
			if x.Class == diff.Word && y.Class == diff.Word && opposite(x.Norm, y.Norm) {
				return o.words(i, i+1), n.words(j, j+1), true
			}
		}
	}
	return "", "", false
}

// opposite reports whether two words stand at the two poles of one line, or
// differ in a prefix that turns a word round.
func opposite(x, y string) bool {
	for _, p := range poles[x] {
		if slices.Contains(poles[y], -p) {
			return true
		}
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	prefix, ok := strings.CutSuffix(y, x)
	return ok && len(x) >= 3 && turning[prefix]
}

// recounted finds a counted noun that became another: "40,000 homes" → "40,000
// factories". A changed place that opens behind a number names what is counted.
func recounted(o, n *side, h hunk) (a, b string, ok bool) {
	x, y := o.counted(h.i, h.iEnd), n.counted(h.j, h.jEnd)
	if x < 0 || y < 0 || o.tokens[x].Norm == n.tokens[y].Norm || o.unit(x) != "" && o.unit(x) == n.unit(y) {
		return "", "", false
	}
	return o.words(x, x+1), n.words(y, y+1), true
}

// counted is the first word of tokens [i, j) if a number stands right in front
// of it, or one word further on; -1 otherwise.
func (s *side) counted(i, j int) int {
	for k := i; k < j; k++ {
		if s.tokens[k].Class != diff.Word || countless[s.tokens[k].Norm] {
			return -1
		}
		if _, num := s.number(k); num {
			continue
		}
		for d := 1; d <= 2 && k-d >= 0; d++ {
			t := s.tokens[k-d]
			if _, num := s.number(k - d); num && t.Norm != "one" && t.Norm != "most" {
				return k
			}
			if t.Class == diff.Mark || countless[t.Norm] {
				break
			}
		}
		return -1
	}
	return -1
}
