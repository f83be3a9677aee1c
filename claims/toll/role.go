package toll

import (
	"regexp"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/claims/match"
	"stet/index/anchor"
	"stet/index/source"
)

// role tells what a figure is among the figures of its text, by the words around
// it. What is left is a toll; Build sorts out the tolls of one version.
func (r *reader) role(x *Reading, f extract.Figure, past bool) {
	before := r.d.Text[max(f.Sentence.Start, f.Span.Start-40):f.Span.Start]
	after := r.d.Text[f.Span.End:min(f.Sentence.End, f.Span.End+60)]
	switch {
	case x.Outcome == claims.Missing && cleared.MatchString(after):
		x.Role = Former // "two missing are found dead" are missing no more
	case (past || r.noted(f.Span)) && !r.rectified(f), formerBefore.MatchString(before), formerAfter.MatchString(after):
		x.Role = Former
	case asideBefore.MatchString(before), asideAfter.MatchString(after):
		x.Role = Aside
	case f.Additional && !f.Subset && r.follows(f):
		x.Role = More
	case r.partial(x, f):
		x.Role = Part
	case othersOf.MatchString(f.Words+after) && !r.follows(f): // no part of a toll, whatever the grammar
		x.Subset = false
	case r.rival(x, f):
	case f.Subset, partWords.MatchString(f.Words), partAfter.MatchString(after), partBefore.MatchString(r.d.Text[f.Sentence.Start:f.Span.Start]), f.Rule == "bodies":
		x.Role = Part
	case f.Range.Max == 0 && !f.Range.NoMax && !x.Lead && f.Outcome != claims.Missing:
		x.Role = Aside
	}
	if x.Role == Part && !f.Subset {
		x.Subset = true
	}
	if x.Role == Former && strings.Contains(x.Attribution, "version of this") {
		x.Attribution = "" // nobody counted for it
	}
}

// rival reports whether a count of bodies is what its source holds against another
// toll, and no part of that: its paragraph says that the two differ. "The fire service
// gives a lower figure. ‘My teams have recovered 17 bodies.’"
func (r *reader) rival(x *Reading, f extract.Figure) bool {
	if f.Rule != "bodies" || f.Subset || strings.TrimSpace(x.Attribution) == "" {
		return false
	}
	p := r.d.ParagraphAt(f.Span.Start)
	return p >= 0 && disputes.MatchString(r.d.Paragraphs[p].Span.Of(r.d.Text))
}

// disputes says that somebody counts otherwise than others do.
var disputes = regexp.MustCompile(`(?i)\b(lower|higher|smaller|larger|different|another|rival|competing|own) (death )?(figure|count|number|toll|tally)\b|\b(disput|contradict|contest|den(y|ie))|\bthe only (figure|count|number|toll)\b|\bonly (confirm|vouch|stand by)|\b(no more|fewer) than the\b`)

// follows reports whether an additional figure has one of its own outcome before
// it: "five more are missing" after a count of the dead is a toll of its own.
func (r *reader) follows(f extract.Figure) bool {
	for _, x := range r.out.Readings {
		if x.Outcome == f.Outcome && (x.Role == Toll || x.Role == More) {
			return true
		}
	}
	return false
}

// The words that make a figure a part of another: "six of the injured", "two of
// Holm's people", "among them eight", "of whom 14".
var (
	partWords  = regexp.MustCompile(`(?i)^\S+( \S+)? of (the|them|whom|those|these|its|his|her|their|our)\b|^the (last|first|other) `)
	partAfter  = regexp.MustCompile(`(?i)^ of (the|them|whom|those|these|its|his|her|their|our|\pL+(’|')s)\b`)
	partBefore = regexp.MustCompile(`(?i)\b(including|includes|included|among them|of whom|of them|of which|included|among the (dead|killed|injured|wounded|victims) (is|are|was|were)) $|\b(of|among) (the|those) (\S+ )?(dead|killed|injured|wounded|hurt|victims|missing),? (at least |about |some |only |more than )?$`)
)

