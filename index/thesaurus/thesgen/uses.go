package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// use is how a word is used in general English.
type use struct {
	sentences int // of GUM, that hold it
	all       int // its uses in GUM, and of the lemma in SemCor
	nouns     int // those of them as a noun, a name or a number
}

// countUses counts in GUM's sentences and in WordNet's list of sense-tagged
// uses, which is of the SemCor corpus.
func countUses(gum, cntlist string) (map[string]*use, error) {
	uses := map[string]*use{}
	of := func(w string) *use {
		if uses[w] == nil {
			uses[w] = &use{}
		}
		return uses[w]
	}
	files, err := filepath.Glob(filepath.Join(gum, "*.conllu"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no .conllu files in %q; name GUM's folder with -gum", gum)
	}
	for _, name := range files {
		seen := map[string]bool{}
		err := eachLine(name, func(line string) error {
			c := strings.Split(line, "\t")
			switch {
			case line == "":
				clear(seen)
				return nil
			case line[0] == '#' || len(c) < 4 || strings.ContainsAny(c[0], "-."):
				return nil
			}
			w := strings.ReplaceAll(strings.ToLower(c[1]), "’", "'")
			u := of(w)
			u.all++
			if c[3] == "NOUN" || c[3] == "PROPN" || c[3] == "NUM" {
				u.nouns++
			}
			if !seen[w] {
				seen[w] = true
				u.sentences++
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	// sense_key sense_number tag_count; the sense key is lemma%ss_type:…, where
	// ss_type 1 is a noun.
	return uses, eachLine(cntlist, func(line string) error {
		c := strings.Fields(line)
		lemma, rest, ok := strings.Cut(c[0], "%")
		if !ok || len(c) < 3 || strings.Contains(lemma, "_") {
			return nil
		}
		n, err := strconv.Atoi(c[2])
		if err != nil {
			return err
		}
		u := of(lemma)
		u.all += n
		if rest[0] == '1' {
			u.nouns += n
		}
		return nil
	})
}

// eachLine reads a file line by line.
func eachLine(name string, f func(string) error) error {
	fh, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = fh.Close() }()
	sc := bufio.NewScanner(fh)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		if err := f(sc.Text()); err != nil {
			return fmt.Errorf("%s, line %d: %w", name, n, err)
		}
	}
	return sc.Err()
}
