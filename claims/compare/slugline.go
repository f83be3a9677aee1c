package compare

import (
	"regexp"
	"strings"

	"stet/index/diff"
	"stet/index/source"
)

// slugline is what agencies print in front of a headline to say what became of the
// story: "UPDATE 2-", "WRAPUP 1-", "CORRECTED-", "REFILE-".
var slugline = regexp.MustCompile(`^(UPDATE|WRAPUP|CORRECTED|CORRECTION|REFILE|CLARIFIED)(?: ?\d+)? ?[-–—:] ?`)

// A slug is the words of a slugline.
type slug struct {
	kind string // UPDATE
	text string // "UPDATE 2-"
}

func slugOf(line string) slug {
	m := slugline.FindStringSubmatch(strings.TrimSpace(line))
	if m == nil {
		return slug{}
	}
	return slug{kind: m[1], text: strings.TrimSpace(m[0])}
}

// slugs are the sluglines of a pair of headlines that changed, if they did: what stands
// behind them is compared without them, "2-Ferry" being no other ferry.
type slugs struct {
	was, is  slug
	old, new source.Span // of the headlines behind them
	edits    []diff.Edit
}

// reslugged reads a pair of headlines; false if their sluglines are the same.
func reslugged(old, new *reader, p diff.Pair) (slugs, bool) {
	s := slugs{}
	s.old, s.new = p.Hull()
	s.was, s.is = slugOf(s.old.Of(old.doc.Text)), slugOf(s.new.Of(new.doc.Text))
	if s.edits = p.Edits; s.was.text == s.is.text {
		return s, false
	}
	s.edits = nil
	s.old.Start += len(s.was.text)
	s.new.Start += len(s.is.text)
	for _, e := range diff.Words(s.old.Of(old.doc.Text), s.new.Of(new.doc.Text)) {
		e.Old, e.New = e.Old.Shift(s.old.Start), e.New.Shift(s.new.Start)
		s.edits = append(s.edits, e)
	}
	return s, true
}

// told says that a headline has another slugline, and what else changed in it.
func (s slugs) told(rest string) string {
	head := "headline marked " + said(strings.TrimRight(s.is.text, "-–—: "))
	if s.is.text == "" {
		head = "headline no longer marked " + said(strings.TrimRight(s.was.text, "-–—: "))
	}
	if rest = strings.TrimPrefix(rest, "headline: "); rest != "" {
		return head + "; " + rest
	}
	return head
}

// developing are the touches of facts that an update stands for: what has happened since.
// It owns up to no other quote, name, speaker or turn of meaning.
var developing = []Touch{Figure, Modifier, Date, Wording, Cosmetic}

// announceSlug sets Announced on what a new slugline stands for: an update, on what was
// added and on figures and dates that moved on; a correction, on the only change that
// matters.
func announceSlug(changes []Change, was, is slug) {
	if is.text == was.text {
		return
	}
	switch is.kind {
	case "UPDATE", "WRAPUP":
		for k := range changes {
			c := &changes[k]
			all := touchSet{}
			for _, t := range c.Touches {
				all[t] = true
			}
			if c.Substantive && (c.Op == diff.Added || c.Op != diff.Deleted && all.only(developing...) && (all[Figure] || all[Date])) {
				c.Announced = true
			}
		}
	case "":
	default:
		announceLone(changes, correcting)
	}
}
