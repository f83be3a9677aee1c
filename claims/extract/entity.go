package extract

import (
	"slices"
	"strings"
)

// EntityKind is what sort of thing a name names.
type EntityKind uint8

// The kinds of entities.
const (
	OtherName EntityKind = iota
	Person
	Organisation
	PlaceName
)

// Entity is somebody or something the text names, or, without a name, somebody
// it calls by a role ("the mayor of Norrby").
type Entity struct {
	Name     string // the fullest form in the text; of a role, the words
	Kind     EntityKind
	Gender   byte // 'm', 'f', 0 unknown
	Named    bool
	Roles    []string // words for what they are: "president", "spokesman", and keys of nations: "france"
	Mentions []Mention

	parts  []string // lower-case words of the name
	male   int
	female int
}

// Mention is a place where an entity is named: tokens [A, B).
type Mention struct {
	A, B       int
	Subject    bool // a finite verb follows
	Possessive bool // Lind's
}

// Entities are the entities of a text.
type Entities struct {
	List   []*Entity // by first mention
	at     map[int]*Entity
	begins map[int]*Entity    // unnamed ones by the tokens their mentions begin at
	byName map[string]*Entity // unnamed bodies that spoke
}

// Of returns the entity whose mention covers token i, nil if there is none.
func (es *Entities) Of(i int) *Entity { return es.at[i] }

// Entities returns the people, organisations and places of the text.
func (d *Doc) Entities() *Entities { return d.entities.get(d.findEntities) }

func (d *Doc) findEntities() *Entities {
	es := &Entities{at: map[int]*Entity{}, begins: map[int]*Entity{}, byName: map[string]*Entity{}}
	c := clusterer{d: d, es: es, byWord: map[string][]*Entity{}}
	names := d.nameRuns()
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return (names[y].b - names[y].a) - (names[x].b - names[x].a) })
	for _, i := range order { // longest first, so that "Lind" finds "Ola Lind"
		c.add(&names[i])
	}
	for _, e := range es.List {
		e.settle()
		slices.SortFunc(e.Mentions, func(a, b Mention) int { return a.A - b.A })
	}
	slices.SortStableFunc(es.List, func(a, b *Entity) int { return a.Mentions[0].A - b.Mentions[0].A })
	c.roles()
	slices.SortStableFunc(es.List, func(a, b *Entity) int { return a.Mentions[0].A - b.Mentions[0].A })
	for _, e := range es.List {
		if e.Named && e.Kind == Person && e.Gender == 0 {
			e.Gender = es.ownGender(d, e)
		}
		if !e.Named {
			es.byName[e.Name] = e
		}
	}
	return es
}

// maxToOwn is how many tokens after its person a possessive may stand.
const maxToOwn = 8

// ownGender is the gender that the possessives after a subject tell, "Commander Brandt
// said her crews had left": 0 if there are none, or both.
func (es *Entities) ownGender(d *Doc, e *Entity) byte {
	var g byte
	for i := range e.Mentions {
		m := &e.Mentions[i]
		if !m.Subject || d.closesApposition(m.B) { // The envoy, Ola Lind, called her remarks a threat
			continue
		}
		for k := m.B; k < m.B+maxToOwn && k < len(d.Tokens) && d.Tokens[k].Sent == d.Tokens[m.A].Sent; k++ {
			x := byte(0)
			switch d.low(k) {
			case "her":
				if isNoun(d.tagOf(k+1)) || d.tagOf(k+1) == "JJ" || d.tagOf(k) == "PRP$" {
					x = 'f'
				}
			case "herself":
				x = 'f'
			case "his", "himself":
				x = 'm'
			}
			if o := es.at[k]; o != nil && o != e && o.Kind == Person {
				break
			}
			if x != 0 && g != 0 && x != g {
				return 0
			}
			if x != 0 {
				g = x
				break
			}
		}
	}
	return g
}

// nameRun is a run of capitalised words that may be a name, with what stands
// around it.
type nameRun struct {
	a, b   int
	roles  []string
	gender byte // of a title: Mr, Ms
	titled bool
	body   bool // introduced as a body: "the aid group", "the airline"
	places bool // introduced by "in", "at", …

	dateline bool // begins a paragraph as the place it was written at
}

// particles join the parts of names.
var particles = set(`de del della di da dos du van von der den ter la le el al bin ibn ben abu bint ul ud os`)

// notNames are capitalised words that begin sentences and headings but no name.
var notNames = set(`i the a an in on at but and he she they it this that these those we you his her their our its my your after before when while as if
 for from with by to of however meanwhile both some many there what who how why not no one two three four five six seven eight nine ten according
 monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
 photo video image read more full text watch related breaking live update exclusive yes okay well so then also still
 earlier later asked speaking reporting n't 's jan. feb. aug. sept. oct. nov. dec.`)

