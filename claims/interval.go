package claims

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Modifier is the class of the words that bound a number.
type Modifier string

// The classes of modifiers; the names are those of the batch records.
const (
	Exact    Modifier = "exact"     // 12, no one
	AtLeast  Modifier = "at_least"  // at least 12, 12 or more
	MoreThan Modifier = "more_than" // more than 12, over 12
	Approx   Modifier = "approx"    // about 12, nearly 12, half a million
	AtMost   Modifier = "at_most"   // up to 12, as many as 12
	LessThan Modifier = "less_than" // fewer than 12
	Between  Modifier = "range"     // between 10 and 15
	Plural   Modifier = "plural"    // dozens, several: the desk's convention gives the bounds
)

// Interval is the set of values a wording allows. Min and Max are the bounds as
// written; an open bound is itself excluded ("more than 12" has Min 12, MinOpen).
type Interval struct {
	Min     float64  `json:"min"`
	Max     float64  `json:"max"`
	NoMax   bool     `json:"noMax,omitempty"` // no upper bound; Max is 0 then
	MinOpen bool     `json:"minOpen,omitempty"`
	MaxOpen bool     `json:"maxOpen,omitempty"`
	Mod     Modifier `json:"mod,omitempty"`
}

// Just is the interval of one value.
func Just(n float64) Interval { return Interval{Min: n, Max: n, Mod: Exact} }

// lo and hi are closed bounds: for whole numbers "more than 12" starts at 13; beside
// a number with decimals, which measures and does not count, just above 12.
func (i Interval) lo(whole bool) float64 {
	if i.MinOpen {
		if whole && i.Min == math.Trunc(i.Min) {
			return i.Min + 1
		}
		return math.Nextafter(i.Min, math.Inf(1))
	}
	return i.Min
}

func (i Interval) hi(whole bool) float64 {
	switch {
	case i.NoMax:
		return math.Inf(1)
	case i.MaxOpen && whole && i.Max == math.Trunc(i.Max):
		return i.Max - 1
	case i.MaxOpen:
		return math.Nextafter(i.Max, math.Inf(-1))
	}
	return i.Max
}

// whole reports whether all bounds of two intervals are whole numbers.
func whole(i, o Interval) bool {
	for _, v := range [...]float64{i.Min, i.Max, o.Min, o.Max} {
		if v != math.Trunc(v) {
			return false
		}
	}
	return true
}

// Equal reports whether both allow the same values. The class of the modifier
// does not count: "12 or more" equals "at least 12".
func (i Interval) Equal(o Interval) bool {
	w := whole(i, o)
	return i.lo(w) == o.lo(w) && i.hi(w) == o.hi(w)
}

// Overlaps reports whether some value satisfies both.
func (i Interval) Overlaps(o Interval) bool {
	w := whole(i, o)
	return i.lo(w) <= o.hi(w) && o.lo(w) <= i.hi(w)
}

// Within reports whether every value of i satisfies o.
func (i Interval) Within(o Interval) bool {
	w := whole(i, o)
	return i.lo(w) >= o.lo(w) && i.hi(w) <= o.hi(w)
}

// Above reports whether every value of i exceeds every value of o.
func (i Interval) Above(o Interval) bool {
	w := whole(i, o)
	return i.lo(w) > o.hi(w)
}

// String prints the interval the way the field writes it: "12", "[12, ∞)",
// "(12, ∞)", "[10, 15]".
func (i Interval) String() string {
	if !i.NoMax && i.Min == i.Max && !i.MinOpen && !i.MaxOpen {
		return Number(i.Min)
	}
	open, end, hi := "[", "]", ""
	if i.MinOpen {
		open = "("
	}
	if i.NoMax {
		end, hi = ")", "∞"
	} else {
		hi = Number(i.Max)
		if i.MaxOpen {
			end = ")"
		}
	}
	return fmt.Sprintf("%s%s, %s%s", open, Number(i.Min), hi, end)
}

// Number prints a value with thousands separated by commas.
func Number(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, frac, has := strings.Cut(s, ".")
	for n := len(whole) - 3; n > 0; n -= 3 {
		whole = whole[:n] + "," + whole[n:]
	}
	if has {
		return sign + whole + "." + frac
	}
	return sign + whole
}
