package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"stet/app/workspace"
)

// print writes v as JSON with --json, else calls people.
func (sh *shell) print(v any, people func(w io.Writer)) error {
	if !sh.json {
		people(sh.env.Stdout)
		return nil
	}
	enc := json.NewEncoder(sh.env.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// table writes aligned columns separated by two spaces.
func table(w io.Writer, rows func(row func(cells ...string))) {
	tw := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	rows(func(cells ...string) { fmt.Fprintln(tw, strings.Join(cells, "\t")) })
	_ = tw.Flush() // an error of w shows at the next write
}

// short cuts a line for a table, in code points.
func short(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02")
}

// progressEvery is how often a long piece of work tells how far it is: seldom
// enough to read and to cost nothing.
const progressEvery = 200 * time.Millisecond

// progress draws how far a long piece of work is on a terminal's error stream,
// and nothing when that is not a terminal.
func (sh *shell) progress(what string) (workspace.OnItem, func()) {
	f, ok := sh.env.Stderr.(*os.File)
	if !ok {
		return nil, func() {}
	}
	if st, err := f.Stat(); err != nil || st.Mode()&os.ModeCharDevice == 0 {
		return nil, func() {}
	}
	var last time.Time
	drawn := false
	on := func(done, total int, item string) {
		if now := time.Now(); done < total && now.Sub(last) < progressEvery {
			return
		} else {
			last = now
		}
		drawn = true
		fmt.Fprintf(f, "\r\x1b[K%s %d of %d  %s", what, done, total, short(item, 50))
	}
	return on, func() {
		if drawn {
			fmt.Fprint(f, "\r\x1b[K")
		}
	}
}

// refresh brings the index up to date, with progress.
func (sh *shell) refresh(ctx context.Context, w *workspace.Workspace) error {
	on, done := sh.progress("indexing")
	defer done()
	return w.Refresh(ctx, on)
}
