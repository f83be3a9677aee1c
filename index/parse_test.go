package index

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestTypedQueriesAreReadAsPeopleMeanThem(t *testing.T) {
	word := func(s string) clause { return clause{kind: wordClause, text: s} }
	phrase := func(s string) clause { return clause{kind: phraseClause, text: s} }
	for text, want := range map[string][]clause{
		"harbour fire":             {word("harbour"), word("fire")},
		`"at least twelve" dead`:   {phrase("at least twelve"), word("dead")},
		"“we must rebuild”":        {phrase("we must rebuild")},
		"«nous devons» „wir“":      {phrase("nous devons"), phrase("wir")},
		`mayor "we must`:           {word("mayor"), phrase("we must")},
		`"`:                        nil,
		`""`:                       nil,
		`6" pipe`:                  {word(`6"`), word("pipe")},
		"evacu*":                   {{kind: prefixClause, text: "evacu"}},
		"*":                        nil,
		"zelenski~ kyiw~2 roma~1":  {{kind: fuzzyClause, text: "zelenski", edits: 1}, {kind: fuzzyClause, text: "kyiw", edits: 2}, {kind: fuzzyClause, text: "roma", edits: 1}},
		"fire -drill":              {word("fire"), {kind: wordClause, text: "drill", not: true}},
		`fire -"a drill"`:          {word("fire"), {kind: phraseClause, text: "a drill", not: true}},
		"covid-19 - -- -":          {word("covid-19")},
		"fire – killed":            {word("fire"), word("killed")},
		"12:30 a:b http://x.test/": {word("12:30"), word("a:b"), word("http://x.test/")},
		"outlet: fire":             {word("outlet"), word("fire")},
		"kind:":                    {word("kind")},
		"from:whenever":            {word("from whenever")},
		" \t\n ":                   nil,
	} {
		if got := parse(text, false).clauses; !reflect.DeepEqual(got, want) {
			t.Errorf("%q is read as %+v, want %+v", text, got, want)
		}
	}
}

func TestFiltersCanBeTyped(t *testing.T) {
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	q := parse(`fire outlet:"Coastal Wire" outlet:norrby kind:Headline lang:en-GB from:2025-02 to:2024`, false)
	want := typed{
		clauses: []clause{{kind: wordClause, text: "fire"}},
		outlets: []string{"Coastal Wire", "norrby"}, kinds: []string{"headline"}, langs: []string{"en"},
		from: day(2025, 2, 1), to: day(2024, 12, 31),
	}
	if !reflect.DeepEqual(q, want) {
		t.Errorf("got %+v, want %+v", q, want)
	}
	if q := parse("to:2024-02", false); q.to != day(2024, 2, 29) {
		t.Errorf("the last day of February 2024 is %v", q.to)
	}
	if q := parse("from:2024-05-06", false); q.from != day(2024, 5, 6) || len(q.clauses) != 0 {
		t.Errorf("got %+v", q)
	}
}

func TestTheLastWordIsABeginningWhileTyping(t *testing.T) {
	for text, want := range map[string]clauseKind{"fire har": prefixClause, "fire har ": wordClause, `fire "har`: phraseClause, "fire har~": fuzzyClause} {
		q := parse(text, true)
		if got := q.clauses[len(q.clauses)-1].kind; got != want {
			t.Errorf("%q: the last clause has kind %d, want %d", text, got, want)
		}
	}
}

func TestALongTextIsSearchedByItsBeginning(t *testing.T) {
	if n := len(parse(strings.Repeat("word ", 10_000), false).clauses); n != maxClauses {
		t.Errorf("%d clauses", n)
	}
}

func FuzzSearchNeverFails(f *testing.F) {
	for _, q := range parityQueries() {
		f.Add(q.Text)
	}
	f.Add("-\"")
	f.Add("outlet:\"")
	f.Add("~2 ~ * -* \x00 \xff 🙂~")
	x, _ := inMemory(f, generated(4)...)
	f.Fuzz(func(t *testing.T, text string) {
		for _, typing := range []bool{false, true} {
			p, err := x.Search(t.Context(), Query{Text: text, Typing: typing})
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			for _, h := range p.Hits {
				for _, m := range h.Snippet.Marks {
					if !m.Fits(h.Snippet.Text) || m.Empty() {
						t.Fatalf("%q: mark %v does not fit %q", text, m, h.Snippet.Text)
					}
				}
				for _, m := range h.Terms {
					if !h.Span.Contains(m) {
						t.Fatalf("%q: the match %v is outside its passage %v", text, m, h.Span)
					}
				}
			}
		}
	})
}
