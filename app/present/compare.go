package present

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"stet/app/workspace"
	"stet/claims/compare"
	"stet/claims/ledger"
	"stet/index/diff"
	"stet/index/source"
)

// Change is a row of the list of what changed.
type Change struct {
	compare.Change
	Touches string // "figure, attribution"
	Tone    Tone
	OnClaim bool // a claim or its evidence rests on its words, so an open finding says
}

// Compare is two versions side by side.
type Compare struct {
	workspace.Comparison
	Ready    bool // the comparison is that of the route
	Loading  bool
	Missing  string   // why it cannot be shown
	All      bool     // rewordings and typography are listed too
	Changes  []Change // those shown
	Substant int      // changes of substance
	Current  int      // in Changes, -1 for none
	Notice   string   // what the newer version says about itself
	// Texts counts the pairs of texts shown.
	Texts int
	// OldAt and NewAt are brought into sight; Jumps counts the wishes.
	OldAt, NewAt source.Span
	Jumps        int
	// AtOld brings the older side into sight rather than the newer one. They differ
	// where words were moved.
	AtOld bool
	// Picked is the words selected on the newer side.
	Picked  source.Span
	Changed func()

	s      *Shell
	loader *Loader
	of     [2]source.VersionID
}

// NewCompare makes the model for a shell.
func NewCompare(s *Shell) *Compare {
	m := &Compare{s: s, loader: NewLoader(s.Sched), Current: -1, Changed: func() {}}
	m.All = s.Settings.Choice["compare.all"] != ""
	s.Listen(Listener{
		Desk:     func() { m.close(); m.follow(Route{}) },
		Route:    m.follow,
		Findings: m.refind,
		Acts: func(entries []ledger.Entry) {
			if touchesSources(entries) {
				m.Changed()
			}
		},
	})
	here := func() bool { return s.Desk != nil && s.Route.Comparing() }
	some := func() bool { return here() && len(m.Changes) > 0 }
	s.Bind(ActCompare, Binding{Run: m.WithPrevious,
		Enabled: func() bool { _, _, ok := m.neighbours(); return ok && !here() },
		Title: func() string {
			if old, _, ok := m.neighbours(); ok && old == m.exact(s.Route.Version) {
				return "Compare with the next version"
			}
			return ""
		}})
	s.On(ActCompareWith, m.AskWith, func() bool { return s.Desk != nil && !s.Route.Version.IsZero() })
	s.On(ActNextChange, func() { m.Step(1) }, some)
	s.On(ActPrevChange, func() { m.Step(-1) }, some)
	s.On(ActMoved, m.OtherPlace, func() bool { return here() && m.Moved() })
	s.On(ActEndCompare, m.End, here)
	return m
}

func (m *Compare) close() {
	m.loader.Stop()
	m.Comparison, m.Ready, m.Loading, m.Missing = workspace.Comparison{}, false, false, ""
	m.Changes, m.Current, m.Notice, m.Picked = nil, -1, "", source.Span{}
	m.of = [2]source.VersionID{}
	m.Texts++
}

func (m *Compare) follow(Route) {
	r := m.s.Route
	if m.s.Desk == nil || !r.Comparing() {
		return
	}
	want := [2]source.VersionID{m.exact(r.Against), m.exact(r.Version)}
	if want == m.of && (m.Ready || m.Loading) {
		if m.Ready {
			m.jumpTo(r)
		}
		m.Changed()
		return
	}
	m.close()
	m.of, m.Loading = want, true
	m.Changed()
	w := m.s.Desk
	m.loader.Start(func(ctx context.Context) func() {
		c, err := w.Compare(ctx, want[0], want[1])
		return func() {
			m.Loading = false
			if err != nil {
				m.Missing = Explain(err).What
				m.Changed()
				return
			}
			m.Comparison, m.Ready = c, true
			m.Notice = ""
			if c.New.Notice != source.NoNotice {
				m.Notice = NoticeTitle(c.New.Notice) + ": the outlet says so itself"
				if n, ok := c.NewText.First(source.MarkNotice); ok {
					m.Notice = noticeLine(c.New.Notice, n.Of(c.NewText.Body))
				}
			}
			m.list()
			m.jumpTo(m.s.Route)
			m.Changed()
			m.s.Changed()
		}
	})
}

