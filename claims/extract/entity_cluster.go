package extract

import (
	"slices"
	"strings"
)

// clusterer gathers mentions into entities: the same name, a surname after the
// full name, a first name alone where nobody else has it.
type clusterer struct {
	d      *Doc
	es     *Entities
	byWord map[string][]*Entity // entities by first and last word of their name
}

// maxSameWord bounds how many entities that share a word are compared.
const maxSameWord = 12

// add puts a name where it belongs.
func (c *clusterer) add(r *nameRun) {
	d := c.d
	parts := make([]string, 0, r.b-r.a)
	for k := r.a; k < r.b; k++ {
		parts = append(parts, strings.TrimSuffix(d.low(k), "."))
	}
	e := c.match(r, parts)
	if e == nil {
		e = c.newEntity(r, parts)
	}
	switch r.gender {
	case 'm':
		e.male += 3
	case 'f':
		e.female += 3
	}
	if r.titled && e.Kind != Organisation {
		e.Kind = Person
	}
	e.Roles = append(e.Roles, r.roles...)
	e.Roles = append(e.Roles, d.rolesAfter(r)...)
	for _, w := range e.Roles {
		switch genderOf(w) {
		case 'm':
			e.male++
		case 'f':
			e.female++
		}
	}
	m := Mention{A: r.a, B: r.b, Possessive: d.tagOf(r.b) == "POS"}
	m.Subject = d.verbFollows(r.b) || d.low(r.a-1) == "," && d.closesApposition(r.b) // The mayor, Ola Lind, said
	e.Mentions = append(e.Mentions, m)
	for k := r.a; k < r.b; k++ {
		c.es.at[k] = e
	}
}

// match finds the entity a name belongs to: nearest before it among those whose
// name ends (or, for a first name alone, begins) with it.
func (c *clusterer) match(r *nameRun, parts []string) *Entity {
	var best *Entity
	dist := 1 << 30
	last := parts[len(parts)-1]
	list := c.byWord[last]
	// A surname or last word counts before a first one.
	for _, e := range list[max(0, len(list)-maxSameWord):] {
		if !e.sameName(parts) || r.gender == 'm' && e.female > e.male || r.gender == 'f' && e.male > e.female {
			continue
		}
		n := 1 << 29
		if len(parts) == len(e.parts) {
			n = -1
		} else if at := r.a - e.Mentions[0].A; at > 0 {
			n = at
		}
		if n < dist {
			dist, best = n, e
		}
	}
	return best
}

// sameName reports whether parts can name e.
func (e *Entity) sameName(parts []string) bool {
	n, m := len(parts), len(e.parts)
	switch {
	case n == m:
		return slices.Equal(parts, e.parts)
	case n > m || e.Kind == PlaceName:
		return false
	case n == 1 && m <= 3 && e.parts[0] == parts[0] && (firstName(parts[0]) != 0 && e.Kind != Organisation || classOf(parts[0]) == 0 && !isNation(parts[0])):
		return true // Halden of Halden Semi, Maisie of Maisie Clegg
	case n == 1 && m == 2 && e.Kind == Person && e.parts[0] == parts[0] && strings.Contains(e.parts[1], "-"):
		return true // Park of Park Dae-ho: the family name stands first
	case n == 1 && e.Kind == Organisation:
		return false
	}
	return slices.Equal(parts, e.parts[m-n:])
}

func isNation(low string) bool { _, _, ok := nationKey(low); return ok }

// newEntity starts an entity and guesses its kind.
func (c *clusterer) newEntity(r *nameRun, parts []string) *Entity {
	d := c.d
	e := &Entity{Name: d.Text[d.Tokens[r.a].Start:d.Tokens[r.b-1].End], Named: true, parts: parts}
	e.Name = strings.TrimSuffix(strings.Join(strings.Fields(e.Name), " "), "’")
	c.es.List = append(c.es.List, e)
	c.byWord[parts[0]] = append(c.byWord[parts[0]], e)
	if l := parts[len(parts)-1]; l != parts[0] {
		c.byWord[l] = append(c.byWord[l], e)
	}
	org := false
	for _, p := range parts {
		org = org || organisations[p]
	}
	given := firstName(parts[0])
	_, kind, nation := nationKey(strings.Join(parts, " "))
	_, city := cityNamed(strings.Join(parts, " "))
	switch {
	case r.dateline, d.seatOf(r):
		e.Kind = PlaceName
	case r.body:
		e.Kind = Organisation
	case r.titled:
		e.Kind = Person
	case org || len(parts) == 1 && len(parts[0]) <= 5 && e.Name == strings.ToUpper(e.Name) && len(parts[0]) > 1 && !nation:
		e.Kind = Organisation
	case nation && (kind == 'c' || kind == 'k'), city && (r.places || given == 0 || len(parts) == 1):
		e.Kind = PlaceName
	case nation:
		e.Kind = OtherName
	case len(parts) >= 2 && len(parts) <= 4:
		e.Kind = Person
	case given != 0 && !r.places:
		e.Kind = Person
	}
	if e.Kind == Person && (len(parts) > 1 || r.titled && d.givenTitle(r)) && !bothWays[parts[0]] {
		switch given {
		case 'm':
			e.male++
		case 'f':
			e.female++
		}
	}
	return e
}

