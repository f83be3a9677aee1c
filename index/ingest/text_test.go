package ingest

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"stet/index/source"
)

// day is midnight UTC.
func day(s string) time.Time {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return t
}

func mustRead(t *testing.T, name, data string) Document {
	t.Helper()
	doc, err := Read(context.Background(), name, []byte(data))
	if err != nil {
		t.Fatalf("Read(%s): %v", name, err)
	}
	checkLaws(t, doc)
	return doc
}

// marked lists the words under marks of a kind.
func marked(d Document, k source.MarkKind) []string {
	var out []string
	for _, m := range d.Text.Marks {
		if m.Kind == k {
			out = append(out, m.Of(d.Text.Body))
		}
	}
	return out
}

func paras(d Document) []string {
	var out []string
	for _, p := range d.Text.Paragraphs() {
		out = append(out, p.Of(d.Text.Body))
	}
	return out
}

func wantWords(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if len(got) != len(want) || len(got) > 0 && !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %q\nwant %q", what, got, want)
	}
}

func wantTime(t *testing.T, what string, got, want time.Time) {
	t.Helper()
	if !got.Equal(want) {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func wantString(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s = %q, want %q", what, got, want)
	}
}

func TestTextReadsAWireReport(t *testing.T) {
	d := mustRead(t, "a.txt", `Ferry breaks loose at Sandvar, two hurt
By Ida Holm

SANDVAR, Vestmark, 12 May 2025 (Coastal Wire) - Two deckhands were hurt on Monday when
a ferry broke its moorings, the port authority said.

What went wrong

"We heard a crack and then she was gone," harbour master Per Lund said.

(Reporting by Ida Holm; editing by T. Moe)
`)
	wantString(t, "headline", d.Headline, "Ferry breaks loose at Sandvar, two hurt")
	wantString(t, "byline", d.Byline, "Ida Holm")
	wantString(t, "dateline", d.Dateline, "SANDVAR, Vestmark")
	wantString(t, "outlet", d.Outlet, "Coastal Wire")
	wantTime(t, "published", d.Published, day("2025-05-12"))
	wantWords(t, "headline mark", marked(d, source.MarkHeadline), d.Headline)
	wantWords(t, "byline marks", marked(d, source.MarkByline), "By Ida Holm", "(Reporting by Ida Holm; editing by T. Moe)")
	wantWords(t, "dateline mark", marked(d, source.MarkDateline), "SANDVAR, Vestmark, 12 May 2025 (Coastal Wire)")
	wantWords(t, "headings", marked(d, source.MarkHeading), "What went wrong")
	if p := paras(d); len(p) != 6 || !strings.HasSuffix(p[2], "when a ferry broke its moorings, the port authority said.") {
		t.Errorf("paragraphs = %q", p)
	}
	if len(d.Warnings) != 0 {
		t.Errorf("warnings: %q", d.Warnings)
	}
	wantString(t, "lang", d.Lang, "en")
	wantString(t, "reader", d.Reader, "text/1")
}

func TestTextTakesTheGluedDateOffTheFirstSentence(t *testing.T) {
	d := mustRead(t, "talks.txt", " date 2025-05-09 The premier of Halland has received the ferry workers’ union for talks on the strike, her office said.\n\n"+
		"“Nobody walked out,” she said afterwards.\n\nUnion asks for more time\n\nThe union’s chairman, Ole Brandt, said a second round would follow on Friday.\n")
	wantTime(t, "published", d.Published, day("2025-05-09"))
	wantString(t, "headline", d.Headline, "")
	if !strings.HasPrefix(d.Text.Body, "The premier") {
		t.Errorf("text begins %q", d.Text.Body[:30])
	}
	wantWords(t, "headings", marked(d, source.MarkHeading), "Union asks for more time")
}

func TestTextHeaderLinesAreMetadata(t *testing.T) {
	d := mustRead(t, "a.txt", `Outlet: Harbour Times
URL: https://harbourtimes.example/ferry?id=3#top
Published: 3 May 2025, 14:05 BST
Modified: 2025-05-04T08:00:00Z
Byline: By Jon Vik and Ana Reis
Headline: Ferry strike enters second week

The ferry strike entered its second week on Saturday. Source: nobody knows.
`)
	wantString(t, "outlet", d.Outlet, "Harbour Times")
	wantString(t, "url", d.URL, "https://harbourtimes.example/ferry?id=3")
	wantTime(t, "published", d.Published, time.Date(2025, 5, 3, 13, 5, 0, 0, time.UTC))
	wantTime(t, "modified", d.Modified, time.Date(2025, 5, 4, 8, 0, 0, 0, time.UTC))
	wantString(t, "byline", d.Byline, "Jon Vik and Ana Reis")
	wantWords(t, "paragraphs", paras(d), "Ferry strike enters second week", "The ferry strike entered its second week on Saturday. Source: nobody knows.")
}

func TestTextStampLinesNearTheTopAreMetadata(t *testing.T) {
	d := mustRead(t, "a.txt", "Bridge at Lom closed after cracks found\n\nPublished: 2 May 2025 9.15am\n\nUpdated on 3 May 2025\n\nBy Rita Moe\n\nThe bridge at Lom was closed on Friday. It opened in 1971.\n")
	wantTime(t, "published", d.Published, time.Date(2025, 5, 2, 9, 15, 0, 0, time.UTC))
	wantTime(t, "modified", d.Modified, day("2025-05-03"))
	wantWords(t, "paragraphs", paras(d), "Bridge at Lom closed after cracks found", "By Rita Moe", "The bridge at Lom was closed on Friday. It opened in 1971.")
}

func TestDatelines(t *testing.T) {
	for _, c := range []struct{ in, place, mark, published string }{
		{"NORRBY, 3 May (Coastal Wire) - Smoke rose.", "NORRBY", "NORRBY, 3 May (Coastal Wire)", "2025-05-03"},
		{"NORRBY, May 3 (Coastal Wire) — Smoke rose.", "NORRBY", "NORRBY, May 3 (Coastal Wire)", "2025-05-03"},
		{"KALIV (CW) — Smoke rose.", "KALIV", "KALIV (CW)", ""},
		{"KALIV, Vestmark (CW) -- Smoke rose.", "KALIV, Vestmark", "KALIV, Vestmark (CW)", ""},
		{"PORT OF LOM — Smoke rose.", "PORT OF LOM", "PORT OF LOM", ""},
		{"Norrby, 3 May 2024 – Smoke rose.", "Norrby", "Norrby, 3 May 2024", "2024-05-03"},
		{"ST. OLAF/LOM (CW) - Smoke rose.", "ST. OLAF/LOM", "ST. OLAF/LOM (CW)", ""},
		{"BREAKING — Smoke rose.", "", "", ""},
		{"UPDATE 2 - Smoke rose.", "", "", ""},
		{"NATO — the alliance — met.", "", "", ""},
		{"Smoke rose - and rose.", "", "", ""},
		{"Ida Holm – a teacher – saw it.", "", "", ""},
		{"The fire (which began at noon) - was out.", "", "", ""},
	} {
		d := mustRead(t, "a.txt", "Modified: 2025-05-05\n\n"+c.in)
		wantString(t, c.in+": place", d.Dateline, c.place)
		if c.mark == "" {
			wantWords(t, c.in, marked(d, source.MarkDateline))
		} else {
			wantWords(t, c.in, marked(d, source.MarkDateline), c.mark)
		}
		if c.published == "" {
			wantTime(t, c.in, d.Published, time.Time{})
		} else {
			wantTime(t, c.in, d.Published, day(c.published))
		}
	}
}

func TestHeadlinesAreToldFromLeads(t *testing.T) {
	const lead = "\n\nThe mayor of Lom said on Tuesday that the dam would hold, whatever the rain did.\n"
	for in, want := range map[string]string{
		"Dam at Lom will hold, mayor says":         "Dam at Lom will hold, mayor says",
		"Will the dam at Lom hold?":                "Will the dam at Lom hold?",
		"‘It will hold’: mayor of Lom on the dam":  "‘It will hold’: mayor of Lom on the dam",
		"The dam held.":                            "",
		"LOM, 3 May (CW) - The dam held":           "",
		"By Jane Roe":                              "",
		"- dam holds":                              "",
		"and the dam held on":                      "",
		strings.Repeat("A very long line ", 20):    "",
		"Dam at Lom will hold, mayor says\nReally": "Dam at Lom will hold, mayor says",
	} {
		if d := mustRead(t, "a.txt", in+lead); d.Headline != want {
			t.Errorf("%.60q: headline %q, want %q", in, d.Headline, want)
		}
	}
	if d := mustRead(t, "a.txt", "Only one line of words"); d.Headline != "" {
		t.Errorf("a text of one line has the headline %q", d.Headline)
	}
}

func TestCrossHeads(t *testing.T) {
	const before, after = "The dam held.\n\n", "\n\nThe river fell."
	for in, want := range map[string]bool{
		"Rain goes on":                         true,
		"What happens next?":                   true,
		"“We were lucky”":                      true,
		"“Why us?”":                            false,
		"The rain stopped.":                    false,
		"- sandbags":                           false,
		"he said":                              false,
		strings.Repeat("Rain and more ", 9):    false,
		"It goes on:":                          false,
		"Zwischen Hoffen und Bangen am Staude": true,
	} {
		d := mustRead(t, "a.txt", before+in+after)
		if got := len(marked(d, source.MarkHeading)) == 1; got != want {
			t.Errorf("%q: cross-head %v, want %v", in, got, want)
		}
	}
}

func TestHardWrappedParagraphsAreUnwrapped(t *testing.T) {
	in := `The rescue service of Vestmark said on Tuesday that the search for a man
who fell from the pier at Lom had ended without a result. Three boats had
searched the bay since Sunday evening.

"We have looked at every metre of the shore, and we have looked at it
twice," its leader, Mari Sund, said. The long-
term forecast is bad.
`
	want := []string{
		"The rescue service of Vestmark said on Tuesday that the search for a man who fell from the pier at Lom had ended without a result. Three boats had searched the bay since Sunday evening.",
		`"We have looked at every metre of the shore, and we have looked at it twice," its leader, Mari Sund, said. The long-term forecast is bad.`,
	}
	wantWords(t, "paragraphs", paras(mustRead(t, "a.txt", in)), want...)
	wantWords(t, "DOS line ends", paras(mustRead(t, "a.txt", strings.ReplaceAll(in, "\n", "\r\n"))), want...)
	wantWords(t, "old Mac line ends", paras(mustRead(t, "a.txt", strings.ReplaceAll(in, "\n", "\r"))), want...)
}

func TestLinesThatAreParagraphsStayApart(t *testing.T) {
	in := []string{
		"The rescue service of Vestmark said on Tuesday that the search for a man who fell from the pier at Lom had ended without a result.",
		"Three boats had searched the bay since Sunday evening.",
		"“We have looked at every metre of the shore,” its leader, Mari Sund, said. “And we have looked at it twice.”",
	}
	wantWords(t, "paragraphs", paras(mustRead(t, "a.txt", strings.Join(in, "\n"))), in...)
}

func TestNotices(t *testing.T) {
	const body = "The bridge at Lom was closed on Friday, the council said. It will reopen in June.\n\nNobody was hurt, the council said."
	for _, c := range []struct {
		in     string
		notice source.Notice
		mark   string
	}{
		{"CORRECTED-Bridge at Lom closed\n\n" + body, source.Corrected, "CORRECTED-"},
		{"UPDATE 2-Bridge at Lom closed\n\n" + body, source.Update, "UPDATE 2-"},
		{"REFILE-Bridge at Lom closed\n\n" + body, source.Refile, "REFILE-"},
		{"Bridge at Lom closed\n\n(Corrects day in first paragraph)\n\n" + body, source.Corrected, "(Corrects day in first paragraph)"},
		{body + "\n\nCorrection: An earlier version gave the wrong day.", source.Corrected, "Correction: An earlier version gave the wrong day."},
		{body + "\n\nCorrection, 4 May 2025: it was Friday.", source.Corrected, "Correction, 4 May 2025: it was Friday."},
		{body + "\n\nThis article was amended on 4 May to correct the day.", source.Corrected, "This article was amended on 4 May to correct the day."},
		{body + "\n\nThis article was updated to correct the day.", source.Corrected, "This article was updated to correct the day."},
		{body + "\n\nClarification: the bridge is shut to lorries only.", source.Clarification, "Clarification: the bridge is shut to lorries only."},
		{body + "\n\nEditor’s note: the author’s brother works for the council.", source.EditorsNote, "Editor’s note: the author’s brother works for the council."},
		{"WITHDRAWN: Bridge at Lom closed\n\n" + body, source.Withdrawn, "WITHDRAWN:"},
		{body + "\n\nThis story has been withdrawn.", source.Withdrawn, "This story has been withdrawn."},
		{body, source.NoNotice, ""},
		{body + "\n\nUpdates will follow.", source.NoNotice, ""},
		{body + "\n\nCorrections officers were told.", source.NoNotice, ""},
	} {
		d := mustRead(t, "a.txt", c.in)
		if d.Notice != c.notice {
			t.Errorf("%q: notice %q, want %q", c.in, d.Notice, c.notice)
		}
		if c.mark == "" {
			wantWords(t, c.in, marked(d, source.MarkNotice))
		} else {
			wantWords(t, c.in, marked(d, source.MarkNotice), c.mark)
		}
	}
}

func TestSpacesAndInvisiblesAreFolded(t *testing.T) {
	d := mustRead(t, "a.txt", "\ufeffThe  dam\u00a0at\u2009Lo\u00adm\u200b held cafe\u0301s\u2028open.\n\n\n\n\tThe \x07river fell.  \n")
	wantWords(t, "paragraphs", paras(d), "The dam at Lom held cafés", "open.", "The river fell.")
}

func TestErrorsSayWhatIsWrongAndWhatToDo(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		kind error
	}{
		"empty.txt":   {"", ErrEmpty},
		"blank.txt":   {" \n\n\t\r\n", ErrEmpty},
		"blank.html":  {"<html><body><script>x()</script></body></html>", ErrEmpty},
		"picture.txt": {"\x89PNG\r\n\x1a\n\x00\x00", ErrUnsupported},
		"report.pdf":  {"%PDF-1.7\n", ErrUnsupported},
		"memo.docx":   {"PK\x03\x04word", ErrUnsupported},
		"feed.xml":    {"<?xml version='1.0'?><rss version='2.0'></rss>", ErrUnsupported},
		"mail.txt":    {"From: a@b.example\r\nMIME-Version: 1.0\r\n\r\nHello.", ErrUnsupported},
		"crawl.txt":   {"WARC/1.0\r\n", ErrUnsupported},
		"noise.txt":   {strings.Repeat("\x01\x02\x03\x04abc", 100), ErrBinary},
		"nuls.txt":    {strings.Repeat("a\x00b\x00\x00", 100), ErrBinary},
		"big.txt":     {strings.Repeat("a", MaxFile+1), ErrTooBig},
	} {
		_, err := Read(context.Background(), name, []byte(c.data))
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, c.kind) {
			t.Errorf("%s: error %v, want kind %v", name, err, c.kind)
			continue
		}
		if e.Name != name || e.Problem == "" || e.Hint == "" || strings.HasSuffix(e.Hint, ".") {
			t.Errorf("%s: error %#v lacks a part", name, e)
		}
	}
}

func TestReadStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, "a.txt", []byte("The dam held.")); !errors.Is(err, context.Canceled) {
		t.Errorf("error = %v", err)
	}
}
