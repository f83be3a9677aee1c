package index

import (
	"math"
	"slices"
)

// letterGrams are the letter sequences of words, their ends marked, without stop
// words.
func letterGrams(words []string) []string {
	var out []string
	for _, w := range words {
		if stopWords[w] {
			continue
		}
		r := []rune("^" + w + "$")
		if len(r) <= gramLength {
			out = append(out, string(r))
			continue
		}
		for i := 0; i+gramLength <= len(r); i++ {
			out = append(out, string(r[i:i+gramLength]))
		}
	}
	return out
}

// Limits of taking a word apart: shorter pieces than minPiece are in any word, one
// that a single text holds must have rarePiece letters to be believed, and a word
// longer than maxJoined is no word.
const (
	minJoined = 6
	maxJoined = 48
	minPiece  = 2
	rarePiece = 4
)

// takeApart splits a word that the library does not hold into the likeliest words
// that it does hold ("portfestival"), or returns nothing.
func (l *Library) takeApart(w string) []string {
	n := len(w)
	exact := &l.exact
	if l.short != nil {
		exact = &l.short.exact
	}
	if n < minJoined || n > maxJoined || !ascii([]byte(w)) || len(exact.postings[w]) > 0 {
		return nil
	}
	best := make([]float64, n+1)
	from := make([]int, n+1)
	total := float64(len(l.units))
	for i := 1; i <= n; i++ {
		best[i] = math.Inf(-1)
		for j := 0; j <= i-minPiece; j++ {
			df := len(exact.postings[w[j:i]])
			if df == 0 || df == 1 && i-j < rarePiece {
				continue
			}
			if p := best[j] + math.Log(float64(df)/total) - 1; p > best[i] {
				best[i], from[i] = p, j
			}
		}
	}
	if math.IsInf(best[n], -1) {
		return nil
	}
	var out []string
	for i := n; i > 0; i = from[i] {
		out = append(out, w[from[i]:i])
	}
	slices.Reverse(out)
	return out
}
