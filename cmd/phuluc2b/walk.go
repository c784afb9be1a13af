package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// dataFile is a data file to render, and its place below the folder that it was found in.
type dataFile struct {
	name   string
	folder string // relative; "" for a file that was named itself
}

// walk replaces each folder by the data files in it and below it, in order of their names.
// TOML files that are no data files, such as forms, are left out of folders.
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

func walkFolder(root string) ([]dataFile, error) {
	var files []dataFile
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("%s: %s", name, explainIO(err))
		}
		if entry.IsDir() || !strings.EqualFold(filepath.Ext(name), ".toml") || !holdsReport(name) {
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(name))
		files = append(files, dataFile{name: name, folder: folder})
		return err
	})
	return files, err
}

// holdsReport tells whether a TOML file has a table [bao_cao], as data files have and forms
// have not.
func holdsReport(name string) bool {
	text, err := os.ReadFile(name)
	return err != nil || bytes.Contains(text, []byte("[bao_cao]"))
}
