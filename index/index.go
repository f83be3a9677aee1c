package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"

	"github.com/blevesearch/bleve/v2"
	bindex "github.com/blevesearch/bleve_index_api"

	"stet/index/source"
)

// TextSource gives the version and the canonical text that a passage belongs
// to. It is called often and concurrently; versions are immutable, so the index
// remembers recent answers.
type TextSource func(ctx context.Context, v source.VersionID) (source.Version, source.Text, error)

// Options say how an index is opened.
type Options struct {
	Texts TextSource // required for Search and Passages
	// Head names the ledger's entry of a sequence, by its hash. It is asked when
	// Seen rises and kept beside it; nil keeps nothing. See [Index.SeenHead].
	Head func(seq uint64) string
	Log  *slog.Logger // nil: silent
}

// Errors that callers tell apart.
var (
	// ErrInUse: another process holds the index. See [OpenSnapshot].
	ErrInUse = errors.New("the index is in use by another process")
	// ErrClosed: the index was closed.
	ErrClosed = errors.New("the index is closed")
	// ErrDamaged: what is on disk cannot be read; close, and open again to
	// rebuild.
	ErrDamaged = errors.New("the index is damaged")
)

// Index is an open index. It is safe for concurrent use.
type Index struct {
	dir    string // "" in memory
	log    *slog.Logger
	texts  *texts
	native bool // search through Bleve alone, see native.go

	mu     sync.RWMutex // held for reading while b is used, for writing to close it
	b      bleve.Index
	closed bool

	seen seen
	view viewCache
}

// Item is a version to index.
type Item struct {
	Version source.Version
	Article source.Article
	Text    source.Text
}

// Seen is the last ledger sequence the index has seen; 0 for an index that must
// be rebuilt.
func (x *Index) Seen() uint64 { return x.seen.now() }

// SeenHead is what Options.Head called the entry Seen when the index took it in;
// "" if it was not asked. A ledger whose entry has another name is not the one
// this index was made from, however well the numbers fit.
func (x *Index) SeenHead() string { return x.seen.headNow() }

// Close releases the index. Searches that are running finish first.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.closed {
		return nil
	}
	x.closed = true
	x.view.drop()
	if err := x.b.Close(); err != nil {
		return fmt.Errorf("closing the index: %w", err)
	}
	return nil
}

// use runs f while the index is certain to stay open. What Bleve panics with
// when its files are damaged, and what the system says when a mapped file has
// been cut short under it, becomes ErrDamaged.
func (x *Index) use(f func() error) (err error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.closed {
		return ErrClosed
	}
	defer caught(&err)
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	return f()
}

// caught turns a panic of the engine into ErrDamaged.
func caught(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%w: %v; it will be rebuilt when the desk is opened again", ErrDamaged, p)
	}
}

// internal reads a value kept beside the passages.
func internal(b bleve.Index, key []byte) ([]byte, error) {
	v, err := b.GetInternal(key)
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	return v, nil
}

// reader opens Bleve's current state for reading.
func reader(b bleve.Index) (bindex.IndexReader, error) {
	adv, err := b.Advanced()
	if err != nil {
		return nil, err
	}
	return adv.Reader()
}

// Stats describes an index.
type Stats struct {
	Passages int
	Versions int
	Articles int
	Outlets  int
	Bytes    int64 // on disk; 0 in memory
	Seen     uint64
}
