package present

import (
	"context"
	"errors"
	"fmt"
	"time"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/extract"
)

// ReadingForm is how words are read, field by field, to be corrected.
type ReadingForm struct {
	Title  string
	Words  string
	Fields []ReadingField
	Yes    string // what keeping it does
	// Refused tells whether it cannot be corrected now, and then says why; nil: it
	// can.
	Refused func() bool

	body claims.Body
	base time.Time
	keep func(claims.Body)
}

// ReadingField is one field of a reading.
type ReadingField struct {
	Field   claims.Field
	Title   string
	Value   string
	Read    string   // what Stet read; "" for nothing
	Hint    string   // an example
	Options []string // what it can be; nil: anything
}

var fieldTitles = map[claims.Field]string{claims.FieldSpeaker: "Who says it", claims.FieldRange: "Number", claims.FieldOutcome: "Outcome",
	claims.FieldPopulation: "Whom it counts", claims.FieldPlace: "Place", claims.FieldDate: "Date"}

var fieldHints = map[claims.Field]string{claims.FieldSpeaker: "the full name or office", claims.FieldRange: "12, at least 12, 10 to 15",
	claims.FieldPopulation: "people, civilians, police …", claims.FieldDate: "2025-05-03, or 2025-05-01 to 2025-05-03"}

// formOf lays a reading out. read is what Stet made of the words.
func formOf(read, body claims.Body, words string, base time.Time) *ReadingForm {
	f := &ReadingForm{Title: "Correct the reading", Words: words, Yes: "Keep", body: body, base: base}
	for _, x := range claims.FieldsOf(body) {
		row := ReadingField{Field: x, Title: fieldTitles[x], Value: extract.FieldText(body, x), Read: extract.FieldText(read, x), Hint: fieldHints[x]}
		if x == claims.FieldOutcome {
			for _, o := range claims.Outcomes {
				row.Options = append(row.Options, string(o))
			}
		}
		f.Fields = append(f.Fields, row)
	}
	return f
}

// Keep reads what was typed, in the order of Fields, and makes it the reading. An
// error says what cannot be read; nothing is kept then.
func (f *ReadingForm) Keep(typed []string) error {
	if len(typed) != len(f.Fields) {
		return errors.New("the form is not complete")
	}
	body := f.body
	for i, x := range f.Fields {
		if typed[i] == x.Value {
			continue
		}
		var err error
		if body, err = extract.Retype(body, x.Field, typed[i], f.base); err != nil {
			return err
		}
	}
	f.keep(body)
	return nil
}

// Form is the reading of the current proposal, to be corrected while it is
// accepted; nil if there is none.
func (m *Reader) Form() *ReadingForm {
	if m.Current < 0 || m.Current >= len(m.Cards) || len(claims.FieldsOf(m.Cards[m.Current].Body)) == 0 {
		return nil
	}
	c, at := m.Cards[m.Current], m.Current
	f := formOf(c.Read, c.Body, c.Words, m.Version.Version.Date())
	if c.State == CardAccepted && c.Claim != "" {
		f.keep = func(body claims.Body) { m.s.correct(c.Claim, body) }
		f.Refused = func() bool { return m.s.refused(c.Claim) }
		return f
	}
	f.Yes = "Accept as corrected"
	f.keep = func(body claims.Body) {
		m.Current = at
		m.accept(body)
	}
	return f
}

// correct gives a claim another reading.
func (s *Shell) correct(id claims.ID, body claims.Body) {
	s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.Correct(ctx, id, body) }, func() {
		s.Toasts.Offer("The reading of claim "+string(id)+" is corrected.", "Undo", s.Undo)
	})
}

// TakeRead switches the current proposal between what a checker made of its words
// before and what Stet reads in them.
func (m *Reader) TakeRead() {
	if !m.CanTakeRead() {
		return
	}
	c := &m.Cards[m.Current]
	if m.asRead == nil {
		m.asRead = map[asReadKey]bool{}
	}
	k := asReadKey{m.Version.ID, c.Span, c.Kind}
	m.asRead[k] = !m.asRead[k]
	m.Cards[m.Current] = m.card(c.Proposal, c.suggested)
	m.draw()
}

// CanTakeRead tells whether there are two readings of the current proposal.
func (m *Reader) CanTakeRead() bool {
	return m.Current >= 0 && m.Current < len(m.Cards) && m.Cards[m.Current].Suggestion != nil && m.Cards[m.Current].State != CardAccepted
}

// card makes a card of a proposal. suggested is the reading it came with.
func (m *Reader) card(p workspace.Proposal, suggested claims.Body) Card {
	c := Card{Proposal: p, Kind: p.Body.Kind(), suggested: suggested}
	c.Body = suggested
	if s := p.Suggestion; s != nil {
		c.Note = s.Note
		if m.asRead[asReadKey{m.Version.ID, p.Span, c.Kind}] {
			c.Body, c.AsRead = p.Read, true
			c.Note = "as Stet reads it, not " + s.Note
		} else {
			c.Note += correctedFrom(p.Read, suggested)
		}
	}
	c.Head, c.Detail = Reading(c.Body)
	switch {
	case c.Claim != "":
		c.State = CardAccepted
	case p.Dismissed:
		c.State = CardDismissed
	}
	return c
}

// correctedFrom says what Stet read where a checker reads otherwise.
func correctedFrom(read, now claims.Body) string {
	var out []string
	for _, x := range claims.Changes(read, now) {
		was := x.Read
		if was == "" {
			was = "nothing"
		}
		out = append(out, fmt.Sprintf("%s “%s”", x.Field, InLetters(was)))
	}
	if len(out) == 0 {
		return ""
	}
	return "; Stet reads " + join(out)
}

func join(list []string) string {
	s := ""
	for i, x := range list {
		switch {
		case i == 0:
		case i == len(list)-1:
			s += " and "
		default:
			s += ", "
		}
		s += x
	}
	return s
}

// Form is the reading of the claim, to be corrected; nil if nothing in it can
// be.
func (m *Inspector) Form() *ReadingForm {
	if m.ID == "" || len(claims.FieldsOf(m.Claim.Body)) == 0 {
		return nil
	}
	base := m.s.Desk.Now()
	if made := m.Claim.Made; made != nil {
		if v, err := m.s.Desk.Version(made.Version); err == nil {
			base = v.Version.Date()
		}
	}
	read, words := m.Claim.Body, m.Claim.Text
	if k := m.Claim.Corrections; len(k) > 0 {
		read = k[0].Read.Body
	}
	if m.Claim.Made != nil {
		words = m.Claim.Made.Exact
	}
	f := formOf(read, m.Claim.Body, words, base)
	id := m.ID
	f.keep = func(body claims.Body) { m.s.correct(id, body) }
	f.Refused = m.Refused
	return f
}

// Corrected says who corrected what Stet read, and what; "" if nobody did.
func (m *Inspector) Corrected() string {
	k := m.Claim.Correction()
	if k == nil {
		return ""
	}
	var out []string
	for _, x := range claims.Changes(k.Read.Body, k.Now.Body) {
		was := "nothing"
		if x.Read != "" {
			was = "“" + InLetters(x.Read) + "”"
		}
		out = append(out, string(x.Field)+" (Stet read "+was+")")
	}
	return "Corrected by " + k.Who.Name + ", " + Moment(k.At) + ": " + join(out)
}

// TakeRead gives the claim Stet's reading back.
func (m *Inspector) TakeRead() {
	id := m.ID
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error { return w.TakeReading(ctx, id) }, func() {
		m.s.Toasts.Offer("Claim "+string(id)+" is as Stet reads it.", "Undo", m.s.Undo)
	})
}
