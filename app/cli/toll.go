package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/toll"
)

// tollOptions are what 'stet toll' is asked to do.
type tollOptions struct {
	svg, png              string
	dismiss, reopen, lift string
	out, in, to, note     string
	all                   bool
}

func (sh *shell) tollCmd() *cobra.Command {
	var o tollOptions
	c := &cobra.Command{
		Use:   "toll [EVENT]",
		Short: "Show the toll board of an event: every figure, what fits, what does not",
		Long: `Show the toll board of an event: every report of a figure, grouped so that only
comparable ones stand together, with flags for what does not fit. Without EVENT it
lists the events of the desk and those that the figures propose ('stet event
accept' makes an event of one). EVENT is a key or words of its name.

Exits with 3 when an alarm is open: neither dismissed nor raised as a flag of the
desk. Notes (a toll that rose, figures that are not comparable) are none.

A flag is named by the key that is printed with it, a figure by its ID. A flag that
is raised stands on the claim made of the words in doubt; if there is none, a claim
is made of them, which is said. If EVENT is words that an event of the desk and a
proposed one have, the event of the desk is meant.`,
		Example: `  stet toll
  stet toll norrby
  stet toll norrby --svg norrby.svg --png norrby.png
  stet toll norrby --dismiss toll/conflict/0a1b2c --note 'both are printed'
  stet toll norrby --leave-out a7k3p@2:104-123 --note 'another fire'`,
		Args: needs(0, 1, "one event"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				if o != (tollOptions{}) {
					return usagef("say which event")
				}
				return sh.with(c, reads, sh.listTolls)
			}
			mode := reads
			if o.dismiss+o.reopen+o.lift+o.out+o.in != "" {
				mode = writes
			}
			if o.to != "" && o.out == "" {
				return usagef("--to goes with --leave-out: the figure is moved there")
			}
			return sh.with(c, mode, func(ctx context.Context, w *workspace.Workspace) error { return sh.toll(ctx, w, args[0], o) })
		},
	}
	f := c.Flags()
	f.StringVar(&o.svg, "svg", "", "write the chart as SVG to this `FILE`")
	f.StringVar(&o.png, "png", "", "write the chart as PNG to this `FILE`")
	f.BoolVar(&o.all, "all", false, "settled alarms too, and figures that may be joined")
	f.StringVar(&o.dismiss, "dismiss", "", "dismiss the alarm with this `KEY` (needs --note)")
	f.StringVar(&o.reopen, "reopen", "", "take the dismissal of the alarm with this `KEY` back")
	f.StringVar(&o.lift, "raise", "", "raise the alarm with this `KEY` as a flag, on the claim made of its words; if there is none, one is made")
	f.StringVar(&o.out, "leave-out", "", "the `FIGURE` is not about this event")
	f.StringVar(&o.in, "join", "", "the `FIGURE` is about this event")
	f.StringVar(&o.to, "to", "", "with --leave-out: it is about that `EVENT`")
	f.StringVar(&o.note, "note", "", "the `REASON`")
	return c
}

func (sh *shell) listTolls(ctx context.Context, w *workspace.Workspace) error {
	if err := sh.readFigures(ctx, w); err != nil {
		return err
	}
	list, err := w.TollEvents(ctx)
	if err != nil {
		return err
	}
	return sh.print(list, func(o io.Writer) {
		table(o, func(row func(...string)) {
			for _, e := range list {
				state := ""
				if e.Alarms > 0 {
					state = count(e.Alarms, "open alarm", "open alarms")
				}
				if e.Proposed {
					state = strings.TrimSuffix("proposed, "+state, ", ")
				}
				row(e.Key, first(e.Event.From, "no date"), e.Event.Name, count(e.Articles, "article", "articles"), count(e.Reports, "figure", "figures"), state)
			}
		})
		if len(list) == 0 {
			fmt.Fprintln(o, "No figures of events yet: import articles, or name one with 'stet event NAME'")
		}
	})
}

// readFigures reads the figures of the desk, with progress.
func (sh *shell) readFigures(ctx context.Context, w *workspace.Workspace) error {
	on, done := sh.progress("reading figures")
	defer done()
	return w.ReadFigures(ctx, on)
}

