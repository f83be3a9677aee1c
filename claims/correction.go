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
	out, _ := Set(b, f, value(from, f))
	return out
}

// Set gives a body with a value in a field: a string for speaker, population and
// place, an Interval for the range, an Outcome, a Window for the date. ok is false,
// and the body unchanged, if it has no such field or the value is of another type.
func Set(b Body, f Field, v any) (out Body, ok bool) {
	switch x := b.(type) {
	case Quote:
		ok = f == FieldSpeaker && put(&x.Speaker, v)
		return x, ok
	case Figure:
		switch f {
		case FieldOutcome:
			ok = put(&x.Outcome, v)
		case FieldPopulation:
			ok = put(&x.Population, v)
		default:
			ok = common(f, v, &x.Attribution, &x.Place, &x.Range, &x.Window)
		}
		return x, ok
	case Statistic:
		ok = common(f, v, &x.Attribution, &x.Place, &x.Range, &x.Window)
		return x, ok
	}
	return b, false
}

// common sets the fields that figures and statistics share.
func common(f Field, v any, speaker, place *string, r *Interval, w *Window) bool {
	switch f {
	case FieldSpeaker:
		return put(speaker, v)
	case FieldPlace:
		return put(place, v)
	case FieldRange:
		return put(r, v)
	case FieldDate:
		return put(w, v)
	}
	return false
}

// put assigns a value of the right type.
func put[T any](to *T, v any) bool {
	x, ok := v.(T)
	if ok {
		*to = x
	}
	return ok
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

// FieldChange is a corrected field in words.
type FieldChange struct {
	Field Field  `json:"field"`
	Read  string `json:"read"` // "" if nothing was read
	Now   string `json:"now"`  // "" if it was taken away
}

// Changes lists in words what a correction changed.
func Changes(read, now Body) []FieldChange {
	var out []FieldChange
	for _, f := range Corrected(read, now) {
		out = append(out, FieldChange{f, FieldWords(read, f), FieldWords(now, f)})
	}
	return out
}

// String prints "speaker: Kade → Anna Kade".
func (c FieldChange) String() string {
	word := func(s string) string {
		if s == "" {
			return "none"
		}
		return s
	}
	return string(c.Field) + ": " + word(c.Read) + " → " + word(c.Now)
}

// FieldWords prints what a body has in a field, "" for nothing.
func FieldWords(b Body, f Field) string {
	switch x := value(b, f).(type) {
	case string:
		return x
	case Outcome:
		return string(x)
	case Interval:
		if x == (Interval{}) {
			return ""
		}
		return x.String()
	case Window:
		switch {
		case x.From == "" && x.To == "":
			return x.Words
		case x.To == "":
			return "since " + x.From
		case x.From == x.To || x.From == "":
			return x.To
		}
		return x.From + " to " + x.To
	}
	return ""
}
