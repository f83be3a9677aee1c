package extract

import (
	"fmt"
	"strings"
	"testing"
)

func TestThePlaceOfAnOlderDisasterIsNotThatOfLaterFigures(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"At least 27 people were killed when a train derailed near Norrby on Thursday, officials said. It is the worst accident since 2001, when 34 people were killed near Osby. In the first hours reports spoke of 14 dead.", "27 Norrby; 34 Osby; 14 Norrby"},
		{"At least 27 people were killed on Thursday, officials said. It is the worst accident since 2001, when 34 people were killed near Osby. Two rescuers were killed on Friday.", "27 ; 34 Osby; 2 "},
		{"At least 27 people were killed on Thursday. Last year 34 people were killed near Osby. Two rescuers were killed on Friday.", "27 ; 34 Osby; 2 "},
		{"In 2019, 34 people were killed near Osby. Two rescuers were killed too.", "34 Osby; 2 Osby"},
		{"At least 27 people were killed near Norrby on Monday. On Tuesday 12 people were killed in Osby. Three were injured.", "27 Norrby; 12 Osby; 3 Osby"},
	} {
		var got []string
		for _, f := range Analyse(c.text, Meta{Date: thursday, Lang: "en"}).Figures() {
			got = append(got, fmt.Sprintf("%v %s", f.Value, f.Place))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestOverAPlaceIsNoBound(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The cemetery looks over the six stone piers.", "6 6"},
		{"She walked over the 12 graves.", "12 12"},
		{"She gazed over 40 graves.", "40 40"},
		{"The castle hovers above the 40 houses.", "40 40"},
		{"The town has over 40 houses.", "40 +Inf"},
		{"The toll was well over 40 people.", "40 +Inf"},
	} {
		var got []string
		for _, q := range Analyse(c.text, Meta{Lang: "en"}).Quantities() {
			hi := fmt.Sprint(q.Range.Max)
			if q.Range.NoMax {
				hi = "+Inf"
			}
			got = append(got, fmt.Sprint(q.Range.Min)+" "+hi)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
