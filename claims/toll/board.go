package toll

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/match"
	"stet/index/source"
)

// Row is one report of a figure.
type Row struct {
	ID string `json:"id"` // version and bytes: "a7k3p@2:104-123"
	Reading
	Key       string            `json:"key"` // over the versions of its article, see Key
	Version   source.VersionID  `json:"version"`
	Outlet    string            `json:"outlet,omitempty"`
	Title     string            `json:"title,omitempty"`
	Notice    source.Notice     `json:"notice,omitempty"`
	Published time.Time         `json:"published"` // of the version, or of its entry of a live blog
	At        time.Time         `json:"at"`        // when it was counted: as-of, else published
	Latest    bool              `json:"latest"`    // of the newest version of its article
	Story     bool              `json:"story,omitempty"`
	Chain     []string          `json:"chain,omitempty"`  // who asserts, agency, outlet
	Kind      claims.OriginKind `json:"kind,omitempty"`   // of who asserts
	Source    int               `json:"source"`           // independent source it is a copy of, from 1
	Placed    bool              `json:"placed,omitempty"` // a person said it belongs here
	Site      string            `json:"site,omitempty"`   // the place it counts, of an event that has several; "" for all of them
	Standing  Standing          `json:"standing"`
	Also      []source.Place    `json:"also,omitempty"`    // the same figure elsewhere in the version
	Copies    []Row             `json:"copies,omitempty"`  // other articles with the same figure, copies of one story
	Parts     []Row             `json:"parts,omitempty"`   // parts of it, and what comes on top
	Earlier   []Row             `json:"earlier,omitempty"` // of earlier versions of the article, newest first
}

// Standing is whether a row counts in the state of its group.
type Standing string

// The standings.
const (
	Stands   Standing = "stands"
	Outdated Standing = "outdated" // a later report gives a higher figure, or its source another
	Doubtful Standing = "doubtful" // a flag says that it counts something else
	Aided    Standing = "aside"    // a part, an addition, an earlier value: not compared
)

// Place is where the words stand.
func (r Row) Place() source.Place { return source.Place{Version: r.Version, Span: r.Span} }

// State is how the figures of a group that stand relate.
type State string

// The states.
const (
	Single     State = "one report" // nothing to compare
	Agree      State = "agree"
	Compatible State = "compatible"
	Conflict   State = "conflict"
)

// Group is figures that can be compared.
type Group struct {
	Outcome claims.Outcome  `json:"outcome"`
	Class   string          `json:"class"`           // population, see match.PopulationClass
	Place   string          `json:"place,omitempty"` // one of an event that has several; "" for all of it
	Window  string          `json:"window"`          // "" for the event itself, else a stretch: "2025-05-07/2025-05-09"
	Rows    []Row           `json:"rows"`
	State   State           `json:"state"`
	Why     string          `json:"why"`
	Range   claims.Interval `json:"range"`   // what all that stand allow; of a conflict, from the least to the most
	Sources int             `json:"sources"` // independent ones that give what is printed; 0 if none does or no figure stands
}

// Board is the figures of one event.
type Board struct {
	Event    claims.Event `json:"event"`
	Proposed bool         `json:"proposed,omitempty"`
	Groups   []Group      `json:"groups"`
	Aside    []Row        `json:"aside,omitempty"` // earlier values and figures without a toll to hang under
	Flags    []Flag       `json:"flags"`
	Articles int          `json:"articles"`
	Outlets  int          `json:"outlets"`
	First    time.Time    `json:"first,omitzero"` // of the counts
	Last     time.Time    `json:"last,omitzero"`
}

// Report is one reading that belongs to an event, with its copy.
type Report struct {
	Copy   *Copy
	Index  int  // of Copy.Digest.Readings
	Placed bool // by a person
	Source int  // independent source, from 1; 0: not known
}

// Build makes the board of an event from its reports, in any order.
func Build(e claims.Event, reports []Report) Board {
	b := builder{event: e, scene: SceneOf(e)}
	b.rows(reports)
	b.fold()
	board := Board{Event: e, Groups: b.groups, Aside: b.aside}
	board.count()
	board.flag(reports)
	for i := range board.Groups {
		board.Groups[i].settle()
	}
	return board
}

type builder struct {
	event  claims.Event
	scene  Scene
	list   []Row
	groups []Group
	aside  []Row
}

