package match

import (
	"strings"
)

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
unrest=protest protests protester protesters demonstration demonstrations demonstrator demonstrators riot riots rioter rioters rally crackdown
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
	for i, w := range ws {
		switch f := causeFamilies[bareName(w)]; {
		case f == "", f == "fire" && i+1 < len(ws) && brigade[ws[i+1].norm]:
		case f == "fire" && i > 0 && (gunfire[ws[i-1].norm] || peoples(ws[i-1])):
			out["shot"] = true
		default:
			out[f] = true
		}
		if givesWay(ws, i) {
			out["collapse"] = true
		}
	}
	return out
}

// peoples reports whether a word looks like the adjective of a people, whose fire is
// that of guns: Sorvian fire.
func peoples(w word) bool {
	if !w.upper {
		return false
	}
	for _, suffix := range []string{"ian", "ese", "ish", "eli", "aqi", "ani"} {
		if strings.HasSuffix(w.fold, suffix) {
			return true
		}
	}
	return false
}

// givesWay reports whether word i tells that what stood fell: "the footbridge fell",
// "the stand gave way", and not "prices fell".
func givesWay(ws []word, i int) bool {
	if i == 0 || !structures[ws[i-1].fold] {
		return false
	}
	next := ""
	if i+1 < len(ws) {
		next = ws[i+1].norm
	}
	switch ws[i].norm {
	case "fell", "falls", "fallen", "falling", "crumbled", "buckled":
		return true
	case "gave", "gives", "giving", "given":
		return next == "way"
	case "came", "comes", "coming":
		return next == "down"
	}
	return false
}

// structures are the event nouns that stand and may fall.
var structures = set(`bridge footbridge dam quarry tunnel tower building stand grandstand balcony stage pier mosque church school hotel factory
	warehouse mine house silo dormitory stadium theater cinema roof wall crane scaffold scaffolding`)

// gunfire are the words before "fire" that make it one of guns.
var gunfire = set("opened opening open under artillery gun rifle machinegun tank mortar sniper friendly hostile enemy return returned exchanged live")

// brigade are the words behind "fire" that make it a name: the fire service.
var brigade = set("chief brigade service services department engine engines station crew crews exit exits extinguisher extinguishers officer officers")

// eventNouns tell events of one kind apart: the bus and the ferry, the market
// and the mine.
var eventNouns = set(`ferry boat ship vessel tanker trawler yacht dinghy plane aircraft helicopter jet airliner bus coach minibus train tram
	metro truck lorry car van taxi convoy market mall mosque church temple synagogue school university college hospital clinic
	hotel restaurant nightclub bar cinema theater stadium concert festival wedding funeral pilgrimage prison jail camp camps mine
	factory refinery plant warehouse depot quarry dam bridge footbridge tunnel tower building flats apartment house station airport
	port harbor checkpoint barracks base embassy bank court farm village villages resort beach park square pipeline shelter
	orphanage monastery shrine bakery library balloon glider lift elevator gondola pier stage grandstand balcony fairground circus
	refinery palace terminal silo mill dormitory hostel clubhouse bunker`)

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
		if holds(all, []word{t}) || otherwiseNamed(all, t) {
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
	case lost > 0 && len(s.kinds) == 0 && hasEventNoun(all) && !(len(s.places) > 0 && holds(all, s.places[0])):
		return differs // a text that names the place may name its hospital
	}
	return unknown
}

// oneThing are event nouns for one thing, which one report calls so and another so.
var oneThing = func() map[string]string {
	m := map[string]string{}
	for _, l := range strings.Split(strings.TrimSpace(`
bridge footbridge
bus coach minibus
truck lorry
plane aircraft airliner jet
boat ship vessel ferry
train metro tram
flats apartment building tower
cinema theater
stadium grandstand
hotel resort
prison jail
harbor port`), "\n") {
		ws := strings.Fields(l)
		for _, w := range ws {
			m[w] = ws[0]
		}
	}
	return m
}()

// otherwiseNamed reports whether a text has an event noun's other name.
func otherwiseNamed(ws []word, noun word) bool {
	k := oneThing[noun.fold]
	for _, w := range ws {
		if k != "" && oneThing[w.fold] == k {
			return true
		}
	}
	return false
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

// events are the plurals of what happens; with a number before them a sentence
// counts over several.
var events = set(`attacks raids strikes airstrikes bombings explosions blasts shootings ambushes incidents accidents crashes fires storms
	floods earthquakes quakes landslides clashes protests riots battles outbreaks stabbings assaults massacres avalanches derailments`)

// together reports whether a sentence counts over several events at once: "the
// four attacks together have cost 11 lives".
func together(ws []word) bool {
	for i := 1; i < len(ws); i++ {
		if !events[ws[i].norm] {
			continue
		}
		if p := ws[i-1]; isNumber(p) && p.fold != "1" && !strings.HasSuffix(p.fold, "th") && !strings.HasSuffix(p.fold, "st") && !strings.HasSuffix(p.fold, "nd") && !strings.HasSuffix(p.fold, "rd") || p.norm == "several" || p.norm == "all" {
			return true
		}
	}
	return false
}

// oneEvent reports whether a claim tells of one event: it names none in the
// plural and gives a day or none.
func (s *scene) oneEvent() bool {
	if s.claim.Window.From != "" && s.claim.Window.From != s.claim.Window.To || s.claim.Window.Words == "since" {
		return false
	}
	for _, w := range s.words {
		if events[w.norm] {
			return false
		}
	}
	return true
}
