// Package app is the program: the command tree and the window over one core.
// This page is the architecture; start here.
//
// # Order of importance
//
// Never lie about evidence: a passage carried silently onto other words is the
// worst fault there is. Never lose a decision or an original. Be fast enough that
// nobody waits. Be pleasant.
//
// # The house, from the ground up
//
//	index/source      the vocabulary: Article, Version, Text, Span. Data only
//	index/sentence    where sentences end
//	index/ingest      readers: bytes of a file → canonical text
//	index/diff        which sentences correspond, which words differ; hides go-diff
//	index/anchor      a passage as position and quotation; its fate in another text
//	index/neardup     how much of one text stands in another
//	index/thesaurus   which words are of one root or mean the same; how common they are
//	index             full-text search over passages; hides Bleve; a cache
//	claims            Claim, Figure, Quote, Evidence, Verdict: what a desk decides about
//	claims/extract    reading a text: quotes, casualty figures, statistics, what deserves a check
//	claims/match      a claim against a passage
//	claims/concordance  all renderings of one utterance, beside its best source
//	claims/compare    what a new version changed, in a checker's terms
//	claims/toll       the figures of an event: who gives which, what fits, what does not
//	claims/toll/chart the same over time, drawn once: SVG, PNG, the window
//	claims/ledger     decisions: entries in a hash chain, the state they add up to
//	claims/report     a dossier as HTML, Markdown, JSON, CSV
//	app/store         one SQLite file a desk: originals, texts, ledger
//	app/workspace     use cases; the only writer
//	app/explain       errors in words for people
//	app/present       view models of the window, without Fyne
//	app/textlayout    lines, marks, hit testing of the reading pane, without Fyne
//	app/ui            the window
//	app/cli           the command line
//	assets            icons, the sample desk
//
// # The import law
//
// Arrows only go down: main → app → {ui → present, cli} → workspace → store and
// claims → index → index/source. Claims cite the index; the index never hears of
// claims. Fyne is in app/ui and app/gui.go only, Bleve in index, go-diff in
// index/diff, net/http nowhere, database/sql in app/store. imports_test.go holds
// the table; a package that is not in it fails the test.
//
// # Truth, caches and time
//
// Sources are immutable: an original is kept by its SHA-256, its canonical text
// by its own. A better reader makes a new version, so anchors never shift.
//
// Decisions are a ledger: append-only entries, each with who, when, what and the
// hash of the one before. State is the entries applied in order. Undo appends the
// inverse. A verdict is superseded, never edited. What is known of articles and
// versions is in the ledger too, so there is nothing beside it to disagree with.
//
// One write path: workspace.Do appends a group in one transaction and announces
// it through Watch, to its author as to everybody. The index is a cache that
// knows the last entry it has seen; it may lag or be deleted.
//
// What later versions did to the evidence (Findings), which verdicts are stale,
// which articles are copies of one story and how many sources are independent, who
// prints a quote how (Utterances): all derived when asked for, never stored.
// The toll boards (Toll) are derived too; that a figure is of an event, or is not, is
// a person's word and stored. The figures and the quotes read of each text are kept
// beside the desk (figures.cache, quotes.cache), which may be deleted.
//
// That somebody settled a finding is a decision, so that is stored. Coverage is
// derived too: what was decided about the sentences of a text. A checker's mark on
// a sentence and the correction of a reading are decisions; both are anchored, and
// hold in a later version only where no word changed.
//
// The clock, the identity and randomness are handed in at the top.
//
// # Three ways through the house
//
// A file is dropped: ui → present → workspace.Import → hash ("held already"?) →
// ingest → original, text and ledger entry in one transaction → index → Watch →
// the panes refresh.
//
// A passage meets a later version: the new version's entry makes Findings look up
// every anchor of the article: anchor.Find over diff.Align. Words that differ in a
// figure, a negation, a modal or a speaker are never carried. The claim shows its
// verdict as stale; Compare opens on both sides; the checker decides again. Old
// wording and old verdict stay. `stet check` exits 3 with the same finding.
//
// A report: workspace.Dossier gathers everything from one state; a report.Format
// is pure; the file is written whole or not at all and its hash goes into the
// ledger, so that `stet verify REPORT` can tell whether it is what was exported.
//
// # Units
//
// Spans count bytes of the canonical text, half-open, on rune boundaries. Only
// records exchanged with other programs (--jsonl) count code points. Times in the
// ledger are microseconds, UTC.
package app
