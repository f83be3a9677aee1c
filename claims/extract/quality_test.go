package extract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

var update = flag.Bool("update", false, "write the golden files of quality")

// goldQuote is a quote marked in testdata/gold.
type goldQuote struct {
	kind    claims.QuoteType
	content []source.Span
	by      source.Span
	name    string
}

// goldArticle is an article with its marks taken out.
type goldArticle struct {
	name, text string
	quotes     []goldQuote
}

var (
	markRE  = regexp.MustCompile(`⟦([dims])(\d*) |⟨(\d+) |⟧|⟩`)
	kindOfC = map[string]claims.QuoteType{"d": claims.Direct, "i": claims.Indirect, "m": claims.Mixed}
)

// readGold reads testdata/gold; wire.txt says how quotes are marked.
func readGold(t *testing.T) []goldArticle {
	files, err := filepath.Glob("testdata/gold/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no gold articles", err)
	}
	var out []goldArticle
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for i, part := range strings.Split("\n"+string(b), "\n=== ") {
			if i == 0 {
				continue
			}
			name, body, _ := strings.Cut(part, "\n")
			out = append(out, unmark(t, filepath.Base(f)+"/"+name, strings.TrimSpace(body)))
		}
	}
	return out
}

// unmark takes the marks out of a text and keeps what they say.
func unmark(t *testing.T, name, marked string) goldArticle {
	a := goldArticle{name: name}
	var text strings.Builder
	byID := map[string]*goldQuote{}
	var order []string
	get := func(id string) *goldQuote {
		if byID[id] == nil {
			byID[id] = &goldQuote{}
			order = append(order, id)
		}
		return byID[id]
	}
	type open struct {
		id, kind string
		at       int
	}
	var stack []open
	last := 0
	for _, m := range markRE.FindAllStringSubmatchIndex(marked, -1) {
		text.WriteString(marked[last:m[0]])
		last = m[1]
		switch tok := marked[m[0]:m[1]]; {
		case strings.HasPrefix(tok, "⟦"):
			stack = append(stack, open{marked[m[4]:m[5]], marked[m[2]:m[3]], text.Len()})
		case strings.HasPrefix(tok, "⟨"):
			stack = append(stack, open{marked[m[6]:m[7]], "", text.Len()})
		default:
			if len(stack) == 0 {
				t.Fatalf("%s: a mark closes nothing", name)
			}
			o := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if o.kind == "s" {
				continue
			}
			q := get(o.id)
			if o.kind != "" {
				q.kind = kindOfC[o.kind]
				q.content = append(q.content, source.Span{Start: o.at, End: text.Len()})
				continue
			}
			words := text.String()[o.at:]
			full := ""
			if i := strings.IndexByte(words, '='); i >= 0 { // the full name is no part of the text
				full = words[i+1:]
				s := text.String()
				text.Reset()
				text.WriteString(s[:o.at+i])
			} else {
				full = words
			}
			q.by, q.name = source.Span{Start: o.at, End: text.Len()}, full
		}
	}
	text.WriteString(marked[last:])
	a.text = text.String()
	for _, id := range order {
		if q := byID[id]; len(q.content) > 0 {
			a.quotes = append(a.quotes, *q)
		}
	}
	return a
}

// tally counts what was found, expected and right.
type tally struct{ right, found, gold int }