func (sh *shell) toll(ctx context.Context, w *workspace.Workspace, what string, o tollOptions) error {
	if err := sh.readFigures(ctx, w); err != nil {
		return err
	}
	e, err := w.FindEvent(ctx, what)
	if err != nil {
		return explain.WithHint(err, "stet toll lists them.")
	}
	if o.dismiss+o.reopen+o.lift != "" {
		return sh.settleToll(ctx, w, e, o)
	}
	if o.out+o.in != "" {
		return sh.placeToll(ctx, w, e, o)
	}
	for _, path := range []string{o.svg, o.png} {
		if path == "" {
			continue
		}
		if want := map[bool]string{true: ".svg", false: ".png"}[path == o.svg]; !strings.HasSuffix(strings.ToLower(path), want) {
			return usagef("%s does not end in %s", path, want)
		}
		if err := w.WriteChart(ctx, e.Key, path); err != nil {
			return err
		}
		fmt.Fprintf(sh.env.Stderr, "wrote %s\n", path)
	}
	b, err := w.Toll(ctx, e.Key)
	if err != nil {
		return err
	}
	if err := sh.print(b, func(out io.Writer) { printBoard(out, b, o.all) }); err != nil {
		return err
	}
	for _, f := range b.Flags {
		if f.Open() {
			return errFindings
		}
	}
	return nil
}

// settleToll dismisses, reopens or raises a flag.
func (sh *shell) settleToll(ctx context.Context, w *workspace.Workspace, e workspace.TollEvent, o tollOptions) error {
	b, err := w.Toll(ctx, e.Key)
	if err != nil {
		return err
	}
	key := first(o.dismiss, o.reopen, o.lift)
	for _, f := range b.Flags {
		if f.Key != key {
			continue
		}
		did := "reopened"
		switch {
		case o.dismiss != "":
			err, did = w.DismissTollFlag(ctx, key, o.note), "dismissed"
		case o.reopen != "":
			err = w.ReopenTollFlag(ctx, key)
		default:
			did, err = raiseToll(ctx, w, f)
		}
		if err != nil {
			return err
		}
		return sh.said(map[string]any{"flag": key, "did": did}, "%s: %s", did, f.Why)
	}
	return explain.WithHint(fmt.Errorf("there is no alarm %q on this board", key), "stet toll EVENT prints the key of each.")
}

// raiseToll raises a flag and says on which claim, and whether that is a new one.
func raiseToll(ctx context.Context, w *workspace.Workspace, f workspace.TollFlag) (did string, err error) {
	had := map[claims.ID]bool{}
	w.View(func(s *ledger.State) {
		for _, c := range s.Live() {
			had[c.ID] = true
		}
	})
	id, err := w.RaiseTollFlag(ctx, f)
	if err != nil {
		return "", err
	}
	var on claims.ID
	w.View(func(s *ledger.State) { on = s.Flags[id].Claim })
	if had[on] {
		return fmt.Sprintf("raised as %s on claim %s", id, on), nil
	}
	return fmt.Sprintf("raised as %s on the new claim %s, made of the words in doubt", id, on), nil
}

// placeToll leaves a figure out, joins or moves it.
func (sh *shell) placeToll(ctx context.Context, w *workspace.Workspace, e workspace.TollEvent, o tollOptions) error {
	if e.Proposed {
		return explain.WithHint(fmt.Errorf("%s is only proposed", e.Event.Name), "Accept it first: stet event accept '"+e.Key+"'")
	}
	b, err := w.Toll(ctx, e.Key)
	if err != nil {
		return err
	}
	id := first(o.out, o.in)
	var row *toll.Row
	b.Each(func(_ *toll.Group, r *toll.Row) {
		if r.ID == id {
			row = r
		}
	})
	for _, list := range [][]toll.Row{b.Left, b.Near} {
		for i := range list {
			if list[i].ID == id {
				row = &list[i]
			}
		}
	}
	if row == nil {
		return explain.WithHint(fmt.Errorf("there is no figure %q on this board or near it", id), "stet toll EVENT --all prints the ID of each.")
	}
	did := "left out"
	switch {
	case o.in != "":
		err, did = w.PlaceFigure(ctx, e.Event.ID, *row, ledger.PlacedIn, o.note), "joined"
	case o.to != "":
		var other workspace.TollEvent
		if other, err = w.FindEvent(ctx, o.to); err == nil && other.Proposed {
			err = fmt.Errorf("%s is only proposed; accept it first", other.Event.Name)
		}
		if err == nil {
			err, did = w.MoveFigure(ctx, e.Event.ID, other.Event.ID, *row, o.note), "moved to "+other.Event.Name
		}
	default:
		err = w.PlaceFigure(ctx, e.Event.ID, *row, ledger.PlacedOut, o.note)
	}
	if err != nil {
		return err
	}
	return sh.said(map[string]any{"figure": row.ID, "did": did}, "%s: %s (%s)", did, row.Words, row.ID)
}
