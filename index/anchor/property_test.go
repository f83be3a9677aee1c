package anchor

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"stet/index/diff"
	"stet/index/source"
)

// The words of an invented town's news, from which sentences with and without a
// trap are made.
var (
	people = []string{"Petrov", "Osei", "Lindqvist", "Haddad", "Ruiz", "Solberg", "Diallo", "Bauer"}
	roles  = []string{"the mayor", "police", "rescue workers", "the ministry", "a spokesman", "union leaders"}
	events = []string{"the bridge over the river fell", "the harbour stayed closed", "the flood reached the market", "fighters left the valley", "the old mill burned"}
	closes = []string{" in the northern district", " near the power station", " after the storm", ""}
	fills  = []string{
		"Rain fell on the hills above the town all night.", "Shops in the old quarter stayed shut.",
		"Trucks with blankets arrived from the coast.", "A second convoy waited at the border.",
		"The power station was switched off at noon.", "Fishermen pulled their boats onto the beach.",
		"Schools in three districts sent the children home.", "Bakers gave away what bread was left.",
		"The library opened its cellar to families.", "Dogs barked behind the shuttered windows.",
	}
	modalVerbs = []string{"must", "may", "could", "will", "should", "might"}
)

// planted is a sentence with a passage, and its trap: the sentence changed so
// that the passage must not be carried.
type planted struct {
	sentence, passage, trapped, kind string
}

func drawPlanted(t *rapid.T) planted {
	pick := func(label string, from []string) string { return rapid.SampledFrom(from).Draw(t, label) }
	who, other := pick("who", people), pick("other", people)
	for other == who {
		other = pick("other", people)
	}
	event, end := pick("event", events), pick("end", closes)
	n := rapid.IntRange(2, 900).Draw(t, "n")
	m := rapid.IntRange(2, 900).Filter(func(m int) bool { return m != n }).Draw(t, "m")
	modal, modal2 := pick("modal", modalVerbs), pick("modal2", modalVerbs)
	for modal2 == modal {
		modal2 = pick("modal2", modalVerbs)
	}
	toll := fmt.Sprintf("At least %d people were killed when %s%s, %s said.", n, event, end, pick("role", roles))
	quote := fmt.Sprintf("“We %s rebuild every house by the river,” %s said%s.", modal, who, end)
	reported := fmt.Sprintf("%s said that %s%s.", who, event, end)
	words := func(s string) string { return s[:len(s)-len(end)-1] }
	switch kind := rapid.SampledFrom([]string{"figure", "figure beside", "negation", "negated report", "modal", "speaker", "speaker of a report", "attribution", "hedge", "approximator", "first of two",
		"number word", "ordinal", "weekday", "month", "points", "currency", "unit", "opposite", "condition", "nobody", "counted", "week", "tense", "expected"}).Draw(t, "kind"); kind {
	case "figure":
		return planted{toll, fmt.Sprintf("%d people were killed", n), strings.Replace(toll, fmt.Sprint(n), fmt.Sprint(m), 1), kind}
	case "figure beside":
		return planted{toll, "people were killed when " + event, strings.Replace(toll, fmt.Sprint(n), fmt.Sprint(m), 1), kind}
	case "negation":
		return planted{quote, "We " + modal + " rebuild every house", strings.Replace(quote, modal, modal+" not", 1), kind}
	case "negated report":
		return planted{reported, event, strings.Replace(reported, "said", "did not say", 1), kind}
	case "modal":
		return planted{quote, "rebuild every house by the river", strings.Replace(quote, modal, modal2, 1), kind}
	case "speaker":
		return planted{quote, "We " + modal + " rebuild every house by the river", strings.Replace(quote, who, other, 1), kind}
	case "speaker of a report":
		return planted{reported, event, strings.Replace(reported, who, other, 1), kind}
	case "attribution":
		return planted{reported, event, strings.ToUpper(event[:1]) + words(reported)[len(who+" said that ")+1:] + end + ".", kind}
	case "hedge":
		return planted{strings.Replace(reported, "said that", "said that reportedly", 1), event, reported, kind}
	case "approximator":
		return planted{toll, fmt.Sprintf("%d people were killed", n), strings.Replace(toll, "At least "+fmt.Sprint(n), fmt.Sprint(n), 1), kind}
	case "number word", "ordinal", "weekday", "month", "points", "currency", "unit", "opposite", "condition", "nobody", "counted",
		"week", "tense", "expected":
		return drawSense(t, kind, who)
	default: // the same sentence with another figure follows, the first goes
		return planted{toll, "people were killed when " + event, strings.Replace(toll, fmt.Sprint(n), fmt.Sprint(m), 1), "first of two"}
	}
}

// drawSense plants what turns a statement without a figure in digits, a negation,
// a modal or another speaker.
func drawSense(t *rapid.T, kind, who string) planted {
	swap := map[string][2]string{
		"number word": {"seven", "nine"}, "ordinal": {"third", "fifth"}, "weekday": {"Monday", "Friday"}, "month": {"June", "July"},
		"points": {"percent", "percentage points"}, "currency": {"crowns", "dollars"}, "unit": {"kilometres", "miles"},
		"opposite": {"rose", "fell"}, "condition": {"unless", "if"}, "nobody": {"nobody", "somebody"}, "counted": {"ferries", "lorries"}, "week": {"next year", "this year"}, "tense": {"are expected", "were expected"}, "expected": {"are expected to be", "are"},
	}[kind]
	sentence := fmt.Sprintf("In June prices for the third year rose by seven percent, %s told a meeting on Monday, "+
		"and freight of 40 ferries over nine kilometres cost 900 crowns more unless nobody checked, and ships are expected to be dearer next year.", who)
	passages := []string{"prices for the", "told a meeting", "checked", "cost", "and freight of"}
	return planted{sentence, rapid.SampledFrom(passages).Draw(t, "passage"), strings.Replace(sentence, swap[0], swap[1], 1), kind}
}

