package extract

import "stet/index/source"

// form is how a cue stands to the one who speaks.
type form uint8

const (
	subjectVerb form = iota // Lind said
	inverted                // said Lind
	relative                // Lind, who said
	participle              // , adding that
	coordinated             // … and said
	accordingTo             // according to Lind
	byAgent                 // was told by Lind
	quotedAs                // was quoted as saying
	nominal                 // Lind's claim that
	inWords                 // in Lind's words
	adjectival              // is confident that
	nominalPrep             // Lind's call for
	hedged                  // is expected to, is said to: nobody in particular says so
	asked                   // Asked whether …: nobody in particular asks
)

// cue is a place where somebody is said to say, write or think something.
type cue struct {
	k       int // item of the word that carries the meaning
	from    int // first item of the verb group
	verb    *cueVerb
	form    form
	subject phrase
	subj    source.Span // of the subject; empty: none. Set even if it lies in another frame.
	subjTok int         // its first token
	who     int         // item of the relative pronoun that is the subject, 0: none
	inherit bool        // the subject is an earlier cue's
	compl   int         // first item after the verb and its addressee
	addr    phrase
	via     phrase // who passed it on
	negated bool
	topic   phrase // of a passive: what is spoken of
	unreal  bool   // an infinitive: said to be said, not said
	words   source.Span
}

// outside the verb table: cues that are not verbs.
var (
	accordingVerb = &cueVerb{lemma: "according to", uses: useThat | useSame}
	nominalVerb   = &cueVerb{lemma: "claim", uses: useThat}
	nounVerb      = &cueVerb{lemma: "call", uses: useNoun}
	adjectiveVerb = &cueVerb{lemma: "be", uses: useThat | useBelief}
	colonVerb     = &cueVerb{lemma: ":", uses: useThat | useSame}
	dashVerb      = &cueVerb{lemma: "–", uses: useSame}
	wordsVerb     = &cueVerb{lemma: "in words", uses: useThat | useSame}
)

// cues finds the cues of a frame, from left to right.
func (f *frame) cues() []*cue {
	var cs []*cue
	forms := cueForms()
	for k := range f.items {
		t := f.token(k)
		if t == nil || t.Kind != Word {
			continue
		}
		c := f.otherCue(k)
		if c == nil {
			if v := f.phrasalAt(k); v != nil && (isVerb(t.Tag) || f.afterQuotation(k)) {
				c = f.verbCue(k, v)
			} else if v := forms[t.Lower]; v != nil && f.isCueVerb(k, v) {
				c = f.verbCue(k, v)
			}
		}
		if c != nil {
			cs = append(cs, c)
		}
	}
	f.inheritSubjects(cs)
	out := cs[:0]
	for _, c := range cs {
		if c.subject.ok() && f.speaksForNobody(c) {
			continue
		}
		if c.subject.ok() || c.form == quotedAs || c.form == hedged || c.form == asked {
			c.setSubject(f)
			out = append(out, c)
		}
	}
	return out
}

func (c *cue) setSubject(f *frame) {
	if c.subject.ok() {
		c.subject = f.trimTime(c.subject)
		c.subj = f.span(c.subject.a, max(c.subject.b, c.who+1))
		c.subjTok = f.items[c.subject.a].tok
	}
	if c.words.Empty() {
		c.words = f.span(c.k, c.k+1)
	}
}

// recounting are verbs by which a paper tells what it told before.
var recounting = set(`report write publish reveal note mention`)

// settled are nouns of places that ask and say nothing; their people do.
var settled = set(`town city village neighbourhood neighborhood suburb hamlet street`)

// speaksForNobody reports that what stands as the subject of a cue names no speaker:
// "no group claimed responsibility", "we reported on Monday" in a paper's own words,
// "a town of 48,000 is asking".
func (f *frame) speaksForNobody(c *cue) bool {
	p := c.subject
	switch l := f.low(p.a); {
	case l == "no" && c.verb.can(useNoun) && !c.verb.can(useSame) && p.b-p.a > 1:
		return true
	case l == "no" && c.verb.lemma == "claim":
		return true
	case l == "we" && p.b-p.a == 1:
		return recounting[c.verb.lemma] && c.k == c.from && f.tag(c.k) == "VBD"
	case l == "a" || l == "the" || l == "an":
		h := f.head(p)
		return settled[f.low(h)] && f.low(h+1) == "of" && f.token(h+2) != nil && f.token(h+2).Kind == Num
	}
	return false
}
