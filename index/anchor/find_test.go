package anchor

import (
	"strings"
	"testing"

	"stet/index/diff"
	"stet/index/source"
)

// follow anchors the words of old between ‹ and › and finds them in new.
func follow(t *testing.T, old, new string) (Anchor, Found) {
	t.Helper()
	i, j := strings.Index(old, "‹"), strings.Index(old, "›")
	if i < 0 || j < i {
		t.Fatalf("no ‹passage› in %q", old)
	}
	old = strings.NewReplacer("‹", "", "›", "").Replace(old)
	a := At(source.VersionID{Article: "abcde", N: 1}, old, source.Span{Start: i, End: j - len("‹")})
	return a, Find(a, old, source.Text{Body: new}, diff.Align(source.Text{Body: old}, source.Text{Body: new}))
}

const promises = "the two traps that published anchoring code fell into"

func TestPassageIsNeverCarriedAcross(t *testing.T) {
	for _, c := range []struct{ name, old, new, reason string }{
		{promises + ": another toll in the next sentence",
			"A missile ‹killed at least 12 people› in Norrby on Monday. A day later a second missile killed at least 35 people in Sund.",
			"A day later a second missile killed at least 35 people in Sund.", ""},
		{promises + ": must not",
			"Residents ‹must leave the valley› tonight, the governor said.",
			"Residents must not leave the valley tonight, the governor said.", `"must" became "must not"`},
		{"figure", "At least ‹12 people› died.", "At least 15 people died.", "figure 12 → 15"},
		{"figure in words", "‹Four miners were killed› in the blast.", "Five miners were killed in the blast.", "figure Four → Five"},
		{"figure beside the passage", "In all, 12 ‹people were killed› there.", "In all, 15 people were killed there.", "figure 12 → 15"},
		{"negation before it", "Osei said he ‹would sign the treaty›.", "Osei said he would not sign the treaty.", `"would" became "would not"`},
		{"negated report", "Osei said ‹the army would withdraw›.", "Osei did not say the army would withdraw.", "not"},
		{"negation goes", "The bridge ‹was not safe›, engineers said.", "The bridge was safe, engineers said.", "not"},
		{"denied", "Petrov said ‹the money was spent›.", "Petrov denied the money was spent.", "denied"},
		{"modal", "The dam ‹could break› tonight.", "The dam will break tonight.", `"could" became "will"`},
		{"modal in front", "The dam will ‹break tonight›.", "The dam may break tonight.", `"will" became "may"`},
		{"speaker", "“‹We will rebuild›,” Petrov said on Monday.", "“We will rebuild,” Osei said on Monday.", "speaker Petrov → Osei"},
		{"speaker behind the verb", "“‹We will rebuild›,” said Petrov.", "“We will rebuild,” said Osei.", "speaker Petrov → Osei"},
		{"speaker with according", "‹Half the wells are dry›, according to the council.", "Half the wells are dry, according to the miners.", "speaker council → miners"},
		{"speaker after a colon", "Petrov: “‹We will rebuild›.”", "Osei: “We will rebuild.”", "speaker Petrov → Osei"},
		{"somebody's spokesman", "“‹We will rebuild›,” Petrov said.", "“We will rebuild,” a spokesman for Petrov said.", "speaker"},
		{"attribution dropped", "‹The road is closed›, police said.", "The road is closed.", `attribution "police said" dropped`},
		{"attribution added", "‹The road is closed›.", "The road is closed, rebels said.", `attribution "rebels said" added`},
		{"said becomes claimed", "Petrov said ‹the road was closed›.", "Petrov claimed the road was closed.", `"said" became "claimed"`},
		{"hedge dropped", "The men allegedly ‹burned the archive›.", "The men burned the archive.", `"allegedly" dropped`},
		{"approximator dropped", "At least ‹12 people› died.", "12 people died.", `"at least" dropped`},
		{"approximator behind", "‹12 people› or more died.", "12 people died.", ""},
		{"quotation marks dropped", "Osei called it “‹a disgrace›”.", "Osei called it a disgrace.", "quotation marks dropped"},
		{"pronoun for somebody else",
			"Petrov arrived first. “‹We will rebuild›,” he said. Rain fell on the square.",
			"Osei arrived first. “We will rebuild,” he said. Rain fell on the square.", "Petrov"},
		{"speaker in the next sentence",
			"“‹We will rebuild every house here.›” Petrov said this on Monday. Rain fell.",
			"“We will rebuild every house here.” Osei said this on Monday. Rain fell.", "speaker"},
		{"label of a transcript", "OSEI: The road is bad. ‹We will rebuild it.› Give us time.", "PETROV: The road is bad. We will rebuild it. Give us time.", "speaker OSEI → PETROV"},
		{"signature", "“The road is bad. ‹We will rebuild it.›” — Ana Ruiz", "“The road is bad. We will rebuild it.” — Rana Haddad", "Ruiz"},
		{"cue of another sort", "A union endorsed the mayor and said ‹the port is safe›.", "The bank endorsed the mayor and said the port is safe.", "union"},
		{"who does it", "The council showed that ‹the wells were dry›.", "Osei showed that the wells were dry.", "Osei"},
		{"split from its attribution",
			"Police said the bridge over the Norrby river had fallen and ‹three buses were under the rubble›.",
			"Police said the bridge over the Norrby river had fallen. Three buses were under the rubble.", "attribution"},
		{"part of a word", "In all 1‹2 people› died.", "In all 32 people died.", "figure"},
		{"word of it", "‹The army shelled the village›.", "The army bombed the village.", `"shelled" became "bombed"`},
		{"sentence of it deleted", "‹Rain fell on the square. The market stayed open.› Nobody came back.", "Rain fell on the square. Nobody came back.", "deleted"},
		{"unit", "The well is ‹12› metres deep.", "The well is 12 feet deep.", "unit metres → feet"},
		{"hyphenated unit", "He won a ‹week-long race› … no, a day-long walk.", "He won a week-long race … no, a month-long walk.", "unit day-long → month-long"},
		{"percentage points", "The rate ‹rose by 2› percent.", "The rate rose by 2 percentage points.", "unit percent → percentage points"},
		{"currency mark", "‹The repairs cost› $40m.", "The repairs cost €40m.", "unit $ → €"},
		{"weekday", "‹The dam broke› on Monday.", "The dam broke on Sunday.", "date Monday → Sunday"},
		{"part of the day", "‹The dam broke› at noon.", "The dam broke at midnight.", "date noon → midnight"},
		{"number elsewhere", "Three of ‹the buses› burned after half an hour.", "One of the buses burned after half an hour.", "figure Three → One"},
		{"unless", "‹The port stays shut› unless the insurers pay.", "The port stays shut if the insurers pay.", `"unless" became "if"`},
		{"exception goes", "‹All roads are open›, except the coast road.", "All roads are open.", `"except" dropped`},
		{"opposite", "‹Exports› rose in the north.", "Exports fell in the north.", `"rose" became "fell"`},
		{"opposite by prefix", "The bridge ‹over the river› is safe.", "The bridge over the river is unsafe.", `"safe" became "unsafe"`},
		{"what is counted", "‹The fire destroyed› 40 homes.", "The fire destroyed 40 barns.", "counted homes → barns"},
		{"what a speaker is", "“‹They told us to stay›,” said Rahal, a baker.", "“They told us to stay,” said Rahal, a soldier.", "speaker baker → soldier"},
		{"other words of the quotation", "“‹We will rebuild› every house,” Petrov said.", "“We will rebuild every bridge,” Petrov said.", `"house" became "bridge"`},
		{"pronoun for somebody else in the same place", "Petrov spoke in Norrby. He said ‹the road was closed›.", "Osei spoke in Norrby. He said the road was closed.", `Petrov became Osei`},
		{"speaker two sentences back", "“Go home,” said Petrov. “It is over. ‹We will rebuild.›”", "“Go home,” said Osei. “It is over. We will rebuild.”", "speaker"},
		{"speaker of a long quotation", "“Go home,” said Petrov. “It is over. Nobody will come. I think you know that. ‹We will rebuild it.› Give us time.”",
			"“Go home,” said Osei. “It is over. Nobody will come. I think you know that. We will rebuild it. Give us time.”", "speaker"},
		{"verb that is in no list", "“Go home,” Petrov went on. “It is over. ‹We will rebuild.›”", "“Go home,” Osei went on. “It is over. We will rebuild.”", "speaker Petrov → Osei"},
		{"speaker in the paragraph before", "“Go home,” said Petrov. “It is over.\n\n“Nobody will come. ‹We will rebuild.›”",
			"“Go home,” said Osei. “It is over.\n\n“Nobody will come. We will rebuild.”", "speaker"},
		{"speaker introduced in the paragraph before", "Petrov told the court:\n\n“‹We will rebuild.› Give us time.”", "Osei told the court:\n\n“We will rebuild. Give us time.”", "Petrov"},
		{"pronoun in the sentence before", "Ana Ruiz stood there. “Nobody warned us,” she said. “‹There was no time.›”",
			"Mona Haddad stood there. “Nobody warned us,” she said. “There was no time.”", "Ruiz"},
		{"German negation", "Die Straße nach Sund ‹ist wegen der Flut› gesperrt.", "Die Straße nach Sund ist wegen der Flut nicht gesperrt.", "nicht"},
		{"French negation", "La route de Sund ‹est fermée› depuis lundi.", "La route de Sund n’est pas fermée depuis lundi.", ""},
		{"Spanish negation", "El puente de Norrby ‹es seguro› ahora.", "El puente de Norrby nunca es seguro ahora.", "nunca"},
		{"Russian negation", "Дорога в Сунд ‹была закрыта› в понедельник.", "Дорога в Сунд не была закрыта в понедельник.", "не"},
		{"Arabic negation", "قال إن الطريق ‹مغلق منذ الفجر›.", "قال إن الطريق ليس مغلق منذ الفجر.", "ليس"},
		{"words inserted inside", "‹Rain fell. The market stayed open.› Dogs barked.", "Rain fell. Thunder rolled over the hills. The market stayed open. Dogs barked.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, f := follow(t, c.old, c.new)
			if f.Fate.Carried() {
				t.Fatalf("%s to %q", f.Fate, f.Span.Of(c.new))
			}
			if !strings.Contains(strings.Join(f.Reasons, "; "), c.reason) {
				t.Errorf("reasons %q, want %q", f.Reasons, c.reason)
			}
		})
	}
}

