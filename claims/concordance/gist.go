package concordance

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims/match"
)

// A token is a word of a text as a gist reads it.
type token struct {
	start, end int    // bytes
	word       string // in its plainest spelling
	stem       string // "" for light words and numbers
	number     string // of the first word of a number: its value; "-" of its other words
	modal      modal
	negates    bool
}

// modal is what a verb makes of what is said; reported speech shifts will to would
// and can to could, which changes nothing.
type modal uint8

const (
	noModal  modal = 0
	certain  modal = 1 << iota // will, would
	possible                   // may, could
	must                       // must, need
	should
)

// modals are the verbs and adverbs of each kind, backshifted forms with the others.
var modals = map[string]modal{
	"will": certain, "would": certain, "shall": certain, "won't": certain, "wouldn't": certain, "i'll": certain, "we'll": certain, "it'll": certain, "he'll": certain, "she'll": certain, "they'll": certain,
	"can": possible, "could": possible, "may": possible, "might": possible, "can't": possible, "cannot": possible, "couldn't": possible, "able": possible, "perhaps": possible, "possibly": possible, "maybe": possible,
	"must": must, "mustn't": must, "need": must, "needs": must, "needed": must,
	"should": should, "shouldn't": should, "ought": should,
}

// gist cuts a text into tokens.
func gist(text string) []token {
	var out []token
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		j := i
		for j < len(text) {
			r, n := utf8.DecodeRuneInString(text[j:])
			next, _ := utf8.DecodeRuneInString(text[min(j+n, len(text)):])
			if !wordRune(r) && !(strings.ContainsRune("'’-‑.,", r) && wordRune(next) && (r != '.' && r != ',' || unicode.IsDigit(next))) {
				break
			}
			j += n
		}
		out = append(out, newToken(text, i, j))
		i = j
	}
	for i := range out[:max(0, len(out)-1)] {
		if bounds[out[i+1].word] {
			out[i].negates = false
		}
	}
	readNumbers(out)
	return out
}

// bounds after a negator make a bound or a stress of it: no more than, not only.
var bounds = map[string]bool{"more": true, "fewer": true, "less": true, "later": true, "sooner": true, "only": true, "just": true, "merely": true, "necessarily": true, "matter": true}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func newToken(text string, i, j int) token {
	w := strings.ToLower(strings.NewReplacer("’", "'", ",", "").Replace(text[i:j]))
	t := token{start: i, end: j, word: w, modal: modals[w], negates: match.Negator(w)}
	if !match.Light(w) && t.modal == noModal && !t.negates && !fillers[w] {
		t.stem = stem(w)
	}
	return t
}

// fillers are content words that reports add or drop freely: verbs of saying and
// times that shift.
var fillers = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`said say says told tell added today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday
		next last following previous same least around nearly almost roughly about really simply`) {
		m[w] = true
	}
	return m
}()

// numberWords are the values of the words numbers are made of; from 100 they
// multiply what is before them.
var numberWords = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}

// readNumbers gives each run of number words its value. "One" alone is a pronoun
// as often as a number, and is none here.
func readNumbers(ts []token) {
	for i := 0; i < len(ts); {
		j, total, run := i, 0.0, 0.0
		for j < len(ts) {
			v, ok := numberWord(ts[j].word)
			if !ok || j > i && v < 100 && ts[j].word != "dozen" && !tens(ts[j-1].word) && ts[j-1].word != "hundred" {
				break
			}
			switch {
			case v >= 100 && v == float64(numberWords[ts[j].word]), ts[j].word == "dozen":
				run = max(run, 1) * v
				if v >= 1000 {
					total, run = total+run, 0
				}
			default:
				run += v
			}
			j++
		}
		if j == i || j == i+1 && ts[i].word == "one" {
			i++
			continue
		}
		for k := i; k < j; k++ {
			ts[k].number, ts[k].stem = "-", ""
		}
		ts[i].number = strconv.FormatFloat(total+run, 'g', -1, 64)
		i = j
	}
}

// numberWord is the value of a word of a number; "forty-one" is one word.
func numberWord(w string) (float64, bool) {
	if v, ok := numberWords[w]; ok {
		return float64(v), true
	}
	if a, b, ok := strings.Cut(w, "-"); ok && tens(a) && numberWords[b] > 0 && numberWords[b] < 10 {
		return float64(numberWords[a] + numberWords[b]), true
	}
	v, err := strconv.ParseFloat(w, 64)
	return v, err == nil && w[0] >= '0' && w[0] <= '9'
}

// tens reports whether a word is a number that a smaller one may follow: twenty.
func tens(w string) bool { return numberWords[w] >= 20 && numberWords[w] < 100 }

// endings are cut off by stem, the longest first; what is left has three letters
// at least.
var endings = []string{"ations", "ation", "ments", "ment", "ings", "ing", "ies", "ern", "ed", "es", "ly", "s", "e", "y"}

// stem brings the forms of a word together, roughly: for counting what two texts
// have in common, not for showing.
func stem(w string) string {
	w = strings.TrimSuffix(w, "'s")
	if s, ok := roots[w]; ok {
		return s
	}
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) >= 3 {
			if n := len(s); n > 3 && s[n-1] == s[n-2] {
				s = s[:n-1]
			}
			if x := strings.TrimSuffix(strings.TrimSuffix(s, "e"), "i"); len(x) >= 3 {
				s = x
			}
			return s
		}
	}
	return w
}

// roots are the forms stem misses, by hand from the irregular verbs and nouns of
// news.
var roots = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(`leave left leaving; die dead death deaths dying died; come came; go went gone going; know knew known; take took taken;
		give gave given; make made making; lose lost loss losses losing; build built; pay paid; hold held; keep kept; stand stood; fall fell fallen; rise rose risen rising;
		break broke broken; spend spent; find found; send sent; bring brought; buy bought; think thought; catch caught; fight fought; seek sought; teach taught;
		begin began begun; run ran running; see saw seen; meet met; lead led; win won winning; put putting; feel felt; hear heard; mean meant; choose chose chosen; drive drove driven;
		write wrote written; grow grew grown; throw threw thrown; fly flew flown; shoot shot; hide hid hidden; speak spoke spoken; steal stole stolen; strike struck; wear wore worn;
		bear bore borne; sell sold; let letting; child children; man men; woman women; night tonight nights; sick ill illness; get got gotten; have having; sleep slept; swear swore sworn`, ";") {
		ws := strings.Fields(line)
		for _, w := range ws {
			m[w] = ws[0]
		}
	}
	return m
}()

// stems are the different stems of tokens, in order.
func stems(ts []token) []string {
	var out []string
	for _, t := range ts {
		if t.stem != "" && !slices.Contains(out, t.stem) {
			out = append(out, t.stem)
		}
	}
	return out
}
