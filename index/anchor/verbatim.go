package anchor

import (
	"strings"

	"stet/index/diff"
	"stet/index/source"
)

// verbatimWords is how many words the sentences of a passage must have to be
// recognised by their words alone.
const verbatimWords = 6

// verbatim finds a passage whose sentences were moved to where the alignment
// does not see them as sentences: behind a heading without a full stop, into a
// quotation. They must stand there word for word, once, as sentences.
func (f *finder) verbatim() (Found, bool) {
	hull, ok := f.oldHull()
	if !ok {
		return Found{}, false
	}
	exact := hull.Of(f.old.text)
	tokens := diff.Tokens(exact)
	words := 0
	for _, t := range tokens {
		if t.Class != diff.Mark {
			words++
		}
	}
	if words < verbatimWords {
		return Found{}, false
	}
	if len(f.old.occurrences(exact, 2)) != 1 {
		return Found{}, false
	}
	found := f.new.occurrences(exact, 2)
	if len(found) != 1 || !standsAlone(f.new.text, found[0], tokens) {
		return Found{}, false
	}
	if _, is := f.hulls(); len(f.mine) > 0 && !is.Overlaps(found[0]) {
		return Found{}, false // its sentence became another one; these are somebody's who repeats it
	}
	// Token for token the same, so the passage lies where its tokens lie.
	is := diff.Tokens(found[0].Of(f.new.text))
	at := source.Span{Start: -1}
	for k, t := range tokens {
		was := t.Span.Shift(hull.Start)
		if !was.Overlaps(f.passage) {
			continue
		}
		if at.Start < 0 {
			at.Start = found[0].Start + is[k].Span.Start
		}
		at.End = found[0].Start + is[k].Span.End
	}
	if at.Start < 0 || !sameWords(f.passage.Of(f.old.text), at.Of(f.new.text)) {
		return Found{}, false
	}
	return f.verbatimAt(at, hull, found[0]), true
}

// oldHull is the old sentences of the passage, as one span.
func (f *finder) oldHull() (source.Span, bool) {
	i, j := f.old.overlapping(f.passage)
	if i >= j {
		return source.Span{}, false
	}
	return source.Span{Start: f.old.sents[i].span.Start, End: f.old.sents[j-1].span.End}, true
}

// standsAlone reports whether a span begins where a sentence can begin and ends
// where one can end, so that nothing in front of it governs it ("he denied that
// …") and nothing behind it takes it back.
func standsAlone(text string, at source.Span, tokens []diff.Token) bool {
	front := strings.TrimRight(text[:at.Start], " \t")
	if front != "" && !strings.HasSuffix(front, "\n") {
		from := max(0, len(front)-64)
		s := newSide(text, source.Span{Start: from + len(front[from:]) - len(runesFrom(front, from, len(front))), End: len(front)})
		if !s.ends(len(s.tokens)) {
			return false
		}
	}
	switch last := tokens[len(tokens)-1]; {
	case last.Class == diff.Mark:
		return true
	default:
		back := strings.TrimLeft(text[at.End:], " \t")
		return back == "" || strings.HasPrefix(back, "\n")
	}
}

// verbatimAt judges a passage found by its sentences' words: nothing in them
// changed, but what they lean on may have, somebody may be quoted with them, and
// another wording may stand in their place.
func (f *finder) verbatimAt(at, was, is source.Span) Found {
	if is, ok := f.supplanted(likeness); ok {
		return f.repeated(is)
	}
	o, n := newSide(f.old.text, was), newSide(f.new.text, is)
	rs := marks(&o, &n, f.passage, at)
	if rs = append(append(rs, f.leansOn(at)...), f.voices(at)...); len(rs) > 0 {
		return Found{Fate: Altered, Span: at, Reasons: rs}
	}
	return Found{Fate: Moved, Span: at}
}
