package cli

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

// testEnv is an environment without a terminal, a desk or a real clock.
func testEnv(in io.Reader, out, errs io.Writer) Env {
	return Env{Stdin: in, Stdout: out, Stderr: errs, Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Date(2025, 5, 6, 8, 0, 0, 0, time.UTC) }}
}

// everyCommand calls f for every command of Stet's own.
func everyCommand(t *testing.T, f func(t *testing.T, c *cobra.Command)) {
	t.Helper()
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Runnable() {
			t.Run(c.CommandPath(), func(t *testing.T) { f(t, c) })
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(Root(testEnv(strings.NewReader(""), io.Discard, io.Discard)))
}

func TestEveryCommandHasHelpWithAnExample(t *testing.T) {
	everyCommand(t, func(t *testing.T, c *cobra.Command) {
		var out bytes.Buffer
		args := append(strings.Fields(c.CommandPath())[1:], "--help")
		if code := Run(context.Background(), args, testEnv(strings.NewReader(""), &out, io.Discard)); code != ExitOK {
			t.Fatalf("exit code %d", code)
		}
		if !strings.Contains(out.String(), "Examples:\n  stet") {
			t.Errorf("no example in\n%s", out.String())
		}
		for line := range strings.Lines(c.Long) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > 90 {
				t.Errorf("a line of %d letters: %s", n, line)
			}
		}
	})
}

// Examples rot: each must name its command and parse with the flags there are.
func TestExamplesParse(t *testing.T) {
	everyCommand(t, func(t *testing.T, c *cobra.Command) {
		for line := range strings.Lines(c.Example) {
			args := shellWords(t, strings.TrimSpace(line))
			if args[0] != "stet" {
				t.Errorf("%q does not call stet", line)
				continue
			}
			root := Root(testEnv(strings.NewReader(""), io.Discard, io.Discard))
			found, rest, err := root.Find(args[1:])
			if err != nil {
				t.Errorf("%q: %v", line, err)
				continue
			}
			if !strings.HasPrefix(found.CommandPath(), c.CommandPath()) {
				t.Errorf("%q is an example of %s", line, found.CommandPath())
			}
			if err := found.ParseFlags(rest); err != nil {
				t.Errorf("%q: %v", line, err)
			}
			if err := found.ValidateArgs(found.Flags().Args()); err != nil {
				t.Errorf("%q: %v", line, err)
			}
		}
	})
}

// shellWords splits a line as a shell would, up to a pipe or a redirection.
func shellWords(t *testing.T, line string) []string {
	t.Helper()
	var out []string
	var word strings.Builder
	quoted, begun := false, false
	for _, r := range line + " " {
		switch {
		case r == '\'':
			quoted, begun = !quoted, true
		case r == ' ' && !quoted:
			if begun {
				out = append(out, word.String())
			}
			word.Reset()
			begun = false
		case strings.ContainsRune("|<>", r) && !quoted:
			return out
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if quoted {
		t.Fatalf("%q: a quotation mark is open", line)
	}
	return out
}

func TestFlagsNameWhatTheyTake(t *testing.T) {
	everyCommand(t, func(t *testing.T, c *cobra.Command) {
		for line := range strings.Lines(c.NonInheritedFlags().FlagUsages()) {
			f := strings.Fields(line)
			for i, w := range f {
				if strings.HasPrefix(w, "--") && i+1 < len(f) && (f[i+1] == "string" || f[i+1] == "int" || f[i+1] == "strings" || f[i+1] == "float") {
					t.Errorf("%s takes a nameless %s", w, f[i+1])
				}
			}
		}
	})
}

func TestMisspellingsAreGuessedAndOtherWordsAreNot(t *testing.T) {
	names := []string{"import", "search", "undo", "redo", "log"}
	for word, want := range map[string]string{"imprt": "import", "IMPORT": "import", "serach": "search", "undoo": "undo", "lg": "log", "volcano": "", "": "", "xyz": ""} {
		if got := closest(word, names); got != want {
			t.Errorf("%q is taken for %q, want %q", word, got, want)
		}
	}
}

func TestTablesAlignWideAndMissingCells(t *testing.T) {
	var out bytes.Buffer
	table(&out, func(row func(...string)) {
		row("a", "東京", "x")
		row("bcd", "e", "")
		row("", "", "note")
	})
	if want := "a    東京  x\nbcd  e\n           note\n"; out.String() != want {
		t.Errorf("got\n%q, want\n%q", out.String(), want)
	}
}
