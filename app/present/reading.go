package present

import (
	"context"
	"errors"
	"slices"

	"stet/app/workspace"
	"stet/claims"
	"stet/claims/ledger"
	"stet/claims/match"
	"stet/index/source"
)

// bind gives the actions of the open article and its proposals their handlers.
func (m *Reader) bind() {
	s := m.s
	open := func() bool { return s.Desk != nil && m.isOpen() && !s.Route.Comparing() }
	words := func() bool { return open() && !s.Selected.Empty() }
	cards := func() bool { return open() && len(m.Cards) > 0 }
	s.On(ActNextProposal, func() { m.Step(1) }, cards)
	s.On(ActPrevProposal, func() { m.Step(-1) }, cards)
	s.On(ActAccept, m.Accept, func() bool { return cards() && m.Current >= 0 && m.Cards[m.Current].State != CardAccepted })
	s.Bind(ActDismiss, Binding{Run: m.Dismiss,
		Enabled: func() bool { return cards() && m.Current >= 0 && m.Cards[m.Current].State != CardAccepted },
		Title: func() string {
			if cards() && m.Current >= 0 && m.Cards[m.Current].State == CardDismissed {
				return "Take the proposal up again"
			}
			return ""
		}})
	s.On(ActDismissWhy, m.AskDismiss, func() bool { return cards() && m.Current >= 0 && m.Cards[m.Current].State == CardOpen })
	s.Bind(ActTakeRead, Binding{Run: m.TakeRead, Enabled: m.CanTakeRead, Title: func() string {
		if m.CanTakeRead() && m.Cards[m.Current].AsRead {
			return "Take the corrected reading"
		}
		return ""
	}})
	s.On(ActMakeClaim, m.MakeClaim, words)
	s.On(ActAttach, m.Attach, words)
	s.On(ActAttachTo, m.AttachTo, words)
	s.On(ActCite, m.Cite, open)
	s.Bind(ActMarkStory, Binding{Run: m.ToggleStory, Enabled: open, Checked: func() bool { return open() && m.Article.Role == source.Story }})
	s.On(ActSetOutlet, m.SetOutlet, open)
	s.Bind(ActHide, Binding{Run: m.Hide, Enabled: open, Title: func() string {
		if open() && m.Version.Hidden {
			return "Show this version again"
		}
		return ""
	}})
	s.On(ActOlder, func() { m.StepVersion(-1) }, func() bool { return open() && m.neighbour(-1) != nil })
	s.On(ActNewer, func() { m.StepVersion(1) }, func() bool { return open() && m.neighbour(1) != nil })
	s.On(ActNextHit, func() { m.NextFound(1) }, func() bool { return open() && len(m.Found) > 0 })
	s.On(ActPrevHit, func() { m.NextFound(-1) }, func() bool { return open() && len(m.Found) > 0 })
}

// Shown are the indices of the cards that the list shows, in order of the text.
// The current card is shown whatever became of it.
func (m *Reader) Shown() []int {
	var out []int
	for i, c := range m.Cards {
		if m.Kind != "" && c.Kind != m.Kind {
			continue
		}
		if m.Show == ShowAll || c.State == CardOpen || i == m.Current {
			out = append(out, i)
		}
	}
	return out
}

// Count is how many cards there are of a kind ("" for all), and how many of
// them are open.
func (m *Reader) Count(k claims.Kind) (open, all int) {
	for _, c := range m.Cards {
		if k == "" || c.Kind == k {
			all++
			if c.State == CardOpen {
				open++
			}
		}
	}
	return open, all
}

// SetShow chooses which proposals the list shows, and remembers it.
func (m *Reader) SetShow(v Show) {
	m.Show = v
	m.s.Settings.Pick("proposals.show", string(v))
	m.Changed()
}

// SetKind limits the list to a kind; "" shows all.
func (m *Reader) SetKind(k claims.Kind) {
	m.Kind = k
	m.Changed()
}

