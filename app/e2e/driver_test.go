//go:build e2e

package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The environment that .ci/e2e sets.
const (
	binary  = "STET_BIN"   // the program, built with tag e2e
	shots   = "STET_SHOTS" // folder for the screenshots; empty: none are taken
	dropper = "STET_DROP"  // the script that drops files
)

// patience is how long something may take to become so on a busy machine.
const patience = 30 * time.Second

// box, report: as in app/ui/locate.go.
type box struct {
	X, Y, W, H int
	Text       string
	Disabled   bool
}

type report struct {
	Desk, Job, Toast, Status, Selected, Query, Version, Claim, Theme string
	ReadOnly, Opening, Busy                                          bool
	Route                                                            struct {
		Place, Version, Claim, Against, Side string
		Span                                 struct{ Start, End int }
	}
	Hits, Rows, Cards, Open, Current, Findings, Dialogs int
	W, H                                                int
	Counts                                              struct {
		Articles, Claims, Stale, Findings, Flags, Review, Reports, Acts, Entries int
	}
}

// driver is a running window and the person at it.
type driver struct {
	t    *testing.T
	home string
	cmd  *exec.Cmd
	done chan struct{} // closed when the program has ended
	out  *bytes.Buffer
	sock string
	conn net.Conn
	in   *bufio.Reader
	win  string
}

// start opens the window in a home folder.
func start(t *testing.T, home string, args ...string) *driver {
	t.Helper()
	bin := os.Getenv(binary)
	if bin == "" {
		t.Fatal("run this with make e2e")
	}
	d := &driver{t: t, home: home, out: &bytes.Buffer{}, sock: filepath.Join(t.TempDir(), "e2e.sock")}
	d.cmd = exec.Command(bin, args...)
	d.cmd.Env = append(d.env(), "STET_E2E_SOCKET="+d.sock)
	d.cmd.Stdout, d.cmd.Stderr = d.out, d.out
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	d.done = make(chan struct{})
	go func() {
		_ = d.cmd.Wait() // how it ended is in ProcessState
		close(d.done)
	}()
	t.Cleanup(func() {
		if t.Failed() {
			d.screen("failed-"+strings.ReplaceAll(t.Name(), "/", "-"), "100%x100%+0+0")
		}
		d.end(syscall.SIGTERM)
		if t.Failed() {
			t.Logf("the program said:\n%s", d.out)
		}
	})
	d.until("the socket answers", func() bool {
		c, err := net.Dial("unix", d.sock)
		if err != nil {
			return false
		}
		d.conn, d.in = c, bufio.NewReader(c)
		return true
	})
	d.until("the window is there", func() bool {
		id, err := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Stet").Output()
		d.win, _, _ = strings.Cut(strings.TrimSpace(string(id)), "\n")
		return err == nil && d.win != ""
	})
	d.x("windowmove", d.win, "0", "0")
	d.x("windowfocus", d.win)
	return d
}

// env is the environment of a person with a home folder of their own.
func (d *driver) env() []string {
	var out []string
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "XDG_") && !strings.HasPrefix(v, "HOME=") {
			out = append(out, v)
		}
	}
	return append(out, "HOME="+d.home, "FYNE_SCALE=1", "STET_USER=Ana Ruiz", "STET_ROLE=editor", "NO_AT_BRIDGE=1", "DBUS_SESSION_BUS_ADDRESS=disabled:")
}

