package workspace

import (
	"slices"
	"strings"
	"unicode"

	"stet/claims/ledger"
	"stet/index/source"
)

// known lists, for an import, what may be the same as a file: every version with
// its original, every article with its address or headline, oldest first. It is
// derived from the ledger and guarded like the state; whether a version was
// withdrawn since is the state's to say.
type known struct {
	original map[source.Hash][]source.VersionID
	url      map[string][]source.ArticleID
	headline map[string][]source.ArticleID
}

func newKnown() known {
	return known{map[source.Hash][]source.VersionID{}, map[string][]source.ArticleID{}, map[string][]source.ArticleID{}}
}

func (k *known) add(entries []ledger.Entry) {
	for _, e := range entries {
		c, ok := e.Change.(ledger.VersionAdded)
		if !ok {
			continue
		}
		v := c.Version
		k.original[v.Original] = append(k.original[v.Original], v.ID)
		note(k.url, urlKey(v.URL), v.ID.Article)
		note(k.headline, headlineKey(v.Title()), v.ID.Article)
	}
}

// note puts an article last under a key.
func note(m map[string][]source.ArticleID, key string, id source.ArticleID) {
	if key == "" {
		return
	}
	list := m[key]
	if i := slices.Index(list, id); i >= 0 {
		list = slices.Delete(list, i, i+1)
	}
	m[key] = append(list, id)
}

// holds finds the version an original is held as.
func (w *Workspace) holds(h source.Hash) (source.VersionID, bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	for _, id := range slices.Backward(w.known.original[h]) {
		if v, err := w.state.Version(id); err == nil && !v.Hidden {
			return id, true
		}
	}
	return source.VersionID{}, false
}

// urlKey folds what differs between two spellings of one address.
func urlKey(u string) string {
	u = strings.TrimSpace(u)
	if i := strings.IndexByte(u, '#'); i >= 0 {
		u = u[:i]
	}
	for _, p := range []string{"https://", "http://", "www."} {
		u = strings.TrimPrefix(u, p)
	}
	return strings.TrimRight(u, "/")
}

// headlineKey is the letters and digits of a headline, without the figures, so
// that "kills 12" and "kills 15" meet.
func headlineKey(h string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(h), func(r rune) bool {
		return !unicode.IsLetter(r)
	}), " ")
}
