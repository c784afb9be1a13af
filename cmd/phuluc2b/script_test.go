package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"phuluc2b/cmd/internal/console"
)

var update = flag.Bool("update", false, "write what the scripts compare anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"phuluc2b": func() {
			ctx, stop := untilStopped()
			defer stop()
			command := Command{Stdout: console.Stream{Writer: console.Writer(os.Stdout), Width: 100}, Stderr: console.Stream{Writer: os.Stderr, Width: 100}, Getenv: os.Getenv, Now: time.Now}
			os.Exit(command.Main(ctx, os.Args[1:]))
		},
	})
}

// TestScript runs what a user types. $ROOT is the repository.
func TestScript(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("ROOT", root)
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Getuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %s", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":    exitCode,
			"replace": replace,
			"edit":    editDocument,
			"await":   await,
			"held":    held,
			"only":    only,
		},
	})
}
