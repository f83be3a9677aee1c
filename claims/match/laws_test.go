package match

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stet/claims"
	"stet/index/source"
)

// checkResult fails if a result breaks the package's promises about spans.
func checkResult(t *testing.T, r Result, text string) {
	t.Helper()
	if !r.Span.Fits(text) {
		t.Fatalf("span %v does not fit a text of %d bytes", r.Span, len(text))
	}
	if r.Relation == Unrelated && !r.Span.Empty() {
		t.Fatalf("an unrelated passage has the span %v", r.Span)
	}
	if r.Score < 0 || r.Score > 1 {
		t.Fatalf("score %v", r.Score)
	}
	if !isRelation(string(r.Relation)) || r.Why == "" {
		t.Fatalf("relation %q, why %q", r.Relation, r.Why)
	}
	for _, d := range r.Differences {
		if !d.PassageSpan.Fits(text) {
			t.Fatalf("difference %+v does not fit the passage", d)
		}
		if _, ok := rank[d.Kind]; !ok {
			t.Fatalf("difference of unknown kind %q", d.Kind)
		}
	}
}

func FuzzQuote(f *testing.F) {
	for _, p := range readGold(f, "quotes.txt")[:60] {
		f.Add(p.words, p.speaker, p.passage)
	}
	f.Add("…", "…", "…")
	f.Add("[…] a [b] c…", "x’s spokesman, (", "“a “b” c” said. “")
	f.Add("\"", "\xff", "\xffa\xffb \"a\xff\"")
	f.Fuzz(func(t *testing.T, words, speaker, text string) {
		if len(words) > 2000 || len(text) > 8000 {
			t.Skip("long inputs are another test's")
		}
		r := Quote(QuoteClaim{Words: words, Speaker: speaker}, Passage{Text: text})
		if utf8.ValidString(text) {
			checkResult(t, r, text)
		}
		if len(text) > 4 && utf8.ValidString(text) {
			part := source.Span{Start: 0, End: len(text) / 2}
			if part.Fits(text) && !part.Empty() {
				r := Quote(QuoteClaim{Words: words, Speaker: speaker, Stitched: true}, Passage{Text: text, Span: part})
				if !r.Span.Empty() && !part.Contains(r.Span) {
					t.Fatalf("found %v outside %v", r.Span, part)
				}
			}
		}
	})
}

func FuzzFigure(f *testing.F) {
	for _, p := range readGold(f, "figures.txt")[:60] {
		f.Add(p.words, p.place, p.passage, int64(0))
	}
	f.Add("12 killed", "", "12", int64(1e9))
	f.Add("no one of the 5 died", "A", "5 of the 5 of the dead, 5 of them 1,000,000", int64(-1))
	f.Fuzz(func(t *testing.T, words, place, text string, day int64) {
		if len(words) > 1000 || len(text) > 8000 {
			t.Skip("long inputs are another test's")
		}
		date := time.Unix(day%4e9, 0).UTC()
		c, _ := ReadFigure(words, place, date)
		r := Figure(c, Passage{Text: text, Date: date})
		if utf8.ValidString(text) {
			checkResult(t, r, text)
		}
	})
}

func TestAQuoteMatchesItself(t *testing.T) {
	for _, set := range []string{"quotes.txt", "quotes_held.txt"} {
		for _, p := range readGold(t, set) {
			if len(cutWords(p.words, source.Span{End: len(p.words)}, 3)) < 3 || strings.Contains(p.words, "…") || strings.Contains(p.words, "[") {
				continue
			}
			r := Quote(QuoteClaim{Words: p.words}, Passage{Text: "Before it was said. " + p.words + " After it was said."})
			if r.Relation != Verbatim && r.Relation != SilentTruncation {
				t.Errorf("%s: %q against itself is %s (%s)", p.id, p.words, r.Relation, r.Why)
			}
			if r.Score < 0.99 {
				t.Errorf("%s: score %.2f against itself", p.id, r.Score)
			}
		}
	}
}

