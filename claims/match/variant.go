package match

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// spellings maps variants to one spelling: British and American pairs that no
// rule of spellingRules covers, doublets of one word, and transliterations and
// exonyms of well-known names. Compiled for this project from common usage.
var spellings = func() map[string]string {
	m := map[string]string{}
	for _, l := range strings.Fields(`grey/gray tyre/tire tyres/tires kerb/curb plough/plow ploughs/plows ploughed/plowed programme/program
		programmes/programs cheque/check cheques/checks sceptic/skeptic sceptics/skeptics sceptical/skeptical
		scepticism/skepticism gaol/jail aluminium/aluminum mum/mom mums/moms storey/story enquiry/inquiry
		enquiries/inquiries enquire/inquire enquired/inquired gauge/gage gauges/gages judgement/judgment
		acknowledgement/acknowledgment ageing/aging manoeuvre/maneuver manoeuvres/maneuvers moustache/mustache
		pyjamas/pajamas whisky/whiskey jewellery/jewelry cosy/cozy draught/draft mould/mold smoulder/smolder
		smouldering/smoldering fulfil/fulfill fulfils/fulfills fulfilment/fulfillment instalment/installment
		skilful/skillful wilful/willful enrol/enroll enrolment/enrollment fuelled/fueled fuelling/fueling
		centre/center centres/centers centred/centered theatre/theater theatres/theaters metre/meter metres/meters
		kilometre/kilometer kilometres/kilometers litre/liter litres/liters fibre/fiber sabre/saber calibre/caliber
		spectre/specter sombre/somber meagre/meager defence/defense defences/defenses offence/offense offences/offenses
		licence/license licences/licenses pretence/pretense practise/practice practised/practiced
		analogue/analog catalogue/catalog dialogue/dialog monologue/monolog travelogue/travelog
		learnt/learned burnt/burned dreamt/dreamed spelt/spelled spoilt/spoiled leant/leaned leapt/leaped
		towards/toward afterwards/afterward backwards/backward forwards/forward upwards/upward downwards/downward
		amongst/among whilst/while amidst/amid anaesthetic/anesthetic ok/okay adviser/advisor advisers/advisors
		protestor/protester protestors/protesters neighbour/neighbor yoghurt/yogurt sulphur/sulfur disc/disk
		artefact/artifact artefacts/artifacts encyclopaedia/encyclopedia omelette/omelet furore/furor orientated/oriented
		gipsy/gypsy moslem/muslim moslems/muslims koran/quran qur'an/quran hizbollah/hezbollah hizbullah/hezbollah
		hisbollah/hezbollah taleban/taliban teheran/tehran kiev/kyiv odessa/odesa kharkov/kharkiv lvov/lviv
		dnepr/dnipro donbass/donbas chernobyl/chornobyl nikolaev/mykolaiv nikolayev/mykolaiv zaporozhye/zaporizhzhia
		zaporizhia/zaporizhzhia lugansk/luhansk chernihov/chernihiv belorussia/belarus rumania/romania huthi/houthi
		huthis/houthis shia/shiite shi'ite/shiite shi'a/shiite qaddafi/gaddafi gadhafi/gaddafi kadhafi/gaddafi
		khadafy/gaddafi gathafi/gaddafi mecca/makkah marseilles/marseille lyons/lyon
		mister/mr doctor/dr professor/prof saint/st alright/allright`) {
		a, b, _ := strings.Cut(l, "/")
		m[a] = b
	}
	return m
}()

// spellingRules fold regular British endings into the American ones. A rule
// applies to words of at least min letters, so that "four" does not become "for"
// nor "filled" "filed".
var spellingRules = []struct {
	suffix, to string
	min        int
}{
	{"isation", "ization", 8}, {"isations", "izations", 9}, {"ise", "ize", 6}, {"ised", "ized", 7}, {"ises", "izes", 7},
	{"ising", "izing", 7}, {"yse", "yze", 6}, {"ysed", "yzed", 7}, {"ysing", "yzing", 8},
	{"our", "or", 6}, {"ours", "ors", 7}, {"oured", "ored", 7}, {"ouring", "oring", 8}, {"ourable", "orable", 8},
	{"ourite", "orite", 8}, {"ourites", "orites", 9}, {"ourhood", "orhood", 9}, {"ourhoods", "orhoods", 10}, {"ourless", "orless", 9},
	{"lled", "led", 8}, {"lling", "ling", 9}, {"ller", "ler", 8}, {"llers", "lers", 9}, {"logue", "log", 7},
	{"aemia", "emia", 6}, {"paedia", "pedia", 8},
}

// spellingInside folds Greek digraphs: anaemic, oestrogen, paediatric.
var spellingInside = strings.NewReplacer("aes", "es", "aed", "ed", "aem", "em", "oest", "est", "oedem", "edem", "oea", "ea", "oetus", "etus")

// plainLetters writes letters that no decomposition makes plain.
var plainLetters = strings.NewReplacer("ß", "ss", "ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "ı", "i", "þ", "th", "ð", "d")

// foldWord gives a normalised word in its plainest spelling.
func foldWord(n string) string {
	if v, ok := numberWord(n); ok {
		return strconv.Itoa(v)
	}
	if v, ok := ordinals[n]; ok {
		return v
	}
	s := plain(n)
	if v, ok := spellings[s]; ok {
		return v
	}
	for _, r := range spellingRules {
		if len(s) >= r.min && strings.HasSuffix(s, r.suffix) {
			s = s[:len(s)-len(r.suffix)] + r.to
			break
		}
	}
	if len(s) >= 6 && (strings.Contains(s, "ae") || strings.Contains(s, "oe")) {
		s = spellingInside.Replace(s)
	}
	return s
}

// plain drops diacritics.
func plain(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			s = plainLetters.Replace(s)
			var b strings.Builder
			for _, r := range norm.NFD.String(s) {
				if !unicode.Is(unicode.Mn, r) {
					b.WriteRune(r)
				}
			}
			return b.String()
		}
	}
	return s
}

