package workspace

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims/concordance"
	"stet/index/source"
)

// A credit is whom an article names as the one it has its story from: in the
// dateline ("NORRBY, 2 May (Coastal Wire) –", "NORRBY (AP) —"), in the byline
// ("From our correspondent and Steppe Agency", "Reuters staff") or in a line of its
// own at the end ("Source: Coastal Wire", "– Reuters").

// creditHead is how many bytes of a text's beginning a dateline takes.
const creditHead = 160

// longestCredit is how many bytes a name may have.
const longestCredit = 40

// credited is the agency or outlet an article credits; empty if it credits nobody,
// or the outlet itself.
func credited(v source.Version, t source.Text, outlet string) string {
	for _, c := range credits(v, t) {
		if !sameName(c, outlet) {
			return c
		}
	}
	return ""
}

// credits lists whom an article credits, the outlet itself too.
func credits(v source.Version, t source.Text) []string {
	head := v.Dateline
	if m, ok := t.First(source.MarkDateline); ok {
		head = m.Of(t.Body)
	}
	var out []string
	for _, s := range []string{head, opening(t)} {
		out = append(out, bracketed(s)...)
	}
	for _, part := range strings.FieldsFunc(strings.NewReplacer(" and ", ",", " with ", ",", "/", ",", "|", ",").Replace(v.Byline), func(r rune) bool { return r == ',' || r == ';' }) {
		if name := agencyIn(part); name != "" {
			out = append(out, name)
		}
	}
	if name := closing(t); name != "" {
		out = append(out, name)
	}
	return out
}

// agencyIn is the agency a part of a byline names, "" if it names none.
func agencyIn(s string) string {
	s = strings.TrimSpace(s)
	for _, lead := range []string{"By ", "by ", "From ", "from "} {
		s = strings.TrimPrefix(s, lead)
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, " staff"), " Staff")
	switch {
	case len(s) > longestCredit:
		return ""
	case agencyNames[strings.ToLower(s)] != "":
		return s
	}
	for _, w := range agencyWords {
		if strings.HasSuffix(s, " "+w) {
			return s
		}
	}
	return ""
}

// agencyWords end the names of news agencies; a byline that ends so is no
// person's.
var agencyWords = []string{"Wire", "Press", "Agency", "News Agency", "Newswire", "Service"}

// agencyNames are news agencies by their names and short forms in lower case, each
// with one name for all its forms. From the agencies' own style of naming
// themselves in datelines.
var agencyNames = func() map[string]string {
	m := map[string]string{}
	for _, line := range []string{
		"associated press|ap|the associated press", "reuters|thomson reuters", "agence france-presse|afp|agence france presse", "deutsche presse-agentur|dpa",
		"press association|pa|pa media", "united press international|upi", "ansa", "efe|agencia efe", "tass|itar-tass", "interfax", "xinhua", "kyodo|kyodo news", "yonhap",
		"press trust of india|pti", "australian associated press|aap", "canadian press|the canadian press|cp", "tt|tt nyhetsbyrån", "ntb", "ritzau", "stt",
		"apa|austria presse agentur", "keystone-sda|sda|ats", "belga", "anp", "lusa", "pap", "čtk|ctk", "mti", "ukrinform", "unian", "anadolu|anadolu agency|aa", "bloomberg|bloomberg news",
	} {
		names := strings.Split(line, "|")
		for _, n := range names {
			m[n] = names[0]
		}
	}
	return m
}()

// sourceName is one name for all forms of an outlet's or an agency's.
func sourceName(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if n := agencyNames[s]; n != "" {
		return n
	}
	return s
}

// sameName reports whether two names are one outlet's: the same, forms of one
// agency's, or one the initials of the other ("PU", Press Union).
func sameName(a, b string) bool {
	return sourceName(a) == sourceName(b) || initials(a, b) || initials(b, a)
}

// initials reports whether a short form is made of a name's initials.
func initials(short, name string) bool {
	if n := len(short); n < 2 || n > 5 || short != strings.ToUpper(short) {
		return false
	}
	var b strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return b.String() == short
}

// creditName is the name that stands for whom an article credits, its outlet aside:
// that of an outlet of the desk if one is meant, so that both have one name; empty
// if it credits nobody.
func creditName(list []string, outlet string, outlets []string) string {
	for _, c := range list {
		if sameName(c, outlet) {
			continue
		}
		for _, o := range outlets {
			if sameName(c, o) {
				return strings.ToLower(o)
			}
		}
		return sourceName(c)
	}
	return ""
}

// outletNames lists the outlets of some versions in order.
func outletNames(about map[source.VersionID]concordance.About) []string {
	in := map[string]bool{}
	for _, a := range about {
		if a.Outlet != "" {
			in[a.Outlet] = true
		}
	}
	return sortedKeys(in)
}

// opening is the beginning of the first paragraph that is no headline.
func opening(t source.Text) string {
	h, _ := t.First(source.MarkHeadline)
	for _, p := range t.Paragraphs() {
		if !h.Empty() && p.Overlaps(h.Span) {
			continue
		}
		return strings.ToValidUTF8(t.Body[p.Start:min(p.End, p.Start+creditHead)], "")
	}
	return ""
}

// bracketed lists the names in round brackets before a dash: "(Coastal Wire) —".
func bracketed(s string) []string {
	i := strings.IndexByte(s, '(')
	if i < 0 {
		return nil
	}
	name, after, ok := strings.Cut(s[i+1:], ")")
	after = strings.TrimSpace(after)
	if !ok || len(name) > longestCredit || after != "" && !strings.HasPrefix(after, "-") && !strings.HasPrefix(after, "–") && !strings.HasPrefix(after, "—") {
		return nil
	}
	var out []string
	for _, n := range strings.Split(name, "/") {
		if n = strings.TrimSpace(n); n != "" && strings.ContainsFunc(n, unicode.IsLetter) {
			out = append(out, n)
		}
	}
	return out
}

// closing is whom the last paragraph credits, if that is all it does.
func closing(t source.Text) string {
	ps := t.Paragraphs()
	if len(ps) < 2 {
		return ""
	}
	last := strings.TrimSpace(ps[len(ps)-1].Of(t.Body))
	for _, lead := range []string{"Source:", "Source –", "–", "—", "- ", "©", "("} {
		name, ok := strings.CutPrefix(last, lead)
		name = strings.Trim(name, " .()")
		if ok && name != "" && len(name) <= longestCredit && (strings.HasPrefix(lead, "Source") || agencyIn(name) != "") && !strings.ContainsAny(name, ":;“”\"") {
			return name
		}
	}
	if agencyNames[strings.ToLower(last)] != "" {
		return last
	}
	return ""
}

// selfCredited reports whether an article's dateline names its own outlet: it is
// the agency's own.
func selfCredited(v source.Version, t source.Text, outlet string) bool {
	return outlet != "" && slices.ContainsFunc(credits(v, t), func(c string) bool { return sameName(c, outlet) })
}
