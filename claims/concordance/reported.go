package concordance

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"stet/claims/match"
)

// Paraphrase is the relation of a report to the words it is about. It is no
// misquotation, whatever its words; what can be wrong with it is what it says.
const Paraphrase match.Relation = "paraphrase"

// When a report is of an utterance.
const (
	// sameNews is how far apart a report and the quotation may be printed.
	sameNews = 5 * 24 * time.Hour
	// maxRare: a stem that more utterances have than this proposes none.
	maxRare = 400
	// maxCompared is how many utterances a report is put beside.
	maxCompared = 12
)

// agreement is how much a report and a stretch of a quotation have in common.
type agreement struct {
	shared     int     // different stems
	ofReport   float64 // share of the report's stems
	ofQuote    float64 // share of the stretch's
	diff       match.DiffKind
	why        string
	marked     []int // tokens of the report that differ
	from, upTo int   // tokens of the quotation
}

func (a agreement) score() float64 { return a.ofReport + a.ofQuote + 0.1*float64(a.shared) }

// enough reports whether that is one utterance, by one person or (who is 0) by
// somebody who may be the same: most of both, or more words and less of each.
func (a agreement) enough(who int) bool {
	switch {
	case who < 0:
		return false
	case who == 0:
		return a.shared >= 3 && a.ofReport >= 0.75 && a.ofQuote >= 0.5
	}
	return a.shared >= 2 && a.ofReport >= 0.6 && a.ofQuote >= 0.6 ||
		a.shared >= 3 && a.ofReport >= 0.5 && a.ofQuote >= 0.34 ||
		a.shared >= 4 && a.ofReport >= 0.4 && a.ofQuote >= 0.3
}

// hearsay finds for each report the utterance it is about and puts it there.
func (f *finder) hearsay(us []Utterance) {
	if len(f.in.Reports) == 0 || len(us) == 0 {
		return
	}
	l := listen(us)
	type heard struct {
		report *Report
		a      agreement
	}
	of := map[int][]heard{}
	for _, r := range f.in.Reports {
		if i, a := f.about1(r, us, l); i >= 0 {
			of[i] = append(of[i], heard{r, a})
		}
	}
	for i := range us {
		for _, h := range of[i] {
			f.report(&us[i], h.report, h.a)
		}
		rs := us[i].Reports
		slices.SortStableFunc(rs, func(a, b Rendering) int {
			return byTime(&a, &b)
		})
	}
}

// about1 is the utterance a report is about, -1 if there is none.
func (f *finder) about1(r *Report, us []Utterance, l *listening) (int, agreement) {
	said := gist(r.Words)
	own := stems(said)
	if len(own) < 2 {
		return -1, agreement{}
	}
	best, found := -1, agreement{}
	for _, i := range l.near(r, own) {
		src := &us[i].Source
		if apart := f.about(r.Version).At.Sub(src.At); apart > sameNews || apart < -sameNews {
			continue
		}
		who := speakers(&r.Saying, &src.Saying)
		if who < 0 && us[i].Speaker != src.Speaker {
			who = match.Speakers(r.Speaker, us[i].Speaker)
		}
		a := agree(said, l.quote(i, us))
		if a.enough(who) && (best < 0 || a.score() > found.score()) {
			best, found = i, a
		}
	}
	if best < 0 {
		return -1, found
	}
	judge(&found, said, l.quote(best, us), r.Denied)
	return best, found
}

// listening finds utterances by what was said, and by whom.
type listening struct {
	named map[string][]int32 // by speaker's surname and stem
	any   map[string][]int32 // by stem
	read  map[int][]token
}

func listen(us []Utterance) *listening {
	l := &listening{named: map[string][]int32{}, any: map[string][]int32{}, read: map[int][]token{}}
	for i := range us {
		name := surnameKey(us[i].Speaker)
		for _, s := range stems(gist(us[i].Source.Words)) {
			l.any[s] = append(l.any[s], int32(i))
			if name != "" {
				l.named[name+" "+s] = append(l.named[name+" "+s], int32(i))
			}
		}
	}
	return l
}

// quote is the gist of an utterance.
func (l *listening) quote(i int, us []Utterance) []token {
	ts, ok := l.read[i]
	if !ok {
		ts = gist(us[i].Source.Words)
		l.read[i] = ts
	}
	return ts
}

// near are the utterances that share most stems with a report, rarer ones counting
// more, at least two.
func (l *listening) near(r *Report, own []string) []int {
	weight, shared := map[int]float64{}, map[int]int{}
	for k, lists := range []map[string][]int32{l.named, l.any} {
		prefix := ""
		if k == 0 {
			if prefix = surnameKey(r.Speaker) + " "; prefix == " " {
				continue
			}
		} else if len(shared) > 0 {
			break // the speaker's own words come first
		}
		w, n := map[int]float64{}, map[int]int{}
		for _, s := range own {
			list := lists[prefix+s]
			if len(list) > maxRare {
				continue
			}
			for _, i := range list {
				w[int(i)] += 1 / float64(len(list))
				n[int(i)]++
			}
		}
		for i := range n {
			weight[i], shared[i] = max(weight[i], w[i]), max(shared[i], n[i])
		}
	}
	var out []int
	for i, n := range shared {
		if n >= 2 {
			out = append(out, i)
		}
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(a, b)) })
	return out[:min(len(out), maxCompared)]
}

