// Package ingest turns bytes into documents: what a file or a captured page
// says, as canonical text with marks, and what it says about itself.
//
// It is pure: no network, no clock, no randomness. The same bytes under the
// same name give the same Document on every machine. The only part that
// touches the disk is Walk, which hands out the bytes of files, folders and
// zip archives, one at a time.
//
// # Readers
//
//	text/1      plain text: wire copy, transcripts, notes
//	markdown/1  CommonMark with optional YAML front matter
//	html/1      captured pages: schema.org JSON-LD, OpenGraph, article body
//
// The number is raised whenever a reader would give other words for the same
// bytes; a text is kept with the name of the reader that made it, because
// anchors count bytes of exactly that text.
//
// # Canonical text
//
// Valid UTF-8 in NFC, "\n" for line ends, no NUL and no other control
// character, no zero-width space, soft hyphen or byte order mark inside; every
// other Unicode space has become U+0020 and runs of them one. Paragraphs are
// separated by exactly one empty line; a single "\n" inside a paragraph is a
// line break its author made. The headline, where one is known, is the first
// paragraph. Marks (source.MarkHeadline, MarkDateline, MarkByline,
// MarkHeading, MarkNotice, MarkQuote, MarkCaption) lie inside the text, on
// rune boundaries, ordered by start.
//
// What is metadata only stays out of the text: front matter, header lines such
// as "Outlet: …", a glued " date 2025-04-17 ", a line that is a time stamp.
// What a reader of the page would read as part of the article stays in.
//
// # What is never done silently
//
// A guessed character set, replaced bytes, a page whose article could not be
// told from its surroundings, a body that is suspiciously short, paragraphs
// left out: each leaves a sentence in Document.Warnings. A file that cannot be
// read at all gives an *Error: one sentence of what is wrong, one of what to do.
package ingest
