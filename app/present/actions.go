package present

import "strings"

// ActionID names something a person can do.
type ActionID string

// The actions. Each has a row in Actions.
const (
	ActNewDesk      ActionID = "desk.new"
	ActOpenDesk     ActionID = "desk.open"
	ActSampleDesk   ActionID = "desk.sample"
	ActImportFiles  ActionID = "import.files"
	ActImportFolder ActionID = "import.folder"
	ActExport       ActionID = "report.export"
	ActVerify       ActionID = "desk.verify"
	ActReindex      ActionID = "desk.reindex"
	ActSettings     ActionID = "settings"
	ActQuit         ActionID = "quit"

	ActUndo       ActionID = "undo"
	ActRedo       ActionID = "redo"
	ActCite       ActionID = "copy.citation"
	ActCopyQuote  ActionID = "copy.quote"
	ActSearch     ActionID = "search"
	ActFindHere   ActionID = "search.here"
	ActNextHit    ActionID = "search.next"
	ActPrevHit    ActionID = "search.previous"
	ActSaveSearch ActionID = "search.save"

	ActBack      ActionID = "back"
	ActForward   ActionID = "forward"
	ActSources   ActionID = "place.sources"
	ActClaims    ActionID = "place.claims"
	ActEvents    ActionID = "place.events"
	ActQuotes    ActionID = "place.quotes"
	ActInbox     ActionID = "place.inbox"
	ActReview    ActionID = "place.review"
	ActReports   ActionID = "place.reports"
	ActHistory   ActionID = "place.history"
	ActRail      ActionID = "view.rail"
	ActList      ActionID = "view.list"
	ActSide      ActionID = "view.side"
	ActProposals ActionID = "view.proposals"
	ActInspector ActionID = "view.claim"
	ActCoverage  ActionID = "view.coverage"
	ActBigger    ActionID = "text.bigger"
	ActSmaller   ActionID = "text.smaller"
	ActNormal    ActionID = "text.normal"
	ActLight     ActionID = "theme.light"
	ActDark      ActionID = "theme.dark"
	ActSystem    ActionID = "theme.system"

	ActMarkStory  ActionID = "article.story"
	ActSetOutlet  ActionID = "article.outlet"
	ActHide       ActionID = "version.hide"
	ActNewVersion ActionID = "version.import"
	ActOlder      ActionID = "version.older"
	ActNewer      ActionID = "version.newer"

	ActNextProposal ActionID = "proposal.next"
	ActPrevProposal ActionID = "proposal.previous"
	ActAccept       ActionID = "proposal.accept"
	ActDismiss      ActionID = "proposal.dismiss"
	ActDismissWhy   ActionID = "proposal.dismiss.why"
	ActCorrect      ActionID = "reading.correct"
	ActTakeRead     ActionID = "reading.as-read"
	ActMakeClaim    ActionID = "claim.make"
	ActTypeClaim    ActionID = "claim.type"
	ActAttach       ActionID = "claim.attach"
	ActAttachTo     ActionID = "claim.attach.to"
	ActAttachRanked ActionID = "claim.attach.ranked"
	ActEditClaim    ActionID = "claim.edit"
	ActRemoveClaim  ActionID = "claim.remove"
	ActVerdict      ActionID = "claim.verdict"
	ActFlag         ActionID = "claim.flag"
	ActNextClaim    ActionID = "claim.next"
	ActPrevClaim    ActionID = "claim.previous"
	ActQuoteOf      ActionID = "claim.quote"

	ActNewEvent    ActionID = "event.new"
	ActAcceptEvent ActionID = "event.accept"
	ActEditEvent   ActionID = "event.edit"
	ActRemoveEvent ActionID = "event.remove"
	ActChart       ActionID = "event.chart"
	ActTollOut     ActionID = "toll.out"
	ActTollMove    ActionID = "toll.move"
	ActTollJoin    ActionID = "toll.join"
	ActTollRaise   ActionID = "toll.raise"
	ActTollDismiss ActionID = "toll.dismiss"

	ActNextOpen      ActionID = "coverage.next"
	ActPrevOpen      ActionID = "coverage.previous"
	ActClaimSentence ActionID = "coverage.claim"
	ActMarkOpinion   ActionID = "coverage.opinion"
	ActMarkHandled   ActionID = "coverage.handled"
	ActMarkCheckable ActionID = "coverage.checkable"
	ActUnmark        ActionID = "coverage.unmark"

	ActCompare     ActionID = "compare.previous"
	ActCompareWith ActionID = "compare.with"
	ActNextChange  ActionID = "compare.next"
	ActPrevChange  ActionID = "compare.previous.change"
	ActMoved       ActionID = "change.moved"
	ActEndCompare  ActionID = "compare.close"

	ActSubmit  ActionID = "review.submit"
	ActApprove ActionID = "review.approve"
	ActReturn  ActionID = "review.return"
	ActSettle  ActionID = "finding.settle"

	ActShortcuts ActionID = "help.shortcuts"
	ActAbout     ActionID = "help.about"
)

