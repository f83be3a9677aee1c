package index

import (
	"errors"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bindex "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// This file is the only one that relies on what Bleve exports for its own use:
// the segments of a snapshot and the bitmaps behind their postings. Everything
// it relies on is checked when a view is opened; errInternals then sends
// searches along the native path. parity_test.go holds the two paths together.

// errInternals: this Bleve is not built the way this file expects.
var errInternals = errors.New("index: this version of Bleve keeps its postings in another way")

// segments are the immutable parts of one state of the index.
type segments struct {
	snapshot *scorch.IndexSnapshot
	parts    []part
}

// part is one segment: documents 0 to size-1, some of them deleted.
type part struct {
	id      uint64
	seg     segment.Segment
	size    uint32
	deleted *roaring.Bitmap // nil or empty: none
}

// openSegments looks into a reader.
func openSegments(r bindex.IndexReader) (*segments, error) {
	snap, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("%w: the reader is a %T", errInternals, r)
	}
	s := &segments{snapshot: snap}
	for _, p := range snap.Segments() {
		if p.FullSize() > 0 {
			s.parts = append(s.parts, part{p.Id(), p.Segment(), uint32(p.FullSize()), p.Deleted()})
		}
	}
	return s, nil
}

// files are the files of the segments that are on disk.
func (s *segments) files() []string {
	var out []string
	for _, p := range s.parts {
		if f, ok := p.seg.(segment.PersistedSegment); ok {
			out = append(out, f.Path())
		}
	}
	return out
}

// dictionary opens a field's dictionary. It must not be shared by goroutines.
func (p part) dictionary(field string) (segment.TermDictionary, error) {
	d, err := p.seg.Dictionary(field)
	if err != nil {
		return nil, fmt.Errorf("%w: field %s: %w", ErrDamaged, field, err)
	}
	return d, nil
}

// postings returns the live documents that hold a term. The bitmap may be
// shared with the segment and must not be written to.
func (p part) postings(d segment.TermDictionary, term string) (*roaring.Bitmap, error) {
	return bitmapOf(d, term, p.deleted)
}

// bitmapOf returns the documents of a term but for those excluded.
func bitmapOf(d segment.TermDictionary, term string, except *roaring.Bitmap) (*roaring.Bitmap, error) {
	if d == nil {
		return noDocs, nil
	}
	list, err := d.PostingsList([]byte(term), except, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: term %q: %w", ErrDamaged, term, err)
	}
	if list == nil || list.Count() == 0 {
		return noDocs, nil
	}
	it, ok := list.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, fmt.Errorf("%w: postings of %q", errInternals, term)
	}
	if doc, one := it.DocNum1Hit(); one {
		return roaring.BitmapOf(uint32(doc)), nil
	}
	if b := it.ActualBitmap(); b != nil {
		return b, nil
	}
	return noDocs, nil
}

var noDocs = roaring.New()

// eachTerm calls f for every term of a field with its documents, deleted ones
// included, in the order of the terms.
func (p part) eachTerm(field string, f func(term string, docs *roaring.Bitmap)) error {
	d, err := p.dictionary(field)
	if err != nil {
		return err
	}
	it := d.AutomatonIterator(nil, nil, nil)
	for {
		e, err := it.Next()
		if err != nil {
			return fmt.Errorf("%w: field %s: %w", ErrDamaged, field, err)
		}
		if e == nil {
			return nil
		}
		docs, err := bitmapOf(d, e.Term, nil)
		if err != nil {
			return err
		}
		f(e.Term, docs)
	}
}

// docID returns the id a document was indexed under.
func (p part) docID(doc uint32) (string, error) {
	b, err := p.seg.DocID(uint64(doc))
	if err != nil || len(b) == 0 {
		return "", fmt.Errorf("%w: document %d: %w", ErrDamaged, doc, err)
	}
	return string(b), nil
}
