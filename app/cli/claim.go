package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

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
	c := group(&cobra.Command{
		Use:     "claim COMMAND",
		Short:   "List, add, accept, edit, show and remove claims",
		Example: "  stet claim list --check unstarted\n  stet claim add a7k3p@1 --words 'at least 12 people were killed'",
	})
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
		Args:    alone,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := knownFilters(&check, &review, &kind); err != nil {
				return err
			}
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
				none := "No claim is like that: stet claim list shows all"
				if len(all) == 0 {
					none = "No claims yet: stet extract VERSION proposes some, stet claim add makes one"
				}
				return sh.print(list, func(out io.Writer) { claimTable(out, list, none) })
			})
		},
	}
	f := c.Flags()
	f.StringVar(&check, "check", "", "only with this check `STATUS`: unstarted, in progress, confirmed, change needed …")
	f.StringVar(&review, "review", "", "only with this review `STATUS`: none, submitted, returned or approved")
	f.StringVar(&kind, "kind", "", "only this `KIND`: figure, quote, statistic or statement")
	f.StringVar(&article, "article", "", "only claims made in this `ARTICLE`")
	f.BoolVar(&stale, "stale", false, "only claims whose verdict is in doubt")
	return c
}

// The words that filters and decisions take.
var (
	checkStates  = append([]claims.Check{claims.Unstarted, claims.InProgress}, claims.Checks...)
	reviewStates = []claims.Review{claims.NoReview, claims.Submitted, claims.Returned, claims.Approved}
	claimKinds   = []claims.Kind{claims.KindFigure, claims.KindQuote, claims.KindStatistic, claims.KindStatement}
)

// knownFilters checks the filters of a list and gives them their exact spelling.
func knownFilters(check, review, kind *string) error {
	for _, err := range []error{
		known(check, "check status", checkStates), known(review, "review status", reviewStates), known(kind, "kind of claim", claimKinds),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// known replaces a word by the one of a list that it stands for; "" stays.
func known[T ~string](word *string, what string, all []T) error {
	if *word == "" {
		return nil
	}
	x, err := oneOf(what, *word, all)
	*word = string(x)
	return err
}

// claimTable lists claims, or says none.
func claimTable(out io.Writer, list []claimJSON, none string) {
	if len(list) == 0 {
		fmt.Fprintln(out, none)
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
		of := x.Of
		if of == x.Unit || of == x.Unit+"s" {
			of = ""
		}
		return strings.Join(strings.Fields(fmt.Sprintf("%s %s %s", x.Range, x.Unit, of)), " ")
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
			x := claimJSON{c.Claim, claimState{Check: c.Check(), Review: c.Review, Evidence: []claims.Evidence{}}}
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
		Args:    needs(1, 1, "one claim"),
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
				return noClaim(args[0])
			})
		},
	}
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

func showClaim(out io.Writer, x claimJSON) {
	fmt.Fprintf(out, "%s  %s\n    %s\n", x.ID, strings.TrimSuffix(string(x.Body.Kind())+": "+readingOf(x.Body), ": "), x.Text)
	if x.Made != nil {
		fmt.Fprintf(out, "    made in %s, bytes %d–%d\n", x.Made.Version, x.Made.Span.Start, x.Made.Span.End)
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
			row("    "+string(e.ID), string(e.Stance), e.Anchor.Version.String(), short(e.Anchor.Exact, 90))
		}
	})
	n := x.Sources
	fmt.Fprintf(out, "    %s of %s; %s, of %d wanted\n", count(n.Passages, "supporting passage", "supporting passages"),
		count(n.Outlets, "outlet", "outlets"), count(n.Independent, "independent source", "independent sources"), n.Wanted)
	for _, f := range x.Flags {
		fmt.Fprintf(out, "    flag %s (%s): %s\n", f.ID, f.Status, f.Text)
	}
	for _, f := range x.Findings {
		fmt.Fprintf(out, "    finding: %s\n", f)
	}
	for _, r := range x.Reviews {
		fmt.Fprintln(out, strings.TrimSuffix(fmt.Sprintf("    %s by %s: %s", r.To, r.By, r.Comment), ": "))
	}
}

// verdictLine is a verdict in one line.
func verdictLine(v claims.Verdict) string {
	s := string(v.Check)
	if v.Rating != "" {
		s += " (" + v.Rating + ")"
	}
	if v.Reason != "" {
		s += ": " + v.Reason
	}
	return s
}

// spanFlags choose words of a version.
type spanFlags struct {
	words string
	nth   int
	bytes string
}

