package ingest

import (
	"bytes"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"
)

// magics are the first bytes of formats that are not text, each with what a
// person calls it. From the file(1) database's public documentation.
var magics = []struct{ bytes, what string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a zip archive or an office document"},
	{"PK\x05\x06", "an empty zip archive"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document or a mail message"},
	{"{\\rtf", "a rich text document"},
	{"\x89PNG\r\n", "a PNG picture"},
	{"\xff\xd8\xff", "a JPEG picture"},
	{"GIF87a", "a GIF picture"},
	{"GIF89a", "a GIF picture"},
	{"II*\x00", "a TIFF picture"},
	{"MM\x00*", "a TIFF picture"},
	{"RIFF", "a sound, film or WebP picture"},
	{"\x00\x00\x01\x00", "an icon"},
	{"\x1f\x8b", "a gzip file"},
	{"BZh", "a bzip2 file"},
	{"\xfd7zXZ\x00", "an xz file"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"\x28\xb5\x2f\xfd", "a Zstandard file"},
	{"\x7fELF", "a program"},
	{"MZ\x90", "a program"},
	{"\xcf\xfa\xed\xfe", "a program"},
	{"\xca\xfe\xba\xbe", "a program"},
	{"SQLite format 3\x00", "a database"},
	{"ID3", "a sound file"},
	{"OggS", "a sound file"},
	{"fLaC", "a sound file"},
	{"wOFF", "a font"},
	{"wOF2", "a font"},
	{"\x00asm", "a program"},
}

// officeNames tell zip files apart that are documents, by extension.
var officeNames = map[string]string{
	".docx": "a Word document", ".xlsx": "an Excel workbook", ".pptx": "a PowerPoint presentation",
	".odt": "an OpenDocument text", ".ods": "an OpenDocument sheet", ".epub": "an e-book",
	".wacz": "a web archive", ".jar": "a program", ".apk": "a program",
}

// xmlRoots are XML vocabularies that hold articles in a way of their own.
var xmlRoots = []struct{ root, what string }{
	{"<rss", "a news feed"}, {"<feed", "a news feed"}, {"<rdf:rdf", "a news feed"},
	{"<nitf", "a NITF news file"}, {"<newsitem", "a NewsML news file"}, {"<newsmessage", "a NewsML news file"},
	{"<svg", "a drawing"}, {"<urlset", "a site map"},
}

// signatures are formats that are text, but whose text is not the article's.
var signatures = []struct {
	form *regexp.Regexp
	what string
}{
	{regexp.MustCompile(`^WARC/1\.`), "a web archive"},
	{regexp.MustCompile(`(?m)^(?i:mime-version): ?1\.0`), "a mail message or a page saved as one file"},
}

// refuse recognises, from its first bytes, what no reader takes.
func refuse(head []byte, name string) error {
	if len(head) == 0 {
		return &Error{label(name), "the file is empty", "check that it was saved completely", ErrEmpty}
	}
	if what := binaryKind(head, name); what != "" {
		return &Error{label(name), "it is " + what + ", which is not read", readable, ErrUnsupported}
	}
	s := strings.ToLower(string(head))
	for _, x := range signatures {
		if x.form.Match(head) {
			return &Error{label(name), "it is " + x.what + ", which is not read", readable, ErrUnsupported}
		}
	}
	if strings.HasPrefix(strings.TrimLeft(s, "\ufeff \t\r\n"), "<?xml") && !strings.Contains(s, "<html") {
		for _, x := range xmlRoots {
			if strings.Contains(s, x.root) {
				return &Error{label(name), "it is " + x.what + ", which is not read", readable, ErrUnsupported}
			}
		}
	}
	return nil
}

// binaryKind names the format of a file that is not text, or "".
func binaryKind(head []byte, name string) string {
	for _, m := range magics {
		if !bytes.HasPrefix(head, []byte(m.bytes)) {
			continue
		}
		if what, ok := officeNames[fileExt(name)]; ok && strings.HasPrefix(m.bytes, "PK") {
			return what
		}
		return m.what
	}
	if len(head) > 12 && string(head[4:8]) == "ftyp" {
		return "a film"
	}
	return ""
}

func fileExt(name string) string {
	return strings.ToLower(path.Ext(strings.ReplaceAll(name, "\\", "/")))
}

// label makes any file name fit to print: valid UTF-8, no control characters,
// at most 200 bytes. A name is only ever a label.
func label(name string) string {
	name = printable(name)
	if len(name) > 200 {
		cut := len(name) - 190
		for !utf8.RuneStart(name[cut]) {
			cut++
		}
		name = "…" + name[cut:]
	}
	return name
}

// printable takes out of a path what no screen should be sent: control
// characters and those that turn the direction of writing.
func printable(p string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(p, "\ufffd"))
}
