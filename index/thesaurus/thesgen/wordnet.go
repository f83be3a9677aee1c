package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// senses is how many of a word's senses are read, the commonest first.
const senses = 3

// synset is a set of synonyms and its pointers between words.
type synset struct {
	words []string
	ptr   []pointer
}

// pointer leads from word from of a synset to word to of another, both from 1;
// 0 is the whole set.
type pointer struct {
	kind, set string
	from, to  int
}

// parts are WordNet's parts of speech, by the end of their files' names.
var parts = map[string]string{"noun": "n", "verb": "v", "adj": "a", "adv": "r"}

// relations lists for each single word what it is related to: "d1vaccine" is a
// word derived from its first sense (vaccinate; pertainyms and participles
// among them), "s2shot" a synonym in its second.
func relations(dir string) (map[string][]string, error) {
	sets := map[string]*synset{}
	for part, letter := range parts {
		err := eachLine(filepath.Join(dir, "data."+part), func(line string) error {
			if strings.HasPrefix(line, " ") {
				return nil
			}
			s, offset, err := parseSynset(line)
			sets[letter+offset] = s
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	out := map[string][]string{}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		err := eachLine(filepath.Join(dir, "index."+part), func(line string) error {
			c := strings.Fields(line)
			if strings.HasPrefix(line, " ") || !plain.MatchString(c[0]) {
				return nil
			}
			n, err := strconv.Atoi(c[3])
			if err != nil {
				return err
			}
			for k, offset := range c[4+n+2:] {
				if k == senses {
					break
				}
				s := sets[parts[part]+offset]
				if s == nil {
					return fmt.Errorf("%s: no synset %s", c[0], offset)
				}
				out[c[0]] = s.related(c[0], k+1, sets, out[c[0]])
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, irregular(dir, out)
}

// irregular adds the dictionary form of irregular inflections, "i1knife" to
// knives, and the other way round "f1knives" to knife.
func irregular(dir string, out map[string][]string) error {
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		err := eachLine(filepath.Join(dir, part+".exc"), func(line string) error {
			c := strings.Fields(line)
			if !plain.MatchString(c[0]) {
				return nil
			}
			for _, lemma := range c[1:] {
				if r := "i1" + lemma; lemma != c[0] && plain.MatchString(lemma) && !slices.Contains(out[c[0]], r) {
					out[c[0]] = append(out[c[0]], r)
					out[lemma] = append(out[lemma], "f1"+c[0])
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// parseSynset reads a line of data.POS: offset lex_filenum ss_type w_cnt (word
// lex_id)… p_cnt (symbol offset pos source/target)… | gloss.
func parseSynset(line string) (*synset, string, error) {
	line, _, _ = strings.Cut(line, " | ")
	c := strings.Fields(line)
	s := &synset{}
	n, err := strconv.ParseInt(c[3], 16, 32)
	if err != nil {
		return nil, "", err
	}
	at := 4
	for range n {
		word, _, _ := strings.Cut(c[at], "(") // "(a)": only before a noun
		s.words = append(s.words, strings.ToLower(word))
		at += 2
	}
	p, err := strconv.Atoi(c[at])
	if err != nil {
		return nil, "", err
	}
	for at++; p > 0; p, at = p-1, at+4 {
		ends, err := strconv.ParseUint(c[at+3], 16, 16)
		if err != nil {
			return nil, "", err
		}
		s.ptr = append(s.ptr, pointer{c[at], strings.Replace(c[at+2], "s", "a", 1) + c[at+1], int(ends >> 8), int(ends & 0xff)})
	}
	return s, c[0], nil
}

// derivations are the pointers between words of one root: derivationally related,
// pertainym or adverb of, participle of.
var derivations = []string{"+", "\\", "<"}

// related adds what a word is related to in its sense n.
func (s *synset) related(word string, n int, sets map[string]*synset, out []string) []string {
	add := func(kind, other string) {
		if other == word || !plain.MatchString(other) {
			return
		}
		for k := 1; k <= n; k++ {
			if slices.Contains(out, fmt.Sprint(kind, k, other)) {
				return // from a commoner sense
			}
		}
		out = append(out, fmt.Sprint(kind, n, other))
	}
	for _, w := range s.words {
		add("s", w)
	}
	for _, p := range s.ptr {
		to := sets[p.set]
		if to != nil && p.to > 0 && p.from > 0 && s.words[p.from-1] == word && slices.Contains(derivations, p.kind) {
			add("d", to.words[p.to-1])
		}
	}
	return out
}
