package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/index/source"
)

// abbreviations keep their dot inside a sentence, so that "Mr. Lind" is two
// tokens. Lower-case, without the dot.
var abbreviations = set(
	`mr mrs ms mx dr prof gen sen rep gov lt col maj sgt capt cmdr adm brig pvt cpl hon rev fr sr jr st mt ft no nos inc ltd co corp
	 bros dept univ assn vs etc jan feb mar apr jun jul aug sept sep oct nov dec ave blvd rd approx est al vol fig pp supt det insp
	 messrs mme mlle pres sec amb mass conn calif fla ga ill ala ariz ark colo tenn tex wash wis va pa okla ore mich minn mo`)

// clitics are split off the word they lean on: did|n't, Lind|'s.
var clitics = []string{"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"}

// set makes a set of the words of its arguments; "_" stands for a space.
func set(lists ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lists {
		for _, w := range strings.Fields(l) {
			m[strings.ReplaceAll(w, "_", " ")] = true
		}
	}
	return m
}

// tokenise fills Tokens and Sentences.
func (d *Doc) tokenise(sents []source.Span) {
	d.Tokens = make([]Token, 0, len(d.Text)/5+8)
	d.Sentences = make([]Sentence, 0, len(sents))
	for _, sp := range sents {
		a := len(d.Tokens)
		from := sp.Start + d.clockLead(sp)
		tk := tokeniser{d: d, s: d.Text[from:sp.End], base: from, sent: int32(len(d.Sentences)), spaced: true}
		tk.run()
		if len(d.Tokens) > a {
			d.Sentences = append(d.Sentences, Sentence{A: a, B: len(d.Tokens), Span: sp})
		}
	}
}

// clockLead is the length of the time that leads an entry of a live blog, "21:05 At
// least 17 people were killed": it stands at the beginning of a line, a capital or
// a quotation after it, and belongs to none of the sentence's words.
func (d *Doc) clockLead(sp source.Span) int {
	if line := strings.TrimRight(d.Text[:sp.Start], " \t"); line != "" && !strings.HasSuffix(line, "\n") {
		return 0
	}
	m := clockLeads.FindStringSubmatchIndex(d.Text[sp.Start:min(sp.End, sp.Start+maxClockLead)])
	if m == nil {
		return 0
	}
	return m[3]
}

// maxClockLead bounds the bytes that are looked at for a time.
const maxClockLead = 40

// clockLeads finds a time of day as entries of live blogs begin with one, and the
// capital or quotation mark after it.
var clockLeads = regexp.MustCompile(`^((?:[01]?\d|2[0-3])(?::[0-5]\d(?:\s?[ap]\.?m\.?)?|\.[0-5]\d\s?[ap]\.?m\.?)(?:\s(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT))?\s?[-–—:|]?)\s+[\p{Lu}"“‘'«„]`)

// tokeniser cuts one sentence.
type tokeniser struct {
	d      *Doc
	s      string
	base   int
	sent   int32
	spaced bool
}

func (t *tokeniser) run() {
	for i := 0; i < len(t.s); {
		r, w := utf8.DecodeRuneInString(t.s[i:])
		switch {
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			t.spaced = true
			i += w
		case unicode.IsDigit(r):
			i = t.add(i, t.number(i), Num)
		case isLetter(r):
			i = t.word(i)
		case (r == '@' || r == '#') && t.spaced && letterAt(t.s[i+1:]):
			i = t.add(i, t.letters(i+1), Word)
		default:
			i = t.sign(i, r, w)
		}
	}
}

// add appends a token and returns its end.
func (t *tokeniser) add(a, b int, k Kind) int {
	text := t.s[a:b]
	r, _ := utf8.DecodeRuneInString(text)
	t.d.Tokens = append(t.d.Tokens, Token{Start: t.base + a, End: t.base + b, Text: text, Lower: lower(text), Kind: k,
		Spaced: t.spaced, Upper: (unicode.IsUpper(r) || k == Word && articled(text)) && !t.d.Capitals, Sent: t.sent})
	t.spaced = false
	return b
}

// articled reports a name written with its small article: al-Otaibi, el-Sisi.
func articled(s string) bool {
	i := strings.IndexByte(s, '-')
	if i != 2 || s[0] != 'a' && s[0] != 'e' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i+1:])
	return unicode.IsUpper(r)
}

// lower is the form lexicons know.
func lower(s string) string {
	s = strings.ToLower(s)
	if strings.ContainsAny(s, "’ʼ") {
		s = strings.NewReplacer("’", "'", "ʼ", "'").Replace(s)
	}
	return s
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || r == '_' }

func letterAt(s string) bool { r, _ := utf8.DecodeRuneInString(s); return isLetter(r) }

