package cli

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"stet/app/workspace"
	"stet/claims/ledger"
)

// scriptRun runs stet and asks for an exit code: run CODE ARGS...
func scriptRun(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: run CODE ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("stet", args[1:]...)
	got := 0
	if err != nil {
		var ended *exec.ExitError
		if !errors.As(err, &ended) {
			ts.Fatalf("stet did not run: %v", err)
		}
		got = ended.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
	if got == ExitUsage && !strings.Contains(ts.ReadFile("stderr"), "--help'.") {
		ts.Fatalf("wrong usage must point to the help")
	}
}

// scriptLet sets a variable to the first group of a pattern in stdout: let NAME PATTERN
func scriptLet(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: let NAME PATTERN")
	}
	m := regexp.MustCompile(`(?m)` + args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if len(m) != 2 {
		ts.Fatalf("stdout has nothing like %s with one group", args[1])
	}
	ts.Setenv(args[0], m[1])
}

// scriptJSON asks that stdout is one JSON document, and that a value in it is as
// given: json [PATH VALUE]. The path is keys and indexes joined by dots, "len" is
// the length. VALUE is JSON, or words.
func scriptJSON(ts *testscript.TestScript, neg bool, args []string) {
	d := json.NewDecoder(strings.NewReader(ts.ReadFile("stdout")))
	var v any
	if err := d.Decode(&v); err != nil {
		ts.Fatalf("stdout is no JSON: %v", err)
	}
	if d.More() {
		ts.Fatalf("stdout holds more than one JSON document")
	}
	checkValue(ts, neg, v, args)
}

func checkValue(ts *testscript.TestScript, neg bool, v any, args []string) {
	if len(args) == 0 {
		return
	}
	if len(args) != 2 {
		ts.Fatalf("name a path and a value")
	}
	for _, key := range strings.Split(args[0], ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[key]
		case []any:
			if key == "len" {
				v = float64(len(x))
				continue
			}
			i, err := strconv.Atoi(key)
			if err != nil || i >= len(x) {
				ts.Fatalf("no element %s in a list of %d", key, len(x))
			}
			v = x[i]
		default:
			v = nil
		}
	}
	b, err := json.Marshal(v)
	ts.Check(err)
	s, words := v.(string)
	if same := string(b) == args[1] || words && s == args[1]; same == neg {
		ts.Fatalf("%s is %s, want %s", args[0], b, args[1])
	}
}

// scriptJSONL asks for a number of JSON lines in stdout, or for a value in line
// N: jsonl COUNT | jsonl N PATH VALUE
func scriptJSONL(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	var all []any
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		var v any
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			ts.Fatalf("no JSON: %s", line)
		}
		all = append(all, v)
	}
	if len(args) == 1 {
		if len(all) != n {
			ts.Fatalf("%d records, want %d", len(all), n)
		}
		return
	}
	if n >= len(all) {
		ts.Fatalf("no record %d of %d", n, len(all))
	}
	checkValue(ts, neg, all[n], args[1:])
}

// scriptSwap replaces the first occurrence of bytes in a file by as many others:
// swap FILE OLD NEW. The old ones must be there.
func scriptSwap(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	if len(args[1]) != len(args[2]) || !bytes.Contains(b, []byte(args[1])) {
		ts.Fatalf("%s does not hold %q, or the lengths differ", args[0], args[1])
	}
	ts.Check(os.WriteFile(path, bytes.Replace(b, []byte(args[1]), []byte(args[2]), 1), 0o600))
}

// scriptBinary writes a file with Go's escapes: binary FILE '\x00\xff'
func scriptBinary(ts *testscript.TestScript, _ bool, args []string) {
	s, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o600))
}

// scriptRepeat appends a line to a file, many times: repeat FILE N LINE
func scriptRepeat(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	ts.Check(err)
	_, err = f.WriteString(strings.Repeat(args[2]+"\n", n))
	ts.Check(err)
	ts.Check(f.Close())
}

// scriptZip packs files, or a file of N bytes of the letter a: zip ARCHIVE
// FILE... | zip ARCHIVE -bomb N
func scriptZip(ts *testscript.TestScript, _ bool, args []string) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	if args[1] == "-bomb" {
		n, err := strconv.Atoi(args[2])
		ts.Check(err)
		w, err := z.Create("bomb.txt")
		ts.Check(err)
		_, err = w.Write(bytes.Repeat([]byte("a"), n))
		ts.Check(err)
	} else {
		for _, name := range args[1:] {
			w, err := z.Create(name)
			ts.Check(err)
			_, err = w.Write([]byte(ts.ReadFile(name)))
			ts.Check(err)
		}
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o600))
}

// scriptGzip packs a file: gzip FILE makes FILE.gz.
func scriptGzip(ts *testscript.TestScript, _ bool, args []string) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, err := z.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".gz"), out.Bytes(), 0o600))
}

// scriptHold has a desk open for writing until the script ends: hold FOLDER NAME
func scriptHold(ts *testscript.TestScript, _ bool, args []string) {
	since := time.Date(2025, 5, 6, 7, 30, 0, 0, time.UTC)
	w, err := workspace.Open(context.Background(), workspace.Config{
		Dir: ts.MkAbs(args[0]), Who: ledger.Who{Name: args[1], Role: ledger.Checker}, Now: func() time.Time { return since },
	})
	ts.Check(err)
	ts.Defer(func() { ts.Check(w.Close()) })
}
