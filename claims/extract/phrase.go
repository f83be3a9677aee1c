package extract

import "strings"

// phrase is a noun phrase: items [a, b) of a frame; a < 0 is none.
type phrase struct{ a, b int }

var noPhrase = phrase{-1, -1}

func (p phrase) ok() bool { return p.a >= 0 }

// tokens returns the phrase's tokens.
func (f *frame) tokens(p phrase) (a, b int) {
	if !p.ok() {
		return -1, -1
	}
	return f.items[p.a].tok, f.last(p.b-1) + 1
}

// nounish reports whether item k can stand inside a noun phrase.
func (f *frame) nounish(k int) bool {
	t := f.token(k)
	if t == nil {
		return false
	}
	switch t.Tag {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "JJR", "CD", "DT", "PRP$", "POS", "PDT", "$", "FW":
		return true
	}
	if t.Upper && t.Tag == "RB" && k > 0 { // "Medics Abroad said"
		p := f.tag(k - 1)
		return f.upper(k-1) && (p == "NNPS" || p == "NNS" || p == "NNP") && !adverbs[t.Lower]
	}
	return t.Kind == Num || t.Upper && t.Kind == Word && isVerb(t.Tag) && !auxiliaries[t.Lower] // "Cook said"
}

// heads reports whether item k can be the last word of a noun phrase.
func (f *frame) heads(k int) bool {
	t := f.token(k)
	return t != nil && f.nounish(k) && t.Tag != "DT" && t.Tag != "PRP$" && t.Tag != "POS" && t.Tag != "PDT"
}

// isPersonal reports whether item k is a personal pronoun that can be a subject.
func (f *frame) isPersonal(k int) bool { l := f.low(k); return pronouns[l] || f.tag(k) == "PRP" }

// agentive reports whether a noun can name somebody who speaks.
func agentive(low string) bool {
	c := nounClass(low)
	return roles[low] || nounLike[low] || titles[low] || strings.ContainsAny(c, "pg") || organisations[low]
}

// before returns the noun phrase that ends just before item k.
func (f *frame) before(k int) phrase {
	j := k - 1
	if j < 0 || f.quoted(j) {
		return noPhrase
	}
	l := f.low(j)
	if l == ")" { // Lind (Norrby)
		for m := j - 1; m > 0 && m > j-8; m-- {
			if f.low(m) == "(" {
				if p := f.before(m); p.ok() {
					return phrase{p.a, k}
				}
				break
			}
		}
		return noPhrase
	}
	if f.isPersonal(j) || l == "who" {
		return phrase{j, k}
	}
	if vagueHeads[l] && (f.tag(j) == "DT" || f.tag(j) == "NN" || f.tag(j) == "JJ" || f.tag(j) == "PDT" || f.tag(j) == "NNS" || f.tag(j) == "JJR" || f.tag(j) == "CD" || f.tag(j) == "RB") {
		a := j
		for a > 0 && (f.low(a-1) == "no" || f.low(a-1) == "each" || f.low(a-1) == "the") {
			a--
		}
		return phrase{a, k}
	}
	if f.tag(j) == "VBN" && (f.low(j-1) == "those" || f.tag(j-1) == "NNS") && !f.upper(j) { // those surveyed
		if p := f.before(j); p.ok() {
			return phrase{p.a, k}
		}
		return noPhrase
	}
	if !f.heads(j) {
		return noPhrase
	}
	a := j
	for a >= 0 && !f.quoted(a) {
		if f.nounish(a) {
			if a < j && f.tag(a) == "NNS" && !f.upper(a) && f.upper(a+1) {
				break // told aides Lind had left
			}
			if determiner(f.tag(a)) && f.low(a) != "all" && f.low(a) != "both" {
				if n := f.attachesLeft(a - 1); n >= 0 {
					a = n
					continue
				}
				a--
				if f.tag(a) == "PDT" || f.low(a) == "all" || f.low(a) == "both" || f.low(a) == "half" {
					a--
				}
				break
			}
			a--
			continue
		}
		if f.low(a) == "&" || f.low(a) == "/" {
			a--
			continue
		}
		if n := f.attachesLeft(a); n >= 0 {
			a = n
			continue
		}
		if f.joins(a) {
			a--
			continue
		}
		if n := f.participleInside(a); n > 0 {
			a -= n
			continue
		}
		break
	}
	a++
	return f.trimLeft(phrase{a, k})
}

