package toll

import (
	"slices"
	"strings"
	"testing"
	"time"

	"stet/claims/extract"
	"stet/index/source"
)

// read analyses a news text of 3 June 2031 whose first line is its headline.
func read(t testing.TB, text string) Digest {
	t.Helper()
	return readOn(t, text, time.Date(2031, 6, 3, 9, 0, 0, 0, time.UTC), "")
}

func readOn(t testing.TB, text string, day time.Time, slug string) Digest {
	t.Helper()
	head := source.Span{}
	for i, r := range text {
		if r == '\n' {
			head.End = i
			break
		}
	}
	return Read(extract.Analyse(text, extract.Meta{Date: day}), Context{Headline: head, Slug: slug})
}

func find(t *testing.T, d Digest, words string) Reading {
	t.Helper()
	for _, r := range d.Readings {
		if r.Words == words {
			return r
		}
	}
	t.Fatalf("no figure %q in %+v", words, d.Readings)
	return Reading{}
}

func TestTheDatelineAndTheDayOfTheSayingAreNotTheWindow(t *testing.T) {
	d := read(t, "Ferry sinks off Halden\n\nHALDEN, 3 June (North Wire) — At least 14 people were killed when a ferry sank off Halden on Sunday, the coastguard said on Tuesday.\n")
	r := find(t, d, "At least 14 people")
	if r.Window.From != "2031-06-01" || r.Window.To != "2031-06-01" {
		t.Errorf("window %+v, want Sunday", r.Window)
	}
	if r.AsOf != "2031-06-03" {
		t.Errorf("counted on %q, want Tuesday", r.AsOf)
	}
	if d.Agency != "North Wire" {
		t.Errorf("agency %q", d.Agency)
	}
}

func TestTwoDatesWithBetweenAreOneWindow(t *testing.T) {
	d := read(t, "Toll\n\nThe report lists 86 civilians killed between 1 March and 7 May 2031.\n")
	if w := find(t, d, "86 civilians").Window; w.From != "2031-03-01" || w.To != "2031-05-07" {
		t.Errorf("window %+v", w)
	}
}

func TestAFollowingSentenceTakesTheStretchOfTheOneBefore(t *testing.T) {
	d := read(t, "Shelling\n\nAt least 39 people have been killed in Osby over the past two days, the governor said. More than 60 have been wounded.\n")
	if w := find(t, d, "More than 60").Window; w.From == "" || w.From != find(t, d, "At least 39 people").Window.From {
		t.Errorf("window %+v", w)
	}
}

func TestRolesTellPartsAdditionsAndFormerFigures(t *testing.T) {
	d := read(t, "Fire in Osby\n\nAt least 15 people were killed in the fire in Osby on Monday, the fire service said, raising its toll from 12. "+
		"Four of the dead were children. Another 3 people died in hospital.\n\nCorrection: An earlier version of this article said that 53 people had been killed.\n")
	for words, want := range map[string]Role{"At least 15 people": Toll, "12": Former, "Four of the dead": Part, "Another 3 people": More, "53 people": Former} {
		if got := find(t, d, words).Role; got != want {
			t.Errorf("%q is a %s, want %s", words, got, want)
		}
	}
	if c := find(t, d, "Four of the dead").Class; c != "children" {
		t.Errorf("the part counts %q", c)
	}
}

func TestWhatNobodyVouchesForIsKeptAndNotCompared(t *testing.T) {
	b := board(t, other("post", "Post", 3, 9, "The fire in Osby on Monday killed 24 people, police said. Up to 30 people may have been killed, the mayor said. Two more people are feared dead. Twenty-four are known to have died."))
	if len(b.Groups) != 1 || b.Groups[0].Said() != "24" || b.Groups[0].State != Single {
		t.Errorf("the groups are %+v", b.Groups)
	}
	var got []string
	for _, r := range b.Aside {
		got = append(got, string(r.Role)+" "+Say(r.Range)+" "+r.Attribution)
	}
	if !slices.Equal(got, []string{"unconfirmed ≤ 30 mayor", "unconfirmed 2 "}) {
		t.Errorf("aside are %q", got)
	}
}

func TestTheRightNumberOfACorrectionHoldsAndTheWrongOneIsFormer(t *testing.T) {
	for text, want := range map[string]map[string]Role{
		"Correction: The number of people killed was 47, not 52, as stated in an earlier version of this report.":                 {"47": Toll, "52": Former},
		"Correction: 47 people were killed, not 52.":                                                                              {"47 people": Toll, "52": Former},
		"Correction: Seven people were killed, not nine, in the fire.":                                                            {"Seven people": Toll, "nine": Former},
		"Correction: An earlier version of this article said that 52 people had been killed.":                                     {"52 people": Former},
		"Correction: The number of injured treated at Osby University Hospital was 47, not 52, as an earlier version had it.":     {"47": Part, "52": Former},
		"Correction: An earlier version of this article said that 52 people were killed. The correct number is 47 people killed.": {"52 people": Former, "47 people": Toll},
	} {
		d := read(t, "Fire in Osby\n\nA fire broke out in Osby on Monday.\n\n"+text+"\n")
		for words, role := range want {
			if got := find(t, d, words).Role; got != role {
				t.Errorf("%s: %q is a %s, want %s", text, words, got, role)
			}
		}
	}
}

func TestACountToldWithTheOneItReplacesIsRead(t *testing.T) {
	d := read(t, "Ministry lowers toll\n\nThe interior ministry on Tuesday lowered to 24 from 31 its count of people killed in the attack on Osby, saying that seven bodies had been counted twice.\n")
	now, was := find(t, d, "24"), find(t, d, "31")
	if now.Role != Toll || was.Role != Former || now.Reason != "seven bodies had been counted twice" || now.Attribution != "interior ministry" {
		t.Errorf("%+v\n%+v", now, was)
	}
}

