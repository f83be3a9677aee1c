package workspace

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"time"

	"stet/app/store"
	"stet/claims/ledger"
	"stet/index/ingest"
	"stet/index/neardup"
	"stet/index/source"
)

// VersionRule says what to do with a file that looks like a new version of an
// article on the desk.
type VersionRule int

const (
	// AskVersions imports nothing and returns an offer: the person decides.
	AskVersions VersionRule = iota
	// AcceptVersions files it as the next version.
	AcceptVersions
	// SeparateArticles files it as an article of its own.
	SeparateArticles
)

// ImportOptions say how to file what is imported.
type ImportOptions struct {
	Outlet    string           // empty: what the file says, else its address's host
	Role      source.Role      // empty: material
	Versions  VersionRule      //
	VersionOf source.ArticleID // file everything as a version of this article
	Captured  time.Time        // zero: now
	OnItem    OnItem
}

// ImportOutcome is what became of one file.
type ImportOutcome string

// The outcomes of importing a file.
const (
	ImportAdded   ImportOutcome = "added"   // a new article
	ImportVersion ImportOutcome = "version" // a new version of an article
	ImportSame    ImportOutcome = "same"    // held already
	ImportOffered ImportOutcome = "offered" // looks like a new version: not imported
	ImportFailed  ImportOutcome = "failed"
)

// Imported tells what became of one file.
type Imported struct {
	Name     string
	Path     string
	Outcome  ImportOutcome
	Version  source.VersionID // what it became, or is held as
	Title    string
	Warnings []string
	Offer    *Offer // set when Outcome is ImportOffered
	Err      error  // set when Outcome is ImportFailed
}

// Offer says which article a file looks like a new version of, and why.
type Offer struct {
	Article source.ArticleID
	Latest  source.VersionID
	Why     string
}

// batchItems and batchBytes bound what one transaction of an import holds: big
// enough that the disk's flush is shared, small enough that a cancelled import
// loses little and memory stays low.
const (
	batchItems = 128
	batchBytes = 16 << 20
)

// Import reads files, folders and archives and files what they hold. A file that
// cannot be read is reported and the rest goes on. What was filed when ctx ends
// stays filed. The error is about the desk, never about one file.
func (w *Workspace) Import(ctx context.Context, paths []string, o ImportOptions) ([]Imported, error) {
	return w.importFrom(ctx, ingest.Count(ctx, paths), o, func(ctx context.Context, yield func(ingest.Item) bool) {
		ingest.Walk(ctx, paths, yield)
	})
}

// walk hands out files until yield returns false.
type walk func(ctx context.Context, yield func(ingest.Item) bool)

func (w *Workspace) importFrom(ctx context.Context, total int, o ImportOptions, files walk) ([]Imported, error) {
	if w.cfg.ReadOnly {
		return nil, store.ErrReadOnly
	}
	if o.Role == "" {
		o.Role = source.Material
	}
	if o.VersionOf != "" {
		if err := w.hasArticle(o.VersionOf); err != nil {
			return nil, err
		}
	}
	im := &importing{w: w, o: o, total: total}
	ctx2, cancel := context.WithCancel(ctx)
	defer cancel()
	for read := range readAhead(ctx2, files) {
		r := <-read
		if ctx.Err() != nil {
			break
		}
		if err := im.take(ctx, r); err != nil {
			im.abandon(err)
			return im.results, err
		}
	}
	if err := im.flush(ctx); err != nil {
		im.abandon(err)
		return im.results, err
	}
	return im.results, ctx.Err()
}

func (w *Workspace) hasArticle(id source.ArticleID) error {
	var err error
	w.View(func(s *ledger.State) { _, err = s.Version(source.VersionID{Article: id}) })
	return err
}

// readOne is a file as read, before it is filed.
type readOne struct {
	item ingest.Item
	doc  ingest.Document
	hash source.Hash
	err  error
}

