package index

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"sync"

	"stet/index/source"
)

// textBudget bounds the remembered texts, in bytes of body: a few thousand
// articles, so that typing one letter more does not read the same hundred texts
// from the store again.
const textBudget = 32 << 20

// texts remembers recently used texts. Versions are immutable, so what is
// remembered is never wrong; it is forgotten when a version is removed.
type texts struct {
	from TextSource

	mu    sync.Mutex
	of    map[source.VersionID]*list.Element
	order *list.List // most recent first
	bytes int
}

// known is a version with its text and marks by kind.
type known struct {
	id      source.VersionID
	version source.Version
	text    source.Text
}

func newTexts(from TextSource) *texts {
	return &texts{from: from, of: map[source.VersionID]*list.Element{}, order: list.New()}
}

// get returns the version's text.
func (t *texts) get(ctx context.Context, id source.VersionID) (*known, error) {
	t.mu.Lock()
	if e, ok := t.of[id]; ok {
		t.order.MoveToFront(e)
		t.mu.Unlock()
		return e.Value.(*known), nil
	}
	t.mu.Unlock()
	if t.from == nil {
		return nil, errors.New("the index was opened without a source of texts")
	}
	v, text, err := t.from(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("text of %s: %w", id, err)
	}
	k := &known{id, v, text}
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, ok := t.of[id]; !ok {
		t.of[id] = t.order.PushFront(k)
		t.bytes += len(text.Body)
		for t.bytes > textBudget && t.order.Len() > 1 {
			t.drop(t.order.Back())
		}
	}
	return k, nil
}

// forget drops a version.
func (t *texts) forget(id source.VersionID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if e, ok := t.of[id]; ok {
		t.drop(e)
	}
}

func (t *texts) drop(e *list.Element) {
	k := e.Value.(*known)
	t.order.Remove(e)
	delete(t.of, k.id)
	t.bytes -= len(k.text.Body)
}
