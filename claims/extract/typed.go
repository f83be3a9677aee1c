package extract

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"stet/claims"
)

// ReadRange reads a number with its modifiers as a person types it: "12", "at
// least 12", "12 or more", "between 10 and 15", "dozens", "nobody". The reading is
// that of texts, so that a correction means what the same words in an article
// would mean. ok is false if the words are not one number.
func ReadRange(words string) (claims.Interval, bool) {
	words = strings.TrimSpace(strings.ToLower(words))
	switch words {
	case "no one", "nobody", "none", "no-one", "nil":
		return claims.Just(0), true
	}
	if n, ok := strings.CutSuffix(words, "+"); ok {
		words = "at least " + n
	}
	d := Analyse(words, Meta{Lang: "en"})
	if len(d.Sentences) != 1 {
		return claims.Interval{}, false
	}
	var ln line
	ln.read(d, 0)
	if len(ln.nums) != 1 || ln.nums[0].a != 0 || len(ln.ws)-ln.nums[0].b > 1 {
		return claims.Interval{}, false
	}
	return ln.nums[0].rng, true
}

// RangeWords prints an interval in words that ReadRange reads as the same.
func RangeWords(i claims.Interval) string {
	lo, hi := claims.Number(i.Min), claims.Number(i.Max)
	switch {
	case i == claims.Interval{}:
		return ""
	case i.NoMax && i.MinOpen:
		return "more than " + lo
	case i.NoMax:
		return "at least " + lo
	case i.Min == i.Max && i.Mod != claims.Approx:
		return lo
	case i.Min == i.Max:
		return "about " + lo
	case i.Mod == claims.Approx:
		about := "about " + claims.Number((i.Min+i.Max)/2)
		if again, ok := ReadRange(about); ok && again == i {
			return about
		}
		return lo + " to " + hi
	case i.MaxOpen:
		return "fewer than " + hi
	case i.Min <= 0 && i.Mod == claims.AtMost:
		return "up to " + hi
	}
	return lo + " to " + hi
}

// ReadWindow reads the days a claim covers as a person types them: "2025-05-03",
// "2025-05-01 to 2025-05-03", "since 2025-05-01", or as in a text ("last Friday"),
// counted from base. ok is false if the words are no date, or name a day that does
// not exist: what is left of them when a date was read must hold no number.
func ReadWindow(words string, base time.Time) (claims.Window, bool) {
	words = strings.TrimSpace(words)
	if words == "" {
		return claims.Window{}, true
	}
	if from, open := strings.CutPrefix(words, "since "); open && isDay(from) {
		return claims.Window{Words: words, From: from}, true
	}
	from, to, both := strings.Cut(words, " to ")
	if isDay(from) && (!both || isDay(to)) {
		if !both {
			to = from
		}
		return claims.Window{Words: words, From: from, To: to}, from <= to
	}
	d := Analyse(words, Meta{Lang: "en"})
	if len(d.Sentences) != 1 {
		return claims.Window{}, false
	}
	var ln line
	ln.read(d, 0)
	found := datesIn(ln.ws, base, nil)
	if len(found) != 1 || found[0].from.IsZero() && found[0].to.IsZero() || numberOutside(ln.ws, found[0]) {
		return claims.Window{}, false
	}
	return found[0].window(words), true
}

// numberOutside reports that words hold digits that are no part of a date in them:
// the date is not what was meant.
func numberOutside(ws []word, d dated) bool {
	for k := range ws {
		if (k < d.a || k >= d.b) && strings.ContainsAny(ws[k].text, "0123456789") {
			return true
		}
	}
	return false
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// Retype gives a body with what a person typed in a field: a name or a place as it
// is, an outcome by its name, a range and a date as ReadRange and ReadWindow read
// them, dates counted from base.
func Retype(b claims.Body, f claims.Field, words string, base time.Time) (claims.Body, error) {
	if !claims.HasField(b, f) {
		return b, fmt.Errorf("a %s has no %s", b.Kind(), f)
	}
	words = strings.TrimSpace(words)
	var v any = words
	switch f {
	case claims.FieldRange:
		r, ok := ReadRange(words)
		if v = r; !ok {
			return b, fmt.Errorf("%q is not read as a number; write for example “at least 12” or “10 to 15”", words)
		}
	case claims.FieldDate:
		days, ok := ReadWindow(words, base)
		if v = days; !ok {
			return b, fmt.Errorf("%q is not read as a date, or there is no such day; write for example 2025-05-03, or 2025-05-01 to 2025-05-03", words)
		}
	case claims.FieldOutcome:
		o := claims.Outcome(strings.ToLower(words))
		if !slices.Contains(claims.Outcomes, o) {
			return b, fmt.Errorf("%q is no outcome of a casualty figure", words)
		}
		v = o
	}
	out, _ := claims.Set(b, f, v)
	return out, nil
}

// FieldText prints what a body has in a field, in words that Retype reads as the
// same.
func FieldText(b claims.Body, f claims.Field) string {
	switch x := b.(type) {
	case claims.Figure:
		switch f {
		case claims.FieldRange:
			return RangeWords(x.Range)
		case claims.FieldDate:
			return x.Window.Days()
		}
	case claims.Statistic:
		switch f {
		case claims.FieldRange:
			return RangeWords(x.Range)
		case claims.FieldDate:
			return x.Window.Days()
		}
	}
	return claims.FieldWords(b, f)
}
