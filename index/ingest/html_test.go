package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"stet/index/source"
)

// lead is article-length copy, so that the pages below are no teasers.
var lead = strings.Repeat("<p>The dam above Lom held through the night, the river authority said, and the villages below it were told that they could go home.</p>\n", 8)

func newsPage(head, body string) string {
	return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Dam at Lom holds | Inland Post</title>` + head +
		`</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><main><article><h1>Dam at Lom holds</h1>` + body + lead +
		`</article></main><aside><h2>Most read</h2><p>Ten ways to cook an egg that you have not tried yet and may want to try</p></aside><footer>© Inland Post</footer></body></html>`
}

func TestHTMLReadsWhatThePageDeclares(t *testing.T) {
	want := time.Date(2025, 5, 12, 7, 30, 0, 0, time.UTC)
	for name, head := range map[string]string{
		"object": `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Dam at Lom holds",
			"datePublished":"2025-05-12T09:30:00+02:00","dateModified":"2025-05-13","author":{"@type":"Person","name":"Ida Holm"},"publisher":{"name":"Inland Post"},
			"mainEntityOfPage":{"@id":"https://inland.example/dam#c"}}</script>`,
		"array": `<script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":["Thing","NewsArticle"],"headline":"Dam at Lom holds",
			"datePublished":"2025-05-12T07:30:00Z","dateModified":"2025-05-13","author":[{"name":"Ida Holm"}],"publisher":{"name":"Inland Post"},"url":"https://inland.example/dam"}]</script>`,
		"graph with references": `<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"x","datePublished":"2001-01-01"},
			{"@type":"Article","headline":"Dam at Lom holds","datePublished":"2025-05-12T07:30:00Z","dateModified":"2025-05-13","author":{"@id":"#ida"},"publisher":{"@id":"#org"},"mainEntityOfPage":"https://inland.example/dam"},
			{"@id":"#ida","@type":"Person","name":"Ida Holm"},{"@id":"#org","@type":"Organization","name":"Inland Post"}]}</script>`,
		"raw line breaks in strings": "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Dam at Lom\nholds\",\"datePublished\":\"2025-05-12T07:30:00Z\",\"dateModified\":\"2025-05-13\",\"author\":\"By Ida Holm\",\"publisher\":\"Inland Post\",\"url\":\"https://inland.example/dam\"}</script>",
		"OpenGraph and meta": `<meta property="og:title" content="Dam at Lom holds"><meta property="og:site_name" content="Inland Post"><link rel="canonical" href="https://inland.example/dam">
			<meta property="article:published_time" content="2025-05-12T07:30:00Z"><meta property="article:modified_time" content="2025-05-13"><meta name="author" content="Ida Holm">`,
	} {
		d := mustRead(t, "a.html", newsPage(head, ""))
		wantString(t, name+": headline", d.Headline, "Dam at Lom holds")
		wantString(t, name+": byline", d.Byline, "Ida Holm")
		wantString(t, name+": outlet", d.Outlet, "Inland Post")
		wantString(t, name+": url", d.URL, "https://inland.example/dam")
		wantString(t, name+": lang", d.Lang, "en-GB")
		wantTime(t, name+": published", d.Published, want)
		wantTime(t, name+": modified", d.Modified, day("2025-05-13"))
		if len(d.Warnings) > 0 {
			t.Errorf("%s: warnings %q", name, d.Warnings)
		}
	}
}

func TestHTMLKeepsTheArticleAndLeavesThePage(t *testing.T) {
	d := mustRead(t, "a.html", newsPage("", `<p class="byline">By Ida Holm</p><p>LOM, 12 May (Coastal Wire) — “We slept,” said Per Moe.<br>He is 70.</p><h2>What next</h2>
		<figure><img src="x.jpg"><figcaption>The dam above Lom on Monday, seen from the village.</figcaption></figure>
		<blockquote><p>We will not leave.</p></blockquote><ul><li>Two roads are shut.</li><li>One bridge is out.</li></ul>
		<table><tr><th>Village</th><th>Homes</th></tr><tr><td>Lom</td><td>212</td></tr></table>`))
	for _, bad := range []string{"Sport", "Most read", "egg", "©", "<"} {
		if strings.Contains(d.Text.Body, bad) {
			t.Errorf("the text holds %q", bad)
		}
	}
	for _, p := range []string{"LOM, 12 May (Coastal Wire) — “We slept,” said Per Moe.\nHe is 70.", "Two roads are shut.", "One bridge is out.", "Lom | 212"} {
		if !strings.Contains(d.Text.Body, "\n\n"+p+"\n\n") {
			t.Errorf("the text lacks the paragraph %q", p)
		}
	}
	wantString(t, "dateline", d.Dateline, "LOM")
	wantString(t, "outlet is not the agency", d.Outlet, "")
	wantWords(t, "headings", marked(d, source.MarkHeading), "What next")
	wantWords(t, "captions", marked(d, source.MarkCaption), "The dam above Lom on Monday, seen from the village.")
	wantWords(t, "block quotations", marked(d, source.MarkQuote), "We will not leave.")
}

func TestHTMLKeepsNoticesThatStandAside(t *testing.T) {
	const note = "Correction, 13 May 2025: An earlier version of this article gave the wrong height of the dam."
	for name, page := range map[string]string{
		"aside":    newsPage("", `<aside class="note"><p>`+note+`</p></aside>`),
		"footer":   strings.Replace(newsPage("", ""), "</article>", `<footer class="corrections"><p>`+note+`</p></footer></article>`, 1),
		"metadata": newsPage(`<script type="application/ld+json">{"@type":"NewsArticle","correction":{"@type":"CorrectionComment","text":"`+note+`"}}</script>`, ""),
	} {
		d := mustRead(t, "a.html", page)
		if d.Notice != source.Corrected {
			t.Errorf("%s: notice %q", name, d.Notice)
		}
		wantWords(t, name, marked(d, source.MarkNotice), note)
	}
}

func TestHTMLWarnsInsteadOfLosingText(t *testing.T) {
	for name, c := range map[string]struct{ page, warning string }{
		"teaser":        {`<html><body><article><h1>Dam holds</h1><p>The dam held. Subscribe to read on.</p></article></body></html>`, "suspiciously short"},
		"declared body": {`<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Dam holds","articleBody":"` + strings.Repeat("The dam above Lom held. ", 60) + `"}</script></head><body><article><h1>Dam holds</h1><p>The dam held.</p></article></body></html>`, "its metadata holds"},
		"other heading": {newsPage(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Thousands flee as dam may burst"}</script>`, ""), "differs from the one it declares"},
	} {
		d := mustRead(t, "a.html", c.page)
		if len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], c.warning) {
			t.Errorf("%s: warnings %q, want one with %q", name, d.Warnings, c.warning)
		}
	}
}

