package ui

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/app/workspace"
	"stet/claims/ledger"
)

// rig is a window on a desk without a screen: whatever is asynchronous waits in
// the queue until the test lets it run.
type rig struct {
	t     *testing.T
	q     *present.Queue
	shell *present.Shell
	w     *Window
	dir   string
	saved []byte // the settings file
}

// now is the time at every test's desk.
var now = time.Date(2025, 5, 20, 9, 0, 0, 0, time.UTC)

// newRig makes a window without a desk.
func newRig(t *testing.T) *rig { return newRigIn(t, test.NewTempApp(t)) }

func newRigIn(t *testing.T, app fyne.App) *rig {
	t.Helper()
	t.Setenv("LANG", "en_US.UTF-8")
	r := &rig{t: t, q: present.NewQueue(), dir: t.TempDir()}
	keeper := present.Keeper{Load: func() ([]byte, error) { return r.saved, nil }, Save: func(b []byte) error { r.saved = b; return nil }}
	settings := present.LoadSettings(r.q, keeper)
	settings.Introduce(ledger.Who{Name: "Ana Ruiz", Role: ledger.Editor})
	settings.Theme = present.ThemeLight
	settings.Width, settings.Height = 1280, 800
	r.shell = present.NewShell(r.q, settings, func(dir string) workspace.Config {
		return workspace.Config{Dir: dir, Now: func() time.Time { return now }}
	})
	r.shell.Folders = present.Folders{Sample: filepath.Join(r.dir, "sample"), Desks: filepath.Join(r.dir, "desks")}
	r.w = New(app, r.shell)
	r.w.win.Resize(fyne.NewSize(1280, 800))
	r.w.Show()
	t.Cleanup(func() {
		r.shell.CloseDesk(func() {})
		r.q.Settle()
		r.w.win.Close()
	})
	r.q.Settle()
	return r
}

// onSample is a window on the sample desk.
func onSample(t *testing.T) *rig {
	t.Helper()
	r := newRig(t)
	copySample(t, r.shell.Folders.Sample)
	r.shell.Begin("")
	r.settle()
	if r.shell.Desk == nil {
		t.Fatal("the sample desk did not open")
	}
	return r
}

// onEmpty is a window on a desk without anything.
func onEmpty(t *testing.T) *rig {
	t.Helper()
	r := newRig(t)
	r.shell.OpenDesk(present.DeskRequest{Dir: filepath.Join(r.dir, "empty"), Create: true, Name: "Empty"})
	r.settle()
	return r
}

var sampleMade string

// copySample copies the sample desk, which is made once.
func copySample(t *testing.T, to string) {
	t.Helper()
	if sampleMade == "" {
		dir, err := os.MkdirTemp("", "stet-sample-")
		if err != nil {
			t.Fatal(err)
		}
		w, err := workspace.Sample(context.Background(), workspace.Config{Dir: filepath.Join(dir, "desk")}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		sampleMade = filepath.Join(dir, "desk")
	}
	if err := os.CopyFS(to, os.DirFS(sampleMade)); err != nil {
		t.Fatal(err)
	}
}

func TestMain(m *testing.M) {
	code := m.Run()
	if sampleMade != "" {
		_ = os.RemoveAll(filepath.Dir(sampleMade))
	}
	os.Exit(code)
}

func (r *rig) settle() { r.q.Settle() }

// run does an action of the table and lets everything settle.
func (r *rig) run(id present.ActionID) {
	r.t.Helper()
	if !r.shell.Enabled(id) {
		r.t.Fatalf("%s is not possible here", id)
	}
	r.w.run(id)
	r.settle()
}

// key types a key that nobody has a use for.
func (r *rig) key(k fyne.KeyName) {
	r.w.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
	r.settle()
}

// shot writes what the window looks like, for people who ask for it with
// STET_SHOTS.
func (r *rig) shot(name string) {
	r.t.Helper()
	dir := os.Getenv("STET_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		r.t.Fatal(err)
	}
	if err := png.Encode(f, r.w.win.Canvas().Capture()); err != nil {
		r.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		r.t.Fatal(err)
	}
}

// find lists the objects in sight that match, overlays included.
func find[T fyne.CanvasObject](r *rig, match func(T) bool) []T {
	var out []T
	roots := append([]fyne.CanvasObject{r.w.win.Content()}, r.w.win.Canvas().Overlays().List()...)
	for _, root := range roots {
		walk(root, func(o fyne.CanvasObject) {
			if x, ok := o.(T); ok && match(x) {
				out = append(out, x)
			}
		})
	}
	return out
}

// walk calls f for every visible object below one.
func walk(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	f(o)
	switch x := o.(type) {
	case *fyne.Container:
		for _, c := range x.Objects {
			walk(c, f)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			walk(c, f)
		}
	}
}

// buttons lists the buttons in sight with a text.
func (r *rig) buttons(text string) []fyne.Tappable {
	var out []fyne.Tappable
	for _, b := range find(r, func(b *widget.Button) bool { return b.Text == text }) {
		out = append(out, b)
	}
	for _, b := range find(r, func(b *dialogButton) bool { return b.Text == text }) {
		out = append(out, b)
	}
	for _, b := range find(r, func(b *ttwidget.Button) bool { return b.Text == text }) {
		out = append(out, b)
	}
	return out
}

// press presses the button with a text that is in front.
func (r *rig) press(text string) {
	r.t.Helper()
	b := r.buttons(text)
	if len(b) == 0 {
		r.t.Fatalf("there is no button %q", text)
	}
	test.Tap(b[len(b)-1])
	r.settle()
}

// reads tells whether a text stands in the window as a whole.
func (r *rig) reads(text string) bool {
	return len(find(r, func(p *prose) bool { return p.Text == text })) > 0
}
