package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stet/index/source"
)

// Class is what sort of token a Token is.
type Class uint8

// The classes of tokens.
const (
	Word   Class = iota // letters, perhaps with digits, hyphens, an inner apostrophe
	Number              // begins with a digit: 12, 1,200.50, 12-year-old, 3bn
	Mark                // punctuation and symbols, one each ("..." and "--" are one)
)

// Token is the unit of word edits. Clitics are tokens of their own ("do n't",
// "Osei 's"); hyphenated compounds are one; white space is none.
type Token struct {
	Span   source.Span
	Norm   string // case-folded, typography normalised: what is compared
	Class  Class
	Spaced bool // white space, or the start of the text, stands before it
}

// Tokens cuts a text into tokens. The spans are ascending byte spans of text;
// what lies between them is white space.
func Tokens(text string) []Token {
	var out []Token
	var norm []byte
	sc := scanner{text: text}
	for sc.next() {
		norm = appendNorm(norm[:0], sc.form(), sc.class)
		out = append(out, Token{source.Span{Start: sc.start, End: sc.end}, string(norm), sc.class, sc.spaced})
	}
	return out
}

// scanner finds one token after the other.
type scanner struct {
	text       string
	start, end int
	class      Class
	spaced     bool
	rest       int  // end of a word whose clitic is still to come; 0: none
	inner      bool // the word holds an apostrophe
}

func (s *scanner) next() bool {
	if s.rest > 0 {
		s.start, s.end, s.rest = s.end, s.rest, 0
		s.class, s.spaced = Word, false
		return true
	}
	at := s.end
	for at < len(s.text) {
		if c := s.text[at]; c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			at++
			continue
		} else if c < utf8.RuneSelf {
			break
		}
		r, w := utf8.DecodeRuneInString(s.text[at:])
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
			break
		}
		at += w
	}
	if at >= len(s.text) {
		return false
	}
	s.spaced = at > s.end || at == 0
	s.start = at
	r, w := s.rune(at)
	switch {
	case isWordRune(r):
		s.class = Word
		if isDigit(r) {
			s.class = Number
		}
		s.inner = false
		s.end = s.wordEnd(at)
		if s.inner {
			s.splitClitic()
		}
	default:
		s.class = Mark
		s.end = at + w
		if strings.ContainsRune(".-'`’‘", r) { // "...", "--", "''" are one mark
			for s.end < len(s.text) && strings.HasPrefix(s.text[s.end:], s.text[at:at+w]) {
				s.end += w
			}
		}
		if r == '.' && s.end == at+1 {
			s.spacedEllipsis()
		}
	}
	return true
}

// spacedEllipsis takes in the rest of ". . .", which is one mark; the first of four
// full stops ends a sentence.
func (s *scanner) spacedEllipsis() {
	end, dots := s.end, 1
	for ; dots < 5; dots++ {
		r, w := s.rune(end)
		if r != ' ' && r != '\u00a0' && r != '\u202f' || end+w >= len(s.text) || s.text[end+w] != '.' {
			break
		}
		end += w + 1
	}
	if dots == 3 {
		s.end = end
	}
}

// form is the token as its norm is read from: an acronym that is another word in
// lower case is that word where everything is in capitals.
func (s *scanner) form() string {
	tok := s.text[s.start:s.end]
	if s.class == Word && len(tok) <= longestAcronym && tok[0] <= 'Z' && acronyms[tok] && s.shouted() {
		return strings.ToLower(tok)
	}
	return tok
}

// shouted reports whether the words beside the token in its line are in capitals.
func (s *scanner) shouted() bool {
	const space = " \u00a0\t"
	apart := func(r rune) bool { return !isWordRune(r) }
	front, next := strings.TrimRight(s.text[:s.start], space), strings.TrimLeft(s.text[s.end:], space)
	front = front[strings.LastIndexFunc(front, apart)+1:]
	if i := strings.IndexFunc(next, apart); i >= 0 {
		next = next[:i]
	}
	beside := front + next
	return strings.ToLower(beside) != beside && strings.ToUpper(beside) == beside
}

func (s *scanner) rune(at int) (rune, int) {
	if at >= len(s.text) {
		return -1, 0
	}
	if c := s.text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[at:])
}

