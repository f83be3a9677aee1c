package extract

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// The generated lexicons; data/LICENSES.md says where each comes from and
// lexgen/ makes them: lines "key<TAB>value" sorted by key. They lie in the program
// as they are, so that starting it unpacks nothing.
var (
	//go:embed data/nouns.txt
	nounData string
	//go:embed data/nations.txt
	nationData string
	//go:embed data/names.txt
	nameData string
	//go:embed data/places.txt
	placeData lines
	//go:embed data/words.txt
	wordData lines
)

// Those asked for every word have a table, made on first use.
var (
	nounLexicon   = sync.OnceValue(func() *table { return newTable(nounData) })
	nationLexicon = sync.OnceValue(func() *table { return newTable(nationData) })
	nameLexicon   = sync.OnceValue(func() *table { return newTable(nameData) })
)

// table finds the lines of a text by their keys: open addressing by hash, a slot
// holding where a line begins, plus one. Making one costs a tenth of a map.
type table struct {
	text  string
	slots []uint32
}

func newTable(text string) *table {
	size := 16
	for n := strings.Count(text, "\n"); size < 2*n; size *= 2 {
	}
	t := &table{text: text, slots: make([]uint32, size)}
	for at := 0; at < len(text); {
		tab := at + strings.IndexByte(text[at:], '\t')
		i := hash(text[at:tab]) & uint32(size-1)
		for t.slots[i] != 0 {
			i = (i + 1) & uint32(size-1)
		}
		t.slots[i] = uint32(at + 1)
		at = tab + strings.IndexByte(text[tab:], '\n') + 1
	}
	return t
}

// find returns the value of a key.
func (t *table) find(key string) (value string, ok bool) {
	mask := uint32(len(t.slots) - 1)
	for i := hash(key) & mask; t.slots[i] != 0; i = (i + 1) & mask {
		line := t.text[t.slots[i]-1:]
		if len(line) > len(key) && line[len(key)] == '\t' && line[:len(key)] == key {
			line = line[len(key)+1:]
			return line[:strings.IndexByte(line, '\n')], true
		}
	}
	return "", false
}

// lines is a lexicon of sorted lines, searched in place, for keys that are asked
// for now and then.
type lines string

// find returns the value of a key.
func (l lines) find(key string) (string, bool) {
	lo, hi := 0, len(l)
	for lo < hi {
		mid := (lo + hi) / 2
		at := strings.LastIndexByte(string(l[:mid]), '\n') + 1
		end := at + strings.IndexByte(string(l[at:]), '\n')
		k, v, _ := strings.Cut(string(l[at:end]), "\t")
		switch {
		case k == key:
			return v, true
		case k < key:
			lo = end + 1
		default:
			hi = at
		}
	}
	return "", false
}

// City is an entry of the gazetteer: the largest place of a name.
type City struct {
	Country string // ISO 3166 code
	People  int
}

// cityNamed looks up a populated place by its lower-case name. Names that are
// also words or first names are there only for very large places.
func cityNamed(low string) (City, bool) {
	v, ok := placeData.find(low)
	if !ok {
		return City{}, false
	}
	cc, pop, _ := strings.Cut(v, " ")
	n, _ := strconv.Atoi(pop)
	return City{cc, n}, true
}

// nationKey returns the country a word stands for, and how: 'c' its name, 'k'
// its capital or seat of government, 'd' the adjective, 'n' its people. Words are
// lower-case; ok is false for any other word.
func nationKey(low string) (key string, kind byte, ok bool) {
	v, ok := nationLexicon().find(low)
	if !ok {
		return "", 0, false
	}
	return v[2:], v[0], true
}

// nationOf is nationKey for a token; "us" and "eu" count only in capitals.
func nationOf(t *Token) (key string) {
	if !t.Upper && t.Kind == Word {
		return ""
	}
	if len(t.Text) == 2 && t.Text != strings.ToUpper(t.Text) {
		return ""
	}
	key, _, _ = nationKey(t.Lower)
	return key
}

