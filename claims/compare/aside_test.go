package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/source"
)

// toldIn lists what is told of two versions: "edited [figure] announced".
func toldIn(old, new string) []string {
	var out []string
	for _, c := range versions(strings.ReplaceAll(old, "¶", "\n\n"), strings.ReplaceAll(new, "¶", "\n\n")) {
		told := fmt.Sprint(c.Op, " ", c.Touches)
		if c.Announced {
			told += " announced"
		}
		out = append(out, told)
	}
	return out
}

func TestANoticeEndsWhereTheNewsGoesOn(t *testing.T) {
	for _, c := range []struct {
		name, old, new string
		want           []string
	}{
		{"the sentence that was corrected stands behind it", "The landslide buried 40 cars in Vesk.", "Clarification: A previous version of this report gave a wrong number of cars. The landslide buried 14 cars in Vesk.",
			[]string{"added [notice]", "edited [figure] announced"}},
		{"so it does in the notice's own paragraph", "The landslide buried 40 cars in Vesk.¶The road is shut.", "Clarification: A previous version of this report gave a wrong number of cars. The landslide buried 14 cars in Vesk.¶The road is shut.",
			[]string{"added [notice]", "edited [figure] announced"}},
		{"a negation behind a notice of something else", "The landslide hit Vesk. The governor did not know of the risk.", "Correction: An earlier version misspelled the name of the village. The landslide hit Vesk. The governor knew of the risk.",
			[]string{"added [notice]", "edited [negation]"}},
		{"news that came behind a notice in running text", "The landslide hit Vesk.", "The landslide hit Vesk. This story was corrected on Monday. A survivor was pulled from a bus.",
			[]string{"added [notice]", "added [wording]"}},
		{"what goes on about the mistake", "The landslide hit Vesk. The road is shut.", "The landslide hit Vesk. Correction: An earlier version misspelled the governor's name. He is Tarn Ulvik, not Ulvig. The road is shut until Sunday.",
			[]string{"added [notice]", "added [notice]", "edited [date]"}},
		{"a notice that was taken out of running text", "The landslide hit Vesk. Correction: An earlier version gave a wrong number of cars. The landslide buried 14 cars.", "The landslide hit Vesk. The landslide buried 16 cars.",
			[]string{"deleted [notice]", "edited [figure]"}},
		{"an update that is the news", "The landslide buried 14 cars in Vesk.", "UPDATE: The landslide buried 16 cars in Vesk.", []string{"edited [figure wording]"}},
		{"a text that speaks of another", "This story was a lesson to me.", "This story on the landslide was a lesson to me.", []string{"edited [wording]"}},
		{"a note in brackets before the first sentence", "(Adds number) The landslide buried 14 cars in Vesk.", "(Adds number) The landslide buried 16 cars in Vesk.", []string{"edited [figure]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := toldIn(c.old, c.new); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestANoticeThatRepeatsTheOldWordsIsNoNewWordingOfThem(t *testing.T) {
	for _, c := range []struct {
		name, old, new string
		want           []string
	}{
		{"at the end", "The landslide hit Vesk. No cars were buried.", "The landslide hit Vesk. Three cars were buried.¶Correction: An earlier version said no cars were buried.",
			[]string{"edited [figure] announced", "added [notice]"}},
		{"at the top", "The landslide buried 40 cars. The road is shut.", "Correction: An earlier version said the landslide buried 40 cars.¶The landslide left 14 cars under mud on Sunday. The road is shut.",
			[]string{"added [notice]", "edited [figure date wording] announced"}},
		{"the old version's notice", "The landslide left 14 cars under mud.¶Correction: An earlier version said 40 cars were buried.", "Up to 40 cars were buried, the governor said.",
			[]string{"deleted [figure]", "added [figure]", "deleted [notice]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := toldIn(c.old, c.new)
			slices.Sort(got)
			slices.Sort(c.want)
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestRowsWithoutTheirNoticesKeepEverySentenceAndItsOrder(t *testing.T) {
	const (
		old = "Rain fell. No cars were buried. The road is shut. Correction: An earlier version said the road was open.\n\nA bus was found."
		new = "Correction: An earlier version said no cars were buried.\n\nA bus was found. The road is shut until Sunday. Three cars were buried.\n\nCorrection: An earlier version said rain fell in Vesk."
	)
	o, n := extract.Analyse(old, extract.Meta{}), extract.Analyse(new, extract.Meta{})
	al := diff.Align(source.Text{Body: old}, source.Text{Body: new})
	got := NoticesApart(o, n, al)
	sides := func(al diff.Alignment) (olds, news []source.Span) {
		for _, p := range al.Pairs {
			olds, news = append(olds, p.Old...), append(news, p.New...)
		}
		return olds, news
	}
	wantOld, wantNew := sides(al)
	gotOld, gotNew := sides(got)
	slices.SortFunc(wantOld, source.Span.Compare)
	slices.SortFunc(gotOld, source.Span.Compare)
	if !slices.Equal(gotOld, wantOld) || !slices.Equal(gotNew, wantNew) {
		t.Errorf("old %v, want %v\nnew %v, want %v", gotOld, wantOld, gotNew, wantNew)
	}
	for _, p := range got.Pairs {
		was, is := p.Hull()
		if len(p.Old) > 0 && len(p.New) > 0 && isNotice(was.Of(old)) != isNotice(is.Of(new)) {
			t.Errorf("%q is paired with %q", was.Of(old), is.Of(new))
		}
	}
	if again := NoticesApart(o, n, got); fmt.Sprint(again) != fmt.Sprint(got) {
		t.Errorf("a second time: %v, not %v", again, got)
	}
}
