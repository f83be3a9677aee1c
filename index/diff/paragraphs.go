package diff

import (
	"strings"

	"stet/index/sentence"
	"stet/index/source"
)

// sentences cuts both texts into sentences. An empty line ends a sentence
// whatever surrounds it, so a paragraph of the new text that stands in the old
// one too is cut as there, without looking again.
func sentences(old, new string) (olds, news []source.Span) {
	olds = sentence.Split(old)
	if old == new {
		return olds, olds
	}
	type cut struct {
		at    int // where the paragraph starts
		sents []source.Span
	}
	known := map[string]cut{} // paragraphs of the old text
	at := 0
	eachParagraph(old, func(p source.Span) {
		from := at
		for at < len(olds) && olds[at].Start < p.End {
			at++
		}
		known[p.Of(old)] = cut{p.Start, olds[from:at]}
	})
	var fresh source.Span // paragraphs that the old text does not have
	split := func() {
		for _, s := range sentence.Split(fresh.Of(new)) {
			news = append(news, s.Shift(fresh.Start))
		}
		fresh = source.Span{}
	}
	eachParagraph(new, func(p source.Span) {
		same, ok := known[p.Of(new)]
		if !ok {
			if fresh.Empty() {
				fresh = p
			}
			fresh.End = p.End
			return
		}
		split()
		for _, s := range same.sents {
			news = append(news, s.Shift(p.Start-same.at))
		}
	})
	split()
	return olds, news
}

// eachParagraph tells the stretches of a text between empty lines; together with
// the line ends they cover it.
func eachParagraph(text string, tell func(source.Span)) {
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.Index(text[at:], "\n\n"); i >= 0 {
			end = at + i + len("\n\n")
		}
		tell(source.Span{Start: at, End: end})
		at = end
	}
}
