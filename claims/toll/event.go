package toll

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/match"
	"stet/index/source"
)

// Copy is one version of an article with the digest of its text.
type Copy struct {
	Version  source.VersionID
	Outlet   string
	Title    string
	URL      string
	Date     time.Time // modified, else published, else captured
	Notice   source.Notice
	Latest   bool // of its article
	Story    bool // an article that is being checked
	Digest   Digest
	Earliest time.Time // when its article was first published
}

// Scene is what tells the figures of one event from those of others.
type Scene struct {
	Place  string   // "" : not known, nothing is found by itself
	From   string   // first day; "": not known
	To     string   // last day; "" with Open: still going on; else one day
	Open   bool     // counts run on: "since 1 March"
	Causes []string // kinds, see match.Causes
	Nouns  []string // what was struck: market, ferry; folded
}

// SceneOf reads an event.
func SceneOf(e claims.Event) Scene {
	told := e.Name + " " + e.Cause
	s := Scene{Place: e.Place, From: e.From, To: e.To, Open: e.Open, Causes: match.Causes(told)}
	if s.From == "" {
		s.From = s.To
	}
	for _, w := range strings.Fields(strings.ToLower(told)) {
		w = strings.Trim(w, ".,;:“”\"'’")
		if len(w) > 3 && !common[w] && !slices.Contains(words(s.Place), w) {
			s.Nouns = append(s.Nouns, w)
		}
	}
	return s
}

// common are words of an event's name that tell nothing of it.
var common = set(`attack attacks event fire accident disaster incident with from near over since killed dead victims killing killings casualties
	toll deaths death town city village harbour harbor region district people after against`)

// last is the scene's last day; for an open one the day of the report.
func (s Scene) last(reported time.Time) string {
	switch {
	case s.To != "":
		return s.To
	case s.Open && !reported.IsZero():
		return reported.Format(time.DateOnly)
	}
	return s.From
}

// Points by which a figure is given to an event. What contradicts (another day,
// another place) rules out; the rest must add up to enough.
const (
	pointsHead    = 1.75 // the head of the text names the place
	pointsNamed   = 0.75 // the text names it
	pointsTitle   = 0.25 // the headline or the dateline does, which decides between two places of one text
	pointsKind    = 0.75 // the head tells of the same kind of event
	pointsSoon    = 0.75 // published within soonDays
	pointsLater   = 0.5  // within laterDays
	pointsPlace   = 2.0  // the figure's sentence names the place
	pointsDay     = 2.0  // its window is the event's
	pointsCause   = 1.0  // its sentence tells of the same kind of event, or of what was struck
	pointsLead    = 0.5  // it stands in the headline or the first sentences
	pointsMain    = 0.1  // the text's first toll is of it, which decides between equals
	pointsContext = 1.5  // times the share its neighbour before it lends
	otherKind     = -1.5 // its sentence tells of another kind of event
	otherPlace    = -3.0 // its sentence puts it elsewhere
	enough        = 2.25
	akin          = 1.5 // enough for a text to be asked whether its figures are those of the event
)

const (
	soonDays  = 3
	laterDays = 30
)

// about weighs a version's text against a scene; ok is false if it cannot be about
// it: it does not name the place, or is older.
func (s Scene) about(c *Copy) (points float64, ok bool) {
	if !c.Names(s.Place) {
		return 0, false // a paper named for its town need not name the town
	}
	points = pointsNamed
	if holds(c.Digest.Heads, s.Place) {
		points = pointsHead
	}
	if holds(c.Digest.Title, s.Place) || holds(c.Digest.Dateline, s.Place) {
		points += pointsTitle
	}
	if from, known := day(s.From); known && !c.Date.IsZero() {
		if c.Date.Before(from) {
			return 0, false
		}
		end, _ := day(s.last(c.Date))
		switch since := c.Date.Sub(end); {
		case since <= (soonDays+1)*oneDay:
			points += pointsSoon
		case since <= laterDays*oneDay:
			points += pointsLater
		}
	}
	if shares(s.Causes, c.Digest.Causes) {
		points += pointsKind
	}
	return points, true
}

// figure weighs one reading of a text against a scene; ok is false if its own words
// contradict it.
func (s Scene) figure(x Reading, c *Copy) (points float64, ok bool) {
	divided := c.Digest.divides(x, s.Place)
	if divided && x.Role == Toll {
		return 0, false // "killed 17 in Osby, two days after a similar fire in Skagby in which 22 died"
	}
	named := holds(x.Names, s.Place) && !divided
	switch s.when(x, c.Date) {
	case elsewhen:
		return 0, false
	case then:
		points += pointsDay
	case wider: // a stretch of time alone says little of what it counts
		if !named && !x.Lead && !c.Digest.lent(x, s.Place) {
			points += otherPlace
		}
	}
	switch {
	case named:
		points += pointsPlace
	case x.Here && !holds(words(x.Place), s.Place):
		points += otherPlace
	}
	switch {
	case shares(s.Causes, x.Causes), s.struck(x.Line):
		points += pointsCause
	case len(s.Causes) > 0 && len(x.Causes) > 0:
		points += otherKind
	}
	if x.Lead {
		points += pointsLead
	}
	return points, true
}

// divides reports whether a figure's sentence gives the place to another figure and
// this one a place of its own: "killed 214 people in Venterra, 158 of them in
// Quillote" tells 214 of Venterra.
func (d *Digest) divides(x Reading, place string) bool {
	if x.Place == "" || holds(words(x.Place), place) {
		return false
	}
	return slices.ContainsFunc(d.Readings, func(o Reading) bool {
		return o.Sentence == x.Sentence && o.Span != x.Span && holds(words(o.Place), place)
	})
}

