package present

import (
	"context"
	"slices"
	"strings"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/concordance"
	"stet/claims/ledger"
	"stet/claims/match"
	"stet/index/source"
)

// QuoteShow says which utterances are listed.
type QuoteShow string

// What the list of quotes can show.
const (
	QuotesDiffering QuoteShow = "differing" // some rendering differs in substance
	QuotesCompared  QuoteShow = ""          // printed more than once
	QuotesAll       QuoteShow = "all"       // printed once too
)

// QuoteOrders lists the orders of quotes with their names.
var QuoteOrders = []Named[concordance.Order]{{concordance.ByDifference, "Differing ones first"}, {concordance.ByTime, "Earliest first"}, {concordance.BySpeaker, "By speaker"}}

// QuoteRow is an utterance in the list.
type QuoteRow struct {
	Key       string
	Speaker   string // "Ada Osei · disputed" if the words are given to others too
	Words     string // of the best source
	Detail    string // "3 outlets, 2 independent · 3 May 2025"
	Differing int
	Gravest   string // the gravest difference; "" if none matters
	Tone      Tone
}

// Quotes is the concordance: what was said, and how everybody prints it.
type Quotes struct {
	Rows      []*concordance.Utterance // listed; see RowAt
	Show      QuoteShow
	Text      string // words that a rendering, its speaker or its outlet has
	Speaker   string
	Order     concordance.Order
	Speakers  []Facet // of what Show lists
	Differing int     // how many there are of each, whatever the filter
	Compared  int
	All       int

	Open  *concordance.Utterance // chosen; nil: none
	Cards []QuoteCard            // its renderings

	Ready   bool // the desk was looked through
	Busy    bool
	Job     Job  // how far it is
	Stopped bool // a person cancelled
	Changed func()
	// Round changes when Cards are new.
	Round int

	s       *Shell
	loader  *Loader
	found   []concordance.Utterance
	matters []bool // of each found; the list asks often
	stale   bool   // the desk changed since found
	opened  map[string]bool
	claims  map[source.ArticleID][]made
	wanting claims.ID // the claim to be opened when found is there
}

// made is a claim and the words it was made of.
type made struct {
	id    claims.ID
	place source.Place
}

// NewQuotes makes the model for a shell.
func NewQuotes(s *Shell) *Quotes {
	m := &Quotes{s: s, loader: NewLoader(s.Sched), Changed: func() {}, opened: map[string]bool{},
		Show: QuoteShow(s.Settings.Choice["quotes.show"]), Order: concordance.Order(s.Settings.Choice["quotes.order"])}
	s.Listen(Listener{
		Desk: m.forget,
		Acts: func(entries []ledger.Entry) {
			if touchesQuotes(entries) {
				m.stale = true
				m.follow()
			}
		},
		Route: func(was Route) {
			if was.Place != s.Route.Place || was.Quote != s.Route.Quote {
				m.follow()
			}
		},
	})
	s.On(ActQuoteOf, func() { m.OpenClaim(s.Route.Claim) }, m.canOpenClaim)
	s.On(ActCopyQuote, m.Copy, func() bool { return s.Desk != nil && s.Route.Place == PlaceQuotes && m.Open != nil })
	return m
}

// touchesQuotes reports whether entries change what the concordance shows.
func touchesQuotes(entries []ledger.Entry) bool {
	return slices.ContainsFunc(entries, func(e ledger.Entry) bool {
		switch e.Change.(type) {
		case ledger.VersionAdded, ledger.VersionHidden, ledger.ArticleFiled, ledger.QuoteSourceChosen,
			ledger.EvidenceAttached, ledger.EvidenceEdited, ledger.EvidenceDetached, ledger.ClaimAdded, ledger.ClaimRemoved:
			return true
		}
		return false
	})
}

// forget begins anew with another desk.
func (m *Quotes) forget() {
	m.loader.Stop()
	m.found, m.Ready, m.Busy, m.Stopped, m.stale = nil, false, false, false, false
	m.count()
	m.Text, m.Speaker, m.opened, m.wanting = "", "", map[string]bool{}, ""
	m.list()
	m.follow()
}

// here tells whether the concordance is what is shown.
func (m *Quotes) here() bool { return m.s.Desk != nil && m.s.Route.Place == PlaceQuotes }

// follow shows what the route names, and looks through the desk if that was not
// done, or if the desk changed since.
func (m *Quotes) follow() {
	if !m.here() {
		return
	}
	if (!m.Ready && !m.Stopped || m.stale) && !m.Busy {
		m.Look()
		return
	}
	m.open()
	m.Changed()
}

