package match

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// mainQuantity is the number a claim is about: a share, a rate or a sum before a
// count, a count before a length of time, the first of its kind; that of the given
// range if there is one.
func mainQuantity(list []quantity, given claims.Interval) (quantity, bool) {
	best := -1
	class := func(q *quantity) int {
		switch {
		case given.Mod != "" && q.Range.Equal(given):
			return 4
		case q.former || q.past:
			return 0
		case measures[q.unit] && q.unit != "%" && q.unit != "degree":
			return 1
		case q.unit == "":
			return 2
		}
		return 3
	}
	for i := range list {
		if best < 0 || class(&list[i]) > class(&list[best]) {
			best = i
		}
	}
	if best < 0 {
		return quantity{}, false
	}
	return list[best], true
}

// quantities reads the numbers of a span that count no casualties, and those that
// count them as a rate: "31 homicides per 100,000 people"; where shares is set, those
// that tell a share without a number as well.
func quantities(d *extract.Doc, in source.Span, shares bool) []quantity {
	var out []quantity
	if shares {
		out = wordShares(d, in)
	}
	for _, f := range d.Figures() {
		if in.Overlaps(f.Span) && perMany(d.Text, f.Span, f.Sentence) {
			q := quantity{span: f.Span, sentence: f.Sentence, unit: rateUnit}
			q.Words, q.Range, q.Place, q.Window, q.Attribution = f.Words, f.Range, f.Place, f.Window, f.Attribution
			out = append(out, q)
		}
	}
	for _, s := range d.Statistics() {
		if !in.Overlaps(s.Span) || baseOfRate(d.Text, s.Span, s.Sentence) {
			continue
		}
		q := quantity{Statistic: s.Statistic, span: s.Span, sentence: clip(d.Text, s.Sentence, s.Span), unit: unitOf(s.Unit), things: s.Rule == "count"}
		q.asShare()
		if perMany(d.Text, s.Span, s.Sentence) {
			q.unit = rateUnit
			q.Words = strings.TrimSuffix(strings.TrimSuffix(q.Words, " for every"), " per")
		}
		out = append(out, q)
	}
	slices.SortStableFunc(out, func(a, b quantity) int { return a.span.Compare(b.span) })
	wholes(d, out)
	days := dayReader{d: d, at: -1}
	for i := range out {
		out[i].around(d, out, i, &days)
	}
	return out
}

// asShare gives a fraction of what is counted as a percentage: "one in four pupils",
// "a quarter of voters", "more than a tenth".
func (q *quantity) asShare() {
	if n := nominal(q.Range); n <= 0 || n >= 1 || q.unit == "point" || q.unit != "" && !counted(q.unit) || strings.ContainsAny(q.Words, ".,") {
		return
	}
	const whole = 100
	q.round = q.Range.Mod == claims.Exact && !strings.Contains(q.Words, " in ") && !strings.Contains(q.Words, " out ")
	q.unit = "%"
	q.Range.Min *= whole
	q.Range.Max *= whole
}

// topicWords are the words that tell what is measured.
func topicWords(ws []word) []word {
	var out []word
	for _, w := range ws {
		if !w.stop() && !isNumber(w) && !unitWord[w.norm] && (!weekdayOrMonth[w.norm] || w.norm == "march" && !w.upper) && !windowUnit[w.norm] && !cueVerbs[w.norm] &&
			!boundWord[w.norm] && !magnitudes[w.norm] && !trend[w.norm] && !sourceNouns[w.norm] && !counts[w.norm] && !retellers[w.norm] && !idle[w.norm] {
			out = append(out, w)
		}
	}
	return out
}

const rateUnit = "rate"

// perMany reports whether "per" or "for every" follows a number, or ends its words.
func perMany(text string, span, sentence source.Span) bool {
	own := cutWords(text, span, 8)
	if n := len(own); n > 0 && own[n-1].norm == "per" {
		return true
	}
	const reach = 24 // bytes: "31 homicides per 100,000"
	after := cutWords(text, source.Span{Start: span.End, End: max(span.End, min(sentence.End, span.End+reach))}, 2)
	return len(after) > 0 && after[0].norm == "per" || len(after) > 1 && after[0].norm == "for" && after[1].norm == "every"
}

// baseOfRate reports whether a number is what a rate is of: the 100,000 of "31 per
// 100,000".
func baseOfRate(text string, span, sentence source.Span) bool {
	ws := cutWords(text, source.Span{Start: sentence.Start, End: max(sentence.Start, span.Start)}, maxClaimWords)
	n := len(ws)
	return n > 0 && ws[n-1].norm == "per" || n > 1 && ws[n-1].norm == "every" && ws[n-2].norm == "for"
}

// unitOf is a unit as one word: money and measures as they are, counted people as
// "people".
func unitOf(s string) string {
	f := strings.Fields(strings.ToLower(s))
	if len(f) == 0 {
		return ""
	}
	if name := currencies[f[0]]; name != "" {
		return name // crown per month
	}
	u := f[len(f)-1]
	if name := currencies[u]; name != "" {
		return name
	}
	if personNoun(u) || personNoun(u+"s") {
		return "people"
	}
	if temperatures[u] {
		return "degree"
	}
	return strings.TrimSuffix(u, "s")
}

