package report

import (
	"strings"

	"stet/claims"
	"stet/index/source"
)

// Quotation is one utterance and how everybody prints it: an entry of the quote
// concordance.
type Quotation struct {
	Title      string      // who said it, and where: "Marta Lindqvist, in the town hall"
	Counts     string      // "3 outlets, 2 independent sources"
	Claims     []claims.ID // that quote it
	Renderings []Rendering // the best source first, then earliest first
}

// Rendering is an utterance as one article prints it, beside the best source.
type Rendering struct {
	Version source.VersionID
	Span    source.Span // bytes of the canonical text
	How     string      // "best source (the longest)", "cut silently"
	Where   string      // outlet, time, article and versions
	Earlier bool        // an earlier version of the article above it
	Matters bool        // differs in substance
	Words   []Run
	Notes   []string // what else is to be said, each a clause
	Copies  []string // where copies of it stand
}

// Run is a run of words of a rendering. Kind is "" for the same words as the
// source's, "lost" for the source's alone, "shown" for those an ellipsis or
// brackets stand for, "new" for the rendering's alone, "aside" for what is not
// quoted.
type Run struct {
	Text string
	Kind string `json:",omitempty"`
}

// lost reports whether the words are not printed.
func (r Run) lost() bool { return r.Kind == "lost" || r.Kind == "shown" }

// markdownWords writes runs with what is lost struck and what is new in bold.
func markdownWords(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		// Marks must touch their words: a space inside would leave them as signs.
		text := escapeMarkdown(r.Text)
		lead, trail := r.Text[:len(r.Text)-len(strings.TrimLeft(r.Text, " "))], r.Text[len(strings.TrimRight(r.Text, " ")):]
		if text == "" {
			b.WriteString(lead)
			continue
		}
		mark := ""
		switch {
		case r.lost():
			mark = "~~"
		case r.Kind == "new":
			mark = "**"
		}
		b.WriteString(lead + mark + text + mark + trail)
	}
	return b.String()
}
