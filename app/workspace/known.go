package workspace

import (
	"strings"
	"unicode"

	"stet/claims/ledger"
	"stet/index/source"
)

// known answers, for an import, whether something like it is held already. It
// is derived from the ledger and guarded like the state.
type known struct {
	original map[source.Hash]source.VersionID
	url      map[string]source.ArticleID
	headline map[string][]source.ArticleID
	hidden   map[source.VersionID]source.Hash // originals that may be imported anew
}

func newKnown() known {
	return known{map[source.Hash]source.VersionID{}, map[string]source.ArticleID{}, map[string][]source.ArticleID{}, map[source.VersionID]source.Hash{}}
}

func (k *known) add(entries []ledger.Entry) {
	for _, e := range entries {
		switch c := e.Change.(type) {
		case ledger.VersionAdded:
			v := c.Version
			k.original[v.Original] = v.ID
			if v.URL != "" {
				k.url[urlKey(v.URL)] = v.ID.Article
			}
			if h := headlineKey(v.Title()); h != "" {
				k.headline[h] = append(k.headline[h], v.ID.Article)
			}
		case ledger.VersionHidden:
			if !c.Hidden {
				k.original[k.hidden[c.Version]] = c.Version
				continue
			}
			for h, id := range k.original {
				if id == c.Version {
					delete(k.original, h)
					k.hidden[id] = h
				}
			}
		}
	}
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
