// Package store keeps a desk on disk: originals, canonical texts and the ledger,
// in one SQLite file inside the desk's folder. It is the only package that knows
// a database.
//
// There is no table of articles or versions: all that is known about them is in
// the ledger's entries, so that nothing can contradict the hash chain. Originals
// and texts are rows keyed by their SHA-256, written in the same transaction as
// the entries that cite them: a crash leaves whole acts or none of them.
//
// The schema and the queries are those that a shared PostgreSQL will use: text
// keys, bigint microseconds, JSON in text, no identity columns, and one
// generated package (see sqlc.yaml). Triggers that keep rows from being changed
// are one migration per engine.
//
// A commit that was acknowledged is on disk: write-ahead log, synchronous FULL.
//
// One process writes to a desk at a time: it holds desk.lock, and
// desk.holder.json says who it is. Any number may read beside it.
package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the database driver "sqlite"

	"stet/app/store/queries"
	"stet/claims/ledger"
	"stet/index/source"
)

// Names inside a desk's folder.
const (
	FileName = "desk.db"
	lockName = "desk.lock"
	// holderName is beside the lock, not in it: on Windows a locked file cannot
	// be read by anybody else.
	holderName = "desk.holder.json"
	// IndexName is the folder of the search index, a cache beside the truth.
	IndexName = "index"
)

// Store is an open desk. It is safe for concurrent use.
type Store struct {
	dir      string
	db       *sql.DB
	q        *queries.Queries
	lock     *flock.Flock // nil when reading only
	readOnly bool
	caches   string
}

// Options say how to open a desk.
type Options struct {
	Create   bool   // make the desk if the folder holds none
	ReadOnly bool   // take no lock, write nothing
	Caches   string // folder for what is computed from a desk open for reading; empty: it is not kept
	Holder   Holder // who to name to others while it is open
}

// Holder says who has a desk open.
type Holder struct {
	Name  string    `json:"name"`
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

// InUseError says who has the desk open.
type InUseError struct {
	Dir    string
	Holder Holder
}

func (e *InUseError) Error() string {
	if e.Holder.Name == "" {
		return fmt.Sprintf("the desk %s is open in another program", e.Dir)
	}
	return fmt.Sprintf("the desk %s is open: %s has it since %s (process %d on %s)", e.Dir,
		e.Holder.Name, e.Holder.Since.Local().Format("15:04 on 2 January"), e.Holder.PID, e.Holder.Host)
}

// Errors of Open and Commit, to be asked for with errors.Is.
var (
	ErrNoDesk   = errors.New("there is no desk here")
	ErrNewer    = errors.New("the desk was written by a newer version of Stet")
	ErrDamaged  = errors.New("the desk's file is damaged")
	ErrReadOnly = errors.New("the desk is open for reading only")
	// ErrNotWritable: the folder's permissions, or a disk that can only be read.
	ErrNotWritable = errors.New("you may not write to this desk")
	// ErrConflict: somebody else appended since the caller last looked.
	ErrConflict = errors.New("somebody else wrote to the desk meanwhile")
	// ErrMissing: a hash is not in the store.
	ErrMissing = errors.New("not in the store")
)

// Open opens the desk in a folder.
func Open(ctx context.Context, dir string, o Options) (*Store, error) {
	file := filepath.Join(dir, FileName)
	_, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist) && (!o.Create || o.ReadOnly):
		return nil, fmt.Errorf("%w: %s", ErrNoDesk, dir)
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("making the desk's folder: %w", err)
		}
	case err != nil:
		return nil, fmt.Errorf("opening the desk: %w", err)
	}
	s := &Store{dir: dir, readOnly: o.ReadOnly, caches: o.Caches}
	if !o.ReadOnly {
		if err := s.acquire(o.Holder); err != nil {
			return nil, err
		}
	}
	if err := s.connect(ctx, file); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// acquire takes the writer's lock and writes who holds it.
