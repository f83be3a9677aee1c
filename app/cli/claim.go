package cli

import (
	"context"

	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// claimJSON is a claim with all that the desk decided about it.
type claimJSON struct {
	claims.Claim
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
}

type independenceJSON struct {
	Passages    int `json:"passages"`
	Articles    int `json:"articles"`
	Outlets     int `json:"outlets"`
	Independent int `json:"independent"`
	Wanted      int `json:"wanted"`
}

type reviewJSON struct {
	To      claims.Review `json:"to"`
	Comment string        `json:"comment,omitempty"`
	By      string        `json:"by"`
}

func (sh *shell) claimCmd() *cobra.Command {
	c := &cobra.Command{
		Use:     "claim",
		Short:   "List, add, accept, edit, show and remove claims",
		Example: "  stet claim list --check unstarted\n  stet claim add a7k3p@1 --words 'at least 12 people were killed'",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(sh.claimListCmd(), sh.claimShowCmd(), sh.claimAddCmd(), sh.claimAcceptCmd(), sh.claimEditCmd(), sh.claimRemoveCmd())
	return c
}

func (sh *shell) claimListCmd() *cobra.Command {
	var check, review, kind, article string
	var stale bool
	c := &cobra.Command{
		Use:     "list",
		Short:   "List the claims",
		Example: "  stet claim list --check 'in progress'\n  stet claim list --stale",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				all, err := gather(ctx, w)
				if err != nil {
					return err
				}
				list := []claimJSON{}
				for _, x := range all {
					if check != "" && string(x.Check) != check || review != "" && string(x.Review) != review || kind != "" && string(x.Body.Kind()) != kind || stale && !x.Stale {
						continue
					}
					if article != "" && (x.Made == nil || string(x.Made.Version.Article) != article) {
						continue
					}
					list = append(list, x)
				}
				return sh.print(list, func(out io.Writer) { claimTable(out, list) })
			})
		},
	}
	f := c.Flags()
	f.StringVar(&check, "check", "", "only with this check status")
	f.StringVar(&review, "review", "", "only with this review status")
	f.StringVar(&kind, "kind", "", "only figure, quote, statistic or statement")
	f.StringVar(&article, "article", "", "only claims made in this article")
	f.BoolVar(&stale, "stale", false, "only claims whose verdict is in doubt")
	return c
}

func claimTable(out io.Writer, list []claimJSON) {
	if len(list) == 0 {
		fmt.Fprintln(out, "No claims: stet extract VERSION proposes some, stet claim add makes one")
		return
	}
	table(out, func(row func(...string)) {
		for _, x := range list {
			state := string(x.Check)
			if x.Stale {
				state += ", stale"
			}
			if x.Review != claims.NoReview {
				state += ", " + string(x.Review)
			}
			row(string(x.ID), string(x.Body.Kind()), state, short(readingOf(x.Body), 40), short(x.Text, 70))
		}
	})
}

// readingOf says in a few words what a body asserts.
func readingOf(b claims.Body) string {
	switch x := b.(type) {
	case claims.Figure:
		return strings.TrimSpace(fmt.Sprintf("%s %s %s", x.Outcome, x.Range, x.Place))
	case claims.Quote:
		return first(x.Speaker, x.AsWritten, "nobody named")
	case claims.Statistic:
		return strings.TrimSpace(fmt.Sprintf("%s %s %s", x.Range, x.Unit, x.Of))
	}
	return ""
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
			x := claimJSON{Claim: c.Claim, Check: c.Check(), Review: c.Review, Evidence: []claims.Evidence{}}
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

func (sh *shell) claimShowCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "show CLAIM",
		Short:   "Show a claim with its evidence and history",
		Example: "  stet claim show k3p7x",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				all, err := gather(ctx, w)
				if err != nil {
					return err
				}
				for _, x := range all {
					if string(x.ID) == args[0] {
						return sh.print(x, func(out io.Writer) { showClaim(out, x) })
					}
				}
				return fmt.Errorf("there is no claim %q on this desk", args[0])
			})
		},
	}
}

