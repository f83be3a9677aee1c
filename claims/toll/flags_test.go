package toll

import (
	"slices"
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/index/source"
)

// story is a text with where and when it was printed.
type story struct {
	article, outlet string
	n               int
	day, hour       int // June 2031
	slug            string
	text            string
	source          int // copies share it; 0: its own
	notice          source.Notice
	checked         bool
}

// board builds the board of a fire in Osby on 2 June 2031 of some texts.
func board(t *testing.T, list ...story) Board {
	t.Helper()
	latest := map[string]int{}
	for _, s := range list {
		latest[s.article] = max(latest[s.article], s.n)
	}
	var copies []*Copy
	number := map[string]int{}
	for _, s := range list {
		at := time.Date(2031, 6, s.day, s.hour, 0, 0, 0, time.UTC)
		c := &Copy{Version: source.VersionID{Article: source.ArticleID(s.article), N: s.n}, Outlet: s.outlet, Date: at, Latest: s.n == latest[s.article], Notice: s.notice, Story: s.checked,
			Digest: readOn(t, s.text, at, s.slug)}
		copies = append(copies, c)
		number[s.article] = s.source
	}
	e := drawn
	reports, _ := Assign(copies, []claims.Event{e}, nil)
	for i := range reports[0] {
		a := string(reports[0][i].Copy.Version.Article)
		if reports[0][i].Source = number[a]; number[a] == 0 {
			reports[0][i].Source = 100 + slices.IndexFunc(list, func(s story) bool { return s.article == a })
		}
	}
	return Build(e, reports[0])
}

