package main

import (
	"context"
	"embed"
	"fmt"
	"runtime/debug"
	"strings"

	"phuluc2b/fonts"
)

// licenseTexts has the licence of every module in the program, named by the module with "_"
// for "/", and Go's own.
//
//go:embed licenses/*.txt
var licenseTexts embed.FS

func licensesCommand() *subcommand {
	s := &subcommand{
		name: "licenses", summary: "in giấy phép của chương trình và các thư viện",
		about: "in giấy phép của chương trình và của mọi thư viện, phông chữ ở trong.",
		usage: "licenses",
	}
	s.run = func(c *Command, _ context.Context, rest []string) int {
		if len(rest) > 0 {
			return c.usage(usageError{"licenses không nhận " + rest[0], ""}, s)
		}
		return c.licenses()
	}
	return s
}

func (c *Command) licenses() int {
	var b strings.Builder
	fmt.Fprint(&b, "phuluc2b\nCopyright: the phuluc2b authors. GNU Affero General Public License, version 3: see github.com/unidoc/unioffice below.\n")
	for _, name := range append([]string{"go"}, modules()...) {
		text, err := licenseTexts.ReadFile(licenseFile(name))
		if err != nil {
			return c.fail(fmt.Errorf("thiếu giấy phép của %s", name))
		}
		section(&b, name, string(text))
	}
	section(&b, "Liberation Serif 2.1.5", fonts.License)
	if _, err := fmt.Fprint(c.Stdout.Writer, b.String()); err != nil {
		return c.fail(err)
	}
	return exitOK
}

func section(b *strings.Builder, name, text string) {
	fmt.Fprintf(b, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 72), name, strings.TrimSpace(text))
}

func licenseFile(module string) string {
	return "licenses/" + strings.ReplaceAll(module, "/", "_") + ".txt"
}

// modules lists what the running program was built from.
func modules() []string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return nil
	}
	var names []string
	for _, m := range info.Deps {
		names = append(names, m.Path)
	}
	return names
}
