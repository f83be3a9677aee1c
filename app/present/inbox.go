package present

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/diff"
	"stet/index/source"
)

// InboxRow is a line of the inbox: the head of a group, a finding or a flag.
type InboxRow struct {
	Head    string // of a group; the rest is empty then
	Sub     string // of a group: how many
	Finding *workspace.Finding
	Flag    *ledger.Flag
	What    string // what happened, in a sentence
	About   string // what it happened to, where What does not say
	Claim   string // the claim it is about, if its words are not Was
	Was     Wording
	Is      Wording // empty if not known or gone
	Note    string  // of who settled it
}

// Wording is words as they stand in one version, those marked that stand
// otherwise in the other.
type Wording struct {
	Text  string
	Marks []source.Span
}

// wordingLength is about how many code points of a wording a row has room for;
// wordingLead is how many it may have before the first that differs.
const (
	wordingLength = 240
	wordingLead   = 80
)

// wordings puts the words before and after beside each other.
func wordings(was, is string) (a, b Wording) {
	a.Text, b.Text = strings.Join(strings.Fields(was), " "), strings.Join(strings.Fields(is), " ")
	if a.Text == "" || b.Text == "" {
		return a.fit(), b.fit()
	}
	for _, e := range diff.Words(a.Text, b.Text) {
		if e.Cosmetic {
			continue
		}
		if !e.Old.Empty() {
			a.Marks = append(a.Marks, e.Old)
		}
		if !e.New.Empty() {
			b.Marks = append(b.Marks, e.New)
		}
	}
	return a.fit(), b.fit()
}

// fit cuts a wording to the room a row has, around the first words that differ.
func (w Wording) fit() Wording {
	from := 0
	if len(w.Marks) > 0 && utf8.RuneCountInString(w.Text[:w.Marks[0].Start]) > wordingLead {
		from = strings.LastIndexByte(w.Text[:w.Marks[0].Start-1], ' ') + 1
		for range 3 { // words that lead to it
			from = strings.LastIndexByte(w.Text[:max(0, from-1)], ' ') + 1
		}
	}
	out := Wording{Text: Short(w.Text[from:], wordingLength)}
	by := -from
	if from > 0 {
		out.Text = "… " + out.Text
		by += len("… ")
	}
	for _, m := range w.Marks {
		if m = m.Shift(by); m.Fits(out.Text) {
			out.Marks = append(out.Marks, m)
		}
	}
	return out
}

// Inbox is what asks for attention: what later versions did, and open flags.
type Inbox struct {
	Rows    []InboxRow
	Open    int // findings not settled
	Settled int
	Flags   int // open
	All     bool
	Current string // key of the finding or flag chosen; "" if there is none
	Changed func()

	s      *Shell
	loader *Loader
	cmp    *Compare
	own    bool                 // Current is a person's choice
	words  map[string][2]string // what stood and stands where a finding points, by key
}

// NewInbox makes the model for a shell, with its comparison.
func NewInbox(s *Shell, cmp *Compare) *Inbox {
	m := &Inbox{s: s, cmp: cmp, loader: NewLoader(s.Sched), words: map[string][2]string{}, Changed: func() {}}
	s.Listen(Listener{
		Desk:     func() { m.own, m.words = false, map[string][2]string{}; m.list() },
		Findings: m.list,
		Acts:     func([]ledger.Entry) { m.list() },
	})
	s.Bind(ActSettle, Binding{Run: m.Settle,
		Enabled: func() bool { f, g := m.chosen(); return s.Desk != nil && (f != nil || g != nil) },
		Title: func() string {
			f, _ := m.chosen()
			if f != nil && f.Settled {
				return "Reopen the finding"
			}
			return ""
		}})
	m.list()
	return m
}

// Key names a row; empty for the head of a group.
func (r InboxRow) Key() string {
	switch {
	case r.Finding != nil:
		return r.Finding.Key
	case r.Flag != nil:
		return "flag:" + string(r.Flag.ID)
	}
	return ""
}

