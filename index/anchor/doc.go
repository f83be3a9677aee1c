// Package anchor keeps passages and finds out what became of them in another
// version of the text.
//
// The worst fault a workbench for evidence can have is to carry a passage
// silently onto other words. A passage counts as carried (Intact or Moved) only
// under these laws, which Find checks at its end and the tests attack:
//
//  1. The words at the new place are the same words: equal but for typography
//     (marks, dashes, capitals, white space).
//  2. They stand in the sentence that corresponds to theirs ([diff.Alignment]),
//     or in their whole sentence, word for word, moved where the alignment sees
//     no sentence (verbatim.go); not merely somewhere in the text.
//  3. Nothing that governs them changed in that sentence: no figure, unit, date or
//     counted noun was replaced, no negation, modal, hedge or condition came, went
//     or moved, no word became its opposite, nobody else says or does it, an
//     attribution neither appeared nor vanished, nothing that leans on the words
//     behind it came or went (failed to, critics of, mostly), and in their quotation
//     no other words were replaced (guard.go, sense.go, scope.go, speaker.go).
//  4. If a pronoun stands in their sentence, nobody in the sentences before became
//     somebody else; if who speaks stands in another sentence, he still says it
//     there (lean.go); and so are the label or the signature of their paragraph
//     (transcript.go).
//  5. No changed wording of their sentence stands in its place while somebody
//     repeats the old one elsewhere (decoy.go).
//
// What fails a law is Altered, with the reasons in people's words. The laws err
// on the side of asking: a harmless change that looks like one of the above is
// Altered too. Word lists are for English, negations for a dozen languages
// (lexicon.go); otherwise laws 1 and 2 and the figures of law 3 hold in any.
//
// Nothing is healed in place: Find answers a question, what to do about it is an
// entry of a person.
package anchor
