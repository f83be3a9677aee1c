package extract

import (
	"strings"

	"stet/claims"
)

// markRepeats marks the figures that tell again what the text told before: "the
// six priests" after "six priests were killed", "Lind was shot dead" after "Ola
// Lind, the mayor, was murdered". News tells the same victims in the lead, in the
// body and in the background; whoever adds figures up or compares texts needs
// each of them once.
func markRepeats(figs []Figure) {
	seen := make([]victims, 0, len(figs))
	var last []string // the last single victim with a name
	for i := range figs {
		v := victimsOf(&figs[i])
		if v.f.Implied && len(v.words) == 0 {
			v.words = last
		}
		if v.f.Implied && v.f.named {
			last = v.words
		}
		for k := len(seen) - 1; k >= 0 && !figs[i].Repeats; k-- {
			figs[i].Repeats = v.repeat(&seen[k])
		}
		if len(seen) < maxVictims {
			seen = append(seen, v)
		}
	}
	for i := range seen {
		if f := seen[i].f; f.shot && f.Outcome == claims.Injured && diedToo(seen, i) {
			f.Outcome, f.Repeats = claims.Killed, true
		}
	}
}

// diedToo reports whether those who were shot by seen[i] are told to be dead
// elsewhere: "two reporters were shot" of "the death of two reporters".
func diedToo(seen []victims, i int) bool {
	v := &seen[i]
	if v.f.Implied && !v.f.named || !v.f.Implied && (v.head == "" || anyone[v.head]) {
		return false
	}
	for k := range seen {
		if g := seen[k].f; k != i && g.Outcome == claims.Killed && g.Value == v.f.Value && (v.same(&seen[k]) || k > i && seen[k].same(v)) {
			return true
		}
	}
	return false
}

// maxVictims bounds the figures that later ones are compared with, so that time
// stays linear; no article of the development sets has a tenth of them.
const maxVictims = 200

// victims is who a figure counts, as far as telling them apart goes.
type victims struct {
	f     *Figure
	words []string // what names or describes them, articles, titles and modifiers left out
	head  string   // singular noun of a common noun phrase
}

func victimsOf(f *Figure) victims {
	v := victims{f: f}
	if !f.Implied {
		v.head = singular(lastWord(f.Population))
		return v
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(f.Words), func(r rune) bool { return !isLetter(r) && r != '-' && r != '\'' && r != '’' }) {
		if !victimSkip[w] && len(w) > 2 {
			v.words = append(v.words, w)
		}
	}
	if n := len(v.words); n > 0 {
		v.head = singular(v.words[n-1])
	}
	return v
}

// victimSkip are words of a noun phrase that say nothing about who it is.
var victimSkip = set(`the his her their its our your this that these those and who whom was former late another other one two three mr mrs dr san santa del los las von van der bin young old year-old u.s`)

// anyone are nouns that can stand for whoever was told of before.
var anyone = set(`person people victim man woman other member body individual killing murder death fatality life casualty injury hostage captive dead wounded injured`)

// repeat reports whether v tells of the same victims as the earlier figure o.
func (v *victims) repeat(o *victims) bool {
	f, g := v.f, o.f
	if f.Outcome != g.Outcome || f.also || f.Additional || f.past || g.past || f.Value != g.Value {
		return false
	}
	return v.same(o)
}

// same reports whether v and the earlier figure o, of one value, are the same
// victims.
func (v *victims) same(o *victims) bool {
	f, g := v.f, o.f
	if f.Implied {
		return v.sameOne(o)
	}
	if g.Implied || f.Subset != g.Subset || f.Value == 0 || f.event == g.event && f.Sentence == g.Sentence {
		return false
	}
	if f.Range != g.Range && !f.Definite {
		return f.Range.Overlaps(g.Range) && v.head == o.head && f.Range.Mod != claims.Plural
	}
	if f.Range.Mod == claims.Plural && !f.Definite && v.head != o.head {
		return false
	}
	return v.head == o.head || v.head == "" || o.head == "" || anyone[v.head] || anyone[o.head] || f.Definite && !f.possessed
}

// sameOne reports whether two single victims are one.
func (v *victims) sameOne(o *victims) bool {
	f, g := v.f, o.f
	if f.event == g.event && f.Sentence == g.Sentence || !g.Implied && !f.Definite {
		return false
	}
	if len(v.words) == 0 { // he, she
		return true
	}
	for _, w := range v.words {
		for _, x := range o.words {
			if w == x && (!isPerson(w) && nounClass(w) == "" || v.head == o.head && (f.Definite || f.possessed)) {
				return true
			}
		}
	}
	return f.Definite && !f.named
}
