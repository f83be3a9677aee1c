// Package thesaurus knows of English words which others are of the same root or
// mean the same, and how common they are in general English. It serves search:
// "vaccinations" should find "vaccine", and "everyone knows" should not outweigh
// "ammonite".
//
// It is a finding aid, for the ranking of candidates only. What words mean in a
// claim and in its evidence is decided elsewhere, from the words themselves.
//
// The data are generated (thesgen) from WordNet 3.0 and the GUM corpus; see
// data/LICENSES.md. They are unpacked when they are first asked for, in about 50
// ms, and take 3 MB of memory.
package thesaurus

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
)

var (
	//go:embed data/uses.txt.gz
	usesFile []byte
	//go:embed data/related.txt.gz
	relatedFile []byte

	usesText    = sync.OnceValue(func() string { return unpack(usesFile) })
	relatedText = sync.OnceValue(func() string { return unpack(relatedFile) })
)

// unpack reads a file that is part of the program: an error is a mistake in it.
func unpack(data []byte) string {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		panic("thesaurus: " + err.Error())
	}
	text, err := io.ReadAll(z)
	if err != nil {
		panic("thesaurus: " + err.Error())
	}
	return string(text)
}

// Sentences is how many sentences of general English Use.Sentences is out of.
const Sentences = 7786

// Use is how a word is used in general English.
type Use struct {
	Sentences int // of the Sentences sampled, that hold it
	All       int // its uses in the samples
	Nouns     int // those of them as a noun, a name or a number
}

// Uses yields the words that the samples hold, in lower case, as they are
// inflected, in ascending order. A word that is not among them is rare.
func Uses() iter.Seq2[string, Use] {
	return func(yield func(string, Use) bool) {
		for line := range strings.Lines(usesText()) {
			c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if len(c) != 4 {
				panic("thesaurus: bad line in the uses: " + line)
			}
			if !yield(c[0], Use{number(c[1]), number(c[2]), number(c[3])}) {
				return
			}
		}
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("thesaurus: " + err.Error())
	}
	return n
}

// Kind is how two words are related.
type Kind byte

// The kinds, as they are written in the data.
const (
	Derived Kind = 'd' // of one root: vaccinate, vaccination, vaccine
	Synonym Kind = 's' // the same in one of its senses: biggest, largest

	// Irregular inflections; callers are told that they are Derived.
	inflected Kind = 'i' // knives: knife
	form      Kind = 'f' // knife: knives
)

// Related is a word that another is related to.
type Related struct {
	Word  string
	Kind  Kind
	Sense int // of the other word, from 1, the commonest, to 3
}

// RelatedTo lists the words that a word, in lower case, is related to; it may be
// inflected.
func RelatedTo(word string) []Related {
	var out []Related
	list := bases(word)
	for i := 0; i < len(list); i++ { // irregular ones make it longer
		value, ok := find(list[i])
		if !ok {
			continue
		}
		for r := range strings.FieldsSeq(value) {
			kind := Kind(r[0])
			if kind == inflected && !slices.Contains(list, r[2:]) {
				list = append(list, r[2:])
			}
			if kind == inflected || kind == form {
				kind = Derived
			}
			out = append(out, Related{Word: r[2:], Kind: kind, Sense: int(r[1] - '0')})
		}
	}
	return out
}

// bases are what a word may be a regular inflection of, itself first; those that
// are no words are not in the dictionary.
func bases(w string) []string {
	out := []string{w}
	for _, ending := range []struct{ cut, put string }{
		{"s", ""}, {"es", ""}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"ies", "y"}, {"ied", "y"}, {"est", ""}, {"est", "e"}, {"er", ""}, {"er", "e"},
	} {
		if stem, ok := strings.CutSuffix(w, ending.cut); ok && len(stem) > 1 {
			out = append(out, stem+ending.put)
			if n := len(stem); ending.put == "" && n > 3 && stem[n-1] == stem[n-2] { // "biggest", "planned"
				out = append(out, stem[:n-1])
			}
		}
	}
	return out
}

// find looks a word up in the sorted lines.
func find(word string) (value string, ok bool) {
	text := relatedText()
	lo, hi := 0, len(text)
	for lo < hi {
		mid := (lo + hi) / 2
		at := strings.LastIndexByte(text[:mid], '\n') + 1
		end := at + strings.IndexByte(text[at:], '\n')
		key, value, _ := strings.Cut(text[at:end], "\t")
		switch strings.Compare(key+"\t", word+"\t") {
		case 0:
			return value, true
		case -1:
			lo = end + 1
		default:
			hi = at
		}
	}
	return "", false
}
