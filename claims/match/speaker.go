package match

import (
	"slices"
	"strings"
	"unicode"

	"stet/claims/extract"
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
		for _, m := range c.matches {
			at := c.pass.words[m.p].Span
			for _, s := range q.Content {
				if s.Contains(at) {
					n += at.Len()
				}
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return voice{}
	}
	q := qs[best]
	if strings.TrimSpace(q.Speaker) == "" && strings.TrimSpace(q.AsWritten) == "" {
		return c.onlyPerson(q.Span)
	}
	if c.addressee(q.By) {
		return voice{}
	}
	v := voice{span: q.By, weak: q.Confidence <= weakAttribution && q.Cue == ""}
	if goesNextDoor(c.pass.text, q) {
		v.weak = true
	}
	if strings.EqualFold(q.AsWritten, "it") {
		v.weak, v.told = true, c.pass.text[:q.Span.Start] // "it ends": a letter, by somebody told before
	}
	told := strings.Index(c.pass.text, q.Speaker)
	resolved := q.Speaker
	if k := kindOf(c.pass.doc, resolved); k == extract.Organisation || k == extract.PlaceName {
		if personal(q.AsWritten) {
			resolved = "" // a person, taken for something else
		}
		v.thing = resolved != ""
	}
	if personal(q.AsWritten) && resolved != "" {
		v.beforehand = c.mention(resolved, q.Span.Start)
	}
	for _, n := range []string{resolved, q.AsWritten, c.described(q.By), c.apposition(q.By), c.apposition(source.Span{Start: told, End: told + len(q.Speaker)}), q.Via} {
		if strings.TrimSpace(n) != "" {
			v.names = append(v.names, n)
		}
	}
	if name := c.introduced(q); name != "" && compareSpeakers(name, q.Speaker) != samePerson {
		v.names = []string{name}
	}
	if c.genderDiffers(q.AsWritten, v.names) {
		return voice{}
	}
	around := q.Sentence
	if !q.By.Empty() {
		around.Start, around.End = max(around.Start, q.By.Start-nearBy), min(around.End, q.By.End+nearBy)
	}
	v.around = outside(c.pass.text, around, c.pass.doc)
	return v
}

// goesNextDoor reports whether a quotation that ends with a full stop is given to
// somebody whom the sentence behind it introduces: “The barn burned.” A neighbour, Ida
// Brandt, disagreed. It may be whoever spoke before.
func goesNextDoor(text string, q extract.Quote) bool {
	last := len(q.Content) - 1
	if last < 0 || q.By.Start < q.Content[last].End {
		return false
	}
	words := q.Content[last].Of(text)
	rest := strings.TrimLeft(text[q.Content[last].End:q.By.Start], "”\"’'» ")
	return strings.HasSuffix(words, ".") && rest == "" && startsUpper(q.By.Of(text))
}

func startsUpper(s string) bool {
	r, _ := decode(s)
	return unicode.IsUpper(r)
}

// introduced is the named subject of the sentence that stands right before a
// quotation told of "he" or "she": “Striker Ola Finn disagreed. "…," he said.”
func (c *comparison) introduced(q extract.Quote) string {
	d := c.pass.doc
	if !personal(q.AsWritten) || q.By.Start < q.Span.Start {
		return ""
	}
	i := d.SentenceAt(q.Span.Start)
	if i < 1 || d.ParagraphAt(d.Sentences[i-1].Span.Start) != d.ParagraphAt(q.Span.Start) {
		return ""
	}
	before := d.Sentences[i-1].Span
	for _, e := range d.Entities().List {
		if !e.Named || e.Kind == extract.PlaceName || e.Kind == extract.Organisation {
			continue
		}
		for _, m := range e.Mentions {
			s := d.Span(m.A, m.B)
			if before.Contains(s) && m.Subject && !m.Possessive && d.Tokens[m.A].Mark == 0 && opensWith(d.Text[before.Start:s.Start]) {
				return e.Name
			}
		}
	}
	return ""
}

// opensWith reports whether the words before a name can only be its title or role.
func opensWith(lead string) bool {
	const titleWords = 3
	ws := strings.Fields(lead)
	if len(ws) > 0 && partitive[ws[len(ws)-1]] {
		return false // “A pharmacist from Roche, …” says where somebody is from
	}
	return len(ws) <= titleWords && !strings.ContainsAny(lead, ",;:“”\"")
}

// genderDiffers reports whether a pronoun was resolved to a person of the other
// gender: a misreading.
func (c *comparison) genderDiffers(pronoun string, names []string) bool {
	var other byte
	switch strings.ToLower(pronoun) {
	case "he":
		other = 'f'
	case "she":
		other = 'm'
	default:
		return false
	}
	for _, e := range c.pass.doc.Entities().List {
		if e.Gender == other && slices.Contains(names, e.Name) {
			return true
		}
	}
	return false
}

// personal reports whether a speaker is written as a personal pronoun.
func personal(s string) bool {
	switch strings.ToLower(s) {
	case "he", "she":
		return true
	}
	return false
}

// mention returns the words of the sentence that last names somebody before a
// place of the text, if it names them only to say what somebody else is: in "the
// chairman of Northern Copper, Oskar Trotha, … he" may mean the other.
func (c *comparison) mention(name string, before int) []word {
	text := c.pass.text
	at := strings.LastIndex(text[:before], name)
	if at < 0 {
		return nil
	}
	ws := strings.Fields(text[max(0, at-addresseeLook):at])
	if len(ws) == 0 || !partitive[ws[len(ws)-1]] {
		return nil
	}
	if i := c.pass.doc.SentenceAt(at); i >= 0 {
		return cutWords(text, c.pass.doc.Sentences[i].Span, maxClaimWords)
	}
	return nil
}

var partitive = set("of for at in from near")

// kindOf is the kind of the entity a text knows by a name.
func kindOf(d *extract.Doc, name string) extract.EntityKind {
	if strings.TrimSpace(name) == "" {
		return extract.OtherName
	}
	for _, e := range d.Entities().List {
		if e.Name == name {
			return e.Kind
		}
	}
	return extract.OtherName
}

// outside returns the words of a sentence that stand outside quotation marks.
func outside(text string, in source.Span, d *extract.Doc) []word {
	var out []word
	for _, w := range cutWords(text, in, maxClaimWords) {
		inside := false
		for _, m := range d.Marks {
			inside = inside || m.Span.Contains(w.Span)
		}
		if !inside {
			out = append(out, w)
		}
	}
	return out
}

// onlyPerson is the one person a paragraph names outside its quotations: the
// likely speaker of a quotation whose attribution was not read.
func (c *comparison) onlyPerson(quote source.Span) voice {
	d := c.pass.doc
	i := d.ParagraphAt(quote.Start)
	if i < 0 {
		return voice{}
	}
	para := d.Paragraphs[i].Span
	var found *extract.Entity
	for _, e := range d.Entities().List {
		for _, m := range e.Mentions {
			if s := d.Span(m.A, m.B); e.Kind == extract.Person && e.Named && para.Contains(s) && d.Tokens[m.A].Mark == 0 && found != e {
				if found != nil {
					return voice{}
				}
				found = e
			}
		}
	}
	if found == nil {
		return voice{}
	}
	return voice{names: []string{found.Name}, span: para}
}

// nearBy is how many bytes around a speaker as written may hold another name for
// the same one: "Open Label's chairman, Piet Roos".
const nearBy = 60

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

// described returns a speaker's words up to the apposition that names them: "her
// spokesman, Julian Crewe".
func (c *comparison) described(by source.Span) string {
	if name := c.apposition(by); name != "" {
		return by.Of(c.pass.text) + ", " + name
	}
	return ""
}

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
