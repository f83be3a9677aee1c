package index

import (
	"slices"
	"strings"
	"testing"
)

// checked is a library of short texts: claims somebody checked.
func checked() *Library {
	return NewLibrary([]Record{
		{"vaccine", "Does a Vaccine Kill Cattle?", []string{"A vaccine killed cattle on farms around Halden."}},
		{"ferry", "Did the Norrby Ferry Sink in June 2019?", []string{"The ferry from Norrby sank in June 2019 with all on board."}},
		{"ferry2", "Did the Norrby Ferry Sink in May 2017?", []string{"The ferry from Norrby sank in May 2017 with all on board."}},
		{"sund", "Does Lena Sund Own the Largest Villa in Norrby?", []string{"Mayor Lena Sund owns the largest villa in the town."}},
		{"lena", "Did a Cat Called Lena Swim Across the Sund?", []string{"Lena, a cat, swam across the sound called the Sund."}},
		{"knows", "Did a Singer Say Everyone Knows the Sea is Really Flat?", []string{"A singer said that everyone knows the sea is really flat."}},
		{"knife", "Were Knives Hidden in Loaves of Bread?", []string{"Police seized knives that were baked into bread."}},
		{"festival", "Did the Pyrit Festival Leave Guests Stranded?", []string{"A festival on an island ended before it began."}},
		{"missing", "Were Nineteen Sailors Missing?", []string{"Nineteen sailors were missing after the storm."}},
		{"flat", "Is a Flat in Halden Haunted?", []string{"A ghost lives in a flat in Halden."}},
	})
}

func TestAShortTextIsFoundBy(t *testing.T) {
	l := checked()
	for name, c := range map[string]struct{ claim, want string }{
		"a word of the same root":           {"they want massive vaccinations, all of them!", "vaccine"},
		"the month it was posted in":        {"the ferry sank!! — Coast Watch (@coastwatch1) June 4, 2019", "ferry"},
		"another month":                     {"the ferry sank!! — Coast Watch (@coastwatch1) May 30, 2017", "ferry2"},
		"a name out of a handle":            {"look how big the house of @LenaSund is", "sund"},
		"a synonym":                         {"the biggest one of all", "sund"},
		"an irregular plural":               {"a knife in my sandwich", "knife"},
		"a hashtag of words run together":   {"stuck here #pyritfestival", "festival"},
		"a number by value":                 {"19 of them", "missing"},
		"what is said, not how it is said":  {"really, it is haunted", "flat"},
		"the name it is signed with":        {"we never said that — Lena Sund (@mayor) May 1, 2021", "sund"},
		"what shorthand stands for, and it": {"the cops took my bread", "knife"},
	} {
		got := l.Rank(c.claim, 3)
		if len(got) == 0 || got[0].Record != c.want {
			t.Errorf("%s: %+v, want %s first", name, got, c.want)
		}
	}
}

func TestAPostIsTakenApart(t *testing.T) {
	p := readPost("Stop it, @LenaSund! #FreeTheHarbour https://t.example/a1 pic.twitter.com/b2 — Jon B. Ek (@jon_ek) July 9, 2020")
	if strings.TrimSpace(p.words) != "Stop it,  !" || p.author != "Jon B. Ek " || p.month != "july 2020" ||
		!slices.Equal(p.tags, []string{"Lena Sund", "Free The Harbour"}) || !slices.Equal(p.handles, []string{"jon_ek"}) {
		t.Errorf("%+v", p)
	}
	plain := "At least 12 people were killed in Norrby – on 3 May 2020 – said Jon Ek (the mayor)."
	if p := readPost(plain); p.words != plain || p.author+p.month != "" || len(p.tags)+len(p.handles) > 0 {
		t.Errorf("a plain sentence: %+v", p)
	}
}

func TestCommonWordsAreWorthLittle(t *testing.T) {
	for _, c := range []struct{ less, more string }{
		{"really", "warehouse"}, {"knows", "harbour"}, {"people", "ferry"}, {"looked", "ammonite"},
	} {
		if a, b := worth(c.less), worth(c.more); a >= b || a < 0 || b > 1 {
			t.Errorf("%s is worth %.2f, %s %.2f", c.less, a, c.more, b)
		}
	}
}

func TestAnEmptyOrVeryLongClaimIsRanked(t *testing.T) {
	l := checked()
	for name, claim := range map[string]string{"empty": "", "marks": "— (@) #", "no word of the library": "zzyzx qwrtp", "a pasted book": strings.Repeat("the ferry of Norrby sank again and again ", 5000)} {
		got := l.Rank(claim, 3)
		if name == "a pasted book" && (len(got) == 0 || !strings.HasPrefix(got[0].Record, "ferry")) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	empty := NewLibrary(nil)
	if got := empty.Rank("the ferry sank", 3); len(got) > 0 {
		t.Errorf("an empty library: %+v", got)
	}
	untitled := NewLibrary([]Record{{"a", "", []string{"A ferry sank."}}, {"b", "", []string{""}}})
	if got := untitled.Rank("the ferry sank", 3); len(got) != 1 || got[0].Record != "a" {
		t.Errorf("texts without titles: %+v", got)
	}
}