// newHome makes a home folder whose window is of a size.
func newHome(t *testing.T, width, height int, theme string) string {
	t.Helper()
	home := t.TempDir()
	for _, dir := range []string{".cache", ".config/stet"} {
		if err := os.MkdirAll(filepath.Join(home, dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	settings := fmt.Sprintf(`{"width":%d,"height":%d,"theme":%q}`, width, height, theme)
	if err := os.WriteFile(filepath.Join(home, ".config/stet/window.json"), []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	return home
}

// ask puts a question to the window.
func (d *driver) ask(question string, answer any) {
	d.t.Helper()
	if err := d.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		d.t.Fatal(err)
	}
	_, err := fmt.Fprintln(d.conn, question)
	var line []byte
	if err == nil {
		line, err = d.in.ReadBytes('\n')
	}
	if err != nil {
		d.end(syscall.SIGQUIT)
		d.t.Fatalf("asking %q: %v", question, err)
	}
	if err := json.Unmarshal(line, answer); err != nil {
		d.t.Fatalf("asking %q: %v in %s", question, err, line)
	}
}

func (d *driver) state() report {
	d.t.Helper()
	var r report
	d.ask("state", &r)
	return r
}

// until waits until something is so.
func (d *driver) until(what string, so func() bool) {
	d.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if so() {
			return
		}
		if time.Now().After(end) {
			if d.conn != nil {
				d.t.Logf("the window shows %+v", d.state())
			}
			d.t.Fatalf("waited in vain: %s", what)
		}
	}
}

// when waits until the window shows something.
func (d *driver) when(what string, so func(report) bool) report {
	d.t.Helper()
	var r report
	d.until(what, func() bool { r = d.state(); return so(r) })
	return r
}

// idle waits until nothing is being loaded or done.
func (d *driver) idle() report {
	d.t.Helper()
	return d.when("the window comes to rest", func(r report) bool { return !r.Busy && !r.Opening && r.Job == "" })
}

// where waits for something to be in sight and to stay where it is, and tells
// its last place: what is in front.
func (d *driver) where(question string) box {
	d.t.Helper()
	var boxes []box
	var last box
	d.until(question+" is in sight", func() bool {
		d.ask(question, &boxes)
		if len(boxes) == 0 {
			return false
		}
		now := boxes[len(boxes)-1]
		still := now == last && now.W > 0
		last = now
		return still
	})
	return last
}

// there tells whether something is in sight now.
func (d *driver) there(question string) bool {
	d.t.Helper()
	var boxes []box
	d.ask(question, &boxes)
	return len(boxes) > 0
}

// x runs xdotool.
func (d *driver) x(args ...string) {
	d.t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		d.t.Fatalf("xdotool %s: %v: %s", strings.Join(args, " "), err, out)
	}
}

func (d *driver) key(keys ...string) {
	d.t.Helper()
	d.x(append([]string{"key", "--delay", "30"}, keys...)...)
}

func (d *driver) typed(text string) { d.t.Helper(); d.x("type", "--delay", "15", text) }

// click clicks in the middle of a box.
func (d *driver) click(b box) {
	d.t.Helper()
	d.x("mousemove", strconv.Itoa(b.X+b.W/2), strconv.Itoa(b.Y+b.H/2), "click", "1")
}

// press clicks a button by its text once it can be pressed.
func (d *driver) press(text string) {
	d.t.Helper()
	var b box
	d.until("the button “"+text+"” can be pressed", func() bool {
		b = d.where("text " + text)
		return !b.Disabled
	})
	d.click(b)
}

// selectWords drags over words in the reading pane.
func (d *driver) selectWords(words string) {
	d.t.Helper()
	var boxes []box
	d.until("“"+words+"” is in sight", func() bool { d.ask("scroll "+words, &boxes); return len(boxes) > 0 })
	b := boxes[0]
	y := strconv.Itoa(b.Y + b.H/2)
	d.x("mousemove", strconv.Itoa(b.X+1), y, "mousedown", "1", "mousemove", strconv.Itoa(b.X+b.W/2), y, "mousemove", strconv.Itoa(b.X+b.W), y, "mouseup", "1")
	d.when("“"+words+"” is selected", func(r report) bool { return r.Selected == words })
}

// drop drops files onto the window as another program would.
func (d *driver) drop(paths ...string) {
	d.t.Helper()
	out, err := exec.Command(os.Getenv(dropper), append([]string{d.win, "400", "300"}, paths...)...).CombinedOutput()
	if err != nil {
		d.t.Fatalf("dropping files: %v: %s", err, out)
	}
}

// shot takes a screenshot for people to look at; those of the documentation are
// kept in few colours, to be small.
func (d *driver) shot(name string) {
	if os.Getenv(shots) == "" {
		return
	}
	r := d.when("nothing passes over the window", func(r report) bool { return r.Toast == "" && r.Job == "" })
	d.screen(name, fmt.Sprintf("%dx%d+0+0", r.W, r.H))
}

// both takes a screenshot in the light and one in the dark theme.
func (d *driver) both(name string) {
	if os.Getenv(shots) == "" {
		return
	}
	d.shot(name + "-light")
	d.theme("dark")
	d.shot(name + "-dark")
	d.theme("light")
}

// theme changes the theme by its keys.
func (d *driver) theme(want string) {
	d.key(map[string]string{"light": "ctrl+shift+7", "dark": "ctrl+shift+8"}[want])
	d.when("the theme is "+want, func(r report) bool { return r.Theme == want })
}

// screen takes a screenshot of a part of the screen.
func (d *driver) screen(name, part string) {
	dir := os.Getenv(shots)
	if dir == "" {
		return
	}
	path := filepath.Join(dir, name+".png")
	// Twice the same picture: what moves has come to rest.
	var last []byte
	for range 20 {
		now, err := exec.Command("import", "-window", "root", "-crop", part, "ppm:-").Output()
		if err != nil {
			d.t.Logf("screenshot %s: %v", name, err)
			return
		}
		if bytes.Equal(now, last) {
			break
		}
		last = now
	}
	c := exec.Command("convert", "ppm:-", "+dither", "-colors", "200", "-define", "png:compression-level=9", "PNG8:"+path)
	c.Stdin = bytes.NewReader(last)
	if out, err := c.CombinedOutput(); err != nil {
		d.t.Errorf("screenshot %s: %v: %s", name, err, out)
	}
}

// stet runs the command line on the desk beside the open window and reads its
// JSON. code is the exit code.
func (d *driver) stet(answer any, args ...string) (code int) {
	d.t.Helper()
	r := d.state()
	return d.stetOn(r.Desk, answer, args...)
}

func (d *driver) stetOn(desk string, answer any, args ...string) (code int) {
	d.t.Helper()
	c := exec.Command(os.Getenv(binary), append([]string{"--desk", desk, "--json"}, args...)...)
	c.Env = d.env()
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		d.t.Fatalf("stet %s: %v", strings.Join(args, " "), err)
	}
	if answer != nil {
		if err := json.Unmarshal(out.Bytes(), answer); err != nil {
			d.t.Fatalf("stet %s: %v in %s%s", strings.Join(args, " "), err, &out, &errs)
		}
	}
	return c.ProcessState.ExitCode()
}

// quit closes the window as a person does, and waits for the program to end.
func (d *driver) quit() {
	d.t.Helper()
	d.key("ctrl+q")
	select {
	case <-d.done:
		if !d.cmd.ProcessState.Success() {
			d.t.Fatalf("the program ended with %v", d.cmd.ProcessState)
		}
	case <-time.After(patience):
		d.end(syscall.SIGQUIT)
		d.t.Fatal("the window does not close")
	}
}

// end ends the program by a signal. One that does not end is told to say where
// it hangs.
func (d *driver) end(sig syscall.Signal) {
	for _, s := range []syscall.Signal{sig, syscall.SIGQUIT, syscall.SIGKILL} {
		select {
		case <-d.done:
			return
		default:
		}
		_ = d.cmd.Process.Signal(s)
		select {
		case <-d.done:
			return
		case <-time.After(patience / 3):
		}
	}
}
