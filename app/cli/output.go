package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/rivo/uniseg"

	"stet/app/workspace"
	"stet/index/source"
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

// said prints that something was done: a sentence, or fields with --json.
func (sh *shell) said(fields map[string]any, format string, args ...any) error {
	return sh.print(fields, func(w io.Writer) { fmt.Fprintf(w, format+"\n", args...) })
}

// lastError is a writer that keeps its first error, so that a full disk behind
// standard output is not taken for success.
type lastError struct {
	w   io.Writer
	err error
}

func (l *lastError) Write(p []byte) (int, error) {
	n, err := l.w.Write(p)
	if err != nil && l.err == nil {
		l.err = err
	}
	return n, err
}

// table writes columns two spaces apart, each as wide as its widest cell that
// has another to its right. Lines have no spaces at their end.
func table(w io.Writer, rows func(row func(cells ...string))) {
	var all [][]string
	var wide []int
	rows(func(cells ...string) {
		for len(cells) > 0 && cells[len(cells)-1] == "" {
			cells = cells[:len(cells)-1]
		}
		all = append(all, isolated(cells))
		for i := range max(0, len(cells)-1) {
			if i == len(wide) {
				wide = append(wide, 0)
			}
			wide[i] = max(wide[i], uniseg.StringWidth(cells[i]))
		}
	})
	var b strings.Builder
	for _, cells := range all {
		for i, c := range cells {
			b.WriteString(c)
			if i < len(cells)-1 {
				b.WriteString(strings.Repeat(" ", wide[i]-uniseg.StringWidth(c)+2))
			}
		}
		b.WriteByte('\n')
	}
	_, _ = io.WriteString(w, b.String()) // lastError keeps the error
}

// count words a number of things: "1 passage", "2 passages".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
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
		if now := sh.env.Now(); done < total && now.Sub(last) < progressEvery {
			return
		} else {
			last = now
		}
		drawn = true
		fmt.Fprintf(f, "\r\x1b[K%s %d of %d  %s", what, done, total, source.Brief(item, 50))
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
