package extract

import (
	"strings"

	"stet/index/source"
)

// A frame is a sentence seen from outside its quotations: every outermost
// quotation is one item, whatever stands in it.
type frame struct {
	d     *Doc
	items []item
	para  int32
	taken map[int]*cue // whole utterances (items) and the cues they belong to
}

// item is a token, or a quotation that stands for all its tokens.
type item struct {
	tok  int // first token
	mark int // quotation (index into Doc.Marks), -1 for a token
}

// maxFrame bounds the items of a frame: no sentence of prose is longer, and the
// bound keeps the time linear.
const maxFrame = 400

// frames cuts the text into frames.
func (d *Doc) frames() []frame {
	out := make([]frame, 0, len(d.Sentences))
	items := make([]item, 0, len(d.Tokens))
	start := 0
	flush := func() {
		if len(items) > start {
			out = append(out, frame{d: d, items: items[start:len(items):len(items)], para: d.Tokens[items[start].tok].Para})
			start = len(items)
		}
	}
	for i := 0; i < len(d.Tokens); {
		t := &d.Tokens[i]
		if i > 0 && d.Tokens[i-1].Sent != t.Sent && !(len(items) > start && items[len(items)-1].mark >= 0 && d.isCueTail(i)) || len(items)-start >= maxFrame {
			flush()
		}
		if t.Mark == 0 || !d.speaks(d.outermost(int(t.Mark)-1)) {
			items = append(items, item{i, -1})
			i++
			continue
		}
		q := d.outermost(int(t.Mark) - 1)
		items = append(items, item{i, q})
		i = max(d.Marks[q].Close, i) + 1
		if !d.Marks[q].Closed {
			i = max(d.Marks[q].Close, d.Marks[q].Open+1)
		}
	}
	flush()
	return out
}

// speaks reports whether a quotation is one item. One that is neither closed nor
// reopened is, if it begins like speech: at the beginning of a paragraph or after
// a comma or colon. Else its mark is a slip and its words are ordinary.
func (d *Doc) speaks(q int) bool {
	m := &d.Marks[q]
	if m.Closed || m.Continued || m.Prev >= 0 {
		return true
	}
	if m.Open == 0 || d.Tokens[m.Open-1].Para != d.Tokens[m.Open].Para {
		return true
	}
	p := d.low(m.Open - 1)
	return p == "," || p == ":"
}

// maxTail is how many tokens "Lind said at the time." may have.
const maxTail = 16

// isCueTail reports whether the sentence at token i only names who said what
// stands right before it: “Why now?” Lind said. A quotation that ends like a
// sentence makes it look like one of its own.
func (d *Doc) isCueTail(i int) bool {
	s := d.Tokens[i].Sent
	if i == 0 || d.Tokens[i-1].Para != d.Tokens[i].Para {
		return false
	}
	end := d.Sentences[s].B
	k := i
	for k < end && k < i+8 && (isNoun(d.Tokens[k].Tag) || d.Tokens[k].Tag == "DT" || d.Tokens[k].Tag == "JJ" || d.Tokens[k].Tag == "PRP" || d.Tokens[k].Tag == "RB") && cueForms()[d.Tokens[k].Lower] == nil {
		k++
	}
	if k > i && k < end && d.Tokens[k].Text == "," { // Lind, the mayor of Norrby, said
		for m := k + 1; m < end && m < k+maxTail && !isFinite(d.Tokens[m].Tag); m++ {
			if d.Tokens[m].Text == "," {
				k = m + 1
				break
			}
		}
	}
	if k == i || k >= end || end-k > maxTail {
		return false
	}
	v := cueForms()[d.Tokens[k].Lower]
	if v == nil || !v.can(useSame) || !isFinite(d.Tokens[k].Tag) && !unmistakable[d.Tokens[k].Lower] {
		return false
	}
	if k+1 < end {
		switch n := &d.Tokens[k+1]; {
		case n.Kind == Punct && n.Text != ":", n.Tag == "IN" && n.Lower != "that", n.Tag == "RB", n.Tag == "TO" && d.tagOf(k+2) != "VB", weekdays[n.Lower]:
		default:
			return false
		}
	}
	for m := k + 1; m < end; m++ {
		if t := &d.Tokens[m]; isFinite(t.Tag) || t.Kind == Mark || t.Lower == "that" {
			return false
		}
	}
	return true
}

