package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLook is how far, in bytes, a decision looks around a terminator: longer
// words and runs of marks decide nothing, and the time stays linear.
const maxLook = 200

// term is a run of terminators with what closes after it.
type term struct {
	at     int // first terminator
	marks  int // past the terminators
	end    int // past the closing quotation marks and brackets
	dots   int // full stops in the run
	strong bool
	quoted bool // a quotation mark closes after it
}

// terminator reads the run that begins at byte i: "?!", "...", ". . . .", and
// the closing marks after it.
func (s *scanner) terminator(i int) term {
	t := term{at: i}
	j := i
	for j < len(s.text) {
		r, w := utf8.DecodeRuneInString(s.text[j:])
		if r == ' ' && t.dots > 0 && spacedDot(s.text[j:]) {
			j++
			continue
		}
		if !isTerminator(r) {
			break
		}
		switch {
		case r == '.':
			t.dots++
		case r == '…':
			t.dots += 3
		default:
			t.strong = true
		}
		j += w
	}
	t.marks = j
	for j < len(s.text) && j < t.marks+maxLook {
		r, w := utf8.DecodeRuneInString(s.text[j:])
		if r == '\\' && isCloserAt(s.text[j+1:]) { // an escaped mark
			j++
			continue
		}
		if !isCloser(r) && !isTerminator(r) {
			break
		}
		if r == '‘' || r == '(' || (r == '“' || r == '«') && !s.closing(j) {
			break
		}
		if r == '’' || r == '\'' { // an apostrophe: "Jr.'s"
			if n, _ := utf8.DecodeRuneInString(s.text[j+w:]); unicode.IsLetter(n) {
				break
			}
		}
		if r != ')' && r != ']' && isCloser(r) {
			t.quoted = true
		}
		j += w
	}
	t.end = j + notes(s.text[j:])
	return t
}

// notes is the length of the note references, "[17] [18]", at the beginning of s.
func notes(s string) int {
	n := 0
	for n < maxLook {
		rest := strings.TrimLeft(s[n:min(len(s), n+maxLook)], " \u00a0")
		end := strings.IndexByte(rest, ']')
		if !strings.HasPrefix(rest, "[") || end < 2 || end > 5 || !isNumber(rest[1:end]) {
			break
		}
		n += len(s[n:min(len(s), n+maxLook)]) - len(rest) + end + 1
	}
	return n
}

// spacedDot reports whether s begins with the space of a spaced ellipsis.
func spacedDot(s string) bool {
	return len(s) > 1 && s[1] == '.' && (len(s) == 2 || s[2] == ' ' || isCloserAt(s[2:]))
}

func isCloserAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isCloser(r) || r == '.'
}

// closing reports whether a mark that can open as well as close stands at the
// end of a pair.
func (s *scanner) closing(j int) bool {
	_, mark := utf8.DecodeRuneInString(s.text[j:]) // “ has three bytes, « two
	r, w := utf8.DecodeRuneInString(s.text[j+mark:])
	return w == 0 || isSpace(r) || unicode.IsPunct(r) && opener(r) == 0
}

// ends reports whether a sentence ends with the run.
func (s *scanner) ends(t term) bool {
	rest := s.text[t.end:]
	next := strings.TrimLeftFunc(rest, isSpace)
	if next == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeLastRuneInString(s.text[:t.marks])
	if isFull(last) {
		return !isPunctNext(r)
	}
	if !isSpace(r) {
		return s.glued(t, rest)
	}
	if !canStart(next) {
		return false
	}
	word := firstWord(next)
	if t.quoted && (t.strong && cueFollows(next) || cited(next)) {
		return false
	}
	if t.strong || t.dots > 1 || t.quoted {
		return true
	}
	return s.dotEnds(t, next, word)
}

// isPunctNext: a comma or the like right after: the sentence goes on.
func isPunctNext(r rune) bool {
	return r == ',' || r == '、' || r == '،' || r == ';' || r == ':'
}

// dotEnds decides about one full stop followed by white space and something
// that could begin a sentence.
func (s *scanner) dotEnds(t term, next, word string) bool {
	before := s.wordBefore(t.at)
	low := strings.ToLower(before)
	starter := starters[strings.ToLower(word)]
	switch {
	case before == "":
		return s.words > 0
	case s.markerOnly(t.at):
		return false
	case isNumber(before):
		return !months[strings.ToLower(word)]
	case utf8.RuneCountInString(before) == 1 && isUpperWord(before): // an initial
		return starter && s.words > 2 && !(utf8.RuneCountInString(word) == 1 && strings.Contains(next[:min(len(next), 4)], "."))
	case binding[low]:
		return low == "no" && starter && isLowerWord(before)
	case strings.Contains(before, ".") && isInitials(before), trailing[low]:
		if low == "a.m" || low == "p.m" || low == "am" || low == "pm" {
			return s.words > 5 // "At 5 a.m. Mr Osei left": too short for a sentence
		}
		return starter
	}
	return true
}

// markerOnly reports whether nothing but a counter ("1", "2.1", "b") stands
// between the beginning of the sentence and byte at: a list or section marker.
func (s *scanner) markerOnly(at int) bool {
	m := strings.TrimLeftFunc(s.text[s.start:at], func(r rune) bool { return isSpace(r) || strings.ContainsRune(bullets, r) })
	return len(m) == 1 || len(m) < 8 && isNumber(m)
}