// Menu is a menu of the menu bar.
type Menu string

// The menus, in order.
const (
	MenuFile    Menu = "File"
	MenuEdit    Menu = "Edit"
	MenuView    Menu = "View"
	MenuArticle Menu = "Article"
	MenuClaim   Menu = "Claim"
	MenuEvent   Menu = "Event"
	MenuCompare Menu = "Compare"
	MenuReview  Menu = "Review"
	MenuHelp    Menu = "Help"
)

// Menus lists them.
var Menus = []Menu{MenuFile, MenuEdit, MenuView, MenuArticle, MenuClaim, MenuEvent, MenuCompare, MenuReview, MenuHelp}

// Key is a key with what is held down with it. Name is the key as Fyne and
// keyboards call it: "K", "1", "Left", "Return", "F1", ",".
type Key struct {
	Ctrl, Shift, Alt bool
	Name             string
}

// String prints "Ctrl+Shift+C".
func (k Key) String() string {
	if k.Name == "" {
		return ""
	}
	s := ""
	if k.Ctrl {
		s += "Ctrl+"
	}
	if k.Alt {
		s += "Alt+"
	}
	if k.Shift {
		s += "Shift+"
	}
	if n, ok := keyNames[k.Name]; ok {
		return s + n
	}
	return s + k.Name
}

// keyNames are keys whose printed name differs from Fyne's.
var keyNames = map[string]string{"Return": "Enter", "Next": "Page Down", "Prior": "Page Up", "=": "+"}

// Plain tells whether nothing is held down with the key: such a key works only
// while no text is being typed.
func (k Key) Plain() bool { return !k.Ctrl && !k.Alt }

// Action is a row of the table from which the menu bar, the shortcuts and their
// help are made.
type Action struct {
	ID    ActionID
	Menu  Menu
	Title string // as in the menu; "…" if it asks something before it acts
	Key   Key    // a Key that is not Plain works everywhere
	Plain Key    // works while no text is being typed
	Gap   bool   // a line above it in the menu
	Write bool   // changes the desk: off while it is open for reading only
}

func ctrl(k string) Key      { return Key{Ctrl: true, Name: k} }
func ctrlShift(k string) Key { return Key{Ctrl: true, Shift: true, Name: k} }
func alt(k string) Key       { return Key{Alt: true, Name: k} }
func bare(k string) Key      { return Key{Name: k} }

