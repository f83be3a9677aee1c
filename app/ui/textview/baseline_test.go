//go:build !race

package textview

import (
	"bufio"
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

// TestNothingTakesLong compares with testdata/baseline.txt; STET_BASELINE=write
// writes it anew.
func TestNothingTakesLong(t *testing.T) {
	body := prose(200_000)
	unit := yardstick(body)
	took := map[string]float64{}
	note := func(what string, d time.Duration) { took[what] = float64(d) / float64(unit) }
	var v *View
	fresh := func(body string) func() {
		test.NewTempApp(t)
		v = New()
		w := test.NewTempWindow(t, v)
		w.Resize(fyne.NewSize(800, 800))
		return func() { v.SetText(source.Text{Body: body}) }
	}
	open := fresh(body)
	note("open 200,000 words, cold", best(1, open))
	note("open 200,000 words, warm", best(3, open))
	var marks []Mark
	for i := range 2000 {
		s := source.Span{Start: i * 400, End: i*400 + 60}
		for !s.Fits(body) {
			s = s.Shift(1)
		}
		marks = append(marks, Mark{Span: s, Kind: Kind(i) % numKinds})
	}
	note("set 2,000 marks", best(3, func() { v.SetMarks(marks) }))
	for range 100 {
		v.Scroll(37)
	}
	note("scroll 1,000 steps among 2,000 marks", best(3, func() {
		for range 1000 {
			v.Scroll(37)
		}
	}))
	for what, body := range torture() {
		open := fresh(body)
		note(what+": open", best(2, open))
		note(what+": 20 pages and the end", best(1, func() {
			for range 20 {
				v.page(false)
			}
			v.ScrollTo(source.Span{Start: len(body), End: len(body)}, Nearest)
		}))
	}
	file := filepath.Join("testdata", "baseline.txt")
	if os.Getenv("STET_BASELINE") == "write" {
		write(t, file, took)
	}
	for what, base := range read(t, file) {
		switch now, ok := took[what]; {
		case !ok:
			t.Errorf("%s is in %s and is not measured", what, file)
		case now > tolerance*max(base, 1):
			t.Errorf("%s takes %.1f times the yardstick (%v); its baseline is %.1f", what, now, unit, base)
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
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]float64{}
	for s := bufio.NewScanner(f); s.Scan(); {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		figure, what, _ := strings.Cut(strings.TrimSpace(s.Text()), "  ")
		var x float64
		if _, err := fmt.Sscan(figure, &x); err != nil {
			t.Fatalf("%s: %q: %v", file, s.Text(), err)
		}
		out[what] = x
	}
	return out
}
