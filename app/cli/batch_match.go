package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/match"
)

// matchIn is a record of `stet match --jsonl`: a claim as the checked story
// prints it, and the passage it is put against. The claim's date is the day of
// the story, meta.date that of the passage; both are days, or begin with one.
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

// matchRecord answers one record of `stet match --jsonl`: how the passage
// relates to the claim, and in what they differ.
func matchRecord(_ context.Context, line []byte) (any, error) {
	var in matchIn
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("not a record of match: %w", err)
	}
	if strings.TrimSpace(in.Claim.Text) == "" {
		return nil, errors.New("claim.text: missing; give the words of the claim")
	}
	p := match.Passage{Text: in.Passage, Date: dayOf(in.Meta.Date)}
	var r match.Result
	switch in.Claim.Kind {
	case claims.KindQuote:
		r = match.Quote(match.QuoteClaim{Words: in.Claim.Text, Speaker: in.Claim.Speaker}, p)
	case claims.KindFigure:
		// A claim that counts nobody is answered too: no figure bears on it.
		c, _ := match.ReadFigure(in.Claim.Text, in.Claim.Place, dayOf(in.Claim.Date))
		r = match.Figure(c, p)
	default:
		return nil, fmt.Errorf("claim.kind: %q; a claim to match is a quote or a figure", in.Claim.Kind)
	}
	out := matchOut{in.ID, r.Relation, r.Differences, r.Why}
	if out.Differences == nil {
		out.Differences = []match.Difference{}
	}
	return out, nil
}

// dayOf reads the day a date begins with; zero if there is none.
func dayOf(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))])
	if err != nil {
		return time.Time{}
	}
	return t
}
