package claims

import "testing"

func TestCapitalKeepsWhatBeginsWithAMarkOrAnAccent(t *testing.T) {
	for in, want := range map[string]string{"": "", "in progress": "In progress", "“will” became “may”": "“will” became “may”", "école": "École", "\xe2": "\xe2"} {
		if got := Capital(in); got != want {
			t.Errorf("Capital(%q) = %q, want %q", in, got, want)
		}
	}
}
