package store

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
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
// database and is not part of the desk: verifying does not look at it. Of a desk that
// is open for reading it lies in the reader's own folder ([Options.Caches]), and what
// the desk's has is read first.
//
// The file is a row of frames, each the length of what follows (4 bytes, big
// endian) and compressed records. A frame that is cut off or damaged ends the file:
// the next append writes over it.
type Cache struct {
	path     string
	base     string // of the desk, only read; empty: path is the desk's
	readOnly bool   // nothing is kept

	mu  sync.Mutex
	end int64 // of the last sound frame
}

// mostFrame bounds a frame in memory, compressed and not: a damaged length must not
// ask for gigabytes.
const mostFrame = 64 << 20

// Cache opens a cache of the desk by its name.
func (s *Store) Cache(name string) *Cache {
	own := filepath.Join(s.dir, name+".cache")
	if !s.readOnly || s.caches == "" {
		return &Cache{path: own, readOnly: s.readOnly}
	}
	desk := sha256.Sum256([]byte(s.dir))
	return &Cache{path: filepath.Join(s.caches, "desk-"+hex.EncodeToString(desk[:8]), name+".cache"), base: own}
}

// Read calls f with every record, oldest first. A cache that is not there, or is
// damaged, has the records before the damage; only an error of f is returned.
func (c *Cache) Read(f func(record []byte) error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.end = 0
	if c.base != "" {
		if _, err := readFrames(c.base, f); err != nil {
			return err
		}
	}
	end, err := readFrames(c.path, f)
	c.end = end
	return err
}

// readFrames calls f with every record of a file and returns where its last sound
// frame ends.
func readFrames(path string, f func(record []byte) error) (end int64, err error) {
	file, err := os.Open(path)
	if err != nil {
		return 0, nil
	}
	defer func() { _ = file.Close() }() // it was only read
	var size [4]byte
	for {
		if _, err := io.ReadFull(file, size[:]); err != nil {
			return end, nil
		}
		n := binary.BigEndian.Uint32(size[:])
		if n > mostFrame {
			return end, nil
		}
		frame := make([]byte, n)
		if _, err := io.ReadFull(file, frame); err != nil {
			return end, nil
		}
		plain, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(frame)), mostFrame))
		if err != nil {
			return end, nil
		}
		records, ok := cut(plain)
		if !ok {
			return end, nil
		}
		for _, r := range records {
			if err := f(r); err != nil {
				return end, err
			}
		}
		end += 4 + int64(n)
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
// reading keeps nothing where no folder was named for that.
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
	if c.base != "" {
		if err := os.MkdirAll(filepath.Dir(c.path), 0o700); err != nil {
			return fmt.Errorf("keeping what was read: %w", err)
		}
	}
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