// rows makes a row of every report, one for all places of a version that say the
// same.
func (b *builder) rows(reports []Report) {
	for _, r := range reports {
		row := RowOf(r)
		row.Site = b.scene.site(r)
		if row.There && len(Places(b.scene.Place)) == 1 && row.Role == Part && holds(words(row.Reading.Place), b.scene.Place) {
			row.Role = Toll // of a wider toll, but all of this place
		}
		b.list = append(b.list, row)
	}
	slices.SortFunc(b.list, compareRows)
	merged := b.list[:0]
	for _, r := range b.list {
		if k := slices.IndexFunc(merged, func(o Row) bool { return b.same(o, r) }); k >= 0 {
			merged[k] = join(merged[k], r)
			continue
		}
		merged = append(merged, r)
	}
	b.list = merged
}

// same reports whether two rows of one version tell one figure twice.
func (b *builder) same(a, c Row) bool {
	if a.Entry != c.Entry && !a.Head && !c.Head || a.Site != c.Site {
		return false // said again later, or of another place
	}
	if a.Version == c.Version && a.Outcome == c.Outcome && a.Role == c.Role && a.Class == c.Class && a.Head != c.Head && b.windowOf(a) == b.windowOf(c) && headlined(a, c) {
		return true
	}
	return a.Version == c.Version && a.Outcome == c.Outcome && a.Range.Equal(c.Range) && (a.Role == c.Role || entire(a, c) || entire(c, a)) && a.Class == c.Class &&
		b.windowOf(a) == b.windowOf(c) && match.SameSource(a.Attribution, c.Attribution) >= 0
}

// entire reports whether what one hospital took in is the whole toll of its text: "41
// injured … The hospital treated 41 people".
func entire(toll, part Row) bool {
	return toll.Role == Toll && part.Role == Part && toll.Outcome == claims.Injured && !strings.Contains(part.Words, " of ")
}

// headlined reports whether one of two rows is the headline's shorter word for the
// other: "Six killed" over "at least six", "Dozens dead" over 26.
func headlined(a, c Row) bool {
	if c.Head {
		a, c = c, a
	}
	return a.Role == Toll && (nominal(a.Range) == nominal(c.Range) || vague(a.Range) && c.Range.Overlaps(a.Range))
}

// vague reports whether a range is a word's, "dozens", and no count's.
func vague(i claims.Interval) bool { return !i.NoMax && i.Min > 0 && i.Max >= 3*i.Min }

// join keeps the row that tells more: who says so, then the body before the
// headline.
func join(a, c Row) Row {
	if better(c, a) {
		a, c = c, a
	}
	a.Also = append(append(a.Also, c.Place()), c.Also...)
	a.Head, a.Lead, a.Sourced, a.Placed = a.Head || c.Head, a.Lead || c.Lead, a.Sourced || c.Sourced, a.Placed || c.Placed
	if a.AsOf == "" && c.AsOf != "" {
		a.AsOf, a.At = c.AsOf, c.At
	}
	if a.Reason == "" {
		a.Reason = c.Reason
	}
	return a
}

func better(a, c Row) bool {
	if a.Role != c.Role {
		return a.Role == Toll
	}
	if a.Head != c.Head && a.Role == Toll && !a.Range.Equal(c.Range) {
		return c.Head // the text has the full figure
	}
	score := func(r Row) int {
		n := 0
		if strings.TrimSpace(r.Attribution) != "" {
			n += 4
		}
		if !r.Head {
			n += 2
		}
		if r.Lead {
			n++
		}
		return n
	}
	return score(a) > score(c)
}

// RowOf makes a row of one report by itself.
func RowOf(r Report) Row {
	c, x := r.Copy, r.Copy.Digest.Readings[r.Index]
	said := c.Said(x)
	out := Row{Reading: x, Key: Key(c.Version.Article, x), Version: c.Version, Outlet: c.Outlet, Title: c.Title, Notice: c.Notice, Published: said,
		Latest: c.Latest, Story: c.Story, Source: r.Source, Placed: r.Placed}
	out.ID = c.Version.String() + ":" + itoa(x.Span.Start) + "-" + itoa(x.Span.End)
	out.At = said
	if d, ok := day(x.AsOf); ok && d.Format(time.DateOnly) < said.Format(time.DateOnly) && said.Sub(d) < 20*oneDay {
		out.At = d.Add(evening)
	}
	out.Kind, out.Chain = OriginKind(x.Attribution), chain(x, c)
	return out
}

