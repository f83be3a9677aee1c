package toll

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims/extract"
	"stet/claims/match"
	"stet/index/source"
)

// names lists the capitalised words of a text: wherever an event happened, its
// place is among them.
func (r *reader) names() {
	all, heads := map[string]bool{}, map[string]bool{}
	last := r.leadEnd()
	for i := range r.d.Sentences {
		for _, n := range r.namesIn(i) {
			if len(all) < maxNames {
				all[n] = true
			}
			if i <= last {
				heads[n] = true
			}
		}
	}
	r.out.Dateline = append(words(r.c.Dateline), r.dateline()...)
	for _, n := range r.out.Dateline {
		all[n], heads[n] = true, true
	}
	r.out.Names, r.out.Heads = sorted(all), sorted(heads)
	for i := range min(r.first(), len(r.d.Sentences)) {
		r.out.Title = append(r.out.Title, r.namesIn(i)...)
	}
}

// namesIn lists the capitalised words of sentence i, folded, in order.
func (r *reader) namesIn(i int) []string {
	if i < 0 || i >= len(r.d.Sentences) {
		return nil
	}
	s := r.d.Sentences[i]
	var out []string
	for k := max(s.A, r.below(i)); k < s.B; k++ {
		t := &r.d.Tokens[k]
		if t.Kind != extract.Word || !capital(t.Text) || k == s.A && t.Tag != "NNP" && t.Tag != "NNPS" && !r.isName(t.Lower) {
			continue
		}
		if n := foldName(t.Lower); n != "" && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// isName reports whether a word that begins a sentence is a name: it is written with a
// capital in the middle of one too.
func (r *reader) isName(low string) bool {
	if r.middle == nil {
		r.middle = map[string]bool{}
		for i := r.first(); i < len(r.d.Sentences); i++ {
			for k := r.d.Sentences[i].A + 1; k < r.d.Sentences[i].B; k++ {
				if t := &r.d.Tokens[k]; t.Kind == extract.Word && strings.HasPrefix(t.Tag, "NNP") && capital(t.Text) {
					r.middle[foldName(t.Lower)] = true
				}
			}
		}
	}
	return r.middle[foldName(low)]
}

// below is the first token of sentence i behind its dateline: "QUILLOTE, Venterra
// (Press) —" says where the report was written.
func (r *reader) below(i int) int {
	s := r.d.Sentences[i]
	if i < r.first() || i > r.first()+1 {
		return s.A
	}
	text := s.Span.Of(r.d.Text)
	text = text[:min(len(text), datelineBytes)]
	dash := datelineDash.FindStringIndex(text)
	if dash == nil {
		return s.A
	}
	return r.d.TokenAt(s.Span.Start + dash[1])
}

// datelineDash ends a place line: a name in capitals, then at most a country, a day and
// the agency in brackets.
var datelineDash = regexp.MustCompile(`^\p{Lu}[\p{Lu} .'-]{2,40}(, [^.;:–—]{2,60}?)?( ?\([^)]{2,40}\))? ?([–—]|-{1,2}) `)

// dateline lists the names of the place line.
func (r *reader) dateline() (out []string) {
	for i := r.first(); i <= r.first()+1 && i < len(r.d.Sentences); i++ {
		for k := r.d.Sentences[i].A; k < r.below(i); k++ {
			if t := &r.d.Tokens[k]; t.Kind == extract.Word && capital(t.Text) {
				out = append(out, foldName(t.Lower))
			}
		}
	}
	return out
}

func capital(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}

// foldName drops case and a possessive.
func foldName(s string) string {
	s = strings.ToLower(s)
	for _, p := range []string{"'s", "’s", "'", "’"} {
		s = strings.TrimSuffix(s, p)
	}
	return s
}

// words are the capitalised words of a name as a person writes it; all of them if
// none is capitalised.
func words(name string) []string {
	var caps, all []string
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' }) {
		f := foldName(w)
		if f == "" {
			continue
		}
		all = append(all, f)
		if capital(w) {
			caps = append(caps, f)
		}
	}
	if len(caps) > 0 {
		return caps
	}
	return all
}

// holds reports whether a list of folded names has every word of a name; of the place
// of an event that has several, of one of them.
func holds(list []string, name string) bool {
	for one := range strings.SplitSeq(name, placesApart) {
		if ws := words(one); len(ws) > 0 && !slices.ContainsFunc(ws, func(w string) bool { return !slices.Contains(list, w) }) {
			return true
		}
	}
	return false
}

// placesApart stands between the places of an event that has several: "Osby; Halden".
const placesApart = ";"

// Places lists the places of an event.
func Places(place string) (out []string) {
	for one := range strings.SplitSeq(place, placesApart) {
		if one = strings.TrimSpace(one); one != "" {
			out = append(out, one)
		}
	}
	return out
}

func sorted(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// context reads what the head of the text tells of the event, the agency, and the
// sentence that ends the counting.
func (r *reader) context() {
	last := min(r.leadEnd()+1, len(r.d.Sentences))
	var head strings.Builder
	for i := range last {
		head.WriteString(r.d.Sentences[i].Span.Of(r.d.Text))
		head.WriteByte('\n')
	}
	r.out.Causes = match.Causes(head.String())
	r.out.Agency = r.agency()
	for _, s := range r.d.Sentences {
		text := s.Span.Of(r.d.Text)
		low := strings.ToLower(text)
		for _, p := range endings {
			if strings.Contains(low, p) {
				line := r.line(s.Span, source.Span{Start: s.Span.Start, End: s.Span.Start})
				if _, rest, ok := strings.Cut(line, "— "); ok { // the dateline
					line = rest
				}
				r.out.Ends = strings.TrimRight(line, ".” ")
				return
			}
		}
	}
}

// endings say that a count is complete, so that "at least" may go. Compiled from
// last reports of disasters.
var endings = []string{"ended its search", "ended their search", "ended the search", "search has ended", "search ended", "search was called off",
	"search is over", "called off the search", "nobody is missing", "no one is missing", "nobody is unaccounted", "no one else is missing",
	"all have been accounted for", "everyone has been accounted for", "everybody has been accounted for", "final toll", "final death toll", "final count"}

// agency is who the dateline credits in brackets, "(Coastal Wire) —", else a
// byline that is no person's: three words at most, none of them "by" or "and".
func (r *reader) agency() string {
	i := r.first()
	if i < len(r.d.Sentences) {
		s := r.d.Sentences[i].Span.Of(r.d.Text)
		s = s[:min(len(s), datelineBytes)]
		if dash := strings.IndexAny(s, "–—"); dash > 0 {
			open, end := strings.IndexByte(s[:dash], '('), strings.IndexByte(s[:dash], ')')
			if open >= 0 && end > open+1 {
				return s[open+1 : end]
			}
		}
	}
	return ""
}

// datelineBytes is how far into the first sentence a dateline reaches.
const datelineBytes = 120
