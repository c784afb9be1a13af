package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

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
	var files []dataFile
	seen := map[string]bool{}
	for _, name := range names {
		if full, err := filepath.Abs(name); err == nil && seen[full] {
			continue
		} else {
			seen[full] = true
		}
		info, err := os.Stat(name)
		if err != nil || !info.IsDir() {
			files = append(files, dataFile{name: name}) // what is wrong with it is said when it is read
			continue
		}
		found, err := walkFolder(name)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	return files, nil
}

func walkFolder(name string) ([]dataFile, error) {
	root, err := filepath.EvalSymlinks(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, explainIO(err))
	}
	var files []dataFile
	err = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("%s: %s", name, explainIO(err))
		}
		if entry.IsDir() || !strings.EqualFold(filepath.Ext(name), ".toml") || isForm(name) {
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(name))
		files = append(files, dataFile{name: name, folder: folder})
		return err
	})
	return files, err
}

// isForm tells whether a TOML file is a form: it has rows and no report. Any other is taken
// for a data file, so that one which cannot be read is reported, not left out.
func isForm(name string) bool {
	src, err := readSource(name)
	return err == nil && model.IsForm(src)
}
