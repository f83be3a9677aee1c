package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"stet/claims/compare"
	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/sentence"
	"stet/index/source"
)

// comparePair names two sentences that correspond, in code points.
type comparePair struct {
	Old [2]int `json:"old"`
	New [2]int `json:"new"`
}

// compareEdit is a changed place; nil on the side where nothing stands.
type compareEdit struct {
	Old *[2]int `json:"old"`
	New *[2]int `json:"new"`
}

// compareIn is a record of `stet compare --jsonl`. The sentence spans are
// optional; without them the texts are cut into sentences here.
type compareIn struct {
	ID       json.RawMessage `json:"id"`
	Old      string          `json:"old"`
	New      string          `json:"new"`
	OldSents *[][2]int       `json:"old_sents"`
	NewSents *[][2]int       `json:"new_sents"`
}

// compareChange is one sentence-level change.
type compareChange struct {
	Op        diff.Op         `json:"op"`
	Touches   []compare.Touch `json:"touches"`
	Old       *[2]int         `json:"old"`
	New       *[2]int         `json:"new"`
	Announced bool            `json:"announced"`
	Summary   string          `json:"summary"`
}

type compareOut struct {
	ID      json.RawMessage `json:"id"`
	Pairs   []comparePair   `json:"pairs"`
	Edits   []compareEdit   `json:"edits"`
	Figures []compareEdit   `json:"figures"` // numbers that changed, came or went
	Changes []compareChange `json:"changes"`
}

// compareRecord answers one record of `stet compare --jsonl`: which sentences
// correspond, which words changed, and what that touches.
func compareRecord(_ context.Context, line []byte) (any, error) {
	var in compareIn
	if !utf8.Valid(line) { // reading it would put other characters for the bytes
		return nil, errors.New("the record is not valid UTF-8; convert it, or import the texts so that their character sets are detected")
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("not a record of compare: %w", err)
	}
	o, n := newRunes(in.Old), newRunes(in.New)
	olds, err := sentencesOf(o, in.Old, in.OldSents)
	if err != nil {
		return nil, fmt.Errorf("old_sents: %w", err)
	}
	news, err := sentencesOf(n, in.New, in.NewSents)
	if err != nil {
		return nil, fmt.Errorf("new_sents: %w", err)
	}
	was, is := extract.Analyse(in.Old, extract.Meta{}), extract.Analyse(in.New, extract.Meta{})
	al := compare.NoticesApart(was, is, diff.AlignSentences(in.Old, in.New, olds, news))
	out := compareOut{ID: in.ID, Pairs: []comparePair{}, Edits: []compareEdit{}, Figures: []compareEdit{}, Changes: []compareChange{}}
	for _, p := range al.Pairs {
		for _, a := range p.Old {
			for _, b := range p.New {
				out.Pairs = append(out.Pairs, comparePair{o.span(a), n.span(b)})
			}
		}
		out.Edits = append(out.Edits, editsOf(o, n, in.Old, in.New, p)...)
	}
	for _, f := range compare.Figures(was, is, al) {
		out.Figures = append(out.Figures, compareEdit{o.maybe(f.Old), n.maybe(f.New)})
	}
	for _, c := range compare.Versions(was, is, al) {
		out.Changes = append(out.Changes, compareChange{c.Op, c.Touches, o.maybe(c.Old), n.maybe(c.New), c.Announced, c.Summary})
	}
	return out, nil
}

// sentencesOf converts given sentence spans, or finds them.
func sentencesOf(r *runes, text string, given *[][2]int) ([]source.Span, error) {
	if given == nil {
		return sentence.Split(text), nil
	}
	out := make([]source.Span, 0, len(*given))
	for _, p := range *given {
		s, err := r.bytes(p)
		if err != nil {
			return nil, err
		}
		if k := len(out); k > 0 && s.Start < out[k-1].End {
			return nil, fmt.Errorf("[%d,%d] is out of order or overlaps the sentence before", p[0], p[1])
		}
		out = append(out, s)
	}
	return out, nil
}

// editsOf lists what changed in a row. Left out are white space alone, a phrase
// that only changed its place, and the capital that a word loses or gains by
// becoming the first of a sentence or ceasing to be it.
func editsOf(o, n *runes, old, new string, p diff.Pair) []compareEdit {
	switch p.Op {
	case diff.Added:
		return []compareEdit{{nil, n.maybe(p.New[0])}}
	case diff.Deleted:
		return []compareEdit{{o.maybe(p.Old[0]), nil}}
	}
	var out []compareEdit
	oh, nh := p.Hull()
	for _, e := range p.Edits {
		os, ns := trimmed(old, e.Old), trimmed(new, e.New)
		first := e.Old.Start == oh.Start || e.New.Start == nh.Start
		if os.Empty() && ns.Empty() || e.Moved || e.Cosmetic && first {
			continue
		}
		out = append(out, compareEdit{o.maybe(os), n.maybe(ns)})
	}
	return out
}