// Pick makes a proposal the current one and brings its words into sight.
func (m *Reader) Pick(card int) {
	if card < 0 || card >= len(m.Cards) {
		return
	}
	m.Current = card
	m.jump(m.Cards[card].Span)
	m.draw()
	m.s.Changed()
}

// Point brings a sentence into sight. The first open proposal in it becomes the
// current one; without one, the sentence itself is what is current.
func (m *Reader) Point(at source.Span) {
	for i, c := range m.Cards {
		if c.State == CardOpen && c.Span.Overlaps(at) && c.Span.Start >= at.Start {
			m.Pick(i)
			return
		}
	}
	m.Current = -1
	r := m.s.Route.Reading(m.Version.ID, at)
	if r == m.s.Route {
		m.jump(at)
		m.draw()
		return
	}
	m.s.Replace(r)
}

// Step goes to the next proposal that the list shows, or to the one before.
func (m *Reader) Step(by int) {
	if m.s.Side() == SideClaim {
		m.s.ShowSide(SideProposals)
	}
	list := m.Shown()
	if len(list) == 0 {
		return
	}
	to := around(slices.Index(list, m.Current), by, len(list))
	m.Pick(list[to])
}

// nextOpen goes to the next proposal nobody decided on; it stays if there is
// none.
func (m *Reader) nextOpen() {
	for k := 1; k < len(m.Cards); k++ {
		i := (m.Current + k) % len(m.Cards)
		if c := m.Cards[i]; c.State == CardOpen && (m.Kind == "" || c.Kind == m.Kind) {
			m.Pick(i)
			return
		}
	}
}

// Accept makes a claim of the current proposal and goes on to the next. The new
// claim becomes the current one.
func (m *Reader) Accept() {
	if m.Current < 0 {
		return
	}
	m.accept(m.Cards[m.Current].Body)
}

// accept is Accept with a reading of the words.
func (m *Reader) accept(body claims.Body) {
	c, id := m.Cards[m.Current], m.Version.ID
	var made claims.ID
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		var err error
		var held *workspace.ClaimedError
		if made, err = w.AcceptAs(ctx, id, c.Proposal, body); errors.As(err, &held) {
			made, err = held.Claim, nil // somebody accepted it meanwhile
		}
		return err
	}, func() {
		r := m.s.Route
		r.Claim = made
		m.s.Replace(r)
	})
	m.Cards[m.Current].State = CardAccepted // shown at once; the desk's word follows
	m.nextOpen()
	m.draw()
}

// Dismiss puts the current proposal aside, in later versions too, and goes on;
// a dismissed one it takes up again.
func (m *Reader) Dismiss() {
	if m.Current < 0 {
		return
	}
	m.dismiss("")
}

// AskDismiss is Dismiss with a reason.
func (m *Reader) AskDismiss() {
	if m.Current < 0 {
		return
	}
	at := m.Current
	m.s.Ask.Text(TextQuestion{Title: "Dismiss the proposal", Label: InMarks(Short(m.Cards[at].Words, 120)) + " Why is it not checked? The report prints the reason.", Value: m.Cards[at].Reason, Hint: "for example: a figure of speech", Yes: "Dismiss", Lines: 2, Needed: true}, func(reason string) {
		if at < len(m.Cards) && m.Cards[at].State == CardOpen {
			m.Current = at
			m.dismiss(reason)
		}
	})
}

// dismiss dismisses the current proposal, or takes it up again.
func (m *Reader) dismiss(reason string) {
	c, id := m.Cards[m.Current], m.Version.ID
	dismiss := c.State != CardDismissed
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		return w.Dismiss(ctx, id, c.Proposal, dismiss, reason)
	}, nil)
	if dismiss {
		m.Cards[m.Current].State = CardDismissed
		m.nextOpen()
	} else {
		m.Cards[m.Current].State = CardOpen
	}
	m.draw()
}

// Activate is a click on a mark, or Enter in it: it opens a claim, or makes a
// proposal the current one; a proposal that is current already is accepted by
// Enter only.
func (m *Reader) Activate(k Mark, enter bool) {
	switch {
	case k.Claim != "":
		m.s.Go(m.s.Route.WithClaim(k.Claim))
	case k.Card >= 0 && enter && k.Card == m.Current:
		m.s.Run(ActAccept)
	case k.Card >= 0:
		if m.s.Side() == SideClaim {
			m.s.ShowSide(SideProposals)
		}
		m.Pick(k.Card)
	}
}