// list lists what is there, findings by the article that changed.
func (m *Inbox) list() {
	at := m.Row()
	m.Rows, m.Open, m.Settled, m.Flags = nil, 0, 0, 0
	if m.s.Desk == nil {
		m.Changed()
		return
	}
	groups := map[source.ArticleID][]InboxRow{}
	var order []source.ArticleID
	heads := map[source.ArticleID]string{}
	m.s.Desk.View(func(st *ledger.State) {
		for i := range m.s.Findings {
			f := &m.s.Findings[i]
			if f.Settled {
				m.Settled++
			} else {
				m.Open++
			}
			if f.Settled && !m.All {
				continue
			}
			id := f.New.Article
			if _, ok := groups[id]; !ok {
				order = append(order, id)
				if v, err := st.Version(f.New); err == nil {
					heads[id] = dotted(v.Title(), OutletName(v.Outlet))
				}
			}
			groups[id] = append(groups[id], m.row(st, f))
		}
		m.flags(st)
	})
	findings := m.Rows
	m.Rows = nil
	slices.SortStableFunc(order, func(a, b source.ArticleID) int { return cmp.Compare(heads[a], heads[b]) })
	for _, id := range order {
		rows := groups[id]
		slices.SortStableFunc(rows, func(a, b InboxRow) int {
			return cmp.Or(cmp.Compare(bit(a.Finding.Settled), bit(b.Finding.Settled)), cmp.Compare(bit(!a.Finding.Stale), bit(!b.Finding.Stale)), cmp.Compare(bit(a.Finding.Kind == workspace.TextTouched), bit(b.Finding.Kind == workspace.TextTouched)))
		})
		m.Rows = append(m.Rows, InboxRow{Head: heads[id], Sub: Plural(len(rows), "finding")})
		m.Rows = append(m.Rows, rows...)
	}
	m.Rows = append(m.Rows, findings...)
	m.keepPlace(at)
	m.read()
	m.Changed()
}

// keepPlace chooses the first row until a person chooses one, and if that is gone
// what stands in its place: so one finding is settled after the other.
func (m *Inbox) keepPlace(at int) {
	if m.own && m.Row() >= 0 {
		return
	}
	m.Current = ""
	for i, r := range m.Rows {
		if r.Key() == "" {
			continue
		}
		m.Current = r.Key()
		if !m.own || i >= at {
			return
		}
	}
}

// flags adds the open flags.
func (m *Inbox) flags(st *ledger.State) {
	var rows []InboxRow
	for _, f := range st.OpenFlags() {
		m.Flags++
		g := *f
		r := InboxRow{Flag: &g, What: Sentence(f.Text)}
		if c := st.Claims[f.Claim]; c != nil {
			r.Claim = c.Text
		}
		rows = append(rows, r)
	}
	if len(rows) > 0 {
		m.Rows = append(m.Rows, InboxRow{Head: "Open flags", Sub: Plural(len(rows), "flag")})
		m.Rows = append(m.Rows, rows...)
	}
}

// row says what a finding is about, in words for people.
func (m *Inbox) row(st *ledger.State, f *workspace.Finding) InboxRow {
	g := *f
	r := InboxRow{Finding: &g}
	r.About, r.What = findingParts(g)
	if r.What == "" {
		r.About, r.What = "", r.About
	}
	r.What = Sentence(claims.Capital(r.What))
	if c := st.Claims[f.Claim]; c != nil {
		r.Claim = c.Text
	}
	m.say(&r)
	if x, ok := st.Settled[f.Key]; ok && f.Settled {
		r.Note = dotted("settled by "+x.Who.String(), Moment(x.At), x.Note)
	}
	return r
}

// say puts the words a finding is about into its row.
func (m *Inbox) say(r *InboxRow) {
	words := m.words[r.Finding.Key]
	r.Was, r.Is = wordings(words[0], words[1])
	if r.Claim == words[0] {
		r.Claim = ""
	}
}

// findingParts says what a later version touched and what it did, without full
// stops; what is empty if the first says it all.
func findingParts(f workspace.Finding) (about, what string) {
	v := "Version " + Count(f.New.N)
	why := strings.TrimSuffix(InLetters(f.Why), ".")
	thing := "a passage attached as evidence"
	switch f.Kind {
	case workspace.TextTouched:
		if !f.Announced {
			v += ", without a notice"
		}
		return v, why
	case workspace.ClaimTouched:
		thing = "the words of a claim"
	}
	switch f.Found.Fate {
	case anchor.Missing:
		return v + " no longer has " + thing, ""
	case anchor.Ambiguous:
		return v + " has " + thing + " in " + Count(len(f.Found.Candidates)) + " places", ""
	case anchor.Altered:
		return v + " altered " + thing, why
	}
	return v + " altered " + thing, ""
}

// FindingSentence says what a later version did: "Version 3 altered a passage
// attached as evidence: toll raised from 12 to 15."
func FindingSentence(f workspace.Finding) string {
	about, what := findingParts(f)
	if what == "" {
		return about + "."
	}
	return about + ": " + what + "."
}

