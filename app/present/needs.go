package present

import "strings"

// needs says, for an action that is not possible everywhere, what has to be there
// first: it ends the sentence that begins with the action's title. A menu shows such
// an action in grey, but its key can be pressed anywhere, and must not do nothing
// without a word.
var needs = map[ActionID]string{
	ActImportFiles: "an open desk", ActImportFolder: "an open desk", ActExport: "an open desk",
	ActVerify: "an open desk", ActReindex: "an open desk", ActUndo: "an open desk", ActRedo: "an open desk",

	ActCite:       "an open article",
	ActCopyQuote:  "a quote chosen under Quotes",
	ActSaveSearch: "a search: type one above",
	ActFindHere:   "an open article",

	ActMarkStory: "an open article", ActSetOutlet: "an open article", ActHide: "an open article", ActNewVersion: "an open article",

	ActNextOpen: "an open article", ActPrevOpen: "an open article",
	ActClaimSentence: "a sentence chosen in an article", ActMarkOpinion: "a sentence chosen in an article",
	ActMarkHandled: "a sentence chosen in an article", ActMarkCheckable: "a sentence chosen in an article",
	ActUnmark: "a sentence with a mark",

	ActNextProposal: "an article with proposals", ActPrevProposal: "an article with proposals",
	ActAccept: "a proposal that is not accepted yet", ActDismiss: "a proposal that is not accepted yet",
	ActDismissWhy: "a proposal that is still open",
	ActCorrect:    "a proposal, or a claim whose reading has fields",
	ActTakeRead:   "a proposal that a checker reads otherwise",

	ActMakeClaim: "words selected in an article", ActAttach: "words selected in an article", ActAttachTo: "words selected in an article",
	ActAttachRanked: "a ranked passage: open a claim, then one with 1 to 9", ActTypeClaim: "an open desk",
	ActEditClaim: "an open claim", ActVerdict: "an open claim", ActFlag: "an open claim", ActRemoveClaim: "an open claim",
	ActQuoteOf: "an open claim that is a quote on the desk", ActNextClaim: "claims in the list", ActPrevClaim: "claims in the list",

	ActNewEvent: "an open desk", ActAcceptEvent: "a proposed event, chosen under Events",
	ActEditEvent: "an event of the desk, chosen under Events", ActRemoveEvent: "an event of the desk, chosen under Events",
	ActTollOut: "a figure chosen on the board of a named event", ActTollJoin: "a figure that was left out of a named event",
	ActTollMove:  "a figure chosen on the board of a named event, and another event",
	ActTollRaise: "an open alarm: choose one under Events, Alarms", ActTollDismiss: "an open alarm: choose one under Events, Alarms",
	ActChart: "an event chosen under Events",

	ActCompare: "an article with an earlier version", ActCompareWith: "an open article",
	ActNextChange: "an open comparison", ActPrevChange: "an open comparison",
	ActMoved: "moved words, chosen in a comparison", ActEndCompare: "an open comparison",

	ActSubmit:  "an open claim with a verdict that is not with the editor yet",
	ActApprove: "a submitted claim, and you as editor", ActReturn: "a submitted claim, and you as editor",
	ActSettle: "a finding chosen in the inbox",
}

// Needs is the sentence on why an action is not possible now; "" where a key that
// does nothing explains itself, as when there is nothing to go back to.
func (s *Shell) Needs(id ActionID) string {
	if needs[id] == "" {
		return ""
	}
	return "“" + strings.TrimSuffix(s.ActionTitle(id), "…") + "” needs " + needs[id] + "."
}
