package workspace

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/claims/compare"
	"stet/claims/extract"
	"stet/claims/match"
	"stet/index/anchor"
	"stet/index/diff"
	"stet/index/source"
)

// The tests of this file are the promises that Stet makes to fact-checkers, in the
// field's words and in the order in which a checker meets them: passages and their
// fates, evidence and sources, casualty figures, quotes, versions. Each is a case
// small enough to be read beside the promise. How often the promises are kept on
// texts nobody tuned them on is measured in the packages' quality files.

var thursday = time.Date(2031, 4, 17, 0, 0, 0, 0, time.UTC)

// fate tells what becomes of words when a text becomes another.
func fate(t *testing.T, old, words, now string) anchor.Found {
	t.Helper()
	at := strings.Index(old, words)
	if at < 0 {
		t.Fatalf("%q is not in the old text", words)
	}
	a := anchor.At(source.VersionID{Article: "a7k3p", N: 1}, old, source.Span{Start: at, End: at + len(words)})
	in := source.Text{Body: now}
	return anchor.Find(a, old, in, diff.Align(source.Text{Body: old}, in))
}

func changesBetween(old, now string) []compare.Change {
	al := diff.Align(source.Text{Body: old}, source.Text{Body: now})
	return compare.Versions(extract.Analyse(old, extract.Meta{Date: thursday}), extract.Analyse(now, extract.Meta{Date: thursday}), al)
}

func figures(text string) []extract.Figure {
	return extract.Analyse(text, extract.Meta{Date: thursday}).Figures()
}

// A passage has one of five fates in another version, and is carried only if
// nothing was changed in it.
func TestPromiseAPassageHasOneOfFiveFates(t *testing.T) {
	const ferry = "The ferry Maren left Tolby at dawn with 80 people on board."
	const rain, dive, mayor = "Rain fell all day on the strait.", "Divers found the wreck at a depth of 40 metres.", "The mayor of Tolby asked for patience."
	for _, c := range []struct {
		name, old, now string
		want           anchor.Fate
	}{
		{"intact", ferry + " " + rain, ferry + " " + rain + " " + mayor, anchor.Intact},
		{"moved", ferry + " " + rain + " " + dive + " " + mayor, rain + " " + dive + " " + mayor + " " + ferry, anchor.Moved},
		{"altered", ferry + " " + rain, strings.Replace(ferry, "80", "86", 1) + " " + rain, anchor.Altered},
		{"ambiguous", ferry + " " + rain, rain + " " + ferry + " " + dive + " " + ferry, anchor.Ambiguous},
		{"missing", ferry + " " + rain, rain + " " + mayor, anchor.Missing},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := fate(t, c.old, ferry, c.now)
			if f.Fate != c.want {
				t.Errorf("the fate is %s", f.Fate)
			}
			if c.want == anchor.Ambiguous && len(f.Candidates) != 2 {
				t.Errorf("%d places shown, there are 2", len(f.Candidates))
			}
		})
	}
}

