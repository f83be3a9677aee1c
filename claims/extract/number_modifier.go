package extract

import (
	"math"
	"strings"

	"stet/claims"
)

// bound is what a modifier does to a number n.
type bound uint8

const (
	unbound    bound = iota
	orMore           // [n, ∞)
	moreThan         // (n, ∞)
	atMost           // [0, n]
	lessThan         // [0, n)
	about            // [0.9 n, 1.1 n]
	nearly           // [0.9 n, n)
	justOver         // (n, 1.1 n]
	exactly          // n
	additional       // n more than were counted before
)

// modifiersBefore and modifiersAfter are the words that bound a number, by what
// they do. The ranges are those of the project's table of words; the lists are
// general English.
var modifiersBefore = modifierTable(map[bound]string{
	orMore: "at least|at the very least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|at a minimum|starting at|" +
		"as few as|as little as",
	moreThan: "more than|over|above|upwards of|upward of|in excess of|north of|well over|well above|well more than|far more than|" +
		"greater than|higher than|bigger than|larger than|exceeding|exceeds|exceeded|surpassing|topping|more then|much more than|many more than|older than",
	atMost: "up to|as many as|as much as|at most|at the most|no more than|not more than|not over|a maximum of|maximum of|up to as many as|" +
		"as high as|as long as|no longer than|no higher than|not exceeding",
	lessThan: "fewer than|less than|under|below|lower than|smaller than|not even|younger than|shy of",
	about: "about|around|some|approximately|roughly|an estimated|estimated|circa|ca|something like|in the region of|" +
		"perhaps|possibly|probably|maybe|a reported|reportedly|on the order of|in the order of|an approximate|at about|at around|" +
		"approx|approx.|c.|somewhere around|an average of|~|≈|more or less|anywhere from|estimates of",
	nearly: "nearly|almost|close to|just under|approaching|just short of|just below|not quite|virtually|nearing|slightly less than|slightly fewer than|" +
		"slightly under|a little under|a little less than|little less than|just shy of|practically|nigh on",
	justOver: "just over|slightly more than|slightly over|a little over|a little more than|little more than|just above|just more than",
	exactly: "exactly|precisely|only|just|all|a total of|total of|totaling|totalling|the|all the|these|those|a combined|" +
		"altogether|a record|the other|the remaining|a full|its|their|his|her|our|a staggering|a whopping|fully",
	additional: "another|an additional|additional|a further|further|an extra|extra|yet another|other",
})

var modifiersAfter = modifierTable(map[bound]string{
	orMore:   "or more|or over|or above|and more|or higher|or greater|or older|and above|and over|and up|at least|+|plus|at a minimum|-plus|and counting",
	atMost:   "or fewer|or less|or under|at most|or lower|at the most|or younger|or below|tops|maximum|max",
	about:    "or so|or thereabouts|-odd|odd|-ish|approximately|more or less|give or take",
	justOver: "and change",
})

type modifier struct {
	words []string
	does  bound
}

// modifierTable indexes modifiers by the word next to the number's other side:
// the first one; longer modifiers come first.
func modifierTable(src map[bound]string) map[string][]modifier {
	out := map[string][]modifier{}
	for does, list := range src {
		for _, m := range strings.Split(list, "|") {
			ws := strings.Fields(strings.ReplaceAll(m, "-", "- "))
			out[ws[0]] = append(out[ws[0]], modifier{ws, does})
		}
	}
	for _, ms := range out {
		for i := range ms { // insertion sort by length, then words: no map order remains
			for j := i; j > 0 && longer(ms[j], ms[j-1]); j-- {
				ms[j], ms[j-1] = ms[j-1], ms[j]
			}
		}
	}
	return out
}

func longer(a, b modifier) bool {
	if len(a.words) != len(b.words) {
		return len(a.words) > len(b.words)
	}
	return strings.Join(a.words, " ") < strings.Join(b.words, " ")
}

// maxModifier is the length of the longest modifier in words.
const maxModifier = 6

// before finds the longest modifier that ends just before word end.
func modifierBefore(ws []word, end int) (modifier, bool) {
	for n := min(maxModifier, end); n > 0; n-- {
		for _, m := range modifiersBefore[ws[end-n].lower] {
			if len(m.words) == n && wordsAt(ws, end-n, m.words) {
				return m, true
			}
		}
	}
	return modifier{}, false
}

func modifierAfter(ws []word, at int) (modifier, bool) {
	if at < len(ws) {
		for _, m := range modifiersAfter[ws[at].lower] {
			if wordsAt(ws, at, m.words) {
				return m, true
			}
		}
	}
	return modifier{}, false
}

func wordsAt(ws []word, at int, want []string) bool {
	if at < 0 || at+len(want) > len(ws) {
		return false
	}
	for i, w := range want {
		if ws[at+i].lower != w {
			return false
		}
	}
	return true
}

// rangeOf gives the interval of a cardinal under a bound. Approximations are
// widened to whole numbers outwards when the cardinal is whole.
func rangeOf(c cardinal, b bound) claims.Interval {
	out := claims.Interval{Min: c.lo, Max: c.hi, Mod: claims.Exact}
	switch {
	case c.vague:
		out.Mod = claims.Plural
	case c.hi > c.lo:
		out.Mod = claims.Between
	}
	switch b {
	case orMore, moreThan:
		out = claims.Interval{Min: c.lo, NoMax: true, MinOpen: b == moreThan, Mod: claims.AtLeast}
		if b == moreThan {
			out.Mod = claims.MoreThan
		}
	case atMost:
		out = claims.Interval{Max: c.hi, Mod: claims.AtMost}
	case lessThan:
		out = claims.Interval{Max: c.hi, MaxOpen: true, Mod: claims.LessThan}
	case about:
		out.Mod = claims.Approx
		if !c.vague && !c.ranged {
			out.Min, out.Max = widen(c.lo, 0.9, math.Floor), widen(c.hi, 1.1, math.Ceil)
		}
	case nearly:
		out = claims.Interval{Min: widen(c.lo, 0.9, math.Floor), Max: c.hi, MaxOpen: true, Mod: claims.Approx}
	case justOver:
		out = claims.Interval{Min: c.lo, Max: widen(c.hi, 1.1, math.Ceil), MinOpen: true, Mod: claims.Approx}
	}
	if math.IsInf(out.Max, 1) {
		out.Max, out.NoMax = 0, true
		if out.Mod == claims.Exact {
			out.Mod = claims.Plural
		}
	}
	return out
}

// widen scales n; a whole number stays whole.
func widen(n, by float64, round func(float64) float64) float64 {
	v := n * by
	if n == math.Trunc(n) && n >= 1 {
		return round(math.Round(v*1e6) / 1e6)
	}
	return v
}
