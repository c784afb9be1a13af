package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"phuluc2b/model"
)

// errHelp says that the user asked how a command is used.
var errHelp = errors.New("help")

// usageError is a command line that cannot be understood, in the user's language.
type usageError struct{ fact, hint string }

func (e usageError) Error() string { return e.fact }

// newFlags is an empty set of flags that prints nothing by itself.
func newFlags(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// parse sets flags from a command line, where they may stand before or after the files,
// and returns the files. "--" ends the flags.
func parse(flags *flag.FlagSet, args []string) (files []string, err error) {
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
		f := flags.Lookup(name)
		if f == nil {
			return nil, usageError{"không có tùy chọn " + arg, suggest(arg, flagNames(flags))}
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
		if err := flags.Set(name, value); err != nil {
			return nil, usageError{fmt.Sprintf("tùy chọn %s không nhận %q", arg, value), f.Usage}
		}
	}
	return files, nil
}

func flagNames(flags *flag.FlagSet) []string {
	var names []string
	flags.VisitAll(func(f *flag.Flag) {
		if len(f.Name) == 1 {
			names = append(names, "-"+f.Name)
		} else {
			names = append(names, "--"+f.Name)
		}
	})
	return names
}

// suggest is a hint for a misspelt name.
func suggest(name string, names []string) string {
	if near := model.Nearest(name, names); near != "" {
		return "có phải " + near + "?"
	}
	return "dùng được: " + strings.Join(names, ", ")
}

// texts is a flag that may be given several times.
type texts []string

func (t *texts) String() string     { return strings.Join(*t, ",") }
func (t *texts) Set(s string) error { *t = append(*t, s); return nil }
