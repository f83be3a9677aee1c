package ingest

import (
	"regexp"

	"stet/index/source"
)

// noticeRules recognise what an article says about its own history, in order of
// weight: the first that fits anywhere in the article is its Notice. The forms
// are those of agencies' stylebooks (CORRECTED-, REFILE-, UPDATE 2-) and of
// newspapers' corrections columns.
var noticeRules = []struct {
	notice source.Notice
	form   *regexp.Regexp
}{
	{source.Withdrawn, rx(`(?:WITHDRAWN|WITHDRAWAL|KILL|RETRACTED|RETRACTION|Withdrawn|Withdrawal|Retracted|Retraction)\s*[-:–—]`)},
	{source.Withdrawn, rx(`(?i:this (?:story|article|report) (?:has been|was|is) (?:withdrawn|retracted))`)},
	{source.Corrected, rx(`(?i:(?:correction|corrections|corrected)(?:,? \(?[^:.]{1,40}\)?)?:)`)},
	{source.Corrected, rx(`(?:CORRECTED|CORRECTION|Corrected|Correction)\s*[-–—]`)},
	{source.Corrected, rx(`\(?(?:Corrects|Correcting|This corrects) `)},
	{source.Corrected, rx(`(?i:(?:a correction was made|this (?:story|article|report|version)[^.]{0,60} (?:has been|was) (?:corrected|amended|updated to correct)))`)},
	{source.Corrected, rx(`(?i:an earlier version of this (?:story|article|report)[^.]{0,80} (?:misstated|wrongly|incorrectly|gave|said|misspelled|misidentified|mistakenly))`)},
	{source.Refile, rx(`\(?(?:REFILE|REFILED|REFILING|Refile|Refiled|Refiles|Refiling|RPT)(?:\s*[-:–—]| to | with |, )`)},
	{source.Clarification, rx(`(?i:clarification(?:,? \(?[^:.]{1,40}\)?)?\s*[:–—])|CLARIFICATION-|(?i:this (?:story|article|report) (?:has been|was) clarified)`)},
	{source.EditorsNote, rx(`(?i:(?:editor['’]?s['’]? note|note (?:from|by) the editors?)(?:,? \(?[^:.]{1,40}\)?)?\s*[:.–—-])`)},
	{source.Update, rx(`(?:UPDATE|Update)(?:\s+\d{1,2})?\s*[-–—:]|UPDATED:|\(?(?:Updates|Adds|Recasts) (?:with|to|toll|details|paragraph|number|quotes|comment|background|throughout)`)},
	{source.Update, rx(`(?i:update(?:d)?,? \(?(?:\d{1,2}[:.]\d{2}|\d{1,2} [a-z]{3,9}|[a-z]{3,9}\.? \d{1,2})[^:.]{0,30}\)?:)`)},
	{source.Update, rx(`(?i:this (?:story|article|report) (?:has been|was) updated)`)},
}

func rx(s string) *regexp.Regexp { return regexp.MustCompile(`^[*\[_ ]{0,3}(?:` + s + `)`) }

// Notices stand within the first and the last few blocks.
const (
	noticeTop    = 5
	noticeBottom = 4
)

// notices marks every notice near the top and the end, and sets Notice to the
// weightiest. In a headline only the slug ("UPDATE 2-") is marked.
func (d *Document) notices(blocks []block) {
	best := len(noticeRules)
	for i := range blocks {
		b := &blocks[i]
		if i >= noticeTop && i < len(blocks)-noticeBottom {
			continue
		}
		k, n := noticeOf(b.text)
		if n == 0 {
			continue
		}
		best = min(best, k)
		if b.prose() || b.kind == source.MarkHeading {
			b.kind = source.MarkNotice
			continue
		}
		b.inner = append(b.inner, source.Mark{Span: source.Span{Start: 0, End: n}, Kind: source.MarkNotice})
	}
	if best < len(noticeRules) && d.Notice == "" {
		d.Notice = noticeRules[best].notice
	}
}

// noticeOf gives the rule that fits the start of s and how many bytes it took.
func noticeOf(s string) (rule, n int) {
	for k, r := range noticeRules {
		if m := r.form.FindStringIndex(s); m != nil {
			return k, m[1]
		}
	}
	return 0, 0
}
