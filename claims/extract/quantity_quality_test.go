package extract

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stet/claims"
)

// statMark is a quantity marked in testdata/statistics-gold.txt.
var statMark = regexp.MustCompile(`\{(\w+) (-?[\d.e]+)(?:-([\d.e]+))?(?: (up|down))?\|([^|}]*)\}`)

// goldQuantity is a quantity a careful reader finds; at is the byte where its
// words stand.
type goldQuantity struct {
	class     string
	low, high float64
	change    claims.Change
	words     string
	at        int
}

// readStatisticsGold returns the texts and what is marked in them.
func readStatisticsGold(t *testing.T) (texts []string, marks [][]goldQuantity) {
	b, err := os.ReadFile("testdata/statistics-gold.txt")
	if err != nil {
		t.Fatal(err)
	}
	num := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for para := range strings.SplitSeq(string(b), "\n\n") {
		if strings.HasPrefix(para, "#") {
			continue
		}
		para = strings.TrimSpace(para)
		var text strings.Builder
		var gold []goldQuantity
		at := 0
		for _, m := range statMark.FindAllStringSubmatchIndex(para, -1) {
			group := func(i int) string {
				if m[2*i] < 0 {
					return ""
				}
				return para[m[2*i]:m[2*i+1]]
			}
			text.WriteString(para[at:m[0]])
			q := goldQuantity{class: group(1), low: num(group(2)), change: claims.Change(group(4)), words: group(5), at: text.Len()}
			if q.high = q.low; group(3) != "" {
				q.high = num(group(3))
			}
			gold = append(gold, q)
			text.WriteString(q.words)
			at = m[1]
		}
		text.WriteString(para[at:])
		texts, marks = append(texts, text.String()), append(marks, gold)
	}
	return texts, marks
}

// statClass is the class of the gold that a quantity belongs to.
func statClass(q *Quantity) string {
	switch {
	case strings.Contains(q.Unit, " per ") || strings.HasPrefix(q.Unit, "mile per"):
		return "rate"
	case strings.HasSuffix(q.Unit, "of age"):
		return "age"
	}
	switch q.kind {
	case unitMoney:
		return "money"
	case unitPercent:
		return "percent"
	case unitMeasure, unitTemperature, unitTime:
		return "measure"
	}
	if q.Low < 1 && q.Low > 0 {
		return "rate"
	}
	return "count"
}

// foundQuantities are the quantities and ordinals of a text as the gold has them.
func foundQuantities(d *Doc) []goldQuantity {
	var out []goldQuantity
	for _, q := range d.Quantities() {
		out = append(out, goldQuantity{statClass(&q), q.Low, q.High, q.Change, q.Span.Of(d.Text), q.Span.Start})
	}
	for _, n := range d.Numbers() {
		if v, ok := n.Value.(float64); ok && n.Ordinal {
			out = append(out, goldQuantity{"ordinal", v, v, "", n.Span.Of(d.Text), n.Span.Start})
		}
	}
	return out
}

// TestStatisticsQualityIsTheGoldenOne measures quantities on the project's own
// gold: one is right if class and value are and its words overlap; its movement
// is counted over the right ones. testdata/statistics-quality.txt changes as the
// figures' does.
func TestStatisticsQualityIsTheGoldenOne(t *testing.T) {
	classes := map[string]*tally{}
	count := func(name string) *tally {
		if classes[name] == nil {
			classes[name] = &tally{}
		}
		return classes[name]
	}
	texts, marks := readStatisticsGold(t)
	for i, text := range texts {
		found := foundQuantities(Analyse(text, Meta{Date: thursday, Lang: "en"}))
		used := make([]bool, len(found))
		for _, g := range marks[i] {
			count(g.class).gold++
			count("all").gold++
			hit := slices.IndexFunc(found, func(f goldQuantity) bool {
				return f.class == g.class && f.low == g.low && f.high == g.high && f.at < g.at+len(g.words) && g.at < f.at+len(f.words)
			})
			if hit < 0 || used[hit] {
				t.Logf("%.20s: missed %s %v %q", text, g.class, g.low, g.words)
				continue
			}
			used[hit] = true
			count(g.class).right++
			count("all").right++
			if c := count("change"); g.change != claims.Level || found[hit].change != claims.Level {
				if g.change != claims.Level {
					c.gold++
				}
				if found[hit].change != claims.Level {
					c.found++
				}
				if g.change == found[hit].change {
					c.right++
				} else {
					t.Logf("%.20s: %q moves %q, not %q", text, g.words, g.change, found[hit].change)
				}
			}
		}
		for k, f := range found {
			count(f.class).found++
			count("all").found++
			if !used[k] {
				t.Logf("%.20s: too much: %s %v %q", text, f.class, f.low, f.words)
			}
		}
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%d texts\n", len(texts))
	for _, n := range sortedKeys(classes) {
		fmt.Fprintf(&out, "%-16s %s\n", n, classes[n])
	}
	golden(t, "testdata/statistics-quality.txt", out.String())
}

// golden compares a quality file with what is measured now.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("STET_UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s changed; explain it and run with STET_UPDATE=1\n got\n%swant\n%s", path, got, want)
	}
}
