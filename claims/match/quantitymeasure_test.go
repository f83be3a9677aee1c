package match

import (
	"testing"
	"time"
)

func TestTheSameNumberOfAnotherMeasureIsAnotherThing(t *testing.T) {
	told := "Revenue fell 9 per cent to 2.6 billion dollars, turbine maker Kestrion said. Its loss was 140 million dollars."
	checkTold(t, []toldPair{
		{"Kestrion’s revenue was $2.6 billion.", told, Agrees},
		{"Kestrion’s loss was $2.6 billion.", told, OtherThing},
		{"Kestrion’s loss was $140 million.", told, Agrees},
	})
}

func TestAValueOfTheYearBeforeIsOfThatYear(t *testing.T) {
	told := "The county will put 6.2 million francs into road repairs, up from 4 million francs last year. Turnout was 58 per cent, up 6 points on 2021."
	checkTold(t, []toldPair{
		{"Turnout was 58 per cent in 2021.", told, NotComparable},
		{"Turnout was 58 per cent.", told, Agrees},
		{"Turnout rose by six points.", told, Agrees},
		{"Turnout rose by 58 per cent.", told, OtherThing},
		{"The county will put 6.2 million francs into road repairs.", told, Agrees},
	})
}

func TestAShareInWordsIsAPercentage(t *testing.T) {
	told := "Exports of fish halved. Every fourth child in the district is poor."
	checkTold(t, []toldPair{
		{"Exports of fish fell by 50 per cent.", told, Agrees},
		{"Exports of fish rose by 50 per cent.", told, Conflicts},
		{"One in four children in the district is poor.", told, Agrees},
		{"25 per cent of children in the district are poor.", told, Agrees},
	})
}

func TestAFractionOfThoseHurtIsNotTheirNumber(t *testing.T) {
	told := "Half of the 26 injured were still in hospital a day after the collapse of the stand in Quill."
	checkTold(t, []toldPair{
		{"The collapse in Quill injured 26 people.", told, Agrees},
		{"The collapse of the stand in Quill injured 13 people.", told, NotComparable},
	})
}

func TestAnotherValueForTheTimeOfTheClaimIsTheOneOfThatTime(t *testing.T) {
	told := "Forty-one per cent of those asked trust the council. In June 46 per cent did."
	checkTold(t, []toldPair{
		{"A poll found that 41 per cent trust the council.", told, Agrees},
		{"In June 41 per cent trusted the council.", told, NotComparable},
	})
}

func TestMonthsOfAnUnknownYearAreToldApart(t *testing.T) {
	for _, c := range []toldPair{
		{"Landslides in Corra killed 70 people in April.", "Landslides in Corra killed 70 people in June.", NotComparable},
		{"Landslides in Corra killed 70 people in April.", "Landslides in Corra killed 70 people in April.", Agrees},
		{"The rising killed 6,100 civilians in April.", "Since 2040 the rising has killed 6,100 civilians, the Red Crescent says.", NotComparable},
		{"The county spent 6.2 million francs on roads last year.", "The county will spend 6.2 million francs on roads, up from 4 million francs last year.", NotComparable},
		{"The town has 41,000 inhabitants.", "The town has 64,000 inhabitants, compared with 41,000 in 2030.", Outdated},
	} {
		claim, _ := ReadFigure(c.claim, "", time.Time{})
		if r := Figure(claim, Passage{Text: c.passage, Date: time.Date(2044, time.May, 2, 0, 0, 0, 0, time.UTC)}); r.Relation != c.want {
			t.Errorf("%q put against %q is %s, want %s: %s", c.claim, c.passage, r.Relation, c.want, r.Why)
		}
	}
}
