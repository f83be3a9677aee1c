package cli

import (
	"fmt"
	"io"
	"strings"

	"stet/app/workspace"
	"stet/claims/toll"
	"stet/index/source"
)

// printBoard writes a toll board for people.
func printBoard(o io.Writer, b workspace.TollBoard, all bool) {
	head := b.Event.Name
	if b.Proposed {
		head += " (proposed)"
	}
	fmt.Fprintf(o, "%s\n%s\n", head, strings.Join(without("", b.Event.Place, toll.WindowWords(b.Event, ""), count(b.Articles, "article", "articles"), count(b.Outlets, "outlet", "outlets")), ", "))
	for _, g := range b.Groups {
		fmt.Fprintf(o, "\n%s: %s, %s", toll.Heading(b.Event, g), g.State, g.Said())
		if g.Sources > 0 {
			fmt.Fprintf(o, " (%s)", count(g.Sources, "independent source", "independent sources"))
		}
		fmt.Fprintln(o)
		table(o, func(row func(...string)) {
			for _, r := range g.Rows {
				printRow(row, r, "  ")
			}
		})
	}
	printRows(o, "Not compared", b.Aside)
	if all {
		printRows(o, "Left out by hand", b.Left)
		printRows(o, "Figures near it that may be joined", b.Near)
	}
	open := 0
	shown := 0
	for _, f := range b.Flags {
		if f.Open() {
			open++
		}
		if (f.Settled || f.Raised != "") && !all {
			continue
		}
		if shown++; shown == 1 {
			fmt.Fprintln(o)
		}
		fmt.Fprintf(o, "%s: %s%s\n", f.Rule, f.Why, flagState(f))
		if f.Reason != "" {
			fmt.Fprintf(o, "    reason: %s\n", f.Reason)
		}
		fmt.Fprintf(o, "    figures %s\n    key %s\n", strings.Join(f.Rows, ", "), f.Key)
	}
	fmt.Fprintf(o, "\n%s\n", count(open, "open alarm", "open alarms"))
}

func flagState(f workspace.TollFlag) string {
	switch {
	case f.Settled:
		return "  (dismissed: " + f.Note + ")"
	case f.Raised != "":
		return "  (raised as flag " + string(f.Raised) + ")"
	case f.Level == toll.Note:
		return "  (note)"
	}
	return ""
}

func printRows(o io.Writer, head string, list []toll.Row) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(o, "\n%s\n", head)
	table(o, func(row func(...string)) {
		for _, r := range list {
			printRow(row, r, "  ")
		}
	})
}

// printRow writes a row, then what hangs under it.
func printRow(row func(...string), r toll.Row, indent string) {
	mark := string(r.Standing)
	if r.Role != toll.Toll {
		mark = string(r.Role)
	}
	row(indent+toll.Say(r.Range), "“"+source.Brief(r.Words, 40)+"”", strings.Join(r.Chain, " > "), r.At.UTC().Format("2006-01-02 15:04"), r.ID, mark)
	for _, x := range r.Parts {
		printRow(row, x, indent+"  ")
	}
	for _, x := range r.Copies {
		printRow(row, x, indent+"= ")
	}
	for _, x := range r.Earlier {
		printRow(row, x, indent+"← ")
	}
}

func without(not string, list ...string) []string {
	var out []string
	for _, s := range list {
		if s != not {
			out = append(out, s)
		}
	}
	return out
}
