// Package claims holds what a fact-checking desk decides about: claims, the
// evidence for and against them, verdicts, reviews and flags. Data and laws
// only; the words are those of the field.
//
// A claim has two independent states. Its check status is the checker's work
// (how far, and with what outcome); its review status is the editor's (not yet
// submitted, submitted, returned, approved). Tools that keep one status for
// both lose one of the two.
//
// Nothing here is ever edited in place: a verdict is superseded by a later one,
// an anchor is never healed, a claim's history is the ledger's.
package claims

import (
	"encoding/json"
	"fmt"
	"time"

	"stet/index/anchor"
)

// Identifiers are five lower-case letters and digits, unique within a desk.
type (
	// ID names a claim.
	ID string
	// EvidenceID names a passage attached to a claim.
	EvidenceID string
	// EventID names an event that figures are about.
	EventID string
	// FlagID names a flag.
	FlagID string
)

// Kind is what a claim is about.
type Kind string

// The kinds of claims.
const (
	KindFigure    Kind = "figure"    // a casualty figure
	KindQuote     Kind = "quote"     // words attributed to someone
	KindStatistic Kind = "statistic" // any other number
	KindStatement Kind = "statement" // anything else that can be checked
)

// Body is what a claim asserts: a Figure, Quote, Statistic or Statement.
type Body interface {
	Kind() Kind
	body()
}

// Outcome is what happened to the people a figure counts.
type Outcome string

// The outcomes. Casualties are killed and wounded together and are never folded
// into killed.
const (
	Killed      Outcome = "killed"
	Injured     Outcome = "injured"
	Missing     Outcome = "missing"
	Displaced   Outcome = "displaced"
	Captured    Outcome = "captured"
	Detained    Outcome = "detained"
	Kidnapped   Outcome = "kidnapped"
	Surrendered Outcome = "surrendered"
	Casualties  Outcome = "casualties"
)

// Outcomes lists all outcomes in the order they are shown.
var Outcomes = []Outcome{Killed, Injured, Missing, Casualties, Displaced, Captured, Detained, Kidnapped, Surrendered}

// Window is the time a figure covers, as days "YYYY-MM-DD" (inclusive). Equal
// days are one day; an empty To is open ("since 2022"); both empty is unknown.
type Window struct {
	Words string `json:"words,omitempty"` // "on Thursday", "over the past day"
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
}

// Days prints a window by its days where they are known, else by its words.
func (w Window) Days() string {
	switch {
	case w.From == "" && w.To == "":
		return w.Words
	case w.To == "":
		return "since " + w.From
	case w.From == w.To || w.From == "":
		return w.To
	}
	return w.From + " to " + w.To
}

// Figure is a casualty figure.
type Figure struct {
	Words       string    `json:"words"` // verbatim, "at least 12 people"
	Outcome     Outcome   `json:"outcome"`
	Range       Interval  `json:"range"`
	Population  string    `json:"population,omitempty"` // "people", "civilians", "police"
	Cause       string    `json:"cause,omitempty"`
	Place       string    `json:"place,omitempty"`
	Window      Window    `json:"window,omitzero"`
	Attribution string    `json:"attribution,omitempty"` // who says so, as written
	Cumulative  bool      `json:"cumulative,omitempty"`  // a running toll
	Additional  bool      `json:"additional,omitempty"`  // "another 3", "3 more"
	Subset      bool      `json:"subset,omitempty"`      // "including 3 children"
	Implied     bool      `json:"implied,omitempty"`     // no number: one named victim
	Revised     bool      `json:"revised,omitempty"`
	Hedged      bool      `json:"hedged,omitempty"` // "may have killed", "feared"
	Previous    *Interval `json:"previous,omitempty"`
}

// QuoteType tells how much of a quote stands between quotation marks.
type QuoteType string

// The types of quotes.
const (
	Direct   QuoteType = "direct"
	Mixed    QuoteType = "mixed"
	Indirect QuoteType = "indirect"
)

// Quote is words attributed to someone.
type Quote struct {
	Words     string    `json:"words"` // content segments joined by " … "
	Type      QuoteType `json:"type"`
	Speaker   string    `json:"speaker,omitempty"` // resolved: "Volodymyr Zelenskyy"
	AsWritten string    `json:"asWritten,omitempty"`
	Cue       string    `json:"cue,omitempty"` // "said", "told"
	Via       string    `json:"via,omitempty"` // who passed it on
	Venue     string    `json:"venue,omitempty"`
	Addressee string    `json:"addressee,omitempty"`
	Negated   bool      `json:"negated,omitempty"` // "did not say that"
	Edited    bool      `json:"edited,omitempty"`  // has brackets or ellipses
	Belief    bool      `json:"belief,omitempty"`  // thinks, hopes: not an utterance
}

// Change tells a level from a movement.
type Change string

// What a statistic's number says.
const (
	Level Change = ""
	Rose  Change = "up"
	Fell  Change = "down"
)

