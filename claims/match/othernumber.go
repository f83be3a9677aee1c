package match

import (
	"slices"
	"strconv"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// lookAhead is how many words after a number are read for what became of whom it
// counts.
const lookAhead = 16

// otherNumber reads a number that extract did not take for a casualty figure. It
// is one if the words beside it tie it to an outcome ("nine passengers who
// remain missing"), if it is a part of one told before ("four of them"), or if
// it stands without a noun where one was told ("the union counted 517"). Else it
// counts a thing.
func otherNumber(d *extract.Doc, s extract.Statistic, before []tally) tally {
	whole := s.Sentence
	s.Sentence = clip(d.Text, s.Sentence, s.Span)
	t := tally{span: s.Span, sentence: s.Sentence, whole: whole, thing: true, noun: s.Of}
	t.Words, t.Range, t.Population = s.Words, s.Range, s.Of
	t.Place, t.Window, t.Attribution = s.Place, s.Window, s.Attribution
	t.measure = measures[strings.TrimSuffix(strings.ToLower(s.Unit), "s")]
	after := cutWords(d.Text, source.Span{Start: s.Span.End, End: s.Sentence.End}, lookAhead)
	if strings.TrimSpace(t.noun) == "" && len(after) > 0 {
		t.noun = after[0].raw
	}
	if s.Range.Min < 1 && s.Range.Min > 0 {
		return t // a share
	}
	inside := cutWords(d.Text, s.Span, 8)
	people, bare := countsPeople(inside)
	if !people && !bare || shareOf(d, s) {
		return t
	}
	subset := isPart(inside, after) || people && included(d, s)
	o, ok := tied(d, inside, after)
	if ok && !(len(after) > 0 && after[0].norm == "who") && wholeOf(d, s, o, before) {
		return t
	}
	part, total, is := ofBefore(d, s)
	if is {
		subset = true
		if part != "" {
			o, ok = part, true
		}
	}
	if !ok {
		var part bool
		o, part, ok = lost(d, s, people)
		subset = subset || part
	}
	if !ok && bare {
		o, ok = toll(d, s)
		t.openAbove(d, ok)
	}
	if !ok && people && fleeing(inside, after) {
		o, ok = claims.Displaced, true
	}
	last, near := lastFigure(o, before, s.Span.Start, d)
	if !ok && people && near && last.Outcome == claims.Displaced && crossing(after) {
		o, ok = claims.Displaced, true // in May alone 58,000 people crossed the border
	}
	for i := len(before) - 1; i >= 0 && total != "" && s.Span.Start-before[i].span.End < farBytes; i-- {
		if f := &before[i]; f.Outcome != "" && !f.thing && claims.Number(nominal(f.Range)) == total {
			last, near = *f, true
			break
		}
	}
	if bare && !ok && near && last.whole == whole && len(after) > 0 && moreOf[after[0].norm] {
		after, s.Span.End = after[1:], after[0].End // "and eight more in the port of Sidra"
	}
	if !ok && bare && near && last.whole == whole && broughtTo(d, s) {
		o, ok = last.Outcome, true // "bringing the total since May to over 48,000"
		t.Population, t.Window, t.Cumulative = last.Population, claims.Window{}, true
	}
	if ok {
		if bare || subset {
			t.Population = ""
		}
		if subset && near && last.Outcome == o {
			t.inherit(last)
		}
		t.Outcome, t.Subset, t.thing, t.loose = o, subset, false, true
		if who := membership(after, s.Of); subset && who != "" {
			t.Population = who
		}
		return t
	}
	if p := len(before) - 1; !subset && people && p >= 0 && before[p].Subset && before[p].whole == whole && before[p].span.End <= s.Span.Start && listing(d.Text[before[p].span.End:s.Span.Start]) {
		last, near, subset = before[p], true, true // of the 212, 140 were insurgents, 41 soldiers and 31 civilians
	}
	if !subset && !ok && people && near && last.whole == whole && last.span.End <= s.Span.Start && strings.Contains(d.Text[last.span.End:s.Span.Start], ":") {
		subset = true // all eleven were killed: the pilot, a family of six and four students
	}
	switch {
	case !near:
	case subset:
		t.inherit(last)
		t.Subset = true
		if who := membership(after, s.Of); who != "" {
			t.Population = who
		}
		if people {
			t.Population = s.Of
		}
	case bare && listed(d, s, after) && last.whole == whole:
		t.Place = ""
		if after[1].upper {
			t.Place = nameFrom(after[1:])
		}
		t.inherit(last)
	case bare && endsClause(d, s, after) && retold(d, s):
		t.Place = last.Place
		own := t.Window
		if own.From == "" && own.To == "" {
			own = monthBefore(d, s, last.Window)
		}
		t.inherit(last)
		if own.From != "" || own.To != "" || timed(s.Sentence.Of(d.Text)) {
			t.Window = own
		}
		if yearBefore(after) {
			t.Window = yearBack(last.Window)
		}
	}
	return t
}

// openAbove makes a toll that went "past 9,300" more than that.
func (t *tally) openAbove(d *extract.Doc, toll bool) {
	ws := cutWords(d.Text, source.Span{Start: t.sentence.Start, End: t.span.Start}, maxClaimWords)
	if n := len(ws); toll && n > 0 && ws[n-1].norm == "past" && t.Range.Equal(claims.Just(t.Range.Min)) {
		t.Range = claims.Interval{Min: t.Range.Min, NoMax: true, MinOpen: true, Mod: claims.MoreThan}
		t.Words = "past " + t.Words
	}
}

// fleeing reports whether refugees are told to have crossed or arrived: they are
// displaced.
func fleeing(inside, after []word) bool {
	refugees := slices.ContainsFunc(inside, func(w word) bool { return w.norm == "refugees" || w.norm == "evacuees" })
	for _, w := range after[:min(3, len(after))] {
		switch w.norm {
		case "crossed", "entered", "arrived", "streamed", "poured", "reached", "fled", "are", "live", "shelter", "living", "sheltering", "staying":
			return refugees
		}
	}
	return false
}

// crossing reports whether those counted went over a border.
func crossing(after []word) bool {
	const reach = 4
	over := false
	for _, w := range after[:min(reach, len(after))] {
		over = over || w.norm == "crossed" || w.norm == "crossing" || w.norm == "cross"
		if over && (w.norm == "border" || w.norm == "frontier" || w.norm == "into") {
			return true
		}
	}
	return false
}

// broughtTo reports whether a number is the total that the one before brought
// about: "bringing the total to 48,000".
func broughtTo(d *extract.Doc, s extract.Statistic) bool {
	const reach = 12
	ws := cutWords(d.Text, source.Span{Start: s.Sentence.Start, End: s.Span.Start}, maxClaimWords)
	n := len(ws)
	if n < 3 || ws[n-1].norm != "to" && ws[n-1].norm != "past" {
		return false
	}
	for i := n - 2; i >= max(1, n-reach); i-- {
		if (ws[i].norm == "total" || ws[i].norm == "number" || ws[i].norm == "tally") && ws[i-1].norm != "a" {
			for k := i - 1; k >= max(0, i-4); k-- {
				switch ws[k].norm {
				case "bringing", "brought", "taking", "took", "raising", "raised", "pushing", "pushed":
					return true
				}
			}
		}
	}
	return false
}

// listing reports whether nothing but the end of one member of a list and a comma
// or "and" stands between two numbers.
func listing(between string) bool {
	const longest = 40 // bytes
	return len(between) <= longest && !strings.ContainsAny(between, ".;:") &&
		(strings.HasSuffix(between, ", ") || strings.HasSuffix(between, " and "))
}

// moreOf stand behind a number that counts what was counted before.
var moreOf = set("more others other")

// measures are the units whose numbers are small and met by chance.
var measures = set("second minute hour day week month year km m mile metre kilometre degree % storey floor time")

// inherit takes what a number leaves unsaid from the figure before it.
func (t *tally) inherit(f tally) {
	t.Outcome, t.Population, t.thing, t.loose = f.Outcome, f.Population, false, true
	if t.Window.From == "" && t.Window.To == "" {
		t.Window = f.Window
	}
	if t.Place == "" {
		t.Place = f.Place
	}
}

// countsPeople reads the words of a number's span: whether they name people, and
// whether they name nothing at all.
func countsPeople(inside []word) (people, bare bool) {
	bare = true
	for _, w := range inside {
		switch {
		case personNoun(w.norm) || outcomeWords[w.norm] != "" && !outcomePlaces[w.norm]:
			return true, false
		case !isNumber(w) && !w.stop() && !boundWord[w.norm]:
			bare = false
		}
	}
	return false, bare
}

var boundWord = set("about around some roughly nearly almost least more than fewer less most many perhaps estimated approximately past over well just")

// farBytes is how far back a number may refer to another.
const farBytes = 3000

// lastFigure is the casualty figure before a place of the text, in the same or
// the previous two sentences: the nearest, or of outcome o if there is one, the
// surest first.
func lastFigure(o claims.Outcome, before []tally, at int, d *extract.Doc) (tally, bool) {
	const reach = 2 // sentences
	here := d.SentenceAt(at)
	best, same := -1, false
	for i := range before {
		t := &before[i]
		if at-t.span.End > farBytes || t.thing || t.sum || t.past || t.span.End > at || here-d.SentenceAt(t.span.Start) > reach {
			continue
		}
		eq := o != "" && t.Outcome == o
		switch {
		case best < 0, eq && !same:
		case eq != same, eq && t.loose && !before[best].loose, (!eq || t.loose == before[best].loose) && t.span.Start < before[best].span.Start:
			continue
		}
		best, same = i, eq
	}
	if best < 0 {
		return tally{}, false
	}
	return before[best], true
}

// numbers are the statistics of a text and the numbers with thousands separators
// that neither they nor the figures cover: those are never dates.
func numbers(d *extract.Doc, figs []extract.Figure) []extract.Statistic {
	out := slices.Clone(d.Statistics())
	covered := make([]source.Span, 0, len(out)+len(figs))
	for _, o := range out {
		covered = append(covered, o.Span)
	}
	for _, f := range figs {
		covered = append(covered, f.Span)
	}
	slices.SortFunc(covered, source.Span.Compare)
	k := 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind != extract.Num || strings.IndexByte(t.Text, ',') < 1 {
			continue
		}
		v, err := strconv.ParseFloat(strings.ReplaceAll(t.Text, ",", ""), 64)
		span := source.Span{Start: t.Start, End: t.End}
		for k < len(covered) && covered[k].End <= span.Start {
			k++
		}
		if err != nil || k < len(covered) && covered[k].Overlaps(span) {
			continue
		}
		out = append(out, extract.Statistic{Span: span, Sentence: d.Sentences[t.Sent].Span,
			Statistic: claims.Statistic{Words: t.Text, Range: claims.Just(v)}})
	}
	slices.SortStableFunc(out, func(a, b extract.Statistic) int { return a.Span.Compare(b.Span) })
	return out
}
