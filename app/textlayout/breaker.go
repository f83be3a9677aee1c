package textlayout

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// MaxLineBytes is the longest line. Only characters without width come near:
// a column of a hundred letters is some hundreds of bytes in any script.
const MaxLineBytes = 4096

// maxWord is the longest piece that is measured whole, in bytes. Longer ones
// (addresses, hashes, a text without spaces) are set cluster by cluster.
const maxWord = 128

// line is a range of bytes of one paragraph, trailing spaces included.
type line struct{ start, end int32 }

// breaker fills lines of one width.
type breaker struct {
	text  string
	width float32
	w     *widths
	lines []line

	// The line being filled, in the style of the paragraph.
	st    Style
	start int     // its first byte
	x     float32 // what is on it measures this much
}

// paragraph breaks one paragraph; every paragraph makes at least one line.
func (b *breaker) paragraph(p para, width float32) {
	b.st, b.start, b.x, b.width = p.style, int(p.start), 0, width
	if p.uax {
		b.byUAX14(int(p.start), int(p.end))
	} else {
		b.bySpaces(int(p.start), int(p.end))
	}
	b.cut(int(p.end))
}

// cut ends the line before offset at.
func (b *breaker) cut(at int) {
	b.lines = append(b.lines, line{int32(b.start), int32(at)})
	b.start, b.x = at, 0
}

// bySpaces breaks the scripts that put spaces between words.
func (b *breaker) bySpaces(i, end int) {
	space := b.w.spaceOf(b.st)
	for i < end {
		j := wordEnd(b.text, i, end)
		b.word(i, j)
		i = b.spaces(j, end, space)
	}
}

// wordEnd is the end of the piece at i that no line break may cut: up to a
// space, or just behind a hyphen between two letters or a dash.
func wordEnd(s string, i, end int) int {
	for j := i; j < end; j++ {
		switch c := s[j]; {
		case c == ' ' || c == '\t':
			return j
		case c == '-' && j > i && j+1 < end && letter(s[j-1]) && letter(s[j+1]):
			return j + 1
		case c == 0xE2 && j > i && j+3 < end && s[j+1] == 0x80 && (s[j+2] == 0x93 || s[j+2] == 0x94) && letter(s[j+3]):
			return j + 3 // – and — before a letter
		}
	}
	return end
}

// letter is true for ASCII letters and for every byte of a longer character.
func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf }

// spaces hangs white space on the current line and returns the next word.
func (b *breaker) spaces(i, end int, space float32) int {
	for i < end && (b.text[i] == ' ' || b.text[i] == '\t') {
		if i-b.start >= MaxLineBytes {
			b.cut(i)
		}
		b.x += space
		i++
	}
	return i
}

// word puts the piece [i, j) on this line or the next.
func (b *breaker) word(i, j int) {
	if j-i > maxWord {
		b.clusters(i, j)
		return
	}
	w := b.w.of(b.text[i:j], b.st)
	if b.start < i && (b.x+w > b.width || j-b.start > MaxLineBytes) {
		b.cut(i)
	}
	if w > b.width {
		b.clusters(i, j)
		return
	}
	b.x += w
}

// clusters sets a piece that does not fit on a line, cluster by cluster. What
// the clusters measure alone is at least what they measure joined.
func (b *breaker) clusters(i, j int) {
	if b.start < i && b.x > b.width/2 {
		b.cut(i)
	}
	for i < j {
		n := cluster(b.text[i:j])
		w := b.w.of(b.text[i:i+n], b.st)
		if b.start < i && (b.x+w > b.width || i+n-b.start > MaxLineBytes) {
			b.cut(i)
		}
		b.x += w
		i += n
	}
}

// maxCluster bounds a grapheme cluster, in bytes: a letter may carry any number
// of combining marks, and a text made to annoy will.
const maxCluster = 64

// cluster is the length of the first grapheme cluster of s, which is not empty.
func cluster(s string) int {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) && s[0] != '\r' {
		return 1
	}
	c, _, _, _ := uniseg.FirstGraphemeClusterInString(clip(s, maxCluster), -1)
	return max(1, len(c))
}

// byUAX14 breaks by Unicode's line breaking algorithm.
func (b *breaker) byUAX14(i, end int) {
	space := b.w.spaceOf(b.st)
	state := -1
	for i < end {
		seg, _, must, next := uniseg.FirstLineSegmentInString(b.text[i:end], state)
		state = next
		n := len(strings.TrimRight(seg, " \t"))
		if n > 0 {
			b.word(i, i+n)
		}
		b.spaces(i+n, i+len(seg), space)
		i += len(seg)
		if must && i < end {
			b.cut(i)
		}
	}
}