// exact names a version by its number.
func (m *Compare) exact(id source.VersionID) source.VersionID {
	if v, err := m.s.Desk.Version(id); err == nil {
		return v.ID
	}
	return id
}

// list lists the changes to be shown.
func (m *Compare) list() {
	m.Changes, m.Substant = nil, 0
	for _, c := range m.Comparison.Changes {
		if c.Substantive {
			m.Substant++
		}
		if !m.All && !c.Substantive {
			continue
		}
		words := make([]string, len(c.Touches))
		for i, t := range c.Touches {
			words[i] = string(t)
		}
		x := Change{Change: c, Touches: touchLine(words)}
		switch {
		case c.Announced:
			x.Tone = ToneGood
		case c.Substantive:
			x.Tone = ToneWarn
		}
		x.OnClaim = m.onClaim(c)
		m.Changes = append(m.Changes, x)
	}
}

// noticeLine is what a version says about itself in its own words; a mark in front of
// the headline, "UPDATE 2-", says so in a sentence.
func noticeLine(kind source.Notice, words string) string {
	const mark = 20 // code points of the longest, "CLARIFICATION 10-"
	line := strings.TrimRight(Short(words, 240), "-–—: ")
	if utf8.RuneCountInString(line) > mark || line != strings.ToUpper(line) {
		return Short(words, 240)
	}
	return fmt.Sprintf("%s: the headline is marked “%s”", NoticeTitle(kind), line)
}

// touchLetters is how many code points of what a change touches stand beside its badge
// in the narrowest list.
const touchLetters = 19

// touchLine lists what a change touches, or as much as a line holds and how many more:
// "modifier +2".
func touchLine(words []string) string {
	for n := len(words); n > 1; n-- {
		line := strings.Join(words[:n], ", ")
		if n < len(words) {
			line += fmt.Sprintf(" +%d", len(words)-n)
		}
		if len(line) <= touchLetters {
			return line
		}
	}
	if len(words) > 1 {
		return fmt.Sprintf("%s +%d", words[0], len(words)-1)
	}
	return strings.Join(words, "")
}

// refind looks up anew which changes have open findings.
func (m *Compare) refind() {
	for i := range m.Changes {
		m.Changes[i].OnClaim = m.onClaim(m.Changes[i].Change)
	}
	m.Changed()
}

func (m *Compare) onClaim(c compare.Change) bool {
	f := m.findingAt(c.Old, c.New)
	return f != nil && f.Claim != ""
}

// SetAll chooses whether rewordings and typography are listed too.
func (m *Compare) SetAll(all bool) {
	var at *Change
	if m.Current >= 0 {
		at = &m.Changes[m.Current]
	}
	m.All = all
	m.s.Settings.Pick("compare.all", map[bool]string{true: "yes"}[all])
	m.list()
	m.Current = -1
	if at != nil {
		m.Current = slices.IndexFunc(m.Changes, func(c Change) bool { return c.Old == at.Old && c.New == at.New })
	}
	m.Changed()
	m.s.Changed()
}

// jumpTo brings the words of the route into sight, else the first change.
func (m *Compare) jumpTo(r Route) {
	if r.Span.Empty() && r.AgainstSpan.Empty() {
		if len(m.Changes) > 0 && m.Current < 0 {
			m.Pick(0)
		}
		return
	}
	m.Current = slices.IndexFunc(m.Changes, func(c Change) bool {
		return !r.Span.Empty() && c.New.Overlaps(r.Span) || !r.AgainstSpan.Empty() && c.Old.Overlaps(r.AgainstSpan)
	})
	m.OldAt, m.NewAt = r.AgainstSpan, r.Span
	if m.Current >= 0 {
		c := m.Changes[m.Current]
		if m.OldAt.Empty() {
			m.OldAt = c.Old
		}
		if m.NewAt.Empty() {
			m.NewAt = c.New
		}
	}
	m.AtOld = m.NewAt.Empty()
	m.Jumps++
}

// Pick makes a change the current one and brings it into sight on both sides.
func (m *Compare) Pick(i int) {
	if i < 0 || i >= len(m.Changes) {
		return
	}
	m.Current = i
	m.show(m.Changes[i].Old, m.Changes[i].New, m.Changes[i].New.Empty())
}

