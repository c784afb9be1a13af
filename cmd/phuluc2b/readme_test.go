package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"phuluc2b/cmd/internal/console"
)

// TestREADME runs every command of the README in a copy of its files and compares what is
// printed with what the README says. -update writes the outputs anew.
func TestREADME(t *testing.T) {
	readme, err := filepath.Abs("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	work := t.TempDir()
	for _, folder := range []string{"seeds", "examples"} {
		if err := os.CopyFS(filepath.Join(work, folder), os.DirFS("../../"+folder)); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(work)
	got := rerun(string(text))
	if got == string(text) {
		return
	}
	if *update {
		if err := os.WriteFile(readme, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for i, line := range strings.Split(string(text), "\n") {
		if lines := strings.Split(got, "\n"); i >= len(lines) || line != lines[i] {
			t.Fatalf("README.md:%d says %q; run go test ./cmd/phuluc2b -update and read the change", i+1, line)
		}
	}
	t.Fatal("README.md lacks lines that are printed; run go test ./cmd/phuluc2b -update")
}

// rerun replaces what stands below each "$ command" of the console blocks by what the
// command prints. "go test" is not run: this is it.
func rerun(text string) string {
	const begin, end = "```console\n", "```\n"
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, begin)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		block, after, _ := strings.Cut(rest, end)
		b.WriteString(begin)
		for _, line := range strings.SplitAfter(block, "\n") {
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				b.WriteString(line + run(strings.Fields(command)))
			}
		}
		b.WriteString(end)
		text = after
	}
}

func run(words []string) string {
	command := strings.Join(words, " ")
	args, ok := strings.CutPrefix(command, "phuluc2b ")
	if !ok {
		args, ok = strings.CutPrefix(command, "go run ./cmd/phuluc2b ")
	}
	if !ok {
		return ""
	}
	var out bytes.Buffer
	stream := console.Stream{Writer: &out, Width: 100}
	c := Command{Stdout: stream, Stderr: stream, Getenv: os.Getenv, Now: time.Now}
	c.Main(context.Background(), strings.Fields(args))
	return out.String()
}
