package match

import (
	"testing"

	"stet/claims/extract"
)

func TestAPartReadBeforeItsTotalBreaksNothing(t *testing.T) {
	d := extract.Analyse("Halvik General Hospital has treated 46 people, nine of them in a serious condition.", extract.Meta{})
	if got := Tallies(d); len(got) != 2 {
		t.Errorf("%+v", got)
	}
}
