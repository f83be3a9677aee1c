package compare

import (
	"slices"
	"strconv"
	"strings"
)

// balance takes back what a row only moved: an attribution from the end of the
// sentence to its front, a date, a figure. It looks at the whole row, where the
// same words were taken out at one place and put in at another.
func balance(all touchSet, ps []place, touched map[int]touchSet) {
	for _, b := range []struct {
		touch Touch
		has   func(*word) bool
	}{
		{Attribution, func(w *word) bool { return w.cue || w.who && !functionWords[w.Norm] }},
		{Date, isDated},
		{Figure, func(w *word) bool { return w.number && !w.hedge }},
		{Modifier, isHedge},
		{Modal, isModal},
		{Name, func(w *word) bool { return w.upper && !w.mark() && !w.first }},
	} {
		if !all[b.touch] || b.touch == Figure && (swapped(ps) || otherOutcome(ps)) {
			continue
		}
		var was, is, before, after []string
		for k, p := range ps {
			if touched[k] == nil || b.touch == Name && (p.moved || p.besideNames()) || b.touch == Figure && p.unitsOnly() {
				continue
			}
			was = append(was, forms(p.was(), b.has)...)
			is = append(is, forms(p.is(), b.has)...)
			before = append(before, p.old.rest(p.i, p.iEnd)...)
			after = append(after, p.new.rest(p.j, p.jEnd)...)
		}
		slices.Sort(was)
		slices.Sort(is)
		rewritten := b.touch == Date && sameDates(ps, touched)
		if len(was) > 0 && slices.Equal(was, is) || rewritten {
			delete(all, b.touch)
			if b.touch == Attribution && len(unshared(before, after))+len(unshared(after, before)) > 0 {
				all[Wording] = true // it explains no other word any more
			}
			order := len(all) == 0 || len(all) == 1 && all[Cosmetic]
			if order && rewritten {
				all[Cosmetic] = true
			} else if order {
				all[Wording] = true
			}
			for k := range touched {
				if touched[k][b.touch] && order && !rewritten {
					touched[k][Wording] = true // told as moved
				}
				delete(touched[k], b.touch)
			}
		}
	}
	if all[Wording] && all[Quote] && paraphrased(ps, touched) {
		delete(all, Wording)
	}
}

// sameDates reports whether all that a row's places hold is dates, and those of both
// sides are the same days and hours, however written: 4 July at 3 p.m., July 4 at 3pm.
func sameDates(ps []place, touched map[int]touchSet) bool {
	if len(ps) == 0 {
		return false
	}
	for k, p := range ps {
		for _, ws := range [][]word{p.was(), p.is()} {
			for x := range ws {
				if w := &ws[x]; touched[k] != nil && !w.mark() && !w.dated && !functionWords[w.Norm] && !touched[k].only(Cosmetic) {
					return false
				}
			}
		}
	}
	return slices.Equal(datesOf(ps[0].old), datesOf(ps[0].new))
}

// datesOf lists the dates of a side in order, each as its words in the order of the
// alphabet.
func datesOf(s *side) []string {
	var out, date []string
	end := func() {
		if len(date) > 0 {
			slices.Sort(date)
			out, date = append(out, strings.Join(date, " ")), nil
		}
	}
	for k := range s.words {
		w := &s.words[k]
		switch {
		case w.dated && w.Norm == "m":
		case w.dated && (w.Norm == "p" || w.Norm == "a"):
			date = append(date, w.Norm+"m")
		case w.dated && clockTail(w.Norm):
			date = append(date, w.Norm[:len(w.Norm)-2], w.Norm[len(w.Norm)-2:])
		case w.dated && writtenOut[w.Norm] != "":
			date = append(date, writtenOut[w.Norm])
		case w.dated && ordinalDigits(w.Norm):
			date = append(date, w.Norm[:len(w.Norm)-len("th")])
		case w.dated:
			date = append(date, w.Norm)
		case !w.mark() && w.Norm != "of" && w.Norm != "the":
			end()
		}
	}
	end()
	return out
}

