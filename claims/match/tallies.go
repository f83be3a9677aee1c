package match

import (
	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// Tally is a number of a text with what it counts, as this package compares it:
// a casualty figure, or a number of something else.
type Tally struct {
	claims.Figure
	Span     source.Span // modifier, number and what is counted, bytes of the text
	Sentence source.Span // the whole sentence
	Thing    bool        // counts no casualties; Noun says what, as written
	Measure  bool        // of a thing: hours, years, kilometres, small numbers met by chance
	Noun     string
	Past     bool // an earlier value of a toll, told beside the newer one
	Loose    bool // made a casualty figure by the words around it, see doc.go
}

// Tallies lists the numbers of a text in order. Sums of lists are left out: each
// member is there by itself.
func Tallies(d *extract.Doc) []Tally {
	var out []Tally
	for _, t := range tallies(d, source.Span{End: len(d.Text)}) {
		if t.sum {
			continue
		}
		out = append(out, Tally{Figure: t.Figure, Span: t.span, Sentence: t.whole, Thing: t.thing, Measure: t.measure, Noun: t.noun, Past: t.past, Loose: t.loose})
	}
	return out
}

// PopulationClass names whom a figure counts: the group ("children", "soldiers"),
// or "people" for everybody and for those who were present. Figures of different
// classes are not comparable.
func PopulationClass(s string) string {
	if p := readPopulation(s); p.class == group {
		return p.group
	}
	return "people"
}

// SameSource compares who says so: 1 if both name the same source, −1 if they
// name different ones, 0 if one of them names none.
func SameSource(a, b string) int { return int(compareSources(a, b)) }

// SameTime compares the windows of two figures, resolved against the days on which
// they were reported: 1 if they cover the same time (a day more or less), −1 if
// not, 0 if one of them does not say.
func SameTime(a, b Dated) int { return int(compareWindows(a.Window, b.Window, a.Reported, b.Reported)) }

// Causes lists the kinds of events that words tell of ("fire", "strike", "crash"),
// sorted by name.
func Causes(words string) []string {
	return sortedKeys(families(cutWords(words, source.Span{End: len(words)}, maxPassageWords)))
}
