// Package compare says what the changes between two versions of a text touch: a
// figure, a modifier, who says it, the words of a quote, a negation, a modal, a
// name, a date, or only the wording or the typography.
//
// Package diff says which sentences correspond and which words differ; package
// extract says which quotes, figures, quantities and dates stand in the whole
// sentences on both sides. Both are needed: "about 300" to "more than 300" changes no number, and
// only the sentence tells that the three hundred were detained and who says so.
//
// The stages, in order, one file each:
//
//	headline.go  the line above a text, paired whatever its words
//	versions.go  one Change for every row of the alignment that changed
//	reader.go    what extraction found, by place
//	place.go     the changed places of a sentence, in tokens; with number.go,
//	             small.go and unit.go, which say what each token is
//	touch.go     what each place touches: rules in order of weight; with
//	             clause.go and cosmetic.go
//	sayers.go    who says it, the cue and where, as a sentence has them
//	who.go       who says it now, and names
//	balance.go   what the sentence only moved is taken back
//	toll.go      casualty figures of both sides matched, with the difference
//	summary.go   one line as a person would write it: parts.go cuts and joins the
//	             places, telling.go tells one, counting.go a number, dating.go a
//	             date, speaking.go who says it
//	quoting.go   words of a text inside the quotation marks of a summary
//	notice.go    corrections and updates, and which changes they announce
//	slugline.go  "UPDATE 2-" in front of a headline, and what it announces
//
// Heading (heading.go) is apart from these: it puts a headline and an address
// beside the text of one version.
//
// A change is Substantive if it touches more than wording and typography, or if
// a sentence came or went. A substantive change of a version that no notice of
// that version announces is what a desk wants flagged.
//
// Everything is computed from the two texts alone: no clock, no order of maps.
package compare
