package toll

import (
	"regexp"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// window settles which days a figure covers. The nearest date of a sentence is
// often not it: the dateline's ("NORRBY, 2 May —"), the day of the saying ("the
// fire service said on Saturday") and the hour of the count ("as of Sunday") say
// when it was counted. since is what package match makes of it, for counts that
// are open ("Since it began on 1 March").
func (r *reader) window(x *Reading, i int, since claims.Window) {
	own := x.Window
	x.Window, x.AsOf = claims.Window{}, ""
	var left []extract.Days
	var before extract.Days
	told := false // the date before says when it was counted
	for _, d := range r.sentenceDays(i) {
		again := told && strings.Trim(r.d.Text[before.Span.End:max(before.Span.End, d.Span.Start)], ", ") == "" // "Sunday, 4 May"
		before, told = d, false
		switch {
		case r.inDateline(i, d.Span), r.planned(i, d), r.dayOfFormer(i, d), r.dayOfPart(x, d):
		case x.Outcome == claims.Missing && (d.Span.End <= x.Span.Start || r.befell(x.Span.End, d.Span.Start)):
		case (x.Cumulative || r.standing(x)) && !r.eventful(x, i, d): // "four were arrested on Saturday as the toll reached 29"
			told = true
			if d.To != "" {
				x.AsOf = d.To
			}
		case r.saying(i, d), r.counted(d), x.Outcome == claims.Missing, again:
			told = true
			if d.To != "" {
				x.AsOf = d.To
			}
		default:
			left = append(left, d)
		}
	}
	if since.To == "" && since.From != "" && strings.Contains(strings.ToLower(since.Words), "since") && x.Outcome != claims.Missing {
		x.Window = since
		return
	}
	best := -1
	for k, d := range left {
		if d.Words == own.Words && d.From == own.From {
			best = k
			break
		}
		if best < 0 || distance(d.Span, x.Span) < distance(left[best].Span, x.Span) {
			best = k
		}
	}
	if best >= 0 {
		x.Window = r.shifted(x, left[best].Span, pair(r.d.Text, left, best))
	}
}

// shifted moves a window by what lies between its date and the figure: "on Thursday …,
// two days after a similar disaster in Ketterby in which 22 people died" was on Tuesday.
func (r *reader) shifted(x *Reading, date source.Span, w claims.Window) claims.Window {
	if date.End >= x.Span.Start || date.Start < x.Sentence.Start {
		return w
	}
	m := timeAfter.FindStringSubmatch(r.d.Text[date.End:x.Span.Start])
	if m == nil {
		return w
	}
	n, ok := smallNumbers[strings.ToLower(m[1])]
	if v, digits := numberOf(m[1]); digits {
		n, ok = int(v), true
	}
	if !ok || n > 400 {
		return w
	}
	if strings.EqualFold(m[3], "after") {
		n = -n
	}
	move := func(s string) string {
		t, known := day(s)
		if !known {
			return s
		}
		switch strings.ToLower(m[2]) {
		case "week":
			t = t.AddDate(0, 0, 7*n)
		case "month":
			t = t.AddDate(0, n, 0)
		case "year":
			t = t.AddDate(n, 0, 0)
		default:
			t = t.AddDate(0, 0, n)
		}
		return t.Format(time.DateOnly)
	}
	w.From, w.To = move(w.From), move(w.To)
	return w
}

var (
	timeAfter    = regexp.MustCompile(`(?i)\b(\pL+|\d{1,3}) (day|week|month|year)s? (after|before) (?:an?|the|another) [^,;.]*\b(?:in which|which|that|when|where)\b[^,;.]{0,40}$`)
	smallNumbers = map[string]int{"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
)

func (r *reader) sentenceDays(i int) []extract.Days {
	if r.days == nil {
		r.days = map[int][]extract.Days{}
	}
	d, ok := r.days[i]
	if !ok {
		d = r.d.DaysIn(i)
		r.days[i] = d
	}
	return d
}

func distance(a, b source.Span) int {
	if a.Start > b.Start {
		return a.Start - b.End
	}
	return 2 * (b.Start - a.End) // what follows a figure is rather its date
}

// pair reads "between 1 March and 7 May", which is two dates, as one window.
func pair(text string, list []extract.Days, k int) claims.Window {
	w := list[k].Window
	low := strings.ToLower(w.Words)
	opens := strings.HasPrefix(low, "between ") || strings.HasPrefix(low, "from ")
	if opens && k+1 < len(list) && list[k+1].To != "" {
		switch strings.TrimSpace(text[list[k].Span.End:list[k+1].Span.Start]) {
		case "and", "to", "until", "till", "through", "–", "-":
			w.To = list[k+1].To
			w.Words = text[list[k].Span.Start:list[k+1].Span.End]
		}
	}
	if !opens && k > 0 {
		if p := pair(text, list[:k+1], k-1); p.To == w.To && p.Words != list[k-1].Words {
			return p
		}
	}
	return w
}

// inDateline reports whether a date belongs to the place line of the first
// sentences: it stands before the dash that ends it.
func (r *reader) inDateline(i int, at source.Span) bool {
	s := r.d.Sentences[i].Span
	if i > r.first()+1 || at.Start-s.Start > datelineBytes {
		return false
	}
	text := r.d.Text[at.End:min(s.End, at.End+datelineBytes/2)]
	dash := strings.IndexAny(text, "–—-")
	if dash < 0 {
		return false
	}
	between := text[:dash]
	if open := strings.IndexByte(between, '('); open >= 0 && strings.Contains(between, ")") {
		return true
	}
	return strings.TrimSpace(between) == "" && capital(r.d.Text[s.Start:])
}

// sayVerbs report a count. A date right after or right before one is the day of
// the saying.
var sayVerbs = set(`said says say told tells reported reports announced announces confirmed confirms added lowered raised revised
	cut corrected put puts updated released published listed lists wrote stated gave gives counted repeated declared`)

// saying reports whether a date is the day of the saying: a verb of saying stands
// at most four words before it with nothing that happened in between, or directly
// after it ("the ministry on Saturday lowered").
func (r *reader) saying(i int, d extract.Days) bool {
	k := r.d.TokenAt(d.Span.Start)
	s := r.d.Sentences[i]
	if n := r.d.TokenAt(d.Span.End); n < s.B && sayVerbs[r.d.Tokens[n].Lower] && r.d.Tokens[n].Tag != "VBN" {
		return true
	}
	const back = 4 // words
	for n := 1; n <= back && k-n >= s.A; n++ {
		t := &r.d.Tokens[k-n]
		switch {
		case t.Kind == extract.Punct && t.Text != ",", t.Kind == extract.Num:
			return false
		case sayVerbs[t.Lower]:
			return true
		case happened[t.Lower]:
			return false
		}
	}
	return false
}

// dayOfFormer reports whether a date is of an earlier value: "down from 60 on Tuesday".
func (r *reader) dayOfFormer(i int, d extract.Days) bool {
	return formerDay.MatchString(r.d.Text[max(r.d.Sentences[i].Span.Start, d.Span.Start-40):d.Span.Start])
}

var formerDay = regexp.MustCompile(`(?i)\bfrom (about |some |at least )?[\d,]+( \pL+)?,? (on |the |a )?$`)

// dayOfPart reports whether a date is of a part that is told behind a figure:
// "including the two victims of Wednesday's aftershock", "of the 71 injured, 22
// remained in hospital on Monday".
func (r *reader) dayOfPart(x *Reading, d extract.Days) bool {
	if x.Span.End >= d.Span.Start {
		return false
	}
	between := r.d.Text[x.Span.End:d.Span.Start]
	return opensPart.MatchString(between) || strings.Contains(between, ", ") && ofWhole.MatchString(r.d.Text[x.Sentence.Start:x.Span.Start]+strings.ToLower(x.Words))
}

// ofWhole names a toll only to tell of a part of it.
var ofWhole = regexp.MustCompile(`(?i)\b(of|among) (the|those) `)

var opensPart = regexp.MustCompile(`(?i)\b(including|among them|of whom|of them)\b`)

// standing reports whether a figure is what a count stands at: "its tally stood at 33
// dead".
func (r *reader) standing(x *Reading) bool {
	return stoodAt.MatchString(r.d.Text[max(x.Sentence.Start, x.Span.Start-24):x.Span.Start])
}

var stoodAt = regexp.MustCompile(`(?i)\b(st[oa]nds?|stood|standing|remain(s|ed)?|rose|risen|climbed|reached|put)\b( \pL+)? ?(at|to)? $`)

// befell reports whether something happened between two bytes of a sentence: the date
// after it is of the event.
func (r *reader) befell(from, to int) bool {
	for k := r.d.TokenAt(from); k < len(r.d.Tokens) && r.d.Tokens[k].Start < to; k++ {
		if happened[r.d.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// eventful reports whether a date is of what befell people and not of the count: the
// verb or the noun before it is one that happens ("that struck before dawn on
// Tuesday", "the fire on Sunday"), or what it owns is ("Sunday's fire").
func (r *reader) eventful(x *Reading, i int, d extract.Days) bool {
	if rest := strings.TrimSpace(r.d.Text[d.Span.End:r.d.Sentences[i].Span.End]); strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") || strings.HasSuffix(d.Words, "'s") || strings.HasSuffix(d.Words, "’s") {
		return true
	}
	for k := r.d.TokenAt(d.Span.Start) - 1; k >= r.d.Sentences[i].A; k-- {
		t := &r.d.Tokens[k]
		switch {
		case x.Span.Contains(source.Span{Start: t.Start, End: t.End}): // "stood at 33 dead on Saturday"
			return false
		case happened[t.Lower]:
			return true
		case strings.HasPrefix(t.Tag, "VB"), t.Kind == extract.Num, t.Text == ",", (t.Tag == "NN" || t.Tag == "NNS") && !partsOfDay[t.Lower]:
			return false
		}
	}
	return false
}

// partsOfDay stand before the name of a day.
var partsOfDay = set(`dawn morning noon midday afternoon evening night midnight early late hours`)

// planned reports whether a date is of what is to come: "will reopen on Monday".
func (r *reader) planned(i int, d extract.Days) bool {
	const back = 5 // words
	k := r.d.TokenAt(d.Span.Start)
	for n := 1; n <= back && k-n >= r.d.Sentences[i].A; n++ {
		switch t := &r.d.Tokens[k-n]; {
		case t.Kind == extract.Punct:
			return false
		case t.Tag == "MD":
			return true
		}
	}
	return false
}

// counted reports whether a date says up to when was counted: "as of Sunday", "by
// Saturday evening".
func (r *reader) counted(d extract.Days) bool {
	low := strings.ToLower(r.d.Text[max(0, d.Span.Start-8):d.Span.Start])
	return strings.HasSuffix(strings.TrimSpace(low), "as of") || d.From == "" && d.To != "" && !strings.Contains(strings.ToLower(d.Words), "until")
}

// happened are verbs of what befell people: a date near them is of the event.
var happened = set(`killed died dead injured wounded hurt hit struck tore swept exploded collapsed crashed sank burned attacked attack fire
	explosion blast shelling strike quake storm flood earthquake disaster collapse crash sinking capsized overturned derailed erupted broke
	shooting bombing raid massacre landslide accident tragedy stampede tsunami hurricane cyclone`)

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
