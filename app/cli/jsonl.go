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
	"reflect"
	"runtime"
)

// maxRecord bounds one line of a batch, in bytes: the largest text a desk takes
// (64 MiB) with every byte escaped in JSON fits with room to spare; a longer
// line is almost certainly not a batch of records.
const maxRecord = 256 << 20

// errRecords is returned when a batch ran to its end but some records failed.
var errRecords = errors.New("some records failed: see the error fields in the output")

// slot is a record on its way: its answer comes when a worker is done with it.
type slot struct {
	line   []byte
	answer chan answered // holds one, so that no worker ever waits for the writer
}

type answered struct {
	line   []byte
	failed bool
}

// runLines reads records from in (a gzip stream is recognised), answers each
// with one, jobs at a time, and writes the answers in the order of the input.
// At most 4 × jobs records are held at once, so memory stays bounded on a
// stream of any length.
//
// It returns as soon as ctx ends or nobody reads the answers any more, even if
// in is a terminal on which nothing more is typed; reading then ends with in.
func runLines(ctx context.Context, in io.Reader, out io.Writer, jobs int, one record) error {
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	order, ended := startBatch(ctx, in, jobs, one)
	bad, err := writeInOrder(ctx, out, order)
	if err != nil {
		return err
	}
	switch err := <-ended; {
	case errors.Is(err, bufio.ErrTooLong):
		return fmt.Errorf("reading the records: a line is longer than %d MiB; is this one JSON object a line?", maxRecord>>20)
	case err != nil:
		return fmt.Errorf("reading the records: %w", err)
	case bad > 0:
		return errRecords
	}
	return nil
}

// startBatch reads and answers in the background. order gives the records as
// they came; ended, after order is closed, how the reading ended.
func startBatch(ctx context.Context, in io.Reader, jobs int, one record) (order chan slot, ended chan error) {
	order, ended = make(chan slot, 4*jobs), make(chan error, 1)
	work := make(chan slot)
	for range jobs {
		go func() {
			for s := range work {
				b, err := answer(ctx, s.line, one)
				s.answer <- answered{b, err != nil}
			}
		}()
	}
	go func() {
		defer close(order)
		defer close(work)
		ended <- eachLine(in, func(line []byte) bool {
			s := slot{bytes.Clone(line), make(chan answered, 1)}
			for _, to := range []chan slot{order, work} {
				select {
				case to <- s:
				case <-ctx.Done():
					return false
				}
			}
			return true
		})
	}()
	return order, ended
}

// eachLine calls yield for every line that is not blank, packed or not. The line
// is valid until yield returns.
func eachLine(in io.Reader, yield func([]byte) bool) error {
	src, err := maybeGzip(in)
	if err != nil {
		return err
	}
	sc := bufio.NewScanner(src)
	sc.Buffer(make([]byte, 1<<20), maxRecord)
	for sc.Scan() {
		if line := bytes.TrimSpace(sc.Bytes()); len(line) > 0 && !yield(line) {
			return nil
		}
	}
	return sc.Err()
}

// writeInOrder writes the answers, and whenever none is waiting lets the reader
// have them. It counts the records that failed.
func writeInOrder(ctx context.Context, out io.Writer, order <-chan slot) (bad int, err error) {
	w := bufio.NewWriterSize(out, 1<<16)
	defer func() {
		if flushed := w.Flush(); err == nil && flushed != nil {
			err = fmt.Errorf("writing the records: %w", flushed)
		}
	}()
	for {
		var s slot
		var more bool
		select {
		case s, more = <-order:
		case <-ctx.Done():
			return bad, ctx.Err()
		}
		if !more {
			return bad, ctx.Err()
		}
		var a answered
		select {
		case a = <-s.answer:
		case <-ctx.Done():
			return bad, ctx.Err()
		}
		if a.failed {
			bad++
		}
		_, err := w.Write(append(a.line, '\n'))
		if err == nil && len(order) == 0 {
			err = w.Flush()
		}
		if err != nil {
			return bad, fmt.Errorf("writing the records: %w", err)
		}
	}
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
		err = mistyped(err)
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

// mistyped says of a field of the wrong type what it should be, in JSON's words.
func mistyped(err error) error {
	var e *json.UnmarshalTypeError
	if !errors.As(err, &e) {
		return err
	}
	is := map[string]string{"string": "a string", "bool": "true or false", "array": "an array", "object": "an object"}[e.Value]
	want := map[reflect.Kind]string{reflect.String: "a string", reflect.Bool: "true or false", reflect.Slice: "an array", reflect.Array: "an array",
		reflect.Map: "an object", reflect.Struct: "an object"}[e.Type.Kind()]
	is, want = first(is, "a number"), first(want, "a number")
	if e.Field == "" {
		return fmt.Errorf("the record is %s; it should be %s", is, want)
	}
	return fmt.Errorf("%q is %s; it should be %s", e.Field, is, want)
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
		return nil, err
	}
	if len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b {
		return gzip.NewReader(br)
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
