package ledger

import (
	"fmt"
	"strings"

	"stet/claims"
	"stet/index/source"
)

// Tell says what a change decided, for people who do not know the names by heart:
// which claim, in its words; which article, by its title. A name that can be looked
// up stands behind in parentheses. What the state does not hold is named as
// Change.Summary does, which knows nothing but the change.
func (s *State) Tell(c Change) string {
	switch c := c.(type) {
	case VersionHidden:
		return verb(c.Hidden, "withdrew ", "restored ") + s.tellVersion(c.Version)
	case ArticleFiled:
		return fmt.Sprintf("filed %s as %s of %s", s.tellArticle(c.Article.ID), c.Article.Role, first(c.Article.Outlet, "an unknown outlet"))
	case ClaimRemoved:
		return verb(c.Removed, "removed ", "brought back ") + s.tellClaim(c.Claim)
	case ReadingCorrected:
		return strings.Replace(c.Summary(), "claim "+string(c.Claim), s.tellClaim(c.Claim), 1)
	case EvidenceAttached:
		e := c.Evidence
		return fmt.Sprintf("attached to %s (%s): %s", s.tellClaim(e.Claim), e.Stance, quoted(e.Anchor.Exact))
	case EvidenceEdited:
		return fmt.Sprintf("%s: %s", s.tellEvidence(c.Evidence.ID), c.Evidence.Stance)
	case EvidenceDetached:
		return reasoned(verb(c.Detached, "detached ", "attached again ")+s.tellEvidence(c.Evidence), c.Reason)
	case AnchorConfirmed:
		return verb(c.Withdrawn, "withdrew the confirmation of ", "confirmed ") + s.tellEvidence(c.Evidence) + " in " + s.tellVersion(c.Anchor.Version)
	case VerdictGiven:
		return strings.Replace(c.Summary(), string(c.Verdict.Claim), s.tellClaim(c.Verdict.Claim), 1)
	case VerdictWithdrawn:
		return verb(c.Withdrawn, "withdrew", "restored") + " a verdict on " + s.tellClaim(c.Claim)
	case ReviewSet:
		return strings.Replace(c.Summary(), string(c.Claim), s.tellClaim(c.Claim), 1)
	case FlagRaised:
		return "flag on " + s.tellClaim(c.Flag.Claim) + ": " + short(c.Flag.Text)
	case FlagSettled:
		if f := s.Flags[c.Flag]; f != nil {
			did := map[claims.FlagState]string{claims.FlagOpen: "reopened"}[c.To]
			return reasoned(fmt.Sprintf("%s the flag %s on %s", first(did, string(c.To)), quoted(f.Text), s.tellClaim(f.Claim)), c.Reason)
		}
	case FindingSettled:
		if !c.Settled {
			return "reopened " + s.tellFinding(c)
		}
		return reasoned("settled "+s.tellFinding(c), c.Note)
	case ProposalDismissed:
		return reasoned(verb(c.Dismissed, "dismissed", "brought back")+" a proposal of "+s.tellVersion(c.Version)+": "+quoted(c.Words), c.Reason)
	case QuoteSourceChosen:
		return verb(c.Chosen, "chose ", "no longer chose ") + s.tellVersion(c.Place.Version) + " as the best source of a quote: " + quoted(c.Words)
	case EventRemoved:
		return verb(c.Removed, "removed ", "brought back ") + s.tellEvent(c.Event)
	case TollPlaced:
		return reasoned(strings.Replace(c.Summary(), "event "+string(c.Event), s.tellEvent(c.Event), 1), c.Reason)
	case SearchDropped:
		for _, x := range s.Searches {
			if x.Seq == c.Search {
				return verb(c.Dropped, "dropped", "brought back") + " the saved search " + quoted(x.Query)
			}
		}
	case SentenceUnmarked:
		for _, list := range s.Marked {
			for _, m := range list {
				if m.Seq == c.Mark {
					return verb(c.Removed, "took off", "put back") + " the mark of a sentence as " + string(m.As) + ": " + short(m.Anchor.Exact)
				}
			}
		}
	}
	return c.Summary()
}

func (s *State) tellClaim(id claims.ID) string {
	c := s.Claims[id]
	if c == nil {
		return "claim " + string(id)
	}
	return fmt.Sprintf("claim %s (%s)", quoted(c.Text), id)
}

func (s *State) tellEvidence(id claims.EvidenceID) string {
	e := s.Evidence[id]
	if e == nil {
		return "evidence " + string(id)
	}
	return fmt.Sprintf("the passage %s (%s) for %s", quoted(e.Anchor.Exact), id, s.tellClaim(e.Claim))
}

func (s *State) tellArticle(id source.ArticleID) string {
	if a := s.Articles[id]; a != nil && len(a.Versions) > 0 {
		return fmt.Sprintf("article %s (%s)", quoted(a.Versions[len(a.Versions)-1].Title()), id)
	}
	return "article " + string(id)
}

func (s *State) tellVersion(id source.VersionID) string {
	v, err := s.Version(id)
	if err != nil {
		return "version " + id.String()
	}
	return fmt.Sprintf("version %d of %s (%s)", v.ID.N, quoted(v.Title()), v.ID)
}

func (s *State) tellEvent(id claims.EventID) string {
	if e := s.Events[id]; e != nil {
		return fmt.Sprintf("the event %s (%s)", quoted(e.Name), id)
	}
	return "event " + string(id)
}

// tellFinding reads the key of a finding: what it is about, and the version that
// touched it.
func (s *State) tellFinding(c FindingSettled) string {
	part := strings.Split(c.Finding, ":")
	version := func(i int) string {
		if id, err := source.ParseVersionID(part[i]); err == nil {
			return s.tellVersion(id)
		}
		return part[i]
	}
	switch {
	case strings.HasPrefix(c.Finding, "toll/"):
		return strings.TrimSuffix("the alarm of a toll board: "+short(c.About), ": ")
	case part[0] == "evidence" && len(part) == 3:
		return "the finding on " + s.tellEvidence(claims.EvidenceID(part[1])) + " in " + version(2)
	case part[0] == "claim" && len(part) == 3:
		return "the finding on " + s.tellClaim(claims.ID(part[1])) + " in " + version(2)
	case part[0] == "text" && len(part) == 5:
		return strings.TrimSuffix("the finding in "+version(3)+": "+short(c.About), ": ")
	}
	return "a finding"
}

func reasoned(s, reason string) string {
	if reason == "" {
		return s
	}
	return s + ": " + short(reason)
}

// quoted are the first words of a text in quotation marks, without its own.
func quoted(s string) string {
	return "“" + short(strings.Trim(strings.Join(strings.Fields(s), " "), "“”\"")) + "”"
}
