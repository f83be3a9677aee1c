// Package workspace holds the use cases of Stet: opening a desk, importing,
// searching, proposing, attaching, deciding, comparing, reviewing, reporting,
// undoing. Both shells, the window and the command line, are thin over it.
//
// It is the only writer. Whatever changes a desk is a ledger.Change that goes
// through Do (or Import, which goes the same way): applied to the state, written
// to the store in one transaction, then announced to everyone who watches, the
// author included. If the store refuses, the state is taken back exactly.
//
// The write law: originals and texts, then the entries that cite them, in one
// transaction; then the index, which is a cache and may lag. Opening a desk
// whose index is missing, damaged or behind is not a failure: Refresh brings it
// up to date with progress.
//
// What a verdict and an approval are based on is part of them: the sequence that
// was on screen. A version that comes later and touches a claim or its passages
// makes a finding and the verdict stale. The finding is closed by deciding the claim
// again with that version on the desk, or by saying that it was looked at (see
// [Finding]); an approval is refused when the claim, its passages or its verdict
// are no longer what the editor saw (see [Workspace.Approve]).
//
// The clock, the identity and randomness are handed in.
package workspace

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"stet/app/store"
	"stet/claims"
	"stet/claims/ledger"
	"stet/index"
	"stet/index/source"
)

// OnItem tells how far a long piece of work has come. It may be nil. It is
// called from one goroutine at a time; when it is called with done = n, the
// first n items are on disk.
type OnItem = func(done, total int, item string)

// Config says which desk to open, and as whom.
type Config struct {
	Dir      string
	Create   bool
	ReadOnly bool
	Caches   string // folder for what is computed from a desk open for reading; empty: it is not kept
	Name     string // of a desk made new; empty: the folder's name
	Who      ledger.Who
	Now      func() time.Time // nil: the real clock
	Rand     io.Reader        // nil: the system's
	Log      *slog.Logger     // nil: silent
}

// Workspace is an open desk. It is safe for concurrent use.
type Workspace struct {
	cfg   Config
	store *store.Store

	mu    sync.RWMutex // guards state, known
	state *ledger.State
	known known

	watchers watchers

	indexMu   sync.Mutex
	index     *index.Index
	indexDone func() error   // removes a snapshot; nil if there is none
	behind    []ledger.Entry // entries the index has not seen, oldest first
	indexing  indexed        // what the index is being brought up to
	indexOurs bool           // the open index is known to be of this ledger

	texts *texts
	fates fateCache

	quotes  concord
	copying copying

	takingBack sync.Mutex // one undo or redo at a time
}

// Open opens a desk and replays its ledger, checking every link of the chain.
func Open(ctx context.Context, cfg Config) (*Workspace, error) {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Rand == nil {
		cfg.Rand = rand.Reader
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	dir, err := filepath.Abs(cfg.Dir)
	if err != nil {
		return nil, fmt.Errorf("opening the desk: %w", err)
	}
	cfg.Dir = dir
	st, err := store.Open(ctx, dir, store.Options{Create: cfg.Create, ReadOnly: cfg.ReadOnly, Caches: cfg.Caches, Holder: holder(cfg)})
	if err != nil {
		return nil, err
	}
	w := &Workspace{cfg: cfg, store: st, state: ledger.New(), known: newKnown()}
	w.texts = newTexts(w)
	if err := w.replay(ctx); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	if w.state.Seq == 0 && !cfg.ReadOnly {
		if err := w.begin(ctx); err != nil {
			return nil, errors.Join(err, w.Close())
		}
	}
	return w, nil
}

func holder(cfg Config) store.Holder {
	host, err := os.Hostname()
	if err != nil {
		host = "this machine"
	}
	return store.Holder{Name: cfg.Who.Name, Host: host, PID: os.Getpid(), Since: cfg.Now().UTC()}
}

// begin writes the first entry of a new desk: its policy.
func (w *Workspace) begin(ctx context.Context) error {
	name := w.cfg.Name
	if name == "" {
		name = filepath.Base(w.cfg.Dir)
	}
	return w.Do(ctx, ledger.PolicySet{Policy: claims.DefaultPolicy(name)})
}

// replay applies what the store holds beyond the state.
func (w *Workspace) replay(ctx context.Context) error {
	return w.store.Entries(ctx, w.state.Seq, func(page []ledger.Entry) error {
		if err := w.state.Apply(page...); err != nil {
			return fmt.Errorf("%w: %w", store.ErrDamaged, err)
		}
		w.took(page)
		w.watchers.queue(page) // written by another desk, if anybody watches yet
		return nil
	})
}

// took notes entries that became part of the state.
func (w *Workspace) took(entries []ledger.Entry) {
	w.known.add(entries)
	for _, e := range entries {
		if reindexed(e.Change) != "" {
			w.behind = append(w.behind, e)
		}
	}
}

// Close lets the desk go. Watchers are not called any more.
func (w *Workspace) Close() error {
	w.watchers.close()
	w.indexMu.Lock()
	defer w.indexMu.Unlock()
	return errors.Join(w.closeIndex(), w.store.Close())
}

// Dir is the desk's folder.
func (w *Workspace) Dir() string { return w.cfg.Dir }

// ReadOnly reports whether the desk is open for reading only.
func (w *Workspace) ReadOnly() bool { return w.cfg.ReadOnly }

// Who is whoever the desk was opened as.
func (w *Workspace) Who() ledger.Who { return w.cfg.Who }

// Now is the injected clock.
func (w *Workspace) Now() time.Time { return w.cfg.Now() }

// View calls f with the state under a read lock. f must not keep pointers into
// it and must not call back into the workspace.
func (w *Workspace) View(f func(*ledger.State)) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	f(w.state)
}