// climb returns the phrase that p only ends: "protesters marching through the
// streets", "one of the doctors who signed the letter". p stands right before a
// verb, so what precedes it as preposition or verb belongs to the subject too.
func (f *frame) climb(p phrase) phrase {
	if q := f.beforeRelative(p); q.ok() {
		return q
	}
	for range 4 {
		k := p.a - 1
		var q phrase
		switch tg := f.tag(k); {
		case prepositions[f.low(k)]:
			q = f.before(k)
			if postAdjectives[f.low(k-1)] { // a source close to the company
				q = f.before(k - 1)
			}
			if !q.ok() {
				q = f.reducedRelative(k)
			}
			if !q.ok() && (f.tag(k-1) == "VBG" || f.tag(k-1) == "VBN" || f.tag(k-1) == "VBD" && !agent(f, p)) {
				q = f.before(k - 1)
			}
		case tg == "VBG":
			q = f.before(k)
		case isFinite(tg) && (f.low(k-1) == "who" || f.low(k-1) == "that" || f.low(k-1) == "which"):
			q = f.before(k - 1)
		default:
			return p
		}
		if !q.ok() || f.isPersonal(q.a) || f.timePhrase(q) {
			return p
		}
		if agent(f, q) || !agent(f, p) {
			p = phrase{q.a, q.b}
			continue
		}
		return p
	}
	return p
}

// reducedRelative is what a relative clause without its pronoun belongs to, whose
// verb or stranded preposition ends before item k: "an official she spoke to".
func (f *frame) reducedRelative(k int) phrase {
	j := k - 1
	if prepositions[f.low(j)] {
		j--
	}
	if !isFinite(f.tag(j)) {
		return noPhrase
	}
	for j--; auxiliaries[f.low(j)] || adverbs[f.low(j)]; j-- {
	}
	if !f.isPersonal(j) || f.low(j) == "who" {
		return noPhrase
	}
	if q := f.before(j); q.ok() && agent(f, q) {
		return q
	}
	return noPhrase
}

// postAdjectives stand after the noun they describe.
var postAdjectives = set(`close familiar responsible loyal opposed near present aware involved associated linked connected sympathetic critical supportive
 knowledgeable allied`)

// maxRelative is how many items a relative clause may have between its pronoun and
// its last phrase.
const maxRelative = 16

// beforeRelative returns what a relative clause that p ends belongs to: "officials
// who spoke with the Post", "groups that have endorsed him".
func (f *frame) beforeRelative(p phrase) phrase {
	finite := false
	for k := p.a - 1; k > 0 && k > p.a-maxRelative && !f.quoted(k); k-- {
		l := f.low(k)
		if l == "," || l == ";" || l == ":" {
			break
		}
		finite = finite || isFinite(f.tag(k)) || auxiliaries[l]
		if l != "who" && l != "that" && l != "which" {
			continue
		}
		v := k + 1
		for v < p.a && (adverbs[f.low(v)] || f.tag(v) == "RB") {
			v++
		}
		if !finite || !isFinite(f.tag(v)) && !auxiliaries[f.low(v)] {
			break
		}
		if q := f.before(k); q.ok() && !f.isPersonal(q.a) && (l != "that" || f.namesAgent(q)) {
			return phrase{q.a, q.b}
		}
		break
	}
	return noPhrase
}

// objectPronouns cannot be subjects.
var objectPronouns = set(`him them us me himself herself themselves itself whom`)

// prepositions that can join a phrase to the subject before it.
var prepositions = set(`of to in at on from with by for about against among between during over near under into through including behind across inside outside around within`)

func determiner(tag string) bool { return tag == "DT" || tag == "PRP$" }

// attachesLeft reports, by the item before it, whether the preposition at k joins
// a noun phrase to what follows: "head of", "spokesman for". It returns that item,
// -1 if the preposition does not attach.
func (f *frame) attachesLeft(k int) int {
	switch f.low(k) {
	case "of":
		if isNoun(f.tag(k-1)) && !timeWords[f.low(k-1)] || vagueHeads[f.low(k-1)] || f.tag(k-1) == "CD" || f.low(k-1) == "percent" || f.low(k-1) == "%" {
			return k - 1
		}
	case "for", "at", "from", "with", "in", "to", "on":
		if isNoun(f.tag(k-1)) && (f.low(k) == "for" || agentive(f.low(k-1))) && !timeWords[f.low(k-1)] && !f.upperName(k-1) {
			return k - 1
		}
	}
	return -1
}

