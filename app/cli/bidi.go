package cli

import "stet/claims"

// isolated are the cells of a line of a table, those with right-to-left script
// kept from reordering the others.
func isolated(cells []string) []string {
	for i, c := range cells {
		cells[i] = claims.Isolate(c)
	}
	return cells
}