// Seq is the sequence of the last entry.
func (w *Workspace) Seq() uint64 {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.state.Seq
}

// act is what one person does at once.
type act struct {
	changes   []ledger.Change
	originals []store.Blob
	texts     []store.Body
	group     string // continue this group if it is the last one
	undoes    string
}

// Do appends changes as one group, all or none. It is the only way anything
// changes. An error of the changes themselves is a *ledger.RefusedError.
func (w *Workspace) Do(ctx context.Context, changes ...ledger.Change) error {
	_, err := w.commit(ctx, act{changes: changes})
	return err
}

// retries is how often an act is applied again after losing a race with another
// desk. Each loss means somebody else's act went in, so progress is made.
const retries = 5

func (w *Workspace) commit(ctx context.Context, a act) (group string, err error) {
	if len(a.changes) == 0 {
		return "", nil
	}
	if w.cfg.ReadOnly {
		return "", store.ErrReadOnly
	}
	w.mu.Lock()
	for try := 0; ; try++ {
		var entries []ledger.Entry
		entries, err = w.append(ctx, a)
		if err == nil {
			group = entries[0].Group
			w.took(entries)
			w.watchers.queue(entries)
			w.mu.Unlock()
			w.watchers.deliver()
			return group, nil
		}
		if !errors.Is(err, store.ErrConflict) || try == retries {
			w.mu.Unlock()
			w.watchers.deliver()
			return "", err
		}
		if err = w.replay(ctx); err != nil {
			w.mu.Unlock()
			w.watchers.deliver()
			return "", err
		}
	}
}

// append seals, applies and stores the entries of an act.
func (w *Workspace) append(ctx context.Context, a act) ([]ledger.Entry, error) {
	group := a.group
	if n := len(w.state.Groups); group == "" || n == 0 || w.state.Groups[n-1].ID != group {
		group = w.newID(12)
	}
	entries := make([]ledger.Entry, len(a.changes))
	seq, prev, at := w.state.Seq, w.state.Head, w.cfg.Now()
	for i, c := range a.changes {
		seq++
		e, err := ledger.Seal(ledger.Entry{Seq: seq, Group: group, Undoes: a.undoes, Who: w.cfg.Who, At: at, Change: c, Prev: prev})
		if err != nil {
			return nil, err
		}
		entries[i], prev = e, e.Hash
	}
	rollback, err := w.state.Try(entries...)
	if err != nil {
		return nil, err
	}
	if err := w.store.Commit(ctx, store.Batch{Originals: a.originals, Texts: a.texts, Entries: entries}); err != nil {
		rollback()
		return nil, err
	}
	return entries, nil
}

// ErrNothing is returned by Undo and Redo when there is nothing to take back.
var ErrNothing = errors.New("there is nothing to take back")

// Undo takes back this person's last act by appending its inverse, and says
// what it was. It is refused, naming the dependent, if something hangs on it.
func (w *Workspace) Undo(ctx context.Context) (string, error) {
	return w.takeBack(ctx, (*ledger.State).NextUndo)
}

