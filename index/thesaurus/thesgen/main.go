// Thesgen writes the data of index/thesaurus:
//
//	go run ./index/thesaurus/thesgen -wordnet DIR -gum DIR -o index/thesaurus/data
//
// -wordnet is the folder of WordNet 3.0's database files (Debian package
// wordnet-base: /usr/share/wordnet), -gum a folder of CoNLL-U files of the GUM
// corpus, genres under CC BY and in the public domain. data/LICENSES.md names
// the licences. Each file is a gzip of lines sorted by their first word.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	wordnet := flag.String("wordnet", "/usr/share/wordnet", "folder of WordNet's database files")
	gum := flag.String("gum", "", "folder of GUM's CoNLL-U files")
	out := flag.String("o", "index/thesaurus/data", "folder to write to")
	flag.Parse()
	if err := run(*wordnet, *gum, *out); err != nil {
		log.Fatal("thesgen: ", err)
	}
}

func run(wordnet, gum, out string) error {
	uses, err := countUses(gum, filepath.Join(wordnet, "cntlist.rev"))
	if err != nil {
		return err
	}
	var lines []string
	for w, u := range uses {
		if plain.MatchString(w) && (u.sentences > 0 || u.all >= leastUses) {
			lines = append(lines, fmt.Sprintf("%s\t%d\t%d\t%d", w, u.sentences, u.all, u.nouns))
		}
	}
	if err := write(filepath.Join(out, "uses.txt.gz"), lines); err != nil {
		return err
	}
	related, err := relations(wordnet)
	if err != nil {
		return err
	}
	lines = nil
	for w, rel := range related {
		if len(rel) > 0 {
			lines = append(lines, w+"\t"+strings.Join(rel, " "))
		}
	}
	return write(filepath.Join(out, "related.txt.gz"), lines)
}

// leastUses is how often a word that no sentence of GUM has must have been used
// in SemCor: fewer say nothing about it.
const leastUses = 3

// plain are the words kept: single ones in small letters.
var plain = regexp.MustCompile(`^[a-z][a-z'.-]*$`)

// write writes sorted lines; the same lines give the same bytes.
func write(path string, lines []string) error {
	slices.Sort(lines)
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if _, err := fmt.Fprintln(z, l); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	fmt.Printf("%-16s %6d lines %7d bytes\n", filepath.Base(path), len(lines), b.Len())
	return os.WriteFile(path, b.Bytes(), 0o644) //nolint:gosec // data everybody may read
}
