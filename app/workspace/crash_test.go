package workspace

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/ledger"
	"stet/index/source"
)

// rounds is how often a working process is killed; the issue asks for twenty.
const rounds = 20

// TestKilledAtAnyMoment kills a process that imports and edits claims, without
// warning, at a random acknowledged write. Afterwards the desk must open,
// verify, and hold everything the process had acknowledged.
func TestKilledAtAnyMoment(t *testing.T) {
	if dir := os.Getenv("STET_CRASH_DESK"); dir != "" {
		workUntilKilled(t, dir)
		return
	}
	dir, random := t.TempDir(), rand.New(rand.NewPCG(2025, 5))
	articles, made := map[source.ArticleID]bool{}, map[claims.ID]bool{}
	for round := range rounds {
		for _, line := range killAfter(t, dir, round, 1+random.IntN(60)) {
			kind, id, _ := strings.Cut(line, " ")
			switch kind {
			case "article":
				articles[source.ArticleID(id)] = true
			case "claim":
				made[claims.ID(id)] = true
			}
		}
		w := reopen(t, dir, Config{})
		w.View(func(s *ledger.State) {
			for id := range articles {
				if s.Articles[id] == nil {
					t.Errorf("round %d: article %s was acknowledged and is lost", round, id)
				}
			}
			for id := range made {
				if s.Claims[id] == nil {
					t.Errorf("round %d: claim %s was acknowledged and is lost", round, id)
				}
			}
		})
		if v, err := w.Verify(context.Background(), nil); err != nil || !v.OK() {
			t.Errorf("round %d: %+v, %v", round, v, err)
		}
		if err := w.Refresh(context.Background(), nil); err != nil {
			t.Errorf("round %d: the index: %v", round, err)
		}
		check(t, w.Close())
	}
	if len(articles) < rounds || len(made) < rounds {
		t.Errorf("only %d articles and %d claims were acknowledged: the test kills too early", len(articles), len(made))
	}
}

// killAfter runs the worker and kills it after n acknowledged writes. It returns
// all it had acknowledged, also what arrived while it was being killed.
func killAfter(t *testing.T, dir string, round, n int) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilledAtAnyMoment$", "-test.v")
	// What is killed cannot tidy up: its temporary folder lies in one of this test.
	tmp := t.TempDir()
	cmd.Env = append(os.Environ(), "STET_CRASH_DESK="+dir, fmt.Sprint("STET_CRASH_ROUND=", round), "TMPDIR="+tmp, "TMP="+tmp, "TEMP="+tmp)
	out, err := cmd.StdoutPipe()
	check(t, err)
	check(t, cmd.Start())
	var acked []string
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		line, ok := strings.CutPrefix(lines.Text(), "ack ")
		if !ok {
			continue
		}
		acked = append(acked, line)
		if len(acked) == n {
			check(t, cmd.Process.Kill())
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatalf("the worker ended by itself after %d writes", len(acked))
	}
	return acked
}

// workUntilKilled imports and edits without end, and prints what is on disk.
func workUntilKilled(t *testing.T, dir string) {
	w := reopen(t, dir, Config{Create: true})
	ctx := context.Background()
	files := t.TempDir()
	ack := func(kind string, id any) { _, _ = io.WriteString(os.Stdout, fmt.Sprintf("ack %s %v\n", kind, id)) }
	for i := 0; ; i++ {
		text := fmt.Sprintf("Report %s-%d from Norrby harbour\n\nThe fire service counted %d engines, at least %d people were injured, officials said on Thursday.\n", os.Getenv("STET_CRASH_ROUND"), i, i+2, i+3)
		path := filepath.Join(files, "report.txt")
		check(t, os.WriteFile(path, []byte(text), 0o600))
		r, err := w.Import(ctx, []string{path}, ImportOptions{Versions: SeparateArticles})
		check(t, err)
		ack("article", r[0].Version.Article)
		id, err := w.AddClaim(ctx, r[0].Version, source.Span{Start: 0, End: 6}, nil)
		check(t, err)
		ack("claim", id)
		check(t, w.EditClaim(ctx, id, func(c *claims.Claim) { c.Note = "look again" }))
		if i%3 == 0 {
			check(t, w.Refresh(ctx, nil))
		}
	}
}
