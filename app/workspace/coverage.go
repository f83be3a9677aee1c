package workspace

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/source"
)

// Handling is what became of a sentence of a checked text.
type Handling string

// The ways a sentence is or is not handled.
const (
	// StillOpen: it deserves a check, and nobody decided anything about it.
	StillOpen Handling = "open"
	// Claimed: a claim was made of words in it.
	Claimed Handling = "claim"
	// Dismissed: all that it proposes was dismissed.
	Dismissed Handling = "dismissed"
	// MarkedHandled: a checker says that it is handled elsewhere, or that there is
	// nothing in it to check, and why.
	MarkedHandled Handling = "handled"
	// Opinion: not checkable; a checker says so, or the score proposes it.
	Opinion Handling = "opinion"
	// Nothing: it asserts nothing; the score says so.
	Nothing Handling = "nothing to check"
	// NotJudged: whether it deserves a check is not known, for sentences of its
	// language are not judged.
	NotJudged Handling = "not judged"
)

// Covered is a sentence with what became of it.
type Covered struct {
	N         int // from 1, as in the annotated copy of a report
	Span      source.Span
	Text      string
	State     Handling
	Checkable bool // counts for the coverage of the article
	Worth     extract.Worth
	Why       string      // one phrase: why it deserves a check, or what became of it
	Claims    []claims.ID // made of words in it
	Earlier   []claims.ID // made of words of another version that were changed here
	Open      int         // proposals in it nobody decided on
	Dismissed int         // proposals in it that were dismissed
	Mark      *ledger.MarkedSentence
}

// Coverage is how far the check of a version has come, sentence by sentence.
type Coverage struct {
	Version   source.VersionID
	Sentences []Covered
	Checkable int    // sentences that count
	Handled   int    // of them
	Limits    string // what is not judged in the text's language; "" if everything is
}

// Coverage tells of every sentence of a version whether it deserves a check, and
// what became of it. A sentence counts as checkable if its score says so or if it
// proposes something to check, unless a checker marked it otherwise. In a text
// whose language is not judged only the latter counts.
func (w *Workspace) Coverage(ctx context.Context, id source.VersionID) (Coverage, error) {
	v, err := w.Version(id)
	if err != nil {
		return Coverage{}, err
	}
	d, err := w.Analysis(ctx, v.ID)
	if err != nil {
		return Coverage{}, err
	}
	proposals, err := w.Propose(ctx, v.ID)
	if err != nil {
		return Coverage{}, err
	}
	made, err := w.madeIn(ctx, v.ID)
	if err != nil {
		return Coverage{}, err
	}
	marks, err := w.marksIn(ctx, d, v.ID)
	if err != nil {
		return Coverage{}, err
	}
	out := Coverage{Version: v.ID, Sentences: make([]Covered, len(d.Sentences)), Limits: d.Limits()}
	worth := d.CheckWorthy()
	for i, s := range d.Sentences {
		c := Covered{N: i + 1, Span: s.Span, Text: s.Span.Of(d.Text), Mark: marks[i]}
		if worth != nil {
			c.Worth = worth[i]
		}
		out.Sentences[i] = c
	}
	for _, m := range made {
		eachIn(d, m.Span, func(i int) {
			list := &out.Sentences[i].Claims
			if m.altered {
				list = &out.Sentences[i].Earlier
			}
			*list = append(*list, m.claim)
		})
	}
	for _, p := range proposals {
		eachIn(d, p.Span, func(i int) {
			switch c := &out.Sentences[i]; {
			case p.Claim != "":
			case p.Dismissed:
				c.Dismissed++
				c.Why = p.Reason
			default:
				c.Open++
			}
		})
	}
	for i := range out.Sentences {
		c := &out.Sentences[i]
		c.decide()
		if c.Checkable {
			out.Checkable++
			if c.State != StillOpen {
				out.Handled++
			}
		}
	}
	return out, nil
}

// eachIn calls f with the index of every sentence that a span touches.
func eachIn(d *extract.Doc, span source.Span, f func(i int)) {
	for i := max(0, d.SentenceAt(span.Start)); i < len(d.Sentences) && d.Sentences[i].Span.Start < span.End; i++ {
		if d.Sentences[i].Span.Overlaps(span) {
			f(i)
		}
	}
}

