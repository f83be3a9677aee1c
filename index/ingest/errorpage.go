package ingest

import (
	"regexp"
	"strings"
)

// errorPages are the headings under which a server says that it has no article to
// show: the reason phrases of HTTP (RFC 9110, section 15) and what publishers and
// the services before them commonly print instead. A page captured in the place of
// an article that was taken down is filed as its newest version; whoever reads that
// everything is missing there must see why.
var errorPages = regexp.MustCompile(`(?i)^(?:error\W+)?(?:` + strings.Join([]string{
	`(?:http\W+)?(?:40[0134]|410|429|451|50[0234])(?:\W*$|\W+(?:error|page|not found|forbidden|gone|unauthori[sz]ed|bad|internal|service|too many|unavailable)\b)`,
	`(?:page |file |article )?not found\b`,
	`(?:oops|sorry)\W.*(?:not|can't|cannot|can’t|couldn't|couldn’t).*(?:find|found)\b`,
	`(?:this |the )?(?:page|article|story|content) (?:is|isn't|isn’t|was|has been|could not be|can't be|can’t be|cannot be|no longer) (?:not |no longer )?(?:available|found|removed|deleted|exists?)\b`,
	`access (?:to this page )?(?:has been |is )?denied\b`, `forbidden$`, `gone$`, `unavailable for legal reasons\b`,
	`(?:service (?:temporarily )?unavailable|bad gateway|gateway time-?out|internal server error|too many requests)\b`,
	`just a moment\W*$`, `attention required\b`, `are you (?:a robot|human)\b`, `please verify you are\b`,
}, "|") + `)`)

// errorPage is the heading by which a page says that it is no article; "" if it
// does not.
func (p *page) errorPage() string {
	said := []string{p.title}
	for _, h := range p.h1 {
		said = append(said, h.text)
	}
	for _, s := range said {
		if s = strings.TrimSpace(s); errorPages.MatchString(s) {
			return s
		}
	}
	return ""
}
