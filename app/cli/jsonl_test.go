package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// A reader that is never more than a few records ahead of the writer is what
// keeps memory bounded on a stream of any length.
func TestABatchHoldsABoundedNumberOfRecords(t *testing.T) {
	const records, jobs = 20_000, 3
	const bound = 4*jobs + jobs + 2 // waiting in order, being worked on, in the two hands
	var begun, written atomic.Int64
	var most int64
	in, feed := io.Pipe()
	answers, out := io.Pipe()
	go func() {
		w := bufio.NewWriterSize(feed, 512)
		for i := range records {
			fmt.Fprintf(w, "{\"id\":%d}\n", i)
		}
		_ = w.Flush()
		_ = feed.Close()
	}()
	done := make(chan error, 1)
	go func() {
		counted := writerFunc(func(p []byte) (int, error) {
			written.Add(int64(bytes.Count(p, []byte("\n"))))
			return out.Write(p)
		})
		done <- errors.Join(runLines(context.Background(), in, counted, jobs, func(_ context.Context, line []byte) (any, error) {
			begun.Add(1)
			return json.RawMessage(line), nil
		}), out.Close())
	}()
	sc := bufio.NewScanner(answers)
	n := 0
	for ; sc.Scan(); n++ {
		if want := fmt.Sprintf(`{"id":%d}`, n); sc.Text() != want {
			t.Fatalf("answer %d is %s", n, sc.Text())
		}
		// What was begun and is not in the reader's hands yet is in flight; the
		// output's buffer of 64 KiB holds answers, not records.
		most = max(most, begun.Load()-written.Load())
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	buffered := int64(1<<16) / int64(len(`{"id":1}`)+1)
	if n != records || most > buffered+bound {
		t.Errorf("%d answers, %d records in flight, want %d and at most %d", n, most, records, buffered+bound)
	}
}

// With a reader that stops, the batch stops reading too.
func TestABatchWaitsForItsReader(t *testing.T) {
	const jobs = 2
	var begun atomic.Int64
	gate := make(chan struct{})
	stuck := make(chan struct{}, 1)
	blocked := writerFunc(func(p []byte) (int, error) {
		select {
		case stuck <- struct{}{}:
		default:
		}
		<-gate
		return len(p), nil
	})
	endless := strings.NewReader(strings.Repeat("{\"id\":1}\n", 5000))
	done := make(chan error, 1)
	go func() {
		done <- runLines(context.Background(), endless, blocked, jobs, func(_ context.Context, line []byte) (any, error) {
			begun.Add(1)
			return strings.Repeat("x", 1<<16), nil // an answer fills the buffer
		})
	}()
	<-stuck
	if n := begun.Load(); n > 8*jobs {
		t.Errorf("%d records were begun while nothing could be written", n)
	}
	close(gate)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if n := begun.Load(); n != 5000 {
		t.Errorf("%d records answered", n)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func TestABatchEndsQuietlyWhenItsReaderHadEnough(t *testing.T) {
	gone := writerFunc(func([]byte) (int, error) { return 0, syscall.EPIPE })
	var errs bytes.Buffer
	in := strings.NewReader(strings.Repeat("{\"id\":1,\"text\":\"x\"}\n", 200))
	if code := Run(context.Background(), []string{"extract", "--jsonl"}, testEnv(in, gone, &errs)); code != ExitOK || errs.Len() > 0 {
		t.Errorf("exit code %d, %q", code, errs.String())
	}
}

func TestAFullDiskBehindTheOutputIsAFailure(t *testing.T) {
	full := writerFunc(func([]byte) (int, error) { return 0, syscall.ENOSPC })
	var errs bytes.Buffer
	if code := Run(context.Background(), []string{"help", "exit-codes"}, testEnv(strings.NewReader(""), full, &errs)); code != ExitFailed {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(errs.String(), "Writing the output: no space left") || !strings.Contains(errs.String(), "Make room") {
		t.Errorf("said %q", errs.String())
	}
}

func TestAPanicIsAnErrorRecord(t *testing.T) {
	var out bytes.Buffer
	err := runLines(context.Background(), strings.NewReader("{\"id\":7}\n{\"id\":8}\n"), &out, 1, func(_ context.Context, line []byte) (any, error) {
		if strings.Contains(string(line), "7") {
			panic("seven")
		}
		return json.RawMessage(line), nil
	})
	if !errors.Is(err, errRecords) || out.String() != "{\"id\":7,\"error\":\"internal error: seven\"}\n{\"id\":8}\n" {
		t.Errorf("%v: %s", err, out.String())
	}
}

func TestAFieldOfTheWrongTypeIsNamedInWordsOfJSON(t *testing.T) {
	one := func(_ context.Context, line []byte) (any, error) {
		var r struct {
			Text string `json:"text"`
			Meta struct {
				Span []int `json:"span"`
			} `json:"meta"`
		}
		return r, json.Unmarshal(line, &r)
	}
	for line, want := range map[string]string{
		`{"id":1,"text":5.5}`:            `"text" is a number; it should be a string`,
		`{"id":1,"meta":true}`:           `"meta" is true or false; it should be an object`,
		`{"id":1,"meta":{"span":"1-2"}}`: `"meta.span" is a string; it should be an array`,
		`[1]`:                            `the record is an array; it should be an object`,
	} {
		if _, err := answer(context.Background(), []byte(line), one); err == nil || err.Error() != want {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// A person at a terminal who types nothing and presses Ctrl-C gets the prompt
// back: reading standard input cannot be interrupted, so nobody waits for it.
func TestACancelledBatchDoesNotWaitForItsInput(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	in, feed := io.Pipe() // never closed, like a terminal
	go func() { _, _ = feed.Write([]byte("{\"id\":1}\n")) }()
	done := make(chan error, 1)
	go func() {
		done <- runLines(ctx, in, io.Discard, 1, func(context.Context, []byte) (any, error) {
			cancel()
			return 1, nil
		})
	}()
	select {
	case err := <-done:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	case <-time.After(time.Minute):
		t.Fatal("the batch still waits for its input")
	}
	_ = feed.Close()
}
