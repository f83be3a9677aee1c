package toll

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/match"
	"stet/index/source"
)

// fell finds a toll that a later version of the article, or a later report of the
// same source, lowers. What is lowered is outdated, and so is every earlier report
// of the same number.
func (j *judge) fell(i int) {
	if !rises(j.b.Groups[i].Outcome) {
		return
	}
	list := j.rows[i]
	for k, now := range list {
		if now.Standing == Doubtful {
			continue
		}
		lowered := j.lowered(now)
		var was []*Row
		for _, o := range list[:k] {
			if o.Standing == Doubtful || !o.At.Before(now.At) || checks(now, o) {
				continue
			}
			told := lowered(o) || j.corrected(o, now)
			if o.Range.Above(now.Range) && (told || oneLine(o, now)) || dropped(o.Range, now.Range) && (told || oneLine(o, now) && oneHouse(o, now)) {
				was = append(was, o)
			}
		}
		if len(was) == 0 || j.fallen(was) {
			continue
		}
		old := was[len(was)-1]
		for _, o := range was {
			if o.Version.Article == now.Version.Article {
				old = o // of its own article before others
			}
		}
		for _, o := range list[:k] { // others with the number that was withdrawn
			if o.Standing == Stands && !checks(now, o) && (o.Range.Above(now.Range) || dropped(o.Range, now.Range)) && nominal(o.Range) == nominal(old.Range) {
				was = append(was, o)
			}
		}
		for _, o := range was {
			o.Standing = Outdated
		}
		j.raise(RuleFell, Alarm, fellWords(old, now)+notice(now), j.reason(now), append([]*Row{now}, unique(was)...)...)
	}
}

func fellWords(old, now *Row) string {
	if dropped(old.Range, now.Range) {
		return fmt.Sprintf("The toll fell from %s to %s: %s, then %s.", leastWords(old.Range), leastWords(now.Range), cite(old), cite(now))
	}
	return fmt.Sprintf("The toll fell from %s to %s.", cite(old), cite(now))
}

func leastWords(i claims.Interval) string {
	if i.MinOpen {
		return "more than " + claims.Number(i.Min)
	}
	return "at least " + claims.Number(i.Min)
}

// checks reports whether a row is of the story that is being checked and another of a
// source: what a story says, late as it is, leaves none of its sources behind.
func checks(story, r *Row) bool { return story.Story && !r.Story }

// dropped reports whether a count that was a least one is a lower least one now: "at
// least 21" after "at least 23". The two can both be right, yet nobody counts so.
func dropped(was, now claims.Interval) bool {
	return was.NoMax && now.NoMax && closed(was)[0] > closed(now)[0]
}

// oneHouse reports whether two rows are of one article, or of one outlet's articles:
// another outlet may print an old "at least" late.
func oneHouse(a, b *Row) bool {
	return a.Version.Article == b.Version.Article || a.Outlet != "" && strings.EqualFold(a.Outlet, b.Outlet)
}

// corrected reports whether a version gives the figure of an earlier one of its article
// as what was said before, whoever counted.
func (j *judge) corrected(was, now *Row) bool {
	if was.Version.Article != now.Version.Article || was.Version.N >= now.Version.N {
		return false
	}
	found := false
	j.b.Each(func(_ *Group, o *Row) {
		found = found || o.Version == now.Version && o.Role == Former && o.Outcome == now.Outcome && nominal(o.Range) == nominal(was.Range)
	})
	return found
}

// lowered tells which earlier figures a text says were lowered to its own: the one it
// gives as the earlier value; if it gives none but says that the toll was lowered, those
// of official counters and of nobody.
func (j *judge) lowered(now *Row) func(*Row) bool {
	var former []float64
	j.b.Each(func(_ *Group, o *Row) {
		if o.Version == now.Version && o.Role == Former && !correction.MatchString(o.Line) && o.Outcome == now.Outcome && nominal(o.Range) > nominal(now.Range) && (!named(*o) || match.SameSource(o.Attribution, now.Attribution) == 1) {
			former = append(former, nominal(o.Range))
		}
	})
	down := now.Cumulative && lowering.MatchString(now.Line)
	return func(o *Row) bool {
		if len(former) > 0 {
			return slices.Contains(former, nominal(o.Range))
		}
		return down && official[o.Kind]
	}
}

// withdraw outdates the figures that a later text says their source had given before:
// "the union, which had spoken of 33 dead".
func (j *judge) withdraw(i int) {
	j.b.Each(func(_ *Group, f *Row) {
		if f.Role != Former || !named(*f) || f.Outcome != j.b.Groups[i].Outcome {
			return
		}
		for _, o := range j.rows[i] {
			if o.Version != f.Version && !o.At.After(f.At) && !checks(f, o) && nominal(o.Range) == nominal(f.Range) && match.SameSource(o.Attribution, f.Attribution) == 1 {
				j.takenBack[o.ID] = true
				if o.Standing == Stands {
					o.Standing = Outdated
				}
			}
		}
	})
}