func TestPassageIsCarriedOverWhatDoesNotTouchIt(t *testing.T) {
	for _, c := range []struct {
		name, old, new string
		fate           Fate
	}{
		{"nothing changed", "Rain fell. ‹At least 12 people died.› Dogs barked.", "Rain fell. At least 12 people died. Dogs barked.", Intact},
		{"text before inserted", "‹At least 12 people died.›", "Rain fell. At least 12 people died.", Intact},
		{"text before cut", "Rain fell on the hills. ‹At least 12 people died.›", "At least 12 people died.", Intact},
		{"clause behind it", "‹At least 12 people died› in Norrby.", "At least 12 people died in Norrby on Monday night.", Intact},
		{"clause in front", "‹At least 12 people died› in Norrby.", "On Monday night, at least 12 people died in Norrby.", Intact},
		{"words around edited", "The old mill ‹killed at least 12 people› when it fell.", "The ancient mill killed at least 12 people when it collapsed.", Intact},
		{"typography", "He called it ‹“a bad plan” - for us›.", "He called it ‘a bad plan’ – for us.", Intact},
		{"moved", "‹At least 12 people died in the flood.› Rain fell on the hills. Dogs barked all night long.", "Rain fell on the hills. Dogs barked all night long. At least 12 people died in the flood.", Moved},
		{"apposition to the speaker", "“‹We will rebuild›,” Petrov said.", "“We will rebuild,” Petrov, the mayor, said.", Intact},
		{"title of the speaker", "“‹We will rebuild›,” Petrov said.", "“We will rebuild,” Mayor Petrov said.", Intact},
		{"plain cue for another", "“‹We will rebuild›,” Petrov said.", "“We will rebuild,” Petrov added.", Intact},
		{"day of the speech", "“‹We will rebuild›,” Petrov said.", "“We will rebuild,” Petrov said on Monday.", Intact},
		{"split elsewhere", "‹Police closed the bridge after the wall fell›, and divers searched the river for two missing boys.",
			"Police closed the bridge after the wall fell. Divers searched the river for two missing boys.", Intact},
		{"adverb beside the speaker", "Petrov said ‹the road was closed›.", "Petrov quietly said the road was closed.", Intact},
		{"more of a subject", "The old mill ‹was on fire›.", "The very old wooden mill was on fire.", Intact},
		{"clause with its own subject", "‹No one was missing›, although the list had been lost.", "No one was missing.", Intact},
		{"town of a speaker", "Residents of Norrby said ‹the road was closed›.", "Residents of the town of Norrby said the road was closed.", Intact},
		{"words added to the quotation", "“‹We will rebuild› every house,” Petrov said.", "“We will rebuild every house by spring,” Petrov said.", Intact},
		{"date added", "‹The dam broke› above Norrby.", "The dam broke above Norrby on Monday.", Intact},
		{"other name of a unit", "The debt ‹grew by 2› per cent.", "The debt grew by 2%.", Intact},
		{"two sentences", "Rain fell. ‹The market stayed open. Nobody came.› Dogs barked.", "Rain fell. Wind rose. The market stayed open. Nobody came. Dogs barked.", Intact},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, f := follow(t, c.old, c.new)
			if f.Fate != c.fate {
				t.Fatalf("%s, want %s: %q", f.Fate, c.fate, f.Reasons)
			}
			if !sameWords(f.Span.Of(c.new), a.Exact) {
				t.Errorf("carried to %q, want %q", f.Span.Of(c.new), a.Exact)
			}
		})
	}
}

