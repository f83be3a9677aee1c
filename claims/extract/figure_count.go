package extract

import (
	"math"
	"strings"

	"stet/claims"
)

// counted is how many a noun phrase stands for.
type counted struct {
	rng        claims.Interval
	value      float64 // the number as written, before modifiers
	num        int     // index into line.nums, -1 if none is written
	a, b       int     // words
	population string
	additional bool
	implied    bool // one, without a number
	definite   bool // "the two": mentioned before
	zero       bool
	named      bool // a name
	possessed  bool // his, their
}

// count says how many victims a noun phrase stands for. loose accepts a
// singular phrase without a number: an implied one.
func (ln *line) count(i int, loose bool) (counted, bool) {
	c := &ln.chunks[i]
	out := counted{num: c.num, a: c.a, b: c.b, named: c.name, possessed: c.a < len(ln.ws) && ln.tag(c.a) == "PRP$"}
	head := ln.low(c.head)
	if c.num >= 0 {
		n := &ln.nums[c.num]
		if n.outOf > 0 && ln.roles[c.num] == counting && c.head >= n.to && isPerson(head) {
			out.a, out.b, out.population = min(out.a, n.a), max(out.b, n.b), ln.population(i)
			out.value = math.Round(n.lo * n.outOf)
			out.rng = n.rng
			out.rng.Min, out.rng.Max = math.Round(n.rng.Min*n.outOf), math.Round(n.rng.Max*n.outOf)
			return out, true
		}
		if n.fraction && ln.roles[c.num] == counting {
			return ln.countShare(i)
		}
		if ln.roles[c.num] != counting {
			return out, false
		}
		if o := ln.of(i); o >= 0 && ln.chunks[o].head >= 0 && (things[ln.low(ln.chunks[o].head)] && c.head < n.to && ln.tag(ln.chunks[o].a) != "PRP$" || things[head] && c.head >= n.to && !isPerson(ln.low(ln.chunks[o].head))) {
			return out, false // 37 of 48 drones
		}
		if c.head >= n.to && things[head] && ln.of(i) < 0 || c.head >= n.to && inanimate(head) {
			return out, false
		}
		if n.lo == 1 && n.hi == 1 && !n.digits && ln.low(n.a-1) == "not" {
			out.zero, out.rng, out.a, out.population = true, claims.Just(0), n.a-1, ln.population(i)
			return out, true // not one of them
		}
		out.a = min(out.a, n.a)
		out.rng, out.value, out.additional = n.rng, n.lo, n.additional
		out.definite = c.det == "the" || c.det == "these" || c.det == "those" || ln.low(n.a) == "the" && !n.vague || ln.low(n.a) == "these" || ln.low(n.a) == "those"
		out.population = ln.population(i)
		out.b = max(out.b, n.b)
		return out, true
	}
	switch {
	case c.det == "no" && ln.low(c.head) != "longer" || c.det == "none" || c.det == "nobody" || c.det == "neither" || c.det == "no-one" || head == "one" && ln.low(c.head-1) == "no":
		if things[head] {
			return out, false
		}
		out.zero, out.rng = true, claims.Just(0)
		out.population = ln.population(i)
		if head == "one" || c.det == "none" || c.det == "nobody" || c.det == "no-one" {
			out.population = "people"
		}
		return out, true
	case (c.det == "a" || c.det == "an") && ln.low(c.a+1) == "single" && ln.low(c.a-1) == "not" && isPerson(head):
		out.zero, out.rng, out.a, out.population = true, claims.Just(0), c.a-1, head
		return out, true
	case c.det == "both":
		out.rng, out.value = claims.Just(2), 2
		out.population, out.definite = ln.population(i), true
		return out, true
	}
	if !loose || c.plural && c.det != "a" && c.det != "an" && c.det != "another" {
		return out, false
	}
	one := false
	switch c.det {
	case "a", "an", "another":
		if nthOne[head] && c.det == "a" {
			out.additional, out.implied, out.rng, out.value = true, true, claims.Just(1), 1
			return out, true // a fifth was hurt
		}
		one = isPerson(head) || c.det == "another" && c.b-c.a == 1 || c.name && !things[head] && !inanimate(head) || ln.unknownNoun(c)
		out.additional = c.det == "another"
	case "he", "she", "him", "her", "himself", "herself":
		one, out.definite = true, true
	case "they", "it", "them", "we", "us", "i", "you", "there", "this", "that", "these", "those", "who", "each", "every", "any", "some", "all", "what":
		return out, false
	default:
		one = isPerson(head) || c.name && ln.personName(c) || c.det != "" && ln.unknownNoun(c)
		out.definite = c.det == "the" && isPerson(head) && !ln.nameAfter(i)
	}
	if n := collectives[head]; n > 0 && !c.plural && c.det != "" {
		out.rng, out.value, out.population, out.definite = claims.Just(n), n, "people", c.det == "the"
		return out, true
	}
	if head == "family" || head == "crew" || head == "staff" || head == "population" || !one {
		return out, false
	}
	out.implied, out.rng, out.value = true, claims.Just(1), 1
	out.population = ln.population(i)
	return out, true
}