// correction says that a figure is an outlet's own earlier one.
var correction = regexp.MustCompile(`(?i)\bearlier version of this\b`)

// lowering says that a toll was lowered.
var lowering = regexp.MustCompile(`(?i)\b(lower(s|ed|ing)?|revis(es|ed|ing) (\pL+ ){0,3}down(ward|wards)?|cuts?|reduc(es|ed|ing))\b`)

// official are the kinds of those whose count a government's word replaces; "" is
// nobody named.
var official = map[claims.OriginKind]bool{"": true, claims.Official: true, claims.Rescue: true, claims.Hospital: true}

// fallen reports whether all of a list are outdated by an earlier fall.
func (j *judge) fallen(list []*Row) bool {
	for _, r := range list {
		seen := false
		for _, f := range j.flags {
			if f.Rule == RuleFell {
				for _, id := range f.Rows[1:] {
					seen = seen || id == r.ID
				}
			}
		}
		if !seen {
			return false
		}
	}
	return true
}

func unique(list []*Row) []*Row {
	seen := map[string]bool{}
	var out []*Row
	for _, r := range list {
		if !seen[r.ID] {
			seen[r.ID] = true
			out = append(out, r)
		}
	}
	return out
}

// oneLine reports whether two rows are of one line of counting: versions of one
// article that name no other source, or reports of one source.
func oneLine(a, b *Row) bool {
	s := match.SameSource(a.Attribution, b.Attribution)
	return s == 1 || s == 0 && a.Version.Article == b.Version.Article
}

// notice says whether a new version announces a change.
func notice(r *Row) string {
	if r.Notice == source.NoNotice {
		return " No notice announces it."
	}
	return fmt.Sprintf(" The version carries a notice (%s).", r.Notice)
}

// reason finds why a count was lowered, in the words of the article that lowers it.
func (j *judge) reason(now *Row) string {
	if now.Reason != "" {
		return now.Reason
	}
	reason := ""
	j.b.Each(func(_ *Group, r *Row) {
		if r.Version == now.Version && r.Reason != "" && r.Outcome == now.Outcome && reason == "" {
			reason = r.Reason
		}
	})
	return reason
}

// rivalHours: two named sources that differ within this time count rivally; later,
// the higher figure is news.
const rivalHours = 6 * time.Hour

// sameTime reports whether two counts are too near in time for the later one to be
// news. Of a report dated by its day alone the hour is not known: it is later than
// those of the day before, however late they are. The entries of one live blog follow
// one another.
func sameTime(a, b *Row) bool {
	if a.Version == b.Version && a.Entry != b.Entry && !a.At.Equal(b.At) {
		return false
	}
	if (dayOnly(a.At) || dayOnly(b.At)) && a.At.UTC().Format(time.DateOnly) != b.At.UTC().Format(time.DateOnly) {
		return false
	}
	return b.At.Sub(a.At).Abs() < rivalHours
}

func dayOnly(t time.Time) bool { return t.UTC().Truncate(oneDay).Equal(t) }

// outdate marks the rows that a later, higher figure of a source leaves behind. That is
// no doubt: tolls rise.
func (j *judge) outdate(i int) {
	if !rises(j.b.Groups[i].Outcome) && j.b.Groups[i].Outcome != claims.Missing {
		j.outdateSame(i)
		return
	}
	list := j.rows[i]
	for k, r := range list {
		for _, s := range list[k+1:] {
			if r.Standing != Stands || s.Standing == Doubtful || !s.At.After(r.At) || checks(s, r) {
				continue
			}
			if match.SameSource(r.Attribution, s.Attribution) == 1 && nominal(r.Range) != nominal(s.Range) {
				r.Standing = Outdated // its own source counts otherwise now
				continue
			}
			if r.Version == s.Version && r.Entry != s.Entry && nominal(s.Range) > nominal(r.Range) && match.SameSource(r.Attribution, s.Attribution) >= 0 {
				r.Standing = Outdated // the live blog goes on
				continue
			}
			if s.Range.Overlaps(r.Range) {
				continue
			}
			higher := s.Range.Above(r.Range) || j.b.Groups[i].Outcome == claims.Missing
			rival := match.SameSource(r.Attribution, s.Attribution) == -1 && sameTime(r, s)
			if higher && !rival && !j.known(list, r, s) && (s.Version.Article != r.Version.Article || s.Version.N > r.Version.N || s.Entry != r.Entry) && !j.repeats(list, r, s) {
				r.Standing = Outdated
			}
		}
	}
}