func TestALongTextTakesBoundedTime(t *testing.T) {
	const words = 200_000
	quote := "“We must rebuild the harbour before the winter storms come, and we must do it with our own hands,” Ada Osei said."
	var b strings.Builder
	filler := []string{"the", "harbour", "council", "of", "Norrby", "met", "again", "and", "we", "must", "wait", "for", "winter"}
	for i := range words {
		if i == words*2/3 {
			b.WriteString("\n\n" + quote + "\n\n")
		}
		b.WriteString(filler[i%len(filler)])
		if i%17 == 16 {
			b.WriteString(". ")
		} else {
			b.WriteByte(' ')
		}
	}
	text := b.String()
	p := Passage{Text: text}
	p.doc() // analysed once for all claims; not what is measured
	start := time.Now()
	r := Quote(QuoteClaim{Words: "“We must rebuild the harbour before the winter storms come.”", Speaker: "Ada Osei"}, p)
	took := time.Since(start)
	if r.Relation != SilentTruncation || r.Span.Of(text) != "We must rebuild the harbour before the winter storms come" {
		t.Errorf("got %s %q", r.Relation, r.Span.Of(text))
	}
	const most = 20 * time.Second // about 1 s on two cores; generous for the race detector
	if took > most {
		t.Errorf("took %v", took)
	}
}

func TestASentenceOfNumbersTakesBoundedTime(t *testing.T) {
	text := strings.Repeat("12 dead and 1,200 of them in Norrby, ", 3_000)
	start := time.Now()
	c, _ := ReadFigure("12 killed", "Norrby", time.Time{})
	r := Figure(c, Passage{Text: text})
	if !r.Span.Fits(text) {
		t.Errorf("span %v", r.Span)
	}
	const most = 60 * time.Second // a few seconds; generous for a busy machine
	if took := time.Since(start); took > most {
		t.Errorf("took %v", took)
	}
}

func TestSpansStayInsideThePartAskedFor(t *testing.T) {
	text := "“It is over,” Rana Haddad said.\n\n“It is over,” Lin Wei said."
	second := source.Span{Start: strings.LastIndex(text, "“"), End: len(text)}
	r := Quote(QuoteClaim{Words: "It is over", Speaker: "Lin Wei"}, Passage{Text: text, Span: second})
	if r.Relation != Verbatim || !second.Contains(r.Span) {
		t.Errorf("got %s at %v, want verbatim inside %v", r.Relation, r.Span, second)
	}
	if r := Quote(QuoteClaim{Words: "It is over", Speaker: "Lin Wei"}, Passage{Text: text}); r.Relation != Verbatim || r.Span.Start < second.Start {
		t.Errorf("of two equal quotes the claim's speaker's is wanted, got %s at %v", r.Relation, r.Span)
	}
}

func TestClaimsOfEveryKindAreAnswered(t *testing.T) {
	p := Passage{Text: "At least 12 people were killed in Norrby on Thursday, police said. “We must rebuild,” Ada Osei said. Prices rose by 4 per cent in May."}
	for _, c := range []struct {
		claim claims.Claim
		want  Relation
	}{
		{claims.Claim{Text: "“We must rebuild,” said Ada Osei.", Body: claims.Quote{Words: "We must rebuild", Speaker: "Ada Osei"}}, Verbatim},
		{claims.Claim{Text: "Fifteen people were killed in Norrby.", Body: claims.Figure{Words: "Fifteen people", Outcome: claims.Killed, Range: claims.Just(15), Population: "people", Place: "Norrby"}}, Compatible},
		{claims.Claim{Text: "Prices rose by 4 percent in May.", Body: claims.Statistic{Words: "4 percent"}}, Verbatim},
		{claims.Claim{Text: "Prices rose by 9 per cent in May.", Body: claims.Statistic{Words: "9 per cent"}}, Substitution},
		{claims.Claim{Text: "The harbour will be closed for good.", Body: claims.Statement{Words: "The harbour will be closed for good."}}, Unrelated},
		{claims.Claim{}, Unrelated},
	} {
		if r := Claim(c.claim, time.Time{}, p); r.Relation != c.want {
			t.Errorf("%q: %s, want %s (%s)", c.claim.Text, r.Relation, c.want, r.Why)
		}
	}
}

func fullSpan(s string) source.Span { return source.Span{End: len(s)} }

func claimOf(c FigureClaim) claims.Claim { return claims.Claim{Text: c.Text, Body: c.Figure} }
