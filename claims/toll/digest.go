package toll

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"stet/claims"
	"stet/claims/compare"
	"stet/claims/extract"
	"stet/claims/match"
	"stet/index/source"
)

// DigestVersion changes when Read gives other digests of the same text: digests
// that were kept are of no use then.
const DigestVersion = 11

// Digest is what the board needs of one version's text, small enough to keep for
// every version of a desk.
type Digest struct {
	Readings []Reading `json:"readings,omitempty"`
	Things   []Thing   `json:"things,omitempty"`
	Names    []string  `json:"names,omitempty"`    // capitalised words, folded, sorted: for finding places
	Heads    []string  `json:"heads,omitempty"`    // those of the headline, the dateline and the first sentences
	Title    []string  `json:"title,omitempty"`    // those of the headline
	Dateline []string  `json:"dateline,omitempty"` // and of the dateline
	Causes   []string  `json:"causes,omitempty"`   // kinds of events those sentences tell of, see match.Causes
	Discords []Discord `json:"discords,omitempty"`
	Entries  []Entry   `json:"entries,omitempty"` // of a live blog, in the order of the text
	Lists    []string  `json:"lists,omitempty"`   // places named in one breath: "Osby,Halden"
	Agency   string    `json:"agency,omitempty"`  // wire agency named in the dateline or the byline
	Ends     string    `json:"ends,omitempty"`    // the sentence that ends the counting: nobody is missing, the search is over
}

// Empty reports whether the text counts nobody.
func (d Digest) Empty() bool { return len(d.Readings) == 0 }

// Role is what a figure is among the figures of its version.
type Role string

// The roles.
const (
	Toll   Role = "toll"
	Part   Role = "part"   // of a toll: "four of the dead"
	More   Role = "more"   // comes on top: "three more died"
	Former Role = "former" // an earlier value, told beside the newer one or in a correction
	Aside  Role = "aside"  // "was evacuated without injuries": no toll of an event
	// Unconfirmed is what nobody vouches for: "up to 30 may have been killed", "feared
	// dead", or what somebody denies.
	Unconfirmed Role = "unconfirmed"
)

// Reading is a casualty figure as a text gives it.
type Reading struct {
	claims.Figure             // its Window is what the figure covers; the day it was said is AsOf
	Span          source.Span `json:"span"`
	Sentence      source.Span `json:"sentence"`
	Line          string      `json:"line"` // the sentence on one line, at most maxLine bytes
	Role          Role        `json:"role"`
	Head          bool        `json:"head,omitempty"`    // stands in the headline
	Lead          bool        `json:"lead,omitempty"`    // in the headline or the first sentences
	AsOf          string      `json:"asOf,omitempty"`    // day of the count, if told
	Causes        []string    `json:"causes,omitempty"`  // of its sentence
	Here          bool        `json:"here,omitempty"`    // Place is named in the sentence as where it happened
	There         bool        `json:"there,omitempty"`   // a part of a wider toll that Place has for itself: "214 people, 158 of them in Quillote"
	Names         []string    `json:"names,omitempty"`   // capitalised words of its sentence, folded
	After         int         `json:"after,omitempty"`   // 1 + the reading before it in its paragraph that lends it its context
	Entry         int         `json:"entry,omitempty"`   // 1 + the index of the Entry it stands in
	Sourced       bool        `json:"sourced,omitempty"` // its sentence or the next one names who counted
	Class         string      `json:"class"`             // population class, see match.PopulationClass
	Reason        string      `json:"reason,omitempty"`  // why it was changed, in the text's words
	Relayed       bool        `json:"relayed,omitempty"` // told as what somebody else printed: "a newspaper printed that …"
}

// Thing is a number that counts something else than casualties.
type Thing struct {
	Value       float64     `json:"value"`
	Words       string      `json:"words"`
	Noun        string      `json:"noun"`
	Attribution string      `json:"attribution,omitempty"`
	Span        source.Span `json:"span"`
}

// Discord is a figure of a headline or an address that the text does not have.
type Discord struct {
	compare.Discord
}

// Context is what is known about a text from outside it.
type Context struct {
	Headline source.Span // in the text; empty: none
	Slug     string
	Dateline string
	Byline   string
	Notices  []source.Span // corrections and updates, as far as they are marked
}

// Limits that keep a digest small and reading linear.
const (
	leadSentences = 3   // after the headline: where news tells its toll
	maxLine       = 320 // bytes of a sentence kept
	maxNames      = 160
	maxReadings   = 120 // figures of one text: no article of the development sets has half of them
	maxThings     = 80
	leastThing    = 20 // smaller numbers of things are met by chance
)