// Near-duplicate copies of one wire story are one source, not five.
func TestPromiseCopiesOfAWireStoryAreOneSource(t *testing.T) {
	w := sample(t)
	list, err := w.Clusters(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || len(list[0].Articles) != 3 || list[0].Origin != "Coastal Wire" {
		t.Errorf("%+v", list)
	}
}

// A verdict is stale when a later version touched the evidence.
func TestPromiseAVerdictGoesStale(t *testing.T) {
	found, err := sample(t).Findings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(found, func(f Finding) bool {
		return f.Kind == EvidenceTouched && f.Stale && strings.Contains(f.Text, "speaker changed from Ek to Sand")
	}) {
		t.Errorf("no verdict is stale because the speaker is another: %+v", found)
	}
}

// A figure is an interval with its words kept.
func TestPromiseAFigureIsAnInterval(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		words    string
		min, max float64 // whole numbers that the words allow; for approximate ones the bounds
	}{
		{"At least 12", 12, inf},
		{"No fewer than 12", 12, inf},
		{"More than 12", 13, inf},
		{"Up to 12", 0, 12},
		{"As many as 12", 0, 12},
		{"Fewer than 12", 0, 11},
		{"Nearly 60", 54, 59},
		{"Almost 60", 54, 59},
		{"About 300", 270, 330},
		{"Some 300", 270, 330},
		{"Between 10 and 15", 10, 15},
		{"10 to 15", 10, 15},
		{"A dozen", 12, 12},
		{"Two dozen", 24, 24},
		{"Dozens of", 24, 99},
		{"Scores of", 40, 199},
		{"Several", 3, 9},
		{"Hundreds of", 200, 999},
		{"Thousands of", 2000, 9999},
		{"Tens of thousands of", 20_000, 99_999},
		{"Nineteen", 19, 19},
	} {
		t.Run(c.words, func(t *testing.T) {
			fs := figures(c.words + " people were killed when a dam broke near Tolby on Monday.")
			if len(fs) != 1 || fs[0].Outcome != claims.Killed {
				t.Fatalf("%+v", fs)
			}
			lo, hi := fs[0].Range.Min, fs[0].Range.Max
			if fs[0].Range.MinOpen {
				lo++
			}
			if fs[0].Range.MaxOpen {
				hi--
			}
			if fs[0].Range.NoMax {
				hi = inf
			}
			if lo != c.min || hi != c.max {
				t.Errorf("[%g, %g], want [%g, %g]", lo, hi, c.min, c.max)
			}
			if !strings.Contains(strings.ToLower(fs[0].Words), strings.ToLower(strings.TrimSuffix(c.words, " of"))) {
				t.Errorf("the words kept are %q", fs[0].Words)
			}
		})
	}
	t.Run("no one", func(t *testing.T) {
		if fs := figures("No one was killed when a dam broke near Tolby."); len(fs) != 1 || fs[0].Range.Min != 0 || fs[0].Range.Max != 0 {
			t.Errorf("%+v", fs)
		}
	})
}

// Casualties are killed and wounded together: they are never folded into killed.
func TestPromiseCasualtiesAreNeverFoldedIntoKilled(t *testing.T) {
	for _, text := range []string{
		"The shelling of Tolby caused 53 casualties, the governor said.",
		"Fifty-three casualties were counted after the shelling of Tolby.",
		"The number of casualties in Tolby rose to 53.",
	} {
		for _, f := range figures(text) {
			if f.Outcome == claims.Killed {
				t.Errorf("%q is read as %s killed", text, f.Range)
			}
		}
	}
	claim, ok := match.ReadFigure("The shelling of Tolby killed 53 people.", "Tolby", thursday)
	if !ok {
		t.Fatal("the claim counts nobody")
	}
	r := match.Figure(claim, match.Passage{Text: "The shelling of Tolby caused 53 casualties, the governor said.", Date: thursday})
	if r.Relation == match.Agrees || r.Relation == match.Compatible {
		t.Errorf("53 killed and 53 casualties: %s", r.Relation)
	}
}

// Two figures agree, are compatible or conflict; another window, place or
// population makes them not comparable, which is no conflict; and a number can
// stand for another thing.
func TestPromiseFiguresAreComparedOnlyWhereTheyCanBe(t *testing.T) {
	const passage = "TOLBY – At least 12 people, five of them children, were killed on Monday when a ferry sank off Tolby, the coastguard said.\n\n" +
		"Since the beginning of the year 61 people have drowned in the strait. The town has opened 446 shelters for families."
	for _, c := range []struct {
		claim, place, date string
		want               match.Relation
	}{
		{"At least 12 people were killed when a ferry sank off Tolby on Monday.", "Tolby", "2031-04-17", match.Agrees},
		{"Fifteen people were killed when a ferry sank off Tolby on Monday.", "Tolby", "2031-04-17", match.Compatible},
		{"Eight people were killed when a ferry sank off Tolby on Monday.", "Tolby", "2031-04-17", match.Conflicts},
		{"Eight people were killed when a ferry sank off Tolby on Monday.", "Tolby", "2031-04-15", match.Outdated},
		{"Sixty-one people were killed when a ferry sank off Tolby on Monday.", "Tolby", "2031-04-17", match.NotComparable},
		{"At least 12 people were killed when a ferry sank off Halden on Monday.", "Halden", "2031-04-17", match.NotComparable},
		{"Twelve children were killed when a ferry sank off Tolby on Monday.", "Tolby", "2031-04-17", match.NotComparable},
		{"The sinking of the ferry off Tolby killed 446 people.", "Tolby", "2031-04-17", match.OtherThing},
	} {
		t.Run(string(c.want)+", "+c.claim, func(t *testing.T) {
			day, err := time.Parse(time.DateOnly, c.date)
			if err != nil {
				t.Fatal(err)
			}
			claim, _ := match.ReadFigure(c.claim, c.place, day)
			if r := match.Figure(claim, match.Passage{Text: passage, Date: thursday}); r.Relation != c.want {
				t.Errorf("%s: %s", r.Relation, r.Why)
			}
		})
	}
}

