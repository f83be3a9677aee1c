package ingest

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// boms in the order they must be tried: UTF-32LE begins like UTF-16LE.
var boms = []struct {
	mark string
	enc  encoding.Encoding
}{
	{"\xef\xbb\xbf", nil},
	{"\xff\xfe\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\x00\x00\xfe\xff", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

// sampleBytes is how much the character-set guess looks at; more does not make
// its statistics better, only slower.
const sampleBytes = 64 << 10

// decode turns bytes into valid UTF-8: byte order mark, then UTF-16 by its
// zeros, then valid UTF-8, then what the file declares, then broken UTF-8 (its
// bad bytes replaced), then a guess. Everything but the sure cases warns.
func decode(data []byte, declared string) (string, []string, error) {
	for _, b := range boms {
		if bytes.HasPrefix(data, []byte(b.mark)) {
			data = data[len(b.mark):]
			if b.enc == nil {
				return decodeUTF8(data)
			}
			return decodeWith(b.enc, "", data)
		}
	}
	if enc := utf16ByZeros(data); enc != nil {
		return decodeWith(enc, "the file has no byte order mark; it was read as UTF-16", data)
	}
	if err := refuseBinary(data); err != nil {
		return "", nil, err
	}
	if utf8.Valid(data) {
		return stripNUL(string(data), nil)
	}
	if enc, name := lookup(declared); enc != nil && name != "utf-8" {
		return decodeWith(enc, "", data)
	}
	if bad, good := countUTF8(data); good >= 4*bad {
		return decodeUTF8(data)
	}
	return guess(data)
}

func decodeUTF8(data []byte) (string, []string, error) {
	if utf8.Valid(data) {
		return stripNUL(string(data), nil)
	}
	bad, _ := countUTF8(data)
	w := fmt.Sprintf("%d damaged places in the file (not valid UTF-8) are shown as \ufffd", bad)
	return stripNUL(strings.ToValidUTF8(string(data), "\ufffd"), []string{w})
}

func decodeWith(enc encoding.Encoding, warning string, data []byte) (string, []string, error) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", nil, &Error{"", "its characters cannot be decoded: " + plain(err), readable, ErrBinary}
	}
	var warnings []string
	if warning != "" {
		warnings = append(warnings, warning)
	}
	if n := bytes.Count(out, []byte("\ufffd")); n > 0 {
		warnings = append(warnings, fmt.Sprintf("%d damaged characters are shown as \ufffd", n))
	}
	return stripNUL(strings.ToValidUTF8(string(out), "\ufffd"), warnings)
}

// minConfidence is the detector's own figure (of 100) below which windows-1252,
// by far the most common of the old sets, is the better bet.
const minConfidence = 10

// guess asks the statistical detector, on a sample around the first byte that
// is not ASCII.
func guess(data []byte) (string, []string, error) {
	from := 0
	for from < len(data) && data[from] < 0x80 {
		from++
	}
	from = max(0, from-1024)
	sample := data[from:min(len(data), from+sampleBytes)]
	name := "windows-1252"
	if all, err := chardet.NewTextDetector().DetectAll(sample); err == nil && len(all) > 0 {
		// It asks its recognisers in parallel and leaves ties in any order.
		best := slices.MaxFunc(all, func(a, b chardet.Result) int {
			return cmp.Or(cmp.Compare(a.Confidence, b.Confidence), cmp.Compare(b.Charset, a.Charset))
		})
		if best.Confidence >= minConfidence {
			name = best.Charset
		}
	}
	enc, found := lookup(name)
	if enc == nil || found == "utf-8" {
		enc, found = lookup("windows-1252")
	}
	return decodeWith(enc, fmt.Sprintf("the file does not say its character set; it was guessed to be %s: check accented letters and quotation marks", found), data)
}

// lookup finds an encoding by the names of the WHATWG Encoding Standard, under
// which "iso-8859-1" means windows-1252 as on the web.
func lookup(name string) (encoding.Encoding, string) {
	enc, err := htmlindex.Get(strings.TrimSpace(name))
	if err != nil {
		return nil, ""
	}
	canonical, err := htmlindex.Name(enc)
	if err != nil || canonical == "replacement" || canonical == "x-user-defined" {
		return nil, ""
	}
	return enc, canonical
}

// utf16ByZeros recognises UTF-16 without a mark: in Western text every other
// byte is zero.
func utf16ByZeros(data []byte) encoding.Encoding {
	sample := data[:min(len(data), headBytes)&^1]
	if len(sample) < 4 {
		return nil
	}
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i&1]++
		}
	}
	half := len(sample) / 2
	switch {
	case zeros[1]*10 > half*6 && zeros[0]*20 < half:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0]*10 > half*6 && zeros[1]*20 < half:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// countUTF8 counts runs of damaged bytes and well-formed multi-byte characters.
func countUTF8(data []byte) (bad, good int) {
	broken := false
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i, broken = i+1, false
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			if !broken {
				bad++
			}
			broken = true
		default:
			good, broken = good+1, false
		}
		i += n
	}
	return bad, good
}

// refuseBinary refuses data in which more than one byte in fifty is a control
// character that no text uses, or more than one in a hundred is NUL.
func refuseBinary(data []byte) error {
	nul, ctl := 0, 0
	for _, b := range data {
		switch {
		case b == 0:
			nul++
		case b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' && b != 0x1b && b != 0x1a:
			ctl++
		}
	}
	if nul*100 > len(data)+200 || (ctl+nul)*50 > len(data)+50 {
		return &Error{"", "it is not text, whatever its name says", readable, ErrBinary}
	}
	return nil
}

func stripNUL(s string, warnings []string) (string, []string, error) {
	n := strings.Count(s, "\x00")
	if n == 0 {
		return s, warnings, nil
	}
	if n*50 > len(s)+50 {
		return "", nil, &Error{"", "it is not text, whatever its name says", readable, ErrBinary}
	}
	what := "a NUL character was"
	if n > 1 {
		what = fmt.Sprintf("%d NUL characters were", n)
	}
	return strings.ReplaceAll(s, "\x00", ""), append(warnings, what+" left out; the file may be damaged"), nil
}