// seatOf reports a name behind an office that a person in apposition holds: the place
// in "the mayor of Port Brannock, Ana Ruiz,".
func (d *Doc) seatOf(r *nameRun) bool {
	return d.low(r.a-1) == "of" && roles[d.low(r.a-2)] && genderOf(d.low(r.a-2)) == 0 &&
		d.low(r.b) == "," && r.b+2 < len(d.Tokens) && d.Tokens[r.b+1].Upper && d.Tokens[r.b+2].Upper && d.Tokens[r.b+1].Sent == d.Tokens[r.a].Sent
}

// givenTitle reports a title that takes a first name: King Aldous, Sister Anna. After
// any other a lone name is a surname, and tells no gender: Commander Brandt.
func (d *Doc) givenTitle(r *nameRun) bool {
	for _, w := range r.roles {
		if givenTitles[w] {
			return true
		}
	}
	return false
}

var givenTitles = set(`king queen prince princess emperor empress sir dame pope saint sister brother father mother aunt uncle duke duchess imam rabbi sheikh emir sultan`)

// bothWays are first names of men in one country and of women in another, whatever
// the lexicon says of them. Compiled by hand.
var bothWays = set(`ola andrea jan jean kim sasha nikita simone michele gabriele nicola robin laurence ariel noor kiran yuki amal sascha luca misha`)

// verbFollows reports whether a finite verb follows at token k, adverbs and one
// apposition aside.
func (d *Doc) verbFollows(k int) bool {
	if d.low(k) == "," {
		for m := k + 1; m < k+14 && m < len(d.Tokens); m++ {
			if isFinite(d.tagOf(m)) {
				break
			}
			if d.low(m) == "," {
				k = m + 1
				break
			}
		}
	}
	for m := k; m < k+4 && m < len(d.Tokens); m++ {
		switch tg := d.Tokens[m].Tag; {
		case isFinite(tg), auxiliaries[d.Tokens[m].Lower] && d.Tokens[m].Tag != "POS":
			return true
		case tg != "RB":
			return false
		}
	}
	return false
}

// closesApposition reports a comma at token k with a finite verb behind it.
func (d *Doc) closesApposition(k int) bool { return d.low(k) == "," && isFinite(d.tagOf(k+1)) }

// rolesAfter reads an apposition: "Lind, the Swedish envoy,".
func (d *Doc) rolesAfter(r *nameRun) []string {
	if d.low(r.b) != "," || d.Tokens[r.b].Sent != d.Tokens[r.a].Sent {
		return nil
	}
	var out []string
	for k := r.b + 1; k < r.b+10 && k < len(d.Tokens) && d.Tokens[k].Sent == d.Tokens[r.a].Sent; k++ {
		t := &d.Tokens[k]
		if t.Kind != Word && t.Kind != Num || isFinite(t.Tag) || t.Tag == "NNP" && !isRoleOrNation(t) && d.tagOf(k+1) != "POS" {
			break
		}
		if roles[t.Lower] || isPersonNoun(t.Lower) {
			out = append(out, t.Lower)
		}
		if key := nationOf(t); key != "" {
			out = append(out, key)
		}
	}
	return out
}

func isRoleOrNation(t *Token) bool {
	key := nationOf(t)
	return key != "" || roles[t.Lower] || titles[t.Lower]
}

// genderOf is the gender a word for a person tells, 0 if none.
func genderOf(w string) byte {
	switch {
	case femaleWords[w], strings.HasSuffix(w, "woman"), strings.HasSuffix(w, "women"):
		return 'f'
	case maleWords[w], strings.HasSuffix(w, "man") && w != "human" && w != "woman", strings.HasSuffix(w, "men") && w != "women":
		return 'm'
	}
	return 0
}

