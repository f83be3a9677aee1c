package concordance

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stet/claims/match"
	"stet/index/source"
)

// utterance lays out the sayings of one utterance, in order of place, beside its
// source: a row an article, older versions and copies folded into it.
func (f *finder) utterance(list []*Saying, src *Saying) (Utterance, error) {
	u := Utterance{Key: list[0].Key()}
	var articles [][]*Saying
	for i, s := range list {
		if i == 0 || list[i-1].Version.Article != s.Version.Article {
			articles = append(articles, nil)
		}
		k := len(articles) - 1
		articles[k] = append(articles[k], s)
	}
	var rows []Rendering
	for _, a := range articles {
		rs, err := f.article(a, src)
		if err != nil {
			return u, err
		}
		rows = append(rows, rs...)
	}
	slices.SortStableFunc(rows, func(a, b Rendering) int {
		return byTime(&a, &b)
	})
	rows = f.collapse(rows)
	for i, r := range rows {
		if r.Version == src.Version && r.Span == src.Span {
			u.Source = r
			u.Rows = slices.Delete(rows, i, i+1)
			break
		}
	}
	f.summary(&u)
	return u, nil
}

// byTime orders renderings, those of one moment by outlet.
func byTime(a, b *Rendering) int {
	return cmp.Or(a.At.Compare(b.At), strings.Compare(strings.ToLower(a.Outlet), strings.ToLower(b.Outlet)), compareSayings(&a.Saying, &b.Saying))
}

// article makes the renderings of one article: of its last version that prints
// the utterance a row for each wording, the others folded.
func (f *finder) article(list []*Saying, src *Saying) ([]Rendering, error) {
	last := list[len(list)-1].Version.N
	if src.Version.Article == list[0].Version.Article {
		last = src.Version.N
	}
	var rows, older []Rendering
	at := func(rs []Rendering, s *Saying) int {
		return slices.IndexFunc(rs, func(r Rendering) bool { return r.sameWords(s) && r.Speaker == s.Speaker })
	}
	take := func(rs *[]Rendering, s *Saying) error {
		if i := at(*rs, s); i >= 0 && s != src {
			(*rs)[i].fold(s)
			return nil
		}
		r, err := f.render(s, src)
		r.At = f.first(list, s)
		*rs = append(*rs, r)
		return err
	}
	now := slices.DeleteFunc(slices.Clone(list), func(s *Saying) bool { return s.Version.N != last })
	// The source first, then the longest: shorter ones may be parts of it.
	slices.SortStableFunc(now, func(a, b *Saying) int {
		if a == src || b == src {
			return boolInt(b == src) - boolInt(a == src)
		}
		return len(b.plain) - len(a.plain)
	})
	for _, s := range now {
		if err := take(&rows, s); err != nil {
			return nil, err
		}
	}
	rows = parts(rows)
	for _, s := range slices.Backward(list) {
		if s.Version.N == last {
			continue
		}
		if i := at(rows, s); i >= 0 {
			rows[i].fold(s)
			continue
		}
		if err := take(&older, s); err != nil {
			return nil, err
		}
	}
	for _, o := range older { // what a version prints besides, of the same words, is a part of them
		if !o.Matters() && slices.Contains(rows[0].Versions, o.Version.N) {
			rows[0].folded = append(append(rows[0].folded, o.Place()), o.folded...)
			continue
		}
		rows[0].Older = append(rows[0].Older, o)
	}
	if latest := f.about(rows[0].Version).Latest; rows[0].Version.N < latest && src.Version.Article != list[0].Version.Article {
		rows[0].Gone = list[len(list)-1].Version.N + 1
	}
	for i := range rows {
		slices.Sort(rows[i].Versions)
	}
	return rows, nil
}

// fold adds a saying of the same article with the same words.
func (r *Rendering) fold(s *Saying) {
	r.folded = append(r.folded, s.Place())
	if s.Version == r.Version {
		r.Again++
		return
	}
	if !slices.Contains(r.Versions, s.Version.N) {
		r.Versions = append(r.Versions, s.Version.N)
	}
}