// rules lists the rules of a board's flags, alarms as they are, notes in brackets.
func rules(b Board) string {
	var out []string
	for _, f := range b.Flags {
		s := string(f.Rule)
		if f.Level == Note {
			s = "(" + s + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

const osby = " in a fire in Osby on Monday"

func wire(n, day, hour int, lead string) story {
	return story{article: "wire", outlet: "North Wire", n: n, day: day, hour: hour, text: "Fire in Osby\n\n" + lead + "\n"}
}

func other(article, outlet string, day, hour int, lead string) story {
	return story{article: article, outlet: outlet, n: 1, day: day, hour: hour, text: "Fire in Osby\n\n" + lead + "\n"}
}

func TestFlagsOfTheBoard(t *testing.T) {
	first := wire(1, 2, 20, "At least 12 people were killed and 40 injured"+osby+", the fire service said.")
	for name, c := range map[string]struct {
		want string
		list []story
	}{
		"a toll that rises is no alarm": {"(toll rose)", []story{first,
			wire(2, 3, 9, "At least 15 people were killed and 40 injured"+osby+", the fire service said.")}},
		"a copy that drops the modifier": {"modifier vanished", []story{first,
			{article: "post", outlet: "Post", n: 1, day: 2, hour: 22, source: 7, text: "Fire in Osby\n\nTwelve people were killed and 40 injured" + osby + ", the fire service said.\n"},
			{article: "wire", outlet: "North Wire", n: 1, day: 2, hour: 20, source: 7, text: first.text}}[1:]},
		"a report with its own source may know better": {"", []story{first,
			other("town", "Town Herald", 3, 9, "Twelve people were killed"+osby+", the hospital said.")}},
		"a later text that names nobody": {"modifier vanished, attribution vanished", []story{first,
			other("mag", "Magazine", 3, 9, "Twelve people died"+osby+". The town is in mourning.")}},
		"a modifier that goes with the end of the search": {"(modifier vanished), (toll rose)", []story{first,
			wire(2, 4, 9, "Nineteen people were killed and 40 injured"+osby+", the fire service said. It has ended its search.")}},
		"of two copies of one day without an hour the harder one copies the other": {"modifier vanished", []story{
			{article: "post", outlet: "Post", n: 1, day: 2, hour: 0, source: 7, text: "Fire in Osby\n\nTwelve people were killed and 40 injured" + osby + ", the fire service said.\n"},
			{article: "wire", outlet: "North Wire", n: 1, day: 2, hour: 20, source: 7, text: first.text}}},
		"another number is another count, not the old one without its modifier": {"(toll rose)", []story{first,
			wire(2, 3, 9, "Fifteen people were killed and 40 injured"+osby+", the fire service said.")}},
		"a range that holds the number before it is no rise": {"", []story{
			wire(1, 2, 20, "Thirty-seven people were killed"+osby+", the interior ministry said."),
			other("post", "Post", 4, 9, "Between 36 and 44 people were killed"+osby+", the hospital said.")}},
		"a count that its text says was lowered": {"toll fell", []story{
			wire(1, 2, 20, "Twenty-nine people were killed"+osby+", the fire service said."),
			other("post", "Post", 4, 9, "The interior ministry on Wednesday lowered the toll of the fire in Osby to 27. It had stood at 29.")}},
		"a rival who takes back what he counted": {"", []story{
			wire(1, 3, 8, "The union has counted 33 dead in the fire in Osby on Monday, it said on Tuesday."),
			other("post", "Post", 5, 9, "The fire service says that 27 people were killed"+osby+". The union, which had spoken of 33 dead, accepts that count.")}},
		"rival counts hours apart are a toll that rises": {"(toll rose)", []story{
			wire(1, 2, 9, "Fifty-three people were killed"+osby+", the mayor said."),
			other("post", "Post", 2, 22, "Eighty-seven people were killed"+osby+", the fire service said.")}},
		"dead and injured counted in one number": {"killed mixed with casualties", []story{
			{article: "echo", outlet: "Echo", n: 1, day: 3, hour: 9, text: "Fire in Osby kills 43\n\nForty-three people were killed or injured" + osby + ".\n"}}},
		"a modifier that goes without a word": {"modifier vanished", []story{first,
			wire(2, 3, 9, "Twelve people were killed and 40 injured"+osby+", the fire service said.")}},
		"killed and injured added up": {"killed mixed with casualties", []story{first,
			other("post", "Post", 3, 5, "Fifty-two people were killed"+osby+".")}},
		"casualties corrected by the outlet": {"killed mixed with casualties", []story{
			{article: "town", outlet: "Town Herald", n: 1, day: 3, hour: 8, text: "Fire in Osby\n\nFifty-two people were killed" + osby + ", the hospital said.\n"},
			{article: "town", outlet: "Town Herald", n: 2, day: 3, hour: 12, notice: source.Corrected, text: "Fire in Osby\n\nThe fire in Osby on Monday has caused 52 casualties, the hospital said.\n"}}},
		"a toll its own source lowers": {"toll fell", []story{
			wire(1, 2, 20, "Thirty-one people were killed"+osby+", the fire service said."),
			wire(2, 4, 9, "Twenty-four people were killed"+osby+", the fire service said.")}},
		"rival counts": {"conflict", []story{
			wire(1, 2, 20, "Thirty-one people were killed"+osby+", the interior ministry said."),
			other("post", "Post", 2, 22, "Fewer than 10 people were killed"+osby+", the company said.")}},
		"a higher toll of the next day, printed without an hour": {"(toll rose)", []story{
			wire(1, 2, 19, "Sixteen people were killed"+osby+", police said."),
			other("post", "Post", 3, 0, "Twenty-three people were killed"+osby+", the fire service said."),
			other("town", "Town Herald", 4, 0, "Twenty-three people were killed"+osby+". The town is in mourning, the fire service said.")}},
		"rivals of one day, one without an hour": {"conflict", []story{
			other("post", "Post", 3, 0, "Twenty-three people were killed"+osby+", the fire service said."),
			wire(1, 3, 9, "Sixteen people were killed"+osby+", police said.")}},
		"a part counted once more": {"double count", []story{
			wire(1, 2, 20, "Thirty-one people were killed"+osby+", the fire service said. Four of the dead were children."),
			other("post", "Post", 3, 9, "Thirty-five people died"+osby+".")}},
		"an address that keeps the old toll": {"address differs, (toll rose)", []story{
			{article: "wire", outlet: "North Wire", n: 1, day: 2, hour: 20, slug: "fire-in-osby-kills-12", text: first.text},
			{article: "wire", outlet: "North Wire", n: 2, day: 3, hour: 9, slug: "fire-in-osby-kills-12", text: "Fire in Osby\n\nAt least 15 people were killed and 40 injured" + osby + ", the fire service said.\n"}}},
		"a headline that says more than the text": {"headline differs", []story{
			{article: "post", outlet: "Post", n: 1, day: 3, hour: 9, text: "Fire in Osby kills 22\n\nAt least 12 people were killed" + osby + ", the fire service said.\n"}}},
		"counts of other days stand apart": {"(not comparable)", []story{first,
			other("mag", "Magazine", 3, 9, "At least 20 people have been killed in Osby over the past two days, the governor said, after the fire on Monday.")}},
		"people and soldiers stand apart": {"(not comparable)", []story{first,
			other("mag", "Magazine", 3, 9, "Five soldiers were killed"+osby+", the army said.")}},
		"the missing are found, which is no fall": {"", []story{
			wire(1, 2, 20, "Eight people were missing after a fire in Osby on Monday, the fire service said."),
			wire(2, 3, 9, "Three people were still missing after a fire in Osby on Monday, the fire service said.")}},
	} {
		b := board(t, c.list...)
		got := rules(b)
		if got != c.want {
			t.Errorf("%s: %q, want %q\n%+v", name, got, c.want, b.Flags)
		}
	}
}

func TestANumberOfAnotherThingIsFlagged(t *testing.T) {
	b := board(t,
		wire(1, 2, 20, "At least 12 people were killed"+osby+", the United Nations said. The United Nations has counted 214 shelters in the town."),
		other("post", "Post", 3, 9, "In all, 214 people were killed"+osby+", according to the United Nations."))
	if !strings.Contains(rules(b), string(RuleThing)) {
		t.Errorf("%q", rules(b))
	}
	for _, f := range b.Flags {
		if f.Rule == RuleThing && len(f.Places) != 2 {
			t.Errorf("places %+v, want the figure and the thing", f.Places)
		}
	}
}

func TestANumberThatACopyGivesTooIsNotSaidToStandAlone(t *testing.T) {
	lead := "Twelve people were killed and 37 injured" + osby + ", the fire service said."
	a, b := wire(1, 2, 20, lead+" The fire service has put up 37 people in tents."), other("post", "Post", 2, 21, lead)
	a.source, b.source = 7, 7
	if r := rules(board(t, a, b)); strings.Contains(r, string(RuleThing)) {
		t.Errorf("%q", r)
	}
	b.text = strings.Replace(b.text, "and 37 injured", "and 40 injured", 1)
	a.text = strings.Replace(a.text, "and 37 injured", "and 40 injured", 1)
	c := other("town", "Town Herald", 3, 9, "Thirty-seven people were injured"+osby+", the fire service said.")
	if r := rules(board(t, a, b, c)); !strings.Contains(r, string(RuleThing)) {
		t.Errorf("a number that one article alone gives: %q", r)
	}
}

func TestCopiesAreOneRowWithACount(t *testing.T) {
	lead := "At least 12 people were killed" + osby + ", the fire service said."
	a, b, c := wire(1, 2, 20, lead), other("post", "Post", 2, 21, lead), other("town", "Town Herald", 2, 22, lead)
	a.source, b.source = 7, 7
	g := board(t, a, b, c).Groups[0]
	if len(g.Rows) != 2 || len(g.Rows[0].Copies) != 1 || g.Rows[0].Copies[0].Outlet != "Post" || g.Sources != 2 || g.State != Agree {
		t.Errorf("%d rows, %d sources, %s: %+v", len(g.Rows), g.Sources, g.State, g.Rows)
	}
}

func TestOnlySourcesThatGiveWhatIsPrintedAreCounted(t *testing.T) {
	toldAt := func(at claims.Interval, outlet string, source int, s Standing) Row {
		return Row{Reading: Reading{Figure: claims.Figure{Range: at}}, Outlet: outlet, Version: sourceOf(outlet), Source: source, Standing: s}
	}
	least := claims.Interval{Min: 12, NoMax: true, Mod: claims.AtLeast}
	checked := toldAt(claims.Just(19), "Magazine", 3, Stands)
	checked.Story = true
	for name, c := range map[string]struct {
		want int
		rows []Row
	}{
		"an older figure that allows it": {1, []Row{toldAt(least, "Post", 1, Stands), toldAt(claims.Just(19), "North Wire", 2, Stands)}},
		"the story that is checked":      {1, []Row{checked, toldAt(claims.Just(19), "North Wire", 2, Stands)}},
		"nobody but the checked story":   {0, []Row{checked}},
		"no figure stands":               {0, []Row{toldAt(claims.Just(19), "Post", 1, Outdated)}},
		"rivals, both printed":           {2, []Row{toldAt(claims.Just(9), "Post", 1, Stands), toldAt(claims.Just(19), "North Wire", 2, Stands)}},
	} {
		g := Group{Outcome: claims.Killed, Class: "people", Rows: c.rows}
		if g.settle(); g.Sources != c.want {
			t.Errorf("%s: %d sources of %s, want %d", name, g.Sources, g.Said(), c.want)
		}
	}
}

func sourceOf(article string) source.VersionID {
	return source.VersionID{Article: source.ArticleID(article), N: 1}
}

func TestIntervalsAreSaidAsABoardPrintsThem(t *testing.T) {
	for want, i := range map[string]claims.Interval{
		"19": claims.Just(19), "≥ 12": {Min: 12, NoMax: true, Mod: claims.AtLeast}, "> 60": {Min: 60, NoMax: true, MinOpen: true, Mod: claims.MoreThan},
		"≤ 40": {Max: 40, Mod: claims.AtMost}, "< 10": {Max: 10, MaxOpen: true, Mod: claims.LessThan}, "12–15": {Min: 12, Max: 15, Mod: claims.Between},
		"1,200": claims.Just(1200), "0": claims.Just(0),
	} {
		if got := Say(i); got != want {
			t.Errorf("%s is said %q, want %q", i, got, want)
		}
	}
}

func TestAPersonsWordGoesBeforeThePoints(t *testing.T) {
	c := &Copy{Version: source.VersionID{Article: "wire", N: 1}, Outlet: "North Wire", Latest: true, Date: time.Date(2031, 6, 3, 9, 0, 0, 0, time.UTC),
		Digest: read(t, "Fire in Osby\n\nAt least 12 people were killed"+osby+", the fire service said. In 1998, 30 people died in a mill at Halden.\n")}
	events := []claims.Event{drawn}
	on := func(word map[string]Placement) []string {
		reports, _ := Assign([]*Copy{c}, events, func(_ int, key string) Placement { return word[key] })
		var out []string
		for _, r := range reports[0] {
			out = append(out, c.Digest.Readings[r.Index].Words)
		}
		return out
	}
	if got := on(nil); !slices.Equal(got, []string{"At least 12 people"}) {
		t.Fatalf("found %q", got)
	}
	if got := on(map[string]Placement{"wire/killed/people/≥ 12": Left, "wire/killed/people/30": Joined}); !slices.Equal(got, []string{"30 people"}) {
		t.Errorf("placed %q", got)
	}
}

// checkedBoard is board with articles that are being checked.
func checkedBoard(t *testing.T, checked string, list ...story) Board {
	t.Helper()
	for i := range list {
		list[i].checked = list[i].article == checked
	}
	return board(t, list...)
}

func TestTheCheckedStoryOutdatesNoSource(t *testing.T) {
	said := func(b Board, o claims.Outcome) string {
		for _, g := range b.Groups {
			if g.Outcome == o {
				return g.Said()
			}
		}
		return ""
	}
	sources := []story{
		other("paper", "Paper", 3, 9, "Ninety-six people were killed"+osby+", the minister said."),
		other("town", "Town Herald", 5, 9, "The town mourned the 27 people killed"+osby+". No one is missing, the fire service said."),
	}
	for name, c := range map[string]struct{ text, killed, missing string }{
		"that quotes a wrong figure":  {"At least 27 people were killed" + osby + ", officials said. On Friday a newspaper printed that 96 people were killed.", "96 or 27", "0"},
		"that repeats a wrong figure": {"Ninety-six people were killed" + osby + ".", "96 or 27", "0"},
		"that counts more":            {"Ninety-nine people were killed" + osby + ". One is missing.", "96 or 27 or 99", "0 or 1"},
		"that counts fewer":           {"Twenty people were killed" + osby + ", the minister said.", "96 or 27 or 20", "0"},
	} {
		b := checkedBoard(t, "mag", append(slices.Clone(sources), other("mag", "Magazine", 6, 9, c.text))...)
		if k, m := said(b, claims.Killed), said(b, claims.Missing); k != c.killed || m != c.missing {
			t.Errorf("a story %s: killed %s, missing %s, want %s, %s", name, k, m, c.killed, c.missing)
		}
		if r := rules(b); !strings.Contains(r, string(RuleConflict)) || strings.Contains(r, string(RuleFell)) {
			t.Errorf("a story %s: %s", name, r)
		}
	}
	b := checkedBoard(t, "mag", other("mag", "Magazine", 6, 9, "At least 27 people were killed"+osby+". A newspaper printed that 96 people were killed."))
	if len(b.Groups) != 1 || b.Groups[0].Said() != "≥ 27" || len(b.Aside) != 1 || b.Aside[0].Words != "96 people" {
		t.Errorf("what a newspaper printed is no figure of the story: %+v", b)
	}
}

func TestAnAtLeastThatWasLoweredIsAFall(t *testing.T) {
	least := func(n string) string {
		return "At least " + n + " people were killed" + osby + ", the fire service said."
	}
	b := board(t, wire(1, 2, 20, least("14")), wire(2, 3, 9, least("23")), wire(3, 4, 9, least("21")))
	if r := rules(b); r != "toll fell, (toll rose)" {
		t.Fatalf("%q", r)
	}
	if why := b.Flags[0].Why; !strings.Contains(why, "fell from at least 23 to at least 21") {
		t.Error(why)
	}
	if r := rules(board(t, wire(1, 3, 9, least("23")), other("post", "Post", 3, 12, least("21")))); r != "" {
		t.Errorf("another outlet's older count: %q", r)
	}
}

func TestCasualtiesPrintedAsKilledAreToldWhoeverIsNamed(t *testing.T) {
	both := other("auth", "Authority Post", 3, 6, "The fire in Osby on Monday left 96 casualties, the health authority said: 24 dead and 72 wounded.")
	killed := "Ninety-six people were killed" + osby
	for name, list := range map[string][]story{
		"named":                     {both, other("post", "Post", 3, 9, killed+", the minister said.")},
		"not named":                 {both, other("post", "Post", 3, 9, killed+".")},
		"repeated by the story":     {both, other("post", "Post", 3, 9, killed+"."), {article: "mag", outlet: "Magazine", n: 1, day: 6, hour: 9, checked: true, text: "Fire in Osby\n\n" + killed + ".\n"}},
		"repeated by other sources": {both, other("post", "Post", 3, 9, killed+", the minister said."), other("town", "Town Herald", 3, 10, killed+", the minister said.")},
	} {
		b := board(t, list...)
		if r := rules(b); !strings.Contains(r, string(RuleMixed)) {
			t.Errorf("%s: %q", name, r)
		}
		if g := b.Groups[0]; strings.Contains(list[1].text, "minister") && (g.State != Conflict || g.Said() != "24 or 96" && g.Said() != "96 or 24") {
			t.Errorf("%s: what a minister says stands beside the other: %s, %s", name, g.State, g.Said())
		}
	}
	apart := other("auth", "Authority Post", 3, 6, "The fire in Osby on Monday killed 24 people and injured 72, the health authority said.")
	if r := rules(board(t, apart, other("post", "Post", 5, 9, killed+", the minister said."))); strings.Contains(r, string(RuleMixed)) {
		t.Errorf("a sum that nobody made and that somebody stands for: %q", r)
	}
}

func TestTheSamePeopleKilledAndHurtAreTold(t *testing.T) {
	hurt := other("post", "Post", 3, 9, "Two rescuers were hurt when a cable snapped on Tuesday morning at the fire in Osby, the fire service said.")
	for name, c := range map[string]struct {
		lead string
		want bool
	}{
		"killed":                {"Two rescuers were killed when a cable snapped on Tuesday morning at the fire in Osby, the fire service said.", true},
		"died":                  {"At the fire in Osby two rescuers died when a cable snapped on Tuesday morning.", true},
		"another number":        {"Three rescuers were killed when a cable snapped on Tuesday morning at the fire in Osby, the fire service said.", false},
		"other people":          {"Two residents were killed when a cable snapped on Tuesday morning at the fire in Osby, the fire service said.", false},
		"another act":           {"Two rescuers were killed under a falling roof on Monday night, at the fire in Osby, the mayor said.", false},
		"both, told apart":      {"Two rescuers were killed and three people hurt when a cable snapped on Tuesday morning at the fire in Osby, the fire service said.", false},
		"hurt in another paper": {"Two rescuers were injured when a cable snapped on Tuesday morning at the fire in Osby, the fire service said.", false},
	} {
		if r := rules(board(t, hurt, other("mag", "Magazine", 4, 9, c.lead))); strings.Contains(r, string(RuleMixed)) != c.want {
			t.Errorf("%s: %q", name, r)
		}
	}
}
