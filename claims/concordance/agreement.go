package concordance

import (
	"slices"
	"strings"

	"stet/claims/match"
)

// agreement is how much a report and a stretch of a quotation have in common.
type agreement struct {
	shared     int     // different stems
	ofReport   float64 // share of the report's stems
	ofQuote    float64 // share of the stretch's
	diff       match.DiffKind
	why        string
	marked     []int // tokens of the report that differ
	from, upTo int   // tokens of the quotation
}

func (a agreement) score() float64 { return a.ofReport + a.ofQuote + 0.1*float64(a.shared) }

// enough reports whether that is one utterance, by one person or (who is 0) by
// somebody who may be the same: most of both, or more words and less of each.
func (a agreement) enough(who int) bool {
	switch {
	case who < 0:
		return false
	case who == 0:
		return a.shared >= 3 && a.ofReport >= 0.75 && a.ofQuote >= 0.5
	}
	return a.shared >= 2 && a.ofReport >= 0.6 && a.ofQuote >= 0.6 ||
		a.shared >= 3 && a.ofReport >= 0.5 && a.ofQuote >= 0.34 ||
		a.shared >= 4 && a.ofReport >= 0.4 && a.ofQuote >= 0.3
}

// agree puts a report beside the stretch of a quotation that it has most of: all of
// it, a sentence or a clause.
func agree(said, quote []token) (best agreement) {
	own := stems(said)
	for _, s := range stretches(quote) {
		theirs := stems(quote[s[0]:s[1]])
		n := 0
		for _, x := range own {
			if slices.Contains(theirs, x) {
				n++
			}
		}
		if n == 0 {
			continue
		}
		// Equal numbers are words in common; others are a difference, not a lack.
		equal := equalNumbers(said, quote[s[0]:s[1]])
		n += equal
		a := agreement{shared: n, ofReport: float64(n) / float64(len(own)+equal), ofQuote: float64(n) / float64(len(theirs)+equal), from: s[0], upTo: s[1]}
		if a.score() > best.score() {
			best = a
		}
	}
	return best
}

// stretches are the stretches of a quotation that may have been reported alone:
// all of it, and what stands between words of a clause's beginning.
func stretches(quote []token) [][2]int {
	cuts := []int{0}
	for i := 1; i < len(quote); i++ {
		gap := quote[i].start - quote[i-1].end
		switch quote[i].word {
		case "and", "but", "because", "so", "if", "while", "although", "or":
			cuts = append(cuts, i)
		default:
			if gap > 1 { // a sign
				cuts = append(cuts, i)
			}
		}
	}
	cuts = append(cuts, len(quote))
	var out [][2]int
	for i := range cuts {
		for _, k := range cuts[i+1:] {
			out = append(out, [2]int{cuts[i], k})
		}
	}
	const most = 200 // of a quotation of many clauses the first ones
	return out[:min(len(out), most)]
}

// judge tells whether a report says another number, the opposite, or with another
// certainty than the stretch it is about.
func judge(a *agreement, said, quote []token, denied bool) {
	theirs := quote[a.from:a.upTo]
	own := stems(theirs)
	in, there := common(said, own), common(theirs, stems(said))
	if a.ofReport < 0.5 {
		return
	}
	var negated []int
	odd := denied
	for _, i := range in.near(said) {
		if said[i].negates {
			odd = !odd
			negated = append(negated, i)
		}
	}
	for _, i := range there.near(theirs) {
		if theirs[i].negates {
			odd = !odd
		}
	}
	ours, other := numbers(said), numbers(theirs)
	switch {
	case odd:
		a.diff, a.why, a.marked = match.DiffNegation, "The report says the opposite of the quoted words.", negated
	case len(ours) > 0 && len(other) > 0 && foreign(said, ours, theirs, other) >= 0:
		i := foreign(said, ours, theirs, other)
		a.diff, a.marked = match.DiffNumber, []int{i}
		a.why = "The report says " + plainNumber(said, i) + ", the quoted words " + plainNumber(theirs, other[0]) + "."
	default:
		x, y := in.modals(said), there.modals(theirs)
		if x != noModal && y != noModal && x&y == 0 {
			a.diff = match.DiffModal
			a.why = "The report says “" + modalWord(said, in) + "”, the quoted words “" + modalWord(theirs, there) + "”."
			for _, i := range in.near(said) {
				if said[i].modal != noModal {
					a.marked = append(a.marked, i)
				}
			}
		}
	}
}

// reach is a stretch of tokens from the first word in common to the last.
type reach struct{ from, upTo int }

func common(ts []token, with []string) reach {
	r := reach{-1, -1}
	for i, t := range ts {
		if t.stem != "" && slices.Contains(with, t.stem) {
			if r.from < 0 {
				r.from = i
			}
			r.upTo = i + 1
		}
	}
	return r
}

// ahead is how many words before the first one in common may still govern it: "did
// not want to".
const ahead = 4

// near are the tokens of the stretch, and those before it in its clause.
func (r reach) near(ts []token) []int {
	if r.from < 0 {
		return nil
	}
	from := r.from
	for from > 0 && r.from-from < ahead && ts[from].start-ts[from-1].end <= 1 {
		from--
	}
	var out []int
	for i := from; i < r.upTo; i++ {
		out = append(out, i)
	}
	return out
}

func (r reach) modals(ts []token) (m modal) {
	for _, i := range r.near(ts) {
		m |= ts[i].modal
	}
	return m
}

func modalWord(ts []token, r reach) string {
	for _, i := range r.near(ts) {
		if ts[i].modal != noModal {
			return ts[i].word
		}
	}
	return ""
}

// numbers are the tokens that numbers begin at.
func numbers(ts []token) []int {
	var out []int
	for i, t := range ts {
		if t.number != "" && t.number != "-" {
			out = append(out, i)
		}
	}
	return out
}

// equalNumbers counts the different numbers that both have.
func equalNumbers(a, b []token) int {
	var seen []string
	for _, i := range numbers(a) {
		v := a[i].number
		if !slices.Contains(seen, v) && slices.ContainsFunc(numbers(b), func(k int) bool { return b[k].number == v }) {
			seen = append(seen, v)
		}
	}
	return len(seen)
}

// foreign is the first number of one list that the other does not have, if the
// other has one that the first does not; -1 if there is none.
func foreign(a []token, as []int, b []token, bs []int) int {
	has := func(ts []token, list []int, v string) bool {
		return slices.ContainsFunc(list, func(i int) bool { return ts[i].number == v })
	}
	for _, i := range as {
		if !has(b, bs, a[i].number) && slices.ContainsFunc(bs, func(k int) bool { return !has(a, as, b[k].number) }) {
			return i
		}
	}
	return -1
}

// plainNumber is a number as it is written.
func plainNumber(ts []token, i int) string {
	words := []string{ts[i].word}
	for k := i + 1; k < len(ts) && ts[k].number == "-"; k++ {
		words = append(words, ts[k].word)
	}
	return strings.Join(words, " ")
}
