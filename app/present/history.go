package present

import (
	"context"
	"slices"
	"time"

	"stet/claims"
	"stet/claims/ledger"
)

// ActRow is an act in the history: one or more entries made at once.
type ActRow struct {
	Group       string
	First, Last uint64
	Who         string
	At          time.Time
	What        string
	More        int  // further entries of the act
	Undone      bool // it was taken back
	Undoes      bool // it takes another back
}

// History is the ledger as a list of acts, newest first.
type History struct {
	Rows    []ActRow
	People  []Facet
	Who     string // only this person's; "" is everybody's
	Changed func()

	s      *Shell
	loader *Loader
}

// NewHistory makes the model for a shell.
func NewHistory(s *Shell) *History {
	m := &History{s: s, loader: NewLoader(s.Sched), Changed: func() {}}
	s.Listen(Listener{
		Desk: func() { m.Who = ""; m.list() },
		Acts: func([]ledger.Entry) { m.list() },
	})
	m.list()
	return m
}

// list reads the acts anew.
func (m *History) list() {
	m.Rows, m.People = nil, nil
	if m.s.Desk == nil {
		m.Changed()
		return
	}
	people := map[string]int{}
	m.s.Desk.View(func(st *ledger.State) {
		undone := map[string]bool{}
		for _, g := range slices.Backward(st.Groups) { // an undo that was undone itself does not count
			if g.Undoes != "" && !undone[g.ID] {
				undone[g.Undoes] = true
			}
		}
		for _, g := range slices.Backward(st.Groups) {
			people[g.Who.Name]++
			if m.Who != "" && g.Who.Name != m.Who {
				continue
			}
			m.Rows = append(m.Rows, ActRow{Group: g.ID, First: g.First, Last: g.Last, Who: g.Who.String(), At: g.At, What: g.Summary, More: g.Count - 1,
				Undone: undone[g.ID], Undoes: g.Undoes != ""})
		}
	})
	m.People = countFacets(people, func(s string) string { return s })
	m.Changed()
}

// SetWho limits the list to one person's acts; "" shows all.
func (m *History) SetWho(name string) {
	m.Who = name
	m.list()
}

// CopyHash puts the hash of an act's last entry on the clipboard: with it,
// anyone can ask whether the ledger is still the same up to there.
func (m *History) CopyHash(r ActRow) {
	w := m.s.Desk
	if w == nil {
		return
	}
	n := int(w.Seq() - r.Last + 1)
	m.loader.Start(func(ctx context.Context) func() {
		entries, err := w.Log(ctx, n)
		return func() {
			if err != nil {
				m.s.Fail(err)
				return
			}
			for _, e := range entries {
				if e.Seq == r.Last {
					m.s.Ask.Copy(string(e.Hash))
					m.s.Toasts.Show("The hash of entry " + claims.Number(float64(e.Seq)) + " is on the clipboard: " + e.Hash.Short() + ".")
				}
			}
		}
	})
}
