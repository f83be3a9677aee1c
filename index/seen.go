package index

import (
	"encoding/binary"
	"sync"
	"sync/atomic"
)

// seen is the highest ledger sequence the index may claim to hold.
type seen struct {
	value atomic.Uint64

	name func(uint64) string // Options.Head

	mu   sync.Mutex // serialises the writes that raise value
	head string     // the name of the entry value
	held int        // bulk imports under way: nothing more is claimed meanwhile
	want uint64     // the highest sequence written while held
	gap  bool       // a bulk import failed: what it held is missing
}

func (s *seen) now() uint64 { return s.value.Load() }

func (s *seen) headNow() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.head
}

// raise calls write with the sequence the index may claim once write has
// succeeded, the name of that entry, and whether that is more than before. Nothing more is claimed
// while a bulk import is under way, or after one failed, until one succeeds:
// what it has not written would be missing.
func (s *seen) raise(seq uint64, write func(to uint64, head string, raised bool) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.value.Load()
	if s.held > 0 || s.gap {
		s.want = max(s.want, seq)
		return write(was, s.head, false)
	}
	to, head := max(was, seq), s.head
	if to > was {
		if head = ""; s.name != nil {
			head = s.name(to)
		}
	}
	if err := write(to, head, to > was); err != nil {
		return err
	}
	s.value.Store(to)
	s.head = head
	return nil
}

// hold begins a bulk import.
func (s *seen) hold() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held++
}

// release ends a bulk import and returns the sequence that may be claimed now:
// that of the import and those written meanwhile.
func (s *seen) release(seq uint64, ok bool) uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held--
	if !ok {
		s.gap, s.want = true, 0
		return s.value.Load()
	}
	s.want = max(s.want, seq)
	if s.held > 0 {
		return s.value.Load()
	}
	s.gap = false
	want := s.want
	s.want = 0
	return want
}

func encodeSeen(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// decodeSeen reads what encodeSeen wrote; anything else is 0: rebuild.
func decodeSeen(b []byte) uint64 {
	if len(b) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b)
}