func digitAt(s string) bool { r, _ := utf8.DecodeRuneInString(s); return unicode.IsDigit(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '\u02bc' }

// letters returns the end of the run of letters and digits from byte i.
func (t *tokeniser) letters(i int) int {
	for i < len(t.s) {
		r, w := utf8.DecodeRuneInString(t.s[i:])
		if !isLetter(r) && !unicode.IsDigit(r) {
			break
		}
		i += w
	}
	return i
}

// number returns the end of the number at i with its separators and what is
// attached to it: 1,200.50, 12th, 3bn, 12-year-old.
func (t *tokeniser) number(i int) int {
	j := i
	for j < len(t.s) {
		r, w := utf8.DecodeRuneInString(t.s[j:])
		if unicode.IsDigit(r) || (r == ',' || r == '.' || r == '٫' || r == '٬') && digitAt(t.s[j+w:]) {
			j += w
			continue
		}
		break
	}
	for j < len(t.s) {
		r, w := utf8.DecodeRuneInString(t.s[j:])
		if isLetter(r) || r == '-' && letterAt(t.s[j+1:]) {
			j += w
			continue
		}
		break
	}
	return j
}

// word cuts the word at i, its clitic apart, and returns the end of both.
func (t *tokeniser) word(i int) int {
	if e := t.address(i); e > i {
		return t.add(i, e, Word)
	}
	j := t.wordEnd(i)
	if j < len(t.s) && t.s[j] == '.' && t.keepsDot(i, j) {
		j++
	}
	w := t.s[i:j]
	if cut := cliticAt(w); cut > 0 {
		t.add(i, i+cut, Word)
		return t.add(i+cut, j, Word)
	}
	return t.add(i, j, Word)
}

// wordEnd returns the end of the word at i: letters and digits joined by
// apostrophes, hyphens, "&", and the dots of initials.
func (t *tokeniser) wordEnd(i int) int {
	j, piece := i, i // piece: where the last dot-separated piece begins
	for j < len(t.s) {
		r, w := utf8.DecodeRuneInString(t.s[j:])
		if isLetter(r) || unicode.IsDigit(r) {
			j += w
			continue
		}
		rest := t.s[j+w:]
		switch {
		case (isApostrophe(r) || r == '&' || r == '\u2010' || r == '\u2011') && letterAt(rest), r == '-' && (letterAt(rest) || digitAt(rest)):
			j += w
		case r == '.' && letterAt(rest) && utf8.RuneCountInString(t.s[piece:min(j, piece+8)]) == 1:
			j += w
			piece = j
		default:
			return j
		}
	}
	return j
}

// keepsDot reports whether the dot at byte j belongs to the word t.s[i:j]. The
// dot of an abbreviation that ends the sentence is both; that of a single letter
// is the sentence's.
func (t *tokeniser) keepsDot(i, j int) bool {
	w := t.s[i:j]
	if strings.Contains(w, ".") {
		return true
	}
	if j-i > 5 {
		return false
	}
	if utf8.RuneCountInString(w) == 1 {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r) && w != "I" && j+1 < len(t.s)
	}
	return abbreviations[strings.ToLower(w)] && (j+1 < len(t.s) || unicode.IsUpper(rune(w[0])))
}

// cliticAt returns where the clitic of a word begins, 0 if it has none.
func cliticAt(w string) int {
	if len(w) < 3 || !strings.ContainsAny(w[max(0, len(w)-6):], "'’ʼ") {
		return 0
	}
	low := lower(w[max(0, len(w)-12):])
	for _, c := range clitics {
		if strings.HasSuffix(low, c) && len(low) > len(c) {
			cut := len(w)
			for range utf8.RuneCountInString(c) {
				_, k := utf8.DecodeLastRuneInString(w[:cut])
				cut -= k
			}
			return cut
		}
	}
	return 0
}

// address returns the end of the web or mail address at i, i if there is none.
func (t *tokeniser) address(i int) int {
	rest := t.s[i:]
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return i
	}
	e := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || isQuoteMark(r) || r == ')' || r == '>' })
	if e < 0 {
		e = len(rest)
	}
	return i + len(strings.TrimRight(rest[:e], ".,;:?!'’"))
}

// sign cuts punctuation: runs of dots and of hyphens are one token.
func (t *tokeniser) sign(i int, r rune, w int) int {
	j, k := i+w, Punct
	switch {
	case isQuoteMark(r) || isApostrophe(r):
		k = Mark
		if (r == '`' || r == '\'') && j < len(t.s) && rune(t.s[j]) == r { // ``TeX'' marks
			j++
		}
	case r == '.' || r == '-':
		for j < len(t.s) && rune(t.s[j]) == r {
			j++
		}
	}
	return t.add(i, j, k)
}

// allCapitals reports whether a text is written in capitals, as old wires were.
// It looks at the first few thousand letters.
func allCapitals(s string) bool {
	const enough, least = 4000, 40
	up, all := 0, 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			up++
			all++
		} else if unicode.IsLower(r) {
			all++
		}
		if all >= enough {
			break
		}
	}
	return all >= least && up*10 > all*8
}