func (s *spanFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&s.words, "words", "", "the `WORDS`, as they stand in the version (typography does not matter)")
	c.Flags().IntVar(&s.nth, "nth", 0, "which of several equal places: its `NUMBER`, from 1")
	c.Flags().StringVar(&s.bytes, "bytes", "", "instead of --words: `START:END` in bytes of the canonical text")
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
		if s.nth < 0 {
			return v.ID, source.Span{}, usagef("--nth counts from 1")
		}
		span, err := workspace.FindWords(t.Body, s.words, s.nth)
		return v.ID, span, explain.WithHint(err, fmt.Sprintf("stet read %s prints the text; --nth chooses one of several places.", v.ID))
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
		Args:    needs(0, 1, "one version"),
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
	c.Flags().StringVar(&text, "text", "", "the claim as a `TEXT`, typed in")
	c.Flags().StringVar(&speaker, "speaker", "", "with --text: the `PERSON` who is quoted")
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
func (sh *shell) made(w *workspace.Workspace, id claims.ID) error {
	c, err := w.Claim(id)
	if err != nil {
		return err
	}
	return sh.print(c, func(out io.Writer) { claimRows(out, []claims.Claim{c}) })
}

// madeAll prints several, and says so when there are none.
func (sh *shell) madeAll(w *workspace.Workspace, ids []claims.ID) error {
	list := make([]claims.Claim, 0, len(ids))
	for _, id := range ids {
		c, err := w.Claim(id)
		if err != nil {
			return err
		}
		list = append(list, c)
	}
	return sh.print(list, func(out io.Writer) {
		if len(list) == 0 {
			fmt.Fprintln(out, "Nothing new: these proposals are claims already, or were dismissed")
		}
		claimRows(out, list)
	})
}

func claimRows(out io.Writer, list []claims.Claim) {
	table(out, func(row func(...string)) {
		for _, c := range list {
			row(string(c.ID), string(c.Body.Kind()), short(readingOf(c.Body), 40), short(c.Text, 70))
		}
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
		Args:    needs(1, -1, "a version, and the numbers of proposals or --all"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := known(&kind, "kind of claim", claimKinds); err != nil {
				return err
			}
			id, err := oneVersion(args[:1])
			if err != nil {
				return err
			}
			if all == (len(args) > 1) {
				return usagef("name the proposals by number, or give --all")
			}
			var numbers []int
			for _, a := range args[1:] {
				var n int
				if n, err = strconv.Atoi(a); err != nil || n < 1 {
					return usagef("%q is no number of a proposal", a)
				}
				numbers = append(numbers, n)
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
				if n := slices.Max(append(numbers, 0)); n > len(list) {
					return explain.WithHint(fmt.Errorf("%s has %s; there is no number %d", v.ID, count(len(list), "proposal", "proposals"), n), "stet extract lists them.")
				}
				var made []claims.ID
				for i, p := range list {
					take := slices.Contains(numbers, i+1) || all && !p.Dismissed && p.Confidence >= sure && (kind == "" || string(p.Body.Kind()) == kind)
					if !take || p.Claim != "" {
						continue
					}
					id, err := w.Accept(ctx, v.ID, p)
					if err != nil {
						return err
					}
					made = append(made, id)
				}
				return sh.madeAll(w, made)
			})
		},
	}
	c.Flags().BoolVar(&all, "all", false, "accept every proposal")
	c.Flags().StringVar(&kind, "kind", "", "with --all: only this `KIND`: figure, quote or statistic")
	c.Flags().Float64Var(&sure, "sure", 0, "with --all: only with at least this `CONFIDENCE`, 0–1")
	return c
}

func (sh *shell) claimEditCmd() *cobra.Command {
	var text, origin, kind, note, event string
	c := &cobra.Command{
		Use:     "edit CLAIM",
		Short:   "Change a claim's wording, origin, event or note",
		Example: "  stet claim edit k3p7x --origin 'regional fire service' --origin-kind 'rescue service'",
		Args:    needs(1, 1, "one claim"),
		RunE: func(c *cobra.Command, args []string) error {
			changed := c.Flags().Changed
			if !changed("text") && !changed("origin") && !changed("origin-kind") && !changed("note") && !changed("event") {
				return usagef("say what to change: --text, --origin, --origin-kind, --event or --note")
			}
			if err := known(&kind, "kind of origin", claims.OriginKinds); err != nil {
				return err
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if err := live(w, args[0]); err != nil {
					return err
				}
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
	f.StringVar(&text, "text", "", "its `WORDING`")
	f.StringVar(&origin, "origin", "", "`WHO` asserts it")
	f.StringVar(&kind, "origin-kind", "", "what `KIND` of origin: official, military, rescue service, hospital or morgue, UN, NGO, witness, social post, document")
	f.StringVar(&note, "note", "", "a `NOTE` for colleagues")
	f.StringVar(&event, "event", "", "the `EVENT` it is about (stet event lists them)")
	return c
}

func (sh *shell) claimRemoveCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "remove CLAIM",
		Short:   "Take a claim without evidence and verdict off the desk",
		Example: "  stet claim remove k3p7x",
		Args:    needs(1, 1, "one claim"),
		RunE: func(c *cobra.Command, args []string) error {
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if err := live(w, args[0]); err != nil {
					return err
				}
				if err := w.RemoveClaim(ctx, claims.ID(args[0])); err != nil {
					return err
				}
				return sh.said(map[string]any{"removed": args[0]}, "%s  removed; stet undo brings it back", args[0])
			})
		},
	}
}
