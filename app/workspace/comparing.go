package workspace

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"stet/claims"
	"stet/claims/compare"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/diff"
	"stet/index/source"
)

// Comparison is two versions side by side: of one article, or of two.
type Comparison struct {
	Old, New         ledger.Version
	OldText, NewText source.Text
	Alignment        diff.Alignment
	Changes          []compare.Change
}

// Compare aligns any two versions and says what changed.
func (w *Workspace) Compare(ctx context.Context, old, now source.VersionID) (Comparison, error) {
	var c Comparison
	var err error
	if c.Old, c.OldText, err = w.Read(ctx, old); err != nil {
		return c, err
	}
	if c.New, c.NewText, err = w.Read(ctx, now); err != nil {
		return c, err
	}
	oldDoc, err := w.Analysis(ctx, c.Old.ID)
	if err != nil {
		return c, err
	}
	newDoc, err := w.Analysis(ctx, c.New.ID)
	if err != nil {
		return c, err
	}
	c.Alignment = compare.NoticesApart(oldDoc, newDoc, w.align(c.Old.ID, c.New.ID, c.OldText, c.NewText))
	c.Alignment = compare.Headlines(oldDoc, newDoc, c.Alignment)
	c.Changes = compare.Versions(oldDoc, newDoc, c.Alignment)
	return c, nil
}

// FindingKind says what a finding is about.
type FindingKind string

// The kinds of findings.
const (
	EvidenceTouched FindingKind = "evidence" // an attached passage
	ClaimTouched    FindingKind = "claim"    // the words a claim was made of
	TextTouched     FindingKind = "text"     // another change in an article that is being checked
)

// Finding is something a later version did to what the desk decided on. It is
// derived, never stored; that somebody settled it is in the ledger.
//
// A finding on a claim asks: does the verdict still hold? There are two answers.
// Somebody looks and says so (Settle); or the claim is decided with the version on
// the desk, which answers what that version did to the claim and its evidence. Such
// a finding is settled by the verdict: it is open again when the verdict is taken
// back, and a still later version that changes the words once more asks anew (see
// settling.go). A verdict given before the version came answers nothing and is stale. What a version did to the rest of a checked
// article belongs to no claim and is settled by hand only.
type Finding struct {
	Key       string // stable; what ledger.FindingSettled names
	Kind      FindingKind
	Claim     claims.ID         // empty for TextTouched
	Evidence  claims.EvidenceID // set for EvidenceTouched
	Old       source.Place      // where it stood
	New       source.VersionID  // the version that touched it
	NewSpan   source.Span       // where it stands now; empty if missing
	Found     anchor.Found      // the fate, for evidence and claims
	Why       string            // what changed, in the words of the comparison
	Text      string            // one sentence for people: what is touched, and Why
	Announced bool              // a notice in the new version names the change
	Notice    bool              // it is a correction notice itself
	Stale     bool              // a verdict was given before this and is in doubt
	Settled   bool              // by somebody, or by the verdict
	Answered  uint64            // the entry of the verdict that answers it; 0 if none does
	// SettledKey is the key under which somebody settled it: its own, or the one it
	// had when an earlier version brought the same.
	SettledKey string
}

// Bounds of fateCache. A desk of 5,000 claims with ten pieces of evidence each has
// 50,000 fates of some 200 bytes; beyond, what was not asked for lately is worked
// out again.
const (
	mostFates = 50_000
	mostPairs = 4_000 // of versions, with a dozen changes each
	// mostFollowers is small: each holds the words of two texts, and the anchors of
	// an article are looked up one after the other.
	mostFollowers = 8
)

// fateCache keeps what became of an anchor in a version. Both are immutable.
type fateCache struct {
	mu    sync.Mutex
	fates recent[fateKey, anchor.Found]
	// alignments are the last pairs of versions aligned: the anchors of an article
	// are looked up one after the other.
	alignments lru[[2]source.VersionID, diff.Alignment]
	// followers follow anchors along them.
	followers recent[[2]source.VersionID, *anchor.Follower]
	// changes are the classified changes between two versions.
	changes recent[[2]source.VersionID, []compare.Change]
}

type fateKey struct {
	a  source.Place
	in source.VersionID
}

