package extract

import (
	"sort"
	"strings"

	"stet/index/source"
)

// resolve names the speakers: a pronoun by whom it stands for, a surname by the
// full name, a role by its holder where the text tells.
func (q *quoting) resolve() {
	if len(q.out) == 0 {
		return
	}
	es := q.d.Entities()
	var prev *Entity
	groups := map[string]string{} // head of a group that spoke → its fullest words
	for _, x := range q.out {
		if x.tok < 0 || x.By.Empty() {
			continue
		}
		if e := q.blamed(es, x); e != nil {
			x.Speaker = e.Name
			continue
		}
		a, b := q.d.TokensIn(x.By)
		if x.tokEnd > 0 {
			b = x.tokEnd
		}
		if a >= b {
			x.Speaker = q.d.at(x.By)
			continue
		}
		var e *Entity
		x.Speaker, e = es.speaker(q.d, a, b, prev, groups)
		if e != nil && !x.Scare {
			prev = e
		}
	}
}

// objectCauses are verbs whose object is what a following "after he …" or
// "because she …" explains (implicit causality, Garvey and Caramazza 1974).
var objectCauses = set(`accuse accused accuses accusing criticise criticised criticize criticized criticises criticizes blame blamed blames condemn condemned
 condemns praise praised praises thank thanked thanks denounce denounced denounces slam slammed slams mock mocked mocks attack attacked attacks hail hailed
 rebuke rebuked scold scolded punish punished fire fired sack sacked arrest arrested sue sued congratulate congratulated ridicule ridiculed`)

// blamed resolves "Lind accused Rao of lying after he suggested": the pronoun is
// the accused. It returns nil where the pattern does not hold.
func (q *quoting) blamed(es *Entities, x *found) *Entity {
	d := q.d
	l := d.low(x.tok)
	if l != "he" && l != "she" || x.tok == 0 {
		return nil
	}
	switch d.low(x.tok - 1) {
	case "after", "because", "for", "when":
	default:
		return nil
	}
	start := d.Sentences[d.Tokens[x.tok].Sent].A
	for k := x.tok - 2; k >= start; k-- {
		if !objectCauses[d.low(k)] {
			continue
		}
		for m := k + 1; m < x.tok && m < k+6; m++ {
			if e := es.at[m]; e != nil && e.fits(l, false) {
				return e
			}
		}
	}
	return nil
}

// relayWindow is how many quotes before and after one are looked at for a report it
// stands in.
const relayWindow = 8

// relay marks who passes a quote on: a report inside another's report comes by way
// of whoever tells that, who may have it from somebody else again: "the envoy via
// the Norrby Post".
func (q *quoting) relay() {
	outer := make([]*found, len(q.out))
	for i, x := range q.out {
		if x.CueAt.Empty() || x.frame < 0 {
			continue
		}
		for j := max(0, i-relayWindow); j < min(len(q.out), i+relayWindow+1); j++ {
			o := q.out[j]
			if o == x || o.frame != x.frame || o.belief || o.cue == nil || !o.cue.verb.can(useThat) || o.Scare || o.Speaker == x.Speaker || o.Speaker == "" {
				continue
			}
			if n := o.covers(x.CueAt); n > 0 && (outer[i] == nil || n < outer[i].covers(x.CueAt)) {
				outer[i] = o
			}
		}
	}
	for i, x := range q.out {
		if x.Via != "" || outer[i] == nil {
			continue
		}
		var chain []string
		for o := outer[i]; o != nil && len(chain) < maxChain && o != x && !has(chain, o.Speaker); o = q.outerOf(outer, o) {
			chain = append(chain, o.Speaker)
			if o.cue.via.ok() && o.Via != "" { // Reuters quoted Lind as saying
				chain = append(chain, o.Via)
				break
			}
		}
		x.Via = strings.Join(chain, " via ")
	}
}

// maxChain bounds how many relay a quote; nobody reports at further hand.
const maxChain = 4

// outerOf returns the report that o stands in.
func (q *quoting) outerOf(outer []*found, o *found) *found {
	for i, x := range q.out {
		if x == o {
			return outer[i]
		}
	}
	return nil
}

// covers returns how long the unmarked piece of content is that holds a span, 0 if
// none does.
func (x *found) covers(sp source.Span) int {
	for _, s := range x.segment {
		if !s.marked && s.Contains(sp) {
			return s.Len()
		}
	}
	return 0
}

