package present

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/source"
)

// InboxRow is a line of the inbox: the head of a group, a finding or a flag.
type InboxRow struct {
	Head    string // of a group; the rest is empty then
	Sub     string // of a group: how many
	Finding *workspace.Finding
	Flag    *ledger.Flag
	What    string // what happened, in a sentence
	Claim   string // the claim it is about
	Was     string // the words as they were
	Is      string // as they are; empty if not known or gone
	Note    string // of who settled it
}

// Inbox is what asks for attention: what later versions did, and open flags.
type Inbox struct {
	Rows    []InboxRow
	Open    int // findings not settled
	Settled int
	Flags   int // open
	All     bool
	Current string // key of the finding or flag chosen
	Changed func()

	s      *Shell
	loader *Loader
	words  map[string]string // what now stands where a finding points, by key
}

// NewInbox makes the model for a shell.
func NewInbox(s *Shell) *Inbox {
	m := &Inbox{s: s, loader: NewLoader(s.Sched), words: map[string]string{}, Changed: func() {}}
	s.Listen(Listener{
		Desk:     func() { m.Current, m.words = "", map[string]string{}; m.list() },
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
	m.read()
	m.Changed()
}

// flags adds the open flags.
func (m *Inbox) flags(st *ledger.State) {
	var rows []InboxRow
	for _, id := range st.Raised {
		f := st.Flags[id]
		if f.Status != claims.FlagOpen {
			continue
		}
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
	r := InboxRow{Finding: &g, What: FindingSentence(g), Is: m.words[f.Key], Was: m.words["old:"+f.Key]}
	if c := st.Claims[f.Claim]; c != nil {
		r.Claim = c.Text
		if f.Kind == workspace.ClaimTouched && c.Made != nil {
			r.Was = c.Made.Exact
		}
	}
	if e := st.Evidence[f.Evidence]; e != nil {
		r.Was = e.Anchor.Exact
	}
	if x, ok := st.Settled[f.Key]; ok && f.Settled {
		r.Note = dotted("settled by "+x.Who.String(), Moment(x.At), x.Note)
	}
	return r
}

// FindingSentence says what a later version did: "Version 3 altered a passage
// attached as evidence: toll raised from 12 to 15."
func FindingSentence(f workspace.Finding) string {
	v := "Version " + Count(f.New.N)
	if f.Kind == workspace.TextTouched {
		s := v + ": " + strings.TrimSuffix(InLetters(f.Why), ".")
		if !f.Announced {
			s += ", without a notice"
		}
		return s + "."
	}
	what := "a passage attached as evidence"
	if f.Kind == workspace.ClaimTouched {
		what = "the words of a claim"
	}
	s := ""
	switch f.Found.Fate {
	case anchor.Missing:
		s = v + " no longer has " + what
	case anchor.Ambiguous:
		s = v + " has " + what + " in " + Count(len(f.Found.Candidates)) + " places"
	default:
		s = v + " altered " + what
	}
	if f.Found.Fate == anchor.Altered && f.Why != "" {
		s += ": " + strings.TrimSuffix(InLetters(f.Why), ".")
	}
	return s + "."
}

// read looks up the words that now stand where findings point.
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
		found, old := map[string]string{}, map[string]string{}
		for k, f := range want {
			if ctx.Err() != nil {
				return nil
			}
			found[k] = ""
			if _, t, err := w.Read(ctx, f.New); err == nil && f.NewSpan.Fits(t.Body) {
				found[k] = f.NewSpan.Of(t.Body)
			}
			if _, t, err := w.Read(ctx, f.Old.Version); err == nil && f.Kind == workspace.TextTouched && f.Old.Span.Fits(t.Body) {
				old[k] = f.Old.Span.Of(t.Body)
			}
		}
		return func() {
			for k, s := range found {
				m.words[k] = s
			}
			for i := range m.Rows {
				if f := m.Rows[i].Finding; f != nil {
					m.Rows[i].Is = m.words[f.Key]
					if m.Rows[i].Was == "" {
						m.Rows[i].Was = old[f.Key]
						m.words["old:"+f.Key] = old[f.Key]
					}
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
// the one it was opened for, in the inbox the row chosen.
func (m *Inbox) chosen() (*workspace.Finding, *ledger.Flag) {
	r := m.s.Route
	if m.s.Desk == nil || !r.Comparing() && r.Place != PlaceInbox {
		return nil, nil
	}
	if r.Comparing() {
		for i := range m.s.Findings {
			f := &m.s.Findings[i]
			if !f.Settled && f.Old.Version == r.Against && f.New == r.Version && (f.Old.Span == r.AgainstSpan && !r.AgainstSpan.Empty() || f.NewSpan == r.Span && !r.Span.Empty()) {
				return f, nil
			}
		}
		return nil, nil
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
