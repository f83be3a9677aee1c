package index

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// clauseKind is what a part of a typed query asks for.
type clauseKind int

const (
	wordClause   clauseKind = iota
	phraseClause            // the words in this order
	prefixClause            // words beginning so
	fuzzyClause             // words within a few edits
)

// clause is one part of a typed query.
type clause struct {
	kind  clauseKind
	text  string
	not   bool
	edits int // of a fuzzyClause: 1 or 2
}

// typed is a query as it was typed: what to look for, and filters.
type typed struct {
	clauses  []clause
	outlets  []string
	kinds    []string
	langs    []string
	from, to time.Time
}

// maxClauses bounds a typed query; a pasted article is searched by its first
// words.
const maxClauses = 256

// parse reads a typed query. It never fails: what makes no sense is words.
func parse(text string, typing bool) typed {
	var q typed
	p := parser{rest: text}
	for len(q.clauses) < maxClauses {
		c, field, ok := p.next()
		if !ok {
			break
		}
		if field != "" && q.filter(field, c) {
			continue
		}
		if field != "" {
			c.text = strings.TrimSpace(field + " " + c.text)
		}
		if strings.IndexFunc(c.text, wordRune) >= 0 {
			q.clauses = append(q.clauses, c)
		}
	}
	if n := len(q.clauses); typing && n > 0 && q.clauses[n-1].kind == wordClause && endsInWord(text) {
		q.clauses[n-1].kind = prefixClause
	}
	return q
}

// wordRune reports the runes that make a clause worth looking for.
func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// endsInWord reports whether the text ends inside a word being typed.
func endsInWord(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return wordRune(r)
}

// filter applies field:value; false if it is no filter after all.
func (q *typed) filter(field string, c clause) bool {
	value := strings.TrimSpace(c.text)
	if c.not || value == "" {
		return false
	}
	switch strings.ToLower(field) {
	case "outlet":
		q.outlets = append(q.outlets, value)
	case "kind":
		q.kinds = append(q.kinds, strings.ToLower(value))
	case "lang":
		q.langs = append(q.langs, baseLang(value))
	case "from":
		t, _, ok := dayRange(value)
		if ok {
			q.from = t
		}
		return ok
	case "to":
		_, t, ok := dayRange(value)
		if ok {
			q.to = t
		}
		return ok
	default:
		return false
	}
	return true
}

// dayRange reads "2025", "2025-04" or "2025-04-17" as its first and last day.
func dayRange(s string) (first, last time.Time, ok bool) {
	for _, l := range []struct {
		layout      string
		years, mons int
	}{{"2006-01-02", 0, 0}, {"2006-01", 0, 1}, {"2006", 1, 0}} {
		if t, err := time.Parse(l.layout, s); err == nil {
			last := t
			if l.years+l.mons > 0 {
				last = t.AddDate(l.years, l.mons, -1)
			}
			return t, last, true
		}
	}
	return first, last, false
}

// parser takes clauses off the front of a text.
type parser struct{ rest string }

// next returns the next clause and the name before its colon, if it has one.
func (p *parser) next() (c clause, field string, ok bool) {
	p.rest = strings.TrimLeftFunc(p.rest, unicode.IsSpace)
	if p.rest == "" {
		return c, "", false
	}
	if len(p.rest) > 1 && p.rest[0] == '-' && !strings.HasPrefix(p.rest, "--") {
		if r, _ := utf8.DecodeRuneInString(p.rest[1:]); wordRune(r) || closing(r) != "" {
			c.not = true
			p.rest = p.rest[1:]
		}
	}
	if p.phrase(&c) {
		return c, "", true
	}
	word := p.word()
	if i := strings.IndexByte(word, ':'); i > 0 && knownField(word[:i]) {
		field = word[:i]
		if i == len(word)-1 {
			if p.phrase(&c) {
				return c, field, true
			}
			word = ""
		}
		c.text = strings.TrimPrefix(word, field+":")
		return c, field, true
	}
	c.text = word
	c.suffix()
	return c, "", true
}

func knownField(s string) bool {
	switch strings.ToLower(s) {
	case "outlet", "kind", "lang", "from", "to":
		return true
	}
	return false
}

// closing returns the mark that ends what r begins, or "".
func closing(r rune) string {
	switch r {
	case '"':
		return `"`
	case '“', '„':
		return "”“"
	case '«':
		return "»"
	}
	return ""
}

// phrase takes a quoted phrase off the front. A mark that is never closed runs
// to the end.
func (p *parser) phrase(c *clause) bool {
	r, n := utf8.DecodeRuneInString(p.rest)
	ends := closing(r)
	if ends == "" {
		return false
	}
	body := p.rest[n:]
	if i := strings.IndexAny(body, ends); i >= 0 {
		_, m := utf8.DecodeRuneInString(body[i:])
		c.text, p.rest = body[:i], body[i+m:]
	} else {
		c.text, p.rest = body, ""
	}
	c.kind = phraseClause
	return true
}

// word takes everything up to the next space off the front, stopping at a
// quotation mark that follows a field's colon.
func (p *parser) word() string {
	i := strings.IndexFunc(p.rest, unicode.IsSpace)
	if i < 0 {
		i = len(p.rest)
	}
	w := p.rest[:i]
	if k := strings.IndexByte(w, ':'); k > 0 && knownField(w[:k]) && k+1 < len(w) {
		if r, _ := utf8.DecodeRuneInString(w[k+1:]); closing(r) != "" {
			i = k + 1
			w = w[:i]
		}
	}
	p.rest = p.rest[i:]
	return w
}

// suffix reads word*, word~ and word~2.
func (c *clause) suffix() {
	w := c.text
	switch {
	case strings.HasSuffix(w, "*"):
		c.kind, c.text = prefixClause, strings.TrimRight(w, "*")
	case strings.HasSuffix(w, "~2"):
		c.kind, c.text, c.edits = fuzzyClause, strings.TrimSuffix(w, "~2"), 2
	case strings.HasSuffix(w, "~1"), strings.HasSuffix(w, "~"):
		c.kind, c.text, c.edits = fuzzyClause, strings.TrimSuffix(strings.TrimSuffix(w, "1"), "~"), 1
	}
}
