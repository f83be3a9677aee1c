package compare

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/anchor"
	"stet/index/diff"
	"stet/index/source"
)

// Above is a line that stands above a text or leads to it.
type Above string

// The lines that Heading checks.
const (
	Headline Above = "headline"
	Slug     Above = "slug" // the last element of the address
)

// A Discord is where a headline or an address says something other than the
// text. An address often keeps the first toll after the text has moved on.
type Discord struct {
	Line  Above          `json:"line"`
	Touch Touch          `json:"touch"`           // Figure, Modal or Negation
	Said  string         `json:"said"`            // the line's words
	Span  source.Span    `json:"span"`            // where they stand: bytes of the text for a headline, of the slug's words for a slug
	Has   string         `json:"has"`             // the text's words
	At    source.Span    `json:"at"`              // where the text has them, bytes of the text
	Text  string         `json:"text"`            // one line for people
	Count *claims.Figure `json:"count,omitempty"` // the line's figure, for Figure
	Other *claims.Figure `json:"other,omitempty"` // the text's
}

// Heading lists where the headline and the slug of a version say other than its
// text. The headline is a span of the text, empty if there is none; the slug is
// as the address has it, "" if there is none. A figure differs if the text counts
// the same outcome and never so many; a verb, if the sentence of the text that
// says the same has another modal or the opposite polarity.
func Heading(d *extract.Doc, headline source.Span, slug string) []Discord {
	out := []Discord{}
	if d == nil {
		return out
	}
	b := body{doc: d, from: headline.End}
	if !headline.Empty() && headline.Fits(d.Text) {
		for _, x := range b.against(extract.Analyse(headline.Of(d.Text), extract.Meta{})) {
			x.Line, x.Span = Headline, x.Span.Shift(headline.Start)
			out = append(out, x.worded())
		}
	}
	if words := SlugWords(slug); words != "" {
		b.from = 0 // what the headline says is said
		for _, x := range b.against(extract.Analyse(words, extract.Meta{})) {
			x.Line = Slug
			out = append(out, x.worded())
		}
	}
	return out
}

// SlugWords writes a slug as words: "harbour-fire-kills-12.html" as "Harbour fire
// kills 12". It returns "" if the slug has no words, as a bare number has not.
func SlugWords(slug string) string {
	if k := strings.LastIndexByte(slug, '.'); k > 0 && len(slug)-k <= len(".xhtml") {
		slug = slug[:k]
	}
	words := strings.FieldsFunc(slug, func(r rune) bool { return r == '-' || r == '_' || r == '+' || r == ' ' })
	if len(words) > 0 && year(words[0]) { // 2031-05-02-…
		words = words[1:]
		for len(words) > 0 && len(words[0]) == 2 && digits(words[0]) {
			words = words[1:]
		}
	}
	if k := len(words) - 1; k > 0 && (year(words[k]) || len(words[k]) > mostSlugDigits && strings.ContainsAny(words[k], "0123456789")) {
		words = words[:k] // …-rk10493
	}
	if len(words) < 2 {
		return ""
	}
	return claims.Capital(strings.ToValidUTF8(strings.Join(words, " "), ""))
}

// mostSlugDigits is the longest number of an address that counts something; a
// longer one, or one mixed with letters, is the article's own number.
const mostSlugDigits = 4

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func year(s string) bool { return len(s) == 4 && digits(s) && (s[:2] == "19" || s[:2] == "20") }

// body is the text below a line.
type body struct {
	doc  *extract.Doc
	from int // where it begins, bytes
}

// against lists in what the text differs from a line.
func (b body) against(line *extract.Doc) []Discord {
	return append(b.figures(line), b.verbs(line)...)
}

// figures compares the line's counts with those of the text. A former value ("up
// from 12") is none of the text's.
func (b body) figures(line *extract.Doc) []Discord {
	var out []Discord
	for _, f := range line.Figures() {
		if f.Implied || f.Subset || f.Value < 1 {
			continue
		}
		var other *extract.Figure
		said := false
		figs := b.doc.Figures()
		for k := range figs {
			g := &figs[k]
			if g.Span.Start < b.from || g.Outcome != f.Outcome || g.Implied || b.former(g.Span) {
				continue
			}
			said = said || sameCount(f, *g)
			if other == nil && !g.Subset && !g.Additional {
				other = g
			}
		}
		if said || other == nil || b.adds(f.Value, f.Outcome) || b.tells(f.Value, f.Outcome) {
			continue
		}
		x := Discord{Touch: Figure, Said: f.Span.Of(line.Text), Span: f.Span, Has: other.Span.Of(b.doc.Text), At: other.Span}
		x.Count, x.Other = &f.Figure, &other.Figure
		out = append(out, x)
	}
	return out
}

