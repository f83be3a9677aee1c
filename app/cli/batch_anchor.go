package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"stet/index/anchor"
	"stet/index/diff"
	"stet/index/source"
)

// anchorIn is a record of `stet anchor --jsonl`: the span lies in old, in code
// points.
type anchorIn struct {
	ID   json.RawMessage `json:"id"`
	Old  string          `json:"old"`
	New  string          `json:"new"`
	Span *[2]int         `json:"span"`
}

type anchorOut struct {
	ID         json.RawMessage `json:"id"`
	Fate       anchor.Fate     `json:"fate"`
	Span       *[2]int         `json:"span"`
	Reasons    []string        `json:"reasons"`
	Candidates [][2]int        `json:"candidates"`
}

// anchorRecord answers one record of `stet anchor --jsonl`: what became of a
// passage of the old text in the new one.
func anchorRecord(_ context.Context, line []byte) (any, error) {
	var in anchorIn
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("not a record of anchor: %w", err)
	}
	if in.Span == nil {
		return nil, errors.New("span: missing; give [start, end) in code points of old")
	}
	span, err := newRunes(in.Old).bytes(*in.Span)
	if err != nil {
		return nil, err
	}
	old, next := source.Text{Body: in.Old}, source.Text{Body: in.New}
	a := anchor.At(source.VersionID{}, in.Old, span)
	f := anchor.Find(a, in.Old, next, diff.Align(old, next))
	n := newRunes(in.New)
	out := anchorOut{ID: in.ID, Fate: f.Fate, Span: n.maybe(f.Span), Reasons: f.Reasons, Candidates: n.spans(f.Candidates)}
	if out.Reasons == nil {
		out.Reasons = []string{}
	}
	return out, nil
}
