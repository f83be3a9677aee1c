package newsgen

import "strings"

var (
	outlets = []string{"Coastal Wire", "Norrby Courier", "Meridian Press", "The Halden Post", "Radio Vasterlund",
		"Eastmark Gazette", "Inland Agency", "Daily Ferryman", "Kestrel News", "The Brackwater Times", "Open Ledger", "Fjordline"}
	events = []string{"warehouse fire", "bridge collapse", "ferry accident", "explosion", "landslide", "train crash",
		"flood", "mine accident", "shelling attack", "bus crash", "chemical spill", "earthquake", "drone strike", "stampede"}
	origins = []string{"officials", "police", "rescue services", "the interior ministry", "hospital staff",
		"the regional governor", "witnesses", "the fire service", "aid groups", "military spokesmen"}
	titles = []string{"mayor", "governor", "fire chief", "spokesman", "minister", "police commander", "surgeon", "union leader",
		"aid coordinator", "engineer"}
	weekdays     = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	smallNumbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)

// common are the words at the head of the vocabulary, about as frequent in news
// as their order says: 120 that carry structure, then some that carry topics.
var common = strings.Fields(`the of to and a in that is was for on it with as he at by from his be an have has had
	but not are were this which they their will would who been its after more said there when one two also than
	about up out over into could other some new first last year years people time government state country city
	before between during against under while since because where what may can no all most many such now only
	three week day month between official officials police minister president group report area region local
	through being both each then them she her him we our you your so if did do does just even still made
	workers family water fire road house school hospital border army court law party vote election leader
	council market price trade company bank oil gas power energy food aid children women men victims survivors
	building bridge harbour station airport village town north south east west river coast mountain valley forest
	morning evening night early late damage emergency rescue search team operation plan support service security
	attack strike blast shot injured wounded killed dead missing found arrested charged released accused denied
	confirmed warned urged called asked told reported announced agreed refused promised expected planned opened
	closed began ended continued returned moved reached crossed destroyed damaged burned flooded collapsed repaired
	inquiry witness evidence statement spokesman ministry parliament committee budget union strike protest crowd
	street square bus train ship ferry truck plane crew driver passenger soldier officer doctor nurse teacher student
	farmer engineer resident neighbour refugee migrant tourist journalist editor lawyer judge mayor governor
	decision agreement deal talks meeting visit speech letter question answer problem crisis situation condition
	cause reason result effect change rise fall record number level rate share part side line point case issue
	weather storm rain snow wind heat cold winter summer spring autumn season harvest crop land field farm
	health disease virus patient treatment medicine clinic ward vaccine test sample study research university
	money fund cost tax debt loan wage job work factory plant mine steel coal grain wheat fish timber paper
	war peace truce ceasefire front troops missile drone shell artillery weapon defence alliance treaty sanction
	history culture language music film book church festival game match player coach season final goal`)

// The rest of the vocabulary is made of syllables, so that there is enough of
// it: stems with the endings English gives its words.
var (
	onsets  = []string{"b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "qu", "r", "s", "sk", "st", "t", "tr", "v", "w", "z"}
	nuclei  = []string{"a", "e", "i", "o", "u", "a", "e", "ai", "ea", "o", "ou"}
	codas   = []string{"", "l", "m", "n", "nd", "r", "rk", "s", "st", "t", "x"}
	endings = []string{"", "s", "ed", "ing", "er", "ation", "al", "ly", "ment"}
)

var (
	vocabulary = makeVocabulary(Vocabulary)
	firstNames = names(160, 7)
	lastNames  = names(900, 11)
	places     = names(300, 17)
)

// makeVocabulary lists n distinct words, the commonest first.
func makeVocabulary(n int) []string {
	out := make([]string, 0, n)
	seen := map[string]bool{}
	add := func(w string) {
		if !seen[w] && len(out) < n {
			seen[w] = true
			out = append(out, w)
		}
	}
	for _, w := range common {
		add(w)
	}
	for i := 0; len(out) < n; i++ {
		add(syllables(i, 2+i%2) + endings[(i/7)%len(endings)])
	}
	return out
}

// syllables spells the number i, mixed so that neighbours do not look alike.
func syllables(i, n int) string {
	var b strings.Builder
	x := uint64(i)*2654435761 + 97
	for k := range n {
		b.WriteString(onsets[x%uint64(len(onsets))])
		x /= 5
		b.WriteString(nuclei[x%uint64(len(nuclei))])
		x /= 3
		if k == n-1 {
			b.WriteString(codas[x%uint64(len(codas))])
		}
		x = x/7 ^ uint64(i)*40503
	}
	return b.String()
}

// names makes n distinct capitalised names.
func names(n, salt int) []string {
	var out []string
	seen := map[string]bool{}
	for i := salt; len(out) < n; i += salt {
		w := syllables(i*31+salt, 2)
		if !seen[w] {
			seen[w] = true
			out = append(out, capital(w))
		}
	}
	return out
}
