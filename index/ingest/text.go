package ingest

import (
	"context"
	"io"
	"strings"
)

// textReader reads plain text: paragraphs, unwrapped where lines were wrapped,
// with the headline, byline, dateline, cross-heads and notices recognised.
type textReader struct{}

func (textReader) Name() string { return "text/1" }

// Sniff takes anything: what is not text shows in decoding.
func (textReader) Sniff([]byte, string) bool { return true }

func (t textReader) Read(ctx context.Context, r io.ReaderAt, size int64) (Document, error) {
	data, err := whole(ctx, r, size)
	if err != nil {
		return Document{}, err
	}
	s, warnings, err := decode(data, "")
	if err != nil {
		return Document{}, err
	}
	doc := Document{Reader: t.Name(), Warnings: warnings}
	lines := doc.cutHeader(splitLines(doc.cutGlued(s)))
	if len(lines) > 0 {
		lines[0] = doc.cutGlued(lines[0])
	}
	return doc.finish(ctx, doc.plainBlocks(lines))
}

// plainBlocks are the paragraphs of lines without markup.
func (d *Document) plainBlocks(lines []string) []block {
	var blocks []block
	for _, p := range paragraphs(lines) {
		blocks = append(blocks, block{text: p})
	}
	return d.plainHeadings(blocks)
}

// splitLines splits at every kind of line end.
func splitLines(s string) []string {
	if strings.ContainsAny(s, "\r\f\v\u0085\u2028\u2029") {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n", "\v", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n").Replace(s)
	}
	return strings.Split(s, "\n")
}
