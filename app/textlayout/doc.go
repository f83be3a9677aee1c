// Package textlayout is the pure half of the reading pane: it breaks a
// canonical text into lines, says where every byte stands, which marks are in
// sight, what a point or a key selects, and how two versions are set side by
// side. It draws nothing and knows no window toolkit; package ui/textview does
// the drawing.
//
// # Units
//
// Text offsets are bytes of the canonical text, half-open, on rune boundaries,
// as everywhere in the program. Distances are float32 in the units of the
// Measurer (device-independent pixels); y grows downwards and 0 is the top of
// the first paragraph, x grows to the right and 0 is the left edge of the
// column. Line heights and gaps are whole numbers, so that y is exact for
// texts up to 16 million pixels high and lines do not blur.
//
// # Model
//
// A paragraph is what stands between two "\n". The empty line that separates
// paragraphs in a canonical text is itself a paragraph, of style Blank, whose
// height is the space between paragraphs. A line is a range of bytes of one
// paragraph; the lines of a paragraph cover it exactly, and the lines of all
// paragraphs with "\n" between the paragraphs are the text, to the byte. This
// law is fuzzed.
//
// Widths are measured word by word and remembered (see widths), because
// shaping is what costs; never rune by rune, because kerned and joined letters
// are narrower than their sum. A line may therefore come out a fraction of a
// pixel wider than the column, which the margin takes up.
//
// # Scripts
//
// Paragraphs in scripts that put spaces between words break at spaces, hyphens
// and dashes. A paragraph with a character of a script that does not (Chinese,
// Japanese, Korean, Thai, Khmer, …) is broken by UAX #14. No dictionary is
// used, so Thai, Lao and Khmer break at spaces and, when a run is wider than
// the column, between grapheme clusters. Lines with right-to-left letters are
// cut into visual runs by UAX #9 (without explicit embeddings, whose controls
// are treated as invisible neutrals).
//
// # Limits
//
// Text past MaxBytes is not laid out. No line is longer than MaxLineBytes, so
// that a megabyte of characters without width cannot become one line.
package textlayout
