package concordance

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"stet/claims/extract"
	"stet/claims/match"
	"stet/index/source"
)

// desk is a handful of articles written for these tests.
type desk struct {
	docs   map[source.VersionID]*extract.Doc
	pages  map[source.VersionID]*Page
	about  map[source.VersionID]About
	chosen []source.Place
}

// printed is one version of an article: outlet, text.
type printed struct {
	article string
	n       int
	outlet  string
	hour    int // of 3 May
	text    string
	story   bool
	cluster int
	origin  bool
}

func newDesk(list ...printed) *desk {
	d := &desk{docs: map[source.VersionID]*extract.Doc{}, about: map[source.VersionID]About{}, pages: map[source.VersionID]*Page{}}
	latest := map[string]int{}
	for _, p := range list {
		latest[p.article] = max(latest[p.article], p.n)
	}
	for _, p := range list {
		id := source.VersionID{Article: source.ArticleID(p.article), N: p.n}
		at := time.Date(2025, 5, 3, p.hour, 0, 0, 0, time.UTC)
		d.docs[id] = extract.Analyse(p.text, extract.Meta{Date: at, Lang: "en"})
		page := Read(id, d.docs[id])
		d.pages[id] = &page
		d.about[id] = About{Outlet: p.outlet, At: at, Story: p.story, Latest: latest[p.article], Cluster: p.cluster, Origin: p.origin}
	}
	return d
}

// ids are the versions in order.
func (d *desk) ids() []source.VersionID {
	var ids []source.VersionID
	for id := range d.docs {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b source.VersionID) int { return strings.Compare(a.String(), b.String()) })
	return ids
}

func (d *desk) sayings() []*Saying {
	var out []*Saying
	for _, id := range d.ids() {
		list := slices.Clone(d.pages[id].Sayings)
		for i := range list {
			out = append(out, &list[i])
		}
	}
	return out
}

func (d *desk) input(list []*Saying) Input {
	in := Input{Sayings: list, About: func(v source.VersionID) About { return d.about[v] }, Chosen: d.chosen,
		Beside: func(r, src *Saying) (match.Result, []Piece, error) {
			res, pieces := Beside(r, src, d.docs[src.Version])
			return res, pieces, nil
		}, Names: func(v source.VersionID) []string { return d.pages[v].Names }}
	for _, s := range d.ids() {
		p := d.pages[s]
		for i := range p.Reports {
			in.Reports = append(in.Reports, &p.Reports[i])
		}
	}
	return in
}

func (d *desk) find(t *testing.T) []Utterance {
	t.Helper()
	us, err := Find(context.Background(), d.input(d.sayings()))
	if err != nil {
		t.Fatal(err)
	}
	return us
}

// compared are the utterances with something to compare.
func compared(us []Utterance) []Utterance {
	return slices.DeleteFunc(slices.Clone(us), func(u Utterance) bool { return !u.Compared() })
}

const reservoir = "The dam will hold, but nobody should sleep in the valley tonight, and I say that as somebody who built it,"

// valley is one utterance in many renderings, and others beside it.
func valley() *desk {
	quote := func(words, rest string) string {
		return "TARN, 3 May - “" + words + "” chief engineer Oda Merrick told reporters at the spillway." + rest
	}
	return newDesk(
		printed{article: "wire", n: 1, outlet: "Upland Wire", hour: 9, cluster: 1, origin: true, text: quote(reservoir, " The road was closed. “We have nine pumps,” she said.")},
		printed{article: "wire", n: 2, outlet: "Upland Wire", hour: 12, cluster: 1, origin: true, text: quote(reservoir, " The road was open again. “We have eleven pumps,” she said.")},
		printed{article: "copy", n: 1, outlet: "Tarn Echo", hour: 10, cluster: 1, text: strings.NewReplacer("“", `"`, "”", `"`).Replace(quote(reservoir, " The road was closed. “We have nine pumps,” she said."))},
		printed{article: "post", n: 1, outlet: "Valley Post", hour: 11, text: "Residents were calm. “The dam will hold,” Merrick said."},
		printed{article: "days", n: 1, outlet: "Dales Today", hour: 13, text: "Engineer Oda Merrick was blunt: “The dam will hold … and I say that as somebody who built it.”"},
		printed{article: "star", n: 1, outlet: "Morning Star of Tarn", hour: 14, text: "“The dam will not hold, but nobody should sleep in the valley tonight,” Oda Merrick said."},
		printed{article: "moon", n: 1, outlet: "Evening Moon", hour: 15, text: "“The dam will hold, but nobody should sleep in the valley tonight, and I say that as somebody who built it,” mayor Piet Hollis said."},
		printed{article: "talk", n: 1, outlet: "Talk", hour: 16, story: true, text: "“The dam may hold, but nobody should sleep in the valley tonight,” Oda Merrick told the council."},
		printed{article: "else", n: 1, outlet: "Else", hour: 8, text: "“The dam at Kirk was built by my father,” farmer Ann Tolley said. “Nobody should sleep outdoors in May,” she said."},
	)
}

