package match

import (
	"slices"
	"time"

	"stet/claims"
)

// Dated is a window and the day of the report that gives it; zero if not known.
type Dated struct {
	Window   claims.Window
	Reported time.Time
}

func sortedKeys(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