// evening is the hour of a count of which only the day is told: late enough to come
// after the day's earlier reports.
const evening = 18 * time.Hour

func compareRows(a, b Row) int {
	return cmp.Or(a.At.Compare(b.At), a.Published.Compare(b.Published), cmp.Compare(a.Version.Article, b.Version.Article),
		cmp.Compare(a.Version.N, b.Version.N), a.Span.Compare(b.Span), cmp.Compare(a.Role, b.Role), cmp.Compare(nominal(a.Range), nominal(b.Range)))
}

// windowOf is the key of a row's window: "" for the event, else the stretch.
func (b *builder) windowOf(r Row) string {
	if b.scene.when(r.Reading, r.Published) != wider {
		return ""
	}
	f, t, _ := bounds(r.Window, r.Published)
	return f.Format(time.DateOnly) + "/" + t.Format(time.DateOnly)
}

// slot is a group's key. Parts and additions go with the tolls they hang under.
type slot struct {
	outcome claims.Outcome
	class   string
	window  string
	place   string
}

// fold puts the rows into groups: tolls, then what hangs under them, then the
// histories and the copies.
func (b *builder) fold() {
	tolls := map[slot][]Row{}
	var slots []slot
	var rest []Row
	for _, r := range b.tolls() {
		if r.Role != Toll {
			rest = append(rest, r)
			continue
		}
		s := slot{r.Outcome, r.Class, b.windowOf(r), r.Site}
		if tolls[s] == nil {
			slots = append(slots, s)
		}
		tolls[s] = append(tolls[s], r)
	}
	for _, r := range rest {
		if !b.hang(tolls, r) {
			b.lay(r)
		}
	}
	slices.SortFunc(slots, compareSlots)
	for _, s := range slots {
		b.groups = append(b.groups, Group{Outcome: s.outcome, Class: s.class, Place: s.place, Window: s.window, Rows: copies(histories(tolls[s]))})
	}
}

// lay puts aside what is compared with nothing. What the next version of an article says
// again is one row, the latest on top.
func (b *builder) lay(r Row) {
	r.Standing = Aided
	k := slices.IndexFunc(b.aside, func(o Row) bool {
		return o.Version.Article == r.Version.Article && o.Version.N < r.Version.N && o.Key == r.Key && o.Role == r.Role && sameEntry(o, r)
	})
	if k < 0 {
		b.aside = append(b.aside, r)
		return
	}
	was := b.aside[k]
	r.Earlier = append([]Row{was}, was.Earlier...)
	r.Earlier[0].Earlier = nil
	b.aside[k] = r
}

