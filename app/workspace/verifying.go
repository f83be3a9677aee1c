package workspace

import (
	"context"
	"errors"
	"fmt"
	"time"

	"stet/app/store"
	"stet/claims/ledger"
	"stet/claims/report"
	"stet/index/anchor"
	"stet/index/source"
)

// Verification is the outcome of checking a desk against its own hashes.
type Verification struct {
	Desk      string      `json:"desk"`
	Entries   uint64      `json:"entries"`
	Head      source.Hash `json:"head"`
	Versions  int         `json:"versions"`
	Claims    int         `json:"claims"`
	Evidence  int         `json:"evidence"`
	Problems  []string    `json:"problems"`
	Reports   int         `json:"reports"`
	CheckedAt string      `json:"checkedAt"`
}

// OK reports whether everything matched.
func (v Verification) OK() bool { return len(v.Problems) == 0 }

// Verify recomputes the chain of the ledger from the store, hashes every
// original and text again, and looks up every anchored passage at its place.
func (w *Workspace) Verify(ctx context.Context, onItem OnItem) (Verification, error) {
	v := Verification{CheckedAt: w.cfg.Now().UTC().Format("2006-01-02T15:04:05Z"), Problems: []string{}}
	s, err := w.stateAt(ctx, 0)
	v.Desk, v.Entries, v.Head, v.Reports = s.Policy.Name, s.Seq, s.Head, len(s.Reports)
	if err != nil {
		if ctx.Err() != nil {
			return v, ctx.Err()
		}
		v.Problems = append(v.Problems, "ledger: "+err.Error())
	}
	bad, err := w.store.Check(ctx, onItem)
	if err != nil {
		return v, err
	}
	for _, p := range bad {
		v.Problems = append(v.Problems, p.Text)
	}
	w.verifyCited(ctx, s, &v)
	return v, ctx.Err()
}

