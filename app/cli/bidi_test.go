package cli

import (
	"strings"
	"testing"
)

func TestATitleFromRightToLeftLeavesTheLineInOrder(t *testing.T) {
	var b strings.Builder
	table(&b, func(row func(...string)) {
		row("a7k3p@1", "حريق في الميناء: 12 قتيلا", "3 claims")
		row("b2m9q@1", "Fire", "1 claim")
	})
	lines := strings.Split(b.String(), "\n")
	if !strings.Contains(lines[0], "  \u2068حريق في الميناء: 12 قتيلا\u2069  3 claims") {
		t.Errorf("the title is not isolated: %q", lines[0])
	}
	if strings.ContainsAny(lines[1], "\u2068\u2069") {
		t.Errorf("a title of one direction is marked: %q", lines[1])
	}
}
