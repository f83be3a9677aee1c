package report

import (
	"strings"
	"time"

	"stet/claims"
)

// Coverage is how far the check of a subject came, sentence by sentence: what a
// reader has to know about what was not checked.
type Coverage struct {
	Handled, Checkable int
	Limits             string     // what is not judged in the text's language; "" if everything is
	Open               []Sentence // deserve a check, and nobody decided anything
	Marked             []Sentence // not checked, for a reason that a checker gave
}

// Sentence is a sentence of the annotated copy that no claim was made of.
type Sentence struct {
	Line int
	Text string
	As   string // "opinion", "handled", "dismissed"; "" of an open one
	Why  string // why it deserves a check; of a marked one the checker's reason
	By   string // who marked it; "" if that is not one person's act
	At   time.Time
}

// Meter is how far it came in words.
func (c *Coverage) Meter() string {
	return number(c.Handled, "of", c.Checkable) + " checkable sentences are handled: a claim was made of them, what they propose was dismissed, or a checker marked them."
}

func number(n int, of string, m int) string {
	return claims.Number(float64(n)) + " " + of + " " + claims.Number(float64(m))
}

// uncovered are the subjects with something to say about what was not checked.
func uncovered(list []Subject) []Subject {
	var out []Subject
	for _, s := range list {
		if s.Coverage != nil && s.Coverage.Checkable > 0 {
			out = append(out, s)
		}
	}
	return out
}

// Correction is what a checker made of a claim's words instead of what the
// program read.
type Correction struct {
	By      string
	At      time.Time
	Changes []claims.FieldChange
}

// Words lists what was corrected.
func (c *Correction) Words() string {
	out := make([]string, len(c.Changes))
	for i, x := range c.Changes {
		out[i] = x.String()
	}
	return strings.Join(out, "; ")
}
