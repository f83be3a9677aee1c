package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

// checkFiles compares every segment file with the checksum it ends in. Bleve
// maps the files into memory and believes them; a file cut short or overwritten
// would end the program in the middle of a search. It reads the whole index
// once, which also brings it into memory for the searches to come.
func checkFiles(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
	if err != nil {
		return err
	}
	for _, f := range files {
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
