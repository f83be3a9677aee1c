package extract_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"stet/claims/extract"
)

// render prints the quotes that are sure enough to be proposed, the nested and
// the scare quotes in the format of testdata/acceptance.txt.
func render(d *extract.Doc) string {
	var b strings.Builder
	for _, q := range d.Quotes() {
		if !q.Scare && q.Within < 0 && (q.Belief || q.Confidence < extract.ProposeFrom) {
			continue
		}
		if q.Scare {
			fmt.Fprintf(&b, "  scare | %s\n", q.Words)
			continue
		}
		var also []string
		for _, x := range []struct {
			on   bool
			text string
		}{
			{q.Within >= 0, "nested"}, {q.Negated, "negated"}, {q.Edited, "edited"}, {q.Belief, "belief"}, {q.Via != "", "via " + q.Via},
			{q.Venue != "", q.Venue}, {q.Addressee != "", "addressee " + q.Addressee},
		} {
			if x.on {
				also = append(also, x.text)
			}
		}
		parts := []string{string(q.Type), q.Speaker}
		if len(also) > 0 {
			parts = append(parts, strings.Join(also, "; "))
		}
		segments := q.Marked
		if len(segments) == 0 {
			segments = q.Content
		}
		var words []string
		for _, s := range segments {
			words = append(words, s.Of(d.Text))
		}
		fmt.Fprintf(&b, "  %s | %s\n", strings.Join(parts, " | "), strings.Join(words, " + "))
	}
	return b.String()
}

func TestQuotesReadLikeACarefulReader(t *testing.T) {
	b, err := os.ReadFile("testdata/acceptance.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(b), "\n\n") {
		text, want := "", ""
		for line := range strings.Lines(block) {
			switch {
			case strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "  "):
				want += line
			default:
				text = strings.ReplaceAll(strings.TrimSpace(line), " ¶ ", "\n\n")
			}
		}
		if text == "" {
			continue
		}
		if got := render(extract.Analyse(text, extract.Meta{Lang: "en"})); strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%s\n got\n%swant\n%s", text, got, want)
		}
	}
}
