package match

import (
	"strings"
	"time"

	"stet/claims"
	"stet/index/source"
)

// scene is what a figure claim says about its event.
type scene struct {
	claim  claims.Figure
	date   time.Time
	text   string
	words  []word
	places [][]word        // names of places, each as words
	kinds  map[string]bool // families of causes
	things []word          // nouns of the event: ferry, market, mine
	home   []word          // without a place: where the story is from
	story  []word          // the story's words
	typed  bool            // of no story
}

func readScene(c FigureClaim) *scene {
	s := &scene{claim: c.Figure, date: c.Date, text: c.Text}
	if strings.TrimSpace(s.text) == "" {
		s.text = c.Figure.Words + " " + c.Figure.Cause + " " + c.Figure.Place
	}
	s.words = cutWords(s.text, source.Span{End: len(s.text)}, maxClaimWords)
	if at := strings.Index(s.text, c.Figure.Words); at >= 0 && reportingDay(tally{Figure: c.Figure, span: source.Span{Start: at, End: at + len(c.Figure.Words)},
		sentence: source.Span{End: len(s.text)}}, s.text) {
		s.claim.Window = claims.Window{}
	}
	if p := namesOf(c.Figure.Place); len(p) > 0 && !stormNouns[p[0].fold] {
		s.places = append(s.places, p)
	}
	s.typed = c.in.Typed
	if len(s.places) == 0 {
		s.home, s.story = c.in.place, c.in.words
	}
	s.kinds = families(s.words)
	for w := range families(cutWords(c.Figure.Cause, source.Span{End: len(c.Figure.Cause)}, 16)) {
		s.kinds[w] = true
	}
	for _, w := range s.words {
		if eventNouns[w.fold] {
			s.things = append(s.things, w)
		}
	}
	return s
}

// namesOf cuts a place name into its capitalised words.
func namesOf(place string) []word {
	var out []word
	for _, w := range cutWords(place, source.Span{End: len(place)}, 16) {
		if w.upper {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return cutWords(place, source.Span{End: len(place)}, 16)
	}
	return out
}

// holds reports whether the words of a name stand in ws, one after the other.
func holds(ws, name []word) bool {
	for i := 0; i+len(name) <= len(ws) && len(name) > 0; i++ {
		all := true
		for k, n := range name {
			if x := ws[i+k]; x.fold != n.fold && bareName(x) != bareName(n) && !(x.upper && n.upper && sameNameWord(x.fold, n.fold)) {
				all = false
				break
			}
		}
		if all {
			return true
		}
	}
	return false
}

// bareName drops a possessive.
func bareName(w word) string { return strings.TrimSuffix(w.fold, "'s") }