// glued decides about a terminator with no white space after it: only a missing
// space between two ordinary words ends a sentence.
func (s *scanner) glued(t term, rest string) bool {
	r, w := utf8.DecodeRuneInString(rest)
	if t.dots != 1 && !t.strong || t.end > t.marks && !unicode.IsUpper(r) || !unicode.IsUpper(r) {
		return false
	}
	before := s.wordBefore(t.at)
	if strings.Contains(before, ".") || binding[strings.ToLower(before)] || trailing[strings.ToLower(before)] {
		return false
	}
	if !isNumber(before) && !(isLowerTail(before) && utf8.RuneCountInString(before) > 2) {
		return false
	}
	n, _ := utf8.DecodeRuneInString(rest[w:])
	if !unicode.IsLower(n) && !isSpace(n) {
		return false
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !wordRune(r) })
	if end < 0 || end > maxLook {
		return false
	}
	after, _ := utf8.DecodeRuneInString(rest[end:])
	if after == '.' && binding[strings.ToLower(rest[:end])] {
		return true
	}
	return isSpace(after) || after == ',' || after == '’' || after == '\''
}

// wordBefore is the word that ends at byte at, dots inside it included.
func (s *scanner) wordBefore(at int) string {
	i := at
	for i > s.start && at-i < maxLook {
		r, w := utf8.DecodeLastRuneInString(s.text[s.start:i])
		if !wordRune(r) && r != '.' && r != '-' && r != ',' && r != '°' && r != '@' {
			break
		}
		i -= w
	}
	w := strings.TrimLeft(s.text[i:at], ".,-")
	if k := strings.LastIndexByte(w, ','); k >= 0 && !isNumber(w) {
		w = w[k+1:]
	}
	if k := strings.LastIndexByte(w, '-'); k >= 0 {
		w = w[k+1:]
	}
	return w
}

// canStart reports whether s can be the beginning of a sentence.
func canStart(s string) bool {
	for k := 0; k < 4 && s != ""; k++ {
		r, w := utf8.DecodeRuneInString(s)
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r), unicode.IsTitle(r), uncased(r), unicode.IsSymbol(r),
			strings.ContainsRune("¿¡#@$€£*•⁃", r):
			return true
		case opener(r) != 0, isDash(r), r == '-', r == '\'', r == '…':
			s = strings.TrimLeftFunc(s[w:], isSpace)
		case isTerminator(r):
			s = strings.TrimLeft(s, ". ")
		default:
			return k == 0 && isCamel(s)
		}
	}
	return false
}

// isCamel reports whether s begins with a name such as eHow or iPhone.
func isCamel(s string) bool {
	w := firstWord(s)
	return len(w) > 2 && strings.IndexFunc(w[1:], unicode.IsUpper) >= 0
}

// firstWord is the first word of s, marks before it aside.
func firstWord(s string) string {
	s = s[:min(len(s), maxLook)]
	i := strings.IndexFunc(s, wordRune)
	if i < 0 {
		return ""
	}
	s = s[i:]
	if e := strings.IndexFunc(s, func(r rune) bool { return !wordRune(r) && r != '’' && r != '\'' }); e >= 0 {
		s = s[:e]
	}
	return strings.ReplaceAll(s, "’", "'")
}

// cueFollows reports whether up to four words and a verb of speech come next:
// “Why now?” Bauer asked; “Why now?” asked Bauer.
func cueFollows(s string) bool {
	f := strings.Fields(s[:min(len(s), maxLook)])
	for k, w := range f[:min(len(f), 6)] {
		bare := strings.TrimRight(w, ".,:;")
		if spoke[bare] {
			return k == 0 || !starters[strings.ToLower(f[0])] || isPronoun(f[0]) && k == 1 || strings.HasSuffix(w, ".") || strings.HasSuffix(w, ",")
		}
		if bare != w && k > 0 && !strings.HasSuffix(w, ".") {
			return false
		}
	}
	return false
}

// cited reports whether a quotation is followed by its source: a parenthesis
// with its own full stop, “[...]” (Smith 55)., or a dash and a name, “…” – Ana Ruiz.
func cited(s string) bool {
	if r, w := utf8.DecodeRuneInString(s); isDash(r) || r == '-' {
		name, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[w:], "- "))
		return unicode.IsUpper(name)
	}
	if !strings.HasPrefix(s, "(") {
		return false
	}
	i := strings.IndexByte(s[:min(len(s), maxLook)], ')')
	return i > 0 && strings.HasPrefix(s[i+1:], ".")
}

func isPronoun(w string) bool {
	switch strings.ToLower(w) {
	case "he", "she", "they", "it", "i", "we", "one":
		return true
	}
	return false
}

// isNumber: digits with their separators.
func isNumber(w string) bool {
	return w != "" && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsDigit(r) && r != ',' && r != '.' }) < 0
}

// isInitials: single letters joined by dots, "U.S", "a.m".
func isInitials(w string) bool {
	for p := range strings.SplitSeq(w, ".") {
		if utf8.RuneCountInString(p) > 2 {
			return false
		}
	}
	return true
}

func isUpperWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func isLowerWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// isLowerTail: an ordinary word, not an acronym or a code.
func isLowerTail(w string) bool {
	r, _ := utf8.DecodeLastRuneInString(w)
	return unicode.IsLower(r) && strings.IndexFunc(w, unicode.IsDigit) < 0
}