// upperName reports whether item k is a proper name rather than a capitalised
// role ("Secretary of State").
func (f *frame) upperName(k int) bool {
	return f.upper(k) && !agentive(f.low(k))
}

// joins reports whether the "and" at k joins two names or two roles.
func (f *frame) joins(k int) bool {
	if l := f.low(k); l != "and" && l != "or" || f.token(k-1) == nil {
		return false
	}
	return isNoun(f.tag(k-1)) && f.nounish(k+1) && (f.upper(k-1) == f.upper(k+1) || agentive(f.low(k-1)))
}

// participleInside reports how many items a participle or adverb between
// determiner and noun takes: "the recently elected mayor".
func (f *frame) participleInside(k int) int {
	for n := 1; n <= 3; n++ {
		switch f.tag(k - n + 1) {
		case "VBN", "VBG", "RB", "HYPH", "RBS", "RBR":
			if determiner(f.tag(k - n)) {
				return n
			}
			continue
		}
		break
	}
	return 0
}

// trimLeft takes off what a leftward scan gathered too much.
func (f *frame) trimLeft(p phrase) phrase {
	for p.a < p.b-1 {
		l, next := f.low(p.a), f.low(p.a+1)
		switch {
		case l == "that" && (f.upper(p.a+1) || f.tag(p.a) == "IN"), f.tag(p.a) == "POS", l == "&", l == "and", l == "or":
		case (timeWords[l] || l == "last" || l == "this") && f.upper(p.a+1) && !weekdays[next]:
		default:
			return p
		}
		p.a++
	}
	return p
}

// trimTime takes off when somebody speaks: "the ministry on Saturday", "a spokesman
// late Tuesday".
func (f *frame) trimTime(p phrase) phrase {
	b := p.b
	for b-1 > p.a && (f.isTime(b-1) || f.tag(b-1) == "CD" && monthNames[f.low(b-2)]) {
		b--
	}
	if b == p.b {
		return p
	}
	for b-1 > p.a && timeLeads[f.low(b-1)] {
		b--
	}
	if b-1 == p.a && determiner(f.tag(p.a)) || !f.heads(b-1) {
		return p
	}
	p.b = b
	return p
}

// timeLeads are the words before a word of time.
var timeLeads = set(`on in late early this last next earlier later`)

// after returns the noun phrase that begins at item k.
func (f *frame) after(k int) phrase {
	if k >= f.n() || f.quoted(k) {
		return noPhrase
	}
	if f.isPersonal(k) {
		return phrase{k, k + 1}
	}
	noun := false
	j := k
	for ; j < f.n() && !f.quoted(j); j++ {
		if noun && (f.tag(j) == "DT" || f.tag(j) == "PRP$" || f.tag(j) == "PDT") {
			break
		}
		if f.nounish(j) {
			if noun && (weekdays[f.low(j)] || monthNames[f.low(j)] && f.upper(j) || f.low(j) == "last" || f.low(j) == "today" || f.low(j) == "yesterday" || f.low(j) == "this") {
				break
			}
			noun = noun || isNoun(f.tag(j)) || vagueHeads[f.low(j)] || f.tag(j) == "CD"
			continue
		}
		if !noun && j == k && vagueHeads[f.low(j)] {
			noun = true
			continue
		}
		if !noun && (f.tag(j) == "RB" || f.tag(j) == "VBN" || f.tag(j) == "VBG" || f.tag(j) == "RBS") && j > k {
			continue
		}
		if noun && f.attachesRight(j) || noun && f.low(j) == "and" && f.upper(j-1) && f.upper(j+1) && isNoun(f.tag(j+1)) {
			continue
		}
		break
	}
	for j > k && !f.heads(j-1) && !vagueHeads[f.low(j-1)] {
		j--
	}
	if !noun || j == k {
		return noPhrase
	}
	return phrase{k, j}
}

// attachesRight reports whether the preposition at k continues the noun phrase
// before it.
func (f *frame) attachesRight(k int) bool {
	if !f.nounish(k+1) || timeWords[f.low(k+1)] {
		return false
	}
	switch f.low(k) {
	case "of", "&":
		return true
	case "for", "at", "from", "with":
		return agentive(f.low(k - 1))
	}
	return false
}

