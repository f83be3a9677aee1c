package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/source"
)

// Versions lists what changed between two versions of a text, in order of the
// rows of their alignment. A nil document is an empty text. Of texts that cannot
// be compared word by word (see [diff.Check]) there is one change, saying why.
func Versions(old, new *extract.Doc, al diff.Alignment) []Change {
	if old == nil {
		old = extract.Analyse("", extract.Meta{})
	}
	if new == nil {
		new = extract.Analyse("", extract.Meta{})
	}
	out := []Change{}
	if err := cmp.Or(diff.Check(old.Text), diff.Check(new.Text)); err != nil && old.Text != new.Text {
		return append(out, Change{
			Op: diff.Edited, Touches: []Touch{Wording}, Summary: "not compared: " + err.Error(),
			Old: source.Span{End: len(old.Text)}, New: source.Span{End: len(new.Text)},
		})
	}
	was, is := newReader(old), newReader(new)
	al = NoticesApart(old, new, al)
	oldNews, newNews := newsOf(al, was.notices, is.notices)
	was.notices, is.notices = notices(old, oldNews), notices(new, newNews)
	head := diff.Pair{Old: []source.Span{headlineOf(old)}, New: []source.Span{headlineOf(new)}}
	for _, p := range Headlines(old, new, al).Pairs {
		if c, ok := change(was, is, p, p.Op == diff.Edited && slices.Equal(p.Old, head.Old) && slices.Equal(p.New, head.New)); ok {
			out = append(out, c)
		}
	}
	announce(out, old.Text, new.Text)
	announceSlug(out, slugOf(head.Old[0].Of(old.Text)), slugOf(head.New[0].Of(new.Text)))
	return out
}

// change classifies one row, the headlines or sentences of the text; false if
// nothing but white space changed.
func change(old, new *reader, p diff.Pair, headline bool) (Change, bool) {
	c := Change{Op: p.Op, Edits: p.Edits}
	c.Old, c.New = p.Hull()
	switch p.Op {
	case diff.Unchanged:
		return c, false
	case diff.Added:
		c.whole(new.newSide(c.New, p.New), "added")
		return c, true
	case diff.Deleted:
		c.whole(old.newSide(c.Old, p.Old), "deleted")
		return c, true
	}
	line, marked := slugs{old: c.Old, new: c.New, edits: p.Edits}, false
	if headline {
		line, marked = reslugged(old, new, p)
	}
	r := row{op: p.Op, o: old.newSide(line.old, p.Old), n: new.newSide(line.new, p.New), headline: headline}
	r.ps = places(r.o, r.n, line.edits)
	if r.whole = headline && rewritten(r.ps, r.o, r.n); r.whole {
		r.ps = []place{{old: r.o, new: r.n, iEnd: len(r.o.words), jEnd: len(r.n.words)}}
	}
	all := r.classify()
	if len(all) == 0 && p.Op == diff.Edited && !marked {
		if len(p.Edits) == 0 || allSpace(r.ps) {
			return c, false
		}
		all[Cosmetic] = true
	}
	switch {
	case new.notices.holds(c.New):
		all = touchSet{Notice: true}
		c.Summary = "notice changed: " + r.n.whole()
	case marked && len(all) == 0:
		c.Summary = line.told("")
	case marked:
		c.Summary = line.told(r.told(&c, all))
	default:
		c.Summary = r.told(&c, all)
	}
	if marked {
		all[Notice] = true
	}
	c.Touches = all.list()
	c.Substantive = substantive(c.Touches)
	return c, true
}

// row is a pair of an alignment as it is judged: both sides, their changed places and
// what each of those touches.
type row struct {
	op       diff.Op
	o, n     *side
	ps       []place
	touched  map[int]touchSet // by place
	unit     string           // tells a number that measures something else now
	headline bool
	whole    bool // rewritten: one place
}

