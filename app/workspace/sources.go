package workspace

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/match"
	"stet/index/source"
)

// Independence counts where support for a claim comes from. Passages of the
// article the claim was made in, and of its outlet, are left out: a story is no
// source for itself, and the house that prints it is no independent one.
type Independence struct {
	Passages    int // attached as supporting, origin or repeating
	Articles    int
	Outlets     int
	Independent int // copies of one story, articles of one outlet and those that credit one agency are one
	Wanted      int // by the desk's policy
	Own         int // passages of the checked article itself, which are not counted
	House       int // passages of other articles of its outlet, which are not counted either
	// Origin is who all the articles name as the one who says so, if there are
	// several and all name the same: texts may be independent and rest on one
	// origin.
	Origin string
}

// Enough reports whether there are as many independent sources as the desk asks
// for.
func (n Independence) Enough() bool { return n.Independent >= n.Wanted }

// String says it for people: "4 passages, 3 outlets, 1 independent source of 2
// wanted".
func (n Independence) String() string {
	s := "no passage yet; " + counted(n.Wanted, "independent source") + " wanted"
	if n.Passages > 0 {
		s = fmt.Sprintf("%s, %s, %s of %d wanted", counted(n.Passages, "passage"), counted(n.Outlets, "outlet"), counted(n.Independent, "independent source"), n.Wanted)
	}
	if n.Origin != "" {
		s += "; one origin: " + n.Origin
	}
	if n.Own > 0 {
		s += "; not counted: " + counted(n.Own, "passage") + " of the checked article itself"
	}
	if n.House > 0 {
		s += "; the checked story's own outlet is not counted (" + counted(n.House, "passage") + ")"
	}
	return s
}

// Short says in a sentence that a confirmation falls short of the desk's policy.
func (n Independence) Short() string {
	switch n.Independent {
	case 0:
		if n.House > 0 {
			return fmt.Sprintf("Only the checked story's own outlet supports this, which is not counted; the desk asks for %d independent sources.", n.Wanted)
		}
		return fmt.Sprintf("No source supports this yet; the desk asks for %d independent ones.", n.Wanted)
	case 1:
		s := fmt.Sprintf("This rests on one independent source; the desk asks for %d.", n.Wanted)
		if n.Articles > 1 {
			s = fmt.Sprintf("The %d articles that support this are one independent source (copies, one agency's or one outlet's); the desk asks for %d.", n.Articles, n.Wanted)
		}
		return s
	}
	return fmt.Sprintf("This rests on %d independent sources; the desk asks for %d.", n.Independent, n.Wanted)
}

// counted is a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// support is what supports a claim, as the ledger says.
type support struct {
	Independence
	places []source.Place
}

// supportOf reads what supports a claim.
func supportOf(s *ledger.State, c *ledger.Claim) support {
	n := support{Independence: Independence{Wanted: s.Policy.Independent}}
	house := ""
	if c.Made != nil {
		house = outletOf(s, c.Made.Version)
	}
	articles, outlets := map[source.ArticleID]bool{}, map[string]bool{}
	for _, e := range s.EvidenceOf(c.ID) {
		if e.Stance != claims.Supports && e.Stance != claims.FirstSeen && e.Stance != claims.Repeats {
			continue
		}
		v := e.Anchor.Version
		if c.Made != nil && c.Made.Version.Article == v.Article {
			n.Own++
			continue
		}
		if oneOutlet(house, outletOf(s, v)) {
			n.House++
			continue
		}
		n.Passages++
		n.places = append(n.places, source.Place{Version: v, Span: e.Anchor.Span})
		articles[v.Article] = true
		outlets[strings.ToLower(s.Articles[v.Article].Outlet)] = true
	}
	n.Articles, n.Outlets = len(articles), len(outlets)
	return n
}

// outletOf is the outlet of a version's article; empty if there is none of that
// name on the desk.
func outletOf(s *ledger.State, v source.VersionID) string {
	if a := s.Articles[v.Article]; a != nil {
		return a.Outlet
	}
	return ""
}

// Independence counts the independent sources that support a claim.
func (w *Workspace) Independence(ctx context.Context, id claims.ID) (Independence, error) {
	var n support
	w.View(func(s *ledger.State) {
		n.Wanted = s.Policy.Independent
		if c := s.Claims[id]; c != nil {
			n = supportOf(s, c)
		}
	})
	return w.settle(ctx, n)
}

