package compare

import (
	"testing"

	"stet/claims/extract"
	"stet/index/diff"
	"stet/index/source"
)

func TestEachLineIsASentenceAPersonWouldWrite(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"The tower of Holm is 210 metres tall.", "The tower of Holm is 230 metres tall.", "figure raised from 210 metres to 230 metres"},
		{"The bank lost $2.1 billion in a year.", "The bank lost €2.1 billion in a year.", "figure changed from $2.1 billion to €2.1 billion"},
		{"Alsen beat Varga 3-1 on Saturday.", "Alsen beat Varga 3-2 on Saturday.", "score changed from 3-1 to 3-2"},
		{"He won the race in 2:05:11 on a wet road.", "He won the race in 2:05:41 on a wet road.", "time changed from 2:05:11 to 2:05:41"},
		{"A 34-year-old man was held at the border.", "A 43-year-old man was held at the border.", "age changed from 34 to 43"},
		{"One in five pupils goes hungry.", "One in eight pupils goes hungry.", "share of pupils lowered from one in five to one in eight"},
		{"Nearly 70% of drivers voted to strike.", "Just over 70% of drivers voted to strike.", "figure changed from nearly 70% to just over 70%"},
		{"Rents in Palmer rose 6 per cent last year.", "Rents in Palmer fell 9 per cent last year.", "“rose 6 per cent” became “fell 9 per cent”"},
		{"The driver pleaded guilty to two counts.", "The driver pleaded not guilty to two counts.", "“pleaded guilty” became “pleaded not guilty”"},
		{"Police have not named him.", "Police have now named him.", "“not” became “now”"},
		{"Talks failed, a spokesman for the port said.", "Talks failed, a person briefed on the plans said.", "speaker changed from a spokesman for the port to a person briefed on the plans"},
		{"Police said the driver had fled.", "The driver had fled, police said.", "“Police said” moved inside the sentence"},
		{"The bridge was blown up by retreating troops.", "Retreating troops blew up the bridge.", "reworded: “The bridge was blown up by retreating troops.” became “Retreating troops blew up the bridge.”"},
		{"“We will open the harbour on Sunday,” Lind said.", "Lind said they would open the harbour on Sunday.", "quote became a report: “‘We will open the harbour on Sunday,’ Lind said.” became “Lind said they would open the harbour on Sunday.”"},
		{"Kim Rasso, 41, was the first to reach the summit.", "Kim Russo, 44, was the first to reach the summit.", "spelling changed from Rasso to Russo; age changed from 41 to 44"},
		{"“It fell,” said Rik Moss.", "“It fell,” said Rick Moss.", "spelling changed from Rik to Rick"},
		{"“It fell,” said Anna Lisk.", "“It fell,” said Mia Lisk.", "speaker changed from Anna Lisk to Mia Lisk"},
		{"Admiral Ruus said it was closed.", "Vice-Admiral Ruus said it was closed.", "title changed from Admiral to Vice-Admiral"},
		{"The wreck lies 80 metres deep.", "The wreck lies 80m deep.", "typography"},
		{"The wreck lies 80 metres deep.", "The wreck lies 90m deep.", "figure raised from 80 metres to 90m"},
		{"The village is 12 kilometres away.", "The village is 12km away.", "typography"},
		{"The wreck lies 80 metres deep.", "The wreck lies 80km deep.", "figure changed from 80 metres to 80km"},
		{"The raid came at 3am.", "The raid came at 5am.", "time changed from 3am to 5am"},
		{"It rained early on Monday in Holm.", "It rained late on Monday in Holm.", "“early on Monday” became “late on Monday”"},
		{"Eight sailors are missing after the storm off Lom.", "Three sailors drowned and five are missing after the storm off Lom.", "number missing lowered from 8 to 5; “three sailors drowned” added"},
		{"Contact was lost at 10:20 a.m. near Holm.", "Contact was lost at 10:12 a.m. near Holm.", "time changed from 10:20 a.m. to 10:12 a.m."},
		{"There, too, the doors were locked.", "In the mill at Skagby, too, the doors were locked.", "“There” became “In the mill at Skagby”"},
		{"He called it a “witch hunt”.", "He called it a “political trick”.", "“witch hunt” became “political trick” in his quote"},
		{"A barge sank in the harbour on a calm sea.", "A barge sank near the harbour on a calm sea.", "“in the harbour” became “near the harbour”"},
		{"The old bridge is very safe for lorries.", "The old bridge is not very safe for lorries.", "“is very safe” became “is not very safe”"},
		{"The 28-nation bloc signed the pact.", "The 35-nation bloc signed the pact.", "“28-nation” became “35-nation”"},
		{"Rain cut the two roads to Holm.", "Rain cut the three roads to Holm.", "number of roads raised from two to three"},
		{"Four were killed and nine of them were nurses.", "Four were killed and six of them were nurses.", "“nine of them” became “six of them”"},
		{"Five are missing in the valley.", "Four drowned in the valley.", "“five are missing” dropped; “four drowned” added"},
	} {
		if got := only(t, c.old, c.new).Summary; got != c.want {
			t.Errorf("%s\n%s\n\tgot  %s\n\twant %s", c.old, c.new, got, c.want)
		}
	}
}

