package match

import "testing"

func TestWhatFellDoesNotAgreeWithWhatRose(t *testing.T) {
	sales := "Sales at Brixa grew 9 per cent to €2.1bn in the second quarter. Profit fell 4 per cent to €130m. Two thirds of members backed the merger."
	checkTold(t, []toldPair{
		{"Sales at Brixa rose by 9 per cent in the second quarter.", sales, Agrees},
		{"Sales at Brixa fell 9 per cent in the second quarter.", sales, Conflicts},
		{"Profit at Brixa rose by 4 per cent.", sales, Conflicts},
		{"Two thirds of members supported the merger.", sales, Agrees},
		{"Two thirds of members rejected the merger.", sales, Conflicts},
		{"Unemployment fell to 8.3 per cent.", "Unemployment rose to 8.3 per cent from 7.9 per cent.", Conflicts},
		{"Unemployment rose to 8.3 per cent.", "Unemployment stood at 8.3 per cent, up from 7.9 per cent.", Agrees},
	})
}

func TestTheSameNumberOfAnotherUnitIsAnotherThing(t *testing.T) {
	checkTold(t, []toldPair{
		{"Sales at Brixa were $2.1bn in the second quarter.", "Sales at Brixa grew to €2.1bn in the second quarter.", OtherThing},
		{"The dry spell burned 12,000 acres of forest.", "The dry spell burned 12,000 hectares of forest.", OtherThing},
		{"The town lost 1,200 teaching jobs.", "The town lost 1,200 teaching posts.", Agrees},
	})
}
