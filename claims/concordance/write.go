package concordance

import (
	"fmt"
	"strconv"
	"strings"

	"stet/claims/match"
)

// RelationWords names a relation for people: "cut, and not shown".
func RelationWords(r match.Relation) string {
	if s, ok := relationWords[r]; ok {
		return s
	}
	return strings.ReplaceAll(string(r), "_", " ")
}

var relationWords = map[match.Relation]string{
	"": "best source", match.Verbatim: "verbatim", match.Typography: "other typography", match.Spelling: "other spelling",
	match.MarkedTruncation: "cut, and shown", match.SilentTruncation: "cut silently", match.Joined: "joined", match.Insertion: "words added",
	match.Substitution: "other words", match.Reordered: "reordered", match.Negation: "negation changed", match.OtherSpeaker: "other speaker",
	match.Unrelated: "another part", Paraphrase: "reported otherwise",
}

// How names what a rendering does with the words, for people: "cut silently",
// "other speaker (Piet Hollis)".
func (r *Rendering) How() string {
	switch r.Relation {
	case match.OtherSpeaker:
		return RelationWords(r.Relation) + " (" + r.Speaker + ")"
	case Paraphrase:
		return reportWords[r.Differs]
	case match.Substitution, match.Insertion, match.Reordered:
		how := RelationWords(r.Relation)
		if w, ok := changedWords[r.Changed]; ok && r.Relation == match.Substitution && (!r.Translated || r.Changed == match.DiffNumber) {
			how = w
		}
		if r.Translated {
			how += ", in translation"
		}
		return how
	}
	return RelationWords(r.Relation)
}

// changedWords name a substitution by what was changed, where that weighs more than
// a word for another.
var changedWords = map[match.DiffKind]string{match.DiffModal: "modal verb changed", match.DiffNumber: "number changed", match.DiffName: "name changed"}

// marks are what stands around changed words in a text without colours.
type marks struct{ lost, lostEnd, new, newEnd string }

var (
	plainMarks    = marks{"[-", "-]", "{+", "+}"} // as wdiff does
	markdownMarks = marks{"~~", "~~", "**", "**"}
)

// PlainKey explains the marks of Plain.
const PlainKey = "[-words of the source that are not printed-] {+words printed that are not the source's+}"

// Line is the words of a rendering on one line, changes marked as wdiff does.
// Typography and spelling are not marked.
func (r *Rendering) Line() string { return r.line(plainMarks, func(s string) string { return s }) }

func (r *Rendering) line(m marks, escape func(string) string) string {
	var b strings.Builder
	for _, x := range r.Runs() {
		switch {
		case x.Kind.Lost():
			b.WriteString(m.lost + escape(x.Text) + m.lostEnd)
		case x.Kind == RunNew || x.Kind == RunNegated:
			b.WriteString(m.new + escape(x.Text) + m.newEnd)
		default:
			b.WriteString(escape(x.Text))
		}
	}
	return b.String()
}

// join makes one space of every run of white space, and keeps none at the ends.
func join(s string) string { return strings.Join(strings.Fields(s), " ") }

// Where names outlet, day, article and versions of a rendering.
func (r *Rendering) Where() string {
	outlet := r.Outlet
	if outlet == "" {
		outlet = "no outlet"
	}
	s := outlet
	if !r.At.IsZero() {
		s += ", " + r.At.UTC().Format("2 January 2006")
		if !dayOnly(r.At) {
			s += r.At.UTC().Format(", 15:04")
		}
	}
	return s + ", " + string(r.Version.Article) + " " + r.VersionWords()
}

// VersionWords names the versions that print the words: "v2", "v1 and v2".
func (r *Rendering) VersionWords() string {
	var out []string
	for _, n := range r.Versions {
		out = append(out, fmt.Sprint("v", n))
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " and " + out[n-1]
	}
	return strings.Join(out, "")
}

// Remarks are what else is to be said of a rendering, each a clause.
func (r *Rendering) Remarks() []string {
	var out []string
	if r.Story {
		out = append(out, "the story being checked")
	}
	if to := r.GivenTo(); to != "" && r.Relation != match.OtherSpeaker {
		out = append(out, to)
	}
	if r.Named != "" {
		out = append(out, "spells the speaker “"+r.Named+"”")
	}
	if r.Gone > 0 {
		out = append(out, fmt.Sprintf("no longer printed in v%d", r.Gone))
	}
	if r.Again > 0 {
		out = append(out, fmt.Sprintf("printed %d more in the same version", r.Again))
	}
	if r.Warn != "" && !strings.Contains(r.Why, "goes on") {
		out = append(out, "the source goes on “"+join(r.Warn)+"”")
	}
	return out
}

