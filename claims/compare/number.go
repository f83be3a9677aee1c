package compare

import (
	"strconv"
	"strings"

	"stet/index/anchor"
	"stet/index/diff"
)

// numbers marks figures, also those written out.
func (s *side) numbers() {
	for k := range s.words {
		w := &s.words[k]
		w.of = w.Span.Start
		if w.Class == diff.Number {
			w.number, w.value = true, valueOf(w.Norm)
			continue
		}
		if v, ok := anchor.NumberWord(w.Norm); ok && !pronominal(s.words, k) {
			w.number, w.value = true, v
		} else if i := strings.IndexByte(w.Norm, '-'); i > 0 {
			if v, ok := anchor.NumberWord(w.Norm[:i]); ok && v >= 0 {
				w.number, w.value = true, v
				if u, ok := anchor.NumberWord(w.Norm[i+1:]); ok && v >= 20 && u < 10 {
					w.value += u // twenty-five
				}
			}
		}
	}
	for k := 1; k < len(s.words); k++ { // 2 million, four hundred
		w, p := &s.words[k], &s.words[k-1]
		if scale(w.Norm) && p.number && p.value >= 0 {
			first := k - 1
			for first > 0 && s.words[first].more {
				first--
			}
			s.words[first].value *= w.value
			w.number, w.more = true, true
			for x := first; x <= k; x++ {
				s.words[x].of, s.words[x].value = s.words[first].Span.Start, s.words[first].value
			}
		}
	}
}

func scale(norm string) bool {
	switch norm {
	case "hundred", "thousand", "million", "billion", "trillion", "dozen":
		return true
	}
	return false
}

// valueOf reads digits with thousands separators and a tail: 3bn, 12-year-old.
func valueOf(norm string) float64 {
	plain := strings.ReplaceAll(norm, ",", "")
	end := strings.IndexFunc(plain, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
	unit := ""
	if end >= 0 {
		plain, unit = plain[:end], plain[end:]
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(plain, "."), 64)
	if err != nil {
		return -1e9
	}
	switch unit {
	case "k":
		v *= 1e3
	case "m", "mn":
		v *= 1e6
	case "bn", "b":
		v *= 1e9
	}
	return v
}

// pronominal reports whether a number word counts nothing: "no one", "one of
// them" as a person, "second thoughts", "all", "both", "every".
func pronominal(ws []word, k int) bool {
	switch ws[k].Norm {
	case "all", "every", "both", "many", "most", "majority", "minority":
		return true
	case "one":
		return k > 0 && (ordinals[ws[k-1].Norm] != "" || oneOf[ws[k-1].Norm])
	case "third":
		return !share(ws, k)
	case "first", "second", "once":
		return true
	case "few":
		return k > 0 && ws[k-1].Norm == "the"
	}
	return false
}

// oneOf stand before "one" where it stands for a noun: "the other one", "a new one".
var oneOf = set(`no every each this that which any other another new old same right wrong big small good bad`)

// share reports whether "third" at k is a share: "a third of the fund", "two and a
// third", not "a third man".
func share(ws []word, k int) bool {
	if k == 0 || ws[k-1].Norm != "a" && ws[k-1].Norm != "one" {
		return false
	}
	return k+1 == len(ws) || ws[k+1].mark() || functionWords[ws[k+1].Norm]
}
