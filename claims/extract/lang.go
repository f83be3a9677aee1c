package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sampleBytes is how much of a text its language is guessed from.
const sampleBytes = 6000

// stopWords are the commonest words of the languages told apart in the Latin
// script, those that two of them share left out. Compiled by hand.
var stopWords = map[string]map[string]bool{
	"en": set(`the and of that was for is with on by said his from are have has were which this they had not at be he but`),
	"de": set(`der die das und ist nicht ein eine den dem des mit von sich auf für im zu wurde werden sagte nach auch wie bei aus`),
	"fr": set(`le les et des est une du dans pour que qui sur pas au par avec sont aux cette ont été ses mais selon il elle`),
	"es": set(`el los las y del una por con para su al lo como más pero sus le ha fue dijo según este esta también está`),
	"it": set(`il di che è per gli della del con non sono dei alla nel più anche ha dal ma questo delle ai si`),
	"pt": set(`o os as do da dos das em um uma não com para mais ao pela pelo são foi também disse seu sua ele ela`),
	"nl": set(`het een van en dat niet zijn op te voor met ook aan werd door naar bij uit maar hij zei wordt heeft`),
}

// latin lists the languages of stopWords in the order ties are broken.
var latin = []string{"en", "de", "fr", "es", "it", "pt", "nl"}

// language returns the base language given, else a guess from script and
// commonest words, "" if nothing speaks for one.
func language(given, text string) string {
	if given != "" {
		base, _, _ := strings.Cut(strings.ToLower(given), "-")
		base, _, _ = strings.Cut(base, "_")
		return base
	}
	if len(text) > sampleBytes {
		text = text[:sampleBytes]
	}
	script := map[string]int{}
	most, best := 0, ""
	count := func(s string) {
		script[s]++
		if script[s] > most {
			most, best = script[s], s
		}
	}
	ukrainian, russian, ascii := 0, 0, 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				ascii++
			}
		case unicode.Is(unicode.Latin, r):
			count("latin")
		case unicode.Is(unicode.Cyrillic, r):
			count("cyrillic")
			if strings.ContainsRune("іїєґІЇЄҐ", r) {
				ukrainian++
			} else if strings.ContainsRune("ыэъёЫЭЪЁ", r) {
				russian++
			}
		case unicode.Is(unicode.Arabic, r):
			count("ar")
		case unicode.Is(unicode.Han, r):
			count("zh")
		case unicode.Is(unicode.Hiragana, r), unicode.Is(unicode.Katakana, r):
			count("ja")
		case unicode.Is(unicode.Hebrew, r):
			count("he")
		case unicode.Is(unicode.Greek, r):
			count("el")
		case unicode.Is(unicode.Devanagari, r):
			count("hi")
		}
	}
	if script["latin"]+ascii >= most && ascii > 0 {
		best = "latin"
	}
	switch best {
	case "cyrillic":
		if ukrainian > russian {
			return "uk"
		}
		return "ru"
	case "latin":
		return byStopWords(text)
	}
	return best
}

// sureWords is how many common words of a language, and how many times those of
// English, a short text must have before its guess is believed.
const sureWords = 3

// sure reports whether the language guessed from a text, however short, is not
// English: its script says so, or its common words do.
func sure(guess, text string) bool {
	if !slices.Contains(latin, guess) {
		return guess != ""
	}
	hits, english := 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if stopWords[guess][w] {
			hits++
		}
		if stopWords["en"][w] {
			english++
		}
	}
	return guess != "en" && hits >= sureWords && hits >= sureWords*english
}

// byStopWords returns the Latin-script language whose common words are
// commonest, English if none stands out.
func byStopWords(text string) string {
	var hits [8]int // of latin
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		for in, i := stopWordOf[w], 0; in != 0; in, i = in>>1, i+1 {
			hits[i] += int(in & 1)
		}
	}
	best := 0
	for i := range latin {
		if hits[i] > hits[best] {
			best = i
		}
	}
	return latin[best]
}

// stopWordOf has for every stop word the languages (of latin) it is one of, as bits.
var stopWordOf = func() map[string]uint8 {
	m := map[string]uint8{}
	for i, l := range latin {
		for w := range stopWords[l] {
			m[w] |= 1 << i
		}
	}
	return m
}()

// directOnly are the languages besides English in which quotation marks and direct
// quotes are read.
var directOnly = map[string]string{"de": "German", "fr": "French", "es": "Spanish", "uk": "Ukrainian", "ru": "Russian", "ar": "Arabic"}

// English reports whether the whole analysis applies to the text.
func (d *Doc) English() bool { return d.Lang == "en" || d.Lang == "" }

// Limits says in one sentence what is not read in the text's language; "" if
// everything is.
func (d *Doc) Limits() string {
	if d.English() {
		return ""
	}
	if name := directOnly[d.Lang]; name != "" {
		return name + " text: direct quotes are read; indirect speech, casualty figures and statistics are not, and which sentences deserve a check is not judged."
	}
	return "Language not read (" + d.Lang + "): only quotation marks and sentences are recognised, nothing is proposed beyond them, and which sentences deserve a check is not judged."
}
