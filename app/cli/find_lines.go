package cli

import (
	"context"
	"fmt"
	"os"
)

// findLines runs the batch of find over files or standard input.
func (sh *shell) findLines(ctx context.Context, files []string, library string, within bool, jobs int) error {
	if library == "" {
		return usagef("find --jsonl needs --library FILE")
	}
	if len(files) == 0 {
		return findBatch(ctx, library, within, sh.env.Stdin, sh.env.Stdout, jobs)
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("reading the records: %w", err)
		}
		err = findBatch(ctx, library, within, f, sh.env.Stdout, jobs)
		if err2 := f.Close(); err == nil {
			err = err2
		}
		if err != nil {
			return err
		}
	}
	return nil
}