// wordEnd returns where the word that starts at at ends.
func (s *scanner) wordEnd(at int) int {
	prev, w := s.rune(at)
	end, piece := at+w, at // since the last full stop
	for end < len(s.text) {
		r, w := s.rune(end)
		if isWordRune(r) || isInvisible(r) {
			if !isInvisible(r) {
				prev = r
			}
			end += w
			continue
		}
		after, _ := s.rune(end + w)
		if !joins(prev, r, after) || r == '.' && !isDigit(prev) && end > piece+utf8.RuneLen(prev) {
			break // U.S is one word, NORRBY.COM is not
		}
		s.inner = s.inner || isApostrophe(r)
		if end += w; r == '.' {
			piece = end
		}
	}
	return end
}

// joins reports whether r between two runes of words holds them together.
func joins(prev, r, after rune) bool {
	if !isWordRune(after) {
		return false
	}
	switch r {
	case '\'', '’', 'ʼ':
		return true
	case '`', '′': // set for an apostrophe, but also feet and minutes
		return !isDigit(prev) && !isDigit(after)
	case '-', '‐', '‑':
		return !isDigit(prev) || !isDigit(after) // "12-year-old", but "10", "-", "15"
	case '.', ',':
		return isDigit(prev) && isDigit(after) || r == '.' && unicode.IsUpper(prev) && unicode.IsUpper(after)
	}
	return false
}

// splitClitic cuts "n't", "'s" and their like off the word just found.
func (s *scanner) splitClitic() {
	word := s.text[s.start:s.end]
	i := strings.LastIndexAny(word, "'’ʼ`′")
	if i <= 0 {
		return
	}
	_, w := utf8.DecodeRuneInString(word[i:])
	switch strings.ToLower(word[i+w:]) {
	case "s", "re", "ve", "ll", "d", "m":
	case "t":
		if i < 2 || word[i-1] != 'n' && word[i-1] != 'N' {
			return
		}
		i--
	default:
		return
	}
	s.end, s.rest = s.start+i, s.end
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r > 127 && unicode.IsDigit(r) }

func isWordRune(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_':
		return true
	case r < utf8.RuneSelf:
		return false
	}
	return unicode.IsLetter(r) && r != 'ʼ' || unicode.IsMark(r) || unicode.IsNumber(r)
}

// isApostrophe reports whether a rune between letters is an apostrophe, or a mark
// that is typed or set for one.
func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '`' || r == '′'
}

// isInvisible: the soft hyphen and the joiners, which change no word.
func isInvisible(r rune) bool {
	return r == '\u00ad' || r == '\u200c' || r == '\u200d' || r == '\u2060'
}

// acronyms are names that are other words in lower case; they are not folded.
const longestAcronym = 4

var acronyms = map[string]bool{"US": true, "WHO": true, "IT": true, "AIDS": true, "ICE": true}

// isNorm reports whether a word or number is its own form, letter for letter.
func isNorm(tok string) bool {
	for i := 0; i < len(tok); i++ {
		if c := tok[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' || c == '`' {
			return false
		}
	}
	return true
}

// appendNorm appends the form under which a token is compared.
func appendNorm(b []byte, tok string, c Class) []byte {
	if c == Mark {
		r, _ := utf8.DecodeRuneInString(tok)
		switch r {
		case '“', '”', '„', '‟', '«', '»', '″', '＂', '"', '\'', '‘', '’', '‚', '‛', '‹', '›', '`', '´':
			return append(b, '"')
		case '–', '—', '―', '−', '‒', '‐', '‑', '-':
			return append(b, '-')
		case '…':
			return append(b, "..."...)
		case '.':
			if strings.Count(tok, ".") == 3 {
				return append(b, "..."...) // set with spaces
			}
		}
		return append(b, tok...)
	}
	if acronyms[tok] {
		return append(b, tok...)
	}
	from, plain := len(b), true
	for i := 0; i < len(tok); {
		ch := tok[i]
		if ch < utf8.RuneSelf {
			if ch >= 'A' && ch <= 'Z' {
				ch += 'a' - 'A'
			} else if ch == '`' {
				ch = '\''
			}
			b = append(b, ch)
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(tok[i:])
		switch {
		case r == utf8.RuneError && w == 1:
			b = append(b, tok[i])
		case isInvisible(r):
		case isApostrophe(r) || r == '‘':
			b = append(b, '\'')
		case r == '‐' || r == '‑':
			b = append(b, '-')
		default:
			b, plain = utf8.AppendRune(b, unicode.ToLower(r)), false
		}
		i += w
	}
	if !plain && !norm.NFKC.IsNormal(b[from:]) { // a letter and its accent, ligatures, full width
		return append(b[:from], norm.NFKC.Bytes(b[from:])...)
	}
	return b
}
