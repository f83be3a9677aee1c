package workspace

import (
	"context"
	"testing"

	"stet/claims/report"
)

func TestTheCopyThatClaimsWereMadeInTellsWhatTheNewestVersionChanged(t *testing.T) {
	w := desk(t)
	v := brought(t, w, storyOne, storyThree)
	claimed(t, w, v[0], "Nobody was hurt.")
	d, err := w.Dossier(context.Background(), ReportScope{})
	check(t, err)
	if len(d.Subjects) != 1 || d.Subjects[0].Version.ID != v[0] {
		t.Fatalf("%+v", d.Subjects)
	}
	want := []report.Since{{Line: 2, Summary: "“the agency said” added"}, {Line: 3, Summary: "number of cars raised from 30,000 to 40,000"}}
	got := d.Subjects[0].Since
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%+v", got)
	}
}
