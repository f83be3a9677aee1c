package present

import (
	"context"

	"stet/app/workspace"
	"stet/claims"
)

// support counts anew where the support of every claim comes from, off the
// screen's goroutine: on a large desk the copies have to be found first.
func (s *Shell) support() {
	w := s.Desk
	if w == nil {
		return
	}
	s.supporting.Start(func(ctx context.Context) func() {
		found, err := w.Independences(ctx)
		return func() {
			if err != nil {
				s.Fail(err)
				return
			}
			s.Support = found
			s.tell(func(l Listener) {
				if l.Support != nil {
					l.Support()
				}
			})
		}
	})
}

// sourcesOf says how many independent sources a claim has, in short: "1 of 2
// sources"; "" while that is not known, or if nothing supports it.
func (s *Shell) sourcesOf(id claims.ID) (text string, enough bool) {
	n, ok := s.Support[id]
	if !ok || n.Passages == 0 {
		return "", true
	}
	return sourcesWords(n), n.Enough()
}

func sourcesWords(n workspace.Independence) string {
	if n.Enough() {
		return Plural(n.Independent, "source")
	}
	return Count(n.Independent) + " of " + Plural(n.Wanted, "source")
}
