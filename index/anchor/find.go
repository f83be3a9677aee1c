package anchor

import (
	"fmt"
	"slices"

	"stet/index/diff"
	"stet/index/source"
)

func noWord(s string) bool { return !anyWord(diff.Tokens(s)) }

// finder follows one passage through an alignment.
type finder struct {
	*Follower
	passage source.Span
	mine    []int // rows that hold sentences of the passage, in order of the old text
}

func (f *finder) find() Found {
	whole := f.collect()
	at, ok := source.Span{}, false
	if whole && len(f.mine) > 0 {
		at, ok = f.place()
	}
	if !ok {
		if at, ok := f.verbatim(); ok {
			return at
		}
		switch {
		case len(f.mine) == 0:
			return f.gone()
		case !whole:
			return f.cut()
		}
		return f.altered()
	}
	if c := f.twins(); len(c) > 0 {
		return Found{Fate: Ambiguous, Candidates: c, Reasons: []string{fmt.Sprintf("the same words stand at %d places", len(c))}}
	}
	alike := closeLikeness
	if f.moved() {
		alike = likeness
	}
	if is, ok := f.supplanted(alike); ok {
		return f.repeated(is)
	}
	if rs := f.reasons(at); len(rs) > 0 {
		return Found{Fate: Altered, Span: at, Reasons: rs}
	}
	return f.carried(at)
}

// carried is the only place that says Intact or Moved; it believes nobody.
func (f *finder) carried(at source.Span) Found {
	if !sameWords(f.passage.Of(f.old.text), at.Of(f.new.text)) {
		return f.altered()
	}
	if f.moved() {
		return Found{Fate: Moved, Span: at}
	}
	return Found{Fate: Intact, Span: at}
}

// moved reports whether a sentence of the passage stands elsewhere now.
func (f *finder) moved() bool {
	return slices.ContainsFunc(f.mine, func(k int) bool { return f.rows[k].Op == diff.Moved })
}

// sameWords reports whether two texts are equal but for typography.
func sameWords(a, b string) bool {
	if a == b {
		return a != ""
	}
	x, y := diff.Tokens(a), diff.Tokens(b)
	if len(x) != len(y) || len(x) == 0 {
		return false
	}
	for k := range x {
		if x[k].Norm != y[k].Norm {
			return false
		}
	}
	return true
}

// collect finds the rows of the passage's sentences; whole is false if one of
// its sentences was deleted. Rows come in order of the old text.
func (f *finder) collect() (whole bool) {
	whole = true
	for i, j := f.old.overlapping(f.passage); i < j; i++ {
		row := f.old.sents[i].row
		if len(f.rows[row].New) == 0 {
			whole = false
		} else if !slices.Contains(f.mine, row) {
			f.mine = append(f.mine, row)
		}
	}
	return whole
}

// hulls returns the sentences around the passage, old and new.
func (f *finder) hulls() (was, is source.Span) {
	for n, k := range f.mine {
		o, w := f.rows[k].Hull()
		if n == 0 {
			was, is = o, w
			continue
		}
		was = source.Span{Start: min(was.Start, o.Start), End: max(was.End, o.End)}
		is = source.Span{Start: min(is.Start, w.Start), End: max(is.End, w.End)}
	}
	return was, is
}

// place maps the passage through the word edits of its rows. It fails if a word
// of the passage changed, or if its sentences no longer follow each other; then
// the words may still stand once in the new sentences, shuffled by an edit.
func (f *finder) place() (source.Span, bool) {
	first, last := f.rows[f.mine[0]], f.rows[f.mine[len(f.mine)-1]]
	start, okS := mapStart(first, f.passage.Start)
	end, okE := mapEnd(last, f.passage.End)
	if at := (source.Span{Start: start, End: end}); okS && okE && start < end && sameWords(f.passage.Of(f.old.text), at.Of(f.new.text)) {
		return at, true
	}
	if len(f.mine) > 1 {
		return source.Span{}, false
	}
	_, is := first.Hull()
	if found := occurrences(f.passage.Of(f.old.text), f.new.text[is.Start:is.End], 2); len(found) == 1 {
		return found[0].Shift(is.Start), true
	}
	return source.Span{}, false
}

// mapStart maps the offset where the passage begins: behind whatever was
// inserted right there. It fails inside an edit of words.
func mapStart(p diff.Pair, at int) (int, bool) {
	o, n := p.Hull()
	at = max(at, o.Start)
	delta := n.Start - o.Start
	for _, e := range p.Edits {
		if e.Old.Start > at {
			break
		}
		if e.Old.End > at {
			return e.New.Start, e.Cosmetic
		}
		delta = e.New.End - e.Old.End
	}
	return at + delta, true
}

// mapEnd maps the offset where the passage ends: in front of whatever was
// inserted right there.
func mapEnd(p diff.Pair, at int) (int, bool) {
	o, n := p.Hull()
	at = min(at, o.End)
	delta := n.Start - o.Start
	for _, e := range p.Edits {
		if e.Old.Start >= at {
			break
		}
		if e.Old.End > at {
			return e.New.End, e.Cosmetic
		}
		delta = e.New.End - e.Old.End
	}
	return at + delta, true
}

// gone: no sentence of the passage is left. The words elsewhere are somebody
// else's until a person says otherwise.
func (f *finder) gone() Found {
	reason := "its sentence was deleted"
	if len(f.new.occurrences(f.passage.Of(f.old.text), 1)) > 0 {
		reason += "; the same words stand in another sentence"
	}
	return Found{Fate: Missing, Reasons: []string{reason}}
}

