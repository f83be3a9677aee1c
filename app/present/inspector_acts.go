package present

import (
	"context"
	"strings"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// EventChoice is an event a claim can be about.
type EventChoice struct {
	ID   claims.EventID
	Name string
}

// Events lists the events of the desk.
func (m *Inspector) Events() []EventChoice {
	var out []EventChoice
	if m.s.Desk == nil {
		return nil
	}
	m.s.Desk.View(func(st *ledger.State) {
		for _, id := range st.Named {
			if e := st.Events[id]; !e.Removed {
				out = append(out, EventChoice{id, e.Name})
			}
		}
	})
	return out
}

// ClaimEdit is what can be changed about a claim. The words of a claim that
// stands in an article are not among it: they are what was printed.
type ClaimEdit struct {
	Text   string // of a claim that was typed in
	Origin claims.Origin
	Event  claims.EventID
	Note   string
	// NewEvent, if not empty, names an event that is made and set.
	NewEvent string
}

// Editing is the claim as it can be edited now.
func (m *Inspector) Editing() ClaimEdit {
	c := m.Claim
	return ClaimEdit{Text: c.Text, Origin: c.Origin, Event: c.Event, Note: c.Note}
}

// Edit changes the claim.
func (m *Inspector) Edit(e ClaimEdit) {
	id, typed := m.ID, m.Claim.Made == nil
	e.NewEvent = strings.TrimSpace(e.NewEvent)
	if e == m.Editing() || id == "" {
		return
	}
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		if e.NewEvent != "" {
			event, err := w.AddEvent(ctx, claims.Event{Name: e.NewEvent})
			if err != nil {
				return err
			}
			e.Event = event
		}
		return w.EditClaim(ctx, id, func(c *claims.Claim) {
			if t := strings.TrimSpace(e.Text); typed && t != "" {
				c.Text = t
			}
			c.Origin, c.Event, c.Note = e.Origin, e.Event, strings.TrimSpace(e.Note)
		})
	}, nil)
}

// OpenMade opens the words the claim was made of.
func (m *Inspector) OpenMade() {
	if m.ID != "" && m.Claim.Made != nil {
		m.s.Go(m.s.Route.Reading(m.Claim.Made.Version, m.Claim.Made.Span))
	}
}

// OpenPlace opens words of a version in the reading pane.
func (m *Inspector) OpenPlace(v source.VersionID, at source.Span) {
	m.s.Go(m.s.Route.Reading(v, at))
}

// OpenFinding opens the comparison at the words a finding is about.
func (s *Shell) OpenFinding(f workspace.Finding) {
	r := s.Route.Compare(f.Old.Version, f.New)
	if f.Claim != "" {
		r.Claim = f.Claim
	}
	r.Span, r.AgainstSpan = f.NewSpan, f.Old.Span
	s.Go(r)
}

// Confirm records that the words where a finding says they stand now are the
// same evidence.
func (m *Inspector) Confirm(f workspace.Finding) { m.s.ConfirmHere(f, f.NewSpan) }

// ConfirmHere records that words of the later version are the same evidence as
// before.
func (s *Shell) ConfirmHere(f workspace.Finding, at source.Span) {
	if f.Evidence == "" {
		return
	}
	if at.Empty() {
		s.Ask.Tell(Problem{"The words are not in the later version, so nothing can be confirmed there.", "Open the comparison, select the words on the right that are the same evidence, and confirm those; or detach the passage."})
		return
	}
	s.Ask.Text(TextQuestion{Title: "The same evidence here?", Label: "The passage keeps its old words. Your name stands for its being the same evidence in " + f.New.String() + ". Say why, for the record.", Hint: "for example: the figure is the same, only the hedge moved", Yes: "Confirm", Lines: 2, Needed: true}, func(note string) {
		s.Act(func(ctx context.Context, w *workspace.Workspace) error {
			return w.ConfirmAnchor(ctx, f.Evidence, f.New, at, strings.TrimSpace(note))
		}, func() {
			s.Toasts.Offer("Confirmed in "+f.New.String()+".", "Undo", s.Undo)
		})
	})
}

// SetStance changes what a passage does for the claim.
func (m *Inspector) SetStance(id claims.EvidenceID, st claims.Stance) {
	m.editEvidence(id, func(e *claims.Evidence) { e.Stance = st })
}

// SetPrimary says whether a passage is a primary source.
func (m *Inspector) SetPrimary(id claims.EvidenceID, primary bool) {
	m.editEvidence(id, func(e *claims.Evidence) { e.Primary = primary })
}

// AskNote asks for the note on a passage.
func (m *Inspector) AskNote(a Attached) {
	m.s.Ask.Text(TextQuestion{Title: "Note on this passage", Label: "“" + Short(a.Anchor.Exact, 120) + "”", Value: a.Note, Yes: "Keep", Lines: 3}, func(note string) {
		m.editEvidence(a.ID, func(e *claims.Evidence) { e.Note = strings.TrimSpace(note) })
	})
}

func (m *Inspector) editEvidence(id claims.EvidenceID, edit func(*claims.Evidence)) {
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.EditEvidence(ctx, id, edit) }, nil)
}

// Detach takes a passage off the claim.
func (m *Inspector) Detach(id claims.EvidenceID) {
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.Detach(ctx, id, "") }, func() {
		m.s.Toasts.Offer("The passage is detached.", "Undo", m.s.Undo)
	})
}

// Raise asks for the text of a flag and raises it.
func (m *Inspector) Raise() {
	id := m.ID
	m.s.Ask.Text(TextQuestion{Title: "Raise a flag", Label: "What is doubtful about this claim? The report lists open flags.", Hint: "for example: “is said to have”: by whom?", Yes: "Raise", Lines: 3, Needed: true}, func(text string) {
		m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
			_, err := w.RaiseFlag(ctx, id, text)
			return err
		}, nil)
	})
}

// AcceptFlag says that a flag is right.
func (m *Inspector) AcceptFlag(id claims.FlagID) { m.s.settleFlag(id, claims.FlagAccepted, "") }

// ReopenFlag takes a flag up again.
func (m *Inspector) ReopenFlag(id claims.FlagID) { m.s.settleFlag(id, claims.FlagOpen, "") }

// DismissFlag asks why a flag is wrong and dismisses it.
func (m *Inspector) DismissFlag(id claims.FlagID) { m.s.dismissFlag(id) }

func (s *Shell) dismissFlag(id claims.FlagID) {
	s.Ask.Text(TextQuestion{Title: "Dismiss the flag", Label: "Why is it no reason for doubt? The reason stays in the record.", Yes: "Dismiss", Lines: 2, Needed: true}, func(reason string) {
		s.settleFlag(id, claims.FlagDismissed, reason)
	})
}

func (s *Shell) settleFlag(id claims.FlagID, to claims.FlagState, reason string) {
	s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.SettleFlag(ctx, id, to, reason) }, nil)
}

// Remove takes the claim off the desk. A claim with evidence or a verdict stays:
// the desk refuses and says why.
func (m *Inspector) Remove() {
	id := m.ID
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.RemoveClaim(ctx, id) }, func() {
		m.s.Toasts.Offer("Claim "+string(id)+" is off the desk.", "Undo", m.s.Undo)
	})
}

// Submit hands the claim to the editor.
func (m *Inspector) Submit() {
	id := m.ID
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		return w.Review(ctx, id, claims.Submitted, "")
	}, func() {
		m.s.Toasts.Offer("Claim "+string(id)+" is with the editor.", "Undo", m.s.Undo)
	})
}
