package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/concordance"
	"stet/claims/match"
	"stet/index/source"
)

// utteranceJSON is an utterance as --json prints it.
type utteranceJSON struct {
	Key         string          `json:"key"`
	Speaker     string          `json:"speaker"`
	Venue       string          `json:"venue,omitempty"`
	Outlets     int             `json:"outlets"`
	Independent int             `json:"independent"`
	House       bool            `json:"house,omitempty"` // the checked story's own outlet quotes it too and is not counted
	Differing   int             `json:"differing"`
	Because     string          `json:"because"` // why the source is the best one
	Chosen      bool            `json:"chosen,omitempty"`
	Source      renderingJSON   `json:"source"`
	Renderings  []renderingJSON `json:"renderings"`
	Reporting   int             `json:"reporting"`         // outlets that report it and do not quote it
	Reports     []renderingJSON `json:"reports,omitempty"` // in other words, not quoted
}

type renderingJSON struct {
	Place      source.Place    `json:"place"`
	Key        string          `json:"key"`
	Outlet     string          `json:"outlet"`
	Date       string          `json:"date"`
	Versions   []int           `json:"versions"`
	Speaker    string          `json:"speaker"`
	Words      string          `json:"words"`
	Named      string          `json:"named,omitempty"`      // the speaker, spelt otherwise than by most
	Translated bool            `json:"translated,omitempty"` // it or the source is said to be a translation
	Differs    match.DiffKind  `json:"differs,omitempty"`    // of a report: negation, number or modal
	Story      bool            `json:"story,omitempty"`
	Gone       int             `json:"gone,omitempty"` // the first later version without it
	Relation   match.Relation  `json:"relation,omitempty"`
	Matters    bool            `json:"matters"`
	Why        string          `json:"why,omitempty"`
	Pieces     []pieceJSON     `json:"pieces,omitempty"`
	Older      []renderingJSON `json:"older,omitempty"`
	Copies     []renderingJSON `json:"copies,omitempty"`
}

type pieceJSON struct {
	Kind match.DiffKind `json:"kind,omitempty"`
	Text string         `json:"text,omitempty"`
	Lost string         `json:"lost,omitempty"`
}

func utteranceOut(u *concordance.Utterance) utteranceJSON {
	out := utteranceJSON{Key: u.Key, Speaker: u.Speaker, Venue: u.Venue, Outlets: u.Outlets, Independent: u.Independent, House: u.House,
		Differing: u.Differing(), Because: u.Because, Chosen: u.Chosen, Source: renderingOut(&u.Source), Renderings: renderingsOut(u.Rows),
		Reporting: u.Reporting, Reports: renderingsOut(u.Reports)}
	if out.Renderings == nil {
		out.Renderings = []renderingJSON{}
	}
	return out
}

func renderingsOut(list []concordance.Rendering) []renderingJSON {
	var out []renderingJSON
	for i := range list {
		out = append(out, renderingOut(&list[i]))
	}
	return out
}

func renderingOut(r *concordance.Rendering) renderingJSON {
	out := renderingJSON{Place: r.Place(), Key: r.Key(), Outlet: r.Outlet, Date: day(r.At), Versions: r.Versions, Speaker: r.Speaker, Words: r.Words,
		Named: r.Named, Translated: r.Translated, Differs: r.Differs, Story: r.Story, Gone: r.Gone, Relation: r.Relation, Matters: r.Matters(), Why: r.Why, Older: renderingsOut(r.Older), Copies: renderingsOut(r.Copies)}
	for _, p := range r.Pieces {
		out.Pieces = append(out.Pieces, pieceJSON(p))
	}
	return out
}