// Read reads the digest of an analysed text.
func Read(d *extract.Doc, c Context) Digest {
	r := reader{d: d, c: c}
	r.entries()
	r.readings()
	if len(r.out.Readings) == 0 {
		return Digest{}
	}
	r.things()
	r.names()
	r.lists()
	r.context()
	r.discords()
	return r.out
}

// reader builds a digest.
type reader struct {
	d    *extract.Doc
	c    Context
	out  Digest
	days map[int][]extract.Days // by sentence
	// middle holds the names that stand in the middle of a sentence, folded.
	middle map[string]bool
	lead   int // the last sentence of the lead, plus 1; 0: not counted yet
}

func (r *reader) readings() {
	windows := map[source.Span]match.Tally{}
	tallies := match.Tallies(r.d)
	for _, t := range tallies {
		if was, ok := windows[t.Span]; !t.Thing && (!ok || was.Past) { // "22, down from 60" is two of one span
			windows[t.Span] = t
		}
	}
	for _, f := range r.d.Figures() {
		if len(r.out.Readings) == maxReadings {
			break
		}
		if f.Implied {
			continue // one named victim: no toll
		}
		x := r.reading(f)
		if severalEvents.MatchString(r.d.Text[f.Sentence.Start:f.Span.Start]) {
			continue // of several events together: on no board
		}
		if x.Outcome == claims.Killed && condition.MatchString(r.d.Text[f.Span.End:f.Sentence.End]) {
			x.Outcome = claims.Injured // "nine are fighting for their lives"
		}
		r.window(&x, r.d.SentenceAt(f.Span.Start), windows[f.Span].Window)
		if r.role(&x, f, windows[f.Span].Past); f.Hedged && !knownTo.MatchString(r.d.Text[f.Span.End:f.Sentence.End]) {
			x.Role = Unconfirmed
		}
		if x.Role == Part { // "four of the dead are children" says only later whom it counts
			x.Class = match.PopulationClass(windows[f.Span].Population)
		}
		r.sourced(&x, r.d.SentenceAt(f.Span.Start))
		if f.Previous != nil {
			r.former(x, *f.Previous)
		}
		r.out.Readings = append(r.out.Readings, x)
		r.rectifies(x, f)
	}
	r.revisions()
	r.admissions(tallies)
	r.besides()
	for k := range r.out.Readings {
		r.there(k)
		r.out.Readings[k].Entry = r.out.entryAt(r.out.Readings[k].Span.Start)
		r.out.Readings[k].After = r.after(k)
		r.lend(&r.out.Readings[k])
	}
}

// knownTo is no hedge, for all its form: "29 are known to have died".
var knownTo = regexp.MustCompile(`(?i)^(?: people| others)? (?:are|is|were|was) (?:now |already |also )?(?:known|confirmed) to have\b`)

// reading takes a figure over as a toll, with what its sentence says of it.
func (r *reader) reading(f extract.Figure) Reading {
	i := r.d.SentenceAt(f.Span.Start)
	x := Reading{Figure: f.Figure, Span: f.Span, Sentence: f.Sentence, Line: r.line(f.Sentence, f.Span), Role: Toll}
	x.Previous = nil
	x.Attribution = r.fullName(f.Attribution, f.By)
	x.Head = !r.c.Headline.Empty() && r.c.Headline.Contains(f.Span)
	x.Lead = x.Head || i <= r.leadEnd()
	x.Class = match.PopulationClass(f.Population)
	if m := numberOfWhom.FindStringSubmatch(r.d.Text[f.Sentence.Start:f.Span.Start]); m != nil && f.Population == "" {
		x.Class = match.PopulationClass(m[1])
	}
	x.Causes = match.Causes(f.Sentence.Of(r.d.Text) + " " + f.Cause)
	x.Relayed = printedBefore.MatchString(r.d.Text[f.Sentence.Start:f.Span.Start]) || printedAfter.MatchString(r.d.Text[f.Span.End:f.Sentence.End])
	x.Names = r.namesIn(i)
	x.Here = f.Place != "" && !institution(f.Place) && holds(x.Names, f.Place) && !x.Head && r.happens(i, f.Place)
	if place := r.thereOf(i); place != "" && !x.Here {
		x.Place, x.Here, x.Names = place, true, append(x.Names, words(place)...)
	}
	return x
}

// The words by which a text tells what others printed: their report, which it may tell
// because it was wrong. Who prints what its own source said is named beside it.
var (
	printedBefore = regexp.MustCompile(`(?i)\b` + printers + `(?: \pL+){0,2} ` + printing + `\b[^.;“”"]*$`)
	printedAfter  = regexp.MustCompile(`(?i)^[^.;“”"]*, (?:an?|one|another|the|some) (?:\pL+ )?` + printers + ` (?:had )?` + printing + `\b`)
)

