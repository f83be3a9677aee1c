package report

import (
	"strings"
	"testing"

	"stet/claims"
)

func TestTheBottomLineTellsWhatCannotBeReliedOn(t *testing.T) {
	sheet := func(check claims.Check, stale bool, has int) Sheet {
		s := Sheet{Claim: claims.Claim{ID: "abcde", Text: "x", Body: claims.Statement{}}, Check: check, Stale: stale, Sources: Independence{Independent: has, Wanted: 2}}
		if decided(s) {
			s.Verdict = &Decision{}
		}
		return s
	}
	d := Dossier{Sheets: []Sheet{sheet(claims.Confirmed, true, 1), sheet(claims.Confirmed, true, 2), sheet(claims.Confirmed, false, 1),
		sheet(claims.ChangeNeeded, true, 0), sheet(claims.InProgress, false, 0), sheet(claims.Unstarted, true, 0)}}
	for _, f := range Formats()[:2] {
		got, err := Render(f, d)
		if err != nil {
			t.Fatal(err)
		}
		plain := strings.NewReplacer("<b>", "- ", "</b>", " ", `<span class="warn">`, "").Replace(string(got))
		for _, want := range []string{"4 of 6 claims decided:", "- 3 confirmed, of them 2 stale and 2 with fewer independent sources than the desk wants", "- 1 change needed, of them 1 stale", "- 1 in progress", "- 1 unstarted"} {
			if !strings.Contains(plain, want) {
				t.Errorf("%s: no %q", f.Name(), want)
			}
		}
		for _, never := range []string{"examined", "unstarted, of them"} {
			if strings.Contains(plain, never) {
				t.Errorf("%s: %q", f.Name(), never)
			}
		}
	}
}
