package match

import "testing"

func TestAQuotationGoesOnOrBeginsAnewAfterItsAttribution(t *testing.T) {
	for _, x := range []struct {
		passage string
		want    Relation
	}{
		{"“It has been a total disaster,” Kunin said, adding, “Nobody will come.”", Verbatim},
		{"“It has been a total disaster,” Kunin said, recalling her own words: “Nobody will come.”", Verbatim},
		{"“It has been a total disaster,” Kunin said. “Nobody will come.”", Verbatim},
		{"“It has been a total disaster,” Kunin said, “and nobody will come.”", SilentTruncation},
	} {
		r := Quote(QuoteClaim{Words: "“It has been a total disaster.”", Speaker: "Kunin"}, Passage{Text: x.passage})
		if r.Relation != x.want {
			t.Errorf("%s: %s (%s), want %s", x.passage, r.Relation, r.Why, x.want)
		}
	}
}

func TestABodyToldOfApartFromAPersonIsAnotherSpeaker(t *testing.T) {
	const words = "“The fact that they are leaving our country is disgusting,”"
	for _, x := range []struct {
		before, after, speaker string
		want                   Relation
	}{
		{"The Treasury Department published new rules on Monday.", "Danilo Korb said in a statement on Tuesday.", "Treasury Department", OtherSpeaker},
		{"Danilo Korb of the Treasury Department published new rules on Monday.", "Korb said in a statement on Tuesday.", "Treasury Department", Verbatim},
		{"The dispute goes on.", "Danilo Korb said in a statement on Tuesday.", "Treasury Department", Verbatim},
		{"The inspectorate and the owners met.", "the owners said in a statement. The inspectorate disputed this.", "the inspectorate", Verbatim},
		{"The pit is closed.", "the mine’s owners said in a statement on Tuesday. The inspectorate disputed this the next morning.", "the inspectorate", OtherSpeaker},
	} {
		r := Quote(QuoteClaim{Words: words, Speaker: x.speaker}, Passage{Text: x.before + " " + words + " " + x.after})
		if r.Relation != x.want {
			t.Errorf("%s … %s: %s (%s), want %s", x.before, x.after, r.Relation, r.Why, x.want)
		}
	}
}
