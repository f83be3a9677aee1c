// Package ledger is the memory of a desk: an append-only list of entries, each
// saying who decided what and when, each holding the hash of the one before.
// What a desk knows (State) is the entries applied in order, and nothing else.
//
// Laws, each with a test:
//
//   - An entry is never changed or removed. Undo appends the inverse.
//   - Applying a group of entries either succeeds whole or leaves the state as
//     it was.
//   - An inverse that would leave something hanging (evidence without its claim,
//     an anchor without its version) is refused with a sentence naming what
//     depends on it.
//   - Decode(Encode(change)) is the same change; the hash covers the encoded
//     bytes, so what was signed is what is stored.
//
// The package is pure: no clock, no randomness, no disk. Times are microseconds
// since 1970 UTC, because both databases keep them exactly.
package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"stet/index/source"
)

// Who is a person as the desk knows them.
type Who struct {
	Name string `json:"name"`
	Role Role   `json:"role"`
}

// Role is what a person does on a desk.
type Role string

// The roles of DOMAIN: a checker checks, an editor reviews and signs.
const (
	Checker Role = "checker"
	Editor  Role = "editor"
)

// String prints "Ana Ruiz (editor)".
func (w Who) String() string {
	if w.Role == "" {
		return w.Name
	}
	return w.Name + " (" + string(w.Role) + ")"
}

// Entry is one decision.
type Entry struct {
	Seq    uint64      // from 1, without gaps
	Group  string      // entries of one act share a group
	Undoes string      // the group this one takes back, if it does
	Who    Who         //
	At     time.Time   // UTC, whole microseconds
	Change Change      //
	Raw    []byte      // the change as encoded; what the hash covers
	Prev   source.Hash // hash of the entry before; "" for the first
	Hash   source.Hash
}

// Encode gives the kind and the JSON of a change.
func Encode(c Change) (kind string, raw []byte, err error) {
	raw, err = json.Marshal(c)
	if err != nil {
		return "", nil, fmt.Errorf("ledger: encoding %s: %w", c.Kind(), err)
	}
	return c.Kind(), raw, nil
}

// Seal completes an entry whose Seq, Group, Who, At, Change and Prev are set:
// it encodes the change, cuts At to microseconds UTC and computes the hash. The
// change is then read back from its bytes, so that what is applied now is what
// will be applied whenever the ledger is replayed, and shares nothing with what
// the caller holds.
func Seal(e Entry) (Entry, error) {
	kind, raw, err := Encode(e.Change)
	if err != nil {
		return e, err
	}
	if e.Change, err = Decode(kind, raw); err != nil {
		return e, err
	}
	e.Raw = raw
	e.At = e.At.UTC().Truncate(time.Microsecond)
	e.Hash = e.digest()
	return e, nil
}

// digest is the SHA-256 over the fields, each preceded by its length in bytes,
// so that no two different entries give the same input.
func (e Entry) digest() source.Hash {
	h := sha256.New()
	field := func(s string) { fmt.Fprintf(h, "%d:%s\n", len(s), s) }
	field("stet-ledger-1")
	field(fmt.Sprint(e.Seq))
	field(e.Group)
	field(e.Undoes)
	field(e.Who.Name)
	field(string(e.Who.Role))
	field(fmt.Sprint(e.At.UnixMicro()))
	field(e.Change.Kind())
	field(string(e.Raw))
	field(string(e.Prev))
	return source.Hash(hex.EncodeToString(h.Sum(nil)))
}

// CheckChain reports what is wrong with an entry that should follow prev
// (hash prev, sequence seq), or nil.
func (e Entry) CheckChain(seq uint64, prev source.Hash) error {
	switch {
	case e.Seq != seq+1:
		return &ChainError{e.Seq, fmt.Sprintf("entry %d follows entry %d: entries are missing", e.Seq, seq)}
	case e.Prev != prev:
		return &ChainError{e.Seq, fmt.Sprintf("entry %d does not continue entry %d: the chain of hashes is broken", e.Seq, seq)}
	case e.Hash != e.digest():
		return &ChainError{e.Seq, fmt.Sprintf("entry %d was changed after it was written: its hash does not match", e.Seq)}
	}
	return nil
}

// ChainError names the first entry at which a ledger does not verify.
type ChainError struct {
	Seq     uint64
	Problem string
}

func (e *ChainError) Error() string { return e.Problem }
