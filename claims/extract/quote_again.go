package extract

import "strings"

// Organisations and people called again by what they are: "the group said", "the
// French leader".

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

// group is an unnamed body that spoke, for "it" and "they" to refer to.
func (es *Entities) group(words string) *Entity {
	if e := es.byName[words]; e != nil {
		return e
	}
	e := &Entity{Name: words, Kind: Organisation}
	es.byName[words] = e
	return e
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
