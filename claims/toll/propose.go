package toll

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/index/source"
)

// Proposal is an event that nobody has named yet, put together from place, window
// and cause of the figures that no event has. It is no event until a checker
// accepts it.
type Proposal struct {
	Key      string       `json:"key"` // stable while place and first day are
	Event    claims.Event `json:"event"`
	Articles int          `json:"articles"`
	Reports  []Report     `json:"-"`
}

// seed is a toll that says where and when.
type seed struct {
	place   string // as written
	key     string // folded
	from    time.Time
	to      time.Time
	open    bool
	stretch bool
	dated   bool // its window says when, not the day of its report
	causes  []string
	cause   string
}

// background is how long before its report an event may have begun: what is older
// is told as background ("since 1987, when 17 people died").
const background = 365 * oneDay

// Propose finds events among loose readings, those that most articles tell of
// first. Only tolls that say where it happened begin one; figures that say less join
// it by the points of Assign. A toll without a day is of the day of its report, unless
// an event of that place, one of known among them, is near.
func Propose(loose []Loose, known []claims.Event) []Proposal {
	var seeds, undated []seed
	for _, l := range loose {
		switch s, ok := seedOf(l); {
		case ok && s.dated:
			seeds = append(seeds, s)
		case ok:
			undated = append(undated, s)
		}
	}
	for _, s := range undated {
		if !told(s, seeds, known) {
			seeds = append(seeds, s)
		}
	}
	slices.SortStableFunc(seeds, func(a, b seed) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(bit(a.stretch), bit(b.stretch)), a.from.Compare(b.from))
	})
	var runs [][]seed
	for i := 0; i < len(seeds); {
		k := i + 1
		for k < len(seeds) && seeds[k].key == seeds[i].key && seeds[k].stretch == seeds[i].stretch && seeds[k].from.Sub(seeds[k-1].from) <= oneDay && seeds[k].from.Sub(seeds[i].from) <= 2*oneDay {
			k++
		}
		runs = append(runs, seeds[i:k])
		i = k
	}
	copies, open := looseCopies(loose)
	events := joined(runs, copies)
	reports, _ := Assign(copies, events, nil)
	var out []Proposal
	for i, e := range events {
		var mine []Report
		articles := map[source.ArticleID]bool{}
		for _, r := range reports[i] {
			if open[Loose{r.Copy, r.Index}] && toldOf(r.Copy, r.Index, e.Place) {
				mine = append(mine, r)
				articles[r.Copy.Version.Article] = true
			}
		}
		if len(mine) > 0 {
			out = append(out, Proposal{Key: proposalKey(e), Event: e, Articles: len(articles), Reports: mine})
		}
	}
	slices.SortStableFunc(out, func(a, b Proposal) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(b.Event.From, a.Event.From), cmp.Compare(a.Key, b.Key))
	})
	return out
}

// told reports whether an undated toll is rather of an event that is dated: one of
// its place, not more than laterDays before.
func told(s seed, seeds []seed, known []claims.Event) bool {
	near := func(place string, from time.Time, open bool) bool {
		ago := s.from.Sub(from)
		here := slices.ContainsFunc(Places(place), func(p string) bool { return strings.Join(words(p), " ") == s.key })
		return here && ago >= 0 && (open || ago <= laterDays*oneDay)
	}
	for _, o := range seeds {
		if o.dated && near(o.place, o.from, o.open || o.stretch) {
			return true
		}
	}
	for _, e := range known {
		if from, ok := day(e.From); ok && near(e.Place, from, e.Open) {
			return true
		}
	}
	return false
}

// toldOf reports whether a text tells a figure of a place: its sentence names it, or
// the place where the figures before it happened is that place, or, if there is none
// before it, the head of the text names it. Nobody has said yet that the event is one,
// so it takes no figures of another that the text is about.
func toldOf(c *Copy, index int, place string) bool {
	if holds(c.Digest.Readings[index].Names, place) {
		return true
	}
	near := true // in its paragraph
	for k := index - 1; k >= 0; k-- {
		near = near && c.Digest.Readings[k+1].After == k+1
		if x := c.Digest.Readings[k]; x.Here || holds(x.Names, place) {
			return holds(x.Names, place) || !near && holds(c.Digest.Title, place)
		}
	}
	return holds(c.Digest.Heads, place)
}

