// Package source is the vocabulary of what was imported: articles, their
// versions, their canonical text, and places in it. Data only: nothing here
// reads a file, asks the clock or touches the network.
//
// Every offset in this package, and in every package above it, counts BYTES of
// the canonical text, is half-open and falls on the first byte of a rune.
// (Records exchanged with other programs count code points instead; that
// conversion lives at the command line and nowhere else.)
//
// A canonical text is valid UTF-8 in NFC, uses "\n" for line ends, holds no NUL
// and separates paragraphs by one empty line. The headline, where there is one,
// is its first paragraph, so that a figure in a headline can be cited like any
// other; a Mark says so.
package source

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Span is a half-open range [Start, End) of bytes of a canonical text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Shift moves the span by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// Of returns the words the span covers, or "" if it does not fit the text.
func (s Span) Of(body string) string {
	if !s.Fits(body) {
		return ""
	}
	return body[s.Start:s.End]
}

// Fits reports whether the span lies inside body and on rune boundaries.
func (s Span) Fits(body string) bool {
	return s.Start >= 0 && s.Start <= s.End && s.End <= len(body) &&
		(s.Start == len(body) || utf8.RuneStart(body[s.Start])) &&
		(s.End == len(body) || utf8.RuneStart(body[s.End]))
}

// Compare orders spans by start, then by end.
func (s Span) Compare(o Span) int {
	return cmp.Or(cmp.Compare(s.Start, o.Start), cmp.Compare(s.End, o.End))
}

// ArticleID names an article within a desk: five lower-case letters and digits.
type ArticleID string

// VersionID names one immutable version of an article; versions count from 1.
type VersionID struct {
	Article ArticleID
	N       int
}

// String prints "a7k3p@2".
func (v VersionID) String() string { return string(v.Article) + "@" + strconv.Itoa(v.N) }

// IsZero reports whether the identifier names nothing.
func (v VersionID) IsZero() bool { return v.Article == "" }

// MarshalText makes a VersionID read "a7k3p@2" in JSON, also as a map key.
func (v VersionID) MarshalText() ([]byte, error) {
	if v.IsZero() {
		return nil, nil
	}
	return []byte(v.String()), nil
}

// UnmarshalText reads what MarshalText wrote.
func (v *VersionID) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*v = VersionID{}
		return nil
	}
	x, err := ParseVersionID(string(b))
	if err != nil {
		return err
	}
	if x.N == 0 {
		return fmt.Errorf("%q names an article, not one of its versions", b)
	}
	*v = x
	return nil
}

// ParseVersionID reads "a7k3p@2". "a7k3p" alone gives N = 0, which callers take
// as the latest version.
func ParseVersionID(s string) (VersionID, error) {
	id, n, has := strings.Cut(strings.TrimSpace(s), "@")
	if id == "" || strings.ContainsAny(id, " \t\n/") {
		return VersionID{}, fmt.Errorf("%q is not the name of a version (they look like a7k3p@2)", s)
	}
	if !has {
		return VersionID{Article: ArticleID(id)}, nil
	}
	k, err := strconv.Atoi(n)
	if err != nil || k < 1 {
		return VersionID{}, fmt.Errorf("%q is not the name of a version (they look like a7k3p@2)", s)
	}
	return VersionID{ArticleID(id), k}, nil
}

// Hash is a SHA-256 in lower-case hexadecimal, 64 characters.
type Hash string

// HashOf hashes bytes.
func HashOf(b []byte) Hash {
	h := sha256.Sum256(b)
	return Hash(hex.EncodeToString(h[:]))
}

// Short is the first twelve characters, for people.
func (h Hash) Short() string { return string(h[:min(12, len(h))]) }

// Notice is what an article says about its own history.
type Notice string

// The notices that agencies and outlets print.
const (
	NoNotice      Notice = ""
	Update        Notice = "update"
	Corrected     Notice = "corrected"
	Refile        Notice = "refile"
	Withdrawn     Notice = "withdrawn"
	Clarification Notice = "clarification"
	EditorsNote   Notice = "editor's note"
)

// Role says what an article is to the desk.
type Role string

const (
	// Material is what claims are checked against.
	Material Role = "source"
	// Story is a piece that is itself being checked.
	Story Role = "story"
)

