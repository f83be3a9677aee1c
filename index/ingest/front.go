package ingest

import (
	"net/url"
	"regexp"
	"strings"
	"time"
)

// field is what a header line or a front matter key tells.
type field int

const (
	fieldHeadline field = iota + 1
	fieldByline
	fieldOutlet
	fieldURL
	fieldPublished
	fieldModified
	fieldDateline
	fieldLang
)

// fieldNames are the keys understood in header lines of text files and in YAML
// front matter (those of Hugo, Jekyll and Pandoc among them).
var fieldNames = map[string]field{
	"headline": fieldHeadline, "title": fieldHeadline,
	"byline": fieldByline, "author": fieldByline, "authors": fieldByline,
	"outlet": fieldOutlet, "publication": fieldOutlet, "publisher": fieldOutlet, "source": fieldOutlet, "site": fieldOutlet,
	"url": fieldURL, "link": fieldURL, "canonical": fieldURL, "canonical_url": fieldURL,
	"published": fieldPublished, "date": fieldPublished, "published at": fieldPublished, "publication date": fieldPublished,
	"modified": fieldModified, "updated": fieldModified, "lastmod": fieldModified, "last updated": fieldModified, "last_modified_at": fieldModified,
	"dateline": fieldDateline,
	"lang":     fieldLang, "language": fieldLang,
}

// set stores a field's value; false means the value does not fit the field.
// What is set already stays.
func (d *Document) set(f field, value string) bool {
	value = oneLine(value)
	if value == "" {
		return true
	}
	put := func(s *string, v string) bool {
		if *s == "" {
			*s = v
		}
		return true
	}
	stamp := func(t *time.Time) bool {
		v, ok := parseDate(value)
		if ok && t.IsZero() {
			*t = v
		}
		return ok
	}
	switch f {
	case fieldHeadline:
		return put(&d.Headline, value)
	case fieldByline:
		return put(&d.Byline, cutBy(value))
	case fieldOutlet:
		return put(&d.Outlet, value)
	case fieldURL:
		u := address(value, nil)
		return u != "" && put(&d.URL, u)
	case fieldPublished:
		return stamp(&d.Published)
	case fieldModified:
		return stamp(&d.Modified)
	case fieldDateline:
		return put(&d.Dateline, value)
	case fieldLang:
		return put(&d.Lang, value)
	}
	return false
}

// address gives an absolute http or https address without fragment, resolved
// against base if it is relative, or "".
func address(s string, base *url.URL) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return ""
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	return clean(u.String())
}

var (
	gluedDate  = regexp.MustCompile(`^\s*(?i:date)[:\s]\s*(\d{4}-\d{2}-\d{2})(?:\s+|$)`)
	headerLine = regexp.MustCompile(`^([A-Za-z][A-Za-z_ ]{1,20}):[ \t]+(\S.*)$`)
)

// cutGlued takes a header such as " date 2025-04-17 " off the first sentence,
// as some archives print it.
func (d *Document) cutGlued(s string) string {
	m := gluedDate.FindStringSubmatchIndex(s)
	if m == nil {
		return s
	}
	t, ok := parseDate(s[m[2]:m[3]])
	if !ok {
		return s
	}
	if d.Published.IsZero() {
		d.Published = t
	}
	return s[m[1]:]
}

// maxHeader is how many lines a header may have: all keys, twice over.
const maxHeader = 16

// cutHeader takes header lines ("Outlet: …") off the top of a text. They stand
// first, or below a headline; the first line of another kind ends them.
func (d *Document) cutHeader(lines []string) []string {
	var kept []string
	headlines := 0
	for i, l := range lines {
		t := strings.TrimSpace(l)
		if i >= maxHeader {
			return append(kept, lines[i:]...)
		}
		if t == "" {
			kept = append(kept, "")
			continue
		}
		if d.header(t) {
			continue
		}
		if headlines++; headlines > 1 || len(t) > maxHeadline {
			return append(kept, lines[i:]...)
		}
		kept = append(kept, l)
	}
	return kept
}

// header takes one line as a header if it is one.
func (d *Document) header(line string) bool {
	m := headerLine.FindStringSubmatch(line)
	if m == nil || len(line) > 4*maxHeadline {
		return false
	}
	f, ok := fieldNames[strings.ToLower(m[1])]
	return ok && d.set(f, m[2])
}
