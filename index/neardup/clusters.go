package neardup

import (
	"cmp"
	"fmt"
	"slices"
)

// Clusters groups the texts of a desk by what is copied from what: each group is
// what a chain of copies (see [OneStory]) connects, so that whatever one wire story
// was made into is one group. Texts are added one by one in any order; the groups
// depend on the texts alone.
//
// Sketches propose the pairs, [OneStory] decides them: no estimate makes a group.
// What an estimate can do is miss a pair; the golden file of this package counts
// how often.
//
// It keeps sketches and no shingles, about 1.3 KB a text of 400 words, and asks
// for the shingles of the few texts it compares. The zero value is ready to use.
// It is not safe for concurrent use.
type Clusters struct {
	keys   []string
	size   []int          // of the sketch
	gone   []bool         // removed; its postings stay
	of     map[string]int // text by key
	parent []int          // a forest, one tree a group (Tarjan's union-find)
	ring   []int          // the members of a group, each naming the next

	// postings are lists, one for each sampled shingle: last has the place of the
	// newest posting, plus 1, and each names the one before it.
	last     map[uint32]int32
	postings []posting
}

// posting is a text that holds a shingle, and the place of the posting before it
// in the shingle's list, plus 1; 0 ends the list.
type posting struct{ text, before int32 }

// Load gives the shingles of a text that was added. An error is handed on.
type Load func(key string) (Set, error)

// Len is the number of texts.
func (c *Clusters) Len() int { return len(c.of) }

// Has reports whether a text was added.
func (c *Clusters) Has(key string) bool {
	_, ok := c.of[key]
	return ok
}

// Add adds a text. A key that is there already changes nothing: texts do not
// change. An error is one of load; the text has not been added then.
func (c *Clusters) Add(key string, set Set, load Load) error {
	if c.Has(key) {
		return nil
	}
	sample := sketch(set)
	var copies []int // the groups it joins, by their root
	for _, other := range c.candidates(sample) {
		root := c.root(other)
		if slices.Contains(copies, root) {
			continue
		}
		theirs, err := load(c.keys[other])
		if err != nil {
			return fmt.Errorf("comparing %s with %s: %w", key, c.keys[other], err)
		}
		if OneStory(set, theirs) {
			copies = append(copies, root)
		}
	}
	c.insert(key, sample)
	for _, root := range copies {
		c.join(root, len(c.keys)-1)
	}
	return nil
}

// insert gives a text its place, in a group of its own.
func (c *Clusters) insert(key string, sample []uint32) {
	if c.of == nil {
		c.of, c.last = map[string]int{}, map[uint32]int32{}
	}
	text := len(c.keys)
	c.of[key] = text
	c.keys, c.size, c.gone = append(c.keys, key), append(c.size, len(sample)), append(c.gone, false)
	c.parent, c.ring = append(c.parent, text), append(c.ring, text)
	for _, h := range sample {
		c.postings = append(c.postings, posting{int32(text), c.last[h]})
		c.last[h] = int32(len(c.postings))
	}
}

// candidates are the texts whose sketches share enough with a sample, those that
// share most first, so that one comparison usually settles a group.
func (c *Clusters) candidates(sample []uint32) []int {
	shared, met := make([]int32, len(c.keys)), make([]int32, 0, 256)
	for _, h := range sample {
		for i := c.last[h]; i != 0; {
			p := c.postings[i-1]
			if shared[p.text]++; shared[p.text] == 1 {
				met = append(met, p.text)
			}
			i = p.before
		}
	}
	var out []int
	for _, t := range met {
		if !c.gone[t] && int(shared[t])*proposes >= min(len(sample), c.size[t]) {
			out = append(out, int(t))
		}
	}
	slices.SortFunc(out, func(a, b int) int {
		return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b))
	})
	return out
}

// Remove takes a text out; what only it connected falls apart. An error is one of
// load; nothing has changed then.
func (c *Clusters) Remove(key string, load Load) error {
	text, ok := c.of[key]
	if !ok {
		return nil
	}
	group := c.members(text)
	group = slices.DeleteFunc(group, func(t int) bool { return t == text })
	apart, err := c.regroup(group, load)
	if err != nil {
		return fmt.Errorf("taking out %s: %w", key, err)
	}
	delete(c.of, key)
	c.gone[text] = true
	c.parent[text], c.ring[text] = text, text
	for _, t := range group {
		c.parent[t], c.ring[t] = t, t
	}
	for i, t := range group {
		if first := group[apart[i]]; first != t {
			c.join(t, first)
		}
	}
	return nil
}

// regroup finds the groups among some texts alone: for each, the place in the
// list of the first of its group.
func (c *Clusters) regroup(texts []int, load Load) ([]int, error) {
	place := make(map[int]int, len(texts))
	first := make([]int, len(texts))
	for i, t := range texts {
		place[t], first[i] = i, i
	}
	for i, t := range texts {
		set, err := load(c.keys[t])
		if err != nil {
			return nil, err
		}
		for _, other := range c.candidates(sketch(set)) {
			k, here := place[other]
			if !here || first[k] == first[i] {
				continue
			}
			theirs, err := load(c.keys[other])
			if err != nil {
				return nil, err
			}
			if OneStory(set, theirs) {
				from, to := max(first[i], first[k]), min(first[i], first[k])
				for m, f := range first {
					if f == from {
						first[m] = to
					}
				}
			}
		}
	}
	return first, nil
}

// root is what stands for a text's group, and shortens the way there.
func (c *Clusters) root(text int) int {
	for c.parent[text] != text {
		c.parent[text] = c.parent[c.parent[text]]
		text = c.parent[text]
	}
	return text
}

// join makes the group whose root is from part of the group whose root is to.
func (c *Clusters) join(from, to int) {
	c.parent[from] = to
	c.ring[from], c.ring[to] = c.ring[to], c.ring[from]
}

// members are the texts of a text's group.
func (c *Clusters) members(text int) []int {
	out := []int{text}
	for t := c.ring[text]; t != text; t = c.ring[t] {
		out = append(out, t)
	}
	return out
}

// Of lists the texts of one group, itself among them, in the order of their keys;
// nil for a text that was not added.
func (c *Clusters) Of(key string) []string {
	text, ok := c.of[key]
	if !ok {
		return nil
	}
	var out []string
	for _, t := range c.members(text) {
		out = append(out, c.keys[t])
	}
	slices.Sort(out)
	return out
}

// Groups lists the groups of two texts and more, each in the order of its keys,
// by their first key.
func (c *Clusters) Groups() [][]string {
	byRoot := map[int][]string{}
	for key, text := range c.of {
		root := c.root(text)
		byRoot[root] = append(byRoot[root], key)
	}
	var out [][]string
	for _, g := range byRoot {
		if len(g) > 1 {
			slices.Sort(g)
			out = append(out, g)
		}
	}
	slices.SortFunc(out, slices.Compare)
	return out
}
