package match

// textual compares the words of a claim that is neither quote nor figure.
func textual(text string, p Passage) Result {
	r := Quote(QuoteClaim{Words: text}, p)
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
