package match

import (
	"slices"
	"strings"
)

// A negator said again for emphasis turns nothing round once more: “no evidence,
// none, that”, “never, never”.

// emphatic reports whether word k repeats a negator of its sentence: the same word
// once more, or one set off by signs on both sides.
func (s *spoken) emphatic(k int) bool { return repeatsNegator(s.text, s.words, k) }

// emphaticTail is the most words of a repetition: "not one", "none at all".
const emphaticTail = 4

func repeatsNegator(text string, ws []word, k int) bool {
	if !negators[ws[k].norm] || k == 0 {
		return false
	}
	between := func(i int) string {
		if i >= len(ws) {
			return text[ws[i-1].End:]
		}
		return text[ws[i-1].End:ws[i].Start]
	}
	if ws[k-1].norm == ws[k].norm && !endsSentence(between(k)) {
		return true
	}
	const setOff = ",;—–"
	if !strings.ContainsAny(between(k), setOff) && !strings.Contains(between(k), " - ") {
		return false
	}
	end := k + 1
	for end < len(ws) && end-k <= emphaticTail && strings.TrimSpace(between(end)) == "" {
		if !light[ws[end].norm] && ws[end].norm != "one" && ws[end].norm != "single" {
			return false
		}
		end++
	}
	if end-k > emphaticTail {
		return false
	}
	for i := k - 1; i >= 0; i-- {
		if endsSentence(between(i + 1)) {
			return false
		}
		if negators[ws[i].norm] {
			return true
		}
	}
	return false
}

// once drops from the words of a region, of all words of its text, the negators that
// only repeat one: their lack turns nothing round, nor does their presence.
func once(text string, all, region []word) []word {
	if !hasNegator(region) {
		return region
	}
	first := slices.IndexFunc(all, func(w word) bool { return w.Span == region[0].Span })
	held := func(k int) bool {
		return slices.ContainsFunc(region, func(w word) bool { return w.Span == all[k].Span })
	}
	var out []word
	for _, w := range region {
		k := first
		for all[k].Span != w.Span {
			k++
		}
		twice := k+1 < len(all) && all[k+1].norm == w.norm && negators[w.norm] && !held(k+1) // the other one is kept
		if !twice && !repeatsNegator(text, all, k) {
			out = append(out, w)
		}
	}
	return out
}
