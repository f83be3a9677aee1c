package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	bindex "github.com/blevesearch/bleve_index_api"

	"stet/index/source"
)

// Stats counts what the index holds.
func (x *Index) Stats(ctx context.Context) (Stats, error) {
	var s Stats
	err := x.use(func() error {
		r, err := reader(x.b)
		if err != nil {
			return fmt.Errorf("reading the index: %w", err)
		}
		return errors.Join(s.read(ctx, r), r.Close())
	})
	if err != nil {
		return Stats{}, err
	}
	s.Seen = x.Seen()
	s.Bytes = folderSize(x.dir)
	return s, nil
}

func (s *Stats) read(ctx context.Context, r bindex.IndexReader) error {
	n, err := r.DocCount()
	if err != nil {
		return fmt.Errorf("reading the index: %w", err)
	}
	s.Passages = int(n)
	articles := map[source.ArticleID]bool{}
	versions, err := dictionary(r.FieldDict(fieldVersion))
	if err != nil {
		return err
	}
	c := nativeCorpus{ctx: ctx, r: r}
	for _, name := range versions { // a dictionary keeps terms of deleted passages for a while
		v, err := source.ParseVersionID(name)
		if err != nil {
			continue
		}
		live, err := c.frequency(alt{fieldVersion, name})
		if err != nil {
			return err
		}
		if live > 0 {
			s.Versions++
			articles[v.Article] = true
		}
	}
	s.Articles = len(articles)
	outlets, err := dictionary(r.FieldDict(fieldOutlet))
	s.Outlets = len(outlets)
	return err
}

// folderSize is the size of the files below dir, in bytes; 0 for no folder.
func folderSize(dir string) int64 {
	if dir == "" {
		return 0
	}
	var n int64
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil // a file that merging has just removed
		}
		if info, err := e.Info(); err == nil && !e.IsDir() {
			n += info.Size()
		}
		return nil
	})
	if err != nil {
		return 0
	}
	return n
}