func TestHTMLCharacterSets(t *testing.T) {
	const want = "Fähre „Sölve“ läuft über Žiar aus"
	page := func(meta, words string) string {
		return "<html><head>" + meta + "<title>x</title></head><body><p>" + words + "</p></body></html>"
	}
	utf16 := func(s string) string {
		var sb strings.Builder
		for _, r := range s {
			sb.WriteByte(byte(r))
			sb.WriteByte(byte(r >> 8))
		}
		return sb.String()
	}
	for name, c := range map[string]struct {
		data  string
		sure  bool
		words string
	}{
		"declared windows-1250":  {page(`<meta charset="windows-1250">`, "F\xe4hre \x84S\xf6lve\x93 l\xe4uft \xfcber \x8eiar aus"), true, want},
		"declared by http-equiv": {page(`<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">`, "F\xe4hre l\xe4uft"), true, "Fähre läuft"},
		"UTF-8, declared wrong":  {page(`<meta charset="iso-8859-1">`, want), true, want},
		"UTF-16 with mark":       {"\xff\xfe" + utf16(page("", want)), true, want},
		"UTF-16 without mark":    {utf16(page("", want)), false, want},
		"UTF-8 with mark":        {"\xef\xbb\xbf" + page("", want), true, want},
	} {
		d := mustRead(t, "a.html", c.data)
		if !strings.Contains(d.Text.Body, c.words) {
			t.Errorf("%s: text %q", name, d.Text.Body)
		}
		told := strings.Contains(strings.Join(d.Warnings, " "), "UTF-16") || strings.Contains(strings.Join(d.Warnings, " "), "guessed")
		if told == c.sure {
			t.Errorf("%s: warnings %q", name, d.Warnings)
		}
	}
}

