package match

import (
	"testing"
	"time"
)

// toldPair is a claim, its passage and the relation of the two, both of one day.
type toldPair struct {
	claim, passage string
	want           Relation
}

func checkTold(t *testing.T, list []toldPair) {
	t.Helper()
	day := time.Date(2043, time.December, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range list {
		claim, _ := ReadFigure(c.claim, "", day)
		if r := Figure(claim, Passage{Text: c.passage, Date: day}); r.Relation != c.want {
			t.Errorf("%q put against %q is %s, want %s: %s", c.claim, c.passage, r.Relation, c.want, r.Why)
		}
	}
}

func TestTheWholeIsNotThePartThatIsTakenFromIt(t *testing.T) {
	seats := "The Farmers’ Party won 88 of the 240 seats in the assembly. The Liberals hold 31 of 240 seats."
	shops := "Inspectors closed 17 of the 52 bakeries they visited in Tarn."
	checkTold(t, []toldPair{
		{"The Farmers’ Party took 88 seats.", seats, Agrees},
		{"The Farmers’ Party won 240 seats.", seats, OtherThing},
		{"The assembly has 240 seats.", seats, Agrees},
		{"The Farmers’ Party won 98 seats.", seats, Conflicts},
		{"Inspectors closed 52 bakeries in Tarn.", shops, OtherThing},
		{"Inspectors visited 52 bakeries in Tarn.", shops, Agrees},
	})
}

func TestAValueBeforeAnotherHasTheTimeBehindIt(t *testing.T) {
	jobs := "Unemployment stood at 7.2 per cent in July, up from 6.9 per cent in June, the labour office said."
	trade := "In 2042 exports came to 18.4 billion crowns, compared with 17.2 billion crowns in 2041."
	checkTold(t, []toldPair{
		{"Unemployment was 6.9 per cent in June.", jobs, Agrees},
		{"Unemployment was 6.9 per cent in July.", jobs, NotComparable},
		{"Unemployment stood at 7.2 per cent in June.", jobs, NotComparable},
		{"Unemployment stood at 7.9 per cent in July.", jobs, Conflicts},
		{"Exports came to 17.2 billion crowns in 2041.", trade, Agrees},
		{"Exports came to 17.2 billion crowns in 2042.", trade, NotComparable},
	})
}

func TestBoundsOfMeasuredValuesAreNoWholeNumbers(t *testing.T) {
	checkTold(t, []toldPair{
		{"Unemployment was more than 7 per cent in July.", "Unemployment stood at 7.2 per cent in July.", Compatible},
		{"The jobless rate was almost 10 per cent.", "The jobless rate was 9.7 per cent.", Compatible},
		{"The jobless rate was almost 10 per cent.", "The jobless rate was 10.3 per cent.", Conflicts},
		{"A quarter of voters chose the Civic List.", "The Civic List won 26.3 per cent of the vote.", Compatible},
		{"A quarter of voters chose the Civic List.", "The Civic List won 36.3 per cent of the vote.", Conflicts},
		{"The harvest was about a third smaller than last year.", "The harvest was 31 per cent smaller than last year.", Compatible},
		{"The temperature in Orlan reached 48 degrees.", "The temperature in Orlan reached 38C on Tuesday.", Conflicts},
	})
}

func TestMoreThanBeforeIsARise(t *testing.T) {
	thefts := "Police registered 2,310 burglaries in March, 23 per cent fewer than in February."
	checkTold(t, []toldPair{
		{"Burglaries fell by 23 per cent in March.", thefts, Agrees},
		{"Burglaries fell by 33 per cent in March.", thefts, Conflicts},
		{"Ninety per cent of the thefts were solved.", thefts, Unrelated},
	})
}

func TestANumberWithoutANounIsOfWhatTheSourceBeforeCounted(t *testing.T) {
	strike := "The union said 25,000 workers had taken part in the strike; the ministry put the number at 8,000. The company speaks of 1,900."
	blades := "The operator says nine turbines are damaged; the authority counts six."
	checkTold(t, []toldPair{
		{"The ministry said 8,000 workers had taken part in the strike.", strike, Agrees},
		{"The company said 1,900 workers had taken part in the strike.", strike, Agrees},
		{"The union said 55,000 workers had taken part in the strike.", strike, Conflicts},
		{"The authority said six turbines are damaged.", blades, Agrees},
		{"The authority said nine turbines are damaged.", blades, Conflicts},
		{"The operator said nine turbines are damaged.", blades, Agrees},
	})
}

func TestAFigureIsPutAgainstThatOfTheSourceItNames(t *testing.T) {
	raid := "Gunmen raided a mine at Kolwe, killing 19 workers, the army said. The miners’ union put the number of dead at 31."
	checkTold(t, []toldPair{
		{"The army said 31 people were killed in a raid on a mine at Kolwe.", raid, Conflicts},
		{"The union said 31 people were killed in a raid on a mine at Kolwe.", raid, Agrees},
		{"The army said 19 workers were killed in a raid on a mine at Kolwe.", raid, Agrees},
		{"The union said 19 people were killed in a raid on a mine at Kolwe.", raid, Conflicts},
	})
}
