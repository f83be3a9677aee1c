package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"stet/index"
)

// maxRanking is how much of a ranking a record answers with: nobody reads the
// two hundredth sentence.
const maxRanking = 200

// libraryRecord is one text of a library: sentences, or a text that is ranked as
// a whole. Identifiers are strings or numbers.
type libraryRecord struct {
	ID        json.RawMessage `json:"doc_id"`
	Title     string          `json:"title"`
	Sentences []string        `json:"sentences"`
	Text      string          `json:"text"`
}

// findLibrary is a library and what its records are called in answers.
type findLibrary struct {
	*index.Library
	ids       map[string]json.RawMessage // as they were written
	sentences bool                       // it holds sentences, not whole texts
}

// findBatch ranks the texts of a library for claims: `stet find --jsonl
// --library`. The library is read into memory once. With within, only the
// sentences of the record's own "doc" are ranked, and those to show selected.
func findBatch(ctx context.Context, library string, within bool, in io.Reader, out io.Writer, jobs int) error {
	lib, err := openLibrary(ctx, library)
	if err != nil {
		return err
	}
	answer := lib.find
	if within {
		answer = lib.findWithin
	}
	return runLines(ctx, in, out, jobs, answer)
}

// openLibrary reads a library, packed or not.
func openLibrary(ctx context.Context, name string) (lib *findLibrary, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("the library cannot be read: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r, err := maybeGzip(f)
	if err != nil {
		return nil, fmt.Errorf("the library %s: %w", name, err)
	}
	lib = &findLibrary{ids: map[string]json.RawMessage{}}
	var records []index.Record
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<20), maxRecord)
	for line := 1; sc.Scan(); line++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(sc.Bytes()) == 0 {
			continue
		}
		var rec libraryRecord
		if err := json.Unmarshal(sc.Bytes(), &rec); err != nil {
			return nil, fmt.Errorf("the library %s, line %d: %w; it takes one JSON object a line", name, line, err)
		}
		if len(rec.ID) == 0 {
			return nil, fmt.Errorf("the library %s, line %d: the record has no doc_id", name, line)
		}
		id := idName(rec.ID)
		if _, twice := lib.ids[id]; twice {
			return nil, fmt.Errorf("the library %s, line %d: the doc_id %s is there twice", name, line, rec.ID)
		}
		lib.ids[id] = rec.ID
		if rec.Sentences == nil {
			rec.Sentences = []string{rec.Text}
		} else {
			lib.sentences = true
		}
		records = append(records, index.Record{ID: id, Title: rec.Title, Sentences: rec.Sentences})
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("the library %s: %w", name, err)
	}
	lib.Library = index.NewLibrary(records)
	return lib, nil
}

// idName is the name a record is looked up by: 12 and "12" are the same.
func idName(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	return string(raw)
}

// findIn is a claim to find evidence for.
type findIn struct {
	ID    json.RawMessage `json:"id"`
	Claim string          `json:"claim"`
	Doc   json.RawMessage `json:"doc"`
}

func readFind(line []byte) (findIn, error) {
	var r findIn
	if err := json.Unmarshal(line, &r); err != nil {
		return r, fmt.Errorf("not a record: %w", err)
	}
	if r.Claim == "" {
		return r, errors.New("the record has no claim")
	}
	return r, nil
}

// find answers with places of the whole library: [doc_id, sentence] or doc_id.
func (l *findLibrary) find(_ context.Context, line []byte) (any, error) {
	r, err := readFind(line)
	if err != nil {
		return nil, err
	}
	ranking := []any{}
	for _, x := range l.Rank(r.Claim, maxRanking) {
		if l.sentences {
			ranking = append(ranking, [2]any{l.ids[x.Record], x.Sentence})
		} else {
			ranking = append(ranking, l.ids[x.Record])
		}
	}
	return struct {
		ID      json.RawMessage `json:"id"`
		Ranking []any           `json:"ranking"`
	}{r.ID, ranking}, nil
}

// findWithin answers with sentences of the record's own text.
func (l *findLibrary) findWithin(_ context.Context, line []byte) (any, error) {
	r, err := readFind(line)
	if err != nil {
		return nil, err
	}
	if len(r.Doc) == 0 {
		return nil, errors.New("the record names no doc to look within")
	}
	ranking, selected, ok := l.Within(idName(r.Doc), r.Claim)
	if !ok {
		return nil, fmt.Errorf("the library has no doc %s", r.Doc)
	}
	return struct {
		ID       json.RawMessage `json:"id"`
		Ranking  []int           `json:"ranking"`
		Selected []int           `json:"selected"`
	}{r.ID, ranking, selected}, nil
}
