package concordance

import (
	"slices"
	"strings"
	"time"

	"stet/claims/match"
	"stet/index/source"
)

// Utterance is what somebody said once, and everybody's rendering of it.
type Utterance struct {
	Key     string // the place of one of its sayings; stays as renderings are added later
	Speaker string // the fullest name among the renderings; empty: nobody named
	Venue   string
	Source  Rendering   // the best source
	Because string      // why it is: one clause for people
	Chosen  bool        // a person chose it
	Rows    []Rendering // the others, earliest first
	Reports []Rendering // who reports it without quoting it, earliest first
	First   time.Time   // when it was printed first
	Outlets int         // that quote it
	// Independent is how many independent sources quote it as this speaker's, the
	// stories being checked and their own outlets aside.
	Independent int
	Others      []GivenTo // other speakers that the words are given to
	House       bool      // other articles of such a story's outlet quote it, which are not counted
	Reporting   int       // outlets that report it and do not quote it
}

// GivenTo is another speaker than the best source's, and the outlets that give the
// words to them.
type GivenTo struct {
	Speaker string
	Outlets []string
}

// All lists every rendering, folded ones too, the source first, reports last.
func (u *Utterance) All() []*Rendering {
	out := u.quoting()
	for i := range u.Reports {
		out = u.Reports[i].with(out)
	}
	return out
}

// quoting lists the renderings that quote.
func (u *Utterance) quoting() []*Rendering {
	out := u.Source.with(nil)
	for i := range u.Rows {
		out = u.Rows[i].with(out)
	}
	return out
}

// with adds a rendering and what is folded into it to a list.
func (r *Rendering) with(list []*Rendering) []*Rendering {
	list = append(list, r)
	for i := range r.Older {
		list = r.Older[i].with(list)
	}
	for i := range r.Copies {
		list = r.Copies[i].with(list)
	}
	return list
}

// Earliest lists the renderings that none is known to have been printed before, one
// an outlet.
func (u *Utterance) Earliest() []*Rendering {
	var out []*Rendering
	all := u.quoting()
	for _, r := range all {
		if !slices.ContainsFunc(all, func(o *Rendering) bool { return earlier(o.At, r.At) }) &&
			!slices.ContainsFunc(out, func(o *Rendering) bool { return strings.EqualFold(o.Outlet, r.Outlet) }) {
			out = append(out, r)
		}
	}
	return out
}

// Matters reports whether some rendering differs from the source in substance.
func (u *Utterance) Matters() bool { return u.Differing() > 0 }

// Differing counts the renderings that differ in substance.
func (u *Utterance) Differing() (n int) {
	for _, r := range u.All() {
		if r.Matters() {
			n++
		}
	}
	return n
}

// Compared reports whether there is anything to compare: another article prints
// it or reports it, or another version has other words.
func (u *Utterance) Compared() bool {
	if len(u.Rows)+len(u.Source.Copies)+len(u.Reports) > 0 {
		return true
	}
	for _, r := range u.Source.Older {
		if r.Relation != match.Verbatim {
			return true
		}
	}
	return false
}

// Holds finds the rendering that stands at a place, nil if none does.
func (u *Utterance) Holds(p source.Place) *Rendering {
	for _, r := range u.All() {
		if r.Holds(p) {
			return r
		}
	}
	return nil
}

// Holds reports whether the rendering stands at a place, or was folded from what
// does: another version with the same words.
func (r *Rendering) Holds(p source.Place) bool {
	if r.Version == p.Version && r.Span.Overlaps(p.Span) {
		return true
	}
	for _, f := range r.folded {
		if f.Version == p.Version && f.Span.Overlaps(p.Span) {
			return true
		}
	}
	return false
}

// Relations counts the relations of the renderings, folded ones too.
func (u *Utterance) Relations() map[match.Relation]int {
	out := map[match.Relation]int{}
	for _, r := range u.All() {
		if r.Relation != "" {
			out[r.Relation]++
		}
	}
	return out
}