var smallNumbers = func() map[string]int {
	m := map[string]int{}
	for i, w := range strings.Fields(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
		fifteen sixteen seventeen eighteen nineteen`) {
		m[w] = i
	}
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		t := 20 + 10*i
		m[w] = t
		for u, x := range strings.Fields("one two three four five six seven eight nine") {
			m[w+x] = t + u + 1 // the hyphen is gone
		}
	}
	delete(m, "one") // "one" is more often a pronoun than a number
	return m
}()

// ordinals written out and in digits.
var ordinals = func() map[string]string {
	m := map[string]string{}
	for i, w := range strings.Fields(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
		thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`) {
		suffix := "th"
		switch i {
		case 0:
			suffix = "st"
		case 1:
			suffix = "nd"
		case 2:
			suffix = "rd"
		}
		m[w] = strconv.Itoa(i+1) + suffix
	}
	return m
}()

// numberWord reads a number written as one word: forty, twenty-one.
func numberWord(n string) (int, bool) {
	v, ok := smallNumbers[n]
	return v, ok
}

// isNumber reports whether a word is a number in digits or letters.
func isNumber(w word) bool {
	return w.raw != "" && w.raw[0] >= '0' && w.raw[0] <= '9' || w.fold != "" && w.fold[0] >= '0' && w.fold[0] <= '9' || magnitudes[w.norm]
}

var magnitudes = set(`hundred hundreds thousand thousands million millions billion billions trillion dozen dozens scores half
	third quarter first second fourth fifth tenth once twice`)

// likeness of two words.
type likeness uint8

const (
	differ   likeness = iota
	variant           // another spelling of one word
	sameMark          // the same word in other marks or capitals
	same
)

// alike compares two words.
func alike(a, b word) likeness {
	if a.norm == b.norm {
		if a.raw == b.raw {
			return same
		}
		if strings.Count(a.raw, ",") == strings.Count(b.raw, ",") && hyphens(a.raw) == hyphens(b.raw) {
			return sameMark
		}
		return variant
	}
	if a.norm == "a" && b.norm == "an" || a.norm == "an" && b.norm == "a" {
		return same // "an accident", "a terrible accident"
	}
	if a.fold == b.fold || a.fold == "one" && b.fold == "1" || a.fold == "1" && b.fold == "one" {
		return variant
	}
	if slices.Contains(expansions[a.norm], b.norm) || slices.Contains(expansions[b.norm], a.norm) {
		return variant // can't, cannot
	}
	if (strings.Contains(a.norm, "'") || strings.Contains(b.norm, "'")) && bare(a.norm) == bare(b.norm) && !apart[bare(a.norm)] {
		return sameMark
	}
	if a.upper && b.upper && sameNameWord(a.fold, b.fold) || slip(a.fold, b.fold) {
		return variant
	}
	return differ
}

// apart are words that an apostrophe makes into others: well and we'll.
var apart = set("well ill shell hell were wed shed wont cant id lets")

func bare(s string) string { return strings.ReplaceAll(s, "'", "") }

func hyphens(s string) int {
	n := 0
	for _, r := range s {
		if isHyphen(r) {
			n++
		}
	}
	return n
}

// realWords are pairs that look like a slip and are two words.
var realWords = pairs(`trial/trail casual/causal quiet/quite diary/dairy united/untied county/country marital/martial
	planed/planned later/latter desert/dessert hoping/hopping staring/starring scared/scarred immoral/immortal
	complement/compliment stationary/stationery alteration/altercation adoption/adaption conversation/conservation
	stripped/striped dinner/diner sacred/scared angle/angel silver/sliver
	dependent/dependant council/counsel councillor/counsellor personal/personnel prosecute/persecute
	prosecuted/persecuted prosecution/persecution historic/historical economic/economical`)

// slip reports whether two plain words differ as a slip of the pen does: two
// letters swapped, a doubled letter single, in long words a letter inside lost or
// one vowel for another. Endings do not count: those are other forms of a word.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || len(b)-len(a) > 1 || a[0] != b[0] || realWords[[2]string{a, b}] || hasDigit(a) || hasDigit(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		if i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:] {
			return len(a) >= 6
		}
		return len(a) >= 8 && i > 1 && i < len(a)-1 && a[i+1:] == b[i+1:] && isVowel(a[i]) && isVowel(b[i]) && i < len(a)-2
	}
	if i < 1 || a[i:] != b[i+1:] {
		return false
	}
	doubled := b[i] == b[i-1] || i+1 < len(b) && b[i] == b[i+1]
	return doubled && i < len(a)-1 && len(a) >= 6 || len(a) >= 8 && i < len(a)-2
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// SameSpelling reports whether two words, lower-case, are one word in another
// spelling or a slip of the pen: colour and color.
func SameSpelling(a, b string) bool {
	a, b = foldWord(a), foldWord(b)
	return a == b || slip(a, b)
}
