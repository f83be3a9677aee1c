package match

import "testing"

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
