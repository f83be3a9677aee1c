package diff

import (
	"errors"
	"fmt"
	"math"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/index/source"
)

// The benchmarks below are compared with testdata/bench.txt by hand: it holds
// the figures of the machine they were last run on, as ratios to wdiff and to
// git diff --word-diff on the same files where those are installed.

// article invents a text of about n words in sentences of 8 to 28.
func article(rng *rand.Rand, n int) []string {
	var out []string
	for words := 0; words < n; {
		k := 8 + rng.Intn(21)
		ws := make([]string, k)
		for i := range ws {
			ws[i] = invented(rng)
		}
		words += k
		out = append(out, strings.ToUpper(ws[0][:1])+strings.Join(ws, " ")[1:]+".")
	}
	return out
}

// invented draws a word from a Zipf-like vocabulary of some 20,000.
func invented(rng *rand.Rand) string {
	r := rng.Float64()
	k := int(20000 * r * r * r * r)
	return fmt.Sprintf("%c%s", 'a'+k%26, []string{"", "o", "en", "ar", "ist", "ool"}[k%6]) + base26(k)
}

func base26(k int) string {
	s := ""
	for ; k > 0; k /= 26 {
		s += string(rune('a' + k%26))
	}
	return s
}

// reword changes every word with probability p.
func reword(rng *rand.Rand, ss []string, p float64) []string {
	out := make([]string, len(ss))
	for i, s := range ss {
		ws := strings.Fields(s)
		for k := range ws {
			if rng.Float64() < p {
				ws[k] = invented(rng)
			}
		}
		out[i] = strings.Join(ws, " ")
		if !strings.HasSuffix(out[i], ".") {
			out[i] += "."
		}
	}
	return out
}

func moveQuarter(ss []string) []string {
	q := len(ss) / 4
	out := append([]string{}, ss[q:]...)
	return append(out[:len(out)/2:len(out)/2], append(append([]string{}, ss[:q]...), out[len(out)/2:]...)...)
}

func paragraphs(ss []string) string {
	var b strings.Builder
	for i, s := range ss {
		if i > 0 {
			b.WriteString([]string{" ", " ", "\n\n"}[i%3])
		}
		b.WriteString(s)
	}
	return b.String()
}

// revisions are a text of 100,000 words and what may become of it.
func revisions() (old string, new []struct{ name, text string }) {
	rng := rand.New(rand.NewSource(1))
	ss := article(rng, 100_000)
	for _, c := range []struct {
		name string
		new  []string
	}{
		{"same", ss},
		{"changed1", reword(rng, ss, 0.01)},
		{"changed20", reword(rng, ss, 0.20)},
		{"changed100", reword(rng, ss, 1)},
		{"movedQuarter", moveQuarter(ss)},
	} {
		new = append(new, struct{ name, text string }{c.name, paragraphs(c.new)})
	}
	return paragraphs(ss), new
}

// rounds is how often ours and theirs take turns; the quickest of each counts,
// so that what else the machine does falls out.
const rounds = 12

func BenchmarkAlign100kWords(b *testing.B) {
	old, revs := revisions()
	tools := map[string][]string{"wdiff": {"wdiff"}, "git": {"git", "diff", "--no-index", "--word-diff"}}
	for _, r := range revs {
		b.Run(r.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Align(source.Text{Body: old}, source.Text{Body: r.text})
			}
			b.StopTimer()
			files := written(b, old, r.text)
			own := time.Duration(math.MaxInt64)
			theirs := map[string]time.Duration{}
			for range rounds {
				start := time.Now()
				Align(source.Text{Body: old}, source.Text{Body: r.text})
				own = min(own, time.Since(start))
				for name, tool := range tools {
					if t, ok := timeTool(b, tool, files); ok && (theirs[name] == 0 || t < theirs[name]) {
						theirs[name] = t
					}
				}
			}
			b.ReportMetric(float64(own.Microseconds())/1000, "ms-best")
			for name, t := range theirs {
				b.ReportMetric(float64(t)/float64(own), "x-"+name)
			}
		})
	}
}

// written puts two texts into files.
func written(b *testing.B, old, new string) []string {
	b.Helper()
	dir := b.TempDir()
	files := []string{filepath.Join(dir, "old"), filepath.Join(dir, "new")}
	for k, text := range []string{old, new} {
		if err := os.WriteFile(files[k], []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return files
}

// timeTool runs a diff program on two files; false if it is not installed.
func timeTool(b *testing.B, tool, files []string) (time.Duration, bool) {
	b.Helper()
	path, err := exec.LookPath(tool[0])
	if err != nil {
		return 0, false
	}
	cmd := exec.Command(path, append(tool[1:len(tool):len(tool)], files...)...)
	start := time.Now()
	err = cmd.Run()
	took := time.Since(start)
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() > 1) { // 1: the files differ
		b.Fatalf("%s: %v", tool[0], err)
	}
	return took, true
}
