package anchor

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stet/index/diff"
	"stet/index/source"
)

// revised is a paragraph with a passage in it, and what becomes of the
// paragraph: what decides over the passage may stand in another sentence.
type revised struct{ kind, was, passage, is string }

// drawRevised draws paragraphs of which every revision is a trap, or none.
func drawRevised(t *rapid.T, trap bool) revised {
	pick := func(label string, from []string) string { return rapid.SampledFrom(from).Draw(t, label) }
	who, other, third := pick("who", people), pick("other", people), pick("third", people)
	for other == who {
		other = pick("other", people)
	}
	for third == who || third == other {
		third = pick("third", people)
	}
	n, m := rapid.IntRange(2, 900).Draw(t, "n"), rapid.IntRange(901, 2000).Draw(t, "m")
	event := pick("event", events)
	frames := strings.NewReplacer("WHO", who, "OTHER", other, "THIRD", third, "EVENT", event, "NNN", fmt.Sprint(n), "MMM", fmt.Sprint(m))
	list := harmlessRevisions
	if trap {
		list = trappedRevisions
	}
	r := rapid.SampledFrom(list).Draw(t, "revision")
	p := revised{r[0], frames.Replace(r[1]), frames.Replace(r[2]), frames.Replace(r[1])}
	for _, change := range r[3:] {
		from, to, ok := strings.Cut(frames.Replace(change), " => ")
		if !ok || !strings.Contains(p.is, from) {
			t.Fatalf("%s: %q is not in %q", r[0], from, p.is)
		}
		p.is = strings.Replace(p.is, from, to, 1)
	}
	return p
}

