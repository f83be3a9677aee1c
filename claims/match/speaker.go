package match

import (
	"strings"

	"stet/index/source"
)

// voice finds who speaks the matched words: the speaker of the quotation that
// covers most of them, or the label of a transcript's turn.
func (c *comparison) voice() voice {
	span := c.pass.span(c.first(), c.last())
	if v, ok := c.turnVoice(span); ok {
		return v
	}
	best, most := -1, 0
	qs := c.pass.doc.Quotes()
	for i, q := range qs {
		if q.Scare || !q.Span.Overlaps(span) {
			continue
		}
		n := 0
		for _, s := range q.Content {
			n += max(0, min(s.End, span.End)-max(s.Start, span.Start))
		}
		if n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return voice{}
	}
	q := qs[best]
	v := voice{span: q.By}
	for _, n := range []string{q.Speaker, q.AsWritten, q.Via} {
		if strings.TrimSpace(n) != "" {
			v.names = append(v.names, n)
		}
	}
	return v
}

// turnVoice reads the label of the turn that holds a span: "MINISTER VARGA: …".
func (c *comparison) turnVoice(span source.Span) (voice, bool) {
	text := c.pass.text
	at := span.Start
	for at > 0 {
		line := strings.LastIndexByte(text[:at], '\n') + 1
		head := text[line:]
		if labelled(head[:min(len(head), max(0, strings.IndexByte(head+"\n", '\n')))]) {
			i := strings.IndexByte(head, ':')
			return voice{names: []string{titleCase(head[:i])}, span: source.Span{Start: line, End: line + i}}, true
		}
		if line == 0 || !c.flat {
			break
		}
		at = line - 1
	}
	return voice{}, false
}

// titleCase writes a label in capitals as a name: MINISTER VARGA, Minister Varga.
func titleCase(s string) string {
	ws := strings.Fields(s)
	for i, w := range ws {
		_, n := decode(w)
		ws[i] = w[:n] + strings.ToLower(w[n:])
	}
	return strings.Join(ws, " ")
}
