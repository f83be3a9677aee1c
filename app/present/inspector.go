package present

import (
	"cmp"
	"context"
	"slices"
	"time"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/match"
	"stet/index/source"
)

// Attached is a passage attached to the claim, as the inspector shows it.
type Attached struct {
	ledger.Evidence
	Title, Outlet string
	Date          time.Time
	Relation      match.Result       // how the words relate to the claim; zero while not known
	Known         bool               // Relation is worked out
	Finding       *workspace.Finding // what a later version did to it; nil if nothing
	Confirmed     string             // where a person confirmed it last: "a7k3p@2"
}

// Happening is a line of a claim's history.
type Happening struct {
	At   time.Time
	Who  string
	What string
}

// Inspector is the current claim with everything the desk knows and decided
// about it, and the verdict being written.
type Inspector struct {
	ID           claims.ID // empty: no claim is open
	Claim        ledger.Claim
	Head, Detail string
	Event        string // name of its event
	Made         string // where it was made, in words
	Finding      *workspace.Finding
	Stale        bool
	For          []Attached
	Against      []Attached
	Context      []Attached
	Sources      workspace.Independence
	Counted      bool // Sources is worked out
	Flags        []ledger.Flag
	Searches     []ledger.Search // receipts kept with it, newest first
	History      []Happening
	Scale        claims.Scale
	Seq          uint64 // of the ledger as it is shown: what a verdict is based on
	Draft        Draft
	Matches      *Matches
	Changed      func()
	// Round changes when anything but the draft is new.
	Round int
	// WantForm counts the wishes to have the verdict form in sight.
	WantForm int

	s       *Shell
	loader  *Loader
	wanting bool // a verdict was asked for that has no outcome yet
	drafts  map[claims.ID]Draft
}

// NewInspector makes the model for a shell.
func NewInspector(s *Shell) *Inspector {
	m := &Inspector{s: s, loader: NewLoader(s.Sched), drafts: map[claims.ID]Draft{}, Changed: func() {}}
	m.Matches = newMatches(s)
	s.Listen(Listener{
		Desk:     func() { m.drafts = map[claims.ID]Draft{}; m.ID = ""; m.load() },
		Acts:     func([]ledger.Entry) { m.load() },
		Findings: m.load,
		Route: func(was Route) {
			if was.Claim != s.Route.Claim {
				m.load()
			}
		},
	})
	m.bind()
	m.load()
	return m
}

func (m *Inspector) bind() {
	s := m.s
	open := func() bool { return s.Desk != nil && m.ID != "" }
	s.On(ActVerdict, m.Verdict, open)
	s.On(ActFlag, m.Raise, open)
	s.On(ActAttachRanked, m.Matches.AttachCurrent, func() bool { return open() && m.Matches.CanAttach() })
	s.On(ActRemoveClaim, m.Remove, open)
	s.On(ActSubmit, m.Submit, func() bool { return open() && m.CanSubmit() })
}

// load reads the claim of the route anew: what the ledger says at once, what has
// to be worked out elsewhere.
func (m *Inspector) load() {
	id := m.s.Route.Claim
	if m.s.Desk == nil {
		id = ""
	}
	if id != m.ID {
		m.keepDraft()
		m.Counted, m.wanting = false, false
	}
	was := m.known()
	m.Round++
	m.ID = ""
	if id != "" {
		m.s.Desk.View(func(st *ledger.State) { m.read(st, id) })
	}
	if m.ID == "" {
		m.loader.Stop()
		m.Matches.open("", claims.Claim{}, 0)
		m.Changed()
		m.s.Changed()
		return
	}
	m.link(was)
	m.takeDraft(id)
	m.Matches.open(m.ID, m.Claim.Claim, m.s.Counts.Articles)
	m.Matches.attached(m.all())
	m.relate()
	m.Changed()
	m.s.Changed()
}

// read takes what the ledger says about a claim.
func (m *Inspector) read(st *ledger.State, id claims.ID) {
	c := st.Claims[id]
	if c == nil || c.Removed {
		return
	}
	m.ID, m.Claim, m.Seq, m.Scale = id, *c, st.Seq, st.Policy.ScaleOf()
	m.Claim.Verdicts, m.Claim.Reviews = slices.Clone(c.Verdicts), slices.Clone(c.Reviews)
	m.Claim.Corrections = slices.Clone(c.Corrections)
	m.Head, m.Detail = Reading(c.Body)
	m.Event, m.Made = "", "Typed in"
	if e := st.Events[c.Event]; e != nil && !e.Removed {
		m.Event = e.Name
	}
	if c.Made != nil {
		m.Made = string(c.Made.Version.Article)
		if v, err := st.Version(c.Made.Version); err == nil {
			m.Made = dotted(OutletName(v.Outlet), Short(v.Title(), 70), Day(v.Date()), "v"+Count(v.ID.N))
		}
	}
	m.For, m.Against, m.Context = nil, nil, nil
	for _, e := range st.EvidenceOf(id) {
		a := Attached{Evidence: *e}
		a.Evidence.Confirmed = slices.Clone(e.Confirmed)
		if n := len(e.Confirmed); n > 0 {
			a.Confirmed = e.Confirmed[n-1].Anchor.Version.String()
		}
		if v, err := st.Version(e.Anchor.Version); err == nil {
			a.Title, a.Outlet, a.Date = v.Title(), v.Outlet, v.Date()
		}
		switch e.Stance {
		case claims.Supports, claims.FirstSeen, claims.Repeats:
			m.For = append(m.For, a)
		case claims.Contradicts:
			m.Against = append(m.Against, a)
		default:
			m.Context = append(m.Context, a)
		}
	}
	m.Flags = nil
	for _, f := range st.Raised {
		if x := st.Flags[f]; x.Claim == id {
			m.Flags = append(m.Flags, *x)
		}
	}
	slices.SortStableFunc(m.Flags, func(a, b ledger.Flag) int {
		return cmp.Compare(bit(a.Status != claims.FlagOpen), bit(b.Status != claims.FlagOpen))
	})
	m.Searches = nil
	for _, x := range slices.Backward(st.Searches) {
		if x.Claim == id && !x.Dropped {
			m.Searches = append(m.Searches, *x)
		}
	}
	m.History = happenings(st, c)
}

