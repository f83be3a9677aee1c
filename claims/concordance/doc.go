// Package concordance finds, over everything a desk holds, the renderings of one
// utterance: what several outlets, and several versions of one article, print as
// the words of one person on one occasion. It puts each rendering beside the
// best source and says what was done to the words.
//
// It is pure: the same sayings give the same utterances, whatever the order they
// are handed in, the clock or the machine.
//
// # How utterances are found
//
// [Read] lists the quotations of an analysed text: whole or partial, in marks,
// of three words and more. Reported speech has no words to compare, scare quotes
// are nobody's. [Find] then
//
//  1. takes quotations with the same words and speaker as one wording;
//  2. proposes pairs of wordings that share three-word shingles few others have;
//  3. decides every pair by the match relation, the shorter as the claim, the
//     longer as the passage: whatever is not unrelated belongs together, if the
//     speaker allows it. Words by somebody else need [otherWords] words in common,
//     words by nobody named [unknownWords];
//  4. joins what such pairs connect. A quotation that is joined from two places
//     connects nothing: it goes to the one it has most of;
//  5. puts every rendering beside the best source. What has no words in common
//     with it is an utterance of its own.
//
// # The best source
//
// One the checker chose; else one attached to a claim as a primary source; else,
// in this order: not from a story that is being checked; of the last version of
// its article that prints the utterance; at least [longShare] as long as the
// longest; not itself shown to be cut or edited; the original rather than a copy
// of it; printed first; the first by name. A copy gives way to the same words in
// the original, even if that printed other words later.
//
// # Relations
//
// Those of package match. A difference matters if the relation is silent
// truncation, joined, insertion, substitution, reordered, negation or other
// speaker, or if words cut off begin with a reversal ("but not"), shown or not.
// Typography, spelling and a cut that is shown do not matter: agencies allow them.
//
// Offsets are bytes of the canonical text, half-open, except those of
// [Saying.Parts], which are bytes of [Saying.Words].
package concordance
