package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"phuluc2b/cmd/internal/console"
	"phuluc2b/cmd/internal/edition"
	"phuluc2b/cmd/internal/files"
	"phuluc2b/model/diag"
)

// Exit codes, as --help documents them.
const (
	exitOK      = 0
	exitFinding = 1 // what a file says stops the command
	exitUsage   = 2 // the command line cannot be understood
	exitIO      = 3 // a file cannot be read or written
	exitStopped = 4 // told to stop before all was done
)

// released is the edition that the release script has the linker stamp into the program; ""
// in all others.
var released string

// Command is the program with its surroundings passed in.
type Command struct {
	Stdout, Stderr console.Stream
	Getenv         func(string) string
	Now            func() time.Time // for the year of a new data file and the times that --watch prints, nothing else
}

func subcommands() []*subcommand {
	return []*subcommand{
		renderCommand(), checkCommand(), diffCommand(), extractCommand(), importCommand(), formCommand(),
		collectCommand(), totalCommand(), tableCommand(),
		newCommand(), formatCommand(), schemaCommand(), licensesCommand(), completionCommand(),
	}
}

// Main runs the program and returns its exit code. What could not be printed is an error: a
// script must not take it for an empty answer.
func (c *Command) Main(ctx context.Context, args []string) int {
	printed := &checkedWriter{Writer: c.Stdout.Writer}
	checked := *c
	checked.Stdout.Writer = printed
	code := checked.run(ctx, args)
	if printed.err != nil && code < exitIO {
		return c.fail(printed.err)
	}
	return code
}

// checkedWriter remembers the first error of a writer, in the user's language.
type checkedWriter struct {
	io.Writer
	err error
}

func (w *checkedWriter) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if err != nil && w.err == nil {
		w.err = fmt.Errorf("không in ra được: %s", files.Explain(err))
	}
	if err != nil {
		err = w.err
	}
	return n, err
}

func (c *Command) run(ctx context.Context, args []string) int {
	if len(args) == 0 {
		c.help(c.Stderr.Writer)
		return exitUsage
	}
	if i := slices.IndexFunc(args, func(arg string) bool { return strings.Contains(arg, "\n") }); i >= 0 {
		return c.misuse(diag.Visible(args[i])+" có dấu xuống dòng ở trong", "đổi tên tệp, hoặc viết giá trị ấy trên một dòng", "")
	}
	switch args[0] {
	case "version", "--version", "-version":
		fmt.Fprintf(c.Stdout, "phuluc2b %s\n", editionName())
		return exitOK
	case "help", "--help", "-help", "-h":
		if len(args) > 1 && args[0] == "help" {
			return c.run(ctx, []string{args[1], "--help"})
		}
		c.help(c.Stdout.Writer)
		return exitOK
	}
	var known []string
	for _, s := range subcommands() {
		if s.name == args[0] {
			names, err := s.parse(args[1:])
			if err != nil {
				return c.usage(err, s)
			}
			return s.run(c, ctx, names)
		}
		known = append(known, s.name)
	}
	return c.misuse(fmt.Sprintf("không có lệnh %q", args[0]), suggest(args[0], known), "")
}

func (c *Command) help(w io.Writer) {
	fmt.Fprint(w, `phuluc2b làm Phụ lục 2B (thống kê số liệu cải cách hành chính) từ một tệp số liệu TOML.

Cách dùng: phuluc2b LỆNH [TÙY CHỌN] TỆP…

Lệnh:
`)
	for _, s := range subcommands() {
		fmt.Fprintf(w, "  %-11s %s\n", s.name, s.summary)
	}
	fmt.Fprint(w, `
Xem từng lệnh: phuluc2b LỆNH --help; xem phiên bản: phuluc2b --version

Mã kết thúc:
  0  xong
  1  tệp có lỗi nên không làm được; với check: cả khi số liệu trái quy tắc; với diff: hai bản khác nhau
  2  dòng lệnh viết sai
  3  không đọc hoặc không ghi được tệp
  4  bị dừng giữa chừng (Ctrl-C, hoặc máy tắt)
`)
}

// editionName is what --version tells.
func editionName() string {
	info, ok := debug.ReadBuildInfo()
	if released != "" || !ok {
		return cmp.Or(released, edition.Trial)
	}
	return edition.Built(info)
}

// usage answers a command line that asks for help or cannot be understood.
func (c *Command) usage(err error, s *subcommand) int {
	if errors.Is(err, errHelp) {
		fmt.Fprint(c.Stdout.Writer, s.help())
		return exitOK
	}
	var misuse usageError
	if errors.As(err, &misuse) {
		return c.misuse(misuse.fact, misuse.hint, s.name)
	}
	return c.misuse(err.Error(), "", s.name)
}

// misuse says what is wrong with the command line and where to read on.
func (c *Command) misuse(fact, hint, name string) int {
	fmt.Fprintf(c.Stderr, "phuluc2b: %s\n", fact)
	if hint != "" {
		fmt.Fprintf(c.Stderr, "  gợi ý: %s\n", hint)
	}
	if name != "" {
		name += " "
	}
	fmt.Fprintf(c.Stderr, "  xem cách dùng: phuluc2b %s--help\n", name)
	return exitUsage
}

// fail says that a file could not be read or written, or is better kept.
func (c *Command) fail(err error) int {
	fmt.Fprintf(c.Stderr, "phuluc2b: %s\n", err)
	return exitOf(err)
}

func exitOf(err error) int {
	var kept keptError
	if errors.As(err, &kept) {
		return exitFinding
	}
	return exitIO
}

// write writes the files of a command, all or none.
func (c *Command) write(outputs ...files.Output) error {
	var folders []string
	for _, o := range outputs {
		folders = append(folders, filepath.Dir(o.Name))
	}
	c.recoverFolders(folders...)
	return files.Write(outputs)
}

// recoverFolders clears folders of what killed runs left in them, and says what it undid.
func (c *Command) recoverFolders(folders ...string) {
	slices.Sort(folders)
	for _, folder := range slices.Compact(folders) {
		for _, line := range files.Recover(folder) {
			fmt.Fprintf(c.Stderr, "phuluc2b: %s\n", line)
		}
	}
}