func (sh *shell) quotesCmd() *cobra.Command {
	var f concordance.Filter
	var claim, choose, unchoose, order string
	var markdown bool
	c := &cobra.Command{
		Use:   "quotes [WORDS]",
		Short: "List what was said, and how everybody prints it",
		Long: `List what was said and how every outlet and version prints it: the best source,
and the other renderings beside it, earliest first. Copies and older versions are
folded. Below them stands who reports the words without quoting them; that is no
misquotation, but a number, a negation or a "may" that differs is flagged. Without
--all, only what is printed more than once is listed.

The best source is the one chosen with --choose, else one attached as a primary
source, else by rules: not the story being checked, the article's last version,
the longest, uncut, the words most independent sources have, the original rather
than a copy, printed first. If that leaves several, it says that they tie.`,
		Example: "  stet quotes --differing\n  stet quotes 'must rebuild' --speaker Lindqvist\n  stet quotes --claim k3p7x --json\n  stet quotes --choose a7k3p@2:140",
		RunE: func(c *cobra.Command, args []string) error {
			f.Text = strings.Join(args, " ")
			if claim != "" && (f.Text != "" || f.Speaker != "") {
				return usagef("name a claim, or give words or a speaker, not both")
			}
			if choose != "" || unchoose != "" {
				return sh.chooseSource(c, choose, unchoose)
			}
			by, err := oneOf("order", order, []string{"difference", "time", "speaker"})
			if err != nil {
				return err
			}
			return sh.with(c, reads, func(ctx context.Context, w *workspace.Workspace) error {
				list, err := sh.utterances(ctx, w, f, claim)
				if err != nil {
					return err
				}
				concordance.Sort(list, map[string]concordance.Order{"time": concordance.ByTime, "speaker": concordance.BySpeaker}[by])
				out := make([]utteranceJSON, len(list))
				for i, u := range list {
					out[i] = utteranceOut(u)
				}
				return sh.print(out, func(o io.Writer) { printUtterances(o, list, markdown) })
			})
		},
	}
	fs := c.Flags()
	fs.StringVar(&claim, "claim", "", "the utterance that this `CLAIM` quotes")
	fs.StringVar(&f.Speaker, "speaker", "", "only what this `NAME` says, in some rendering")
	fs.BoolVar(&f.Differing, "differing", false, "only if a rendering differs in substance")
	fs.BoolVar(&f.Once, "all", false, "what is printed once too")
	fs.StringVar(&order, "order", "difference", "`ORDER`: difference, time or speaker")
	fs.BoolVar(&markdown, "markdown", false, "print Markdown")
	fs.StringVar(&choose, "choose", "", "make the rendering at `VERSION:BYTE` (a key of --json) the best source")
	fs.StringVar(&unchoose, "unchoose", "", "go back to the rules for the quote at `VERSION:BYTE`")
	return c
}

// utterances are those a filter or a claim names.
func (sh *shell) utterances(ctx context.Context, w *workspace.Workspace, f concordance.Filter, claim string) ([]*concordance.Utterance, error) {
	onItem, done := sh.progress("reading quotes")
	defer done()
	if claim != "" {
		if err := live(w, claim); err != nil {
			return nil, err
		}
		u, err := w.UtteranceOf(ctx, claims.ID(claim), onItem)
		if err != nil {
			return nil, err
		}
		return []*concordance.Utterance{&u}, nil
	}
	all, err := w.Utterances(ctx, onItem)
	if err != nil {
		return nil, err
	}
	var out []*concordance.Utterance
	for i := range all {
		if f.Fits(&all[i]) {
			out = append(out, &all[i])
		}
	}
	return out, nil
}

func printUtterances(o io.Writer, list []*concordance.Utterance, markdown bool) {
	if len(list) == 0 {
		fmt.Fprintln(o, "No quote fits. Without --all, only what is printed more than once is listed.")
		return
	}
	for i, u := range list {
		if i > 0 {
			fmt.Fprintln(o)
		}
		if markdown {
			fmt.Fprint(o, u.Markdown())
			continue
		}
		fmt.Fprint(o, u.Plain())
	}
	if !markdown {
		fmt.Fprintf(o, "\n%s: %s\n", count(len(list), "utterance", "utterances"), concordance.PlainKey)
	}
}

// chooseSource makes a rendering the best source, or leaves it to the rules.
func (sh *shell) chooseSource(c *cobra.Command, choose, unchoose string) error {
	if choose != "" && unchoose != "" {
		return usagef("choose a source or go back to the rules, not both")
	}
	key := first(choose, unchoose)
	version, at, ok := strings.Cut(key, ":")
	id, err := source.ParseVersionID(version)
	start, err2 := strconv.Atoi(at)
	if !ok || err != nil || err2 != nil || id.N == 0 {
		return usagef("%q is no key of a rendering; stet quotes --json prints them (a7k3p@2:140)", key)
	}
	return sh.with(c, writes, func(ctx context.Context, w *workspace.Workspace) error {
		list, err := w.Utterances(ctx, nil)
		if err != nil {
			return err
		}
		p := source.Place{Version: id, Span: source.Span{Start: start, End: start + 1}}
		u := workspace.UtteranceAt(list, p)
		if u == nil {
			return explain.WithHint(fmt.Errorf("no quote stands at %s", key), "stet quotes --all --json prints where they stand.")
		}
		r := u.Holds(p)
		if err := w.ChooseSource(ctx, *u, *r, choose != ""); err != nil {
			return err
		}
		if choose != "" {
			return sh.said(map[string]any{"utterance": u.Key, "source": r.Key()}, "%s  is now the best source: %s", r.Key(), source.Brief(r.Words, 80))
		}
		return sh.said(map[string]any{"utterance": u.Key}, "%s  is left to the rules again", u.Key)
	})
}
