package cli

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
)

// maxRecord bounds one line of a batch, in bytes: the largest text a desk takes
// (64 MiB) with every byte escaped in JSON fits with room to spare; a longer
// line is almost certainly not a batch of records.
const maxRecord = 256 << 20

// errRecords is returned when a batch ran to its end but some records failed.
var errRecords = errors.New("some records failed: see the error fields in the output")

// runLines reads records from in (a gzip stream is recognised), answers each
// with one, jobs at a time, and writes the answers in the order of the input.
// At most 4 × jobs records are held at once, so memory stays bounded on a
// stream of any length.
func runLines(ctx context.Context, in io.Reader, out io.Writer, jobs int, one record) error {
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	src, err := maybeGzip(in)
	if err != nil {
		return err
	}
	type slot struct {
		line   []byte
		answer chan []byte
	}
	work := make(chan slot)
	order := make(chan slot, 4*jobs)
	var failed, workers sync.WaitGroup
	var mu sync.Mutex
	bad := 0
	for range jobs {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for s := range work {
				b, err := answer(ctx, s.line, one)
				if err != nil {
					mu.Lock()
					bad++
					mu.Unlock()
				}
				s.answer <- b
			}
		}()
	}
	var readErr error
	failed.Add(1)
	go func() {
		defer failed.Done()
		defer close(order)
		defer close(work)
		sc := bufio.NewScanner(src)
		sc.Buffer(make([]byte, 1<<20), maxRecord)
		for sc.Scan() {
			line := bytes.TrimSpace(sc.Bytes())
			if len(line) == 0 {
				continue
			}
			s := slot{bytes.Clone(line), make(chan []byte, 1)}
			select {
			case order <- s:
			case <-ctx.Done():
				return
			}
			select {
			case work <- s:
			case <-ctx.Done():
				s.answer <- nil
				return
			}
		}
		readErr = sc.Err()
	}()
	w := bufio.NewWriterSize(out, 1<<16)
	var writeErr error
	for s := range order {
		b := <-s.answer
		if writeErr != nil || b == nil {
			continue
		}
		if _, writeErr = w.Write(append(b, '\n')); writeErr != nil {
			cancel()
		}
		if len(order) == 0 && writeErr == nil {
			writeErr = w.Flush()
		}
	}
	workers.Wait()
	failed.Wait()
	if writeErr == nil {
		writeErr = w.Flush()
	}
	switch {
	case writeErr != nil:
		return fmt.Errorf("writing the records: %w", writeErr)
	case errors.Is(readErr, bufio.ErrTooLong):
		return fmt.Errorf("reading the records: a line is longer than %d MiB; is this one JSON object a line?", maxRecord>>20)
	case readErr != nil:
		return fmt.Errorf("reading the records: %w", readErr)
	case ctx.Err() != nil:
		return ctx.Err()
	case bad > 0:
		return errRecords
	}
	return nil
}

// answer runs one record; whatever goes wrong becomes an error record.
func answer(ctx context.Context, line []byte, one record) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internal error: %v", p)
			out = errorRecord(line, err)
		}
	}()
	if !json.Valid(line) {
		err = errors.New("not a JSON object")
		return errorRecord(line, err), err
	}
	v, err := one(ctx, line)
	if err != nil {
		return errorRecord(line, err), err
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err = enc.Encode(v); err != nil {
		return errorRecord(line, err), err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

func errorRecord(line []byte, cause error) []byte {
	var r struct {
		ID json.RawMessage `json:"id"`
	}
	if json.Unmarshal(line, &r) != nil || len(r.ID) == 0 {
		r.ID = json.RawMessage("null")
	}
	b, err := json.Marshal(struct {
		ID    json.RawMessage `json:"id"`
		Error string          `json:"error"`
	}{r.ID, cause.Error()})
	if err != nil {
		return []byte(`{"id":null,"error":"unreadable record"}`)
	}
	return b
}

// maybeGzip unpacks a gzip stream and passes anything else through.
func maybeGzip(in io.Reader) (io.Reader, error) {
	br := bufio.NewReaderSize(in, 1<<16)
	head, err := br.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("reading the records: %w", err)
	}
	if len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b {
		z, err := gzip.NewReader(br)
		if err != nil {
			return nil, fmt.Errorf("reading the records: %w", err)
		}
		return z, nil
	}
	return br, nil
}

// runBatch runs a batch over files, or over standard input when there are none.
func runBatch(ctx context.Context, files []string, stdin io.Reader, out io.Writer, jobs int, one record) error {
	if len(files) == 0 {
		return runLines(ctx, stdin, out, jobs, one)
	}
	var some error
	for _, name := range files {
		err := func() error {
			f, err := os.Open(name)
			if err != nil {
				return err
			}
			defer f.Close()
			return runLines(ctx, f, out, jobs, one)
		}()
		if errors.Is(err, errRecords) {
			some = err
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return some
}
