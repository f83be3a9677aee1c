package compare

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"stet/index/diff"
)

var update = flag.Bool("update", false, "rewrite testdata/quality.txt")

// goldCase is one block of testdata/gold.txt.
type goldCase struct {
	name, old, new string
	want           []goldChange
}

type goldChange struct {
	op        diff.Op
	touches   []Touch
	announced bool
}

// goldFiles are the gold sets. The rounds were scored before a rule was changed for
// them; each file says what was found then.
var goldFiles = []string{"gold.txt", "round1.txt", "round2.txt", "round3.txt", "round4.txt", "round5.txt", "round6.txt", "round7.txt", "round8.txt", "round9.txt", "round10.txt", "round11.txt", "breadth.txt"}

func readGold(t *testing.T, file string) []goldCase {
	t.Helper()
	b, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var out []goldCase
	for _, block := range strings.Split(string(b), "\n## ")[1:] {
		var g goldCase
		for k, line := range strings.Split(strings.TrimSpace(block), "\n") {
			field, rest, _ := strings.Cut(line, ":")
			text := strings.ReplaceAll(strings.TrimPrefix(rest, " "), "¶", "\n\n")
			switch {
			case k == 0:
				g.name = line
			case field == "old":
				g.old = text
			case field == "new":
				g.new = text
			case field == "want":
				g.want = goldChanges(t, rest)
			default:
				t.Fatalf("%s: %q: unknown line %q", file, g.name, line)
			}
		}
		out = append(out, g)
	}
	return out
}

func goldChanges(t *testing.T, s string) []goldChange {
	t.Helper()
	var out []goldChange
	for _, c := range strings.Split(s, ",") {
		f := strings.Fields(c)
		if len(f) == 0 {
			continue
		}
		g := goldChange{op: diff.Op(f[0])}
		for _, w := range f[1:] {
			if w == "!" {
				g.announced = true
				continue
			}
			if !slices.Contains(Touches, Touch(w)) {
				t.Fatalf("gold.txt: unknown touch %q", w)
			}
			g.touches = append(g.touches, Touch(w))
		}
		out = append(out, g)
	}
	return out
}

// score counts labels: hits, predicted, wanted.
type score struct{ hit, got, want int }

func (s score) f1() float64 {
	if s.got+s.want == 0 {
		return 100
	}
	return 200 * float64(s.hit) / float64(s.got+s.want)
}

// TestChangeClassesReachTheirQuality measures the classes on the gold sets and
// compares with testdata/quality.txt; -update rewrites it. The floor is what the
// project promises.
func TestChangeClassesReachTheirQuality(t *testing.T) {
	const floor = 96.0
	perTouch := map[Touch]*score{}
	for _, x := range Touches {
		perTouch[x] = &score{}
	}
	var b strings.Builder
	var all, ops, announced score
	exact, pairs := 0, 0
	for _, file := range goldFiles {
		var here score
		right, gold := 0, readGold(t, file)
		for _, g := range gold {
			got := versions(g.old, g.new)
			if sameChanges(got, g.want) {
				right++
			} else {
				t.Logf("%s: %s: got %s", file, g.name, show(got))
			}
			count(&ops, labels(got, func(c Change) []string { return []string{string(c.Op)} }), goldLabels(g.want, func(c goldChange) []string { return []string{string(c.op)} }))
			count(&announced, labels(got, announcedLabel), goldLabels(g.want, goldAnnounced))
			for _, x := range Touches {
				count(perTouch[x], labels(got, only1(x)), goldLabels(g.want, goldOnly1(x)))
			}
			count(&here, labels(got, touchLabels), goldLabels(g.want, goldTouches))
			count(&all, labels(got, touchLabels), goldLabels(g.want, goldTouches))
		}
		fmt.Fprintf(&b, "%s: F1 %.1f, %d of %d pairs right in everything\n", file, here.f1(), right, len(gold))
		exact, pairs = exact+right, pairs+len(gold)
	}
	fmt.Fprintf(&b, "\nchange classes F1: %.1f\npairs right in everything: %d of %d\noperations F1: %.1f\nannounced F1: %.1f\n", all.f1(), exact, pairs, ops.f1(), announced.f1())
	for _, x := range Touches {
		fmt.Fprintf(&b, "%s: %.1f (%d)\n", x, perTouch[x].f1(), perTouch[x].want)
	}
	if *update {
		if err := os.WriteFile("testdata/quality.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := os.ReadFile("testdata/quality.txt")
	if err != nil {
		t.Fatal(err)
	}
	if string(golden) != b.String() {
		t.Errorf("quality changed (run with -update and explain it):\n%s", b.String())
	}
	if all.f1() < floor {
		t.Errorf("change classes F1 %.1f, promised %.1f", all.f1(), floor)
	}
}

func sameChanges(got []Change, want []goldChange) bool {
	return slices.EqualFunc(got, want, func(c Change, g goldChange) bool {
		return c.Op == g.op && slices.Equal(c.Touches, g.touches) && c.Announced == g.announced
	})
}

func show(cs []Change) string {
	var out []string
	for _, c := range cs {
		s := string(c.Op)
		for _, x := range c.Touches {
			s += " " + string(x)
		}
		if c.Announced {
			s += " !"
		}
		out = append(out, s+" ("+c.Summary+")")
	}
	return strings.Join(out, ", ")
}

// A label is an operation with one thing it touches; a record's labels are
// compared as a bag.
func touchLabels(c Change) []string {
	var out []string
	for _, x := range c.Touches {
		out = append(out, string(c.Op)+" "+string(x))
	}
	return out
}

func goldTouches(c goldChange) []string {
	return touchLabels(Change{Op: c.op, Touches: c.touches})
}

func only1(x Touch) func(Change) []string {
	return func(c Change) []string {
		if c.Touched(x) {
			return []string{string(x)}
		}
		return nil
	}
}

func goldOnly1(x Touch) func(goldChange) []string {
	return func(c goldChange) []string { return only1(x)(Change{Touches: c.touches}) }
}

func announcedLabel(c Change) []string {
	if c.Announced {
		return []string{fmt.Sprint(c.Op, c.Touches)}
	}
	return nil
}

func goldAnnounced(c goldChange) []string {
	return announcedLabel(Change{Op: c.op, Touches: c.touches, Announced: c.announced})
}

func labels[T any](cs []T, of func(T) []string) []string {
	var out []string
	for _, c := range cs {
		out = append(out, of(c)...)
	}
	return out
}

func goldLabels(cs []goldChange, of func(goldChange) []string) []string { return labels(cs, of) }

func count(s *score, got, want []string) {
	s.got += len(got)
	s.want += len(want)
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	for _, g := range got {
		if left[g] > 0 {
			left[g]--
			s.hit++
		}
	}
}
