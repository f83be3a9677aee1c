package cli

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"stet/claims/ledger"
)

// TestMain lets the scripts run this test binary as stet. Nothing in it is
// random: each run takes the next number of a file in the script's folder, and
// that number is its minute and its seed.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"stet": func() { os.Exit(runForScript()) },
	})
}

func runForScript() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	n := nextRun(os.Getenv("STET_TEST_COUNTER"))
	env := OS()
	now := time.Date(2025, 5, 6, 8, n, 0, 0, time.UTC)
	env.Now = func() time.Time { return now }
	var seed [32]byte
	binary.LittleEndian.PutUint64(seed[:], uint64(n))
	env.Rand = rand.NewChaCha8(seed)
	if os.Getenv("STET_TEST_WINDOW") != "" {
		env.Window = func(_ context.Context, desk string, who ledger.Who) error {
			fmt.Fprintf(env.Stdout, "window on %q as %s\n", desk, who)
			return nil
		}
	}
	return Run(ctx, os.Args[1:], env)
}

// nextRun counts the runs of one script. Scripts that run stet in the background
// start one at a time, so the file needs no lock.
func nextRun(path string) int {
	b, err := os.ReadFile(path)
	n := 0
	if err == nil {
		n, err = strconv.Atoi(string(b))
	}
	if err != nil && !os.IsNotExist(err) {
		panic(err)
	}
	if err := os.WriteFile(path, []byte(strconv.Itoa(n+1)), 0o600); err != nil {
		panic(err)
	}
	return n
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Vars = append(e.Vars, "STET_USER=Ana Ruiz", "TZ=UTC", "STET_TEST_COUNTER="+filepath.Join(e.Getenv("TMPDIR"), "runs"), "STET_DESK="+filepath.Join(e.WorkDir, "desk"))
			return os.MkdirAll(e.Getenv("TMPDIR"), 0o700)
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("there is no condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"run":    scriptRun,
			"let":    scriptLet,
			"json":   scriptJSON,
			"jsonl":  scriptJSONL,
			"swap":   scriptSwap,
			"binary": scriptBinary,
			"repeat": scriptRepeat,
			"zip":    scriptZip,
			"gzip":   scriptGzip,
			"hold":   scriptHold,
		},
	})
}
