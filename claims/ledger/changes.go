package ledger

import (
	"encoding/json"
	"fmt"

	"stet/claims"
	"stet/index/anchor"
	"stet/index/source"
)

// Change is one kind of decision. The set is sealed: every kind is in the table
// at the end of this file.
//
// A change carries what it replaces ("Was"), so that its inverse needs nothing
// but the entry, and so that two people changing the same thing at once is
// noticed: apply refuses when Was is not what is there.
type Change interface {
	// Kind is the name under which the change is stored; it never changes.
	Kind() string
	// apply changes the state and returns how to take that back, or explains why
	// it cannot be done and leaves the state alone.
	apply(s *State, e *Entry) (rollback func(), err error)
	// invert is the change that takes this one back.
	invert(e *Entry) Change
	// Summary says for people what was decided.
	Summary() string
}

// PolicySet changes what the desk has agreed on.
type PolicySet struct {
	Policy claims.Policy `json:"policy"`
	Was    claims.Policy `json:"was"`
}

// VersionAdded files a version of an article; N = 1 creates the article.
type VersionAdded struct {
	Article source.Article `json:"article"`
	Version source.Version `json:"version"`
	// Marks are the marks of the canonical text. They are kept here, not beside
	// the text, so that the hash chain covers them.
	Marks []source.Mark `json:"marks,omitempty"`
}

// VersionHidden takes a version out of lists and search, or brings it back. The
// version itself stays.
type VersionHidden struct {
	Version source.VersionID `json:"version"`
	Hidden  bool             `json:"hidden"`
}

// ArticleFiled changes an article's outlet or role.
type ArticleFiled struct {
	Article source.Article `json:"article"`
	Was     source.Article `json:"was"`
}

// ClaimAdded makes a claim.
type ClaimAdded struct {
	Claim claims.Claim `json:"claim"`
}

// ClaimEdited changes a claim.
type ClaimEdited struct {
	Claim claims.Claim `json:"claim"`
	Was   claims.Claim `json:"was"`
}

// ClaimRemoved takes a claim off the desk, or brings it back.
type ClaimRemoved struct {
	Claim   claims.ID `json:"claim"`
	Removed bool      `json:"removed"`
}

// EvidenceAttached attaches a passage to a claim.
type EvidenceAttached struct {
	Evidence claims.Evidence `json:"evidence"`
}

// EvidenceEdited changes the stance, kind or note of an attached passage. Its
// anchor cannot change: other words are other evidence.
type EvidenceEdited struct {
	Evidence claims.Evidence `json:"evidence"`
	Was      claims.Evidence `json:"was"`
}

// EvidenceDetached takes a passage off a claim, or puts it back.
type EvidenceDetached struct {
	Evidence claims.EvidenceID `json:"evidence"`
	Detached bool              `json:"detached"`
	Reason   string            `json:"reason,omitempty"`
}

// AnchorConfirmed records that a person looked at a passage in another version
// and says that it is the same evidence there. The evidence keeps its anchor.
type AnchorConfirmed struct {
	Evidence  claims.EvidenceID `json:"evidence"`
	Anchor    anchor.Anchor     `json:"anchor"`
	Note      string            `json:"note,omitempty"`
	Withdrawn bool              `json:"withdrawn,omitempty"`
}

// VerdictGiven decides a claim, superseding the verdict before it.
type VerdictGiven struct {
	Verdict claims.Verdict `json:"verdict"`
}

// VerdictWithdrawn takes a verdict back (or restores it); the one before stands
// again. Verdict is the sequence of its entry.
type VerdictWithdrawn struct {
	Claim     claims.ID `json:"claim"`
	Verdict   uint64    `json:"verdict"`
	Withdrawn bool      `json:"withdrawn"`
}

// ReviewSet moves a claim through review. A return needs a comment.
type ReviewSet struct {
	Claim   claims.ID     `json:"claim"`
	From    claims.Review `json:"from"`
	To      claims.Review `json:"to"`
	Comment string        `json:"comment,omitempty"`
	Was     string        `json:"was,omitempty"`    // on inverses, the comment of what is taken back
	Undone  bool          `json:"undone,omitempty"` // set on inverses, which may go any way
	// Seen is the ledger sequence an approval is based on: what the editor had on
	// screen. 0 in ledgers that do not say.
	Seen uint64 `json:"seen,omitempty"`
}

// FlagRaised raises a flag.
type FlagRaised struct {
	Flag claims.Flag `json:"flag"`
}

// FlagSettled accepts, dismisses (with a reason) or reopens a flag.
type FlagSettled struct {
	Flag   claims.FlagID    `json:"flag"`
	From   claims.FlagState `json:"from"`
	To     claims.FlagState `json:"to"`
	Reason string           `json:"reason,omitempty"`
	Was    string           `json:"was,omitempty"` // the reason before
}

// FindingSettled says that a finding was looked at (or reopens it).
type FindingSettled struct {
	Finding string `json:"finding"` // its key
	Settled bool   `json:"settled"`
	Note    string `json:"note,omitempty"`
	About   string `json:"about,omitempty"` // what it told, for the history; "" in older ledgers
}

// ProposalDismissed hides a proposal that is not worth checking, or shows it
// again. Words are kept, so that the same proposal stays away in later versions.
type ProposalDismissed struct {
	Version   source.VersionID `json:"version"`
	Span      source.Span      `json:"span"`
	Claim     claims.Kind      `json:"claim"`
	Words     string           `json:"words"`
	Dismissed bool             `json:"dismissed"`
	Reason    string           `json:"reason,omitempty"`
}

