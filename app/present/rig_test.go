package present

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/app/workspace"
	"stet/claims/ledger"
	"stet/index/source"
)

// rig is a shell on a desk, without a window: whatever is asynchronous waits in
// the queue until the test lets it run.
type rig struct {
	*Shell
	t        *testing.T
	q        *Queue
	dir      string
	saved    []byte
	problems []Problem
	asked    []string
	answer   func() // of the last question, if it has an answer without content
	text     func(string)
	pick     func(int)
	options  []Option
	copied   string
	form     func(answers ...string)
}

// today is the time at every test's desk.
var today = time.Date(2025, 5, 20, 9, 0, 0, 0, time.UTC)

func newRig(t *testing.T) *rig {
	t.Helper()
	return rigIn(t, t.TempDir(), nil)
}

// rigIn is a rig whose desks are in a folder and whose settings were saved.
func rigIn(t *testing.T, dir string, saved []byte) *rig {
	t.Helper()
	r := &rig{t: t, q: NewQueue(), dir: dir, saved: saved}
	settings := LoadSettings(r.q, Keeper{Load: func() ([]byte, error) { return r.saved, nil }, Save: func(b []byte) error { r.saved = b; return nil }})
	settings.Introduce(ledger.Who{Name: "Ana Ruiz", Role: ledger.Editor})
	r.Shell = NewShell(r.q, settings, func(dir string) workspace.Config {
		return workspace.Config{Dir: dir, Now: func() time.Time { return today }}
	})
	r.Folders = Folders{Sample: filepath.Join(dir, "sample"), Desks: filepath.Join(dir, "desks")}
	r.Ask.Tell = func(p Problem) { r.problems = append(r.problems, p) }
	r.Ask.Confirm = func(title, _, _ string, then func()) { r.asked = append(r.asked, title); r.answer = then }
	r.Ask.Text = func(q TextQuestion, then func(string)) { r.asked = append(r.asked, q.Title); r.text = then }
	r.Ask.Pick = func(title string, o []Option, then func(int)) {
		r.asked, r.options, r.pick = append(r.asked, title), o, then
	}
	r.Ask.Form = func(q FormQuestion, then func([]string)) {
		r.asked, r.form = append(r.asked, q.Title), func(answers ...string) {
			if wrong := q.Check(answers); wrong != "" {
				r.problems = append(r.problems, Problem{What: wrong})
				return
			}
			then(answers)
			r.settle()
		}
	}
	r.Ask.Copy = func(s string) { r.copied = s }
	t.Cleanup(func() {
		r.CloseDesk(func() {})
		r.q.Settle()
	})
	return r
}

// open opens a new desk.
func (r *rig) open() *rig {
	r.t.Helper()
	r.OpenDesk(DeskRequest{Dir: filepath.Join(r.dir, "desk"), Create: true, Name: "Harbour fire"})
	r.settle()
	if r.Desk == nil {
		r.t.Fatalf("the desk did not open: %+v", r.problems)
	}
	return r
}

func (r *rig) settle() { r.q.Settle() }

// bring puts texts on the desk, each as a file, and gives their names.
func (r *rig) bring(role source.Role, rule workspace.VersionRule, texts ...string) []source.VersionID {
	r.t.Helper()
	dir := r.t.TempDir()
	var ids []source.VersionID
	for i, text := range texts {
		path := filepath.Join(dir, string(rune('a'+i))+".txt")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			r.t.Fatal(err)
		}
		done, err := r.Desk.Import(context.Background(), []string{path}, workspace.ImportOptions{Role: role, Versions: rule, Outlet: "Coastal Wire"})
		if err != nil || len(done) != 1 || done[0].Err != nil {
			r.t.Fatalf("importing: %v, %+v", err, done)
		}
		ids = append(ids, done[0].Version)
	}
	r.settle()
	return ids
}

// run does an action and lets everything settle.
func (r *rig) run(id ActionID) {
	r.t.Helper()
	if !r.Run(id) {
		r.t.Fatalf("%s is not possible here", id)
	}
	r.settle()
}

// Two versions of a story and an article of another outlet, written for these
// tests.
const (
	fireV1 = `Fire at Norrby harbour kills 12

NORRBY, 3 May 2025 (Coastal Wire) - At least 12 people were killed when a fire broke out at the harbour of Norrby on Saturday, the fire service said.

"We lost good people tonight," fire chief Anders Holm told reporters.

The cold store at the end of the quay burned for nine hours, and the roof of the hall beside it fell in before dawn.
`
	fireV2 = `Fire at Norrby harbour kills 15

NORRBY, 3 May 2025 (Coastal Wire) - At least 15 people were killed when a fire broke out at the harbour of Norrby on Saturday, the fire service said.

"We lost good people tonight," fire chief Anders Holm told reporters.

The cold store at the end of the quay burned for nine hours, and the roof of the hall beside it fell in before dawn.
`
	strike = `Ferry crews end strike

VESTMARK, 7 June 2025 - Ferry crews returned to work on Saturday after eleven days, their union said.

"Nobody wins a strike like this," said union leader Ida Falk.
`
)

// spanOf is where words stand in the version that is read.
func spanOf(t *testing.T, body, words string) source.Span {
	t.Helper()
	i := strings.Index(body, words)
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return source.Span{Start: i, End: i + len(words)}
}