// parts folds, of the renderings of one version, those that only repeat a part
// of the first faithfully, as headlines do.
func parts(rows []Rendering) []Rendering {
	out := rows[:1]
	for _, r := range rows[1:] {
		if r.Matters() || r.Relation == "" {
			out = append(out, r)
			continue
		}
		out[0].Again += 1 + r.Again
		out[0].folded = append(append(out[0].folded, r.Place()), r.folded...)
	}
	return out
}

// render puts one saying beside the source.
func (f *finder) render(s, src *Saying) (Rendering, error) {
	a := f.about(s.Version)
	r := Rendering{Saying: *s, Outlet: a.Outlet, At: a.At, Story: a.Story, Versions: []int{s.Version.N}}
	if s == src {
		r.Pieces = lay(s, nil, "")
		return r, nil
	}
	res, pieces, err := f.in.Beside(s, src)
	if err != nil {
		return r, err
	}
	r.Relation, r.Class, r.Score, r.Why, r.Warn, r.Pieces = res.Relation, res.Class, res.Score, aboutSource.Replace(res.Why), res.Warn, pieces
	if pieces == nil {
		r.Pieces = lay(s, nil, "")
	}
	for _, d := range res.Differences {
		r.Elsewhere = r.Elsewhere || d.Kind == match.DiffSpeaker
		if r.Changed == "" && (d.Kind == match.DiffModal || d.Kind == match.DiffNumber || d.Kind == match.DiffName) {
			r.Changed = d.Kind
		}
	}
	f.sayStitched(&r, s)
	r.Translated = s.Translated || src.Translated
	return r, nil
}

// aboutSource words a match's sentence for a rendering: there is no claim here.
var aboutSource = strings.NewReplacer("The passage gives", "The best source gives", "The claim has", "This has", "the claim shows it", "this shows it",
	"The source has", "The best source has", "the source does not", "the best source does not")

// collapse folds copies: the same words, by the same speaker, in near-duplicate
// articles. rows are earliest first. The source is never folded.
func (f *finder) collapse(rows []Rendering) []Rendering {
	var out []Rendering
	for _, r := range rows {
		c := f.about(r.Version).Cluster
		i := slices.IndexFunc(out, func(o Rendering) bool {
			return c != 0 && f.about(o.Version).Cluster == c && o.Version.Article != r.Version.Article &&
				o.sameWords(&r.Saying) && speakers(&o.Saying, &r.Saying) >= 0 && o.Matters() == r.Matters()
		})
		switch {
		case i < 0:
			out = append(out, r)
		case r.Relation == "": // the source takes the place of what was there
			head := out[i]
			r.Copies = append(r.Copies, head.Copies...)
			head.Copies = nil
			r.Copies = append([]Rendering{head}, r.Copies...)
			out[i] = r
		default:
			out[i].Copies = append(out[i].Copies, r)
		}
	}
	return out
}

// summary counts and names what the renderings have in common.
func (f *finder) summary(u *Utterance) {
	u.Speaker, u.Venue, u.First = f.speaker(u), u.Source.Venue, u.Source.At
	outlets := map[string]bool{}
	for _, r := range u.quoting() {
		if u.Venue == "" {
			u.Venue = r.Venue
		}
		if earlier(r.At, u.First) {
			u.First = r.At
		}
		outlets[strings.ToLower(r.Outlet)] = true
	}
	for _, r := range u.quoting() {
		if speakers(&r.Saying, &u.Source.Saying) >= 0 && otherName(r.Speaker, u.Speaker) {
			r.Named = r.Speaker
		}
	}
	u.Outlets = len(outlets)
	u.Others = givenTo(u)
	u.Independent, u.House = f.independent(u)
}

