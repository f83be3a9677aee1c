package toll

import (
	"slices"
	"strings"

	"stet/claims/extract"
	"stet/index/source"
)

// fullName names who counted as fully as the text does: "the ministry" is the interior
// ministry that the text named before, "Horovets" the governor of that name. What two
// of the text may be meant by stays as it is written.
func (r *reader) fullName(by string, at source.Span) string {
	by = r.midSentence(by, at)
	for _, article := range []string{"The ", "the ", "A ", "a ", "An ", "an "} {
		by = strings.TrimPrefix(by, article)
	}
	if by == "" || strings.ContainsAny(by, " -") || pronouns[strings.ToLower(by)] || at.Empty() {
		return by
	}
	k := r.d.TokenAt(max(at.Start, at.End-len(by)))
	if k >= len(r.d.Tokens) || r.d.Tokens[k].Text != by {
		return by
	}
	if e := r.d.Entities().Of(k); e != nil && e.Named && strings.HasSuffix(e.Name, " "+by) {
		return e.Name
	}
	if of := r.bodyOf(k); of >= 0 { // "the army of neighbouring Kasmere" and not Kasmere
		return r.d.Text[r.d.Tokens[of].Start:r.d.Tokens[k].End]
	}
	if !roleNouns[strings.ToLower(by)] {
		return by
	}
	var found []string
	for i, t := range r.d.Tokens {
		if t.Lower == strings.ToLower(by) {
			if full := r.phraseTo(i); full != t.Text && !slices.Contains(found, full) {
				found = append(found, full)
			}
		}
	}
	if len(found) > 1 { // what is named as a counter goes before others
		found = slices.DeleteFunc(found, func(f string) bool {
			return !slices.ContainsFunc(r.d.Figures(), func(x extract.Figure) bool { return x.Attribution == f })
		})
	}
	if len(found) != 1 {
		return by
	}
	return found[0]
}

// midSentence takes the capital off a word that has it only because it begins a
// sentence: "Police said".
func (r *reader) midSentence(by string, at source.Span) string {
	k := r.d.TokenAt(at.Start)
	if at.Empty() || k >= len(r.d.Tokens) || r.d.Tokens[k].Start != at.Start || !strings.HasPrefix(by, r.d.Tokens[k].Text) {
		return by
	}
	i := r.d.SentenceAt(at.Start)
	if i < 0 || r.below(i) != k && r.d.Sentences[i].A != k || !plainNouns[r.d.Tokens[k].Lower] {
		return by
	}
	return r.d.Tokens[k].Lower + by[len(r.d.Tokens[k].Text):]
}

// plainNouns begin no name when they stand first in a sentence.
var plainNouns = set(`police officials authorities doctors firefighters rescuers witnesses residents survivors relatives hospitals prosecutors
	investigators state local government regional military army health medics labour labor aid rights`)

// roleNouns are what a text calls a counter by when it was named in full before.
var roleNouns = set(`ministry minister service hospital army office agency commission council governor mayor administration federation union
	group observatory company operator government command institute committee department mission headquarters spokesman spokeswoman
	director prosecutor prosecutors brigade authority centre center`)

// bodyOf is the noun of the body that token k only says the country of, -1 if there is
// none.
func (r *reader) bodyOf(k int) int {
	for of := k - 1; of > 0 && of >= k-2; of-- {
		if r.d.Tokens[of].Lower == "of" && roleNouns[r.d.Tokens[of-1].Lower] {
			return of - 1
		}
	}
	return -1
}

// mostModifiers is how many words before a noun belong to its name.
const mostModifiers = 4

// phraseTo is the noun at token k with the words before it that qualify it, and the
// name after it.
func (r *reader) phraseTo(k int) string {
	from, to := k, k+1
	for n := 0; n < mostModifiers && from > 0; n++ {
		t := &r.d.Tokens[from-1]
		if t.Kind != extract.Word || t.Tag != "JJ" && !strings.HasPrefix(t.Tag, "NN") && t.Tag != "POS" || t.End < r.d.Tokens[from].Start-1 {
			break
		}
		from--
	}
	for from < k && r.d.Tokens[from].Tag == "POS" {
		from++
	}
	if to+1 < len(r.d.Tokens) && r.d.Tokens[to].Lower == "of" { // the army of neighbouring Kasmere
		for n := to + 1; n <= to+2 && n < len(r.d.Tokens); n++ {
			if strings.HasPrefix(r.d.Tokens[n].Tag, "NNP") {
				to = n + 1
				break
			}
		}
	}
	for to < len(r.d.Tokens) && to < k+6 && strings.HasPrefix(r.d.Tokens[to].Tag, "NNP") && r.d.Tokens[to].Start == r.d.Tokens[to-1].End+1 {
		to++
	}
	return r.d.Text[r.d.Tokens[from].Start:r.d.Tokens[to-1].End]
}
