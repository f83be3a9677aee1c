package compare

import (
	"slices"
	"strings"

	"stet/index/anchor"
	"stet/index/diff"
	"stet/index/source"
)

// noticeOpenings begin a notice; they are matched at the start of a sentence,
// folded, the mark behind the word being required for the short ones.
var noticeOpenings = []string{
	"correction:", "correction -", "corrections:", "clarification:", "editor's note:", "editors' note:", "update:", "updated:",
	"refile:", "refiles", "corrects", "corrected:", "clarifies", "this corrects", "(corrects", "(refiles", "(updates", "(adds",
	"(clarifies", "(removes", "updates with", "note to readers", "withdrawn:", "retraction:",
}

// noticePhrases occur in a notice wherever it begins.
var noticePhrases = []string{
	"an earlier version of this", "a previous version of this", "earlier versions of this", "this version corrects", "this version of the",
	"has been corrected", "was corrected", "has been updated", "was updated to", "was amended", "has been amended", "we apologise",
	"we regret", "misstated", "misspelled", "misspelt", "misidentified", "incorrectly stated", "incorrectly said", "wrongly stated",
	"the headline on this", "has been clarified", "has been withdrawn", "due to an editing error",
}

// leadWords behind a note in brackets are the first sentence of the news, not the
// rest of the note: "(Adds toll) The blast killed 15 people."
const leadWords = 4

// isNotice reports whether a sentence is a note about the article itself.
func isNotice(text string) bool {
	l := strings.ToLower(strings.NewReplacer("’", "'", "–", "-", "—", "-").Replace(strings.TrimSpace(text)))
	if _, behind, ok := strings.Cut(l, ")"); ok && l[0] == '(' && len(strings.Fields(behind)) >= leadWords {
		return false
	}
	for _, o := range noticeOpenings {
		if strings.HasPrefix(l, o) {
			return true
		}
	}
	for _, p := range noticePhrases {
		if strings.Contains(l, p) && aboutItself(l) {
			return true
		}
	}
	for _, p := range itself {
		if _, behind, ok := strings.Cut(l, p); ok && slices.ContainsFunc(handled, func(h string) bool { return strings.Contains(behind, h) }) {
			return true
		}
	}
	return false
}

// itself and handled make a notice together: "this story was corrected", but not
// "this story was a lesson to us".
var (
	itself  = []string{"this article has been", "this article was", "this story has been", "this story was", "this report has been", "this report was"}
	handled = []string{"correct", "updat", "amend", "clarif", "edit", "revis", "chang", "publish", "remov", "delet", "withdr", "retract", "translat", "refil", "written by"}
)

// aboutItself: "the death toll was corrected" is news, "this article was
// corrected" a notice.
func aboutItself(l string) bool {
	for _, w := range []string{"article", "story", "report", "version", "headline", "caption", "editing error", "we regret", "we apologise", "photo", "graphic"} {
		if strings.Contains(l, w) {
			return true
		}
	}
	return false
}

// noticeWords tell which touch a notice speaks of.
var noticeWords = map[Touch]map[string]bool{
	Figure:      set(`size extent scale tally length figure figures number numbers toll tolls age ages amount total totals percentage sum count price cost score`),
	Name:        set(`name names misspelled misspelt spelling spelled title titles misidentified surname`),
	Quote:       set(`quote quotes quotation quotations misquoted remark remarks comment comments wording words`),
	Attribution: set(`attributed attribution misattributed speaker source spokesman spokeswoman`),
	Date:        set(`date dates day year month time weekday timing`),
	Negation:    set(`not opposite`),
	Modifier:    set(`estimated estimate approximate approximately least`),
}

// announce sets Announced on the changes that a new notice names: by the words
// or numbers that changed, or by what sort of thing was corrected if only one
// change touches such a thing.
func announce(changes []Change, old, new string) {
	for _, c := range changes {
		if !c.Touched(Notice) || c.Op == diff.Deleted {
			continue
		}
		said, former := map[string]bool{}, map[float64]bool{}
		for _, s := range news(c) {
			ws := diff.Tokens(s.Of(new))
			for _, t := range ws {
				said[t.Norm] = true
			}
			formerValues(ws, former)
		}
		before := announcedOf(changes)
		named := 0
		for k := range changes {
			x := &changes[k]
			if x.Substantive && names(said, x, old, new) || x.Touched(Wording) && namesBoth(said, x, old, new) {
				x.Announced = true
				named++
			}
		}
		if named == 0 && (anyIn(said, removing) && announceOnly(changes, diff.Deleted) || anyIn(said, adding) && announceOnly(changes, diff.Added)) {
			continue
		}
		if named == 0 && !announceByKind(changes, said) && c.Op == diff.Added && !announceByTopic(changes, said, old, new) {
			announceLone(changes, said)
		}
		for k := range changes {
			if x := &changes[k]; x.Announced && !before[k] && x.otherFormer(former, old) {
				x.Announced = false
			}
		}
	}
}

func announcedOf(changes []Change) []bool {
	out := make([]bool, len(changes))
	for k := range changes {
		out[k] = changes[k].Announced
	}
	return out
}

// formerValues adds the values that a notice gives as wrong: "was 47, not 52",
// "instead of 52", "from at least 52".
func formerValues(ws []diff.Token, former map[float64]bool) {
	for k, w := range ws {
		v, ok := noticeNumber(w)
		if !ok {
			continue
		}
		b := k - 1
		for b > 0 && boundWords[ws[b].Norm] {
			b--
		}
		switch {
		case b < 0:
		case ws[b].Norm == "not", ws[b].Norm == "from", b > 0 && (ws[b-1].Norm == "instead" && ws[b].Norm == "of" || ws[b-1].Norm == "rather" && ws[b].Norm == "than"):
			former[v] = true
		}
	}
}

