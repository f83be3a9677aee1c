package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stet/app/explain"
	"stet/app/workspace"
	"stet/index/source"
)

// spanFlags choose words of a version.
type spanFlags struct {
	words string
	nth   int
	bytes string
}

func (s *spanFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&s.words, "words", "", "the `WORDS`, as they stand in the version (typography does not matter)")
	c.Flags().IntVar(&s.nth, "nth", 0, "which of several equal places: its `NUMBER`, from 1")
	c.Flags().StringVar(&s.bytes, "bytes", "", "instead of --words: `START:END` in bytes of the canonical text")
}

func (s spanFlags) find(ctx context.Context, w *workspace.Workspace, id source.VersionID) (source.VersionID, source.Span, error) {
	v, t, err := w.Read(ctx, id)
	if err != nil {
		return id, source.Span{}, err
	}
	if s.bytes == "" {
		if s.words == "" {
			return v.ID, source.Span{}, usagef("which words? Name them with --words")
		}
		if s.nth < 0 {
			return v.ID, source.Span{}, usagef("--nth counts from 1")
		}
		span, err := workspace.FindWords(t.Body, s.words, s.nth)
		return v.ID, span, explain.WithHint(err, fmt.Sprintf("stet read %s prints the text; --nth chooses one of several places.", v.ID))
	}
	var span source.Span
	if n, err := fmt.Sscanf(s.bytes, "%d:%d", &span.Start, &span.End); n != 2 || err != nil {
		return v.ID, span, usagef("%q is no span; write START:END", s.bytes)
	}
	if !span.Fits(t.Body) || span.Empty() {
		return v.ID, span, fmt.Errorf("bytes %s do not fit %s, which has %d", s.bytes, v.ID, len(t.Body))
	}
	return v.ID, span, nil
}
