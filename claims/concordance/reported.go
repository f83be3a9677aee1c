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
		if i, a := f.heardOf(r, us, l); i >= 0 {
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

// heardOf is the utterance a report is about, -1 if there is none.
func (f *finder) heardOf(r *Report, us []Utterance, l *listening) (int, agreement) {
	own := r.known()
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
		a := agree(r.said(stems(l.quote(i, us))), l.quote(i, us))
		if a.enough(who) && (best < 0 || a.score() > found.score()) {
			best, found = i, a
		}
	}
	if best < 0 {
		return -1, found
	}
	quote := l.quote(best, us)
	said := r.said(stems(quote))
	judge(&found, said, quote, r.Denied)
	if found.diff == match.DiffNegation && overtaken(said, quote, f.about(r.Version).At, us[best].Source.At) {
		return -1, agreement{} // said on another occasion
	}
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
