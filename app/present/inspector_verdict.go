package present

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
)

// Draft is a verdict being written. It is kept per claim until it is given.
type Draft struct {
	Check    claims.Check
	Rating   string
	Proposed string
	Reason   string
}

// CanSubmit tells whether the claim can go to the editor: it has a verdict and
// is not there already.
func (m *Inspector) CanSubmit() bool {
	return m.Claim.Verdict() != nil && (m.Claim.Review == claims.NoReview || m.Claim.Review == claims.Returned || m.Claim.Review == "")
}

// keepDraft remembers what was typed about the claim being left.
func (m *Inspector) keepDraft() {
	if m.ID == "" {
		return
	}
	if m.Drafting() {
		m.drafts[m.ID] = m.Draft
	} else {
		delete(m.drafts, m.ID)
	}
}

// takeDraft shows what was typed about a claim, else its verdict.
func (m *Inspector) takeDraft(id claims.ID) {
	if d, ok := m.drafts[id]; ok {
		m.Draft = d
		return
	}
	m.Draft = m.standing()
}

// standing is the verdict that stands, as a draft.
func (m *Inspector) standing() Draft {
	v := m.Claim.Verdict()
	if v == nil {
		return Draft{}
	}
	return Draft{v.Verdict.Check, v.Rating, v.Proposed, v.Reason}
}

// Drafting tells whether the draft differs from the verdict that stands.
func (m *Inspector) Drafting() bool { return m.Draft != m.standing() }

// SetDraft changes the verdict being written.
func (m *Inspector) SetDraft(d Draft) {
	if d == m.Draft {
		return
	}
	m.Draft = d
	m.wanting = m.wanting && d.Check == ""
	m.keepDraft()
	m.Changed()
	m.s.Changed()
}

// Basis says what a verdict given now is based on.
func (m *Inspector) Basis() string {
	n := len(m.For) + len(m.Against) + len(m.Context)
	return fmt.Sprintf("Based on %s, as of ledger entry %s", Plural(n, "passage"), claims.Number(float64(m.Seq)))
}

// Warning says in what the draft falls short of the desk's policy; "" if in
// nothing. It never keeps anybody from deciding.
func (m *Inspector) Warning() string {
	d := m.Draft
	switch {
	case m.wanting && d.Check == "":
		return "Choose an outcome first."
	case m.short():
		return m.Sources.Short() + " The record and the report will say so."
	case d.Check == claims.Confirmed && m.Counted && m.Sources.Origin != "":
		return "The texts are independent, and all rest on one origin: " + m.Sources.Origin + "."
	case d.Check == claims.ChangeNeeded && strings.TrimSpace(d.Proposed) == "":
		return "Propose the wording to print instead."
	case d.Check != "" && d.Check != claims.Confirmed && strings.TrimSpace(d.Reason) == "":
		return "Say why: the report prints the reason."
	}
	return ""
}

// short tells whether the draft confirms on fewer independent sources than the
// desk asks for.
func (m *Inspector) short() bool {
	return m.Draft.Check == claims.Confirmed && m.Counted && !m.Sources.Enough()
}

// CanDecide tells whether the draft can be given, and if not why.
func (m *Inspector) CanDecide() (bool, string) {
	switch {
	case m.ID == "":
		return false, "No claim is open."
	case m.s.ReadOnly():
		return false, "This desk is open for reading only."
	case m.Draft.Check == "":
		return false, "Choose an outcome first."
	case !m.Drafting() && !m.Stale:
		return false, "This verdict stands. Change it to decide anew."
	}
	return true, ""
}

// Refused tells whether the claim is approved, and then says so.
func (m *Inspector) Refused() bool { return m.ID != "" && m.s.refused(m.ID) }

// refused tells whether a claim is approved, and then says so: until an editor
// returns it, its reading and its verdict stay.
func (s *Shell) refused(id claims.ID) bool {
	approved := false
	s.Desk.View(func(st *ledger.State) {
		c := st.Claims[id]
		approved = c != nil && c.Review == claims.Approved
	})
	if !approved {
		return false
	}
	s.Ask.Tell(Problem{"Claim " + string(id) + " is approved.", "An editor has to return it before it is changed."})
	return true
}

// Verdict gives the draft if it is complete, else brings the form into sight.
func (m *Inspector) Verdict() {
	if m.Refused() {
		return
	}
	if m.s.Side() != SideClaim {
		m.s.ShowSide(SideClaim)
	}
	if ok, why := m.CanDecide(); !ok {
		m.s.Toasts.Show(why)
		m.wanting = m.Draft.Check == ""
		m.WantForm++
		m.Changed()
		return
	}
	also := ""
	if m.short() {
		also = m.Warning()
	}
	switch {
	case !m.Drafting():
		m.WantForm++ // whoever turns away from the question is in the form, to change it
		m.Changed()
		m.s.Sched.Post(func() {
			m.s.Ask.Confirm("Give the same verdict again?", strings.TrimSpace("It is stale: a later version touched what it rests on. Giving it again says that you looked at the change and it still holds. "+also), "Give it again", m.decide)
		})
	case also != "":
		m.s.Ask.Confirm("Confirm on "+Plural(m.Sources.Independent, "independent source")+"?", also, "Confirm", m.decide)
	default:
		m.decide()
	}
}

// decide gives the draft.
func (m *Inspector) decide() {
	v := claims.Verdict{Claim: m.ID, Check: m.Draft.Check, Rating: m.Draft.Rating, Proposed: strings.TrimSpace(m.Draft.Proposed), Reason: strings.TrimSpace(m.Draft.Reason), Seen: m.Seq}
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.Decide(ctx, v) }, func() {
		delete(m.drafts, v.Claim)
		if m.ID == v.Claim {
			m.takeDraft(m.ID)
			m.Changed()
		}
		m.s.Toasts.Offer("Verdict on "+string(v.Claim)+": "+dotted(string(v.Check), v.Rating)+".", "Undo", m.s.Undo)
	})
}

// Discard throws the draft away.
func (m *Inspector) Discard() {
	m.wanting = false
	delete(m.drafts, m.ID)
	m.Draft = m.standing()
	m.Changed()
}

// Earlier are the verdicts that do not stand any more, newest first.
func (m *Inspector) Earlier() []ledger.Verdict {
	now := m.Claim.Verdict()
	var out []ledger.Verdict
	for _, v := range slices.Backward(m.Claim.Verdicts) {
		if now == nil || v.Seq != now.Seq {
			out = append(out, v)
		}
	}
	return out
}