// Statistic is any number that is not a casualty figure.
type Statistic struct {
	Words       string   `json:"words"`
	Range       Interval `json:"range"`
	Unit        string   `json:"unit,omitempty"` // "%", "USD", "km", "people"
	Of          string   `json:"of,omitempty"`   // what is counted or measured
	Change      Change   `json:"change,omitempty"`
	Place       string   `json:"place,omitempty"`
	Window      Window   `json:"window,omitzero"`
	Attribution string   `json:"attribution,omitempty"`
}

// Statement is a checkable sentence without number or quotation.
type Statement struct {
	Words string `json:"words"`
}

// Kind implements Body.
func (Figure) Kind() Kind { return KindFigure }

// Kind implements Body.
func (Quote) Kind() Kind { return KindQuote }

// Kind implements Body.
func (Statistic) Kind() Kind { return KindStatistic }

// Kind implements Body.
func (Statement) Kind() Kind { return KindStatement }

func (Figure) body()    {}
func (Quote) body()     {}
func (Statistic) body() {}
func (Statement) body() {}

// OriginKind is what sort of origin asserts something. An outlet reports; an
// origin asserts; they are never one field.
type OriginKind string

// The kinds of origins.
const (
	Official OriginKind = "official"
	Military OriginKind = "military"
	Rescue   OriginKind = "rescue service"
	Hospital OriginKind = "hospital or morgue"
	UN       OriginKind = "UN"
	NGO      OriginKind = "NGO"
	Witness  OriginKind = "witness"
	Social   OriginKind = "social post"
	Document OriginKind = "document"
)

// OriginKinds lists them in the order they are offered.
var OriginKinds = []OriginKind{Official, Military, Rescue, Hospital, UN, NGO, Witness, Social, Document}

// Origin is who asserts a claim.
type Origin struct {
	Kind OriginKind `json:"kind,omitempty"`
	Name string     `json:"name,omitempty"` // empty: unnamed
}

// Claim is one assertion to check, in its verbatim words.
type Claim struct {
	ID     ID             `json:"id"`
	Text   string         `json:"text"`           // the sentence or words, verbatim
	Made   *anchor.Anchor `json:"made,omitempty"` // where it is made; nil if typed in
	Body   Body           `json:"-"`              // see MarshalJSON
	Origin Origin         `json:"origin,omitzero"`
	Event  EventID        `json:"event,omitempty"`
	Note   string         `json:"note,omitempty"`
}

type claimJSON Claim

// MarshalJSON writes the body under its kind.
func (c Claim) MarshalJSON() ([]byte, error) {
	var kind Kind
	if c.Body != nil {
		kind = c.Body.Kind()
	}
	return json.Marshal(struct {
		claimJSON
		Kind Kind `json:"kind"`
		Body Body `json:"body,omitempty"`
	}{claimJSON(c), kind, c.Body})
}

// UnmarshalJSON reads what MarshalJSON wrote; an unknown kind is an error.
func (c *Claim) UnmarshalJSON(b []byte) error {
	var w struct {
		claimJSON
		Kind Kind            `json:"kind"`
		Body json.RawMessage `json:"body"`
	}
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	body, err := UnmarshalBody(w.Kind, w.Body)
	if err != nil {
		return fmt.Errorf("claim %s: %w", w.ID, err)
	}
	*c = Claim(w.claimJSON)
	c.Body = body
	return nil
}

// UnmarshalBody reads the JSON of a body of a known kind; "" gives nil.
func UnmarshalBody(kind Kind, b []byte) (Body, error) {
	var body Body
	var err error
	read := func(p any) {
		if len(b) > 0 {
			err = json.Unmarshal(b, p)
		}
	}
	switch kind {
	case "":
	case KindFigure:
		var x Figure
		read(&x)
		body = x
	case KindQuote:
		var x Quote
		read(&x)
		body = x
	case KindStatistic:
		var x Statistic
		read(&x)
		body = x
	case KindStatement:
		var x Statement
		read(&x)
		body = x
	default:
		err = fmt.Errorf("unknown kind of claim %q", kind)
	}
	return body, err
}

// Stance is what a passage does for a claim.
type Stance string

// The stances.
const (
	Supports    Stance = "supports"
	Contradicts Stance = "contradicts"
	Context     Stance = "context"
	FirstSeen   Stance = "origin" // the first appearance
	Repeats     Stance = "repeats"
)

// Stances lists them in the order they are offered.
var Stances = []Stance{Supports, Contradicts, Context, FirstSeen, Repeats}

// Evidence is a passage attached to a claim.
type Evidence struct {
	ID      EvidenceID    `json:"id"`
	Claim   ID            `json:"claim"`
	Anchor  anchor.Anchor `json:"anchor"`
	Stance  Stance        `json:"stance"`
	Primary bool          `json:"primary,omitempty"` // a primary source, not a report of one
	Note    string        `json:"note,omitempty"`
}

// Check is how far a check has come, and its outcome.
type Check string

