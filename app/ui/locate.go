//go:build e2e

package ui

import (
	"bufio"
	"encoding/json"
	"net"
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	ttwidget "github.com/dweymouth/fyne-tooltip/widget"

	"stet/app/present"
	"stet/app/ui/textview"
	"stet/claims"
	"stet/index/source"
)

// socketVariable names the environment variable that holds the path of the
// socket on which this build says what is where.
const socketVariable = "STET_E2E_SOCKET"

// Box is something in the window, in pixels from its upper left corner.
type Box struct {
	X, Y, W, H int
	Text       string
	Disabled   bool
}

// Report is what the window shows, as tests ask for it.
type Report struct {
	Desk     string
	ReadOnly bool
	Opening  bool
	Job      string
	Toast    string
	Status   string
	Route    present.Route
	Version  source.VersionID // in the reading pane
	Selected string
	Query    string
	Hits     int
	Rows     int
	Cards    int
	Open     int // cards nobody decided on
	Current  int
	Claim    claims.ID
	Counts   present.Counts
	Findings int
	Dialogs  int
	Theme    present.Theme
	Busy     bool // something is being loaded
	W, H     int  // of the window
}

// serve answers one question a line with one line of JSON:
//
//	state               a Report
//	text WORDS          boxes of texts and buttons that hold the words
//	action ID           boxes of the buttons of an action
//	words WORDS         box of the words in the reading panes, if in sight
//	scroll WORDS        brings them into sight
//	entry HINT          boxes of fields by placeholder or text
func (w *Window) serve() {
	path := os.Getenv(socketVariable)
	if path == "" {
		return
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		w.shell.Fail(err)
		return
	}
	w.shell.Sched.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			w.shell.Sched.Go(func() { w.answerAll(c) })
		}
	})
}

func (w *Window) answerAll(c net.Conn) {
	defer func() { _ = c.Close() }()
	in := bufio.NewScanner(c)
	for in.Scan() {
		verb, arg, _ := strings.Cut(in.Text(), " ")
		answer := make(chan any, 1)
		w.shell.Sched.Post(func() { answer <- w.answer(verb, arg) })
		if json.NewEncoder(c).Encode(<-answer) != nil {
			return
		}
	}
}

func (w *Window) answer(verb, arg string) any {
	switch verb {
	case "state":
		return w.report()
	case "text":
		return w.boxes(func(o fyne.CanvasObject) (string, bool) {
			t := textOf(o)
			return t, t != "" && strings.Contains(t, arg)
		})
	case "entry":
		return w.boxes(func(o fyne.CanvasObject) (string, bool) {
			e := entryOf(o)
			return textOf(o), e != nil && (strings.Contains(e.PlaceHolder, arg) || strings.Contains(e.Text, arg))
		})
	case "action":
		out := []Box{}
		for _, b := range w.buttons {
			if string(b.id) == arg {
				out = append(out, w.boxes(func(o fyne.CanvasObject) (string, bool) { return b.Text, o == fyne.CanvasObject(b.Button) })...)
			}
		}
		return out
	case "words", "scroll":
		return w.wordBoxes(verb == "scroll", arg)
	}
	return map[string]string{"error": "unknown question " + verb}
}

func (w *Window) report() Report {
	s := w.shell
	r := Report{Opening: s.Opening, Status: s.Status(), Route: s.Route, Version: w.reader.Version.ID, Selected: s.Selected.Text,
		Query: w.sources.Query, Rows: len(w.sources.Rows), Cards: len(w.reader.Cards), Current: w.reader.Current, Claim: s.Route.Claim,
		Counts: s.Counts, Findings: len(s.Findings), Dialogs: len(w.win.Canvas().Overlays().List()), Theme: s.Settings.Theme,
		Busy: w.sources.Busy || w.reader.Loading}
	size, k := w.win.Canvas().Size(), w.win.Canvas().Scale()
	r.W, r.H = int(size.Width*k), int(size.Height*k)
	r.Open, _ = w.reader.Count("")
	if s.Desk != nil {
		r.Desk, r.ReadOnly = s.Desk.Dir(), s.Desk.ReadOnly()
	}
	if s.Jobs.Now != nil {
		r.Job = s.Jobs.Now.Title
	}
	if s.Toasts.Now != nil {
		r.Toast = s.Toasts.Now.Text
	}
	if w.sources.Results != nil {
		r.Hits = len(w.sources.Results.Hits)
	}
	return r
}

// boxes lists what is in sight and matches; what is in front comes last.
func (w *Window) boxes(match func(fyne.CanvasObject) (string, bool)) []Box {
	out := []Box{}
	seen := map[fyne.CanvasObject]bool{}
	roots := append([]fyne.CanvasObject{w.win.Content()}, w.win.Canvas().Overlays().List()...)
	for _, root := range roots {
		w.walk(root, func(o fyne.CanvasObject) {
			if text, ok := match(o); ok && !seen[o] {
				seen[o] = true
				b := w.box(o)
				b.Text = text
				if d, ok := o.(fyne.Disableable); ok {
					b.Disabled = d.Disabled()
				}
				out = append(out, b)
			}
		})
	}
	return out
}

func (w *Window) box(o fyne.CanvasObject) Box {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	k := w.win.Canvas().Scale()
	return Box{X: int(at.X * k), Y: int(at.Y * k), W: int(o.Size().Width * k), H: int(o.Size().Height * k)}
}

func (w *Window) walk(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	f(o)
	switch x := o.(type) {
	case *fyne.Container:
		for _, c := range x.Objects {
			w.walk(c, f)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			w.walk(c, f)
		}
	}
}

// wordBoxes finds words in the reading panes in sight.
func (w *Window) wordBoxes(scroll bool, words string) []Box {
	out := []Box{}
	w.walk(w.win.Content(), func(o fyne.CanvasObject) {
		v, ok := o.(*textview.View)
		if !ok {
			return
		}
		at := strings.Index(v.Text().Body, words)
		if at < 0 {
			return
		}
		if scroll {
			v.ScrollTo(source.Span{Start: at, End: at + len(words)}, textview.Centre)
		}
		from, high, ok1 := v.Caret(at)
		to, _, ok2 := v.Caret(at + len(words))
		if !ok1 || !ok2 {
			return
		}
		b, k := w.box(v), w.win.Canvas().Scale()
		width := to.X - from.X
		if to.Y > from.Y {
			width = 0 // they go on in the next line
		}
		out = append(out, Box{X: b.X + int(from.X*k), Y: b.Y + int(from.Y*k), W: int(width * k), H: int(high * k), Text: strconv.Itoa(at)})
	})
	return out
}

func textOf(o fyne.CanvasObject) string {
	switch x := o.(type) {
	case *prose:
		return x.Text
	case *said:
		return x.AccessibilityLabel()
	case *widget.Button:
		return x.Text
	case *dialogButton:
		return x.Text
	case *ttwidget.Button:
		return x.Text
	case *widget.Label:
		return x.Text
	case *widget.Select:
		return x.Selected
	case *dialogSelect:
		return x.Selected
	case *widget.Check:
		return x.Text
	case *dialogCheck:
		return x.Text
	}
	if e := entryOf(o); e != nil {
		return e.Text
	}
	return ""
}

func entryOf(o fyne.CanvasObject) *widget.Entry {
	switch x := o.(type) {
	case *widget.Entry:
		return x
	case *searchEntry:
		return &x.Entry
	case *fieldEntry:
		return &x.Entry
	}
	return nil
}
