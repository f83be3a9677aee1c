package ui

import (
	"fyne.io/fyne/v2"

	"stet/app/present"
)

// Pane is a part of the window that shows one view model.
type Pane interface {
	// Object is what is put into the window; always the same.
	Object() fyne.CanvasObject
	// Refresh shows the view model as it is now.
	Refresh()
	// Focus gives the keyboard to the part of the pane that wants it.
	Focus()
}

// slot is where in the window a pane stands.
type slot int

const (
	listSlot    slot = iota // the column left of the text, for one place of the rail
	wideSlot                // list, text and side column together, for one place
	textSlot                // the reading pane
	sideSlot                // the column right of the text, for one Side
	compareSlot             // two versions, while the route compares
)

// paneSpec puts a pane into the window.
type paneSpec struct {
	slot  slot
	place present.Place // of listSlot and wideSlot
	side  present.Side  // of sideSlot
	make  func(*Window) Pane
}

// panes is the table of panes. A place or side that has no row shows that it is
// empty.
func panes() []paneSpec {
	return []paneSpec{
		{slot: listSlot, place: present.PlaceSources, make: newSourcesPane},
		{slot: textSlot, make: newReaderPane},
		{slot: sideSlot, side: present.SideProposals, make: newProposalsPane},
		{slot: sideSlot, side: present.SideClaim, make: newInspectorPane},
		{slot: sideSlot, side: present.SideCoverage, make: newCoveragePane},
		{slot: listSlot, place: present.PlaceClaims, make: newClaimsPane},
		{slot: listSlot, place: present.PlaceReview, make: newReviewPane},
		{slot: wideSlot, place: present.PlaceQuotes, make: newQuotesPane},
		{slot: wideSlot, place: present.PlaceEvents, make: newTollsPane},
		{slot: wideSlot, place: present.PlaceInbox, make: newInboxPane},
		{slot: wideSlot, place: present.PlaceReports, make: newReportsPane},
		{slot: wideSlot, place: present.PlaceHistory, make: newHistoryPane},
		{slot: compareSlot, make: newComparePane},
	}
}
