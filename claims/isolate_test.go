package claims

import "testing"

func TestOnlyWordsOfRightToLeftScriptAreIsolated(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "",
		"Fire at Norrby, 12 dead": "Fire at Norrby, 12 dead",
		"Пожар в порту":           "Пожар в порту",
		"حريق في الميناء: 12 قتيلا": "\u2068حريق في الميناء: 12 قتيلا\u2069",
		"BBC: שריפה בנמל (12)":      "\u2068BBC: שריפה בנמל (12)\u2069",
	} {
		if got := Isolate(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}
