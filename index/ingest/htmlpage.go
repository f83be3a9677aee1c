package ingest

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"stet/index/source"
)

// page is what one pass over the tags of a page gives: its declarations, and
// its words as blocks with where they stood. It needs no tree, so no nesting is
// too deep for it, and it runs in time and memory linear in the page.
type page struct {
	lang, title, base, canonical string
	meta                         map[string]string // lower-case name or property → first content
	ld                           []string          // contents of application/ld+json scripts
	h1                           []heading
	times                        []string // datetime attributes of <time>, in order
	blocks                       []pageBlock
	elements                     int
}

type heading struct {
	text string
	body bool // inside <article> or <main>
}

// pageBlock is a block and the part of the page it stood in.
type pageBlock struct {
	block
	article int  // which outermost <article>, counted from 1; 0 outside
	main    bool // inside <main>
	side    bool // inside navigation, an aside or a footer
}

// Tags by what they do to the words in them. From the HTML standard's content
// categories; unlisted tags are inline.
var (
	skipTags  = set("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "textarea", "button", "canvas", "audio", "video", "datalist", "title")
	sideTags  = set("nav", "aside", "footer", "menu", "dialog")
	blockTags = set("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
		"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li",
		"main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul")
)

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

// cellGap stands between the cells of a table's row.
const cellGap = " | "

// pageWalk is the state of the pass.
type pageWalk struct {
	page
	buf      strings.Builder
	skip     string // the tag whose content is being skipped, and how deep in it
	skipped  int
	open     map[string]int // open elements by name, of the tags that matter
	articles int
	ld, cell bool
}

// scanPage reads a page or a fragment.
func scanPage(s string) *page {
	w := &pageWalk{open: map[string]int{}}
	w.meta = map[string]string{}
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.flush()
			return &w.page
		case html.TextToken:
			w.text(z)
		case html.StartTagToken:
			w.start(z, false)
		case html.SelfClosingTagToken:
			w.start(z, true)
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(string(name))
		}
	}
}

func (w *pageWalk) text(z *html.Tokenizer) {
	switch {
	case w.ld:
		w.page.ld = append(w.page.ld, string(z.Raw()))
	case w.skip == "title" && w.title == "":
		w.title = oneLine(string(z.Text()))
	case w.skip != "":
	case w.open["pre"] > 0:
		w.buf.Write(z.Text())
	default:
		w.buf.WriteString(strings.NewReplacer("\r", " ", "\n", " ").Replace(string(z.Text())))
	}
}

func (w *pageWalk) start(z *html.Tokenizer, closed bool) {
	w.elements++
	raw, has := z.TagName()
	name := string(raw)
	if w.skip != "" {
		if name == w.skip && !closed {
			w.skipped++
		}
		return
	}
	var at map[string]string
	if has && wantsAttributes[name] {
		at = attributes(z)
	}
	switch name {
	case "html":
		w.lang = first(w.lang, at["lang"], at["xml:lang"])
	case "base":
		w.base = first(w.base, at["href"])
	case "meta":
		w.declare(at)
	case "link":
		if strings.EqualFold(strings.TrimSpace(at["rel"]), "canonical") {
			w.canonical = first(w.canonical, at["href"])
		}
	case "time":
		if t := at["datetime"]; t != "" && len(w.times) < 8 {
			w.times = append(w.times, t)
		}
	case "br":
		w.buf.WriteByte('\n')
	case "td", "th":
		if w.cell {
			w.buf.WriteString(cellGap)
		}
		w.cell = true
	}
	if skipTags[name] {
		if !closed || name == "script" || name == "style" || name == "title" {
			w.skip, w.skipped = name, 1
			w.ld = name == "script" && strings.Contains(strings.ToLower(at["type"]), "ld+json")
		}
		return
	}
	if blockTags[name] {
		w.flush()
		if name == "article" && w.open["article"] == 0 {
			w.articles++
		}
		if !closed || name == "div" || name == "p" {
			w.open[name]++
		}
	}
}

func (w *pageWalk) end(name string) {
	if w.skip != "" {
		if name == w.skip {
			if w.skipped--; w.skipped == 0 {
				w.skip, w.ld = "", false
			}
		}
		return
	}
	if blockTags[name] {
		w.flush()
		if w.open[name] > 0 {
			w.open[name]--
		}
	}
}

// flush ends a block: two line breaks in a row part paragraphs, as pages write
// them that know no <p>.
func (w *pageWalk) flush() {
	s := w.buf.String()
	w.buf.Reset()
	w.cell = false
	if strings.TrimSpace(s) == "" {
		return
	}
	var b pageBlock
	b.main = w.open["main"] > 0
	if w.open["article"] > 0 {
		b.article = w.articles
	}
	for t := range sideTags {
		b.side = b.side || w.open[t] > 0
	}
	b.kind = w.kind()
	for _, part := range splitBreaks(s) {
		if b.text = clean(part); b.text == "" {
			continue
		}
		if w.open["h1"] > 0 && len(w.h1) < 16 {
			w.h1 = append(w.h1, heading{oneLine(part), b.main || b.article > 0})
		}
		w.blocks = append(w.blocks, b)
	}
}

func (w *pageWalk) kind() source.MarkKind {
	for _, h := range headingTags {
		if w.open[h] > 0 {
			return source.MarkHeading
		}
	}
	switch {
	case w.open["figcaption"] > 0 || w.open["caption"] > 0:
		return source.MarkCaption
	case w.open["blockquote"] > 0:
		return source.MarkQuote
	}
	return ""
}

var headingTags = []string{"h1", "h2", "h3", "h4", "h5", "h6"}

// splitBreaks parts words at empty lines.
func splitBreaks(s string) []string {
	if strings.Count(s, "\n") < 2 {
		return []string{s}
	}
	var out []string
	var cur []string
	for _, l := range append(strings.Split(s, "\n"), "") {
		if strings.TrimSpace(l) != "" {
			cur = append(cur, l)
			continue
		}
		if len(cur) > 0 {
			out = append(out, strings.Join(cur, "\n"))
		}
		cur = cur[:0]
	}
	return out
}

var wantsAttributes = set("html", "base", "meta", "link", "time", "script")

// attributes reads a tag's attributes, the first of equal names.
func attributes(z *html.Tokenizer) map[string]string {
	m := map[string]string{}
	for {
		k, v, more := z.TagAttr()
		if _, dup := m[string(k)]; !dup && len(k) > 0 {
			m[string(k)] = string(v)
		}
		if !more {
			return m
		}
	}
}

// declare notes a <meta> element under its name, property or itemprop.
func (w *pageWalk) declare(at map[string]string) {
	content := oneLine(at["content"])
	if content == "" {
		return
	}
	for _, a := range []string{"property", "name", "itemprop", "http-equiv"} {
		// Several names in one attribute are allowed (RDFa).
		for _, k := range strings.Fields(strings.ToLower(at[a])) {
			if w.meta[k] == "" {
				w.meta[k] = content
			}
		}
	}
}

// first gives the first that is not blank.
func first(list ...string) string {
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// htmlFragment gives the blocks of a piece of HTML.
func htmlFragment(s string) []block {
	var out []block
	for _, b := range scanPage(s).blocks {
		out = append(out, b.block)
	}
	return out
}

// baseURL is the address relative links of the page are resolved against, or nil.
func (p *page) baseURL() *url.URL {
	for _, s := range []string{p.base, p.meta["og:url"]} {
		if a := address(s, nil); a != "" {
			if u, err := url.Parse(a); err == nil {
				return u
			}
		}
	}
	return nil
}
