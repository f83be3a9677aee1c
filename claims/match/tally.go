package match

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// A tally is a number of the passage and what it counts: a casualty figure read
// by package extract, a number that the words around it make one, or a number
// of something else.
type tally struct {
	claims.Figure
	span     source.Span
	sentence source.Span // around it, at most clauseBytes either way
	whole    source.Span // all of its sentence
	thing    bool        // counts no casualties
	measure  bool        // of a thing: hours, years, kilometres
	noun     string      // of a thing: what is counted
	sum      bool        // of several figures of one sentence
	loose    bool        // made a casualty figure by this package
	past     bool        // the earlier value of a toll
	member   bool        // one of the figures a sum adds up
	fraction bool        // a part of a number told with it: "half of the 40 wounded"
	added    bool        // what was added to a toll told beside it: "four more bodies"
}

// tallies reads the numbers of a passage that lie in a span.
func tallies(d *extract.Doc, in source.Span) []tally {
	var out []tally
	var summed source.Span // the last sum
	figs := d.Figures()
	for i, f := range figs {
		if !in.Overlaps(f.Span) { // "killed eight" of "killed eight skiers" will do
			continue
		}
		t := tally{Figure: f.Figure, span: f.Span, sentence: clip(d.Text, f.Sentence, f.Span), whole: f.Sentence, past: f.Past()}
		if f.Outcome == claims.Captured && !taken(d, t.sentence) || perMany(d.Text, f.Span, f.Sentence) {
			t.thing, t.noun = true, f.Population
		}
		t.member = summed.Contains(t.span)
		t.fraction = fractionOf(f.Words)
		t.Subset = t.Subset || partOf(d, t) || outOf(d, f) || t.fraction
		at := len(out)
		out = append(out, t)
		if t.thing {
			continue
		}
		if f.Previous != nil {
			p := t
			p.Range, p.Previous, p.past = *f.Previous, nil, true
			p.Words = claims.Number(nominal(*f.Previous))
			out = append(out, p)
		}
		if s, ok := sumAt(d, figs, i); ok {
			out[at].member, summed = true, s.span
			out = append(out, s)
		}
	}
	for _, s := range numbers(d, figs) {
		if in.Overlaps(s.Span) {
			out = append(out, otherNumber(d, s, out))
		}
	}
	markAdded(d, out)
	ownWindows(d, out)
	for i := range out {
		if t := &out[i]; t.Subset && !t.thing && spared(d, *t) {
			t.thing, t.noun = true, t.Population
		}
		out[i].whom(d)
		out[i].since(d)
	}
	return out
}

// outOf reports whether a figure is taken out of those told before it with the same
// outcome: "of the injured, 21 were in a serious condition".
func outOf(d *extract.Doc, f extract.Figure) bool {
	o, _, part := ofBefore(d, extract.Statistic{Span: f.Span, Sentence: f.Sentence})
	return part && o == f.Outcome
}

// fractionOf reports whether the words of a figure are a fraction of another number:
// "half of the 40", "two thirds of 30".
func fractionOf(words string) bool {
	ws := cutWords(words, source.Span{End: len(words)}, 6)
	of := slices.IndexFunc(ws, func(w word) bool { return w.norm == "of" })
	return of > 0 && fractions[ws[of-1].norm] && isNumber(ws[len(ws)-1])
}

var fractions = set("half third thirds quarter quarters fifth fifths sixth sixths tenth tenths")

// partOf reports whether "of them" or "of whom" follows a figure.
func partOf(d *extract.Doc, t tally) bool {
	const reach = 24 // bytes
	at := t.span.Start
	ws := cutWords(d.Text, source.Span{Start: at, End: min(t.sentence.End, t.span.End+reach)}, 8)
	for i := 1; i+1 < len(ws); i++ {
		if ws[i].norm == "of" && ws[i].Start-t.span.End <= 1 && (ws[i+1].norm == "them" || ws[i+1].norm == "whom") {
			return true
		}
	}
	return false
}

// spared reports whether a part of those held, buried or missing is told to have got
// away: "freed 76 of them". They are no longer counted among them.
func spared(d *extract.Doc, t tally) bool {
	const reach = 32 // bytes
	before := cutWords(d.Text, source.Span{Start: t.sentence.Start, End: t.span.Start}, maxClaimWords)
	if n := len(before); n > 0 && rescue[before[n-1].norm] {
		return true
	}
	for _, w := range cutWords(d.Text, source.Span{Start: t.span.End, End: max(t.span.End, min(t.sentence.End, t.span.End+reach))}, 4) {
		if rescue[w.norm] {
			return true
		}
		if !auxiliaries[w.norm] && !w.stop() {
			return false
		}
	}
	return false
}

