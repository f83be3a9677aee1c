package index

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/blevesearch/bleve/v2"
	bindex "github.com/blevesearch/bleve_index_api"
)

const (
	// bulkPassages is how many passages one batch of a bulk import holds: from
	// there on larger batches gain nothing and cost memory.
	bulkPassages = 5000
	// bulkWriters is how many goroutines hand batches to Bleve. Building a
	// segment is serial within a batch, so two at a time keep two processors
	// busy; more only cost memory.
	bulkWriters = 2
)

// Bulk is an import or a rebuild: many versions, in batches, with Seen raised
// only when everything is on disk. One goroutine calls Add; Close ends it.
type Bulk struct {
	x       *Index
	ctx     context.Context
	cancel  context.CancelCauseFunc
	batches chan *bleve.Batch
	writers sync.WaitGroup

	cur   *bleve.Batch
	added map[string]bool // versions of this import: immutable, so once is enough
	fresh bool            // the index was empty: nothing to replace
	done  bool
}

// Bulk begins an import. It must be ended with Close; until then Seen does not
// rise, whoever writes. What an interrupted import has written is harmless: the
// caller adds it again. Cancelling ctx abandons the import; a caller that stops
// early but wants to keep what it added passes a context of its own.
func (x *Index) Bulk(ctx context.Context) *Bulk {
	k := &Bulk{x: x, added: map[string]bool{}, batches: make(chan *bleve.Batch)}
	k.ctx, k.cancel = context.WithCancelCause(ctx)
	x.seen.hold()
	err := x.use(func() error {
		n, err := x.b.DocCount()
		k.fresh = n == 0
		k.cur = x.b.NewBatch()
		return err
	})
	if err != nil {
		k.cancel(err)
	}
	for range bulkWriters {
		k.writers.Add(1)
		go k.write()
	}
	return k
}

// write hands batches to Bleve until there are no more.
func (k *Bulk) write() {
	defer k.writers.Done()
	for b := range k.batches {
		if k.ctx.Err() != nil {
			continue
		}
		err := k.x.use(func() error {
			defer k.x.view.drop()
			return k.x.b.Batch(b)
		})
		if err != nil {
			k.cancel(fmt.Errorf("writing the index: %w", err))
		}
	}
}

// Add indexes versions, replacing what the index holds of them. It returns the
// first error of the import, its own or an earlier batch's.
func (k *Bulk) Add(items ...Item) error {
	for _, it := range items {
		if err := context.Cause(k.ctx); err != nil {
			return err
		}
		if k.done {
			return errors.New("index: this import was closed")
		}
		if err := k.add(it); err != nil {
			k.cancel(err)
			return err
		}
	}
	return nil
}

func (k *Bulk) add(it Item) error {
	name := it.Version.ID.String()
	if k.added[name] {
		return nil
	}
	k.added[name] = true
	err := k.x.use(func() error {
		if k.fresh {
			return addItem(k.cur, nil, it)
		}
		r, err := reader(k.x.b)
		if err != nil {
			return fmt.Errorf("reading the index: %w", err)
		}
		return errors.Join(addItem(k.cur, r, it), r.Close())
	})
	if err != nil {
		return err
	}
	k.x.texts.forget(it.Version.ID)
	if k.cur.Size() >= bulkPassages {
		return k.flush()
	}
	return nil
}

// flush hands the batch over.
func (k *Bulk) flush() error {
	select {
	case k.batches <- k.cur:
	case <-k.ctx.Done():
		return context.Cause(k.ctx)
	}
	return k.x.use(func() error {
		k.cur = k.x.b.NewBatch()
		return nil
	})
}

// Close ends the import: it writes what is left and, if all of it is on disk,
// notes that the ledger was seen up to seq. After an error or a cancelled
// context Seen stays as it was. A caller that could not add all it meant to
// closes with seq 0, which claims nothing.
func (k *Bulk) Close(seq uint64) error {
	if k.done {
		return nil
	}
	k.done = true
	err := context.Cause(k.ctx)
	if err == nil && k.cur.Size() > 0 {
		err = k.flush()
	}
	close(k.batches)
	k.writers.Wait()
	if err == nil {
		err = context.Cause(k.ctx)
	}
	k.cancel(nil)
	want := k.x.seen.release(seq, err == nil)
	if err != nil {
		return err
	}
	return k.x.change(context.Background(), want, func(bindex.IndexReader, *bleve.Batch) error { return nil })
}
