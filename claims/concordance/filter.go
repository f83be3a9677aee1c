package concordance

import (
	"cmp"
	"slices"
	"strings"

	"stet/claims/match"
	"stet/index/source"
)

// Filter says which utterances are wanted; the zero value wants all that are
// printed more than once.
type Filter struct {
	Text      string // words that one rendering, its speaker or its outlet has, all of them
	Speaker   string // of some rendering
	Differing bool   // only if a rendering differs in substance
	Once      bool   // those printed once too
}

// Fits reports whether an utterance is wanted.
func (f Filter) Fits(u *Utterance) bool {
	if !f.Once && !u.Compared() || f.Differing && !u.Matters() {
		return false
	}
	all := u.All()
	if f.Speaker != "" && !slices.ContainsFunc(all, func(r *Rendering) bool { return named(r.Speaker, f.Speaker) }) {
		return false
	}
	words := plainWords(f.Text)
	return len(words) == 0 || slices.ContainsFunc(all, func(r *Rendering) bool {
		have := strings.Join(slices.Concat(r.plain, plainWords(r.Speaker), plainWords(r.Outlet)), " ")
		for _, w := range words {
			if !strings.Contains(have, w) {
				return false
			}
		}
		return true
	})
}

// plainWords are the words of a text in their plainest spelling.
func plainWords(s string) []string {
	return match.QuoteClaim{Words: s, Parts: []source.Span{{End: len(s)}}}.Plain()
}

// named reports whether a speaker is who is asked for: the same person, or one
// whose words as written contain what was typed.
func named(speaker, wanted string) bool {
	return match.Speakers(speaker, wanted) > 0 || strings.Contains(strings.ToLower(speaker), strings.ToLower(strings.TrimSpace(wanted)))
}

// Order is an order of utterances.
type Order string

// The orders.
const (
	ByDifference Order = ""        // differing ones first, then those that most outlets print
	ByTime       Order = "time"    // earliest first
	BySpeaker    Order = "speaker" // by surname as far as it is the last word
)

// Sort puts utterances into an order; equal ones stay in that of their keys.
func Sort(list []*Utterance, o Order) {
	slices.SortStableFunc(list, func(a, b *Utterance) int {
		switch o {
		case ByTime:
			return cmp.Or(a.First.Compare(b.First), cmp.Compare(a.Key, b.Key))
		case BySpeaker:
			return cmp.Or(cmp.Compare(boolInt(a.Speaker == ""), boolInt(b.Speaker == "")), cmp.Compare(surname(a.Speaker), surname(b.Speaker)), a.First.Compare(b.First), cmp.Compare(a.Key, b.Key))
		}
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(b.Outlets, a.Outlets), a.First.Compare(b.First), cmp.Compare(a.Key, b.Key))
	})
}

func surname(s string) string {
	ws := strings.Fields(strings.ToLower(s))
	if len(ws) == 0 {
		return ""
	}
	return ws[len(ws)-1] + " " + strings.Join(ws, " ")
}

// grave orders the relations that matter, the gravest first.
var grave = []match.Relation{match.Negation, match.OtherSpeaker, match.SilentTruncation, match.Substitution, match.Insertion, match.Joined, match.Reordered, Paraphrase}

// weight is higher the graver the gravest difference is; 0 if none matters.
func (u *Utterance) weight() int {
	if r := u.Gravest(); r != "" {
		return len(grave) - slices.Index(grave, r)
	}
	return boolInt(u.Matters())
}

// GravestWords names the gravest relation for people, and what was changed where that
// weighs more than a word: "modal verb changed". Empty if nothing differs in substance.
func (u *Utterance) GravestWords() string {
	g := u.Gravest()
	if g == "" {
		return ""
	}
	if g == match.Substitution {
		for _, k := range []match.DiffKind{match.DiffModal, match.DiffNumber, match.DiffName} {
			for _, r := range u.All() {
				if r.Relation == g && r.Changed == k && r.Matters() {
					return changedWords[k]
				}
			}
		}
	}
	return RelationWords(g)
}

// Gravest is the gravest relation of a rendering that differs in substance; ""
// if there is none.
func (u *Utterance) Gravest() match.Relation {
	has := map[match.Relation]bool{}
	for _, r := range u.All() {
		has[r.Relation] = r.Matters() || has[r.Relation]
	}
	for _, r := range grave {
		if has[r] {
			return r
		}
	}
	return ""
}
