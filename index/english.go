package index

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	unitok "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	porterstemmer "github.com/blevesearch/go-porterstemmer"
	"golang.org/x/text/unicode/norm"
)

// english is a one-pass analyser: words by the rules of Unicode Annex 29 for
// scripts written with spaces, lower case, straight apostrophes; with fold,
// without diacritics; with stem, without possessives and stop words and stemmed
// (Porter), as Bleve's "en". It gives the terms of Bleve's filters about three
// times as fast, which import spends most of its time on; english_test.go
// compares the two. A text with a script outside [simple] goes through Bleve's
// own tokenizer.
type english struct {
	fold, stem bool
}

// stopWords are Bleve's English stop words (snowball's list).
var stopWords = func() analysis.TokenMap {
	m := analysis.NewTokenMap()
	if err := m.LoadBytes(en.EnglishStopWords); err != nil {
		panic("index: " + err.Error())
	}
	return m
}()

// Analyze implements analysis.Analyzer. It never writes into in.
func (e english) Analyze(in []byte) analysis.TokenStream {
	if !simple(in) {
		return e.slow(in)
	}
	toks := make([]analysis.Token, 0, len(in)/5+4)
	pos := 0
	eachWord(in, make([]byte, 0, len(in)+8), func(w []byte, start, end int) {
		pos++
		if term := e.finish(w); term != nil {
			toks = append(toks, analysis.Token{Term: term, Start: start, End: end, Position: pos, Type: analysis.AlphaNumeric})
		}
	})
	return pointers(toks)
}

// eachWord calls f for the words of a simple text, in lower case. They are
// written one after another into low, which it returns; a word is good for as
// long as low is.
func eachWord(in, low []byte, f func(w []byte, start, end int)) []byte {
	for i := 0; i < len(in); {
		if !wordStart(in, i) {
			i += size(in, i)
			continue
		}
		start, from := i, len(low)
		i, low = word(in, i, low)
		f(low[from:len(low):len(low)], start, i)
	}
	return low
}

// slow tokenizes with Bleve and finishes the terms alike.
func (e english) slow(in []byte) analysis.TokenStream {
	out := unitok.NewUnicodeTokenizer().Tokenize(in)
	kept := out[:0]
	for _, t := range out {
		term := bytes.ToLower(t.Term)
		term = bytes.ReplaceAll(term, []byte("’"), []byte("'"))
		if t.Term = e.finish(term); t.Term != nil {
			kept = append(kept, t)
		}
	}
	return kept
}

func pointers(toks []analysis.Token) analysis.TokenStream {
	out := make(analysis.TokenStream, len(toks))
	for i := range toks {
		out[i] = &toks[i]
	}
	return out
}

// finish turns a lower-case word into a term; nil drops it.
func (e english) finish(w []byte) []byte {
	if e.stem {
		if n := len(w); n > 2 && w[n-1] == 's' && w[n-2] == '\'' {
			w = w[:n-2]
		}
		if stopWords[string(w)] {
			return nil
		}
	}
	if e.fold && !ascii(w) {
		w = foldTerm(w)
	}
	if e.stem {
		w = stem(w)
	}
	return w
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// foldTerm takes diacritics off Latin letters: "erdoğan" is found by "erdogan".
func foldTerm(w []byte) []byte {
	var b strings.Builder
	for _, r := range norm.NFD.String(string(w)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case undecomposed[r] != "":
			b.WriteString(undecomposed[r])
		default:
			b.WriteRune(r)
		}
	}
	return []byte(norm.NFC.String(b.String()))
}

// undecomposed are Latin letters that NFD leaves whole.
var undecomposed = map[rune]string{
	'ı': "i", 'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ħ': "h",
}

// stems remembers the stems of words: a news archive repeats them so often that
// looking up beats stemming. Bounded by maxStems; beyond it words are stemmed
// afresh.
var stems struct {
	sync.RWMutex
	of map[string][]byte
}

