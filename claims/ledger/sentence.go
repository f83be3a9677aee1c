package ledger

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"stet/index/anchor"
)

// SentenceMarked records what a checker decided about a sentence without making
// a claim of it. The sentence is anchored: in a later version the mark holds
// where the words are unchanged, and nowhere else.
type SentenceMarked struct {
	Anchor anchor.Anchor `json:"anchor"`
	As     SentenceMark  `json:"as"`
	Reason string        `json:"reason,omitempty"`
}

// SentenceUnmarked takes a mark off a sentence, or puts it back. Mark is the
// sequence of its entry.
type SentenceUnmarked struct {
	Mark    uint64 `json:"mark"`
	Removed bool   `json:"removed"`
}

// SentenceMark is what a checker makes of a sentence.
type SentenceMark string

// The marks.
const (
	// MarkOpinion: not checkable, an opinion.
	MarkOpinion SentenceMark = "opinion"
	// MarkHandled: handled elsewhere, or nothing in it to check; needs a reason.
	MarkHandled SentenceMark = "handled"
	// MarkCheckable: to be checked, whatever the score says.
	MarkCheckable SentenceMark = "checkable"
)

// SentenceMarks lists them in the order they are offered.
var SentenceMarks = []SentenceMark{MarkOpinion, MarkHandled, MarkCheckable}

// MarkedSentence is a mark with who set it.
type MarkedSentence struct {
	SentenceMarked
	Seq     uint64
	Who     Who
	At      time.Time
	Removed bool
}

// Kind implements Change.
func (SentenceMarked) Kind() string { return "sentence marked" }

// Kind implements Change.
func (SentenceUnmarked) Kind() string { return "sentence unmarked" }

func (c SentenceMarked) apply(s *State, e *Entry) (func(), error) {
	switch c.As {
	case MarkOpinion, MarkCheckable:
	case MarkHandled:
		if strings.TrimSpace(c.Reason) == "" {
			return nil, errors.New("a sentence that needs no check needs a reason: the report prints it")
		}
	default:
		return nil, fmt.Errorf("a sentence is marked as opinion, handled or checkable, not %q", c.As)
	}
	if strings.TrimSpace(c.Anchor.Exact) == "" {
		return nil, errors.New("a mark needs the sentence it stands at")
	}
	if err := s.citable(c.Anchor.Version); err != nil {
		return nil, err
	}
	id := c.Anchor.Version.Article
	s.Marked[id] = append(s.Marked[id], &MarkedSentence{SentenceMarked: c, Seq: e.Seq, Who: e.Who, At: e.At})
	return func() {
		s.Marked[id] = s.Marked[id][:len(s.Marked[id])-1]
		if len(s.Marked[id]) == 0 {
			delete(s.Marked, id)
		}
	}, nil
}

func (c SentenceUnmarked) apply(s *State, _ *Entry) (func(), error) {
	for _, list := range s.Marked {
		for _, m := range list {
			if m.Seq != c.Mark {
				continue
			}
			if m.Removed == c.Removed {
				return nil, fmt.Errorf("the mark of entry %d is %s already", c.Mark, verb(c.Removed, "off", "on"))
			}
			return set(&m.Removed, c.Removed), nil
		}
	}
	return nil, fmt.Errorf("there is no marked sentence from entry %d", c.Mark)
}

func (c SentenceMarked) invert(e *Entry) Change { return SentenceUnmarked{e.Seq, true} }
func (c SentenceUnmarked) invert(*Entry) Change { return SentenceUnmarked{c.Mark, !c.Removed} }

// Summary implements Change.
func (c SentenceMarked) Summary() string {
	return fmt.Sprintf("sentence marked as %s: %s", c.As, short(c.Anchor.Exact))
}

// Summary implements Change.
func (c SentenceUnmarked) Summary() string {
	return verb(c.Removed, "took off", "put back") + fmt.Sprintf(" the mark of entry %d", c.Mark)
}
