package toll

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/match"
	"stet/index/source"
)

func sortRows(list []*Row) {
	slices.SortFunc(list, func(a, b *Row) int { return compareRows(*a, *b) })
}

// bounded reports whether a range keeps a modifier that may vanish: at least,
// more than, about, up to.
func bounded(i claims.Interval) bool {
	switch i.Mod {
	case claims.AtLeast, claims.MoreThan, claims.Approx, claims.AtMost, claims.LessThan:
		return true
	}
	return false
}

// bare reports whether a range is a plain number.
func bare(i claims.Interval) bool { return !i.NoMax && i.Min == i.Max && i.Min > 0 }

// modifiers finds a modifier that vanished: between two versions of an article, or
// against the report a figure likely comes from. A figure that names its own source
// and is no copy may have it from there, so that is not flagged.
func (j *judge) modifiers(i int) {
	for _, r := range j.rows[i] {
		if !bare(r.Range) || r.Standing == Doubtful || j.flagged(r, RuleFell) {
			continue
		}
		if was := j.versionBefore(i, r); was != nil {
			reason := j.ends(r)
			if bounded(was.Range) && r.Range.Within(was.Range) && (reason != "" || nominal(was.Range) == nominal(r.Range)) { // another number is another count
				why, level := fmt.Sprintf("%s was %s one version before: the modifier went.", cite(r), cite(was)), Alarm
				if reason != "" {
					why, level = why+" The text says that the count is complete.", Note
				}
				j.raise(RuleModifier, level, why, reason, r, was)
			}
			continue
		}
		if was := j.hardened(i, r); was != nil {
			why := fmt.Sprintf("%s hardens %s: the modifier went.", cite(r), cite(was))
			if r.Source != 0 && r.Source == was.Source {
				why = fmt.Sprintf("%s hardens %s, which it copies: the modifier went.", cite(r), cite(was))
			}
			j.raise(RuleModifier, Alarm, why, "", r, was)
		}
	}
}

// versionBefore is the row of the version before in a row's article, or of the entry
// before in a live blog.
func (j *judge) versionBefore(i int, r *Row) *Row {
	var best *Row
	for _, o := range j.rows[i] {
		before := o.Version.N < r.Version.N || o.Version == r.Version && o.Entry != r.Entry && o.At.Before(r.At)
		if o.Version.Article == r.Version.Article && before && match.SameSource(o.Attribution, r.Attribution) >= 0 && (best == nil || cmp.Or(cmp.Compare(o.Version.N, best.Version.N), o.At.Compare(best.At)) > 0) {
			best = o
		}
	}
	return best
}

// hardened finds the earlier report with the same number and a modifier that a
// plain number likely comes from. There is none if somebody gave it plainly before,
// or if the row names its own source and is no copy.
func (j *judge) hardened(i int, r *Row) *Row {
	var from *Row
	for _, o := range j.rows[i] {
		if o.Standing == Doubtful || nominal(o.Range) != nominal(r.Range) || o.Version.Article == r.Version.Article || !mayCome(r, o) {
			continue
		}
		if bare(o.Range) && !j.flagged(o, RuleModifier) && !relays.MatchString(o.Attribution) {
			return nil
		}
		if !bounded(o.Range) {
			continue
		}
		copied := r.Source != 0 && r.Source == o.Source
		if (copied || !r.Sourced || r.Story && match.SameSource(r.Attribution, o.Attribution) == 1) && (from == nil || from.Source != r.Source || r.Source == 0) {
			from = o // what it copies, else the latest before it
		}
	}
	return from
}

// relays are those who pass figures on and count nobody: that one of them gave a number
// plainly is no reason to drop the modifier of who did count.
var relays = regexp.MustCompile(`(?i)\b(radio|television|tv|news ?paper|news agency|broadcaster|media|press|tabloid|reports)\b`)

// mayCome reports whether a row can come from another: that was printed before it.
// Of two copies of one day of which an hour is not known, the one that says less
// comes from the one that says more: a copy drops "at least" and does not make it up.
func mayCome(r, o *Row) bool {
	if o.Published.Before(r.Published) && !dayOnly(o.Published) || r.Story && o.Published.Equal(r.Published) {
		return true
	}
	if !o.Published.Equal(r.Published) && !dayOnly(o.Published) && !dayOnly(r.Published) {
		return false
	}
	a, b := o.Published.UTC().Format(time.DateOnly), r.Published.UTC().Format(time.DateOnly)
	return a < b || a == b && bounded(o.Range) && r.Source != 0 && r.Source == o.Source
}

// ends is the sentence by which a version says that its count is complete.
func (j *judge) ends(r *Row) string { return j.ending[r.Version] }

