package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"stet/app/present"
	"stet/claims"
)

// rail is the places of the desk with their counts.
type rail struct {
	w      *Window
	box    *fyne.Container
	wide   *canvas.Rectangle
	narrow bool
	items  map[present.Place]*railItem
}

type railItem struct {
	tap   *tappable
	icon  *widget.Icon
	text  *prose
	count *badge
	place present.Place
}

// railWidth is wide enough for the longest name and a count of four digits;
// railNarrow for the signs.
const (
	railWidth  = 132
	railNarrow = 46
)

func newRail(w *Window) *rail {
	r := &rail{w: w, items: map[present.Place]*railItem{}}
	var list []fyne.CanvasObject
	for _, p := range present.Places {
		it := &railItem{place: p, icon: widget.NewIcon(icon(string(p), colourMuted)), text: plainText(p.Title()).whole(), count: newBadge("", tonePlain)}
		line := container.NewBorder(nil, nil, container.NewGridWrap(fyne.NewSize(18, 18), it.icon), middle(it.count), pad(0, 0, 4, 0, middle(it.text)))
		it.tap = newTappable(pad(7, 7, 8, 6, line), func() { w.run(present.ActionID("place." + string(p))) })
		r.items[p] = it
		list = append(list, it.tap)
	}
	r.wide = canvas.NewRectangle(color.Transparent)
	r.wide.SetMinSize(fyne.NewSize(railWidth, 0))
	r.box = container.NewStack(newFill(colourChrome), r.wide, pad(8, 8, 6, 6, rows(2, list...)))
	return r
}

// setNarrow shows signs only, or names and counts too.
func (r *rail) setNarrow(on bool) {
	if r.narrow == on {
		return
	}
	r.narrow = on
	r.regrow()
	r.refresh()
}

// regrow gives the rail its width, for the size of the text.
func (r *rail) regrow() {
	w := grown(railWidth)
	if r.narrow {
		w = railNarrow
	}
	r.wide.SetMinSize(fyne.NewSize(w, 0))
}

// refresh tells whether the rail was shown or hidden.
func (r *rail) refresh() bool {
	s := r.w.shell
	was := r.box.Hidden
	r.box.Hidden = s.Settings.Hidden["rail"]
	for p, it := range r.items {
		on := s.Desk != nil && s.Route.Place == p && !s.Route.Comparing()
		it.tap.SetOn(on)
		c := colourMuted
		if on {
			c = colourText
		}
		it.text.Style.Bold = on
		it.text.Tint(c)
		it.text.Refresh()
		n, t := s.Counts.At(p), toneOf(s.Counts.Tone(p))
		if r.narrow && t != tonePlain {
			c = toneColours[t][1] // there is no room for the count
		}
		it.icon.SetResource(icon(string(p), c))
		it.tap.SetToolTip(r.tip(p))
		text := ""
		if n > 0 {
			text = claims.Number(float64(n))
		}
		if n >= 10_000 { // five digits have no room beside the name
			text = claims.Number(float64(n/1000)) + "k"
		}
		if r.narrow {
			text = ""
		}
		setVisible(it.text, !r.narrow)
		it.count.Set(text, t)
	}
	r.box.Refresh()
	return r.box.Hidden != was
}

// tip names a place, its key and what its number counts: in a narrow window the
// rail has room for none of them.
func (r *rail) tip(p present.Place) string {
	tip := p.Title() + "  (" + present.ActionOf(present.ActionID("place."+string(p))).Key.String() + ")"
	if r.w.shell.Desk == nil {
		return tip
	}
	if say := r.w.shell.Counts.Say(p); say != "" {
		tip += ": " + say
	}
	return tip
}

// statusBar is the line at the bottom.
type statusBar struct {
	w           *Window
	left, right *prose
	box         fyne.CanvasObject
}

func newStatusBar(w *Window) *statusBar {
	b := &statusBar{w: w, left: captionText(""), right: captionText("").whole()}
	b.box = rows(0, newLine(), on(colourChrome, pad(3, 4, 12, 12, container.NewBorder(nil, nil, nil, b.right, b.left))))
	return b
}

func (b *statusBar) refresh() {
	s := b.w.shell
	text := s.Status()
	if b.w.hint != "" {
		text = b.w.hint
	}
	b.left.Set(text)
	b.right.Set(s.LedgerLine())
}
