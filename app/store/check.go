package store

import (
	"context"
	"errors"
	"fmt"

	"stet/index/source"
)

// Problem is one thing that does not verify.
type Problem struct {
	What string `json:"what"` // "original", "text", "file"
	Hash string `json:"hash,omitempty"`
	Text string `json:"text"`
}

// Check hashes every original and text again, asks the database to check its
// own pages, and reports what does not match. A cited hash that is missing is
// the caller's to notice: it knows what is cited. The error is that of ctx: what
// was not looked at is no problem found.
func (s *Store) Check(ctx context.Context, progress func(done, total int, item string)) ([]Problem, error) {
	out := s.checkPages(ctx)
	originals, err := s.q.OriginalHashes(ctx)
	if err != nil {
		return append(out, Problem{What: "file", Text: s.explain("listing originals", err).Error()}), ctx.Err()
	}
	texts, err := s.q.TextHashes(ctx)
	if err != nil {
		return append(out, Problem{What: "file", Text: s.explain("listing texts", err).Error()}), ctx.Err()
	}
	total := len(originals) + len(texts)
	check := func(i int, what, hash string, read func() ([]byte, error)) error {
		b, err := read()
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			out = append(out, Problem{what, hash, fmt.Sprintf("%s %s cannot be read: %v", what, source.Hash(hash).Short(), err)})
		case source.HashOf(b) != source.Hash(hash):
			out = append(out, Problem{what, hash, fmt.Sprintf("%s %s was changed: its bytes now hash to %s", what, source.Hash(hash).Short(), source.HashOf(b).Short())})
		}
		if progress != nil {
			progress(i+1, total, what+" "+source.Hash(hash).Short())
		}
		return nil
	}
	for i, h := range originals {
		if err := check(i, "original", h, func() ([]byte, error) { return s.Original(ctx, source.Hash(h)) }); err != nil {
			return out, err
		}
	}
	for i, h := range texts {
		if err := check(len(originals)+i, "text", h, func() ([]byte, error) {
			t, err := s.Text(ctx, source.Hash(h))
			return []byte(t), err
		}); err != nil {
			return out, err
		}
	}
	return out, nil
}

// checkPages asks the database to check its own pages.
func (s *Store) checkPages(ctx context.Context) []Problem {
	var out []Problem
	rows, err := s.db.QueryContext(ctx, "pragma integrity_check")
	if err != nil {
		return []Problem{{What: "file", Text: s.explain("checking the file", err).Error()}}
	}
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			break // told by Err
		}
		if line != "ok" {
			out = append(out, Problem{What: "file", Text: line})
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		out = append(out, Problem{What: "file", Text: s.explain("checking the file", err).Error()})
	}
	return out
}
