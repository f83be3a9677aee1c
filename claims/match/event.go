package match

import (
	"strings"
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// scene is what a figure claim says about its event.
type scene struct {
	claim  claims.Figure
	date   time.Time
	text   string
	words  []word
	places [][]word        // names of places, each as words
	kinds  map[string]bool // families of causes
	things []word          // nouns of the event: ferry, market, mine
	names  [][]word        // capitalised names, places among them
}

func readScene(c FigureClaim) *scene {
	s := &scene{claim: c.Figure, date: c.Date, text: c.Text}
	if strings.TrimSpace(s.text) == "" {
		s.text = c.Figure.Words + " " + c.Figure.Cause + " " + c.Figure.Place
	}
	s.words = cutWords(s.text, source.Span{End: len(s.text)}, maxClaimWords)
	if p := namesOf(c.Figure.Place); len(p) > 0 {
		s.places = append(s.places, p)
	}
	s.kinds = families(s.words)
	for w := range families(cutWords(c.Figure.Cause, source.Span{End: len(c.Figure.Cause)}, 16)) {
		s.kinds[w] = true
	}
	for _, w := range s.words {
		if eventNouns[w.fold] {
			s.things = append(s.things, w)
		}
	}
	return s
}

// namesOf cuts a place name into its capitalised words.
func namesOf(place string) []word {
	var out []word
	for _, w := range cutWords(place, source.Span{End: len(place)}, 16) {
		if w.upper {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return cutWords(place, source.Span{End: len(place)}, 16)
	}
	return out
}

// holds reports whether the words of a name stand in ws, one after the other.
func holds(ws, name []word) bool {
	for i := 0; i+len(name) <= len(ws) && len(name) > 0; i++ {
		all := true
		for k, n := range name {
			if x := ws[i+k]; x.fold != n.fold && bareName(x) != bareName(n) && !(x.upper && n.upper && sameNameWord(x.fold, n.fold)) {
				all = false
				break
			}
		}
		if all {
			return true
		}
	}
	return false
}

// bareName drops a possessive.
func bareName(w word) string { return strings.TrimSuffix(w.fold, "'s") }

// causeFamilies groups the nouns and verbs that tell what happened. A claim of a
// fire and a passage about a shooting are two events; "attack" and "accident"
// fit most.
var causeFamilies = func() map[string]string {
	m := map[string]string{}
	for _, l := range strings.Split(strings.TrimSpace(`
quake=earthquake quake tremor aftershock earthquakes
fire=fire fires blaze blazes wildfire wildfires inferno burned burnt
storm=storm storms hurricane typhoon cyclone tornado flood floods flooding flooded tsunami monsoon
slide=landslide landslides mudslide avalanche avalanches rockslide
heat=heatwave heat drought
disease=cholera ebola measles outbreak epidemic pandemic malaria virus disease poisoning
bomb=bomb bombs bombing bombings bomber explosion explosions blast blasts exploded explode detonated
shot=shooting shootings gunman gunmen shot gunfire stabbing stabbed knife
strike=strike strikes airstrike airstrikes missile missiles rocket rockets drone drones shelling shelled artillery bombardment mortar
crash=crash crashes crashed collision collided collide derailed derailment overturned plunged
sink=capsized capsize capsizing sank sinking shipwreck drowned drowning
crush=stampede crush crushed
collapse=collapse collapsed collapses
siege=siege
unrest=protest protests demonstration demonstrations riot riots rally crackdown
`), "\n") {
		name, ws, _ := strings.Cut(l, "=")
		for _, w := range strings.Fields(ws) {
			m[w] = name
		}
	}
	return m
}()

func families(ws []word) map[string]bool {
	out := map[string]bool{}
	for _, w := range ws {
		if f, ok := causeFamilies[bareName(w)]; ok {
			out[f] = true
		}
	}
	return out
}

// eventNouns tell events of one kind apart: the bus and the ferry, the market
// and the mine.
var eventNouns = set(`ferry boat ship vessel tanker trawler yacht dinghy plane aircraft helicopter jet airliner bus coach minibus train tram
	metro truck lorry car van taxi convoy market mall mosque church temple synagogue school university college hospital clinic
	hotel restaurant nightclub bar cinema theater stadium concert festival wedding funeral pilgrimage prison jail camp camps mine
	factory refinery plant warehouse depot quarry dam bridge footbridge tunnel tower building flats apartment house station airport
	port harbor checkpoint barracks base embassy bank court farm village villages resort beach park square pipeline shelter
	orphanage monastery shrine bakery library`)

// comparePlaces says whether a tally is about the claim's place.
func (s *scene) comparePlaces(t tally, d *extract.Doc, all []word) agreement {
	if len(s.places) == 0 {
		return unknown
	}
	name := s.places[0]
	own := namesOf(t.Place)
	if len(own) > 0 && !own[0].upper {
		own = nil // "the north"
	}
	sentence := cutWords(d.Text, t.sentence, maxClaimWords)
	if len(own) > 0 && (holds(own, name) || holds(name, own)) {
		return agrees
	}
	here := len(own) > 0 && holds(sentence, own) && placeLike(own) && !passing(sentence, own)
	if holds(sentence, name) {
		if here && t.nearer(own, name, sentence) && t.loose {
			return differs // a list: nine in Kessa, eleven in Port Amara
		}
		return agrees
	}
	if here {
		return differs
	}
	return s.elsewhere(name, all)
}

// sourceNouns are what a place after "in" says where somebody speaks or is
// treated: the command in Velm, a hospital in Luma.
var sourceNouns = set(`hospital hospitals clinic command commander ministry government army official officials spokesman spokeswoman
	doctors police authorities council office embassy president minister newspaper court university headquarters`)

// passing reports whether a sentence names a place only as where somebody came
// from or was taken: "from Karsovia", "flown to hospital in Luma".
func passing(sentence, own []word) bool {
	for i := range sentence {
		if i == 0 || i+len(own) > len(sentence) || !holds(sentence[i:i+len(own)], own) {
			continue
		}
		switch sentence[i-1].norm {
		case "from", "to", "of":
			continue
		case "in", "at":
			if i >= 2 && sourceNouns[sentence[i-2].norm] {
				continue
			}
		}
		return false
	}
	return true
}

// elsewhere looks for the place in the rest of the passage: a passage that does
// not name it is about another one.
func (s *scene) elsewhere(name, all []word) agreement {
	if holds(all, name) {
		return unknown
	}
	if len(name) > 1 && holds(all, name[:1]) && !name[0].stop() {
		return unknown
	}
	return differs
}

// placeNamed reports whether a sentence names a place other than name.
func placeNamed(sentence, name []word) bool {
	for i := 1; i < len(sentence); i++ {
		switch sentence[i-1].norm {
		case "in", "of", "near", "at", "outside":
			if i >= 2 && sourceNouns[sentence[i-2].norm] {
				continue
			}
			if sentence[i].upper && causeFamilies[sentence[i].fold] == "" && !holds(sentence[i:min(len(sentence), i+len(name))], name) && !weekdayOrMonth[sentence[i].norm] {
				return true
			}
		}
	}
	return false
}

var weekdayOrMonth = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december`)

// nearer reports whether the figure's own place stands nearer to it than the
// claim's.
func (t tally) nearer(own, name, sentence []word) bool {
	far := func(n []word) int {
		best := 1 << 30
		for i := range sentence {
			if i+len(n) <= len(sentence) && holds(sentence[i:i+len(n)], n) {
				d := sentence[i].Start - t.span.End
				if d < 0 {
					d = 2 * (t.span.Start - sentence[i].End)
				}
				best = min(best, d)
			}
		}
		return best
	}
	return far(own) < far(name)
}

// placeLike rejects events that read like places: the Lantern Festival.
func placeLike(name []word) bool {
	last := name[len(name)-1].fold
	switch last {
	case "festival", "forum", "movement", "army", "ministry", "hospital", "court":
		return false
	}
	return true
}

// day reads a day of a window; ok is false for an empty or open end.
func day(s string) (time.Time, bool) {
	x, err := time.Parse(time.DateOnly, s)
	return x, err == nil
}

const oneDay = 24 * time.Hour

// compareWindows says whether two figures cover the same time. A day may be off
// by one: reports of a night differ, and so do time zones.
func compareWindows(claim, passage claims.Window, made, published time.Time) agreement {
	cf, ct, cok := bounds(claim, made)
	pf, pt, pok := bounds(passage, published)
	if !cok || !pok {
		switch {
		case cok && !pok && longAgo(ct, published), pok && !cok && claim.Words == "" && longAgo(pt, made):
			return differs // an old date, and the news of the day
		}
		if claim.Words == "since" && pok && pt.Sub(pf) <= 2*oneDay || passage.Words == "since" && cok && ct.Sub(cf) <= 2*oneDay {
			return differs // a running count and a day
		}
		return unknown
	}
	cs, ps := spans(claim, cf, ct), spans(passage, pf, pt)
	near := func(a, b time.Time) bool { d := a.Sub(b); return d <= oneDay && d >= -oneDay }
	switch {
	case near(cf, pf) && near(ct, pt), near(cf, pf) && (claim.To == "" || passage.To == "") && cs == ps:
		return agrees
	case cs != ps && (cs || ps):
		return differs // a day of a span, or a span of days
	case near(cf, pf) && cs && ps:
		return agrees
	case !cs && !ps && !ct.Before(pf) && !pt.Before(cf):
		return agrees // "in March" and "on 12 March"
	case ct.Before(pf.Add(-oneDay)) || pt.Before(cf.Add(-oneDay)):
		return differs
	case cs && ps:
		return differs
	}
	return unknown
}

// longAgo reports whether a day lies so far before a report that the report's own
// news is another event.
func longAgo(d, reported time.Time) bool {
	const old = 60 * oneDay
	return !reported.IsZero() && reported.Sub(d) > old
}

// namesMonth reports whether a figure's sentence names the month of the claim
// and its window holds it: "in August last year".
func namesMonth(claim claims.Window, t tally, text string) bool {
	from, ok := day(claim.From)
	pf, pok := day(t.Window.From)
	pt, tok := day(t.Window.To)
	return ok && pok && tok && !from.Before(pf) && !from.After(pt) && pt.Sub(pf) > 300*oneDay &&
		strings.Contains(t.sentence.Of(text), from.Month().String())
}

// earlier reports whether a sentence says before the figure that it is about
// something earlier: "in the earlier attacks", "in a previous outbreak".
func earlier(t tally, text string) bool {
	return earlierWords(cutWords(text, source.Span{Start: t.sentence.Start, End: max(t.sentence.Start, t.span.Start)}, maxClaimWords))
}

func earlierWords(ws []word) bool {
	for i, w := range ws {
		if (w.norm == "earlier" || w.norm == "previous") && i > 0 && (ws[i-1].norm == "the" || ws[i-1].norm == "a" || ws[i-1].norm == "an" || ws[i-1].norm == "in") {
			return i+1 >= len(ws) || ws[i+1].norm != "day" && !isNumber(ws[i+1]) && ws[i+1].norm != "week"
		}
	}
	return false
}

// atOnce reports whether a sentence tells of one occasion: overnight, at dawn.
func atOnce(sentence []word) bool {
	for _, w := range sentence {
		switch w.norm {
		case "overnight", "dawn", "midnight", "night", "morning", "afternoon", "evening":
			return true
		}
	}
	return false
}

// bounds gives the first and the last day; an open end is the day of the report.
func bounds(w claims.Window, reported time.Time) (from, to time.Time, ok bool) {
	from, okFrom := day(w.From)
	to, okTo := day(w.To)
	switch {
	case okFrom && okTo:
	case okFrom:
		to = reported
		if to.Before(from) {
			to = from
		}
	case okTo:
		from = to
	default:
		return from, to, false
	}
	return from, to, true
}

// spans reports whether a window is a stretch counted over ("since July", "in
// the past week", "in 2031") rather than a date given roughly ("in March").
func spans(w claims.Window, from, to time.Time) bool {
	if w.To == "" {
		return true
	}
	if to.Sub(from) < 2*oneDay {
		return false
	}
	for _, f := range strings.Fields(strings.ToLower(w.Words)) {
		switch f {
		case "since", "past", "over", "during", "between", "within", "so", "this", "last", "weeks", "days", "months", "years":
			return true
		}
	}
	return to.Sub(from) > 300*oneDay
}

// reportingDay reports whether a window is only the day of the saying: "the fire
// service said on Tuesday".
func reportingDay(t tally, text string) bool {
	w := t.Window.Words
	if w == "" || t.Window.From != t.Window.To {
		return false
	}
	sentence := t.sentence.Of(text)
	i := strings.Index(sentence, w)
	if i < 0 {
		return false
	}
	before := cutWords(sentence, source.Span{End: i}, maxClaimWords)
	for k, n := len(before)-1, 0; k >= 0 && n < 6; k, n = k-1, n+1 {
		switch {
		case cueVerbs[before[k].norm] || before[k].norm == "revised" || before[k].norm == "confirmed":
			return true
		case causeFamilies[before[k].fold] != "" || outcomeWords[before[k].norm] != "":
			return false
		}
	}
	return false
}

// compareCauses says whether claim and passage tell of one kind of event.
func (s *scene) compareCauses(passage map[string]bool, all []word) agreement {
	if s.otherStorm(all) {
		return differs
	}
	for f := range s.kinds {
		if passage[f] {
			return agrees
		}
	}
	shared, lost := 0, 0
	for _, t := range s.things {
		if holds(all, []word{t}) {
			shared++
		} else {
			lost++
		}
	}
	switch {
	case shared > 0:
		return agrees
	case len(s.kinds) > 0 && len(passage) > 0:
		return differs
	case lost > 0 && len(s.kinds) == 0 && hasEventNoun(all):
		return differs
	}
	return unknown
}

// stormNouns come before the name that tells one storm from another.
var stormNouns = set("hurricane typhoon cyclone storm operation")

// otherStorm reports whether the claim names a storm and the passage only
// others: Cyclone Edgar and Cyclone Hanna.
func (s *scene) otherStorm(all []word) bool {
	name := stormName(s.words)
	return name != nil && !holds(all, name) && stormName(all) != nil
}

func stormName(ws []word) []word {
	for i := 1; i < len(ws); i++ {
		if stormNouns[ws[i-1].fold] && ws[i].upper && !ws[i].stop() {
			return ws[i : i+1]
		}
	}
	return nil
}

func hasEventNoun(ws []word) bool {
	for _, w := range ws {
		if eventNouns[w.fold] {
			return true
		}
	}
	return false
}