func TestWordsStayWithWhoIsNamedInFrontOfThem(t *testing.T) {
	const words = "“I could carry only two. I will see the third one all my life.”"
	const old = "Pia Sands, a nurse, remembers the noise. “It sounded like a gun,” she says. She pulled two boys from the water. ‹" + words + "›"
	for who, want := range map[string]Fate{"Pia Sands, a nurse,": Intact, "Mara Quill, a clerk,": Altered} {
		now := "Rosa Dunn, a baker, remembers the noise. “It sounded like a gun,” she says. " + who + " pulled two boys from the water. " + words
		if _, f := follow(t, old, now); f.Fate != want {
			t.Errorf("%s: %s, want %s: %q", who, f.Fate, want, f.Reasons)
		}
	}
}

func TestThoseOfTheOwnSentenceLeanOnNobodyBefore(t *testing.T) {
	for _, c := range []struct {
		old, new string
		fate     Fate
	}{
		{"He pulled two boys out. ‹St Orm's admitted 58 of the injured; 21 of them were in serious condition.›",
			"Pia Sands pulled two boys out. St Orm's admitted 58 of the injured; 21 of them were in serious condition.", Intact},
		{"Pia Sands pulled two boys out. ‹St Orm's admitted 58 of the injured; 21 of them were in serious condition.›",
			"Mara Quill pulled two boys out. St Orm's admitted 58 of the injured; 21 of them were in serious condition.", Intact},
		{"He rang the mayor. ‹They walked home in the rain.›", "Pia Sands rang the mayor. They walked home in the rain.", Intact},
		{"He rang the mayor. ‹He walked home in the rain.›", "Pia Sands rang the mayor. He walked home in the rain.", Altered},
		{"The Sands brothers rang. ‹They walked home in the rain.›", "The Quill brothers rang. They walked home in the rain.", Altered},
	} {
		if _, f := follow(t, c.old, c.new); f.Fate != c.fate {
			t.Errorf("%s\n%s, want %s: %q", c.new, f.Fate, c.fate, f.Reasons)
		}
	}
}