// Redo takes back this person's last undo.
func (w *Workspace) Redo(ctx context.Context) (string, error) {
	return w.takeBack(ctx, (*ledger.State).NextRedo)
}

func (w *Workspace) takeBack(ctx context.Context, next func(*ledger.State, string) (ledger.Group, bool)) (string, error) {
	w.takingBack.Lock()
	defer w.takingBack.Unlock()
	var g ledger.Group
	var ok bool
	var what string
	w.View(func(s *ledger.State) {
		if g, ok = next(s, w.cfg.Who.Name); ok {
			what = firstDone(s, g).Summary
		}
	})
	if !ok {
		return "", ErrNothing
	}
	entries, err := w.entries(ctx, g.First, g.Last)
	if err != nil {
		return "", err
	}
	if _, err := w.commit(ctx, act{changes: ledger.Inverse(entries), undoes: g.ID}); err != nil {
		return "", fmt.Errorf("this cannot be taken back (%s): %w", what, err)
	}
	return what, nil
}

// firstDone is the act that a row of undoing and redoing began with: what people
// know it by.
func firstDone(s *ledger.State, g ledger.Group) ledger.Group {
	for _, o := range slices.Backward(s.Groups) {
		if o.ID == g.Undoes {
			g = o
		}
	}
	return g
}

// errEnough ends reading the ledger early.
var errEnough = errors.New("enough")

// entries reads the entries with sequences first to last.
func (w *Workspace) entries(ctx context.Context, first, last uint64) ([]ledger.Entry, error) {
	var out []ledger.Entry
	err := w.store.Entries(ctx, first-1, func(page []ledger.Entry) error {
		for _, e := range page {
			if e.Seq > last {
				return errEnough
			}
			out = append(out, e)
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	return out, nil
}

// Log gives the last n entries, newest first; n <= 0 gives all.
func (w *Workspace) Log(ctx context.Context, n int) ([]ledger.Entry, error) {
	last := w.Seq()
	first := uint64(1)
	if n > 0 && last > uint64(n) {
		first = last - uint64(n) + 1
	}
	out, err := w.entries(ctx, first, last)
	slices.Reverse(out)
	return out, err
}

// idLength is the length of the names of claims, evidence and articles: 32⁵ is
// 33 million, short enough to say over the phone.
const idLength = 5

var idAlphabet = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// newID makes a random name of n characters (Crockford's alphabet: no i, l, o,
// u). It always holds a letter first, so that it never reads as a number.
func (w *Workspace) newID(n int) string {
	b := make([]byte, n)
	for {
		if _, err := io.ReadFull(w.cfg.Rand, b); err != nil {
			panic(fmt.Sprintf("workspace: no randomness: %v", err)) // crypto/rand never fails
		}
		id := idAlphabet.EncodeToString(b)[:n]
		if id[0] > '9' {
			return id
		}
	}
}

// freshID makes a name that is not taken.
func (w *Workspace) freshID(taken func(*ledger.State, string) bool) string {
	for {
		id := w.newID(idLength)
		used := false
		w.View(func(s *ledger.State) { used = taken(s, id) })
		if !used {
			return id
		}
	}
}

func (w *Workspace) claimID() claims.ID {
	return claims.ID(w.freshID(func(s *ledger.State, id string) bool { _, ok := s.Claims[claims.ID(id)]; return ok }))
}

func (w *Workspace) evidenceID() claims.EvidenceID {
	return claims.EvidenceID(w.freshID(func(s *ledger.State, id string) bool { _, ok := s.Evidence[claims.EvidenceID(id)]; return ok }))
}

func (w *Workspace) articleID() source.ArticleID {
	return source.ArticleID(w.freshID(func(s *ledger.State, id string) bool { _, ok := s.Articles[source.ArticleID(id)]; return ok }))
}

func (w *Workspace) flagID() claims.FlagID {
	return claims.FlagID(w.freshID(func(s *ledger.State, id string) bool { _, ok := s.Flags[claims.FlagID(id)]; return ok }))
}

func (w *Workspace) eventID() claims.EventID {
	return claims.EventID(w.freshID(func(s *ledger.State, id string) bool { _, ok := s.Events[claims.EventID(id)]; return ok }))
}