// The wording of one quote against its best source.
func TestPromiseAQuoteIsComparedWordForWord(t *testing.T) {
	const passage = "“We mourn with every family and we will find the killers, however long it takes, to end this war and give our children a lasting peace,” President Ilva Moran told the crowd in Tolby. “Nobody must be afraid tonight.”\n\n" +
		"The poet Teo Lund, who lost a brother, spoke after her. “The grey harbour will remember their names,” he said."
	for _, c := range []struct {
		speaker, words string
		want           match.Relation
	}{
		{"Teo Lund", "“The grey harbour will remember their names.”", match.Verbatim},
		{"Teo Lund", "\"The grey harbour will remember their names\"", match.Verbatim},
		{"Teo Lund", "“The gray harbor will remember their names.”", match.Spelling},
		{"Ilva Moran", "“We mourn with every family … to end this war and give our children a lasting peace.”", match.MarkedTruncation},
		{"Ilva Moran", "“We mourn with every family and we will find the killers.”", match.SilentTruncation},
		{"Ilva Moran", "“We mourn with every grieving family and we will find the killers, however long it takes, to end this war and give our children a lasting peace.”", match.Insertion},
		{"Teo Lund", "“The grey harbour will forget their names.”", match.Substitution},
		{"Teo Lund", "“Their names will the grey harbour remember.”", match.Reordered},
		{"Ilva Moran", "“We will find the killers, however long it takes. Nobody must be afraid tonight.”", match.Joined},
		{"Ilva Moran", "“Everybody must be afraid tonight.”", match.Negation},
		{"Ilva Moran", "“The grey harbour will remember their names.”", match.OtherSpeaker},
		{"Ilva Moran", "“We will rebuild the harbour before the winter, whatever it costs.”", match.Unrelated},
	} {
		t.Run(string(c.want)+", "+c.words, func(t *testing.T) {
			if r := match.Quote(match.QuoteClaim{Words: c.words, Speaker: c.speaker}, match.Passage{Text: passage}); r.Relation != c.want {
				t.Errorf("%s: %s", r.Relation, r.Why)
			}
		})
	}
}

// One outlet closed a quote at "the killers,"; four others went on. The cut is
// silent, and what is lost is told.
func TestPromiseASilentCutTellsWhatIsLost(t *testing.T) {
	const full = "“We will find the killers, but not by the law of the street,” the judge Ana Brod said."
	r := match.Quote(match.QuoteClaim{Words: "“We will find the killers,”", Speaker: "Ana Brod"}, match.Passage{Text: full})
	if r.Relation != match.SilentTruncation || !strings.HasPrefix(r.Warn, "but not") {
		t.Errorf("%s, and the source goes on %q", r.Relation, r.Warn)
	}
}

// What an edit touches is named.
func TestPromiseAnEditSaysWhatItTouches(t *testing.T) {
	for _, c := range []struct {
		touch    compare.Touch
		old, now string
		says     string
	}{
		{compare.Figure, "A flood killed 12 people in Tolby.", "A flood killed 15 people in Tolby.", "toll raised from 12 to 15"},
		{compare.Modifier, "At least 12 houses burned in Tolby.", "12 houses burned in Tolby.", "number of houses changed from at least 12 to 12"},
		{compare.Attribution, "The bridge is closed, officials said.", "The bridge is closed.", "“officials said” dropped"},
		{compare.Quote, "“We are tired,” Moran said.", "“We are angry,” Moran said.", "“tired” became “angry” in Moran’s quote"},
		{compare.Negation, "“We must leave,” Moran said.", "“We must not leave,” Moran said.", "“must” became “must not” in Moran’s quote"},
		{compare.Modal, "The port could open on Friday.", "The port will open on Friday.", "“could” became “will”"},
		{compare.Name, "Mayor Nowack opened the fair.", "Mayor Nowak opened the fair.", "spelling changed from Nowack to Nowak"},
		{compare.Date, "The trial opens on 3 May.", "The trial opens on 5 May.", "date changed from 3 May to 5 May"},
		{compare.Cosmetic, "Four boats left.", "4 boats left.", "typography"},
	} {
		t.Run(string(c.touch), func(t *testing.T) {
			cs := changesBetween(c.old, c.now)
			if len(cs) != 1 || !cs[0].Touched(c.touch) || cs[0].Summary != c.says {
				t.Errorf("%+v", cs)
			}
		})
	}
}

