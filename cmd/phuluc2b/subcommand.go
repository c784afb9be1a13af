package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"phuluc2b/model/tree"
)

// subcommand is one thing that the program does, with all that help and completion say of
// it. Its flags are set before it runs.
type subcommand struct {
	name, summary string
	about         string // the first paragraph of its help
	usage         string // what is typed behind the program's name
	intro, notes  string // of its help, above and below the flags; may be empty
	entries       []entry
	flags         flag.FlagSet
	run           func(c *Command, ctx context.Context, files []string) int
}

// entry is a flag, or an argument, as help lists it.
type entry struct {
	name string // "--form", "-o"; that of an argument has no dash
	with string // what help calls its value: "TỆP"; "" for none
	help string // in lines
}

// text adds a flag with a value. The hint says what to type for it.
func (s *subcommand) text(name, with, fallback, help, hint string) *string {
	s.entries = append(s.entries, entry{dashed(name), with, help})
	return s.flags.String(name, fallback, hint)
}

// texts adds a flag that may be given several times.
func (s *subcommand) texts(name, with, help, hint string) *[]string {
	s.entries = append(s.entries, entry{dashed(name), with, help})
	var all []string
	s.flags.Func(name, hint, func(text string) error {
		all = append(all, text)
		return nil
	})
	return &all
}

// number adds a flag with a whole number.
func (s *subcommand) number(name, with string, fallback int, help, hint string) *int {
	s.entries = append(s.entries, entry{dashed(name), with, help})
	return s.flags.Int(name, fallback, hint)
}

// on adds a flag without a value.
func (s *subcommand) on(name, help string) *bool {
	s.entries = append(s.entries, entry{dashed(name), "", help})
	return s.flags.Bool(name, false, "viết "+dashed(name)+", không có giá trị")
}

// argument adds to the help what may stand there without a dash.
func (s *subcommand) argument(name, help string) {
	s.entries = append(s.entries, entry{name, "", help})
}

// forms adds the flag that names forms of the user's own.
func (s *subcommand) forms() *[]string {
	return s.texts("form", "TỆP", "dùng thêm biểu mẫu riêng trong tệp này; viết được nhiều lần. Biểu mẫu để cạnh tệp số\nliệu thì chương trình tự tìm", "viết tên tệp biểu mẫu sau --form")
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// help is what --help prints.
func (s *subcommand) help() string {
	const column = 16 // of what is said of an entry
	var b strings.Builder
	fmt.Fprintf(&b, "phuluc2b %s %s\n\nCách dùng: phuluc2b %s\n", s.name, s.about, s.usage)
	paragraph := func(text string) {
		if text != "" {
			b.WriteString("\n" + text + "\n")
		}
	}
	paragraph(s.intro)
	for i, e := range s.entries {
		if i == 0 {
			b.WriteString("\n")
		}
		name := strings.TrimSpace(e.name + " " + e.with)
		name += strings.Repeat(" ", max(1, column-utf8.RuneCountInString(name)))
		fmt.Fprintf(&b, "  %s%s\n", name, strings.ReplaceAll(e.help, "\n", "\n  "+strings.Repeat(" ", column)))
	}
	paragraph(s.notes)
	return b.String()
}

// flagNames lists the flags in the order of the help.
func (s *subcommand) flagNames() []string {
	var names []string
	for _, e := range s.entries {
		if e.name[0] == '-' {
			names = append(names, e.name)
		}
	}
	return names
}

// errHelp says that the user asked how a command is used.
var errHelp = errors.New("help")

// usageError is a command line that cannot be understood, in the user's language.
type usageError struct{ fact, hint string }

func (e usageError) Error() string { return e.fact }

// parse sets the flags from a command line, where they may stand before or after the files,
// and returns the files. "--" ends the flags.
func (s *subcommand) parse(args []string) (files []string, err error) {
	s.flags.SetOutput(io.Discard)
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return append(files, args[i+1:]...), nil
		case len(arg) < 2 || arg[0] != '-':
			files = append(files, arg)
			continue
		}
		name, value, hasValue := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if name == "help" || name == "h" {
			return nil, errHelp
		}
		f := s.flags.Lookup(name)
		if f == nil {
			return nil, usageError{"không có tùy chọn " + arg, suggest(arg, s.sortedFlags())}
		}
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() && !hasValue {
			value, hasValue = "true", true
		}
		if !hasValue {
			if i++; i == len(args) {
				return nil, usageError{fmt.Sprintf("tùy chọn %s thiếu giá trị", arg), f.Usage}
			}
			value = args[i]
		}
		if value == "" {
			return nil, usageError{fmt.Sprintf("tùy chọn %s có giá trị rỗng", arg), f.Usage}
		}
		if err := s.flags.Set(name, value); err != nil {
			return nil, usageError{fmt.Sprintf("tùy chọn %s không nhận %q", arg, value), f.Usage}
		}
	}
	return files, nil
}

func (s *subcommand) sortedFlags() []string {
	var names []string
	s.flags.VisitAll(func(f *flag.Flag) { names = append(names, dashed(f.Name)) })
	return names
}

// suggest is a hint for a misspelt name.
func suggest(name string, names []string) string {
	if near := tree.Nearest(name, names); near != "" {
		return "có phải " + near + "?"
	}
	return "dùng được: " + strings.Join(names, ", ")
}
