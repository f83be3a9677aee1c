package cli

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	sentenceLibrary = `{"doc_id":"ferry","title":"Ferry sinks off Halden","sentences":["A ferry sank off Halden on Monday.","Nineteen people were missing, the coastguard said.","Tickets had cost 40 crowns."]}
{"doc_id":"fire","title":"Fire at Norrby harbour","sentences":["A warehouse burned down at Norrby harbour.","At least 12 people were killed, the fire service said."]}
`
	textLibrary = `{"doc_id":7,"title":"Did a ferry sink off Halden?","text":"A photograph shows a ferry sinking off Halden."}
{"doc_id":"8","title":"Was the mayor of Norrby arrested?","text":"Police arrested the mayor of Norrby over vaccinations."}
`
)

func writeLibrary(t *testing.T, name, data string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	b := []byte(data)
	if strings.HasSuffix(name, ".gz") {
		var z bytes.Buffer
		w := gzip.NewWriter(&z)
		if _, err := w.Write(b); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		b = z.Bytes()
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func runFind(t *testing.T, library string, within bool, in string) ([]string, error) {
	t.Helper()
	var out bytes.Buffer
	err := findBatch(context.Background(), library, within, strings.NewReader(in), &out, 2)
	return strings.Split(strings.TrimSpace(out.String()), "\n"), err
}

func TestFindRanksTheSentencesOfALibrary(t *testing.T) {
	lib := writeLibrary(t, "lib.jsonl.gz", sentenceLibrary)
	got, err := runFind(t, lib, false, `{"id":"a","claim":"12 people died in the fire at Norrby","unknown":1}`+"\n")
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"id":"a","ranking":[["fire",1],["fire",0]`; !strings.HasPrefix(got[0], want) {
		t.Errorf("got %s, want %s…", got[0], want)
	}
}

func TestFindRanksWholeTextsByTheirIdentifier(t *testing.T) {
	lib := writeLibrary(t, "lib.jsonl", textLibrary)
	got, err := runFind(t, lib, false, `{"id":1,"claim":"#NorrbyMayor arrested!! https://x.example/1"}`+"\n"+`{"id":2,"claim":"the ferry at Halden"}`+"\n")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{`{"id":1,"ranking":["8"`, `{"id":2,"ranking":[7`} {
		if !strings.HasPrefix(got[i], want) {
			t.Errorf("got %s, want %s…", got[i], want)
		}
	}
}

func TestFindWithinRanksAllSentencesAndSelectsSome(t *testing.T) {
	lib := writeLibrary(t, "lib.jsonl", sentenceLibrary)
	got, err := runFind(t, lib, true, `{"id":"a","claim":"19 are missing, says the coastguard","doc":"ferry"}`+"\n")
	if err != nil {
		t.Fatal(err)
	}
	var r struct{ Ranking, Selected []int }
	if err := json.Unmarshal([]byte(got[0]), &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Ranking) != 3 || r.Ranking[0] != 1 || len(r.Selected) != 1 || r.Selected[0] != 1 {
		t.Errorf("got %+v, want sentence 1 first and alone selected", r)
	}
}

func TestFindNamesWhatIsWrong(t *testing.T) {
	lib := writeLibrary(t, "lib.jsonl", sentenceLibrary)
	got, err := runFind(t, lib, true, `{"id":"a","claim":"x","doc":"none"}`+"\n"+`{"id":"b","claim":"ferry","doc":"ferry"}`+"\n"+`{"id":"c"}`+"\n")
	if !errors.Is(err, errRecords) {
		t.Errorf("got %v, want %v", err, errRecords)
	}
	for i, want := range []string{`"error":"the library has no doc`, `"ranking":[0`, `"error":"the record has no claim"`} {
		if !strings.Contains(got[i], want) {
			t.Errorf("line %d is %s, want %s", i, got[i], want)
		}
	}
	for data, want := range map[string]string{
		"{\"doc_id\":\"a\"}\n{": "line 2", "{\"title\":\"x\"}": "no doc_id", "{\"doc_id\":1}\n{\"doc_id\":\"1\"}": "twice",
	} {
		if _, err := runFind(t, writeLibrary(t, "bad.jsonl", data), false, ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", data, err, want)
		}
	}
	if _, err := runFind(t, filepath.Join(t.TempDir(), "none"), false, ""); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing library: got %v", err)
	}
}