// Look looks through the desk, off the screen's goroutine.
func (m *Quotes) Look() {
	if m.s.Desk == nil {
		return
	}
	w, c := m.s.Desk, &count{}
	m.Busy, m.Stopped, m.stale, m.Job = true, false, false, Job{Title: "Looking for quotes"}
	m.Changed()
	c.show(m.s.Sched, &m.Busy, &m.Job, func() { m.Changed() })
	m.loader.Start(func(ctx context.Context) func() {
		found, err := w.Utterances(ctx, c.set)
		return func() {
			m.Busy = false
			if err != nil {
				m.Stopped = true
				m.s.Fail(err)
				m.Changed()
				return
			}
			m.found, m.Ready = found, true
			m.count()
			m.readClaims()
			m.list()
			m.openWanted()
			if m.stale { // something came meanwhile
				m.follow()
			}
		}
	})
}

// Cancel stops the looking; what was read stays read.
func (m *Quotes) Cancel() {
	if !m.Busy {
		return
	}
	m.loader.Stop()
	m.Busy, m.Stopped = false, true
	m.Changed()
}

// filter is what is listed.
func (m *Quotes) filter() concordance.Filter {
	return concordance.Filter{Text: m.Text, Speaker: m.Speaker, Differing: m.Show == QuotesDiffering, Once: m.Show == QuotesAll}
}

// count counts what was found, once.
func (m *Quotes) count() {
	m.Differing, m.Compared, m.All = 0, 0, len(m.found)
	m.matters = make([]bool, len(m.found))
	for i := range m.found {
		if m.found[i].Compared() {
			m.Compared++
			m.matters[i] = m.found[i].Matters()
		}
		if m.matters[i] {
			m.Differing++
		}
	}
	m.s.SetQuotes(m.Differing)
}

// list lists the utterances that fit, in order.
func (m *Quotes) list() {
	m.Rows, m.Speakers = nil, nil
	said := map[string]int{}
	f := m.filter()
	shown := concordance.Filter{Once: f.Once}
	for i := range m.found {
		u := &m.found[i]
		if f.Differing && !m.matters[i] || !shown.Fits(u) {
			continue
		}
		if u.Speaker != "" {
			said[u.Speaker]++
		}
		if f.Fits(u) {
			m.Rows = append(m.Rows, u)
		}
	}
	concordance.Sort(m.Rows, m.Order)
	for name, n := range said {
		m.Speakers = append(m.Speakers, Facet{Value: name, Title: name, N: n})
	}
	slices.SortFunc(m.Speakers, func(a, b Facet) int {
		if a.N != b.N {
			return b.N - a.N
		}
		return strings.Compare(a.Title, b.Title)
	})
	m.open()
	m.Changed()
}

// RowAt is a row of the list.
func (m *Quotes) RowAt(i int) QuoteRow { return quoteRow(m.Rows[i]) }

func quoteRow(u *concordance.Utterance) QuoteRow {
	r := QuoteRow{Key: u.Key, Speaker: u.Speaker, Words: u.Source.Line(), Differing: u.Differing(),
		Detail: dotted(Plural(u.Outlets, "outlet")+", "+Count(u.Independent)+" independent", reportedBy(u), Day(u.First))}
	if r.Speaker == "" {
		r.Speaker = "Nobody named"
	}
	if len(u.Others) > 0 {
		r.Speaker += " · disputed"
	}
	if g := u.Gravest(); g != "" {
		r.Gravest, r.Tone = u.GravestWords(), RelationTone(g)
	}
	return r
}

// reportedBy says in short how many outlets report an utterance and do not quote it.
func reportedBy(u *concordance.Utterance) string {
	if u.Reporting == 0 {
		return ""
	}
	return "+" + Plural(u.Reporting, "report")
}

// readClaims notes which words claims were made of.
func (m *Quotes) readClaims() {
	m.claims = map[source.ArticleID][]made{}
	if m.s.Desk == nil {
		return
	}
	m.s.Desk.View(func(st *ledger.State) {
		for _, c := range st.Live() {
			if c.Made != nil {
				at := c.Made.Version.Article
				m.claims[at] = append(m.claims[at], made{c.ID, source.Place{Version: c.Made.Version, Span: c.Made.Span}})
			}
		}
	})
}

// open shows the utterance of the route; without one, the first of the list.
func (m *Quotes) open() {
	m.Open, m.Cards = nil, nil
	m.Round++
	if !m.Ready {
		return
	}
	if key := m.s.Route.Quote; key != "" {
		for i := range m.found {
			if u := &m.found[i]; u.Key == key || keyIn(u, key) {
				m.Open = u
			}
		}
	}
	if m.Open == nil && len(m.Rows) > 0 {
		m.Open = m.Rows[0]
	}
	if m.Open != nil {
		m.Cards = m.cards(m.Open)
	}
}

// keyIn tells whether a rendering has a key: that of the utterance may have been
// another one before more was imported.
func keyIn(u *concordance.Utterance, key string) bool {
	return slices.ContainsFunc(u.All(), func(r *concordance.Rendering) bool { return r.Key() == key })
}

// Row is the index of the open utterance in the list, -1 if it is not there.
func (m *Quotes) Row() int {
	if m.Open == nil {
		return -1
	}
	return slices.Index(m.Rows, m.Open)
}

