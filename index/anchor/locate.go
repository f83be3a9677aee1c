package anchor

import (
	"fmt"

	"stet/index/diff"
	"stet/index/source"
)

// occurrences finds where the words of exact stand in body, typography aside,
// at most limit of them. Words match as a whole.
func occurrences(exact, body string, limit int) []source.Span {
	want, have := diff.Tokens(exact), diff.Tokens(body)
	if len(want) == 0 {
		return nil
	}
	var out []source.Span
	for k := 0; k+len(want) <= len(have) && len(out) < limit; k++ {
		ok := true
		for x := range want {
			if have[k+x].Norm != want[x].Norm {
				ok = false
				break
			}
		}
		if ok {
			out = append(out, source.Span{Start: have[k].Span.Start, End: have[k+len(want)-1].Span.End})
		}
	}
	return out
}

// mostCandidates bounds the places shown of an ambiguous passage.
const mostCandidates = 100

// Locate looks for a passage in a text of which nothing else is known, with its
// words and what stood around them: another article, or a version whose
// predecessor is lost. Without the old text a passage is only carried to a
// place whose surroundings are the same too, as far as they were kept.
func Locate(a Anchor, body string) Found {
	if a.Exact == "" || noWord(a.Exact) || diff.Check(body) != nil {
		return Found{Fate: Missing, Reasons: []string{"the passage holds no word"}}
	}
	all := occurrences(a.Exact, body, mostCandidates)
	var same []source.Span
	for _, s := range all {
		if surrounded(a, body, s) {
			same = append(same, s)
		}
	}
	switch {
	case len(same) == 1 && same[0] == a.Span && len(all) == 1:
		return Found{Fate: Intact, Span: same[0]}
	case len(same) == 1:
		return Found{Fate: Moved, Span: same[0]}
	case len(all) == 0:
		return Found{Fate: Missing, Reasons: []string{"the words are not in the text"}}
	case len(all) > 1:
		return Found{Fate: Ambiguous, Candidates: all, Reasons: []string{fmt.Sprintf("the same words stand at %d places", len(all))}}
	}
	return Found{Fate: Altered, Span: all[0], Reasons: []string{"the words around it differ"}}
}

// surrounded reports whether what was kept around the passage stands around the
// span too, typography aside. The first token of the prefix and the last of the
// suffix may be cut and do not count.
func surrounded(a Anchor, body string, s source.Span) bool {
	const slack = 4 * ContextRunes // bytes: white space may have grown
	p, q := diff.Tokens(a.Prefix), diff.Tokens(a.Suffix)
	if len(a.Prefix) > 0 && len(p) > 0 && s.Start > 0 {
		p = p[1:]
	}
	if len(q) > 0 {
		q = q[:len(q)-1]
	}
	from, to := max(0, s.Start-len(a.Prefix)-slack), min(len(body), s.End+len(a.Suffix)+slack)
	before, after := diff.Tokens(runesFrom(body, from, s.Start)), diff.Tokens(runesTo(body, s.End, to))
	return ends(before, p) && begins(after, q)
}

// runesFrom is body[from:to] with from moved onto a rune.
func runesFrom(body string, from, to int) string {
	for from < to && body[from]&0xC0 == 0x80 {
		from++
	}
	return body[from:to]
}

// runesTo is body[from:to] with to moved onto a rune.
func runesTo(body string, from, to int) string {
	for to > from && to < len(body) && body[to]&0xC0 == 0x80 {
		to--
	}
	return body[from:to]
}

// ends reports whether have ends with want.
func ends(have, want []diff.Token) bool {
	return len(have) >= len(want) && equalNorms(have[len(have)-len(want):], want)
}

// begins reports whether have begins with want.
func begins(have, want []diff.Token) bool {
	return len(have) >= len(want) && equalNorms(have[:len(want)], want)
}

func equalNorms(a, b []diff.Token) bool {
	for k := range a {
		if a[k].Norm != b[k].Norm {
			return false
		}
	}
	return true
}
