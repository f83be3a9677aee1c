package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims/extract"
	"stet/index/source"
)

// spoken is a passage cut into words, each with the quotation it stands in.
type spoken struct {
	text  string
	doc   *extract.Doc
	words []word
	quote []int32 // per word: outermost quotation + 1, 0: outside
}

func hear(p *Passage) *spoken {
	s := &spoken{text: p.Text, doc: p.doc(), words: cutWords(p.Text, p.bounds(), maxPassageWords)}
	s.quote = make([]int32, len(s.words))
	k := 0
	for i, m := range s.doc.Marks {
		if m.Depth > 0 {
			continue
		}
		for k < len(s.words) && s.words[k].Start < m.Span.Start {
			k++
		}
		for ; k < len(s.words) && s.words[k].End <= m.Span.End; k++ {
			s.quote[k] = int32(i + 1)
		}
	}
	return s
}

// span covers passage words [a, b).
func (s *spoken) span(a, b int) source.Span {
	if a >= b {
		return source.Span{}
	}
	return source.Span{Start: s.words[a].Start, End: s.words[b-1].End}
}

// between is the text between words i-1 and i.
func (s *spoken) between(i int) string {
	if i <= 0 || i >= len(s.words) {
		return ""
	}
	return s.text[s.words[i-1].End:s.words[i].Start]
}

// link says how two stretches of one speaker's words hang together.
type link uint8

const (
	linkNone        link = iota // they touch
	linkAttribution             // an attribution in between, the same sentence goes on
	linkSentence                // an attribution in between, a new sentence begins
	linkNarration               // more than an attribution: two utterances
)

// shortAttribution is the most words an attribution inside a quotation has; more
// is narration. The longest seen in the development texts has 16.
const shortAttribution = 18

// link tells how word b is reached from word a < b, both inside quotation marks.
func (s *spoken) link(a, b int) link {
	worst := linkNone
	for i := a; i < b; {
		j := i + 1
		for j < b && s.quote[j] == 0 {
			j++
		}
		if s.quote[j] != s.quote[i] || j > i+1 {
			worst = max(worst, s.bridge(i, j))
		}
		i = j
	}
	return worst
}

// bridge is link for a word i that ends one quotation and a word j that begins
// another one.
func (s *spoken) bridge(i, j int) link {
	from, to := s.words[i].End, s.words[j].Start
	text := s.text[from:to]
	para := strings.Contains(text, "\n")
	if j == i+1 {
		if !para && endsSentence(text) {
			return linkSentence
		}
		if para {
			return linkSentence // a quotation reopened in the next paragraph
		}
		return linkAttribution
	}
	if !para && !resumes(text) {
		return linkNarration // words quoted inside a report, no quotation going on
	}
	cue, stops, last := false, 0, i+1
	for k := i + 1; k < j; k++ {
		cue = cue || cueVerbs[s.words[k].norm]
		if k > i+1 && endsSentence(s.between(k)) && !abbreviations[s.words[k-1].norm] && utf8.RuneCountInString(s.words[k-1].raw) > 1 {
			stops++
			last = k
		}
	}
	if s.asked(i, j) {
		return linkNarration
	}
	if stops == 1 && cue && !para && s.goesOn(last, j) && j-i-1 <= shortAttribution+goOnWords {
		return linkSentence // “A,” said the minister, hat in hand. She added, “B.”
	}
	if j-i-1 > shortAttribution || !cue || stops > 0 || para && !paragraphOpens(text) {
		return linkNarration
	}
	if endsSentence(s.between(i+1)) || endsSentence(s.between(j)) || para || s.beginsAnew(j) {
		return linkSentence
	}
	return linkAttribution
}

// askings introduce what a person says as the answer to another's question.
var askings = set("asked questioned pressed challenged quizzed replying responding answering replied replies answered answers responded responds retorted retorts")

