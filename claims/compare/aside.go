package compare

import (
	"slices"
	"strings"

	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/source"
)

// noted is the notices of a text, by sentence.
type noted []source.Span

// notices lists the notices of a text: from a sentence that is one on, what speaks
// of the mistake. The rest of its paragraph is part of it too, if the notice begins
// the paragraph and the text has others, up to a sentence that is news: one that
// the other version has outside its notices.
func notices(d *extract.Doc, news map[int]bool) noted {
	var out noted
	for _, p := range d.Paragraphs {
		open, own := false, false
		for k := p.A; k < p.B; k++ {
			s := d.Sentences[k].Span
			switch text := s.Of(d.Text); {
			case isNotice(text):
				own = !open && k == p.A && len(d.Paragraphs) > 1 || own && open
				open = !news[s.Start] || !announcesNews(text)
			case open && !speaksOfMistake(text):
				open = own && !news[s.Start]
			}
			if open {
				out = append(out, s)
			}
		}
	}
	return out
}

func (n noted) holds(s source.Span) bool {
	for _, x := range n {
		if x.Overlaps(s) {
			return true
		}
	}
	return false
}

// says reports whether a span of the text is a notice by its own words, rather than
// by where it stands.
func (n noted) says(s source.Span, text string) bool {
	t := s.Of(text)
	return n.holds(s) && (isNotice(t) && !announcesNews(t) || speaksOfMistake(t))
}

// announcesNews reports whether a notice says what is new in the news itself:
// "Update: The blast killed 15 people."
func announcesNews(text string) bool {
	l := strings.ToLower(text)
	return strings.HasPrefix(l, "update") && !strings.HasPrefix(l, "updates") && !aboutItself(l)
}

// speaksOfMistake reports whether the sentence behind a notice goes on to set right
// what was wrong: "It was 12, not 11."
func speaksOfMistake(text string) bool {
	l := strings.ToLower(text)
	for _, p := range mistakes {
		if strings.Contains(l, p) {
			return true
		}
	}
	return false
}

var mistakes = []string{", not ", "instead of", "rather than", "earlier version", "previous version", "correct", "we regret", "apologis", "apologiz", "this article", "this story"}

// NoticesApart undoes rows that pair a notice with a sentence of the news: a note
// often repeats the words that it takes back, so it is more like the old sentence
// than the sentence that was corrected. The news is aligned without its notices
// then, and notices with notices. All else is left as it is.
func NoticesApart(old, new *extract.Doc, al diff.Alignment) diff.Alignment {
	was, is := notices(old, nil), notices(new, nil)
	if len(was)+len(is) == 0 || !slices.ContainsFunc(al.Pairs, func(p diff.Pair) bool {
		return mixed(p.New, p.Old, is, was, new.Text) || mixed(p.Old, p.New, was, is, old.Text)
	}) {
		return al
	}
	var olds, news [2][]source.Span // the news and the notices
	for _, p := range al.Pairs {
		for _, s := range p.Old {
			k := index(was.says(s, old.Text))
			olds[k] = append(olds[k], s)
		}
		for _, s := range p.New {
			k := index(is.says(s, new.Text))
			news[k] = append(news[k], s)
		}
	}
	for k := range olds {
		slices.SortFunc(olds[k], source.Span.Compare)
		slices.SortFunc(news[k], source.Span.Compare)
	}
	rows := diff.AlignSentences(old.Text, new.Text, olds[0], news[0]).Pairs
	for _, p := range diff.AlignSentences(old.Text, new.Text, olds[1], news[1]).Pairs {
		rows = slices.Insert(rows, rowBehind(rows, p), p)
	}
	return diff.Alignment{Pairs: rows}
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// mixed reports whether some sentence of one side is a notice by its own words and
// some sentence of the other stands in no notice.
func mixed(some, others []source.Span, ofSome, ofOthers noted, text string) bool {
	return slices.ContainsFunc(some, func(s source.Span) bool { return ofSome.says(s, text) }) &&
		slices.ContainsFunc(others, func(s source.Span) bool { return !ofOthers.holds(s) })
}

// rowBehind is the row that another belongs in front of: rows come in order of the
// new text, deleted sentences behind what they followed.
func rowBehind(rows []diff.Pair, p diff.Pair) int {
	side := func(p diff.Pair) []source.Span { return p.New }
	if len(p.New) == 0 {
		side = func(p diff.Pair) []source.Span { return p.Old }
	}
	for k := len(rows); k > 0; k-- {
		if s := side(rows[k-1]); len(s) > 0 && s[0].Start < side(p)[0].Start {
			return k
		}
	}
	return 0
}

// newsOf lists, by where they begin, the sentences of each text that correspond to
// one of the other that stands in no notice.
func newsOf(al diff.Alignment, was, is noted) (old, new map[int]bool) {
	old, new = map[int]bool{}, map[int]bool{}
	for _, p := range al.Pairs {
		if len(p.Old) == 0 || len(p.New) == 0 {
			continue
		}
		if slices.ContainsFunc(p.New, func(s source.Span) bool { return !is.holds(s) }) {
			for _, s := range p.Old {
				old[s.Start] = true
			}
		}
		if slices.ContainsFunc(p.Old, func(s source.Span) bool { return !was.holds(s) }) {
			for _, s := range p.New {
				new[s.Start] = true
			}
		}
	}
	return old, new
}
