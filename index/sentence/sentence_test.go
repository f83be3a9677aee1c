package sentence_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"stet/index/sentence"
)

// testdata/*.txt hold one case a line: the sentences of a text, with " ¦ "
// where one ends. "\n" stands for a line end. The text of a case is the line
// with every " ¦ " read as a space (and "¦" alone as nothing).
func TestSplitFindsTheEndsMarkedInTestdata(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" || strings.HasPrefix(line, "# ") {
				continue
			}
			marked := strings.ReplaceAll(line, `\n`, "\n")
			text := strings.ReplaceAll(strings.ReplaceAll(marked, " ¦ ", " "), "¦", "")
			var want []string
			for w := range strings.SplitSeq(strings.ReplaceAll(marked, " ¦ ", "¦"), "¦") {
				want = append(want, strings.TrimSpace(w))
			}
			var got []string
			for _, s := range sentence.Split(text) {
				got = append(got, s.Of(text))
			}
			if strings.Join(got, "¦") != strings.Join(want, "¦") {
				t.Errorf("%s:\n got %s\nwant %s", filepath.Base(f), strings.Join(got, " ¦ "), strings.Join(want, " ¦ "))
			}
		}
	}
}

// The limits are generous: a quadratic pass would miss them by far.
func TestSplitTakesLinearTimeOnHostileInput(t *testing.T) {
	for name, unit := range map[string]string{
		"marks": "“", "straight": `"`, "dots": ". ", "brackets": "(", "word": "a", "closers": "”.", "initials": "A. ", "bullets": "• x ",
		"ends": `“A b.” `, "lines": "a b\n", "notes": ".[1] ",
	} {
		text := strings.Repeat(unit, 2_000_000/len(unit))
		start := time.Now()
		sentence.Split(text)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s: %v for %d bytes", name, d, len(text))
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"", "A b. C d.", "“A. B,” he said. C.", "1) A 2) B", "• a • b", "a\nb\n\nc", "\xff. A", "。あ。", "He said “No. He left."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		at := 0
		for _, s := range sentence.Split(body) {
			if !s.Fits(body) && strings.ToValidUTF8(body, "") == body {
				t.Fatalf("%v does not fit", s)
			}
			if s.Start < at || s.Empty() {
				t.Fatalf("%v after byte %d", s, at)
			}
			if w := s.Of(body); strings.TrimSpace(w) != w && strings.ToValidUTF8(body, "") == body {
				t.Fatalf("%q is not trimmed", w)
			}
			if strings.IndexFunc(body[at:s.Start], isText) >= 0 {
				t.Fatalf("%q lies in no sentence", body[at:s.Start])
			}
			at = s.End
		}
		if strings.IndexFunc(body[at:], isText) >= 0 {
			t.Fatalf("%q lies in no sentence", body[at:])
		}
	})
}

func isText(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("The mayor of Norrby, Mr. A. Lind, said on Thursday: “We lost 3.5 million. It hurts.” No one replied (see p. 5). ", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		sentence.Split(text)
	}
}
