package match

import "stet/claims"

// Doubts reports whether the match speaks against the stance that words are
// attached with: figures that conflict attached as support, or the other way
// about.
func (r Result) Doubts(stance claims.Stance) bool {
	return (stance == claims.Supports || stance == claims.Contradicts) && r.Suggest != "" && r.Suggest != stance
}