// GivenTo says whom a rendering gives the words to instead: "given to Rasmus Toft";
// empty if to the same speaker.
func (r *Rendering) GivenTo() string {
	if !r.Elsewhere || r.Speaker == "" {
		return ""
	}
	return "given to " + r.Speaker
}

// HouseAside says of a count that it leaves the story's own house out.
const HouseAside = "the checked story's own outlet is not counted"

// Counts says where an utterance is printed: "3 outlets, 2 independent sources".
func (u *Utterance) Counts() string {
	s := number(u.Outlets, "outlet") + ", " + number(u.Independent, "independent source")
	if u.House {
		s += " (" + HouseAside + ")"
	}
	if u.Reporting > 0 {
		s += ", reported by " + strconv.Itoa(u.Reporting) + " more without quoting it"
	}
	if d := u.Disputed(); d != "" {
		s += ", " + d
	}
	if n := u.Differing(); n > 0 {
		s += ", " + number(n, "rendering") + " differing in substance"
	}
	return s
}

// Disputed says who else the words are given to: "given to Rasmus Toft by 2 outlets";
// empty if to nobody else.
func (u *Utterance) Disputed() string {
	var out []string
	for _, g := range u.Others {
		by := number(len(g.Outlets), "outlet")
		if len(g.Outlets) == 1 && g.Outlets[0] != "" {
			by = g.Outlets[0]
		}
		out = append(out, "to "+g.Speaker+" by "+by)
	}
	if len(out) == 0 {
		return ""
	}
	return "given " + strings.Join(out, " and ")
}

func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Title is who said it and where.
func (u *Utterance) Title() string {
	s := u.Speaker
	if s == "" {
		s = "Nobody named"
	}
	if u.Venue != "" {
		s += ", " + u.Venue
	}
	return s
}

// Plain writes an utterance as text: the best source, then the renderings
// beside it, folded ones below those they belong to.
func (u *Utterance) Plain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n", u.Title(), u.Counts())
	u.write(func(depth int, r *Rendering, how string) {
		in := strings.Repeat("    ", depth+1)
		fmt.Fprintf(&b, "%s%s: %s\n%s  %s\n", in, how, r.Where(), in, r.Line())
	}, func(depth int, text string) {
		fmt.Fprintf(&b, "%s%s\n", strings.Repeat("    ", depth+1), text)
	})
	return b.String()
}

// Markdown writes an utterance as Markdown.
func (u *Utterance) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n%s.\n\n", escapeMarkdown(u.Title()), escapeMarkdown(u.Counts()))
	u.write(func(depth int, r *Rendering, how string) {
		fmt.Fprintf(&b, "%s- **%s**, %s: %s\n", strings.Repeat("  ", depth), escapeMarkdown(how), escapeMarkdown(r.Where()), r.line(markdownMarks, escapeMarkdown))
	}, func(depth int, text string) {
		fmt.Fprintf(&b, "%s- %s\n", strings.Repeat("  ", depth), escapeMarkdown(text))
	})
	return b.String()
}

// write walks through the renderings: one for each that is shown, folded for the
// copies below it.
func (u *Utterance) write(one func(depth int, r *Rendering, how string), folded func(depth int, text string)) {
	var show func(depth int, r *Rendering)
	show = func(depth int, r *Rendering) {
		how := r.How()
		if r.Relation == "" {
			how += " (" + u.Because + ")"
		}
		if depth > 0 {
			how = otherVersion(r, u) + how
		}
		one(depth, r, strings.Join(append([]string{how}, r.Remarks()...), "; "))
		for i := range r.Older {
			show(depth+1, &r.Older[i])
		}
		if n := len(r.Copies); n > 0 {
			var names []string
			for i := range r.Copies {
				names = append(names, r.Copies[i].Where())
			}
			what := "copies"
			if n == 1 {
				what = "copy"
			}
			folded(depth+1, fmt.Sprintf("and %d %s: %s", n, what, strings.Join(names, "; ")))
		}
	}
	show(0, &u.Source)
	for i := range u.Rows {
		show(0, &u.Rows[i])
	}
	for i := range u.Reports {
		show(0, &u.Reports[i])
	}
}

// otherVersion introduces a folded version of an article.
func otherVersion(r *Rendering, u *Utterance) string {
	for _, top := range append([]Rendering{u.Source}, u.Rows...) {
		if top.Version.Article == r.Version.Article && top.Version.N < r.Version.N {
			return "later version, "
		}
	}
	return "earlier version, "
}

// escapeMarkdown keeps words from being read as markup.
func escapeMarkdown(s string) string {
	return strings.NewReplacer(`\`, `\\`, "&", "&amp;", "~", `\~`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", "&lt;", "|", `\|`, "#", `\#`).Replace(s)
}