// nameRuns lists the candidates in text order.
func (d *Doc) nameRuns() []nameRun {
	lowers := map[string]bool{} // words that the text also writes small
	inside := map[string]bool{} // words that it capitalises inside a sentence
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch {
		case t.Kind != Word:
		case !t.Upper:
			lowers[t.Lower] = true
		case i+1 < len(d.Tokens) && d.Tokens[i+1].Upper && d.Tokens[i+1].Kind == Word && strings.Contains(d.Tokens[i+1].Text, "-"): // Park Dae-ho
			inside[t.Lower] = true
		case i > 0 && d.Tokens[i-1].Sent == t.Sent && d.Tokens[i-1].Kind != Mark:
			inside[t.Lower] = true
		}
	}
	var out []nameRun
	for i := 0; i < len(d.Tokens); {
		if !d.Tokens[i].Upper || d.Tokens[i].Kind != Word {
			i++
			continue
		}
		j := d.runEnd(i)
		if r, ok := d.nameIn(i, j, lowers, inside); ok && !d.inByline(i) {
			r.dateline = d.inDateline(j)
			out = append(out, r)
		}
		i = j
	}
	return out
}

// runEnd returns the end of the run of capitalised words that begins at i.
func (d *Doc) runEnd(i int) int {
	j := i
	for ; j < len(d.Tokens) && d.Tokens[j].Sent == d.Tokens[i].Sent; j++ {
		t := &d.Tokens[j]
		if t.Upper && t.Kind == Word || t.Text == "&" {
			continue
		}
		next := j+1 < len(d.Tokens) && d.Tokens[j+1].Upper
		prev := d.low(j - 1)
		if j > i && next && (particles[t.Lower] || (t.Lower == "of" || t.Lower == "for") && (organisations[prev] || titles[prev] || prev == "secretary" || prev == "minister")) {
			continue
		}
		if j > i && d.bodyOf(j) {
			continue
		}
		break
	}
	return j
}

// bodyOf reports that token j is the "of" of an office, "Chief of Staff", or the "of
// the" of a body, "the General Staff of the Armed Forces": the name goes on.
func (d *Doc) bodyOf(j int) bool {
	switch d.low(j) {
	case "of":
		prev := d.low(j - 1)
		if j+2 < len(d.Tokens) && d.low(j+1) == "the" && d.Tokens[j+2].Upper && d.Tokens[j+2].Sent == d.Tokens[j].Sent {
			return organisations[prev] || prev == "staff"
		}
		return (roles[prev] || isPersonNoun(prev)) && roleFields[d.low(j+1)] && d.Tokens[j+1].Upper
	case "the":
		return d.low(j-1) == "of" && d.bodyOf(j-1)
	}
	return false
}

// nameIn takes titles, nations and words of the sentence off a run.
func (d *Doc) nameIn(i, j int, lowers, inside map[string]bool) (nameRun, bool) {
	r := nameRun{a: i, b: j}
	first := d.Sentences[d.Tokens[i].Sent].A == i || i > 0 && d.Tokens[i-1].Kind == Mark
	for r.a < r.b {
		l := d.low(r.a)
		common := first && r.a == i && lowers[l] && !titles[l] && firstName(l) == 0
		if !notNames[l] && !(common && (r.b-r.a > 1 || d.tagOf(r.a) != "NNP")) && !(first && r.a == i && r.b-r.a == 1 && !inside[l] && d.plainWord(i)) {
			break
		}
		r.a++
	}
	if d.English() {
		d.leadingRoles(&r)
	} else {
		d.foreignRole(&r)
	}
	d.rolesBefore(&r, i)
	for r.b > r.a && notNames[d.low(r.b-1)] {
		r.b--
	}
	if r.b-r.a < 1 || r.b-r.a > 6 {
		return r, false
	}
	p := d.low(r.a - 1)
	r.places = p == "in" || p == "at" || p == "near" || p == "from"
	return r, true
}

// plainWord reports whether a capitalised first word of a sentence is no name by
// its tag.
func (d *Doc) plainWord(i int) bool {
	switch d.tagOf(i) {
	case "NNP", "NNPS":
		return false
	}
	_, _, nation := nationKey(d.low(i))
	return !nation
}

// nouns reports whether a word is a common noun or a name of an organisation.
func nouns(low string) bool { return commonNoun(low) || organisations[low] }

