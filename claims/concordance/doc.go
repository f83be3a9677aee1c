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
// of three words and more; an attribution that ends a sentence divides one. Scare
// quotes are nobody's. [Find] then
//
//  1. takes quotations with the same words and speaker as one wording;
//  2. proposes pairs of wordings that share three-word shingles few others have;
//  3. decides every pair by the match relation, the shorter as the claim, the
//     longer as the passage: whatever is not unrelated belongs together, if the
//     speaker allows it. Words by nobody named need [unknownWords] words in common,
//     words by somebody else [otherWords], or all of the shorter's and two reports of
//     one occasion, see mistaken.go;
//  4. takes out what only a quotation stitched of two utterances connects, see
//     stitched.go, and joins what the other pairs connect. A quotation that the
//     match calls joined goes to the one it has most of;
//  5. makes one again of divided quotations whose parts went the same way;
//  6. puts every rendering beside the best source. What has no words in common
//     with it is an utterance of its own;
//  7. gives each report in other words to the utterance it has most of, see
//     reported.go.
//
// # The best source
//
// One the checker chose; else one attached to a claim as a primary source; else,
// in this order: not from a story that is being checked; not stitched; from a
// transcript; of the last version of its article that prints the utterance; without a
// word that more independent sources print otherwise; at least [longShare] as long as
// the longest; not itself shown to be cut or edited; the words that most
// independent sources have, or may have cut theirs from; the original rather than a
// copy of it; printed first. A day without an hour is before other days only. If
// several are left they tie: the longest is taken, then the first by name, and the
// others are named. A copy gives way to the same words in the original, even if
// that printed other words later.
//
// # Reports
//
// "She said the dam would hold" beside “The dam will hold” is a report: no
// quotation, so its words may differ. It belongs to an utterance of the same
// speaker, or of one that may be the same, printed within a few days, if content
// words enough are in both, roughly stemmed. It is flagged if it says another
// number, turns the negation round, or has another modal verb (backshift from
// will to would and from can to could aside). A short one with a pronoun is read with
// what was named before it. What was not so "yet" and is so "now", days later, is no
// opposite, see overtaken.go.
//
// # Relations
//
// Those of package match. A difference matters if the relation is silent
// truncation, joined, insertion, substitution, reordered, negation or other
// speaker, or if words cut off begin with a reversal ("but not"), shown or not.
// Typography, spelling and a cut that is shown do not matter: agencies allow them.
// Nor do other words where a text says that they are a translation, unless a
// negation or a number differs.
//
// Offsets are bytes of the canonical text, half-open, except those of
// [Saying.Parts], which are bytes of [Saying.Words].
package concordance
