package index

import (
	"context"
	"errors"
	"slices"
	"strings"

	"stet/index/source"
)

// snippetBytes is about how long a snippet is: three lines of a results list.
const snippetBytes = 320

// snippetLead is how far into a snippet its first mark may stand: about one line.
const snippetLead = snippetBytes / 8

// shower turns passages into hits: it reads their text again and finds what
// matched. Nothing but the text knows where words are; the index keeps no
// positions.
type shower struct {
	texts *texts
	terms map[alt]bool // what counts as a match
	said  [][]string   // phrases
	// figures tells that numbers are looked for by value.
	figures bool
}

func newShower(t *texts, p *plan) *shower {
	s := &shower{texts: t, terms: map[alt]bool{}, said: p.phrases}
	for _, sl := range p.slots {
		for _, a := range sl.own {
			s.terms[a] = true
			s.figures = s.figures || a.field == fieldFigure
		}
	}
	return s
}

// errGone: the store no longer has the words of a passage.
var errGone = errors.New("the passage does not fit its text")

// hit reads a passage. The outlet is the index's where the version has none.
func (s *shower) hit(ctx context.Context, at source.Place, score float64) (Hit, error) {
	k, err := s.texts.get(ctx, at.Version)
	if err != nil {
		return Hit{}, err
	}
	if at.Span.Empty() || !at.Span.Fits(k.text.Body) {
		return Hit{}, errGone
	}
	h := Hit{
		Version: at.Version, Span: at.Span, Score: score,
		Kind:     kindOf(k.text, at.Span),
		Headline: k.version.Headline, Outlet: k.version.Outlet, Date: k.version.Date(),
	}
	passage := at.Span.Of(k.text.Body)
	marks := s.marks(langOf(baseLang(k.version.Lang)), passage)
	for _, m := range marks {
		h.Terms = append(h.Terms, m.Shift(at.Span.Start))
	}
	h.Snippet = snippet(passage, marks)
	return h, nil
}

// marks returns what matched in a passage, in order, not overlapping.
func (s *shower) marks(l language, passage string) []source.Span {
	var out []source.Span
	if l.analyzer != nil {
		for _, t := range l.analyzer.Analyze([]byte(passage)) {
			if s.terms[alt{l.text, string(t.Term)}] {
				out = append(out, source.Span{Start: t.Start, End: t.End})
			}
		}
	}
	exact := exactAnalyzer.Analyze([]byte(passage))
	words := make([]string, len(exact))
	for i, t := range exact {
		words[i] = string(t.Term)
		if s.terms[alt{fieldExact, words[i]}] {
			out = append(out, source.Span{Start: t.Start, End: t.End})
		}
	}
	if s.figures {
		for _, f := range findFigures(passage) {
			if s.terms[alt{fieldFigure, figureTerm(f.value)}] {
				out = append(out, source.Span{Start: f.start, End: f.end})
			}
		}
	}
	for _, said := range s.said {
		for _, i := range occurrences(words, said) {
			out = append(out, source.Span{Start: exact[i].Start, End: exact[i+len(said)-1].End})
		}
	}
	return join(out)
}

// occurrences returns where seq begins in words.
func occurrences(words, seq []string) []int {
	var out []int
	if len(seq) == 0 {
		return nil
	}
	for i := 0; i+len(seq) <= len(words); i++ {
		if words[i] == seq[0] && slices.Equal(words[i:i+len(seq)], seq) {
			out = append(out, i)
		}
	}
	return out
}

// join orders spans and merges those that overlap.
func join(in []source.Span) []source.Span {
	slices.SortFunc(in, source.Span.Compare)
	var out []source.Span
	for _, s := range in {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// snippet shortens a passage to the window that holds most marks, cut between
// words, and tells with "…" that it was cut. It begins close before a mark, so that
// a list which shows only its first lines shows why the passage was found.
func snippet(passage string, marks []source.Span) Snippet {
	if len(passage) <= snippetBytes+snippetBytes/4 && (len(marks) == 0 || marks[0].Start <= snippetLead) {
		return Snippet{Text: flat(passage), Marks: marks}
	}
	start := bestWindow(marks)
	w := source.Span{Start: start, End: min(start+snippetBytes, len(passage))}
	if w.Start > 0 {
		i := strings.IndexAny(passage[w.Start:w.End], " \n")
		w.Start += max(0, i+1)
	}
	if w.End < len(passage) {
		if i := strings.LastIndexAny(passage[w.Start:w.End], " \n"); i > 0 {
			w.End = w.Start + i
		}
	}
	out := Snippet{}
	shift := -w.Start
	if w.Start > 0 {
		out.Text, shift = "… ", shift+len("… ")
	}
	for !w.Fits(passage) { // one word longer than the window: cut between runes
		if w.Start > 0 && !(source.Span{Start: w.Start, End: len(passage)}).Fits(passage) {
			w.Start--
			shift++
			continue
		}
		w.End--
	}
	out.Text += flat(w.Of(passage))
	if w.End < len(passage) {
		out.Text += " …"
	}
	for _, m := range marks {
		if w.Contains(m) {
			out.Marks = append(out.Marks, m.Shift(shift))
		}
	}
	return out
}

// bestWindow is where a window of snippetBytes holds most marks, a little
// before the first of them.
func bestWindow(marks []source.Span) int {
	best, at := 0, 0
	for i, m := range marks {
		n := 0
		for _, o := range marks[i:] {
			if o.End <= m.Start+snippetBytes*3/4 {
				n++
			}
		}
		if n > best {
			best, at = n, max(0, m.Start-snippetLead)
		}
	}
	return at
}

// flat shows a passage on one line without changing its length.
func flat(s string) string { return strings.ReplaceAll(s, "\n", " ") }
