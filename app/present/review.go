package present

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
)

// ReviewRow is a claim on its way through review.
type ReviewRow struct {
	ClaimRow
	By      string // who made the last step
	At      time.Time
	Comment string // of a return
	Reason  string // of the verdict
}

// Review is the editor's queue.
type Review struct {
	Show      claims.Review // which list is shown
	Rows      []ReviewRow
	Submitted int
	Returned  int
	Approved  int
	Changed   func()

	s      *Shell
	shown  uint64    // the ledger sequence that is on screen
	opened claims.ID // the claim that was on the screen with its words since the place was entered
}

// NewReview makes the model for a shell.
func NewReview(s *Shell) *Review {
	m := &Review{s: s, Show: claims.Submitted, Changed: func() {}}
	s.Listen(Listener{
		Desk:     func() { m.Show, m.opened = claims.Submitted, ""; m.see(s.Route); m.list() },
		Acts:     func([]ledger.Entry) { m.list() },
		Findings: m.list,
		Support:  m.list,
		Route:    func(was Route) { m.see(was); m.Changed() },
	})
	s.On(ActApprove, m.Approve, m.CanStep)
	s.On(ActReturn, m.Return, m.CanStep)
	m.list()
	return m
}

// Editor tells whether one is here as an editor, who may approve and return.
func (m *Review) Editor() bool {
	return m.s.Desk != nil && m.s.Desk.Who().Role == ledger.Editor
}

func (m *Review) list() {
	m.Rows, m.Submitted, m.Returned, m.Approved = nil, 0, 0, 0
	if m.s.Desk != nil {
		stale := m.s.staleClaims()
		m.s.Desk.View(func(st *ledger.State) {
			m.shown = st.Seq
			for _, c := range st.Live() {
				switch c.Review {
				case claims.Submitted:
					m.Submitted++
				case claims.Returned:
					m.Returned++
				case claims.Approved:
					m.Approved++
				}
				if c.Review != m.Show {
					continue
				}
				r := ReviewRow{ClaimRow: claimRow(st, c, stale[c.ID])}
				r.count(m.s)
				if n := len(c.Reviews); n > 0 {
					last := c.Reviews[n-1]
					r.By, r.At, r.Comment = last.Who.Name, last.At, last.Comment
				}
				if v := c.Verdict(); v != nil {
					r.Reason = v.Reason
				}
				m.Rows = append(m.Rows, r)
			}
		})
	}
	slices.SortStableFunc(m.Rows, func(a, b ReviewRow) int {
		if m.Show == claims.Submitted {
			return cmp.Or(cmp.Compare(bit(!a.Stale), bit(!b.Stale)), a.At.Compare(b.At)) // what waits longest first
		}
		return b.At.Compare(a.At)
	})
	m.Changed()
}

// SetShow chooses the list.
func (m *Review) SetShow(r claims.Review) {
	m.Show = r
	m.list()
}

// Count is how many claims a list has.
func (m *Review) Count(r claims.Review) int {
	return map[claims.Review]int{claims.Submitted: m.Submitted, claims.Returned: m.Returned, claims.Approved: m.Approved}[r]
}

// Index is the row of a claim, -1 if it is not shown.
func (m *Review) Index(id claims.ID) int {
	return slices.IndexFunc(m.Rows, func(r ReviewRow) bool { return r.ID == id })
}

// CanStep tells whether the open claim can be approved or returned.
func (m *Review) CanStep() bool { return m.s.Desk != nil && m.Editor() && m.current() != nil }

// see notes which claim was opened: its sheet is on the screen and the article it
// was made in beside it. It stays opened while its evidence is read, until another
// claim or another place is shown.
func (m *Review) see(was Route) {
	if was.Claim != m.s.Route.Claim || was.Place != m.s.Route.Place {
		m.opened = ""
	}
	id := m.s.InSight()
	if id == "" {
		return
	}
	if c, err := m.s.Desk.Claim(id); err == nil && (c.Made == nil || c.Made.Version.Article == m.s.Route.Version.Article) {
		m.opened = id
	}
}

// current is the submitted claim that is open: nobody signs what was not on the
// screen.
func (m *Review) current() *ledger.Claim {
	var out *ledger.Claim
	if m.s.Desk == nil || m.s.Route.Claim == "" || m.s.Route.Claim != m.opened || m.s.InSight() != m.opened {
		return nil
	}
	m.s.Desk.View(func(st *ledger.State) {
		if c := st.Claims[m.s.Route.Claim]; c != nil && !c.Removed && c.Review == claims.Submitted {
			x := *c
			out = &x
		}
	})
	return out
}

// Approve approves the open claim. A verdict that later versions put in doubt is
// approved only after a question.
func (m *Review) Approve() {
	c := m.current()
	if c == nil {
		return
	}
	seen := m.shown // when the question is asked, not when it is answered
	approve := func() {
		m.step(c.ID, claims.Approved, func(ctx context.Context, w *workspace.Workspace) error { return w.Approve(ctx, c.ID, seen, "") })
	}
	if m.s.staleClaims()[c.ID] {
		m.s.Ask.Confirm("Approve a stale verdict?", "A later version touched the evidence after the verdict was given. The report will say so.", "Approve all the same", approve)
		return
	}
	approve()
}

// Return sends the open claim back with a comment, which there must be.
func (m *Review) Return() {
	c := m.current()
	if c == nil {
		return
	}
	m.s.Ask.Text(TextQuestion{Title: "Return the claim", Label: "“" + Short(c.Text, 140) + "”", Hint: "what is missing or wrong; the checker reads it", Yes: "Return", Lines: 3, Needed: true}, func(comment string) {
		if strings.TrimSpace(comment) == "" {
			m.s.Ask.Tell(Problem{"A claim is not returned without a comment.", "Say what the checker is to do."})
			return
		}
		m.move(c.ID, claims.Returned, comment)
	})
}

// move takes the claim a step. The next that waits is not opened by itself, so
// that the same key pressed twice does not sign a claim nobody has seen.
func (m *Review) move(id claims.ID, to claims.Review, comment string) {
	m.step(id, to, func(ctx context.Context, w *workspace.Workspace) error { return w.Review(ctx, id, to, comment) })
}

func (m *Review) step(id claims.ID, to claims.Review, take func(context.Context, *workspace.Workspace) error) {
	m.s.Act(take, func() {
		said := "Claim " + string(id) + " is " + string(to) + "."
		if m.s.Desk.BothHands(id) {
			said = "Claim " + string(id) + " is approved by the person who checked it."
		}
		m.s.Toasts.Offer(said, "Undo", m.s.Undo)
	})
}

// WorkAsEditor offers to review in one's own name.
func (m *Review) WorkAsEditor() {
	who := m.s.Settings.Who
	m.s.Ask.Confirm("Work as editor?", "You are here as "+who.String()+". As editor you approve or return what checkers submit; your name signs it. You can change back under File, “You and this desk…”.", "Work as editor", func() {
		m.s.become(ledger.Who{Name: who.Name, Role: ledger.Editor})
	})
}
