package match

import "strings"

// A population class is who a figure counts. Everybody ("people", "victims",
// "bodies") contains all others; the present ("passengers", "miners") are the
// people at the event, whom one report calls people and another passengers;
// groups (children, soldiers, journalists) are counted apart, so that a figure
// of one says nothing about another or about everybody.
type popClass uint8

const (
	everybody popClass = iota
	present
	group
)

// populations maps the head noun of a population to its class and, for groups,
// to the group it names. Compiled from the nouns casualty reports count.
var populations = func() map[string]string {
	m := map[string]string{}
	for _, l := range strings.Split(strings.TrimSpace(`
*=people person persons others other dead victims victim casualties lives life bodies body fatalities fatality death deaths murder murders killing killings humans souls men man individuals members member inhabitants citizens nationals corpses remains wounded injured survivors
-=passengers passenger workers worker miners miner labourers laborers climbers climber hikers pilgrims pilgrim worshippers migrants migrant spectators residents resident villagers villager guests shoppers fans tourists tourist crew crewmen sailors fishermen fisherman drivers driver patients patient hostages hostage captives demonstrators demonstrator protesters protester protestors students student pupils pupil schoolchildren schoolgirls schoolboys schoolgirl schoolboy evacuees travellers commuters employees staff contractors farmers farmer opponents suspects suspect homeless refugees refugee families relatives supporters volunteers volunteer activists activist bystanders bystander passersby neighbors neighbours pensioners seamen builders engineers scientists locals visitors buyers squatters campers skiers pickers porters owners organisers organizers leaders followers gangsters smugglers troublemakers
civilians=civilians civilian noncombatants
children=children child boys boy girls girl minors infants infant babies baby newborns newborn toddlers toddler teenagers teenager kids
women=women woman mothers
soldiers=soldiers soldier troops troop servicemen servicewomen conscripts recruits marines airmen paratroopers personnel military
police=police policemen policeman officers officer constables gendarmes cops policewomen guards
fighters=fighters fighter rebels rebel militants militant insurgents insurgent gunmen gunman terrorists terrorist guerrillas extremists jihadists combatants militiamen separatists attackers assailants
journalists=journalists journalist reporters reporter correspondents editors photographers
aid workers=aid relief humanitarian
medics=medics doctors nurses nurse doctor paramedics surgeons
rescuers=rescuers firefighters firefighter firemen divers
prisoners=prisoners prisoner inmates inmate detainees detainee
politicians=lawmakers deputies ministers mayors officials official
teachers=teachers teacher
`), "\n") {
		name, words, _ := strings.Cut(l, "=")
		for _, w := range strings.Fields(words) {
			m[w] = name
		}
	}
	return m
}()

// personNoun reports whether a noun counts people: one of the table, or a plural
// built like most names of people (protesters, activists, Karsovians, detainees).
func personNoun(n string) bool {
	if populations[n] != "" {
		return true
	}
	if len(n) < 6 || notPeople[n] {
		return false
	}
	for _, suffix := range []string{"ers", "ors", "ists", "men", "women", "ians", "ees", "ants"} {
		if strings.HasSuffix(n, suffix) {
			return true
		}
	}
	return false
}

// notPeople are common plurals that end like people and are things.
var notPeople = set(`shelters towers numbers letters computers trailers containers tankers helicopters bunkers quarters meters
	kilometers trees degrees fees committees centers corners orders papers rivers waters borders offers winters summers
	factors doors floors motors tractors reactors sectors errors mirrors colors plants restaurants grants warrants
	elephants freighters trawlers steamers boilers burners filters printers monitors generators detectors
	hectares answers matters dollars calendars specimen acres tigers posters banners chapters counters drawers
	drawers covers powers flowers showers hammers ladders barriers carriers pillars cellars sensors
	cylinders tenders lasers routers lockers rollers rockets routers scooters semesters theaters thrillers timers`)

// population is who is counted.
type population struct {
	class popClass
	group string   // for groups; "" otherwise
	head  string   // the noun
	words []string // adjectives with a capital: Karsovian
}

// readPopulation reads "rebel fighters", "police officers", "people".
func readPopulation(s string) population {
	p := population{}
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return !wordRune(r) && !isApostrophe(r) }) {
		w := plain(normWord(strings.TrimSuffix(strings.TrimSuffix(f, "’s"), "'s")))
		name, ok := populations[w]
		switch {
		case !ok:
			if f[0] >= 'A' && f[0] <= 'Z' && len(p.words) < 4 {
				p.words = append(p.words, w)
			}
		case name == "*":
			if p.head == "" {
				p.head = w
			}
		case name == "-":
			if p.class == everybody {
				p.class, p.head = present, w
			}
		case p.class != group || p.group == "police" && name == "soldiers":
			p.class, p.group, p.head = group, name, w
		}
	}
	return p
}

// bodies are nouns of the dead that leave open who they were.
var bodies = set("dead deaths death bodies body fatalities lives killed cases")

// pupils are children, mostly.
var pupils = set("pupils pupil schoolchildren schoolgirls schoolboys schoolgirl schoolboy")

// armed groups are never meant by passengers, drivers or villagers.
var armed = set("soldiers fighters police")

// agreement of one aspect of two figures.
type agreement int8

const (
	differs agreement = iota - 1
	unknown
	agrees
)

// comparePopulations says whether two figures count the same people.
func comparePopulations(claim, passage population) agreement {
	switch {
	case claim.class == group && passage.class == group:
		if claim.group == passage.group {
			return agrees
		}
		return differs
	case claim.group == "children" && pupils[passage.head]:
		return unknown
	case claim.class == group:
		return differs // the passage does not say they were of that group
	case passage.class == group && claim.class == present && armed[passage.group] && !armed[populations[claim.head]]:
		return differs // drivers, attackers
	case passage.class == group:
		return unknown
	case claim.class == present && passage.class == present && claim.head != passage.head:
		return unknown
	}
	return agrees
}
