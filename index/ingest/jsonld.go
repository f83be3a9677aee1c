package ingest

import (
	"encoding/json"
	"slices"
	"strings"
)

// articleTypes are the schema.org types that are an article, from the most to
// the least telling. WebPage comes last: many sites describe the page around
// the article with its headline and dates.
var articleTypes = []string{
	"NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "AskPublicNewsArticle", "OpinionNewsArticle",
	"ReviewNewsArticle", "LiveBlogPosting", "Article", "BlogPosting", "AdvertiserContentArticle", "SatiricalArticle", "ScholarlyArticle",
	"TechArticle", "Report", "SocialMediaPosting", "DiscussionForumPosting", "WebPage",
}

// linked is what the JSON-LD of a page says about its article.
type linked struct {
	headline, url, lang, publisher, published, modified, body, correction string
	authors                                                               []string
}

// readLinked finds the article among all JSON-LD scripts of a page: objects,
// arrays, @graph and what is nested in them; publishers and authors may be
// references to other nodes ({"@id": …}).
func readLinked(scripts []string) linked {
	g := graph{byID: map[string]map[string]any{}, rank: len(articleTypes)}
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(strip(s)), &v) == nil || json.Unmarshal([]byte(repair(s)), &v) == nil {
			g.collect(v, 0)
		}
	}
	n := g.best
	if n == nil {
		return linked{}
	}
	out := linked{
		headline:  oneLine(g.words(n["headline"])),
		url:       first(g.id(n["url"]), g.id(n["mainEntityOfPage"])),
		lang:      g.words(n["inLanguage"]),
		publisher: oneLine(g.words(n["publisher"])),
		published: g.words(n["datePublished"]),
		modified:  g.words(n["dateModified"]),
		body:      g.words(n["articleBody"]),
	}
	if out.headline == "" && g.rank < len(articleTypes)-1 {
		out.headline = oneLine(g.words(n["name"]))
	}
	out.correction = oneLine(g.words(n["correction"]))
	for _, a := range list(n["author"]) {
		if name := cutBy(oneLine(g.words(a))); name != "" && !strings.Contains(name, "://") && !slices.Contains(out.authors, name) {
			out.authors = append(out.authors, name)
		}
	}
	return out
}

// graph is the nodes of all scripts of a page.
type graph struct {
	byID map[string]map[string]any
	best map[string]any // the article
	rank int            // of its type in articleTypes
}

// maxLinkedDepth bounds the walk; real data is five or six levels deep.
const maxLinkedDepth = 32

func (g *graph) collect(v any, depth int) {
	if depth > maxLinkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			g.collect(x, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > len(g.byID[id]) {
			g.byID[id] = v
		}
		for _, t := range list(v["@type"]) {
			name, _ := t.(string)
			name = name[strings.LastIndexAny(name, "/:#")+1:]
			if r := slices.Index(articleTypes, name); r >= 0 && r < g.rank {
				g.best, g.rank = v, r
			}
		}
		for _, k := range sortedKeys(v) {
			// What the article mentions or links to is not the article.
			if k != "mentions" && k != "hasPart" && k != "citation" && k != "itemListElement" && k != "isBasedOn" && k != "liveBlogUpdate" {
				g.collect(v[k], depth+1)
			}
		}
	}
}

// words gives a value as words: a string, the name or text of a node, the first
// of a list; a reference is looked up.
func (g *graph) words(v any) string {
	for range 4 {
		switch x := v.(type) {
		case string:
			return strings.TrimSpace(unescapeHTML(x))
		case []any:
			if len(x) == 0 {
				return ""
			}
			v = x[0]
		case map[string]any:
			x = g.resolve(x)
			for _, k := range []string{"name", "alternateName", "text", "@value", "headline", "description"} {
				if s, ok := x[k].(string); ok && s != "" {
					return strings.TrimSpace(unescapeHTML(s))
				}
			}
			return ""
		default:
			return ""
		}
	}
	return ""
}

// id gives a value as an address: a string, or a node's @id or url.
func (g *graph) id(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		for _, k := range []string{"@id", "url"} {
			if s, ok := v[k].(string); ok {
				return s
			}
		}
	}
	return ""
}

func (g *graph) resolve(n map[string]any) map[string]any {
	if id, ok := n["@id"].(string); ok && len(g.byID[id]) > len(n) {
		return g.byID[id]
	}
	return n
}

func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// strip takes off the comment or CDATA wrapping some sites put around scripts.
func strip(s string) string {
	s = strings.TrimSpace(s)
	for _, p := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		s = strings.TrimSpace(strings.TrimPrefix(s, p))
	}
	for _, p := range []string{"-->", "//]]>", "/*]]>*/", "]]>"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, p))
	}
	return strings.TrimSuffix(s, ";")
}

// repair replaces raw control characters, which JSON forbids inside strings and
// content systems put there with pasted text.
func repair(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, strip(s))
}

// joinNames lists names as metadata does.
func joinNames(names []string) string { return strings.Join(names, ", ") }

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
