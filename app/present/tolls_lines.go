package present

import (
	"slices"
	"strings"

	"stet/app/workspace"
	"stet/claims/toll"
)

// TollLine is a line of a board: the head of a group, a report of a figure, or a
// flag.
type TollLine struct {
	Key  string // "" for heads, which cannot be chosen
	Head string // of a group; the rest but Sub, State and Said is empty then
	Sub  string
	Said string // what a group comes to: "19", "< 10 or 24"
	Tone Tone   // of a group's state, or of a flag

	Row    *toll.Row
	Number string // "≥ 12"
	Words  string // the words, in marks
	Line   string // the sentence
	Detail string // who asserts, agency, outlet · when · version
	Tag    string // "earlier version", "copy", "part of it"; "" for a toll that stands
	Depth  int    // 0: a toll; more: hangs under another
	Dim    bool
	Doubts []string // rules of open flags about it
	Way    string   // "left" and "near": how a figure beside the board can be placed

	Flag   *workspace.TollFlag
	What   string // of a flag: its rule
	Why    string
	Reason string // what the text itself says
	Raise  string // of a flag: what raising it does
	State  string // "dismissed by …", "raised"
}

// Ways of figures beside the board.
const (
	WayLeft = "left"
	WayNear = "near"
)

// list lists the lines of the view.
func (m *Tolls) list() {
	was := m.at()
	m.Lines = nil
	if m.Board != nil {
		if m.View == TollFlags {
			m.listFlags()
		} else {
			m.listFigures()
		}
	}
	m.keepChosen(was)
	m.Changed()
}

// at is the place of the chosen line, -1 for none.
func (m *Tolls) at() int {
	return slices.IndexFunc(m.Lines, func(l TollLine) bool { return l.Key != "" && l.Key == m.Chosen })
}

// keepChosen chooses, where the chosen flag is no longer listed, the one that took
// its place: there is always a flag that the keys are about.
func (m *Tolls) keepChosen(was int) {
	if m.View != TollFlags || m.at() >= 0 {
		return
	}
	m.Chosen = ""
	for i, l := range m.Lines {
		if l.Key != "" && (m.Chosen == "" || i <= was) {
			m.Chosen = l.Key
		}
	}
}

// stateTones are the colours of a group's state.
var stateTones = map[toll.State]Tone{toll.Agree: ToneGood, toll.Compatible: ToneGood, toll.Conflict: ToneBad}

func (m *Tolls) listFigures() {
	b := m.Board
	for _, g := range b.Groups {
		sub := string(g.State)
		if g.Sources > 0 {
			sub += ", " + Plural(g.Sources, "independent source")
		}
		m.Lines = append(m.Lines, TollLine{Head: toll.Heading(b.Event, g), Sub: sub, Said: g.Said(), Tone: stateTones[g.State]})
		for i := range g.Rows {
			m.row(&g.Rows[i], 0, "")
		}
	}
	m.beside("Not compared", "parts without a toll, earlier values, what is unconfirmed, figures of bystanders", "", b.Aside)
	m.beside("Left out", "by hand; they can be brought back", WayLeft, b.Left)
	m.beside("Near it", "figures of articles that name the place; they can be joined", WayNear, b.Near)
}

func (m *Tolls) beside(head, sub, way string, list []toll.Row) {
	if len(list) == 0 {
		return
	}
	m.Lines = append(m.Lines, TollLine{Head: head, Sub: sub})
	for i := range list {
		m.row(&list[i], 0, way)
	}
}

// row lists a figure and what hangs under it.
func (m *Tolls) row(r *toll.Row, depth int, way string) {
	l := TollLine{Key: r.ID, Row: r, Number: toll.Say(r.Range), Words: "“" + r.Words + "”", Line: r.Line, Depth: depth, Way: way}
	chain := strings.Join(r.Chain, " › ")
	l.Detail = dotted(chain, r.At.UTC().Format("2 Jan, 15:04"), versionWord(r))
	switch {
	case way != "":
	case r.Role == toll.Part:
		l.Tag = "part"
	case r.Role == toll.More:
		l.Tag = "on top"
	case r.Role == toll.Former:
		l.Tag = "earlier value"
	case r.Role == toll.Aside:
		l.Tag = "aside"
	case r.Role == toll.Unconfirmed:
		l.Tag = "unconfirmed"
	case r.Standing == toll.Doubtful:
		l.Tag = "in doubt"
	case r.Standing == toll.Outdated:
		l.Tag = "outdated"
	}
	if r.Placed {
		l.Detail = dotted(l.Detail, "placed by hand")
	}
	l.Dim = r.Standing == toll.Outdated || r.Role == toll.Former || r.Role == toll.Aside || r.Role == toll.Unconfirmed
	for _, rule := range m.flagsOf(r.ID) {
		l.Doubts = append(l.Doubts, string(rule))
	}
	m.Lines = append(m.Lines, l)
	for i := range r.Parts {
		m.row(&r.Parts[i], depth+1, way)
	}
	for i := range r.Copies {
		m.row(&r.Copies[i], depth+1, way)
		if c := m.lineOf(r.Copies[i].ID); c != nil {
			c.Tag, c.Dim = "copy", true
		}
	}
	for i := range r.Earlier {
		m.row(&r.Earlier[i], depth+1, way)
		if e := m.lineOf(r.Earlier[i].ID); e != nil && e.Tag == "outdated" {
			e.Tag = "earlier version"
		}
	}
}

func (m *Tolls) lineOf(id string) *TollLine {
	for i := range m.Lines {
		if m.Lines[i].Key == id {
			return &m.Lines[i]
		}
	}
	return nil
}

func versionWord(r *toll.Row) string { return "version " + Count(r.Version.N) }

func (m *Tolls) listFlags() {
	for _, level := range []toll.Level{toll.Alarm, toll.Note} {
		head := TollLine{Head: "To decide", Sub: "dismiss each with a reason, or raise a flag on the claim made of its words"}
		if level == toll.Note {
			head = TollLine{Head: "Worth knowing", Sub: "nothing is wrong with these"}
		}
		var lines []TollLine
		for i := range m.Board.Flags {
			f := &m.Board.Flags[i]
			if f.Level != level || (f.Settled || f.Raised != "") && level == toll.Alarm && !m.All {
				continue
			}
			lines = append(lines, flagLine(f))
		}
		if len(lines) > 0 {
			m.Lines = append(append(m.Lines, head), lines...)
		}
	}
}

func flagLine(f *workspace.TollFlag) TollLine {
	l := TollLine{Key: f.Key, Flag: f, What: Sentence(string(f.Rule)), Why: f.Why, Tone: ToneBad, Raise: "Raise a flag on its claim"}
	if f.Claim == "" {
		l.Raise = "Make a claim and raise a flag"
	}
	l.What = strings.TrimSuffix(l.What, ".")
	if f.Reason != "" {
		l.Reason = "Reason: " + f.Reason
	}
	switch {
	case f.Settled:
		l.State, l.Dim, l.Tone = "dismissed: "+f.Note, true, TonePlain
	case f.Raised != "":
		l.State, l.Dim, l.Tone = "raised as a flag on its claim", true, TonePlain
	case f.Level == toll.Note:
		l.Tone = TonePlain
	}
	return l
}
