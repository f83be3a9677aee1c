package present

import (
	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// firstRoute is where a desk opens that was never open here: at the story being
// checked, if there is one.
func firstRoute(w *workspace.Workspace) Route {
	r := Route{Place: PlaceSources}
	w.View(func(st *ledger.State) {
		for _, id := range st.Filed {
			if a := st.Articles[id]; a.Role == source.Story && a.Latest() != nil {
				r.Version = a.Latest().ID
				return
			}
		}
	})
	return r
}

// checkRoute drops from a remembered route what the desk does not have.
func (s *Shell) checkRoute() {
	has := func(v source.VersionID) bool { _, err := s.Desk.Version(v); return err == nil }
	if !s.Route.Version.IsZero() && !has(s.Route.Version) {
		s.Route.Version, s.Route.Span = source.VersionID{}, source.Span{}
	}
	if s.Route.Comparing() && (s.Route.Version.IsZero() || !has(s.Route.Against)) {
		s.Route.Against = source.VersionID{}
	}
	if s.Route.Claim != "" {
		if _, err := s.Desk.Claim(s.Route.Claim); err != nil {
			s.Route = s.Route.WithClaim("")
		}
	}
}

// Go opens something else; back leads to what was open before.
func (s *Shell) Go(r Route) {
	if r == s.Route || s.Desk == nil {
		return
	}
	s.trail.push(s.Route)
	s.enter(r)
}

// Replace is Go without a step to come back to: for small moves within what is
// open, such as from one proposal to the next.
func (s *Shell) Replace(r Route) {
	if r != s.Route && s.Desk != nil {
		s.enter(r)
	}
}

// Back goes to what was open before; Forward takes that back.
func (s *Shell) Back() { s.step(true) }

// Forward takes a Back back.
func (s *Shell) Forward() { s.step(false) }

// CanBack and CanForward tell whether there is somewhere to go.
func (s *Shell) CanBack() bool { return s.Desk != nil && len(s.trail.back) > 0 }

// CanForward tells whether Forward leads anywhere.
func (s *Shell) CanForward() bool { return s.Desk != nil && len(s.trail.forward) > 0 }

func (s *Shell) step(back bool) {
	if s.Desk == nil {
		return
	}
	if r, ok := s.trail.step(s.Route, back); ok {
		s.enter(r)
	}
}

func (s *Shell) enter(r Route) {
	was := s.Route
	s.Route = r
	s.checkRoute()
	s.remember()
	s.tell(func(l Listener) {
		if l.Route != nil {
			l.Route(was)
		}
	})
	s.Changed()
}

// Select notes which words are selected in the reading pane.
func (s *Shell) Select(sel Selected) {
	if sel == s.Selected {
		return
	}
	s.Selected = sel
	s.tell(func(l Listener) {
		if l.Selected != nil {
			l.Selected()
		}
	})
	s.Changed()
}

// Side is what the column beside the reading pane shows.
func (s *Shell) Side() Side {
	if s.Route.Side == "" {
		return SideProposals
	}
	return s.Route.Side
}

// InSight is the claim whose sheet is on the screen, "" for none: what a person
// does without naming a claim is about that one or about none.
func (s *Shell) InSight() claims.ID {
	columns := s.Route.Place == PlaceSources || s.Route.Place == PlaceClaims || s.Route.Place == PlaceReview
	if s.Desk == nil || !columns || s.Route.Comparing() || s.Side() != SideClaim || s.Settings.Hidden["side"] {
		return ""
	}
	return s.Route.Claim
}

// ShowSide shows something else beside the reading pane, and the column itself
// if it was hidden.
func (s *Shell) ShowSide(side Side) {
	r := s.Route
	r.Side = side
	s.Settings.Hidden["side"] = false
	s.Settings.Touch()
	s.Replace(r)
	s.Changed()
}
