package concordance

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stet/claims/extract"
	"stet/claims/match"
	"stet/index/source"
)

// leastWords: shorter quotations ("a disgrace") are too common to tell whose they
// are.
const leastWords = 3

// Saying is one quotation as one version prints it.
type Saying struct {
	Version source.VersionID
	Span    source.Span   // from the first quoted byte to the last
	Words   string        // what Span covers: the quoted parts and any attribution between them
	Parts   []source.Span // the quoted parts, bytes of Words
	Speaker string        // resolved, else as written; empty: not named
	Written string        // the speaker as written: "the company", "he"
	Venue   string        // "on Telegram"
	Via     string        // who passed it on

	plain []string // of words alone
	cuts  []int    // before which of plain words are shown to be left out
}

// Place is where it stands.
func (s *Saying) Place() source.Place { return source.Place{Version: s.Version, Span: s.Span} }

// Claim is the saying as something to put beside its source.
func (s *Saying) Claim() match.QuoteClaim {
	return match.QuoteClaim{Words: s.Words, Speaker: s.Speaker, Parts: s.Parts}
}

// Key names the place of a saying: "a7k3p@2:140".
func (s *Saying) Key() string { return s.Version.String() + ":" + strconv.Itoa(s.Span.Start) }

// edited reports whether it shows that words are left out or replaced.
func (s *Saying) edited() bool {
	if len(s.cuts) > 0 {
		return true
	}
	for _, p := range s.Parts {
		for _, c := range p.Of(s.Words) {
			if c == '[' {
				return true
			}
		}
	}
	return false
}

// pronouns may stand for anybody.
var pronouns = map[string]bool{"he": true, "she": true, "they": true, "it": true, "who": true, "i": true, "we": true, "him": true, "her": true, "them": true}

// sameWritten reports whether both name their speaker in the same words, whatever
// those were resolved to: "the company".
func (s *Saying) sameWritten(o *Saying) bool {
	return s.Written != "" && strings.EqualFold(s.Written, o.Written) && !pronouns[strings.ToLower(s.Written)]
}

// speakers says whether two sayings are one person's: 1 if so, -1 if they are two
// people's, 0 if that cannot be told.
func speakers(a, b *Saying) int {
	if a.sameWritten(b) {
		return 1
	}
	return match.Speakers(a.Speaker, b.Speaker)
}

// compareSayings orders sayings by place.
func compareSayings(a, b *Saying) int {
	return cmp.Or(cmp.Compare(a.Version.Article, b.Version.Article), cmp.Compare(a.Version.N, b.Version.N), a.Span.Compare(b.Span))
}

// Read lists the sayings of an analysed version in order of the text.
func Read(v source.VersionID, d *extract.Doc) []Saying {
	var out []Saying
	for _, q := range d.Quotes() {
		if q.Scare || q.Belief || q.Within >= 0 || len(q.Marked) == 0 {
			continue
		}
		span := source.Span{Start: q.Marked[0].Start, End: q.Marked[len(q.Marked)-1].End}
		s := Saying{Version: v, Span: span, Words: span.Of(d.Text), Speaker: q.Speaker, Written: q.AsWritten, Venue: q.Venue, Via: q.Via}
		if s.Speaker == "" {
			s.Speaker = q.AsWritten
		}
		for _, m := range q.Marked {
			s.Parts = append(s.Parts, m.Shift(-span.Start))
		}
		if s.settle() {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b Saying) int { return a.Span.Compare(b.Span) })
	return out
}

// settle works out the plain words and reports whether there are enough.
func (s *Saying) settle() bool {
	s.plain, s.cuts = nil, nil
	for _, w := range s.Claim().Plain() {
		if w == match.Ellipsis {
			s.cuts = append(s.cuts, len(s.plain))
			continue
		}
		s.plain = append(s.plain, w)
	}
	return len(s.plain) >= leastWords
}

// sameWords reports whether two sayings have the same words, and are cut in the
// same places.
func (s *Saying) sameWords(o *Saying) bool {
	return slices.Equal(s.plain, o.plain) && slices.Equal(s.cuts, o.cuts)
}

// Shares reports whether a quotation has enough of a saying's words to be worth
// putting beside it.
func (s *Saying) Shares(q match.QuoteClaim) bool {
	o := Saying{}
	for _, w := range q.Plain() {
		if w != match.Ellipsis {
			o.plain = append(o.plain, w)
		}
	}
	a, b := &wording{first: &o}, &wording{first: s}
	if len(a.words()) > len(b.words()) {
		a, b = b, a
	}
	return len(o.plain) > 0 && likely(a, b)
}
