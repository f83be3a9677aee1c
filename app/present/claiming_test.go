package present

import (
	"strings"
	"testing"

	"stet/app/workspace"
	"stet/index/source"
)

func TestWordsThatHaveAClaimOpenItAndOfferAnother(t *testing.T) {
	r := newRig(t).open()
	v := r.bring(source.Story, workspace.SeparateArticles, fireV1)[0]
	m := reading(r, v)
	at := spanOf(t, m.Text.Body, "the roof of the hall beside it fell in")
	r.Select(Selected{Place: source.Place{Version: v, Span: at}, Text: at.Of(m.Text.Body)})
	r.run(ActMakeClaim)
	first := r.Route.Claim
	if first == "" || r.Counts.Claims != 1 {
		t.Fatalf("claim %q, %d claims", first, r.Counts.Claims)
	}
	r.Go(r.Route.WithClaim(""))
	r.run(ActMakeClaim)
	if r.Route.Claim != first || r.Counts.Claims != 1 || len(r.problems) > 0 {
		t.Fatalf("opened %q, %d claims, problems %v; want %q opened", r.Route.Claim, r.Counts.Claims, r.problems, first)
	}
	if now := r.Toasts.Now; now == nil || !strings.Contains(now.Text, string(first)) || now.Action != "Make another" {
		t.Fatalf("toast %+v", r.Toasts.Now)
	}
	r.Toasts.Take()
	r.settle()
	if r.Route.Claim == first || r.Counts.Claims != 2 {
		t.Errorf("asked for another: %q is open, %d claims", r.Route.Claim, r.Counts.Claims)
	}
}