// rescue are the verbs of getting away and of letting go.
var rescue = set("freed freeing released releasing rescued rescuing saved saving escaped survived liberated returned")

// clauseBytes is how far around a number its sentence is read: further off
// stands no word that tells what it counts, and a "sentence" may be a whole text.
const clauseBytes = 1000

// clip cuts a sentence to what stands around a span.
func clip(text string, sentence, span source.Span) source.Span {
	out := source.Span{Start: max(sentence.Start, span.Start-clauseBytes), End: min(sentence.End, span.End+clauseBytes)}
	for out.Start < span.Start && !utf8.RuneStart(text[out.Start]) {
		out.Start++
	}
	for out.End > span.End && out.End < len(text) && !utf8.RuneStart(text[out.End]) {
		out.End--
	}
	return out
}

// taken reports whether a sentence about prisoners tells of their capture or
// their being held: that 300 prisoners were moved is no casualty figure.
func taken(d *extract.Doc, sentence source.Span) bool {
	for _, w := range cutWords(d.Text, sentence, maxClaimWords) {
		switch w.norm {
		case "captured", "capture", "capturing", "taken", "took", "war", "pows", "holds", "held", "hold", "holding", "captive", "captives", "seized", "surrendered":
			return true
		}
	}
	return false
}

// sumAt adds up the figures of one outcome that follow one another in a list
// from figure i on: "a nurse and two of her patients", "two women and a child".
func sumAt(d *extract.Doc, figs []extract.Figure, i int) (tally, bool) {
	const listGap = 30 // bytes between the members of a list
	a := figs[i]
	if a.Subset || a.Additional || a.Cumulative || a.Range.NoMax {
		return tally{}, false
	}
	t := tally{Figure: a.Figure, span: a.Span, sentence: clip(d.Text, a.Sentence, a.Span), whole: a.Sentence, sum: true}
	for k := i + 1; k < len(figs); k++ {
		b := figs[k]
		if b.Sentence != a.Sentence || b.Outcome != a.Outcome || b.Subset || partOf(d, tally{span: b.Span, sentence: b.Sentence}) || b.Range.NoMax || b.Span.Start < t.span.End || b.Span.Start-t.span.End > listGap {
			break
		}
		if between := d.Text[t.span.End:b.Span.Start]; !strings.Contains(between, " and ") && !strings.Contains(between, ",") {
			break
		}
		t.Range.Min += b.Range.Min
		t.Range.Max += b.Range.Max
		t.span.End = b.Span.End
	}
	if end, ok := oneMore(d, t.span.End, a.Sentence.End); ok {
		t.Range.Min, t.Range.Max, t.span.End = t.Range.Min+1, t.Range.Max+1, end
	}
	if t.span == a.Span {
		return tally{}, false
	}
	t.Population, t.Implied = "people", false
	t.Words = t.span.Of(d.Text)
	return t, true
}

// nominal is the number an interval was made from: the 12 of "at least 12", the
// 300 of "about 300".
func nominal(i claims.Interval) float64 {
	switch i.Mod {
	case claims.AtMost, claims.LessThan:
		return i.Max
	case claims.Approx:
		if i.MaxOpen {
			return i.Max
		}
		return (i.Min + i.Max) / 2
	}
	return i.Min
}

// outcomeWords tells outcomes from the words near a number. Compiled from the
// triggers of casualty reports.
var outcomeWords = func() map[string]claims.Outcome {
	m := map[string]claims.Outcome{}
	for o, l := range map[claims.Outcome]string{
		claims.Killed:    "dead die died dies dying killed killing kills deaths death perished drowned lives bodies body corpses fatalities slain murder murders murdered killings homicides executed lynched crushed buried victims losses lost",
		claims.Injured:   "injured injuring injuries wounded wounding wounds hurt hospital hospitals hospitalised hospitalized burns treated critical maimed",
		claims.Missing:   "missing unaccounted trapped disappeared vanished unfound",
		claims.Displaced: "displaced homeless fled flee fleeing evacuated uprooted evacuees",
		claims.Captured:  "captured captive captives",
		claims.Detained:  "detained detaining arrested arresting arrest arrests jailed imprisoned custody detention prison jail behind bars held",
		claims.Kidnapped: "kidnapped kidnapping abducted abducting abduction hostage hostages seized",
	} {
		for _, w := range strings.Fields(l) {
			m[w] = o
		}
	}
	return m
}()

// oneMore reads "and a child" after a figure.
func oneMore(d *extract.Doc, at, end int) (int, bool) {
	ws := cutWords(d.Text, source.Span{Start: at, End: end}, 5)
	if len(ws) > 3 && (ws[3].norm == "was" || ws[3].norm == "is" || ws[3].norm == "has") {
		return 0, false // 31 were detained and one woman was treated: another clause
	}
	if len(ws) < 3 || ws[0].norm != "and" || ws[1].norm != "a" && ws[1].norm != "an" && ws[1].norm != "one" || populations[ws[2].norm] == "" {
		return 0, false
	}
	return ws[2].End, strings.TrimSpace(d.Text[at:ws[0].Start]) == ""
}