const below = "\n\nFire swept through the Hotel Miramar in Costa Lera before dawn. Guests jumped from balconies."

func TestAHeadlineThatWasRewrittenIsOneChange(t *testing.T) {
	c := only(t, "Dozens feared dead as hotel burns"+below, "Hotel fire kills 22, police say"+below)
	const want = "headline changed from “Dozens feared dead as hotel burns” to “Hotel fire kills 22, police say”"
	if c.Op != diff.Edited || c.Summary != want || !c.Touched(Figure) || !c.Touched(Modifier) || !c.Touched(Attribution) || !c.Substantive {
		t.Errorf("%s %v: %s", c.Op, c.Touches, c.Summary)
	}
	c = only(t, "Strike grounds 120 flights at Brannock"+below, "Strike grounds 180 flights at Brannock"+below)
	if c.Summary != "headline: number of flights raised from 120 to 180" {
		t.Errorf("%v: %s", c.Touches, c.Summary)
	}
}

func TestAHeadlineIsKnownByItsTitleOrItsShape(t *testing.T) {
	for _, c := range []struct{ text, title, want string }{
		{"Hotel burns" + below, "", "Hotel burns"},
		{"Hotel burns. Guests flee." + below, "", ""},
		{"The hotel burned." + below, "", ""},
		{"The hotel burned." + below, "The hotel burned.", "The hotel burned."},
		{"(Refiles to correct spelling)\n\nHotel burns" + below, "", "Hotel burns"},
		{"Last updated at 14:00" + below, "", ""},
		{"By Ida Vale" + below, "", ""},
		{"Hotel burns", "Hotel burns", ""}, // nothing stands below it
		{"", "", ""},
	} {
		d := extract.Analyse(c.text, extract.Meta{Title: c.title})
		if got := headlineOf(d).Of(c.text); got != c.want {
			t.Errorf("%.30q, %q: %q, want %q", c.text, c.title, got, c.want)
		}
	}
}

func TestOnlyHeadlinesArePaired(t *testing.T) {
	const old, new = "Dozens feared dead" + below, "Police search hotel ruins" + "\n\nNobody was in the building, its owner said. The cause is not known."
	al := diff.Align(source.Text{Body: old}, source.Text{Body: new})
	a, b := extract.Analyse(old, extract.Meta{}), extract.Analyse(new, extract.Meta{})
	paired := 0
	for _, p := range Headlines(a, b, al).Pairs {
		if p.Op == diff.Edited {
			paired++
			if got := diff.Apply(old[p.Old[0].Start:p.Old[0].End], new, p.Edits); got != "Police search hotel ruins" {
				t.Errorf("the edits give %q", got)
			}
		}
	}
	if paired != 1 {
		t.Errorf("%d rows paired, want the headlines alone", paired)
	}
}
