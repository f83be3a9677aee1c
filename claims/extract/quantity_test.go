package extract

import (
	"fmt"
	"strings"
	"testing"
)

// quantitiesOf prints the quantities of a text as "value unit change".
func quantitiesOf(text string) string {
	var out []string
	for _, q := range Analyse(text, Meta{Date: thursday, Lang: "en"}).Quantities() {
		v := fmt.Sprint(q.Low)
		if q.High > q.Low {
			v += "–" + fmt.Sprint(q.High)
		}
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", v, q.Unit, q.Change)))
	}
	return strings.Join(out, "; ")
}

func TestQuantitiesWithTheirUnits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Trade rose 12 per cent to $3.4bn.", "12 percentage up; 3.4e+09 dollar up"},
		{"Shares fell by 3.5%.", "3.5 percentage down"},
		{"The rate rose 25 basis points.", "25 basis point up"},
		{"It cost US$40 million.", "4e+07 dollar"},
		{"It cost 50 million euros.", "5e+07 euro"},
		{"It cost £8.10 a share.", "8.1 pound sterling per share"},
		{"It cost 100 Swiss francs.", "100 swiss franc"},
		{"It cost 3 dollars 50 cents.", "3.5 dollar"},
		{"It cost a quarter million dollars.", "250000 dollar"},
		{"The fund holds 30 MUSD.", "3e+07 dollar"},
		{"The 12-year-old girl walked three kilometres.", "12 year of age; 3 kilometre"},
		{"He is 34 years old.", "34 year of age"},
		{"The 776-foot airship flew at 60 miles per hour.", "776 foot; 60 mile per hour"},
		{"They export 500,000 barrels a day.", "500000 barrel per day"},
		{"The camp covers 12 km².", "12 square kilometre"},
		{"It fell to -5 degrees Celsius.", "-5 celsius down"},
		{"It was 38C at noon.", "38 celsius"},
		{"The rate rose by half a percentage point.", "0.5 percentage point up"},
		{"The tax falls by a quarter of a percentage point.", "0.25 percentage point down"},
		{"The rate went down a quarter point.", "0.25 point down"},
		{"A tenth of voters stayed at home.", "0.1"},
		{"Sales fell by a third.", "0.3333333333333333  down"},
		{"The crop is a third smaller.", "0.3333333333333333"},
		{"It was sold by a third party.", ""},
		{"He owns 40 fighter jets.", "40 fighter jet"},
		{"Two of the bridges are closed.", "2 bridge"},
		{"It takes between 10 and 15 hours.", "10–15 hour"},
		{"In 1988 sales were flat.", ""},
		{"The 1996 report was ignored.", ""},
		{"See section 12 and page 40.", ""},
		{"It happened at 5:30 pm.", ""},
		{"The second half was dull.", ""},
		{"The part no. 24703L202 is missing.", ""},
		{"Thousands of homes are dark.", "1000 home"},
		{"He tried three times.", "3 count"},
	} {
		if got := quantitiesOf(c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestStatisticsLeaveOutCasualtyFigures(t *testing.T) {
	d := Analyse("The storm killed 12 people and cut power to 40,000 homes, officials said.", Meta{Date: thursday, Lang: "en"})
	stats := d.Statistics()
	if len(stats) != 1 || stats[0].Words != "40,000" && !strings.HasPrefix(stats[0].Words, "40,000") || stats[0].Of != "homes" || stats[0].Attribution != "officials" {
		t.Errorf("statistics %+v, want the homes alone, by officials", stats)
	}
}

func TestTotalsOfOneIncident(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Two soldiers and a teacher were killed and five people wounded in Harn. One of the soldiers was 19.", "killed 3, injured 5"},
		{"A teacher was killed. The teacher, Ana Brandt, was shot dead at home.", "killed 1"},
		{"Four men were arrested. They are wanted for the killing of two nurses.", "killed 0, detained 4"},
		{"A bomb that killed nine people was made at home.", "killed 9"},
		{"Six people were killed, including two children. Two rescuers were also killed.", "killed 8"},
		{"No one was hurt.", "injured 0"},
		{"The talks went well.", ""},
	} {
		totals := Analyse(c.text, Meta{Date: thursday, Lang: "en"}).Totals()
		var got []string
		for _, o := range []string{"killed", "injured", "detained"} {
			for k, v := range totals {
				if string(k) == o {
					got = append(got, fmt.Sprintf("%s %v", o, v))
				}
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestIncidentHasDateAndPlace(t *testing.T) {
	in := Analyse("Gunmen killed three guards in Osby on Monday, police said.", Meta{Date: thursday, Lang: "en"}).Incident()
	if in.Date != "2025-04-14" || in.Location != "Osby" {
		t.Errorf("incident %+v, want Osby on Monday, 14 April", in)
	}
}
