package present

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stet/app/workspace"
	"stet/index/source"
)

// files writes files into a folder and gives it.
func files(t *testing.T, texts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAFolderIsImportedAndEveryFileAnsweredFor(t *testing.T) {
	r := newRig(t).open()
	m := NewImporting(r.Shell)
	dir := files(t, map[string]string{"a.txt": fireV1, "b.txt": fireV2, "c.txt": strike, "d.txt": "", "e.txt": strike})
	r.Ask.Open = func(_ FileQuestion, then func([]string)) { then([]string{dir}) }
	r.run(ActImportFolder)
	if m.Asking == nil || r.Counts.Articles != 0 {
		t.Fatal("it does not ask how to file them")
	}
	req := *m.Asking
	req.Outlet = " Coastal Wire "
	m.Start(req)
	r.settle()
	var got []string
	for _, x := range m.Results {
		got = append(got, x.Name+" "+x.Status)
		if x.Outcome == workspace.ImportFailed && (x.Detail == "" || x.Hint == "") {
			t.Errorf("%s: no reason or hint: %+v", x.Name, x)
		}
	}
	if want := "a.txt Added|b.txt Version?|c.txt Added|d.txt Not read|e.txt Held already"; strings.Join(got, "|") != want {
		t.Errorf("results: %s\nwant:    %s", strings.Join(got, "|"), want)
	}
	if !m.ShowResults || !strings.Contains(m.Summary, "2 added") {
		t.Errorf("shown %v: %s", m.ShowResults, m.Summary)
	}
	if r.Route.Version.IsZero() {
		t.Error("nothing was opened on the empty desk")
	}
	m.Settle(1, true)
	r.settle()
	if x := m.Results[1]; x.Outcome != workspace.ImportVersion || x.Busy {
		t.Errorf("accepted: %+v", x)
	}
	m.OpenResult(1)
	if r.Route.Version != m.Results[1].Version || m.ShowResults {
		t.Errorf("open is %v, list shown %v", r.Route.Version, m.ShowResults)
	}
}

func TestAnEntryOfAnArchiveIsSettledThroughItsArchive(t *testing.T) {
	r := newRig(t).open()
	m := NewImporting(r.Shell)
	r.bring(source.Material, workspace.SeparateArticles, fireV1)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("wire/b.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(fireV2)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(files(t, map[string]string{"pack.zip": b.String()}), "pack.zip")
	m.Drop([]string{path})
	m.Start(*m.Asking)
	r.settle()
	if len(m.Results) != 1 || m.Results[0].Outcome != workspace.ImportOffered || m.Results[0].Root != path {
		t.Fatalf("results: %+v", m.Results)
	}
	m.Settle(0, false)
	r.settle()
	if m.Results[0].Outcome != workspace.ImportAdded || r.Counts.Articles != 2 {
		t.Errorf("settled: %+v, %d articles", m.Results[0], r.Counts.Articles)
	}
}

func TestANewerVersionIsFiledWithItsArticle(t *testing.T) {
	r := newRig(t).open()
	m := NewImporting(r.Shell)
	v := r.bring(source.Material, workspace.SeparateArticles, fireV1)
	r.Go(r.Route.Reading(v[0], source.Span{}))
	path := filepath.Join(files(t, map[string]string{"x.txt": strike}), "x.txt")
	r.Ask.Open = func(_ FileQuestion, then func([]string)) { then([]string{path}) }
	r.run(ActNewVersion)
	if m.Asking == nil || m.Asking.VersionOf != v[0].Article {
		t.Fatalf("asked: %+v", m.Asking)
	}
	m.Start(*m.Asking)
	r.settle()
	if want := (source.VersionID{Article: v[0].Article, N: 2}); r.Route.Version != want {
		t.Errorf("open is %v, want %v", r.Route.Version, want)
	}
}

func TestFilesDroppedWithoutADeskAreRefusedWithAReason(t *testing.T) {
	r := newRig(t)
	m := NewImporting(r.Shell)
	m.Drop([]string{"/tmp/x.txt"})
	if m.Asking != nil || len(r.problems) != 1 || r.problems[0].Do == "" {
		t.Errorf("asked %+v, problems %+v", m.Asking, r.problems)
	}
}

func TestACancelledImportKeepsWhatWasDone(t *testing.T) {
	r := newRig(t).open()
	m := NewImporting(r.Shell)
	m.Start(ImportRequest{Paths: []string{files(t, map[string]string{"a.txt": fireV1, "b.txt": strike})}})
	r.Jobs.Cancel()
	r.settle()
	if !strings.HasPrefix(m.Summary, "Cancelled: ") || len(r.problems) != 0 {
		t.Errorf("summary %q, problems %+v", m.Summary, r.problems)
	}
	if n := r.Counts.Articles; n != len(m.Results) {
		t.Errorf("%d articles, %d results", n, len(m.Results))
	}
}