// speaker resolves the mention of tokens [a, b).
func (es *Entities) speaker(d *Doc, a, b int, prev *Entity, groups map[string]string) (string, *Entity) {
	words := strings.Join(strings.Fields(d.at(d.Span(a, b))), " ")
	if b-a == 1 && !d.English() && foreignPronouns[d.low(a)] && prev != nil && prev.Kind == Person {
		return prev.Name, prev
	}
	if b-a == 1 && (pronouns[d.low(a)] || d.tagOf(a) == "PRP") {
		if e := es.pronoun(d, a, prev); e != nil {
			return e.Name, e
		}
		return words, nil
	}
	if e := es.named(d, a, b); e != nil {
		return e.Name, e
	}
	if e := es.byRole(d, a, b); e != nil {
		return e.Name, e
	}
	head := d.headIn(a, b)
	if e := es.begins[a]; e != nil {
		return words, e
	}
	if full, ok := groups[head]; ok && d.low(a) == "the" && b-a <= 3 {
		return full, es.group(full)
	}
	if d.low(a) != "the" || b-a > 2 {
		groups[head] = words
	}
	if names := genericBodies[head]; names != nil && d.low(a) == "the" && b-a == 2 {
		if e := es.lastBody(d, a, prev, names); e != nil {
			return e.Name, e
		}
	}
	if d.low(a) == "the" && b-a == 2 {
		if e := es.organisationWith(head, a); e != nil {
			return e.Name, e
		}
	}
	return words, es.group(words)
}

// genericBodies call again an organisation named before: "the group said". Where a
// word tells the sort, the name must hold one of the words after it; "-" is any
// organisation. Compiled by hand.
var genericBodies = kinds(`
group company firm organisation organization agency body campaign network operator retailer manufacturer chipmaker carmaker automaker airline : -
charity foundation institute : - foundation institute trust society fund centre center
union association : union association federation congress guild workers
party movement : party alliance movement front democrats republicans conservatives liberals greens league
club team side : club united city rovers town athletic fc rangers wanderers
bank lender : bank trust capital savings
newspaper paper daily tabloid broadsheet magazine publisher weekly : daily post times herald tribune telegraph guardian echo gazette news journal mirror mail sun star press courier chronicle observer
 independent globe standard standard express argus mercury examiner sentinel dispatch bugle
broadcaster channel station : radio tv television news network bbc cnn broadcasting channel bbn
regulator watchdog authority : authority commission agency regulator office board
militia : brigade front army movement battalion
league : league association federation
`)

// kinds reads lines "words : words of names".
func kinds(table string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	heads := ""
	for line := range strings.Lines(table) {
		l, names, ok := strings.Cut(line, ":")
		if !ok { // the names of the line before go on
			for h := range strings.FieldsSeq(heads) {
				for n := range strings.FieldsSeq(line) {
					out[h][n] = true
				}
			}
			continue
		}
		heads = l
		for h := range strings.FieldsSeq(l) {
			if out[h] == nil {
				out[h] = map[string]bool{}
			}
			for n := range strings.FieldsSeq(names) {
				out[h][n] = true
			}
		}
	}
	return out
}

// isCalled reports whether an organisation can be called again by a word of
// genericBodies.
func (e *Entity) isCalled(names map[string]bool) bool {
	if names["-"] {
		return true
	}
	for _, p := range e.parts {
		if names[p] {
			return true
		}
	}
	return false
}

// lastBody is the organisation that spoke last, else the one named last.
func (es *Entities) lastBody(d *Doc, a int, prev *Entity, names map[string]bool) *Entity {
	if prev != nil && prev.Named && prev.Kind != Person && prev.Kind != PlaceName && prev.isCalled(names) {
		return prev
	}
	var best *Entity
	at := -1
	for _, e := range es.near(a) {
		if e.Kind != Organisation || !e.isCalled(names) {
			continue
		}
		if i := e.lastBefore(a); i >= 0 && e.Mentions[i].A > at && d.Tokens[a].Para-d.Tokens[e.Mentions[i].A].Para <= maxBack {
			best, at = e, e.Mentions[i].A
		}
	}
	return best
}

// maxNear is how many entities are weighed for one reference: those first named
// last before it. More would make long texts quadratic.
const maxNear = 300

// near returns the entities that a reference at token a may mean.
func (es *Entities) near(a int) []*Entity {
	n := sort.Search(len(es.List), func(i int) bool { return es.List[i].Mentions[0].A >= a })
	return es.List[max(0, n-maxNear):n]
}