func (f *frame) n() int { return len(f.items) }

// token returns the token of item k, nil for a quotation or outside the frame.
func (f *frame) token(k int) *Token {
	if k < 0 || k >= len(f.items) || f.items[k].mark >= 0 {
		return nil
	}
	return &f.d.Tokens[f.items[k].tok]
}

// quoted reports whether item k is a quotation.
func (f *frame) quoted(k int) bool { return k >= 0 && k < len(f.items) && f.items[k].mark >= 0 }

// low is the lower-case word of item k, "" for anything else.
func (f *frame) low(k int) string {
	if t := f.token(k); t != nil {
		return t.Lower
	}
	return ""
}

// tag is the tag of item k, "" for anything but a token.
func (f *frame) tag(k int) string {
	if t := f.token(k); t != nil {
		return t.Tag
	}
	return ""
}

// upper reports whether item k is a word that begins with a capital letter.
func (f *frame) upper(k int) bool { t := f.token(k); return t != nil && t.Upper }

// start and end are the first and past the last byte of item k, a quotation's
// marks included.
func (f *frame) start(k int) int { return f.d.Tokens[f.items[k].tok].Start }

func (f *frame) end(k int) int {
	it := f.items[k]
	if it.mark < 0 {
		return f.d.Tokens[it.tok].End
	}
	m := &f.d.Marks[it.mark]
	if m.Closed {
		return f.d.Tokens[m.Close].End
	}
	return m.Span.End
}

// last is the last token of item k.
func (f *frame) last(k int) int {
	it := f.items[k]
	if it.mark < 0 {
		return it.tok
	}
	m := &f.d.Marks[it.mark]
	if m.Closed {
		return m.Close
	}
	return m.Close - 1
}

// span covers items [a, b).
func (f *frame) span(a, b int) source.Span {
	if a < 0 || b > f.n() || a >= b {
		return source.Span{}
	}
	return source.Span{Start: f.start(a), End: f.end(b - 1)}
}

func isVerb(tag string) bool { return strings.HasPrefix(tag, "VB") }
func isNoun(tag string) bool { return strings.HasPrefix(tag, "NN") }

// isFinite: a verb form that needs a subject.
func isFinite(tag string) bool {
	return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD"
}

// Closed classes of English words.
var (
	auxiliaries = set(`has have had was were is are be been being 's 'd 've 're will would can could may might shall should must do does did 'll 'm am having`)
	adverbs     = set(`also then later earlier already never not n't ever even again still just simply clearly recently repeatedly previously reportedly
	 publicly privately once long often always further now soon only really specifically explicitly flatly bluntly famously notably openly strongly
	 since initially immediately subsequently finally first instead separately thus therefore meanwhile too actually apparently essentially basically
	 consistently correctly falsely wrongly angrily quietly loudly sarcastically jokingly eventually ultimately quickly nearly almost largely widely`)
	pronouns   = set(`he she they it i we you who`)
	timeWords  = set(`monday tuesday wednesday thursday friday saturday sunday week month year day morning afternoon evening night today yesterday tonight tomorrow weekend hour hours days weeks months years decade minutes time summer winter spring fall autumn`)
	weekdays   = set(`monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thurs. fri. sat. sun.`)
	monthNames = set(`january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec.`)
	vagueHeads = set(`one some many others both several most everyone everybody nobody someone somebody few all none another those each neither more less half others anyone`)
)

// isTime reports whether item k is a word of time, a weekday or a month.
func (f *frame) isTime(k int) bool {
	l := f.low(k)
	return timeWords[l] || weekdays[l] || monthNames[l] && f.upper(k)
}
