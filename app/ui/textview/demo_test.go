package textview

import (
	"strings"

	"stet/index/source"
)

// article is a piece of news made up for these tests: every kind of paragraph
// and of mark.
func article() (source.Text, []Mark) {
	paras := []struct {
		kind source.MarkKind
		text string
	}{
		{source.MarkHeadline, "Fire at Norrby harbour kills at least 12, dozens missing"},
		{source.MarkByline, "By Ana Brandt and Tomas Lind · Coastal Wire · 3 May 2031, updated 14:02"},
		{source.MarkNotice, "Corrected: an earlier version gave the number of missing as 40."},
		{"", "NORRBY — At least 12 people were killed and 34 injured when a fire tore through a warehouse in the old harbour of Norrby before dawn on Thursday, the fire service said. Dozens were still missing by noon."},
		{"", "“We must rebuild, and we must find out why the doors were locked,” Mayor Ilse Varga told reporters on the quay. “Nobody will be forgotten.”"},
		{source.MarkHeading, "What is known of the cause"},
		{"", "The fire started shortly after 4 a.m. in a hall used to store lithium batteries, according to two officials who asked not to be named. Coastal Freight Ltd., which has leased the hall since 2022, said no batteries were kept there. The harbour authority's own list, seen by Coastal Wire, names 1,200 crates."},
		{source.MarkQuote, "The doors on the land side were chained. We cut three chains before we could get anyone out."},
		{"", "Some 140 firefighters from four towns fought the blaze for nine hours. The regional hospital admitted 31 people, two fewer than the fire service counts as injured; the difference was not explained."},
		{source.MarkHeading, "Earlier warnings"},
		{"", "A safety inspection in November found “serious and repeated” faults in the alarm, and gave the owner 60 days. The follow-up was postponed twice. Residents of the fishermen's quarter said they had complained about the smell of solvents for almost a year, and that nobody came."},
		{source.MarkCaption, "Smoke over the old harbour, seen from the fishermen's quarter at first light. Photo: J. Marek"},
	}
	var t source.Text
	var b strings.Builder
	for i, p := range paras {
		if i > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(p.text)
		if p.kind != "" {
			t.Marks = append(t.Marks, source.Mark{Span: source.Span{Start: start, End: b.Len()}, Kind: p.kind})
		}
	}
	t.Body = b.String()
	var marks []Mark
	for _, m := range []struct {
		words string
		kind  Kind
	}{
		{"at least 12", Search},
		{"At least 12 people were killed and 34 injured", Claim},
		{"At least 12", Current},
		{"Dozens were still missing by noon.", Proposal},
		{"We must rebuild, and we must find out why the doors were locked", EvidenceFor},
		{"according to two officials who asked not to be named", Added},
		{"said no batteries were kept there", EvidenceAgainst},
		{"names 1,200 crates", Changed},
		{"We cut three chains before we could get anyone out.", Moved},
		{"Some 140 firefighters from four towns fought the blaze for nine hours.", Stale},
		{"two fewer than the fire service counts as injured; the difference was not explained", Deleted},
		{"“serious and repeated” faults", Claim},
		{"repeated", Search},
		{"for almost a year", Proposal},
	} {
		i := strings.Index(t.Body, m.words)
		marks = append(marks, Mark{Span: source.Span{Start: i, End: i + len(m.words)}, Kind: m.kind, ID: m.words, Hint: m.kind.String()})
	}
	return t, marks
}
