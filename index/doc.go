// Package index is the full-text index of passages, built on Bleve.
//
// It is a cache. Everything in it can be had again from the store: it may be
// deleted at any time, and an index that is missing, damaged, older or foreign
// comes back empty with [Index.Seen] 0, which tells the caller to rebuild it.
// It knows the last ledger entry it has seen, by sequence and hash; both are
// written in the same batch as the passages they stand for, so it never claims
// more than is there, and an index of another ledger is told by the hash.
//
// # What is indexed
//
// One Bleve document per passage: one to three sentences of one paragraph (see
// [Passages]). Its id is "article@version-ordinal.start.length", so that a hit's
// place is known without reading anything. The text itself stays in the store
// and is asked for through [TextSource] when it is needed, to verify a phrase,
// to score a candidate exactly, or to show it.
//
// Fields, all without stored values, positions, frequencies and doc values:
//
//	text      the passage, stemmed (English unless the language is known)
//	text_xx   the same for a language Bleve has an analyser for
//	title     the article's headline, stemmed, on every passage but its own
//	exact     the passage, lower case, unstemmed, with stop words
//	ver       "article@version"     outlet   as written     day   YYYYMMDD
//	lang      "en"                  role     source, story  kind  headline, body, …
//	len       words, for scoring    ord      ordinal of the passage
//	fig       numbers: value, and 2-digit bucket
//
// A language without an analyser (Ukrainian, Hebrew, Korean among them) is found
// through exact alone: whole words, unstemmed. That is a limit, not an error.
//
// # How it ranks
//
// Bleve's own scoring is not used for ranking: its "bm25" squares idf and has no
// real document length. Candidates are found with BM25 at tf = 1 over the
// postings with a MaxScore cut; the best [Candidates] of them are scored again
// from their text, with true term frequencies, the headline, and 0.3 of the
// unstemmed score (see rank.go). One file, segments.go, touches what Bleve
// exports for its own use; if that ever fails the same query runs through
// Bleve's public search (native.go), slower but with the same matches.
//
// A claim ([Index.Passages]) is looked for by its words, each weighed by how little
// general English uses it, and by words of the same root and synonyms (related.go,
// package thesaurus), with less weight. A passage gets a share of what its article as
// a whole holds of the claim, and the best articles are read whole (whole.go).
//
// A phrase is verified in the text; one that no passage holds is looked for over
// the borders of passages (across.go). Numbers are also found by value, so that
// "12" finds "twelve".
//
// # Beside a running writer
//
// One process holds an index. A second one gets ErrInUse at once from [Open] and
// a private copy from [OpenSnapshot]; where neither is wanted, an index in memory
// (Open with an empty folder name) takes a few seconds to fill.
//
// # Offsets
//
// Every span is in bytes of the version's canonical text, except
// [Snippet].Marks, which count bytes of the snippet.
package index