// boundWords stand between a number and what is said of it: "not at least 52".
var boundWords = set(`at least about around nearly almost some over the`)

// noticeNumber is the value of a number in digits or in one word.
func noticeNumber(t diff.Token) (float64, bool) {
	if t.Class == diff.Number {
		return valueOf(t.Norm), true
	}
	return anchor.NumberWord(t.Norm)
}

// otherFormer reports whether a change takes out numbers, and only others than a
// notice gives as wrong: "47, not 52" owns up to no change of 38 to 47.
func (c *Change) otherFormer(former map[float64]bool, old string) bool {
	if len(former) == 0 || !c.Touched(Figure) {
		return false
	}
	any := false
	for _, e := range c.Edits {
		for _, t := range diff.Tokens(e.Old.Of(old)) {
			v, ok := noticeNumber(t)
			if former[v] && ok {
				return false
			}
			any = any || ok
		}
	}
	return any
}

// news are the words of a notice that are new in the version: all of a new one,
// of an edited one what was put in.
func news(c Change) []source.Span {
	if c.Op == diff.Added || len(c.Edits) == 0 {
		return []source.Span{c.New}
	}
	var out []source.Span
	for _, e := range c.Edits {
		if !e.Cosmetic && e.New.Start == c.New.Start && !e.New.Empty() {
			return []source.Span{c.New} // another kind of notice: an update became a correction
		}
		if !e.Cosmetic && !e.New.Empty() {
			out = append(out, e.New)
		}
	}
	return out
}

// announceOnly announces the only sentence that went or came, for a notice that
// something was taken out or added.
func announceOnly(changes []Change, op diff.Op) bool {
	at := -1
	for k := range changes {
		if changes[k].Op == op && changes[k].Substantive {
			if at >= 0 {
				return false
			}
			at = k
		}
	}
	if at >= 0 {
		changes[at].Announced = true
	}
	return at >= 0
}

// announceLone announces the only change that matters, if a notice of a
// correction names nothing that it could be measured by: "(Refiles to correct the
// first paragraph)".
func announceLone(changes []Change, said map[string]bool) {
	if !anyIn(said, correcting) || anyIn(said, particulars) {
		return
	}
	for _, words := range noticeWords {
		if anyIn(said, words) {
			return // it speaks of something else
		}
	}
	at := -1
	for k := range changes {
		if !changes[k].Substantive || changes[k].Op == diff.Added {
			continue
		}
		if at >= 0 {
			return
		}
		at = k
	}
	if at >= 0 {
		changes[at].Announced = true
	}
}

// names reports whether a notice says a number or at least two content words
// (a capitalised one is enough) that the change took out or put in.
func names(said map[string]bool, c *Change, old, new string) bool {
	score := 0
	weigh := func(text string) {
		for _, t := range diff.Tokens(text) {
			if t.Class == diff.Mark || functionWords[t.Norm] || !said[t.Norm] {
				continue
			}
			_, number := anchor.NumberWord(t.Norm)
			w := t.Span.Of(text)
			switch {
			case t.Class == diff.Number || number, w != "" && w[0] >= 'A' && w[0] <= 'Z' && len(text) < mostRunes:
				score += 2
			default:
				score++
			}
		}
	}
	if len(c.Edits) == 0 {
		weigh(c.Old.Of(old) + " " + c.New.Of(new))
		return score >= 5
	}
	for _, e := range c.Edits {
		if !e.Cosmetic {
			weigh(e.Old.Of(old))
			weigh(e.New.Of(new))
		}
	}
	return score >= 2
}

// namesBoth reports whether a notice says the words that went and those that came:
// "suspended, not banned" owns up to a change of wording alone.
func namesBoth(said map[string]bool, c *Change, old, new string) bool {
	all := func(text string) bool {
		any := false
		for _, t := range diff.Tokens(text) {
			if t.Class == diff.Mark || functionWords[t.Norm] {
				continue
			}
			if any = said[t.Norm]; !any {
				return false
			}
		}
		return any
	}
	for _, e := range c.Edits {
		if !e.Cosmetic && all(e.Old.Of(old)) && all(e.New.Of(new)) {
			return true
		}
	}
	return false
}

// announceByKind announces the only change that touches what a notice without
// particulars speaks of.
func announceByKind(changes []Change, said map[string]bool) (any bool) {
	for _, t := range Touches {
		if !anyIn(said, noticeWords[t]) {
			continue
		}
		at := -1
		for k := range changes {
			if changes[k].Substantive && changes[k].Touched(t) {
				if at >= 0 {
					at = -2
					break
				}
				at = k
			}
		}
		if at >= 0 {
			changes[at].Announced, any = true, true
		}
	}
	return any
}

// announceByTopic announces the one change whose sentences share most words
// with a notice that names neither the words changed nor their kind:
// "(Updates with date of talks)".
func announceByTopic(changes []Change, said map[string]bool, old, new string) bool {
	best, at := 0, -1
	for k := range changes {
		c := &changes[k]
		if !c.Substantive {
			continue
		}
		score := 0
		seen := map[string]bool{}
		for _, t := range diff.Tokens(c.Old.Of(old) + " " + c.New.Of(new)) {
			if t.Class == diff.Word && said[t.Norm] && !seen[t.Norm] && !functionWords[t.Norm] && !aboutNotices[t.Norm] {
				seen[t.Norm] = true
				score++
			}
		}
		switch {
		case score > best:
			best, at = score, k
		case score == best:
			at = -1 // two changes may be meant
		}
	}
	if at >= 0 {
		changes[at].Announced = true
	}
	return best > 0
}

func anyIn(said, words map[string]bool) bool {
	for w := range words {
		if said[w] {
			return true
		}
	}
	return false
}
