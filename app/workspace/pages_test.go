package workspace

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/claims/concordance"
	"stet/claims/extract"
	"stet/index/source"
)

// quotesOf prints the concordance of the desk in a folder, opened anew, and the
// desk's counts of pages read from texts.
func quotesOf(t *testing.T, dir string) (printed string, read int) {
	t.Helper()
	w := reopen(t, dir, Config{})
	defer func() { check(t, w.Close()) }()
	list, err := w.Utterances(context.Background(), func(_, _ int, item string) {
		if strings.HasPrefix(item, "Headline of ") {
			read++
		}
	})
	check(t, err)
	var b strings.Builder
	for i := range list {
		b.WriteString(list[i].Plain())
	}
	return b.String(), read
}

// keptDesk is a closed desk of three articles whose pages are kept.
func keptDesk(t *testing.T) (dir, want string) {
	t.Helper()
	dir = t.TempDir()
	w := reopen(t, dir, Config{Create: true})
	bringAll(t, w, [][2]string{
		{"Bay Post", "“The dam will hold, but nobody should sleep in the valley tonight,” engineer Oda Merrick said."},
		{"Tide", "“The dam will not hold,” Oda Merrick told residents. Nobody slept."},
		{"Lamp", "Engineer Oda Merrick said nobody should sleep in the valley that night."},
	})
	check(t, w.Close())
	want, read := quotesOf(t, dir)
	if read != 3 || !strings.Contains(want, "negation changed") || !strings.Contains(want, "reported, not quoted") {
		t.Fatalf("%d read:\n%s", read, want)
	}
	return dir, want
}

func cachePath(dir string) string { return filepath.Join(dir, pageCache+".cache") }

func TestWhatWasReadOfQuotesIsKept(t *testing.T) {
	dir, want := keptDesk(t)
	if got, read := quotesOf(t, dir); read != 0 || got != want {
		t.Errorf("%d texts were read again; got\n%s\nwant\n%s", read, got, want)
	}
	check(t, os.Remove(cachePath(dir)))
	if got, read := quotesOf(t, dir); read != 3 || got != want {
		t.Errorf("without the cache %d texts were read; got\n%s", read, got)
	}
}

// TestADamagedCacheOfQuotesIsNotBelieved turns every byte of the cache in turn:
// what does not unpack, or unpacks to other words, is read from the texts.
func TestADamagedCacheOfQuotesIsNotBelieved(t *testing.T) {
	dir, want := keptDesk(t)
	whole, err := os.ReadFile(cachePath(dir))
	check(t, err)
	step := max(1, len(whole)/60)
	for i := 0; i < len(whole); i += step {
		damaged := append([]byte(nil), whole...)
		damaged[i] ^= 0x41
		check(t, os.WriteFile(cachePath(dir), damaged, 0o600))
		if got, _ := quotesOf(t, dir); got != want {
			t.Fatalf("byte %d turned: got\n%s\nwant\n%s", i, got, want)
		}
	}
	check(t, os.WriteFile(cachePath(dir), whole[:len(whole)/2], 0o600))
	if got, read := quotesOf(t, dir); got != want || read == 0 {
		t.Errorf("cut in half: %d read", read)
	}
}

// TestAPageOfOtherWordsIsNotBelieved: a record whose words were changed and which
// still reads as JSON does not hash to its sum.
func TestAPageOfOtherWordsIsNotBelieved(t *testing.T) {
	id := source.VersionID{Article: "abcde", N: 1}
	v := source.Version{ID: id, Text: "t1"}
	p := quotePage{Page: concordance.Read(id, extract.Analyse("“The dam will hold tonight,” Oda Merrick said.", extract.Meta{Lang: "en"}))}
	record, err := keepPage(pageKey(v), p)
	check(t, err)
	if k, got, ok := recallPage(record); !ok || k != pageKey(v) || len(got.Sayings) != 1 {
		t.Fatalf("a sound record is not believed: %v", got)
	}
	forged := []byte(strings.Replace(string(record), "will hold", "must fall", 1))
	if _, _, ok := recallPage(forged); ok || !json.Valid(forged) {
		t.Error("other words are believed")
	}
	var k keptPage
	check(t, json.Unmarshal(record, &k))
	k.Key = pageKey(source.Version{ID: id, Text: "t2"}) // moved to another text
	moved, err := json.Marshal(k)
	check(t, err)
	if _, _, ok := recallPage(moved); ok {
		t.Error("a page under another text's key is believed")
	}
}

// TestAStalePageIsNotBelieved: whatever a page depends on changes its key.
func TestAStalePageIsNotBelieved(t *testing.T) {
	day := time.Date(2025, 5, 3, 9, 0, 0, 0, time.UTC)
	v := source.Version{ID: source.VersionID{Article: "abcde", N: 1}, Text: "t1", Published: day, Outlet: "Bay Post", Headline: "H", Lang: "en", Byline: "By Ida", Dateline: "BAY"}
	seen := map[source.Hash]string{pageKey(v): "the page itself"}
	for name, change := range map[string]func(*source.Version){
		"text": func(v *source.Version) { v.Text = "t2" }, "day": func(v *source.Version) { v.Published = day.AddDate(0, 0, 1) },
		"outlet": func(v *source.Version) { v.Outlet = "Tide" }, "headline": func(v *source.Version) { v.Headline = "I" },
		"language": func(v *source.Version) { v.Lang = "de" }, "byline": func(v *source.Version) { v.Byline = "AP" }, "dateline": func(v *source.Version) { v.Dateline = "BAY (AP)" },
	} {
		x := v
		change(&x)
		if other := seen[pageKey(x)]; other != "" {
			t.Errorf("another %s has the key of %s", name, other)
		}
		seen[pageKey(x)] = name
	}
}

// TestPagesOfGoneVersionsAreNotKeptForEver: a cache that is mostly of other texts
// is begun anew.
func TestPagesOfGoneVersionsAreNotKeptForEver(t *testing.T) {
	dir, want := keptDesk(t)
	w := reopen(t, dir, Config{})
	var records [][]byte
	for i := range 50 {
		record, err := keepPage(source.HashOf([]byte{byte(i)}), quotePage{})
		check(t, err)
		records = append(records, record)
	}
	cache := w.store.Cache(pageCache)
	check(t, cache.Read(func([]byte) error { return nil }))
	check(t, cache.Append(records))
	check(t, w.Close())
	before, err := os.Stat(cachePath(dir))
	check(t, err)
	if got, read := quotesOf(t, dir); read != 0 || got != want {
		t.Errorf("%d read again", read)
	}
	after, err := os.Stat(cachePath(dir))
	check(t, err)
	if after.Size() >= before.Size() {
		t.Errorf("%d bytes, before %d", after.Size(), before.Size())
	}
}