const (
	printers = `(?:news ?papers?|papers?|tabloids?|dailies|daily|weekly|magazines?|broadcasters?|channels?|television|radio|web ?sites?|blogs?|outlets?|media)`
	printing = `(?:printed|published|reported|wrote|written|ran|carried|headlined|aired|broadcast|claimed|had it)`
)

// there reads the place that a part of a toll has for itself, and takes it from the
// whole: "killed 214 people in Venterra, 158 of them in Quillote".
func (r *reader) there(k int) {
	x := &r.out.Readings[k]
	if x.Role != Part || k == 0 || x.Class != "people" || r.out.Readings[k-1].Sentence != x.Sentence {
		return
	}
	m := partPlace.FindStringSubmatchIndex(r.d.Text[x.Span.End:x.Sentence.End])
	if m == nil {
		return
	}
	place := r.d.Text[x.Span.End+m[2] : x.Span.End+m[3]]
	x.Place, x.Here, x.There = place, true, true
	whole := &r.out.Readings[k-1]
	var names []string
	for _, n := range whole.Names {
		if !slices.Contains(words(place), n) {
			names = append(names, n)
		}
	}
	whole.Names = names
}

var partPlace = regexp.MustCompile(`^(?: of (?:them|whom))? (?:in|at|near) (?:the \pL+ \pL+ of )?(\p{Lu}[\pL'’-]+(?: \p{Lu}[\pL'’-]+)*)`)

// lend gives a figure what the one before it in its paragraph says: a stretch of
// time ("More than 60 have been wounded", after a count of two days) and who "it"
// is.
func (r *reader) lend(x *Reading) {
	var was Reading
	if x.After > 0 {
		was = r.out.Readings[x.After-1]
	}
	for k := x.After - 1; k >= 0 && x.Window == (claims.Window{}); k-- {
		o := r.out.Readings[k]
		if r.d.ParagraphAt(o.Span.Start) != r.d.ParagraphAt(x.Span.Start) {
			break
		}
		if _, _, stretch := bounds(o.Window, r.d.Meta.Date); stretch && o.Window.From != "" && o.Outcome != x.Outcome && o.Role == Toll {
			x.Window = o.Window
		}
	}
	if pronouns[strings.ToLower(x.Attribution)] {
		x.Attribution = was.Attribution
	}
}

// thereOf is the place that "there" means in sentence i: the last that a sentence before
// it in its paragraph told of. "In Port Ansel the mayor said … Thirty-one people were
// injured there."
func (r *reader) thereOf(i int) string {
	if !thereWord.MatchString(r.d.Sentences[i].Span.Of(r.d.Text)) {
		return ""
	}
	for k := i - 1; k >= 0 && r.d.Sentences[k].Para == r.d.Sentences[i].Para; k-- {
		if all := placeNamed.FindAllStringSubmatch(r.d.Sentences[k].Span.Of(r.d.Text), -1); len(all) > 0 {
			if place := all[len(all)-1][1]; !institution(place) {
				return place
			}
			return ""
		}
	}
	return ""
}

var (
	thereWord  = regexp.MustCompile(`\b(?:injured|hurt|wounded|killed|died|dead|missing|died too|lives) (?:there|in that (?:town|city|village))\b|^There,? `)
	placeNamed = regexp.MustCompile(`\b(?:[Ii]n|[Aa]t|[Nn]ear) (\p{Lu}[\pL'’-]+(?: \p{Lu}[\pL'’-]+)*)`)
)

// numberOfWhom tells before a number whom it counts: "put the number of civilians
// killed at 186".
var numberOfWhom = regexp.MustCompile(`(?i)\b(?:number|count|toll|tally|deaths) (?:of|among) (?:the )?(\pL+)`)

// former adds the earlier value that stands beside a newer one.
func (r *reader) former(x Reading, was claims.Interval) {
	x.Range, x.Role, x.Cumulative, x.Revised = was, Former, false, false
	x.Words = claims.Number(was.Min)
	r.out.Readings = append(r.out.Readings, x)
}

// first is the index of the first sentence below the headline.
func (r *reader) first() int {
	if r.c.Headline.Empty() {
		return 0
	}
	return r.d.SentenceAt(max(0, r.c.Headline.End-1)) + 1
}

// leadEnd is the index of the last sentence of the lead: the first few below the
// headline that end like sentences, which bylines and cross-heads do not.
func (r *reader) leadEnd() int {
	if r.lead > 0 {
		return r.lead - 1
	}
	n := 0
	for i := r.first(); i < len(r.d.Sentences); i++ {
		s := strings.TrimRight(r.d.Sentences[i].Span.Of(r.d.Text), "”’\"' ")
		if r.lead = i + 1; strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
			n++
		}
		if n == leadSentences {
			break
		}
	}
	r.lead = max(r.lead, 1)
	return r.lead - 1
}

