package toll

import (
	"regexp"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/claims/match"
)

// partial reports whether a figure counts only some of those hurt: whoever one hospital
// took in, or whoever is badly hurt. Such a count is a part of the toll even in a text
// that gives none, and a higher or a lower toll does not contradict it.
func (r *reader) partial(x *Reading, f extract.Figure) bool {
	before := r.d.Text[f.Sentence.Start:f.Span.Start]
	after := r.d.Text[f.Span.End:f.Sentence.End]
	switch x.Outcome {
	case claims.Injured:
		return condition.MatchString(after) || r.admitted(x, f, before, after)
	case claims.Killed:
		return diedThere.MatchString(after)
	}
	return false
}

// admitted reports whether a figure tells whom one hospital took in: a verb of care has
// it for its object or its subject, and the sentence or who counts names the hospital.
func (r *reader) admitted(x *Reading, f extract.Figure, before, after string) bool {
	if !cared.MatchString(after) && !caring.MatchString(before) && !numberCared.MatchString(before) {
		return false
	}
	s := f.Sentence.Of(r.d.Text)
	if hospitals.MatchString(s) || hospitals.MatchString(x.Attribution) {
		return false // of several together, or in all
	}
	if i := r.d.SentenceAt(f.Span.Start); i > 0 && hospitalPronoun.MatchString(s) && r.d.Sentences[i-1].Para == r.d.Sentences[i].Para {
		s += " " + r.d.Sentences[i-1].Span.Of(r.d.Text)
	}
	return OriginKind(x.Attribution) == claims.Hospital || hospital.MatchString(s)
}

// hospitalPronoun begins a sentence that may go on about the hospital of the one before.
var hospitalPronoun = regexp.MustCompile(`^(?:It|They|Its|Another|A further|The (?:hospital|infirmary|clinic))\b`)

// admissions adds whom hospitals say they took in where no word says that these were
// hurt: "the Royal Infirmary has admitted 43 people". They are parts of the injured.
func (r *reader) admissions(list []match.Tally) {
	for _, t := range list {
		if !t.Thing || t.Measure || !patients[lastWord(t.Noun)] || len(r.out.Readings) == maxReadings {
			continue
		}
		f := extract.Figure{Figure: t.Figure, Span: t.Span, Sentence: t.Sentence}
		f.Outcome = claims.Injured
		x := r.reading(f)
		if x.Role = Part; !r.partial(&x, f) {
			continue
		}
		x.Subset = true
		r.window(&x, r.d.SentenceAt(f.Span.Start), claims.Window{})
		r.insert(x)
	}
}

// patients are what those are called whom a hospital takes in.
var patients = set("people patients others persons victims casualties supporters fans passengers workers residents children men women survivors more")

func lastWord(s string) string {
	if f := strings.Fields(strings.ToLower(s)); len(f) > 0 {
		return f[len(f)-1]
	}
	return ""
}

// The words of care, and of a hospital that is one of its own. "Taken to hospital" and
// "to the hospital" name none. Compiled from the reports of what hospitals counted.
var (
	cared  = regexp.MustCompile(`(?i)^ ?(?:more |other |others |injured |wounded |people |patients |who )*(?:(?:had|have|has|were|was|are|is|been|being|still|also|later) )+(?:admitted|treated|taken|brought|rushed|transferred|airlifted|flown|hospitali[sz]ed|cared for|in its care|in hospital|at)\b`)
	caring = regexp.MustCompile(`(?i)\b(?:admit(?:ted|s|ting)|treat(?:ed|s|ing)|receiv(?:ed|es|ing)|taken in|took in|takes in|taking in|car(?:ed|es|ing) for|looking after|we have|we had|it ha[sd]) (?:in |a total of |some |about |around |at least |more than |another )*$`)
	// numberCared is a count of patients told as a number: "the number of injured treated
	// at Osby Hospital was".
	numberCared = regexp.MustCompile(`(?i)\b(?:number|count|total) of (?:the )?(?:\pL+ ){0,2}(?:treated|admitted|taken|brought|cared for|received)\b[^.;,]* (?:is|was|stood at|reached) $`)
	// hospital is one that is named, or is the town's.
	hospital  = regexp.MustCompile(`\b(?:\p{Lu}[\pL’'-]*\.? )+(?:Hospital|Infirmary|Clinic|Medical Cent(?:re|er))\b|\b(?:Hospital|Hôpital|Clínica|Klinikum) (?:of |de )?\p{Lu}|\b(?:St|Saint)\.? \p{Lu}\pL+[’']s\b|(?i:\b(?:its|their|whose|the town[’']s|the city[’']s) (?:\pL+ )?hospital\b|\bthe \pL+ (?:hospital|infirmary|clinic)\b)`)
	hospitals = regexp.MustCompile(`(?i)\b(?:hospitals|clinics|infirmaries|in all|in total|altogether|a total of)\b`)
	// condition is how badly those are who are counted: the clause after a number, as far
	// as no other number begins.
	condition = regexp.MustCompile(`(?i)^,? ?(?:of (?:them|whom|those|these|the|its|their|our|his|her) |others |people |patients |injured |wounded |victims |survivors )*(?:(?:are|is|were|was|remain|remained|remains|still|also|being|reported|said to be|listed|treated|cared for) )*(?:in (?:an? |the )?(?:\pL+ ){0,2}(?:condition|intensive care|danger)|in intensive care|fighting for (?:their|his|her) li(?:ves|fe)|with (?:serious|severe|critical|grave|life-threatening|life-changing) (?:injuries|wounds|burns)|critically (?:ill|hurt|injured))\b`)
	diedThere = regexp.MustCompile(`^(?: people| patients| others)?(?: have| had| has)? died (?:of \pL+ )?(?:at|in) (?:the )?(?:\p{Lu}[\pL’'-]*\.? )+(?:Hospital|Infirmary|Clinic|Medical Cent(?:re|er))\b`)
)

// institution reports whether a place is a building that people are taken to: nobody
// was hurt there for all that is told.
func institution(place string) bool {
	low := strings.ToLower(place)
	for _, w := range []string{"hospital", "infirmary", "clinic", "medical cent", "morgue", "mortuary"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return strings.HasPrefix(low, "st ") && (strings.HasSuffix(low, "’s") || strings.HasSuffix(low, "'s"))
}
