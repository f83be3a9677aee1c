package match

import (
	"slices"
	"strings"
	"testing"

	"stet/index/source"
)

// pieceWords lists the words of a text that pieces cover on one side.
func pieceWords(text string, pieces []Piece, side func(Piece) source.Span) []string {
	var out []string
	for _, p := range pieces {
		for _, w := range cutWords(text, side(p), maxPassageWords) {
			out = append(out, w.raw)
		}
	}
	return out
}

func TestPiecesHoldEveryWordOfTheQuotationOnce(t *testing.T) {
	n := 0
	for _, p := range readGold(t, "quotes.txt") {
		c := QuoteClaim{Words: p.words, Speaker: p.speaker}
		r, pieces := Beside(c, Passage{Text: p.passage, Date: p.published})
		if want := Quote(c, Passage{Text: p.passage, Date: p.published}); r.Relation != want.Relation {
			t.Errorf("%s: beside its source %s, alone %s", p.id, r.Relation, want.Relation)
		}
		if r.Relation == Unrelated {
			if pieces != nil {
				t.Errorf("%s: pieces of an unrelated passage", p.id)
			}
			continue
		}
		n++
		var want []string
		parts, _ := quotedParts(p.words)
		for _, s := range parts {
			for _, w := range cutWords(p.words, s, maxClaimWords) {
				want = append(want, w.raw)
			}
		}
		got := pieceWords(p.words, pieces, func(x Piece) source.Span { return x.Claim })
		if !slices.Equal(got, want) {
			t.Errorf("%s (%s):\n%q\nis not\n%q", p.id, r.Relation, got, want)
		}
		at := 0
		for _, x := range pieces {
			if !x.Claim.Empty() && x.Claim.Start < at {
				t.Errorf("%s: pieces out of order: %+v", p.id, pieces)
			}
			at = max(at, x.Claim.End)
			if !x.Passage.Fits(p.passage) {
				t.Errorf("%s: %v does not fit the passage", p.id, x.Passage)
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d related pairs", n)
	}
}

func TestPiecesSayWhatWasDoneToTheWords(t *testing.T) {
	const text = "NORRBY (Coastal Wire) - “We must rebuild this harbour, but not before every family has an answer,” Lindqvist said. “The crane can wait.”"
	for _, c := range []struct{ words, want string }{
		{"We must rebuild this harbour", `=We must rebuild this harbour omitted:-but not before every family has an answer`},
		{"We must rebuild this harbour …", `=We must rebuild this harbour marked:-but not before every family has an answer`},
		{"We must not rebuild this harbour, but not before every family has an answer", `=We must negation:+not =rebuild this harbour, but not before every family has an answer`},
		{"We must rebuild this port, but not before every family has an answer", `=We must rebuild this word:+port-harbour =but not before every family has an answer`},
		{"we must rebuild this harbor, but not before every family has an answer", `typography:+we-We =must rebuild this spelling:+harbor-harbour =but not before every family has an answer`},
	} {
		_, pieces := Beside(QuoteClaim{Words: c.words}, Passage{Text: text})
		var got []string
		for _, p := range pieces {
			s := "=" + p.Claim.Of(c.words)
			if p.Kind != "" {
				s = string(p.Kind) + ":"
				if !p.Claim.Empty() {
					s += "+" + p.Claim.Of(c.words)
				}
				if !p.Passage.Empty() {
					s += "-" + p.Passage.Of(text)
				}
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.words, g, c.want)
		}
	}
}

func TestPlainWordsTellOneQuotationFromAnother(t *testing.T) {
	words := func(s string, parts ...source.Span) string {
		return strings.Join(QuoteClaim{Words: s, Parts: parts}.Plain(), " ")
	}
	if a, b := words("“We’ll grey the harbour – twice.”"), words("\"we'll gray the harbor - twice\""); a != b {
		t.Errorf("%q is not %q", a, b)
	}
	if got := words("We must … wait …"); got != "we must … wait …" {
		t.Errorf("the ellipses are lost: %q", got)
	}
	s := "We wait,” she said. “Not long."
	if got := words(s, source.Span{End: len("We wait,")}, source.Span{Start: strings.Index(s, "Not"), End: len(s)}); got != "we wait not long" {
		t.Errorf("the attribution was read as quoted: %q", got)
	}
}

func TestSpeakersAreTheSameOtherOrUnknown(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"Interior Minister Marta Lindqvist", "Lindqvist", 1},
		{"Jonas Ek", "Ville Sand", -1},
		{"the minister", "Marta Lindqvist", 0},
		{"", "Marta Lindqvist", 0},
	} {
		if got := Speakers(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
