package compare

import (
	"slices"
	"strconv"
	"strings"

	"stet/claims/extract"
	"stet/claims/match"
	"stet/index/diff"
)

// ordinalDigits reports whether a token is 1st, 22nd, 3rd or 20th.
func ordinalDigits(norm string) bool {
	cut := len(norm) - len("th")
	if cut < 1 || norm[cut-1] < '0' || norm[cut-1] > '9' {
		return false
	}
	switch norm[cut:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// cosmetic reports whether both sides are the same words: four and 4, per cent
// and %, cease-fire and ceasefire, Mr. and Mr, colour and color.
func cosmetic(was, is []word) bool {
	if len(was) == 1 && len(is) == 1 && (shortened(was[0].Norm, is[0].Norm) || shortened(is[0].Norm, was[0].Norm)) {
		return true
	}
	for _, long := range []string{"is", "has"} {
		if plain(unshortened(was, long)) == plain(unshortened(is, long)) {
			return true
		}
	}
	if withUnits := plain(unglued(was)); withUnits == plain(unglued(is)) {
		return true
	}
	return plain(was) == plain(is) || len(was) == len(is) && slices.EqualFunc(was, is, respelled)
}

// shortened reports whether a stands for b in speech: it's, it is.
func shortened(a, b string) bool {
	return a == "'s" && (b == "is" || b == "has") || a == "'d" && (b == "would" || b == "had")
}

// unshortened writes 's out.
func unshortened(ws []word, long string) []word {
	ws = slices.Clone(ws)
	for k := range ws {
		if shortened(ws[k].Norm, long) {
			ws[k].Norm = long
		}
	}
	return ws
}

// unglued writes a unit apart from its number: 80km as 80 km. Whether 80m are metres
// or millions, the other side says.
func unglued(ws []word) []word {
	out := make([]word, 0, len(ws)+1)
	for _, w := range ws {
		digits := strings.TrimRightFunc(w.Norm, func(r rune) bool { return r < '0' || r > '9' })
		unit := extract.UnitName(w.Norm[len(digits):])
		value := valueOf(digits)
		if w.Class != diff.Number || unit == "" || value < 0 {
			out = append(out, w)
			continue
		}
		number, measure := w, w
		number.Norm, number.value, number.unit, number.number = digits, value, "", true
		measure.Norm, measure.unit, measure.number = unit, unit, false
		out = append(out, number, measure)
	}
	return out
}

// fewestRespelt is how many letters a word has in which s and z are one: not prise, prize.
const fewestRespelt = 7

// respelled reports whether two words, neither a name, are one in two spellings.
func respelled(a, b word) bool {
	if a.Norm == b.Norm {
		return true
	}
	if z := strings.NewReplacer("z", "s"); len(a.Norm) >= fewestRespelt && z.Replace(a.Norm) == z.Replace(b.Norm) && !a.upper && !b.upper {
		return true // organisers, organizers
	}
	return a.Class == diff.Word && b.Class == diff.Word && !(a.upper && !a.first || b.upper && !b.first) && match.SameSpelling(strings.TrimSuffix(a.Norm, "'s"), strings.TrimSuffix(b.Norm, "'s"))
}

func plain(ws []word) string {
	var b strings.Builder
	last := -1
	for k := 0; k < len(ws); k++ {
		w := &ws[k]
		switch {
		case w.unit == percentage: // 4% has the value 0.04
		case w.Norm == "per" && k+1 < len(ws) && ws[k+1].Norm == "cent":
			b.WriteString("%")
			k++
		case percentWords[w.Norm]:
			b.WriteString("%")
		case w.unit != "": // km, kilometres
			if k == 0 || ws[k-1].unit != w.unit {
				b.WriteString(w.unit)
			}
		case w.number && w.of == last:
		case ordinals[w.Norm] != "" && w.value != 1.0/3:
			b.WriteString(ordinals[w.Norm])
		case w.Class == diff.Number && (strings.HasSuffix(w.Norm, "am") || strings.HasSuffix(w.Norm, "pm") || ordinalDigits(w.Norm)):
			b.WriteString(w.Norm)
		case w.number && w.value >= 0:
			last = w.of
			b.WriteString(strconv.FormatFloat(w.value, 'g', -1, 64))
		case w.mark() && w.Norm != "&":
		case writtenOut[w.Norm] != "":
			b.WriteString(writtenOut[w.Norm])
		default:
			b.WriteString(strings.NewReplacer("-", "", ".", "", "'", "").Replace(strings.ToLower(w.Norm)))
		}
	}
	return b.String()
}
