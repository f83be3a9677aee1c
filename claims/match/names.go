package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// same person? Names are compared by the letters that survive transliteration:
// consonants in classes, vowels by their number and edit distance.

// translit folds letter groups that romanisations of one sound vary in. Longer
// groups first; compiled for this project from BGN/PCGN, ISO 9 and press usage.
var translit = strings.NewReplacer(
	"shch", "s", "sch", "s", "tch", "c", "tsch", "c", "sh", "s", "sz", "s", "ch", "c", "cz", "c", "cc", "c", "ck", "k",
	"kh", "h", "gh", "g", "ph", "f", "th", "t", "dh", "d", "zh", "z", "ts", "c", "tz", "c", "dj", "j", "dzh", "j",
	"ks", "x", "qu", "k", "q", "k", "w", "v", "ie", "i", "ou", "u", "oo", "u", "ee", "i", "yi", "i", "iy", "i", "ij", "i",
	"oe", "o", "ae", "a", "ue", "u", "y", "i")

// skeleton keeps the consonants of a plain name, doubled ones once, with its
// first vowel marked.
func skeleton(s string) string {
	s = translit.Replace(s)
	var b strings.Builder
	var last rune
	for i, r := range s {
		if isVowel(byte(min(r, 127))) && r < 128 || r == 'j' && i > 0 {
			if i == 0 {
				b.WriteByte('*')
			}
			last = 0
			continue
		}
		if r != last && unicode.IsLetter(r) {
			b.WriteRune(r)
		}
		last = r
	}
	return strings.TrimPrefix(b.String(), "*")
}

// sameNameWord reports whether two plain lower-case names are spellings of one.
func sameNameWord(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 3 || len(b) < 3 || hasDigit(a) || hasDigit(b) {
		return false
	}
	if genders(a, b) {
		return false
	}
	sa, sb := skeleton(a), skeleton(b)
	if sa != sb || len(sa) < 2 {
		return false
	}
	return editDistance(translit.Replace(a), translit.Replace(b)) <= max(1, max(len(a), len(b))/3)
}

// editDistance is Levenshtein's, of strings of at most 64 bytes; longer ones are
// "far apart" unless equal.
func editDistance(a, b string) int {
	const most = 64
	if len(a) > most || len(b) > most {
		if a == b {
			return 0
		}
		return most
	}
	var row [most + 1]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diag
			if a[i] != b[j] {
				cost++
			}
			diag = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// titles are dropped before names are compared.
var titles = set(`mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess president premier chancellor
	minister secretary senator representative congressman congresswoman mp judge justice general colonel lieutenant
	captain major sergeant admiral commander brigadier governor mayor councillor councilman sheriff chief inspector
	detective officer director chairman chairwoman pope bishop archbishop cardinal father sister brother rev reverend imam
	sheikh sheik rabbi ayatollah ambassador envoy deputy vice former prime foreign defence defense interior finance health
	energy justice education acting the a an of for and in spokesman spokeswoman spokesperson herr frau monsieur madame
	señor señora don iii ii iv jr sr coach engineer economist farmer teacher lawyer doctor attorney prosecutor`)

// proxies speak for somebody else.
var proxies = set(`spokesman spokeswoman spokesperson spokespeople lawyer attorney aide adviser advisor brother sister father
	mother wife husband son daughter widow uncle aunt cousin neighbour neighbor colleague predecessor successor deputy
	representative agent doctor assistant secretary ghostwriter biographer`)

// sameness of two speakers.
type sameness uint8

const (
	unsure sameness = iota
	samePerson
	otherPerson
)

// speakerName is a speaker as written, taken apart.
type speakerName struct {
	words   []string // plain lower-case name words, without titles
	proxy   bool     // the words name whom the speaker speaks for
	nominal bool     // no name at all: "the minister", "she"
	org     bool
}

var orgWords = set(`ministry federation union police council office department company agency government army navy force forces
	service services hospital university institute party committee commission court bank group mission authority authorities
	club association organisation organization charity fund court embassy parliament administration collective`)

// parseSpeaker takes a speaker apart.
func parseSpeaker(s string) speakerName {
	n := speakerName{nominal: true}
	s = strings.Join(strings.Fields(strings.NewReplacer("’", "'", "ʼ", "'").Replace(s)), " ")
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '(' || r == ')' }) {
		if n = speakerPart(part); !n.nominal { // "the club's chairman, Lars Einarsson"
			break
		}
	}
	return n
}