// Fate tells what became of an anchored passage in another version; N = 0 is the
// latest.
func (w *Workspace) Fate(ctx context.Context, a anchor.Anchor, in source.VersionID) (anchor.Found, error) {
	v, err := w.Version(in) // "the latest" is another one tomorrow
	if err != nil {
		return anchor.Found{}, err
	}
	in = v.ID
	k := fateKey{source.Place{Version: a.Version, Span: a.Span}, in}
	w.fates.mu.Lock()
	f, ok := w.fates.fates.get(k)
	w.fates.mu.Unlock()
	if ok {
		return f, nil
	}
	_, old, err := w.Read(ctx, a.Version)
	if err != nil {
		return f, err
	}
	_, now, err := w.Read(ctx, in)
	if err != nil {
		return f, err
	}
	f = w.follower(a.Version, in, old, now).Find(a)
	w.fates.mu.Lock()
	w.fates.fates.most = mostFates
	w.fates.fates.put(k, f)
	w.fates.mu.Unlock()
	return f, nil
}

// align aligns two versions, or remembers how.
func (w *Workspace) align(old, now source.VersionID, oldText, newText source.Text) diff.Alignment {
	k := [2]source.VersionID{old, now}
	w.fates.mu.Lock()
	al, ok := w.fates.alignments.get(k)
	w.fates.mu.Unlock()
	if ok {
		return al
	}
	al = diff.Align(oldText, newText)
	w.fates.mu.Lock()
	w.fates.alignments.put(k, al)
	w.fates.mu.Unlock()
	return al
}

// follower follows the anchors of one version into another, or remembers how.
func (w *Workspace) follower(old, now source.VersionID, oldText, newText source.Text) *anchor.Follower {
	k := [2]source.VersionID{old, now}
	w.fates.mu.Lock()
	f, ok := w.fates.followers.get(k)
	w.fates.mu.Unlock()
	if ok {
		return f
	}
	f = anchor.Follow(oldText.Body, newText, w.align(old, now, oldText, newText))
	w.fates.mu.Lock()
	w.fates.followers.most = mostFollowers
	w.fates.followers.put(k, f)
	w.fates.mu.Unlock()
	return f
}

// cited is an anchor the desk relies on.
type cited struct {
	kind     FindingKind
	claim    claims.ID
	evidence claims.EvidenceID
	anchor   anchor.Anchor
	latest   source.VersionID
	seq      uint64 // of the entry that brought the latest version
	seen     uint64 // by the standing verdict
	verdict  uint64 // the entry of the standing verdict; 0 if there is none
	later    []arrival
	lent     bool // the claim only carries a flag, see checked.go
}

