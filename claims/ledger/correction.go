package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"stet/claims"
)

// ReadingCorrected records what the program read in a claim's words and what a
// person makes of them. The claim has the person's reading from then on; the
// program's is kept, so that the same correction can be suggested where the same
// is read again.
type ReadingCorrected struct {
	Claim claims.ID      `json:"claim"`
	Read  claims.Reading `json:"read"` // what the program made of the words
	Was   claims.Reading `json:"was"`  // the claim's body before
	Now   claims.Reading `json:"now"`
	// Undone is set on inverses, which take the correction off the claim instead
	// of adding one.
	Undone bool `json:"undone,omitempty"`
}

// Correction is a correction with who made it.
type Correction struct {
	Read, Now claims.Reading
	Who       Who
	At        time.Time
	Seq       uint64
}

// Correction is the one that stands: the last, unless it gave the program's
// reading back. It is nil if there is none.
func (c *Claim) Correction() *Correction {
	if n := len(c.Corrections); n > 0 {
		if x := &c.Corrections[n-1]; !claims.SameBody(x.Read.Body, x.Now.Body) {
			return x
		}
	}
	return nil
}

// Kind implements Change.
func (ReadingCorrected) Kind() string { return "reading corrected" }

func (c ReadingCorrected) apply(s *State, e *Entry) (func(), error) {
	x, err := s.live(c.Claim)
	if err != nil {
		return nil, err
	}
	now := c.Now.Body
	switch {
	case now == nil || c.Read.Body == nil:
		return nil, errors.New("a correction says what was read and what it should be")
	case !claims.SameBody(x.Body, c.Was.Body):
		return nil, fmt.Errorf("claim %s was changed by somebody else meanwhile; look at it again", c.Claim)
	case x.Review == claims.Approved:
		return nil, fmt.Errorf("claim %s is approved; an editor has to return it before it is changed", c.Claim)
	case now.Kind() != c.Was.Body.Kind():
		return nil, fmt.Errorf("a %s cannot be read as a %s; remove claim %s and make another of the words", c.Was.Body.Kind(), now.Kind(), c.Claim)
	}
	list := append(slices.Clip(x.Corrections), Correction{c.Read, c.Now, e.Who, e.At, e.Seq})
	if c.Undone {
		list = slices.Clone(x.Corrections)
		if len(list) > 0 {
			list = list[:len(list)-1]
		}
	}
	one, two := set(&x.Body, now), set(&x.Corrections, list)
	return func() { two(); one() }, nil
}

func (c ReadingCorrected) invert(*Entry) Change {
	c.Was, c.Now, c.Undone = c.Now, c.Was, !c.Undone
	return c
}

// Summary implements Change.
func (c ReadingCorrected) Summary() string {
	fields := claims.Corrected(c.Was.Body, c.Now.Body)
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = string(f)
	}
	if len(names) == 0 {
		return "reading of claim " + string(c.Claim) + " corrected"
	}
	return fmt.Sprintf("%s of claim %s %s", strings.Join(names, ", "), c.Claim, verb(c.Undone, "set back", "corrected"))
}
