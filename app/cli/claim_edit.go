package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/workspace"
	"stet/claims"
)

func (sh *shell) claimEditCmd() *cobra.Command {
	var text, origin, kind, note, event string
	var fix correctFlags
	c := &cobra.Command{
		Use:   "edit CLAIM",
		Short: "Change a claim's wording, origin, event or note, or correct how it is read",
		Long: `Change a claim's wording, origin, event or note, or correct what Stet read in its
words: who says it, the number, the outcome, whom it counts, place and date. What
Stet read is kept; where the same words stand in another version of the article,
the corrected reading is proposed. --as-read takes Stet's reading back.`,
		Example: "  stet claim edit k3p7x --speaker 'Mayor Anna Kade'\n  stet claim edit k3p7x --range 'at least 12' --place Norrby\n  stet claim edit k3p7x --origin 'regional fire service' --origin-kind 'rescue service'",
		Args:    needs(1, 1, "one claim"),
		RunE: func(c *cobra.Command, args []string) error {
			changed := c.Flags().Changed
			edits := changed("text") || changed("origin") || changed("origin-kind") || changed("note") || changed("event")
			switch {
			case !edits && !fix.given(c):
				return usagef("say what to change: --speaker, --range, --outcome, --population, --place, --date, --text, --origin, --origin-kind, --event or --note")
			case edits && fix.given(c):
				return usagef("a correction of the reading is an act of its own; leave --text, --origin, --origin-kind, --event and --note to another command")
			}
			if err := known(&kind, "kind of origin", claims.OriginKinds); err != nil {
				return err
			}
			return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
				if err := live(w, args[0]); err != nil {
					return err
				}
				if fix.given(c) {
					if err := sh.correct(ctx, c, w, claims.ID(args[0]), fix); err != nil {
						return err
					}
					return sh.made(w, claims.ID(args[0]))
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
	fix.add(c)
	f := c.Flags()
	f.StringVar(&text, "text", "", "its `WORDING`")
	f.StringVar(&origin, "origin", "", "`WHO` asserts it")
	f.StringVar(&kind, "origin-kind", "", "what `KIND` of origin: official, military, rescue service, hospital or morgue, UN, NGO, witness, social post, document")
	f.StringVar(&note, "note", "", "a `NOTE` for colleagues")
	f.StringVar(&event, "event", "", "the `EVENT` it is about (stet event lists them)")
	return c
}

// correct gives a claim the reading that the flags say.
func (sh *shell) correct(ctx context.Context, c *cobra.Command, w *workspace.Workspace, id claims.ID, fix correctFlags) error {
	if fix.asRead {
		if err := w.TakeReading(ctx, id); err != nil {
			return err
		}
	}
	x, err := w.Claim(id)
	if err != nil {
		return err
	}
	base := w.Now()
	if x.Made != nil {
		v, err := w.Version(x.Made.Version)
		if err != nil {
			return err
		}
		base = v.Date()
	}
	body, err := fix.correct(c, x.Body, base)
	if err != nil {
		return err
	}
	return w.Correct(ctx, id, body)
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