// happens reports whether a sentence puts the event at a place, and not only who
// speaks: "the interior ministry in Drava Lesk".
func (r *reader) happens(i int, place string) bool {
	s := r.d.Sentences[i]
	first := words(place)
	for k := s.A + 2; k < s.B && len(first) > 0; k++ {
		t := &r.d.Tokens[k]
		if t.Lower == "that" && t.Tag == "IN" && r.d.Tokens[k-1].Lower == "emerged" {
			return false // what emerged is why, not where
		}
		if foldName(t.Lower) != first[0] {
			continue
		}
		if p := r.d.Tokens[k-1].Lower; p != "in" && p != "at" || !sourceNouns[r.d.Tokens[k-2].Lower] {
			return true
		}
	}
	return s.A < s.B && len(first) > 0 && foldName(r.d.Tokens[s.A].Lower) == first[0]
}

// line is a sentence on one line, cut around a span if it is long.
func (r *reader) line(sentence, span source.Span) string {
	if sentence.Len() > maxLine {
		sentence.Start = max(sentence.Start, span.Start-maxLine/2)
		sentence.End = min(sentence.End, max(span.End, sentence.Start+maxLine))
		for sentence.Start < span.Start && !utf8.RuneStart(r.d.Text[sentence.Start]) {
			sentence.Start++
		}
		for sentence.End > span.End && sentence.End < len(r.d.Text) && !utf8.RuneStart(r.d.Text[sentence.End]) {
			sentence.End--
		}
	}
	return strings.ToValidUTF8(strings.Join(strings.Fields(r.d.Text[sentence.Start:sentence.End]), " "), "")
}

// after finds the reading before in the same paragraph: what a figure leaves
// unsaid ("More than 60 have been wounded") the sentence before said.
func (r *reader) after(k int) int {
	if k == 0 {
		return 0
	}
	was, x := r.out.Readings[k-1], r.out.Readings[k]
	i, j := r.d.SentenceAt(x.Span.Start), r.d.SentenceAt(was.Span.Start)
	if i-j > 1 || r.d.Sentences[i].Para != r.d.Sentences[j].Para || was.Head != x.Head {
		return 0
	}
	return k
}

func (r *reader) things() {
	for _, t := range match.Tallies(r.d) {
		if !t.Thing || t.Measure || t.Range.Min < leastThing || t.Range.NoMax || t.Range.Max > t.Range.Min || // dozens are no 24
			len(r.out.Things) == maxThings {
			continue
		}
		noun := strings.TrimSpace(t.Noun)
		if noun == "" || strings.ContainsAny(noun, "0123456789") || r.formerAt(t.Span) || yearLike(t.Range) || strings.ContainsAny(t.Words, "%$€£") {
			continue
		}
		r.out.Things = append(r.out.Things, Thing{Value: nominal(t.Range), Words: thingWords(t.Words, noun), Noun: noun, Attribution: t.Attribution, Span: t.Span})
	}
}

// thingWords are the words of a number with what it counts.
func thingWords(words, noun string) string {
	if strings.Contains(words, noun) {
		return words
	}
	return words + " " + noun
}

// yearLike: a bare 2025 is rather a year than a count.
func yearLike(i claims.Interval) bool { return i.Min == i.Max && i.Min >= 1900 && i.Min <= 2100 }

func (r *reader) discords() {
	for _, x := range compare.Heading(r.d, r.c.Headline, r.c.Slug) {
		if x.Touch == compare.Figure && !r.says(x) {
			r.out.Discords = append(r.out.Discords, Discord{x})
		}
	}
}

// says reports whether the text below the headline has the count of a line after
// all, told with the one it replaces.
func (r *reader) says(x compare.Discord) bool {
	for _, y := range r.out.Readings {
		if x.Count != nil && y.Head && y.Role == Former && y.Outcome == x.Count.Outcome {
			return true // "as two missing are found dead"
		}
		if x.Count != nil && !y.Head && y.Role == Toll && y.Outcome == x.Count.Outcome && nominal(y.Range) == nominal(x.Count.Range) {
			return true
		}
	}
	return false
}

// nominal is the number an interval was made from: the 12 of "at least 12", the
// 300 of "about 300".
func nominal(i claims.Interval) float64 {
	switch {
	case i.Mod == claims.AtMost, i.Mod == claims.LessThan, i.Mod == claims.Approx && i.MaxOpen:
		return i.Max
	case i.Mod == claims.Approx && !i.NoMax:
		return (i.Min + i.Max) / 2
	}
	return i.Min
}