// maxStems bounds the memory of stems to about 20 MB.
const maxStems = 200_000

func stem(w []byte) []byte {
	stems.RLock()
	s, ok := stems.of[string(w)]
	stems.RUnlock()
	if ok {
		return s
	}
	s = []byte(string(porterstemmer.StemWithoutLowerCasing(bytes.Runes(w))))
	stems.Lock()
	if stems.of == nil {
		stems.of = map[string][]byte{}
	}
	if len(stems.of) < maxStems {
		stems.of[string(w)] = s
	}
	stems.Unlock()
	return s
}

// simple reports whether the text only holds scripts the one-pass tokenizer
// knows: ASCII, Latin, Greek and Cyrillic letters, and general punctuation
// other than the joining underscores and dots that Annex 29 treats specially.
func simple(in []byte) bool {
	for i := 0; i < len(in); {
		if in[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(in[i:])
		if !simpleRune(r) {
			return false
		}
		i += n
	}
	return true
}

func simpleRune(r rune) bool {
	switch {
	case r == 0xAA, r == 0xB5, r == 0xBA: // letters among the Latin-1 signs
		return true
	case r == 0xAD || r == 0xB7: // soft hyphen, middle dot: inside words
		return false
	case r >= 0xA0 && r < 0x100: // Latin-1
		return true
	case r >= 0x100 && r < 0x250: // Latin Extended A and B
		return true
	case r >= 0x400 && r < 0x483, r >= 0x48A && r < 0x500: // Cyrillic
		return true
	case r >= 0x391 && r < 0x3E2 && r != 0x387: // Greek
		return true
	}
	switch r {
	case '–', '—', '‘', '’', '“', '”', '„', '…', '€', '•', '′', '″', '‹', '›', '−', '\u2009', '\u202f', '\u2003', '\u2002':
		return true
	}
	return false
}

// wordStart reports whether a word begins at i.
func wordStart(in []byte, i int) bool {
	c := in[i]
	if c < utf8.RuneSelf {
		return isWordByte(c)
	}
	r, _ := utf8.DecodeRune(in[i:])
	return unicode.IsLetter(r)
}

// word reads the word that begins at i, appends it to low in lower case and
// returns where it ends. Letters, digits and "_" go on; an apostrophe or a full
// stop between letters, and a comma, full stop or apostrophe between digits,
// stay inside the word.
func word(in []byte, i int, low []byte) (int, []byte) {
	start := i
	for i < len(in) {
		c := in[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_':
			low = append(low, c)
			i++
			continue
		case c >= 'A' && c <= 'Z':
			low = append(low, c+'a'-'A')
			i++
			continue
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRune(in[i:])
			if unicode.IsLetter(r) {
				low = utf8.AppendRune(low, unicode.ToLower(r))
				i += n
				continue
			}
			if r == '’' && i > start && letterBefore(in, i) && letterAt(in, i+n) {
				low = append(low, '\'')
				i += n
				continue
			}
			return i, low
		case i == start:
			return i, low
		case (c == '\'' || c == '.' || c == ':') && letterBefore(in, i) && letterAt(in, i+1):
		case (c == ',' || c == '.' || c == '\'' || c == ';') && digitAt(in, i-1) && digitAt(in, i+1):
		default:
			return i, low
		}
		low = append(low, c)
		i++
	}
	return i, low
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

func digitAt(in []byte, i int) bool { return i >= 0 && i < len(in) && in[i] >= '0' && in[i] <= '9' }

func letterAt(in []byte, i int) bool {
	if i >= len(in) {
		return false
	}
	r, _ := utf8.DecodeRune(in[i:])
	return unicode.IsLetter(r)
}

func letterBefore(in []byte, i int) bool {
	r, _ := utf8.DecodeLastRune(in[:i])
	return unicode.IsLetter(r)
}

// size is the length in bytes of the rune at i.
func size(in []byte, i int) int {
	if in[i] < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRune(in[i:])
	return n
}
