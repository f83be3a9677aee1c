package anchor

import (
	"stet/index/diff"
	"stet/index/source"
)

// reused is where the words of a passage stand once as they stood once before, in
// another sentence, if nothing of them was left in their own: "the worst since 1987,
// when 17 died at Sund." became "the worst on record. In 1987, when 17 died at Sund, a
// door was locked." That they were replaced would be half the truth. They are not
// carried: the other sentence may say something else with them.
func (f *finder) reused() (source.Span, bool) {
	exact := f.passage.Of(f.old.text)
	if len(diff.Tokens(exact)) < fewestWords || len(f.old.occurrences(exact, 2)) != 1 {
		return source.Span{}, false
	}
	for _, k := range f.mine {
		if !f.emptied(f.rows[k]) {
			return source.Span{}, false
		}
	}
	if at := f.new.occurrences(exact, 2); len(at) == 1 {
		return at[0], true
	}
	return source.Span{}, false
}

// emptied reports whether a change of words covers what a row holds of the passage.
func (f *finder) emptied(p diff.Pair) bool {
	o, _ := p.Hull()
	part := source.Span{Start: max(o.Start, f.passage.Start), End: min(o.End, f.passage.End)}
	for _, e := range p.Edits {
		if !e.Cosmetic && e.Old.Contains(part) {
			return true
		}
	}
	return false
}

// sentenceAt is the new sentence a span begins in.
func (f *finder) sentenceAt(at source.Span) string {
	if k := f.new.index(at); k >= 0 {
		return f.new.sents[k].span.Of(f.new.text)
	}
	return at.Of(f.new.text)
}