// countShare counts "more than half of the 400 passengers": over 200.
func (ln *line) countShare(i int) (counted, bool) {
	out := counted{}
	c, o := &ln.chunks[i], ln.of(i)
	if o < 0 || ln.chunks[o].num < 0 {
		return out, false
	}
	whole, ok := ln.count(o, false)
	n := &ln.nums[c.num]
	if !ok || whole.zero || ln.nums[ln.chunks[o].num].fraction {
		return out, false
	}
	out = counted{num: c.num, a: min(c.a, n.a), b: ln.chunks[o].b, population: whole.population}
	by := n.rng
	out.value = n.lo * whole.value
	out.rng = claims.Interval{Min: by.Min * whole.rng.Min, Max: by.Max * whole.rng.Max, NoMax: by.NoMax || whole.rng.NoMax, MinOpen: by.MinOpen, MaxOpen: by.MaxOpen, Mod: by.Mod}
	if by.NoMax && !whole.rng.NoMax { // no part exceeds the whole
		out.rng.NoMax, out.rng.Max = false, whole.rng.Max
	}
	return out, true
}

// collectives are people counted by one word.
var collectives = map[string]float64{"couple": 2, "duo": 2, "pair": 2, "trio": 3, "quartet": 4}

// unknownNoun: a noun that no lexicon knows; what is killed or arrested is
// rather a person than a thing.
func (ln *line) unknownNoun(c *chunk) bool {
	h := ln.low(c.head)
	return strings.HasPrefix(ln.tag(c.head), "NN") && nounClass(h) == "" && !knownWord(h) && !things[h] && !notVictims[h] && units[h].name == "" && len(h) > 2
}

// nthOne are ordinals that stand for one more person.
var nthOne = set(`second third fourth fifth sixth seventh eighth ninth tenth`)

// of is the noun phrase in "four of the soldiers", -1 if there is none.
func (ln *line) of(i int) int {
	j := i + 1
	if ln.kind(j) == chunkPrep && ln.word0(j) == "of" && ln.kind(j+1) == chunkNoun {
		return j + 1
	}
	return -1
}

// population is what is counted: the noun with its nouns and adjectives.
func (ln *line) population(i int) string {
	c := &ln.chunks[i]
	a := c.a
	if c.num >= 0 {
		a = max(a, ln.nums[c.num].b)
	}
	if c.head < a || c.head < 0 || !strings.HasPrefix(ln.tag(c.head), "N") && !people[ln.low(c.head)] {
		if j := ln.of(i); j >= 0 {
			return ln.population(j)
		}
		return ""
	}
	for a < c.head && (ln.tag(a) == "DT" || ln.tag(a) == "PRP$" || ln.tag(a) == "CD" || ln.tag(a) == "PDT" || populationSkip[ln.low(a)]) {
		a++
	}
	if c.name && c.num < 0 {
		return ""
	}
	h := ln.low(c.head)
	if a == c.head && (h == "others" || h == "more") {
		return ""
	}
	return strings.ToLower(ln.d.Text[ln.ws[a].start:ln.ws[c.head].end])
}

var populationSkip = set(`more other others another additional further of - the only innocent dead wounded injured missing neither no both a an`)

// isPerson reports whether a noun names a person.
func isPerson(h string) bool {
	if people[h] {
		return true
	}
	if things[h] || notVictims[h] {
		return false
	}
	cl := nounClass(h)
	if strings.HasPrefix(cl, "p") {
		return true
	}
	return len(cl) > 1 && cl[1] == 'p' && agentNoun(h)
}

// agentNoun: operator, cleaner, assistant: a person in its second sense at least.
func agentNoun(h string) bool {
	h = singular(h)
	for _, suffix := range []string{"er", "or", "ist", "ian", "ant", "ee", "man"} {
		if strings.HasSuffix(h, suffix) {
			return true
		}
	}
	return false
}

// notVictims are nouns whose first sense in the lexicon is a person, but which
// rarely are one beside an outcome.
var notVictims = set(`one two three four five six seven eight nine ten hundred thousand million lot cover match drive worth star round second model contact cook fan light baron fire shot body hand soul case state party charge carrier counter drone tanker average plant count total double cast subject minor juvenile principal lead target figure
	face right left north south east west past present future name rest mark sign source blast capital sea law order may march court rain down hero none third last first next number home`)

// inanimate nouns are no victims of anything that happens to people.
func inanimate(h string) bool {
	switch cl := nounClass(h); {
	case triggerWords[h].frames&countNoun != 0:
		return false
	case people[h] || isPerson(h) || isGroupNoun(h):
		return false
	case cl == "":
		return commonNoun(h)
	default:
		return strings.HasPrefix(cl, "e") || strings.HasPrefix(cl, "a") || strings.HasPrefix(cl, "t") || strings.HasPrefix(cl, "l") || strings.HasPrefix(cl, "c") || strings.HasPrefix(cl, "n")
	}
}

// personName reports whether a capitalised phrase can be a person: it is no
// country, city or weekday and does not end in an organisation's noun.
func (ln *line) personName(c *chunk) bool {
	h := ln.low(c.head)
	if things[h] || isGroupNoun(h) && nounClass(h) != "" || isTimeUnit(h) || placeNouns[h] {
		return false
	}
	if _, how, ok := nationKey(h); ok && how != 'd' {
		return false
	}
	if c.head > c.a && ln.upper(c.head-1) {
		return true
	}
	if firstName(h) != 0 {
		return true
	}
	if city, ok := cityNamed(h); ok && city.People > 50000 {
		return false
	}
	return true
}

var placeNouns = set(`city town village district province state county region area valley river island street road square hospital university airport station camp port bay harbour harbor mountain mountains hills forest block division sector zone coast`)

// nameAfter reports whether a name follows in apposition: "the driver, Ana Ruiz,".
func (ln *line) nameAfter(i int) bool {
	j := i + 1
	if ln.kind(j) == chunkComma {
		j++
	}
	return ln.kind(j) == chunkNoun && ln.chunks[j].name || ln.kind(j) == chunkVerb && ln.word0(j) == "identified"
}
