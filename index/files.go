package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
)

// checkFiles compares every segment file of an open index with the checksum it
// ends in. Bleve maps the files into memory and believes them; a file cut short
// or overwritten would end the program in the middle of a search. It reads the
// whole index once, which also brings it into memory for the searches to come.
// Files that are in the folder but not in the index, such as a segment that was
// being written when the process was killed, do not matter.
func checkFiles(b bleve.Index) (err error) {
	r, err := reader(b)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	s, err := openSegments(r)
	if err != nil {
		return nil // then searches go the native way, which reads less
	}
	for _, f := range s.files() {
		if err := checkFile(f); err != nil {
			return fmt.Errorf("%w: %s: %w", ErrDamaged, filepath.Base(f), err)
		}
	}
	return nil
}

// checksumBytes is the length of the CRC-32 (IEEE, big endian) at the end of a
// segment file, over everything before it.
const checksumBytes = 4

func checkFile(name string) (err error) {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() <= checksumBytes {
		return io.ErrUnexpectedEOF
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, info.Size()-checksumBytes); err != nil {
		return err
	}
	var want [checksumBytes]byte
	if _, err := io.ReadFull(f, want[:]); err != nil {
		return err
	}
	if sum.Sum32() != binary.BigEndian.Uint32(want[:]) {
		return errors.New("the checksum does not match")
	}
	return nil
}
