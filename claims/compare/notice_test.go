package compare

import (
	"slices"
	"strings"
	"testing"
)

// announcedIn lists the summaries of announced changes and of those that a desk
// wants flagged.
func announcedIn(old, new string) (announced, silent []string) {
	for _, c := range versions(strings.ReplaceAll(old, "¶", "\n\n"), strings.ReplaceAll(new, "¶", "\n\n")) {
		switch {
		case c.Announced:
			announced = append(announced, c.Summary)
		case c.Unannounced():
			silent = append(silent, c.Summary)
		}
	}
	return announced, silent
}

func TestNoticesAndTheEditsTheyAnnounce(t *testing.T) {
	const old = "Eleven horses died in the barn fire at Corve. Sheriff Dale Orton blamed a heater. The farm will reopen in May."
	for _, c := range []struct {
		name, old, new    string
		announced, silent []string
	}{
		{"at the end, one of three edits", old,
			"Seventeen horses died in the barn fire at Corve. Sheriff Dale Orten blamed a heater. The farm could reopen in May.¶Correction: An earlier version of this article misspelled the sheriff's name.",
			[]string{"spelling changed from Orton to Orten"}, []string{"number of horses raised from eleven to seventeen", "“will” became “could”"}},
		{"at the top", old,
			"Correction: This story has been corrected to say that 17 horses died, not 11.¶Seventeen horses died in the barn fire at Corve. Sheriff Dale Orton blamed a heater. The farm could reopen in May.",
			[]string{"number of horses raised from eleven to seventeen"}, []string{"“will” became “could”"}},
		{"two notices, two edits", old,
			"Seventeen horses died in the barn fire at Corve. Sheriff Dale Orten blamed a heater. The farm could reopen in May.¶Correction: The sheriff is Dale Orten, not Orton.¶Correction: An earlier version gave the wrong number of horses.",
			[]string{"number of horses raised from eleven to seventeen", "spelling changed from Orton to Orten"}, []string{"“will” became “could”"}},
		{"one notice, two edits", old,
			"Seventeen horses died in the barn fire at Corve. Sheriff Dale Orten blamed a heater. The farm will reopen in May.¶Correction: An earlier version of this report misstated the number of horses and misspelled the name of the sheriff.",
			[]string{"number of horses raised from eleven to seventeen", "spelling changed from Orton to Orten"}, nil},
		{"the text of a notice was edited, nothing new is announced",
			"Eleven horses died in the barn fire at Corve.¶Correction: An earlier version of this story misstated the place.",
			"Twelve horses died in the barn fire at Corve.¶Correction: An earlier version of this story misstated the place of the fire.",
			nil, []string{"number of horses raised from eleven to twelve"}},
		{"a notice that was edited to announce the edit",
			"Eleven horses died in the barn fire at Corve.¶Correction: An earlier version of this story misstated the place.",
			"Twelve horses died in the barn fire at Corve.¶Correction: Earlier versions of this story misstated the place and the number of horses. It was 12, not 11.",
			[]string{"number of horses raised from eleven to twelve"}, nil},
		{"a notice of another correction than this one", old,
			"Seventeen horses died in the barn fire at Corve. Sheriff Dale Orton blamed a heater. The farm will reopen in May.¶Correction: The number of horses was 17, not 12, as stated in an earlier version of this report.",
			nil, []string{"number of horses raised from eleven to seventeen"}},
		{"updated to add", old,
			old + " A second barn was saved by neighbours with buckets.¶This story has been updated to add that neighbours saved a second barn.",
			[]string{"added: A second barn was saved by neighbours with buckets."}, nil},
		{"updated to add, and something else changed", old,
			"Eleven horses died in the barn fire at Corve. Sheriff Dale Orton blamed a heater. The farm could reopen in May. “I lost everything,” said Petra Voss, who owns the farm.¶This story has been updated to add a comment from the owner.",
			[]string{"added with a quote: “I lost everything,” said Petra Voss, who owns the farm."}, []string{"“will” became “could”"}},
		{"a quote attributed to the wrong man", "“The heater was new,” Orton said. Rain is forecast.",
			"“The heater was new,” Voss said. Rain is forecast.¶Correction: A quotation in an earlier version of this article was attributed to the wrong person.",
			[]string{"speaker changed from Orton to Voss"}, nil},
		{"a clarification of a hedge", "The heater caused the fire. Rain is forecast for Monday.",
			"The heater may have caused the fire. Rain is forecast for Tuesday.¶Clarification: This article has been amended to make clear that the cause of the fire is not certain.",
			[]string{"“may have” added"}, []string{"date changed from Monday to Tuesday"}},
		{"withdrawn words", "Orton said the heater was stolen. The barn was insured.",
			"The barn was insured.¶Editor's note: A sentence about a stolen heater has been removed because it could not be confirmed.",
			[]string{"deleted: Orton said the heater was stolen."}, nil},
		{"a refile", "Corve Farms lost 4.5 million crowns in the fire. Shares fell.",
			"(Refiles to correct the loss in the first paragraph)¶Corve Farms lost 5.4 million crowns in the fire. Shares fell.",
			[]string{"amount raised from 4.5 million crowns to 5.4 million crowns"}, nil},
		{"an agency's correction line", "Eleven horses died in the barn fire at Corve, the sheriff said. Rain is forecast for Monday.",
			"(Corrects number of horses to 17 from 11, paragraph 1)¶Seventeen horses died in the barn fire at Corve, the sheriff said. Rain is forecast for Tuesday.",
			[]string{"number of horses raised from eleven to seventeen"}, []string{"date changed from Monday to Tuesday"}},
		{"news about a correction is no notice", "The ministry put the toll at 41. Rain is forecast.",
			"The ministry put the toll at 14. It said its earlier figure was wrong and had been corrected. Rain is forecast.",
			nil, []string{"toll lowered from 41 to 14", "added: It said its earlier figure was wrong and had been corrected."}},
		{"an old notice that stayed announces nothing",
			"Eleven horses died.¶Correction: An earlier version misstated the number of horses.",
			"Twelve horses died.¶Correction: An earlier version misstated the number of horses.",
			nil, []string{"number of horses raised from eleven to twelve"}},
		{"a notice that went announces nothing",
			"Eleven horses died in Corve.¶Correction: An earlier version misstated the number of horses.",
			"Twelve horses died in Corve.",
			nil, []string{"number of horses raised from eleven to twelve"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			announced, silent := announcedIn(c.old, c.new)
			if !slices.Equal(announced, c.announced) || !slices.Equal(silent, c.silent) {
				t.Errorf("announced %q\nwant      %q\nsilent    %q\nwant      %q", announced, c.announced, silent, c.silent)
			}
		})
	}
}
