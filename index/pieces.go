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

// Limits of taking a word apart: shorter pieces than minPiece are in any word,
// and a word longer than maxJoined is no word.
const (
	minJoined = 6
	maxJoined = 48
	minPiece  = 2
)

// takeApart splits a word into the likeliest words of the library, or returns
// nothing.
func (l *Library) takeApart(w string) []string {
	n := len(w)
	if n < minJoined || n > maxJoined || !ascii([]byte(w)) {
		return nil
	}
	best := make([]float64, n+1)
	from := make([]int, n+1)
	total := float64(len(l.units))
	for i := 1; i <= n; i++ {
		best[i] = math.Inf(-1)
		for j := 0; j <= i-minPiece; j++ {
			df := len(l.exact.postings[w[j:i]])
			if df < 2 {
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