// readAhead reads files in parallel, in order, a few ahead of whoever files
// them. It stops when ctx is done.
func readAhead(ctx context.Context, files walk) <-chan (<-chan readOne) {
	n := max(2, runtime.GOMAXPROCS(0))
	out := make(chan (<-chan readOne), n)
	free := make(chan struct{}, n)
	go func() {
		defer close(out)
		files(ctx, func(it ingest.Item) bool {
			c := make(chan readOne, 1)
			select {
			case free <- struct{}{}:
			case <-ctx.Done():
				return false
			}
			go func() {
				defer func() { <-free }()
				r := readOne{item: it, err: it.Err}
				if r.err == nil {
					r.hash = source.HashOf(it.Data)
					r.doc, r.err = ingest.Read(ctx, it.Name, it.Data)
				}
				c <- r
			}()
			select {
			case out <- c:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	return out
}

// importing is one import under way.
type importing struct {
	w       *Workspace
	o       ImportOptions
	total   int
	done    int
	group   string
	results []Imported

	pending act
	bytes   int
	waiting []int                     // results that become true when pending is written
	hashes  map[source.Hash]int       // originals in pending, to their result
	touched map[string]bool           // addresses and headlines in pending
	filing  map[source.ArticleID]bool // articles in pending
}

// take files one file, or holds it for the next write.
func (im *importing) take(ctx context.Context, r readOne) error {
	res := Imported{Name: r.item.Name, Path: r.item.Path}
	if r.err != nil {
		res.Outcome, res.Err = ImportFailed, r.err
		return im.settle(res)
	}
	res.Title, res.Warnings = r.doc.Headline, r.doc.Warnings
	if i, ok := im.hashes[r.hash]; ok {
		res.Outcome, res.Version = ImportSame, im.results[i].Version
		im.results = append(im.results, res)
		im.waiting = append(im.waiting, len(im.results)-1)
		return nil
	}
	v := im.version(r)
	// What this file may belong to must be on the desk before it is judged.
	if im.o.VersionOf != "" || im.touched[urlKey(v.URL)] || im.touched[headlineKey(v.Title())] {
		if err := im.flush(ctx); err != nil {
			return err
		}
	}
	if held, ok := im.w.holds(r.hash); ok {
		res.Outcome, res.Version = ImportSame, held
		return im.settle(res)
	}
	article := source.Article{Outlet: v.Outlet, URL: v.URL, Role: im.o.Role}
	offer, same, err := im.w.offer(ctx, v, r.doc.Text.Body)
	if err == nil && offer != nil && im.filing[offer.Article] {
		// A file before this one is a version of the same article.
		if err = im.flush(ctx); err == nil {
			offer, same, err = im.w.offer(ctx, v, r.doc.Text.Body)
		}
	}
	if err != nil {
		return err
	}
	switch {
	case im.o.VersionOf != "":
		v.ID = im.w.next(im.o.VersionOf)
		res.Outcome = ImportVersion
	case same:
		res.Outcome, res.Version = ImportSame, offer.Latest
		return im.settle(res)
	case offer != nil && im.o.Versions == AskVersions:
		res.Outcome, res.Offer, res.Version = ImportOffered, offer, offer.Latest
		return im.settle(res)
	case offer != nil && im.o.Versions == AcceptVersions:
		v.ID = im.w.next(offer.Article)
		res.Outcome = ImportVersion
	default:
		id := im.w.articleID()
		for im.filing[id] { // taken by a file that is not written yet
			id = im.w.articleID()
		}
		v.ID = source.VersionID{Article: id, N: 1}
		res.Outcome = ImportAdded
	}
	if res.Outcome == ImportVersion && v.Outlet == "" {
		// Whoever published the article published this version of it.
		im.w.View(func(s *ledger.State) { v.Outlet = s.Articles[v.ID.Article].Outlet })
	}
	article.ID = v.ID.Article
	res.Version, res.Title = v.ID, v.Title()
	return im.hold(ctx, r, ledger.VersionAdded{Article: article, Version: v, Marks: r.doc.Text.Marks}, res)
}

// version is what is known about a file as a version, without its name.
func (im *importing) version(r readOne) source.Version {
	d := r.doc
	captured := im.o.Captured
	if captured.IsZero() {
		captured = im.w.cfg.Now()
	}
	v := source.Version{
		Headline: d.Headline, Byline: d.Byline, Dateline: d.Dateline, URL: d.URL, Lang: d.Lang,
		Outlet: first(im.o.Outlet, d.Outlet, host(d.URL)), Published: d.Published.UTC(), Modified: d.Modified.UTC(),
		Captured: captured.UTC().Truncate(time.Microsecond), Origin: r.item.Path, Original: r.hash, Size: int64(len(r.item.Data)),
		Text: source.HashOf([]byte(d.Text.Body)), Words: len(strings.Fields(d.Text.Body)),
		Reader: d.Reader, Notice: d.Notice, Warnings: d.Warnings,
	}
	if v.Headline == "" {
		v.Lead = lead(d.Text.Body)
	}
	return v
}

// hold puts a version into the next write.
func (im *importing) hold(ctx context.Context, r readOne, c ledger.VersionAdded, res Imported) error {
	if im.hashes == nil {
		im.hashes, im.touched, im.filing = map[source.Hash]int{}, map[string]bool{}, map[source.ArticleID]bool{}
	}
	im.pending.changes = append(im.pending.changes, c)
	im.pending.originals = append(im.pending.originals, store.Blob{Hash: r.hash, Data: r.item.Data})
	im.pending.texts = append(im.pending.texts, store.Body{Hash: c.Version.Text, Text: r.doc.Text.Body})
	im.bytes += len(r.item.Data) + len(r.doc.Text.Body)
	im.results = append(im.results, res)
	im.waiting = append(im.waiting, len(im.results)-1)
	im.hashes[r.hash] = len(im.results) - 1
	im.filing[c.Article.ID] = true
	for _, k := range []string{urlKey(c.Version.URL), headlineKey(c.Version.Title())} {
		if k != "" {
			im.touched[k] = true
		}
	}
	if len(im.pending.changes) >= batchItems || im.bytes >= batchBytes {
		return im.flush(ctx)
	}
	return nil
}

// settle reports a file that needs no write. Reports keep the order of the
// files, so that progress never runs ahead of the disk.
func (im *importing) settle(res Imported) error {
	im.results = append(im.results, res)
	if len(im.waiting) > 0 {
		im.waiting = append(im.waiting, len(im.results)-1)
		return nil
	}
	im.report(len(im.results) - 1)
	return nil
}

func (im *importing) report(i int) {
	im.done++
	if im.o.OnItem != nil {
		im.o.OnItem(im.done, max(im.total, im.done), im.results[i].Name)
	}
}

// abandon says of the files that were read but not written that they are not on
// the desk.
func (im *importing) abandon(err error) {
	for _, i := range im.waiting {
		if r := &im.results[i]; r.Outcome != ImportFailed {
			r.Outcome, r.Version, r.Offer, r.Err = ImportFailed, source.VersionID{}, nil, err
		}
	}
}

// flush writes what is held, then tells about it. What was read is written even
// if the person cancelled meanwhile.
func (im *importing) flush(ctx context.Context) error {
	if len(im.pending.changes) > 0 {
		im.pending.group = im.group
		group, err := im.w.commit(context.WithoutCancel(ctx), im.pending)
		if err != nil {
			return err
		}
		im.group = group
	}
	for _, i := range im.waiting {
		im.report(i)
	}
	im.pending, im.bytes, im.waiting, im.hashes, im.touched, im.filing = act{}, 0, nil, nil, nil, nil
	return nil
}

// next is the name of the next version of an article.
func (w *Workspace) next(id source.ArticleID) source.VersionID {
	n := 1
	w.View(func(s *ledger.State) {
		if a, ok := s.Articles[id]; ok {
			n = len(a.Versions) + 1
		}
	})
	return source.VersionID{Article: id, N: n}
}

// alike is how many articles under one headline, the newest, a file is compared
// with: a series ("Morning briefing 1, 2, 3 …") shares a headline without end, a
// new version follows soon.
const alike = 20

// offer finds the article a file looks like a new version of: the same address,
// or a near-duplicate under the same headline (figures aside) in the same
// outlet; a near-duplicate in another outlet is a copy, not a version. same is
// true when that article's latest version has exactly these words.
func (w *Workspace) offer(ctx context.Context, v source.Version, body string) (o *Offer, same bool, err error) {
	type candidate struct {
		latest source.Version
		byURL  bool
	}
	var found []candidate
	w.mu.RLock()
	consider := func(id source.ArticleID, byURL bool) {
		if a := w.state.Articles[id]; a != nil && a.Latest() != nil {
			found = append(found, candidate{a.Latest().Version, byURL})
		}
	}
	for _, id := range newest(w.known.url[urlKey(v.URL)]) {
		consider(id, true)
	}
	if len(found) == 0 {
		for _, id := range newest(w.known.headline[headlineKey(v.Title())]) {
			consider(id, false)
		}
	}
	w.mu.RUnlock()
	var mine neardup.Set
	for _, c := range found {
		o := &Offer{Article: c.latest.ID.Article, Latest: c.latest.ID}
		if c.latest.Text == v.Text && sameOutlet(c.latest.Outlet, v.Outlet) {
			return o, true, nil
		}
		if c.byURL {
			o.Why = "it has the same address"
			return o, false, nil
		}
		if !sameOutlet(c.latest.Outlet, v.Outlet) {
			continue
		}
		theirs, err := w.shingles(ctx, c.latest.ID)
		if err != nil {
			return nil, false, err
		}
		if mine == nil {
			mine = neardup.Of(body)
		}
		if neardup.Copies(mine, theirs) {
			o.Why = "it has the same headline and nearly the same words"
			return o, false, nil
		}
	}
	return nil, false, nil
}

// newest lists the last articles of a list, newest first, at most alike.
func newest(list []source.ArticleID) []source.ArticleID {
	list = slices.Clone(list[max(0, len(list)-alike):])
	slices.Reverse(list)
	return list
}

func sameOutlet(a, b string) bool { return a == "" || b == "" || strings.EqualFold(a, b) }

// host is the site of an address, for articles that do not name their outlet.
func host(u string) string {
	p, err := url.Parse(u)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(p.Hostname(), "www.")
}

// leadRunes is how much of a text stands for a missing headline, in code points.
const leadRunes = 80

// lead is how a text begins, cut at a word.
func lead(body string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(body), "\n")
	r := []rune(line)
	if len(r) <= leadRunes {
		return line
	}
	cut := string(r[:leadRunes])
	if i := strings.LastIndexByte(cut, ' '); i > leadRunes/2 {
		cut = cut[:i]
	}
	return cut + " …"
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// IsFileError reports whether an error is about one file, as opposed to the
// desk.
func IsFileError(err error) bool {
	var e *ingest.Error
	return errors.As(err, &e)
}

// ImportSummary counts outcomes in a sentence: "3 added, 1 new version, 2 held
// already".
func ImportSummary(results []Imported) string {
	n := map[ImportOutcome]int{}
	for _, r := range results {
		n[r.Outcome]++
	}
	var parts []string
	for _, p := range []struct {
		o     ImportOutcome
		words string
	}{{ImportAdded, "added"}, {ImportVersion, "as new version"}, {ImportSame, "held already"}, {ImportOffered, "offered as new version"}, {ImportFailed, "not read"}} {
		if n[p.o] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[p.o], p.words))
		}
	}
	if len(parts) == 0 {
		return "nothing to import"
	}
	return strings.Join(parts, ", ")
}
