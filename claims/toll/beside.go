package toll

import (
	"regexp"
	"strings"

	"stet/claims"
	"stet/index/source"
)

// besides adds the counts that a text names only beside another, without a word of who
// was hurt, which the figure rules pass over: what somebody takes back ("has withdrawn
// its count of 19") and what others count ("three more than the 16 that police have
// counted").
func (r *reader) besides() {
	if !spoken.MatchString(r.d.Text) {
		return
	}
	numbers := map[source.Span]float64{}
	for _, n := range r.d.Numbers() {
		if v, ok := n.Value.(float64); ok {
			numbers[n.Span] = v
		}
	}
	for i, s := range r.d.Sentences {
		text := s.Span.Of(r.d.Text)
		if m := takenBack.FindStringSubmatchIndex(text); m != nil {
			at := span(m, 1).Shift(s.Span.Start)
			if v, ok := numbers[at]; ok {
				r.beside(i, at, v, claims.Killed, Former, subject(auxiliary.ReplaceAllString(text[:m[0]], "")))
			}
		}
		for _, m := range others.FindAllStringSubmatchIndex(text, 4) {
			g := 1
			if m[2] < 0 {
				g = 3
			}
			at, by := span(m, g).Shift(s.Span.Start), span(m, g+1).Shift(s.Span.Start)
			if v, ok := numbers[at]; ok {
				if was := r.last(s.Span, at); was != nil && was.Role == Toll {
					r.beside(i, at, v, was.Outcome, Toll, r.fullName(by.Of(r.d.Text), by))
				}
			}
		}
	}
}

// The words of counts beside another. Compiled from reports of disputed tolls.
var (
	spoken    = regexp.MustCompile(`\b(?:withdr|retract|took back|taken back|gave up|given up|dropped|against the|than the|with the)`)
	takenBack = regexp.MustCompile(`(?i)\b(?:withdr(?:ew|awn|aws|aw)|retract(?:ed|s)|tak(?:en|es) back|took back|g(?:ave|iven) up|dropped) (?:its|his|her|their) (?:\pL+ ){0,2}?(?:count|figure|toll|tally|estimate|number) of (\d[\d,]*|\pL+(?:-\pL+)?)`)
	auxiliary = regexp.MustCompile(`(?i) (?:has|have|had|later|since|now)(?: (?:later|since|now|also))* $`)
	others    = regexp.MustCompile(`(?i)\b(?:against|than|with) the (\d[\d,]*|\pL+(?:-\pL+)?) (?:(?:that|which) )?(?:the )?((?:\pL+ ){0,2}?\pL+) (?:(?:have|has|had) )?(?:counted|give|gives|gave|given|confirmed|reported|announced|listed)\b|` +
		`\b(?:against|than|with) the (\d[\d,]*|\pL+(?:-\pL+)?) (?:counted|given|confirmed|reported|announced|listed) by (?:the )?((?:\pL+ ){0,2}?\pL+)\b`)
)

// last is the reading before a byte in a sentence.
func (r *reader) last(sentence source.Span, at source.Span) *Reading {
	var was *Reading
	for k := range r.out.Readings {
		if x := &r.out.Readings[k]; x.Sentence == sentence && x.Span.End <= at.Start {
			was = x
		}
	}
	return was
}

// beside adds a count, unless a figure was read of its words.
func (r *reader) beside(i int, at source.Span, v float64, outcome claims.Outcome, role Role, by string) {
	for _, x := range r.out.Readings {
		if x.Span.Overlaps(at) {
			return
		}
	}
	if len(r.out.Readings) >= maxReadings || strings.TrimSpace(by) == "" {
		return
	}
	s := r.d.Sentences[i].Span
	x := Reading{Figure: claims.Figure{Words: at.Of(r.d.Text), Outcome: outcome, Range: claims.Just(v), Attribution: by}, Span: at, Sentence: s, Line: r.line(s, at),
		Role: role, Class: "people", Names: r.namesIn(i), Lead: i <= r.leadEnd(), Sourced: true}
	if was := r.last(s, at); was != nil && role == Toll {
		x.Window, x.AsOf, x.Place, x.Here, x.Causes = was.Window, was.AsOf, was.Place, was.Here, was.Causes
	}
	r.insert(x)
}
