// Package diff aligns two texts sentence by sentence and tells which words
// changed inside the sentences that correspond.
//
// # Alignment
//
// [Align] cuts both texts into sentences and decides, in this order:
//
//  1. Sentences with the same words (case and typography aside) at the start and
//     at the end of the texts correspond. Of the rest, those that occur once in
//     each text, letter for letter or else in their words, are anchors; the
//     longest increasing run of them stays in place.
//  2. In the gaps between anchors, dynamic programming over the similarity of
//     sentences finds what corresponds: Dice's coefficient over words, rare words
//     weighing more, to which a common beginning and a common order of words add.
//     Gaps too large for a table are first cut by a weighted chain of candidates
//     that share rare words or stand on both sides.
//  3. What is left over is looked for everywhere: a moved sentence. A leftover
//     beside a pair that accounts for the words the pair lacks is a split or a
//     merge.
//
// A pair that stands off the heaviest increasing chain of all pairs is Moved;
// its Edits tell whether its words changed too.
//
// # Word edits
//
// [Words] tokenises (white space is no token), lets go-diff find the common
// tokens, then reconsiders every changed region and its surroundings with a
// small cost model (refine.go), so that a stray "the" does not cut a rewritten
// phrase in two and an insertion begins and ends where a phrase does. Tokens are
// compared case-folded and without typography; what differs only in those, or in
// white space, is an edit marked Cosmetic. A phrase that was taken out at one
// place of a sentence and put in at another is two edits marked Moved.
//
// The law, for any two strings, also invalid ones:
//
//	Apply(old, new, Words(old, new)) == new
//
// and, for every row of an alignment, the same over the row's [Pair.Hull]s.
//
// # Limits
//
// Sentences that have a counterpart letter for letter are never looked into, so
// that a long text with few changes costs little more than cutting it into
// sentences. The frequencies behind "rare" are those of all sentences of an
// article; of a book they come from what changed and a sample of the rest.
//
// There is no clock in here: go-diff's time-out is off, because it makes the
// result depend on the machine. Time is bounded by cutting instead: a changed
// region larger than maxRegion is cut at words unique to both sides, and what
// cannot be cut is one replacement. go-diff sees token numbers as runes; the
// numbers are local to a region, skip the surrogates and U+FFFD (which Go cannot
// encode) and stay below go-diff's limit. Text that is not valid UTF-8 never
// reaches it: see [Check].
package diff
