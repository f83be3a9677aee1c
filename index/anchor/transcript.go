package anchor

import (
	"fmt"
	"strings"

	"stet/index/diff"
	"stet/index/source"
)

// labelWords is how many words a speaker's label in a transcript may have.
const labelWords = 4

// voices compares who a whole paragraph belongs to: the label in front of it
// ("OSEI: …") or the signature behind it ("… — Ana Ruiz").
func (f *finder) voices(at source.Span) []string {
	was, is := paragraphAt(f.old.text, f.passage), paragraphAt(f.new.text, at)
	for _, read := range []func(string) string{label, signature} {
		a, b := read(was), read(is)
		if a != "" && b != "" && !sameWords(a, b) {
			return []string{fmt.Sprintf("speaker %s → %s", a, b)}
		}
	}
	if a := label(was); a != "" && label(is) == "" && f.samePlace(was, is, at) {
		return []string{fmt.Sprintf("speaker %s → %q", a, brief(is))}
	}
	return nil
}

// samePlace reports whether the first sentence of the passage's paragraph opens the
// paragraph the passage stands in now.
func (f *finder) samePlace(was, is string, at source.Span) bool {
	k := f.old.index(source.Span{Start: strings.LastIndex(f.old.text[:f.passage.Start], "\n") + 1, End: f.passage.End})
	if k < 0 || was == "" || is == "" {
		return false
	}
	row := f.rows[f.old.sents[k].row]
	from := strings.LastIndex(f.new.text[:at.Start], "\n") + 1
	return len(row.New) > 0 && from <= row.New[0].Start && strings.TrimSpace(f.new.text[from:row.New[0].Start]) == ""
}

// paragraphAt is the paragraph that holds the start of a span.
func paragraphAt(text string, at source.Span) string {
	from, to := 0, len(text)
	if i := strings.LastIndex(text[:at.Start], "\n"); i >= 0 {
		from = i + 1
	}
	if i := strings.Index(text[at.Start:], "\n"); i >= 0 {
		to = at.Start + i
	}
	return text[from:to]
}

// label is the name in front of a paragraph of a transcript, "" if there is
// none.
func label(paragraph string) string {
	head := firstRunes(paragraph, ContextRunes)
	i := strings.IndexByte(head, ':')
	if i <= 0 {
		return ""
	}
	name := strings.TrimLeft(head[:i], " \"“")
	if !nameLike(name) {
		return ""
	}
	return name
}

// signature is the name behind the last dash of a paragraph, "" if there is
// none.
func signature(paragraph string) string {
	tail := lastRunes(strings.TrimRight(paragraph, " ."), ContextRunes)
	for _, dash := range []string{"― ", "— ", "– "} {
		if i := strings.LastIndex(tail, dash); i >= 0 {
			if name, _, _ := strings.Cut(tail[i+len(dash):], ","); nameLike(name) {
				return name
			}
		}
	}
	return ""
}

// nameLike reports whether a few capitalised words stand there and nothing else.
func nameLike(s string) bool {
	side := newSide(s, source.Span{End: len(s)})
	words := 0
	for k, t := range side.tokens {
		if t.Class == diff.Mark {
			if t.Norm != "." && t.Norm != "-" {
				return false
			}
			continue
		}
		if words++; !side.capital(k) || starters[t.Norm] {
			return false
		}
	}
	return words > 0 && words <= labelWords
}
