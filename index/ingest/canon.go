package ingest

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stet/index/source"
)

// block is one paragraph on its way into a canonical text.
type block struct {
	kind  source.MarkKind // "" for an ordinary paragraph
	text  string          // clean: see clean
	inner []source.Mark   // marks on parts of text, offsets into text
}

// prose reports whether the block is an ordinary paragraph of the body.
func (b block) prose() bool { return b.kind == "" || b.kind == source.MarkQuote }

// assemble joins blocks into a canonical text. Blocks without words vanish.
func assemble(blocks []block) source.Text {
	var sb strings.Builder
	var marks []source.Mark
	for _, b := range blocks {
		if b.text == "" {
			continue
		}
		if sb.Len() > 0 {
			sb.WriteString("\n\n")
		}
		at := sb.Len()
		sb.WriteString(b.text)
		if b.kind != "" {
			marks = append(marks, source.Mark{Span: source.Span{Start: at, End: sb.Len()}, Kind: b.kind})
		}
		for _, m := range b.inner {
			m.Span = m.Shift(at)
			marks = append(marks, m)
		}
	}
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	return source.Text{Body: sb.String(), Marks: marks}
}

// clean gives words the form of a canonical paragraph: NFC, no control or
// invisible formatting characters, spaces folded to one U+0020, lines trimmed,
// no empty line. Single line breaks stay.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = tidy(s)
	// Composing can only meet new neighbours after characters were taken out,
	// and taking out never follows composing twice: two rounds settle it.
	for range 2 {
		if norm.NFC.IsNormalString(s) {
			break
		}
		s = tidy(norm.NFC.String(s))
	}
	return s
}

// isClean is the quick way out for ASCII text that needs nothing.
func isClean(s string) bool {
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == ' ' && prev == ' ' {
			return false
		}
		prev = c
	}
	return prev != ' '
}

func tidy(s string) string {
	var sb strings.Builder
	sb.Grow(len(s))
	space, line := false, false
	for _, r := range s {
		switch fold(r) {
		case gone:
			continue
		case gap:
			space = true
			continue
		case brk:
			line = true
			continue
		}
		if sb.Len() > 0 {
			if line {
				sb.WriteByte('\n')
			} else if space {
				sb.WriteByte(' ')
			}
		}
		space, line = false, false
		sb.WriteRune(r)
	}
	return sb.String()
}

// What becomes of a character in canonical text.
const (
	kept = iota
	gone // taken out
	gap  // a space
	brk  // a line break
)

// fold classifies a character. Joiners and direction marks stay: Persian,
// Indic scripts and emoji need them, and Arabic quotations read wrongly without.
func fold(r rune) int {
	switch {
	case r == ' ' || r == '\t' || r == '\u00a0' || r == '\u202f':
		return gap
	case r == '\n' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return brk
	case r == '\r': // "\r\n" has become "\n" before; a lone one is an old Mac's
		return brk
	case r < ' ' || r >= 0x7f && r <= 0x9f:
		return gone
	case r < 0x7f:
		return kept
	case r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff' || r == '\ufffe' || r == '\uffff':
		return gone
	case unicode.Is(unicode.Zs, r):
		return gap
	}
	return kept
}

// oneLine is clean without line breaks.
func oneLine(s string) string {
	return strings.ReplaceAll(clean(s), "\n", " ")
}

// key folds words for comparing two renderings of one line: letters and digits
// in lower case, nothing else.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// words counts runs of non-space.
func words(s string) int { return len(strings.Fields(s)) }

// ends reports whether s ends as a sentence does, closing marks aside.
func ends(s string) bool {
	s = strings.TrimRight(s, "\"'”’»“)] ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return r != utf8.RuneError && strings.ContainsRune(".!?…:;,。！？؟۔।", r)
}

// leaf reports whether s stops without any punctuation, as a headline or a
// cross-head does; a question may.
func leaf(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return !ends(s) || r == '?'
}