// Actions is the one table of actions. A pane binds the handlers of its own.
var Actions = []Action{
	{ID: ActNewDesk, Menu: MenuFile, Title: "New desk…", Key: ctrlShift("N")},
	{ID: ActOpenDesk, Menu: MenuFile, Title: "Open desk…", Key: ctrlShift("O")},
	{ID: ActSampleDesk, Menu: MenuFile, Title: "Open the sample desk", Key: ctrlShift("L")},
	{ID: ActImportFiles, Menu: MenuFile, Title: "Import files…", Key: ctrl("O"), Gap: true, Write: true},
	{ID: ActImportFolder, Menu: MenuFile, Title: "Import a folder…", Key: ctrlShift("I"), Write: true},
	{ID: ActExport, Menu: MenuFile, Title: "Export report…", Key: ctrl("E"), Gap: true},
	{ID: ActVerify, Menu: MenuFile, Title: "Verify the desk", Key: ctrlShift("V")},
	{ID: ActReindex, Menu: MenuFile, Title: "Rebuild the search index", Key: ctrlShift("X"), Write: true},
	{ID: ActSettings, Menu: MenuFile, Title: "You and this desk…", Key: ctrl(","), Gap: true},
	{ID: ActQuit, Menu: MenuFile, Title: "Quit", Key: ctrl("Q"), Gap: true},

	{ID: ActUndo, Menu: MenuEdit, Title: "Undo", Key: ctrl("Z"), Write: true},
	{ID: ActRedo, Menu: MenuEdit, Title: "Redo", Key: ctrlShift("Z"), Write: true},
	{ID: ActCite, Menu: MenuEdit, Title: "Copy with citation", Key: Key{Ctrl: true, Alt: true, Name: "C"}, Gap: true},
	{ID: ActCopyQuote, Menu: MenuEdit, Title: "Copy the quote with its renderings", Key: ctrlShift("Q")},
	{ID: ActSearch, Menu: MenuEdit, Title: "Search everything", Key: ctrl("K"), Gap: true},
	{ID: ActFindHere, Menu: MenuEdit, Title: "Find in this article", Key: ctrl("F")},
	{ID: ActNextHit, Menu: MenuEdit, Title: "Next hit", Key: ctrl("G"), Plain: bare("N")},
	{ID: ActPrevHit, Menu: MenuEdit, Title: "Previous hit", Key: ctrlShift("G"), Plain: bare("P")},
	{ID: ActSaveSearch, Menu: MenuEdit, Title: "Save this search as a receipt", Key: ctrlShift("S"), Write: true},

	{ID: ActBack, Menu: MenuView, Title: "Back", Key: alt("Left")},
	{ID: ActForward, Menu: MenuView, Title: "Forward", Key: alt("Right")},
	{ID: ActSources, Menu: MenuView, Title: "Sources", Key: ctrl("1"), Gap: true},
	{ID: ActClaims, Menu: MenuView, Title: "Claims", Key: ctrl("2")},
	{ID: ActEvents, Menu: MenuView, Title: "Events", Key: ctrl("3")},
	{ID: ActQuotes, Menu: MenuView, Title: "Quotes", Key: ctrl("4")},
	{ID: ActInbox, Menu: MenuView, Title: "Inbox", Key: ctrl("5")},
	{ID: ActReview, Menu: MenuView, Title: "Review", Key: ctrl("6")},
	{ID: ActReports, Menu: MenuView, Title: "Reports", Key: ctrl("7")},
	{ID: ActHistory, Menu: MenuView, Title: "History", Key: ctrl("8")},
	{ID: ActProposals, Menu: MenuView, Title: "Proposals beside the text", Key: alt("1"), Gap: true},
	{ID: ActInspector, Menu: MenuView, Title: "Claim beside the text", Key: alt("2")},
	{ID: ActCoverage, Menu: MenuView, Title: "Coverage beside the text", Key: alt("3")},
	{ID: ActRail, Menu: MenuView, Title: "Show the rail", Key: ctrlShift("1"), Gap: true},
	{ID: ActList, Menu: MenuView, Title: "Show the list", Key: ctrlShift("2")},
	{ID: ActSide, Menu: MenuView, Title: "Show the side column", Key: ctrlShift("3")},
	{ID: ActBigger, Menu: MenuView, Title: "Larger text", Key: ctrl("="), Gap: true},
	{ID: ActSmaller, Menu: MenuView, Title: "Smaller text", Key: ctrl("-")},
	{ID: ActNormal, Menu: MenuView, Title: "Normal text size", Key: ctrl("0")},
	{ID: ActLight, Menu: MenuView, Title: "Light theme", Key: ctrlShift("7"), Gap: true},
	{ID: ActDark, Menu: MenuView, Title: "Dark theme", Key: ctrlShift("8")},
	{ID: ActSystem, Menu: MenuView, Title: "Theme of the system", Key: ctrlShift("9")},

	{ID: ActMarkStory, Menu: MenuArticle, Title: "This is the story being checked", Key: ctrl("T"), Write: true},
	{ID: ActSetOutlet, Menu: MenuArticle, Title: "Outlet…", Key: ctrlShift("U"), Write: true},
	{ID: ActNewVersion, Menu: MenuArticle, Title: "Import a newer version…", Key: ctrl("U"), Write: true},
	{ID: ActHide, Menu: MenuArticle, Title: "Hide this version", Key: ctrlShift("H"), Write: true},
	{ID: ActOlder, Menu: MenuArticle, Title: "Older version", Key: alt("Next"), Gap: true},
	{ID: ActNewer, Menu: MenuArticle, Title: "Newer version", Key: alt("Prior")},

	{ID: ActNextOpen, Menu: MenuArticle, Title: "Next open sentence", Key: alt("O"), Plain: bare("O"), Gap: true},
	{ID: ActPrevOpen, Menu: MenuArticle, Title: "Previous open sentence", Key: Key{Alt: true, Shift: true, Name: "O"}, Plain: bare("I")},
	{ID: ActClaimSentence, Menu: MenuArticle, Title: "Make a claim of the sentence", Key: alt("M"), Plain: bare("M"), Write: true},
	{ID: ActMarkOpinion, Menu: MenuArticle, Title: "The sentence is opinion", Key: alt("X"), Plain: bare("X"), Write: true},
	{ID: ActMarkHandled, Menu: MenuArticle, Title: "The sentence is handled, or nothing to check…", Key: alt("H"), Plain: bare("H"), Write: true},
	{ID: ActMarkCheckable, Menu: MenuArticle, Title: "The sentence deserves a check", Key: alt("C"), Plain: bare("C"), Write: true},
	{ID: ActUnmark, Menu: MenuArticle, Title: "Take the mark off the sentence", Key: alt("U"), Plain: bare("U"), Write: true},

	{ID: ActNextProposal, Menu: MenuClaim, Title: "Next proposal", Key: alt("Down"), Plain: bare("J")},
	{ID: ActPrevProposal, Menu: MenuClaim, Title: "Previous proposal", Key: alt("Up"), Plain: bare("K")},
	{ID: ActAccept, Menu: MenuClaim, Title: "Accept the proposal", Key: alt("Return"), Plain: bare("A"), Write: true},
	{ID: ActDismiss, Menu: MenuClaim, Title: "Dismiss the proposal", Key: alt("D"), Plain: bare("D"), Write: true},
	{ID: ActDismissWhy, Menu: MenuClaim, Title: "Dismiss it with a reason…", Key: Key{Alt: true, Shift: true, Name: "D"}, Write: true},
	{ID: ActCorrect, Menu: MenuClaim, Title: "Correct the reading…", Key: alt("E"), Plain: bare("E"), Write: true},
	{ID: ActTakeRead, Menu: MenuClaim, Title: "Take Stet’s reading", Key: alt("R"), Plain: bare("R")},
	{ID: ActMakeClaim, Menu: MenuClaim, Title: "Make a claim of the selected words", Key: ctrlShift("C"), Gap: true, Write: true},
	{ID: ActTypeClaim, Menu: MenuClaim, Title: "Type a claim…", Key: ctrl("N"), Write: true},
	{ID: ActAttach, Menu: MenuClaim, Title: "Attach the selected words to the claim", Key: ctrlShift("A"), Write: true},
	{ID: ActAttachTo, Menu: MenuClaim, Title: "Attach the selected words to another claim…", Key: Key{Ctrl: true, Alt: true, Name: "A"}, Write: true},
	{ID: ActAttachRanked, Menu: MenuClaim, Title: "Attach the ranked passage opened with 1 to 9", Key: alt("T"), Plain: bare("T"), Write: true},
	{ID: ActEditClaim, Menu: MenuClaim, Title: "Edit the claim…", Key: ctrlShift("E"), Gap: true, Write: true},
	{ID: ActVerdict, Menu: MenuClaim, Title: "Give a verdict", Key: ctrl("Return"), Write: true},
	{ID: ActFlag, Menu: MenuClaim, Title: "Raise a flag…", Key: ctrlShift("F"), Write: true},
	{ID: ActRemoveClaim, Menu: MenuClaim, Title: "Remove the claim", Key: ctrl("Delete"), Write: true},
	{ID: ActQuoteOf, Menu: MenuClaim, Title: "Who else prints this quote", Key: Key{Ctrl: true, Alt: true, Name: "Q"}},
	{ID: ActNextClaim, Menu: MenuClaim, Title: "Next claim", Key: ctrl("J"), Gap: true},
	{ID: ActPrevClaim, Menu: MenuClaim, Title: "Previous claim", Key: ctrlShift("J")},

	{ID: ActNewEvent, Menu: MenuEvent, Title: "Name an event…", Key: ctrlShift("B"), Write: true},
	{ID: ActAcceptEvent, Menu: MenuEvent, Title: "Make an event of the proposed one", Key: ctrl("B"), Write: true},
	{ID: ActEditEvent, Menu: MenuEvent, Title: "Edit the event…", Key: ctrl("I"), Write: true},
	{ID: ActRemoveEvent, Menu: MenuEvent, Title: "Remove the event", Key: ctrlShift("Delete"), Write: true},
	{ID: ActTollOut, Menu: MenuEvent, Title: "The figure is not of this event…", Key: alt("L"), Gap: true, Write: true},
	{ID: ActTollMove, Menu: MenuEvent, Title: "Move the figure to another event…", Key: alt("V"), Write: true},
	{ID: ActTollJoin, Menu: MenuEvent, Title: "The figure is of this event", Key: alt("J"), Write: true},
	{ID: ActTollRaise, Menu: MenuEvent, Title: "Raise a flag on its claim", Key: alt("F"), Gap: true, Write: true},
	{ID: ActTollDismiss, Menu: MenuEvent, Title: "Dismiss the alarm…", Key: alt("S"), Write: true},
	{ID: ActChart, Menu: MenuEvent, Title: "Export the chart…", Key: Key{Ctrl: true, Alt: true, Name: "E"}, Gap: true},

	{ID: ActCompare, Menu: MenuCompare, Title: "Compare with the previous version", Key: ctrl("D")},
	{ID: ActCompareWith, Menu: MenuCompare, Title: "Compare with…", Key: ctrlShift("D")},
	{ID: ActNextChange, Menu: MenuCompare, Title: "Next change", Key: Key{Alt: true, Shift: true, Name: "Down"}, Gap: true, Plain: bare("F8")},
	{ID: ActPrevChange, Menu: MenuCompare, Title: "Previous change", Key: Key{Alt: true, Shift: true, Name: "Up"}, Plain: bare("F7")},
	{ID: ActMoved, Menu: MenuCompare, Title: "The other place of moved words", Key: Key{Alt: true, Shift: true, Name: "Right"}, Plain: bare("F6")},
	{ID: ActEndCompare, Menu: MenuCompare, Title: "Close the comparison", Key: ctrl("W"), Plain: bare("Escape")},

	{ID: ActSubmit, Menu: MenuReview, Title: "Submit to the editor", Key: ctrlShift("R"), Write: true},
	{ID: ActApprove, Menu: MenuReview, Title: "Approve", Key: ctrlShift("P"), Write: true},
	{ID: ActReturn, Menu: MenuReview, Title: "Return with a comment…", Key: ctrlShift("T"), Write: true},
	{ID: ActSettle, Menu: MenuReview, Title: "Settle the finding", Key: ctrlShift("K"), Gap: true, Write: true},

	{ID: ActShortcuts, Menu: MenuHelp, Title: "Keyboard shortcuts", Key: ctrl("/"), Plain: bare("F1")},
	{ID: ActAbout, Menu: MenuHelp, Title: "About Stet", Key: ctrlShift("/")},
}