var (
	femaleWords = set(`queen actress mother wife daughter sister girl lady widow princess aunt grandmother girlfriend mrs ms miss duchess nun heroine waitress hostess`)
	maleWords   = set(`king actor father husband son brother boy gentleman widower prince uncle grandfather boyfriend mr pope imam duke monk sir`)
)

// roles adds people who are called by a role: "the mayor", "the French leader".
// A role of somebody named counts as a mention of them.
func (c *clusterer) roles() {
	d := c.d
	seen := map[string]*Entity{}
	added := map[*Entity][]Mention{} // to those named, whose mentions stay sorted meanwhile
	for i := 0; i < len(d.Tokens); i++ {
		l := d.low(i)
		if l != "the" && l != "a" && l != "an" && d.tagOf(i) != "PRP$" {
			continue
		}
		h, ok := d.roleHead(i)
		if !ok || c.es.at[h+1] != nil && !isFinite(d.tagOf(h+1)) {
			continue
		}
		e := c.predicated(i)
		if e == nil {
			e = c.es.byRole(d, i, h+1)
		} else {
			e.Roles = append(e.Roles, d.low(h))
		}
		if e == nil {
			key := d.at(d.Span(i+1, h+1))
			if e = seen[strings.ToLower(key)]; e == nil {
				e = &Entity{Name: d.roleName(i, h), Kind: Person, Gender: genderOf(d.low(h)), Roles: []string{d.low(h)}}
				seen[strings.ToLower(key)] = e
				c.es.List = append(c.es.List, e)
			}
		}
		m := Mention{A: i, B: h + 1, Subject: d.verbFollows(h + 1), Possessive: d.tagOf(h+1) == "POS"}
		if e.Named {
			added[e] = append(added[e], m)
			continue
		}
		e.Mentions = append(e.Mentions, m)
		c.es.begins[i] = e
	}
	for e, ms := range added {
		e.Mentions = append(e.Mentions, ms...)
		slices.SortFunc(e.Mentions, func(a, b Mention) int { return a.A - b.A })
	}
}

// predicated returns who "was the last minister" is said of: the person who is the
// subject of the form of be before token i.
func (c *clusterer) predicated(i int) *Entity {
	d := c.d
	switch d.low(i - 1) {
	case "is", "was", "became", "remains", "been", "be":
	default:
		return nil
	}
	for k := i - 2; k >= 0 && k > i-30 && d.Tokens[k].Sent == d.Tokens[i].Sent && d.Tokens[k].Mark == d.Tokens[i].Mark; k-- {
		e := c.es.at[k]
		if e == nil || e.Kind != Person {
			continue
		}
		if m := e.lastBefore(k + 1); m >= 0 && (e.Mentions[m].Subject || d.Sentences[d.Tokens[k].Sent].A == e.Mentions[m].A) {
			return e
		}
	}
	return nil
}

// roleHead returns the last token of the noun phrase "the … ROLE" that begins
// with a determiner at i, if its head is a person.
func (d *Doc) roleHead(i int) (int, bool) {
	for k := i + 1; k < i+6 && k < len(d.Tokens) && d.Tokens[k].Sent == d.Tokens[i].Sent; k++ {
		t := &d.Tokens[k]
		if isNoun(t.Tag) && !isNoun(d.tagOf(k+1)) && d.tagOf(k+1) != "POS" {
			return k, isPersonNoun(t.Lower) && t.Tag != "NNS" && (roles[t.Lower] || nounClass(t.Lower)[0] == 'p')
		}
		if !isNoun(t.Tag) && t.Tag != "JJ" && t.Tag != "CD" && t.Tag != "POS" && t.Tag != "VBN" && t.Tag != "HYPH" {
			break
		}
	}
	return 0, false
}

// roleName is the words for somebody called by a role: "of Norrby" included.
func (d *Doc) roleName(i, h int) string {
	end := h + 1
	if d.low(end) == "of" || d.low(end) == "for" {
		k := end + 1
		for k < len(d.Tokens) && k < end+5 && (d.Tokens[k].Upper || d.low(k) == "the") && d.Tokens[k].Kind == Word {
			k++
		}
		if k > end+1 {
			end = k
		}
	}
	return d.at(d.Span(i, end))
}