// asked reports whether what stands between word i, which ends a sentence and a
// quotation, and word j, which begins one, puts another's question in between: “A.”
// Asked whether she blamed anybody, she said: “B.” “A,” she said. Pressed on it, she
// added, “B.” It does not if the question is that of what was said before: “A,” she
// replied. “B.”
func (s *spoken) asked(i, j int) bool {
	if b := s.between(j); endsSentence(b) {
		return false
	}
	for k := j - 1; k > i; k-- {
		if askings[s.words[k].norm] {
			return true
		}
		if endsSentence(s.between(k)) && !abbreviations[s.words[k-1].norm] {
			return false
		}
	}
	return false
}

// beginsAnew reports whether word j, the first of a quotation, begins another
// sentence than what was quoted before: “A,” she said, adding, “B.” “A,” he said,
// recalling his own words: “B.”
func (s *spoken) beginsAnew(j int) bool {
	switch s.words[j-1].norm {
	case "adding", "added", "adds":
		return s.words[j].upper
	}
	return s.words[j].upper && strings.HasPrefix(s.between(j), ":")
}

// goOnWords is the most words before a quotation that only say that it goes on.
const goOnWords = 4

// goesOn reports whether words [from, to) only say that the quotation goes on:
// "She added,", "Then he continued:".
func (s *spoken) goesOn(from, to int) bool {
	if to-from > goOnWords {
		return false
	}
	for k := from; k < to; k++ {
		switch s.words[k].norm {
		case "added", "adds", "continued", "continues", "went":
			return true
		}
	}
	return false
}

// resumes reports whether a sign that lets a quotation go on stands before the
// mark that ends a text: “…,” she said, “and …”.
func resumes(text string) bool {
	rest := strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"“”„‟«»‘’‚'‹›「『[(", r)
	})
	r, _ := utf8.DecodeLastRuneInString(rest)
	return !wordRune(r)
}

// paragraphOpens reports whether nothing but marks stands between the last line
// end of a text and its end: the quotation opens the paragraph.
func paragraphOpens(text string) bool {
	tail := text[strings.LastIndexByte(text, '\n')+1:]
	return strings.IndexFunc(tail, wordRune) < 0
}

// endsSentence reports whether the text between two words ends a sentence.
func endsSentence(between string) bool {
	return strings.ContainsAny(between, ".!?") || strings.Contains(between, "\n\n")
}

// turn finds another speaker's label, or a question's, between two words of a
// transcript.
func (s *spoken) turn(a, b int) bool {
	text := s.text[s.words[a].End:s.words[b].Start]
	for {
		i := strings.IndexByte(text, '\n')
		if i < 0 {
			return false
		}
		text = strings.TrimLeft(text[i:], " \t\n")
		line, _, _ := strings.Cut(text, "\n")
		if strings.HasPrefix(line, "Q.") || strings.HasPrefix(line, "Q:") || strings.HasPrefix(line, "A.") || labelled(line) {
			return true
		}
		if text == "" {
			return false
		}
	}
}

// labelled reports whether a line begins with a speaker's label: "MINISTER
// VARGA:".
func labelled(line string) bool {
	const longest = 40
	label, _, ok := strings.Cut(line, ":")
	if !ok || label == "" || len(label) > longest {
		return false
	}
	for _, r := range label {
		if !unicode.IsLetter(r) && r != ' ' && r != '.' && r != '\'' && r != '’' && r != '-' {
			return false
		}
	}
	return label == strings.ToUpper(label)
}

// boundary reports whether a sentence ends between words i-1 and i, both inside
// the same utterance.
func (s *spoken) boundary(i int) bool {
	if i <= 0 || i >= len(s.words) {
		return true
	}
	t := s.between(i)
	if strings.Contains(t, "\n\n") {
		return true
	}
	if strings.HasPrefix(t, ":") { // the label of a transcript's turn
		line := strings.LastIndexByte(s.text[:s.words[i-1].Start], '\n') + 1
		return labelled(s.text[line:s.words[i].Start])
	}
	if !strings.ContainsAny(t, ".!?…") {
		return false
	}
	if strings.HasPrefix(t, ".") {
		if w := s.words[i-1]; abbreviations[w.norm] || len(w.raw) == 1 && w.upper && w.raw != "I" {
			return false
		}
	}
	return s.words[i].upper || s.words[i].raw[0] >= '0' && s.words[i].raw[0] <= '9'
}
