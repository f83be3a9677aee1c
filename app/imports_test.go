package app

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The import law. A package may import the standard library (but see reserved),
// the project's packages named here, and the modules named here. A folder that
// holds Go files and is not in the table fails the test: decide where it belongs.
type law struct {
	mine    []string // packages of this project, without "stet/"
	modules []string // import path prefixes of other modules
}

var laws = map[string]law{
	".": {mine: []string{"app", "app/cli"}},

	"index/source":            {},
	"index/sentence":          {mine: []string{"index/source"}},
	"index/neardup":           {},
	"index/newsgen":           {mine: []string{"index/source"}},
	"index/ingest":            {mine: []string{"index/source"}, modules: []string{"codeberg.org/readeck/go-readability/v2", "github.com/gogs/chardet", "github.com/yuin/goldmark", "github.com/abadojack/whatlanggo", "go.yaml.in/yaml/v3", "golang.org/x/net/html", "golang.org/x/text"}},
	"index/diff":              {mine: []string{"index/source", "index/sentence"}, modules: []string{"github.com/sergi/go-diff", "golang.org/x/text"}},
	"index/anchor":            {mine: []string{"index/source", "index/diff", "index/sentence"}, modules: []string{"golang.org/x/text"}},
	"index/thesaurus":         {},
	"index/thesaurus/thesgen": {},
	"index":                   {mine: []string{"index/source", "index/sentence", "index/thesaurus"}, modules: []string{"github.com/blevesearch", "github.com/RoaringBitmap/roaring", "go.etcd.io/bbolt", "golang.org/x/text"}},
	"claims":                  {mine: []string{"index/source", "index/anchor"}},
	"claims/ledger":           {mine: []string{"claims", "index/source", "index/anchor"}},
	"claims/extract":          {mine: []string{"claims", "index/source", "index/sentence"}, modules: []string{"github.com/abadojack/whatlanggo", "golang.org/x/text"}},
	"claims/extract/lexgen":   {mine: []string{"claims/extract"}}, // it writes the tables that extract reads
	"claims/extract/tagtrain": {mine: []string{"claims/extract", "index/source", "index/sentence"}},
	"claims/match":            {mine: []string{"claims", "claims/extract", "index/source", "index/sentence", "index/diff"}, modules: []string{"golang.org/x/text", "github.com/agnivade/levenshtein"}},
	"claims/compare":          {mine: []string{"claims", "claims/extract", "claims/match", "index/source", "index/sentence", "index/diff", "index/anchor"}, modules: []string{"github.com/agnivade/levenshtein"}},
	"claims/concordance":      {mine: []string{"claims", "claims/extract", "claims/match", "index/source"}},
	"claims/toll":             {mine: []string{"claims", "claims/compare", "claims/extract", "claims/match", "index/anchor", "index/diff", "index/source"}},
	"claims/toll/chart":       {mine: []string{"claims", "claims/match", "claims/toll", "index/source"}, modules: []string{"golang.org/x/image"}},
	"claims/report":           {mine: []string{"claims", "claims/ledger", "claims/toll", "claims/toll/chart", "index/source", "index/anchor"}},

	"app/store":         {mine: []string{"app/store/queries", "claims/ledger", "index/source"}, modules: []string{"modernc.org/sqlite", "github.com/pressly/goose/v3", "github.com/gofrs/flock", "github.com/google/renameio/v2"}},
	"app/store/queries": {},
	"app/workspace":     {mine: []string{"app/store", "assets", "claims", "claims/compare", "claims/concordance", "claims/extract", "claims/ledger", "claims/match", "claims/report", "claims/toll", "claims/toll/chart", "index", "index/anchor", "index/diff", "index/ingest", "index/neardup", "index/source"}},
	"app/explain":       {mine: []string{"app/store", "app/workspace", "claims/ledger", "index", "index/ingest"}},
	"app/textlayout":    {mine: []string{"index/source"}, modules: []string{"github.com/rivo/uniseg", "golang.org/x/text"}},
	"app/present":       {mine: []string{"app/explain", "app/store", "app/workspace", "assets", "claims", "claims/compare", "claims/concordance", "claims/extract", "claims/ledger", "claims/match", "claims/report", "claims/toll", "claims/toll/chart", "index", "index/anchor", "index/diff", "index/ingest", "index/source"}, modules: []string{"github.com/adrg/xdg"}},
	"app/ui":            {mine: []string{"app/present", "app/ui/textview", "app/textlayout", "app/workspace", "assets", "claims", "claims/compare", "claims/concordance", "claims/extract", "claims/ledger", "claims/match", "claims/report", "claims/toll", "claims/toll/chart", "index", "index/anchor", "index/diff", "index/source"}, modules: []string{"fyne.io/fyne/v2", "github.com/rymdport/portal", "github.com/dweymouth/fyne-tooltip"}},
	"app/ui/textview":   {mine: []string{"app/textlayout", "index/source", "index/diff"}, modules: []string{"fyne.io/fyne/v2"}},
	"app/cli":           {mine: []string{"app/explain", "app/store", "app/workspace", "claims", "claims/compare", "claims/concordance", "claims/extract", "claims/ledger", "claims/match", "claims/report", "claims/toll", "claims/toll/chart", "index", "index/anchor", "index/diff", "index/ingest", "index/sentence", "index/source"}, modules: []string{"github.com/spf13", "github.com/rivo/uniseg"}},
	"app":               {mine: []string{"app/cli", "app/ui", "app/present", "app/workspace", "claims/ledger"}, modules: []string{"fyne.io/fyne/v2", "github.com/adrg/xdg", "github.com/google/renameio/v2"}},
	"app/e2e":           {},
	"assets":            {},
}

