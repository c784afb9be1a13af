package files

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"phuluc2b/model/diag"
)

// ReadForms reads the TOML files of a folder that may be forms: those in which the key of rows
// stands. What cannot be read is none.
func ReadForms(folder string) []*diag.Source {
	var forms []*diag.Source
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		name := filepath.Join(folder, entry.Name())
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() || !strings.EqualFold(filepath.Ext(name), ".toml") {
			continue
		}
		if src, err := ReadSource(name); err == nil && bytes.Contains(src.Text, []byte("dong")) {
			forms = append(forms, src)
		}
	}
	return forms
}
