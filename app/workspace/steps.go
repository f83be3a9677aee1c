package workspace

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"stet/claims/compare"
	"stet/claims/ledger"
	"stet/index/anchor"
	"stet/index/diff"
	"stet/index/source"
)

// A finding compares the version that is relied on with the newest. What lies between
// them can be the story: 14, then 23, then 21 is no rise from 14 to 21 alone. So a
// finding tells the last step too.

// mostSteps is how many versions back the last step that touched words is looked for:
// live pages are captured dozens of times, and each pair is compared once.
const mostSteps = 12

// lastStep tells, behind a semicolon, what the last version that touched the words of
// an anchor did to the version before it; "" if that was the version they are
// anchored in, or that is what was told already. later are the versions since.
func (w *Workspace) lastStep(ctx context.Context, a anchor.Anchor, later []arrival, already string) (string, error) {
	for i := len(later) - 1; i > 0 && i >= len(later)-mostSteps; i-- {
		before, now := later[i-1].id, later[i].id
		was, err := w.Fate(ctx, a, before)
		if err != nil {
			return "", err
		}
		if was.Span.Empty() {
			continue
		}
		changes, err := w.changes(ctx, before, now)
		if err != nil {
			return "", err
		}
		var told []string
		for _, x := range changes {
			if x.Substantive && x.Old.Overlaps(was.Span) && (x.Op == diff.Deleted || len(x.Touches) > 0) {
				told = append(told, x.Told(was.Span))
			}
		}
		if step := strings.Join(told, "; "); step != "" && !strings.Contains(already, step) {
			return fmt.Sprintf("; %s → %s: %s", before, now, step), nil
		} else if step != "" {
			return "", nil
		}
	}
	return "", nil
}

// lastStepAt is lastStep for the words at a place.
func (w *Workspace) lastStepAt(ctx context.Context, p source.Place, now source.VersionID, already string) (string, error) {
	if now.N-p.Version.N < 2 {
		return "", nil
	}
	a, err := w.At(ctx, p.Version, p.Span)
	if err != nil {
		return "", err
	}
	var later []arrival
	w.View(func(s *ledger.State) { later = laterThan(s.Articles[now.Article], p.Version.N) })
	return w.lastStep(ctx, a, later, already)
}

// unsettling is what an edit of a source touches that shakes what rests on other words
// of it.
var unsettling = []compare.Touch{compare.Figure, compare.Modifier, compare.Attribution, compare.Quote, compare.Negation, compare.Modal, compare.Name}

// unsettles reports whether a change of a source is one to tell, though no passage
// that is cited was touched: a sentence that stayed says something else, and the
// version does not own up to it. What came or went is the news going on.
func unsettles(c compare.Change, in ledger.Version) bool {
	return in.Notice != source.Update && c.Op != diff.Added && c.Op != diff.Deleted && c.Unannounced() && slices.ContainsFunc(unsettling, c.Touched)
}

// corrects reports whether a change is the correction notice of a version.
func corrects(c compare.Change, in ledger.Version) bool {
	return in.Notice == source.Corrected && c.Op != diff.Deleted && c.Touched(compare.Notice) && !c.Substantive
}