func showClaim(out io.Writer, x claimJSON) {
	fmt.Fprintf(out, "%s  %s: %s\n    “%s”\n", x.ID, x.Body.Kind(), readingOf(x.Body), x.Text)
	if x.Made != nil {
		fmt.Fprintf(out, "    made in %s, bytes %d–%d\n", x.Made.Version, x.Made.Span.Start, x.Made.Span.End)
	}
	fmt.Fprintf(out, "    check: %s   review: %s\n", x.Check, x.Review)
	if v := x.Verdict; v != nil {
		fmt.Fprintf(out, "    verdict: %s %s  %s\n", v.Check, v.Rating, v.Reason)
		if v.Proposed != "" {
			fmt.Fprintf(out, "    proposed: %s\n", v.Proposed)
		}
	}
	if x.Stale {
		fmt.Fprintln(out, "    stale: a later version touched what the verdict rests on")
	}
	for _, e := range x.Evidence {
		fmt.Fprintf(out, "  %s %-12s %s  “%s”\n", e.ID, e.Stance, e.Anchor.Version, short(e.Anchor.Exact, 90))
	}
	fmt.Fprintf(out, "    %d supporting passages, %d outlets, %d independent of %d wanted\n", x.Sources.Passages, x.Sources.Outlets, x.Sources.Independent, x.Sources.Wanted)
	for _, f := range x.Flags {
		fmt.Fprintf(out, "    flag %s (%s): %s\n", f.ID, f.Status, f.Text)
	}
	for _, f := range x.Findings {
		fmt.Fprintf(out, "    finding: %s\n", f)
	}
	for _, r := range x.Reviews {
		fmt.Fprintf(out, "    %s by %s %s\n", r.To, r.By, r.Comment)
	}
}

// spanFlags choose words of a version.
type spanFlags struct {
	words string
	nth   int
	bytes string
}

func (s *spanFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&s.words, "words", "", "the words, as they stand in the version (typography does not matter)")
	c.Flags().IntVar(&s.nth, "nth", 0, "which of several equal places, from 1")
	c.Flags().StringVar(&s.bytes, "bytes", "", "instead of --words: START:END in bytes of the canonical text")
}

func (s spanFlags) find(ctx context.Context, w *workspace.Workspace, id source.VersionID) (source.VersionID, source.Span, error) {
	v, t, err := w.Read(ctx, id)
	if err != nil {
		return id, source.Span{}, err
	}
	if s.bytes == "" {
		if s.words == "" {
			return v.ID, source.Span{}, usagef("which words? Name them with --words")
		}
		span, err := workspace.FindWords(t.Body, s.words, s.nth)
		return v.ID, span, err
	}
	var span source.Span
	if n, err := fmt.Sscanf(s.bytes, "%d:%d", &span.Start, &span.End); n != 2 || err != nil {
		return v.ID, span, usagef("%q is no span; write START:END", s.bytes)
	}
	if !span.Fits(t.Body) || span.Empty() {
		return v.ID, span, fmt.Errorf("bytes %s do not fit %s, which has %d", s.bytes, v.ID, len(t.Body))
	}
	return v.ID, span, nil
}

func (sh *shell) claimAddCmd() *cobra.Command {
	var at spanFlags
	var text, speaker string
	c := &cobra.Command{
		Use:   "add [VERSION]",
		Short: "Make a claim of words of a version, or of a text you type",
		Long: `Make a claim of words of a version, or of a text you type. What kind of claim it
is (casualty figure, quote, statistic, statement) is read from the words.`,
		Example: "  stet claim add a7k3p@1 --words 'at least 12 people were killed'\n  stet claim add --text 'The minister said: “We must rebuild.”'",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if (len(args) == 1) == (text != "") {
				return usagef("name a version and --words, or give --text")
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				var id claims.ID
				var err error
				if text != "" {
					id, err = w.AddTyped(ctx, text, speaker)
				} else {
					id, err = sh.addFrom(ctx, w, args, at)
				}
				if err != nil {
					return err
				}
				return sh.made(w, id)
			})
		},
	}
	at.add(c)
	c.Flags().StringVar(&text, "text", "", "the claim, typed in")
	c.Flags().StringVar(&speaker, "speaker", "", "with --text: who is quoted")
	return c
}

func (sh *shell) addFrom(ctx context.Context, w *workspace.Workspace, args []string, at spanFlags) (claims.ID, error) {
	id, err := oneVersion(args)
	if err != nil {
		return "", err
	}
	v, span, err := at.find(ctx, w, id)
	if err != nil {
		return "", err
	}
	return w.AddClaim(ctx, v, span, nil)
}

