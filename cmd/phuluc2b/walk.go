package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/model"
)

// dataFile is a data file to render, or a form, and its place below the folder that it was found in.
type dataFile struct {
	name   string
	folder string // relative; "" for a file that was named itself
	err    error  // why this cannot be looked at, for the user: a folder that may not be read
}

// walk replaces each folder by the data files in it and below it, in order of their names, or
// by the forms. What cannot be looked at does not stop the others.
func walk(names []string, forms bool) []dataFile {
	var found []dataFile
	seen := map[string]bool{}
	for _, name := range names {
		if full, err := filepath.Abs(name); err == nil && seen[full] {
			continue
		} else {
			seen[full] = true
		}
		info, err := os.Stat(name)
		if err != nil || !info.IsDir() {
			found = append(found, dataFile{name: name}) // what is wrong with it is said when it is read
			continue
		}
		found = append(found, walkFolder(name, forms)...)
	}
	return found
}

func walkFolder(root string, forms bool) []dataFile {
	if behind, err := filepath.EvalSymlinks(root); err == nil {
		root = behind
	}
	var found []dataFile
	filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found = append(found, dataFile{name: name, err: fmt.Errorf("%s: không xem được trong thư mục này: %s", name, files.Explain(err))})
			return nil
		case entry.IsDir() || !strings.EqualFold(filepath.Ext(name), ".toml") || isForm(name) != forms:
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(name))
		found = append(found, dataFile{name: name, folder: folder, err: err})
		return nil
	})
	return found
}

// isForm reports whether a TOML file is a form: it has rows and no report. Any other is taken
// for a data file, so that one which cannot be read is reported, not left out.
func isForm(name string) bool {
	src, err := files.ReadSource(name)
	return err == nil && model.IsForm(src)
}
