package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"stet/index/ingest"
	"stet/index/source"
)

type readIn struct {
	ID   json.RawMessage `json:"id"`
	HTML string          `json:"html_text"`
	Path string          `json:"path"`
	Meta struct {
		URL string `json:"url"`
	} `json:"meta"`
}

type readOut struct {
	ID        json.RawMessage `json:"id"`
	Title     string          `json:"title"`
	Byline    string          `json:"byline"`
	Published string          `json:"publishedTime"`
	Site      string          `json:"siteName"`
	Lang      string          `json:"lang"`
	Body      string          `json:"articleBody"`
	URL       string          `json:"url,omitempty"`
	Warnings  []string        `json:"warnings,omitempty"`
}

// readRecord answers one record of `stet read --jsonl`: a page, or a file by its
// path, as an article.
func readRecord(ctx context.Context, line []byte) (any, error) {
	var in readIn
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("not a record of read: %w", err)
	}
	doc, err := readDocument(ctx, in)
	if err != nil {
		return nil, err
	}
	out := readOut{ID: in.ID, Title: doc.Headline, Byline: doc.Byline, Site: doc.Outlet, Lang: doc.Lang, Body: withoutHeadline(doc.Text), URL: doc.URL, Warnings: doc.Warnings}
	if !doc.Published.IsZero() {
		out.Published = doc.Published.Format(time.RFC3339)
	}
	return out, nil
}

// withoutHeadline is a text from its second paragraph on, if the first is its
// headline: records have that as the title.
func withoutHeadline(t source.Text) string {
	if m, ok := t.First(source.MarkHeadline); ok && m.Start == 0 {
		return strings.TrimLeft(t.Body[m.End:], "\n")
	}
	return t.Body
}

func readDocument(ctx context.Context, in readIn) (ingest.Document, error) {
	switch {
	case in.HTML != "":
		return ingest.Read(ctx, "page.html", []byte(in.HTML))
	case in.Path == "":
		return ingest.Document{}, errors.New("a record of read needs html_text or path")
	}
	var doc ingest.Document
	err := fmt.Errorf("%s holds nothing to read", in.Path)
	ingest.Walk(ctx, []string{in.Path}, func(it ingest.Item) bool {
		if err = it.Err; err == nil {
			doc, err = ingest.Read(ctx, it.Name, it.Data)
		}
		return false
	})
	return doc, err
}
