package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/extract"
	"stet/index/ingest"
	"stet/index/source"
)

type proposalJSON struct {
	N          int         `json:"n"`
	Kind       claims.Kind `json:"kind"`
	Words      string      `json:"words"`
	Span       [2]int      `json:"span"`  // code points
	Bytes      source.Span `json:"bytes"` // the same place
	Body       claims.Body `json:"body"`
	Why        string      `json:"why"`
	Rule       string      `json:"rule"`
	Confidence float64     `json:"confidence"`
	Claim      claims.ID   `json:"claim,omitempty"`
	Dismissed  bool        `json:"dismissed,omitempty"`
	Reason     string      `json:"reason,omitempty"` // why it was dismissed
	// Suggested says why body is what a checker made of the words, not what Stet
	// read, which is then in read.
	Suggested string          `json:"suggested,omitempty"`
	Read      *claims.Reading `json:"read,omitempty"`
}

func (sh *shell) extractCmd() *cobra.Command {
	var lines bool
	var jobs int
	c := &cobra.Command{
		Use:   "extract VERSION|FILE",
		Short: "List the claims a text proposes: quotes, casualty figures, statistics",
		Long: `List the claims that a version on the desk, or a file, proposes. The numbers are
those that 'stet claim accept' takes. With --json everything that was read comes
too: the text, sentences, quotes, figures, entities; spans there are code points of
that text, as in records, and "bytes" what --bytes takes. With --jsonl, texts come
from records, without a desk (see stet help records).`,
		Example: "  stet extract a7k3p@1\n  stet extract article.txt --json\n  stet extract --jsonl < articles.jsonl > claims.jsonl",
		RunE: func(c *cobra.Command, args []string) error {
			if lines {
				return runBatch(c.Context(), args, sh.env.Stdin, sh.env.Stdout, jobs, extractRecord)
			}
			if len(args) != 1 {
				return usagef("name one version, or one file")
			}
			switch st, err := os.Stat(args[0]); {
			case err == nil && st.IsDir():
				return usagef("%s is a folder; name one file, or import it", args[0])
			case err == nil:
				return sh.extractFile(c.Context(), args[0])
			case strings.ContainsAny(args[0], "./\\"):
				return fmt.Errorf("reading the text: %w", err)
			}
			id, err := oneVersion(args)
			if err != nil {
				return err
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				v, err := w.Version(id)
				if err != nil {
					return err
				}
				list, err := w.Propose(ctx, v.ID)
				if err != nil {
					return err
				}
				d, err := w.Analysis(ctx, id)
				if err != nil {
					return err
				}
				return sh.printProposals(ctx, v.ID.String(), d, list)
			})
		},
	}
	batchFlags(c, &lines, &jobs)
	return c
}

func (sh *shell) extractFile(ctx context.Context, path string) error {
	var doc ingest.Document
	var err error
	ingest.Walk(ctx, []string{path}, func(it ingest.Item) bool {
		if err = it.Err; err == nil {
			doc, err = ingest.Read(ctx, it.Name, it.Data)
		}
		return false
	})
	if err != nil {
		return err
	}
	m := extract.Meta{Date: doc.Published, Publisher: doc.Outlet, Title: doc.Headline, Lang: doc.Lang}
	d := extract.Analyse(doc.Text.Body, m)
	var list []workspace.Proposal
	for _, p := range extract.Propose(d) {
		list = append(list, workspace.Proposal{Proposal: p, Words: p.Span.Of(d.Text)})
	}
	return sh.printProposals(ctx, "", d, list)
}

// analysed is `extract --json`: a record's answer with the text it is about and
// what it proposes.
type analysed struct {
	ID        *struct{}      `json:"id,omitempty"` // a record's, not wanted here
	Version   string         `json:"version,omitempty"`
	Text      string         `json:"text"`
	Proposals []proposalJSON `json:"proposals"`
	extractOut
}

func (sh *shell) printProposals(ctx context.Context, version string, d *extract.Doc, found []workspace.Proposal) error {
	at := newRunes(d.Text)
	list := make([]proposalJSON, len(found))
	for i, p := range found {
		list[i] = proposalJSON{i + 1, p.Body.Kind(), p.Words, at.span(p.Span), p.Span, p.Body, p.Why, p.Rule, p.Confidence, p.Claim, p.Dismissed, p.Reason, "", nil}
		if s := p.Suggestion; s != nil {
			list[i].Suggested, list[i].Read = s.Note, &claims.Reading{Body: p.Read}
		}
	}
	if !sh.json {
		proposalTable(sh.env.Stdout, list)
		if limits := d.Limits(); limits != "" {
			fmt.Fprintln(sh.env.Stdout, "Note: "+limits)
		}
		return nil
	}
	record, err := json.Marshal(map[string]any{"id": "", "text": d.Text, "meta": map[string]string{"date": day(d.Meta.Date), "title": d.Meta.Title, "publisher": d.Meta.Publisher, "lang": d.Meta.Lang}})
	if err != nil {
		return err
	}
	answer, err := extractRecord(ctx, record)
	if err != nil {
		return err
	}
	out, ok := answer.(extractOut)
	if !ok {
		return fmt.Errorf("extracting: an unexpected answer of type %T", answer)
	}
	return sh.print(analysed{nil, version, d.Text, list, out}, nil)
}

func proposalTable(w io.Writer, list []proposalJSON) {
	if len(list) == 0 {
		fmt.Fprintln(w, "This text proposes no claims; stet claim add makes one of any words.")
		return
	}
	var kinds, notes []string
	n := map[string]int{}
	table(w, func(row func(...string)) {
		for _, p := range list {
			state := ""
			switch {
			case p.Claim != "":
				state = "claim " + string(p.Claim)
			case p.Dismissed:
				state = "dismissed"
			}
			row(fmt.Sprint(p.N), string(p.Kind), source.Brief(p.Why, 60), source.Brief(p.Words, 70), state)
			if p.Suggested != "" {
				notes = append(notes, fmt.Sprintf("%d is %s: %s", p.N, p.Suggested, correctionLine(p.Read.Body, p.Body)))
			}
			k := kindOf(p.Body)
			if n[k]++; n[k] == 1 {
				kinds = append(kinds, k)
			}
		}
	})
	for i, k := range kinds {
		kinds[i] = count(n[k], k, k+"s")
	}
	fmt.Fprintln(w, strings.Join(kinds, ", "))
	for _, n := range notes {
		fmt.Fprintln(w, n)
	}
}

// kindOf names a body for a sum: quotations are told from reported speech.
func kindOf(b claims.Body) string {
	switch x := b.(type) {
	case claims.Quote:
		if x.Type == claims.Indirect {
			return "indirect quote"
		}
	case claims.Figure:
		return "casualty figure"
	}
	return string(b.Kind())
}
