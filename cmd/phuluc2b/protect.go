package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/render"
	"phuluc2b/render/docx"
)

// protect looks for a colleague's work in the DOCX that is about to be replaced: a table
// that says something else than the data which the file carries. It returns what to tell
// the user, "" when nothing would be lost, and the findings in the file.
func (w *workspace) protect(target string, file render.File) (string, diag.List) {
	if file.Format != render.DOCX {
		return "", nil
	}
	old, err := readBounded(target)
	if err != nil && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, docx.ErrTooLarge) {
		return "", nil // there is no such file; writing says what else is wrong
	}
	if err == nil && (len(old) == 0 || bytes.Equal(old, file.Data)) {
		return "", nil
	}
	var d *document
	if err == nil {
		d, err = parseDocument(target, old)
	}
	if err != nil {
		return fmt.Sprintf("không đọc được tệp đang có: %s", err), nil
	}
	if d.source == nil {
		if d.Untouched {
			return "", nil
		}
		return fmt.Sprintf("%s không phải do chương trình làm, hoặc không mang theo số liệu", target), nil
	}
	annex, _ := w.annex(d)
	if annex == nil {
		return fmt.Sprintf("không so được %s với số liệu mà nó mang theo", target), nil
	}
	corrections, findings := w.revision(d, annex)
	if len(corrections)+len(findings) == 0 {
		return "", nil
	}
	var changed []string
	for _, correction := range corrections {
		changed = append(changed, correction.Describe())
	}
	for _, f := range findings {
		changed = append(changed, f.Message)
	}
	return fmt.Sprintf("%s đã được sửa sau khi làm: %s", target, strings.Join(changed, "; ")), nil
}
