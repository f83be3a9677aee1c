package ui

import (
	"fyne.io/fyne/v2"

	"stet/app/present"
	"stet/claims"
	"stet/claims/match"
)

// matchList is the ranked passages for the current claim.
type matchList struct {
	w   *Window
	m   *present.Matches
	box *fyne.Container
}

func newMatchList(w *Window) *matchList {
	return &matchList{w: w, m: w.decide.inspector.Matches, box: column(6)}
}

func (l *matchList) refresh() {
	m := l.m
	again := iconButton(icon("redo", colourMuted), "Rank anew", m.Rank)
	if m.Busy {
		again = iconButton(icon("dismiss", colourMuted), "Stop", m.Stop)
	}
	out := []fyne.CanvasObject{}
	switch {
	case m.Busy:
		out = append(out, captionText("Ranking passages …"))
	case m.Stopped:
		out = append(out, captionText("Stopped."))
	case m.Problem != "":
		out = append(out, notice(colourBad, colourBadBg, m.Problem))
	case len(m.List) == 0:
		out = append(out, captionText("No passage of another article is near this claim. Search for other words, and keep the search as a receipt.").wrapped(0))
	}
	if len(m.List) > 0 {
		out = append(out, captionText("1 to 9 open one, T attaches it.").wrapped(0))
	}
	for i := range m.List {
		out = append(out, l.card(i))
	}
	l.box.Objects = []fyne.CanvasObject{section("Ranked passages", again, out...)}
	l.box.Refresh()
}

// card is one ranked passage: how it relates, why, its words, what to do.
func (l *matchList) card(i int) fyne.CanvasObject {
	m := l.m.List[i]
	chips := wrapRow(captionText(present.Count(i + 1)).whole())
	if r := m.Result.Relation; r != "" && r != match.Unrelated {
		chips.Add(newBadge(present.ResultWords(m.Result), toneOf(m.Tone)))
	}
	v := m.Version
	chips.Add(captionText(present.OutletName(v.Outlet) + " · " + present.Day(v.Date())).whole())
	words := plainText(m.Snippet).wrapped(4)
	words.Marks = m.Marks
	body := column(3, chips)
	if m.Result.Why != "" {
		body.Add(captionText(present.InLetters(m.Result.Why)).wrapped(0))
	}
	body.Add(words)
	if m.Same != "" {
		body.Add(captionText("No new source: " + m.Same + ".").wrapped(0))
	}
	if m.Attached != "" {
		body.Add(wrapRow(newBadge("attached", toneInfo)))
	} else if !l.w.shell.ReadOnly() {
		row := wrapRow()
		for _, st := range []struct {
			stance claims.Stance
			text   string
			sign   string
			c      fyne.ThemeColorName
		}{{claims.Supports, "For", "supports", colourGood}, {claims.Contradicts, "Against", "contradicts", colourBad}, {claims.Context, "Context", "context", colourMuted}} {
			b := small(st.text, icon(st.sign, st.c), func() { l.m.Attach(i, st.stance) })
			if st.stance == m.Suggest {
				b.Importance = 0 // of medium weight: what the relation suggests
			}
			b.SetToolTip("Attach as: " + string(st.stance))
			row.Add(b)
		}
		body.Add(row)
	}
	c := newCard(body, func() { l.m.Open(i) })
	c.SetOn(i == l.m.Current)
	return c
}
