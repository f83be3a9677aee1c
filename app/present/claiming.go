package present

import (
	"context"
	"errors"

	"stet/app/workspace"
	"stet/claims"
	"stet/index/source"
)

// claimOf makes a claim of the words at a place and then calls done. Where they
// have a claim, that is opened instead, and another one is offered.
func (s *Shell) claimOf(at source.Place, done func(claims.ID)) {
	var made claims.ID
	var held *workspace.ClaimedError
	s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		var err error
		if made, err = w.AddClaim(ctx, at.Version, at.Span, nil); errors.As(err, &held) {
			return nil
		}
		return err
	}, func() {
		if held == nil {
			done(made)
			return
		}
		s.Go(s.Route.WithClaim(held.Claim))
		s.Toasts.Offer("Claim "+string(held.Claim)+" has these words already; here it is.", "Make another", func() {
			s.Act(func(ctx context.Context, w *workspace.Workspace) (err error) {
				made, err = w.AddAnother(ctx, at.Version, at.Span, nil)
				return err
			}, func() { done(made) })
		})
	})
}