// drawText surrounds a sentence with others; edits changes what surrounds it.
func drawText(t *rapid.T, label string) (before, after []string) {
	perm := rapid.Permutation(fills).Draw(t, label)
	k := rapid.IntRange(1, len(perm)-2).Draw(t, label+" at")
	return perm[:k], perm[k:]
}

func joined(parts ...[]string) string {
	var b strings.Builder
	k := 0
	for _, p := range parts {
		for _, s := range p {
			if k > 0 {
				b.WriteString([]string{" ", "\n\n", " "}[k%3])
			}
			b.WriteString(s)
			k++
		}
	}
	return b.String()
}

func found(t *rapid.T, old, passage, sentence, new string) Found {
	at := strings.Index(old, sentence)
	in := strings.Index(sentence, passage)
	if at < 0 || in < 0 {
		t.Fatalf("%q is not in %q", passage, sentence)
	}
	a := At(source.VersionID{}, old, source.Span{Start: at + in, End: at + in + len(passage)})
	f := Find(a, old, source.Text{Body: new}, diff.Align(source.Text{Body: old}, source.Text{Body: new}))
	if f.Fate.Carried() && !sameWords(f.Span.Of(new), a.Exact) {
		t.Fatalf("carried %q to %q", a.Exact, f.Span.Of(new))
	}
	return f
}

func TestNoPlantedTrapIsCarried(t *testing.T) {
	for range 10 { // rapid draws 100 at a time: 1,000 traps
		rapid.Check(t, func(t *rapid.T) {
			p := drawPlanted(t)
			before, after := drawText(t, "around")
			old := joined(before, []string{p.sentence}, after)
			new := joined(before, []string{p.trapped}, after)
			if p.kind == "first of two" {
				old = joined(before, []string{p.sentence, p.trapped}, after)
			}
			if rapid.Bool().Draw(t, "noise") { // the text around changes as well
				new = joined(before[1:], []string{p.trapped}, after[:len(after)-1], before[:1])
			}
			if f := found(t, old, p.passage, p.sentence, new); f.Fate.Carried() {
				t.Fatalf("%s: %s\nold %q\nnew %q", p.kind, f.Fate, old, new)
			}
		})
	}
}

func TestHarmlessChangesAreCarried(t *testing.T) {
	total, carried := 0, 0
	for range 10 {
		rapid.Check(t, func(t *rapid.T) {
			p := drawPlanted(t)
			before, after := drawText(t, "around")
			old := joined(before, []string{p.sentence}, after)
			now := p.sentence
			switch rapid.SampledFrom([]string{"edited", "cut", "inserted", "moved", "typography", "phrase", "headline", "split around", "paragraph break", "adverb"}).Draw(t, "change") {
			case "edited":
				before = append([]string{strings.Replace(before[0], "the", "every", 1)}, before[1:]...)
				after = append([]string{strings.Replace(after[0], "the", "a", 1)}, after[1:]...)
			case "cut":
				before, after = before[1:], after[1:]
			case "inserted":
				before = append([]string{"Snow was forecast for the weekend.", "Two ferries turned back."}, before...)
			case "moved":
				before, after = after, before
			case "typography":
				now = strings.NewReplacer("“", `"`, "”", `"`, " ", "  ").Replace(now)
			case "headline":
				before = append([]string{"Storm leaves the river towns in the dark"}, before...)
			case "split around":
				after = append([]string{"The rain eased.", "It did not stop."}, after...)
			case "paragraph break":
				before[len(before)-1] += "\n"
			case "adverb":
				before = append([]string{strings.Replace(before[0], " the ", " once again the ", 1)}, before[1:]...)
			case "phrase":
				now = strings.TrimSuffix(now, ".") + " on a cold morning."
			}
			f := found(t, old, p.passage, p.sentence, joined(before, []string{now}, after))
			total++
			if f.Fate.Carried() {
				carried++
			}
		})
	}
	if share := float64(carried) / float64(total); share < 0.98 {
		t.Errorf("%d of %d harmless changes are carried", carried, total)
	}
}

func FuzzCarriedIsTheSameWords(f *testing.F) {
	f.Add("At least 12 people died. Rain fell.", "Rain fell. At least 12 people died.", 9, 18)
	f.Add("“We must go,” he said. A b c.", "A b c. \"We must not go\", he said.", 3, 12)
	f.Add("x y z. x y z. x y z.", "x y z. x y z.", 7, 12)
	f.Fuzz(func(t *testing.T, old, new string, start, end int) {
		s := source.Span{Start: start, End: end}
		if !utf8.ValidString(old) || !utf8.ValidString(new) || !s.Fits(old) {
			return
		}
		in := source.Text{Body: new}
		found := Find(At(source.VersionID{}, old, s), old, in, diff.Align(source.Text{Body: old}, in))
		if found.Fate.Carried() && !sameWords(s.Of(old), found.Span.Of(new)) {
			t.Fatalf("%q carried to %q", s.Of(old), found.Span.Of(new))
		}
		if !found.Fate.Carried() && len(found.Reasons) == 0 {
			t.Fatalf("%+v gives no reason", found)
		}
		for _, c := range append(found.Candidates, found.Span) {
			if !c.Fits(new) {
				t.Fatalf("%v does not fit", c)
			}
		}
	})
}