// cut: a part of the passage was deleted.
func (f *finder) cut() Found {
	_, is := f.hulls()
	return Found{Fate: Altered, Span: is, Reasons: []string{"a sentence of it was deleted"}}
}

// altered says which words of the passage changed, and shows where it was.
func (f *finder) altered() Found {
	if at, ok := f.reused(); ok {
		return Found{Fate: Altered, Span: at, Reasons: []string{fmt.Sprintf("its words stand in another sentence now: %q", brief(f.sentenceAt(at)))}}
	}
	_, is := f.hulls()
	var rs []string
	for _, k := range f.mine {
		p := f.rows[k]
		if r := rewritten(p); r != "" {
			rs = appendNew(rs, r)
			continue
		}
		o, n := p.Hull()
		for _, d := range Differences(f.old.text, f.new.text, o, n, f.inside(p)) {
			rs = appendNew(rs, d.Reason)
		}
		if len(rs) == 0 {
			for _, e := range f.inside(p) {
				rs = appendNew(rs, became(brief(e.Old.Of(f.old.text)), brief(e.New.Of(f.new.text))))
			}
		}
	}
	switch {
	case len(rs) == 0 && len(f.mine) > 1:
		rs = []string{"its sentences no longer follow each other"}
	case len(rs) == 0:
		rs = []string{"its words no longer stand together, once, in its sentence"}
	}
	return Found{Fate: Altered, Span: f.whereabouts(is), Reasons: rs}
}

// inside lists the edits of words that touch the passage.
func (f *finder) inside(p diff.Pair) []diff.Edit {
	var out []diff.Edit
	for _, e := range p.Edits {
		if !e.Cosmetic && e.Old.Start <= f.passage.End && f.passage.Start <= e.Old.End {
			out = append(out, e)
		}
	}
	return out
}

// whereabouts is the new text between what the ends of the passage became; an end
// that changed takes the whole edit in. If that is nothing, it is the sentences.
func (f *finder) whereabouts(is source.Span) source.Span {
	first, last := f.rows[f.mine[0]], f.rows[f.mine[len(f.mine)-1]]
	start, _ := mapStart(first, f.passage.Start)
	end, _ := mapEnd(last, f.passage.End)
	for _, e := range first.Edits {
		if !e.Cosmetic && e.Old.Start <= f.passage.Start && f.passage.Start < e.Old.End {
			start = e.New.Start
		}
	}
	for _, e := range last.Edits {
		if !e.Cosmetic && e.Old.Start < f.passage.End && f.passage.End <= e.Old.End {
			end = e.New.End
		}
	}
	at := source.Span{Start: start, End: end}
	if start < end && at.Fits(f.new.text) && is.Contains(at) && !noWord(at.Of(f.new.text)) {
		return at
	}
	return is
}

// reasons lists what forbids to carry the passage to at although its words are
// the same.
func (f *finder) reasons(at source.Span) []string {
	var rs []string
	for _, k := range f.mine {
		p := f.rows[k]
		was, is := p.Hull()
		if r := rewritten(p); r != "" {
			rs = appendNew(rs, r)
			continue
		}
		if len(p.Edits) > 0 {
			o, n := newSide(f.old.text, was), newSide(f.new.text, is)
			for _, d := range differences(&o, &n, p.Edits, f.passage) {
				rs = appendNew(rs, d.Reason)
			}
			if len(f.mine) == 1 {
				rs = append(rs, marks(&o, &n, f.passage, at)...)
			}
		}
		if p.Op == diff.Split && p.Reworded() {
			rs = append(rs, f.splitOff(p, at)...)
		}
	}
	return append(append(rs, f.leansOn(at)...), f.voices(at)...)
}

// mostEdits is at how many places a sentence may change and still be judged place
// by place; beyond, it is another sentence, and judging it would take minutes where
// a text is one sentence.
const mostEdits = 200

// mostChanged is the same for the bytes that came and went.
const mostChanged = 10_000

// rewritten says that more of a sentence changed than is judged.
func rewritten(p diff.Pair) string {
	places, changed := 0, 0
	for _, e := range p.Edits {
		if !e.Cosmetic {
			places++
			changed += e.Old.Len() + e.New.Len()
		}
	}
	if places <= mostEdits && changed <= mostChanged {
		return ""
	}
	return fmt.Sprintf("a sentence changed at %d places", places)
}

// splitOff: a split may leave the passage without the attribution its sentence
// had.
func (f *finder) splitOff(p diff.Pair, at source.Span) []string {
	o := newSide(f.old.text, p.Old[0])
	was := slices.DeleteFunc(slices.Clone(o.attributions()), func(a attribution) bool { return a.weak || o.besides(a, f.passage) })
	if len(was) == 0 {
		return nil
	}
	for _, s := range p.New {
		if !s.Overlaps(at) {
			continue
		}
		if n := newSide(f.new.text, s); onlyWeak(n.attributions()) {
			return []string{fmt.Sprintf("attribution %q is no longer in its sentence", o.attributed(was, 0))}
		}
	}
	return nil
}

// besides reports whether an attribution opens a clause of its own behind the
// passage: ", and he urged them to stay".
func (s *side) besides(a attribution, passage source.Span) bool {
	at := a.from
	for at > 0 && at < a.cue && notWho[s.tokens[at].Norm] {
		at++
	}
	return a.from < a.cue && at > 0 && s.tokens[at].Span.Start > passage.End && (s.tokens[at-1].Norm == "and" || s.tokens[at-1].Norm == "but")
}

func appendNew(rs []string, r string) []string {
	for _, x := range rs {
		if x == r {
			return rs
		}
	}
	return append(rs, r)
}

// brief shortens words for a reason.
func brief(s string) string {
	const most = 60 // code points
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
