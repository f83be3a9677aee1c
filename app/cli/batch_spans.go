package cli

import (
	"strings"
	"unicode"

	"stet/index/source"
)

// trimmed takes the outer white space off a span.
func trimmed(text string, s source.Span) source.Span {
	t := text[s.Start:s.End]
	l := strings.TrimLeftFunc(t, unicode.IsSpace)
	s.Start += len(t) - len(l)
	s.End = s.Start + len(strings.TrimRightFunc(l, unicode.IsSpace))
	return s
}
