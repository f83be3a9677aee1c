package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
)

func (sh *shell) eventCmd() *cobra.Command {
	var e claims.Event
	c := &cobra.Command{
		Use:   "event [NAME]",
		Short: "List the events that figures are about, or name one",
		Long: `List the events that figures are about, or name one. 'stet claim edit --event' ties
a claim to an event.`,
		Example: "  stet event\n  stet event 'Fire at Norrby harbour' --place Norrby --from 2025-05-01",
		Args:    needs(0, 1, "one event, in quotation marks"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return sh.with(c, reads, func(_ context.Context, w *workspace.Workspace) error { return sh.listEvents(w) })
			}
			for _, d := range []string{e.From, e.To} {
				if d == "" {
					continue
				}
				if _, err := parseDay(d); err != nil {
					return err
				}
			}
			e.Name = args[0]
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				id, err := w.AddEvent(ctx, e)
				if err != nil {
					return err
				}
				e.ID = id
				return sh.print(e, func(o io.Writer) { fmt.Fprintf(o, "%s  %s\n", id, e.Name) })
			})
		},
	}
	f := c.Flags()
	f.StringVar(&e.Place, "place", "", "the `PLACE` where it happened")
	f.StringVar(&e.From, "from", "", "its first `DAY`, YYYY-MM-DD")
	f.StringVar(&e.To, "to", "", "its last `DAY`, if there are several")
	return c
}

func (sh *shell) listEvents(w *workspace.Workspace) error {
	list := []claims.Event{}
	n := map[claims.EventID]int{}
	w.View(func(s *ledger.State) {
		for _, id := range s.Named {
			if e := s.Events[id]; e != nil && !e.Removed {
				list = append(list, e.Event)
			}
		}
		for _, c := range s.Live() {
			n[c.Event]++
		}
	})
	return sh.print(list, func(o io.Writer) {
		table(o, func(row func(...string)) {
			for _, e := range list {
				row(string(e.ID), first(e.From, "no date"), e.Place, e.Name, count(n[e.ID], "claim", "claims"))
			}
		})
		if len(list) == 0 {
			fmt.Fprintln(o, "No events yet: stet event NAME")
		}
	})
}