// speakerPart takes one apposition apart.
func speakerPart(s string) speakerName {
	n := speakerName{}
	low := plain(strings.ToLower(s))
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, `.,;:“”"()[]`)
		l := plain(strings.ToLower(w))
		owner := strings.HasSuffix(l, "'s") || strings.HasSuffix(l, "'")
		l = strings.TrimSuffix(strings.TrimSuffix(l, "'s"), "'")
		for _, article := range []string{"al-", "el-", "al'", "el'"} {
			l = strings.TrimPrefix(l, article)
		}
		l = normWord(l)
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case l == "":
		case orgWords[l]:
			n.org = true
		case titles[l] || stopWords[l] || !unicode.IsUpper(r) && !strings.Contains(w, "-"):
		default:
			n.words = append(n.words, l)
		}
		n.proxy = n.proxy || owner && proxyAfter(low, l)
	}
	for _, link := range []string{" for ", " of ", " to "} {
		if before, _, ok := strings.Cut(low, link); ok {
			n.proxy = n.proxy || proxies[before[strings.LastIndexByte(before, ' ')+1:]]
		}
	}
	n.nominal = len(n.words) == 0
	return n
}

// proxyAfter reports whether "OWNER's … PROXY" ends the speaker's description.
func proxyAfter(low, owner string) bool {
	_, rest, ok := strings.Cut(low, owner+"'")
	if !ok {
		return false
	}
	f := strings.Fields(strings.TrimPrefix(rest, "s"))
	return len(f) > 0 && proxies[f[len(f)-1]]
}

// compareSpeakers says whether two speakers, as written or resolved, are one.
func compareSpeakers(a, b string) sameness {
	x, y := parseSpeaker(a), parseSpeaker(b)
	if x.nominal || y.nominal {
		if normWord(a) == normWord(b) && strings.TrimSpace(a) != "" {
			return samePerson
		}
		return unsure
	}
	same := nameOverlap(x.words, y.words)
	switch {
	case same && x.proxy != y.proxy:
		return otherPerson
	case same:
		return samePerson
	case x.org != y.org || x.proxy || y.proxy:
		return unsure
	}
	return otherPerson
}

// nameOverlap reports whether two lists of name words can be one person's: every
// word of the shorter has its like in the longer. Surnames (the last words) must
// be spellings of one name; where both have given names it is enough that those
// sound alike or that one is the other's initial.
func nameOverlap(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	used := make([]bool, len(b))
	for _, x := range a {
		found := false
		for j, y := range b {
			if !used[j] && (sameNameWord(x, y) || len(a) > 1 && j < len(b)-1 && soundsAlike(x, y)) {
				used[j], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// soundsAlike compares given names: Pavel and Pavlo, Sergei and Serhiy, A. and
// Ada.
func soundsAlike(x, y string) bool {
	if len(x) == 1 || len(y) == 1 {
		return x[0] == y[0]
	}
	h := strings.NewReplacer("g", "h")
	return h.Replace(skeleton(x)) == h.Replace(skeleton(y)) && len(skeleton(x)) > 1 && !genders(x, y)
}

// genders reports whether two names differ in nothing but a final a and o: Maria
// and Mario are two people.
func genders(a, b string) bool {
	x, y := a[len(a)-1], b[len(b)-1]
	return (x == 'a' && y == 'o' || x == 'o' && y == 'a') && a[:len(a)-1] == b[:len(b)-1]
}