// read looks up the words that stood and now stand where findings point.
func (m *Inbox) read() {
	w := m.s.Desk
	want := map[string]workspace.Finding{}
	for _, r := range m.Rows {
		if f := r.Finding; f != nil {
			if _, ok := m.words[f.Key]; !ok {
				want[f.Key] = *f
			}
		}
	}
	if len(want) == 0 {
		return
	}
	m.loader.Start(func(ctx context.Context) func() {
		found := map[string][2]string{}
		at := func(v source.VersionID, s source.Span) string {
			if _, t, err := w.Read(ctx, v); err == nil && s.Fits(t.Body) {
				return s.Of(t.Body)
			}
			return ""
		}
		for k, f := range want {
			if ctx.Err() != nil {
				return nil
			}
			found[k] = [2]string{at(f.Old.Version, f.Old.Span), at(f.New, f.NewSpan)}
		}
		return func() {
			maps.Copy(m.words, found)
			for i := range m.Rows {
				if m.Rows[i].Finding != nil {
					m.say(&m.Rows[i])
				}
			}
			m.Changed()
		}
	})
}

// SetAll chooses whether settled findings are shown too.
func (m *Inbox) SetAll(all bool) {
	m.All = all
	m.list()
}

// Pick makes a row the chosen one.
func (m *Inbox) Pick(key string) {
	m.own = true
	if key != m.Current {
		m.Current = key
		m.Changed()
		m.s.Changed()
	}
}

// Row is the index of the chosen row, -1 for none.
func (m *Inbox) Row() int {
	return slices.IndexFunc(m.Rows, func(r InboxRow) bool { return r.Key() != "" && r.Key() == m.Current })
}

// OpenRow opens a row: a finding in the comparison at its words, a flag at
// its claim.
func (m *Inbox) OpenRow(r InboxRow) {
	switch {
	case r.Finding != nil:
		m.Pick(r.Key())
		m.s.OpenFinding(*r.Finding)
	case r.Flag != nil:
		m.Pick(r.Key())
		m.s.OpenClaimAt(PlaceClaims, r.Flag.Claim)
	}
}

// OpenClaimAt opens a claim with another place of the rail.
func (s *Shell) OpenClaimAt(p Place, id claims.ID) {
	s.Route.Place = p // one step: the place alone is no stop on the way
	s.OpenClaim(id)
	s.Changed()
}

// chosen is the finding or the flag that Settle would settle: in a comparison
// the one at the change in sight, in the inbox the row chosen.
func (m *Inbox) chosen() (*workspace.Finding, *ledger.Flag) {
	r := m.s.Route
	if m.s.Desk == nil || !r.Comparing() && r.Place != PlaceInbox {
		return nil, nil
	}
	if r.Comparing() {
		return m.cmp.At(), nil
	}
	if i := m.Row(); i >= 0 {
		return m.Rows[i].Finding, m.Rows[i].Flag
	}
	return nil, nil
}

// Settle settles what is chosen, or reopens it.
func (m *Inbox) Settle() {
	f, g := m.chosen()
	switch {
	case f != nil:
		m.SettleFinding(*f)
	case g != nil:
		m.s.dismissFlag(g.ID)
	}
}

// SettleFinding asks for a note and settles a finding, or reopens it.
func (m *Inbox) SettleFinding(f workspace.Finding) {
	if f.Settled {
		m.settle(f.Key, false, "")
		return
	}
	label := FindingSentence(f)
	if f.Stale {
		label += "\nThe verdict was given before this. Settling says that it still holds."
	}
	m.s.Ask.Text(TextQuestion{Title: "Settle the finding", Label: label, Hint: "what was done about it, for the record", Yes: "Settle", Lines: 2}, func(note string) {
		m.settle(f.Key, true, strings.TrimSpace(note))
	})
}

func (m *Inbox) settle(key string, settled bool, note string) {
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.Settle(ctx, key, settled, note) }, func() {
		if settled {
			m.s.Toasts.Offer("The finding is settled.", "Undo", m.s.Undo)
		}
	})
}

// AcceptFlag says that a flag is right.
func (m *Inbox) AcceptFlag(id claims.FlagID) { m.s.settleFlag(id, claims.FlagAccepted, "") }

// DismissFlag asks why a flag is wrong and dismisses it.
func (m *Inbox) DismissFlag(id claims.FlagID) { m.s.dismissFlag(id) }
