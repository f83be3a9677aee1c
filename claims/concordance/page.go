package concordance

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/extract"
	"stet/index/source"
)

// Page is what the concordance needs of one version. It depends on the text and
// what [extract.Meta] says of it alone, so it may be kept.
type Page struct {
	Sayings []Saying `json:"s,omitempty"` // in order of the text
	Reports []Report `json:"r,omitempty"` // in order of the text
	Names   []string `json:"n,omitempty"` // keys of the surnames of the persons it names, see surnameKey, sorted
}

// PageVersion changes when Read gives other pages of the same texts: pages that
// were kept are then read anew.
const PageVersion = 4

// Read reads the page of an analysed version.
func Read(v source.VersionID, d *extract.Doc) Page {
	p := Page{Sayings: readSayings(v, d), Reports: readReports(v, d)}
	for _, e := range d.Entities().List {
		if e.Kind != extract.Person || !e.Named {
			continue
		}
		if k := surnameKey(e.Name); k != "" {
			p.Names = append(p.Names, k)
		}
	}
	slices.Sort(p.Names)
	p.Names = slices.Compact(p.Names)
	return p
}

// Settle makes a page that was kept one of a version, as Read had made it.
func (p *Page) Settle(v source.VersionID) {
	for i := range p.Sayings {
		p.Sayings[i].Version = v
		p.Sayings[i].settle()
	}
	for i := range p.Reports {
		p.Reports[i].Version = v
		p.Reports[i].settle()
	}
}

// Report is what somebody said in the words of who reports it: "she said the dam
// would hold". Its words are no quotation, but may be about one.
type Report struct {
	Saying
	Denied bool // "denied that the dam would hold"
	// Before is what stands in front of it, from the sentence before its own: a pronoun
	// of a short report stands for something there.
	Before string `json:",omitempty"`
}

// readReports lists the reports of an analysed version in order of the text: those
// that quote a word or two only are among them.
func readReports(v source.VersionID, d *extract.Doc) []Report {
	var out []Report
	for turn, q := range d.Quotes() {
		if q.Scare || q.Belief || q.Within >= 0 || q.Negated || q.Type == claims.Direct || len(q.Content) == 0 || quoted(q, d.Text) >= leastWords {
			continue
		}
		span := source.Span{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End}
		if rest, ok := strings.CutPrefix(span.Of(d.Text), "that "); ok {
			span.Start = span.End - len(rest)
		}
		if span.Empty() {
			continue
		}
		r := Report{Saying: Saying{Version: v, Span: span, Words: span.Of(d.Text), Speaker: q.Speaker, Written: q.AsWritten, Venue: q.Venue, Via: q.Via, Turn: turn},
			Denied: strings.HasPrefix(q.Cue, "den")}
		if r.Speaker == "" {
			r.Speaker = q.AsWritten
		}
		for _, c := range q.Content {
			c.Start = max(c.Start, span.Start)
			r.Parts = append(r.Parts, c.Shift(-span.Start))
		}
		if k := d.SentenceAt(span.Start); k >= 0 {
			r.Before = d.Text[d.Sentences[max(0, k-1)].Span.Start:span.Start]
		}
		if r.Speaker != "" && r.settle() {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b Report) int { return a.Span.Compare(b.Span) })
	return out
}

// quoted counts the words between marks.
func quoted(q extract.Quote, text string) (n int) {
	for _, m := range q.Marked {
		n += len(strings.Fields(m.Of(text)))
	}
	return n
}
