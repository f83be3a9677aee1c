package compare

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/index/diff"
	"stet/index/source"
)

// mostPieces bounds how much one line tells; the rest is "and more".
const mostPieces = 3

// mostRunes bounds words that are quoted in a summary, in code points.
const mostRunes = 60

// summarise tells a changed row in one line; unit is a number that measures
// something else now, told already.
func summarise(op diff.Op, o, n *side, ps []place, touched map[int]touchSet, unit string) (string, []piece) {
	var out []string
	var pieces []piece
	at, seen := source.Span{}, map[string]bool{}
	add := func(s string) {
		pieces = append(pieces, piece{at, s})
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	if unit != "" {
		add(unit)
	}
	if s := renamed(o, n); s != "" {
		add(s)
	}
	ds := tolls(o, n)
	for _, d := range ds {
		at = d.old.Span
		add(d.summary())
	}
	was, is := spansOf(ds)
	for k, p := range ps {
		if unit != "" && p.unitsOnly() {
			continue
		}
		at = p.oldSpan()
		if s := p.summary(touched[k], p.told(was, is)); s != "" {
			add(s)
		}
	}
	if len(out) == 0 {
		out = []string{rest(touched)}
	}
	switch op {
	case diff.Moved:
		out = append([]string{"moved"}, out...)
		if len(out) == 2 && out[1] == "typography" {
			out = out[:1]
		}
	case diff.Split:
		out = append([]string{"split into " + several(n)}, out...)
	case diff.Merged:
		out = append([]string{"joined from " + several(o)}, out...)
	}
	if k := len(out) - 1; k > 0 && (out[k] == "typography" || out[k] == "words in another order") {
		out = out[:k]
	}
	if len(out) > mostPieces {
		out = append(out[:mostPieces], "and more")
	}
	return strings.Join(out, "; "), pieces
}

// A piece is a part of a summary with where it happened in the old text; an empty
// span at the place where words were put in.
type piece struct {
	old  source.Span
	text string
}

// oldSpan is where a place stands in the old text.
func (p place) oldSpan() source.Span {
	ws := p.old.words
	switch {
	case p.i < p.iEnd:
		return source.Span{Start: ws[p.i].Span.Start, End: ws[p.iEnd-1].Span.End}
	case p.i < len(ws):
		return source.Span{Start: ws[p.i].Span.Start, End: ws[p.i].Span.Start}
	}
	return source.Span{Start: p.old.span.End, End: p.old.span.End}
}

// Told is the summary of what happened to a part of the old text: the pieces that
// touch it, or all if none does.
func (c Change) Told(old source.Span) string {
	var out []string
	for _, p := range c.pieces {
		if (p.old.Overlaps(old) || p.old.Empty() && p.old.Start >= old.Start && p.old.Start <= old.End) && !slices.Contains(out, p.text) {
			out = append(out, p.text)
		}
	}
	if len(out) == 0 {
		return c.Summary
	}
	return strings.Join(out[:min(len(out), mostPieces)], "; ")
}

// rest tells a row of which no place need be told.
func rest(touched map[int]touchSet) string {
	for _, t := range touched {
		if t[Wording] || t[Name] || t[Figure] || t[Attribution] {
			return "words in another order"
		}
	}
	return "typography"
}

// several counts the sentences of a side.
func several(s *side) string {
	n := 0
	for k := range s.words {
		if s.words[k].opens {
			n++
		}
	}
	switch {
	case n == 2:
		return "two sentences"
	case n == 3:
		return "three sentences"
	}
	return "several sentences"
}

// spansOf lists where tolls stand on either side, ascending.
func spansOf(ds []delta) (was, is []source.Span) {
	for _, d := range ds {
		was, is = append(was, d.old.Span), append(is, d.new.Span)
	}
	slices.SortFunc(was, source.Span.Compare)
	slices.SortFunc(is, source.Span.Compare)
	return was, is
}

// told reports whether all numbers of a place belong to tolls that are told.
func (p place) told(was, is []source.Span) bool {
	in := func(ws []word, spans []source.Span) bool {
		for k := range ws {
			if !ws[k].number || ws[k].who {
				continue
			}
			at := sort.Search(len(spans), func(x int) bool { return spans[x].End > ws[k].Span.Start })
			if at == len(spans) || !spans[at].Overlaps(ws[k].Span) {
				return false
			}
		}
		return true
	}
	return len(was) > 0 && in(p.was(), was) && in(p.is(), is)
}

// summary tells one place, "" if nothing need be told: typography, or a toll
// that was told already.
func (p place) summary(t touchSet, tollTold bool) string {
	a, b := short(p.old.textOf(p.i, p.iEnd)), short(p.new.textOf(p.j, p.jEnd))
	switch {
	case p.moved && a == "":
		return "" // told where it went from
	case p.moved:
		return fmt.Sprintf("'%s' moved inside the sentence", a)
	case t[Quote] && tally(p.was(), isCut) != tally(p.is(), isCut) && a == "" && b == "":
		if tally(p.is(), isCut) > 0 {
			return "ellipsis added" + p.inQuote(t)
		}
		return "ellipsis dropped" + p.inQuote(t)
	case t[Quote] && (a == b || a == "" && b == ""):
		return p.marks(a)
	case len(t) == 0 || t[Cosmetic] && len(t) == 1 || a == "" && b == "":
		return ""
	case tollTold && (t[Figure] || t[Modifier]) && !t[Attribution] && !t[Wording] && !t[Negation] && !t[Quote]:
		return ""
	case t[Attribution]:
		return p.saidBy(a, b)
	case t[Figure]:
		if s := p.count(); s != "" {
			return s + p.inQuote(t)
		}
	case t[Date]:
		return p.when()
	case t[Name] && len(t) == 1 && a != "" && b != "":
		return p.called(a, b)
	case t[Negation] || t[Modal]:
		i, j := p.withVerb()
		a, b = short(p.old.textOf(i, p.iEnd)), short(p.new.textOf(j, p.jEnd))
	}
	return became(a, b) + p.inQuote(t)
}

// marks tells of quotation marks that came or went round words.
func (p place) marks(words string) string {
	verb := "added"
	if len(p.was()) > len(p.is()) {
		verb = "dropped"
	}
	if words == "" {
		return "quotation marks " + verb
	}
	return fmt.Sprintf("quotation marks %s round '%s'", verb, words)
}

// called tells of a name or a title that changed.
func (p place) called(a, b string) string {
	switch {
	case onlyTitles(p.was()) && onlyTitles(p.is()):
		return fmt.Sprintf("title changed from %s to %s", a, b)
	case alike(strings.ToLower(a), strings.ToLower(b)):
		return fmt.Sprintf("spelling changed from %s to %s", a, b)
	}
	return became(a, b)
}

// when tells of a date, a time of day or a window that changed, with the dated
// words around it.
func (p place) when() string {
	i, iEnd := p.old.widen(p.i, p.iEnd, isDated)
	j, jEnd := p.new.widen(p.j, p.jEnd, isDated)
	a, b := short(p.old.timeText(i, iEnd)), short(p.new.timeText(j, jEnd))
	if a == "" || b == "" || tally(p.old.words[i:iEnd], isDated) < wordsIn(p.old.words[i:iEnd]) || tally(p.new.words[j:jEnd], isDated) < wordsIn(p.new.words[j:jEnd]) {
		return became(a, b)
	}
	what := "date"
	for k := i; k < iEnd; k++ {
		switch w := &p.old.words[k]; {
		case windowUnits[w.Norm]:
			what = "time"
		case w.Norm == ":" || w.Norm == "a" || w.Norm == "p" || w.Norm == "am" || w.Norm == "pm":
			what = "time"
		}
	}
	return fmt.Sprintf("%s changed from %s to %s", what, lower(a, p.old, i), lower(b, p.new, j))
}

func wordsIn(ws []word) int { return len(ws) - tally(ws, (*word).mark) }

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

// count tells of a number that changed, with what it counts where both sides say
// the same: "number of towers raised from 40 to 60".
func (p place) count() string {
	x, y := p.old.figureText(p.i, p.iEnd), p.new.figureText(p.j, p.jEnd)
	if x == "" || y == "" {
		return ""
	}
	x, y = lowerFigure(x), lowerFigure(y)
	verb := "changed"
	if a, b := values(p.was()), values(p.is()); len(a) == 1 && len(b) == 1 && a[0] >= 0 && b[0] >= 0 {
		if verb = "raised"; a[0] > b[0] {
			verb = "lowered"
		}
	}
	if n := p.new.counted(p.jEnd); n != "" && n != "others" && n == p.old.counted(p.iEnd) {
		return fmt.Sprintf("number of %s %s from %s to %s", n, verb, x, y)
	}
	return fmt.Sprintf("figure %s from %s to %s", verb, x, y)
}

// lowerFigure writes a number as inside a sentence.
func lowerFigure(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// counted is the plural noun behind words [.., k), "" if another word stands there.
func (s *side) counted(k int) string {
	for k < len(s.words) && (s.words[k].number || s.words[k].Norm == "other" || s.words[k].Norm == "more") {
		k++
	}
	if k >= len(s.words) {
		return ""
	}
	w := &s.words[k]
	if w.Class != diff.Word || w.upper || functionWords[w.Norm] || w.unit != "" || percentWords[w.Norm] ||
		w.Norm != "people" && w.Norm != "children" && (!strings.HasSuffix(w.Norm, "s") || strings.HasSuffix(w.Norm, "ss")) {
		return ""
	}
	return w.Norm
}

// withVerb takes in the auxiliary in front, if it stayed: "must" became "must
// not".
func (p place) withVerb() (i, j int) {
	i, j = p.i, p.j
	if i == 0 || j == 0 || i < p.iEnd && j < p.jEnd {
		return i, j
	}
	w := &p.old.words[i-1]
	if w.Norm == p.new.words[j-1].Norm && (w.modal || auxiliaries[w.Norm]) {
		return i - 1, j - 1
	}
	return i, j
}

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

// figureText is the figures among words [i, j) with what bounds and measures
// them: "at least $3.2 million".
func (s *side) figureText(i, j int) string {
	from, to := -1, -1
	for k := i; k < j; k++ {
		if s.words[k].number {
			if from < 0 {
				from = k
			}
			to = k + 1
		}
	}
	if from < 0 {
		return ""
	}
	part := func(k int) bool {
		w := &s.words[k]
		return w.number || w.hedge || percentWords[w.Norm] || w.Norm == "per" || w.text == "$" || w.text == "€" || w.text == "£"
	}
	for from > 0 && part(from-1) {
		from--
	}
	for to < len(s.words) && part(to) {
		to++
	}
	return short(strings.Join(strings.Fields(s.doc.Text[s.words[from].Span.Start:s.words[to-1].Span.End]), " "))
}

// saidBy words a change of who says it.
func (p place) saidBy(a, b string) string {
	hadCue, hasCue := cues(p.was()) != "", cues(p.is()) != ""
	switch {
	case a != "" && b != "" && !hadCue && !hasCue:
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

func isSpeaker(w *word) bool { return w.who && !w.mark() }

// sayer is the part of words [i, j) that tells who says it, or all of them.
func (s *side) sayer(i, j int, all string) string {
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
			return fmt.Sprintf(" in %s quote", possessive(f[len(f)-1]))
		}
	}
	return " in a quote"
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "'s"
}

// became words a change of words.
func became(a, b string) string {
	switch {
	case a == "":
		return fmt.Sprintf("'%s' added", b)
	case b == "":
		return fmt.Sprintf("'%s' dropped", a)
	}
	return fmt.Sprintf("'%s' became '%s'", a, b)
}

// short cuts words to mostRunes code points.
func short(s string) string { return cut(s, mostRunes) }

// cut ends a text of more than so many code points with an ellipsis.
func cut(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
