package concordance

import (
	"testing"

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
			got, ok := r.Reports[0].Beside(&src.Sayings[c.of])
			if ok != (c.want != "") || got.Relation != c.want {
				t.Errorf("%v %q (%s), want %q", ok, got.Relation, got.Why, c.want)
			}
		})
	}
}
