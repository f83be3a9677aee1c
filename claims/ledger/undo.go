package ledger

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"stet/claims"
	"stet/index/source"
)

// sameJSON compares two claims by what would be stored.
func sameJSON(a, b claims.Claim) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// permanent reports whether an entry has no inverse: a report that left the
// desk, and the policy that a desk begins with.
func permanent(e *Entry) bool {
	switch e.Change.(type) {
	case ReportExported:
		return true
	case PolicySet:
		return e.Seq == 1
	}
	return false
}

// Inverse is the group of changes that takes back a group of entries, last
// first.
func Inverse(entries []Entry) []Change {
	out := make([]Change, 0, len(entries))
	for i := range slices.Backward(entries) {
		out = append(out, entries[i].Change.invert(&entries[i]))
	}
	return out
}

// stacks replays the acts of one person: what can be undone and what redone,
// the next one last. An act of undoing carries the group it takes back; undoing
// an undo is a redo; a new act clears what could be redone.
func (s *State) stacks(who string) (undo, redo []Group) {
	undoing := map[string]bool{} // groups that are themselves undos
	for _, g := range s.Groups {
		if g.Who.Name != who || g.Permanent {
			continue
		}
		switch {
		case g.Undoes == "":
			undo, redo = append(undo, g), nil
		case undoing[g.Undoes]: // a redo: it can be undone again
			redo = slices.DeleteFunc(redo, func(o Group) bool { return o.ID == g.Undoes })
			undo = append(undo, g)
		default:
			undoing[g.ID] = true
			undo = slices.DeleteFunc(undo, func(o Group) bool { return o.ID == g.Undoes })
			redo = append(redo, g)
		}
	}
	return undo, redo
}

// NextUndo is the act that undo would take back for a person.
func (s *State) NextUndo(who string) (Group, bool) {
	u, _ := s.stacks(who)
	if len(u) == 0 {
		return Group{}, false
	}
	return u[len(u)-1], true
}

// NextRedo is the undo that redo would take back for a person.
func (s *State) NextRedo(who string) (Group, bool) {
	_, r := s.stacks(who)
	if len(r) == 0 {
		return Group{}, false
	}
	return r[len(r)-1], true
}

func (c PolicySet) invert(*Entry) Change     { return PolicySet{c.Was, c.Policy} }
func (c VersionAdded) invert(*Entry) Change  { return VersionHidden{c.Version.ID, true} }
func (c VersionHidden) invert(*Entry) Change { return VersionHidden{c.Version, !c.Hidden} }
func (c ArticleFiled) invert(*Entry) Change  { return ArticleFiled{c.Was, c.Article} }
func (c ClaimAdded) invert(*Entry) Change    { return ClaimRemoved{c.Claim.ID, true} }
func (c ClaimEdited) invert(*Entry) Change   { return ClaimEdited{c.Was, c.Claim} }
func (c ClaimRemoved) invert(*Entry) Change  { return ClaimRemoved{c.Claim, !c.Removed} }
func (c EvidenceAttached) invert(*Entry) Change {
	return EvidenceDetached{Evidence: c.Evidence.ID, Detached: true}
}
func (c EvidenceEdited) invert(*Entry) Change { return EvidenceEdited{c.Was, c.Evidence} }
func (c EvidenceDetached) invert(*Entry) Change {
	return EvidenceDetached{Evidence: c.Evidence, Detached: !c.Detached}
}
func (c AnchorConfirmed) invert(*Entry) Change {
	return AnchorConfirmed{c.Evidence, c.Anchor, c.Note, !c.Withdrawn}
}
func (c VerdictGiven) invert(e *Entry) Change { return VerdictWithdrawn{c.Verdict.Claim, e.Seq, true} }
func (c VerdictWithdrawn) invert(*Entry) Change {
	return VerdictWithdrawn{c.Claim, c.Verdict, !c.Withdrawn}
}
func (c ReviewSet) invert(*Entry) Change {
	return ReviewSet{Claim: c.Claim, From: c.To, To: c.From, Comment: c.Was, Was: c.Comment, Undone: true}
}
func (c FlagRaised) invert(*Entry) Change {
	return FlagSettled{Flag: c.Flag.ID, From: claims.FlagOpen, To: claims.FlagDismissed, Reason: "undone"}
}
func (c FlagSettled) invert(*Entry) Change {
	return FlagSettled{Flag: c.Flag, From: c.To, To: c.From, Reason: c.Was, Was: c.Reason}
}
func (c FindingSettled) invert(*Entry) Change {
	c.Settled = !c.Settled // the note stays with it, for when this is taken back too
	return c
}
func (c ProposalDismissed) invert(*Entry) Change {
	c.Dismissed = !c.Dismissed
	return c
}
func (c QuoteSourceChosen) invert(*Entry) Change {
	c.Chosen = !c.Chosen
	return c
}
func (c EventAdded) invert(*Entry) Change    { return EventRemoved{c.Event.ID, true} }
func (c EventRemoved) invert(*Entry) Change  { return EventRemoved{c.Event, !c.Removed} }
func (c SearchSaved) invert(e *Entry) Change { return SearchDropped{e.Seq, true} }
func (c SearchDropped) invert(*Entry) Change { return SearchDropped{c.Search, !c.Dropped} }