// Notices are read and matched to the edit they announce; every other edit that
// matters is unannounced.
func TestPromiseANoticeAnnouncesItsEditOnly(t *testing.T) {
	cs := changesBetween("The blast killed 21 people in the market. Mayor Nowack closed the road.",
		"The blast killed 12 people in the market. Mayor Nowack opened the road to nobody.\n\nCorrection: An earlier version of this story said that 21 people had been killed.")
	var announced, silent []string
	for _, c := range cs {
		switch {
		case c.Announced:
			announced = append(announced, c.Summary)
		case c.Unannounced():
			silent = append(silent, c.Summary)
		}
	}
	if fmt.Sprint(announced) != "[toll lowered from 21 to 12]" || len(silent) != 1 {
		t.Errorf("announced %q, silent %q", announced, silent)
	}
}

// A passage is never carried across a changed number: the published code moved
// "killed at least 12 people" onto "killed at least 35 people" when the first
// sentence was deleted.
func TestPromiseTwelveIsNeverCarriedOntoThirtyFive(t *testing.T) {
	const first, second = "A drone strike on Tolby killed at least 12 people on Monday.", "A missile strike on Halden killed at least 35 people on Tuesday."
	f := fate(t, first+" "+second+" Rescue work went on.", "killed at least 12 people", second+" Rescue work went on.")
	if f.Fate.Carried() {
		t.Errorf("carried as %s to %v", f.Fate, f.Span)
	}
	if f.Fate == anchor.Missing && !f.Span.Empty() {
		t.Errorf("missing, yet it stands at %v", f.Span)
	}
}

// Nor across a changed negation: "must" and "must not" are 94 per cent the same.
func TestPromiseMustIsNeverCarriedOntoMustNot(t *testing.T) {
	const old = "“We must open the road to the port before winter comes,” the engineer Ida Krall said."
	f := fate(t, old, "We must open the road to the port before winter comes", strings.Replace(old, "must", "must not", 1))
	if f.Fate != anchor.Altered || !strings.Contains(strings.Join(f.Reasons, " "), "must not") {
		t.Errorf("%s, %q", f.Fate, f.Reasons)
	}
}

// Nor across a changed speaker.
func TestPromiseWordsAreNeverCarriedToAnotherSpeaker(t *testing.T) {
	const old = "“We never saw the warning light,” the pilot Ida Krall said."
	f := fate(t, old, "We never saw the warning light", strings.Replace(old, "the pilot Ida Krall", "the owner Teo Lund", 1))
	if f.Fate.Carried() {
		t.Errorf("carried as %s", f.Fate)
	}
}

// A URL slug often keeps the first toll after the headline has moved on.
func TestPromiseAnAddressThatKeepsTheFirstTollIsTold(t *testing.T) {
	const headline = "Ferry sinking off Tolby: toll rises to 19"
	d := extract.Analyse(headline+"\n\nNineteen people were killed when the ferry Maren sank off Tolby, the coastguard said.", extract.Meta{Date: thursday})
	ds := compare.Heading(d, source.Span{End: len(headline)}, "tolby-ferry-sinking-kills-12")
	if len(ds) != 1 || ds[0].Text != "the address says 12 killed, the text 19 killed" {
		t.Errorf("%+v", ds)
	}
}

// One known death toll was the count of evacuation shelters: the same number for
// another noun is an alarm.
func TestPromiseTheNumberOfSheltersIsNoDeathToll(t *testing.T) {
	claim, _ := match.ReadFigure("The quake killed 4,460 people in Tolby province.", "Tolby", thursday)
	r := match.Figure(claim, match.Passage{Text: "In Tolby province 3,100 people have died in the quake. Some families sleep in one of the 4,460 evacuation shelters.", Date: thursday})
	if r.Relation != match.OtherThing || !strings.Contains(r.Why, "4,460 evacuation shelters") {
		t.Errorf("%s: %s", r.Relation, r.Why)
	}
}
