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
func (f *finder) verbatim() (source.Span, bool) {
	hull, ok := f.oldHull()
	if !ok {
		return source.Span{}, false
	}
	exact := hull.Of(f.old)
	tokens := diff.Tokens(exact)
	words := 0
	for _, t := range tokens {
		if t.Class != diff.Mark {
			words++
		}
	}
	if words < verbatimWords {
		return source.Span{}, false
	}
	if len(occurrences(exact, f.old, 2)) != 1 {
		return source.Span{}, false
	}
	found := occurrences(exact, f.new, 2)
	if len(found) != 1 || !standsAlone(f.new, found[0], tokens) {
		return source.Span{}, false
	}
	// Token for token the same, so the passage lies where its tokens lie.
	is := diff.Tokens(found[0].Of(f.new))
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
	return at, at.Start >= 0 && sameWords(f.passage.Of(f.old), at.Of(f.new))
}

// oldHull is the old sentences of the passage, as one span.
func (f *finder) oldHull() (source.Span, bool) {
	olds, _ := sentences(f.rows)
	hull, any := source.Span{}, false
	for _, s := range olds {
		if !s.Overlaps(f.passage) {
			continue
		}
		if !any {
			hull, any = s, true
		}
		hull.End = max(hull.End, s.End)
	}
	return hull, any
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
// changed, but what they lean on may have.
func (f *finder) verbatimAt(at source.Span) Found {
	if rs := append(f.leansOn(at), f.voices(at)...); len(rs) > 0 {
		return Found{Fate: Altered, Span: at, Reasons: rs}
	}
	return Found{Fate: Moved, Span: at}
}
