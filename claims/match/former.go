package match

import (
	"stet/index/source"
)

// tellsFormer says how the words before a figure set it back in time: former if
// it is an earlier count of the same thing ("revising an earlier count of 31",
// "had earlier given a toll of 12", "initial reports spoke of 40", "a week ago it
// had counted 51"), earlier if it counts something that happened before ("in the
// earlier attacks").
func tellsFormer(t tally, text string) (former, earlier bool) {
	ws := cutWords(text, source.Span{Start: t.sentence.Start, End: max(t.sentence.Start, t.span.Start)}, maxClaimWords)
	if formerCount(ws) || formerSaying(ws) {
		return true, false
	}
	return longSince(ws) && !t.Subset, earlierWords(ws)
}

// earlierWords reports whether words are about something earlier: "in the earlier
// attacks", "in a previous outbreak".
func earlierWords(ws []word) bool {
	for i, w := range ws {
		if (w.norm == "earlier" || w.norm == "previous") && i > 0 && (ws[i-1].norm == "the" || ws[i-1].norm == "a" || ws[i-1].norm == "an" || ws[i-1].norm == "in") {
			return i+1 >= len(ws) || ws[i+1].norm != "day" && !isNumber(ws[i+1]) && ws[i+1].norm != "week"
		}
		if w.norm == "first" && i > 0 && ws[i-1].norm == "the" && i+2 < len(ws) && isNumber(ws[i+1]) && populations[ws[i+2].norm] == "" {
			return true // "the first two claimed nine lives"
		}
	}
	return false
}

// firstWords make a count or a report an early one.
var firstWords = set("earlier previous initial preliminary early first former original")

// formerCount reports whether the words before a number make it an earlier count
// of the same thing: "revising an earlier count of 31", "initial reports spoke of".
func formerCount(ws []word) bool {
	const near = 5 // words from the count to its number
	for i := max(1, len(ws)-near); i < len(ws); i++ {
		if firstWords[ws[i-1].norm] && counts[ws[i].norm] {
			return true
		}
	}
	return false
}

// sayings are the verbs by which a count is given, as they stand after "had".
var sayings = set("given put said reported counted announced spoken confirmed set estimated listed told")

// formerSaying reports whether somebody is told to have given a count before: "had
// earlier given a toll of", "at first put the number at", "initially reported".
func formerSaying(ws []word) bool {
	had, before, said := false, false, false
	for i, w := range ws {
		switch w.norm {
		case "had":
			had = true
		case "earlier", "previously":
			before = before || had || i+1 < len(ws) && ws[i+1].norm == "put"
		case "initially", "originally":
			before = true
		case "first":
			before = before || had || i > 0 && ws[i-1].norm == "at"
		default:
			said = said || before && (sayings[w.norm] || w.norm == "spoke" || w.norm == "gave")
		}
	}
	return before && said
}

// longSince reports whether the words before a number say that it was the count
// some time ago: "A week ago it had counted 51 deaths".
func longSince(ws []word) bool {
	ago, had := false, false
	for i, w := range ws {
		ago = ago || i > 0 && windowUnit[ws[i-1].norm] && (w.norm == "ago" || w.norm == "earlier" || w.norm == "before")
		had = had || w.norm == "had"
	}
	return ago && had
}

var windowUnit = set("hour hours day days week weeks month months")

// counts are the nouns for a count and for what gives it.
var counts = set("count counts figure figures toll tolls estimate estimates number numbers tally tallies total totals report reports account accounts")

// denials stand before reports that are said to be wrong.
var denials = set("correcting denying denied dismissing dismissed rejecting rejected refuting refuted false wrong untrue unfounded")

// deniedCount reports whether the words before a number call what reports it wrong:
// "correcting reports on social media of dozens of dead".
func deniedCount(t tally, text string) bool {
	const near = 8 // words from the report to its number
	ws := cutWords(text, source.Span{Start: t.sentence.Start, End: max(t.sentence.Start, t.span.Start)}, maxClaimWords)
	for i := max(1, len(ws)-near); i < len(ws); i++ {
		switch ws[i].norm {
		case "reports", "report", "claims", "claim", "rumours", "rumors", "allegations":
			if denials[ws[i-1].norm] || i > 1 && denials[ws[i-2].norm] {
				return true
			}
		}
	}
	return false
}
