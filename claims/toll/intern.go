package toll

// Intern replaces names and kinds by the copies of them that a table holds: a desk
// has a few thousand, met in every text. The table grows by what is new.
func (d *Digest) Intern(table map[string]string) {
	one := func(s string) string {
		if x, ok := table[s]; ok {
			return x
		}
		s = string([]byte(s)) // not a part of the text
		table[s] = s
		return s
	}
	all := func(list []string) {
		for i := range list {
			list[i] = one(list[i])
		}
	}
	all(d.Names)
	all(d.Heads)
	all(d.Title)
	all(d.Causes)
	d.Agency = one(d.Agency)
	for i := range d.Readings {
		x := &d.Readings[i]
		all(x.Names)
		all(x.Causes)
		x.Class, x.Population, x.Place, x.Cause = one(x.Class), one(x.Population), one(x.Place), one(x.Cause)
		x.Words, x.Attribution, x.Window.Words = one(x.Words), one(x.Attribution), one(x.Window.Words)
	}
	for i := range d.Things {
		t := &d.Things[i]
		t.Words, t.Noun, t.Attribution = one(t.Words), one(t.Noun), one(t.Attribution)
	}
}
