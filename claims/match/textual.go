package match

import "strings"

// textual compares the words of a claim that is neither quote nor figure. Who
// says so at its end is no part of what is said.
func textual(text string, p Passage) Result {
	r := Quote(QuoteClaim{Words: stated(text), plain: true}, p)
	switch r.Relation {
	case Unrelated, Verbatim:
		return r
	case Typography, Spelling, MarkedTruncation:
		r.Relation = Verbatim
	default:
		r.Relation = Substitution
		r.Suggest = ""
	}
	r.Class = quoteClass(r)
	return r
}

// stated is a statement without the attribution it ends with: ", two people with
// knowledge of the plant said".
func stated(text string) string {
	const longest = 12 // words of an attribution
	body := strings.TrimRight(text, ". ")
	at := strings.LastIndex(body, ", ")
	if at <= 0 {
		return text
	}
	ws := strings.Fields(body[at+len(", "):])
	if n := len(ws); n == 0 || n > longest || !cueVerbs[normWord(ws[n-1])] && !(len(ws) > 2 && ws[0] == "according") {
		return text
	}
	return body[:at] + "."
}
