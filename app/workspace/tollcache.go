package workspace

import (
	"encoding/json"

	"stet/claims/toll"
	"stet/index/source"
)

// kept is a digest as it is kept beside the desk.
type kept struct {
	Key    source.Hash `json:"k"`
	Digest toll.Digest `json:"d"`
}

// keptTogether is how many digests are written at once: a second's work, so that
// little is lost when the program ends.
const keptTogether = 256

// tollCache is the name of the cache of digests.
const tollCache = "figures"

// recallDigests reads the digests that were kept. If most of them are of texts that
// are gone, or of another version of the reader, the cache is begun anew.
func (w *Workspace) recallDigests(copies []tollCopy) {
	t := &w.texts.tolls
	wanted := make(map[source.Hash]bool, len(copies))
	for _, c := range copies {
		wanted[c.key] = true
	}
	t.mu.Lock()
	t.digests, t.names = map[source.Hash]toll.Digest{}, map[string]string{}
	t.mu.Unlock()
	cache := w.store.Cache(tollCache)
	var found []kept
	gone := 0
	err := cache.Read(func(record []byte) error {
		var k kept
		if json.Unmarshal(record, &k) != nil || !wanted[k.Key] {
			gone++
			return nil
		}
		t.put(k.Key, k.Digest)
		found = append(found, k)
		return nil
	})
	if err == nil && gone > len(found) {
		if err = cache.Drop(); err == nil {
			w.texts.tolls.cache = cache
			w.keepDigests(found)
		}
	}
	t.cache = cache
	if err != nil {
		w.cfg.Log.Warn("figures that were kept cannot be read; they are read from the texts", "error", err)
	}
}

// keepDigests writes digests beside the desk. That they cannot be written costs time
// only, so it is noted and no failure.
func (w *Workspace) keepDigests(list []kept) {
	var records [][]byte
	for _, k := range list {
		b, err := json.Marshal(k)
		if err != nil {
			w.cfg.Log.Warn("figures cannot be kept", "error", err)
			return
		}
		records = append(records, b)
	}
	if err := w.texts.tolls.cache.Append(records); err != nil {
		w.cfg.Log.Warn("figures cannot be kept", "error", err)
	}
}
