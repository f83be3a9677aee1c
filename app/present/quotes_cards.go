package present

import (
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/concordance"
	"stet/claims/match"
)

// QuoteCard is a rendering of the open utterance, or a line that stands for
// folded ones.
type QuoteCard struct {
	Rendering *concordance.Rendering
	Source    bool
	Group     string // heads the cards from here on; "" on the others
	Depth     int    // 1: below the rendering of the same article or text
	Head      string // outlet
	Meta      string // "3 May 2025, 18:15 · v1 and v2 · Harbour row deepens"
	Relation  string // "cut silently"
	Tone      Tone
	Speaker   string // if it is another than the utterance's
	Remarks   string // what else is to be said
	Why       string // one sentence; "" if nothing differs
	Claim     claims.ID
	// Fold, on a line that stands for folded renderings, is their name; Unfolded
	// tells whether they are shown below it.
	Fold     string
	FoldText string // "and 2 copies: Inland Post, Norrby Courier"
	Unfolded bool
}

// cards lays out an utterance: the source, then the others, earliest first.
// Earlier versions that differ in substance show; the rest of them, and copies,
// are folded.
func (m *Quotes) cards(u *concordance.Utterance) []QuoteCard {
	var out []QuoteCard
	out = m.card(out, u, &u.Source, 0)
	for i := range u.Rows {
		out = m.card(out, u, &u.Rows[i], 0)
	}
	for i := range u.Reports {
		n := len(out)
		out = m.card(out, u, &u.Reports[i], 0)
		if i == 0 {
			out[n].Group = "Reported without quoting"
		}
	}
	return out
}

func (m *Quotes) card(out []QuoteCard, u *concordance.Utterance, r *concordance.Rendering, depth int) []QuoteCard {
	c := QuoteCard{Rendering: r, Source: r.Relation == "", Depth: depth, Head: OutletName(r.Outlet), Relation: r.How(), Tone: relationTone(r), Claim: m.claimAt(r)}
	title := ""
	if m.s.Desk != nil {
		if v, err := m.s.Desk.Version(r.Version); err == nil {
			title = Short(v.Title(), 70)
		}
	}
	c.Meta = dotted(Moment(r.At), r.VersionWords(), title)
	if r.Relation == match.OtherSpeaker {
		c.Relation = concordance.RelationWords(r.Relation) // a badge says who
	}
	if r.Relation == match.OtherSpeaker || r.Elsewhere || r.Speaker == "" {
		c.Speaker = r.Speaker
		if c.Speaker == "" {
			c.Speaker = "speaker not named"
		}
	}
	if c.Source {
		c.Relation, c.Why = "best source", claims.Capital(u.Because)+"."
	}
	remarks := r.Remarks()
	if r.Story { // a badge says so
		remarks = remarks[1:]
	}
	remarks = slices.DeleteFunc(remarks, func(s string) bool { return s == r.GivenTo() }) // so does another
	c.Remarks = strings.Join(remarks, " · ")
	if r.Matters() {
		c.Why = r.Why
	}
	out = append(out, c)
	var quiet []*concordance.Rendering
	for i := range r.Older {
		if o := &r.Older[i]; o.Matters() || o.Relation == "" {
			out = m.card(out, u, o, depth+1)
		} else {
			quiet = append(quiet, o)
		}
	}
	out = m.fold(out, u, r.Key()+" versions", quiet, "other version", depth)
	var copies []*concordance.Rendering
	for i := range r.Copies {
		copies = append(copies, &r.Copies[i])
	}
	return m.fold(out, u, r.Key()+" copies", copies, "copy", depth)
}

// fold adds a line for folded renderings, and them if it was opened.
func (m *Quotes) fold(out []QuoteCard, u *concordance.Utterance, name string, list []*concordance.Rendering, noun string, depth int) []QuoteCard {
	if len(list) == 0 {
		return out
	}
	var outlets []string
	for _, r := range list {
		o := OutletName(r.Outlet)
		if noun != "copy" {
			o = r.VersionWords()
		}
		outlets = append(outlets, o)
	}
	out = append(out, QuoteCard{Rendering: list[0], Depth: depth + 1, Fold: name, Unfolded: m.opened[name],
		FoldText: fmt.Sprintf("and %s: %s", Plural(len(list), noun), strings.Join(outlets, ", "))})
	if m.opened[name] {
		for _, r := range list {
			out = m.card(out, u, r, depth+1)
		}
	}
	return out
}

// Unfold shows folded renderings, or folds them again.
func (m *Quotes) Unfold(name string) {
	m.opened[name] = !m.opened[name]
	m.open()
	m.Changed()
}

// claimAt is a claim that was made of a rendering; "" if none was.
func (m *Quotes) claimAt(r *concordance.Rendering) claims.ID {
	for _, c := range m.claims[r.Version.Article] {
		if r.Holds(c.place) {
			return c.id
		}
	}
	return ""
}

// Title and Subtitle head the open utterance.
func (m *Quotes) Title() string {
	if m.Open == nil {
		return ""
	}
	return m.Open.Title()
}

// Subtitle says where it is printed, and since when.
func (m *Quotes) Subtitle() string {
	if m.Open == nil {
		return ""
	}
	u := m.Open
	return dotted(Plural(u.Outlets, "outlet")+", "+Plural(u.Independent, "independent source")+houseAside(u), reportedBy(u), m.printedFirst())
}

// Dispute says who else the words are given to, and by whom; empty if nobody else.
func (m *Quotes) Dispute() string {
	if m.Open == nil || m.Open.Disputed() == "" {
		return ""
	}
	return claims.Capital(m.Open.Disputed()) + "; that counts as no support."
}

// houseAside says that the story's own outlet is not among the sources counted.
func houseAside(u *concordance.Utterance) string {
	if !u.House {
		return ""
	}
	return " (" + concordance.HouseAside + ")"
}

// printedFirst names the outlet that printed the open utterance first, if only one
// is known to have.
func (m *Quotes) printedFirst() string {
	first := m.Open.Earliest()
	if len(first) == 0 || first[0].At.IsZero() {
		return ""
	}
	if len(first) == 1 {
		return "printed first by " + OutletName(first[0].Outlet) + ", " + Moment(first[0].At)
	}
	return "printed first by " + Plural(len(first), "outlet") + " on " + Day(first[0].At)
}
