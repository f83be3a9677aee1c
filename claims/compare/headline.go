package compare

import (
	"fmt"
	"slices"
	"strings"

	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/source"
)

// longestHeadline is the length, in bytes, from which a first paragraph is no
// headline: twice the longest that agencies allow for the line above a story.
const longestHeadline = 220

// headlineOf is the span of the line above a text, empty if it has none: the first
// paragraph that is no notice, if it is the title the text is known by, or reads as
// a headline does: one sentence, short, without a full stop, with a text below it.
func headlineOf(d *extract.Doc) source.Span {
	noted := notices(d, nil)
	for k, p := range d.Paragraphs {
		if noted.holds(p.Span) && (p.B-p.A > 1 || strings.HasPrefix(p.Span.Of(d.Text), "(")) {
			continue
		}
		text := oneLine(p.Span.Of(d.Text))
		switch {
		case stamped(text):
		case p.B-p.A != 1 || len(text) > longestHeadline || k+1 == len(d.Paragraphs):
		case d.Meta.Title != "" && text == oneLine(d.Meta.Title):
			return d.Sentences[p.A].Span
		case !strings.HasSuffix(strings.TrimRight(text, `"”’'»)`), ".") && !strings.HasSuffix(text, ":"):
			return d.Sentences[p.A].Span
		}
		return source.Span{}
	}
	return source.Span{}
}

// stamped reports whether a line says when a page was changed or who wrote it.
func stamped(line string) bool {
	first, _, _ := strings.Cut(strings.ToLower(line), " ")
	switch first {
	case "last", "updated", "published", "posted", "by", "from", "photo", "photo:":
		return strings.ContainsAny(line, "0123456789") || first == "by" || strings.HasPrefix(first, "photo")
	}
	return false
}

// Headlines pairs the headlines of two versions where so little of the words stayed
// that their alignment tells them as one line that went and one that came: whatever
// its words, the line above a story is the same part of it. All else is left as it
// is.
func Headlines(old, new *extract.Doc, al diff.Alignment) diff.Alignment {
	o, n := headlineOf(old), headlineOf(new)
	if o.Empty() || n.Empty() {
		return al
	}
	gone := slices.IndexFunc(al.Pairs, func(p diff.Pair) bool { return p.Op == diff.Deleted && p.Old[0] == o })
	came := slices.IndexFunc(al.Pairs, func(p diff.Pair) bool { return p.Op == diff.Added && p.New[0] == n })
	if gone < 0 || came < 0 {
		return al
	}
	p := diff.Pair{Op: diff.Edited, Old: []source.Span{o}, New: []source.Span{n}}
	for _, e := range diff.Words(o.Of(old.Text), n.Of(new.Text)) {
		e.Old, e.New = e.Old.Shift(o.Start), e.New.Shift(n.Start)
		p.Edits = append(p.Edits, e)
	}
	out := slices.Clone(al.Pairs)
	out[came] = p
	return diff.Alignment{Pairs: slices.Delete(out, gone, gone+1)}
}

// rewritten reports whether a pair of headlines shares fewer words than it changed:
// such a line is told, and judged, as a whole.
func rewritten(ps []place, o, n *side) bool {
	changed := 0
	for _, p := range ps {
		if p.typographyOnly {
			continue
		}
		changed += wordsIn(p.was()) + wordsIn(p.is())
	}
	return 2*changed > wordsIn(o.words)+wordsIn(n.words)
}

// retold is the summary of a headline that was rewritten.
func retold(o, n *side) string {
	return fmt.Sprintf("headline changed from %s to %s", said(o.whole()), said(n.whole()))
}