// firstName returns 'f', 'm' or 'a' (both) for a first name, 0 for other words.
func firstName(low string) byte {
	if v, ok := nameLexicon().find(low); ok {
		return v[0]
	}
	return 0
}

// nounClass returns the classes of a noun's first two senses (see lexgen): "p"
// person, "g" group, "e" event, "a" act, "l" place, "t" time, "c" communication,
// "n" animal, "-" other. A plural is looked up by its singular.
func nounClass(low string) string {
	if v, ok := nounLexicon().find(low); ok {
		return v
	}
	if s := singular(low); s != low {
		v, _ := nounLexicon().find(s)
		return v
	}
	return ""
}

// knownWord reports whether English has the word, written small; plurals and
// forms of verbs are words too.
func knownWord(low string) bool {
	if _, ok := wordData.find(low); ok {
		return true
	}
	s := singular(low)
	if s == low {
		return false
	}
	_, ok := wordData.find(s)
	return ok
}

// PlainWord reports whether a word, written small, is one of English and neither a
// first name, a place nor a nation: with a capital at the start of a sentence it names nobody.
func PlainWord(low string) bool {
	if !knownWord(low) && nounClass(low) == "" {
		return false
	}
	_, place := placeData.find(low)
	_, _, nation := nationKey(low)
	return firstName(low) == 0 && !place && !nation
}

// Nation reports whether a word, written small, names a country, its capital or its
// people, or is the adjective of one.
func Nation(low string) bool {
	_, _, ok := nationKey(low)
	return ok
}

// commonNoun reports whether a word is a common noun, and no adjective.
func commonNoun(low string) bool {
	v, ok := wordData.find(low)
	if !ok {
		v, _ = wordData.find(singular(low))
	}
	return strings.Contains(v, "n") && !strings.Contains(v, "a")
}

// isPersonNoun reports whether a noun's first sense is a person.
func isPersonNoun(low string) bool { return strings.HasPrefix(nounClass(low), "p") }

// isGroupNoun reports whether a noun's first sense is a group.
func isGroupNoun(low string) bool { return strings.HasPrefix(nounClass(low), "g") }

// irregularPlurals are the plurals of people and animals that news uses.
var irregularPlurals = map[string]string{"men": "man", "women": "woman", "children": "child", "people": "person", "policemen": "policeman",
	"policewomen": "policewoman", "servicemen": "serviceman", "gunmen": "gunman", "wives": "wife", "spokesmen": "spokesman",
	"spokeswomen": "spokeswoman", "fishermen": "fisherman", "firemen": "fireman", "lawmen": "lawman", "councilmen": "councilman",
	"congressmen": "congressman", "congresswomen": "congresswoman", "tribesmen": "tribesman", "clergymen": "clergyman", "mps": "mp",
	"businessmen": "businessman", "businesswomen": "businesswoman", "schoolchildren": "schoolchild", "grandchildren": "grandchild", "chiefs": "chief", "thieves": "thief",
	"wolves": "wolf", "calves": "calf", "geese": "goose", "mice": "mouse", "oxen": "ox", "knives": "knife"}

// singular is the singular of an English noun by its ending.
func singular(low string) string {
	if s, ok := irregularPlurals[low]; ok {
		return s
	}
	switch {
	case len(low) < 4 || !strings.HasSuffix(low, "s") || strings.HasSuffix(low, "ss") || strings.HasSuffix(low, "us"):
		return low
	case strings.HasSuffix(low, "ies"):
		return low[:len(low)-3] + "y"
	case strings.HasSuffix(low, "ches"), strings.HasSuffix(low, "shes"), strings.HasSuffix(low, "sses"), strings.HasSuffix(low, "xes"):
		return low[:len(low)-2]
	}
	return low[:len(low)-1]
}