// decide says what became of a sentence: what somebody did counts before what
// the score says, and a claim before a mark.
func (c *Covered) decide() {
	dismissed := c.Why
	c.Why = c.Worth.Why
	c.Checkable = c.Worth.Class == extract.ClassFact || c.Open+c.Dismissed+len(c.Earlier) > 0
	mark := ledger.SentenceMark("")
	if c.Mark != nil {
		mark = c.Mark.As
	}
	switch {
	case len(c.Claims) > 0:
		c.State, c.Checkable, c.Why = Claimed, true, "claim "+joinIDs(c.Claims)
		if c.Open > 0 {
			c.Why += fmt.Sprintf("; %d more proposed", c.Open)
		}
	case mark == ledger.MarkHandled:
		c.State, c.Checkable, c.Why = MarkedHandled, true, c.Mark.Reason
	case mark == ledger.MarkOpinion:
		c.State, c.Checkable, c.Why = Opinion, false, strings.TrimSuffix("marked by "+c.Mark.Who.Name+": "+c.Mark.Reason, ": ")
	case mark == ledger.MarkCheckable:
		c.State, c.Checkable = StillOpen, true
		c.Why = strings.TrimSuffix("marked by "+c.Mark.Who.Name+": "+c.Mark.Reason, ": ")
	case len(c.Earlier) > 0:
		c.State, c.Why = StillOpen, "changed since claim "+joinIDs(c.Earlier)
	case c.Open > 0:
		c.State = StillOpen
		if c.Worth.Class != extract.ClassFact {
			c.Why = "proposes something to check"
		}
	case c.Dismissed > 0:
		c.State, c.Why = Dismissed, strings.TrimSuffix("proposal dismissed: "+dismissed, ": ")
	case c.Checkable:
		c.State = StillOpen
	case c.Worth.Class == extract.ClassOpinion:
		c.State = Opinion
	case c.Worth.Class == "":
		c.State = NotJudged
	default:
		c.State = Nothing
	}
	if c.State == Dismissed && c.Dismissed > 1 {
		c.Why = strings.Replace(c.Why, "proposal dismissed", fmt.Sprint(c.Dismissed, " proposals dismissed"), 1)
	}
}

func joinIDs(ids []claims.ID) string {
	s := make([]string, len(ids))
	for i, id := range ids {
		s[i] = string(id)
	}
	return strings.Join(s, ", ")
}

// marksIn finds the marks of an article's sentences in one of its versions, by
// index of the sentence. A mark made in another version holds only where its
// sentence stands word for word; the latest one counts.
func (w *Workspace) marksIn(ctx context.Context, d *extract.Doc, id source.VersionID) (map[int]*ledger.MarkedSentence, error) {
	var list []ledger.MarkedSentence
	w.View(func(s *ledger.State) {
		for _, m := range s.Marked[id.Article] {
			if !m.Removed {
				list = append(list, *m)
			}
		}
	})
	out := map[int]*ledger.MarkedSentence{}
	for i := range slices.Backward(list) {
		m := &list[i]
		at := m.Anchor.Span
		if m.Anchor.Version != id {
			f, err := w.Fate(ctx, m.Anchor, id)
			if err != nil {
				return nil, err
			}
			if !f.Fate.Carried() {
				continue
			}
			at = f.Span
		}
		k := d.SentenceAt(at.Start)
		if k < 0 || out[k] != nil || !d.Sentences[k].Span.Overlaps(at) {
			continue
		}
		out[k] = m
	}
	return out, nil
}

// MarkSentence records what a checker makes of the sentence that holds a span.
func (w *Workspace) MarkSentence(ctx context.Context, id source.VersionID, at source.Span, as ledger.SentenceMark, reason string) error {
	v, err := w.Version(id)
	if err != nil {
		return err
	}
	d, err := w.Analysis(ctx, v.ID)
	if err != nil {
		return err
	}
	k := d.SentenceAt(at.Start)
	if k < 0 {
		return fmt.Errorf("there is no sentence at byte %d of %s", at.Start, v.ID)
	}
	return w.Do(ctx, ledger.SentenceMarked{Anchor: anchor.At(v.ID, d.Text, d.Sentences[k].Span), As: as, Reason: strings.TrimSpace(reason)})
}

// UnmarkSentence takes a mark off its sentence.
func (w *Workspace) UnmarkSentence(ctx context.Context, mark uint64) error {
	return w.Do(ctx, ledger.SentenceUnmarked{Mark: mark, Removed: true})
}
