package index

import (
	"strconv"
	"strings"
	"time"
)

// Limits is the query without its words: everything it searches. Filters that were
// typed ("outlet:Wire") stay.
func (q Query) Limits() Query {
	var b strings.Builder
	add := func(field, value string) { b.WriteString(field + ":" + strconv.Quote(value) + " ") }
	t := parse(q.Text, false)
	for _, v := range t.outlets {
		add("outlet", strings.ReplaceAll(v, `"`, ""))
	}
	for _, v := range t.kinds {
		add("kind", v)
	}
	for _, v := range t.langs {
		add("lang", v)
	}
	if !t.from.IsZero() {
		add("from", t.from.Format(time.DateOnly))
	}
	if !t.to.IsZero() {
		add("to", t.to.Format(time.DateOnly))
	}
	q.Text, q.Typing, q.Offset, q.Limit = strings.TrimSpace(b.String()), false, 0, 1
	return q
}
