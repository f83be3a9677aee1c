package chart

import (
	"math"
	"time"
)

// tick is a mark on an axis.
type tick struct {
	at   float64 // pixels
	text string
}

// steps gives round numbers from 0 to at least most, about n of them.
func steps(most float64, n int) (step, top float64) {
	if most <= 0 {
		most = 1
	}
	raw := most / float64(n)
	mag := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5, 10} {
		if step = m * mag; step >= raw {
			break
		}
	}
	step = math.Max(1, step) // people are whole
	return step, step * math.Ceil(most/step)
}

// stretch is a span of time drawn from x0 to x1.
type stretch struct {
	from, to time.Time
	x0, x1   float64
}

func (s stretch) x(t time.Time) float64 {
	if !s.to.After(s.from) {
		return (s.x0 + s.x1) / 2
	}
	return s.x0 + (s.x1-s.x0)*float64(t.Sub(s.from))/float64(s.to.Sub(s.from))
}

// units are the distances between marks of a time axis, with how they are written.
var units = []struct {
	every  time.Duration
	layout string
}{
	{3 * time.Hour, "15:04"}, {6 * time.Hour, "2 Jan 15:04"}, {12 * time.Hour, "2 Jan 15:04"}, {24 * time.Hour, "2 Jan"}, {2 * 24 * time.Hour, "2 Jan"},
	{7 * 24 * time.Hour, "2 Jan"}, {14 * 24 * time.Hour, "2 Jan"}, {30 * 24 * time.Hour, "Jan 2006"}, {91 * 24 * time.Hour, "Jan 2006"}, {365 * 24 * time.Hour, "2006"},
}

// ticks marks the axis at round times, at most as many as have room.
func (s stretch) ticks() []tick {
	const room = 84 // pixels a mark needs
	most := max(1, int((s.x1-s.x0)/room))
	u := units[len(units)-1]
	for _, x := range units {
		if int(s.to.Sub(s.from)/x.every) <= most {
			u = x
			break
		}
	}
	var out []tick
	for t := first(s.from, u.every); !t.After(s.to); t = next(t, u.every) {
		text := t.Format(u.layout)
		if u.every < 24*time.Hour && t.Hour() == 0 {
			text = t.Format("2 Jan")
		}
		out = append(out, tick{s.x(t), text})
	}
	return out
}

// first is the first round time not before t: months and years begin on their first
// day, the rest at midnight UTC.
func first(t time.Time, every time.Duration) time.Time {
	t = t.UTC()
	switch {
	case every >= 365*24*time.Hour:
		return ceil(t, time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC), 12)
	case every >= 30*24*time.Hour:
		return ceil(t, time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC), 1)
	}
	r := t.Truncate(24 * time.Hour)
	for r.Before(t) {
		r = r.Add(min(every, 24*time.Hour))
	}
	return r
}

func ceil(t, round time.Time, months int) time.Time {
	if round.Before(t) {
		return round.AddDate(0, months, 0)
	}
	return round
}

func next(t time.Time, every time.Duration) time.Time {
	switch {
	case every >= 365*24*time.Hour:
		return t.AddDate(1, 0, 0)
	case every >= 30*24*time.Hour:
		return t.AddDate(0, int(every/(30*24*time.Hour)), 0)
	}
	return t.Add(every)
}

// width is about how wide a text of the page's font is, in pixels: the mean of what
// common sans-serif fonts take.
func width(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case r == ' ' || r == 'i' || r == 'l' || r == '.' || r == ',' || r == ':' || r == 'j' || r == 't' || r == 'f' || r == '(' || r == ')':
			w += 0.32
		case r >= 'A' && r <= 'Z' || r == 'm' || r == 'w':
			w += 0.7
		default:
			w += 0.55
		}
	}
	return w * size
}
