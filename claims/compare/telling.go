package compare

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// summary tells one place, "" if nothing need be told: typography, or a toll
// that was told already.
func (p place) summary(t touchSet, tollTold bool) string {
	a, b := short(p.old.textOf(p.i, p.iEnd)), short(p.new.textOf(p.j, p.jEnd))
	switch {
	case p.moved && a == "":
		return "" // told where it went from
	case p.moved && t[Name]:
		i, iEnd := p.old.widen(p.i, p.iEnd, isUpper)
		for j := range p.new.words { // Li Wen, Wen Li
			if p.new.words[j].Norm == p.old.words[p.i].Norm && p.new.words[j].upper {
				from, to := p.new.widen(j, j+1, isUpper)
				return fmt.Sprintf("name changed from %s to %s", p.old.textOf(i, iEnd), p.new.textOf(from, to))
			}
		}
		return said(a) + " moved inside the name"
	case p.moved:
		return said(a) + " moved inside the sentence"
	case t[Quote] && tally(p.was(), isCut) != tally(p.is(), isCut) && a == "" && b == "":
		if tally(p.is(), isCut) > 0 {
			return "ellipsis added" + p.inQuote(t)
		}
		return "ellipsis dropped" + p.inQuote(t)
	case t[Quote] && (a == b || a == "" && b == ""):
		return p.marks(a)
	case len(t) == 0 || t[Cosmetic] && len(t) == 1 || a == "" && b == "":
		return ""
	case tollTold && (t[Figure] || t[Modifier]) && t.only(Figure, Modifier):
		return ""
	case tollTold && t[Figure] && t.only(Figure, Modifier, Wording) && wordsIn(p.was()) <= tollWords && wordsIn(p.is()) <= tollWords:
		return "" // has risen to 37
	case t[Attribution]:
		return p.saidBy(a, b)
	case t.only(Modifier) && p.sameAt(p.iEnd, p.jEnd) && p.old.words[p.iEnd].number:
		return p.bounded()
	case t[Figure] && t[Wording] && a != "" && b != "" && wordsIn(p.was()) <= fewWords && wordsIn(p.is()) <= fewWords:
		i, j := p.iEnd, p.jEnd // rose 6 per cent, fell 9 per cent
		for p.sameAt(i, j) && p.old.words[i].unit != "" {
			i, j = i+1, j+1
		}
		return became(short(p.old.textOf(p.i, i)), short(p.new.textOf(p.j, j))) + p.inQuote(t)
	case t[Figure] && p.count() != "":
		return p.count() + p.inQuote(t)
	case t[Date]:
		return p.when()
	case t[Name] && len(t) == 1 && a != "" && b != "":
		return p.initials().called()
	}
	a, b = p.framed(t)
	return became(short(a), short(b)) + p.inQuote(t)
}

// fewWords is how many words are told as they stand rather than by what they count.
const fewWords = 6

// tollWords is how many words a place may hold to be no more than its toll.
const tollWords = 8

// marks tells of quotation marks that came or went round words.
func (p place) marks(words string) string {
	verb := "added"
	if len(p.was()) > len(p.is()) {
		verb = "dropped"
	}
	if words == "" {
		return "quotation marks " + verb
	}
	return fmt.Sprintf("quotation marks %s round %s", verb, said(words))
}

// initials is a place of one letter with the name it is part of: James T. Corrigan.
func (p place) initials() place {
	if p.iEnd-p.i != 1 || p.jEnd-p.j != 1 || len(p.was()[0].text) > 1 || len(p.is()[0].text) > 1 {
		return p
	}
	name := func(w *word) bool { return w.upper || w.Norm == "." }
	p.i, p.iEnd = p.old.widen(p.i, p.iEnd, name)
	p.j, p.jEnd = p.new.widen(p.j, p.jEnd, name)
	return p
}

// called tells of a name or a title that changed.
func (p place) called() string {
	a, b := short(p.old.textOf(p.i, p.iEnd)), short(p.new.textOf(p.j, p.jEnd))
	switch {
	case onlyTitles(p.was()) && onlyTitles(p.is()) || p.retitled():
		return fmt.Sprintf("title changed from %s to %s", a, b)
	case p.respelt(strings.ToLower(a), strings.ToLower(b)):
		return fmt.Sprintf("spelling changed from %s to %s", a, b)
	}
	return became(a, b)
}

// lower writes the first word of a sentence as inside one, unless it is a name.
func lower(t string, s *side, i int) string {
	for i < len(s.words) && s.words[i].mark() {
		i++
	}
	if i >= len(s.words) || !s.words[i].first || dayNames[s.words[i].Norm] || s.properName(i) && !s.words[i].number {
		return t
	}
	r, n := utf8.DecodeRuneInString(t)
	return string(unicode.ToLower(r)) + t[n:]
}

