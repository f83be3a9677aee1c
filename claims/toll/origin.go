package toll

import (
	"strconv"
	"strings"

	"stet/claims"
)

func itoa(n int) string { return strconv.Itoa(n) }

// originWords tell what sort of origin asserts a figure, the more telling first.
// The kinds are those of claims.OriginKinds; the words were compiled from the
// attributions of casualty reports.
var originWords = []struct {
	kind  claims.OriginKind
	words []string
}{
	{"", []string{"news agency", "press agency"}},
	{claims.UN, []string{"united nations", "un ", "u.n.", "unicef", "unhcr", "ohchr", "ocha"}},
	{claims.NGO, []string{"red cross", "red crescent", "amnesty", "human rights", "rights group", "aid group", "relief", "médecins", "doctors without borders", "monitor", "observatory", "ngo", "union", "federation", "labour group", "labor group", "charity"}},
	{claims.Rescue, []string{"fire service", "fire chief", "fire brigade", "firefighter", "rescue", "civil defence", "civil defense", "civil protection", "disaster agency", "emergency service", "ambulance", "coastguard", "coast guard"}},
	{claims.Hospital, []string{"hospital", "infirmary", "morgue", "surgeon", "doctor", "dr ", "medical", "clinic", "coroner"}},
	{claims.Military, []string{"army", "military", "defence ministry", "defense ministry", "general staff", "command", "air force", "navy", "forces", "colonel", "general "}},
	{claims.Official, []string{"ministry", "minister", "government", "governor", "mayor", "police", "official", "authorit", "municipality", "council", "president", "prosecutor", "prefect", "spokesman", "spokeswoman", "administration", "magistrate", "agency", "harbour office", "harbor office"}},
	{claims.Social, []string{"telegram", "post on", "social media", "facebook", "tweet"}},
	{claims.Witness, []string{"witness", "resident", "survivor", "relative", "neighbour", "neighbor"}},
	{claims.Document, []string{"report", "list", "document", "statement", "figures", "records"}},
}

// OriginKind reads what sort of origin an attribution names; "" if it does not
// tell.
func OriginKind(attribution string) claims.OriginKind {
	low := strings.ToLower(strings.TrimSpace(attribution)) + " "
	if low == " " {
		return ""
	}
	for _, o := range originWords {
		for _, w := range o.words {
			if strings.HasPrefix(low, w) || strings.Contains(low, " "+w) || len(w) > 6 && strings.Contains(low, w) {
				return o.kind
			}
		}
	}
	return ""
}

// chain is the way a figure came: who asserts it, the agency that reported it, the
// outlet that prints it.
func chain(x Reading, c *Copy) []string {
	var out []string
	add := func(s string) {
		s = strings.TrimSpace(s)
		if s == "" {
			return
		}
		for _, o := range out {
			if strings.EqualFold(o, s) {
				return
			}
		}
		out = append(out, s)
	}
	if !pronouns[strings.ToLower(x.Attribution)] {
		add(x.Attribution)
	}
	if !strings.HasPrefix(strings.ToLower(c.Outlet), strings.ToLower(c.Digest.Agency)) {
		add(c.Digest.Agency)
	}
	add(c.Outlet)
	return out
}

// pronouns stand for a source that the sentence does not name.
var pronouns = set("he she it they we")
