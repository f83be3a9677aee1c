package match

import (
	"fmt"
	"strings"
)

// The sentences of this file are read by people: one each, saying what differs
// and never who is right.

// shown is how many bytes of a difference a sentence shows.
const shown = 60

func cite(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > shown {
		cut := shown
		for cut > 0 && !isRuneStart(s[cut]) {
			cut--
		}
		if i := strings.LastIndexByte(s[:cut], ' '); i > shown/2 {
			cut = i
		}
		s = s[:cut] + " …"
	}
	return "“" + s + "”"
}

func isRuneStart(b byte) bool { return b&0xC0 != 0x80 }

// first returns the first difference of one of the kinds.
func first(ds []Difference, kinds ...DiffKind) (Difference, bool) {
	for _, d := range ds {
		for _, k := range kinds {
			if d.Kind == k {
				return d, true
			}
		}
	}
	return Difference{}, false
}

// sides says "“a” stands for “b”" with whatever sides a difference has.
func sides(d Difference) string {
	switch {
	case d.Claim == "" && d.Passage == "":
		return "the words differ"
	case d.Claim == "":
		return cite(d.Passage) + " is left out"
	case d.Passage == "":
		return cite(d.Claim) + " is added"
	}
	return cite(d.Claim) + " is printed where the source has " + cite(d.Passage)
}

func whyQuote(r Result, c QuoteClaim, v voice) string {
	d := Difference{}
	if len(r.Differences) > 0 {
		d = r.Differences[0]
	}
	warn := ""
	if r.Warn != "" {
		warn = fmt.Sprintf("; the source goes on %s", cite(r.Warn))
	}
	switch r.Relation {
	case Verbatim:
		return "The source has the same words" + warn + "."
	case Typography:
		return "The source has the same words in other typography" + warn + "."
	case Spelling:
		if d, ok := first(r.Differences, DiffSpelling); ok {
			return fmt.Sprintf("The same words in another spelling: %s for %s%s.", cite(d.Claim), cite(d.Passage), warn)
		}
		return "The same words in another spelling."
	case MarkedTruncation:
		if d, ok := first(r.Differences, DiffMarked); ok && d.Passage != "" && !goesOnWith(d, r.Warn) {
			return fmt.Sprintf("Words are left out, and the claim shows it: %s%s.", cite(d.Passage), warn)
		}
		return "Words are left out, and the claim shows it" + warn + "."
	case SilentTruncation:
		if d, ok := first(r.Differences, DiffOmitted, DiffModal); ok && d.Passage != "" {
			if goesOnWith(d, r.Warn) {
				return fmt.Sprintf("Words are left out without a mark; the source goes on %s.", cite(d.Passage))
			}
			return fmt.Sprintf("Words are left out without a mark: %s%s.", cite(d.Passage), warn)
		}
		return "Words are left out without a mark" + warn + "."
	case Joined:
		return "Two parts of the source are run together as if they were one" + warn + "."
	case Insertion:
		if d, ok := first(r.Differences, DiffInserted, DiffModal); ok {
			return fmt.Sprintf("The claim has words the source does not: %s.", cite(d.Claim))
		}
		return "The claim has words the source does not."
	case Substitution:
		if d, ok := first(r.Differences, DiffModal, DiffNumber, DiffName, DiffWord); ok {
			return "Other words: " + sides(d) + "."
		}
		return "Other words: " + sides(d) + "."
	case Reordered:
		return "The same words in another order."
	case Negation:
		return "The meaning is turned round: " + sides(d) + "."
	case OtherSpeaker:
		return fmt.Sprintf("The passage gives these words to %s, not to %s.", orUnknown(v.name()), c.Speaker)
	}
	return noTrace
}

// goesOnWith reports whether the words left out are those the source goes on with.
func goesOnWith(d Difference, warn string) bool {
	return warn != "" && (strings.HasPrefix(d.Passage, warn) || strings.HasPrefix(warn, d.Passage))
}

// orUnknown is a speaker inside a sentence: "His daughter" without its capital.
func orUnknown(s string) string {
	if s == "" {
		return "somebody else"
	}
	if first, rest, ok := strings.Cut(s, " "); ok && determiners[strings.ToLower(first)] {
		return strings.ToLower(first) + " " + rest
	}
	return s
}
