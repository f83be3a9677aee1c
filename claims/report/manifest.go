package report

import (
	"time"

	"stet/claims"
	"stet/index/source"
)

// ManifestFormat names the layout of a Manifest; it changes when the layout does.
const ManifestFormat = "stet-manifest/1"

// Manifest is the part of a report that a program can check: what it claims to
// have found where, with the hashes of what it was found in. Every report
// carries one, so that `stet verify REPORT` can name what does not match.
type Manifest struct {
	Format   string             `json:"format"`
	Desk     string             `json:"desk"`
	Title    string             `json:"title"`
	Made     time.Time          `json:"made"`
	By       string             `json:"by"`
	Program  string             `json:"program"`
	Seq      uint64             `json:"seq"`  // of the ledger
	Head     source.Hash        `json:"head"` // hash of that entry
	Versions []ManifestVersion  `json:"versions"`
	Claims   []ManifestClaim    `json:"claims"`
	Evidence []ManifestEvidence `json:"evidence"`
	Searches []ManifestSearch   `json:"searches,omitempty"`
}

// ManifestSearch is a kept search with the ledger it was kept on: with these and
// the desk, anybody can make it again.
type ManifestSearch struct {
	Seq  uint64      `json:"seq"`  // the entry that keeps it
	Head source.Hash `json:"head"` // of the entry before
	claims.Receipt
}

// ManifestVersion is a version with its hashes.
type ManifestVersion struct {
	ID       source.VersionID `json:"id"`
	Original source.Hash      `json:"original"`
	Text     source.Hash      `json:"text"`
}

// ManifestClaim is a claim as the report states it.
type ManifestClaim struct {
	ID     claims.ID     `json:"id"`
	Text   string        `json:"text"`
	Check  claims.Check  `json:"check"`
	Rating string        `json:"rating,omitempty"`
	Review claims.Review `json:"review"`
}

// ManifestEvidence is a passage as the report quotes it.
type ManifestEvidence struct {
	ID      claims.EvidenceID `json:"id"`
	Claim   claims.ID         `json:"claim"`
	Stance  claims.Stance     `json:"stance"`
	Version source.VersionID  `json:"version"`
	Span    source.Span       `json:"span"` // bytes of the canonical text
	Exact   string            `json:"exact"`
}

// ManifestOf lists what a dossier states.
func ManifestOf(d Dossier) Manifest {
	m := Manifest{Format: ManifestFormat, Desk: d.Desk, Title: d.Title, Made: d.Made, By: d.By.String(), Program: d.Program, Seq: d.Seq, Head: d.Head}
	seen := map[source.VersionID]bool{}
	version := func(v source.Version) {
		if !seen[v.ID] {
			seen[v.ID] = true
			m.Versions = append(m.Versions, ManifestVersion{v.ID, v.Original, v.Text})
		}
	}
	for _, s := range d.Subjects {
		for _, v := range s.Versions {
			version(v)
		}
	}
	for _, r := range d.Tolls {
		for _, v := range r.Versions {
			version(v)
		}
	}
	for _, s := range d.Sheets {
		if !s.Made.ID.IsZero() {
			version(s.Made)
		}
		c := ManifestClaim{ID: s.Claim.ID, Text: s.Claim.Text, Check: s.Check, Review: s.Review}
		if s.Verdict != nil {
			c.Rating = s.Verdict.Rating
		}
		m.Claims = append(m.Claims, c)
		for _, p := range s.Passages {
			version(p.Version)
			m.Evidence = append(m.Evidence, ManifestEvidence{p.ID, s.Claim.ID, p.Stance, p.Anchor.Version, p.Anchor.Span, p.Anchor.Exact})
		}
	}
	for _, x := range d.Searches {
		m.Searches = append(m.Searches, ManifestSearch{x.Seq, x.Head, x.Receipt})
	}
	return m
}
