package ledger

import (
	"errors"
	"fmt"
	"strings"

	"stet/claims"
)

// EventEdited changes the name, place, days or cause of an event.
type EventEdited struct {
	Event claims.Event `json:"event"`
	Was   claims.Event `json:"was"`
}

// TollPlaced is a person's word on whether a figure is about an event. It holds for
// the same words of the article's other versions too.
type TollPlaced struct {
	Event  claims.EventID `json:"event"`
	Figure string         `json:"figure"` // its key: article, outcome, population and number, see package toll
	To     string         `json:"to"`     // "in", "out", or "" to leave it to the program
	Was    string         `json:"was,omitempty"`
	Reason string         `json:"reason,omitempty"`
}

// Where a figure can be placed.
const (
	PlacedIn  = "in"
	PlacedOut = "out"
)

// Kind implements Change.
func (EventEdited) Kind() string { return "event edited" }

// Kind implements Change.
func (TollPlaced) Kind() string { return "toll placed" }

func (c EventEdited) apply(s *State, _ *Entry) (func(), error) {
	x, ok := s.Events[c.Event.ID]
	switch {
	case !ok || x.Removed:
		return nil, fmt.Errorf("there is no event %q on this desk", c.Event.ID)
	case x.Event != c.Was:
		return nil, fmt.Errorf("event %s was changed by somebody else meanwhile; look at it again", c.Event.ID)
	}
	if err := c.Event.Sound(); err != nil {
		return nil, err
	}
	return set(&x.Event, c.Event), nil
}

func (c TollPlaced) apply(s *State, _ *Entry) (func(), error) {
	x, ok := s.Events[c.Event]
	switch {
	case !ok:
		return nil, fmt.Errorf("there is no event %q on this desk", c.Event)
	case x.Removed && c.To != "":
		return nil, fmt.Errorf("event %s was removed; bring it back first", c.Event)
	case c.Figure == "":
		return nil, errors.New("say which figure")
	case c.To != "" && c.To != PlacedIn && c.To != PlacedOut:
		return nil, fmt.Errorf("a figure is placed %q or %q, not %q", PlacedIn, PlacedOut, c.To)
	case x.Placed[c.Figure] != c.Was:
		return nil, errors.New("that figure was placed by somebody else meanwhile; look at it again")
	}
	put := func(to string) {
		switch {
		case to == "":
			delete(x.Placed, c.Figure)
		case x.Placed == nil:
			x.Placed = map[string]string{c.Figure: to}
		default:
			x.Placed[c.Figure] = to
		}
	}
	put(c.To)
	return func() { put(c.Was) }, nil
}

func (c EventEdited) invert(*Entry) Change { return EventEdited{c.Was, c.Event} }
func (c TollPlaced) invert(*Entry) Change {
	return TollPlaced{Event: c.Event, Figure: c.Figure, To: c.Was, Was: c.To}
}

// Summary implements Change.
func (c EventEdited) Summary() string { return "event edited: " + c.Event.Name }

// Summary implements Change.
func (c TollPlaced) Summary() string {
	_, words, _ := strings.Cut(c.Figure, "/")
	words = strings.ReplaceAll(words, "/", ", ") // "killed, people, 12"
	switch c.To {
	case PlacedIn:
		return fmt.Sprintf("figure %q is about event %s", words, c.Event)
	case PlacedOut:
		return fmt.Sprintf("figure %q is not about event %s", words, c.Event)
	}
	return fmt.Sprintf("figure %q: no longer placed by hand at event %s", words, c.Event)
}
