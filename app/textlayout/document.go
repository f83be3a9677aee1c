package textlayout

import (
	"math"
	"sort"
	"strings"
	"unicode/utf8"

	"stet/index/source"
)

// MaxBytes is the longest text that is laid out: offsets are kept in 32 bits.
const MaxBytes = math.MaxInt32 - 1

// Document is an immutable text with an index of its paragraphs.
type Document struct {
	body  string
	paras []para
}

type para struct {
	start, end int32 // without the "\n"
	style      Style
	uax, rtl   bool  // broken by UAX #14; holds right-to-left characters
	number     int32 // counts paragraphs that are not blank, from 1
}

// NewDocument indexes a canonical text. A paragraph takes the style of the
// first mark that covers at least half of it.
func NewDocument(t source.Text) *Document {
	d := &Document{body: clip(t.Body, MaxBytes)}
	n := int32(0)
	for at := 0; at <= len(d.body); {
		end := len(d.body)
		if i := strings.IndexByte(d.body[at:], '\n'); i >= 0 {
			end = at + i
		}
		p := para{start: int32(at), end: int32(end)}
		if at == end {
			p.style = Blank
		} else {
			n++
			p.number = n
			p.uax, p.rtl = scripts(d.body[at:end])
		}
		d.paras = append(d.paras, p)
		at = end + 1
	}
	for _, m := range t.Marks {
		d.dress(m)
	}
	return d
}

// clip cuts s to at most n bytes, on a rune boundary.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func (d *Document) dress(m source.Mark) {
	st, ok := styleOf[m.Kind]
	if !ok || !m.Fits(d.body) {
		return
	}
	for i := d.Paragraph(m.Start); i < len(d.paras) && int(d.paras[i].start) < m.End; i++ {
		p := &d.paras[i]
		covered := min(m.End, int(p.end)) - max(m.Start, int(p.start))
		if p.style == Body && 2*covered >= int(p.end-p.start) {
			p.style = st
		}
	}
}

// Body is the text.
func (d *Document) Body() string { return d.body }

// Len is the length of the text in bytes.
func (d *Document) Len() int { return len(d.body) }

// Paragraphs is the number of paragraphs, blank ones included; at least 1.
func (d *Document) Paragraphs() int { return len(d.paras) }

// Paragraph is the index of the paragraph that holds an offset. The "\n" that
// ends a paragraph belongs to it.
func (d *Document) Paragraph(off int) int {
	i := sort.Search(len(d.paras), func(i int) bool { return int(d.paras[i].start) > off })
	return max(0, i-1)
}

// ParagraphSpan is the extent of a paragraph without its "\n".
func (d *Document) ParagraphSpan(i int) source.Span {
	return source.Span{Start: int(d.paras[i].start), End: int(d.paras[i].end)}
}

// Style is how paragraph i is set.
func (d *Document) Style(i int) Style { return d.paras[i].style }

// Number counts the paragraphs that are not blank, from 1; 0 for a blank one.
func (d *Document) Number(i int) int { return int(d.paras[i].number) }

// scripts looks for characters that need the slower ways of breaking and of
// ordering.
func scripts(s string) (uax, rtl bool) {
	for i := 0; i < len(s); i++ {
		if s[i] < 0xD6 { // below U+0580 in UTF-8's first byte: Latin, Greek, Cyrillic, Armenian
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		uax = uax || unspaced(r)
		rtl = rtl || rightToLeft(r)
		if uax && rtl {
			return
		}
		i += n - 1
	}
	return
}

// rightToLeft covers the blocks of Unicode reserved for right-to-left scripts
// and the marks and overrides that turn the direction.
func rightToLeft(r rune) bool {
	switch {
	case r < 0x0590:
		return false
	case r <= 0x08FF, r == 0x200F, r == 0x202B, r == 0x202E, r == 0x2067:
		return true
	case r >= 0xFB1D && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFC:
		return true
	}
	return r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// unspacedBlocks are the blocks of scripts that do not put a space between
// words, and the zero-width space with which others do without one.
var unspacedBlocks = [][2]rune{
	{0x0E00, 0x0FFF},   // Thai, Lao, Tibetan
	{0x1000, 0x109F},   // Myanmar
	{0x1100, 0x11FF},   // Hangul Jamo
	{0x1780, 0x17FF},   // Khmer
	{0x1950, 0x19FF},   // Tai Le, New Tai Lue, Khmer symbols
	{0x1A20, 0x1AAF},   // Tai Tham
	{0x200B, 0x200B},   // zero-width space
	{0x2E80, 0xA4CF},   // CJK, kana, bopomofo, Yi
	{0xA960, 0xA97F},   // Hangul Jamo extended
	{0xAC00, 0xD7FF},   // Hangul syllables
	{0xF900, 0xFAFF},   // CJK compatibility
	{0xFE30, 0xFE4F},   // CJK compatibility forms
	{0xFF00, 0xFFEF},   // full- and half-width forms
	{0x1B000, 0x1B16F}, // kana supplement
	{0x20000, 0x3FFFF}, // CJK extensions
}

func unspaced(r rune) bool {
	if r < 0x0E00 {
		return false
	}
	i := sort.Search(len(unspacedBlocks), func(i int) bool { return unspacedBlocks[i][1] >= r })
	return i < len(unspacedBlocks) && unspacedBlocks[i][0] <= r
}