// tells reports whether a sentence of the text has a number beside a word for an
// outcome, or "toll", not as a former value: "lowered to 24 from 31 its count of
// people killed".
func (b body) tells(n float64, o claims.Outcome) bool {
	for _, s := range b.doc.Sentences {
		if s.Span.Start < b.from {
			continue
		}
		about, has := false, false
		ws := diff.Tokens(s.Span.Of(b.doc.Text))
		for k, w := range ws {
			about = about || outcomes[w.Norm] == string(o) || o == claims.Killed && w.Norm == "toll"
			if former := k > 0 && (ws[k-1].Norm == "from" || ws[k-1].Norm == "not"); former {
				continue
			}
			if k > 0 && months[ws[k-1].Norm] || k+1 < len(ws) && months[ws[k+1].Norm] {
				continue // the dateline's "March 14" counts nobody
			}
			if b.former(w.Span.Shift(s.Span.Start)) {
				continue
			}
			if b.counted(w.Span.Shift(s.Span.Start), o) {
				continue
			}
			v, word := anchor.NumberWord(w.Norm)
			has = has || w.Class == diff.Number && valueOf(w.Norm) == n || word && v == n
		}
		if about && has {
			return true
		}
	}
	return false
}

// formerToll matches the end of what stands before a number that the text names as
// overtaken: "an earlier toll of 11", "a previously reported figure of at least 9".
var formerToll = regexp.MustCompile(`(?i)\b(?:earlier|previous|previously|former|initial|initially|old|original)\s(?:[\pL-]+\s){0,3}(?:tolls?|counts?|figures?|numbers?|tally|estimates?|reports?)(?:\s(?:of|was|were|stood|at|about|around|some|least|more|than))*\s$`)

// earlierVersion matches a sentence about what an earlier version of the text said.
var earlierVersion = regexp.MustCompile(`(?i)\b(?:earlier|previous) versions? of th(?:is|e) (?:article|story|report|text|page|headline)`)

// former reports whether the text names a number only as one it, or others, had
// before.
func (b body) former(at source.Span) bool {
	k := b.doc.SentenceAt(at.Start)
	if k < 0 {
		return false
	}
	s := b.doc.Sentences[k].Span
	return formerToll.MatchString(b.doc.Text[s.Start:max(s.Start, at.Start)]) || earlierVersion.MatchString(s.Of(b.doc.Text))
}

// counted reports whether a number is read as the count of another outcome.
func (b body) counted(at source.Span, o claims.Outcome) bool {
	figs := b.doc.Figures()
	k := sort.Search(len(figs), func(k int) bool { return figs[k].Span.End >= at.End })
	return k < len(figs) && figs[k].Span.Contains(at) && figs[k].Outcome != o
}

// sameCount: a number is the same whatever bounds it, since headlines drop "at
// least"; vague counts need only overlap.
func sameCount(line, text extract.Figure) bool {
	if vague(line.Range) || vague(text.Range) {
		return line.Range.Overlaps(text.Range)
	}
	return line.Value == text.Value || line.Range.Mod == claims.MoreThan && text.Value > line.Value && text.Value < 1.5*line.Value ||
		line.Range.Mod == claims.Approx && line.Range.Overlaps(text.Range)
}

func vague(i claims.Interval) bool { return i.Mod == claims.Plural || i.Mod == claims.Between }

// adds reports whether counts of the text add up to a number: "killed a nurse and
// two patients" under "Three killed".
func (b body) adds(n float64, o claims.Outcome) bool {
	const most = 8 // members of a list
	figs := b.doc.Figures()
	for k := range figs {
		sum := 0.0
		for x := k; x < min(len(figs), k+most) && figs[x].Sentence == figs[k].Sentence; x++ {
			if figs[x].Outcome == o && !figs[x].Subset && figs[x].Span.Start >= b.from && !b.former(figs[x].Span) {
				sum += figs[x].Value
			}
			if sum == n {
				return true
			}
		}
	}
	return false
}

