// Package extract reads a news text the way a careful reader would and says
// what in it can be checked: attributed quotes, casualty figures and other
// statistics, each with its exact words, its place, the rule that found it and
// how sure that rule is. It proposes; people decide. Nothing here touches the
// disk, the network or the clock.
//
// # One analysis for all
//
// [Analyse] reads a text once. The [Doc] it returns never changes; every
// extractor works on it:
//
//	Tokens      words, numbers, marks and punctuation with byte offsets, tags
//	Sentences   token ranges and byte spans (index/sentence finds the ends)
//	Paragraphs  sentence ranges and byte spans
//	Marks       quotation-mark spans, nested and chained over paragraphs
//	Entities    people, organisations and places with their mentions
//
// Extractors are methods of Doc and compute their result once, on first use:
// Quotes, Figures, Statistics, CheckWorthy, Entities. Propose merges them.
//
// Offsets are bytes of the analysed text, half-open and rune-aligned. Indices
// into Tokens, Sentences, Paragraphs and Marks are half-open too.
//
// # Where things are
//
//	token.go tokens            marks.go quotation marks      tagger.go part-of-speech tags
//	lexicon.go data files      entity*.go names, roles       phrase.go noun phrases
//	cue*.go verbs of speech    quote*.go quotes              worth.go check-worthiness
//	number*.go date*.go        figure*.go totals*.go         quantity*.go
//	propose.go                 lang.go other languages       limits.go what is not read
//
// Lexicons and tagger weights are generated data files in data/, each with its
// licence in data/LICENSES.md and its generator in lexgen/ or tagtrain/. They
// are unpacked on first use.
//
// # Limits
//
// Indirect speech, figures and statistics are read in English only; quotation
// marks, digits and direct quotes also in German, French, Spanish, Ukrainian,
// Russian and Arabic. [Doc.Limits] says so in words. Time and memory are linear
// in the length of the text whatever it holds.
package extract