// ActionOf finds the row of an action.
func ActionOf(id ActionID) Action {
	for _, a := range Actions {
		if a.ID == id {
			return a
		}
	}
	return Action{ID: id, Title: string(id)}
}

// Binding is what an action does just now. Only Run is needed.
type Binding struct {
	Run     func()
	Enabled func() bool   // nil: always
	Checked func() bool   // set: the menu shows a tick
	Title   func() string // nil, or "": the table's
}

// Bind gives an action its handler; the last one bound counts.
func (s *Shell) Bind(id ActionID, b Binding) { s.bound[id] = b }

// On is Bind for an action that is possible when enabled says so; nil is
// always.
func (s *Shell) On(id ActionID, run func(), enabled func() bool) {
	s.Bind(id, Binding{Run: run, Enabled: enabled})
}

// Bound tells whether an action has a handler at all.
func (s *Shell) Bound(id ActionID) bool { return s.bound[id].Run != nil }

// Enabled tells whether an action is possible now.
func (s *Shell) Enabled(id ActionID) bool {
	b, ok := s.bound[id]
	if !ok || b.Run == nil {
		return false
	}
	if ActionOf(id).Write && (s.Desk == nil || s.Desk.ReadOnly()) {
		return false
	}
	return b.Enabled == nil || b.Enabled()
}

// Checked tells whether an action's tick is on; ok is false if it has none.
func (s *Shell) Checked(id ActionID) (on, ok bool) {
	b := s.bound[id]
	if b.Checked == nil {
		return false, false
	}
	return b.Checked(), true
}

// ActionTitle is what an action is called now.
func (s *Shell) ActionTitle(id ActionID) string {
	if b := s.bound[id]; b.Title != nil {
		if t := b.Title(); t != "" {
			return t
		}
	}
	return ActionOf(id).Title
}

// Run does an action if it is possible now, and tells whether it was. Where it is
// not, a sentence says what it needs, or that the desk is open for reading only.
func (s *Shell) Run(id ActionID) bool {
	if s.Enabled(id) {
		s.bound[id].Run()
		return true
	}
	if b, ok := s.bound[id]; ok && b.Run != nil && ActionOf(id).Write && s.Desk != nil && s.Desk.ReadOnly() {
		s.Toasts.Show("This desk is open for reading only: “" + strings.TrimSuffix(ActionOf(id).Title, "…") + "” is off.")
	} else if say := s.Needs(id); say != "" {
		s.Toasts.Show(say)
	}
	return false
}
