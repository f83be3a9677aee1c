package extract

import (
	"strings"
)

// role is what a number is, before anyone asks what it counts.
type role uint8

const (
	counting role = iota
	inDate        // part of a date, a year, a time
	anAge         // 34, a nurse; 12-year-old
	label         // Section 427, No 5, 2-1, AK-47
	money
	percent
	measure
	duration
	pronoun // one of the, no one
)

// roleOf tells what a number is from the words around it.
func (ln *line) roleOf(n *number) role {
	prev, next, after := ln.low(n.from-1), ln.low(n.to), ln.low(n.to+1)
	switch {
	case ln.dateAt[n.from] > 0:
		if x := &ln.dates[ln.dateAt[n.from]-1]; x.relative || n.to < x.b && units[next].kind == unitTime {
			return duration // the first eight months of 1989
		}
		return inDate
	case n.currency >= 0 || ln.moneyAfter(n):
		return money
	case next == "%" || next == "percent" || next == "per" && after == "cent" || next == "pc" || next == "pct" || next == "percentage" || strings.HasPrefix(next, "percent"):
		return percent
	case ln.isAge(n):
		return anAge
	case ln.isClock(n):
		return inDate
	case ln.isLabel(n):
		return label
	}
	lone := n.lo == 1 && n.hi == 1 && !n.digits
	if lone && (prev == "no" || prev == "any" || prev == "every" || prev == "some" || prev == "each" || prev == "the" && next != "" && !strings.HasPrefix(ln.tag(n.to), "NN") && !strings.HasPrefix(ln.tag(n.to), "VB") && !strings.HasPrefix(ln.tag(n.to), "JJ") ||
		next == "another" || next == "day" || next == "'s" || next == "-" && !ln.ws[n.to].space) {
		return pronoun
	}
	if next == "times" || next == "fold" {
		return measure
	}
	hyphen := next == "-" && n.to+1 < len(ln.ws) && !ln.ws[n.to].space && !ln.ws[n.to+1].space
	u := units[next]
	if next == "-" && n.to+1 < len(ln.ws) && !ln.ws[n.to].space {
		u = units[after]
	}
	if u.name != "" && (!shortUnits[next] || n.digits && !ln.ws[n.to].space) && next != "cup" && next != "mark" && next != "marks" {
		switch u.kind {
		case unitTime:
			return duration
		case unitMeasure, unitTemperature:
			return measure
		}
	}
	if hyphen && u.name == "" {
		return label // a 12-member squad
	}
	return counting
}

func (ln *line) moneyAfter(n *number) bool {
	k := n.to
	if k < len(ln.ws) && currencyAdjectives[ln.low(k)] != "" {
		k++
	}
	u := units[ln.low(k)]
	return u.kind == unitMoney && (!shortUnits[ln.low(k)] || n.digits && ln.low(k) != "rub" && ln.low(k) != "try") && ln.low(k) != "mark" && ln.low(k) != "marks"
}

// isAge: Haddad, 34, a nurse · aged 12 · 12-year-old · (45)
func (ln *line) isAge(n *number) bool {
	prev, next, after := ln.low(n.from-1), ln.low(n.to), ln.low(n.to+1)
	if prev == "aged" || prev == "age" || prev == "ages" {
		return true
	}
	if x := ln.numAt[max(n.from-2, 0)]; (prev == "and" || prev == ",") && n.from >= 2 && x > 0 && int(x-1) < len(ln.roles) && ln.roles[x-1] == anAge && ln.low(ln.nums[x-1].from-1) == "aged" {
		return true // aged 31 and 58
	}
	if w := ln.low(n.a); n.a > 0 && n.a < n.from && (w == "under" || w == "over") && n.lo < 100 && people[ln.low(n.a-1)] && !strings.HasPrefix(ln.tag(n.to), "NN") && !strings.HasPrefix(ln.tag(n.to), "JJ") {
		return true // children under five
	}
	k := n.to
	if next == "-" {
		k++
	}
	if u := ln.low(k); u == "year" || u == "years" || u == "month" || u == "months" || u == "week" || u == "weeks" || u == "day" || u == "days" || u == "yr" {
		if o := ln.low(k + 1); o == "old" || o == "-" && strings.HasPrefix(ln.low(k+2), "old") || o == "of" && ln.low(k+2) == "age" || o == "olds" {
			return true
		}
	}
	if next == "year-old" || next == "yo" || next == "y.o" || next == "y.o." || next == "years-old" {
		return true
	}
	if n.a != n.from || n.vague || n.hi != n.lo || n.lo > 115 || !n.digits {
		return false
	}
	if prev == "(" && next == ")" && ln.lastNoun(n.from-2) {
		return true
	}
	return prev == "," && (next == "," || next == "." || next == "" || next == "and" || next == ";") && ln.nameBefore(n.from-2) && (next != "and" || !numberWordAhead(after))
}

func numberWordAhead(s string) bool { _, ok := smallNumber(s); return ok }

