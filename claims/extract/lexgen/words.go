package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
)

// words lists the common English words with their parts of speech (n, v, a, r):
// single lemmas that the sense-tagged corpus of WordNet has, and the forms of
// such verbs. It tells words from names where case does not.
func (w *wordNet) words() map[string]string {
	out := map[string]string{}
	add := func(word, pos string) {
		if !strings.Contains(out[word], pos) && w.plain(word) {
			out[word] += pos
		}
	}
	for _, p := range []struct{ pos, letter string }{{"noun", "n"}, {"verb", "v"}, {"adj", "a"}, {"adv", "r"}} {
		for lemma := range w.tagged[p.pos] {
			if p.letter == "v" || w.common[lemma] {
				add(lemma, p.letter)
			}
		}
	}
	for lemma := range w.tagged["verb"] {
		for _, f := range w.forms(lemma) {
			add(f, "v")
		}
	}
	return out
}

// plain reports whether a word is one word of letters.
func (w *wordNet) plain(s string) bool {
	return len(s) > 2 && !strings.ContainsAny(s, "_0123456789.'/\t")
}

// forms are the inflected forms of a verb: the irregular ones WordNet lists,
// else the regular ones.
func (w *wordNet) forms(v string) []string {
	out := append([]string(nil), w.irregular[v]...)
	stem, last := v, v[len(v)-1]
	switch {
	case last == 'e':
		stem = v[:len(v)-1]
	case last == 'y' && len(v) > 2 && !strings.ContainsRune("aeiou", rune(v[len(v)-2])):
		out = append(out, v[:len(v)-1]+"ies", v[:len(v)-1]+"ied")
		return append(out, v+"ing")
	}
	es := "s"
	if strings.HasSuffix(v, "s") || strings.HasSuffix(v, "x") || strings.HasSuffix(v, "z") || strings.HasSuffix(v, "sh") || strings.HasSuffix(v, "ch") || last == 'o' {
		es = "es"
	}
	return append(out, v+es, stem+"ed", stem+"ing")
}

// readForms reads verb.exc: an inflected form and its lemmas.
func readForms(dir string) (map[string][]string, error) {
	f, err := os.Open(filepath.Join(dir, "verb.exc"))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	out := map[string][]string{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		c := strings.Fields(sc.Text())
		for _, lemma := range c[1:] {
			out[lemma] = append(out[lemma], c[0])
		}
	}
	return out, nil
}

// readTagged reads the lemmas of index.POS that have a sense counted in the
// sense-tagged corpus.
func readTagged(path string) (map[string]bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	out := map[string]bool{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		c := strings.Fields(sc.Text())
		if strings.HasPrefix(sc.Text(), " ") || len(c) < 7 {
			continue
		}
		if taggedSenses(c) != "0" {
			out[c[0]] = true
		}
	}
	return out, sc.Err()
}

// taggedSenses is the field before the offsets: lemma pos synset_cnt p_cnt
// symbols… sense_cnt tagsense_cnt offsets….
func taggedSenses(c []string) string {
	n := 0
	for _, d := range c[2] {
		n = n*10 + int(d-'0')
	}
	return c[len(c)-n-1]
}
