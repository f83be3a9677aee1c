package index

import (
	"regexp"
	"strings"
	"unicode"
)

// A claim is not a query: it is a sentence, sometimes a post copied from a
// social network with its addresses and tags. claimText takes out what names no
// thing: links, and the handle and date a post is signed with. Tags and handles
// are kept as the words they are made of.
func claimText(s string) string {
	s = links.ReplaceAllString(s, " ")
	s = signature.ReplaceAllString(s, " ")
	return tags.ReplaceAllStringFunc(s, func(t string) string { return " " + splitCamel(t[1:]) + " " })
}

var (
	links     = regexp.MustCompile(`(?i)(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S*`)
	signature = regexp.MustCompile(`\(@\w+\)\s+(?:` + monthNames + `)\s+\d{1,2},\s+\d{4}`)
	tags      = regexp.MustCompile(`[#@]\w+`)
)

// splitCamel writes "FreeThePress2020" as "Free The Press2020".
func splitCamel(s string) string {
	var b strings.Builder
	lower := false
	for _, r := range s {
		if lower && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		lower = unicode.IsLower(r) || unicode.IsDigit(r)
	}
	return b.String()
}

// figureBoost is the extra weight of a number in a claim: two reports of one
// event share it, two events rarely do. Years are no such numbers.
const figureBoost = 1.5

// claimWord is a word of a claim as it is looked up.
type claimWord struct {
	word   string // as written, lower case
	weight float64
}

// claimWords are the distinct words of a claim, in order, and what its shorthand
// stands for.
func claimWords(claim string) []claimWord {
	var out []claimWord
	seen := map[string]bool{}
	add := func(w string, weight float64) {
		if !seen[w] {
			seen[w] = true
			out = append(out, claimWord{w, weight})
		}
	}
	words := termsOf(exactAnalyzer, claim)
	for _, w := range words {
		add(w, wordWeight(w))
	}
	for _, w := range words {
		for _, long := range termsOf(exactAnalyzer, shorthand[w]) {
			add(long, shorthandShare)
		}
	}
	return out
}

func wordWeight(w string) float64 {
	if w[0] < '0' || w[0] > '9' {
		return 1
	}
	v, n := digitsAt(w)
	if n != len(w) || yearLike(v) {
		return 1
	}
	return figureBoost
}