// reserved are packages of the standard library that only some may use.
var reserved = map[string][]string{
	"net/http":     nil,
	"database/sql": {"app/store", "app/store/queries"},
	"unsafe":       nil,
}

// testOnly are modules that tests may use anywhere.
var testOnly = []string{"pgregory.net/rapid", "github.com/rogpeppe/go-internal", "go.uber.org/goleak", "golang.org/x/net/html", "fyne.io/fyne/v2"}

// violations reads the imports of every Go file below root and says which break
// the law. Files are parsed here, not listed by the go tool, so that a cached
// test cannot stay green.
func violations(root string) ([]string, error) {
	var out []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "bin") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		bad, err := breaks(filepath.ToSlash(rel), path)
		out = append(out, bad...)
		return err
	})
	slices.Sort(out)
	return out, err
}

func breaks(pkg, path string) ([]string, error) {
	l, ok := laws[pkg]
	if !ok {
		return []string{pkg + " is not in the table of the import law"}, nil
	}
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		return nil, err
	}
	test := strings.HasSuffix(path, "_test.go")
	var out []string
	for _, imp := range f.Imports {
		p, err := strconv.Unquote(imp.Path.Value)
		if err != nil {
			return nil, err
		}
		if why := l.forbids(pkg, p, filepath.Base(path), test); why != "" {
			out = append(out, fmt.Sprintf("%s/%s imports %s: %s", pkg, filepath.Base(path), p, why))
		}
	}
	return out, nil
}

func (l law) forbids(pkg, p, file string, test bool) string {
	mine, own := strings.CutPrefix(p, "stet/")
	switch {
	case own && (mine == pkg || slices.Contains(l.mine, mine)):
		return ""
	case own && test && !strings.HasPrefix(pkg, "index") && laws[mine].modules == nil:
		return "" // a test of an upper storey may build its input from below
	case own && test && mine == "index/newsgen", own && test && strings.HasPrefix(mine, "index/") && strings.HasPrefix(pkg, "index"):
		return ""
	case own:
		return "not below it in the house"
	case !strings.Contains(strings.SplitN(p, "/", 2)[0], "."):
		if who, ok := reserved[p]; ok && !slices.Contains(who, pkg) {
			return "reserved"
		}
		return ""
	case pkg == "app" && strings.HasPrefix(p, "fyne.io/") && file != "gui.go":
		return "Fyne is for app/ui and app/gui.go"
	}
	for _, m := range append(slices.Clone(l.modules), testModules(test)...) {
		if p == m || strings.HasPrefix(p, m+"/") {
			return ""
		}
	}
	return "a module this package has no business with"
}

func testModules(test bool) []string {
	if test {
		return testOnly
	}
	return nil
}

func TestImportLaw(t *testing.T) {
	bad, err := violations("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bad {
		t.Error(b)
	}
}

func TestImportLawNoticesAPlantedViolation(t *testing.T) {
	for name, c := range map[string]struct{ dir, src, want string }{
		"the index hears of claims":  {"index", `import _ "stet/claims"`, "not below it"},
		"a view model knows Fyne":    {"app/present", `import _ "fyne.io/fyne/v2"`, "no business"},
		"a pane writes to the store": {"app/ui", `import _ "stet/app/store"`, "not below it"},
		"SQL outside the store":      {"app/workspace", `import _ "database/sql"`, "reserved"},
		"a network client":           {"index/ingest", `import _ "net/http"`, "reserved"},
		"Bleve outside the index":    {"app/workspace", `import _ "github.com/blevesearch/bleve/v2"`, "no business"},
		"go-diff outside index/diff": {"claims/compare", `import _ "github.com/sergi/go-diff/diffmatchpatch"`, "no business"},
		"an unlisted package":        {"claims/util", ``, "not in the table"},
		"Fyne beside gui.go":         {"app", `import _ "fyne.io/fyne/v2"`, "Fyne is for"},
	} {
		root := t.TempDir()
		dir := filepath.Join(root, filepath.FromSlash(c.dir))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "planted.go"), []byte("package planted\n\n"+c.src+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		bad, err := violations(root)
		if err != nil || len(bad) != 1 || !strings.Contains(bad[0], c.want) {
			t.Errorf("%s: %v, %v; want one violation: %s", name, bad, err, c.want)
		}
	}
}

// TestOneDoorToFyne: what happens on the window's goroutine goes through one
// scheduler, so there is one fyne.Do in the program.
func TestOneDoorToFyne(t *testing.T) {
	n := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		n += strings.Count(string(b), "fyne.Do(") + strings.Count(string(b), "fyne.DoAndWait(")
		return err
	})
	if err != nil || n > 1 {
		t.Errorf("%d calls of fyne.Do, %v; there is to be one", n, err)
	}
}
