package workspace

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"stet/app/store"
	"stet/claims/concordance"
	"stet/claims/ledger"
	"stet/index/source"
)

// Pages are what the concordance reads of each version: its quotations and reports.
// A page never goes stale while the desk is open, since texts are immutable; beside
// the desk it is kept under a name made of all it depends on, see pageKey. A record
// that is damaged, or of another text or reader, is not believed: the text is read.

// keptPage is a page as it is kept. Sum is the hash of the key and the page: what
// unpacks from damaged bytes may still read as a page.
type keptPage struct {
	Key  source.Hash     `json:"k"`
	Sum  source.Hash     `json:"h"`
	Page json.RawMessage `json:"p"`
}

// quotePage is what is read of a version for the concordance.
type quotePage struct {
	concordance.Page
	Credits []string `json:"c,omitempty"` // whom it credits, see credits
}

// pageCache is the name of the cache of pages.
const pageCache = "quotes"

// pageKey names a page by all that it depends on: the reader, the text and what is
// known of it from outside.
func pageKey(v source.Version) source.Hash {
	m := metaOf(v)
	return source.HashOf([]byte(fmt.Sprintf("%d\x00%s\x00%s\x00%s\x00%s\x00%s\x00%s\x00%s\x00%s", concordance.PageVersion, builtFrom(), v.Text, m.Date.UTC().Format(time.RFC3339), m.Publisher, m.Title, m.Lang, v.Byline, v.Dateline)))
}

// builtFrom is the revision the program was built from: the next one may read
// texts otherwise. Empty for a build that does not say.
var builtFrom = sync.OnceValue(func() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	s := info.Main.Version
	for _, x := range info.Settings {
		if x.Key == "vcs.revision" || x.Key == "vcs.modified" {
			s += " " + x.Value
		}
	}
	return s
})

// pageSum is what a kept page must hash to.
func pageSum(key source.Hash, page []byte) source.Hash {
	return source.HashOf(append([]byte(key+"\x00"), page...))
}

// keepPage makes a record of a page.
func keepPage(key source.Hash, p quotePage) ([]byte, error) {
	b, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	return json.Marshal(keptPage{key, pageSum(key, b), b})
}

// recallPage reads a record; ok is false for one not to be believed.
func recallPage(record []byte) (key source.Hash, p quotePage, ok bool) {
	var k keptPage
	if json.Unmarshal(record, &k) != nil || k.Sum != pageSum(k.Key, k.Page) || json.Unmarshal(k.Page, &p) != nil {
		return "", p, false
	}
	return k.Key, p, true
}

// recallPages reads the pages that were kept of the versions there are. If most
// are of others, the cache is begun anew.
func (w *Workspace) recallPages(versions []ledger.Version) {
	c := &w.quotes
	of := map[source.Hash][]source.VersionID{}
	for _, v := range versions {
		k := pageKey(v.Version)
		of[k] = append(of[k], v.ID)
	}
	c.cache = w.store.Cache(pageCache)
	var good [][]byte
	gone := 0
	err := c.cache.Read(func(record []byte) error {
		key, p, ok := recallPage(record)
		if !ok || len(of[key]) == 0 {
			gone++
			return nil
		}
		good = append(good, bytes.Clone(record))
		for i, id := range of[key] {
			if i > 0 {
				_, p, _ = recallPage(record) // a page of its own for each
			}
			p := p
			p.Settle(id)
			c.pages[id] = &p
		}
		return nil
	})
	if err == nil && gone > len(good) {
		if err = c.cache.Drop(); err == nil {
			err = c.cache.Append(good)
		}
	}
	if err != nil {
		w.cfg.Log.Warn("quotes that were kept cannot be read; they are read from the texts", "error", err)
	}
}

// keepPages writes pages beside the desk. That they cannot be written costs time
// only, so it is noted and no failure.
func (w *Workspace) keepPages(cache *store.Cache, records [][]byte) {
	if err := cache.Append(records); err != nil {
		w.cfg.Log.Warn("quotes cannot be kept", "error", err)
	}
}

// readPages reads the quotations and reports of versions not read before.
func (w *Workspace) readPages(ctx context.Context, versions []source.VersionID, onItem OnItem) error {
	c := &w.quotes
	all := make([]ledger.Version, len(versions))
	for i, id := range versions {
		v, err := w.Version(id)
		if err != nil {
			return err
		}
		all[i] = v
	}
	if c.pages == nil {
		c.pages, c.beside = map[source.VersionID]*quotePage{}, map[[2]source.Place]besides{}
		w.recallPages(all)
	}
	var todo []ledger.Version
	for _, v := range all {
		if c.pages[v.ID] == nil {
			todo = append(todo, v)
		}
	}
	var fresh [][]byte
	defer func() { w.keepPages(c.cache, fresh) }()
	for i, v := range todo {
		if err := ctx.Err(); err != nil {
			return err
		}
		body, err := w.store.Text(ctx, v.Text) // past the cache, which is for what is on screen
		if err != nil {
			return fmt.Errorf("reading %s: %w", v.ID, err)
		}
		p := quotePage{concordance.Read(v.ID, analyse(body, v.Version)), credits(v.Version, source.Text{Body: body, Marks: v.Marks})}
		if record, err := keepPage(pageKey(v.Version), p); err == nil {
			fresh = append(fresh, record)
		}
		c.pages[v.ID] = &p
		if len(fresh) == keptTogether {
			w.keepPages(c.cache, fresh)
			fresh = nil
		}
		if onItem != nil {
			onItem(i+1, len(todo), v.Title())
		}
	}
	return nil
}
