package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"stet/app/explain"
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
a claim to an event; 'stet toll' finds the figures about it by its place and days.`,
		Example: "  stet event\n  stet event 'Fire at Norrby harbour' --place Norrby --from 2025-05-01",
		Args:    needs(0, 1, "one event, in quotation marks"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return sh.with(c, reads, func(_ context.Context, w *workspace.Workspace) error { return sh.listEvents(w) })
			}
			e.Name = args[0]
			if err := e.Sound(); err != nil {
				return usageError{err}
			}
			if e.Place == "" && e.From == "" {
				return usagef("say where or when it was, --place or --from: figures are found by them")
			}
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
	eventFlags(c, &e)
	c.AddCommand(sh.eventEditCmd(), sh.eventRemoveCmd(), sh.eventAcceptCmd())
	return c
}

// eventFlags are the flags that say what an event is.
func eventFlags(c *cobra.Command, e *claims.Event) {
	f := c.Flags()
	f.StringVar(&e.Place, "place", "", "the `PLACE` where it happened; part several by semicolons")
	f.StringVar(&e.From, "from", "", "its first `DAY`, YYYY-MM-DD")
	f.StringVar(&e.To, "to", "", "its last `DAY`, if there are several")
	f.StringVar(&e.Cause, "cause", "", "what `HAPPENED`: fire, shelling")
	f.BoolVar(&e.Open, "open", false, "it goes on: counts run from its first day")
}

// eventChange is the edit that the flags ask for; ok is false if they ask for none.
func eventChange(c *cobra.Command, to claims.Event) (edit func(*claims.Event), ok bool) {
	f := c.Flags()
	for _, name := range []string{"name", "place", "from", "to", "cause", "open"} {
		ok = ok || f.Changed(name)
	}
	return func(e *claims.Event) {
		for name, set := range map[string]func(){
			"name": func() { e.Name = to.Name }, "place": func() { e.Place = to.Place }, "from": func() { e.From = to.From },
			"to": func() { e.To = to.To }, "cause": func() { e.Cause = to.Cause }, "open": func() { e.Open = to.Open },
		} {
			if f.Changed(name) {
				set()
			}
		}
	}, ok
}

func (sh *shell) eventEditCmd() *cobra.Command {
	var e claims.Event
	c := &cobra.Command{
		Use:     "edit EVENT",
		Short:   "Change the name, place, days or cause of an event",
		Long:    "Change the name, place, days or cause of an event. Its toll board is made anew.",
		Example: "  stet event edit d7j4c --name 'Fire in Norrby harbour' --cause fire",
		Args:    needs(1, 1, "the event"),
		RunE: func(c *cobra.Command, args []string) error {
			edit, ok := eventChange(c, e)
			if !ok {
				return usagef("say what to change: --name, --place, --from, --to, --cause or --open")
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				id := claims.EventID(args[0])
				if err := w.EditEvent(ctx, id, edit); err != nil {
					return explain.WithHint(err, "stet event lists them.")
				}
				return sh.printEvent(w, id)
			})
		},
	}
	c.Flags().StringVar(&e.Name, "name", "", "what it is `CALLED`")
	eventFlags(c, &e)
	return c
}

func (sh *shell) eventRemoveCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "remove EVENT",
		Short:   "Take an event without claims off the desk",
		Long:    "Take an event without claims off the desk. 'stet undo' brings it back.",
		Example: "  stet event remove d7j4c",
		Args:    needs(1, 1, "the event"),
		RunE: func(c *cobra.Command, args []string) error {
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if err := w.RemoveEvent(ctx, claims.EventID(args[0])); err != nil {
					return err
				}
				return sh.said(map[string]any{"removed": args[0]}, "removed event %s", args[0])
			})
		},
	}
}

func (sh *shell) eventAcceptCmd() *cobra.Command {
	var e claims.Event
	c := &cobra.Command{
		Use:     "accept KEY",
		Short:   "Make an event of a proposed one",
		Long:    "Make an event of one that the figures propose; 'stet toll' lists them with their keys.",
		Example: "  stet event accept '?norrby/2025-05-01' --name 'Fire at Norrby harbour'",
		Args:    needs(1, 1, "the key of a proposed event"),
		RunE: func(c *cobra.Command, args []string) error {
			edit, _ := eventChange(c, e)
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if err := sh.readFigures(ctx, w); err != nil {
					return err
				}
				id, err := w.AcceptEvent(ctx, args[0], edit)
				if err != nil {
					return explain.WithHint(err, "stet toll lists the proposed events.")
				}
				return sh.printEvent(w, id)
			})
		},
	}
	c.Flags().StringVar(&e.Name, "name", "", "what to `CALL` it")
	eventFlags(c, &e)
	return c
}

func (sh *shell) printEvent(w *workspace.Workspace, id claims.EventID) error {
	e, err := w.Event(id)
	if err != nil {
		return err
	}
	return sh.print(e, func(o io.Writer) { fmt.Fprintf(o, "%s  %s\n", id, e.Name) })
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
			fmt.Fprintln(o, "No events yet: stet event NAME --place PLACE --from DAY")
		}
	})
}
