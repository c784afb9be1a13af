package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"phuluc2b/cmd/internal/console"
)

// guides are the pages for users that show commands.
var guides = []string{"README.md", "examples/README.md", "templates/README.md"}

// TestGuides runs every command of the guides in a copy of the repository's files and compares
// what is printed with what the page says. -update writes the outputs anew.
func TestGuides(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, guide := range guides {
		t.Run(guide, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join(root, guide))
			if err != nil {
				t.Fatal(err)
			}
			work := t.TempDir()
			for _, folder := range []string{"seeds", "examples"} {
				if err := os.CopyFS(filepath.Join(work, folder), os.DirFS(filepath.Join(root, folder))); err != nil {
					t.Fatal(err)
				}
			}
			t.Chdir(work)
			got := rerun(string(text))
			if got == string(text) {
				return
			}
			if *update {
				if err := os.WriteFile(filepath.Join(root, guide), []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for i, line := range strings.Split(string(text), "\n") {
				if lines := strings.Split(got, "\n"); i >= len(lines) || line != lines[i] {
					t.Fatalf("line %d says %q; run go test ./cmd/phuluc2b -update and read the change", i+1, line)
				}
			}
			t.Fatal("lines that are printed are missing; run go test ./cmd/phuluc2b -update")
		})
	}
}

// A command or flag that a guide names between its sentences is one that there is.
func TestGuidesNameCommands(t *testing.T) {
	code := regexp.MustCompile("`[^`\n]+`")
	for _, guide := range guides {
		text, err := os.ReadFile("../../" + guide)
		if err != nil {
			t.Fatal(err)
		}
		for _, quoted := range code.FindAllString(string(text), -1) {
			words := strings.Fields(strings.TrimPrefix(strings.Trim(quoted, "`"), "phuluc2b "))
			i := slices.IndexFunc(subcommands(), func(s *subcommand) bool { return s.name == words[0] })
			if i < 0 && (strings.HasPrefix(quoted, "`phuluc2b ") && words[0] != "LỆNH" || strings.HasPrefix(words[0], "--") && !isFlag(words[0], subcommands()...)) {
				t.Errorf("%s: there is no %s", guide, quoted)
			}
			for _, word := range words {
				if i >= 0 && strings.HasPrefix(word, "-") && !isFlag(word, subcommands()[i]) {
					t.Errorf("%s: %s: there is no %s", guide, quoted, word)
				}
			}
		}
	}
}

func isFlag(word string, of ...*subcommand) bool {
	return slices.ContainsFunc(of, func(s *subcommand) bool { return s.flags.Lookup(strings.TrimLeft(word, "-")) != nil })
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