// lent reports whether a figure before it in its paragraph, which tells of the place,
// lends a figure its stretch of time.
func (d *Digest) lent(x Reading, place string) bool {
	for k := x.After; k > 0; k = d.Readings[k-1].After {
		if o := d.Readings[k-1]; o.Window == x.Window && (holds(o.Names, place) || o.Lead) {
			return true
		}
	}
	return false
}

func (s Scene) struck(line string) bool {
	low := strings.ToLower(line)
	return slices.ContainsFunc(s.Nouns, func(n string) bool { return strings.Contains(low, n) })
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// timing is how a figure's window lies to an event.
type timing int

const (
	untold   timing = iota
	then            // the days of the event
	wider           // a stretch that holds them
	elsewhen        // other days
)

// widest is how much longer than the event a stretch may be that is still told
// beside its toll: "over the past two days", not "since the war began".
const widest = 14 * oneDay

const oneDay = 24 * time.Hour

// when compares a reading's window with the scene's days. A day later counts as
// the same: a night has two dates.
func (s Scene) when(x Reading, reported time.Time) timing {
	from, known := day(s.From)
	if d, ok := day(x.AsOf); known && ok && d.Before(from) {
		return elsewhen // counted before it happened
	}
	if !known || x.Window.From == "" && x.Window.To == "" {
		return untold
	}
	to, _ := day(s.last(reported))
	f, t, stretch := bounds(x.Window, reported)
	if (x.Role == Part || x.Role == More) && !stretch && f.After(to) && f.Sub(to) <= laterDays*oneDay {
		return untold // found, named or died later
	}
	if s.Open || to.Sub(from) > 2*oneDay { // an event that lasts: its counts begin with it
		switch {
		case stretch && near(f, from):
			return then
		case !stretch && !f.Before(from) && !t.After(to.Add(oneDay)) && to.Sub(from) <= widest:
			return then
		}
		return elsewhen
	}
	switch {
	case !stretch && !f.Before(from) && !t.After(to.Add(oneDay)):
		if f.After(to) && another.MatchString(x.Line) {
			return elsewhen
		}
		return then
	case stretch && !f.After(from) && !t.Before(to) && t.Sub(f) <= widest:
		return wider
	case stretch && !f.Before(from) && !f.After(to.Add(oneDay)):
		return then // "since Thursday"
	}
	return elsewhen
}

// another tells that what happened the day after is something else.
var another = regexp.MustCompile(`(?i)\b(second|third|another|fresh|new|further|separate|later|subsequent) (\pL+ )?(strike|attack|raid|blast|explosion|quake|earthquake|tremor|shelling|bombing|fire|wave|shooting|landslide|avalanche|crash)\b|\baftershock`)

func near(a, b time.Time) bool { d := a.Sub(b); return d <= oneDay && d >= -oneDay }

func day(s string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}

// bounds are the first and last day of a window, an open end being the day of the
// report; stretch tells a stretch from a single day (or a night).
func bounds(w claims.Window, reported time.Time) (from, to time.Time, stretch bool) {
	from, okFrom := day(w.From)
	to, okTo := day(w.To)
	switch {
	case !okFrom && okTo:
		return time.Time{}, to, true // "until 7 May": from the beginning
	case okFrom && !okTo:
		to = reported.Truncate(oneDay)
		if to.Before(from) {
			to = from
		}
		return from, to, true
	}
	return from, to, to.Sub(from) > oneDay || strings.Contains(strings.ToLower(w.Words), "past ")
}

// Placement is a person's word on whether a figure is about an event.
type Placement string

// The placements.
const (
	Found  Placement = ""    // nobody said: by the points
	Joined Placement = "in"  // it is
	Left   Placement = "out" // it is not
)

// Key names a figure over the versions of its article, however it is written: a
// decision on it holds for the same number of the same people in the next version,
// and in the headline.
func Key(a source.ArticleID, x Reading) string {
	return string(a) + "/" + string(x.Outcome) + "/" + x.Class + "/" + Say(x.Range)
}

// Belongs lists, for one version, which of its readings are about which of the
// events, by index into scenes; -1 for none. placed gives people's word, may be
// nil: it is asked with the index of the scene and the figure's Key.
func Belongs(c *Copy, scenes []Scene, placed func(scene int, key string) Placement) []int {
	out := make([]int, len(c.Digest.Readings))
	base := make([]float64, len(scenes))
	may := make([]bool, len(scenes))
	for e, s := range scenes {
		base[e], may[e] = s.about(c)
	}
	main := -1
	scores := make([][]float64, len(out)) // own points of each reading, for its neighbour
	for i, x := range c.Digest.Readings {
		out[i] = -1
		scores[i] = make([]float64, len(scenes))
		best := 0.0
		key := Key(c.Version.Article, x)
		for e, s := range scenes {
			word := Found
			if placed != nil {
				word = placed(e, key)
			}
			if word == Joined {
				out[i], best = e, 1e9
				continue
			}
			if word == Left || !may[e] {
				continue
			}
			own, ok := s.figure(x, c)
			if !ok {
				continue
			}
			if k := x.After - 1; k >= 0 && own < pointsPlace && own >= 0 {
				own = max(own, min(pointsContext, scores[k][e]))
			}
			scores[i][e] = own
			p := base[e] + own
			if e == main {
				p += pointsMain
			}
			if p >= enough && p > best {
				out[i], best = e, p
			}
		}
		if main < 0 && x.Role == Toll {
			main = out[i]
		}
	}
	return out
}

// Names reports whether a version's text, or its outlet's name, names a place.
func (c *Copy) Names(place string) bool {
	return place != "" && (holds(c.Digest.Names, place) || holds(c.Digest.Heads, place) || holds(words(c.Outlet), place))
}