func (ln *line) lastNoun(i int) bool {
	return i >= 0 && strings.HasPrefix(ln.tag(i), "N") || ln.upper(i)
}

func (ln *line) nameBefore(i int) bool {
	return i >= 0 && (ln.upper(i) || ln.tag(i) == "NNP" || ln.tag(i) == "NNPS" || people[ln.low(i)])
}

// isClock: 5:30, 8 pm, five past ten.
func (ln *line) isClock(n *number) bool {
	prev, next := ln.low(n.from-1), ln.low(n.to)
	switch next {
	case "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "gmt", "utc", "noon":
		return true
	case "past": // five past ten
		if ln.numAt[min(n.to+1, len(ln.ws)-1)] > 0 {
			return true
		}
	case ":":
		if n.to < len(ln.ws) && !ln.ws[n.to].space && n.to+1 < len(ln.ws) && !ln.ws[n.to+1].space && ln.numAt[n.to+1] > 0 {
			return true
		}
	case "s":
		return n.digits && !ln.ws[n.to].space // the 1990s
	case "st", "nd", "rd", "th":
		return n.digits && !ln.ws[n.to].space
	}
	if b := ln.low(n.from - 2); prev == "past" && (b == "half" || b == "quarter" || n.from >= 2 && ln.numAt[n.from-2] > 0) {
		return true
	}
	if prev == ":" && n.from >= 2 && !ln.ws[n.from].space && !ln.ws[n.from-1].space && ln.numAt[n.from-2] > 0 {
		return true
	}
	return false
}

// isLabel: Section 427, No. 5, 2-1, route 66, AK-47, 9/11.
func (ln *line) isLabel(n *number) bool {
	i := n.from
	prev, next := ln.low(i-1), ln.low(n.to)
	if n.digits && (prev == "-" || prev == "–" || prev == "/" || prev == "#" || prev == "." || prev == ":" && !ln.ws[i].space) && !ln.ws[i].space && i >= 2 && n.a >= i && (!ln.ws[i-1].space || prev != "-" && prev != "–") {
		return true
	}
	if n.digits && n.to+1 < len(ln.ws) && !ln.ws[n.to].space && !ln.ws[n.to+1].space {
		if sep := ln.ws[n.to].text; sep == "/" || (sep == "-" || sep == "–") && ln.numAt[n.to+1] > 0 || sep == "." {
			return true
		}
	}
	if prev != "(" && next == ")" && n.digits && n.a == i && n.lo < 30 && (i == 0 || prev == ";" || prev == ":" || prev == "," || prev == "and" || strings.HasPrefix(ln.tag(i-1), "W")) {
		return true // 1) … 2) …
	}
	if k := n.to; n.digits && k+1 < len(ln.ws) && !ln.ws[k].space && isLetter(firstRune(ln.ws[k].text)) && !ln.ws[k+1].space && firstRune(ln.ws[k+1].text) <= '9' && firstRune(ln.ws[k+1].text) >= '0' {
		return true // 24703L202
	}
	if n.digits && i > 0 && !ln.ws[i].space && isLetter(firstRune(ln.ws[i-1].text)) && n.currency < 0 {
		return true
	}
	if n.digits && n.a == i && ln.upper(n.to) && (streetNouns[ln.low(n.to+1)] || streetNouns[ln.low(n.to+2)] && ln.upper(n.to+1)) {
		return true // 123 Random Street
	}
	if labelNouns[prev] && n.digits && n.a == n.from && ln.dateAt[i-1] == 0 {
		return true
	}
	if prev == "." && (ln.low(i-2) == "no" || ln.low(i-2) == "nos") {
		return true
	}
	if k := n.to; k < len(ln.ws) && n.digits && !ln.ws[k].space && isLetter(firstRune(ln.ws[k].text)) && !knownSuffix(ln.ws[k].lower) && ln.ws[k].text != "元" && !ln.celsius(k) {
		return true // 24703L202
	}
	if !n.digits || n.a != n.from || n.ranged || i == 0 || !ln.upper(i-1) || ln.d.Capitals || ln.tag(i-1) != "NNP" && ln.tag(i-1) != "NNPS" {
		return false
	}
	// a capitalised word and a number: Game 2, Flight 370, but "In Ranchi 12 people"
	return !people[ln.low(n.to)] && !strings.HasPrefix(ln.tag(n.to), "NNS") && !strings.HasPrefix(ln.tag(n.to), "JJ") && triggerWords[ln.low(n.to)].frames == 0 && ln.low(n.to) != "," && i > 1
}

func knownSuffix(s string) bool { return units[s].name != "" || magnitudes[s] > 0 }

var streetNouns = set(`street road avenue boulevard lane drive st rd ave blvd`)

var labelNouns = set(`exit no no. nos number section article chapter page room flight route highway unit block phase stage type model version channel gate lot zone paragraph clause act resolution rule level step week day game part series class grade form item volume vol ward precinct battalion brigade regiment division company squad highway apollo boeing airbus interstate appendix figure table covid h5n iphone windows formula area sector pier terminal platform building district tower`)