// whom finds who is counted where the figure does not say, or says it after the
// number: "six people, all of them soldiers", "a figure that includes soldiers
// only".
func (t *tally) whom(d *extract.Doc) {
	if t.thing {
		return
	}
	after := cutWords(d.Text, source.Span{Start: t.span.End, End: max(t.span.End, t.sentence.End)}, lookAhead)
	if len(after) >= 3 && outcomeWords[after[0].norm] == claims.Killed && outcomeWords[after[2].norm] == claims.Injured && (after[1].norm == "and" || after[1].norm == "or") {
		t.Outcome = claims.Casualties // "1,040 soldiers, killed and wounded"
	}
	for i := range after[:min(6, len(after))] {
		if o, ok := phrase(after, i); ok && o == claims.Missing {
			t.Outcome = o // "the toll could rise as four have not been found"
		}
	}
	for i, w := range after {
		name := populations[w.norm]
		if name == "" || name == "*" || name == "-" {
			continue
		}
		all := i >= 1 && after[i-1].norm == "all" || i >= 3 && key(after[i-3:i]) == "all of them" || i >= 4 && key(after[i-4:i-1]) == "all of them" || i >= 2 && key(after[i-2:i]) == "all were"
		only := i+1 < len(after) && (after[i+1].norm == "only" || after[i+1].norm == "alone")
		if all || only {
			t.Population = w.raw
			return
		}
	}
	if t.Population == "" && len(after) > 0 && !t.sum {
		for i := range min(2, len(after)) {
			if name := populations[after[i].norm]; name != "" && name != "*" && !strings.ContainsAny(d.Text[t.span.End:after[i].Start], ",;.") {
				t.Population = after[i].raw
				break
			}
		}
	}
}

// since opens the window of a count that began with something: "since the
// fighting resumed in October", "since the beginning of July", "since the war
// began". Its first day may be unknown.
func (t *tally) since(d *extract.Doc) {
	sentence := t.sentence.Of(d.Text)
	if t.Window.To == "" && t.Window.From != "" {
		// "the most since 30 November, when 16 died": the day, not what followed
		_, rest, ok := strings.Cut(sentence, t.Window.Words)
		if when := strings.Index(rest, "when "); ok && when >= 0 && when < 4 && strings.Index(rest, t.Words) > when {
			t.Window.To = t.Window.From
			if from, ok := day(t.Window.From); ok && !strings.ContainsAny(strings.TrimRight(t.Window.Words, "0123456789"), "0123456789") && from.Day() == 1 {
				end := from.AddDate(0, 1, -1) // the month, or the year
				if from.Month() == time.January && !strings.Contains(t.Window.Words, time.January.String()) {
					end = from.AddDate(1, 0, -1)
				}
				t.Window.Words, t.Window.To = strings.TrimPrefix(t.Window.Words, "since "), end.Format(time.DateOnly)
			}
		}
		return
	}
	if t.sentence.Empty() {
		return
	}
	const farthest = 60 // bytes between "since" and the date it leads to
	at := strings.Index(strings.ToLower(sentence), "since ")
	if at < 0 || at > 0 && wordRune(rune(sentence[at-1])) {
		return
	}
	own := t.span.Start - t.sentence.Start
	lo, hi := min(at, own), max(at, own)
	if at > own { // the number's own comma is none
		lo = min(at, t.span.End-t.sentence.Start)
	}
	if at > 0 && (lo < 0 || hi > len(sentence) || strings.Contains(sentence[lo:hi], ",")) {
		return // the count of another clause
	}
	switch i := strings.Index(sentence, t.Window.Words); {
	case t.Window.Words == "":
		t.Window.Words, t.Window.From = "since", monthYear(sentence[at:min(len(sentence), at+farthest)])
	case i > at && i-at <= farthest && !strings.ContainsAny(sentence[at:i], ",;"):
		t.Window.Words, t.Window.To = sentence[at:i+len(t.Window.Words)], ""
	}
}

// monthYear reads "March 2029" or "2029" in a few words, as the first day of it;
// "" if there is none.
func monthYear(s string) string {
	month := time.January
	for _, w := range cutWords(s, source.Span{End: len(s)}, 12) {
		for m := time.January; m <= time.December; m++ {
			if strings.EqualFold(w.raw, m.String()) {
				month = m
			}
		}
		if y, err := strconv.Atoi(w.raw); err == nil && len(w.raw) == 4 {
			return time.Date(y, month, 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		}
	}
	return ""
}
