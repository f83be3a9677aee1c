package workspace

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
	"stet/claims/extract"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/source"
)

// Suggestion says why a proposal is not what the program read.
type Suggestion struct {
	Claim   claims.ID        // whose correction it comes from
	Version source.VersionID // where that was made
	Who     ledger.Who
	Fields  []claims.Field // what differs from what the program read
	// Elsewhere: the correction was made of other words, which name the same
	// speaker. It is a guess; without it, the words are the very ones corrected.
	Elsewhere bool
	Note      string // for people: "as you corrected in version 1"
}

// Correct gives a claim a checker's reading of its words in place of the one it
// has. What the program read is kept, so that the same correction is proposed
// where the same words are read again.
func (w *Workspace) Correct(ctx context.Context, id claims.ID, now claims.Body) error {
	c, err := w.Claim(id)
	if err != nil {
		return err
	}
	if claims.SameBody(c.Body, now) {
		return nil
	}
	fix, err := corrections(c, w.readIn(id, c.Body), now)
	if err != nil {
		return err
	}
	return w.Do(ctx, fix...)
}

// readIn is what the program read in a claim's words: what its first correction
// says, else what it has.
func (w *Workspace) readIn(id claims.ID, body claims.Body) claims.Body {
	w.View(func(s *ledger.State) {
		if c := s.Claims[id]; c != nil && len(c.Corrections) > 0 {
			body = c.Corrections[0].Read.Body
		}
	})
	return body
}

// TakeReading gives a claim the program's reading back.
func (w *Workspace) TakeReading(ctx context.Context, id claims.ID) error {
	c, err := w.Claim(id)
	if err != nil {
		return err
	}
	read := w.readIn(id, c.Body)
	if claims.SameBody(read, c.Body) {
		return fmt.Errorf("claim %s has the program's reading already", id)
	}
	return w.Correct(ctx, id, read)
}

// corrections are the changes that give a claim another reading. Who asserts it
// follows, unless somebody set that otherwise.
func corrections(c claims.Claim, read, now claims.Body) ([]ledger.Change, error) {
	if now == nil || now.Kind() != c.Body.Kind() {
		return nil, errors.New("a correction keeps the kind of the claim; make another claim of the words instead")
	}
	if err := sound(now); err != nil {
		return nil, err
	}
	out := []ledger.Change{ledger.ReadingCorrected{Claim: c.ID, Read: claims.Reading{Body: read}, Was: claims.Reading{Body: c.Body}, Now: claims.Reading{Body: now}}}
	if was, to := originOf(c.Body), originOf(now); c.Origin.Name == was.Name && was != to {
		edited := c
		edited.Body = now
		then := edited
		then.Origin.Name = to.Name
		out = append(out, ledger.ClaimEdited{Claim: then, Was: edited})
	}
	return out, nil
}

// sound refuses a reading that no words can have.
func sound(b claims.Body) error {
	var r claims.Interval
	switch x := b.(type) {
	case claims.Figure:
		if !slices.Contains(claims.Outcomes, x.Outcome) {
			return fmt.Errorf("%q is no outcome of a casualty figure", x.Outcome)
		}
		r = x.Range
		if r.Min < 0 {
			return errors.New("a casualty figure is not below zero")
		}
	case claims.Statistic:
		r = x.Range
	default:
		return nil
	}
	if !r.NoMax && r.Max < r.Min {
		return fmt.Errorf("the range ends (%s) before it begins (%s)", claims.Number(r.Max), claims.Number(r.Min))
	}
	return nil
}

// fix is a correction made in an article.
type fix struct {
	claim     claims.ID
	version   source.VersionID
	read, now claims.Body
	who       ledger.Who
	mine      bool
	here      bool        // made in the version looked at
	at        source.Span // where its words stand in the version looked at
	stands    bool        // they stand there, and all they rest on is unchanged
}

// fixes are the corrections made in an article, latest first.
type fixes []fix

// correctionsFor looks up what the corrections made in an article mean for one of
// its versions.
func (w *Workspace) correctionsFor(ctx context.Context, id source.VersionID) (fixes, error) {
	type made struct {
		fix
		at anchor.Anchor
	}
	var list []made
	w.View(func(s *ledger.State) {
		for _, name := range slices.Backward(s.Made) {
			c := s.Claims[name]
			x := c.Correction()
			if x == nil || c.Made == nil || c.Made.Version.Article != id.Article {
				continue
			}
			list = append(list, made{fix{claim: c.ID, version: c.Made.Version, read: x.Read.Body, now: x.Now.Body, who: x.Who, mine: x.Who.Name == w.cfg.Who.Name, here: c.Made.Version == id}, *c.Made})
		}
	})
	out := make(fixes, len(list))
	for i, x := range list {
		var err error
		if x.fix.at, x.stands, err = w.rests(ctx, x.at, id); err != nil {
			return nil, err
		}
		out[i] = x.fix
	}
	return out, nil
}