// verbs compares what a line says will, could or must be with the sentence of the
// text that says the same.
func (b body) verbs(line *extract.Doc) []Discord {
	var out []Discord
	ws := diff.Tokens(line.Text)
	for k := range ws {
		v := groupAt(ws, k)
		if v.modal == "" || v.verb >= len(ws) {
			continue
		}
		other, at, ok := b.same(ws, v)
		if !ok || other.modal == v.modal && other.not == v.not {
			continue
		}
		x := Discord{Touch: Modal, Said: strings.Join(strings.Fields(line.Text[ws[k].Span.Start:ws[v.verb].Span.End]), " "), At: at,
			Span: source.Span{Start: ws[k].Span.Start, End: ws[v.verb].Span.End}, Has: strings.Join(strings.Fields(at.Of(b.doc.Text)), " ")}
		if other.modal == v.modal {
			x.Touch = Negation
		}
		out = append(out, x)
	}
	return out
}

// A verbGroup is a modal with its verb: "could not reopen".
type verbGroup struct {
	modal string
	not   bool
	verb  int // index of the verb
}

// groupAt reads the verb group that the modal at word k begins.
func groupAt(ws []diff.Token, k int) verbGroup {
	const reach = 4 // a modal, "not", an adverb or two, the verb
	g := verbGroup{verb: len(ws)}
	if ws[k].Class != diff.Word || !anchor.IsModal(ws[k].Norm) || dayNames[ws[k].Norm] {
		return g
	}
	g.modal = ws[k].Norm
	if cut, not := strings.CutSuffix(g.modal, "n't"); not {
		g.modal, g.not = cut, true
	}
	for x := k + 1; x < min(len(ws), k+reach); x++ {
		switch w := ws[x]; {
		case w.Class == diff.Mark:
			return g
		case anchor.IsNegation(w.Norm):
			g.not = true
		case anchor.IsModal(w.Norm), strings.HasSuffix(w.Norm, "ly"), w.Norm == "be", w.Norm == "have", w.Norm == "soon":
		default:
			g.verb = x
			return g
		}
	}
	return g
}

// sharedWords is the share of a line's content words that a sentence of the text
// must have to say the same.
const sharedWords = 0.6

// same finds the verb group by which the text says what the line says: the one in
// the sentence that has most of the line's words. ok is false if no sentence says
// it.
func (b body) same(line []diff.Token, v verbGroup) (other verbGroup, at source.Span, ok bool) {
	want := map[string]bool{}
	for _, w := range line {
		if w.Class != diff.Mark && !functionWords[w.Norm] && !anchor.IsModal(w.Norm) {
			want[stem(w.Norm)] = true
		}
	}
	best := 0.0
	for _, s := range b.doc.Sentences {
		if s.Span.Start < b.from {
			continue
		}
		ws := diff.Tokens(s.Span.Of(b.doc.Text))
		has := map[string]bool{}
		for _, w := range ws {
			if x := stem(w.Norm); want[x] {
				has[x] = true
			}
		}
		share := float64(len(has)) / float64(max(1, len(want)))
		if share < sharedWords || share < best {
			continue
		}
		for k := range ws {
			g := groupAt(ws, k)
			if g.verb >= len(ws) || stem(ws[g.verb].Norm) != stem(line[v.verb].Norm) {
				continue
			}
			if same := g.modal == v.modal && g.not == v.not; share > best || same {
				best, other, ok = share, g, true
				at = source.Span{Start: ws[k].Span.Start, End: ws[g.verb].Span.End}.Shift(s.Span.Start)
			}
		}
	}
	return other, at, ok
}

// stem folds the inflections of a word and the possessive.
func stem(norm string) string {
	return sayForm(strings.TrimSuffix(strings.TrimSuffix(norm, "'s"), "’s"))
}

// worded writes the line for people.
func (x Discord) worded() Discord {
	line := "headline"
	if x.Line == Slug {
		line = "address"
	}
	switch {
	case x.Touch == Figure:
		x.Text = fmt.Sprintf("the %s says %s, the text %s", line, headCount(*x.Count), headCount(*x.Other))
	default:
		x.Text = fmt.Sprintf("the %s says %s, the text %s", line, said(x.Said), said(x.Has))
	}
	return x
}

// headCount is a count with its outcome: "at least 15 killed".
func headCount(f claims.Figure) string { return inWords(f.Range) + " " + string(f.Outcome) }
