package match

import (
	"strings"
	"unicode"

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
	if c.addressee(q.By) {
		return voice{}
	}
	v := voice{span: q.By, weak: q.Confidence <= weakAttribution && q.Cue == ""}
	told := strings.Index(c.pass.text, q.Speaker)
	for _, n := range []string{q.Speaker, q.AsWritten, c.apposition(q.By), c.apposition(source.Span{Start: told, End: told + len(q.Speaker)})} {
		if strings.TrimSpace(n) != "" {
			v.names = append(v.names, n)
		}
	}
	return v
}

// weakAttribution is the confidence up to which an attribution without a cue is
// only a guess: it can confirm a speaker, not contradict one.
const weakAttribution = 0.6

// addressee reports whether the words before a name make it the one spoken to.
func (c *comparison) addressee(by source.Span) bool {
	if by.Empty() || !by.Fits(c.pass.text) {
		return false
	}
	ws := strings.Fields(c.pass.text[max(0, by.Start-addresseeLook):by.Start])
	if len(ws) == 0 {
		return false
	}
	switch normWord(ws[len(ws)-1]) {
	case "told", "tells", "telling", "tell", "asked", "reminded", "informed":
		return true
	}
	return false
}

// addresseeLook is how many bytes before a name hold the verb it is object of.
const addresseeLook = 24

// apposition returns the name that follows a speaker given by role: "a
// spokeswoman, Ines Castro, said".
func (c *comparison) apposition(by source.Span) string {
	if by.Empty() || !by.Fits(c.pass.text) || !parseSpeaker(by.Of(c.pass.text)).nominal {
		return ""
	}
	rest := c.pass.text[by.End:]
	const longest = 80
	rest = strings.ToValidUTF8(rest[:min(longest, len(rest))], "")
	// the role may go on before the comma: "the head of the clinic, Ana Ruiz"
	_, name, ok := strings.Cut(rest, ", ")
	if !ok || strings.ContainsAny(rest[:len(rest)-len(name)], ".!?\n“”\"") {
		return ""
	}
	var out []string
	for _, w := range strings.Fields(name) {
		r, _ := decode(w)
		if !unicode.IsUpper(r) {
			break
		}
		out = append(out, strings.TrimRight(w, ",.;:"))
		if strings.ContainsAny(w, ",.;:") {
			break
		}
	}
	if len(out) < 2 {
		return ""
	}
	return strings.Join(out, " ")
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
