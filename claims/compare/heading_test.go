package compare

import (
	"strings"
	"testing"

	"stet/claims/extract"
	"stet/index/source"
)

func TestHeadingsAndAddressesAgainstTheText(t *testing.T) {
	for _, c := range []struct{ name, headline, slug, body, want string }{
		{"the address keeps the first toll", "Dam breach toll rises to 19", "dam-breach-kills-12", "The breach of the dam killed 19 people.", "the address says 12 killed, the text 19 killed"},
		{"a former toll is no longer the text's", "Ministry lowers toll to 24", "market-attack-kills-31", "The ministry lowered the toll to 24 from 31.", "the address says 31 killed, the text 24 killed"},
		{"an earlier toll is no longer the text's", "Toll of ferry fire rises to 19", "ferry-fire-kills-11", "The ferry fire killed 19 people, the ministry said, correcting an earlier toll of 11.", "the address says 11 killed, the text 19 killed"},
		{"an earlier toll with a bound", "Toll of ferry fire rises to 19", "ferry-fire-kills-11", "The ferry fire killed 19 people. The previous official count was at least 11 dead.", "the address says 11 killed, the text 19 killed"},
		{"what an earlier version said", "Toll of ferry fire lowered to 14", "ferry-fire-kills-19", "The ferry fire killed 14 people. An earlier version of this story said 19 people were killed.", "the address says 19 killed, the text 14 killed"},
		{"the day of the dateline is no toll", "At least 21 killed as train derails", "train-derails-at-least-14-killed", "OSBY, March 14 (Wire) - At least 21 people were killed when a train derailed.", "the address says at least 14 killed, the text at least 21 killed"},
		{"an address ahead of the text", "At least 21 killed as train derails", "train-derails-at-least-23-killed", "OSBY, 23 March (Wire) - At least 21 people were killed when a train derailed.", "the address says at least 23 killed, the text at least 21 killed"},
		{"an earlier event", "Ferry fire kills 11", "ferry-fire-kills-11", "The fire killed 11 people. An earlier fire killed nine.", ""},
		{"number in words", "Trap for nineteen", "sund-fifteen-dead", "Nineteen people died in the fire.", "the address says 15 killed, the text 19 killed"},
		{"headline behind the text", "Ferry fire kills nine", "", "At least 14 people were killed in the fire.", "the headline says 9 killed, the text at least 14 killed"},
		{"headline drops the bound only", "Ferry fire kills 14", "ferry-fire-kills-14.html", "At least 14 people were killed in the fire.", ""},
		{"vague headline", "Dozens killed in ferry fire", "dozens-killed", "At least 40 people were killed in the fire.", ""},
		{"a sum", "Three killed in crash", "three-killed-in-crash", "A nurse and two patients were killed in the crash.", ""},
		{"another outcome", "Fire injures 30", "fire-injures-30", "The fire killed nine people. Thirty were injured.", ""},
		{"the address keeps the modal", "Sund bridge could open on Friday, mayor says", "sund-bridge-will-open-on-friday", "The Sund bridge could open on Friday.", "the address says “will open”, the text “could open”"},
		{"headline surer than the text", "Bank of Vik will cut 300 jobs", "", "The bank of Vik may cut 300 jobs, a person who knows the plan said.", "the headline says “will cut”, the text “may cut”"},
		{"negation lost in the headline", "Crews must enter mine, says minister", "", "“The crews must not enter the mine,” the minister said.", "the headline says “must enter”, the text “must not enter”"},
		{"another modal of another thing", "Bank will cut jobs", "", "The bank will cut jobs. The union may strike.", ""},
		{"a date is no toll", "Nine killed", "2031-05-02-nine-killed-12345", "Nine people were killed.", ""},
		{"no words", "Nine killed", "a1234567", "Eight people were injured.", ""},
		{"killed in the address, casualties in the text", "Blast causes 53 casualties", "market-blast-kills-53", "The blast caused 53 casualties, 12 dead and 41 injured.", "the address says 53 killed, the text 12 killed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := c.headline + "\n\n" + c.body
			var got []string
			for _, x := range Heading(extract.Analyse(text, extract.Meta{}), source.Span{End: len(c.headline)}, c.slug) {
				got = append(got, x.Text)
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}
