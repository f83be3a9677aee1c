package extract

import (
	"strings"
	"sync"
)

// phrasalTable lists verbs that are verbs of speech only with their particle, in
// the notation of cueTable. Compiled by hand.
const phrasalTable = `
shoot_back S
fire_back S
hit_back S:at,against
push_back S:on,against
snap_back S
write_back TS
come_back S
chime_in TS
weigh_in S:on
cut_in S
jump_in S
break_in S
butt_in S
kick_in S
throw_in S
lash_out S:at,against
cry_out S:for
call_out SN
blurt_out TS
spell_out TN
let_slip T
put_it S
make_clear TQ
make_plain TQ
make_known TQ
carry_on S
press_on S
speak_up S:for,about
speak_out S:against,for,about,on
open_up S:about
sum_up S
sum_it S
own_up S:to
play_down N
brush_off N
brush_aside N
shrug_off N
wave_off N
laugh_off N
lay_out NQ
set_out NQ
rule_out N
hit_out S:at,against
talk_up N
single_out N:for
`

// phrasalIrregular are the forms that inflection misses.
var phrasalIrregular = map[string][]string{"shoot": {"shot"}, "hit": {"hit", "hitting"}, "write": {"wrote", "written"}, "come": {"came"}, "cut": {"cut", "cutting"},
	"break": {"broke", "broken"}, "throw": {"threw"}, "let": {"let", "letting"}, "put": {"put", "putting"}, "make": {"made"}, "lay": {"laid"}, "set": {"set", "setting"}, "speak": {"spoke", "spoken"},
	"cry": {"cried"}, "spell": {"spelt"}, "sum": {"summed", "summing"}, "snap": {"snapped", "snapping"}}

// phrasalForms maps a form and its particle, joined by a space, to the verb.
var phrasalForms = sync.OnceValue(func() map[string]*cueVerb {
	m := map[string]*cueVerb{}
	for line := range strings.Lines(phrasalTable) {
		words, classes, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			continue
		}
		verb, particle, _ := strings.Cut(words, "_")
		classes, preps, _ := strings.Cut(classes, ":")
		v := &cueVerb{lemma: verb + " " + particle}
		for _, c := range classes {
			v.uses |= useLetters[c]
		}
		if preps != "" {
			v.preps = strings.Split(preps, ",")
		}
		for _, f := range append(inflect(verb), phrasalIrregular[verb]...) {
			m[f+" "+particle] = v
		}
	}
	return m
})

// phrasalFirst are the first words of phrasalForms, so that most tokens need one
// look-up.
var phrasalFirst = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for f := range phrasalForms() {
		first, _, _ := strings.Cut(f, " ")
		m[first] = true
	}
	return m
})

// phrasalAt returns the phrasal verb of speech at item k, nil if there is none.
func (f *frame) phrasalAt(k int) *cueVerb {
	l := f.low(k)
	if !phrasalFirst()[l] {
		return nil
	}
	if n := f.low(k + 1); n != "" {
		if n == "it" && phrasalForms()[l+" it"] == nil { // made it clear
			n = f.low(k + 2)
		}
		return phrasalForms()[l+" "+n]
	}
	return nil
}