// happenings is what happened to a claim, newest first.
func happenings(st *ledger.State, c *ledger.Claim) []Happening {
	var out []Happening
	add := func(at time.Time, who ledger.Who, what string) {
		out = append(out, Happening{at, who.String(), what})
	}
	add(c.At, c.Who, "made the claim")
	for _, e := range st.Evidence {
		if e.Claim != c.ID {
			continue
		}
		what := "attached " + string(e.ID) + " (" + string(e.Stance) + ")"
		if e.Detached {
			what += ", detached since"
		}
		add(e.At, e.Who, what)
		for _, k := range e.Confirmed {
			add(k.At, k.Who, "confirmed "+string(e.ID)+" in "+k.Anchor.Version.String())
		}
	}
	for _, v := range c.Verdicts {
		what := "gave the verdict: " + dotted(string(v.Check), v.Rating)
		if v.Withdrawn {
			what += " (taken back)"
		}
		add(v.At, v.Who, what)
	}
	for _, k := range c.Corrections {
		what := "corrected the reading"
		if claims.SameBody(k.Read.Body, k.Now.Body) {
			what = "took Stet's reading back"
		}
		add(k.At, k.Who, what)
	}
	for _, r := range c.Reviews {
		what := map[claims.Review]string{claims.Submitted: "submitted it", claims.Returned: "returned it", claims.Approved: "approved it", claims.NoReview: "took it back from review"}[r.To]
		if r.Comment != "" {
			what += ": " + r.Comment
		}
		add(r.At, r.Who, what)
	}
	for _, f := range st.Flags {
		if f.Claim == c.ID {
			add(f.At, f.Who, "raised a flag: "+Short(f.Text, 80))
		}
	}
	slices.SortStableFunc(out, func(a, b Happening) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.What, b.What))
	})
	return out
}

// ReceiptWords says what was searched for and found: "“zeppelin”: nothing in 15
// articles", and where, when and by whom.
func ReceiptWords(x ledger.Search) (what, how string) {
	found := Plural(x.Hits, "hit")
	if x.Hits == 0 {
		found = "nothing"
	}
	return "“" + x.Query + "”: " + found + " in " + Plural(x.Articles, "article"),
		dotted(x.Scope, Moment(x.At), x.Who.Name, "entry "+claims.Number(float64(x.Seq)))
}

// link ties findings to the claim and its passages, and keeps the relations
// known already.
func (m *Inspector) link(was map[claims.EvidenceID]match.Result) {
	m.Finding, m.Stale = nil, false
	by := map[claims.EvidenceID]*workspace.Finding{}
	for i := range m.s.Findings {
		f := &m.s.Findings[i]
		if f.Claim != m.ID || f.Settled {
			continue
		}
		m.Stale = m.Stale || f.Stale
		switch f.Kind {
		case workspace.ClaimTouched:
			m.Finding = f
		case workspace.EvidenceTouched:
			by[f.Evidence] = f
		}
	}
	for _, list := range [][]Attached{m.For, m.Against, m.Context} {
		for i := range list {
			list[i].Finding = by[list[i].ID]
			list[i].Relation, list[i].Known = was[list[i].ID], false
			if _, ok := was[list[i].ID]; ok {
				list[i].Known = true
			}
		}
	}
}

// all are the passages attached.
func (m *Inspector) all() []Attached {
	return slices.Concat(m.For, m.Against, m.Context)
}

func (m *Inspector) known() map[claims.EvidenceID]match.Result {
	out := map[claims.EvidenceID]match.Result{}
	for _, a := range m.all() {
		if a.Known {
			out[a.ID] = a.Relation
		}
	}
	return out
}

// relate works out how the passages relate to the claim and where they come
// from.
func (m *Inspector) relate() {
	w, id, all := m.s.Desk, m.ID, m.all()
	m.loader.Start(func(ctx context.Context) func() {
		n, err := w.Independence(ctx, id)
		rel := map[claims.EvidenceID]match.Result{}
		for _, a := range all {
			if err != nil {
				break
			}
			var r match.Result
			r, err = w.Relate(ctx, id, source.Place{Version: a.Anchor.Version, Span: a.Anchor.Span})
			rel[a.ID] = r
		}
		return func() {
			if err != nil {
				m.s.Fail(err)
				return
			}
			m.Sources, m.Counted = n, true
			m.Round++
			for _, list := range [][]Attached{m.For, m.Against, m.Context} {
				for i := range list {
					list[i].Relation, list[i].Known = rel[list[i].ID], true
				}
			}
			m.Changed()
		}
	})
}

// Independent says where support comes from: "Supported by 3 passages, 2
// outlets, 1 independent source of 2 wanted".
func (m *Inspector) Independent() string {
	if !m.Counted {
		return ""
	}
	return "Supported by " + m.Sources.String()
}
