package extract

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// datesOf prints the dates of a text as "words=from..to", read on Thursday, 17
// April 2025.
func datesOf(text string, base time.Time) string {
	d := Analyse(text, Meta{Date: base, Lang: "en"})
	var out []string
	var ln line
	ln.base = base
	for i := range d.Sentences {
		ln.read(d, i)
		for _, x := range ln.dates {
			w := x.window(ln.text(x.a, x.b))
			s := w.From + ".." + w.To
			if w.From == w.To {
				s = w.From
			}
			out = append(out, fmt.Sprintf("%s=%s", w.Words, s))
		}
	}
	return strings.Join(out, "; ")
}

func TestDatesAgainstTheDateline(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He died on Thursday.", "on Thursday=2025-04-17"},
		{"He died on Sunday.", "on Sunday=2025-04-13"},
		{"He died last Thursday.", "last Thursday=2025-04-10"},
		{"He will speak on Friday.", "on Friday=2025-04-18"},
		{"He died on Friday night.", "on Friday night=2025-04-11"},
		{"He died yesterday.", "yesterday=2025-04-16"},
		{"He died last night.", "last night=2025-04-16"},
		{"He died today.", "today=2025-04-17"},
		{"He died overnight.", "overnight=2025-04-16..2025-04-17"},
		{"He died on 13 April.", "on 13 April=2025-04-13"},
		{"He died on April 13, 2024.", "on April 13, 2024=2024-04-13"},
		{"He died on the 3rd of May.", "on the 3rd of May=2024-05-03"},
		{"He died on December 3.", "on December 3=2024-12-03"},
		{"He may march in May.", "in May=2024-05-01..2024-05-31"},
		{"They met on April 9–11.", "on April 9–11=2025-04-09..2025-04-11"},
		{"He died in March 2023.", "in March 2023=2023-03-01..2023-03-31"},
		{"He died last month.", "last month=2025-03-01..2025-03-31"},
		{"He died last week.", "last week=2025-04-07..2025-04-13"},
		{"He died this week.", "this week=2025-04-14..2025-04-17"},
		{"He died this year.", "this year=2025-01-01..2025-04-17"},
		{"They died since 2022.", "since 2022=2022-01-01.."},
		{"They fled by 2023.", "by 2023=..2023-12-31"},
		{"They died over the past two days.", "over the past two days=2025-04-15..2025-04-17"},
		{"They died in the past 24 hours.", "in the past 24 hours=2025-04-16..2025-04-17"},
		{"They died over the weekend.", "over the weekend=2025-04-12..2025-04-13"},
		{"He died two days ago.", "two days ago=2025-04-15"},
		{"It rose from 950 a day earlier.", "a day earlier=2025-04-16"},
		{"They died between 2014 and 2018.", "between 2014 and 2018=2014-01-01..2018-12-31"},
		{"They died in 24 hours of shelling.", "in 24 hours=2025-04-16..2025-04-17"},
		{"They died during three days of fighting.", "during three days=2025-04-14..2025-04-17"},
		{"He died after two days.", ""},
		{"They died between January and March.", "between January and March=2025-01-01..2025-03-31"},
		{"They died between November and February.", "between November and February=2024-11-01..2025-02-28"},
		{"They fled from May to July 2024.", "from May to July 2024=2024-05-01..2024-07-31"},
		{"They died in April last year.", "in April last year=2024-04-01..2024-04-30"},
		{"They died in the first three months of the year.", "in the first three months of the year=2025-01-01..2025-03-31"},
		{"They died in the third quarter.", "in the third quarter=2024-07-01..2024-09-30"},
		{"They died in the second half of 2023.", "in the second half of 2023=2023-07-01..2023-12-31"},
		{"They died in the twelve months to March.", "in the twelve months to March=2024-04-01..2025-03-31"},
		{"They died in the first three months of the war.", ""},
		{"They died in the 1990s.", "in the 1990s=1990-01-01..1999-12-31"},
		{"He died on 2025-02-28.", "on 2025-02-28=2025-02-28"},
		{"He died on 28/02/2025.", "on 28/02/2025=2025-02-28"},
		{"SAN DIMAS, 3 JAN 90 -- THREE MEN DIED IN THE CITY AND ITS SUBURBS.", "3 JAN 90=1990-01-03"},
		{"The 2,000 people there may march again.", ""},
		{"Some 2000 people came.", ""},
		{"He sat on the board.", ""},
	} {
		if got := datesOf(c.text, thursday); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestWithoutADatelineOnlyFullDatesAreResolved(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He died on Thursday.", "on Thursday="},
		{"He died on April 13.", "on April 13="},
		{"He died on April 13, 2024.", "on April 13, 2024=2024-04-13"},
		{"He died last month.", "last month="},
	} {
		if got := datesOf(c.text, time.Time{}); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestDatelineIsReadFromTheHeadOfTheText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{" date 2025-04-17 Three people were killed on Sunday.", "2025-04-13"},
		{"SAN DIMAS, 3 JAN 90 -- THREE POLICEMEN WERE KILLED YESTERDAY NEAR THE OLD BRIDGE.", "1990-01-02"},
	} {
		figs := Analyse(c.text, Meta{Lang: "en"}).Figures()
		if len(figs) != 1 || figs[0].Window.From != c.want {
			t.Errorf("%s: %+v, want %s", c.text, figs, c.want)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"on 13 April 2025", "past 24 hours", "2025-04-17", "31/12/1999", "the 31st of February", "May 99", "12 - 2020 - 3", "last", "between 2014 and", "2014–18", "a week ago", "99999999 days ago"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		d := Analyse(text, Meta{Date: thursday, Lang: "en"})
		var ln line
		ln.base = thursday
		for i := range d.Sentences {
			ln.read(d, i)
			last := 0
			for _, x := range ln.dates {
				if x.a < last || x.a >= x.b || x.b > len(ln.ws) || x.core < x.a || x.core >= x.b {
					t.Fatalf("date [%d,%d) core %d after %d of %d words in %q", x.a, x.b, x.core, last, len(ln.ws), text)
				}
				if w := x.window(""); w.From != "" && w.To != "" && w.From > w.To {
					t.Fatalf("window %+v runs backwards in %q", w, text)
				}
				last = x.b
			}
		}
	})
}

func TestADayThatDoesNotExistIsNoDate(t *testing.T) {
	base := time.Date(2025, 4, 17, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct{ text, want string }{
		{"He died on 31 February.", "on 31 February="},
		{"He died on 30 February 2024.", "on 30 February 2024="},
		{"He died on February 30, 2024.", "on February 30, 2024="},
		{"They met on April 29–31.", "on April 29–31="},
		{"He died on 2024-02-30.", "on 2024-02-30="},
		{"He died on 2024-13-45.", "on 2024-13-45="},
		{"He died on 31/02/2024.", "on 31/02/2024="},
		{"He died on 2024-02-29.", "on 2024-02-29=2024-02-29"},
		{"He died on 29 February.", "on 29 February=2024-02-29"},
	} {
		if got := datesOf(c.text, base); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
	for _, typed := range []string{"2026-13-45", "2026-02-30", "31 February", "February 30, 2026", "2026-00-10", "45/13/2026", "2026-02-30 to 2026-03-02", "2026-02-01 to 2026-02-30", "since 2026-02-30"} {
		if w, ok := ReadWindow(typed, base); ok {
			t.Errorf("%q is read as %s to %s", typed, w.From, w.To)
		}
	}
}