// OpenCard goes to the claim that a proposal became, or makes the proposal the
// current one.
func (m *Reader) OpenCard(i int) {
	if i < 0 || i >= len(m.Cards) {
		return
	}
	if c := m.Cards[i]; c.State == CardAccepted && c.Claim != "" && i == m.Current {
		m.s.Go(m.s.Route.WithClaim(c.Claim))
		return
	}
	m.Pick(i)
}

// MakeClaim makes a claim of the words selected and opens it.
func (m *Reader) MakeClaim() {
	sel := m.s.Selected
	if sel.Empty() {
		return
	}
	m.s.claimOf(sel.Place, func(id claims.ID) { m.s.Go(m.s.Route.WithClaim(id)) })
}

// Attach attaches the words selected to the current claim, after asking what
// they do for it.
func (m *Reader) Attach() {
	sel, id := m.s.Selected, m.s.Route.Claim
	if sel.Empty() {
		return
	}
	if id == "" {
		if m.s.Counts.Claims > 0 {
			m.AttachTo()
			return
		}
		m.s.Fail(errNoClaim)
		return
	}
	m.attach(id, sel)
}

// AttachTo is Attach to a claim that is chosen first.
func (m *Reader) AttachTo() {
	sel := m.s.Selected
	if sel.Empty() || m.s.Desk == nil {
		return
	}
	var ids []claims.ID
	var options []Option
	m.s.Desk.View(func(st *ledger.State) {
		for _, c := range st.Live() {
			head, detail := Reading(c.Body)
			ids = append(ids, c.ID)
			options = append(options, Option{Short(c.Text, 90), dotted(string(c.ID), head, detail, string(c.Check()))})
		}
	})
	if len(ids) == 0 {
		m.s.Fail(errNoClaim)
		return
	}
	m.s.Ask.Pick("Attach to which claim?", options, func(i int) { m.attach(ids[i], sel) })
}

// stanceWords say what a stance means.
var stanceWords = map[claims.Stance]string{
	claims.Supports: "it bears the claim out", claims.Contradicts: "it speaks against the claim", claims.Context: "it helps to judge the claim",
	claims.FirstSeen: "it is where the claim first appeared", claims.Repeats: "it repeats the claim from elsewhere",
}

// attach asks for the stance, with the one that the words suggest first.
func (m *Reader) attach(id claims.ID, sel Selected) {
	var rel match.Result
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		var err error
		rel, err = w.Relate(ctx, id, sel.Place)
		return err
	}, func() {
		c, err := m.s.Desk.Claim(id)
		if err != nil {
			m.s.Fail(err)
			return
		}
		stances := stancesFor(rel)
		options := make([]Option, len(stances))
		for i, st := range stances {
			options[i] = Option{Title: string(st), Detail: stanceWords[st]}
		}
		if rel.Relation != "" && rel.Relation != match.Unrelated {
			options[0].Detail += " (the words read as: " + ResultWords(rel) + ")"
		}
		m.s.Ask.Pick("What does this passage do for “"+Short(c.Text, 60)+"”?", options, func(i int) {
			m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
				_, err := w.Attach(ctx, id, sel.Place.Version, sel.Place.Span, stances[i], "")
				return err
			}, func() {
				m.s.Toasts.Offer("Attached to claim "+string(id)+": "+string(stances[i])+".", "Undo", m.s.Undo)
				r := m.s.Route
				r.Claim = id
				m.s.Replace(r)
			})
		})
	})
}

// stancesFor lists the stances with the most likely one first. It is only an
// order: the person chooses.
func stancesFor(r match.Result) []claims.Stance {
	likely := r.Suggest
	switch {
	case likely != "":
	case r.Relation == "":
		likely = claims.Supports
	default:
		likely = claims.Context
	}
	out := []claims.Stance{likely}
	for _, s := range claims.Stances {
		if s != likely {
			out = append(out, s)
		}
	}
	return out
}