// group is an unnamed body that spoke, for "it" and "they" to refer to.
func (es *Entities) group(words string) *Entity {
	if e := es.byName[words]; e != nil {
		return e
	}
	e := &Entity{Name: words, Kind: Organisation}
	es.byName[words] = e
	return e
}

// named returns the entity at the head of a phrase: not a possessor ("Lind's
// office"), not the object of a preposition ("spokesman for Lind"). Of several
// the last counts: "Treasury minister Abel Cruz"; so does a name in apposition:
// "the mayor of Norrby, Ola Lind".
func (es *Entities) named(d *Doc, a, b int) *Entity {
	for k := b - 1; k > a; k-- {
		if d.low(k) != "," {
			continue
		}
		for m := k + 1; m < b && m < k+4 && d.Tokens[m].Upper; m++ { // a title may come first: "the spokesman, Major Alan Pike"
			if e := es.at[m]; e != nil && e.Kind != PlaceName {
				return e
			}
		}
	}
	var last *Entity
	for k := a; k < b; k++ {
		e := es.at[k]
		if e == nil {
			switch d.low(k) {
			case "of", "for", "at", "from", "in", "with", "and", "(", ",", "who", "which", "on", "to":
				if k > a {
					return last // what follows belongs to the head before it
				}
			}
			if last != nil && k == b-1 && !d.Tokens[k].Upper {
				return nil // "US officials", "Trump campaign aides"
			}
			continue
		}
		start, end := k, k
		for end < b && es.at[end] == e {
			end++
		}
		k = end - 1
		switch {
		case end == b && start > a && e.Kind != Person && (d.Tokens[start-1].Text == "’" || d.Tokens[start-1].Text == "'"):
			return nil // the Metalworkers’ Union
		case d.tagOf(end) == "POS" && end < b:
			last = nil
		case e.Kind == PlaceName && end-a > 1 && !d.Tokens[a].Upper && end < b:
		default:
			last = e
		}
	}
	return last
}

// headIn is the word a phrase is about.
func (d *Doc) headIn(a, b int) string {
	for k := a + 1; k < b; k++ {
		switch d.low(k) {
		case "of", "for", "at", "in", "from", "with", "to", "on":
			return d.low(k - 1)
		}
	}
	return d.low(b - 1)
}

// roleClasses group roles that name the same office in other words.
var roleClasses = map[string]string{"president": "leader", "leader": "leader", "chancellor": "leader", "king": "leader", "premier": "leader", "minister": "minister",
	"secretary": "minister", "diplomat": "minister", "envoy": "envoy", "ambassador": "envoy", "billionaire": "tycoon", "tycoon": "tycoon", "businessman": "tycoon",
	"mogul": "tycoon", "businesswoman": "tycoon", "spokesman": "spokes", "spokeswoman": "spokes", "spokesperson": "spokes", "reporter": "press", "journalist": "press",
	"correspondent": "press", "senator": "member", "congressman": "member", "congresswoman": "member", "lawmaker": "member", "mp": "member", "representative": "member",
	"general": "commander", "commander": "commander", "candidate": "candidate", "nominee": "candidate", "adviser": "aide", "advisor": "aide", "aide": "aide",
	"analyst": "analyst", "economist": "analyst", "expert": "analyst", "judge": "judge", "justice": "judge", "lawyer": "lawyer", "attorney": "lawyer", "coach": "coach",
	"manager": "coach", "ceo": "executive", "executive": "executive", "chief": "chief", "chairman": "chair", "chairwoman": "chair", "chair": "chair", "doctor": "doctor",
	"physician": "doctor", "scientist": "scientist", "researcher": "scientist", "professor": "scientist"}

// byRole resolves "the French leader": the person before it in the text whose
// role and nation fit; the nearest if several do.
func (es *Entities) byRole(d *Doc, a, b int) *Entity {
	if d.low(a) != "the" && d.tagOf(a) != "PRP$" || b-a < 2 || b-a > 5 {
		return nil
	}
	head := d.headIn(a, b)
	class := roleClasses[head]
	if !isPersonNoun(head) && class == "" {
		return nil
	}
	nation := ""
	for k := a; k < b; k++ {
		if key := nationOf(&d.Tokens[k]); key != "" {
			nation = key
		}
	}
	var best *Entity
	top := 0
	for _, e := range es.near(a) {
		if e.Kind != Person || !e.Named {
			continue
		}
		score := 0
		for _, r := range e.Roles {
			switch {
			case r == head:
				score = max(score, 3)
			case class != "" && roleClasses[r] == class:
				score = max(score, 2)
			}
		}
		if score == 0 || nation != "" && !has(e.Roles, nation) || genderOf(head) != 0 && e.Gender != 0 && genderOf(head) != e.Gender {
			continue
		}
		near := e.lastBefore(a)
		if near < 0 {
			continue
		}
		if s := score*100_000 - (a - e.Mentions[near].A); best == nil || s > top {
			best, top = e, s
		}
	}
	return best
}

