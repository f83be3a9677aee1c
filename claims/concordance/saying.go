package concordance

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

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
	// Translated tells that the text calls the words a translation, or says that they
	// were spoken in another language or through an interpreter.
	Translated bool
	// Transcript tells that a transcript of what was said has the words, each sentence
	// a saying of its own: another may quote any one of them.
	Transcript bool
	// A quotation that an attribution divides between two sentences is two sayings:
	// another outlet may print one of them only, or both in another order. Turn
	// numbers the quotations of the version; Gap is what stands between the saying
	// before it of the same quotation and this one, empty if it is the first.
	Turn int
	Gap  string
	// Lead is what the text itself has in front of the saying in its sentence: a negation
	// may stand there.
	Lead string `json:",omitempty"`

	plain []string // of words alone
	cuts  []int    // before which of plain words are shown to be left out
}

// Place is where it stands.
func (s *Saying) Place() source.Place { return source.Place{Version: s.Version, Span: s.Span} }

// Claim is the saying as something to put beside its source.
func (s *Saying) Claim() match.QuoteClaim {
	return match.QuoteClaim{Words: s.Words, Speaker: s.Speaker, Parts: s.Parts, Before: s.Lead}
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

// readSayings lists the sayings of an analysed version in order of the text.
func readSayings(v source.VersionID, d *extract.Doc) []Saying {
	var out []Saying
	for turn, q := range d.Quotes() {
		if q.Scare || q.Belief || q.Within >= 0 || len(q.Marked) == 0 {
			continue
		}
		end := 0 // of the saying before
		said, transcript := sentencesApart(q.Marked, d.Text), q.Rule == extract.RuleTranscript
		if transcript {
			said = everySentence(q.Marked, d)
		}
		for _, parts := range said {
			span := source.Span{Start: parts[0].Start, End: parts[len(parts)-1].End}
			s := Saying{Version: v, Span: span, Words: span.Of(d.Text), Speaker: q.Speaker, Written: q.AsWritten, Venue: q.Venue, Via: q.Via, Turn: turn, Translated: translated(d, q), Transcript: transcript, Lead: before(d, span.Start)}
			if s.Speaker == "" {
				s.Speaker = q.AsWritten
			}
			if transcript {
				s.Speaker = labelName(s.Speaker)
			}
			for _, m := range parts {
				s.Parts = append(s.Parts, m.Shift(-span.Start))
			}
			if end > 0 {
				s.Gap = d.Text[end:span.Start]
			}
			end = span.End
			if s.settle() {
				out = append(out, s)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Saying) int { return a.Span.Compare(b.Span) })
	return out
}

// before is the text of a sentence up to a place in it, from any quotation's end on.
func before(d *extract.Doc, at int) string {
	i := d.SentenceAt(at)
	if i < 0 || d.Sentences[i].Span.Start > at {
		return ""
	}
	lead := strings.TrimRight(d.Text[d.Sentences[i].Span.Start:at], "“\"„«‘' ")
	for _, mark := range []string{"”", "\"", "»"} {
		lead = lead[max(0, strings.LastIndex(lead, mark)):]
	}
	return strings.TrimLeft(lead, "”\"» ,.")
}

// everySentence divides the parts of a transcript's turn at the ends of sentences.
func everySentence(parts []source.Span, d *extract.Doc) [][]source.Span {
	var out [][]source.Span
	for _, p := range parts {
		for i := max(0, d.SentenceAt(p.Start)); i < len(d.Sentences) && d.Sentences[i].Span.Start < p.End; i++ {
			if s := d.Sentences[i].Span; s.Overlaps(p) {
				out = append(out, []source.Span{{Start: max(p.Start, s.Start), End: min(p.End, s.End)}})
			}
		}
	}
	return out
}

// labelName is a name as a transcript's label has it, in capitals, as it is written
// elsewhere: Rasmus Toft.
func labelName(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	first := true
	return strings.Map(func(r rune) rune {
		lower := !first
		first = !unicode.IsLetter(r) && r != '\'' && r != '’'
		if lower {
			return unicode.ToLower(r)
		}
		return r
	}, s)
}

// translated reports whether the paragraph of a quotation says that its words are a
// translation.
func translated(d *extract.Doc, q extract.Quote) bool {
	i := d.ParagraphAt(q.Span.Start)
	return i >= 0 && translation.MatchString(d.Paragraphs[i].Span.Of(d.Text))
}

// translation matches what news says of words spoken in another language: "through
// an interpreter", "speaking in Kazhi", "according to a translation".
var translation = regexp.MustCompile(`\b(?:[Tt]hrough (?:an |a |his |her |their )?(?:interpreter|translator)|[Ss](?:peaking|aid|poke) in [A-Z]\pL+(?:ish|ian|ese|ic|i|ch|ek|an|ew|du|u)\b|[Tt]ranslat(?:ed (?:from|by)|ion (?:of|by|from|provided))|according to (?:a|an|the) (?:\w+ )?translation)`)

// sentencesApart divides the parts of a quotation where an attribution between
// them ends a sentence: “A,” she said. “B.” is two, “A,” she said, “and b” one.
func sentencesApart(parts []source.Span, text string) [][]source.Span {
	out := [][]source.Span{parts[:1]}
	for i, p := range parts[1:] {
		gap := strings.TrimRightFunc(text[parts[i].End:p.Start], func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".!?", r)
		})
		n := len(out) - 1
		if strings.ContainsFunc(gap, unicode.IsLetter) && strings.ContainsAny(gap[len(gap)-1:], ".!?") {
			out = append(out, []source.Span{p})
			continue
		}
		out[n] = append(out[n][:len(out[n]):len(out[n])], p)
	}
	return out
}

// rejoined makes one again of neighbouring sayings of one quotation, in order of
// place: what one utterance has of both.
func rejoined(list []*Saying) []*Saying {
	var out []*Saying
	for _, s := range list {
		if n := len(out); n > 0 && s.Gap != "" {
			l := out[n-1]
			if l.Version == s.Version && l.Turn == s.Turn && l.Span.End+len(s.Gap) == s.Span.Start {
				both := *l
				both.Span.End = s.Span.End
				both.Words = l.Words + s.Gap + s.Words
				both.Parts = slices.Clone(l.Parts)
				for _, p := range s.Parts {
					both.Parts = append(both.Parts, p.Shift(len(l.Words)+len(s.Gap)))
				}
				both.settle()
				out[n-1] = &both
				continue
			}
		}
		out = append(out, s)
	}
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
