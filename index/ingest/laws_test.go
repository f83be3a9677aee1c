package ingest

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stet/index/source"
)

// checkLaws holds every document against the rules of the package comment.
func checkLaws(t testing.TB, d Document) {
	t.Helper()
	body := d.Text.Body
	switch {
	case !utf8.ValidString(body):
		t.Errorf("text is not UTF-8: %q", body)
	case !norm.NFC.IsNormalString(body):
		t.Errorf("text is not NFC: %q", body)
	case strings.ContainsAny(body, "\x00\r\t\v\f\u0085\u2028\u2029\ufeff\u00a0\u200b"):
		t.Errorf("text holds a character that canonical text has not: %q", body)
	case strings.Contains(body, "\n\n\n") || strings.Contains(body, "  "):
		t.Errorf("text holds a gap: %q", body)
	case strings.TrimSpace(body) == "":
		t.Errorf("text is empty without an error")
	case strings.TrimSpace(body) != body || strings.Contains(body, " \n") || strings.Contains(body, "\n "):
		t.Errorf("text has spaces at the ends of lines: %q", body)
	}
	prev := 0
	for _, m := range d.Text.Marks {
		if !m.Fits(body) || m.Empty() {
			t.Errorf("mark %v does not fit", m)
		}
		if m.Start < prev {
			t.Errorf("mark %v is out of order", m)
		}
		prev = m.Start
	}
	if h, ok := d.Text.First(source.MarkHeadline); ok != (d.Headline != "") || ok && (h.Start != 0 || h.Of(body) != d.Headline) {
		t.Errorf("headline %q, marked %q at %d", d.Headline, h.Of(body), h.Start)
	}
	for _, s := range append([]string{d.Headline, d.Byline, d.Dateline, d.Outlet, d.URL, d.Lang}, d.Warnings...) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\r\n") {
			t.Errorf("metadata %q is not one clean line", s)
		}
	}
}

func fuzzReader(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		d, err := Read(context.Background(), name, data)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Problem == "" || e.Hint == "" || e.Kind == nil {
				t.Fatalf("error %#v is not an *Error with all its parts", err)
			}
			return
		}
		checkLaws(t, d)
		again, err := Read(context.Background(), name, data)
		if err != nil || again.Text.Body != d.Text.Body {
			t.Fatalf("a second reading differs: %v", err)
		}
	})
}

func FuzzText(f *testing.F) {
	fuzzReader(f, "a.txt",
		"Dam at Lom holds\nBy Ida Holm\n\nLOM, 3 May (CW) - The dam held.\n\nCorrection: it held.",
		" date 2025-05-03 The dam held.", "Outlet: X\nURL: https://x.example/a\n\nA\u0301\u200b\u0301 b.",
		"\xff\xfeh\x00i\x00", "a\x00b", "caf\xe9 au lait", "e\u200b\u0301", "one\r\ntwo\rthree\u2028four\u00a0\u00a0five", "\u037e\u1fef\u2000\u0344")
}

func FuzzHTML(f *testing.F) {
	fuzzReader(f, "a.html",
		`<html lang="en"><head><title>Dam | X</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Dam","author":{"@id":"#a"}},{"@id":"#a","name":"Ida"}]}</script></head><body><article><h1>Dam</h1><p>LOM, 3 May (CW) — The dam held.</p><blockquote>We <br><br>held</blockquote></article></body></html>`,
		"<p>one<p>two<table><tr><td>a<td>b</table>", "<div><div><svg><title>x</title></svg><pre>a\n\n\nb</pre>", "<meta charset=utf-16><p>x", "<title>&#0;&#13;&nbsp;</title>&#x301;<p>&#x200b;&#x301;",
		"<h1>A</h1>"+strings.Repeat("<b>", 600)+"deep")
}

func FuzzMarkdown(f *testing.F) {
	fuzzReader(f, "a.md", "---\ntitle: Dam\nauthor: [Ida, Per]\ndate: 2025-05-03\n---\n\n# Dam\n\nThe *dam* held[^1].\n\n> We held\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
		"> > > - * +", "&#0; &#13; \\\n\n    code", "<b>x</b>\n\n<div>\n\ny")
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"3 May 2025", "Sat, 03 May 2025 14:02:00 +0000", "14:02 GMT, 3 May 2025", "2025-05-03T14:02:00+02:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := parseDate(s); ok && (d.IsZero() || d.Year() < 1400 || d.Year() > 2201) {
			t.Errorf("%q gave %v", s, d)
		}
	})
}
