package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// synset is a set of synonyms with its pointers.
type synset struct {
	file  int // lexicographer file: 18 is noun.person
	words []string
	ptr   []pointer
}

type pointer struct{ kind, to, pos string }

// wordNet is what the generators need of WordNet.
type wordNet struct {
	noun, adj map[string]*synset         // by offset
	nounIndex map[string][]string        // lemma → offsets, commonest first
	common    map[string]bool            // single words written small somewhere
	tagged    map[string]map[string]bool // by part of speech: lemmas of the sense-tagged corpus
	irregular map[string][]string        // forms of irregular verbs
}

func readWordNet(dir string) (*wordNet, error) {
	w := &wordNet{common: map[string]bool{}}
	var err error
	load := func(pos string) (m map[string]*synset) {
		if err == nil {
			m, err = readData(filepath.Join(dir, "data."+pos))
		}
		return m
	}
	w.noun, w.adj = load("noun"), load("adj")
	verb, adv := load("verb"), load("adv")
	if err != nil {
		return nil, err
	}
	for _, m := range []map[string]*synset{w.noun, verb, w.adj, adv} {
		for _, s := range m {
			for _, x := range s.words {
				if strings.ToLower(x) == x && !strings.Contains(x, "_") {
					w.common[x] = true
				}
			}
		}
	}
	if w.nounIndex, err = readIndex(filepath.Join(dir, "index.noun")); err != nil {
		return nil, err
	}
	w.tagged = map[string]map[string]bool{}
	for _, pos := range []string{"noun", "verb", "adj", "adv"} {
		if w.tagged[pos], err = readTagged(filepath.Join(dir, "index."+pos)); err != nil {
			return nil, err
		}
	}
	w.irregular, err = readForms(dir)
	return w, err
}

// readData reads data.POS: offset lex_filenum ss_type w_cnt (word lex_id)… p_cnt
// (symbol offset pos source/target)… | gloss.
func readData(path string) (map[string]*synset, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	out := map[string]*synset{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		line, _, _ := strings.Cut(sc.Text(), " | ")
		c := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(c) < 6 {
			continue
		}
		s := &synset{}
		s.file, _ = strconv.Atoi(c[1])
		n, _ := strconv.ParseInt(c[3], 16, 32)
		at := 4
		for range n {
			word, _, _ := strings.Cut(c[at], "(")
			s.words = append(s.words, word)
			at += 2
		}
		p, _ := strconv.Atoi(c[at])
		at++
		for range p {
			s.ptr = append(s.ptr, pointer{c[at], c[at+1], c[at+2]})
			at += 4
		}
		out[c[0]] = s
	}
	return out, sc.Err()
}