// givenTo names the speakers that renderings give the words to instead, those of most
// outlets first.
func givenTo(u *Utterance) []GivenTo {
	var out []GivenTo
	for _, r := range u.quoting() {
		if !r.Elsewhere || r.Speaker == "" {
			continue
		}
		i := slices.IndexFunc(out, func(g GivenTo) bool { return match.Speakers(g.Speaker, r.Speaker) > 0 || g.Speaker == r.Speaker })
		if i < 0 {
			i, out = len(out), append(out, GivenTo{Speaker: r.Speaker})
		}
		if !slices.ContainsFunc(out[i].Outlets, func(o string) bool { return strings.EqualFold(o, r.Outlet) }) {
			out[i].Outlets = append(out[i].Outlets, r.Outlet)
		}
	}
	slices.SortStableFunc(out, func(a, b GivenTo) int { return len(b.Outlets) - len(a.Outlets) })
	return out
}

// speaker is who said it: of the names the renderings have for the speaker of the
// best source, a full one rather than a part, then the one most articles print,
// then the best source's.
func (f *finder) speaker(u *Utterance) string {
	in := map[string]map[source.ArticleID]bool{}
	var names []string
	for _, r := range u.quoting() {
		if r.Speaker == "" || u.Source.Speaker != "" && r.Speaker != u.Source.Speaker && match.Speakers(u.Source.Speaker, r.Speaker) <= 0 {
			continue
		}
		if in[r.Speaker] == nil {
			in[r.Speaker] = map[source.ArticleID]bool{}
			names = append(names, r.Speaker)
		}
		in[r.Speaker][r.Version.Article] = true
	}
	best := u.Source.Speaker
	for _, n := range names {
		more, full := len(in[n])-len(in[best]), len(strings.Fields(n))-len(strings.Fields(best))
		if endsInName(n, best) {
			continue // the same with a role before it
		}
		if endsInName(best, n) || best == "" || full > 0 && (len(strings.Fields(best)) == 1 || more > 0) || full == 0 && more > 0 {
			best = n
		}
	}
	return best
}

// endsInName reports whether a speaker is written as another, a full name, with more
// before it: "Harbour Master Rasmus Toft".
func endsInName(long, name string) bool {
	return strings.Contains(name, " ") && strings.HasSuffix(strings.ToLower(long), " "+strings.ToLower(name))
}

// otherName reports whether two names of one person are spelt differently: none
// has all the words of the other.
func otherName(a, b string) bool {
	x, y := plainWords(a), plainWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 || match.Speakers(a, b) <= 0 {
		return false
	}
	return slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) }) && surnameKey(a) == surnameKey(b)
}

// independent counts the sources that print an utterance: versions of one article,
// articles of one outlet, copies of one story and what credits one agency are one,
// whatever a chain of those connects too. What gives the words to another speaker does
// not bear them out. A story that is being checked is no source, and its outlet no
// independent one; house reports whether that was left out.
func (f *finder) independent(u *Utterance) (n int, house bool) {
	houses := map[string]bool{}
	for _, r := range u.quoting() {
		if r.Story && r.Outlet != "" {
			houses[strings.ToLower(r.Outlet)] = true
		}
	}
	var groups [][]string // of names that are one source
	for _, r := range u.quoting() {
		if r.Story || r.Elsewhere {
			continue
		}
		if houses[strings.ToLower(r.Outlet)] {
			house = true
			continue
		}
		names := []string{"article " + string(r.Version.Article)}
		if r.Outlet != "" {
			names = append(names, "outlet "+strings.ToLower(r.Outlet))
		}
		about := f.about(r.Version)
		if about.Cluster != 0 {
			names = append(names, "cluster "+strconv.Itoa(about.Cluster))
		}
		if about.Credit != "" {
			names = append(names, "outlet "+strings.ToLower(about.Credit))
		}
		kept := groups[:0]
		for _, g := range groups {
			if slices.ContainsFunc(g, func(n string) bool { return slices.Contains(names, n) }) {
				names = append(names, g...)
			} else {
				kept = append(kept, g)
			}
		}
		groups = append(kept, names)
	}
	return len(groups), house
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
