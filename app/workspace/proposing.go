package workspace

import (
	"context"
	"errors"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/source"
)

// Proposal is a claim that a text suggests, and what the desk thinks of it. Its
// Body is what is proposed: what the program read, or what a checker made of the
// same words before.
type Proposal struct {
	extract.Proposal
	Words      string
	Read       claims.Body // what the program read
	Suggestion *Suggestion // why Body is not Read; nil if it is
	Claim      claims.ID   // the claim it became, here or in another version whose words were carried here
	Dismissed  bool
	Reason     string // why it was dismissed
}

// NotWorth is the reason of a dismissal for which none is given.
const NotWorth = "not worth checking"

// Propose lists the claims a version suggests, in order of the text.
func (w *Workspace) Propose(ctx context.Context, id source.VersionID) ([]Proposal, error) {
	v, err := w.Version(id)
	if err != nil {
		return nil, err
	}
	d, err := w.Analysis(ctx, v.ID)
	if err != nil {
		return nil, err
	}
	made, err := w.madeIn(ctx, v.ID)
	if err != nil {
		return nil, err
	}
	fixes, err := w.correctionsFor(ctx, v.ID)
	if err != nil {
		return nil, err
	}
	found := extract.Propose(d)
	out := make([]Proposal, len(found))
	for i, p := range found {
		out[i] = Proposal{Proposal: p, Words: p.Span.Of(d.Text), Read: p.Body, Claim: claimAt(made, p.Span, p.Body.Kind())}
		fixes.suggest(&out[i])
	}
	w.View(func(s *ledger.State) {
		for i := range out {
			if x, ok := s.Dismissed[ledger.DismissKey(v.ID.Article, out[i].Read.Kind(), out[i].Words)]; ok {
				out[i].Dismissed, out[i].Reason = true, x.Reason
			}
		}
	})
	return out, nil
}

// madeHere is a claim whose words stand in a version.
type madeHere struct {
	claim   claims.ID
	kind    claims.Kind
	read    claims.Body // what the program read in the words
	altered bool        // other words stand there now
	source.Span
}

// madeIn lists the claims whose words stand in a version: those made there, and
// those of the article's other versions whose words were carried or altered.
func (w *Workspace) madeIn(ctx context.Context, id source.VersionID) ([]madeHere, error) {
	type made struct {
		madeHere
		at anchor.Anchor
	}
	var list []made
	w.View(func(s *ledger.State) {
		for _, c := range s.Live() {
			if c.Made != nil && c.Made.Version.Article == id.Article {
				read := c.Body
				if len(c.Corrections) > 0 {
					read = c.Corrections[0].Read.Body
				}
				list = append(list, made{madeHere{c.ID, c.Body.Kind(), read, false, c.Made.Span}, *c.Made})
			}
		}
	})
	var out []madeHere
	for _, x := range list {
		if x.at.Version != id {
			f, err := w.Fate(ctx, x.at, id)
			if err != nil {
				return nil, err
			}
			if f.Span.Empty() {
				continue
			}
			x.Span, x.altered = f.Span, !f.Fate.Carried()
		}
		out = append(out, x.madeHere)
	}
	return out, nil
}

// claimAt is the claim made of a proposal's words: one of the same kind that
// holds them or is held by them, the one of just these words first.
func claimAt(made []madeHere, at source.Span, kind claims.Kind) claims.ID {
	var near claims.ID
	for _, m := range made {
		switch {
		case m.altered:
		case m.Span == at:
			return m.claim
		case near == "" && m.kind == kind && (m.Contains(at) || at.Contains(m.Span)):
			near = m.claim
		}
	}
	return near
}

// Accept makes a claim of a proposal, as it is proposed.
func (w *Workspace) Accept(ctx context.Context, id source.VersionID, p Proposal) (claims.ID, error) {
	return w.AcceptAs(ctx, id, p, p.Body)
}

// AcceptAs makes a claim of a proposal with a checker's reading of its words. If
// that is not what the program read, the claim keeps both. A proposal that was
// accepted already is refused with a *ClaimedError.
func (w *Workspace) AcceptAs(ctx context.Context, id source.VersionID, p Proposal, body claims.Body) (claims.ID, error) {
	if err := w.unclaimed(ctx, id, p.Span, p.Read); err != nil {
		return "", err
	}
	c, err := w.claimOf(ctx, id, p.Span, p.Read)
	if err != nil {
		return "", err
	}
	changes := []ledger.Change{ledger.ClaimAdded{Claim: c}}
	if !claims.SameBody(p.Read, body) {
		fix, err := corrections(c, p.Read, body)
		if err != nil {
			return "", err
		}
		changes = append(changes, fix...)
	}
	return c.ID, w.Do(ctx, changes...)
}

// Dismiss puts a proposal aside for a reason, also in later versions of the
// article; or takes it up again.
func (w *Workspace) Dismiss(ctx context.Context, id source.VersionID, p Proposal, dismissed bool, reason string) error {
	if reason = strings.TrimSpace(reason); reason == "" && dismissed {
		reason = NotWorth
	}
	if !dismissed {
		reason = ""
	}
	if p.Read == nil {
		return errors.New("only what the program proposed can be dismissed")
	}
	return w.Do(ctx, ledger.ProposalDismissed{Version: id, Span: p.Span, Claim: p.Read.Kind(), Words: p.Words, Dismissed: dismissed, Reason: reason})
}
