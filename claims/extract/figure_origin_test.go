package extract

import "testing"

// TestWhoCountedIsWhoTheSentenceSaysItIs: for each figure of a sentence whose words
// are named, who said so; "" for nobody.
func TestWhoCountedIsWhoTheSentenceSaysItIs(t *testing.T) {
	for _, c := range []struct{ text, words, by string }{
		{"On Friday the coastguard had put the toll at 23.", "23", "coastguard"},
		{"The interior ministry on Sunday lowered the toll of the ferry disaster off Vellhamn to 27, saying that two bodies had been registered twice.", "27", "interior ministry"},
		{"The interior ministry on Tuesday lowered to 24 from 31 its count of people killed in the attack on Osby.", "24", "interior ministry"},
		{"Police on Wednesday put the number of dead in Sunday's fire at a garment factory in Dharampur at 25 after a body was found.", "25", "Police"},
		{"The regional administration gives the number of the wounded as 96.", "96", "regional administration"},
		{"Divers brought up six more bodies overnight, its director, Arvo Lind, told state television.", "six more bodies", "Arvo Lind"},
		{"The group has documented at least 41 deaths, its director, Pavlo Senyk, said by telephone.", "at least 41 deaths", "group"},
		{"Fifteen people were killed, its director said.", "Fifteen people", "its director"},
		{"Sixty people have been killed in the sinking off Vellhamn, and divers fear for more.", "Sixty people", ""},
		{"President Alma Torres declared three days of mourning on Wednesday after the earthquake that killed 214 people in southern Venterra.", "214 people", ""},
		{"The mayor announced compensation for the families after the fire in which 12 people were killed.", "12 people", ""},
		{"The mayor announced that 12 people were killed after the fire.", "12 people", "mayor"},
		{"The ministry confirmed the deaths of 12 people after the storm.", "12 people", "ministry"},
		{"The federation said that 27 people had died, against the 21 deaths that police have confirmed.", "the 21 deaths", "police"},
		{"Fourteen people are still missing, according to a list kept by the harbour office.", "Fourteen people", "harbour office"},
		{"Between 36 and 44 people were killed in the strike, according to an analysis of death certificates by Human Rights Circle published on Saturday.", "Between 36 and 44 people", "Human Rights Circle"},
		{"At least 9 people were killed, according to figures from the health ministry.", "At least 9 people", "health ministry"},
		{"The regional prosecutor's office, which had first put the death toll at 35, now gives it as 39.", "35", "regional prosecutor's office"},
		{"The regional prosecutor's office, which had first put the death toll at 35, now gives it as 39.", "39", "regional prosecutor's office"},
		{"The army of Kasmere denied responsibility and said it had struck a depot, killing 60 soldiers.", "60 soldiers", "army of Kasmere"},
		{"Fifty-three people have been killed in the fire, according to figures the hospital released on Friday.", "Fifty-three people", "hospital"},
		{"The ferry will sail again on Monday, its director said on Friday, hours after a fire destroyed the terminal and killed at least 12 people.", "at least 12 people", ""},
		{"Schools will stay shut, the council said, two and a half weeks after a blast killed four pupils.", "four pupils", ""},
		{"The minister said on Monday, two days after the fire, that 12 people had died.", "12 people", "minister"},
		{"Officials said, hours after the blast, that nine people were dead.", "nine people", "Officials"},
		{"Up to 30 people may have been killed, a police officer who asked not to be named said.", "Up to 30 people", "a police officer"},
		{"A police officer who spoke on condition of anonymity said 30 people were killed.", "30 people", "police officer"},
		{"Reyk told parliament that the track “was inspected” before the crash, in which 96 people were killed.", "96 people", ""},
		{"Reyk said the track “was inspected” and that 96 people were killed.", "96 people", "Reyk"},
		{"The ministry lowered the toll of the ferry disaster to 27. It had stood at 29.", "29", ""},
	} {
		found := false
		for _, f := range analysed(t, c.text).Figures() {
			if f.Words != c.words {
				continue
			}
			found = true
			if f.Attribution != c.by {
				t.Errorf("%q of %q is given to %q, want %q", c.words, c.text, f.Attribution, c.by)
			}
		}
		if !found {
			t.Errorf("no figure %q in %q: %+v", c.words, c.text, words(analysed(t, c.text).Figures()))
		}
	}
}

func analysed(t *testing.T, text string) *Doc {
	t.Helper()
	return Analyse(text, Meta{})
}

func words(list []Figure) (out []string) {
	for _, f := range list {
		out = append(out, f.Words+"/"+f.Attribution)
	}
	return out
}

func TestThePapersOwnWordsHaveNoSpeaker(t *testing.T) {
	for _, text := range []string{
		"Toll\n\nBy Ada Lind\n\nHe rejected a comparison with Norrby, where 22 people were killed on Tuesday.",
		"Correction: We reported at 19:48 that 30 people may have died.",
	} {
		f := Analyse(text, Meta{}).Figures()
		if len(f) != 1 || f[0].Attribution != "" || !f[0].By.Empty() {
			t.Errorf("%q: %+v", text, f)
		}
	}
	f := Analyse("“We said that 30 people died in Harn,” Ada Lind said.", Meta{}).Figures()
	if len(f) != 1 || f[0].Attribution != "Ada Lind" {
		t.Errorf("we in a quotation: %+v", f)
	}
}
