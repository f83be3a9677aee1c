package workspace

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stet/claims/compare"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/source"
)

// What was looked at stays looked at. A finding is of the newest version, which
// changes with every capture; a version that leaves the words as they were in one
// that somebody settled, or decided with, asks nothing new. One that changes them
// again, takes them away or brings the old ones back does.

// arrival is a version with the entry that brought it.
type arrival struct {
	id  source.VersionID
	seq uint64
}

// standing works out, for a finding, whether the verdict covers it and whether it
// was settled by hand.
func (w *Workspace) standing(ctx context.Context, c cited, f Finding, settled map[string]bool) (Finding, error) {
	covered, err := w.lastLike(ctx, c, f.Found, func(v arrival) bool { return c.verdict > 0 && c.seen >= v.seq })
	if err != nil {
		return f, err
	}
	hand, err := w.lastLike(ctx, c, f.Found, func(v arrival) bool { return settled[c.keyIn(v.id)] })
	if err != nil {
		return f, err
	}
	f.Stale = c.verdict > 0 && covered == nil
	switch {
	case hand != nil:
		f.Settled, f.SettledKey = true, c.keyIn(hand.id)
	case covered != nil:
		f.Settled, f.Answered = true, c.verdict
	}
	return f, nil
}

// lastLike is the last of the versions that were seen, if the newest has the words
// as it had them; else nil.
func (w *Workspace) lastLike(ctx context.Context, c cited, f anchor.Found, seen func(arrival) bool) (*arrival, error) {
	for _, v := range slices.Backward(c.later) {
		if !seen(v) {
			continue
		}
		same, err := w.asIn(ctx, c, f, v.id)
		if err != nil || !same {
			return nil, err
		}
		return &v, nil
	}
	return nil, nil
}

// asIn reports whether the newest version has the words of an anchor, whose fate
// there is f, as an earlier version had them.
func (w *Workspace) asIn(ctx context.Context, c cited, f anchor.Found, in source.VersionID) (bool, error) {
	if in == c.latest {
		return true, nil
	}
	was, err := w.Fate(ctx, c.anchor, in)
	if err != nil || was.Fate != f.Fate {
		return false, err
	}
	switch f.Fate {
	case anchor.Missing:
		return true, nil
	case anchor.Altered:
		return w.unchanged(ctx, source.Place{Version: in, Span: was.Span}, c.latest, f.Span)
	}
	return false, nil
}

// unchanged reports whether the words at a place stand as they are in a later
// version, there at a span.
func (w *Workspace) unchanged(ctx context.Context, p source.Place, in source.VersionID, at source.Span) (bool, error) {
	a, err := w.At(ctx, p.Version, p.Span)
	if err != nil {
		return false, err
	}
	f, err := w.Fate(ctx, a, in)
	return f.Fate.Carried() && f.Span.Overlaps(at), err
}

// textKey is the key of a change in the text of a checked article.
func textKey(old, now source.VersionID, c compare.Change) string {
	return fmt.Sprintf("text:%s:%d:%s:%d", old, c.Old.Start, now, c.New.Start)
}

// textSettled is the key under which a change was settled when an earlier version
// brought it; "" if it was not, or was changed again since.
func (w *Workspace) textSettled(ctx context.Context, old, now source.VersionID, c compare.Change, settled map[string]bool) (string, error) {
	for n := now.N - 1; n > old.N; n-- {
		mid := source.VersionID{Article: now.Article, N: n}
		prefix := fmt.Sprintf("text:%s:%d:%s:", old, c.Old.Start, mid)
		for key := range settled {
			rest, ok := strings.CutPrefix(key, prefix)
			if !ok {
				continue
			}
			at, err := strconv.Atoi(rest)
			if err != nil {
				continue
			}
			same, err := w.sameChange(ctx, old, mid, now, at, c)
			if err != nil || same {
				return key, err
			}
		}
	}
	return "", nil
}

// sameChange reports whether a change is the one that an earlier version brought at
// a byte of it, and has not been changed since.
func (w *Workspace) sameChange(ctx context.Context, old, mid, now source.VersionID, at int, c compare.Change) (bool, error) {
	changes, err := w.changes(ctx, old, mid)
	if err != nil {
		return false, err
	}
	for _, x := range changes {
		if x.Old != c.Old || x.New.Start != at {
			continue
		}
		if x.New.Empty() || c.New.Empty() {
			return x.New.Empty() && c.New.Empty(), nil
		}
		return w.unchanged(ctx, source.Place{Version: mid, Span: x.New}, now, c.New)
	}
	return false, nil
}

// Settle says that a finding was looked at, or reopens it. One that a verdict
// answers is open again when the verdict is taken back, not otherwise.
func (w *Workspace) Settle(ctx context.Context, key string, settled bool, note string) error {
	list, err := w.Findings(ctx)
	if err != nil {
		return err
	}
	about := ""
	for _, f := range list {
		if f.Key == key {
			about = f.Why
		}
		switch {
		case f.Key != key || settled:
		case f.SettledKey != "": // the same, settled when an earlier version brought it
			key = f.SettledKey
		case f.Answered > 0:
			return fmt.Errorf("that finding is answered by the verdict on claim %s, given with version %s on the desk; decide the claim again, or take the verdict back", f.Claim, f.New)
		}
	}
	return w.Do(ctx, ledger.FindingSettled{Finding: key, Settled: settled, Note: note, About: about})
}
