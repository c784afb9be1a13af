package files

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"phuluc2b/model/diag"
)

// ReadForms reads the TOML files of a folder that may be forms: all but those that are plainly
// data, for they name a report and no rows. The errors are of files that cannot be read.
func ReadForms(folder string) (forms []*diag.Source, unread []error) {
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		name := filepath.Join(folder, entry.Name())
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() || !strings.EqualFold(filepath.Ext(name), ".toml") {
			continue
		}
		src, err := ReadSource(name)
		switch {
		case err != nil:
			unread = append(unread, err)
		case bytes.Contains(src.Text, []byte("dong")) || !bytes.Contains(src.Text, []byte("bao_cao")):
			forms = append(forms, src)
		}
	}
	return forms, unread
}
