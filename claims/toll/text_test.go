package toll

import (
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

func TestACountToldWithTheOneItReplacesIsRead(t *testing.T) {
	d := read(t, "Ministry lowers toll\n\nThe interior ministry on Tuesday lowered to 24 from 31 its count of people killed in the attack on Osby, saying that seven bodies had been counted twice.\n")
	now, was := find(t, d, "24"), find(t, d, "31")
	if now.Role != Toll || was.Role != Former || now.Reason != "seven bodies had been counted twice" || now.Attribution != "interior ministry" {
		t.Errorf("%+v\n%+v", now, was)
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
