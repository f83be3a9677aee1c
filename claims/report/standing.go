package report

import (
	"fmt"
	"strings"

	"stet/claims"
)

// count is how many claims one verdict was given to, and how many of those verdicts
// cannot be relied on as they stand.
type count struct {
	Name  string
	N     int
	Stale int // a later version touched the evidence after the verdict
	Short int // confirmed by fewer independent sources than the desk wants
}

// tallied counts a sheet under its verdict.
func (c count) tallied(s Sheet) count {
	c.N++
	if s.Stale && decided(s) {
		c.Stale++
	}
	if short(s) {
		c.Short++
	}
	return c
}

// But is the reservation that belongs beside the number; "" if there is none.
func (c count) But() string {
	var list []string
	if c.Stale > 0 {
		list = append(list, fmt.Sprintf("%d stale", c.Stale))
	}
	if c.Short > 0 {
		list = append(list, fmt.Sprintf("%d with fewer independent sources than the desk wants", c.Short))
	}
	if len(list) == 0 {
		return ""
	}
	return ", of them " + strings.Join(list, " and ")
}

// decided reports whether a claim has a verdict, which is more than work in progress.
func decided(s Sheet) bool { return s.Check != claims.Unstarted && s.Check != claims.InProgress }

// short reports whether a confirmation rests on fewer independent sources than the desk
// wants.
func short(s Sheet) bool {
	return s.Check == claims.Confirmed && s.Sources.Independent < s.Sources.Wanted
}

// Decided says how many of the claims have a verdict: "9 of 31 claims decided".
func (p page) Decided() string {
	n := 0
	for _, s := range p.D.Sheets {
		if decided(s) {
			n++
		}
	}
	return fmt.Sprintf("%d of %s decided", n, several(len(p.D.Sheets), "claim"))
}
