package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

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
	Span       source.Span `json:"span"` // bytes
	Body       claims.Body `json:"body"`
	Why        string      `json:"why"`
	Rule       string      `json:"rule"`
	Confidence float64     `json:"confidence"`
	Claim      claims.ID   `json:"claim,omitempty"`
	Dismissed  bool        `json:"dismissed,omitempty"`
}

func (sh *shell) extractCmd() *cobra.Command {
	var lines bool
	var jobs int
	c := &cobra.Command{
		Use:   "extract VERSION|FILE",
		Short: "List the claims a text proposes: quotes, casualty figures, statistics",
		Long: `List the claims that a version on the desk, or a file, proposes. The numbers are
those that 'stet claim accept' takes. With --json everything that was read comes
too: sentences, indirect reports, entities; offsets there are code points, as in
records. With --jsonl, texts come from records on standard input, without a desk.`,
		Example: "  stet extract a7k3p@1\n  stet extract article.txt --json\n  stet extract --jsonl < articles.jsonl > claims.jsonl",
		RunE: func(c *cobra.Command, args []string) error {
			if lines {
				return runBatch(c.Context(), args, sh.env.Stdin, sh.env.Stdout, jobs, extractRecord)
			}
			if len(args) != 1 {
				return usagef("name one version, or one file")
			}
			if st, err := os.Stat(args[0]); err == nil && !st.IsDir() {
				return sh.extractFile(c.Context(), args[0])
			}
			id, err := oneVersion(args)
			if err != nil {
				return err
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				list, err := w.Propose(ctx, id)
				if err != nil {
					return err
				}
				d, err := w.Analysis(ctx, id)
				if err != nil {
					return err
				}
				return sh.printProposals(ctx, d, list)
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
	return sh.printProposals(ctx, d, list)
}

func (sh *shell) printProposals(ctx context.Context, d *extract.Doc, found []workspace.Proposal) error {
	list := make([]proposalJSON, len(found))
	for i, p := range found {
		list[i] = proposalJSON{i + 1, p.Body.Kind(), p.Words, p.Span, p.Body, p.Why, p.Rule, p.Confidence, p.Claim, p.Dismissed}
	}
	if !sh.json {
		table(sh.env.Stdout, func(row func(...string)) {
			for _, p := range list {
				state := ""
				switch {
				case p.Claim != "":
					state = "claim " + string(p.Claim)
				case p.Dismissed:
					state = "dismissed"
				}
				row(fmt.Sprint(p.N), string(p.Kind), short(p.Why, 60), short(p.Words, 70), state)
			}
		})
		if len(list) == 0 {
			fmt.Fprintln(sh.env.Stdout, "This text proposes no claims.")
		}
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
	all := map[string]json.RawMessage{}
	b, err := json.Marshal(answer)
	if err == nil {
		err = json.Unmarshal(b, &all)
	}
	if err != nil {
		return err
	}
	delete(all, "id")
	if all["proposals"], err = json.Marshal(list); err != nil {
		return err
	}
	return sh.print(all, func(io.Writer) {})
}
