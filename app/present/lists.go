package present

import "strings"

// What the lists have in common.

// Named is something to choose, with its name.
type Named[T comparable] struct {
	Value T
	Title string
}

// Facet is a value one can limit to, and how many there are.
type Facet struct {
	Value, Title string
	N            int
}

// Limit is a limit in force.
type Limit struct {
	Title string
	Drop  func()
}

// around is by steps on from at in a ring of n, which is not 0. From nowhere, -1,
// it is the first, or going back the last.
func around(at, by, n int) int {
	switch {
	case at < 0 && by < 0:
		return n - 1
	case at < 0:
		return 0
	}
	return ((at+by)%n + n) % n
}

// holdsAll tells whether texts hold every word of a query among them, in any case
// of letters.
func holdsAll(query string, in ...string) bool {
	all := strings.ToLower(strings.Join(in, "\n"))
	for _, w := range strings.Fields(strings.ToLower(query)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}
