package compare

import (
	"slices"
	"testing"
)

func TestASluglineAnnouncesWhatItStandsFor(t *testing.T) {
	const text = "\n\nA ferry sank off Port Ellery, killing 12 people. “It rolled over,” Vesk said. The port is closed."
	for _, c := range []struct {
		name, old, new      string
		announced, withheld []string
	}{
		{"an update: tolls that rose and what was added, no quote",
			"Ferry sinks off Port Ellery" + text,
			"UPDATE 1-Ferry sinks off Port Ellery\n\nA ferry sank off Port Ellery, killing 15 people. “It turned over,” Vesk said. The port is closed. Divers searched the hull.",
			[]string{"toll raised from 12 to 15", "added: Divers searched the hull."}, []string{"“rolled” became “turned” in Vesk’s quote"}},
		{"the next update",
			"UPDATE 1-Ferry sinks off Port Ellery" + text,
			"UPDATE 2-Ferry sinks off Port Ellery\n\nA ferry sank off Port Ellery, killing 15 people. “It rolled over,” Vesk said. The port is closed.",
			[]string{"toll raised from 12 to 15"}, []string{"headline marked “UPDATE 2”"}},
		{"the same update announces nothing new",
			"UPDATE 1-Ferry sinks off Port Ellery" + text,
			"UPDATE 1-Ferry sinks off Port Ellery\n\nA ferry sank off Port Ellery, killing 15 people. “It rolled over,” Vesk said. The port is closed.",
			nil, []string{"toll raised from 12 to 15"}},
		{"a correction of one thing",
			"Ferry sinks off Port Ellery" + text,
			"CORRECTED-Ferry sinks off Port Ellery\n\nA ferry sank off Port Ellery, killing 12 people. “It rolled over,” Veske said. The port is closed.",
			[]string{"spelling changed from Vesk to Veske"}, nil},
		{"a correction of one of two things",
			"Ferry sinks off Port Ellery" + text,
			"CORRECTED-Ferry sinks off Port Ellery\n\nA ferry sank off Port Ellery, killing 11 people. “It rolled over,” Veske said. The port is closed.",
			nil, []string{"toll lowered from 12 to 11", "spelling changed from Vesk to Veske"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var announced, withheld []string
			for _, x := range versions(c.old, c.new) {
				switch {
				case x.Announced:
					announced = append(announced, x.Summary)
				default:
					withheld = append(withheld, x.Summary)
				}
				if x.Op == "edited" && x.Old.Start == 0 && (!slices.Equal(x.Touches, []Touch{Notice}) || x.Substantive) {
					t.Errorf("the headline touches %v", x.Touches)
				}
			}
			for _, want := range c.announced {
				if !slices.Contains(announced, want) {
					t.Errorf("%q is not among the announced %q", want, announced)
				}
			}
			for _, want := range c.withheld {
				if !slices.Contains(withheld, want) {
					t.Errorf("%q is not among the unannounced %q", want, withheld)
				}
			}
		})
	}
}
