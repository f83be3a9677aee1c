package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Cache is a file of records that were computed from texts and can be computed
// again: losing it costs time, nothing else. It lies in the desk's folder beside the
// database and is not part of the desk: verifying does not look at it.
//
// The file is a row of frames, each the length of what follows (4 bytes, big
// endian) and compressed records. A frame that is cut off or damaged ends the file:
// the next append writes over it.
type Cache struct {
	path     string
	readOnly bool

	mu  sync.Mutex
	end int64 // of the last sound frame
}

// mostFrame bounds a frame in memory, compressed and not: a damaged length must not
// ask for gigabytes.
const mostFrame = 64 << 20

// Cache opens a cache of the desk by its name.
func (s *Store) Cache(name string) *Cache {
	return &Cache{path: filepath.Join(s.dir, name+".cache"), readOnly: s.readOnly}
}

// Read calls f with every record, oldest first. A cache that is not there, or is
// damaged, has the records before the damage; only an error of f is returned.
func (c *Cache) Read(f func(record []byte) error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.end = 0
	file, err := os.Open(c.path)
	if err != nil {
		return nil
	}
	defer func() { _ = file.Close() }() // it was only read
	var size [4]byte
	for {
		if _, err := io.ReadFull(file, size[:]); err != nil {
			return nil
		}
		n := binary.BigEndian.Uint32(size[:])
		if n > mostFrame {
			return nil
		}
		frame := make([]byte, n)
		if _, err := io.ReadFull(file, frame); err != nil {
			return nil
		}
		plain, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(frame)), mostFrame))
		if err != nil {
			return nil
		}
		records, ok := cut(plain)
		if !ok {
			return nil
		}
		for _, r := range records {
			if err := f(r); err != nil {
				return err
			}
		}
		c.end += 4 + int64(n)
	}
}

// cut cuts a frame into its records.
func cut(plain []byte) (records [][]byte, ok bool) {
	for len(plain) > 0 {
		n, used := binary.Uvarint(plain)
		if used <= 0 || n > uint64(len(plain)-used) {
			return nil, false
		}
		records = append(records, plain[used:used+int(n)])
		plain = plain[used+int(n):]
	}
	return records, true
}

// Append adds records after the sound ones that Read found. A desk that is open for
// reading keeps nothing.
func (c *Cache) Append(records [][]byte) error {
	if c.readOnly || len(records) == 0 {
		return nil
	}
	var frame bytes.Buffer
	z, err := flate.NewWriter(&frame, flate.BestSpeed)
	if err != nil {
		return err
	}
	var size [binary.MaxVarintLen64]byte
	for _, r := range records {
		n := binary.PutUvarint(size[:], uint64(len(r)))
		if _, err := z.Write(append(size[:n:n], r...)); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.write(frame.Bytes())
}

func (c *Cache) write(frame []byte) (err error) {
	file, err := os.OpenFile(c.path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("keeping what was read: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := file.Truncate(c.end); err != nil {
		return fmt.Errorf("keeping what was read: %w", err)
	}
	out := append(binary.BigEndian.AppendUint32(nil, uint32(len(frame))), frame...)
	if _, err := file.WriteAt(out, c.end); err != nil {
		return fmt.Errorf("keeping what was read: %w", err)
	}
	c.end += int64(len(out))
	return nil
}

// Drop takes the cache away.
func (c *Cache) Drop() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.end = 0
	if c.readOnly {
		return nil
	}
	if err := os.Remove(c.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