// othersOf are people of whom a number was hurt without being a part of a toll: "31 of
// the rescued were injured".
var othersOf = regexp.MustCompile(`(?i)^\S+( \S+)? of (the|its|his|her|their) (rescued|survivors|passengers|residents|workers|pupils|students|crew|patients|guests|villagers|employees)\b`)

// cleared says of the missing that they are missing no more.
var cleared = regexp.MustCompile(`(?i)^(?: people| persons| workers| missing)*(?: (?:who|that) (?:had been|have been|were|was) (?:listed |reported |feared |declared )?(?:as )?missing)?(?: (?:are|is|were|was|have been|had been|has been|being|now|both|all))* (?:found|located|accounted for|traced|rescued|identified among)\b`)

// severalEvents begins a toll of several events together: "Four of the type have
// collapsed since 2001, killing a total of 61 people". Ships, planes and bridges
// are counted there, not people: nobody has collapsed and killed.
var severalEvents = regexp.MustCompile(`(?i)\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several|\d+)( (of )?(the|them|such|other|more|\pL+s|type|kind))* have (since )?(collapsed|sunk|capsized|crashed|exploded|derailed|burned|burnt|failed|fallen|struck|erupted)\b[^.;]*,? (killing|claiming|which (have )?killed|with)( a total of| altogether| in all)? $`)

// The words that put a figure beside the toll: "all but two of the dead", a man
// "whose two sons were wounded", "97 deaths are beyond that count", "two bodies had
// been counted twice".
var (
	asideBefore = regexp.MustCompile(`(?i)\b(all but|whose|his|her|my) $`)
	asideAfter  = regexp.MustCompile(`(?i)^[^.;,]{0,44}\b((are|is|were|was|lie|fall|stand) (beyond|outside|not (included|counted|part)|excluded|left out)|(counted|registered|listed|recorded|entered) (twice|double|in both|at both|both|more than once))\b`)
)

// The words that make a figure an earlier value of another.
var (
	formerBefore = regexp.MustCompile(`(?i)\b(up|down|toll|count|figure|number|raised|lowered|revised)\b[^.;]{0,24}\bfrom $|\b(first|initially|originally|previously|earlier) (counted|reported|said|put( it)? at|given( as)?|estimated( at)?) $|\b(earlier|previous|initial|first) (toll|count|figure|estimate|report)s? (of|was|put it at) $|\btoll from $|\bhad (\pL+ )?(put|given|set|spoken of|stood|estimated|been put)\b[^.;,]{0,32}$`)
	formerAfter  = regexp.MustCompile(`(?i)^[ ,]*(who )?(had (first |earlier |previously )?been (listed|reported|counted|feared)|as first reported|, first reported)`)
)

// noted reports whether a figure stands in a correction, which tells what was said
// before.
func (r *reader) noted(at source.Span) bool {
	for _, n := range r.c.Notices {
		if n.Contains(at) {
			return true
		}
	}
	p := r.d.ParagraphAt(at.Start)
	if p < 0 {
		return false
	}
	text := strings.ToLower(strings.TrimLeft(r.d.Paragraphs[p].Span.Of(r.d.Text), "0123456789:. ")) // "20:31 Correction: …"
	return strings.HasPrefix(text, "correction") || strings.HasPrefix(text, "clarification") || strings.Contains(text, "earlier version of this")
}

// rectified reports whether a figure is the right one of a correction, which holds: "the
// number of people killed was 47, not 52".
func (r *reader) rectified(f extract.Figure) bool {
	return r.noted(f.Span) && (notAfter.MatchString(r.d.Text[f.Span.End:f.Sentence.End]) || rightBefore.MatchString(r.d.Text[f.Sentence.Start:f.Span.Start]))
}

// notAfter is the wrong number beside the right one, rightBefore what says of a number
// that it is right.
var (
	notAfter    = regexp.MustCompile(`(?i)^[^.;,“”"]{0,40},? (?:and |but )?(?:not|instead of|rather than) (\d[\d,]*|\pL+)\b`)
	rightBefore = regexp.MustCompile(`(?i)\b(?:(?:correct|right|actual) (?:number|figure|toll|count|total) (?:is|was)|should (?:be|read|have (?:read|been|said)|say)) (?:that )?$`)
)

