package main

import (
	"bufio"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stet/claims/extract"
)

// writePOS writes what WordNet knows of single words, for the tagger: the open
// addressing table that extract.WordFlag describes. Irregular forms stand beside
// the lemmas.
func writePOS(path, wn string) (int, error) {
	flags := map[string]extract.WordFlag{}
	most := map[string]int{} // how often the commonest part of speech was counted
	for i, pos := range []string{"noun", "verb", "adj", "adv"} {
		bit := extract.WordNoun << i
		err := eachLine(filepath.Join(wn, "index."+pos), func(c []string) {
			if len(c) < 7 || strings.ContainsAny(c[0], "_0123456789") {
				return
			}
			flags[c[0]] |= bit
			if n := atoi(taggedSenses(c)); n > most[c[0]] {
				most[c[0]] = n
				flags[c[0]] = flags[c[0]]&^extract.WordUsually | extract.WordFlag(i+1)<<extract.UsuallyShift
			}
		})
		if err != nil {
			return 0, err
		}
	}
	for pos, bit := range map[string]extract.WordFlag{"noun": extract.WordPlural, "verb": extract.WordPast} {
		err := eachLine(filepath.Join(wn, pos+".exc"), func(c []string) {
			if !strings.Contains(c[0], "_") {
				flags[c[0]] |= bit
			}
		})
		if err != nil {
			return 0, err
		}
	}
	byHash := map[uint32]extract.WordFlag{}
	for w, f := range flags {
		byHash[extract.WordHash(w)] |= f
	}
	return len(byHash), os.WriteFile(path, table(byHash), 0o644)
}

// table lays hashes and flags out in slots, at most three quarters full; the same
// entries give the same bytes.
func table(byHash map[uint32]extract.WordFlag) []byte {
	keys := make([]uint32, 0, len(byHash))
	for k := range byHash {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	size := uint32(16)
	for 4*len(keys) > 3*int(size) {
		size *= 2
	}
	b := make([]byte, size*extract.WordSlot)
	for _, k := range keys {
		i := k & (size - 1)
		for binary.LittleEndian.Uint32(b[i*extract.WordSlot:]) != 0 {
			i = (i + 1) & (size - 1)
		}
		binary.LittleEndian.PutUint32(b[i*extract.WordSlot:], k)
		binary.LittleEndian.PutUint16(b[i*extract.WordSlot+4:], uint16(byHash[k]))
	}
	return b
}

// eachLine calls with the fields of every line but those of the licence, which
// begin with a space.
func eachLine(path string, f func(c []string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	sc := bufio.NewScanner(file)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if c := strings.Fields(sc.Text()); len(c) > 0 && !strings.HasPrefix(sc.Text(), " ") {
			f(c)
		}
	}
	return sc.Err()
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