func (c tally) String() string {
	p, r := ratio(c.right, c.found), ratio(c.right, c.gold)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("P %5.1f  R %5.1f  F1 %5.1f  (%d of %d)", p, r, f, c.right, c.gold)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// overlap is the intersection over union of two sets of letters and digits.
func overlap(text string, a, b []source.Span) float64 {
	in := func(spans []source.Span) map[int]bool {
		m := map[int]bool{}
		for _, s := range spans {
			for i, r := range s.Of(text) {
				if unicode.IsLetter(r) || unicode.IsDigit(r) {
					m[s.Start+i] = true
				}
			}
		}
		return m
	}
	x, y := in(a), in(b)
	both := 0
	for i := range x {
		if y[i] {
			both++
		}
	}
	if len(x)+len(y) == both {
		return 0
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

// TestQualityOfQuotes measures the quotes proposed in the gold articles, which
// were written for this test, and compares with testdata/quality_quotes.txt. Any
// change to that file must be explained; -update writes it.
func TestQualityOfQuotes(t *testing.T) {
	by := map[claims.QuoteType]*tally{claims.Direct: {}, claims.Mixed: {}, claims.Indirect: {}}
	var all, speakers, mentions tally
	articles := readGold(t)
	var misses []string
	for _, a := range articles {
		d := extract.Analyse(a.text, extract.Meta{})
		var found []extract.Quote
		for _, q := range d.Quotes() {
			if q.Scare || q.Belief || q.Within >= 0 || q.Confidence < extract.ProposeFrom || q.Rule == "unattributed" {
				continue
			}
			found = append(found, q)
			by[q.Type].found++
			all.found++
		}
		used := make([]bool, len(found))
		for _, g := range a.quotes {
			by[g.kind].gold++
			all.gold++
			best, at := 0.5, -1
			for i := range found {
				if o := overlap(a.text, g.content, found[i].Content); !used[i] && o >= best {
					best, at = o, i
				}
			}
			if at < 0 {
				misses = append(misses, fmt.Sprintf("%s: missed %s %q", a.name, g.kind, g.content[0].Of(a.text)))
				continue
			}
			used[at] = true
			all.right++
			q := &found[at]
			if q.Type == g.kind {
				by[g.kind].right++
			} else {
				misses = append(misses, fmt.Sprintf("%s: %s read as %s %q", a.name, g.kind, q.Type, q.Words))
			}
			if g.name == "" {
				continue // who speaks is told with another quote
			}
			speakers.gold++
			mentions.gold++
			mentions.found++
			speakers.found++
			if q.By.Overlaps(g.by) {
				mentions.right++
			}
			if sameName(q.Speaker, g.name) {
				speakers.right++
			} else {
				misses = append(misses, fmt.Sprintf("%s: speaker %q is %q", a.name, q.Speaker, g.name))
			}
		}
		for i, q := range found {
			if !used[i] {
				misses = append(misses, fmt.Sprintf("%s: extra %s (%s) %q of %q", a.name, q.Type, q.Rule, q.Words, q.Speaker))
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "articles %d, quotes %d\n", len(articles), all.gold)
	for _, k := range []claims.QuoteType{claims.Direct, claims.Mixed, claims.Indirect} {
		fmt.Fprintf(&b, "%-18s %s\n", k, *by[k])
	}
	fmt.Fprintf(&b, "%-18s %s\n", "all, any type", all)
	fmt.Fprintf(&b, "%-18s %s\n", "speaker mention", mentions)
	fmt.Fprintf(&b, "%-18s %s\n", "speaker resolved", speakers)
	slices.Sort(misses)
	for _, m := range misses {
		t.Log(m)
	}
	t.Log("\n" + b.String())
	golden(t, "testdata/quality_quotes.txt", b.String())
}

// sameName compares names without articles and case. What only describes further
// may be missing: "a driver" for "a driver at the port".
func sameName(got, want string) bool {
	norm := func(s string) string {
		s = strings.TrimRight(strings.ReplaceAll(s, "’", "'"), ", ")
		for _, p := range []string{"the ", "a ", "an ", "The ", "A ", "An "} {
			s = strings.TrimPrefix(s, p)
		}
		return s
	}
	a, b := norm(got), norm(want)
	if strings.EqualFold(a, b) {
		return true
	}
	if a == "" || len(b) <= len(a) || !strings.EqualFold(b[:len(a)], a) {
		return strings.HasPrefix(a, b+", ") && b != ""
	}
	if rest, ok := strings.CutPrefix(b[len(a):], " "); ok {
		r, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsLower(r)
	}
	return strings.HasPrefix(b[len(a):], ", ")
}

// golden compares with a file, or writes it with -update.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("quality changed; explain it and run with -update.\n got\n%s\nwant\n%s", got, want)
	}
}
