package match

import (
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// isPart reports whether a number is a part of one told before: "five of the
// dead", "four of them", "including three".
func isPart(inside, after []word) bool {
	ws := append(append([]word{}, inside...), after[:min(3, len(after))]...)
	for i, w := range ws[:min(len(ws), len(inside)+1)] {
		if w.norm != "of" || i+1 >= len(ws) {
			continue
		}
		switch n := ws[i+1].norm; n {
		case "them", "whom", "those", "these":
			return true
		case "the":
			return i+2 < len(ws) && (outcomeWords[ws[i+2].norm] != "" && !outcomePlaces[ws[i+2].norm] || isNumber(ws[i+2]))
		}
	}
	return false
}

// outcomePlaces tell an outcome and are nobody: "one of the hospitals".
var outcomePlaces = set("hospital hospitals prison jail custody detention burns losses")

// ofBefore reports whether the words before a number make it a part of one told
// before: "of the dead, 350 were over 70", "of those, four".
// It returns the outcome and the number named there, as far as they are.
func ofBefore(d *extract.Doc, s extract.Statistic) (o claims.Outcome, whole string, part bool) {
	const reach = 8
	ws := cutWords(d.Text, source.Span{Start: s.Sentence.Start, End: s.Span.Start}, maxClaimWords)
	n := len(ws)
	if n < 2 || !strings.Contains(d.Text[ws[n-1].End:s.Span.Start], ",") {
		return "", "", false
	}
	for i := n - 1; i >= max(0, n-reach); i-- {
		if i < n-1 && strings.ContainsAny(d.Text[ws[i].End:ws[i+1].Start], ",;:.") {
			if !saying(ws[i+1:]) {
				return "", "", false
			}
			// "of the 213, it said, 170 had no permit"
		}
		if ws[i].norm != "of" || i+1 >= n {
			continue
		}
		switch ws[i+1].norm {
		case "those", "these", "them", "whom":
			return "", "", true
		case "the":
			for _, w := range ws[i+2:] {
				if o := outcomeWords[w.norm]; o != "" {
					return o, "", true
				}
			}
			if i+2 < n && isNumber(ws[i+2]) {
				return "", ws[i+2].fold, true
			}
			return "", "", false
		}
	}
	return "", "", false
}

// wholeOf reports whether a number is what the figure right before it is a part of,
// and the outcome that part's alone: the 20 of "14 of the 20 passengers drowned", not
// the 62 of "ten of the 62 wounded later died".
func wholeOf(d *extract.Doc, s extract.Statistic, o claims.Outcome, before []tally) bool {
	for i := len(before) - 1; i >= 0; i-- {
		f := &before[i]
		if f.thing || f.Subset || f.Outcome != o || f.span.End > s.Span.Start || s.Span.Start-f.span.End > len(" out of their ") {
			continue
		}
		ws := cutWords(d.Text, source.Span{Start: f.span.End, End: s.Span.Start}, 4)
		if len(ws) > 0 && ws[0].norm == "out" {
			ws = ws[1:]
		}
		if len(ws) > 0 && ws[0].norm == "of" {
			return true
		}
	}
	return false
}

// saying reports whether words are an attribution and no more: "it said".
func saying(ws []word) bool {
	const longest = 4
	return len(ws) <= longest && slices.ContainsFunc(ws, func(w word) bool { return cueVerbs[w.norm] })
}

// shareOf reports whether a number is only what a share is of: "nine in ten of
// the town's 640,000 inhabitants".
func shareOf(d *extract.Doc, s extract.Statistic) bool {
	ws := cutWords(d.Text, source.Span{Start: s.Sentence.Start, End: s.Span.Start}, maxClaimWords)
	n := len(ws)
	if n < 3 || !strings.HasSuffix(ws[n-1].norm, "'s") {
		return false
	}
	return ws[n-2].norm == "of" || ws[n-3].norm == "of"
}

// included reports whether "including" or "among them" stands before a number.
func included(d *extract.Doc, s extract.Statistic) bool {
	ws := cutWords(d.Text, source.Span{Start: s.Sentence.Start, End: s.Span.Start}, maxClaimWords)
	n := len(ws)
	if n > 0 && auxiliaries[ws[n-1].norm] {
		n-- // "among them are 12"
	}
	ws = ws[:n]
	return n > 0 && (ws[n-1].norm == "including" || ws[n-1].norm == "included") || n > 1 && key(ws[n-2:]) == "among them"
}

// tied looks for an outcome in the words of a number's span and after it, in its
// own clause: parentheses between commas are skipped.
func tied(d *extract.Doc, inside, after []word) (claims.Outcome, bool) {
	for i, w := range inside {
		if o, is := outcomeWords[w.norm]; is && i > 0 && !outcomePlaces[w.norm] {
			return o, true
		}
	}
	verb := false
	for i := 0; i < len(after); i++ {
		w := after[i]
		if i >= 2 && after[i-1].norm == "to" && treated[after[i-2].norm] && isNumber(w) {
			continue // taken to six hospitals
		}
		if o, ok := phrase(after, i); ok {
			return o, true
		}
		gap := ""
		if i > 0 {
			gap = d.Text[after[i-1].End:w.Start]
		} else if len(inside) > 0 {
			gap = d.Text[inside[len(inside)-1].End:w.Start]
		}
		if strings.ContainsAny(gap, ";:.–—“”\"") {
			return "", false
		}
		if strings.Contains(gap, ",") {
			k := closing(d, after, i)
			if k < 0 {
				return "", false
			}
			i = k
			w = after[i]
		}
		switch {
		case auxiliaries[w.norm]:
			verb = true
		case (w.norm == "and" || w.norm == "but") && !verb && !(i+1 < len(after) && populations[after[i+1].norm] != ""),
			w.norm == "while", w.norm == "after", w.norm == "when", i > 0 && isNumber(w) && !(i == 2 && after[0].norm == "of" && after[1].norm == "the"):
			return "", false
		}
		if o, is := outcomeWords[w.norm]; is {
			return o, true
		}
	}
	return "", false
}

// treated are the verbs that bring the injured to hospitals.
var treated = set("taken brought rushed admitted sent flown carried")

// verbOutcome are the outcome words that take those they happen to as object.
var verbOutcome = set(`killed killing injured injuring wounded wounding displaced displacing captured capturing detained detaining
	arrested arresting abducted abducting kidnapped kidnapping seized seizing executed drowned uprooted evacuated murdered`)

// driving are the verbs that take those who must leave as object.
var driving = set("forced forcing drove driving driven sent sending")

// drivenOut reports whether the words behind a number tell that those it counts had
// to leave: "into shelters", "from their homes", "to flee".
func drivenOut(d *extract.Doc, s extract.Statistic) bool {
	for _, w := range cutWords(d.Text, source.Span{Start: s.Span.End, End: max(s.Span.End, s.Sentence.End)}, 6) {
		switch w.norm {
		case "shelter", "shelters", "homes", "houses", "flee", "fleeing", "evacuate", "camps", "leave":
			return true
		}
	}
	return false
}

// seeking are the words before "for" and those who are missing; wanted are those
// who are looked for and hide.
var (
	seeking = set("search searching searched digging dig dug looking looked")
	wanted  = set("suspects suspect gunmen gunman attackers assailants fighters rebels militants terrorists killers")
)

// lost reads the words before a number: "had lost five men", "the arrest of 44
// officials", "among the dead were three of its volunteers" (a part), "searching for
// three contractors".
func lost(d *extract.Doc, s extract.Statistic, people bool) (o claims.Outcome, part, ok bool) {
	ws := cutWords(d.Text, source.Span{Start: s.Sentence.Start, End: s.Span.Start}, maxClaimWords)
	n := len(ws)
	switch {
	case n > 0 && (ws[n-1].norm == "lost" || ws[n-1].norm == "losing"):
		return claims.Killed, false, true
	case n > 0 && verbOutcome[ws[n-1].norm]:
		return outcomeWords[ws[n-1].norm], false, true
	case n > 0 && driving[ws[n-1].norm] && people && drivenOut(d, s):
		return claims.Displaced, false, true // forced 41,000 people into shelters
	case n > 1 && ws[n-1].norm == "for" && seeking[ws[n-2].norm]:
		return claims.Missing, false, people && !wanted[readPopulation(s.Of).head] // still digging for about 60 people
	case n > 1 && ws[n-1].norm == "of" && outcomeWords[ws[n-2].norm] != "":
		return outcomeWords[ws[n-2].norm], false, true
	case n > 3 && auxiliaries[ws[n-1].norm] && ws[n-3].norm == "the" && ws[n-4].norm == "among" && outcomeWords[ws[n-2].norm] != "":
		return outcomeWords[ws[n-2].norm], true, true
	}
	return "", false, false
}

var auxiliaries = set("was were are is been be had have has remain remained remains who")

// phrase reads outcomes that take several words: "from their homes", "have not
// been found".
func phrase(ws []word, i int) (claims.Outcome, bool) {
	back := func(n int) string {
		if i >= n {
			return ws[i-n].norm
		}
		return ""
	}
	switch ws[i].norm {
	case "homes", "home", "villages", "village", "houses", "house", "towns", "flats", "apartments":
		switch back(2) {
		case "from", "leave", "left", "leaving", "flee", "fled", "abandon", "abandoned":
			return claims.Displaced, back(1) == "their"
		case "of":
			return claims.Displaced, back(1) == "their" && back(3) == "out" // not "under the ruins of their house"
		}
	case "found", "located", "accounted", "heard", "seen", "up":
		for n := 1; n <= 4; n++ {
			if back(n) == "not" || back(n) == "n't" || back(n) == "hadn't" || back(n) == "haven't" {
				return claims.Missing, ws[i].norm != "up" || back(1) == "come"
			}
		}
	}
	return "", false
}

// closing returns the index of the word after the comma that closes the
// parenthesis begun before after[i], -1 if none does.
func closing(d *extract.Doc, after []word, i int) int {
	for k := i + 1; k < len(after) && k < i+10; k++ {
		if strings.Contains(d.Text[after[k-1].End:after[k].Start], ",") {
			if auxiliaries[after[k].norm] {
				return k
			}
			return -1
		}
	}
	return -1
}

// membership is who a part consists of: "five of the dead were children".
func membership(after []word, of string) string {
	for _, w := range after[:min(8, len(after))] {
		if name := populations[w.norm]; name != "" && name != "*" {
			return w.raw
		}
	}
	if strings.EqualFold(of, "them") || strings.EqualFold(of, "whom") {
		return ""
	}
	return of
}

// toll reads a number that a toll came to: "raising the toll since the war began
// to 11,482", "bringing the number of killings this year to 214".
func toll(d *extract.Doc, s extract.Statistic) (claims.Outcome, bool) {
	const reach = 16
	ws := cutWords(d.Text, source.Span{Start: s.Sentence.Start, End: s.Span.Start}, maxClaimWords)
	n := len(ws)
	if n == 0 || ws[n-1].norm != "to" && ws[n-1].norm != "at" && ws[n-1].norm != "past" && ws[n-1].norm != "reached" {
		return "", false
	}
	var seen claims.Outcome // the nearest outcome before: "the number of pilgrims who died of sunstroke at"
	for i := n - 2; i >= max(0, n-reach); i-- {
		if o := outcomeWords[ws[i].norm]; o != "" && seen == "" {
			seen = o
		}
		switch w := ws[i].norm; {
		case isNumber(ws[i]) && ws[i].raw[0] >= '1' && ws[i].raw[0] <= '9' && len(ws[i].raw) != 4: // 4: a year
			return "", false
		case w == "toll":
			return claims.Killed, true
		case outcomeWords[w] != "" && i >= 2 && ws[i-1].norm == "of" && (ws[i-2].norm == "number" || ws[i-2].norm == "total"):
			return outcomeWords[w], true
		case seen != "" && (w == "number" || w == "count" || w == "total") && ws[i+1].norm == "of":
			return seen, true
		}
	}
	return "", false
}

// listed reports whether a number is followed by a place as in "nine were killed
// in Kessa, eleven in Port Amara".
func listed(d *extract.Doc, s extract.Statistic, after []word) bool {
	if len(after) < 2 || strings.TrimSpace(d.Text[s.Span.End:after[0].Start]) != "" {
		return false
	}
	switch after[0].norm {
	case "in", "at", "near", "outside":
		return true
	}
	return false
}

// endsClause reports whether a number is the last word of what it says: no noun
// or verb follows that would say what it counts.
func endsClause(d *extract.Doc, s extract.Statistic, after []word) bool {
	return len(after) == 0 || after[0].stop() || strings.TrimSpace(d.Text[s.Span.End:after[0].Start]) != ""
}

// retellers are the words before a number that tells again what was counted.
var retellers = set("counted counts count put puts figure toll total estimate estimates against compared confirmed recorded reported speaks spoke")

// retold reports whether the words before a number say that it counts the same
// as the one before: "the union counted 517", "against 67 the year before".
func retold(d *extract.Doc, s extract.Statistic) bool {
	const near = 4
	ws := cutWords(d.Text, source.Span{Start: s.Sentence.Start, End: s.Span.Start}, maxClaimWords)
	for i := max(0, len(ws)-near); i < len(ws); i++ {
		if retellers[ws[i].norm] || i == len(ws)-1 && ws[i].norm == "at" {
			return true
		}
	}
	return false
}

// yearBefore reads "67 the year before".
func yearBefore(after []word) bool {
	if len(after) < 3 {
		return false
	}
	switch key(after[:3]) {
	case "the year before", "a year earlier", "the previous year", "a year before", "the preceding year":
		return true
	}
	return false
}

// yearBack moves a window a year back.
func yearBack(w claims.Window) claims.Window {
	w.Words = "the year before"
	for _, day := range []*string{&w.From, &w.To} {
		if x, err := time.Parse(time.DateOnly, *day); err == nil {
			*day = x.AddDate(-1, 0, 0).Format(time.DateOnly)
		}
	}
	return w
}

// nameFrom joins the capitalised words at the head of ws.
func nameFrom(ws []word) string {
	var out []string
	for _, w := range ws {
		if !w.upper {
			break
		}
		out = append(out, w.raw)
	}
	return strings.Join(out, " ")
}
