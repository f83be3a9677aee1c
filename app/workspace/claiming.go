package workspace

import (
	"context"
	"fmt"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/source"
)

// At anchors a span of a version.
func (w *Workspace) At(ctx context.Context, id source.VersionID, span source.Span) (anchor.Anchor, error) {
	v, t, err := w.Read(ctx, id)
	if err != nil {
		return anchor.Anchor{}, err
	}
	if !span.Fits(t.Body) || strings.TrimSpace(span.Of(t.Body)) == "" {
		return anchor.Anchor{}, fmt.Errorf("select some words of %s first", v.ID)
	}
	return anchor.At(v.ID, t.Body, span), nil
}

// ClaimedError refuses a second claim of words that have one: two sheets on one
// sentence would be decided apart. The way out is to open that claim, or to ask for
// another with AddAnother.
type ClaimedError struct{ Claim claims.ID }

func (e *ClaimedError) Error() string {
	return fmt.Sprintf("claim %s has these words already", e.Claim)
}

// AddClaim makes a claim of a span of a version. A nil body is read from the
// words: a figure, quote or statistic if there is exactly one reading, else a
// statement. Words that have a claim, made here or carried here from another
// version, are refused with a *ClaimedError.
func (w *Workspace) AddClaim(ctx context.Context, id source.VersionID, span source.Span, body claims.Body) (claims.ID, error) {
	if err := w.unclaimed(ctx, id, span, nil); err != nil {
		return "", err
	}
	return w.AddAnother(ctx, id, span, body)
}

// AddAnother is AddClaim for words that may have a claim already.
func (w *Workspace) AddAnother(ctx context.Context, id source.VersionID, span source.Span, body claims.Body) (claims.ID, error) {
	c, err := w.claimOf(ctx, id, span, body)
	if err != nil {
		return "", err
	}
	return c.ID, w.Do(ctx, ledger.ClaimAdded{Claim: c})
}

// unclaimed refuses words of which a claim was made; with a body, only of which a
// claim was made that says this: one span may hold the killed and the injured.
func (w *Workspace) unclaimed(ctx context.Context, id source.VersionID, span source.Span, body claims.Body) error {
	v, err := w.Version(id)
	if err != nil {
		return err
	}
	made, err := w.madeIn(ctx, v.ID)
	if err != nil {
		return err
	}
	for _, m := range made {
		if m.Span == span && !m.altered && (body == nil || claims.SameBody(m.read, body)) {
			return &ClaimedError{m.claim}
		}
	}
	return nil
}

// claimOf is AddClaim without adding it.
func (w *Workspace) claimOf(ctx context.Context, id source.VersionID, span source.Span, body claims.Body) (claims.Claim, error) {
	a, err := w.At(ctx, id, span)
	if err != nil {
		return claims.Claim{}, err
	}
	d, err := w.Analysis(ctx, a.Version)
	if err != nil {
		return claims.Claim{}, err
	}
	text := a.Exact
	if body == nil {
		body = bodyOf(d, span, text)
	} else if s, ok := sentenceOf(d, span); ok {
		text = s.Of(d.Text) // a proposal's words are short; its sentence is what is claimed
	}
	return claims.Claim{ID: w.claimID(), Text: text, Made: &a, Body: body, Origin: originOf(body)}, nil
}

// AddTyped makes a claim that somebody typed in.
func (w *Workspace) AddTyped(ctx context.Context, text string, speaker string) (claims.ID, error) {
	text = strings.TrimSpace(text)
	d := extract.Analyse(text, extract.Meta{Date: w.cfg.Now()})
	body := bodyOf(d, source.Span{Start: 0, End: len(text)}, text)
	if q, ok := body.(claims.Quote); ok && speaker != "" {
		q.Speaker = speaker
		body = q
	}
	c := claims.Claim{ID: w.claimID(), Text: text, Body: body, Origin: originOf(body)}
	return c.ID, w.Do(ctx, ledger.ClaimAdded{Claim: c})
}

// bodyOf reads what a span claims: the reading whose place is most like it, if
// one covers the other. What somebody is reported to have said is only taken when
// there is no figure, statistic or quotation in it: the number is what is checked.
func bodyOf(d *extract.Doc, span source.Span, words string) claims.Body {
	var best claims.Body
	most := 0.0
	for _, p := range extract.Propose(d) {
		if !span.Contains(p.Span) && !p.Span.Contains(span) {
			continue
		}
		like := float64(min(span.Len(), p.Span.Len())) / float64(max(span.Len(), p.Span.Len()))
		if q, ok := p.Body.(claims.Quote); !ok || q.Type != claims.Indirect {
			like++
		}
		if like > most {
			best, most = p.Body, like
		}
	}
	if best == nil {
		return claims.Statement{Words: words}
	}
	return best
}

func sentenceOf(d *extract.Doc, span source.Span) (source.Span, bool) {
	var out source.Span
	for _, s := range d.Sentences {
		if !s.Span.Overlaps(span) {
			continue
		}
		if out.Empty() {
			out = s.Span
		}
		out.End = s.Span.End
	}
	return out, !out.Empty()
}

// originOf is who asserts a claim, as far as the text says.
func originOf(b claims.Body) claims.Origin {
	switch x := b.(type) {
	case claims.Quote:
		return claims.Origin{Name: x.Speaker}
	case claims.Figure:
		return claims.Origin{Name: x.Attribution}
	case claims.Statistic:
		return claims.Origin{Name: x.Attribution}
	}
	return claims.Origin{}
}

// EditClaim changes a claim.
func (w *Workspace) EditClaim(ctx context.Context, id claims.ID, edit func(*claims.Claim)) error {
	was, err := w.Claim(id)
	if err != nil {
		return err
	}
	now := was
	edit(&now)
	now.ID = was.ID
	return w.Do(ctx, ledger.ClaimEdited{Claim: now, Was: was})
}

// Claim returns a copy of a claim as it stands.
func (w *Workspace) Claim(id claims.ID) (claims.Claim, error) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	c, ok := w.state.Claims[id]
	if !ok {
		return claims.Claim{}, fmt.Errorf("there is no claim %q on this desk", id)
	}
	out := c.Claim
	if out.Made != nil {
		made := *out.Made
		out.Made = &made
	}
	return out, nil
}

// RemoveClaim takes a claim without evidence and verdict off the desk.
func (w *Workspace) RemoveClaim(ctx context.Context, id claims.ID) error {
	return w.Do(ctx, ledger.ClaimRemoved{Claim: id, Removed: true})
}
