package ingest

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"go.yaml.in/yaml/v3"

	"stet/index/source"
)

// markdownReader reads CommonMark with tables and strike-through, and YAML
// front matter or header lines above it.
type markdownReader struct{}

func (markdownReader) Name() string { return "markdown/1" }

// Sniff goes by the name: most plain text is also valid Markdown.
func (markdownReader) Sniff(_ []byte, name string) bool {
	switch fileExt(name) {
	case ".md", ".markdown", ".mdown", ".mkd", ".mdx":
		return true
	}
	return false
}

func (m markdownReader) Read(ctx context.Context, r io.ReaderAt, size int64) (Document, error) {
	data, err := whole(ctx, r, size)
	if err != nil {
		return Document{}, err
	}
	s, warnings, err := decode(data, "")
	if err != nil {
		return Document{}, err
	}
	doc := Document{Reader: m.Name(), Warnings: warnings}
	lines := splitLines(doc.cutGlued(s))
	lines = doc.cutHeader(doc.cutFrontMatter(lines))
	if tooIntricate(lines) {
		doc.warn("its Markdown is too intricate to be an article's; it was read as plain text, markup included")
		return doc.finish(ctx, doc.plainBlocks(lines))
	}
	src := []byte(strings.Join(lines, "\n"))
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify))
	w := &markdownWalk{src: src}
	w.container(md.Parser().Parse(text.NewReader(src)), "")
	return doc.finish(ctx, doc.titleFromHeading(w.blocks))
}

// titleFromHeading takes a level-one heading at the top as the headline; with
// no heading at all the rules for plain text apply.
func (d *Document) titleFromHeading(blocks []block) []block {
	for i := range blocks {
		if i < 2 && blocks[i].kind == source.MarkHeading && d.Headline == "" {
			d.Headline = strings.ReplaceAll(blocks[i].text, "\n", " ")
		}
	}
	if d.Headline == "" {
		return d.plainHeadings(blocks)
	}
	return blocks
}

// cutFrontMatter reads a YAML block between "---" lines at the top. Keys that
// are not understood are left out; where the YAML cannot be read the lines are
// treated as header lines or text, with a warning.
func (d *Document) cutFrontMatter(lines []string) []string {
	at := 0
	for at < len(lines) && strings.TrimSpace(lines[at]) == "" {
		at++
	}
	if at == len(lines) || strings.TrimRight(lines[at], " \t") != "---" {
		return lines
	}
	for end := at + 1; end < min(len(lines), at+200); end++ {
		if l := strings.TrimRight(lines[end], " \t"); l != "---" && l != "..." {
			continue
		}
		var m map[string]any
		if err := yaml.Unmarshal([]byte(strings.Join(lines[at+1:end], "\n")), &m); err != nil || len(m) == 0 {
			d.warn("the lines between --- at the top are not YAML that can be read; they were taken line by line")
			return lines
		}
		d.frontMatter(m)
		return lines[end+1:]
	}
	return lines
}

func (d *Document) frontMatter(m map[string]any) {
	for _, k := range sortedKeys(m) {
		f, ok := fieldNames[strings.ToLower(k)]
		if !ok {
			continue
		}
		if v := yamlWords(m[k]); !d.set(f, v) {
			d.warn("the front matter's %s, %q, was not understood", label(k), label(v))
		}
	}
}

// yamlWords prints a value: a list of authors becomes "A and B".
func yamlWords(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case interface{ Format(string) string }: // time.Time
		return v.Format("2006-01-02T15:04:05Z07:00")
	case map[string]any:
		return yamlWords(v["name"])
	case []any:
		var names []string
		for _, x := range v {
			if s := yamlWords(x); s != "" {
				names = append(names, s)
			}
		}
		return joinNames(names)
	}
	return fmt.Sprint(v)
}

// markdownWalk turns the syntax tree into blocks.
type markdownWalk struct {
	src    []byte
	blocks []block
}

func (w *markdownWalk) add(kind source.MarkKind, s string) {
	if s = clean(s); s != "" {
		w.blocks = append(w.blocks, block{kind: kind, text: s})
	}
}

// container walks block nodes; kind is MarkQuote inside a block quotation.
func (w *markdownWalk) container(n ast.Node, kind source.MarkKind) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			w.add(source.MarkHeading, w.inline(c))
		case *ast.Paragraph, *ast.TextBlock:
			for _, p := range strings.Split(w.inline(c), "\n\n") {
				w.add(kind, p)
			}
		case *ast.Blockquote:
			w.container(c, source.MarkQuote)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			w.add(kind, string(c.Lines().Value(w.src)))
		case *ast.HTMLBlock:
			for _, b := range htmlFragment(string(c.Lines().Value(w.src))) {
				w.add(kind, b.text)
			}
		case *extast.Table:
			w.table(c)
		case *ast.ThematicBreak:
		default:
			w.container(c, kind)
		}
	}
}

func (w *markdownWalk) table(t *extast.Table) {
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, oneLine(w.inline(c)))
		}
		w.add("", strings.Join(cells, cellGap))
	}
}

// inline gives the words of inline nodes, without their markup. Soft line
// breaks are spaces, hard ones stay.
func (w *markdownWalk) inline(n ast.Node) string {
	var sb strings.Builder
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				sb.Write(unescape(c.Value(w.src)))
				switch {
				case c.HardLineBreak():
					sb.WriteByte('\n')
				case c.SoftLineBreak():
					sb.WriteByte(' ')
				}
			case *ast.String:
				sb.Write(c.Value)
			case *ast.AutoLink:
				sb.Write(c.Label(w.src))
			case *ast.CodeSpan:
				sb.Write(rawText(c, w.src))
			case *ast.RawHTML:
			default:
				walk(c)
			}
		}
	}
	walk(n)
	return sb.String()
}

// unescape resolves backslash escapes and character references in text.
func unescape(b []byte) []byte {
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(b)))
}

// rawText is the text below a node, as it is.
func rawText(n ast.Node, src []byte) []byte {
	var out []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			out = append(append(out, t.Value(src)...), ' ')
		}
	}
	return out
}

// What a Markdown file may hold of the constructs whose parsing grows with
// their square or with their product. Articles stay far below.
const (
	maxLinks   = 5000 // "](" and "]:" in the file
	maxColumns = 200  // "|" in a line
	maxNesting = 64   // quotation and list markers at the start of a line
	maxIndent  = 256  // columns
)

// tooIntricate reports whether a file is beyond those bounds.
func tooIntricate(lines []string) bool {
	links := 0
	for _, l := range lines {
		links += strings.Count(l, "](") + strings.Count(l, "]:")
		t := strings.TrimLeft(l, " \t")
		if links > maxLinks || strings.Count(l, "|") > maxColumns || len(l)-len(t) > maxIndent && t != "" || !rule(t) && nesting(l) > maxNesting {
			return true
		}
	}
	return false
}

// nesting counts the container markers at the start of a line.
func nesting(l string) int {
	n := 0
	for _, c := range l {
		switch c {
		case '>', '-', '*', '+':
			n++
		case ' ', '\t':
		default:
			return n
		}
	}
	return n
}
