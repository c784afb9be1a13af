// Package retyped makes, for tests, of a document what a person makes of it in Word or Excel.
package retyped

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"strings"
)

// Document is a DOCX or XLSX in which old texts are replaced by new ones, given in pairs, each where
// it stands first. One that is not there is an error.
func Document(document []byte, pairs ...string) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return nil, err
	}
	var saved bytes.Buffer
	out := zip.NewWriter(&saved)
	changed := make([]bool, len(pairs))
	for _, file := range archive.File {
		part, err := fs.ReadFile(archive, file.Name)
		if err != nil {
			return nil, err
		}
		text := string(part)
		for i := 0; i < len(pairs); i += 2 {
			if !changed[i] && strings.Contains(text, pairs[i]) {
				text, changed[i] = strings.Replace(text, pairs[i], pairs[i+1], 1), true
			}
		}
		to, err := out.Create(file.Name)
		if err == nil {
			_, err = to.Write([]byte(text))
		}
		if err != nil {
			return nil, err
		}
	}
	for i := 0; i < len(pairs); i += 2 {
		if !changed[i] {
			return nil, fmt.Errorf("the document has no %q", pairs[i])
		}
	}
	err = out.Close()
	return saved.Bytes(), err
}