// ResultWords prints the relation of a result. A statement in other words is no
// quotation with words replaced.
func ResultWords(r match.Result) string {
	if r.Relation == match.Substitution && r.Suggest == "" {
		return "other words"
	}
	return RelationWords(r.Relation)
}

// RelationWords prints a relation: "silent truncation".
func RelationWords(r match.Relation) string {
	b := []byte(r)
	for i := range b {
		if b[i] == '_' {
			b[i] = ' '
		}
	}
	return string(b)
}

// Cite puts the words selected, or the article, with its citation on the
// clipboard.
func (m *Reader) Cite() {
	m.s.Ask.Copy(m.Citation(m.s.Selected.Text))
	if m.s.Selected.Empty() {
		m.s.Toasts.Show("The article's citation is on the clipboard.")
		return
	}
	m.s.Toasts.Show("The words and their citation are on the clipboard.")
}

// ToggleStory says that the article is the piece being checked, or a source.
func (m *Reader) ToggleStory() {
	id := m.Article.ID
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		return w.FileArticle(ctx, id, func(a *source.Article) {
			if a.Role == source.Story {
				a.Role = source.Material
			} else {
				a.Role = source.Story
			}
		})
	}, nil)
}

// SetOutlet asks for the outlet of the article.
func (m *Reader) SetOutlet() {
	id := m.Article.ID
	m.s.Ask.Text(TextQuestion{Title: "Outlet of this article", Hint: "for example: Coastal Wire", Value: m.Article.Outlet, Yes: "Change"}, func(outlet string) {
		m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
			return w.FileArticle(ctx, id, func(a *source.Article) { a.Outlet = outlet })
		}, nil)
	})
}

// Hide takes the version out of lists and search, or brings it back.
func (m *Reader) Hide() {
	id, hide := m.Version.ID, !m.Version.Hidden
	m.s.Act(func(ctx context.Context, w *workspace.Workspace) error {
		return w.HideVersion(ctx, id, hide)
	}, func() {
		if !hide {
			return
		}
		m.s.Toasts.Offer("Version "+id.String()+" is hidden. Its original stays on the desk.", "Undo", m.s.Undo)
		if to := m.neighbour(-1); to != nil {
			m.s.Replace(m.s.Route.Reading(*to, source.Span{}))
		} else if to := m.neighbour(1); to != nil {
			m.s.Replace(m.s.Route.Reading(*to, source.Span{}))
		} else {
			m.s.Replace(m.s.Route.Reading(source.VersionID{}, source.Span{}))
		}
	})
}

// neighbour is the version before or after the open one, nil if there is none.
func (m *Reader) neighbour(by int) *source.VersionID {
	for i, st := range m.Steps {
		if st.Open && i+by >= 0 && i+by < len(m.Steps) {
			return &m.Steps[i+by].ID
		}
	}
	return nil
}

// StepVersion opens the version before or after.
func (m *Reader) StepVersion(by int) {
	if to := m.neighbour(by); to != nil {
		m.OpenVersion(*to)
	}
}

// OpenVersion opens another version of the article.
func (m *Reader) OpenVersion(id source.VersionID) {
	m.s.Go(m.s.Route.Reading(id, source.Span{}))
}

// NextFound goes to the next place of the words searched for.
func (m *Reader) NextFound(by int) {
	n := len(m.Found)
	if n == 0 {
		return
	}
	to := around(slices.Index(m.Found, m.s.Route.Span), by, n)
	m.Current = -1
	r := m.s.Route
	r.Span = m.Found[to]
	m.s.Replace(r)
}

// HitLine says which of the words searched for one is at: "3 of 12".
func (m *Reader) HitLine() string {
	if len(m.Found) == 0 {
		return ""
	}
	for i, f := range m.Found {
		if f == m.s.Route.Span {
			return claims.Number(float64(i+1)) + " of " + Plural(len(m.Found), "hit")
		}
	}
	return Plural(len(m.Found), "hit")
}