// made prints a claim that was just made.
func (sh *shell) made(w *workspace.Workspace, ids ...claims.ID) error {
	list := make([]claims.Claim, 0, len(ids))
	for _, id := range ids {
		c, err := w.Claim(id)
		if err != nil {
			return err
		}
		list = append(list, c)
	}
	var v any = list
	if len(list) == 1 {
		v = list[0]
	}
	return sh.print(v, func(out io.Writer) {
		table(out, func(row func(...string)) {
			for _, c := range list {
				row(string(c.ID), string(c.Body.Kind()), short(readingOf(c.Body), 40), short(c.Text, 70))
			}
		})
	})
}

func (sh *shell) claimAcceptCmd() *cobra.Command {
	var all bool
	var kind string
	var sure float64
	c := &cobra.Command{
		Use:     "accept VERSION [NUMBER...]",
		Short:   "Make claims of what a version's text proposes",
		Long:    "Make claims of proposals, by their numbers in `stet extract VERSION`, or with\n--all of every one that is not dismissed or accepted yet.",
		Example: "  stet claim accept a7k3p 1 4 5\n  stet claim accept a7k3p --all --kind figure",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			id, err := oneVersion(args[:1])
			if err != nil {
				return err
			}
			if all == (len(args) > 1) {
				return usagef("name the proposals by number, or give --all")
			}
			wanted := map[int]bool{}
			for _, a := range args[1:] {
				var n int
				if _, err := fmt.Sscanf(a, "%d", &n); err != nil || n < 1 {
					return usagef("%q is no number of a proposal", a)
				}
				wanted[n] = true
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				list, err := w.Propose(ctx, id)
				if err != nil {
					return err
				}
				v, err := w.Version(id)
				if err != nil {
					return err
				}
				var made []claims.ID
				for i, p := range list {
					take := wanted[i+1] || all && !p.Dismissed && p.Confidence >= sure && (kind == "" || string(p.Body.Kind()) == kind)
					delete(wanted, i+1)
					if !take || p.Claim != "" {
						continue
					}
					id, err := w.Accept(ctx, v.ID, p.Proposal)
					if err != nil {
						return err
					}
					made = append(made, id)
				}
				if len(wanted) > 0 {
					return fmt.Errorf("%s has %d proposals; there is no number beyond that", v.ID, len(list))
				}
				return sh.made(w, made...)
			})
		},
	}
	c.Flags().BoolVar(&all, "all", false, "accept every proposal")
	c.Flags().StringVar(&kind, "kind", "", "with --all: only figure, quote or statistic")
	c.Flags().Float64Var(&sure, "sure", 0, "with --all: only with at least this confidence, 0–1")
	return c
}

func (sh *shell) claimEditCmd() *cobra.Command {
	var text, origin, kind, note, event string
	c := &cobra.Command{
		Use:     "edit CLAIM",
		Short:   "Change a claim's wording, origin, event or note",
		Example: "  stet claim edit k3p7x --origin 'regional fire service' --origin-kind 'rescue service'",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				changed := c.Flags().Changed
				if err := w.EditClaim(ctx, claims.ID(args[0]), func(x *claims.Claim) {
					x.Text = first(strings.TrimSpace(text), x.Text)
					if changed("origin") {
						x.Origin.Name = origin
					}
					if changed("origin-kind") {
						x.Origin.Kind = claims.OriginKind(kind)
					}
					if changed("note") {
						x.Note = note
					}
					if changed("event") {
						x.Event = claims.EventID(event)
					}
				}); err != nil {
					return err
				}
				return sh.made(w, claims.ID(args[0]))
			})
		},
	}
	f := c.Flags()
	f.StringVar(&text, "text", "", "the wording")
	f.StringVar(&origin, "origin", "", "who asserts it")
	f.StringVar(&kind, "origin-kind", "", "official, military, rescue service, hospital or morgue, UN, NGO, witness, social post, document")
	f.StringVar(&note, "note", "", "a note for colleagues")
	f.StringVar(&event, "event", "", "the event it is about")
	return c
}

func (sh *shell) claimRemoveCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "remove CLAIM",
		Short:   "Take a claim without evidence and verdict off the desk",
		Example: "  stet claim remove k3p7x",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				return w.RemoveClaim(ctx, claims.ID(args[0]))
			})
		},
	}
}
