package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"stet/claims"
	"stet/claims/extract"
)

// extractIn is a record of `stet extract --jsonl`. The date is a day, or begins
// with one ("2025-04-17T08:00:00Z").
type extractIn struct {
	ID   json.RawMessage `json:"id"`
	Text string          `json:"text"`
	Meta struct {
		Date      string `json:"date"`
		Title     string `json:"title"`
		Publisher string `json:"publisher"`
		Lang      string `json:"lang"`
	} `json:"meta"`
}

// extractQuote is a quote in code points.
type extractQuote struct {
	Content    [][2]int         `json:"content"`
	Speaker    *[2]int          `json:"speaker"`
	Name       string           `json:"speaker_name"`
	Cue        *[2]int          `json:"cue"`
	Type       claims.QuoteType `json:"type"`
	Via        string           `json:"via,omitempty"`
	Venue      string           `json:"venue"`
	Addressee  string           `json:"addressee,omitempty"`
	Negated    bool             `json:"negated"`
	Belief     bool             `json:"belief,omitempty"`
	Rule       string           `json:"rule"`
	Confidence float64          `json:"confidence"`
}

type extractOut struct {
	ID        json.RawMessage `json:"id"`
	Sentences [][2]int        `json:"sentences"`
	Quotes    []extractQuote  `json:"quotes"`
	extractNumbers
	CheckWorthy []float64 `json:"check_worthy"`
	Limits      string    `json:"limits,omitempty"`
}

// extractRecord answers one record of `stet extract --jsonl`: everything the
// text core finds in a text.
func extractRecord(_ context.Context, line []byte) (any, error) {
	var in extractIn
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("not a record of extract: %w", err)
	}
	m := extract.Meta{Title: in.Meta.Title, Publisher: in.Meta.Publisher, Lang: in.Meta.Lang}
	if day := in.Meta.Date; len(day) >= len(time.DateOnly) {
		if t, err := time.Parse(time.DateOnly, day[:len(time.DateOnly)]); err == nil {
			m.Date = t
		}
	}
	d := extract.Analyse(in.Text, m)
	at := newRunes(in.Text)
	out := extractOut{ID: in.ID, Sentences: [][2]int{}, Quotes: []extractQuote{}, CheckWorthy: []float64{}, Limits: d.Limits()}
	for _, s := range d.Sentences {
		out.Sentences = append(out.Sentences, at.span(s.Span))
	}
	for _, w := range d.CheckWorthy() {
		out.CheckWorthy = append(out.CheckWorthy, w.Score)
	}
	for _, q := range d.Quotes() {
		if q.Scare || q.Within >= 0 || q.By.Empty() && q.CueAt.Empty() {
			continue // marked words that are nobody's utterance, and quotes inside quotes
		}
		out.Quotes = append(out.Quotes, extractQuote{
			Content: at.spans(q.Content), Speaker: at.maybe(q.By), Name: q.Speaker, Cue: at.maybe(q.CueAt), Type: q.Type, Via: q.Via,
			Venue: q.Venue, Addressee: q.Addressee, Negated: q.Negated, Belief: q.Belief, Rule: q.Rule, Confidence: q.Confidence,
		})
	}
	out.extractNumbers = numbersOf(d, at)
	return out, nil
}
