package compare

import (
	"fmt"
	"strings"

	"stet/index/source"
)

// mostRunes bounds words that are quoted in a summary, in code points.
const mostRunes = 60

// mostSentence bounds a headline or a sentence that is quoted whole, in code points:
// most are.
const mostSentence = 120

// short cuts words to what a line quotes.
func short(s string) string { return source.Brief(s, mostRunes) }

// said sets words of a text between quotation marks: marks of their own become the
// inner ones, and one whose partner is not among the words is left out.
func said(words string) string {
	if opens, closes := strings.Count(words, "“"), strings.Count(words, "”"); opens != closes || strings.Count(words, `"`) == 1 {
		words = strings.NewReplacer("“", "", "”", "", `"`, "").Replace(words)
	}
	var b strings.Builder
	open := false
	for _, r := range words {
		switch {
		case r == '“' || r == '"' && !open:
			open = true
			b.WriteRune('‘')
		case r == '”' || r == '"':
			open = false
			b.WriteRune('’')
		default:
			b.WriteRune(r)
		}
	}
	return "“" + strings.TrimSpace(b.String()) + "”"
}

// became words a change of words.
func became(a, b string) string {
	switch {
	case a == "":
		return said(b) + " added"
	case b == "":
		return said(a) + " dropped"
	}
	return fmt.Sprintf("%s became %s", said(a), said(b))
}