// surnameKey is the last word of a name without its vowels and doubled letters, so
// that spellings of one name have one key.
func surnameKey(name string) string {
	ws := plainWords(name)
	if len(ws) == 0 {
		return ""
	}
	var out []byte
	for i, c := range []byte(ws[len(ws)-1]) {
		if n := len(out); i > 0 && strings.IndexByte("aeiouy", c) >= 0 || n > 0 && out[n-1] == c {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// agree puts a report beside the stretch of a quotation that it has most of: all of
// it, a sentence or a clause.
func agree(said, quote []token) (best agreement) {
	own := stems(said)
	for _, s := range stretches(quote) {
		theirs := stems(quote[s[0]:s[1]])
		n := 0
		for _, x := range own {
			if slices.Contains(theirs, x) {
				n++
			}
		}
		if n == 0 {
			continue
		}
		// Equal numbers are words in common; others are a difference, not a lack.
		equal := equalNumbers(said, quote[s[0]:s[1]])
		n += equal
		a := agreement{shared: n, ofReport: float64(n) / float64(len(own)+equal), ofQuote: float64(n) / float64(len(theirs)+equal), from: s[0], upTo: s[1]}
		if a.score() > best.score() {
			best = a
		}
	}
	return best
}

// stretches are the stretches of a quotation that may have been reported alone:
// all of it, and what stands between words of a clause's beginning.
func stretches(quote []token) [][2]int {
	cuts := []int{0}
	for i := 1; i < len(quote); i++ {
		gap := quote[i].start - quote[i-1].end
		switch quote[i].word {
		case "and", "but", "because", "so", "if", "while", "although", "or":
			cuts = append(cuts, i)
		default:
			if gap > 1 { // a sign
				cuts = append(cuts, i)
			}
		}
	}
	cuts = append(cuts, len(quote))
	var out [][2]int
	for i := range cuts {
		for _, k := range cuts[i+1:] {
			out = append(out, [2]int{cuts[i], k})
		}
	}
	const most = 200 // of a quotation of many clauses the first ones
	return out[:min(len(out), most)]
}

// judge tells whether a report says another number, the opposite, or with another
// certainty than the stretch it is about.
func judge(a *agreement, said, quote []token, denied bool) {
	theirs := quote[a.from:a.upTo]
	own := stems(theirs)
	in, there := common(said, own), common(theirs, stems(said))
	if a.ofReport < 0.5 {
		return
	}
	var negated []int
	odd := denied
	for _, i := range in.near(said) {
		if said[i].negates {
			odd = !odd
			negated = append(negated, i)
		}
	}
	for _, i := range there.near(theirs) {
		if theirs[i].negates {
			odd = !odd
		}
	}
	ours, other := numbers(said), numbers(theirs)
	switch {
	case odd:
		a.diff, a.why, a.marked = match.DiffNegation, "The report says the opposite of the quoted words.", negated
	case len(ours) > 0 && len(other) > 0 && foreign(said, ours, theirs, other) >= 0:
		i := foreign(said, ours, theirs, other)
		a.diff, a.marked = match.DiffNumber, []int{i}
		a.why = "The report says " + plainNumber(said, i) + ", the quoted words " + plainNumber(theirs, other[0]) + "."
	default:
		x, y := in.modals(said), there.modals(theirs)
		if x != noModal && y != noModal && x&y == 0 {
			a.diff = match.DiffModal
			a.why = "The report says “" + modalWord(said, in) + "”, the quoted words “" + modalWord(theirs, there) + "”."
			for _, i := range in.near(said) {
				if said[i].modal != noModal {
					a.marked = append(a.marked, i)
				}
			}
		}
	}
}

// reach is a stretch of tokens from the first word in common to the last.
type reach struct{ from, upTo int }

func common(ts []token, with []string) reach {
	r := reach{-1, -1}
	for i, t := range ts {
		if t.stem != "" && slices.Contains(with, t.stem) {
			if r.from < 0 {
				r.from = i
			}
			r.upTo = i + 1
		}
	}
	return r
}

// ahead is how many words before the first one in common may still govern it: "did
// not want to".
const ahead = 4

// near are the tokens of the stretch, and those before it in its clause.
func (r reach) near(ts []token) []int {
	if r.from < 0 {
		return nil
	}
	from := r.from
	for from > 0 && r.from-from < ahead && ts[from].start-ts[from-1].end <= 1 {
		from--
	}
	var out []int
	for i := from; i < r.upTo; i++ {
		out = append(out, i)
	}
	return out
}

func (r reach) modals(ts []token) (m modal) {
	for _, i := range r.near(ts) {
		m |= ts[i].modal
	}
	return m
}

func modalWord(ts []token, r reach) string {
	for _, i := range r.near(ts) {
		if ts[i].modal != noModal {
			return ts[i].word
		}
	}
	return ""
}

// numbers are the tokens that numbers begin at.
func numbers(ts []token) []int {
	var out []int
	for i, t := range ts {
		if t.number != "" && t.number != "-" {
			out = append(out, i)
		}
	}
	return out
}

// equalNumbers counts the different numbers that both have.
func equalNumbers(a, b []token) int {
	var seen []string
	for _, i := range numbers(a) {
		v := a[i].number
		if !slices.Contains(seen, v) && slices.ContainsFunc(numbers(b), func(k int) bool { return b[k].number == v }) {
			seen = append(seen, v)
		}
	}
	return len(seen)
}

// foreign is the first number of one list that the other does not have, if the
// other has one that the first does not; -1 if there is none.
func foreign(a []token, as []int, b []token, bs []int) int {
	has := func(ts []token, list []int, v string) bool {
		return slices.ContainsFunc(list, func(i int) bool { return ts[i].number == v })
	}
	for _, i := range as {
		if !has(b, bs, a[i].number) && slices.ContainsFunc(bs, func(k int) bool { return !has(a, as, b[k].number) }) {
			return i
		}
	}
	return -1
}

// plainNumber is a number as it is written.
func plainNumber(ts []token, i int) string {
	words := []string{ts[i].word}
	for k := i + 1; k < len(ts) && ts[k].number == "-"; k++ {
		words = append(words, ts[k].word)
	}
	return strings.Join(words, " ")
}

// report adds a report to an utterance: a row for each article and wording, copies
// folded. What an article that quotes the words reports of them besides is listed
// only if it says another thing.
func (f *finder) report(u *Utterance, r *Report, a agreement) {
	if a.diff == "" && slices.ContainsFunc(u.quoting(), func(o *Rendering) bool { return o.Version.Article == r.Version.Article }) {
		return
	}
	about := f.about(r.Version)
	for i := range u.Reports {
		o := &u.Reports[i]
		if !slices.Equal(o.plain, r.plain) {
			continue
		}
		if o.Version.Article == r.Version.Article {
			o.fold(&r.Saying)
			o.Gone = 0
			if last := slices.Max(o.Versions); last < about.Latest {
				o.Gone = last + 1
			}
			return
		}
		if c := about.Cluster; c != 0 && c == f.about(o.Version).Cluster {
			o.Copies = append(o.Copies, f.reporting(u, r, a))
			return
		}
	}
	u.Reports = append(u.Reports, f.reporting(u, r, a))
}

// reporting makes a row of a report.
func (f *finder) reporting(u *Utterance, r *Report, a agreement) Rendering {
	about := f.about(r.Version)
	out := Rendering{Saying: r.Saying, Outlet: about.Outlet, At: about.At, Story: about.Story, Versions: []int{r.Version.N}, Relation: Paraphrase,
		Differs: a.diff, Why: a.why, Score: min(a.ofReport, a.ofQuote)}
	if r.Version.N < about.Latest {
		out.Gone = r.Version.N + 1
	}
	if a.diff == match.DiffNumber {
		out.Why += agreeing(u, r, a)
	}
	if out.Why == "" {
		out.Why = "Reported in other words, not quoted."
	}
	out.Pieces = reportPieces(r.Words, a)
	return out
}

// agreeing names the first other rendering that has the number a report gives.
func agreeing(u *Utterance, r *Report, a agreement) string {
	number := gist(r.Words)[a.marked[0]].number
	for _, o := range u.quoting() {
		ts := gist(o.Words)
		if slices.ContainsFunc(numbers(ts), func(i int) bool { return ts[i].number == number }) {
			return " It agrees with " + strings.TrimSpace(o.Outlet+" "+o.VersionWords()) + "."
		}
	}
	return ""
}

// reportPieces are the words of a report, what differs apart.
func reportPieces(words string, a agreement) []Piece {
	if len(a.marked) == 0 {
		return []Piece{{Text: words}}
	}
	var out []Piece
	at := 0
	ts := gist(words)
	for _, i := range a.marked {
		end := ts[i].end
		for k := i + 1; k < len(ts) && ts[k].number == "-"; k++ {
			end = ts[k].end
		}
		if ts[i].start > at {
			out = append(out, Piece{Text: words[at:ts[i].start]})
		}
		out = append(out, Piece{Kind: a.diff, Text: words[ts[i].start:end]})
		at = end
	}
	if at < len(words) {
		out = append(out, Piece{Text: words[at:]})
	}
	return out
}

// reportWords name what is wrong with a report.
var reportWords = map[match.DiffKind]string{
	"": "reported, not quoted", match.DiffNegation: "reported as the opposite", match.DiffNumber: "reported with another number", match.DiffModal: "reported with another certainty",
}

// reportsBeside counts the outlets that report an utterance and do not quote it.
func reportsBeside(u *Utterance) int {
	outlets := map[string]bool{}
	for _, r := range u.Reports {
		for _, x := range append([]Rendering{r}, r.Copies...) {
			outlets[strings.ToLower(x.Outlet)] = true
		}
	}
	for _, r := range u.quoting() {
		delete(outlets, strings.ToLower(r.Outlet))
	}
	return len(outlets)
}