// rectifies adds the wrong number that a correction gives beside the right one.
func (r *reader) rectifies(x Reading, f extract.Figure) {
	m := notAfter.FindStringSubmatchIndex(r.d.Text[f.Span.End:f.Sentence.End])
	if m == nil || !r.rectified(f) {
		return
	}
	at := span(m, 1).Shift(f.Span.End)
	v, ok := numberOf(at.Of(r.d.Text))
	if !ok {
		v, ok = anchor.NumberWord(strings.ToLower(at.Of(r.d.Text)))
	}
	if !ok || slices.ContainsFunc(r.d.Figures(), func(o extract.Figure) bool { return o.Span.Overlaps(at) }) {
		return
	}
	x.Words, x.Range, x.Span, x.Role, x.Reason, x.Attribution = at.Of(r.d.Text), claims.Just(v), at, Former, "", ""
	x.Cumulative, x.Revised, x.Subset = false, false, false
	r.out.Readings = append(r.out.Readings, x)
}

// sourceNouns name who counts: a figure in whose sentence one stands has a source,
// even if no verb of saying ties the two.
var sourceNouns = set(`ministry ministries minister government governor mayor police officials official authorities authority service
	hospital hospitals morgue morgues doctors doctor surgeon army military command spokesman spokeswoman spokesperson coroner prosecutors prosecutor
	fire_service municipality council office agency un nations union company operator report statement list figures commission cross crescent monitor
	observatory witnesses according coordinator headquarters embassy`)

// formerAt reports whether a number is the earlier value of a count: "down from 60".
func (r *reader) formerAt(at source.Span) bool {
	return movedFrom.MatchString(r.d.Text[max(0, at.Start-24):at.Start])
}

var movedFrom = regexp.MustCompile(`(?i)\b(up|down) from (about |some |at least )?$`)

func (r *reader) sourced(x *Reading, i int) {
	if strings.TrimSpace(x.Attribution) != "" || strings.HasPrefix(x.Line, "Officially") {
		x.Sourced = true
		return
	}
	for k := i; k <= i+1 && k < len(r.d.Sentences); k++ {
		if r.d.Sentences[k].Para != r.d.Sentences[i].Para {
			break
		}
		for t := r.d.Sentences[k].A; t < r.d.Sentences[k].B; t++ {
			w := r.d.Tokens[t]
			if sourceNouns[w.Lower] && (k == i || i+1 == k && speaks(r.d, k)) {
				x.Sourced = true
				return
			}
		}
	}
}

// speaks reports whether sentence k tells who said something.
func speaks(d *extract.Doc, k int) bool {
	for t := d.Sentences[k].A; t < d.Sentences[k].B; t++ {
		if l := d.Tokens[t].Lower; sayVerbs[l] || l == "according" {
			return true
		}
	}
	return false
}

// revised reads a count that is told with the one it replaces, which the figure
// rules pass over: "lowered to 24 from 31 its count of people killed".
var revised = regexp.MustCompile(`(?i)\b(raised|lowered|cut|revised|reduced|increased|corrected|raises|lowers|cuts|revises)\b(?: (?:upwards?|downwards?|its|the|death|toll|count))* (?:(to) (\d[\d,]*) from (\d[\d,]*)|(from) (\d[\d,]*) to (\d[\d,]*))\b([^.;]{0,70})`)

// revisions adds the counts of revised that no figure covers yet.
func (r *reader) revisions() {
	for i, s := range r.d.Sentences {
		text := s.Span.Of(r.d.Text)
		if !strings.Contains(text, " from ") || !strings.Contains(text, "to ") {
			continue // most sentences: the expression below is slow
		}
		m := revised.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		now, was := span(m, 3), span(m, 4)
		if m[4] < 0 {
			now, was = span(m, 7), span(m, 6)
		}
		outcome := countedOutcome(text[m[0]:m[1]])
		if outcome == "" {
			continue
		}
		r.revision(i, s.Span, outcome, now.Shift(s.Span.Start), was.Shift(s.Span.Start), text[:m[0]])
	}
}

