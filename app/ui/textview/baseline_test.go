//go:build !race

package textview

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"stet/index/source"
)

// tolerance is how many times its baseline a thing may take before the test
// fails: machines differ, and the machine is shared.
const tolerance = 3

// best is the shortest of n runs.
func best(n int, f func()) time.Duration {
	least := time.Duration(1<<63 - 1)
	for range n {
		start := time.Now()
		f()
		least = min(least, time.Since(start))
	}
	return least
}

// yardstick is what times are measured in: work of the same sort, without Fyne.
func yardstick(body string) time.Duration {
	return best(5, func() {
		count := map[string]int{}
		for _, w := range strings.Fields(body) {
			count[w]++
		}
	})
}

// torture are texts no newsroom writes but a web page may hold.
func torture() map[string]string {
	return map[string]string{
		"one line of 1 MB without spaces":  strings.Repeat("harbourfire", 1<<20/11),
		"1 MB of spaces":                   strings.Repeat(" ", 1<<20),
		"100,000 empty paragraphs":         strings.Repeat("\n", 100_000),
		"1 MB of zero-width characters":    strings.Repeat("\u200b\u200d", 1<<20/6),
		"1 MB of combining marks":          "e" + strings.Repeat("\u0301", 1<<19),
		"1 MB of emoji families":           strings.Repeat("👩‍👩‍👧", 1<<20/18),
		"one paragraph of 1 MB of Arabic":  strings.Repeat("مقتل 12 شخصا (على الأقل) ", 1<<20/42),
		"one paragraph of 1 MB of Chinese": strings.Repeat("港口发生火灾，至少12人死亡。", 1<<20/41),
	}
}

// attempts are how often a thing that took too long is tried again, because
// something else may have had the processor.
const attempts = 5

// bench times things against testdata/baseline.txt.
type bench struct {
	t    *testing.T
	unit time.Duration
	base map[string]float64
	took map[string]float64
}

// time runs f at most attempts times, each time after ready, until it takes no
// longer than it may.
func (b *bench) time(what string, ready func() (f func())) {
	least := 0.0
	for n := range attempts {
		f := ready()
		start := time.Now()
		f()
		if x := float64(time.Since(start)) / float64(b.unit); n == 0 || x < least {
			least = x
		}
		if least <= tolerance*max(b.base[what], 1) {
			break
		}
	}
	b.took[what] = least
}

// TestNothingTakesLong compares with testdata/baseline.txt; STET_BASELINE=write
// writes it anew.
func TestNothingTakesLong(t *testing.T) {
	file := filepath.Join("testdata", "baseline.txt")
	body := prose(200_000)
	b := &bench{t, yardstick(body), read(t, file), map[string]float64{}}
	var v *View
	open := func(body string) func() func() {
		return func() func() {
			test.NewTempApp(t) // with it go the toolkit's remembered widths
			v = New()
			w := test.NewTempWindow(t, v)
			w.Resize(fyne.NewSize(800, 800))
			return func() { v.SetText(source.Text{Body: body}) }
		}
	}
	again := func(f func()) func() func() { return func() func() { return f } }
	b.time("open 200,000 words, cold", open(body))
	b.time("open 200,000 words, warm", again(func() { v.SetText(source.Text{Body: body}) }))
	var marks []Mark
	for i := range 2000 {
		s := source.Span{Start: i * 400, End: i*400 + 60}
		for !s.Fits(body) {
			s = s.Shift(1)
		}
		marks = append(marks, Mark{Span: s, Kind: Kind(i) % numKinds})
	}
	b.time("set 2,000 marks", again(func() { v.SetMarks(marks) }))
	for range 100 {
		v.Scroll(37)
	}
	b.time("scroll 1,000 steps among 2,000 marks", again(func() {
		for range 1000 {
			v.Scroll(37)
		}
	}))
	for what, body := range torture() {
		b.time(what+": open", open(body))
		b.time(what+": 20 pages and the end", again(func() {
			for range 20 {
				v.page(false)
			}
			v.ScrollTo(source.Span{Start: len(body), End: len(body)}, Nearest)
		}))
	}
	b.compare(file)
}

func (b *bench) compare(file string) {
	b.t.Helper()
	if os.Getenv("STET_BASELINE") == "write" {
		write(b.t, file, b.took)
		b.base = read(b.t, file)
	}
	for what, base := range b.base {
		switch now, ok := b.took[what]; {
		case !ok:
			b.t.Errorf("%s is in %s and is not measured", what, file)
		case now > tolerance*max(base, 1):
			b.t.Errorf("%s takes %.1f times the yardstick (%v); its baseline is %.1f", what, now, b.unit, base)
		}
	}
	for what := range b.took {
		if _, ok := b.base[what]; !ok {
			b.t.Errorf("%s is measured and is not in %s", what, file)
		}
	}
}

const baselineHead = `# What the reading pane takes, in times of counting the words of 200,000 on the same machine.
# The test fails at three times these figures. STET_BASELINE=write writes them anew.
`

func write(t *testing.T, file string, took map[string]float64) {
	t.Helper()
	var lines []string
	for what, x := range took {
		lines = append(lines, fmt.Sprintf("%8.1f  %s\n", x, what))
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[10:], b[10:]) })
	if err := os.WriteFile(file, []byte(baselineHead+strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, file string) map[string]float64 {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]float64{}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		figure, what, _ := strings.Cut(strings.TrimSpace(line), "  ")
		var x float64
		if _, err := fmt.Sscan(figure, &x); err != nil {
			t.Fatalf("%s: %q: %v", file, line, err)
		}
		out[what] = x
	}
	return out
}
