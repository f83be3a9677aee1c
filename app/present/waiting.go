package present

import "strings"

// Waiting words what the inbox holds, "17 findings, 2 open flags": what later
// versions did, and what is doubted about claims. It is "" if nothing waits. The
// pill of the window, the status line and the number at the rail say the same.
func (c Counts) Waiting() string {
	var parts []string
	if c.Findings > 0 {
		parts = append(parts, Plural(c.Findings, "finding"))
	}
	if c.Flags > 0 {
		parts = append(parts, Plural(c.Flags, "open flag"))
	}
	return strings.Join(parts, ", ")
}