// known reports whether a rival gave the higher figure of s already when r was
// reported: then s is no news that leaves r behind.
func (j *judge) known(list []*Row, r, s *Row) bool {
	for _, o := range list {
		if o.Standing != Doubtful && (!o.At.After(r.At) || sameTime(o, r)) && o.Range.Equal(s.Range) && match.SameSource(o.Attribution, r.Attribution) == -1 {
			return true
		}
	}
	return false
}

// outdateSame: counts of people displaced, held or captured go up and down; the same
// source's later word outdates an earlier one, and so does anybody's of another time.
func (j *judge) outdateSame(i int) {
	list := j.rows[i]
	for k, r := range list {
		for _, s := range list[k+1:] {
			if r.Standing == Stands && s.At.After(r.At) && !checks(s, r) && !s.Range.Overlaps(r.Range) && (oneLine(r, s) || !sameTime(r, s)) {
				r.Standing = Outdated
			}
		}
	}
}

// repeats reports whether the source of r gives its figure again as late as s, so
// that it holds on to it: a rival, not news left behind.
func (j *judge) repeats(list []*Row, r, s *Row) bool {
	for _, o := range list {
		if o != r && (!o.At.Before(s.At) || sameTime(o, s)) && o.Standing != Doubtful && o.Range.Equal(r.Range) && match.SameSource(o.Attribution, r.Attribution) == 1 {
			return true
		}
	}
	return false
}

// counts is a pair of figures, the lower first.
type counts struct{ a, b string }

func countsOf(x, y *Row) counts {
	if closed(y.Range)[0] < closed(x.Range)[0] {
		x, y = y, x
	}
	return counts{x.Range.String(), y.Range.String()}
}

// conflicts finds figures that stand and allow no common number: one flag for each
// pair of counts, the latest report of each. It returns the pairs.
func (j *judge) conflicts(i int) map[counts]bool {
	list := j.rows[i]
	seen := map[counts]bool{}
	for k := len(list) - 1; k >= 0; k-- {
		for n := k - 1; n >= 0; n-- {
			a, b := list[n], list[k]
			if a.Standing != Stands || b.Standing != Stands || a.Range.Overlaps(b.Range) || a.Version == b.Version && (ownPeople.MatchString(a.Line) || ownPeople.MatchString(b.Line)) {
				continue // "27 of our members, more than 30 in all"
			}
			p := countsOf(a, b)
			if seen[p] {
				continue
			}
			seen[p] = true
			why := fmt.Sprintf("%s and %s cannot both be right.", cite(a), cite(b))
			if match.SameSource(a.Attribution, b.Attribution) == -1 {
				why = fmt.Sprintf("Rival counts: %s and %s cannot both be right; print them side by side, each with who says so.", cite(a), cite(b))
			}
			j.raise(RuleConflict, Alarm, why, "", a, b)
		}
	}
	return seen
}

// rose notes a toll that rises: later figures make earlier ones outdated, not
// false.
func (j *judge) rose(i int) {
	g := &j.b.Groups[i]
	if !rises(g.Outcome) || g.Window != "" {
		return
	}
	var steps []*Row
	for _, r := range j.rows[i] {
		if r.Standing == Doubtful || r.Story || j.flagged(r, RuleFell) {
			continue // a story's own figure is no step of the count
		}
		if n := len(steps); n == 0 || risen(steps[n-1].Range, r.Range) && r.At.After(steps[n-1].At) && sameCount(steps[n-1], r) {
			if n > 0 && match.SameSource(r.Attribution, steps[n-1].Attribution) == -1 && sameTime(r, steps[n-1]) {
				continue
			}
			steps = append(steps, r)
		}
	}
	if len(steps) < 2 {
		return
	}
	var words []string
	for _, r := range steps {
		words = append(words, fmt.Sprintf("%s on %s", Say(r.Range), dayWords(r.At)))
	}
	j.raise(RuleRose, Note, fmt.Sprintf("The number of %s rose: %s. Earlier figures are outdated, not false.", outcomeNoun(g), strings.Join(words, ", ")), "", steps...)
}

// risen reports whether a count is higher than one before it. Ranges that share a
// number are not, but for "at least": that number itself may rise.
func risen(was, now claims.Interval) bool {
	if was.NoMax {
		return nominal(now) > nominal(was) && closed(now)[0] > closed(was)[0]
	}
	return now.Above(was)
}

// sameCount reports whether a figure can be a later state of another's count: both
// official or of nobody named, or both of one source.
func sameCount(a, b *Row) bool {
	count := func(r *Row) bool { return !named(*r) || r.Kind != "" && official[r.Kind] }
	return count(a) && count(b) || match.SameSource(a.Attribution, b.Attribution) == 1
}

func dayWords(t time.Time) string { return t.UTC().Format("2 January") }

// outcomeNoun names what a group counts: "people killed", "children injured".
func outcomeNoun(g *Group) string {
	if g.Place != "" {
		return g.Class + " " + string(g.Outcome) + " in " + g.Place
	}
	return g.Class + " " + string(g.Outcome)
}
