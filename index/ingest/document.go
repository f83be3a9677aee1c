package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"stet/index/source"
)

// MaxFile is the largest file that is read, in bytes. A saved page with its
// pictures inside is seldom above 20 MB and the longest books are below 10 MB
// of text; readers hold a file and its text in memory, up to eight times its
// size for a page, so 64 MiB keeps an import within half a gigabyte.
const MaxFile = 64 << 20

// headBytes is how much of a file the sniffers see.
const headBytes = 4096

// Document is what one file says, and what it says about itself.
type Document struct {
	Text      source.Text
	Headline  string
	Byline    string // names as printed, without "By"
	Dateline  string // the place of the dateline, e.g. "NORRBY"
	Outlet    string
	URL       string // canonical address, without fragment
	Lang      string // BCP 47 as declared ("en", "en-GB"), or guessed ("en")
	Published time.Time
	Modified  time.Time
	Notice    source.Notice
	Warnings  []string // sentences for people, in the order they arose
	Reader    string   // name/version of the reader, e.g. "html/1"
}

func (d *Document) warn(format string, args ...any) {
	d.Warnings = append(d.Warnings, fmt.Sprintf(format, args...))
}

// Reader reads one format.
type Reader interface {
	// Name is the reader's name and version, e.g. "html/1".
	Name() string
	// Sniff tells from the first bytes and the name whether this is its format.
	Sniff(head []byte, name string) bool
	// Read reads a whole file of size bytes. Its error is an *Error, or the
	// context's.
	Read(ctx context.Context, r io.ReaderAt, size int64) (Document, error)
}

// Readers in the order they are asked; text takes what is left.
func readers() []Reader { return []Reader{htmlReader{}, markdownReader{}, textReader{}} }

// Read picks the reader for the bytes and reads them. The name only helps to
// tell the format and labels errors; it is never opened. An error is an *Error,
// or the context's.
func Read(ctx context.Context, name string, data []byte) (Document, error) {
	if err := ctx.Err(); err != nil {
		return Document{}, err
	}
	if len(data) > MaxFile {
		return Document{}, tooBig(name, int64(len(data)))
	}
	head := data[:min(len(data), headBytes)]
	if err := refuse(head, name); err != nil {
		return Document{}, err
	}
	for _, r := range readers() {
		if !r.Sniff(head, name) {
			continue
		}
		doc, err := r.Read(ctx, bytes.NewReader(data), int64(len(data)))
		var e *Error
		if errors.As(err, &e) && e.Name == "" {
			e.Name = label(name)
		}
		return doc, err
	}
	return Document{}, &Error{label(name), "its format is not known", readable, ErrUnsupported}
}

// readable is the hint of every refusal of a format.
const readable = "save the article as HTML, Markdown or plain text and import that"

func tooBig(name string, size int64) *Error {
	return &Error{label(name), fmt.Sprintf("it has %d MB, more than the %d MB that are read", size>>20, MaxFile>>20),
		"cut the article out of it, or split it", ErrTooBig}
}

// whole reads all of r, refusing what is too big or empty before reading it.
func whole(ctx context.Context, r io.ReaderAt, size int64) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if size > MaxFile {
		return nil, tooBig("", size)
	}
	data := make([]byte, size)
	n, err := r.ReadAt(data, 0)
	if int64(n) < size && err != nil {
		return nil, diskError("", false, err)
	}
	return data, nil
}

// nothing is the error for a file without words.
func nothing() *Error {
	return &Error{"", "it holds no text", "check that it was saved completely", ErrEmpty}
}