// leadingRoles takes titles and nations off the front: "French President".
func (d *Doc) leadingRoles(r *nameRun) {
	org := organisations[d.low(r.b-1)]
	for r.a < r.b {
		l := d.low(r.a)
		key := nationOf(&d.Tokens[r.a])
		next := d.low(r.a + 1)
		prev := d.low(r.a - 1)
		switch {
		case strings.HasSuffix(l, "-born") && r.a+2 < r.b: // Kenyan-born Ruth Chebet
		case org && !r.titled && !titles[l], l == "general" && generalBodies[next]:
			return
		case r.a+2 < r.b && firstName(l) == 0 && agentNoun(l) && (firstName(next) != 0 || nationOf(&d.Tokens[r.a+1]) != "" && titles[d.low(r.a+2)]) && !organisations[l], // Volcanologist Ana Lind
			r.a+3 < r.b && isPersonNoun(l) && next == "of" && roleFields[d.low(r.a+2)]: // Superintendent of Police Ola Lind
			r.titled = true
			r.roles = append(r.roles, l)
		case titles[l] || roles[l] && r.a+1 < r.b && !organisations[l] && !(singular(l) != l && firstName(next) == 0 && r.b-r.a == 2), // not Medics Abroad
			r.a+2 < r.b && titles[next] && firstName(l) == 0 && key == "",                                     // Home Secretary
			r.a+2 < r.b && isPersonNoun(l) && commonNoun(l) && firstName(l) == 0 && !nouns(next) && key == "": // Organiser Ola Lind
			switch strings.TrimSuffix(l, ".") {
			case "mr", "sir":
				r.gender = 'm'
			case "mrs", "ms", "miss", "dame":
				r.gender = 'f'
			}
			r.titled = true
			r.roles = append(r.roles, strings.TrimSuffix(l, "."))
		case key != "" && r.a+1 < r.b && (titles[next] || roles[next] || d.tagOf(r.a) == "JJ"):
			r.roles = append(r.roles, key)
		case r.titled && (l == "of" || l == "for"), r.titled && (prev == "of" || prev == "for") && (organisations[l] || roleFields[l]):
		default:
			return
		}
		r.a++
	}
}

// foreignRole takes a role off the front of a name in other languages: a word in
// capitals before a first name (Hafenchef Jens Holm), or a word that begins the
// sentence before two more.
func (d *Doc) foreignRole(r *nameRun) {
	for k := r.a + 1; k < r.b-1; k++ {
		if firstName(d.low(k)) != 0 && firstName(d.low(r.a)) == 0 {
			r.a, r.titled = k, true
			return
		}
	}
	if r.b-r.a == 3 && d.begins(r.a) && firstName(d.low(r.a)) == 0 && !patronymic(d.low(r.a+1)) {
		r.a++
		r.titled = true
	}
}

// patronymic reports whether a word is a father's name in Ukrainian or Russian: a
// first name stands before it, no role.
func patronymic(low string) bool {
	for _, s := range []string{"ович", "евич", "йович", "івна", "ївна", "овна", "евна"} {
		if strings.HasSuffix(low, s) {
			return true
		}
	}
	return false
}

// generalBodies make "general" part of a body's name.
var generalBodies = set(`staff assembly council secretariat directorate command court hospital electric motors`)

// roleFields follow "of" in a title: Secretary of State.
var roleFields = set(`police army navy prisons transport finance agriculture culture foreign state defense defence war treasury interior commerce labor energy education justice staff security health homeland transportation`)

// rolesBefore reads small words before the name: "foreign policy adviser, Emmanuel
// Bonne", "chief executive Tim Cook".
func (d *Doc) rolesBefore(r *nameRun, i int) {
	for k := i - 1; k >= 0 && k > i-6 && d.Tokens[k].Sent == d.Tokens[i].Sent; k-- {
		t := &d.Tokens[k]
		if t.Text == "," && k == i-1 && roles[d.low(k-1)] {
			continue
		}
		if t.Kind != Word {
			return
		}
		key := nationOf(t)
		switch {
		case k == i-1 && bodies[t.Lower]:
			r.body = true
			return
		case key != "":
			r.roles = append(r.roles, key)
		case roles[t.Lower] || titles[t.Lower] || isPersonNoun(t.Lower):
			r.roles = append(r.roles, t.Lower)
			r.titled = r.titled || k == i-1
		case t.Tag == "JJ" || t.Tag == "NN" || t.Tag == "VBN" || t.Tag == "POS":
		default:
			return
		}
	}
}

// bodies are nouns before a name that is no person's. Compiled by hand.
var bodies = set(`group charity airline company firm bank carmaker retailer operator newspaper agency think-tank party union club chipmaker manufacturer insurer supermarket ministry watchdog coalition`)

// settle decides kind and gender from what was gathered.
func (e *Entity) settle() {
	if e.male > e.female {
		e.Gender = 'm'
	} else if e.female > e.male {
		e.Gender = 'f'
	}
	slices.Sort(e.Roles)
	e.Roles = slices.Compact(e.Roles)
}
