package anchor

import "stet/index/source"

// twins lists the places of the passage when its sentence stands several times
// in the new text, or its words several times in the sentence, and nothing
// tells which is meant.
func (f *finder) twins() []source.Span {
	exact := f.passage.Of(f.old.text)
	was, is := f.hulls()
	inOld, inNew := occurrences(exact, f.old.text[was.Start:was.End], mostCandidates), occurrences(exact, f.new.text[is.Start:is.End], mostCandidates)
	if len(inNew) > 1 && len(inOld) != len(inNew) {
		for k := range inNew {
			inNew[k] = inNew[k].Shift(is.Start)
		}
		return inNew
	}
	if len(f.mine) > 1 {
		return nil
	}
	same := f.new.equals(is.Of(f.new.text))
	was, _ = f.rows[f.mine[0]].Hull()
	if len(same) < 2 || len(same) <= len(f.old.equals(was.Of(f.old.text))) && f.neighboured() {
		return nil
	}
	var out []source.Span
	for _, k := range same {
		s := f.new.sents[k].span
		for _, c := range occurrences(exact, s.Of(f.new.text), mostCandidates) {
			out = append(out, c.Shift(s.Start))
		}
	}
	if len(out) > mostCandidates {
		out = out[:mostCandidates]
	}
	return out
}

// neighboured reports whether a sentence beside the passage's is the same on
// both sides: then the place is known although the sentence stands twice.
func (f *finder) neighboured() bool {
	p := f.rows[f.mine[0]]
	i, j := f.old.index(p.Old[0]), f.new.index(p.New[0])
	if i < 0 || j < 0 {
		return false
	}
	olds, news := f.old.sents, f.new.sents
	beside := func(d int) bool {
		if i+d < 0 || i+d >= len(olds) || j+d < 0 || j+d >= len(news) {
			return i+d < 0 && j+d < 0 || i+d >= len(olds) && j+d >= len(news)
		}
		a, b := olds[i+d].span.Of(f.old.text), news[j+d].span.Of(f.new.text)
		return sameWords(a, b) && !sameWords(a, p.Old[0].Of(f.old.text))
	}
	return beside(-1) || beside(1)
}