// invert is never asked for: stacks passes over permanent acts.
func (c ReportExported) invert(*Entry) Change { return c }

// Summary says what was decided, in words for people.
func (c PolicySet) Summary() string {
	return fmt.Sprintf("policy: %s scale, %d independent sources", c.Policy.Scale, c.Policy.Independent)
}

// Summary implements Change.
func (c VersionAdded) Summary() string {
	return fmt.Sprintf("imported %s: %s", c.Version.ID, first(c.Version.Headline, c.Version.Origin))
}

// Summary implements Change.
func (c VersionHidden) Summary() string {
	return verb(c.Hidden, "withdrew", "restored") + " version " + c.Version.String()
}

// Summary implements Change.
func (c ArticleFiled) Summary() string {
	return fmt.Sprintf("filed article %s as %s of %s", c.Article.ID, c.Article.Role, first(c.Article.Outlet, "an unknown outlet"))
}

// Summary implements Change.
func (c ClaimAdded) Summary() string { return "claim added: " + short(c.Claim.Text) }

// Summary implements Change.
func (c ClaimEdited) Summary() string { return "claim edited: " + short(c.Claim.Text) }

// Summary implements Change.
func (c ClaimRemoved) Summary() string {
	return verb(c.Removed, "removed", "brought back") + " claim " + string(c.Claim)
}

// Summary implements Change.
func (c EvidenceAttached) Summary() string {
	return fmt.Sprintf("attached to %s (%s): %s", c.Evidence.Claim, c.Evidence.Stance, short(c.Evidence.Anchor.Exact))
}

// Summary implements Change.
func (c EvidenceEdited) Summary() string {
	return fmt.Sprintf("evidence %s: %s", c.Evidence.ID, c.Evidence.Stance)
}

// Summary implements Change.
func (c EvidenceDetached) Summary() string {
	return verb(c.Detached, "detached", "attached again") + " evidence " + string(c.Evidence)
}

// Summary implements Change.
func (c AnchorConfirmed) Summary() string {
	return verb(c.Withdrawn, "withdrew the confirmation of", "confirmed") + fmt.Sprintf(" evidence %s in %s", c.Evidence, c.Anchor.Version)
}

// Summary implements Change.
func (c VerdictGiven) Summary() string {
	s := fmt.Sprintf("verdict on %s: %s", c.Verdict.Claim, c.Verdict.Check)
	if c.Verdict.Rating != "" {
		s += " (" + c.Verdict.Rating + ")"
	}
	if x := c.Verdict.Short; x.Wanted > 0 {
		s += fmt.Sprintf(", on %d of %d independent sources", x.Independent, x.Wanted)
	}
	return s
}

// Summary implements Change.
func (c VerdictWithdrawn) Summary() string {
	return verb(c.Withdrawn, "withdrew", "restored") + " a verdict on " + string(c.Claim)
}

// Summary implements Change.
func (c ReviewSet) Summary() string {
	s := fmt.Sprintf("review of %s: %s", c.Claim, c.To)
	if c.Comment != "" {
		s += ": " + short(c.Comment)
	}
	return s
}

// Summary implements Change.
func (c FlagRaised) Summary() string { return "flag: " + short(c.Flag.Text) }

// Summary implements Change.
func (c FlagSettled) Summary() string { return fmt.Sprintf("flag %s %s", c.Flag, c.To) }

// Summary implements Change.
func (c FindingSettled) Summary() string {
	return verb(c.Settled, "settled", "reopened") + " a finding"
}

// Summary implements Change.
func (c ProposalDismissed) Summary() string {
	return verb(c.Dismissed, "dismissed", "brought back") + " a proposal: " + short(c.Words)
}

// Summary implements Change.
func (c QuoteSourceChosen) Summary() string {
	return fmt.Sprintf("%s %s as the best source of a quote: %s", verb(c.Chosen, "chose", "no longer chose"), c.Place.Version, short(c.Words))
}

// Summary implements Change.
func (c EventAdded) Summary() string { return "event: " + c.Event.Name }

// Summary implements Change.
func (c EventRemoved) Summary() string {
	return verb(c.Removed, "removed", "brought back") + " event " + string(c.Event)
}

// Summary implements Change.
func (c SearchSaved) Summary() string {
	return fmt.Sprintf("search kept: %q, %d hits", c.Receipt.Query, c.Receipt.Hits)
}

// Summary implements Change.
func (c SearchDropped) Summary() string {
	return verb(c.Dropped, "dropped", "brought back") + " a saved search"
}

// Summary implements Change.
func (c ReportExported) Summary() string {
	return fmt.Sprintf("report exported: %s (%d claims)", c.Name, c.Claims)
}

func verb(on bool, yes, no string) string {
	if on {
		return yes
	}
	return no
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// short cuts a text for one line: 60 code points.
func short(s string) string { return source.Brief(s, 60) }
