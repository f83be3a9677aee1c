package workspace

import (
	"context"
	"fmt"
	"strings"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// Attach attaches a span of a version to a claim.
func (w *Workspace) Attach(ctx context.Context, claim claims.ID, id source.VersionID, span source.Span, stance claims.Stance, note string) (claims.EvidenceID, error) {
	a, err := w.At(ctx, id, span)
	if err != nil {
		return "", err
	}
	e := claims.Evidence{ID: w.evidenceID(), Claim: claim, Anchor: a, Stance: stance, Note: note}
	return e.ID, w.Do(ctx, ledger.EvidenceAttached{Evidence: e})
}

// EditEvidence changes stance, note or primary; never the words.
func (w *Workspace) EditEvidence(ctx context.Context, id claims.EvidenceID, edit func(*claims.Evidence)) error {
	w.mu.RLock()
	e, ok := w.state.Evidence[id]
	var was claims.Evidence
	if ok {
		was = e.Evidence
	}
	w.mu.RUnlock()
	if !ok {
		return fmt.Errorf("there is no evidence %q on this desk", id)
	}
	now := was
	edit(&now)
	return w.Do(ctx, ledger.EvidenceEdited{Evidence: now, Was: was})
}

// Detach takes a passage off its claim.
func (w *Workspace) Detach(ctx context.Context, id claims.EvidenceID, reason string) error {
	return w.Do(ctx, ledger.EvidenceDetached{Evidence: id, Detached: true, Reason: reason})
}

// Decide gives a verdict. v.Seen is the sequence the checker had on screen; 0
// means everything up to now. A confirmation that rests on fewer independent
// sources than the desk's policy asks for is given, and the entry says so.
func (w *Workspace) Decide(ctx context.Context, v claims.Verdict) error {
	if v.Seen == 0 {
		v.Seen = w.Seq()
	}
	if err := w.onScale(v.Rating); err != nil {
		return err
	}
	v.Short = claims.Shortfall{}
	if v.Check == claims.Confirmed {
		n, err := w.Independence(ctx, v.Claim)
		if err != nil {
			return err
		}
		if !n.Enough() {
			v.Short = claims.Shortfall{Independent: n.Independent, Wanted: n.Wanted}
		}
	}
	return w.Do(ctx, ledger.VerdictGiven{Verdict: v})
}

func (w *Workspace) onScale(rating string) error {
	if rating == "" {
		return nil
	}
	var scale claims.Scale
	w.View(func(s *ledger.State) { scale = s.Policy.ScaleOf() })
	for _, r := range scale.Ratings {
		if r == rating {
			return nil
		}
	}
	return fmt.Errorf("%q is not on this desk's scale (%s): %s", rating, scale.Name, strings.Join(scale.Ratings, ", "))
}

// Review moves a claim through review: submitted by a checker, returned with a
// comment or approved by an editor. What is approved is the claim as it is now.
func (w *Workspace) Review(ctx context.Context, id claims.ID, to claims.Review, comment string) error {
	if to == claims.Approved {
		return w.Approve(ctx, id, w.Seq(), comment)
	}
	return w.review(ctx, ledger.ReviewSet{Claim: id, To: to, Comment: comment})
}

// Approve approves a claim as the editor has seen it: seen is the sequence that was
// on screen. It is refused if the claim, its passages or its verdict were changed
// since, or a version has arrived since that touches what the claim rests on.
func (w *Workspace) Approve(ctx context.Context, id claims.ID, seen uint64, comment string) error {
	list, _ := w.cited()
	for _, c := range list {
		if c.claim != id || c.seq <= seen {
			continue
		}
		f, err := w.Fate(ctx, c.anchor, c.latest)
		if err != nil {
			return err
		}
		last, err := w.lastLike(ctx, c, f, func(v arrival) bool { return v.seq <= seen })
		if err != nil {
			return err
		}
		if !f.Fate.Carried() && last == nil {
			return fmt.Errorf("version %s arrived after you looked at claim %s, and %s is %s in it; look at it again before you approve it", c.latest, id, c.what(), f.Fate)
		}
	}
	return w.review(ctx, ledger.ReviewSet{Claim: id, To: claims.Approved, Comment: comment, Seen: seen})
}

// BothHands reports whether a claim was approved by the person who gave its verdict.
func (w *Workspace) BothHands(id claims.ID) (own bool) {
	w.View(func(s *ledger.State) {
		c := s.Claims[id]
		own = c != nil && c.BothHands()
	})
	return own
}

func (w *Workspace) review(ctx context.Context, c ledger.ReviewSet) error {
	id, to := c.Claim, c.To
	if (to == claims.Approved || to == claims.Returned) && w.cfg.Who.Role != ledger.Editor {
		return fmt.Errorf("only an editor reviews; you are here as %s", w.cfg.Who)
	}
	c.Comment = strings.TrimSpace(c.Comment)
	w.View(func(s *ledger.State) {
		if x, ok := s.Claims[id]; ok {
			c.From = x.Review
		}
	})
	return w.Do(ctx, c)
}

// RaiseFlag raises a flag on a claim.
func (w *Workspace) RaiseFlag(ctx context.Context, claim claims.ID, text string) (claims.FlagID, error) {
	f := claims.Flag{ID: w.flagID(), Claim: claim, Text: strings.TrimSpace(text), Status: claims.FlagOpen}
	return f.ID, w.Do(ctx, ledger.FlagRaised{Flag: f})
}

// SettleFlag accepts or dismisses a flag.
func (w *Workspace) SettleFlag(ctx context.Context, id claims.FlagID, to claims.FlagState, reason string) error {
	c := ledger.FlagSettled{Flag: id, To: to, Reason: strings.TrimSpace(reason)}
	w.View(func(s *ledger.State) {
		if f, ok := s.Flags[id]; ok {
			c.From, c.Was = f.Status, f.Reason
		}
	})
	return w.Do(ctx, c)
}

// AddEvent names an event.
func (w *Workspace) AddEvent(ctx context.Context, e claims.Event) (claims.EventID, error) {
	if err := w.namedAlready(e, claims.Event{}); err != nil {
		return "", err
	}
	e.ID = w.eventID()
	return e.ID, w.Do(ctx, ledger.EventAdded{Event: e})
}

// SetPolicy changes what the desk has agreed on.
func (w *Workspace) SetPolicy(ctx context.Context, p claims.Policy) error {
	var was claims.Policy
	w.View(func(s *ledger.State) { was = s.Policy })
	return w.Do(ctx, ledger.PolicySet{Policy: p, Was: was})
}

// FileArticle changes an article's outlet or role.
func (w *Workspace) FileArticle(ctx context.Context, id source.ArticleID, edit func(*source.Article)) error {
	if err := w.hasArticle(id); err != nil {
		return err
	}
	var was source.Article
	w.View(func(s *ledger.State) { was = s.Articles[id].Article })
	now := was
	edit(&now)
	return w.Do(ctx, ledger.ArticleFiled{Article: now, Was: was})
}

// HideVersion takes a version nobody cites out of lists and search.
func (w *Workspace) HideVersion(ctx context.Context, id source.VersionID, hidden bool) error {
	return w.Do(ctx, ledger.VersionHidden{Version: id, Hidden: hidden})
}