func has(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}

// lastBefore is the index of the last mention before token a, -1 if none.
func (e *Entity) lastBefore(a int) int {
	lo, hi := 0, len(e.Mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if e.Mentions[mid].A < a {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// organisationWith resolves "the ministry" by an organisation named before whose
// name holds the word.
func (es *Entities) organisationWith(head string, a int) *Entity {
	var best *Entity
	at := -1
	for _, e := range es.near(a) {
		if e.Kind != Organisation || !has(e.parts, head) {
			continue
		}
		if i := e.lastBefore(a); i >= 0 && e.Mentions[i].A > at {
			best, at = e, e.Mentions[i].A
		}
	}
	return best
}

// How much speaks for an antecedent of a pronoun. The numbers were set by hand
// and checked on development sets; what counts is their order.
const (
	perParagraph   = 30
	perSentence    = 7
	subjectBonus   = 16
	lastSpoke      = 22
	inQuotation    = 40
	possessor      = 10
	genderKnown    = 10
	nameBonus      = 4
	sameSentence   = 6
	maxBack        = 3 // paragraphs
	inHeadline     = 15
	clauseSubject  = 8
	unnamedPenalty = 12
)

// pronoun resolves he, she, it and they by scoring what was named before.
func (es *Entities) pronoun(d *Doc, a int, prev *Entity) *Entity {
	l := d.low(a)
	if l == "i" || l == "we" || l == "you" || l == "who" {
		return nil
	}
	if (l == "it" || l == "they") && prev != nil && prev.Kind != Person && len(prev.Mentions) == 0 {
		return prev
	}
	var best *Entity
	top := -1 << 30
	for _, e := range es.near(a) {
		if !e.fits(l, e == prev) {
			continue
		}
		for i := e.lastBefore(a); i >= 0 && i > e.lastBefore(a)-6; i-- {
			m := &e.Mentions[i]
			t := &d.Tokens[m.A]
			par := int(d.Tokens[a].Para - t.Para)
			if par > maxBack {
				break
			}
			s := es.antecedent(d, e, m, a) - par*perParagraph
			if e == prev {
				s += lastSpoke
			}
			if s > top {
				top, best = s, e
			}
		}
	}
	if best == nil && (l == "it" || l == "they") && prev != nil && prev.Kind != Person {
		return prev
	}
	return best
}

// fits reports whether a pronoun can stand for the entity.
func (e *Entity) fits(pronoun string, spoke bool) bool {
	switch pronoun {
	case "he", "him", "himself":
		return (e.Kind == Person || spoke && e.Kind == OtherName) && e.Gender != 'f'
	case "she", "her", "herself":
		return (e.Kind == Person || spoke && e.Kind == OtherName) && e.Gender != 'm'
	case "it":
		return e.Kind == Organisation || e.Kind == PlaceName || spoke && e.Kind != Person
	case "they":
		return e.Kind == Organisation || spoke && e.Kind != Person
	}
	return false
}

// antecedent scores one mention, distance in paragraphs aside.
func (es *Entities) antecedent(d *Doc, e *Entity, m *Mention, a int) int {
	t := &d.Tokens[m.A]
	s := -int(d.Tokens[a].Sent-t.Sent) * perSentence
	if t.Sent == d.Tokens[a].Sent {
		s -= sameSentence
	}
	if m.Subject {
		s += subjectBonus
		if m.A == d.Sentences[t.Sent].A || m.A == d.Sentences[t.Sent].A+1 {
			s += clauseSubject
		}
	}
	if t.Mark != 0 {
		s -= inQuotation
	}
	if m.Possessive {
		s -= possessor
	}
	if e.Gender != 0 {
		s += genderKnown
	}
	if e.Named {
		s += nameBonus
	} else {
		s -= unnamedPenalty
	}
	if t.Para == 0 && d.Tokens[a].Para > 0 && len(d.Paragraphs) > 2 && !strings.HasSuffix(d.at(d.Paragraphs[0].Span), ".") {
		s -= inHeadline
	}
	return s - (a-m.A)/12
}
