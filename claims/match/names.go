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
	if long := 7; len(a) >= long && len(b) >= long { // Ukrainian h is Russian g
		a, b = strings.ReplaceAll(a, "g", "h"), strings.ReplaceAll(b, "g", "h")
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

// proxies speak for somebody else, or are named after them.
var proxies = set(`spokesman spokeswoman spokesperson spokespeople lawyer lawyers attorney aide adviser advisor brother mother
	wife husband son daughter widow uncle aunt cousin nephew niece predecessor successor biographer`)

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
	owners  []string // names the speaker is described by: Brandt's spokesman, the mayor of Norrby
	proxy   bool     // speaks for the owner
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
	for i, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '(' || r == ')' }) {
		p := speakerPart(part)
		if i > 0 { // "the club's chairman, Lars Einarsson"
			p.owners, p.org, p.proxy = append(p.owners, n.owners...), p.org && n.org, p.proxy || n.proxy
		}
		if n = p; !n.nominal {
			break
		}
	}
	return n
}

// speakerPart takes one apposition apart.
func speakerPart(s string) speakerName {
	n := speakerName{}
	described := false // inside "of Norrby"
	ws := strings.Fields(s)
	for i, w := range ws {
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
			described = false
		case proxies[l]:
			n.proxy = true
		case described && (titles[l] || l == "state"):
			described = false // Secretary of State
		case l == "of" || l == "for" || l == "to" || l == "at" || l == "from":
			described = len(n.words) == 0 && !n.org
		case titles[l] || stopWords[l] || !unicode.IsUpper(r) && !strings.Contains(w, "-"):
		case owner && i < len(ws)-1 || described:
			n.owners = append(n.owners, foldWord(l))
		default:
			n.words = append(n.words, foldWord(l))
		}
	}
	n.nominal = len(n.words) == 0
	return n
}

// compareSpeakers says whether two speakers, as written or resolved, are one.
// The first is the claim's.
func compareSpeakers(a, b string) sameness {
	x, y := parseSpeaker(a), parseSpeaker(b)
	switch {
	case normWord(a) == normWord(b) && strings.TrimSpace(a) != "":
		return samePerson
	case speaksFor(y, x) || speaksFor(x, y):
		return otherPerson
	case x.nominal && !x.org && !x.proxy && y.proxy && len(x.owners) == 0 && strings.Contains(a, " "):
		return otherPerson // the prime minister, and her spokesman
	case x.nominal || y.nominal:
		return unsure
	case nameOverlap(x.words, y.words):
		return samePerson
	case x.org != y.org:
		return unsure
	}
	return otherPerson
}

// speaksFor reports whether p is the proxy of a person: Brandt's spokesman.
func speaksFor(p, person speakerName) bool {
	return p.proxy && !person.proxy && !person.nominal && !person.org && len(p.owners) > 0 && nameOverlap(person.words, p.owners)
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