// temperatures are the units that reports leave at "degrees".
var temperatures = set("degree degrees °c celsius centigrade")

// sameUnit reports whether two numbers can be told of one thing; a bare number has
// the unit of what it is put against.
func sameUnit(a, b string) bool {
	if a == b || stemOf(a) == stemOf(b) {
		return true
	}
	if a == "" || b == "" {
		other := a + b
		return other != "%" && other != rateUnit && !measures[other]
	}
	return false
}

// unitWord are the words of units: no topic.
var unitWord = set(`per percent cent cents percentage point points dollar dollars euro euros pound pounds crown crowns yen rupee rupees
	rate rates share number numbers level levels average total amount figure figures people inhabitants
	km h mph kph kg mm cm kilometre kilometres kilometer kilometers metre metres meter meters mile miles millimetre millimetres centimetre
	centimetres tonne tonnes ton tons kilogram kilograms kilo kilos litre litres hectare hectares acre acres degree degrees celsius
	mark marks florin florins franc francs rouble roubles ruble rubles peso pesos dinar dinars shilling shillings lira`)

// trend are the verbs of what a number does, which reports choose as they like.
var trend = set(`rose rise rises risen fell fall falls fallen climbed climb dropped drop slowed slow grew grow grown increased increase
	decreased decrease jumped stood stands stand reached reach hit remained stayed shrank expanded expand slipped edged dipped
	plunged soared surged will plans plan planned expected forecast spend spends spent spending cost costs worth official data show
	shows showed went put puts set sets took takes taken taking made make makes had has government`)

// topicRoots name one topic by its many words.
var topicRoots = func() map[string]string {
	m := map[string]string{}
	for _, l := range strings.Split(strings.TrimSpace(`
unemployment=unemployment unemployed jobless joblessness work jobs
homicide=homicide homicides murder murders killings murdered
price=price prices inflation
economy=economy gdp output economic
export=export exports exported
import=import imports imported
voter=voters turnout ballots vote votes voted
migration=migrants asylum refugees arrivals
house=homes houses housing households dwellings
income=wage wages pay salary salaries earnings income
emission=emissions carbon co2
`), "\n") {
		name, ws, _ := strings.Cut(l, "=")
		for _, w := range strings.Fields(ws) {
			m[w] = name
		}
	}
	return m
}()

// stemOf is the topic of a word, or its first letters.
func stemOf(s string) string {
	const stem = 5
	if r := topicRoots[s]; r != "" {
		return r
	}
	if len(s) > stem {
		return s[:stem]
	}
	return s
}

// topicShare is the share of the claim's topic words that the passage's sentence
// has; what only the rest of the passage has counts half.
func topicShare(claim, sentence []word, passage map[string]bool) float64 {
	if len(claim) == 0 {
		return 0
	}
	has := topicsOf(sentence)
	n, seen := 0.0, map[string]bool{}
	for _, w := range claim {
		k := stemOf(bareName(w))
		switch {
		case seen[k]:
		case has[k]:
			n++
		case passage[k]:
			n += 0.5
		}
		seen[k] = true
	}
	return n / float64(len(seen))
}

// topicsOf are the topics of words.
func topicsOf(ws []word) map[string]bool {
	out := map[string]bool{}
	for _, w := range ws {
		out[stemOf(bareName(w))] = true
	}
	return out
}

// counted reports whether a unit is a noun that is counted, no share, sum or measure.
func counted(unit string) bool {
	return unit != "" && unit != "%" && unit != rateUnit && !measures[unit] && unit == strings.ToLower(unit)
}

// formerLead reports whether the words since the last number make the next one its
// value before: "from 44", "up from", "compared with just", "against last year's". A
// noun in between is what the word belongs to: "vaccinated against measles, 96 more".
func formerLead(ws []word) bool {
	const near = 4
	for i := len(ws) - 1; i >= max(0, len(ws)-near); i-- {
		switch w := ws[i]; {
		case w.norm == "from", w.norm == "compared", w.norm == "against", w.norm == "versus":
			return true
		case w.stop(), boundWord[w.norm], idle[bareName(w)], weekdayOrMonth[bareName(w)], firstWords[w.norm], w.norm == "revised", isNumber(w):
		default:
			return false
		}
	}
	return false
}

var ordinalWords = map[string]string{"first": "first", "second": "second", "third": "third", "fourth": "fourth", "last": "last", "final": "fourth"}

// partWords tell which part of a whole is measured, or over what time.
var partWords = set(`youth young women female men male girls boys children child rural urban core monthly annual foreign private public
	long-term pensioners graduates primary secondary infant adult adults elderly`)

// qualifiersIn lists the parts the words before a number and its own name.
func qualifiersIn(lead, own []word) []string {
	var out []string
	for _, w := range append(slices.Clone(lead), own...) {
		name := w.norm
		if name == "child" {
			name = "children"
		}
		if partWords[name] && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// compareQualifiers compares the parts two numbers are of. A part that only one side
// names is a difference.
func compareQualifiers(a, b []string) agreement {
	if len(a) == 0 && len(b) == 0 {
		return unknown
	}
	for _, x := range a {
		if slices.Contains(b, x) {
			return agrees
		}
	}
	return differs
}