// show brings words into sight, those of the older side or those of the newer.
func (m *Compare) show(old, now source.Span, atOld bool) {
	m.OldAt, m.NewAt, m.AtOld = old, now, atOld
	m.Jumps++
	m.Changed()
	m.s.Changed()
}

// moved is the pair of sentences that were moved and hold words of either side.
func (m *Compare) moved(old, now source.Span) (o, n source.Span, ok bool) {
	for _, p := range m.Alignment.Pairs {
		if p.Op != diff.Moved {
			continue
		}
		if o, n = p.Hull(); o.Overlaps(old) || n.Overlaps(now) {
			return o, n, true
		}
	}
	return o, n, false
}

// Moved tells whether the words in sight stand in another place on the other
// side, which OtherPlace shows.
func (m *Compare) Moved() bool {
	_, _, ok := m.moved(m.OldAt, m.NewAt)
	return ok
}

// OtherPlace shows where moved words stood, and then where they stand again.
func (m *Compare) OtherPlace() {
	if o, n, ok := m.moved(m.OldAt, m.NewAt); ok {
		m.show(o, n, !m.AtOld)
	}
}

// Touch makes the change at a place of one side the current one; of words that
// were only moved it shows the other place.
func (m *Compare) Touch(old bool, at source.Span) {
	for i, c := range m.Changes {
		if old && c.Old.Overlaps(at) || !old && c.New.Overlaps(at) {
			m.Pick(i)
			return
		}
	}
	sides := map[bool]source.Span{old: at}
	if o, n, ok := m.moved(sides[true], sides[false]); ok {
		m.Current = -1
		m.show(o, n, !old)
	}
}

// Step goes to the next change, or to the one before.
func (m *Compare) Step(by int) {
	if n := len(m.Changes); n > 0 {
		m.Pick(around(m.Current, by, n))
	}
}

// Line says how much changed: "5 changes of substance, 3 of them not announced".
func (m *Compare) Line() string {
	if !m.Ready {
		return ""
	}
	quiet := 0
	for _, c := range m.Comparison.Changes {
		if c.Unannounced() {
			quiet++
		}
	}
	switch {
	case len(m.Comparison.Changes) == 0:
		return "The words are the same"
	case m.Substant == 0:
		return "No change of substance"
	case quiet == 0:
		return Plural(m.Substant, "change") + " of substance, all announced"
	case quiet == m.Substant:
		return Plural(m.Substant, "change") + " of substance, none announced"
	}
	return fmt.Sprintf("%s of substance, %s not announced", Plural(m.Substant, "change"), Count(quiet))
}

// At is the open finding at the words in sight: the one the comparison was opened
// for, or one that the current change touches; nil if there is none.
func (m *Compare) At() *workspace.Finding {
	if !m.Ready {
		return nil
	}
	return m.findingAt(m.OldAt, m.NewAt)
}

// findingAt is the open finding about words of the two versions: first of all the
// one about just these words, then one about a claim.
func (m *Compare) findingAt(old, now source.Span) *workspace.Finding {
	var near *workspace.Finding
	for i := range m.s.Findings {
		f := &m.s.Findings[i]
		if f.Settled || f.Old.Version != m.of[0] || f.New != m.of[1] {
			continue
		}
		if !old.Empty() && f.Old.Span == old && (now.Empty() || f.NewSpan == now) || old.Empty() && !now.Empty() && f.NewSpan == now {
			return f
		}
		if (near == nil || near.Claim == "" && f.Claim != "") && (old.Overlaps(f.Old.Span) || now.Overlaps(f.NewSpan)) {
			near = f
		}
	}
	return near
}

// ConfirmAt confirms the passage of a finding at the words selected on the newer
// side, else where they were found.
func (m *Compare) ConfirmAt(f workspace.Finding) {
	at := m.Picked
	if at.Empty() {
		at = f.NewSpan
	}
	m.s.ConfirmHere(f, at)
}

// End goes back to reading the newer version.
func (m *Compare) End() {
	r := m.s.Route
	m.s.Go(r.Reading(r.Version, r.Span))
}