// readIndex reads index.POS: lemma pos synset_cnt p_cnt symbols… sense_cnt
// tagsense_cnt offsets….
func readIndex(path string) (map[string][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	out := map[string][]string{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		c := strings.Fields(sc.Text())
		if strings.HasPrefix(sc.Text(), " ") || len(c) < 7 {
			continue
		}
		n, _ := strconv.Atoi(c[2])
		out[c[0]] = c[len(c)-n:]
	}
	return out, sc.Err()
}

// nounClasses are the lexicographer files kept, as letters.
var nounClasses = map[int]byte{4: 'a', 10: 'c', 11: 'e', 14: 'g', 15: 'l', 18: 'p', 28: 't', 5: 'n'}

// nouns gives the classes of a noun's first two senses: "p" person, "g" group,
// "e" event, "a" act, "l" place, "t" time, "c" communication, "n" animal, "-" any
// other; nouns with neither sense in a class are left out.
func (w *wordNet) nouns() map[string]string {
	out := map[string]string{}
	for lemma, senses := range w.nounIndex {
		if strings.ContainsAny(lemma, "_0123456789") {
			continue
		}
		v := ""
		for _, s := range senses[:min(2, len(senses))] {
			x := w.noun[s]
			c, ok := nounClasses[x.file]
			if !ok || !hasSmall(x, lemma) {
				c = '-'
			}
			v += string(c)
		}
		if strings.Trim(v, "-") != "" {
			out[lemma] = v
		}
	}
	return out
}

// hasSmall reports whether the synset writes the lemma without capitals.
func hasSmall(s *synset, lemma string) bool {
	for _, w := range s.words {
		if w == lemma {
			return true
		}
	}
	return false
}

// The synsets that nations are read from.
const (
	countrySense = "08544813" // state, nation, country, land: its territory
	capitalSense = "08691669" // national capital
)

// since2006 is what WordNet 3.0 is too old to know, and names that stand for
// governments; compiled by hand.
var since2006 = map[string]string{
	"kyiv": "k ukraine", "kremlin": "k russia", "pentagon": "k united states", "white house": "k united states", "capitol hill": "k united states",
	"downing street": "k united kingdom", "whitehall": "k united kingdom", "elysee": "k france", "élysée": "k france", "kosovo": "c kosovo",
	"kosovar": "d kosovo", "kosovan": "d kosovo", "montenegro": "c montenegro", "montenegrin": "d montenegro", "south sudan": "c south sudan",
	"eswatini": "c eswatini", "north macedonia": "c macedonia", "czechia": "c czech republic", "timor-leste": "c timor-leste", "timorese": "d timor-leste",
	"türkiye": "c turkey", "turkiye": "c turkey", "gaza": "c palestine", "gazan": "d palestine", "palestinian": "d palestine", "palestine": "c palestine",
	"west bank": "c palestine", "crimea": "c crimea", "crimean": "d crimea", "chechnya": "c chechnya", "chechen": "d chechnya", "u.s": "c united states",
	"u.s.": "c united states", "us": "c united states", "u.k": "c united kingdom", "u.k.": "c united kingdom", "uk": "c united kingdom", "uae": "c united arab emirates",
	"emirati": "d united arab emirates", "eu": "c european union", "european": "d european union", "qatari": "d qatar", "bahraini": "d bahrain",
	"serbia": "c serbia", "serbian": "d serbia", "belgrade": "k serbia", "ivorian": "d ivory coast", "drc": "c congo", "dprk": "c north korea",
	"north korean": "d north korea", "south korean": "d south korea", "saudi": "d saudi arabia", "british": "d united kingdom", "briton": "n united kingdom",
	"dutch": "d netherlands", "burkinabe": "d burkina faso", "myanmar": "c burma", "naypyidaw": "k burma", "islamabad": "k pakistan", "abuja": "k nigeria",
	"new delhi": "k india", "beijing": "k china", "pyongyang": "k north korea", "hezbollah": "", "american": "d united states", "america": "c united states",
	"britain": "c united kingdom", "great britain": "c united kingdom", "united kingdom": "c united kingdom", "england": "c united kingdom",
	"london": "k united kingdom", "washington": "k united states", "moscow": "k russia", "russia": "c russia", "russian": "d russia",
	"soviet": "d russia", "ukraine": "c ukraine", "ukrainian": "d ukraine", "tel aviv": "k israel", "jerusalem": "k israel", "damascus": "k syria",
	"tehran": "k iran", "brussels": "k belgium", "ankara": "k turkey",
}

// nations maps names of countries (c), their capitals (k) and the words for
// their people (d adjective, n noun) to one key per country: "d france".
func (w *wordNet) nations() map[string]string {
	out := map[string]string{}
	put := func(word, kind, key string) {
		word = strings.ToLower(strings.ReplaceAll(word, "_", " "))
		if _, ok := out[word]; !ok && key != "" {
			out[word] = kind + " " + key
		}
	}
	key := map[string]string{} // synset of a place → key
	var walk func(at string, depth int)
	walk = func(at string, depth int) {
		for _, p := range w.noun[at].ptr {
			if depth > 6 || p.kind != "~" && p.kind != "~i" {
				continue
			}
			if p.kind == "~i" {
				key[p.to] = strings.ToLower(strings.ReplaceAll(w.noun[p.to].words[0], "_", " "))
			}
			walk(p.to, depth+1)
		}
	}
	walk(countrySense, 0)
	for _, id := range sorted(key) {
		for _, word := range w.noun[id].words {
			if strings.ToLower(word) != word {
				put(word, "c", key[id])
			}
		}
	}
	for _, id := range sorted(w.noun) {
		if s := w.noun[id]; s.is("@i", capitalSense) {
			for _, p := range s.ptr {
				if p.kind == "#p" && key[p.to] != "" {
					for _, word := range s.words {
						put(word, "k", key[p.to])
					}
				}
			}
		}
	}
	for _, id := range sorted(w.adj) {
		w.demonyms(w.adj[id], key, put)
	}
	for word, v := range since2006 {
		if v == "" {
			delete(out, word)
			continue
		}
		kind, k, _ := strings.Cut(v, " ")
		delete(out, word)
		put(word, kind, k)
	}
	return out
}

// demonyms puts an adjective that pertains to a country, and the people it is
// derived from.
func (w *wordNet) demonyms(s *synset, key map[string]string, put func(word, kind, key string)) {
	k := ""
	for _, p := range s.ptr {
		if p.kind == `\` && key[p.to] != "" {
			k = key[p.to]
		}
	}
	if k == "" {
		return
	}
	for _, word := range s.words {
		if strings.ToLower(word) != word {
			put(word, "d", k)
		}
	}
	for _, p := range s.ptr {
		if n := w.noun[p.to]; p.kind == "+" && p.pos == "n" && n != nil && n.file == 18 {
			for _, word := range n.words {
				if strings.ToLower(word) != word && !strings.Contains(word, "_") {
					put(word, "n", k)
				}
			}
		}
	}
}

func (s *synset) is(kind, to string) bool {
	for _, p := range s.ptr {
		if p.kind == kind && p.to == to {
			return true
		}
	}
	return false
}
