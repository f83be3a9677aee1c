package match

import (
	"time"

	"stet/claims"
)

// Ranked is one passage in its place.
type Ranked struct {
	Index  int // of the passages handed in
	Result Result
}

// Rank is [Setting.Rank] for a claim of which only the day is known.
func Rank(c claims.Claim, made time.Time, ps []Passage) []Ranked {
	return Setting{Made: made}.Rank(c, ps)
}

// worth is how much a relation tells about a claim, 0–1.
var worth = map[Relation]float64{
	Verbatim: 1, Typography: 1, Spelling: 0.98, MarkedTruncation: 0.95,
	Negation: 0.95, OtherSpeaker: 0.9, Substitution: 0.9, Insertion: 0.9, SilentTruncation: 0.9, Joined: 0.88, Reordered: 0.88,
	Agrees: 1, Conflicts: 0.95, Outdated: 0.9, Compatible: 0.85, OtherThing: 0.7, NotComparable: 0.5,
}

// Evidence is what a passage is worth for a claim, 0–1: what it shows weighs
// more than how many words it shares.
func (r Result) Evidence() float64 {
	if r.Relation == Unrelated || r.Relation == "" {
		return 0.1 * r.Score
	}
	return worth[r.Relation] * (0.5 + 0.5*r.Score)
}