func TestTextCharacterSets(t *testing.T) {
	french := "Le préfet a déclaré que l’été serait long. « Nous sommes prêts », a-t-il ajouté après la réunion à l’hôtel de ville. "
	latin1 := strings.NewReplacer("é", "\xe9", "ê", "\xea", "ô", "\xf4", "à", "\xe0", "è", "\xe8", "«", "\xab", "»", "\xbb", "’", "\x92").Replace(strings.Repeat(french, 5))
	d := mustRead(t, "a.txt", latin1)
	if !strings.Contains(d.Text.Body, "Le préfet a déclaré que l’été") || len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], "guessed") {
		t.Errorf("windows-1252: %.60q, warnings %q", d.Text.Body, d.Warnings)
	}
	d = mustRead(t, "a.txt", strings.Repeat(french, 5)+"cass\xe9.")
	if !strings.Contains(d.Text.Body, "cass\ufffd.") || len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], "damaged") {
		t.Errorf("broken UTF-8: warnings %q", d.Warnings)
	}
	d = mustRead(t, "a.txt", "The dam\x00 held, said the council.")
	if d.Text.Body != "The dam held, said the council." || len(d.Warnings) != 1 {
		t.Errorf("NUL: %q, warnings %q", d.Text.Body, d.Warnings)
	}
}

