package compare

import (
	"fmt"
	"strings"

	"stet/index/diff"
)

// when tells of a date, a time of day or a window that changed, with the dated
// words around it.
func (p place) when() string {
	const startWords = 4 // the words in front of "year" in "the start of the year"
	i, iEnd := p.old.widen(p.i, p.iEnd, isDated)
	j, jEnd := p.new.widen(p.j, p.jEnd, isDated)
	for right := max(iEnd-p.iEnd, jEnd-p.jEnd); iEnd-p.iEnd < right && iEnd < len(p.old.words) && p.old.words[iEnd].dated; {
		iEnd++ // on Tuesday, last Tuesday
	}
	for right := max(iEnd-p.iEnd, jEnd-p.jEnd); jEnd-p.jEnd < right && jEnd < len(p.new.words) && p.new.words[jEnd].dated; {
		jEnd++
	}
	for p.i-i < p.j-j && p.sameAt(i-1, p.j-(p.i-i)-1) {
		i--
	}
	for p.j-j < p.i-i && p.sameAt(p.i-(p.j-j)-1, j-1) {
		j--
	}
	for i == iEnd-1 && j == jEnd-1 && windowUnits[p.old.words[i].Norm] && p.sameAt(i-1, j-1) && p.old.words[i-1].Norm == "the" { // the start of the year
		for k := 0; k < startWords && p.sameAt(i-1, j-1); k++ {
			i, j = i-1, j-1
		}
	}
	for k := min(p.i-i, p.j-j); k > 0; k-- {
		if p.sameAt(p.i-k, p.j-k) && opensWindow[p.old.words[p.i-k].Norm] {
			i, j = p.i-k+1, p.j-k+1 // since 2025
			break
		}
	}
	for iEnd > i && jEnd > j && partOfDay[p.old.words[iEnd-1].Norm] && p.sameAt(iEnd, jEnd) {
		iEnd, jEnd = iEnd+1, jEnd+1 // early on Monday
		if p.sameAt(iEnd, jEnd) && p.old.words[iEnd].dated {
			iEnd, jEnd = iEnd+1, jEnd+1
		}
	}
	i, j = p.old.hour(i), p.new.hour(j)
	a, b := short(p.old.timeText(i, iEnd)), short(p.new.timeText(j, jEnd))
	if a == "" || b == "" || tally(p.old.words[i:iEnd], isDated) < wordsIn(p.old.words[i:iEnd]) || tally(p.new.words[j:jEnd], isDated) < wordsIn(p.new.words[j:jEnd]) {
		return became(a, b)
	}
	what := "date"
	if i > 0 && p.old.words[i-1].Norm == "at" {
		what = "time"
	}
	for k := i; k < iEnd; k++ {
		switch w := &p.old.words[k]; {
		case windowed[w.Norm]:
		case windowUnits[w.Norm] && (k == i || !windowed[p.old.words[k-1].Norm]):
			what = "period"
		case w.Norm == ":" || w.Norm == "a" || w.Norm == "p" || w.Norm == "am" || w.Norm == "pm" || clockTail(w.Norm):
			what = "time"
		}
	}
	return fmt.Sprintf("%s changed from %s to %s", what, lower(a, p.old, i), lower(b, p.new, j))
}

// hour is where a time begins whose minutes stand at word i: 10:20.
func (s *side) hour(i int) int {
	if i > 1 && s.colon(i-1) && s.words[i-2].Class == diff.Number && !s.words[i-1].Spaced {
		return i - 2
	}
	return i
}

// timeText is textOf with the dots of a.m. and p.m. and the words that date from
// a day: later, ago.
func (s *side) timeText(i, j int) string {
	for j < len(s.words) && (s.words[j].Norm == "later" || s.words[j].Norm == "earlier" || s.words[j].Norm == "ago") {
		j++
	}
	t := s.textOf(i, j)
	if strings.HasSuffix(t, ".m") || strings.HasSuffix(t, " p") || strings.HasSuffix(t, " a") {
		for j < len(s.words) && (s.words[j].Norm == "." || s.words[j].Norm == "m") {
			j++
		}
		t = strings.Join(strings.Fields(s.doc.Text[s.words[i].Span.Start:s.words[j-1].Span.End]), " ")
	}
	return t
}

// opensWindow are the words in front of a date that need not be told where both
// sides have them; partOfDay those that need the day behind them.
var (
	opensWindow = set(`since until following by from`)
	partOfDay   = set(`early late mid`)
)
