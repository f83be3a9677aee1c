package cli

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// coverageJSON is `coverage --json`.
type coverageJSON struct {
	Version   source.VersionID `json:"version"`
	Handled   int              `json:"handled"`
	Checkable int              `json:"checkable"`
	Limits    string           `json:"limits,omitempty"`
	Sentences []sentenceJSON   `json:"sentences"`
}

type sentenceJSON struct {
	N         int                `json:"n"`
	Text      string             `json:"text"`
	Bytes     source.Span        `json:"bytes"`
	State     workspace.Handling `json:"state"`
	Checkable bool               `json:"checkable"`
	Score     *float64           `json:"score,omitempty"` // absent where the language is not judged
	Why       string             `json:"why"`
	Claims    []claims.ID        `json:"claims,omitempty"`
	Open      int                `json:"open,omitempty"` // proposals nobody decided on
	Dismissed int                `json:"dismissed,omitempty"`
	Mark      *markJSON          `json:"mark,omitempty"`
}

type markJSON struct {
	As     ledger.SentenceMark `json:"as"`
	Reason string              `json:"reason,omitempty"`
	By     string              `json:"by"`
	At     time.Time           `json:"at"`
	In     source.VersionID    `json:"in"` // the version it was marked in
}

func (sh *shell) coverageCmd() *cobra.Command {
	var open, unmark bool
	var n int
	var as, reason string
	c := &cobra.Command{
		Use:   "coverage ARTICLE|VERSION",
		Short: "Tell sentence by sentence how far the check of an article has come",
		Long: `Tell which sentences of an article deserve a check, and what became of each: a
claim was made of it, what it proposes was dismissed, a checker marked it, or it is
open. Opinions and sentences that assert nothing do not count. A mark stays with
its sentence in later versions as long as no word of it changes.

--sentence with --mark marks one: opinion (not checkable), handled (elsewhere, or
nothing in it to check; needs --reason) or checkable (whatever the score says).`,
		Example: "  stet coverage a7k3p --open\n  stet coverage a7k3p@2 --json\n  stet coverage a7k3p --sentence 14 --mark handled --reason 'checked in the first edition'\n  stet coverage a7k3p --sentence 14 --unmark",
		Args:    needs(1, 1, "one article"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := known(&as, "mark of a sentence", ledger.SentenceMarks); err != nil {
				return err
			}
			id, err := oneVersion(args)
			switch {
			case err != nil:
				return err
			case (n != 0) != (as != "" || unmark), as != "" && unmark:
				return usagef("mark one sentence: give --sentence with --mark or with --unmark")
			case reason != "" && as == "":
				return usagef("--reason goes with --mark")
			}
			mode := reads
			if n != 0 {
				mode = writes
			}
			return sh.with(c, mode, func(ctx context.Context, w *workspace.Workspace) error {
				cov, err := w.Coverage(ctx, id)
				if err != nil {
					return err
				}
				if n != 0 {
					if err := markSentence(ctx, w, cov, n, ledger.SentenceMark(as), reason); err != nil {
						return err
					}
					if cov, err = w.Coverage(ctx, id); err != nil {
						return err
					}
				}
				out := coverageOf(cov, func(s workspace.Covered) bool {
					return n == 0 && (!open || s.State == workspace.StillOpen) || n == s.N
				})
				return sh.print(out, func(o io.Writer) { coverageTable(o, out, cov, standingOf(w, cov)) })
			})
		},
	}
	f := c.Flags()
	f.BoolVar(&open, "open", false, "only the sentences that are open")
	f.IntVar(&n, "sentence", 0, "the sentence to mark, by its `NUMBER`")
	f.StringVar(&as, "mark", "", "mark it as `WHAT`: opinion, handled or checkable")
	f.StringVar(&reason, "reason", "", "`WHY`; the report prints it")
	f.BoolVar(&unmark, "unmark", false, "take its mark off")
	return c
}

// markSentence marks sentence n, or takes its mark off if as is "".
func markSentence(ctx context.Context, w *workspace.Workspace, cov workspace.Coverage, n int, as ledger.SentenceMark, reason string) error {
	if n < 1 || n > len(cov.Sentences) {
		return fmt.Errorf("%s has %s; there is no number %d", cov.Version, count(len(cov.Sentences), "sentence", "sentences"), n)
	}
	s := cov.Sentences[n-1]
	if as != "" {
		return w.MarkSentence(ctx, cov.Version, s.Span, as, reason)
	}
	if s.Mark == nil {
		return fmt.Errorf("sentence %d of %s is not marked", n, cov.Version)
	}
	return w.UnmarkSentence(ctx, s.Mark.Seq)
}

func coverageOf(c workspace.Coverage, keep func(workspace.Covered) bool) coverageJSON {
	out := coverageJSON{c.Version, c.Handled, c.Checkable, c.Limits, []sentenceJSON{}}
	for _, s := range c.Sentences {
		if !keep(s) {
			continue
		}
		x := sentenceJSON{N: s.N, Text: s.Text, Bytes: s.Span, State: s.State, Checkable: s.Checkable, Why: s.Why, Claims: s.Claims, Open: s.Open, Dismissed: s.Dismissed}
		if s.Worth.Class != "" {
			x.Score = &s.Worth.Score
		}
		if m := s.Mark; m != nil {
			x.Mark = &markJSON{m.As, m.Reason, m.Who.String(), m.At, m.Anchor.Version}
		}
		out.Sentences = append(out.Sentences, x)
	}
	return out
}

// standingOf says how far the claims are that handled sentences: a claim that was made
// handles its sentence, and is not checked by that; "" if there are none.
func standingOf(w *workspace.Workspace, all workspace.Coverage) string {
	seen := map[claims.ID]bool{}
	decided, unstarted := 0, 0
	w.View(func(s *ledger.State) {
		for _, x := range all.Sentences {
			for _, id := range x.Claims {
				c := s.Claims[id]
				if !x.Checkable || seen[id] || c == nil {
					continue
				}
				seen[id] = true
				switch c.Check() {
				case claims.Unstarted:
					unstarted++
				case claims.InProgress:
				default:
					decided++
				}
			}
		}
	})
	if len(seen) == 0 {
		return ""
	}
	return fmt.Sprintf("; of %s in them %d decided, %d not started", count(len(seen), "claim", "claims"), decided, unstarted)
}

func coverageTable(w io.Writer, x coverageJSON, all workspace.Coverage, standing string) {
	table(w, func(row func(...string)) {
		for _, s := range x.Sentences {
			row(fmt.Sprint(s.N), string(s.State), source.Brief(s.Why, 44), source.Brief(s.Text, 80))
		}
	})
	fmt.Fprintf(w, "%d of %s handled%s\n", all.Handled, count(all.Checkable, "checkable sentence", "checkable sentences"), standing)
	if x.Limits != "" {
		fmt.Fprintln(w, "Note: "+x.Limits)
	}
}
