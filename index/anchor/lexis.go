package anchor

// What package compare needs to know of the word lists, so that there is one of
// each. Words are folded as diff.Token.Norm folds them.

// IsNegation reports whether a word turns a statement round.
func IsNegation(word string) bool { return negations[word] }

// IsModal reports whether a word is a modal verb. "May" and "Will" inside a
// sentence are names: ask only for what is not capitalised.
func IsModal(word string) bool { return modals[word] }

// IsHedge reports whether a word weakens a statement wherever it stands.
func IsHedge(word string) bool { return hedges[word] }

// Cue tells what sort of reporting verb a word is: plain ones are
// interchangeable, laden ones judge.
func Cue(word string) (plain, laden bool) { return plainCues[word], ladenCues[word] }

// NumberWord is the value of a number written out; vague ones ("dozens") have
// values below zero of their own.
func NumberWord(word string) (float64, bool) {
	v, ok := numberWords[word]
	return v, ok
}

// Approximators are the phrases that bound or blur the number behind them.
func Approximators() [][]string { return approximators }