// trappedRevisions are a kind, a paragraph, a passage and changes "words => words"
// across which it must not be carried. WHO, OTHER, THIRD are people, EVENT is a
// clause, NNN and MMM are numbers.
var trappedRevisions = [][]string{
	{"name of a pronoun", "WHO came to the harbour at noon. He said EVENT.", "EVENT", "WHO => OTHER"},
	{"name of a pronoun in another place", "WHO came to the harbour at noon. Nobody met him there. Before he left, THIRD heard him out.", "THIRD heard him out", "WHO => OTHER"},
	{"name of a pronoun behind a quotation", "WHO stood at the pier. “Nobody warned us,” she said. “There was no time. The water rose within NNN minutes.”", "There was no time", "WHO => OTHER"},
	{"name of a possessive", "WHO led the rescue. His boat took NNN people off the roofs.", "took NNN people off the roofs", "WHO => OTHER"},
	{"role of a pronoun", "The mayor came late. She told the council that EVENT.", "EVENT", "The mayor => The governor"},
	{"pronoun", "WHO came to the harbour. “We counted NNN boats,” he said. “None of them was ours.”", "None of them was ours", "he said => she said"},
	{"not said", "“We counted NNN boats,” WHO said. “None of them was ours.”", "None of them was ours", "WHO said => WHO did not say"},
	{"denied", "“We counted NNN boats,” said WHO. “None of them was ours.”", "None of them was ours", "said WHO => denied WHO"},
	{"announced by", "WHO issued the following statement:\n\n“We counted NNN boats. None of them was ours.”", "None of them was ours", "WHO => OTHER"},
	{"label", "WHO: We counted NNN boats. None of them was ours.", "None of them was ours", "WHO: => She:"},
	{"critics of", "WHO told the council that EVENT.", "EVENT", "WHO told => Critics of WHO told"},
	{"failed to", "The council managed to close the road after NNN hours.", "close the road", "managed to => failed to"},
	{"expected to", "The council is expected to close the road within NNN hours.", "close the road", "expected to => said to"},
	{"expected to dropped", "The council was expected to close the road within NNN hours.", "The council was", " expected to => "},
	{"seems to", "The road seems to end at the mill, NNN metres from the pier.", "end at the mill", "seems to end => ends"},
	{"mostly", "The flats near the mill were mostly empty when EVENT.", "when EVENT", "mostly => "},
	{"often", "The road is often closed when EVENT.", "when EVENT", "often => "},
	{"falsely", "“We counted the boats twice,” WHO said.", "We counted the boats", "WHO said => WHO falsely said"},
	{"it is feared that", "At least NNN people were hurt when EVENT.", "people were hurt", "At least => It is feared that at least"},
	{"million", "They counted NNN gulls at the mill when EVENT.", "when EVENT", "NNN => NNN million"},
	{"thousand to million", "The mill cost NNN thousand crowns before EVENT.", "before EVENT", "thousand => million"},
	{"digit", "They counted NNN gulls at the mill when EVENT.", "when EVENT", "NNN => MMM"},
	{"number for a word", "Most of the boats were lost when EVENT.", "when EVENT", "Most => Some"},
	{"afternoon", "The bridge closed at 9:30 a.m. because EVENT.", "because EVENT", "a.m. => p.m."},
	{"reported attack", "After the attack WHO closed the road to the mill.", "closed the road", "the attack => the reported attack"},
	{"day to name", "“We counted the boats twice,” WHO said Monday.", "We counted the boats", "Monday => OTHER"},
	{"compound", "WHO has a leave-nothing-to-chance way of counting boats.", "way of counting boats", "nothing => something"},
	{"old words in a quotation", "At least NNN people were hurt when EVENT.", "people were hurt when EVENT", "At least NNN people were hurt when EVENT. => At least MMM people were hurt when EVENT.\n\n“At least NNN people were hurt when EVENT,” OTHER said."},
	{"old words in a denial", "At least NNN people were hurt when EVENT.", "people were hurt when EVENT", "At least NNN people were hurt when EVENT. => At least MMM people were hurt when EVENT.\n\nOTHER denied that at least NNN people were hurt when EVENT."},
	{"old words alone", "At least NNN people were hurt when EVENT.", "people were hurt when EVENT", "At least NNN people were hurt when EVENT. => At least MMM people were hurt when EVENT.\n\nThe library opened late.\n\nAt least NNN people were hurt when EVENT."},
	{"old words in a correction", "At least NNN people were hurt when EVENT.", "people were hurt when EVENT", "At least NNN people were hurt when EVENT. => At least MMM people were hurt when EVENT.\n\nCorrection: an earlier version said: At least NNN people were hurt when EVENT."},
	{"the law of the field: another toll behind", "Storms killed at least NNN people in Norrby. A day later storms killed at least MMM people in Sund.", "killed at least NNN people", "Storms killed at least NNN people in Norrby. => "},
	{"the law of the field: must not", "Residents must leave the valley by noon, WHO said.", "must leave the valley", "must leave => must not leave"},
	{"two traps at once", "WHO said NNN boats must leave the harbour.", "leave the harbour", "NNN => MMM", "must => may"},
	{"trap and typography", "“We must count NNN boats,” WHO said.", "count NNN boats", "“ => \"", "” => \"", "must => must  not"},
	{"word in front of the passage", "The council can close the road after NNN hours.", "close the road", "can => cannot"},
	{"word behind the passage", "The council closed the road, said WHO.", "The council closed the road", "said WHO => said OTHER"},
}