func TestEqualSentencesAreAmbiguous(t *testing.T) {
	_, f := follow(t, "Rain fell on the hills. ‹The road is closed.› Dogs barked all night.",
		"The road is closed. Wind rose over the town. The road is closed. Snow came. The road is closed.")
	if f.Fate != Ambiguous || len(f.Candidates) != 3 {
		t.Errorf("%+v", f)
	}
}

func TestDeletedSentenceIsMissing(t *testing.T) {
	_, f := follow(t, "Rain fell on the hills. ‹The road to Sund is closed.› Dogs barked.", "Rain fell on the hills. Dogs barked.")
	if f.Fate != Missing || len(f.Reasons) == 0 {
		t.Errorf("%+v", f)
	}
}

func TestLocateNeedsTheSameSurroundings(t *testing.T) {
	const old = "Rain fell on the hills above Norrby. At least 12 people died in the flood, police said. Dogs barked all night long."
	at := strings.Index(old, "12 people died")
	a := At(source.VersionID{}, old, source.Span{Start: at, End: at + len("12 people died")})
	for _, c := range []struct {
		name, in string
		fate     Fate
	}{
		{"same text", old, Intact},
		{"same text further down", "Norrby, Monday. " + old, Moved},
		{"other surroundings", "In Sund, 12 people died when a bus fell.", Altered},
		{"twice elsewhere", "In Sund, 12 people died. In Asker, 12 people died.", Ambiguous},
		{"not there", "Nobody died.", Missing},
		{"empty", "", Missing},
	} {
		t.Run(c.name, func(t *testing.T) {
			if f := Locate(a, c.in); f.Fate != c.fate {
				t.Errorf("%+v, want %s", f, c.fate)
			}
		})
	}
}

