package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Ctrl-C ends a long run cleanly, and so do the system and a terminal that goes away: what is
// written is whole and in pairs, nothing temporary is left, and it is said how many files are
// not done.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a test cannot press Ctrl-C on Windows")
	}
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(s.String(), func(t *testing.T) {
			if signal.Ignored(s) {
				t.Skip("the tests run under nohup")
			}
			interrupted(t, s)
		})
	}
}

func interrupted(t *testing.T, stop os.Signal) {
	text, err := os.ReadFile("../../seeds/huong-khe-2021.toml")
	if err != nil {
		t.Fatal(err)
	}
	work := t.TempDir()
	for i := range 300 {
		if err := os.WriteFile(filepath.Join(work, fmt.Sprintf("x%03d.toml", i)), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(work, "out")
	var stderr bytes.Buffer
	command := exec.Command("phuluc2b", "render", "-o", out, work)
	command.Stderr = &stderr
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	for written := 0; written < 5; time.Sleep(5 * time.Millisecond) {
		pdfs, _ := filepath.Glob(filepath.Join(out, "*.pdf"))
		written = len(pdfs)
	}
	command.Process.Signal(stop)
	var exit *exec.ExitError
	if err := command.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitStopped {
		t.Fatalf("%v\n%s", err, &stderr)
	}
	if !strings.Contains(stderr.String(), "đã dừng, còn ") {
		t.Error(stderr.String())
	}
	files, err := os.ReadDir(out)
	if err != nil {
		t.Fatal(err)
	}
	docx, pdf := 0, 0
	for _, f := range files {
		switch filepath.Ext(f.Name()) {
		case ".docx":
			docx++
		case ".pdf":
			pdf++
		default:
			t.Errorf("%s is left", f.Name())
		}
	}
	if docx != pdf {
		t.Errorf("%d DOCX and %d PDF", docx, pdf)
	}
}
