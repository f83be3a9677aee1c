package index

import (
	"strconv"
	"strings"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"stet/index/source"
)

// columns are what filters, facets and scoring need to know of each passage of
// a segment, by document number: 7 bytes a passage and 32 a version. They are
// rebuilt from the postings when a segment is first seen and kept as long as it
// lives; a segment never changes.
type columns struct {
	version  []uint32 // index into versions
	ordinal  []uint16 // of the passage in its version
	length   []uint8  // words, at most maxLength
	versions []versionColumns
}

// versionColumns is what the passages of one version have in common; the
// numbers stand for names in the index's names.
type versionColumns struct {
	n       int32 // version number
	article uint32
	outlet  uint32
	lang    uint32
	role    uint32
	day     int32
}

// names gives numbers to the names in columns, the same for all segments.
type names struct {
	mu  sync.RWMutex
	all []string
	of  map[string]uint32
}

func newNames() *names { return &names{of: map[string]uint32{"": 0}, all: []string{""}} }

// number returns the number of a name; "" is 0.
func (n *names) number(name string) uint32 {
	n.mu.RLock()
	i, ok := n.of[name]
	n.mu.RUnlock()
	if ok {
		return i
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if i, ok := n.of[name]; ok {
		return i
	}
	i = uint32(len(n.all))
	n.all = append(n.all, name)
	n.of[name] = i
	return i
}

// known returns the number of a name that was seen; false for any other.
func (n *names) known(name string) (uint32, bool) {
	n.mu.RLock()
	defer n.mu.RUnlock()
	i, ok := n.of[name]
	return i, ok
}

func (n *names) name(i uint32) string {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return n.all[i]
}

func (n *names) size() int {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return len(n.all)
}

// readColumns rebuilds the columns of a segment.
func readColumns(p part, articles, words *names) (*columns, error) {
	c := &columns{version: make([]uint32, p.size), ordinal: make([]uint16, p.size), length: make([]uint8, p.size)}
	buf := make([]uint32, 4096)
	each := func(docs *roaring.Bitmap, f func(doc uint32)) {
		for it := docs.ManyIterator(); ; {
			n := it.NextMany(buf)
			if n == 0 {
				return
			}
			for _, d := range buf[:n] {
				f(d)
			}
		}
	}
	err := p.eachTerm(fieldVersion, func(term string, docs *roaring.Bitmap) {
		v, err := source.ParseVersionID(term)
		if err != nil {
			return
		}
		at := uint32(len(c.versions))
		c.versions = append(c.versions, versionColumns{n: int32(v.N), article: articles.number(string(v.Article)), day: unknownDay})
		each(docs, func(doc uint32) { c.version[doc] = at })
	})
	if err != nil || len(c.versions) == 0 {
		return c, err
	}
	ofVersion := func(field string, set func(v *versionColumns, term string)) {
		if err != nil {
			return
		}
		err = p.eachTerm(field, func(term string, docs *roaring.Bitmap) {
			last := ^uint32(0)
			each(docs, func(doc uint32) {
				if v := c.version[doc]; v != last {
					set(&c.versions[v], term)
					last = v
				}
			})
		})
	}
	number := memo(words)
	ofVersion(fieldOutlet, func(v *versionColumns, term string) { v.outlet = number(term) })
	ofVersion(fieldLang, func(v *versionColumns, term string) { v.lang = number(term) })
	ofVersion(fieldRole, func(v *versionColumns, term string) { v.role = number(term) })
	lastTerm, day := "", int32(unknownDay)
	ofVersion(fieldDay, func(v *versionColumns, term string) {
		if term != lastTerm {
			lastTerm, day = term, dayNumber(term)
		}
		v.day = day
	})
	if err != nil {
		return nil, err
	}
	err = p.eachTerm(fieldOrdinal, func(term string, docs *roaring.Bitmap) {
		n := uint16(smallNumber(term, 1<<16-1))
		each(docs, func(doc uint32) { c.ordinal[doc] = n })
	})
	if err != nil {
		return nil, err
	}
	return c, p.eachTerm(fieldLength, func(term string, docs *roaring.Bitmap) {
		n := uint8(smallNumber(term, maxLength))
		each(docs, func(doc uint32) { c.length[doc] = n })
	})
}

// memo remembers the last name asked for: postings come term by term.
func memo(n *names) func(string) uint32 {
	last, i := "", uint32(0)
	return func(name string) uint32 {
		if name != last {
			last, i = name, n.number(name)
		}
		return i
	}
}

// smallNumber reads the number of a term such as "L37" or "#4".
func smallNumber(term string, top int) int {
	n, err := strconv.Atoi(strings.TrimLeft(term, "L#"))
	if err != nil {
		return 0
	}
	return min(max(n, 0), top)
}
