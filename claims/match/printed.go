package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims/extract"
	"stet/index/source"
)

// printed is a quotation as the checked story prints it, read.
type printed struct {
	text   string
	words  []word
	breaks []int         // breaks[i]: words that may be left out before words[i]; one more than words
	parts  []source.Span // of text: what is quoted
	ends   rune          // the sign after the last word: . ! ? … or 0
	plain  bool          // a statement, not a quotation
	solid  bool          // " … " only stitches segments together
	before []word        // the story's own, in front of the quotation in its sentence
	inner  []source.Span // of text: what stands between marks inside a sentence that may be the story's own; else nil
}

func (p *printed) leading() bool  { return p.breaks[0] > 0 }
func (p *printed) trailing() bool { return p.breaks[len(p.words)] > 0 }

// capitalShown reports whether brackets show that the first letter was another: it
// stood inside a sentence, “[N]o bishop …”.
func (p *printed) capitalShown() bool {
	w := p.words[0]
	return w.upper && w.Start > 0 && p.text[w.Start-1] == '[' && strings.HasPrefix(p.text[w.End:], "]") && !w.bracketed
}

// readPrinted reads a quote claim.
func readPrinted(c QuoteClaim) *printed {
	p := &printed{text: c.Words, solid: c.Stitched, plain: c.plain}
	parts := c.Parts
	if parts == nil {
		parts, p.inner = quotedParts(c.Words)
	}
	for _, s := range parts {
		if s.Fits(c.Words) {
			p.parts = append(p.parts, s)
			p.add(s)
		}
	}
	p.breaks = append(p.breaks, 0)
	if len(p.words) > 0 {
		p.finish()
	}
	p.readBefore(c.Before)
	return p
}

// quotedParts are the parts of a claim that are the quotation: what stands
// between its marks if an attribution stands outside them, else everything. Where
// other words stand outside, what is between the marks is returned too.
func quotedParts(text string) (parts, inner []source.Span) {
	all := []source.Span{{End: len(text)}}
	if !strings.ContainsAny(text, "\"“”„«»‘’'‹›「『") {
		return all, nil
	}
	d := extract.Analyse(text, extract.Meta{})
	at, cue, outside := 0, false, false
	look := func(a, b int) {
		for _, w := range cutWords(text, source.Span{Start: a, End: b}, maxClaimWords) {
			outside = true
			cue = cue || cueVerbs[w.norm]
		}
	}
	for _, m := range d.Marks {
		if m.Depth == 0 && m.Span.Start >= at {
			look(at, m.Span.Start)
			parts = append(parts, m.Span)
			at = m.Span.End
		}
	}
	look(at, len(text))
	switch {
	case len(parts) == 0:
		return all, nil
	case outside && !cue:
		return all, parts
	}
	return parts, nil
}

// add appends the words of one part.
func (p *printed) add(in source.Span) {
	depth, pending := 0, 0
	for i := in.Start; i < in.End && len(p.words) < maxClaimWords; {
		r, n := utf8.DecodeRuneInString(p.text[i:in.End])
		switch {
		case wordRune(r):
			j := wordEnd(p.text, i, in.End)
			w := newWord(p.text, source.Span{Start: i, End: j})
			next, _ := utf8.DecodeRuneInString(p.text[min(j+1, in.End):in.End])
			// "[t]he" is a changed capital, "[the mayor]" the editor's words.
			w.bracketed = depth > 0 && !(j < in.End && p.text[j] == ']' && wordRune(next))
			p.words, p.breaks = append(p.words, w), append(p.breaks, pending)
			pending, i = 0, j
			continue
		case r == '[' || r == '(':
			depth++
		case r == ']' || r == ')':
			depth = max(0, depth-1)
		}
		if k := ellipsis(p.text[i:in.End]); k > 0 {
			pending, n = ellipsisWords, k
		}
		i += n
	}
	if pending > 0 {
		// An ellipsis at the end of a part stands before the next one's first word.
		p.breaks = append(p.breaks, pending)
		p.words = append(p.words, word{})
	}
}

// ellipsis returns the length of the ellipsis at the beginning of s, 0 if there
// is none.
func ellipsis(s string) int {
	if strings.HasPrefix(s, "…") {
		return len("…")
	}
	if strings.HasPrefix(s, "..") {
		return len(s) - len(strings.TrimLeft(s, "."))
	}
	if strings.HasPrefix(s, ". . .") {
		return len(". . .")
	}
	return 0
}

// finish folds the placeholders of ellipses at the end of parts into breaks and
// notes how the quotation ends.
func (p *printed) finish() {
	var ws []word
	var br []int
	pending := 0
	for i, w := range p.words {
		pending = max(pending, p.breaks[i])
		if w.norm == "" {
			continue
		}
		ws, br = append(ws, w), append(br, pending)
		pending = 0
	}
	p.words, p.breaks = ws, append(br, pending)
	if len(ws) == 0 {
		return
	}
	for _, r := range p.text[ws[len(ws)-1].End:] {
		if r == '.' || r == '!' || r == '?' || r == '…' {
			p.ends = r
			break
		}
		if !unicode.Is(unicode.Pf, r) && !unicode.Is(unicode.Pi, r) && r != '"' && r != '\'' && r != ',' && r != ')' && r != ']' {
			break
		}
	}
}

// between is the text between claim words i-1 and i.
func (p *printed) between(i int) string {
	if i <= 0 || i >= len(p.words) {
		return ""
	}
	return p.text[p.words[i-1].End:p.words[i].Start]
}

// seam reports whether words stand between claim words i-1 and i that are not
// quoted.
func (p *printed) seam(i int) bool {
	for _, s := range p.parts {
		if i > 0 && i < len(p.words) && s.Contains(p.words[i-1].Span) {
			return !s.Contains(p.words[i].Span)
		}
	}
	return false
}

// asks reports whether a question of another's stands between claim words i-1 and i,
// outside the quotation.
func (p *printed) asks(i int) bool {
	if !p.seam(i) {
		return false
	}
	between := source.Span{Start: p.words[i-1].End, End: p.words[i].Start}
	return slices.ContainsFunc(cutWords(p.text, between, maxClaimWords), func(w word) bool { return askings[w.norm] })
}

// span covers claim words [a, b).
func (p *printed) span(a, b int) source.Span {
	if a >= b {
		return source.Span{}
	}
	return source.Span{Start: p.words[a].Start, End: p.words[b-1].End}
}