// Independences counts the independent sources of every claim that a passage
// supports.
func (w *Workspace) Independences(ctx context.Context) (map[claims.ID]Independence, error) {
	all := map[claims.ID]support{}
	var order []claims.ID
	w.View(func(s *ledger.State) {
		for _, c := range s.Live() {
			if n := supportOf(s, c); n.Passages+n.Own+n.House > 0 {
				all[c.ID] = n
				order = append(order, c.ID)
			}
		}
	})
	out := map[claims.ID]Independence{}
	for _, id := range order {
		n, err := w.settle(ctx, all[id])
		if err != nil {
			return nil, err
		}
		out[id] = n
	}
	return out, nil
}

// settle counts what copies there are among what supports a claim, and whether
// all of it rests on one origin.
func (w *Workspace) settle(ctx context.Context, n support) (Independence, error) {
	cited := make([]source.VersionID, len(n.places))
	for i, p := range n.places {
		cited[i] = p.Version
	}
	numbers, err := w.independent(ctx, cited)
	if err != nil {
		return n.Independence, err
	}
	for _, k := range numbers {
		n.Independent = max(n.Independent, k)
	}
	if n.Articles > 1 {
		n.Origin, err = w.oneOrigin(ctx, n.places)
	}
	return n.Independence, err
}

// independent numbers versions by the source they are, from 1 in their order:
// versions of one article, articles of one outlet, copies of one story (over the
// whole desk, so that two copies of a third are one) and articles that credit one
// agency, or it and the agency's own, are one source, and so is whatever such a
// chain connects.
func (w *Workspace) independent(ctx context.Context, cited []source.VersionID) ([]int, error) {
	if len(cited) < 2 {
		return []int{1}[:len(cited)], nil
	}
	copied, err := w.clusters(ctx, nil)
	if err != nil {
		return nil, err
	}
	outlets, credit := make([]string, len(cited)), make([]string, len(cited))
	w.View(func(s *ledger.State) {
		for i, v := range cited {
			outlets[i] = s.Articles[v.Article].Outlet
		}
	})
	for i, v := range cited {
		if credit[i], err = w.credit(ctx, v); err != nil {
			return nil, err
		}
	}
	group := make([]int, len(cited))
	for i, v := range cited {
		group[i] = i
		for j, o := range cited[:i] {
			k := copied.number[v.Article]
			if v.Article == o.Article || k > 0 && k == copied.number[o.Article] || oneOutlet(outlets[i], outlets[j]) ||
				oneOutlet(credit[i], credit[j]) || oneOutlet(credit[i], outlets[j]) || oneOutlet(outlets[i], credit[j]) {
				merge(group[:i+1], group[i], group[j])
			}
		}
	}
	numbers := map[int]int{}
	for i, c := range group {
		if numbers[c] == 0 {
			numbers[c] = len(numbers) + 1
		}
		group[i] = numbers[c]
	}
	return group, nil
}

// oneOutlet reports whether two names are known to be one outlet's.
func oneOutlet(a, b string) bool { return a != "" && b != "" && sameName(a, b) }

// credit is whom a version credits beside its own outlet.
func (w *Workspace) credit(ctx context.Context, id source.VersionID) (string, error) {
	outlet := ""
	w.View(func(s *ledger.State) { outlet = s.Articles[id.Article].Outlet })
	c := &w.copying
	key := id.String() + " " + outlet
	c.mu.Lock()
	known, ok := c.credits[key]
	c.mu.Unlock()
	if ok {
		return known, nil
	}
	v, t, err := w.Read(ctx, id)
	if err != nil {
		return "", err
	}
	name := credited(v.Version, t, cmp.Or(outlet, v.Outlet))
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.credits == nil {
		c.credits = map[string]string{}
	}
	c.credits[key] = name
	return name, nil
}

// soonClustered is how many versions are looked through for copies without being
// asked for: about a second. On a larger desk candidates are told apart once the
// copies are known.
const soonClustered = 1000