// QuoteSourceChosen makes what stands at a place the best source of its
// utterance in the concordance, over what the rules would choose; or takes that
// back.
type QuoteSourceChosen struct {
	Place  source.Place `json:"place"`
	Words  string       `json:"words"`
	Chosen bool         `json:"chosen"`
}

// EventAdded names an event.
type EventAdded struct {
	Event claims.Event `json:"event"`
}

// EventRemoved takes an event off the desk, or brings it back.
type EventRemoved struct {
	Event   claims.EventID `json:"event"`
	Removed bool           `json:"removed"`
}

// SearchSaved keeps a search as proof of what was looked for.
type SearchSaved struct {
	Receipt claims.Receipt `json:"receipt"`
}

// SearchDropped takes a saved search out of reports, or puts it back. Search is
// the sequence of its entry.
type SearchDropped struct {
	Search  uint64 `json:"search"`
	Dropped bool   `json:"dropped"`
}

// ReportExported records a report that left the desk, so that anyone who holds
// the file can ask whether it is the one that was exported. It cannot be undone:
// the file is out.
type ReportExported struct {
	Name   string      `json:"name"`   // file name
	Format string      `json:"format"` // "html"
	Hash   source.Hash `json:"hash"`   // of the whole file
	Seq    uint64      `json:"seq"`    // the ledger it was gathered from
	Claims int         `json:"claims"`
}

// kinds is the table of all changes, by the name under which they are stored.
var kinds = table(
	read[PolicySet],
	read[VersionAdded],
	read[VersionHidden],
	read[ArticleFiled],
	read[ClaimAdded],
	read[ClaimEdited],
	read[ClaimRemoved],
	read[EvidenceAttached],
	read[EvidenceEdited],
	read[EvidenceDetached],
	read[AnchorConfirmed],
	read[VerdictGiven],
	read[VerdictWithdrawn],
	read[ReviewSet],
	read[FlagRaised],
	read[FlagSettled],
	read[FindingSettled],
	read[ProposalDismissed],
	read[QuoteSourceChosen],
	read[EventAdded],
	read[EventRemoved],
	read[EventEdited],
	read[TollPlaced],
	read[SearchSaved],
	read[SearchDropped],
	read[ReportExported],
	read[ReadingCorrected],
	read[SentenceMarked],
	read[SentenceUnmarked],
)

type reader func(raw []byte) (Change, error)

// read decodes one kind of change.
func read[C Change](raw []byte) (Change, error) {
	var c C
	err := json.Unmarshal(raw, &c)
	return c, err
}

func table(readers ...reader) map[string]reader {
	t := make(map[string]reader, len(readers))
	for _, r := range readers {
		c, err := r([]byte("{}"))
		if err != nil {
			panic(err) // a change that cannot be empty is a mistake in this file
		}
		t[c.Kind()] = r
	}
	return t
}

// Kind implements Change.
func (PolicySet) Kind() string { return "policy set" }

// Kind implements Change.
func (VersionAdded) Kind() string { return "version added" }

// Kind implements Change.
func (VersionHidden) Kind() string { return "version hidden" }

// Kind implements Change.
func (ArticleFiled) Kind() string { return "article filed" }

// Kind implements Change.
func (ClaimAdded) Kind() string { return "claim added" }

// Kind implements Change.
func (ClaimEdited) Kind() string { return "claim edited" }

// Kind implements Change.
func (ClaimRemoved) Kind() string { return "claim removed" }

// Kind implements Change.
func (EvidenceAttached) Kind() string { return "evidence attached" }

// Kind implements Change.
func (EvidenceEdited) Kind() string { return "evidence edited" }

// Kind implements Change.
func (EvidenceDetached) Kind() string { return "evidence detached" }

// Kind implements Change.
func (AnchorConfirmed) Kind() string { return "anchor confirmed" }

// Kind implements Change.
func (VerdictGiven) Kind() string { return "verdict given" }

// Kind implements Change.
func (VerdictWithdrawn) Kind() string { return "verdict withdrawn" }

// Kind implements Change.
func (ReviewSet) Kind() string { return "review set" }

// Kind implements Change.
func (FlagRaised) Kind() string { return "flag raised" }

// Kind implements Change.
func (FlagSettled) Kind() string { return "flag settled" }

// Kind implements Change.
func (FindingSettled) Kind() string { return "finding settled" }

// Kind implements Change.
func (ProposalDismissed) Kind() string { return "proposal dismissed" }

// Kind implements Change.
func (QuoteSourceChosen) Kind() string { return "quote source chosen" }

// Kind implements Change.
func (EventAdded) Kind() string { return "event added" }

// Kind implements Change.
func (EventRemoved) Kind() string { return "event removed" }

// Kind implements Change.
func (SearchSaved) Kind() string { return "search saved" }

// Kind implements Change.
func (SearchDropped) Kind() string { return "search dropped" }

// Kind implements Change.
func (ReportExported) Kind() string { return "report exported" }

// ErrNewer is returned for a kind of change this program does not know.
type ErrNewer struct{ Kind string }

func (e ErrNewer) Error() string {
	return fmt.Sprintf("the ledger holds a %q entry, which this version of Stet does not know; open the desk with a newer one", e.Kind)
}

// Decode reads what Encode wrote.
func Decode(kind string, raw []byte) (Change, error) {
	read, ok := kinds[kind]
	if !ok {
		return nil, ErrNewer{kind}
	}
	c, err := read(raw)
	if err != nil {
		return nil, fmt.Errorf("ledger: a %q entry cannot be read: %w", kind, err)
	}
	return c, nil
}