func compareSlots(a, b slot) int {
	return cmp.Or(cmp.Compare(slices.Index(claims.Outcomes, a.outcome), slices.Index(claims.Outcomes, b.outcome)),
		cmp.Compare(a.window, b.window), cmp.Compare(a.place, b.place), cmp.Compare(bit(a.class != "people"), bit(b.class != "people")), cmp.Compare(a.class, b.class))
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// tolls keeps, of one version and one group, one toll and one for every other
// source named: a smaller figure without a source of its own is a part.
func (b *builder) tolls() []Row {
	out := slices.Clone(b.list)
	main := map[string]int{} // version and slot → index of its toll
	name := func(r Row) string {
		return r.Version.String() + "/" + itoa(r.Entry) + "/" + string(r.Outcome) + "/" + r.Class + "/" + r.Site + "/" + b.windowOf(r)
	}
	for i, r := range out {
		if r.Role != Toll {
			continue
		}
		k, ok := main[name(r)]
		if !ok || leads(r, out[k]) {
			main[name(r)] = i
		}
	}
	for i, r := range out { // "27 of its members", against 21 that others count, are no part
		k, ok := main[name(r)]
		if r.Role == Part && ownPeople.MatchString(r.Line) && named(r) && slices.ContainsFunc(out, func(o Row) bool {
			return o.Role == Toll && name(o) == name(r) && named(o) && match.SameSource(o.Attribution, r.Attribution) == -1 && nominal(o.Range) < nominal(r.Range)
		}) {
			if out[i].Role = Toll; !ok || leads(r, out[k]) {
				main[name(r)] = i
			}
		}
	}
	for i, r := range out {
		if out[i].Role != Toll || main[name(r)] == i {
			continue
		}
		m := out[main[name(r)]]
		if r.Relayed && !m.Relayed && (r.Story || !named(r)) {
			out[i].Role = Aside // another's report, told beside the text's own count
			continue
		}
		if match.SameSource(r.Attribution, m.Attribution) == -1 || b.windowOf(r) != "" || named(r) && !named(m) && r.Range.Above(m.Range) {
			continue // a rival's count
		}
		if r.Additional && nominal(r.Range) < nominal(m.Range) {
			out[i].Role = More
			continue
		}
		if nominal(r.Range) < nominal(m.Range) || r.Range.Max == 0 && !r.Range.NoMax {
			out[i].Role = Part
		} else if m.Lead {
			out[i].Role = Aside
		}
	}
	return out
}

// ownPeople are those a union or an agency counts of its own.
var ownPeople = regexp.MustCompile(`(?i)\b\d[\d,]* of (its|their|our) (own )?(members|workers|employees|staff)\b`)

// named reports whether a row says who counted.
func named(r Row) bool {
	return strings.TrimSpace(r.Attribution) != "" && !pronouns[strings.ToLower(r.Attribution)]
}

// leads reports whether a row is rather its version's toll than another: it is the
// text's own, stands in the lead, is larger, says who counted. What somebody counted
// may be a part, so the larger goes first.
func leads(a, c Row) bool {
	if a.Relayed != c.Relayed && (a.Relayed && (a.Story || !named(a)) || c.Relayed && (c.Story || !named(c))) {
		return c.Relayed
	}
	if a.Lead != c.Lead {
		return a.Lead
	}
	if za, zc := nominal(a.Range) == 0, nominal(c.Range) == 0; a.Outcome == claims.Missing && za != zc {
		return za // "nobody is missing any more" ends the count
	}
	if x, y := nominal(a.Range), nominal(c.Range); x != y {
		return x > y
	}
	return better(a, c)
}

// hang puts a part or an addition under the toll of its version: that of its sentence
// before others, one that counts everybody before one that counts a group, the event's
// window before others. What comes on top needs a toll before it in the text.
func (b *builder) hang(tolls map[slot][]Row, r Row) bool {
	if r.Role != Part && r.Role != More {
		return false
	}
	best, at, near := slot{}, -1, 0
	for s, list := range tolls {
		for k, t := range list {
			if t.Version != r.Version || t.Entry != r.Entry && r.Entry > 0 || s.outcome != r.Outcome || nominal(t.Range) < nominal(r.Range) && r.Role == Part {
				continue
			}
			here := 2*bit(t.Sentence == r.Sentence && t.Span.Start < r.Span.Start) + bit(t.Site == r.Site)
			if r.Role == More && here < 2 && t.Span.Start > r.Span.Start && !t.Head && !t.Cumulative {
				continue
			}
			if at < 0 || here > near || here == near && (compareSlots(s, best) < 0 || s == best && nominal(t.Range) > nominal(tolls[best][at].Range)) {
				best, at, near = s, k, here
			}
		}
	}
	if at < 0 {
		return false
	}
	r.Standing = Aided
	tolls[best][at].Parts = append(tolls[best][at].Parts, r)
	return true
}

// count tells how many articles and outlets the board rests on.
func (b *Board) count() {
	articles, outlets := map[source.ArticleID]bool{}, map[string]bool{}
	b.Each(func(_ *Group, r *Row) {
		articles[r.Version.Article] = true
		outlets[strings.ToLower(r.Outlet)] = true
		if b.First.IsZero() || r.At.Before(b.First) {
			b.First = r.At
		}
		if r.At.After(b.Last) {
			b.Last = r.At
		}
	})
	b.Articles, b.Outlets = len(articles), len(outlets)
}

// Each calls f with every row of the board, with earlier ones, copies and parts; the
// group is nil for what stands aside and its earlier versions.
func (b *Board) Each(f func(g *Group, r *Row)) {
	var walk func(g *Group, r *Row)
	walk = func(g *Group, r *Row) {
		f(g, r)
		for _, list := range [][]Row{r.Parts, r.Copies, r.Earlier} {
			for i := range list {
				walk(g, &list[i])
			}
		}
	}
	for i := range b.Groups {
		for k := range b.Groups[i].Rows {
			walk(&b.Groups[i], &b.Groups[i].Rows[k])
		}
	}
	for i := range b.Aside {
		walk(nil, &b.Aside[i])
	}
}
