package present

import (
	"slices"

	"stet/claims/ledger"
	"stet/index/source"
)

// VersionChoice is a version that can be compared.
type VersionChoice struct {
	ID    source.VersionID
	Title string // "v2 · 3 May 2025, 12:00 · Corrected"
	On    bool
}

// neighbours are the open version and the one before it, or after it if it is
// the oldest.
func (m *Compare) neighbours() (old, now source.VersionID, ok bool) {
	s := m.s
	if s.Desk == nil || s.Route.Version.IsZero() {
		return old, now, false
	}
	open := m.exact(s.Route.Version)
	var before, after source.VersionID
	s.Desk.View(func(st *ledger.State) {
		if a := st.Articles[open.Article]; a != nil {
			for _, v := range a.Versions {
				switch {
				case v.Hidden:
				case v.ID.N < open.N:
					before = v.ID
				case v.ID.N > open.N && after.IsZero():
					after = v.ID
				}
			}
		}
	})
	if before.IsZero() {
		return open, after, !after.IsZero()
	}
	return before, open, true
}

// WithPrevious compares the open version with the one before, or the oldest with
// the one after it.
func (m *Compare) WithPrevious() {
	if old, now, ok := m.neighbours(); ok {
		m.s.Go(m.s.Route.Compare(old, now))
	}
}

// Swap puts the older side to the right.
func (m *Compare) Swap() {
	r := m.s.Route
	to := r.Compare(r.Version, r.Against)
	to.Span, to.AgainstSpan = r.AgainstSpan, r.Span
	m.s.Go(to)
}

// Versions lists the versions of the article on one side.
func (m *Compare) Versions(old bool) []VersionChoice {
	r := m.s.Route
	now := m.exact(r.Version)
	if old {
		now = m.exact(r.Against)
	}
	var out []VersionChoice
	if m.s.Desk == nil {
		return nil
	}
	m.s.Desk.View(func(st *ledger.State) {
		a := st.Articles[now.Article]
		if a == nil {
			return
		}
		for _, v := range a.Versions {
			if v.Hidden && v.ID != now {
				continue
			}
			out = append(out, VersionChoice{v.ID, dotted("v"+Count(v.ID.N), Moment(v.Date()), NoticeTitle(v.Notice)), v.ID == now})
		}
	})
	return out
}

// SetSide compares with another version on one side.
func (m *Compare) SetSide(old bool, id source.VersionID) {
	r := m.s.Route
	if old {
		m.s.Go(r.Compare(id, r.Version))
		return
	}
	m.s.Go(r.Compare(r.Against, id))
}

// AskSide lets choose any version of any article for one side.
func (m *Compare) AskSide(old bool) {
	m.ask("Compare with which version?", func(id source.VersionID) { m.SetSide(old, id) })
}

// AskWith lets choose what to compare the open version with. The one of the two
// that was published first becomes the older side.
func (m *Compare) AskWith() {
	r := m.s.Route
	m.ask("Compare with which version?", func(id source.VersionID) {
		now := m.exact(r.Version)
		a, errA := m.s.Desk.Version(id)
		b, errB := m.s.Desk.Version(now)
		if errA == nil && errB == nil && (a.ID.Article == b.ID.Article && a.ID.N > b.ID.N || a.ID.Article != b.ID.Article && a.Date().After(b.Date())) {
			m.s.Go(r.Compare(now, id))
			return
		}
		m.s.Go(r.Compare(id, now))
	})
}

func (m *Compare) ask(title string, then func(source.VersionID)) {
	if m.s.Desk == nil {
		return
	}
	now := m.exact(m.s.Route.Version)
	var ids []source.VersionID
	var options []Option
	m.s.Desk.View(func(st *ledger.State) {
		add := func(a *ledger.Article) {
			for _, v := range slices.Backward(a.Versions) {
				if v.Hidden || v.ID == now {
					continue
				}
				ids = append(ids, v.ID)
				options = append(options, Option{v.Title(), dotted(OutletName(v.Outlet), "v"+Count(v.ID.N), Moment(v.Date()), NoticeTitle(v.Notice))})
			}
		}
		if a := st.Articles[now.Article]; a != nil {
			add(a) // its own versions first
		}
		for _, id := range st.Filed {
			if id != now.Article {
				add(st.Articles[id])
			}
		}
	})
	if len(ids) == 0 {
		m.s.Toasts.Show("There is no other version on this desk to compare with.")
		return
	}
	m.s.Ask.Pick(title, options, func(i int) { then(ids[i]) })
}

// SideTitle is what stands above one side.
func (m *Compare) SideTitle(old bool) (title, meta string) {
	v := m.New
	if old {
		v = m.Old
	}
	return v.Title(), dotted(OutletName(v.Outlet), "v"+Count(v.ID.N), Moment(v.Date()), NoticeTitle(v.Notice))
}
