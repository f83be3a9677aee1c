package extract

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strconv"
	"strings"
	"sync"
)

// The generated lexicons; data/LICENSES.md says where each comes from and
// lexgen/ makes them. Each is unpacked on first use.
var (
	//go:embed data/nouns.txt.gz
	nounData []byte
	//go:embed data/verbs.txt.gz
	verbData []byte
	//go:embed data/nations.txt.gz
	nationData []byte
	//go:embed data/names.txt.gz
	nameData []byte
	//go:embed data/places.txt.gz
	placeData []byte
)

var (
	nounLexicon   = sync.OnceValue(func() map[string]string { return mapOf(unpack(nounData)) })
	verbLexicon   = sync.OnceValue(func() map[string]string { return mapOf(unpack(verbData)) })
	nationLexicon = sync.OnceValue(func() map[string]string { return mapOf(unpack(nationData)) })
	nameLexicon   = sync.OnceValue(func() map[string]string { return mapOf(unpack(nameData)) })
	placeLexicon  = sync.OnceValue(func() lines { return lines(unpack(placeData)) })
)

// unpack decompresses embedded data; that it cannot is a broken build.
func unpack(b []byte) string {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		panic("extract: embedded lexicon: " + err.Error())
	}
	var out strings.Builder
	if _, err := io.Copy(&out, z); err != nil {
		panic("extract: embedded lexicon: " + err.Error())
	}
	return out.String()
}

// mapOf reads lines "key<TAB>value" without copying them.
func mapOf(s string) map[string]string {
	m := make(map[string]string, strings.Count(s, "\n"))
	for line := range strings.Lines(s) {
		k, v, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		m[k] = v
	}
	return m
}

// lines is a lexicon of sorted lines, searched in place: a map of it would cost
// more to build than a hundred articles cost to read.
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
	v, ok := placeLexicon().find(low)
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
	v, ok := nationLexicon()[low]
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
	if v := nameLexicon()[low]; v != "" {
		return v[0]
	}
	return 0
}

// nounClass returns the classes of a noun's first two senses (see lexgen): "p"
// person, "g" group, "e" event, "a" act, "l" place, "t" time, "c" communication,
// "n" animal, "-" other. A plural is looked up by its singular.
func nounClass(low string) string {
	if v, ok := nounLexicon()[low]; ok {
		return v
	}
	if s := singular(low); s != low {
		return nounLexicon()[s]
	}
	return ""
}

// isPersonNoun reports whether a noun's first sense is a person.
func isPersonNoun(low string) bool { return strings.HasPrefix(nounClass(low), "p") }

// isGroupNoun reports whether a noun's first sense is a group.
func isGroupNoun(low string) bool { return strings.HasPrefix(nounClass(low), "g") }

// irregularPlurals are the plurals of people that news uses.
var irregularPlurals = map[string]string{"men": "man", "women": "woman", "children": "child", "people": "person", "policemen": "policeman",
	"policewomen": "policewoman", "servicemen": "serviceman", "gunmen": "gunman", "wives": "wife", "spokesmen": "spokesman",
	"spokeswomen": "spokeswoman", "fishermen": "fisherman", "firemen": "fireman", "lawmen": "lawman", "councilmen": "councilman",
	"congressmen": "congressman", "congresswomen": "congresswoman", "tribesmen": "tribesman", "clergymen": "clergyman", "mps": "mp",
	"businessmen": "businessman", "businesswomen": "businesswoman", "schoolchildren": "schoolchild", "grandchildren": "grandchild", "chiefs": "chief"}

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
