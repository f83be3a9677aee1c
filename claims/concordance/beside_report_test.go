package concordance

import (
	"testing"
	"time"

	"stet/claims/extract"
	"stet/claims/match"
	"stet/index/source"
)

func TestAReportBesideWhatWasSaid(t *testing.T) {
	const said = "“I did not know about the bridge,” Toller said. “The bridge will stay closed for 12 weeks,” Toller said."
	for _, c := range []struct {
		name, report string
		of           int
		want         match.Relation
	}{
		{"the opposite", "Toller said he knew about the bridge.", 0, match.Negation},
		{"other words", "Toller said he had not known about the bridge.", 0, Paraphrase},
		{"a pronoun for what was named before", "“The minister knew about the bridge,” Vint said. Toller said he had known about it.", 0, match.Negation},
		{"a pronoun for what was named before, not turned round", "“The minister knew about the bridge,” Vint said. Toller said he had not known about it.", 0, Paraphrase},
		{"a pronoun, another verb", "“The minister knew about the bridge,” Vint said. Toller said he had never painted it.", 0, ""},
		{"a pronoun, something else was named", "Vint had written of the tunnel. Toller said he had known about it.", 0, ""},
		{"another number", "Toller said the bridge would stay closed for 20 weeks.", 1, match.Substitution},
		{"somebody else", "Vint said she knew about the bridge.", 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			id := source.VersionID{Article: "a", N: 1}
			src := Read(id, extract.Analyse(said, extract.Meta{}))
			r := Read(id, extract.Analyse(c.report, extract.Meta{}))
			if len(r.Reports) != 1 || len(src.Sayings) != 2 {
				t.Fatalf("%d reports, %d sayings", len(r.Reports), len(src.Sayings))
			}
			got, ok := r.Reports[0].Beside(&src.Sayings[c.of], time.Time{}, time.Time{})
			if ok != (c.want != "") || got.Relation != c.want {
				t.Errorf("%v %q (%s), want %q", ok, got.Relation, got.Why, c.want)
			}
		})
	}
}

func TestWhatChangedSinceIsNotReportedAsTheOpposite(t *testing.T) {
	first := time.Date(2031, 3, 13, 0, 0, 0, 0, time.UTC)
	later := first.AddDate(0, 0, 2)
	src := Read(source.VersionID{Article: "a", N: 1}, extract.Analyse("“This is not a criminal case yet,” Marten said.", extract.Meta{}))
	for _, c := range []struct {
		name, report     string
		reported, spoken time.Time
		want             match.Relation
	}{
		{"later, and now so", "Marten said this was now a criminal case.", later, first, match.NotComparable},
		{"the same day", "Marten said this was a criminal case.", first, first, match.Negation},
		{"before", "Marten said this was a criminal case.", first, later, match.Negation},
		{"nobody knows when", "Marten said this was now a criminal case.", time.Time{}, first, match.Negation},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Read(source.VersionID{Article: "b", N: 1}, extract.Analyse(c.report, extract.Meta{}))
			if len(r.Reports) != 1 {
				t.Fatalf("%d reports", len(r.Reports))
			}
			if got, _ := r.Reports[0].Beside(&src.Sayings[0], c.reported, c.spoken); got.Relation != c.want {
				t.Errorf("%q (%s), want %q", got.Relation, got.Why, c.want)
			}
		})
	}
}