func TestTheDayOfACountIsNotTheDayOfTheEvent(t *testing.T) {
	for text, want := range map[string]string{ // words: window, as of
		"Four people were arrested on Tuesday over the ferry disaster off Osby as the death toll reached 29.":    "29:/2031-06-03",
		"The death toll in Sunday's fire in Osby climbed to 21 on Monday.":                                       "21:2031-06-01/2031-06-02",
		"The toll of a quake that struck Osby before dawn on Sunday rose to 112.":                                "112:2031-06-01/",
		"At least 41 people are missing after a ferry sank off Osby late on Sunday, the coastguard said.":        "At least 41 people:/",
		"Twenty-two people were still missing in Osby, down from 60 on Sunday, the mayor said.":                  "Twenty-two people:/",
		"The union's own tally of the fire in Osby stood at 33 dead on Monday morning, said its secretary.":      "33 dead:/2031-06-02",
		"So far 216 deaths have been confirmed in Osby, including the two victims of Monday's aftershock.":       "216 deaths:/",
		"On Monday the coastguard had put the toll off Osby at 23. Twenty-nine people died in all.":              "23:/2031-06-02",
		"Twenty-nine people died in the fire in Osby on Sunday, the ministry said on Tuesday in a short report.": "Twenty-nine people:2031-06-01/2031-06-03",
	} {
		words, days, _ := strings.Cut(want, ":")
		x := find(t, read(t, "Osby\n\n"+text+"\n"), words)
		if got := x.Window.From + "/" + x.AsOf; got != days {
			t.Errorf("%s: %q is of %s, want %s", text, words, got, days)
		}
	}
}

func TestFiguresThatAreNoPartOfACountStandBesideIt(t *testing.T) {
	for text, want := range map[string]Role{
		"Twelve people were killed in Osby. Another 97 deaths in the district are beyond that count, he said.": Aside,
		"Twelve people were killed in Osby. All but two of the dead were women.":                               Aside,
		"Twelve people were killed in Osby. The mayor spoke with a woman whose two sons were killed.":          Aside,
		"Twelve people were killed in Osby. Divers found two more bodies at night.":                            More,
		"Two of the survivors were injured in the fire in Osby.":                                               Toll,
		"Twelve people were killed in Osby, among them two children.":                                          Part,
		"Twelve people were killed in Osby. The union, which had spoken of 97 dead, accepts that.":             Former,
	} {
		d := read(t, "Osby\n\n"+text+"\n")
		x := d.Readings[len(d.Readings)-1]
		if x.Role != want {
			t.Errorf("%s: %q is a %s, want %s", text, x.Words, x.Role, want)
		}
	}
}

func TestWhoCountedIsNamedAsFullyAsTheTextDoes(t *testing.T) {
	for text, want := range map[string]string{
		"The interior ministry is in Osby. Twelve people were killed, the ministry said.":                          "interior ministry",
		"The interior ministry and the health ministry are in Osby. Twelve people were killed, the ministry said.": "ministry",
		"Governor Danyl Horovets went to Osby. Twelve people were killed, Horovets said.":                          "Danyl Horovets",
		"Police said that 12 people were killed in Osby.":                                                          "police",
		"The army of neighbouring Kasmere said its shells had killed 12 people in Osby.":                           "army of neighbouring Kasmere",
	} {
		d := read(t, "Osby\n\n"+text+"\n")
		if got := d.Readings[len(d.Readings)-1].Attribution; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestAPartWithAPlaceOfItsOwnIsTheTollOfThatPlace(t *testing.T) {
	d := read(t, "Quake\n\nThe quake on Monday killed 214 people in Norvia, 158 of them in Osby.\n")
	if whole, part := find(t, d, "214 people"), find(t, d, "158 of them"); !part.There || part.Place != "Osby" || slices.Contains(whole.Names, "osby") {
		t.Errorf("%+v\n%+v", whole, part)
	}
}

func TestTheEndOfACountIsFound(t *testing.T) {
	d := read(t, "Toll\n\nNineteen people were killed in Osby, the fire service said. Rescuers ended their search on Monday.\n")
	if d.Ends != "Rescuers ended their search on Monday" {
		t.Errorf("%q", d.Ends)
	}
}

func TestATextThatCountsNobodyHasAnEmptyDigest(t *testing.T) {
	if d := read(t, "Council meets\n\nThe council met on Tuesday and spoke about 214 parking places.\n"); !d.Empty() || len(d.Things) > 0 {
		t.Errorf("%+v", d)
	}
}

// FuzzRead: no text makes the reader panic; its spans lie in the text, in order of
// roles that exist, and reading twice gives the same.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "12 dead", "The ministry lowered to 24 from 31 its count of people killed, saying seven were counted twice.",
		"Fire\n\nOSBY, 3 June (Wire) — At least 12 people, 4 of them children, were killed on Monday; 30 were injured, up from 12.\n", "\xff 12 \xfe people were killed — – (", "raised from 1 to 2 dead", "between 1 May and 2 May 3 people died"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		d := read(t, text)
		again := read(t, text)
		if len(d.Readings) != len(again.Readings) {
			t.Fatal("reading twice differs")
		}
		for _, r := range d.Readings {
			if r.Span.Start < 0 || r.Span.End > len(text) || r.Span.Empty() {
				t.Fatalf("span %+v of %d bytes", r.Span, len(text))
			}
			if len(r.Line) > maxLine+len(r.Words)+8 {
				t.Fatalf("a line of %d bytes", len(r.Line))
			}
			switch r.Role {
			case Toll, Part, More, Former, Aside:
			default:
				t.Fatalf("role %q", r.Role)
			}
		}
	})
}
