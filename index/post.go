package index

import (
	"regexp"
	"strings"
)

// post is a claim taken apart: many are posts copied from a social network, with
// links, tags, handles, and the name, handle and day they are signed with. A
// plain sentence is all words.
type post struct {
	words   string   // what it says
	tags    []string // hashtags and mentions, as the words they are made of
	handles []string // the handles it was signed with, as the words they are made of
	author  string   // who signed it
	month   string   // "june 2019", when it was signed; "" if it was not
}

// readPost takes a claim apart.
func readPost(claim string) post {
	var p post
	claim = links.ReplaceAllString(claim, " ")
	for _, m := range signed.FindAllStringSubmatch(claim, -1) {
		p.author += m[1] + " "
		p.handles = append(p.handles, splitCamel(m[2]))
		p.month = strings.ToLower(m[3]) + " " + m[4]
	}
	claim = signed.ReplaceAllString(claim, " ")
	for _, t := range tags.FindAllString(claim, -1) {
		p.tags = append(p.tags, splitCamel(t[1:]))
	}
	p.words = tags.ReplaceAllString(claim, " ")
	return p
}

// signed is how embedded posts end: — Name (@handle) June 4, 2019.
var signed = regexp.MustCompile(`[—–-] ([^—(]{1,60}) \(@(\w+)\W*\)\s+(` + monthNames + `)\s+\d{1,2},\s+(\d{4})`)

const monthNames = `January|February|March|April|May|June|July|August|September|October|November|December`
