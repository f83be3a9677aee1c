package workspace

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

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
	credits map[string]string // whom versions credit, by version and outlet
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

// listed joins names: "a, b and c".
func listed(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}
