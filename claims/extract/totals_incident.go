package extract

// Incident is when and where a text's one incident happened.
type Incident struct {
	Date     string // day, YYYY-MM-DD; empty: not told
	Location string // as written; empty: not told
}

// Incident answers "when and where" for a text that reports one incident: the
// window and place of its first figure that is news, else of its first date and
// the places told first.
func (d *Doc) Incident() Incident {
	var out Incident
	for _, f := range d.Figures() {
		if f.background || f.past {
			continue
		}
		if out.Date == "" && f.Window.From != "" && f.Window.From == f.Window.To {
			out.Date = f.Window.From
		}
		if out.Location == "" {
			out.Location = f.where
		}
	}
	if out.Date != "" && out.Location != "" {
		return out
	}
	var ln line
	ln.base = d.dateline()
	for i := range d.Sentences {
		if i > 0 && out.Date != "" && out.Location != "" || i >= maxIncident {
			break
		}
		ln.read(d, i)
		for _, x := range ln.dates {
			if w := x.window(""); out.Date == "" && w.From != "" && w.From == w.To && (i != 0 || x.core > 1) {
				out.Date = w.From
			}
		}
		if out.Location == "" {
			ln.chunk()
			out.Location = ln.places(0)
		}
	}
	if out.Date == "" && !ln.base.IsZero() {
		out.Date = oneDay(0, 0, day(ln.base)).window("").From
	}
	return out
}

// maxIncident is how many sentences are searched for a date and a place.
const maxIncident = 6
