package index

import (
	"slices"
	"testing"
)

func TestNumbersAreFoundByValue(t *testing.T) {
	for text, want := range map[string][]float64{
		"12 people and 1,200.5 crowns":              {12, 1200.5},
		"twelve dead, twenty-five hurt":             {12, 25},
		"one hundred and five":                      {105},
		"two thousand three hundred and forty-one":  {2341},
		"1.2 million euros, 3 bn":                   {1_200_000, 3e9},
		"half a dozen, a dozen, two dozen":          {6, 12, 24},
		"a hundred thousand people":                 {100_000},
		"a million; an hundred; half a million":     {1e6, 100, 5e5},
		"five six":                                  {5, 6},
		"twenty and five":                           {25},
		"COVID-19 and B52 and 4x4":                  {19, 4},
		"dozens, hundreds, everyone, often, weight": nil,
		"1,20 and 12,345,678 and 1.5.2":             {1, 20, 12_345_678, 1.5, 2},
		"£40m; €5":                                  {40, 5},
		"Seventeen":                                 {17},
		"nine thousand and the forty":               {9000, 40},
	} {
		var got []float64
		for _, f := range findFigures(text) {
			got = append(got, f.value)
			if f.start < 0 || f.end > len(text) || f.start >= f.end {
				t.Errorf("%q: %v stands at %d–%d", text, f.value, f.start, f.end)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q holds %v, want %v", text, got, want)
		}
	}
}

func TestLargeNumbersShareABucketWithThoseNearThem(t *testing.T) {
	if a, b := bucketTerm(148_200), bucketTerm(150_000); a != b || a == "" {
		t.Errorf("148,200 is in %q, 150,000 in %q", a, b)
	}
	if a, b := bucketTerm(140_000), bucketTerm(150_000); a == b {
		t.Errorf("140,000 and 150,000 are both in %q", a)
	}
	if b := bucketTerm(12); b != "" {
		t.Errorf("12 is in %q", b)
	}
}

func FuzzFindFigures(f *testing.F) {
	for _, s := range []string{"twenty-five 1,234.5 million", "a dozen and five hundred", "９ ٣ 1,", "–5 €5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, x := range findFigures(s) {
			if x.start < last || x.end <= x.start || x.end > len(s) {
				t.Fatalf("%q: a number at %d–%d after %d", s, x.start, x.end, last)
			}
			last = x.end
		}
	})
}
