package textlayout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"stet/index/source"
)

// window is how far around a place words are looked for, in bytes. Words and
// clusters are shorter; a text without spaces is cut there.
const window = 1024

// WordAt is the word (UAX #29) at an offset: letters and digits, or the
// stretch of spaces, or the mark of punctuation. Behind the last character of
// a paragraph it is the last word.
func (l *Layout) WordAt(off int) source.Span {
	p := l.doc.ParagraphSpan(l.doc.Paragraph(l.Snap(off, false)))
	if p.Empty() {
		return p
	}
	off = min(off, p.End-1)
	at := l.safe(p.Start, off)
	end := p.Start + len(clip(l.doc.body[p.Start:p.End], min(p.Len(), off+window-p.Start)))
	state := -1
	for at < end {
		w, _, next := uniseg.FirstWordInString(l.doc.body[at:end], state)
		state = next
		if off < at+len(w) {
			return source.Span{Start: at, End: at + len(w)}
		}
		at += len(w)
	}
	return source.Span{Start: at, End: at}
}

// safe is a place before off from which words can be counted: behind a space,
// or the start of the paragraph, or one window back.
func (l *Layout) safe(start, off int) int {
	if off-start <= window {
		return start
	}
	from := off - window
	for !utf8.RuneStart(l.doc.body[from]) {
		from--
	}
	if i := strings.LastIndexByte(l.doc.body[from:off], ' '); i >= 0 {
		return from + i + 1
	}
	return from
}

// NextWord is the end of the next word.
func (l *Layout) NextWord(off int) int {
	for off < l.doc.Len() {
		w := l.WordAt(off)
		if l.doc.body[off] == '\n' || w.End <= off {
			off++
			continue
		}
		off = w.End
		if worded(w.Of(l.doc.body)) {
			return off
		}
	}
	return l.doc.Len()
}

// PrevWord is the start of the word before.
func (l *Layout) PrevWord(off int) int {
	for off > 0 {
		back := l.Prev(off)
		w := l.WordAt(back)
		if l.doc.body[back] == '\n' || w.Start >= off {
			off = back
			continue
		}
		off = w.Start
		if worded(w.Of(l.doc.body)) {
			return off
		}
	}
	return 0
}

func worded(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// ParagraphAt is the paragraph at an offset.
func (l *Layout) ParagraphAt(off int) source.Span {
	return l.doc.ParagraphSpan(l.doc.Paragraph(off))
}

// maxSentence bounds how much of a paragraph is searched for sentences, in
// bytes, around the place.
const maxSentence = 64 << 10

// SentenceAt is the sentence at an offset, without the space behind it: UAX
// #29, but no end after the abbreviations and initials below.
func (l *Layout) SentenceAt(off int) source.Span {
	p := l.ParagraphAt(off)
	if p.Len() > maxSentence {
		from := max(p.Start, min(off, p.End)-maxSentence/2)
		p = source.Span{Start: l.Snap(from, false), End: l.Snap(min(p.End, from+maxSentence), false)}
	}
	start, at, state := p.Start, p.Start, -1
	for at < p.End {
		s, _, next := uniseg.FirstSentenceInString(l.doc.body[at:p.End], state)
		state = next
		at += len(s)
		if at < p.End && abbreviated(l.doc.body[start:at]) {
			continue
		}
		if off < at || at == p.End {
			return trimmed(l.doc.body, source.Span{Start: start, End: at})
		}
		start = at
	}
	return p
}

func trimmed(body string, s source.Span) source.Span {
	s.End = s.Start + len(strings.TrimRightFunc(s.Of(body), unicode.IsSpace))
	return s
}

// abbreviations do not end a sentence: titles, ranks and months as the news
// agencies' style books shorten them.
var abbreviations = words("Mr Mrs Ms Dr Prof Rev Hon Sen Rep Gov Gen Lt Col Maj Capt Cmdr Sgt Cpl Pvt Adm Insp Supt " +
	"St Mt Ft No Nos Art Sec vs etc approx est Inc Ltd Co Corp Bros dept " +
	"Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun " +
	"p pp vol ch fig al cf e.g i.e U.S U.K U.N E.U a.m p.m")

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// abbreviated reports whether s ends in an abbreviation or a single initial.
func abbreviated(s string) bool {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	w, dot := strings.CutSuffix(s[strings.LastIndexAny(s, " \u00a0(\"“‘")+1:], ".")
	if !dot {
		return false
	}
	w = strings.TrimLeftFunc(w, func(r rune) bool { return unicode.IsPunct(r) })
	r, n := utf8.DecodeRuneInString(w)
	return abbreviations[w] || n > 0 && n == len(w) && unicode.IsUpper(r)
}
