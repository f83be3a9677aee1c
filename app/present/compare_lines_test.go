package present

import (
	"testing"

	"stet/index/source"
)

func TestWhatAChangeTouchesFitsBesideItsBadge(t *testing.T) {
	for _, c := range []struct {
		touches []string
		want    string
	}{
		{[]string{"figure"}, "figure"},
		{[]string{"figure", "notice"}, "figure, notice"},
		{[]string{"modifier", "attribution", "negation"}, "modifier +2"},
		{[]string{"figure", "date", "wording"}, "figure, date +1"},
		{nil, ""},
	} {
		if got := touchLine(c.touches); got != c.want {
			t.Errorf("%v: %q, want %q", c.touches, got, c.want)
		}
	}
}

func TestAMarkBeforeTheHeadlineIsToldInASentence(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"UPDATE 2-", "Update: the headline is marked “UPDATE 2”"},
		{"Update: the toll was raised.", "Update: the toll was raised."},
	} {
		if got := noticeLine(source.Update, c.words); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
