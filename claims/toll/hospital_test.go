package toll

import (
	"testing"

	"stet/claims"
)

func TestWhatOneHospitalCountsIsAPart(t *testing.T) {
	for text, want := range map[string]Role{
		"Dr Ana Lun of St Edda's Hospital told the Gazette that 58 injured people had been admitted.":    Part,
		"The Royal Infirmary said it had admitted 43 people.":                                            Part,
		"Its only hospital had taken in more than 400 injured people, its director said.":                Part,
		"Thirty-four people were taken to the Royal Infirmary, the fire service said.":                   Part,
		"The Royal Infirmary asked people not to call. It has taken in 41 injured, a spokeswoman said.":  Part,
		"“We have 43 patients here,” said Dr Una Fell, a surgeon at the Royal Infirmary.":                Part,
		"Of the injured, 21 were in serious condition, the mayor said.":                                  Part,
		"Nine of its patients were in a serious condition, the Royal Infirmary said.":                    Part,
		"Nine were injured and in a critical condition, the mayor said.":                                 Toll,
		"At Osby's town hall, 19 of the injured were being cared for, the mayor said.":                   Part,
		"Forty people were injured and taken to the Royal Infirmary, the fire service said.":             Toll,
		"Forty injured people were taken to hospitals in the region, the fire service said.":             Toll,
		"Forty injured people were taken to hospital, the fire service said.":                            Toll,
		"In all, 58 injured people had been admitted to the Royal Infirmary and elsewhere, police said.": Toll,
		"Forty people were injured in the fire in Osby on Monday, the Royal Infirmary said.":             Toll,
	} {
		d := read(t, "Fire in Osby\n\nA fire broke out in Osby on Monday. The town is in shock. It is the second of the year.\n\n"+text+"\n")
		if len(d.Readings) != 1 || d.Readings[0].Role != want || d.Readings[0].Outcome != claims.Injured {
			t.Errorf("%s\n%+v, want a %s of the injured", text, d.Readings, want)
		}
	}
}

func TestWhoFightsForTheirLifeIsInjured(t *testing.T) {
	d := read(t, "Fire in Osby\n\nThe fire in Osby injured 43 people, the mayor said, and nine of them are fighting for their lives.\n")
	if x := find(t, d, "nine of them"); x.Outcome != claims.Injured || x.Role != Part {
		t.Errorf("%+v", x)
	}
}

func TestADateBehindAPartIsNoneOfTheWhole(t *testing.T) {
	d := read(t, "Fire in Osby\n\nThe fire broke out on Saturday. Of the 71 injured, 22 remained in hospital on Monday: 15 at the Royal Infirmary and seven elsewhere.\n")
	if x := find(t, d, "the 71"); x.Window != (claims.Window{}) || x.Here {
		t.Errorf("%+v", x)
	}
}

func TestBodiesThatAreHeldAgainstATollAreNoPart(t *testing.T) {
	for text, want := range map[string]Role{
		"The fire service gives a lower figure. “My teams have recovered 17 bodies. That is the only number I can stand behind,” said fire chief Marta Oy.": Toll,
		"The fire service disputed that: 17 bodies had been found, fire chief Marta Oy said.":                                                               Toll,
		"Firefighters had recovered 17 bodies by noon, fire chief Marta Oy said.":                                                                           Part,
	} {
		d := read(t, "Fire in Osby\n\nAt least 20 people were killed in a fire in Osby on Monday, police said.\n\n"+text+"\n")
		if x := find(t, d, "17 bodies"); x.Role != want {
			t.Errorf("%s: a %s, want %s", text, x.Role, want)
		}
	}
}

func TestTheMissingWhoAreFoundAreMissingNoMore(t *testing.T) {
	d := read(t, "Toll rises to 18 as two missing are found dead\n\nEighteen people were killed in the fire in Osby on Monday, police said. Nobody is missing any more.\n")
	if len(d.Discords) != 0 {
		t.Errorf("%+v", d.Discords)
	}
	if x := find(t, d, "two"); x.Role != Former {
		t.Errorf("%+v", x)
	}
}
