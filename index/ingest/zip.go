package ingest

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Limits on archives. Text and pages deflate to between a third and a
// fiftieth; the format's worst case is 1:1032, which only bombs reach. The
// total keeps an import that was meant to be a folder of articles from filling
// a disk; 50,000 entries are more than a newsroom's year.
const (
	maxRatio      = 200
	ratioFrom     = 1 << 20 // smaller entries may be as repetitive as they like
	maxZipTotal   = 2 << 30
	maxZipEntries = 50_000
)

const zipHint = "unpack it and import the folder, after a look at what is inside"

// isZip reports whether a file is an archive to look into: a zip by its first
// bytes that is not an office document by its name.
func isZip(p string) bool {
	if _, office := officeNames[fileExt(p)]; office {
		return false
	}
	if fileExt(p) == ".zip" {
		return true
	}
	f, err := os.Open(p)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	var head [4]byte
	_, err = io.ReadFull(f, head[:])
	return err == nil && zipHead(head[:])
}

func zipHead(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// zip visits the entries of an archive in the order of its table of contents.
func (w *walker) zip(p string, size int64) bool {
	name := label(filepath.Base(p))
	f, err := os.Open(p)
	if err != nil {
		return w.fail(p, diskError(name, false, err))
	}
	defer func() { _ = f.Close() }()
	if size == 0 {
		return w.fail(p, &Error{name, "the file is empty", "check that it was saved completely", ErrEmpty})
	}
	z, err := zip.NewReader(f, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return w.fail(p, &Error{name, "it is not a zip archive, or a damaged one", "copy or download it again", ErrArchive})
	}
	if len(z.File) > maxZipEntries {
		return w.fail(p, &Error{name, fmt.Sprintf("the archive has %d entries, more than the %d that are read", len(z.File), maxZipEntries), zipHint, ErrArchive})
	}
	var total int64
	for _, e := range z.File {
		inner := entryName(e)
		if e.FileInfo().IsDir() || hiddenInside(inner) {
			continue
		}
		ok := w.each(entry{name: path.Base(inner), path: p + "/" + inner, open: func() ([]byte, error) {
			data, err := readEntry(e, label(inner), maxZipTotal-total)
			total += int64(len(data))
			return data, err
		}})
		if !ok {
			return false
		}
	}
	return true
}

// entryName makes the name in an archive a harmless label: slashes only, no
// leading or climbing path, UTF-8 (names without the UTF-8 flag are code page
// 437, as the format's specification says).
func entryName(e *zip.File) string {
	name := e.Name
	if e.NonUTF8 && !utf8.ValidString(name) {
		if s, err := charmap.CodePage437.NewDecoder().String(name); err == nil {
			name = s
		}
	}
	name = strings.ReplaceAll(name, "\\", "/")
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

func hiddenInside(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if skip(part) {
			return true
		}
	}
	return name == ""
}

// readEntry expands one entry within the limits. left is what the archive may
// still expand to.
func readEntry(e *zip.File, name string, left int64) ([]byte, error) {
	refuse := func(kind error, problem, hint string) ([]byte, error) {
		return nil, &Error{name, problem, hint, kind}
	}
	switch {
	case e.Flags&0x1 != 0 || e.Method == 99:
		return refuse(ErrEncrypted, "it is protected by a password", "unpack the archive with its password and import the folder")
	case e.UncompressedSize64 > MaxFile:
		return nil, tooBig(name, int64(min(e.UncompressedSize64, 1<<62)))
	}
	r, err := e.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return refuse(ErrArchive, "it is packed in a way that is not read", "unpack the archive and import the folder")
	}
	if err != nil {
		return refuse(ErrArchive, "the archive is damaged here", "copy or download it again")
	}
	defer func() { _ = r.Close() }()
	limit := int64(MaxFile)
	if packed := int64(min(e.CompressedSize64, MaxFile)); packed*maxRatio < limit {
		limit = max(packed*maxRatio, ratioFrom)
	}
	limit = min(limit, max(left, 0))
	data, err := readUpTo(r, limit, int64(min(e.UncompressedSize64, ratioFrom)))
	switch {
	case int64(len(data)) > limit && limit == left:
		return refuse(ErrArchive, fmt.Sprintf("the archive expands to more than %d GB", maxZipTotal>>30), zipHint)
	case int64(len(data)) > limit:
		return refuse(ErrArchive, fmt.Sprintf("it expands to more than %d times its size, as a zip bomb does", maxRatio), zipHint)
	case err != nil:
		return refuse(ErrArchive, "the archive is damaged here", "copy or download it again")
	case zipHead(data) && officeNames[fileExt(name)] == "":
		return refuse(ErrArchive, "it is an archive inside an archive", "unpack the outer one and import what is inside")
	}
	return data, nil
}