func (s *Store) acquire(h Holder) error {
	path := filepath.Join(s.dir, lockName)
	l := flock.New(path, flock.SetPermissions(0o600))
	ok, err := l.TryLock()
	if err != nil {
		return lockError(s.dir, err)
	}
	if !ok {
		e := &InUseError{Dir: s.dir}
		if b, err := os.ReadFile(filepath.Join(s.dir, holderName)); err == nil {
			_ = json.Unmarshal(b, &e.Holder) // an unreadable note leaves the holder unnamed
		}
		return e
	}
	b, err := json.Marshal(h)
	if err == nil {
		err = os.WriteFile(filepath.Join(s.dir, holderName), b, 0o600)
	}
	if err != nil {
		return errors.Join(lockError(s.dir, err), l.Unlock())
	}
	s.lock = l
	return nil
}

// lockError tells a desk that may only be read from other trouble with its lock.
func lockError(dir string, err error) error {
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return fmt.Errorf("%w: %s", ErrNotWritable, dir)
	}
	return fmt.Errorf("locking the desk: %w", err)
}

// connect opens the database and brings its schema up to date.
func (s *Store) connect(ctx context.Context, file string) error {
	v := url.Values{}
	v.Add("_pragma", "busy_timeout(10000)")
	v.Add("_pragma", "foreign_keys(1)")
	if s.readOnly {
		v.Add("_pragma", "query_only(1)")
		// Where no file may be made, SQLite can read only a desk that it is told
		// nobody writes to. A log beside it says that somebody does, or did.
		if !writable(s.dir) && !holds(file+"-wal") {
			v.Add("immutable", "1")
		}
	} else {
		v.Add("_pragma", "journal_mode(WAL)")
		v.Add("_pragma", "synchronous(FULL)")
		// Pages that were split keep no stale copies: every word in the file is
		// one that verifying looks at.
		v.Add("_pragma", "secure_delete(1)")
		v.Add("_txlock", "immediate")
	}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: file}).EscapedPath()+"?"+v.Encode())
	if err != nil {
		return fmt.Errorf("opening %s: %w", file, err)
	}
	s.db, s.q = db, queries.New(db)
	if s.readOnly {
		return s.sameSchema(ctx)
	}
	return s.migrate(ctx)
}

// holds reports whether a file is there and not empty.
func holds(file string) bool {
	st, err := os.Stat(file)
	return err == nil && st.Size() > 0
}

func writable(dir string) bool {
	f, err := os.CreateTemp(dir, ".stet-*")
	if err != nil {
		return false
	}
	name := f.Name()
	return errors.Join(f.Close(), os.Remove(name)) == nil
}

// Dir is the desk's folder.
func (s *Store) Dir() string { return s.dir }

// ReadOnly reports whether the store refuses to write.
func (s *Store) ReadOnly() bool { return s.readOnly }

// Close lets the desk go. Closing again does nothing: by then the lock, and the
// note beside it, may be somebody else's.
func (s *Store) Close() error {
	var errs []error
	if s.db != nil {
		errs = append(errs, s.db.Close())
	}
	if s.lock != nil {
		errs = append(errs, os.Remove(filepath.Join(s.dir, holderName)), s.lock.Unlock())
		s.lock = nil
	}
	return errors.Join(errs...)
}

// Blob is an original.
type Blob struct {
	Hash source.Hash
	Data []byte
}

// Body is a canonical text.
type Body struct {
	Hash source.Hash
	Text string
}

// Batch is what one act writes, in the order of the write law: originals, texts,
// entries.
type Batch struct {
	Originals []Blob
	Texts     []Body
	Entries   []ledger.Entry
}