func looseCopies(loose []Loose) (copies []*Copy, open map[Loose]bool) {
	open = map[Loose]bool{}
	seen := map[*Copy]bool{}
	for _, l := range loose {
		open[l] = true
		if !seen[l.Copy] {
			seen[l.Copy] = true
			copies = append(copies, l.Copy)
		}
	}
	return copies, open
}

// proposalKey names a proposal by what it was put together from.
func proposalKey(e claims.Event) string {
	k := "?" + strings.Join(words(e.Place), "-") + "/" + e.From
	if e.Open || e.To != e.From {
		k += "+"
	}
	return k
}

func seedOf(l Loose) (seed, bool) {
	c, x := l.Copy, l.Copy.Digest.Readings[l.Index]
	if x.Role != Toll || nominal(x.Range) == 0 {
		return seed{}, false
	}
	s := seed{place: x.Place, causes: slices.Clone(x.Causes), cause: x.Cause}
	for _, k := range c.Digest.Causes { // the quake that the head tells of, under which the house collapsed
		if slices.Contains(causeKinds, k) && !slices.Contains(s.causes, k) {
			s.causes = append(s.causes, k)
		}
	}
	if !x.Here {
		return seed{}, false
	}
	ws := words(s.place)
	if len(ws) == 0 {
		return seed{}, false
	}
	s.key = strings.Join(ws, " ")
	switch {
	case x.Window.From != "":
		f, t, stretch := bounds(x.Window, c.Date)
		s.from, s.to, s.stretch, s.open, s.dated = f, t, stretch, x.Window.To == "", true
	case x.Window.To == "" && x.Lead && !c.Date.IsZero():
		s.from = c.Date.UTC().Truncate(oneDay)
		s.to = s.from
	default:
		return seed{}, false
	}
	if s.from.IsZero() || !c.Date.IsZero() && c.Date.Sub(s.from) > background {
		return seed{}, false
	}
	return s, true
}

// eventOf words the event that a run of seeds tells of.
func eventOf(list []seed) claims.Event {
	days, places, causes := map[string]int{}, map[string]int{}, map[string]int{}
	e := claims.Event{}
	last := time.Time{}
	for _, s := range list {
		days[s.from.Format(time.DateOnly)]++
		places[s.place]++
		if s.cause != "" {
			causes[s.cause]++
		}
		e.Open = e.Open || s.open
		if s.to.After(last) {
			last = s.to
		}
	}
	e.Place, e.From = most(places), most(days)
	if list[0].stretch && !e.Open {
		e.To = last.Format(time.DateOnly)
	} else if !e.Open {
		e.To = e.From
	}
	e.Cause = most(causes)
	name := kindNames[kindOf(list)]
	if name == "" {
		name = "Casualties"
		if e.Cause != "" && !strings.Contains(e.Cause, " ") {
			name = claims.Capital(e.Cause)
		}
	}
	e.Name = name + " in " + e.Place
	if e.Open || list[0].stretch {
		e.Name += ", " + WindowWords(e, "")
	}
	return e
}

// kindOf is the kind of event that most of some seeds tell of, "" if they tell none.
func kindOf(list []seed) string {
	kinds := map[string]int{}
	for _, s := range list {
		for _, k := range s.causes {
			kinds[k]++
		}
	}
	for _, k := range causeKinds {
		if kinds[k] > 0 {
			for _, effect := range effectKinds {
				delete(kinds, effect)
			}
		}
	}
	return most(kinds)
}

// kindNames name an event by its kind, see match.Causes.
var kindNames = map[string]string{"quake": "Earthquake", "fire": "Fire", "storm": "Storm", "slide": "Landslide", "heat": "Heat", "disease": "Outbreak",
	"bomb": "Explosion", "shot": "Shooting", "strike": "Strike", "crash": "Crash", "sink": "Sinking", "crush": "Crush", "collapse": "Collapse",
	"siege": "Siege", "unrest": "Unrest"}

// A collapse or a fire that a quake or a bomb brought about does not name the event.
var (
	causeKinds  = []string{"quake", "storm", "slide", "bomb", "strike"}
	effectKinds = []string{"collapse", "fire", "crush"}
)

// most is the key met most often, the first by name among equals.
func most(m map[string]int) string {
	best := ""
	for _, k := range sortedKeys(m) {
		if best == "" || m[k] > m[best] {
			best = k
		}
	}
	return best
}

func sortedKeys(m map[string]int) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