// Pick opens an utterance of the list.
func (m *Quotes) Pick(key string) {
	r := m.s.Route
	r.Quote = key
	m.s.Replace(r)
}

// SetShow chooses which utterances are listed.
func (m *Quotes) SetShow(show QuoteShow) {
	m.Show = show
	m.s.Settings.Pick("quotes.show", string(show))
	m.list()
}

// SetText limits the list to utterances with these words.
func (m *Quotes) SetText(text string) {
	if text != m.Text {
		m.Text = text
		m.list()
	}
}

// SetSpeaker limits the list to what one person says; "" to nobody in particular.
func (m *Quotes) SetSpeaker(name string) {
	m.Speaker = name
	m.list()
}

// SetOrder changes the order of the list.
func (m *Quotes) SetOrder(o concordance.Order) {
	m.Order = o
	m.s.Settings.Pick("quotes.order", string(o))
	m.list()
}

// canOpenClaim tells whether the current claim is one of words somebody said.
func (m *Quotes) canOpenClaim() bool {
	if m.s.Desk == nil || m.s.Route.Claim == "" {
		return false
	}
	c, err := m.s.Desk.Claim(m.s.Route.Claim)
	return err == nil && c.Body != nil && c.Body.Kind() == claims.KindQuote
}

// OpenClaim opens what a claim quotes.
func (m *Quotes) OpenClaim(id claims.ID) {
	m.wanting = id
	if !m.here() {
		m.s.Go(m.s.Route.At(PlaceQuotes))
	}
	if m.Ready && !m.Busy {
		m.openWanted()
	}
}

// openWanted opens what the claim that was asked for quotes.
func (m *Quotes) openWanted() {
	id := m.wanting
	if m.wanting = ""; id == "" || m.s.Desk == nil {
		return
	}
	w := m.s.Desk
	m.loader.Start(func(ctx context.Context) func() {
		u, err := w.UtteranceOf(ctx, id, nil)
		return func() {
			if err != nil {
				m.s.Toasts.Show(Explain(err).What)
				return
			}
			if m.Show == QuotesDiffering && !u.Matters() || m.Show == QuotesCompared && !u.Compared() || m.Text != "" || m.Speaker != "" {
				m.Text, m.Speaker, m.Show = "", "", QuotesCompared
				if !u.Compared() {
					m.Show = QuotesAll
				}
				m.list()
			}
			m.Pick(u.Key)
		}
	})
}

// Summary is the line below the list.
func (m *Quotes) Summary() string {
	if !m.Ready {
		return ""
	}
	if m.Text != "" || m.Speaker != "" {
		return Plural(len(m.Rows), "quote") + " of " + Count(map[QuoteShow]int{QuotesDiffering: m.Differing, QuotesCompared: m.Compared, QuotesAll: m.All}[m.Show])
	}
	return Plural(len(m.Rows), "quote")
}

// Copy puts the open utterance with its renderings on the clipboard, as
// Markdown, which reads as text too.
func (m *Quotes) Copy() {
	if m.Open != nil {
		m.s.Ask.Copy(m.Open.Markdown())
		m.s.Toasts.Show("Copied: the quote with its renderings, as Markdown.")
	}
}

// CopyList puts all that is listed on the clipboard.
func (m *Quotes) CopyList() {
	var b strings.Builder
	for _, u := range m.Rows {
		b.WriteString(u.Markdown() + "\n")
	}
	m.s.Ask.Copy(b.String())
	m.s.Toasts.Show("Copied: " + Plural(len(m.Rows), "quote") + " with their renderings, as Markdown.")
}

// Choose makes a rendering the best source, or leaves that to the rules again.
func (m *Quotes) Choose(c QuoteCard, chosen bool) {
	if m.Open == nil {
		return
	}
	u, r := *m.Open, *c.Rendering
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.ChooseSource(ctx, u, r, chosen) }, func() {
		what := OutletName(r.Outlet) + " is now the best source of this quote."
		if !chosen {
			what = "The best source of this quote is left to the rules again."
		}
		m.s.Toasts.Offer(what, "Undo", m.s.Undo)
	})
}

// Read opens a rendering in the reading pane.
func (m *Quotes) Read(c QuoteCard) {
	m.s.Go(m.s.Route.At(PlaceSources).Reading(c.Rendering.Version, c.Rendering.Span))
}

// CompareCard puts a rendering's version beside the source's, at the words.
func (m *Quotes) CompareCard(c QuoteCard) {
	if m.Open == nil || c.Rendering.Version == m.Open.Source.Version {
		return
	}
	src := &m.Open.Source
	r := m.s.Route.Compare(src.Version, c.Rendering.Version)
	r.Span, r.AgainstSpan = c.Rendering.Span, src.Span
	m.s.Go(r)
}

// relationTone is the tone of a rendering.
func relationTone(r *concordance.Rendering) Tone {
	if !r.Matters() && (r.Relation == match.MarkedTruncation || r.Relation == concordance.Paraphrase || r.Translated) {
		return TonePlain
	}
	return RelationTone(r.Relation)
}