// Article is what an outlet publishes and republishes under one address.
type Article struct {
	ID     ArticleID `json:"id"`
	Outlet string    `json:"outlet,omitempty"`
	URL    string    `json:"url,omitempty"` // canonical, without fragment
	Role   Role      `json:"role"`
}

// Version is one immutable state of an article, as captured.
type Version struct {
	ID        VersionID `json:"id"`
	Headline  string    `json:"headline,omitempty"`
	Lead      string    `json:"lead,omitempty"` // how the text begins, where there is no headline
	Byline    string    `json:"byline,omitempty"`
	Dateline  string    `json:"dateline,omitempty"` // the place line, e.g. "NORRBY"
	Outlet    string    `json:"outlet,omitempty"`
	URL       string    `json:"url,omitempty"` // canonical address as this version gave it
	Lang      string    `json:"lang,omitempty"`
	Published time.Time `json:"published,omitzero"`
	Modified  time.Time `json:"modified,omitzero"`
	Captured  time.Time `json:"captured"`
	Origin    string    `json:"origin"` // file name or address it was captured from
	Original  Hash      `json:"original"`
	Size      int64     `json:"size"` // bytes of the original
	Text      Hash      `json:"text"`
	Words     int       `json:"words"`
	Reader    string    `json:"reader"` // name/version of the reader, e.g. "html/1"
	Notice    Notice    `json:"notice,omitempty"`
	Warnings  []string  `json:"warnings,omitempty"`
}

// Date is the day figures such as "on Thursday" are resolved against: when the
// version was modified, else published, else captured.
func (v Version) Date() time.Time {
	for _, t := range []time.Time{v.Modified, v.Published} {
		if !t.IsZero() {
			return t
		}
	}
	return v.Captured
}

// Title is what a list shows: the headline, else how the text begins.
func (v Version) Title() string {
	if v.Headline != "" {
		return v.Headline
	}
	return v.Lead
}

// Slug is the last path element of the address, which often keeps a toll the
// headline has left behind. It is "" when there is no address.
func (v Version) Slug() string {
	u := strings.TrimRight(v.URL, "/")
	if i := strings.IndexAny(u, "?#"); i >= 0 {
		u = strings.TrimRight(u[:i], "/")
	}
	if i := strings.Index(u, "://"); i >= 0 {
		u = u[i+3:]
	}
	i := strings.LastIndexByte(u, '/')
	if i < 0 {
		return ""
	}
	return u[i+1:]
}

// Text is the canonical text of a version.
type Text struct {
	Body  string `json:"body"`
	Marks []Mark `json:"marks,omitempty"` // by Start
}

// MarkKind says what a Mark tells about its span.
type MarkKind string

// What readers mark.
const (
	MarkHeadline MarkKind = "headline"
	MarkDateline MarkKind = "dateline"
	MarkByline   MarkKind = "byline"
	MarkHeading  MarkKind = "heading" // a cross-head inside the text
	MarkNotice   MarkKind = "notice"  // a correction or update note
	MarkQuote    MarkKind = "blockquote"
	MarkCaption  MarkKind = "caption"
	MarkPage     MarkKind = "page" // Note is the page number
	MarkCue      MarkKind = "cue"  // Note is the cue time of a subtitle
)

// Mark tells something about a span of the body that the words do not.
type Mark struct {
	Span
	Kind MarkKind `json:"kind"`
	Note string   `json:"note,omitempty"`
}

// First returns the first mark of a kind.
func (t Text) First(k MarkKind) (Mark, bool) {
	for _, m := range t.Marks {
		if m.Kind == k {
			return m, true
		}
	}
	return Mark{}, false
}

// Paragraphs returns the spans of the paragraphs of a canonical text, without
// the empty lines between them.
func (t Text) Paragraphs() []Span {
	var out []Span
	for at := 0; at < len(t.Body); {
		end, next := len(t.Body), len(t.Body)
		if i := strings.Index(t.Body[at:], "\n\n"); i >= 0 {
			end, next = at+i, at+i+2
		}
		for next < len(t.Body) && t.Body[next] == '\n' {
			next++
		}
		if strings.TrimSpace(t.Body[at:end]) != "" {
			out = append(out, Span{at, end})
		}
		at = next
	}
	return out
}

// Place is a span of one version.
type Place struct {
	Version VersionID `json:"version"`
	Span    Span      `json:"span"`
}