// The check statuses.
const (
	Unstarted    Check = "unstarted"
	InProgress   Check = "in progress"
	Confirmed    Check = "confirmed"
	ChangeNeeded Check = "change needed"
	CannotBe     Check = "cannot be confirmed"
	NotCheckable Check = "not checkable"
)

// Checks lists the outcomes a verdict can give, in the order they are offered.
var Checks = []Check{Confirmed, ChangeNeeded, CannotBe, NotCheckable}

// Verdict is a checker's finding on a claim. A later one supersedes it.
type Verdict struct {
	Claim    ID     `json:"claim"`
	Check    Check  `json:"check"`
	Rating   string `json:"rating,omitempty"`   // on the desk's scale
	Proposed string `json:"proposed,omitempty"` // wording to print instead
	Reason   string `json:"reason,omitempty"`
	// Seen is the ledger sequence the verdict was based on: what came later, the
	// checker had not seen.
	Seen uint64 `json:"seen"`
	// Short is set on a confirmation that rests on fewer independent sources than
	// the desk's policy asks for.
	Short Shortfall `json:"short,omitzero"`
}

// Shortfall is how many independent sources there were when a verdict was given,
// and how many the desk's policy asked for.
type Shortfall struct {
	Independent int `json:"independent"`
	Wanted      int `json:"wanted"`
}

// Review is where a claim stands with the editor.
type Review string

// The review statuses.
const (
	NoReview  Review = "none"
	Submitted Review = "submitted"
	Returned  Review = "returned"
	Approved  Review = "approved"
)

// Flag is a doubt raised by a rule or a person.
type Flag struct {
	ID     FlagID    `json:"id"`
	Claim  ID        `json:"claim,omitempty"`
	Rule   string    `json:"rule,omitempty"` // empty: raised by a person
	Text   string    `json:"text"`
	Status FlagState `json:"status"`
	Reason string    `json:"reason,omitempty"` // why dismissed
}

// FlagState is whether a flag still asks for something.
type FlagState string

// The states of a flag.
const (
	FlagOpen      FlagState = "open"
	FlagAccepted  FlagState = "accepted"
	FlagDismissed FlagState = "dismissed"
)

// Scale is a verdict scale a desk can choose.
type Scale struct {
	Name    string   `json:"name"`
	Ratings []string `json:"ratings"`
}

// Scales are the published scales a desk can choose from.
var Scales = []Scale{
	{"plain", []string{"Confirmed", "Disputed", "Refuted", "Unverifiable"}},
	{"PolitiFact", []string{"True", "Mostly True", "Half True", "Mostly False", "False", "Pants on Fire"}},
	{"Africa Check", []string{"Correct", "Mostly correct", "Unproven", "Misleading", "Exaggerated", "Understated", "Incorrect"}},
}

// Event is something that happened, which figures are about.
type Event struct {
	ID    EventID `json:"id"`
	Name  string  `json:"name"`
	Place string  `json:"place,omitempty"` // as articles write it; several are parted by semicolons
	From  string  `json:"from,omitempty"`  // day, YYYY-MM-DD
	To    string  `json:"to,omitempty"`
	Open  bool    `json:"open,omitempty"`  // goes on: its counts begin on From and run
	Cause string  `json:"cause,omitempty"` // fire, shelling; as people write it
}

// Receipt documents a search: proof of what was looked for and (not) found.
type Receipt struct {
	Query    string    `json:"query"`
	Scope    string    `json:"scope"` // filters in words
	At       time.Time `json:"at"`
	Hits     int       `json:"hits"`
	Articles int       `json:"articles"` // how many were searched
	Claim    ID        `json:"claim,omitempty"`
	AtLeast  bool      `json:"atLeast,omitempty"` // Hits is a lower bound
	// Filter is the scope for a program that repeats the search; nil in receipts of
	// programs that kept words only.
	Filter *SearchFilter `json:"filter,omitempty"`
}

// SearchFilter is what a search was limited to beside what its words say. Days are
// YYYY-MM-DD; what is empty is not limited.
type SearchFilter struct {
	Outlets  []string `json:"outlets,omitempty"`
	From     string   `json:"from,omitempty"`
	To       string   `json:"to,omitempty"`
	Kind     string   `json:"kind,omitempty"` // of passage
	Role     string   `json:"role,omitempty"` // of the article
	Lang     string   `json:"lang,omitempty"`
	Articles []string `json:"articles,omitempty"`
	Latest   bool     `json:"latest,omitempty"` // only each article's newest version
}

// Policy is what a desk has agreed on.
type Policy struct {
	Name        string `json:"name"`        // of the desk, shown in the title
	Scale       string `json:"scale"`       // name of a Scale
	Independent int    `json:"independent"` // independent sources a confirmation asks for
}

// DefaultPolicy is what a new desk starts with.
func DefaultPolicy(name string) Policy { return Policy{Name: name, Scale: "plain", Independent: 2} }

// ScaleOf returns the desk's scale, the plain one if its name is unknown.
func (p Policy) ScaleOf() Scale {
	for _, s := range Scales {
		if s.Name == p.Scale {
			return s
		}
	}
	return Scales[0]
}
