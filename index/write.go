package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	bindex "github.com/blevesearch/bleve_index_api"

	"stet/index/source"
)

// Put indexes versions, replacing what the index holds of them, and notes that
// the ledger was seen up to seq. It is one atomic batch and is on disk when Put
// returns; doing it twice changes nothing. For many versions use Bulk.
func (x *Index) Put(ctx context.Context, seq uint64, items []Item) error {
	return x.change(ctx, seq, func(r bindex.IndexReader, b *bleve.Batch) error {
		for _, it := range items {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := addItem(b, r, it); err != nil {
				return err
			}
			x.texts.forget(it.Version.ID)
		}
		return nil
	})
}

// Remove takes versions out of the index and notes that the ledger was seen up
// to seq. Versions the index does not hold are ignored.
func (x *Index) Remove(ctx context.Context, seq uint64, ids ...source.VersionID) error {
	return x.change(ctx, seq, func(r bindex.IndexReader, b *bleve.Batch) error {
		for _, id := range ids {
			if err := removeVersion(b, r, id.String()); err != nil {
				return err
			}
			x.texts.forget(id)
		}
		return nil
	})
}

// change runs one batch and raises Seen with it.
func (x *Index) change(ctx context.Context, seq uint64, fill func(bindex.IndexReader, *bleve.Batch) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return x.use(func() error {
		b := x.b.NewBatch()
		r, err := reader(x.b)
		if err != nil {
			return fmt.Errorf("reading the index: %w", err)
		}
		err = errors.Join(fill(r, b), r.Close())
		if err != nil {
			return err
		}
		return x.seen.raise(seq, func(to uint64, head string, raised bool) error {
			if raised {
				b.SetInternal(keySeen, encodeSeen(to))
				b.SetInternal(keyHead, []byte(head))
			}
			defer x.view.drop()
			if err := x.b.Batch(b); err != nil {
				return fmt.Errorf("writing the index: %w", err)
			}
			return nil
		})
	})
}

// addItem puts the passages of a version into the batch and takes those it
// replaces out.
func addItem(b *bleve.Batch, r bindex.IndexReader, it Item) error {
	if it.Version.ID.IsZero() || it.Version.ID.N < 1 {
		return fmt.Errorf("index: a version without an identifier (%s) cannot be indexed", it.Version.ID)
	}
	v := versionOf(it)
	if r != nil {
		if err := removeVersion(b, r, v.name); err != nil {
			return err
		}
	}
	for n, p := range Passages(it.Text) {
		if err := b.IndexAdvanced(v.document(n, p, it.Text.Body)); err != nil {
			return fmt.Errorf("index: %s: %w", v.name, err)
		}
	}
	return nil
}

// removeVersion takes every passage of a version out.
func removeVersion(b *bleve.Batch, r bindex.IndexReader, name string) error {
	d, err := r.FieldDictPrefix("_id", []byte(name+"-"))
	if err != nil {
		return fmt.Errorf("reading the index: %w", err)
	}
	for {
		e, err := d.Next()
		if err != nil {
			return errors.Join(fmt.Errorf("reading the index: %w", err), d.Close())
		}
		if e == nil {
			return d.Close()
		}
		b.Delete(e.Term)
	}
}
