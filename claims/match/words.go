package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stet/index/source"
)

// A word is what an alignment counts: a run of letters and digits with its inner
// apostrophes, hyphens and number separators.
type word struct {
	source.Span        // bytes of the text it was cut from
	raw         string // as written
	norm        string // lower-case, apostrophes straight, no hyphens: equal words match
	fold        string // norm in its plainest spelling: words that only differ in spelling match
	weight      float32
	upper       bool // begins with a capital
	bracketed   bool // inside square brackets in a claim: the editor's word, not the speaker's
}

func (w word) stop() bool { return w.weight < 1 }

// cutWords cuts text[in.Start:in.End] into at most limit words.
func cutWords(text string, in source.Span, limit int) []word {
	var out []word
	for i := in.Start; i < in.End && len(out) < limit; {
		r, n := utf8.DecodeRuneInString(text[i:in.End])
		if !wordRune(r) || r == utf8.RuneError && n == 1 {
			i += n
			continue
		}
		j := wordEnd(text, i, in.End)
		out = append(out, newWord(text, source.Span{Start: i, End: j}))
		i = j
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordEnd returns the end of the word at i. Apostrophes and hyphens belong to it
// between letters, dots and commas between digits.
func wordEnd(text string, i, end int) int {
	var prev rune
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:end])
		if wordRune(r) {
			prev = r
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[min(i+n, end):end])
		switch {
		case (isApostrophe(r) || isHyphen(r) || r == '\u00ad') && prev != 0 && wordRune(next),
			(r == ',' || r == '.') && unicode.IsDigit(prev) && unicode.IsDigit(next):
			prev = r
			i += n
		default:
			return i
		}
	}
	return i
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '\u02bc' || r == '`' || r == '´'
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

func newWord(text string, s source.Span) word {
	raw := text[s.Start:s.End]
	first, _ := utf8.DecodeRuneInString(raw)
	n := normWord(raw)
	w := word{Span: s, raw: raw, norm: n, fold: foldWord(n), weight: 1, upper: unicode.IsUpper(first)}
	if stopWords[n] {
		w.weight = 0.5
	}
	return w
}

// normWord lowers a word and drops what typography varies in it.
func normWord(raw string) string {
	plain := true
	for i := 0; i < len(raw); i++ {
		if c := raw[i]; c < 'a' || c > 'z' {
			plain = false
			break
		}
	}
	if plain {
		return raw
	}
	var b strings.Builder
	for _, r := range raw {
		switch {
		case isHyphen(r) || r == '\u00ad':
		case isApostrophe(r):
			b.WriteByte('\'')
		case r == ',': // 1,200
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return norm.NFC.String(b.String())
}

// key returns the words' normalised forms joined, for shingles.
func key(ws []word) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.fold)
	}
	return b.String()
}

// decode is utf8.DecodeRuneInString for words that are never empty.
func decode(s string) (rune, int) { return utf8.DecodeRuneInString(s) }
