package index

import (
	"strings"
	"unicode/utf8"

	"stet/index/sentence"
	"stet/index/source"
)

// Passage is the unit that is indexed, found and ranked.
type Passage struct {
	Span source.Span     // bytes of the canonical text
	Kind source.MarkKind // headline, heading, notice, caption, … or KindBody
}

// Limits of a passage.
const (
	// maxSentences is how many sentences a passage holds: enough context to
	// tell what "he" and "there" are, little enough to be read at a glance.
	maxSentences = 3
	// fullPassage is the length in bytes from which a passage takes no further
	// sentence: about 60 words of English.
	fullPassage = 360
	// maxPassage bounds a passage, in bytes, even inside one sentence: a text
	// that is a single sentence of 200,000 words is still found piece by piece.
	maxPassage = 4096
)

// Passages cuts a text into passages: one to three sentences of one paragraph,
// never across two paragraphs, in order and not overlapping. Letters and digits
// all lie in some passage.
func Passages(t source.Text) []Passage {
	paras := t.Paragraphs()
	var out []Passage
	at := 0
	var cur source.Span
	n := 0
	flush := func() {
		if n > 0 {
			out = cutLong(out, t, cur)
		}
		n = 0
	}
	for _, s := range sentence.Split(t.Body) {
		for at < len(paras) && paras[at].End <= s.Start {
			flush()
			at++
		}
		if n > 0 && (n >= maxSentences || cur.Len() >= fullPassage) {
			flush()
		}
		if n == 0 {
			cur = s
		}
		cur.End = s.End
		n++
	}
	flush()
	return out
}

// cutLong appends a passage, in pieces of at most maxPassage bytes.
func cutLong(out []Passage, t source.Text, s source.Span) []Passage {
	for s.Len() > maxPassage {
		piece := s.Of(t.Body)[:maxPassage]
		cut := strings.LastIndexAny(piece, " \n\t")
		if cut < maxPassage/2 {
			for cut = maxPassage; cut > 0 && !utf8.RuneStart(t.Body[s.Start+cut]); cut-- {
			}
		}
		p := source.Span{Start: s.Start, End: s.Start + cut}
		out = append(out, Passage{p, kindOf(t, p)})
		s.Start += cut
		for s.Start < s.End && strings.IndexByte(" \n\t", t.Body[s.Start]) >= 0 {
			s.Start++
		}
	}
	if !s.Empty() {
		out = append(out, Passage{s, kindOf(t, s)})
	}
	return out
}

// kindOf is the kind of the first mark that covers the whole passage. Pages and
// cue times say where a passage is, not what it is.
func kindOf(t source.Text, s source.Span) source.MarkKind {
	for _, m := range t.Marks {
		if m.Start > s.Start {
			break
		}
		if m.Kind != source.MarkPage && m.Kind != source.MarkCue && m.Contains(s) {
			return m.Kind
		}
	}
	return KindBody
}