func TestBadInputIsMissing(t *testing.T) {
	in := source.Text{Body: "Rain fell."}
	for name, a := range map[string]Anchor{
		"no words":      At(source.VersionID{}, "Rain, fell.", source.Span{Start: 4, End: 5}),
		"out of range":  At(source.VersionID{}, "Rain fell.", source.Span{Start: 4, End: 50}),
		"inside a rune": At(source.VersionID{}, "Rain féll.", source.Span{Start: 5, End: 7}),
		"empty":         At(source.VersionID{}, "Rain fell.", source.Span{Start: 5, End: 5}),
	} {
		if f := Find(a, "Rain fell.", in, diff.Align(in, in)); f.Fate != Missing {
			t.Errorf("%s: %+v", name, f)
		}
	}
	a := At(source.VersionID{}, "Rain fell.", source.Span{Start: 0, End: 4})
	if f := Find(a, "Rain fell.", source.Text{Body: "Rain f\xe9ll."}, diff.Alignment{}); f.Fate != Missing {
		t.Errorf("invalid text: %+v", f)
	}
}

func TestWordsThatAnotherSentenceTookOverAreShownThere(t *testing.T) {
	old := "It is the worst fire since 1961, when 14 people died in a tannery at Sund. There, too, a gate was chained. Rain fell."
	now := "It is the worst fire since records were kept. In 1961, when 14 people died in a tannery at Sund, a gate was chained. Rain fell."
	words := "14 people died in a tannery at Sund"
	at := strings.Index(old, words)
	a := At(source.VersionID{}, old, source.Span{Start: at, End: at + len(words)})
	in := source.Text{Body: now}
	f := Find(a, old, in, diff.Align(source.Text{Body: old}, in))
	if f.Fate != Altered || f.Span.Of(now) != words || len(f.Reasons) != 1 || !strings.HasPrefix(f.Reasons[0], "its words stand in another sentence now") {
		t.Errorf("%s %q %q", f.Fate, f.Span.Of(now), f.Reasons)
	}
}
