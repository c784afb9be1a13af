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

// dataFile is a data file to render, and its place below the folder that it was found in.
type dataFile struct {
	name   string
	folder string // relative; "" for a file that was named itself
}

// walk replaces each folder by the data files in it and below it, in order of their names.
// Forms are left out of folders.
func walk(names []string) ([]dataFile, error) {
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
		inside, err := walkFolder(name)
		if err != nil {
			return nil, err
		}
		found = append(found, inside...)
	}
	return found, nil
}

func walkFolder(name string) ([]dataFile, error) {
	root, err := filepath.EvalSymlinks(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, files.Explain(err))
	}
	var found []dataFile
	err = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("%s: %s", name, files.Explain(err))
		}
		if entry.IsDir() || !strings.EqualFold(filepath.Ext(name), ".toml") || isForm(name) {
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(name))
		found = append(found, dataFile{name: name, folder: folder})
		return err
	})
	return found, err
}

// isForm reports whether a TOML file is a form: it has rows and no report. Any other is taken
// for a data file, so that one which cannot be read is reported, not left out.
func isForm(name string) bool {
	src, err := files.ReadSource(name)
	return err == nil && model.IsForm(src)
}
