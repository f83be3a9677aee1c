package index

import (
	"strings"
	"testing"
	"unicode"

	"stet/index/newsgen"
	"stet/index/source"
)

func TestPassagesAreOneToThreeSentencesOfOneParagraph(t *testing.T) {
	body := "Headline\n\nOne is short. Two is short. Three is short. Four is short.\n\nAnother paragraph."
	x := source.Text{Body: body, Marks: []source.Mark{
		{Span: source.Span{End: 8}, Kind: source.MarkHeadline},
		{Span: source.Span{End: len(body)}, Kind: source.MarkPage, Note: "1"},
	}}
	want := []string{"headline: Headline", "body: One is short. Two is short. Three is short.", "body: Four is short.", "body: Another paragraph."}
	var got []string
	for _, p := range Passages(x) {
		got = append(got, string(p.Kind)+": "+p.Span.Of(body))
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEveryWordLiesInOnePassage(t *testing.T) {
	texts := []source.Text{
		{}, {Body: "\n\n \n\n"}, {Body: "…"}, {Body: strings.Repeat("word ", 200_000)},
		{Body: strings.Repeat("x", 50_000)}, {Body: strings.Repeat("ø", 20_000) + "."},
	}
	for i := range 30 {
		_, _, x := newsgen.Article(i)
		texts = append(texts, x)
	}
	for i, x := range texts {
		at := 0
		for _, p := range Passages(x) {
			if !p.Span.Fits(x.Body) || p.Span.Start < at || p.Span.Empty() {
				t.Fatalf("text %d: passage %v after %d", i, p.Span, at)
			}
			if p.Span.Len() > maxPassage {
				t.Fatalf("text %d: a passage of %d bytes", i, p.Span.Len())
			}
			if gap := x.Body[at:p.Span.Start]; strings.IndexFunc(gap, wordRune) >= 0 {
				t.Fatalf("text %d: %q lies in no passage", i, gap)
			}
			at = p.Span.End
		}
		if rest := x.Body[at:]; strings.IndexFunc(rest, unicode.IsLetter) >= 0 {
			t.Fatalf("text %d: %q lies in no passage", i, rest)
		}
	}
}

func TestPassageNamesTellTheirPlace(t *testing.T) {
	v := source.VersionID{Article: "a7k3p", N: 12}
	s := source.Span{Start: 70_000, End: 70_321}
	at, ok := parsePassageID(passageID(v.String(), 41, s))
	if !ok || at.Version != v || at.Span != s {
		t.Errorf("got %+v, %v", at, ok)
	}
	for _, bad := range []string{"", "a7k3p@1", "a7k3p@1-1.2", "a7k3p@1-1.2.3.4", "-1.2.3", "a7k3p@x-1.2.3", "a7k3p@1-1.-2.3", "a7k3p@1-1.!.3"} {
		if at, ok := parsePassageID(bad); ok {
			t.Errorf("%q is read as %+v", bad, at)
		}
	}
}