// classify judges the places and what the row as a whole touches.
func (r *row) classify() touchSet {
	r.touched = map[int]touchSet{}
	r.unit = remeasured(r.o, r.n)
	all, little, joint := touchSet{}, false, r.op == diff.Split || r.op == diff.Merged
	for k, x := range r.ps {
		if x.spaceOnly() {
			continue
		}
		t := x.touches()
		if r.unit != "" && x.unitsOnly() {
			t = touchSet{Figure: true}
		}
		if joint && (x.moved || x.seam(t)) {
			continue
		}
		r.touched[k] = t
		if t[Wording] && len(t) == 1 && (!x.moved && x.grammar() || x.moved && x.attributive()) {
			little = true
			continue
		}
		for y := range t {
			all[y] = true
		}
	}
	if little && (len(all) == 0 || len(all) == 1 && all[Cosmetic]) {
		all[Wording] = true
	}
	balance(all, r.ps, r.touched)
	if all[Wording] && joint && sameWords(r.ps, r.touched) {
		delete(all, Wording)
	}
	if !all[Quote] && remarked(r.o, r.n) {
		delete(all, Cosmetic)
		all[Quote] = true
	}
	if all[Quote] && modals(r.o.words) != modals(r.n.words) && requoted(r.ps, r.o, r.n) != "" {
		all[Modal] = true // will, would
	}
	for _, d := range tolls(r.o, r.n) {
		if d.old.Value == d.new.Value && !all[Figure] && !all[Negation] { // a negation put in beside a figure bounds it no otherwise
			all[Modifier] = true // about 300 became more than 300
		}
	}
	return all
}

// told is the summary of a row and, in c, the pieces it is made of.
func (r *row) told(c *Change, all touchSet) string {
	var told string
	told, c.pieces = summarise(r.op, r.o, r.n, r.ps, r.touched, r.unit)
	if all[Wording] && all.only(Wording, Modifier, Modal, Negation, Cosmetic) && r.op == diff.Edited {
		if whole := reworded(r.ps, r.o, r.n); whole != "" {
			told = whole
			if p := slices.IndexFunc(c.pieces, func(p piece) bool { return p.touches[Modifier] }); p >= 0 {
				told = c.pieces[p].text + "; " + whole // a bound that went is more than other words
			}
		}
	}
	if all[Quote] {
		told = cmp.Or(requoted(r.ps, r.o, r.n), told)
	}
	switch {
	case r.whole:
		return retold(r.o, r.n)
	case r.headline:
		return "headline: " + told
	}
	return told
}

// substantive: more than wording, typography and notices.
func substantive(ts []Touch) bool {
	for _, t := range ts {
		if t != Wording && t != Cosmetic && t != Notice {
			return true
		}
	}
	return false
}

// spaceOnly reports whether a place holds no token on either side.
func (p place) spaceOnly() bool { return p.i == p.iEnd && p.j == p.jEnd }

func allSpace(ps []place) bool {
	for _, p := range ps {
		if !p.spaceOnly() {
			return false
		}
	}
	return true
}

// seam reports whether a place is only where a sentence was split or joined: a
// mark, a capital, a conjunction.
func (p place) seam(t touchSet) bool {
	if t[Cosmetic] && len(t) == 1 {
		return true
	}
	if !(t[Wording] && len(t) == 1) {
		return false
	}
	for _, ws := range [][]word{p.was(), p.is()} {
		for k := range ws {
			if !ws[k].mark() && !functionWords[ws[k].Norm] {
				return false
			}
		}
	}
	return true
}

// whole classifies a sentence that came or went by what it holds.
func (c *Change) whole(s *side, verb string) {
	text := s.span.Of(s.doc.Text)
	all := touchSet{}
	if s.notices.holds(s.span) {
		c.Touches = []Touch{Notice}
		c.Summary = fmt.Sprintf("notice %s: %s", verb, source.Brief(text, mostSentence))
		return
	}
	for k := range s.words {
		if w := &s.words[k]; w.number && !(w.Class == diff.Word && k > 0 && definite[s.words[k-1].Norm]) {
			all[Figure] = true
		}
	}
	for k := range s.words {
		if w := &s.words[k]; w.quoted {
			if _, ok := s.quoteAt(w.Span); ok {
				all[Quote] = true
			}
		}
	}
	if len(all) == 0 {
		all[Wording] = true
	}
	c.Touches = all.list()
	c.Substantive = true
	c.Summary = fmt.Sprintf("%s%s: %s", verb, holding(s, all), source.Brief(text, mostSentence))
}

// holding tells what a sentence holds: " with toll 12".
func holding(s *side, all touchSet) string {
	var out []string
	for _, f := range s.figuresIn(s.span) {
		if f.Value < 1 {
			continue // "nobody was hurt"
		}
		out = append(out, inWords(f.Range)+" "+string(f.Outcome))
	}
	if all[Quote] {
		out = append(out, "a quote")
	}
	if len(out) == 0 && all[Figure] {
		out = append(out, "a figure")
	}
	if len(out) == 0 {
		return ""
	}
	return " with " + strings.Join(out, " and ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
