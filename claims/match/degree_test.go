package match

import "testing"

func TestTheBadlyInjuredAreAPartOfTheInjured(t *testing.T) {
	coach := "A coach overturned near Hallin on Friday and 23 people were hurt, five of them seriously, police said."
	train := "Police said 58 people were injured in all in a train derailment at Lask. Of the injured, 21 were in a serious condition."
	checkTold(t, []toldPair{
		{"A coach accident near Hallin injured 23 people.", coach, Agrees},
		{"Twenty-three people were seriously injured when a coach overturned near Hallin.", coach, NotComparable},
		{"Five people were seriously injured when a coach overturned near Hallin.", coach, Agrees},
		{"Twenty-one people were seriously injured in the train derailment at Lask.", train, Agrees},
		{"Fifty-eight people were seriously injured in the derailment at Lask.", train, NotComparable},
	})
}

func TestTheOnlyDeadOfAPassageIsTheToll(t *testing.T) {
	shells := "Shells hit the town of Sarn overnight, wounding 14 people, the mayor said. He said one woman, 73, had died."
	blast := "A gas blast in Ostra killed a teacher, 44, and injured nine pupils."
	checkTold(t, []toldPair{
		{"One person was killed by shells in Sarn.", shells, Agrees},
		{"Five people were killed in the shelling of Sarn.", shells, Conflicts},
		{"Nobody was killed in the shelling of Sarn.", shells, Conflicts},
		{"A gas blast in Ostra killed six people.", blast, Conflicts},
		{"No one was killed in a gas blast in Ostra.", blast, Conflicts},
		{"A gas blast in Ostra killed six people.", "A gas blast in Ostra killed two women and a teacher.", Conflicts},
	})
}

func TestAPersonOfTheNextClauseIsNotOfTheList(t *testing.T) {
	march := "Police in Hallin arrested 17 demonstrators and one student was treated for a broken wrist."
	checkTold(t, []toldPair{
		{"Police arrested 17 people at the march in Hallin.", march, Agrees},
		{"Eighteen people were arrested at the march in Hallin.", "Seventeen drivers and one passenger were arrested at the march in Hallin.", Agrees},
	})
}
