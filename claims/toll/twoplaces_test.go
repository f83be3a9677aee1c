package toll

import (
	"slices"
	"testing"
	"time"

	"stet/claims"
	"stet/index/source"
)

// TestAPlaceNamedInAComparisonHasOnlyItsOwnFigure: the wire's report of the second
// collapse names the first one.
func TestAPlaceNamedInAComparisonHasOnlyItsOwnFigure(t *testing.T) {
	text := `At least 17 killed in second bridge collapse in three days

PORT ALDER, 3 June (North Wire) — At least 17 people were killed on Tuesday when a footbridge collapsed onto a market in Port Alder, two days after a similar disaster in Quenby in which 22 people died, civil defence officials said.

Thirty-one people were wounded and five were unaccounted for, the officials said.

Six of the type have collapsed since 2019, killing a total of 61 people, according to the Bridge Institute.
`
	c := &Copy{Version: source.VersionID{Article: "wire", N: 1}, Outlet: "North Wire", Date: time.Date(2031, 6, 3, 16, 0, 0, 0, time.UTC), Latest: true, Digest: read(t, text)}
	scenes := []Scene{
		SceneOf(claims.Event{Name: "Quenby footbridge", Place: "Quenby", From: "2031-06-01"}),
		SceneOf(claims.Event{Name: "Port Alder footbridge", Place: "Port Alder", From: "2031-06-03"}),
	}
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		of := Belongs(c, []Scene{scenes[order[0]], scenes[order[1]]}, nil)
		for i, x := range c.Digest.Readings {
			switch scene := of[i]; x.Words {
			case "22 people":
				if scene >= 0 && order[scene] == 1 {
					t.Errorf("the dead of Quenby are given to Port Alder")
				}
			case "a total of 61 people":
				if x.Role != Aside {
					t.Errorf("61 people in several collapses are a %s", x.Role)
				}
			default:
				if scene < 0 || order[scene] != 1 {
					t.Errorf("%q is given to %d of %v, want Port Alder", x.Words, scene, order)
				}
			}
		}
	}
	if !slices.ContainsFunc(c.Digest.Readings, func(x Reading) bool { return x.Words == "Thirty-one people" }) {
		t.Errorf("the wounded are not read: %+v", c.Digest.Readings)
	}
}

func TestDozensAreNoNumberOfAnotherThing(t *testing.T) {
	d := read(t, "Bridge falls\n\nQUENBY, 3 June — Twenty-four people were killed. Dozens of boats searched the river, and 48 divers.\n")
	for _, x := range d.Things {
		if x.Value != 48 {
			t.Errorf("%+v", x)
		}
	}
	if len(d.Things) != 1 {
		t.Errorf("things: %+v", d.Things)
	}
}
