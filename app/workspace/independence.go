package workspace

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"stet/claims/ledger"
	"stet/index/neardup"
	"stet/index/source"
)

// copying is which articles of the desk are copies of one another, kept while
// the desk is open: near-duplicates of all versions, the versions of one article
// together. Each version is read once.
type copying struct {
	turn   sync.Mutex
	texts  neardup.Clusters
	listed map[string]source.VersionID // by the key in texts
	seq    uint64                      // of the ledger when that was looked at
	key    []source.VersionID          // what sorted was sorted from
	sorted clusters

	mu      sync.Mutex        // guards what follows
	origins map[string]string // whom passages name as the one who says so, by their places
}

// clusters are the groups of articles that are copies of one another.
type clusters struct {
	list   []Cluster
	number map[source.ArticleID]int // in list, from 1; 0: copied by nobody here
}

// Cluster is articles that are copies of one story: one source, however many
// outlets print it.
type Cluster struct {
	Articles []source.ArticleID // earliest first
	// Origin is where the story likely comes from: the outlet the others credit,
	// else the one that printed it first. OriginArticle is its article here; empty
	// if the desk does not hold it.
	Origin        string
	OriginArticle source.ArticleID
	Because       string // "credited by Inland Post and Norrby Courier"
}

// Clusters groups the articles of the desk that are copies of one story, in the
// order in which the desk got them. The first time it reads the whole desk.
func (w *Workspace) Clusters(ctx context.Context, onItem OnItem) ([]Cluster, error) {
	c, err := w.clusters(ctx, onItem)
	return c.list, err
}

// ClusterOf is the cluster of an article; nil if nobody copied it.
func (w *Workspace) ClusterOf(ctx context.Context, id source.ArticleID) (*Cluster, error) {
	c, err := w.clusters(ctx, nil)
	if err != nil || c.number[id] == 0 {
		return nil, err
	}
	return &c.list[c.number[id]-1], nil
}

func (w *Workspace) clusters(ctx context.Context, onItem OnItem) (clusters, error) {
	c := &w.copying
	c.turn.Lock()
	defer c.turn.Unlock()
	if c.listed != nil && c.seq == w.Seq() {
		return c.sorted, nil
	}
	var now []source.VersionID
	var seq uint64
	w.View(func(s *ledger.State) {
		seq = s.Seq
		for _, id := range s.Filed {
			for _, v := range s.Articles[id].Versions {
				if !v.Hidden {
					now = append(now, v.ID)
				}
			}
		}
	})
	if c.listed != nil && slices.Equal(now, c.key) {
		c.seq = seq
		return c.sorted, nil
	}
	if err := w.group(ctx, now, onItem); err != nil {
		return clusters{}, err
	}
	sorted, err := w.sortClusters(ctx)
	if err != nil {
		return clusters{}, err
	}
	c.seq, c.key, c.sorted = seq, now, sorted
	return sorted, nil
}

// knownClusters are the groups as they were last worked out, without waiting.
func (w *Workspace) knownClusters() (clusters, bool) {
	c := &w.copying
	if !c.turn.TryLock() {
		return clusters{}, false
	}
	defer c.turn.Unlock()
	return c.sorted, c.listed != nil && c.sorted.number != nil
}

// group brings the near-duplicates up to date with the versions there are.
func (w *Workspace) group(ctx context.Context, now []source.VersionID, onItem OnItem) error {
	c := &w.copying
	if c.listed == nil {
		c.listed = map[string]source.VersionID{}
	}
	load := func(key string) (neardup.Set, error) { return w.shingles(ctx, c.listed[key]) }
	there := make(map[string]bool, len(now))
	for _, v := range now {
		there[v.String()] = true
	}
	for _, key := range sortedKeys(c.listed) {
		if !there[key] { // withdrawn
			if err := c.texts.Remove(key, load); err != nil {
				return err
			}
			delete(c.listed, key)
		}
	}
	for i, v := range now {
		if err := ctx.Err(); err != nil {
			return err
		}
		key := v.String()
		if c.texts.Has(key) {
			continue
		}
		if onItem != nil {
			onItem(i, len(now), "looking for copies")
		}
		x, err := w.Version(v)
		if err != nil {
			return err
		}
		body, err := w.store.Text(ctx, x.Text)
		if err != nil {
			return fmt.Errorf("reading %s: %w", v, err)
		}
		if err := c.texts.Add(key, neardup.Of(body), load); err != nil {
			return err
		}
		c.listed[key] = v
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// sortClusters makes groups of articles of the groups of versions, and looks for
// their origins.
func (w *Workspace) sortClusters(ctx context.Context) (clusters, error) {
	c := &w.copying
	parent := map[source.ArticleID]source.ArticleID{}
	var root func(a source.ArticleID) source.ArticleID
	root = func(a source.ArticleID) source.ArticleID {
		if p, ok := parent[a]; ok && p != a {
			return root(p)
		}
		return a
	}
	members := map[source.ArticleID]bool{}
	for _, g := range c.texts.Groups() {
		first := c.listed[g[0]].Article
		for _, key := range g {
			a := c.listed[key].Article
			members[a] = true
			if x, y := root(first), root(a); x != y {
				parent[max(x, y)] = min(x, y)
			}
		}
	}
	out := clusters{number: map[source.ArticleID]int{}}
	byRoot := map[source.ArticleID][]source.ArticleID{}
	var roots []source.ArticleID
	var filed []source.ArticleID
	w.View(func(s *ledger.State) { filed = slices.Clone(s.Filed) })
	for _, a := range filed {
		if !members[a] {
			continue
		}
		r := root(a)
		if byRoot[r] == nil {
			roots = append(roots, r)
		}
		byRoot[r] = append(byRoot[r], a)
	}
	for _, r := range roots {
		if len(byRoot[r]) < 2 { // versions of one article
			continue
		}
		x, err := w.origin(ctx, byRoot[r])
		if err != nil {
			return out, err
		}
		out.list = append(out.list, x)
		for _, a := range x.Articles {
			out.number[a] = len(out.list)
		}
	}
	return out, nil
}

// member is an article of a cluster as far as its origin can be told from it.
type member struct {
	id     source.ArticleID
	outlet string
	at     time.Time // of its first version
	credit string    // who it credits; empty: nobody
	set    neardup.Set
}

// origin works out where a story comes from. In this order: the outlet that the
// copies credit in their dateline or byline; the one that printed it first; of
// those that did at the same time, the one most of which stands in the others.
func (w *Workspace) origin(ctx context.Context, ids []source.ArticleID) (Cluster, error) {
	var ms []member
	for _, id := range ids {
		m := member{id: id}
		var first source.VersionID
		w.View(func(s *ledger.State) {
			a := s.Articles[id]
			for _, v := range a.Versions {
				if !v.Hidden {
					first, m.at = v.ID, printed(v.Version)
					m.outlet = cmp.Or(a.Outlet, v.Outlet)
					break
				}
			}
		})
		v, t, err := w.Read(ctx, first)
		if err != nil {
			return Cluster{}, err
		}
		if m.set, err = w.shingles(ctx, first); err != nil {
			return Cluster{}, err
		}
		m.credit = credited(v.Version, t, m.outlet)
		ms = append(ms, m)
	}
	slices.SortStableFunc(ms, func(a, b member) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.id, b.id)) })
	c := Cluster{}
	for _, m := range ms {
		c.Articles = append(c.Articles, m.id)
	}
	c.Origin, c.OriginArticle, c.Because = likelyOrigin(ms)
	return c, nil
}

