package ingest

import (
	"context"
	"io"
	"regexp"
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// htmlReader reads captured pages: the article's body by readability's rules,
// what the page declares about it from JSON-LD, OpenGraph and links.
type htmlReader struct{}

func (htmlReader) Name() string { return "html/1" }

var htmlTag = regexp.MustCompile(`(?i)<(?:!doctype\s+html|html|head|body|article|main|meta|title)[\s>/]`)

// Sniff takes pages by their tags, or by name if there is any tag at all.
func (htmlReader) Sniff(head []byte, name string) bool {
	head = []byte(strings.ReplaceAll(string(head), "\x00", "")) // UTF-16
	switch fileExt(name) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return strings.Contains(string(head), "<") || htmlTag.Match(head)
	case ".md", ".markdown", ".mdown", ".mkd", ".mdx":
		return false
	}
	at := htmlTag.FindIndex(head)
	return at != nil && strings.HasPrefix(strings.TrimLeft(string(head), "\ufeff\ufffd \t\r\n"), "<")
}

var declared = regexp.MustCompile(`(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]+)`)

// charsetBytes is how far a page is searched for its declared character set;
// the standard asks for the first 1024 bytes, real pages are less disciplined.
const charsetBytes = 16 << 10

func (h htmlReader) Read(ctx context.Context, r io.ReaderAt, size int64) (Document, error) {
	data, err := whole(ctx, r, size)
	if err != nil {
		return Document{}, err
	}
	charset := ""
	if m := declared.FindSubmatch(data[:min(len(data), charsetBytes)]); m != nil {
		charset = first(string(m[1]), string(m[2]))
	}
	s, warnings, err := decode(data, charset)
	if err != nil {
		return Document{}, err
	}
	doc := Document{Reader: h.Name(), Warnings: warnings}
	p := scanPage(s)
	if err := ctx.Err(); err != nil {
		return Document{}, err
	}
	ld := readLinked(p.ld)
	read := extractPage(s, p)
	doc.declare(p, ld, read)
	return doc.finish(ctx, doc.body(p, ld, read))
}

// extract is what readability made of a page.
type extract struct {
	blocks        []block
	title, byline string
	problem       string // why there is nothing, in words
}

// maxElements is the largest page given to readability, in elements. Its time
// grows faster than the page; the longest live pages have some 30,000.
const maxElements = 60_000

// extractPage runs readability on a page that is not too large or too deep for it.
func extractPage(s string, p *page) extract {
	if p.elements > maxElements {
		return extract{problem: "the page is too large to tell the article from its surroundings"}
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return extract{problem: "the page's elements are nested too deeply to tell the article from its surroundings"}
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true // read by readLinked
	art, err := parser.ParseAndMutate(doc, p.baseURL())
	if err != nil {
		return extract{problem: "the page's article could not be told from its surroundings"}
	}
	out := extract{title: oneLine(art.Title()), byline: oneLine(art.Byline())}
	if art.Node != nil {
		var sb strings.Builder
		if html.Render(&sb, art.Node) == nil {
			out.blocks = htmlFragment(sb.String())
		}
	}
	return out
}

// declare fills in what the page says about its article. JSON-LD first: it is
// written by the content system for this article; then OpenGraph and other meta
// elements; then what readability saw.
func (d *Document) declare(p *page, ld linked, x extract) {
	m := p.meta
	d.Outlet = oneLine(first(ld.publisher, m["og:site_name"], m["application-name"], m["dc.publisher"]))
	base := p.baseURL()
	for _, u := range []string{p.canonical, m["og:url"], ld.url, m["twitter:url"], m["parsely-link"]} {
		if d.URL == "" && u != "" {
			d.URL = address(u, base)
		}
	}
	d.Lang = clean(first(p.lang, ld.lang, m["content-language"], strings.ReplaceAll(m["og:locale"], "_", "-")))
	for _, s := range append([]string{ld.published, m["article:published_time"], m["og:published_time"], m["datepublished"], m["parsely-pub-date"],
		m["dc.date.issued"], m["dcterms.created"], m["dc.date"], m["pubdate"], m["publishdate"], m["date"], m["sailthru.date"]}, p.times...) {
		d.set(fieldPublished, s)
	}
	for _, s := range []string{ld.modified, m["article:modified_time"], m["og:updated_time"], m["datemodified"], m["dcterms.modified"], m["last-modified"], m["lastmod"]} {
		d.set(fieldModified, s)
	}
	d.Byline = joinNames(ld.authors)
	for _, s := range []string{m["author"], m["parsely-author"], m["dc.creator"], m["article:author"], x.byline} {
		if d.Byline == "" && s != "" && !strings.Contains(s, "://") && len(s) <= maxByline {
			d.Byline = cutBy(oneLine(s))
		}
	}
	d.headlineOf(p, ld, x)
}

// headlineOf prefers what a reader of the page sees: its first-level heading,
// if it is the only one in the article or agrees with what is declared.
func (d *Document) headlineOf(p *page, ld linked, x extract) {
	said := first(ld.headline, p.meta["og:title"], p.meta["headline"], p.meta["twitter:title"], x.title, p.title)
	shown := ""
	for _, h := range p.h1 {
		if len(h.text) <= 2*maxHeadline && sameTitle(h.text, said) {
			shown = h.text
			break
		}
	}
	if shown == "" {
		inside := slices.DeleteFunc(slices.Clone(p.h1), func(h heading) bool { return !h.body || len(h.text) > maxHeadline || words(h.text) < 3 })
		if len(inside) == 1 {
			shown = inside[0].text
			if said != "" && ld.headline != "" {
				d.warn("the headline on the page differs from the one it declares: %q", said)
			}
		}
	}
	d.Headline = first(shown, ld.headline, x.title, said)
}

// sameTitle reports whether a heading is what a page declares as its title, give
// or take the name of the site. A heading that is only a small part of the
// title is the site's name itself.
func sameTitle(shown, said string) bool {
	a, b := key(shown), key(said)
	if a == "" || b == "" {
		return false
	}
	return strings.Contains(b, a) && len(a)*2 >= len(b) || strings.Contains(a, b) && len(b)*2 >= len(a)
}

// unescapeHTML resolves the character references that content systems leave in
// JSON-LD.
func unescapeHTML(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	return html.UnescapeString(s)
}