// Commit writes a batch in one transaction. The first entry must continue the
// stored ledger, else nothing is written and the error is ErrConflict.
func (s *Store) Commit(ctx context.Context, b Batch) error {
	if s.readOnly {
		return ErrReadOnly
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.explain("writing to the desk", err)
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	q := s.q.WithTx(tx)
	if len(b.Entries) > 0 {
		seq, hash, err := head(ctx, q)
		if err != nil {
			return s.explain("writing to the desk", err)
		}
		if b.Entries[0].Seq != seq+1 || b.Entries[0].Prev != hash {
			return ErrConflict
		}
	}
	for _, o := range b.Originals {
		if err := q.PutOriginal(ctx, queries.PutOriginalParams{Hash: string(o.Hash), Size: int64(len(o.Data)), Data: o.Data}); err != nil {
			return s.explain("keeping an original", err)
		}
	}
	for _, t := range b.Texts {
		if err := q.PutText(ctx, queries.PutTextParams{Hash: string(t.Hash), Body: t.Text}); err != nil {
			return s.explain("keeping a text", err)
		}
	}
	for _, e := range b.Entries {
		if err := q.AppendEntry(ctx, row(e)); err != nil {
			return s.explain("writing to the ledger", err)
		}
	}
	if err := tx.Commit(); err != nil {
		return s.explain("writing to the desk", err)
	}
	return nil
}

func row(e ledger.Entry) queries.AppendEntryParams {
	return queries.AppendEntryParams{
		Seq: int64(e.Seq), Grp: e.Group, Undoes: e.Undoes, Who: e.Who.Name, Role: string(e.Who.Role),
		At: e.At.UnixMicro(), Kind: e.Change.Kind(), Body: string(e.Raw), Prev: string(e.Prev), Hash: string(e.Hash),
	}
}

func head(ctx context.Context, q *queries.Queries) (uint64, source.Hash, error) {
	h, err := q.Head(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, "", nil
	}
	return uint64(h.Seq), source.Hash(h.Hash), err
}

// entryPage is how many entries are read at once: a few megabytes.
const entryPage = 5000

// Entries reads the ledger after a sequence, in order, in pieces of at most
// entryPage. It decodes, and leaves checking the chain to ledger.State.
func (s *Store) Entries(ctx context.Context, after uint64, each func([]ledger.Entry) error) error {
	for {
		rows, err := s.q.EntriesAfter(ctx, queries.EntriesAfterParams{Seq: int64(after), Limit: entryPage})
		if err != nil {
			return s.explain("reading the ledger", err)
		}
		if len(rows) == 0 {
			return nil
		}
		page := make([]ledger.Entry, len(rows))
		for i, r := range rows {
			c, err := ledger.Decode(r.Kind, []byte(r.Body))
			if err != nil {
				var newer ledger.ErrNewer
				if errors.As(err, &newer) {
					return fmt.Errorf("%w: %w", ErrNewer, err)
				}
				return fmt.Errorf("%w: entry %d: %w", ErrDamaged, r.Seq, err)
			}
			page[i] = ledger.Entry{
				Seq: uint64(r.Seq), Group: r.Grp, Undoes: r.Undoes, Who: ledger.Who{Name: r.Who, Role: ledger.Role(r.Role)},
				At: time.UnixMicro(r.At).UTC(), Change: c, Raw: []byte(r.Body), Prev: source.Hash(r.Prev), Hash: source.Hash(r.Hash),
			}
		}
		if err := each(page); err != nil {
			return err
		}
		after = page[len(page)-1].Seq
	}
}

// HasOriginal reports whether an original is held.
func (s *Store) HasOriginal(ctx context.Context, h source.Hash) (bool, error) {
	n, err := s.q.HasOriginal(ctx, string(h))
	if err != nil {
		return false, s.explain("looking for an original", err)
	}
	return n > 0, nil
}

// Original returns the bytes of an original.
func (s *Store) Original(ctx context.Context, h source.Hash) ([]byte, error) {
	b, err := s.q.Original(ctx, string(h))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("original %s: %w", h.Short(), ErrMissing)
	}
	if err != nil {
		return nil, s.explain("reading an original", err)
	}
	return b, nil
}

// Text returns a canonical text.
func (s *Store) Text(ctx context.Context, h source.Hash) (string, error) {
	b, err := s.q.Text(ctx, string(h))
	if errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("text %s: %w", h.Short(), ErrMissing)
	}
	if err != nil {
		return "", s.explain("reading a text", err)
	}
	return b, nil
}
