package match

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// Setting is what is known of the story a claim stands in, beyond its words.
type Setting struct {
	Made  time.Time // the day of the story; zero: not known
	Typed bool      // there is no story; Made is the day somebody typed the claim
	// Dateline is the place the story is datelined from. It is where the claim's event
	// was if neither claim nor story tells otherwise: a report from the capital names
	// the place of the event. Empty: read from the head of Story.
	Dateline string
	Story    string // the whole text of the story; empty: not known

	read  bool
	words []word // of Story
	place []word // of the dateline
}

// once reads the story for all passages.
func (st Setting) once() Setting {
	if !st.read {
		st.read, st.place = true, datelineOf(st.Dateline, st.Story)
		if len(st.place) > 0 {
			st.words = cutWords(st.Story, source.Span{End: len(st.Story)}, maxPassageWords)
		}
	}
	return st
}

// Claim puts a claim of the story against a passage.
func (st Setting) Claim(c claims.Claim, p Passage) Result {
	st = st.once()
	switch b := c.Body.(type) {
	case claims.Figure:
		return Figure(FigureClaim{Figure: b, Text: c.Text, Date: st.Made, in: st}, p)
	case claims.Statistic:
		return statistic(b, c.Text, st, p)
	}
	return Claim(c, st.Made, p)
}

// Rank puts a claim of the story against passages and orders them by what they are
// worth as evidence: those that bear the claim out or contradict it first, then those
// to know about, the unrelated last. Equal ones keep their order.
func (st Setting) Rank(c claims.Claim, ps []Passage) []Ranked {
	st = st.once()
	out := make([]Ranked, len(ps))
	for i, p := range ps {
		out[i] = Ranked{i, st.Claim(c, p)}
	}
	slices.SortStableFunc(out, func(a, b Ranked) int {
		return cmp.Or(cmp.Compare(b.Result.Evidence(), a.Result.Evidence()), cmp.Compare(a.Index, b.Index))
	})
	return out
}

// datelineOf is the place of a dateline, as told or as it stands at the head of a text.
func datelineOf(told, text string) []word {
	if place, _, _ := strings.Cut(told, ","); strings.TrimSpace(place) != "" {
		return namesOf(place)
	}
	if text == "" {
		return nil
	}
	ws := cutWords(text, source.Span{End: len(text)}, leadWords)
	from, to := dateline(text, ws)
	return ws[from:to]
}

// otherHome compares a passage with where a claim without a place is from. A figure
// told of a place that the story never names, or a report datelined there, is of
// another event.
func (s *scene) otherHome(t tally, d *extract.Doc, all []word, dateline string) agreement {
	if len(s.home) == 0 {
		return unknown
	}
	sentence := cutWords(d.Text, t.sentence, maxClaimWords)
	if holds(sentence, s.home) {
		return agrees
	}
	own := namesOf(t.Place)
	if len(own) > 0 && own[0].upper && holds(sentence, own) && placeLike(own) && !passing(sentence, own) && placed[wordBefore(sentence, own)] {
		return s.unnamed(own)
	}
	if from := datelineOf(dateline, d.Text); len(from) > 0 && !holds(all, s.home) {
		if holds(from, s.home) || holds(s.home, from) {
			return unknown
		}
		return s.unnamed(from)
	}
	return unknown
}

// unnamed reports a place that the claim's story never names as another one.
func (s *scene) unnamed(place []word) agreement {
	if holds(s.home, place) || holds(place, s.home) || holds(s.story, place) {
		return unknown
	}
	return differs
}
