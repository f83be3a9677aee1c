package anchor

// exchanged finds two names outside quotation marks that stand in each other's place:
// "Osei warned Ruiz" → "Ruiz warned Osei". Nobody came or went, and everything is said
// of somebody else.
func exchanged(o, n *side, hs []hunk) (a, b string, ok bool) {
	if len(hs) == 0 {
		return "", "", false
	}
	was, is := o.cast(), n.cast()
	if len(was) != len(is) {
		return "", "", false
	}
	var at []int
	for k := range was {
		if was[k] != is[k] {
			at = append(at, k)
		}
	}
	if len(at) != 2 || was[at[0]] != is[at[1]] || was[at[1]] != is[at[0]] {
		return "", "", false
	}
	return was[at[0]], was[at[1]], true
}

// cast are the names outside quotation marks, in order.
func (s *side) cast() []string {
	var out []string
	for k := range s.tokens {
		if s.properName(k) && s.date(k) == "" {
			out = append(out, s.words(k, k+1))
		}
	}
	return out
}
