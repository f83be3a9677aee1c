package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// numbersOfText reads the numbers of a text and prints them as intervals.
func numbersOfText(text string) []string {
	d := Analyse(text, Meta{Lang: "en"})
	var out []string
	var ln line
	for i := range d.Sentences {
		ln.read(d, i)
		for _, n := range ln.nums {
			s := n.rng.String()
			if n.additional {
				s += " more"
			}
			out = append(out, s)
		}
	}
	return out
}

func TestNumbersWithTheirModifiers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"at least 12 people", "[12, ∞)"},
		{"12 people or more", "12"}, // the modifier must touch the number
		{"12 or more people", "[12, ∞)"},
		{"no fewer than 1,200 homes", "[1,200, ∞)"},
		{"more than a dozen people", "(12, ∞)"},
		{"over 300 people", "(300, ∞)"},
		{"500+ people", "[500, ∞)"},
		{"up to 40 hostages", "[0, 40]"},
		{"as many as 30,000 people", "[0, 30,000]"},
		{"fewer than 20 people", "[0, 20)"},
		{"about 300 people", "[270, 330]"},
		{"some 50 people", "[45, 55]"},
		{"30 people or so", "30"},
		{"30 or so people", "[27, 33]"},
		{"nearly 100 people", "[90, 100)"},
		{"just over 100 people", "(100, 110]"},
		{"a couple of people", "[2, 3]"},
		{"several people", "[3, 9]"},
		{"a few people", "[2, 9]"},
		{"dozens of people", "[24, 99]"},
		{"scores of people", "[40, 199]"},
		{"hundreds of people", "[200, 999]"},
		{"thousands of people", "[2,000, 9,999]"},
		{"tens of thousands of people", "[20,000, 99,999]"},
		{"hundreds of thousands of people", "[200,000, 999,999]"},
		{"several hundred people", "[300, 999]"},
		{"at least several dozen people", "[36, ∞)"},
		{"two dozen people", "24"},
		{"half a dozen people", "6"},
		{"half a million people", "500,000"},
		{"one and a half million people", "1,500,000"},
		{"twenty-three people", "23"},
		{"one hundred and forty-two people", "142"},
		{"two hundred thirty one people", "231"},
		{"three thousand two hundred people", "3,200"},
		{"1.2 million people", "1,200,000"},
		{"€3bn", "3,000,000,000"},
		{"a thousand people", "1,000"},
		{"between 10 and 15 people", "[10, 15]"},
		{"between 20 and 10 people", "[10, 20]"},
		{"between 300 and 20 metres", "[20, 300]"},
		{"some 10^3 cells", "[900, 1,100]"},
		{"10 to 15 people", "[10, 15]"},
		{"10–15 people", "[10, 15]"},
		{"2 to 3 million people", "[2,000,000, 3,000,000]"},
		{"two or three people", "[2, 3]"},
		{"from 58 to 46 people", "58 46"},
		{"another 12 people", "12 more"},
		{"12 more people", "12 more"},
		{"at least another five people", "[5, ∞) more"},
		{"12,34,567 rupees", "1,234,567"},
		{"1\u202f234\u202f567 people", "1,234,567"},
		{"1’200 people", "1,200"},
		{"3,5 million people", "3,500,000"},
		{"٣٤٥ people", "345"},
		{"10½ miles", "10.5"},
		{"7 3/4 miles", "7.75"},
		{"one in five people", "0.2"},
		{"two-thirds of the people", "0.6666666666666666"},
		{"as many people as ever", ""},
		{"192.168.1.2", ""},
	} {
		if got := strings.Join(numbersOfText(c.text), " "); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestNumberOfTenThousandDigitsIsNoNumber(t *testing.T) {
	long := strings.Repeat("7", 10_000)
	if got := numbersOfText("A total of " + long + " people were killed."); len(got) != 0 {
		t.Errorf("read %v from a run of 10,000 digits", got)
	}
	if got := numbersOfText(strings.Repeat("1,", 5000) + "1 people"); len(got) > 5001 {
		t.Errorf("%d numbers", len(got))
	}
}

func TestRolesTellCountsFromOtherNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		want role
	}{
		{"a 34-year-old man", anAge}, {"Osei, 34, a nurse", anAge}, {"Osei (34) died", anAge}, {"aged 12", anAge},
		{"at 5:30 pm", inDate}, {"in 2023", inDate}, {"on 13 April", inDate}, {"Section 427 of the act", label}, {"AK47s and 3 guns", counting},
		{"$12", money}, {"12 euros", money}, {"12%", percent}, {"12 per cent", percent}, {"three kilometres away", measure}, {"two days", duration},
		{"12 people", counting}, {"a 12-member squad", label},
	} {
		d := Analyse(c.text, Meta{Lang: "en"})
		var ln line
		ln.read(d, 0)
		if len(ln.nums) == 0 {
			t.Errorf("%q: no number", c.text)
			continue
		}
		if got := ln.roles[0]; got != c.want {
			t.Errorf("%q: role %d, want %d", c.text, got, c.want)
		}
	}
}

func FuzzReadLiteral(f *testing.F) {
	for _, s := range []string{"1,200", "1.2", "1\u202f234", "12,34,567.89", "1.2.3", "٣٤", ".5", "1'200", strings.Repeat("9", 40), "7,", "𝟙𝟚"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, size, ok := readLiteral(s)
		if size < 0 || size > len(s) || utf8.ValidString(s) && !utf8.ValidString(s[:size]) {
			t.Fatalf("readLiteral(%q): size %d", s, size)
		}
		if ok && (v < 0 || fmt.Sprint(v) == "NaN" || size == 0) {
			t.Fatalf("readLiteral(%q) = %v, %d", s, v, size)
		}
	})
}
