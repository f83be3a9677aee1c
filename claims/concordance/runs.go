package concordance

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims/match"
)

// RunKind says what was done to a run of words.
type RunKind int

// What can be done to words. The first three do not matter.
const (
	RunSame       RunKind = iota
	RunAside              // the attribution between quoted words
	RunTypography         // typography or spelling differs
	RunCutShown           // only the source has them, and an ellipsis or brackets say so
	RunCut                // only the source has them
	RunNew                // the source does not have them
	RunNegated            // the source does not have them, and they turn the meaning round
	RunUnnegated          // only the source has them, and their lack turns it round
)

// Lost tells whether the words are the source's and not printed.
func (k RunKind) Lost() bool { return k == RunCut || k == RunCutShown || k == RunUnnegated }

// Run is a run of words of one kind.
type Run struct {
	Text string
	Kind RunKind
}

// Runs are the words of a rendering as they are coloured, in quotation
// marks, those of a report without: what only the source has where it is lacking, before what stands in its
// place. White space is one space.
func (r *Rendering) Runs() []Run {
	var b runs
	if r.Relation == Paraphrase {
		for _, p := range r.Pieces {
			_, kept := runKinds(p.Kind)
			b.add(p.Text, kept)
		}
		return b.list
	}
	b.add("“", RunSame)
	for _, p := range r.Pieces {
		lost, kept := runKinds(p.Kind)
		if p.Lost != "" && kept != RunSame && kept != RunTypography && kept != RunAside {
			b.gap()
			b.add(strings.Join(strings.Fields(p.Lost), " "), lost)
			b.due = true
		}
		if kept == RunNew || kept == RunNegated {
			words := p.Plainly()
			at := strings.Index(p.Text, words)
			b.add(p.Text[:at], RunSame)
			if words != "" && b.due {
				b.gap()
			}
			b.add(words, kept)
			b.add(p.Text[at+len(words):], RunSame)
			continue
		}
		if kept == RunCutShown {
			kept = RunSame // the ellipsis, or the brackets
		}
		b.add(p.Text, kept)
	}
	b.trim(",")
	b.add("”", RunSame)
	return b.list
}

// runKinds are the kinds of what a piece lost and of what it prints.
func runKinds(k match.DiffKind) (lost, kept RunKind) {
	switch k {
	case "":
		return RunSame, RunSame
	case Aside:
		return RunSame, RunAside
	case match.DiffTypography, match.DiffSpelling:
		return RunSame, RunTypography
	case match.DiffMarked:
		return RunCutShown, RunCutShown
	case match.DiffNegation:
		return RunUnnegated, RunNegated
	}
	return RunCut, RunNew
}

// runs builds a list of runs with single spaces.
type runs struct {
	list []Run
	due  bool // a space is wanted before the next word
}

// gap ends what was added with a space.
func (b *runs) gap() {
	b.due = false
	if n := len(b.list); n > 0 && !strings.HasSuffix(b.list[n-1].Text, " ") && b.list[n-1].Text != "“" {
		b.list = append(b.list, Run{" ", RunSame})
	}
}

func (b *runs) add(s string, k RunKind) {
	s = oneSpaced(s)
	if s == "" {
		return
	}
	first, _ := utf8.DecodeRuneInString(s)
	if b.due && !unicode.IsPunct(first) && first != ' ' {
		b.gap()
	}
	b.due = false
	n := len(b.list)
	if n > 0 && strings.HasPrefix(s, " ") && strings.HasSuffix(b.list[n-1].Text, " ") {
		if s = s[1:]; s == "" {
			return
		}
	}
	if n > 0 && b.list[n-1].Kind == k {
		b.list[n-1].Text += s
		return
	}
	b.list = append(b.list, Run{s, k})
}

// trim drops signs and spaces from the end of the last run of the same words.
func (b *runs) trim(signs string) {
	for n := len(b.list); n > 0; n = len(b.list) {
		l := &b.list[n-1]
		if l.Kind != RunSame {
			return
		}
		if l.Text = strings.TrimRight(l.Text, signs+" "); l.Text != "" {
			return
		}
		b.list = b.list[:n-1]
	}
}

// oneSpaced makes one space of every run of white space.
func oneSpaced(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}