// Each of these makes a naive reader quadratic, deep or empty-handed.
func TestHTMLHostilePagesAreReadInBoundedTime(t *testing.T) {
	const words = "The dam above Lom held through the night."
	for name, page := range map[string]string{
		"nested":             strings.Repeat("<div>", 1e6) + words,
		"nested and closed":  strings.Repeat("<b>", 1e5) + words + strings.Repeat("</b>", 1e5),
		"siblings":           strings.Repeat("<p>", 3e5) + words,
		"open anchors":       strings.Repeat("<a href=x>", 2e4) + words,
		"open tables":        strings.Repeat("<table>", 2e4) + words,
		"foster parents":     strings.Repeat("<table><p>x", 2e4) + words,
		"formatting":         strings.Repeat("<p><b><i><u>", 2e4) + words,
		"attributes":         "<p " + strings.Repeat("a=b ", 3e5) + ">" + words,
		"entities":           strings.Repeat("&nbsp;", 3e5) + words,
		"line breaks":        strings.Repeat("<br>", 3e5) + words,
		"headings":           strings.Repeat("<h1>Dam</h1>", 1e4) + words,
		"json":               `<script type="application/ld+json">` + strings.Repeat("[", 1e6) + "</script>" + words,
		"unclosed script":    words + "<script>" + strings.Repeat("<", 1e6),
		"comment":            words + "<!--" + strings.Repeat("-", 1e6),
		"paragraphs of text": strings.Repeat("<p>"+words+" ", 1e4),
	} {
		start := time.Now()
		d := mustRead(t, "a.html", "<html><body>"+page)
		if !strings.Contains(d.Text.Body, words) {
			t.Errorf("%s: the words are lost: %.100q", name, d.Text.Body)
		}
		// Quadratic work would take minutes; the bound leaves room for slow machines.
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}

func TestMarkdown(t *testing.T) {
	d := mustRead(t, "a.md", `---
title: "Dam at Lom holds"
author:
  - Ida Holm
  - name: Per Moe
date: 2025-05-12
lastmod: 2025-05-13T08:00:00+02:00
outlet: The Meridian
url: https://meridian.example/dam
tags: [water]
---

LOM, 12 May — The *dam* [above Lom](https://x.example) **held**,
the river authority said &mdash; "for now".

## What next

> We will not leave.

- Two roads are shut.
- One bridge is out.

| Village | Homes |
|---------|------:|
| Lom     | 212   |

Line one  
line two

<div class="x">More <b>to</b> come.</div>

Correction: the dam is 40 metres high.
`)
	wantString(t, "headline", d.Headline, "Dam at Lom holds")
	wantString(t, "byline", d.Byline, "Ida Holm, Per Moe")
	wantString(t, "outlet", d.Outlet, "The Meridian")
	wantString(t, "url", d.URL, "https://meridian.example/dam")
	wantTime(t, "published", d.Published, day("2025-05-12"))
	wantTime(t, "modified", d.Modified, time.Date(2025, 5, 13, 6, 0, 0, 0, time.UTC))
	wantString(t, "dateline", d.Dateline, "LOM")
	wantWords(t, "paragraphs", paras(d), "Dam at Lom holds",
		`LOM, 12 May — The dam above Lom held, the river authority said — "for now".`, "What next", "We will not leave.",
		"Two roads are shut.", "One bridge is out.", "Village | Homes", "Lom | 212", "Line one\nline two", "More to come.", "Correction: the dam is 40 metres high.")
	wantWords(t, "headings", marked(d, source.MarkHeading), "What next")
	wantWords(t, "block quotations", marked(d, source.MarkQuote), "We will not leave.")
	if d.Notice != source.Corrected || len(d.Warnings) > 0 {
		t.Errorf("notice %q, warnings %q", d.Notice, d.Warnings)
	}
}

func TestMarkdownTakesItsFirstHeadingAsHeadline(t *testing.T) {
	d := mustRead(t, "a.md", "Outlet: Inland Post\nPublished: 3 May 2025\n\n# Dam at Lom holds\n\nBy Ida Holm\n\nThe dam held.\n")
	wantString(t, "headline", d.Headline, "Dam at Lom holds")
	wantString(t, "byline", d.Byline, "Ida Holm")
	wantWords(t, "paragraphs", paras(d), "Dam at Lom holds", "By Ida Holm", "The dam held.")
}

func TestMarkdownKeepsFrontMatterItCannotRead(t *testing.T) {
	d := mustRead(t, "a.md", "---\ntitle: [Dam\nmood: grim\n---\n\nThe dam held.\n")
	if len(d.Warnings) != 1 || !strings.Contains(d.Text.Body, "[Dam") || !strings.Contains(d.Text.Body, "mood: grim") {
		t.Errorf("text %q, warnings %q", d.Text.Body, d.Warnings)
	}
}

func TestMarkdownBeyondReasonIsReadInBoundedTime(t *testing.T) {
	const words = "The dam held."
	for name, in := range map[string]string{
		"quotations": strings.Repeat(">", 1e5) + words,
		"lists":      strings.Repeat("- ", 1e5) + words,
		"steps":      steps(1000),
		"emphasis":   strings.Repeat("*a ", 1e5),
		"brackets":   strings.Repeat("[", 1e5),
		"links":      strings.Repeat("[a](", 1e5),
		"references": strings.Repeat("[a]: x\n", 1e5),
		"ticks":      strings.Repeat("`a``", 5e4),
		"columns":    strings.Repeat("|a", 1e4) + "\n" + strings.Repeat("|-", 1e4) + "\n" + strings.Repeat("|a\n", 1e3),
	} {
		start := time.Now()
		d := mustRead(t, "a.md", in+"\n\n"+words)
		if !strings.Contains(d.Text.Body, words) {
			t.Errorf("%s: the words are lost", name)
		}
		// Quadratic work would take minutes; the bound leaves room for slow machines.
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}

// steps is a list that nests one level deeper on each line.
func steps(n int) string {
	var sb strings.Builder
	for i := range n {
		fmt.Fprintf(&sb, "%s- a\n", strings.Repeat("  ", i))
	}
	return sb.String()
}

func BenchmarkHTML(b *testing.B) {
	page := []byte(newsPage(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dam at Lom holds"}</script>`, strings.Repeat(lead, 5)))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), "a.html", page); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B) {
	text := []byte("Dam at Lom holds\n\nLOM, 12 May (CW) — " + strings.Repeat("The dam above Lom held through the night, the river authority said, “for now”. ", 6))
	for range 4 {
		text = append(append(text, "\n\n"...), text...)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), "a.txt", text); err != nil {
			b.Fatal(err)
		}
	}
}