// markSame notes which candidates are the same source as something attached.
func (w *Workspace) markSame(ctx context.Context, id claims.ID, list []Candidate) error {
	var attached []source.VersionID
	outlets := map[source.ArticleID]string{}
	versions := 0
	w.View(func(s *ledger.State) {
		if c := s.Claims[id]; c != nil {
			for _, p := range supportOf(s, c).places {
				attached = append(attached, p.Version)
			}
		}
		for _, v := range attached {
			outlets[v.Article] = s.Articles[v.Article].Outlet
		}
		for _, x := range list {
			outlets[x.Place.Version.Article] = s.Articles[x.Place.Version.Article].Outlet
		}
		for _, a := range s.Articles {
			versions += len(a.Versions)
		}
	})
	if len(attached) == 0 {
		return nil
	}
	copied, known := w.knownClusters()
	if !known && versions <= soonClustered {
		var err error
		if copied, err = w.clusters(ctx, nil); err != nil {
			return err
		}
	}
	for i := range list {
		x := &list[i]
		if x.Attached != "" {
			continue
		}
		for _, v := range attached {
			if x.Same = sameSource(x.Place.Version, v, outlets, copied); x.Same != "" {
				break
			}
		}
	}
	return nil
}

// sameSource says why two versions are one source; "" if they are two.
func sameSource(a, b source.VersionID, outlets map[source.ArticleID]string, copied clusters) string {
	name := outlets[b.Article]
	switch k := copied.number[a.Article]; {
	case a.Article == b.Article:
		return "the same article is attached already"
	case name != "" && strings.EqualFold(outlets[a.Article], name):
		return "another article of " + name + " is attached already"
	case k > 0 && k == copied.number[b.Article]:
		return "one story with what is attached from " + first(name, "another outlet")
	}
	return ""
}

// merge renames one group to another.
func merge(group []int, from, to int) {
	for i, c := range group {
		if c == from {
			group[i] = to
		}
	}
}

// oneOrigin is the origin that every passage names; empty if some name none or
// another.
func (w *Workspace) oneOrigin(ctx context.Context, places []source.Place) (string, error) {
	key := fmt.Sprint(places) // the texts do not change, so neither does the answer
	w.copying.mu.Lock()
	known, ok := w.copying.origins[key]
	w.copying.mu.Unlock()
	if ok {
		return known, nil
	}
	name, err := w.findOrigin(ctx, places)
	if err != nil {
		return "", err
	}
	w.copying.mu.Lock()
	defer w.copying.mu.Unlock()
	if w.copying.origins == nil {
		w.copying.origins = map[string]string{}
	}
	w.copying.origins[key] = name
	return name, nil
}

func (w *Workspace) findOrigin(ctx context.Context, places []source.Place) (string, error) {
	var common []string
	for i, p := range places {
		d, err := w.Analysis(ctx, p.Version)
		if err != nil {
			return "", err
		}
		var named []string
		add := func(span source.Span, who string) {
			if span.Overlaps(p.Span) && !vague(who) {
				named = append(named, who)
			}
		}
		for _, f := range d.Figures() {
			add(f.Span, f.Attribution)
		}
		for _, q := range d.Quotes() {
			add(q.Span, q.Speaker)
		}
		for _, x := range d.Statistics() {
			add(x.Span, x.Attribution)
		}
		if i == 0 {
			common = named
			continue
		}
		var still []string
		for _, a := range common {
			for _, b := range named {
				if sameOrigin(a, b) {
					if len(b) > len(a) {
						a = b
					}
					still = append(still, a)
					break
				}
			}
		}
		common = still
	}
	if len(common) == 0 {
		return "", nil
	}
	return common[0], nil
}

// originWords are the words of an origin without articles and the like.
func originWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" ,.'’“”\"()", r) }) {
		switch w {
		case "the", "a", "an", "of", "in", "for", "and", "s", "his", "her", "its", "their":
		default:
			out = append(out, w)
		}
	}
	return out
}

// vague reports whether words name nobody in particular: two reports that say
// "officials" need not mean the same ones.
func vague(who string) bool {
	for _, w := range originWords(who) {
		if !vagueOrigins[w] {
			return false
		}
	}
	return true
}

var vagueOrigins = wordSet(`official officials authority authorities police witness witnesses resident residents source sources
	people man woman he she they it media report reports army military rescuers rescue workers hospital hospitals medics doctors
	local state regional several some two three other others spokesman spokeswoman spokesperson who government we i you`)

// wordSet is the set of the words of a text.
func wordSet(text string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(text) {
		m[w] = true
	}
	return m
}

// sameOrigin reports whether two origins as named are one: the same person, or
// one named by fewer of the same words ("the fire service", "the regional fire
// service").
func sameOrigin(a, b string) bool {
	if match.Speakers(a, b) > 0 {
		return true
	}
	x, y := originWords(a), originWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	have := map[string]bool{}
	for _, w := range y {
		have[w] = true
	}
	for _, w := range x {
		if !have[w] {
			return false
		}
	}
	return true
}
