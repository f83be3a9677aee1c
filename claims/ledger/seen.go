package ledger

import (
	"fmt"

	"stet/claims"
)

// An editor signs the sheet of a claim: its words and reading, the passages for
// and against, the verdict, flags and saved searches. ReviewSet.Seen is the entry
// up to which the editor had it on screen; an approval is refused if the sheet was
// changed by a later one. Ledgers from before approvals said so have Seen 0, which
// asks for nothing.

// sheetOf is the claim whose sheet a change alters; "" for none. Reviews are no
// part of it: that two of them cross is told by ReviewSet.From.
func (s *State) sheetOf(c Change) claims.ID {
	ofEvidence := func(id claims.EvidenceID) claims.ID {
		if e := s.Evidence[id]; e != nil {
			return e.Claim
		}
		return ""
	}
	switch c := c.(type) {
	case ClaimAdded:
		return c.Claim.ID
	case ClaimEdited:
		return c.Claim.ID
	case ClaimRemoved:
		return c.Claim
	case ReadingCorrected:
		return c.Claim
	case EvidenceAttached:
		return c.Evidence.Claim
	case EvidenceEdited:
		return c.Evidence.Claim
	case EvidenceDetached:
		return ofEvidence(c.Evidence)
	case AnchorConfirmed:
		return ofEvidence(c.Evidence)
	case VerdictGiven:
		return c.Verdict.Claim
	case VerdictWithdrawn:
		return c.Claim
	case FlagRaised:
		return c.Flag.Claim
	case FlagSettled:
		if f := s.Flags[c.Flag]; f != nil {
			return f.Claim
		}
	case SearchSaved:
		return c.Receipt.Claim
	case SearchDropped:
		for _, x := range s.Searches {
			if x.Seq == c.Search {
				return x.Claim
			}
		}
	}
	return ""
}

// touch notes on the claim whose sheet an entry altered that it did.
func (s *State) touch(e *Entry) (rollback func()) {
	if x := s.Claims[s.sheetOf(e.Change)]; x != nil {
		return set(&x.Touched, Touch{e.Seq, e.Who, e.Change.Summary()})
	}
	return func() {}
}

// Touch is the last entry that altered the sheet of a claim.
type Touch struct {
	Seq uint64
	Who Who
	Did string // the entry's summary
}

// approvedAsSeen refuses an approval of a sheet that the editor has not seen as it
// is.
func (s *State) approvedAsSeen(x *Claim, c ReviewSet) error {
	switch {
	case c.Seen == 0 || c.To != claims.Approved || c.Undone:
		return nil
	case c.Seen > s.Seq:
		return fmt.Errorf("an approval cannot be based on entry %d, which does not exist yet", c.Seen)
	case x.Touched.Seq > c.Seen:
		return fmt.Errorf("claim %s was changed after you looked at it, by %s (%s); look at it again before you approve it", c.Claim, x.Touched.Who, x.Touched.Did)
	}
	return nil
}