// harmlessRevisions are the same for what a passage must be carried across.
var harmlessRevisions = [][]string{
	{"figure of the sentence before", "The mill lost NNN windows. WHO said that EVENT.", "EVENT", "NNN => MMM"},
	{"figure of the sentence behind", "WHO said that EVENT. The mill lost NNN windows.", "EVENT", "NNN => MMM"},
	{"speaker of the sentence before", "OTHER said the mill was empty. WHO said that EVENT.", "EVENT", "OTHER => THIRD"},
	{"speaker of the sentence behind", "WHO said that EVENT. OTHER said the mill was empty.", "EVENT", "OTHER => THIRD"},
	{"negation of the sentence behind", "WHO said that EVENT. The mill was empty.", "EVENT", "was empty => was not empty"},
	{"modal of the sentence before", "The mill must close. WHO said that EVENT.", "EVENT", "must => may"},
	{"sentence in front of a pronoun edited", "WHO came to the harbour at noon. He said EVENT.", "EVENT", "at noon => at noon in a boat"},
	{"sentence beside a quotation inserted", "“We counted NNN boats,” WHO said. “None of them was ours.”", "None of them was ours", "“None => Rain fell on the pier. “None"},
	{"sentence cut behind", "WHO said that EVENT. The mill was empty.", "EVENT", " The mill was empty. => "},
	{"paragraph broken", "WHO said that EVENT. The mill was empty.", "EVENT", " The mill => \n\nThe mill"},
	{"lines wrapped", "WHO told the council in the afternoon that EVENT.", "EVENT", "the council in => the council\nin"},
	{"phrase behind", "WHO said that EVENT in the north.", "EVENT", "in the north => in the north on a cold morning"},
	{"phrase in front", "WHO said that EVENT.", "EVENT", "WHO said => Earlier in the day, WHO said"},
	{"once again", "WHO said that EVENT.", "EVENT", "WHO said => WHO once again said"},
	{"just", "There is just so much to do since EVENT.", "since EVENT", "just so => so"},
	{"quotation marks", "“We counted NNN boats,” WHO said.", "We counted NNN boats", "“ => \"", "” => \""},
	{"soft hyphens and hard spaces", "“We counted NNN boats near the harbour,” WHO said.", "We counted NNN boats", "counted NNN => coun\u00adted\u00a0NNN", "harbour => har\u00adbour"},
	{"advertisement", "WHO said that EVENT. The mill was empty.", "EVENT", " The mill => \n\nSign up for our newsletter.\n\nThe mill"},
	{"title in marks", "WHO is known from ''The Harbour Show'' and said nothing of NNN boats.", "said nothing of NNN boats", " nothing =>  nothing"},
}

// followRevised follows the passage through texts around the paragraph, which
// change too if noise is set.
func followRevised(t *rapid.T, p revised) Found {
	before, after := drawText(t, "around")
	old := strings.Join([]string{joined(before), p.was, joined(after)}, "\n\n")
	switch rapid.SampledFrom([]string{"", "cut", "inserted", "typography"}).Draw(t, "noise") {
	case "cut":
		before = before[1:]
	case "inserted":
		after = append([]string{"Snow was forecast for the weekend."}, after...)
	case "typography":
		p.is = strings.ReplaceAll(p.is, ", ", ",  ")
	}
	new := strings.Join([]string{joined(before), p.is, joined(after)}, "\n\n")
	at := strings.Index(old, p.was) + strings.Index(p.was, p.passage)
	a := At(source.VersionID{}, old, source.Span{Start: at, End: at + len(p.passage)})
	return Find(a, old, source.Text{Body: new}, diff.Align(source.Text{Body: old}, source.Text{Body: new}))
}

func TestNoPassageIsCarriedAcrossWhatGovernsItFromOutside(t *testing.T) {
	for range 10 { // rapid draws 100 at a time: 1,000 traps
		rapid.Check(t, func(t *rapid.T) {
			p := drawRevised(t, true)
			if f := followRevised(t, p); f.Fate.Carried() {
				t.Fatalf("%s: %s\nold %q\nnew %q\npassage %q", p.kind, f.Fate, p.was, p.is, p.passage)
			} else if len(f.Reasons) == 0 {
				t.Fatalf("%s: no reason", p.kind)
			}
		})
	}
}

func TestOtherSentencesMayChangeAsTheyLike(t *testing.T) {
	total, carried := 0, 0
	for range 10 {
		rapid.Check(t, func(t *rapid.T) {
			p := drawRevised(t, false)
			f := followRevised(t, p)
			if total++; f.Fate.Carried() {
				carried++
				return
			}
			t.Logf("%s: %s %q\nold %q\nnew %q", p.kind, f.Fate, f.Reasons, p.was, p.is)
		})
	}
	if carried*100 < 98*total {
		t.Errorf("%d of %d harmless changes are carried", carried, total)
	}
}