// Findings lists what later versions did to claims, to evidence and to the rest
// of the articles that are being checked, in the order of the claims.
func (w *Workspace) Findings(ctx context.Context) ([]Finding, error) {
	list, settled := w.cited()
	var out []Finding
	watched := map[stretch]bool{} // whether claims were made in the older version
	for _, c := range list {
		p := stretch{c.anchor.Version, c.latest}
		watched[p] = watched[p] || c.kind == ClaimTouched && !c.lent
	}
	checked := map[source.ArticleID]bool{}
	for p, made := range watched {
		checked[p.old.Article] = checked[p.old.Article] || made
	}
	var pairs []stretch
	first := map[source.ArticleID]int{} // where its first pair is
	for _, c := range list {
		// An article that claims were made in is being checked, so every change in it
		// counts. One that only lends evidence is watched where it is cited, and for
		// what shakes the whole of it.
		if p := (stretch{c.anchor.Version, c.latest}); (watched[p] || !checked[p.old.Article]) && !slices.Contains(pairs, p) {
			if _, ok := first[p.old.Article]; !ok {
				first[p.old.Article] = len(pairs)
			}
			pairs = append(pairs, p)
		}
		f, err := w.Fate(ctx, c.anchor, c.latest)
		if err != nil {
			return nil, err
		}
		if f.Fate.Carried() {
			continue
		}
		x, err := w.standing(ctx, c, c.finding(f), settled)
		if err != nil {
			return nil, err
		}
		if x, err = w.worded(ctx, c, x); err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	// The newest version that claims were made in first: what changed before it was
	// there to be seen when they were made, and is not told twice.
	slices.SortStableFunc(pairs, func(a, b stretch) int {
		return cmp.Or(cmp.Compare(first[a.old.Article], first[b.old.Article]), cmp.Compare(b.old.N, a.old.N))
	})
	for _, p := range pairs {
		more, err := w.textFindings(ctx, p, checked[p.old.Article], out, settled)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// stretch is an older version that is relied on and the newest one.
type stretch struct{ old, now source.VersionID }

// worded tells a finding in the words in which the comparison of the two versions
// tells the change, where it knows it: what the editor reads there and here is one.
func (w *Workspace) worded(ctx context.Context, c cited, f Finding) (Finding, error) {
	if f.Found.Fate == anchor.Ambiguous {
		return f, nil
	}
	changes, err := w.changes(ctx, c.anchor.Version, c.latest)
	if err != nil {
		return f, err
	}
	var told []string
	for _, x := range changes {
		if x.Old.Overlaps(c.anchor.Span) && !x.Old.Empty() && (x.Op == diff.Deleted || len(x.Touches) > 0) {
			told = append(told, x.Told(c.anchor.Span))
			f.Announced = f.Announced || x.Announced
		}
	}
	if len(told) > 0 {
		f = c.because(f, strings.Join(told, "; "))
	}
	step, err := w.lastStep(ctx, c.anchor, c.later, f.Why)
	if err != nil || step == "" {
		return f, err
	}
	return c.because(f, f.Why+step), nil
}

// cited lists the anchors that have a later version to be looked up in.
func (w *Workspace) cited() (list []cited, settled map[string]bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	settled = make(map[string]bool, len(w.state.Settled))
	for k := range w.state.Settled {
		settled[k] = true
	}
	lent := lent(w.state)
	add := func(c *ledger.Claim, kind FindingKind, e claims.EvidenceID, a anchor.Anchor) {
		article := w.state.Articles[a.Version.Article]
		latest := article.Latest()
		if latest == nil || latest.ID.N <= a.Version.N {
			return
		}
		x := cited{later: laterThan(article, a.Version.N), kind: kind, claim: c.ID, evidence: e, anchor: a, latest: latest.ID, seq: latest.Seq, lent: lent[c.ID]}
		if v := c.Verdict(); v != nil {
			x.verdict, x.seen = v.Seq, v.Seen
		}
		list = append(list, x)
	}
	for _, c := range w.state.Live() {
		if c.Made != nil {
			add(c, ClaimTouched, "", *c.Made)
		}
		for _, e := range w.state.EvidenceOf(c.ID) {
			a := e.Anchor
			for _, k := range e.Confirmed { // a person's word carries it further
				if k.Anchor.Version.N > a.Version.N {
					a = k.Anchor
				}
			}
			add(c, EvidenceTouched, e.ID, a)
		}
	}
	return list, settled
}

// laterThan lists the versions of an article after the nth, oldest first.
func laterThan(a *ledger.Article, n int) []arrival {
	var out []arrival
	for _, v := range a.Versions[n:] {
		if !v.Hidden {
			out = append(out, arrival{v.ID, v.Seq})
		}
	}
	return out
}

// what names what is cited, for people.
func (c cited) what() string {
	if c.kind == EvidenceTouched {
		return fmt.Sprintf("evidence %s of claim %s", c.evidence, c.claim)
	}
	return "claim " + string(c.claim)
}

// keyIn is the key of the finding in a version, if there is one.
func (c cited) keyIn(v source.VersionID) string {
	if c.kind == EvidenceTouched {
		return fmt.Sprintf("evidence:%s:%s", c.evidence, v)
	}
	return fmt.Sprintf("claim:%s:%s", c.claim, v)
}

func (c cited) finding(f anchor.Found) Finding {
	out := Finding{
		Kind: c.kind, Claim: c.claim, Evidence: c.evidence, New: c.latest, NewSpan: f.Span, Found: f,
		Old: source.Place{Version: c.anchor.Version, Span: c.anchor.Span},
		Key: c.keyIn(c.latest),
	}
	return c.because(out, reasons(f, c.anchor.Exact))
}

// because is the finding with what changed.
func (c cited) because(f Finding, why string) Finding {
	f.Why = why
	f.Text = fmt.Sprintf("%s is %s in %s: %s", c.what(), f.Found.Fate, c.latest, why)
	return f
}

func reasons(f anchor.Found, words string) string {
	if len(f.Reasons) > 0 {
		s := f.Reasons[0]
		for _, r := range f.Reasons[1:] {
			s += "; " + r
		}
		return s
	}
	if f.Fate == anchor.Ambiguous {
		return fmt.Sprintf("%q stands there %d times", words, len(f.Candidates))
	}
	return fmt.Sprintf("%q is not there any more", words)
}

// textFindings lists the changes between two versions that no other finding names:
// the substantive ones of an article that is being checked, of another what
// unsettles it. Correction notices are told of both.
func (w *Workspace) textFindings(ctx context.Context, p stretch, checked bool, named []Finding, settled map[string]bool) ([]Finding, error) {
	old, now := p.old, p.now
	changes, err := w.changes(ctx, old, now)
	if err != nil {
		return nil, err
	}
	v, err := w.Version(now)
	if err != nil {
		return nil, err
	}
	var out []Finding
	for _, c := range changes {
		tells := corrects(c, v) || checked && c.Substantive || !checked && unsettles(c, v)
		if !tells || covered(c, old, now, named) {
			continue
		}
		f := Finding{
			Kind: TextTouched, Old: source.Place{Version: old, Span: c.Old}, New: now, NewSpan: c.New, Announced: c.Announced || corrects(c, v), Notice: corrects(c, v),
			Key: textKey(old, now, c),
			Why: c.Summary,
		}
		if !c.Old.Empty() && c.Substantive {
			step, err := w.lastStepAt(ctx, f.Old, now, f.Why)
			if err != nil {
				return nil, err
			}
			f.Why += step
		}
		f.Text = fmt.Sprintf("%s: %s", now, f.Why)
		if f.SettledKey = f.Key; !settled[f.Key] {
			if f.SettledKey, err = w.textSettled(ctx, old, now, c, settled); err != nil {
				return nil, err
			}
		}
		f.Settled = f.SettledKey != ""
		if again(f, named) {
			continue
		}
		out = append(out, f)
	}
	return out, nil
}

// again reports whether another finding tells the same change of the latest
// version, seen from a later version. If this one was settled, that one is.
func again(f Finding, named []Finding) bool {
	for i := range named {
		o := &named[i]
		if o.Kind != TextTouched || o.New != f.New || o.Old.Version.N <= f.Old.Version.N {
			continue
		}
		if !f.NewSpan.Empty() && f.NewSpan == o.NewSpan || f.NewSpan.Empty() && o.NewSpan.Empty() && f.Text == o.Text {
			if f.Settled && !o.Settled {
				o.Settled, o.SettledKey = true, f.SettledKey
			}
			return true
		}
	}
	return false
}

func covered(c compare.Change, old, now source.VersionID, named []Finding) bool {
	for _, f := range named {
		if f.Kind != TextTouched && f.New == now && f.Old.Version == old && (f.Old.Span.Overlaps(c.Old) || !f.NewSpan.Empty() && f.NewSpan.Overlaps(c.New)) {
			return true
		}
	}
	return false
}

func (w *Workspace) changes(ctx context.Context, old, now source.VersionID) ([]compare.Change, error) {
	k := [2]source.VersionID{old, now}
	w.fates.mu.Lock()
	c, ok := w.fates.changes.get(k)
	w.fates.mu.Unlock()
	if ok {
		return c, nil
	}
	made, err := w.Compare(ctx, old, now)
	if err != nil {
		return nil, err
	}
	w.fates.mu.Lock()
	w.fates.changes.most = mostPairs
	w.fates.changes.put(k, made.Changes)
	w.fates.mu.Unlock()
	return made.Changes, nil
}

// ConfirmAnchor records that a person found a passage to be the same evidence in
// another version, at a span of that version.
func (w *Workspace) ConfirmAnchor(ctx context.Context, e claims.EvidenceID, in source.VersionID, span source.Span, note string) error {
	a, err := w.At(ctx, in, span)
	if err != nil {
		return err
	}
	return w.Do(ctx, ledger.AnchorConfirmed{Evidence: e, Anchor: a, Note: note})
}