// attributions finds a toll in the lead that names nobody, of which an earlier
// report or version said who counted. One flag for all versions of an article.
func (j *judge) attributions(i int) {
	g := j.b.Groups[i]
	if g.Outcome != claims.Killed && g.Outcome != claims.Casualties || g.Window != "" {
		return
	}
	found := map[source.ArticleID][]*Row{}
	from := map[source.ArticleID]*Row{}
	var order []source.ArticleID
	for k, r := range j.rows[i] {
		if r.Sourced || r.Head && len(r.Also) == 0 || !r.Lead || r.Standing == Doubtful {
			continue
		}
		var was *Row
		for _, o := range j.rows[i][:k] {
			if was == nil && o.Standing != Doubtful && strings.TrimSpace(o.Attribution) != "" && !pronouns[strings.ToLower(o.Attribution)] && nominal(o.Range) == nominal(r.Range) && o.Version != r.Version && o.Published.Before(r.Published) {
				was = o
			}
		}
		if was == nil {
			continue
		}
		a := r.Version.Article
		if found[a] == nil {
			order = append(order, a)
		}
		found[a] = append(found[a], r)
		from[a] = was
	}
	for _, a := range order {
		list := found[a]
		r := list[len(list)-1]
		j.raise(RuleAttribution, Alarm, fmt.Sprintf("%s names nobody who counted; %s did.", cite(r), cite(from[a])), "", append(slices.Clone(list), from[a])...)
	}
}

// lines flags a headline or an address that gives another figure than the text of
// the newest version.
func (j *judge) lines(reports []Report) {
	seen := map[*Copy]bool{}
	var list []*Copy
	for _, r := range reports {
		if !seen[r.Copy] && r.Copy.Latest {
			seen[r.Copy] = true
			list = append(list, r.Copy)
		}
	}
	sortCopies(list)
	for _, c := range list {
		for _, d := range c.Digest.Discords {
			r := j.rowAt(c, d.At)
			if r == nil {
				continue
			}
			rule := RuleHeadline
			if d.Line == "slug" {
				rule = RuleSlug
			}
			j.raise(rule, Alarm, fmt.Sprintf("%s: %s.", nameOf(c), d.Text), "", r)
			if rule == RuleHeadline {
				f := &j.flags[len(j.flags)-1]
				f.Places = append(f.Places, source.Place{Version: c.Version, Span: d.Span})
			}
		}
	}
}

// rowAt finds the row of a version whose words stand at a span.
func (j *judge) rowAt(c *Copy, at source.Span) *Row {
	var found *Row
	j.b.Each(func(_ *Group, r *Row) {
		if found != nil || r.Version != c.Version || r.Role == Unconfirmed {
			return
		}
		if r.Span.Overlaps(at) || slices.ContainsFunc(r.Also, func(p source.Place) bool { return p.Span.Overlaps(at) }) {
			found = r
		}
	})
	return found
}

// apart notes figures of one outcome that stand in different groups: they are not
// comparable, which is no conflict.
func (j *judge) apart() {
	current := func(i int, article source.ArticleID) *Row { // of the article, else the latest figure that stands, else the latest
		var best *Row
		rank := func(r *Row) int { return 2*bit(r.Version.Article == article) + bit(r.Standing == Stands) }
		for _, r := range slices.Backward(j.rows[i]) {
			if r.Latest && r.Standing != Doubtful && (best == nil || rank(r) > rank(best)) {
				best = r
			}
		}
		return best
	}
	for i, g := range j.b.Groups {
		for k, h := range j.b.Groups[:i] {
			if g.Outcome != h.Outcome {
				continue
			}
			b := current(i, "")
			if b == nil {
				continue
			}
			a := current(k, b.Version.Article)
			if a == nil || a.Range.Equal(b.Range) && g.Class == h.Class && g.Place == h.Place {
				continue
			}
			why := "they count " + h.Class + " and " + g.Class
			if g.Place != h.Place {
				why = fmt.Sprintf("they count %s and %s", sited(h), sited(g))
			}
			if g.Window != h.Window {
				why = fmt.Sprintf("they cover other days (%s and %s)", j.days(h), j.days(g))
			}
			j.raise(RuleApart, Note, fmt.Sprintf("%s and %s are not comparable: %s. That is no conflict.", cite(a), cite(b), why), "", a, b)
			break
		}
	}
}

// sited words whom a group of an event of several places counts.
func sited(g Group) string {
	if g.Place == "" {
		return "all its places"
	}
	return g.Place + " alone"
}

// days words a group's window.
func (j *judge) days(g Group) string { return WindowWords(j.b.Event, g.Window) }

// WindowWords words the window of a group: the event's days, or the stretch.
func WindowWords(e claims.Event, window string) string {
	from, to := e.From, e.To
	if window != "" {
		from, to, _ = strings.Cut(window, "/")
	}
	a, okA := day(from)
	b, okB := day(to)
	switch {
	case okA && window == "" && e.Open && !okB:
		return "since " + a.Format("2 January 2006")
	case okA && okB && !a.Equal(b) && a.Year() == b.Year() && a.Month() == b.Month():
		return a.Format("2") + "–" + b.Format("2 January 2006")
	case okA && okB && !a.Equal(b):
		return a.Format("2 January 2006") + " – " + b.Format("2 January 2006")
	case okA:
		return a.Format("2 January 2006")
	}
	return "the event"
}

// Heading names a group: "Killed, 8 May 2025", "Killed, civilians, since 1 March 2025".
func Heading(e claims.Event, g Group) string {
	s := outcomeTitle(g.Outcome)
	if g.Class != "people" {
		s += ", " + g.Class
	}
	if g.Place != "" {
		s += ", " + g.Place
	}
	return s + ", " + WindowWords(e, g.Window)
}
