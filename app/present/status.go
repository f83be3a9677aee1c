package present

import (
	"context"
	"fmt"
	"strings"

	"stet/claims"
	"stet/claims/ledger"
)

// Counts are the numbers at the rail and in the status bar.
type Counts struct {
	Articles, Claims int
	Stale            int // claims whose verdict is in doubt since a later version
	Findings, Flags  int // open ones
	Review           int // submitted claims
	Tolls            int // open alarms of toll boards; 0 while figures are not read
	Quotes           int // utterances whose renderings differ in substance; 0 while not looked for
	Reports, Acts    int
	Entries          uint64
}

// At is the number shown at a place of the rail.
func (c Counts) At(p Place) int {
	switch p {
	case PlaceSources:
		return c.Articles
	case PlaceClaims:
		return c.Claims
	case PlaceEvents:
		return c.Tolls
	case PlaceQuotes:
		return c.Quotes
	case PlaceInbox:
		return c.Findings + c.Flags
	case PlaceReview:
		return c.Review
	case PlaceReports:
		return c.Reports
	}
	return 0
}

// Tone is what the number at a place asks for: findings and claims to review wait
// for a decision; alarms of toll boards and quotes that differ are doubts, as in
// their panes; the others only count.
func (c Counts) Tone(p Place) Tone {
	switch {
	case c.At(p) == 0:
	case p == PlaceInbox || p == PlaceReview:
		return ToneWarn
	case p == PlaceEvents || p == PlaceQuotes:
		return ToneBad
	}
	return TonePlain
}

// Say is what is counted at a place, "" where nothing is.
func (c Counts) Say(p Place) string {
	n := c.At(p)
	switch p {
	case PlaceSources:
		return Plural(n, "article")
	case PlaceClaims:
		return Plural(n, "claim")
	case PlaceEvents:
		return Plural(n, "open alarm") + " on toll boards"
	case PlaceQuotes:
		return Plural(n, "quote") + " printed with differences of substance"
	case PlaceInbox:
		return Plural(c.Findings, "finding") + " and " + Plural(c.Flags, "flag") + " to settle"
	case PlaceReview:
		return Plural(n, "claim") + " submitted"
	case PlaceReports:
		return Plural(n, "report") + " exported"
	}
	return ""
}

// Coverage is how many of the checkable sentences of the open article are handled.
type Coverage struct{ Handled, Of int }

// sum counts anew, and looks up what later versions did.
func (s *Shell) sum() {
	w := s.Desk
	if w == nil {
		return
	}
	s.Counts = s.counted()
	s.support()
	s.summing.Start(func(ctx context.Context) func() {
		found, err := w.Findings(ctx)
		return func() {
			if err != nil {
				s.Fail(err)
				return
			}
			s.Findings = found
			s.Counts = s.counted()
			s.tell(func(l Listener) {
				if l.Findings != nil {
					l.Findings()
				}
			})
			s.Changed()
		}
	})
}

// counted counts the desk as it is, with the findings known so far.
func (s *Shell) counted() Counts {
	c := Counts{Quotes: s.Counts.Quotes, Tolls: s.Counts.Tolls} // a listing of its own counts them
	stale := map[claims.ID]bool{}
	for _, f := range s.Findings {
		if f.Settled {
			continue
		}
		c.Findings++
		if f.Stale {
			stale[f.Claim] = true
		}
	}
	c.Stale = len(stale)
	s.Desk.View(func(st *ledger.State) {
		for _, a := range st.Articles {
			if a.Latest() != nil {
				c.Articles++
			}
		}
		for _, x := range st.Live() {
			c.Claims++
			if x.Review == claims.Submitted {
				c.Review++
			}
		}
		c.Flags = len(st.OpenFlags())
		c.Reports, c.Acts, c.Entries = len(st.Reports), len(st.Groups), st.Seq
	})
	return c
}

// Cover notes how much of the open article is handled.
func (s *Shell) Cover(c Coverage) {
	if c != s.Coverage {
		s.Coverage = c
		s.Changed()
	}
}

// SetQuotes notes how many quotes differ in substance.
func (s *Shell) SetQuotes(n int) {
	if s.Counts.Quotes != n {
		s.Counts.Quotes = n
		s.Changed()
	}
}

// Status is the line at the bottom of the window.
func (s *Shell) Status() string {
	if s.Desk == nil {
		return "No desk is open"
	}
	var parts []string
	if s.Coverage.Of > 0 {
		parts = append(parts, Meter(s.Coverage.Handled, s.Coverage.Of))
	}
	parts = append(parts, Plural(s.Counts.Articles, "article"), Plural(s.Counts.Claims, "claim"))
	if s.Counts.Stale > 0 {
		parts = append(parts, fmt.Sprintf("%d stale", s.Counts.Stale))
	}
	if in := s.Counts.Waiting(); in != "" {
		parts = append(parts, in)
	}
	return strings.Join(parts, " · ")
}

// Plural prints a number with its noun: "1 claim", "1,204 claims".
func Plural(n int, noun string) string {
	s := claims.Number(float64(n)) + " "
	if n == 1 {
		return s + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok && !strings.ContainsAny(stem[len(stem)-1:], "aeiou") {
		return s + stem + "ies"
	}
	return s + noun + "s"
}

// LedgerLine says how long the record is, and who one is.
func (s *Shell) LedgerLine() string {
	if s.Desk == nil {
		return ""
	}
	return dotted("ledger "+Plural(int(s.Counts.Entries), "entry"), s.Verified, s.Desk.Who().String())
}
