package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The arrows between the folders, and the libraries that stay in few packages. The folder
// list is the architecture: an arrow that is not here is a mistake.
var (
	arrows = map[string][]string{
		"cmd/phuluc2b":             {"cmd/internal/changes", "cmd/internal/console", "cmd/internal/doubleclick", "cmd/internal/edition", "cmd/internal/files", "cmd/internal/pool", "cmd/internal/workflow", "cmd/internal/words", "fonts", "model", "model/check", "model/collect", "model/diag", "model/edit", "model/match", "model/tree", "render"},
		"cmd/internal/words":       {"model/diag"},
		"cmd/internal/workflow":    {"fonts", "model", "model/check", "model/collect", "model/diag", "model/edit", "model/infer", "model/match", "model/tabular", "model/tree", "render", "render/docxread", "render/html", "render/layout", "render/ooxml", "render/paginate", "render/pdfread", "render/svg", "render/xlsxread"},
		"cmd/internal/files":       {"model/diag"},
		"cmd/internal/console":     {"cmd/internal/files", "cmd/internal/words", "model/diag"},
		"cmd/internal/changes":     {"cmd/internal/console", "model", "model/diag"},
		"cmd/internal/pool":        {},
		"cmd/internal/edition":     {},
		"cmd/internal/doubleclick": {},
		"cmd/page":                 {"cmd/internal/edition", "fonts"},
		"cmd/release":              {},
		"cmd/page/engine":          {"cmd/internal/workflow", "fonts", "model", "model/check", "model/collect", "model/diag", "model/match", "model/tree", "render", "render/html"},
		"cmd/page/worker":          {"cmd/page/engine"},

		"render":            {"fonts", "model", "render/docx", "render/docxread", "render/layout", "render/ooxml", "render/pdf", "render/pdfread", "render/xlsx", "render/xlsxread"},
		"render/layout":     {"fonts", "model"},
		"render/paginate":   {"fonts", "render/layout"},
		"render/html":       {"fonts", "render/layout"},
		"render/svg":        {"fonts", "render/layout", "render/paginate"},
		"render/docx":       {"render/layout"},
		"render/ooxml":      {"render/layout"},
		"render/docxread":   {"render/layout", "render/ooxml"},
		"render/xlsx":       {"fonts", "render/layout"},
		"render/xlsxread":   {"render/layout", "render/ooxml"},
		"render/pdf":        {"fonts", "render/layout", "render/paginate", "render/pdf/object", "render/pdf/subset"},
		"render/pdf/object": {},
		"render/pdf/subset": {"fonts"},
		"render/pdfread":    {"render/layout", "render/pdf/object"},

		"model":         {"model/diag", "model/tree", "templates"},
		"model/tree":    {"model/diag"},
		"model/check":   {"model", "model/diag"},
		"model/edit":    {"model", "model/diag", "model/tree"},
		"model/match":   {"model", "model/diag", "model/tabular", "model/tree"},
		"model/collect": {"model", "model/diag", "model/tabular", "model/tree"},
		"model/tabular": {"model", "model/diag"},
		"model/infer":   {"model", "model/diag", "model/tabular", "model/tree"},
		"model/diag":    {},

		"fonts":     {},
		"templates": {},

		// What tests share.
		"cmd/internal/communes":      {"model"},
		"cmd/internal/retyped":       {},
		"model/internal/modeltest":   {"model", "model/check", "model/diag"},
		"render/internal/rendertest": {"fonts", "render/layout"},
	}
	homes = map[string][]string{
		"github.com/unidoc/unioffice":    {"render/docx"},
		"codeberg.org/go-pdf/fpdf":       {"render/pdf"},
		"github.com/pelletier/go-toml":   {"model/tree", "model/edit"},
		"github.com/BurntSushi/toml":     {"model/tree"},
		"golang.org/x/text/unicode/norm": {"model/tree", "model/edit", "model/match", "model/tabular"},
		"golang.org/x/image":             {"fonts"},
	}
)

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	for file, imports := range sourceImports(t) {
		folder := filepath.ToSlash(filepath.Dir(file))
		allowed, known := arrows[folder]
		if !known {
			t.Errorf("%s: folder %s is not part of the architecture", file, folder)
		}
		seen[folder] = true
		for _, path := range imports {
			if own, ok := strings.CutPrefix(path, "phuluc2b/"); ok && !slices.Contains(allowed, own) {
				t.Errorf("%s: %s must not import %s", file, folder, own)
			}
			if folder == "model/diag" && strings.Contains(path, ".") {
				t.Errorf("%s: model/diag must not import %s", file, path)
			}
			for library, known := range homes {
				if strings.HasPrefix(path, library) && !slices.Contains(known, folder) {
					t.Errorf("%s: %s belongs to %v alone", file, library, known)
				}
			}
		}
	}
	for folder := range arrows {
		if !seen[folder] {
			t.Errorf("folder %s has no Go file", folder)
		}
	}
}

// sourceImports lists the import paths of every file that is not a test, by its name below
// the repository.
func sourceImports(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	const root = "../.."
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		for _, spec := range file.Imports {
			p, _ := strconv.Unquote(spec.Path.Value)
			imports[name] = append(imports[name], p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