func span(m []int, group int) source.Span { return source.Span{Start: m[2*group], End: m[2*group+1]} }

// countedOutcome tells what a revised count counts.
func countedOutcome(text string) claims.Outcome {
	low := strings.ToLower(text)
	for _, p := range []struct {
		words   string
		outcome claims.Outcome
	}{
		{"killed", claims.Killed}, {"dead", claims.Killed}, {"death", claims.Killed}, {"died", claims.Killed}, {"fatalit", claims.Killed},
		{"injured", claims.Injured}, {"wounded", claims.Injured}, {"missing", claims.Missing}, {"casualt", claims.Casualties},
	} {
		if strings.Contains(low, p.words) {
			return p.outcome
		}
	}
	return ""
}

func (r *reader) revision(i int, sentence source.Span, outcome claims.Outcome, now, was source.Span, before string) {
	value, ok := numberOf(now.Of(r.d.Text))
	former, ok2 := numberOf(was.Of(r.d.Text))
	if !ok || !ok2 {
		return
	}
	kept := r.out.Readings[:0]
	for _, x := range r.out.Readings {
		if !x.Span.Overlaps(now) && !x.Span.Overlaps(was) {
			kept = append(kept, x)
		}
	}
	r.out.Readings = kept
	text := sentence.Of(r.d.Text)
	x := Reading{Figure: claims.Figure{Words: now.Of(r.d.Text), Outcome: outcome, Range: claims.Just(value), Revised: true, Cumulative: true},
		Span: now, Sentence: sentence, Line: r.line(sentence, now), Role: Toll, Class: "people", Names: r.namesIn(i), Causes: match.Causes(text)}
	x.Lead = i <= r.leadEnd()
	x.Attribution = subject(before)
	x.Sourced = x.Attribution != ""
	x.Reason = reason(text)
	r.window(&x, i, claims.Window{})
	y := x
	y.Words, y.Range, y.Span, y.Role, y.Reason = was.Of(r.d.Text), claims.Just(former), was, Former, ""
	r.insert(x)
	r.insert(y)
}

// insert keeps the readings in order of the text.
func (r *reader) insert(x Reading) {
	at := len(r.out.Readings)
	for at > 0 && x.Span.Start < r.out.Readings[at-1].Span.Start {
		at--
	}
	r.out.Readings = append(r.out.Readings[:at], append([]Reading{x}, r.out.Readings[at:]...)...)
}

// subject is who revises a count: the words before the verb, without the dateline
// and the day.
func subject(before string) string {
	if i := strings.LastIndexAny(before, "—–"); i >= 0 {
		before = before[i:]
	}
	before = strings.Trim(before, "—–- ,")
	if i := strings.Index(before, " on "); i > 0 {
		before = before[:i]
	}
	for _, p := range []string{"The ", "the "} {
		before = strings.TrimPrefix(before, p)
	}
	if strings.Count(before, " ") > 6 {
		return ""
	}
	return before
}

// reason is the clause in which a text says why a count was changed.
func reason(sentence string) string {
	for _, lead := range []string{"saying that ", "saying ", "because ", "after ", "as "} {
		if _, rest, ok := strings.Cut(sentence, ", "+lead); ok {
			return strings.TrimRight(strings.Join(strings.Fields(rest), " "), ".” ")
		}
		if i := strings.LastIndex(sentence, " "+lead); lead == "because " && i >= 0 {
			return strings.TrimRight(strings.Join(strings.Fields(sentence[i+1+len(lead):]), " "), ".” ")
		}
	}
	return ""
}

// numberOf reads a number in digits.
func numberOf(s string) (float64, bool) {
	v, n := 0.0, 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9' && n < 12:
			v, n = v*10+float64(c-'0'), n+1
		case c == ',':
		default:
			return 0, false
		}
	}
	return v, n > 0
}
