package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

func (sh *shell) claimShowCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "show CLAIM",
		Short:   "Show a claim with its evidence and history",
		Example: "  stet claim show k3p7x",
		Args:    needs(1, 1, "one claim"),
		RunE: func(c *cobra.Command, args []string) error {
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				all, err := gather(ctx, w)
				if err != nil {
					return err
				}
				for _, x := range all {
					if string(x.ID) == args[0] {
						x.AsOf = w.Seq()
						return sh.print(x, func(out io.Writer) { showClaim(out, x) })
					}
				}
				return noClaim(args[0])
			})
		},
	}
}

func showClaim(out io.Writer, x claimJSON) {
	fmt.Fprintf(out, "%s  %s\n    %s\n", x.ID, strings.TrimSuffix(string(x.Body.Kind())+": "+readingOf(x.Body), ": "), x.Text)
	if x.Made != nil {
		fmt.Fprintf(out, "    made in %s, bytes %d–%d\n", x.Made.Version, x.Made.Span.Start, x.Made.Span.End)
	}
	if x.Correction != nil {
		fmt.Fprintf(out, "    %s\n", x.Correction)
	}
	fmt.Fprintf(out, "    check: %s   review: %s\n", x.Check, x.Review)
	if v := x.Verdict; v != nil {
		fmt.Fprintln(out, "    verdict: "+verdictLine(*v))
		if v.Proposed != "" {
			fmt.Fprintf(out, "    proposed: %s\n", v.Proposed)
		}
	}
	if x.Stale {
		fmt.Fprintln(out, "    stale: a later version touched what the verdict rests on")
	}
	table(out, func(row func(...string)) {
		for _, e := range x.Evidence {
			row("    "+string(e.ID), string(e.Stance), e.Anchor.Version.String(), source.Brief(e.Anchor.Exact, 90))
		}
	})
	fmt.Fprintf(out, "    supported by %s\n", workspace.Independence(x.Sources))
	for _, f := range x.Flags {
		fmt.Fprintf(out, "    flag %s (%s): %s\n", f.ID, f.Status, f.Text)
	}
	for _, f := range x.Findings {
		fmt.Fprintf(out, "    finding: %s\n", f)
	}
	for _, r := range x.Reviews {
		fmt.Fprintln(out, strings.TrimSuffix(fmt.Sprintf("    %s by %s: %s", r.To, r.By, r.Comment), ": "))
	}
	if x.AsOf > 0 {
		fmt.Fprintf(out, "    as of entry %d of the ledger\n", x.AsOf)
	}
}

// verdictLine is a verdict in one line.
func verdictLine(v claims.Verdict) string {
	s := string(v.Check)
	if v.Rating != "" {
		s += " (" + v.Rating + ")"
	}
	if v.Short.Wanted > 0 {
		s += fmt.Sprintf(", on %d of %d independent sources", v.Short.Independent, v.Short.Wanted)
	}
	if v.Reason != "" {
		s += ": " + v.Reason
	}
	return s
}

// claimJSON is a claim with all that the desk decided about it. The claim
// has a MarshalJSON of its own, which embedding alone would let take over.
type claimJSON struct {
	claims.Claim `json:"-"`
	claimState
}

// MarshalJSON writes the claim and its state as one object.
func (c claimJSON) MarshalJSON() ([]byte, error) {
	claim, err := json.Marshal(c.Claim)
	if err != nil {
		return nil, err
	}
	state, err := json.Marshal(c.claimState)
	if err != nil {
		return nil, err
	}
	return append(append(claim[:len(claim)-1], ','), state[1:]...), nil
}

// claimState is what the desk decided about a claim.
type claimState struct {
	Check    claims.Check      `json:"check"`
	Review   claims.Review     `json:"review"`
	Stale    bool              `json:"stale"`
	Verdict  *claims.Verdict   `json:"verdict,omitempty"`
	Evidence []claims.Evidence `json:"evidence"`
	Sources  independenceJSON  `json:"sources"`
	Flags    []claims.Flag     `json:"flags,omitempty"`
	Findings []string          `json:"findings,omitempty"`
	Reviews  []reviewJSON      `json:"reviews,omitempty"`
	Earlier  []claims.Verdict  `json:"earlier,omitempty"`
	AsOf     uint64            `json:"asOf,omitempty"` // the ledger's last entry when it was shown
	// Correction is what a checker made of the words instead of what Stet read.
	Correction *correctionJSON `json:"correction,omitempty"`
}

type independenceJSON struct {
	Passages    int    `json:"passages"`
	Articles    int    `json:"articles"`
	Outlets     int    `json:"outlets"`
	Independent int    `json:"independent"`
	Wanted      int    `json:"wanted"`
	Own         int    `json:"own,omitempty"`    // passages of the checked article itself
	House       int    `json:"house,omitempty"`  // passages of other articles of its outlet
	Origin      string `json:"origin,omitempty"` // whom all of them rest on
}

type reviewJSON struct {
	To      claims.Review `json:"to"`
	Comment string        `json:"comment,omitempty"`
	By      string        `json:"by"`
}

// gather lists all claims with what the desk decided about them.
func gather(ctx context.Context, w *workspace.Workspace) ([]claimJSON, error) {
	findings, err := w.Findings(ctx)
	if err != nil {
		return nil, err
	}
	var list []claimJSON
	w.View(func(s *ledger.State) {
		for _, c := range s.Live() {
			x := claimJSON{c.Claim, claimState{Check: c.Check(), Review: c.Review, Evidence: []claims.Evidence{}}}
			if k := c.Correction(); k != nil {
				x.Correction = &correctionJSON{k.Who.String(), k.At, k.Read, claims.Changes(k.Read.Body, k.Now.Body)}
			}
			for _, v := range c.Verdicts {
				if now := c.Verdict(); now != nil && now.Seq == v.Seq {
					d := v.Verdict
					x.Verdict = &d
				} else {
					x.Earlier = append(x.Earlier, v.Verdict)
				}
			}
			for _, e := range s.EvidenceOf(c.ID) {
				x.Evidence = append(x.Evidence, e.Evidence)
			}
			for _, id := range s.Raised {
				if f := s.Flags[id]; f.Claim == c.ID {
					x.Flags = append(x.Flags, f.Flag)
				}
			}
			for _, r := range c.Reviews {
				x.Reviews = append(x.Reviews, reviewJSON{r.To, r.Comment, r.Who.String()})
			}
			list = append(list, x)
		}
	})
	for i := range list {
		n, err := w.Independence(ctx, list[i].ID)
		if err != nil {
			return nil, err
		}
		list[i].Sources = independenceJSON(n)
		for _, f := range findings {
			if f.Claim == list[i].ID {
				list[i].Findings = append(list[i].Findings, f.Text)
				list[i].Stale = list[i].Stale || f.Stale && !f.Settled
			}
		}
	}
	return list, nil
}

func noClaim(id string) error {
	return explain.WithHint(fmt.Errorf("there is no claim %q on this desk", id), "stet claim list names them.")
}

// live asks that a claim is on the desk and was not removed.
func live(w *workspace.Workspace, id string) error {
	err := noClaim(id)
	w.View(func(s *ledger.State) {
		if c := s.Claims[claims.ID(id)]; c != nil && !c.Removed {
			err = nil
		}
	})
	return err
}