// printed is when a version was first published, as far as it says.
func printed(v source.Version) time.Time {
	if !v.Published.IsZero() {
		return v.Published
	}
	return v.Date()
}

func likelyOrigin(ms []member) (outlet string, article source.ArticleID, because string) {
	votes, by := map[string]int{}, map[string][]string{}
	most := ""
	for _, m := range ms {
		if m.credit == "" {
			continue
		}
		k := strings.ToLower(m.credit)
		votes[k]++
		by[k] = append(by[k], cmp.Or(m.outlet, "an unnamed outlet"))
		if votes[k] > votes[strings.ToLower(most)] || most == "" {
			most = m.credit
		}
	}
	if most != "" {
		names := by[strings.ToLower(most)]
		slices.Sort(names)
		because = "credited by " + listed(slices.Compact(names))
		for _, m := range ms {
			if strings.EqualFold(m.outlet, most) {
				return m.outlet, m.id, because
			}
		}
		return most, "", because
	}
	first := ms[0]
	if len(ms) > 1 && ms[1].at.Equal(first.at) {
		best := -1.0
		for _, m := range ms {
			if !m.at.Equal(ms[0].at) {
				break
			}
			if k := standing(m, ms); k > best {
				best, first = k, m
			}
		}
		return first.outlet, first.id, "most of it stands in the others"
	}
	return first.outlet, first.id, "printed first"
}

// standing is the share of a text that stands in each of the others, on average.
func standing(m member, all []member) float64 {
	sum := 0.0
	for _, o := range all {
		if o.id == m.id || len(m.set) == 0 {
			continue
		}
		both := 0
		for h := range m.set {
			if _, ok := o.set[h]; ok {
				both++
			}
		}
		sum += float64(both) / float64(len(m.set))
	}
	return sum / float64(max(1, len(all)-1))
}

// creditHead is how many bytes of a text's beginning a dateline takes.
const creditHead = 160

// credited is the agency or outlet an article credits: a byline that names
// another outlet, or what stands in brackets in its dateline, "NORRBY, 2 May
// (Coastal Wire) –"; empty if that is the outlet itself.
func credited(v source.Version, t source.Text, outlet string) string {
	head := v.Dateline
	if m, ok := t.First(source.MarkDateline); ok {
		head = m.Of(t.Body)
	}
	for _, s := range []string{head, opening(t)} {
		if c := bracketed(s); c != "" {
			if strings.EqualFold(c, outlet) {
				return ""
			}
			return c
		}
	}
	b := strings.TrimSpace(v.Byline)
	for _, w := range agencyWords {
		if strings.HasSuffix(b, " "+w) && !strings.EqualFold(b, outlet) {
			return b
		}
	}
	return ""
}

// agencyWords end the names of news agencies; a byline that ends so is no
// person's.
var agencyWords = []string{"Wire", "Press", "Agency", "News Agency", "Newswire", "Service"}

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

// bracketed is a name in round brackets before a dash: "(Coastal Wire) —".
func bracketed(s string) string {
	i := strings.IndexByte(s, '(')
	j := strings.IndexByte(s, ')')
	if i < 0 || j < i {
		return ""
	}
	name, after := strings.TrimSpace(s[i+1:j]), strings.TrimSpace(s[j+1:])
	const longest = 40
	if name == "" || len(name) > longest || after != "" && !strings.HasPrefix(after, "-") && !strings.HasPrefix(after, "–") && !strings.HasPrefix(after, "—") {
		return ""
	}
	return name
}

// listed joins names: "a, b and c".
func listed(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}