// rests tells where anchored words stand in a version, if they and the sentences
// they were read in stand there word for word. A number, a negation, a speaker
// that changed anywhere in those sentences makes other words of them.
func (w *Workspace) rests(ctx context.Context, a anchor.Anchor, id source.VersionID) (source.Span, bool, error) {
	if a.Version == id {
		return a.Span, true, nil
	}
	f, err := w.Fate(ctx, a, id)
	if err != nil || !f.Fate.Carried() {
		return source.Span{}, false, err
	}
	d, err := w.Analysis(ctx, a.Version)
	if err != nil {
		return source.Span{}, false, err
	}
	whole, err := w.Fate(ctx, anchor.At(a.Version, d.Text, readingSpan(d, a.Span)), id)
	if err != nil {
		return source.Span{}, false, err
	}
	return f.Span, whole.Fate.Carried() && whole.Span.Contains(f.Span), nil
}

// readingSpan is the sentences that words were read in: their own, and the one
// that names who said them.
func readingSpan(d *extract.Doc, words source.Span) source.Span {
	out := words
	grow := func(s source.Span) {
		out.Start, out.End = min(out.Start, s.Start), max(out.End, s.End)
	}
	if s, ok := sentenceOf(d, words); ok {
		grow(s)
	}
	for _, p := range extract.Propose(d) {
		if p.Span == words {
			grow(p.Sentence)
		}
	}
	return out
}

// suggest gives a proposal the reading that a checker made of the same words
// before; else, for a quote, the name a checker gave the same written speaker.
func (list fixes) suggest(p *Proposal) {
	for _, x := range list {
		if !x.stands || x.at != p.Span {
			continue
		}
		if body, ok := claims.Recorrect(x.read, x.now, p.Read); ok {
			where := " it"
			if !x.here {
				where = " in version " + fmt.Sprint(x.version.N)
			}
			p.take(x, body, false, "as "+x.whose()+" corrected"+where)
			return
		}
	}
	q, ok := p.Read.(claims.Quote)
	if !ok || !isName(q.AsWritten) {
		return
	}
	var one *fix
	for i := range list {
		x := &list[i]
		read, ok := x.read.(claims.Quote)
		now, ok2 := x.now.(claims.Quote)
		if !ok || !ok2 || read.AsWritten != q.AsWritten || read.Speaker != q.Speaker || now.Speaker == q.Speaker || now.Speaker == "" {
			continue
		}
		if one != nil && one.now.(claims.Quote).Speaker != now.Speaker {
			return // two people of that name: the checker has to say which
		}
		if one == nil {
			one = x
		}
	}
	if one != nil {
		q.Speaker = one.now.(claims.Quote).Speaker
		p.take(*one, q, true, fmt.Sprintf("suggested: %s read “%s” as %s in claim %s", one.whose(), q.AsWritten, q.Speaker, one.claim))
	}
}

func (p *Proposal) take(x fix, body claims.Body, elsewhere bool, note string) {
	p.Body = body
	p.Suggestion = &Suggestion{Claim: x.claim, Version: x.version, Who: x.who, Fields: claims.Corrected(p.Read, body), Elsewhere: elsewhere, Note: note}
}

func (x fix) whose() string {
	if x.mine {
		return "you"
	}
	return x.who.Name
}

// isName reports whether a speaker as written holds a name: "he" and "the mayor"
// can be anybody in the next paragraph, "Kade" cannot.
func isName(written string) bool {
	for i, word := range strings.Fields(written) {
		first, _ := utf8.DecodeRuneInString(word)
		if unicode.IsUpper(first) && (i > 0 || !notNames[strings.ToLower(word)]) {
			return true
		}
	}
	return false
}

// notNames begin a sentence with a capital without being a name.
var notNames = map[string]bool{"he": true, "she": true, "they": true, "it": true, "we": true, "i": true, "the": true, "a": true, "an": true, "one": true, "another": true, "his": true, "her": true, "their": true, "its": true, "some": true, "officials": true, "witnesses": true, "police": true, "residents": true}