func TestAllRenderingsOfAnUtteranceAreFound(t *testing.T) {
	us := compared(valley().find(t))
	i := slices.IndexFunc(us, func(u Utterance) bool { return strings.HasPrefix(u.Source.Words, "The dam will hold") })
	if i < 0 {
		t.Fatalf("the utterance is not there: %d others", len(us))
	}
	u := us[i]
	if u.Source.Version.Article != "wire" || u.Source.Versions[0] != 1 || !slices.Equal(u.Source.Versions, []int{1, 2}) || u.Speaker != "Oda Merrick" {
		t.Errorf("source %v of versions %v, speaker %q", u.Source.Version, u.Source.Versions, u.Speaker)
	}
	if len(u.Source.Copies) != 1 || u.Source.Copies[0].Outlet != "Tarn Echo" {
		t.Errorf("copies %+v", u.Source.Copies)
	}
	want := map[string]match.Relation{"Valley Post": match.SilentTruncation, "Dales Today": match.MarkedTruncation,
		"Morning Star of Tarn": match.Negation, "Evening Moon": match.OtherSpeaker, "Talk": match.Substitution}
	for _, r := range u.Rows {
		if r.Relation != want[r.Outlet] {
			t.Errorf("%s: %s (%s), want %s", r.Outlet, r.Relation, r.Why, want[r.Outlet])
		}
		if matters := want[r.Outlet] != match.MarkedTruncation; r.Matters() != matters && r.Warn == "" {
			t.Errorf("%s: matters is %v", r.Outlet, r.Matters())
		}
		delete(want, r.Outlet)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
	if !slices.IsSortedFunc(u.Rows, func(a, b Rendering) int { return a.At.Compare(b.At) }) {
		t.Error("the rows are not earliest first")
	}
	if u.Outlets != 7 || u.Independent != 4 {
		t.Errorf("%d outlets, %d independent sources; want 7 and 4", u.Outlets, u.Independent)
	}
}

func TestTheHouseOfAStoryIsNoSourceOfItsQuotes(t *testing.T) {
	const text = "“The dam will hold, but nobody should sleep in the valley tonight,” Oda Merrick said."
	list := compared(newDesk(
		printed{article: "story", n: 1, outlet: "The Lamp", hour: 9, story: true, text: text},
		printed{article: "live", n: 1, outlet: "the Lamp", hour: 8, text: "Live: " + text},
		printed{article: "post", n: 1, outlet: "Valley Post", hour: 10, text: "In Tarn: " + text},
	).find(t))
	if len(list) != 1 {
		t.Fatalf("%d utterances, want 1", len(list))
	}
	if u, s := list[0], list[0].Counts(); u.Independent != 1 || s != "2 outlets, 1 independent source ("+HouseAside+")" {
		t.Errorf("%d: %s", u.Independent, s)
	}
}

func TestAFewWordsOfALongerQuotationAreNotApart(t *testing.T) {
	long := printed{article: "alpha", n: 1, outlet: "Alpha", hour: 9, text: "“We were lied to for eleven months, and nobody had the courage to say it,” Solveig Hammer said."}
	for words, apart := range map[string]bool{"“We were lied to,” Solveig Hammer said.": false, "“We were not ready,” Solveig Hammer said.": true, "“We were lied to,” a docker said.": true} {
		list := compared(newDesk(long, printed{article: "beta", n: 1, outlet: "Beta", hour: 12, text: "The report is out. " + words}).find(t))
		if (len(list) == 0) != apart {
			t.Errorf("%s: %d compared", words, len(list))
		}
	}
}

func TestAChangedNumberInAQuoteShowsAsAnOlderVersion(t *testing.T) {
	for _, u := range compared(valley().find(t)) {
		if !strings.Contains(u.Source.Words, "eleven pumps") {
			continue
		}
		if o := u.Source.Older; len(o) != 1 || o[0].Relation != match.Substitution || o[0].Version.N != 1 {
			t.Errorf("older %+v", o)
		}
		return
	}
	t.Error("the pumps are not compared")
}

// printAll is everything about utterances, for comparing two runs.
func printAll(t *testing.T, us []Utterance) string {
	t.Helper()
	b, err := json.MarshalIndent(us, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestTheOrderOfTheSayingsDoesNotShow(t *testing.T) {
	d := valley()
	want := printAll(t, d.find(t))
	r := rand.New(rand.NewPCG(1, 2))
	for range 10 {
		list := d.sayings()
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		us, err := Find(context.Background(), d.input(list))
		if err != nil {
			t.Fatal(err)
		}
		if got := printAll(t, us); got != want {
			t.Fatal("another order gave other utterances")
		}
	}
}

func TestEverySayingIsInOneUtteranceAndKeepsItsWords(t *testing.T) {
	d := valley()
	us := d.find(t)
	for _, s := range d.sayings() {
		n := 0
		for i := range us {
			if us[i].Holds(s.Place()) != nil {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s %q is in %d utterances", s.Key(), s.Words, n)
		}
	}
	for i := range us {
		for _, r := range us[i].All() {
			var b strings.Builder
			for _, p := range r.Pieces {
				b.WriteString(p.Text)
			}
			if b.String() != r.Words {
				t.Errorf("%s: the pieces say %q, the version %q", r.Key(), b.String(), r.Words)
			}
		}
	}
}

func TestOtherUtterancesStayApart(t *testing.T) {
	for name, d := range map[string]*desk{
		"a common phrase by two people": newDesk(
			printed{article: "a", n: 1, outlet: "A", text: "“We did everything we could,” nurse Ida Holm said."},
			printed{article: "b", n: 1, outlet: "B", text: "“We did everything we could,” pilot Jan Reuter said."}),
		"words shared by two statements of one person": newDesk(
			printed{article: "a", n: 1, outlet: "A", text: "“The harbour will reopen on Monday if the readings are clean,” Ida Holm said."},
			printed{article: "b", n: 1, outlet: "B", text: "“The harbour has seen worse storms in winter than this one,” Ida Holm said."}),
		"scare quotes": newDesk(
			printed{article: "a", n: 1, outlet: "A", text: "The so-called “safe zone for all” was hit twice."},
			printed{article: "b", n: 1, outlet: "B", text: "The so-called “safe zone for all” was hit again."}),
	} {
		for _, u := range compared(d.find(t)) {
			t.Errorf("%s: %q stands beside %d others", name, u.Source.Words, len(u.Rows))
		}
	}
}

func TestTypographyAloneDoesNotMatter(t *testing.T) {
	d := newDesk(
		printed{article: "a", n: 1, outlet: "A", hour: 1, text: "“We’ll rebuild the harbour – twice, if we have to,” Marta Lind said."},
		printed{article: "b", n: 1, outlet: "B", hour: 2, text: `"We'll rebuild the harbor - twice, if we have to," Marta Lind said.`})
	us := compared(d.find(t))
	if len(us) != 1 || us[0].Matters() || len(us[0].Rows) != 1 {
		t.Fatalf("%+v", us)
	}
	if r := us[0].Rows[0]; r.Relation != match.Spelling {
		t.Errorf("%s: %+v", r.Relation, r.Pieces)
	}
}

func TestASpeakerWrittenTheSameIsNoOther(t *testing.T) {
	a := newDesk(
		printed{article: "a", n: 1, outlet: "A", text: "Nordhavn Cold Storage closed its gates. “Our thoughts are with our colleagues and their families,” the company said in a statement."},
		printed{article: "b", n: 1, outlet: "B", text: "The store closed. “Our thoughts are with our colleagues and their families,” the company said in a statement."})
	list := a.sayings()
	list[0].Speaker, list[1].Speaker = "Nordhavn Cold Storage", "Norrby General Hospital" // as a reading may go wrong
	us, err := Find(context.Background(), a.input(list))
	if err != nil {
		t.Fatal(err)
	}
	if c := compared(us); len(c) != 1 || c[0].Matters() {
		t.Errorf("%+v", c)
	}
}

// TestReportsStandBesideTheWordsTheyAreAbout: what a report does to the words, and
// what it is to be called.
func TestReportsStandBesideTheWordsTheyAreAbout(t *testing.T) {
	const quote = "Engineer Oda Merrick spoke at the spillway. “The dam will hold for nine days, but nobody should sleep in the valley tonight,” Merrick said."
	for report, want := range map[string]struct {
		n       int
		differs match.DiffKind
	}{
		"Oda Merrick said the dam would hold for nine days.":                                 {1, ""},
		"Oda Merrick said that nobody should sleep in the valley that night.":                {1, ""},
		"Oda Merrick said the dam would hold for 9 days.":                                    {1, ""},
		"Oda Merrick said the dam would hold for twelve days.":                               {1, match.DiffNumber},
		"Oda Merrick said the dam would not hold for nine days.":                             {1, match.DiffNegation},
		"Oda Merrick said the dam might hold for nine days.":                                 {1, match.DiffModal},
		"Oda Merrick denied that the dam would hold for nine days.":                          {1, match.DiffNegation},
		"Oda Merrick said the dam would hold for no more than nine days.":                    {1, ""},
		"Oda Merrick said the council had paid for new pumps.":                               {0, ""},
		"Mayor Piet Hollis said the dam would hold for nine days.":                           {0, ""},
		"Oda Merrick said the dam would hold. “The dam will hold for nine days,” she added.": {0, ""},
	} {
		d := newDesk(printed{article: "a", n: 1, outlet: "A", hour: 9, text: quote}, printed{article: "b", n: 1, outlet: "B", hour: 10, text: report})
		var got []Rendering
		for _, u := range d.find(t) {
			got = append(got, u.Reports...)
		}
		switch {
		case len(got) != want.n:
			t.Errorf("%s: %d reports, want %d", report, len(got), want.n)
		case want.n > 0 && (got[0].Differs != want.differs || got[0].Matters() != (want.differs != "")):
			t.Errorf("%s: differs in %q (%s), want %q", report, got[0].Differs, got[0].Why, want.differs)
		}
	}
}

// TestShortWordsGivenToAnotherAreOneUtterance: if the reports are of one occasion,
// and the words not what anybody says.
func TestShortWordsGivenToAnotherAreOneUtterance(t *testing.T) {
	const a = "“I am no arsonist,” baker Ida Holm told the court. Her landlord Jan Reuter listened."
	for name, c := range map[string]struct {
		a, b string
		want bool
	}{
		"the same words of one trial":  {a, "“I am no arsonist,” Jan Reuter said.", true},
		"of another trial":             {a, "“I am no arsonist,” student Kim Vale said.", false},
		"what anybody says":            {strings.Replace(a, "I am no arsonist", "I am very sorry", 1), "“I am very sorry,” Jan Reuter said.", false},
		"everyday words, both at once": {"“It could come down tonight,” Ida Holm said. Jan Reuter nodded.", "“It could come down tonight,” Jan Reuter told Ida Holm.", true},
	} {
		us := compared(newDesk(printed{article: "a", n: 1, outlet: "A", hour: 9, text: c.a}, printed{article: "b", n: 1, outlet: "B", hour: 10, text: c.b}).find(t))
		if got := len(us) == 1 && us[0].Gravest() == match.OtherSpeaker; got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestANegationPrintedInFrontOfAQuotationIsKept(t *testing.T) {
	d := newDesk(
		printed{article: "wirea", n: 1, outlet: "Wire", hour: 8, text: "The parcels have “never left the depot in Harrow Street”, Vera Lind said on Monday."},
		printed{article: "keeps", n: 1, outlet: "Keeper", hour: 9, text: "The parcels had never “left the depot in Harrow Street”, Vera Lind said on Monday."},
		printed{article: "loses", n: 1, outlet: "Loser", hour: 10, text: "The parcels had “left the depot in Harrow Street”, Vera Lind said on Monday."},
	)
	us := compared(d.find(t))
	if len(us) != 1 {
		t.Fatalf("%d utterances, want 1:\n%s", len(us), printAll(t, us))
	}
	want := map[string]match.Relation{"Keeper": match.Verbatim, "Loser": match.Negation}
	for _, r := range us[0].Rows {
		if r.Relation != want[r.Outlet] {
			t.Errorf("%s: %s, want %s", r.Outlet, r.Relation, want[r.Outlet])
		}
	}
}

func TestACancelledSearchSaysSo(t *testing.T) {
	d := valley()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Find(ctx, d.input(d.sayings())); err == nil {
		t.Error("no error")
	}
}

func TestAnEmptyDeskHasNoUtterances(t *testing.T) {
	if us := newDesk().find(t); len(us) != 0 {
		t.Error(us)
	}
}

// BenchmarkPairs proposes pairs among many sayings of Zipf-like words.
func BenchmarkPairs(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	z := rand.NewZipf(r, 1.1, 3, 20_000)
	var list []*Saying
	for i := range 50_000 {
		s := &Saying{Version: source.VersionID{Article: source.ArticleID(fmt.Sprintf("%05d", i)), N: 1}}
		for range 8 + r.IntN(20) {
			s.plain = append(s.plain, fmt.Sprint("w", z.Uint64()))
		}
		list = append(list, s)
	}
	b.ReportAllocs()
	for b.Loop() {
		ps, err := pairs(context.Background(), wordings(slices.Clone(list)))
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(ps)), "pairs")
	}
}
