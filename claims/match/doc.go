// Package match puts a claim beside a passage and says how the two relate, the
// way a careful checker would. It is pure: the same claim and passage always
// give the same answer, whatever the clock, the machine or the order of calls.
//
// Nothing here says that a claim is false. A passage agrees with a claim or
// differs from it; who is right is for people, and rival sources are shown side
// by side.
//
// # Quotes
//
// The claim is what the checked story prints, the passage its source. Marks,
// dashes and spaces are normalised; the words are aligned by a local alignment
// (Smith and Waterman 1981) with affine gaps (Gotoh 1982): a match scores +2, a
// mismatch −1, words left out −0.8, stop words half. In a claim "…" and "[…]"
// stand for up to 80 words of the source. In a long text the alignment runs only
// around rare three-word shingles of the claim. The relations:
//
//	verbatim           the same words; outer and final punctuation, an attribution
//	                   in between and whole sentences left out around them aside
//	typography         the same words in other marks, dashes, apostrophes, capitals
//	spelling           variants and transliterations: grey/gray, Zelensky/Zelenskyy,
//	                   forty/40, don't/do not
//	marked truncation  words are lacking and an ellipsis or brackets say so
//	silent truncation  words are lacking inside a sentence or between sentences, and
//	                   nothing says so
//	joined             parts of two utterances, or sentences across an attribution
//	                   with some left out, run together
//	insertion          words the passage does not have
//	substitution       other words, a changed modal among them
//	reordered          the same words in another order
//	negation           the polarity differs
//	other speaker      the same words, somebody else's
//	unrelated          another utterance, however many words it shares
//
// # Figures
//
// A figure claim is put against every casualty figure of the passage; the best
// match in outcome, event, population and number is the answer. Two figures are
// of one event if place, window (± 1 day) and cause do not contradict one
// another and something speaks for it: a shared place, name, kind of cause or other
// telling word, where both texts tell of their event at all. The day a toll "rose to
// ten" on is the day it stands as of, no window. A claim that counts nobody (a share,
// a sum of money, a rate) is put against the passage's other numbers, the topic
// standing for the event. The relations:
//
//	agrees          same outcome, event and interval
//	compatible      the intervals overlap, one is vaguer
//	outdated        same event, disjoint, and the passage is later
//	conflicts       same event, window, outcome and population, disjoint, not later
//	not comparable  another window, place, population, outcome or event, or a subset
//	other thing     the same number counts something else
//	unrelated       no figure that bears on it
//
// A hedge or an attribution that the claim drops is listed as a difference and
// does not change the relation.
//
// # Units and limits
//
// Spans are bytes of the passage's text, half-open and rune-aligned; spans of
// the claim are bytes of the claim's words. Time and memory are linear in the
// passage and bounded in the claim, see limits.go.
package match