// Examine verifies a desk that need not open: one whose ledger is broken says in
// Open only where, and here also what of its originals, texts and passages is
// sound. Nothing is written.
func Examine(ctx context.Context, cfg Config, onItem OnItem) (v Verification, err error) {
	cfg.ReadOnly, cfg.Create = true, false
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	st, err := store.Open(ctx, cfg.Dir, store.Options{ReadOnly: true})
	if err != nil {
		return v, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	w := &Workspace{cfg: cfg, store: st}
	return w.Verify(ctx, onItem)
}

// stateAt replays the ledger from the store up to a sequence; 0 is all of it.
// On a broken chain it returns the state up to there and the error.
func (w *Workspace) stateAt(ctx context.Context, seq uint64) (*ledger.State, error) {
	s := ledger.New()
	err := w.store.Entries(ctx, 0, func(page []ledger.Entry) error {
		for _, e := range page {
			if seq > 0 && e.Seq > seq {
				return errEnough
			}
			if err := s.Apply(e); err != nil {
				return err
			}
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return s, err
}

// verifyCited checks that what the ledger cites is held, and that every passage
// stands where its anchor says.
func (w *Workspace) verifyCited(ctx context.Context, s *ledger.State, v *Verification) {
	problem := func(format string, args ...any) { v.Problems = append(v.Problems, fmt.Sprintf(format, args...)) }
	bodies := map[source.VersionID]string{}
	for _, id := range s.Filed {
		for _, x := range s.Articles[id].Versions {
			v.Versions++
			held, err := w.store.HasOriginal(ctx, x.Original)
			if err != nil || !held {
				problem("version %s: its original %s is not in the store", x.ID, x.Original.Short())
			}
			if _, err := w.store.Text(ctx, x.Text); err != nil {
				problem("version %s: its text %s is not in the store", x.ID, x.Text.Short())
			}
		}
	}
	stands := func(what string, a anchor.Anchor) {
		body, ok := bodies[a.Version]
		if !ok {
			x, err := s.Version(a.Version)
			if err != nil {
				problem("%s: %v", what, err)
				return
			}
			if body, err = w.store.Text(ctx, x.Text); err != nil {
				return // reported above
			}
			bodies[a.Version] = body
		}
		if a.Span.Of(body) != a.Exact {
			problem("%s: the words %q do not stand at bytes %d–%d of %s", what, a.Exact, a.Span.Start, a.Span.End, a.Version)
		}
	}
	for _, c := range s.Live() {
		v.Claims++
		if c.Made != nil {
			stands("claim "+string(c.ID), *c.Made)
		}
		for _, e := range s.EvidenceOf(c.ID) {
			v.Evidence++
			stands("evidence "+string(e.ID), e.Anchor)
			for _, k := range e.Confirmed {
				stands(fmt.Sprintf("evidence %s, confirmed in %s", e.ID, k.Anchor.Version), k.Anchor)
			}
		}
	}
}

// ReportCheck is the outcome of checking a report against a desk.
type ReportCheck struct {
	Exported *ledger.Report `json:"-"` // the export this file is byte for byte; nil if it is none
	Seq      uint64         `json:"seq"`
	Claims   int            `json:"claims"`
	Evidence int            `json:"evidence"`
	Problems []string       `json:"problems"`
}

// OK reports whether the report is what the desk says.
func (r ReportCheck) OK() bool { return len(r.Problems) == 0 }

// VerifyReport checks a report file against the desk: whether it is, byte for
// byte, one that was exported; and whether every hash, claim and passage in its
// manifest is what the ledger held at that sequence.
func (w *Workspace) VerifyReport(ctx context.Context, data []byte) (ReportCheck, error) {
	r := ReportCheck{Problems: []string{}}
	hash := source.HashOf(data)
	w.View(func(s *ledger.State) {
		for _, x := range s.Reports {
			if x.Hash == hash {
				c := *x
				r.Exported = &c
			}
		}
	})
	m, err := report.ReadManifest(data)
	if err != nil {
		if r.Exported != nil {
			return r, nil // a format that carries no manifest, recognised by its hash
		}
		return r, err
	}
	r.Seq, r.Claims, r.Evidence = m.Seq, len(m.Claims), len(m.Evidence)
	problem := func(format string, args ...any) { r.Problems = append(r.Problems, fmt.Sprintf(format, args...)) }
	if r.Exported == nil {
		problem("the file is not, byte for byte, a report this desk exported: it was changed, or exported without being recorded")
	}
	s, err := w.stateAt(ctx, m.Seq)
	if err != nil {
		problem("ledger: %v", err)
	}
	if s.Seq != m.Seq || s.Head != m.Head {
		problem("the report names entry %d with hash %s; the desk's entry %d has %s", m.Seq, m.Head.Short(), s.Seq, s.Head.Short())
	}
	for _, v := range m.Versions {
		x, err := s.Version(v.ID)
		switch {
		case err != nil:
			problem("version %s: %v", v.ID, err)
		case x.Original != v.Original || x.Text != v.Text:
			problem("version %s: the report's hashes are not the desk's", v.ID)
		}
	}
	for _, c := range m.Claims {
		verifyClaim(s, c, problem)
	}
	for _, e := range m.Evidence {
		x, ok := s.Evidence[e.ID]
		switch {
		case !ok:
			problem("evidence %s is not on the desk", e.ID)
		case x.Anchor.Exact != e.Exact || x.Anchor.Span != e.Span || x.Anchor.Version != e.Version:
			problem("evidence %s: the report says %q, the desk %q", e.ID, e.Exact, x.Anchor.Exact)
		case x.Stance != e.Stance || x.Claim != e.Claim:
			problem("evidence %s: the report has it as %s of claim %s, the desk as %s of claim %s", e.ID, e.Stance, e.Claim, x.Stance, x.Claim)
		}
	}
	for _, x := range m.Searches {
		verifySearch(s, x, problem)
	}
	return r, nil
}

func verifySearch(s *ledger.State, x report.ManifestSearch, problem func(string, ...any)) {
	for _, kept := range s.Searches {
		if kept.Seq != x.Seq {
			continue
		}
		if kept.Head != x.Head || kept.Query != x.Query || kept.Scope != x.Scope || kept.Hits != x.Hits || kept.Articles != x.Articles || !kept.At.Equal(x.At) {
			problem("the search of entry %d: the report has %q over %s with %d hits, the desk %q over %s with %d", x.Seq, x.Query, x.Scope, x.Hits, kept.Query, kept.Scope, kept.Hits)
		}
		return
	}
	problem("the search of entry %d (%q) is not on the desk", x.Seq, x.Query)
}

// maxReport bounds a report that is checked, in bytes: far above any a desk makes.
const maxReport = 256 << 20

// VerifyReportFile checks a report in a file, see VerifyReport.
func (w *Workspace) VerifyReportFile(ctx context.Context, path string) (ReportCheck, error) {
	data, err := store.ReadFile(path, maxReport)
	if err != nil {
		return ReportCheck{}, fmt.Errorf("reading the report: %w", err)
	}
	return w.VerifyReport(ctx, data)
}

func verifyClaim(s *ledger.State, c report.ManifestClaim, problem func(string, ...any)) {
	x, ok := s.Claims[c.ID]
	if !ok {
		problem("claim %s is not on the desk", c.ID)
		return
	}
	if x.Text != c.Text {
		problem("claim %s: the report says %q, the desk %q", c.ID, c.Text, x.Text)
	}
	rating := ""
	if v := x.Verdict(); v != nil {
		rating = v.Rating
	}
	if x.Check() != c.Check || rating != c.Rating || x.Review != c.Review {
		problem("claim %s: the report has it %s %s (review: %s), the desk %s %s (review: %s)", c.ID, c.Check, c.Rating, c.Review, x.Check(), rating, x.Review)
	}
}

// Export renders a report, writes it to a temporary file beside path, records in
// the ledger that it left the desk, and gives the file its name: a report that is
// out is always on record. If it cannot be recorded, there is no file; if it cannot
// be given its name after that, the error says so. On a desk open for reading the
// file is written but not recorded; recorded says which.
func (w *Workspace) Export(ctx context.Context, scope ReportScope, format, path string) (recorded bool, err error) {
	f, err := report.ByName(format)
	if err != nil {
		return false, err
	}
	d, err := w.Dossier(ctx, scope)
	if err != nil {
		return false, err
	}
	data, err := report.Render(f, d)
	if err != nil {
		return false, fmt.Errorf("writing the report: %w", err)
	}
	file, err := store.Stage(path, data)
	if err != nil {
		return false, fmt.Errorf("writing the report: %w", err)
	}
	defer file.Discard()
	if !w.cfg.ReadOnly {
		if err := w.Do(ctx, ledger.ReportExported{Name: base(path), Format: f.Name(), Hash: source.HashOf(data), Seq: d.Seq, Claims: len(d.Sheets)}); err != nil {
			return false, fmt.Errorf("the report was not written, for it could not be recorded: %w", err)
		}
	}
	if err := file.Place(); err != nil {
		return false, fmt.Errorf("writing the report (the ledger names it, but the file is not there; export it again): %w", err)
	}
	return !w.cfg.ReadOnly, nil
}

func base(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' || path[i] == '\\' {
			return path[i+1:]
		}
	}
	return path
}
