package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"stet/claims"
	"stet/claims/match"
)

type matchIn struct {
	ID    json.RawMessage `json:"id"`
	Claim struct {
		Kind    claims.Kind `json:"kind"`
		Text    string      `json:"text"`
		Speaker string      `json:"speaker"`
		Date    string      `json:"date"`
		Place   string      `json:"place"`
	} `json:"claim"`
	Passage string `json:"passage"`
	Meta    struct {
		Date string `json:"date"`
	} `json:"meta"`
}

type matchOut struct {
	ID          json.RawMessage    `json:"id"`
	Relation    match.Relation     `json:"relation"`
	Differences []match.Difference `json:"differences"`
	Why         string             `json:"why"`
}

// matchRecord answers one record of `stet match --jsonl`.
func matchRecord(_ context.Context, line []byte) (any, error) {
	var in matchIn
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("not a record of match: %w", err)
	}
	made, published := dayOf(in.Claim.Date), dayOf(in.Meta.Date)
	p := match.Passage{Text: in.Passage, Date: published}
	var r match.Result
	switch in.Claim.Kind {
	case claims.KindQuote:
		r = match.Quote(match.QuoteClaim{Words: in.Claim.Text, Speaker: in.Claim.Speaker}, p)
	case claims.KindFigure:
		c, ok := match.ReadFigure(in.Claim.Text, in.Claim.Place, made)
		if !ok {
			return nil, fmt.Errorf("the claim %q counts nobody", in.Claim.Text)
		}
		r = match.Figure(c, p)
	default:
		return nil, fmt.Errorf("a claim to match is a quote or a figure, not %q", in.Claim.Kind)
	}
	out := matchOut{in.ID, r.Relation, r.Differences, r.Why}
	if out.Differences == nil {
		out.Differences = []match.Difference{}
	}
	return out, nil
}

// dayOf reads the day at the beginning of a date; zero if there is none.
func dayOf(s string) time.Time {
	if len(s) >= len(time.DateOnly) {
		if t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)]); err == nil {
			return t
		}
	}
	return time.Time{}
}