// sameWords reports whether the content words that went at some places came at others:
// a clause that stands elsewhere in a row.
func sameWords(ps []place, touched map[int]touchSet) bool {
	var was, is []string
	for k, p := range ps {
		if touched[k] != nil {
			was, is = append(was, p.old.rest(p.i, p.iEnd)...), append(is, p.new.rest(p.j, p.jEnd)...)
		}
	}
	slices.Sort(was)
	slices.Sort(is)
	return slices.Equal(was, is)
}

// fewOfAUnit is how many numbers of one unit a sentence may hold to be compared.
const fewOfAUnit = 50

// otherOutcome reports whether a place counts another outcome than it did: 30 casualties,
// 30 killed.
func otherOutcome(ps []place) bool {
	return slices.ContainsFunc(ps, func(p place) bool {
		a, b := outcomesOf(p.was()), outcomesOf(p.is())
		return a != "" && b != "" && a != b
	})
}

// swapped reports whether numbers changed places among what they count: "two men and
// three boys" became "three men and two boys".
func swapped(ps []place) bool {
	if len(ps) == 0 {
		return false
	}
	o, n := ps[0].old, ps[0].new
	if len(tolls(o, n)) > 0 {
		return true
	}
	is := map[string][]float64{}
	for _, q := range n.quantitiesIn(n.span) {
		is[unitOf(q)] = append(is[unitOf(q)], q.Low)
	}
	for _, q := range o.quantitiesIn(o.span) {
		if vs := is[unitOf(q)]; q.Unit != "" && len(vs) > 0 && len(vs) <= fewOfAUnit && !slices.Contains(vs, q.Low) {
			return true
		}
	}
	return false
}

func forms(ws []word, has func(*word) bool) []string {
	var out []string
	for k := range ws {
		if has(&ws[k]) {
			f := ws[k].Norm
			if ws[k].number && ws[k].value >= 0 {
				f = strconv.FormatFloat(ws[k].value, 'g', -1, 64) // forty, 40
			}
			if ws[k].cue {
				f = sayForm(f)
			}
			out = append(out, f)
		}
	}
	return out
}

// paraphrased reports whether the words that count as wording are those of the
// quotation that went, or came: a quote became a report.
func paraphrased(ps []place, touched map[int]touchSet) bool {
	quoted := map[string]bool{}
	var plain []string
	for k, p := range ps {
		if touched[k] == nil {
			continue
		}
		for _, ws := range [][]word{p.was(), p.is()} {
			for x := range ws {
				switch w := &ws[x]; {
				case w.mark() || functionWords[w.Norm]:
				case w.quoted:
					quoted[w.Norm] = true
				case touched[k][Wording]:
					plain = append(plain, w.Norm)
				}
			}
		}
	}
	known := 0
	for _, w := range plain {
		if quoted[w] || strings.HasSuffix(w, "self") {
			known++
		}
	}
	return len(plain) > 0 && 2*known >= len(plain)
}

// remarked reports whether words that stayed are quoted on one side only: he
// “gave everything”, he gave “everything”.
func remarked(o, n *side) bool {
	in, out := map[string]int{}, map[string]int{}
	for k := range o.words {
		if w := &o.words[k]; !w.mark() {
			if w.quoted {
				in[w.Norm]++
			} else {
				out[w.Norm]++
			}
		}
	}
	lost, came := 0, 0
	for k := range n.words {
		w := &n.words[k]
		switch {
		case w.mark():
		case w.quoted && in[w.Norm] > 0:
			in[w.Norm]--
		case !w.quoted && out[w.Norm] > 0:
			out[w.Norm]--
		case w.quoted && out[w.Norm] > 0:
			came++
		case !w.quoted && in[w.Norm] > 0:
			lost++
		}
	}
	return lost+came > 0
}
