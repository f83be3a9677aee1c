package neardup

import "slices"

// Sketches propose the pairs of [Clusters]: of each text the shingles whose hash
// is below a bound, the same bound for all (the modulo sketch of Broder, "On the
// Resemblance and Containment of Documents", 1997). What two sketches share is a
// fair sample of what the texts share, however unequal their lengths.
//
// Minhash signatures of 64 in 21 bands of 3 were measured beside it: they see
// resemblance only, and found 14 % of the copies that are the first fifth of
// their original and 94 % of its first halves; this finds 98 % and all.
const (
	// sampled is the share of all shingles in a sketch, 1 in 8: a paragraph of 60
	// words then has seven of them.
	sampled = 8
	// leastSketch is how many a sketch has at least, if the text has as many: the
	// lowest hashes, so that equal briefs have equal sketches.
	leastSketch = 4
	// proposes is the share of the smaller sketch that both must hold, 1 in 4: half
	// of what containment asks for, to allow for chance.
	proposes = 4
)

// sketch is the sample of a set, in ascending order. The upper half of a hash
// stands for it: a collision costs a comparison.
func sketch(s Set) []uint32 {
	const bound = ^uint64(0) / sampled
	var below []uint64
	for h := range s {
		if h < bound {
			below = append(below, h)
		}
	}
	if len(below) < leastSketch {
		below = below[:0]
		for h := range s {
			below = append(below, h)
		}
		slices.Sort(below)
		below = below[:min(len(below), leastSketch)]
	}
	out := make([]uint32, len(below))
	for i, h := range below {
		out[i] = uint32(h >> 32)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