// framed is the words of both sides with as much of what stayed as a reader needs:
// the auxiliary in front of a negation ("must" became "must not"), or the words
// around one that stands alone ("pleaded guilty" became "pleaded not guilty"); what
// is counted by an ordinal; not an article that both have.
func (p place) framed(t touchSet) (was, is string) {
	i, iEnd, j, jEnd := p.i, p.iEnd, p.j, p.jEnd
	same := p.sameAt
	verb := same(i-1, j-1) && (p.old.words[i-1].modal || auxiliaries[p.old.words[i-1].Norm])
	switch {
	case (t[Negation] || t[Modal]) && (i == iEnd || j == jEnd) && verb:
		if i, j = i-1, j-1; !p.old.words[i].modal && same(iEnd, jEnd) && !functionWords[p.old.words[iEnd].Norm] {
			iEnd, jEnd = iEnd+1, jEnd+1 // is safe, is not safe
			if p.new.tag(jEnd-1) == "RB" && same(iEnd, jEnd) {
				iEnd, jEnd = iEnd+1, jEnd+1 // is very safe
			}
		}
	case t.only(Wording, Quote) && iEnd-i == 1 && jEnd-j == 1 && p.old.tag(i) == "IN" && p.new.tag(j) == "IN":
		for n := 0; n < objectWords && same(iEnd, jEnd); n++ { // in the harbour, near the harbour
			iEnd, jEnd = iEnd+1, jEnd+1
			if !functionWords[p.old.words[iEnd-1].Norm] {
				break
			}
		}
	case t[Negation] && p.negationOnly() || t[Figure]:
		if same(iEnd, jEnd) && (t[Negation] || !functionWords[p.old.words[iEnd].Norm]) {
			iEnd, jEnd = iEnd+1, jEnd+1
		}
		if t[Negation] && (p.i == p.iEnd || p.j == p.jEnd) && same(i-1, j-1) {
			i, j = i-1, j-1
		}
	case i+1 < iEnd && j+1 < jEnd && articles[p.old.words[i].Norm] && articles[p.new.words[j].Norm]:
		i, j = i+1, j+1 // a yellow, an amber
	}
	return p.old.textOf(i, iEnd), p.new.textOf(j, jEnd)
}

// objectWords is how many words behind a preposition are told with it.
const objectWords = 3

// sameAt reports whether old word i and new word j are one word.
func (p place) sameAt(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(p.old.words) && j < len(p.new.words) && p.old.words[i].Norm == p.new.words[j].Norm && !p.old.words[i].mark()
}

// negationOnly reports whether a place holds negations and function words alone.
func (p place) negationOnly() bool {
	for _, ws := range [][]word{p.was(), p.is()} {
		for k := range ws {
			if w := &ws[k]; !w.mark() && !w.negates && !functionWords[w.Norm] {
				return false
			}
		}
	}
	return true
}

var articles = set(`a an the`)

// widen takes neighbouring words with a property into [i, j), if it holds one.
func (s *side) widen(i, j int, has func(*word) bool) (from, to int) {
	if tally(s.words[i:j], has) == 0 {
		return i, j
	}
	for i > 0 && has(&s.words[i-1]) {
		i--
	}
	for j < len(s.words) && has(&s.words[j]) {
		j++
	}
	return i, j
}

// saidBy words a change of who says it.
func (p place) saidBy(a, b string) string {
	hadCue, hasCue := cues(p.was()) != "", cues(p.is()) != ""
	switch {
	case a != "" && b != "" && !hadCue && !hasCue && tally(p.was(), isCounted)+tally(p.is(), isCounted) == 0:
		i, iEnd := p.old.widen(p.i, p.iEnd, isSpeaker)
		j, jEnd := p.new.widen(p.j, p.jEnd, isSpeaker)
		return fmt.Sprintf("speaker changed from %s to %s", lower(short(p.old.textOf(i, iEnd)), p.old, i), lower(short(p.new.textOf(j, jEnd)), p.new, j))
	case hadCue && !hasCue:
		if x := p.old.sayer(p.i, p.iEnd, a); x != a || b == "" {
			return became(x, "")
		}
	case hasCue && !hadCue:
		if x := p.new.sayer(p.j, p.jEnd, b); x != b || a == "" {
			return became("", x)
		}
	}
	return became(a, b)
}

// sayer is the part of words [i, j) that tells who says it, or all of them.
func (s *side) sayer(i, j int, all string) string {
	const few = 8 // words that are told whole
	if wordsIn(s.words[i:j]) <= few {
		return all
	}
	from, to := -1, -1
	for k := i; k < j; k++ {
		if w := &s.words[k]; w.who || w.cue {
			if from < 0 {
				from = k
			}
			to = k + 1
		}
	}
	if from < 0 {
		return all
	}
	for from > i && functionWords[s.words[from-1].Norm] && !s.words[from-1].hedge {
		from--
	}
	return short(s.textOf(from, to))
}

// inQuote names whose quote a place stands in.
func (p place) inQuote(t touchSet) string {
	if !t[Quote] {
		return ""
	}
	for _, s := range []*side{p.new, p.old} {
		i, j := p.j, p.jEnd
		if s == p.old {
			i, j = p.i, p.iEnd
		}
		if i >= j && i >= len(s.words) {
			continue
		}
		at := s.words[min(i, len(s.words)-1)].Span
		if q, ok := s.quoteAt(at); ok && q.Speaker != "" {
			f := strings.Fields(q.Speaker)
			if own := possessives[strings.ToLower(q.Speaker)]; own != "" {
				return fmt.Sprintf(" in %s quote", own)
			}
			name := possessive(f[len(f)-1])
			if r, _ := utf8.DecodeRuneInString(name); unicode.IsLower(r) {
				name = "the " + name
			}
			return fmt.Sprintf(" in %s quote", name)
		}
	}
	return " in a quote"
}

// possessives of the pronouns that speak.
var possessives = map[string]string{"he": "his", "she": "her", "they": "their", "it": "its", "i": "the speaker’s", "we": "the speaker’s"}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "’s"
}

func wordsIn(ws []word) int { return len(ws) - tally(ws, (*word).mark) }

func isUpper(w *word) bool { return w.upper && !w.mark() }

// isCounted: "20 percent say" and "three aides said" tell how many speak.
func isCounted(w *word) bool { return w.number && w.unit != "" }

func isSpeaker(w *word) bool { return w.who && !w.mark() }
