package claims

import (
	"bytes"
	"encoding/json"
	"slices"
)

// Reading is a body as it is stored: with its kind. It is what somebody, or the
// program, makes of words.
type Reading struct{ Body Body }

// MarshalJSON writes the body under its kind.
func (r Reading) MarshalJSON() ([]byte, error) {
	var kind Kind
	if r.Body != nil {
		kind = r.Body.Kind()
	}
	return json.Marshal(struct {
		Kind Kind `json:"kind"`
		Body Body `json:"body,omitempty"`
	}{kind, r.Body})
}

// UnmarshalJSON reads what MarshalJSON wrote; an unknown kind is an error.
func (r *Reading) UnmarshalJSON(b []byte) error {
	var w struct {
		Kind Kind            `json:"kind"`
		Body json.RawMessage `json:"body"`
	}
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	body, err := UnmarshalBody(w.Kind, w.Body)
	if err != nil {
		return err
	}
	r.Body = body
	return nil
}

// SameBody reports whether two bodies say the same: whether they would be stored
// alike.
func SameBody(a, b Body) bool {
	x, errX := json.Marshal(Reading{a})
	y, errY := json.Marshal(Reading{b})
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// Field is a part of a reading that a checker can correct.
type Field string

// The fields. The speaker of a figure or statistic is its attribution: who is
// said to say it.
const (
	FieldSpeaker    Field = "speaker"
	FieldRange      Field = "range"
	FieldOutcome    Field = "outcome"
	FieldPopulation Field = "population"
	FieldPlace      Field = "place"
	FieldDate       Field = "date"
)

// Fields lists them in the order they are shown.
var Fields = []Field{FieldSpeaker, FieldRange, FieldOutcome, FieldPopulation, FieldPlace, FieldDate}

// fieldsOf are the fields a kind of body has.
var fieldsOf = map[Kind][]Field{
	KindQuote:     {FieldSpeaker},
	KindFigure:    Fields,
	KindStatistic: {FieldSpeaker, FieldRange, FieldPlace, FieldDate},
}

// FieldsOf lists the fields of a body that can be corrected.
func FieldsOf(b Body) []Field {
	if b == nil {
		return nil
	}
	return fieldsOf[b.Kind()]
}

// value is what a body has in a field, comparable.
func value(b Body, f Field) any {
	switch x := b.(type) {
	case Quote:
		if f == FieldSpeaker {
			return x.Speaker
		}
	case Figure:
		switch f {
		case FieldSpeaker:
			return x.Attribution
		case FieldRange:
			return x.Range
		case FieldOutcome:
			return x.Outcome
		case FieldPopulation:
			return x.Population
		case FieldPlace:
			return x.Place
		case FieldDate:
			return x.Window
		}
	case Statistic:
		switch f {
		case FieldSpeaker:
			return x.Attribution
		case FieldRange:
			return x.Range
		case FieldPlace:
			return x.Place
		case FieldDate:
			return x.Window
		}
	}
	return nil
}

// with gives a body with another one's value in a field.
func with(b, from Body, f Field) Body {
	v := value(from, f)
	switch x := b.(type) {
	case Quote:
		if s, ok := v.(string); ok && f == FieldSpeaker {
			x.Speaker = s
		}
		return x
	case Figure:
		switch f {
		case FieldSpeaker:
			x.Attribution, _ = v.(string)
		case FieldRange:
			x.Range, _ = v.(Interval)
		case FieldOutcome:
			x.Outcome, _ = v.(Outcome)
		case FieldPopulation:
			x.Population, _ = v.(string)
		case FieldPlace:
			x.Place, _ = v.(string)
		case FieldDate:
			x.Window, _ = v.(Window)
		}
		return x
	case Statistic:
		switch f {
		case FieldSpeaker:
			x.Attribution, _ = v.(string)
		case FieldRange:
			x.Range, _ = v.(Interval)
		case FieldPlace:
			x.Place, _ = v.(string)
		case FieldDate:
			x.Window, _ = v.(Window)
		}
		return x
	}
	return b
}

// Corrected lists the fields in which a checker's reading parts from the one it
// corrects; nil if they are of different kinds.
func Corrected(read, now Body) []Field {
	if read == nil || now == nil || read.Kind() != now.Kind() {
		return nil
	}
	var out []Field
	for _, f := range FieldsOf(read) {
		if value(read, f) != value(now, f) {
			out = append(out, f)
		}
	}
	return out
}

// Recorrect makes the correction from read to now on a fresh reading of the same
// words. Every corrected field must read there as it read when it was corrected:
// ok is false if one does not, or if nothing is left to correct.
func Recorrect(read, now, fresh Body) (out Body, ok bool) {
	fields := Corrected(read, now)
	if len(fields) == 0 || fresh == nil || fresh.Kind() != read.Kind() {
		return fresh, false
	}
	out = fresh
	for _, f := range fields {
		switch value(fresh, f) {
		case value(read, f):
			out = with(out, now, f)
		case value(now, f): // read rightly by now
		default:
			return fresh, false
		}
	}
	return out, len(Corrected(fresh, out)) > 0
}

// HasField reports whether a body has a field that can be corrected.
func HasField(b Body, f Field) bool { return slices.Contains(FieldsOf(b), f) }