// isWord reports whether item k is a word or number.
func (f *frame) isWord(k int) bool {
	t := f.token(k)
	return t != nil && (t.Kind == Word || t.Kind == Num)
}

// Titles stand before names; roles and organisations name those who speak. The
// WordNet classes in nouns.txt know most; these are what it lacks or has under
// another first sense. Compiled by hand.
var (
	titles = set(`mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister pope cardinal archbishop bishop rabbi imam sheikh
	 mr. mrs. ms. mx. dr. prof. rev. fr. st. hon. gen. lt. col. maj. sgt. capt. cmdr. adm. brig. gov. sen. rep. pres. sec. amb. det. supt. insp.
	 gen general lt lieutenant col colonel maj major sgt sergeant capt captain cmdr commander adm admiral brig brigadier cpl corporal pvt private
	 marshal constable magistrate chaplain canon dean warden
	 president vice-president ex-president vice prime minister premier chancellor king queen prince princess emir sultan secretary governor gov
	 mayor senator sen rep representative congressman congresswoman councillor councilman councilwoman alderman ambassador envoy judge justice
	 chief sheriff detective officer inspector superintendent attorney counsel speaker leader former deputy acting chairman chairwoman chair
	 ceo cfo coach economist analyst spokesman spokeswoman spokesperson director editor author actor actress singer doctor nurse engineer
	 candidate nominee opposition foreign defence defense interior finance health`)
	roles = set(`president leader minister premier chancellor king queen envoy ambassador diplomat spokesman spokeswoman spokesperson official officials
	 authority authorities secretary chief head governor mayor senator congressman congresswoman representative lawmaker lawmakers mp mps general
	 commander officer officers police army military ministry government department agency office court judge prosecutor prosecutors lawyer lawyers
	 attorney attorneys analyst analysts expert experts economist economists professor researcher researchers scientist scientists author authors
	 doctor doctors medic medics nurse paramedic paramedics witness witnesses resident residents survivor survivors activist activists campaigner
	 campaigners campaign candidate candidates nominee opposition rebels militants group groups organisation organization company firm bank union
	 party committee council commission panel board report study survey poll polls statement source sources adviser advisers advisor advisors aide
	 aides coach manager director chairman chairwoman ceo founder executive executives reporter reporters journalist journalists correspondent
	 anchor host editor editors critics critic supporters supporter opponents people person man woman men women boy girl mother father brother sister
	 son daughter husband wife neighbour neighbours neighbor neighbors friend friends relative relatives family families teacher teachers student
	 students worker workers driver pilot captain soldier soldiers civilians farmers farmer businessman billionaire tycoon mogul republican
	 republicans democrat democrats conservatives liberals voters voter strategist strategists pollster pollsters advocate advocates pope bishop
	 archbishop imam rabbi pastor priest sheriff detective investigators investigator rescuers firefighters newspaper paper outlet outlets network
	 channel station magazine website broadcaster media administration kremlin pentagon house congress parliament senate cabinet embassy delegation
	 team service services coalition alliance force forces fund foundation charity institute university school hospital airline airport data figures
	 documents document records record filing lawsuit complaint indictment letter memo email emails tweet post article story book law bill rule
	 constitution ruling headline placard banner poster sign billboard sticker leaflet flyer plaque inscription graffiti column op-ed editorial analysis review research numbers statistics model models forecast forecasters observers
	 rumors reports press times insiders allies ally rival rivals colleagues colleague partner partners owner owners side sides`)
	organisations = set(`ministry department agency university college institute bank party council committee commission corporation corp corp. inc inc.
	 ltd ltd. llc plc group company association union federation organization organisation army police navy force forces guard service office court
	 house senate congress parliament cabinet administration campaign foundation fund center centre school hospital times post journal news network
	 press radio tv television magazine herald tribune telegraph guardian bbc cnn reuters authority bureau board embassy coalition alliance league
	 club team airline airlines airways museum church society trust partners capital securities research laboratory lab nations state states pentagon
	 kremlin observatory watch international nato eu un fbi cia nsa ap afp hamas hezbollah isis isil unicef who wfp unhcr ocha idf interpol europol
	 opec google facebook twitter microsoft apple amazon democrats republicans conservatives labour greens tories`)
)
