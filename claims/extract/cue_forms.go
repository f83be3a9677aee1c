package extract

import (
	"strings"
	"sync"
)

// The forms of the verbs in cueTable, and the nouns and adjectives beside them.

// irregularForms are the forms that the rules of inflection miss.
var irregularForms = map[string]string{
	"said": "say", "told": "tell", "wrote": "write", "written": "write", "swore": "swear", "sworn": "swear", "thought": "think", "felt": "feel",
	"found": "find", "shown": "show", "began": "begin", "begun": "begin", "spoke": "speak", "spoken": "speak", "knew": "know", "known": "know",
	"sang": "sing", "sung": "sing", "understood": "understand", "sought": "seek", "saw": "see", "seen": "see", "foresaw": "foresee", "foreseen": "foresee",
	"heard": "hear", "meant": "mean", "taught": "teach", "learnt": "learn", "dreamt": "dream", "went": "go", "gone": "go", "pled": "plead", "forgot": "forget",
	"forgotten": "forget", "proven": "prove", "besought": "beseech", "bet": "bet",
	"signalled": "signal", "signalling": "signal", "labelled": "label", "labelling": "label", "counselled": "counsel", "counselling": "counsel",
}

// doubled are the verbs whose last consonant doubles: admitted, quipping.
var doubled = set(`admit quip dub slam beg plan chat brag rip refer submit forget begin bet rebut recap rap`)

// cueForms maps every form of the verbs in cueTable to its verb.
var cueForms = sync.OnceValue(func() map[string]*cueVerb {
	m := map[string]*cueVerb{}
	for line := range strings.Lines(cueTable) {
		lemma, classes, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			continue
		}
		classes, preps, _ := strings.Cut(classes, ":")
		v := m[lemma]
		if v == nil {
			v = &cueVerb{lemma: lemma}
		}
		for _, c := range classes {
			v.uses |= useLetters[c]
		}
		if preps != "" {
			v.preps = append(v.preps, strings.Split(preps, ",")...)
		}
		for _, f := range inflect(lemma) {
			m[f] = v
		}
	}
	for form, lemma := range irregularForms {
		if v := m[lemma]; v != nil {
			m[form] = v
		}
	}
	return m
})

// inflect returns the regular forms of an English verb.
func inflect(v string) []string {
	last := v[len(v)-1]
	switch {
	case doubled[v]:
		return []string{v, v + "s", v + string(last) + "ed", v + string(last) + "ing"}
	case last == 'e' && strings.HasSuffix(v, "ee"):
		return []string{v, v + "s", v + "d", v + "ing"}
	case last == 'e':
		return []string{v, v + "s", v + "d", v[:len(v)-1] + "ing"}
	case last == 'y' && !strings.ContainsRune("aeo", rune(v[len(v)-2])):
		return []string{v, v[:len(v)-1] + "ies", v[:len(v)-1] + "ied", v + "ing"}
	case last == 's', last == 'x', strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"):
		return []string{v, v + "es", v + "ed", v + "ing"}
	case last == 'o':
		return []string{v, v + "es", v + "ed", v + "ing"}
	}
	return []string{v, v + "s", v + "ed", v + "ing"}
}

// unmistakable forms count as verbs of speech whatever tag they were given.
var unmistakable = set(`say said says told added adding saying tweeted insisted`)

// cueNouns can carry a that-clause: "her claim that …". Compiled by hand.
var cueNouns = set(`claim claims allegation allegations assertion assertions statement belief view accusation accusations suggestion suggestions
 warning warnings announcement promise pledge vow prediction predictions argument arguments contention insistence admission acknowledgment
 acknowledgement concern concerns fear fears hope hopes report reports rumor rumors rumour rumours suspicion suspicions complaint complaints
 denial opinion conviction confidence speculation finding findings conclusion declaration revelation remark remarks comment comments
 assurance assurances threat threats proposal demand demands notion doubts doubt estimate estimates testimony`)

// cueAdjectives of mind can carry a clause: "is confident that". Compiled by hand.
var cueAdjectives = set(`confident convinced certain sure adamant worried concerned afraid hopeful optimistic pessimistic aware skeptical sceptical doubtful
 proud sorry glad pleased surprised disappointed sad angry clear emphatic insistent`)
