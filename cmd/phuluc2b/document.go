package main

import (
	"errors"
	"fmt"
	"maps"
	"os"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render"
	"phuluc2b/render/docx"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdf"
)

// maxDocument bounds a document that is read whole.
const maxDocument = 128 << 20

// document is a DOCX or PDF of an annex, read back.
type document struct {
	*render.Document
	name         string
	source, form *layout.Attachment // nil when the document does not carry them
}

// readDocument reads a document. The error is for the user.
func readDocument(name string) (*document, error) {
	data, err := readBounded(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, explainDocument(err))
	}
	return parseDocument(name, data)
}

// readBounded reads the bytes of a document.
func readBounded(name string) ([]byte, error) {
	if info, err := os.Stat(name); err == nil && info.Size() > maxDocument {
		return nil, docx.ErrTooLarge
	}
	return os.ReadFile(name)
}

// parseDocument takes a document apart. The error is for the user.
func parseDocument(name string, data []byte) (*document, error) {
	read, err := render.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, explainDocument(err))
	}
	d := &document{Document: read, name: name}
	for i, a := range read.Attachments {
		switch a.Kind() {
		case layout.AttachmentSource:
			d.source = &read.Attachments[i]
		case layout.AttachmentForm:
			d.form = &read.Attachments[i]
		}
	}
	return d, nil
}

// explainDocument says in Vietnamese why a document cannot be read.
func explainDocument(err error) string {
	for _, known := range []struct {
		err  error
		text string
	}{
		{docx.ErrOldWord, "đây là tệp .doc của Word đời cũ; mở bằng Word, chọn File > Save As, loại Word Document (*.docx), rồi dùng tệp mới"},
		{docx.ErrEncrypted, "tệp có mật khẩu; mở bằng Word, bỏ mật khẩu rồi lưu lại"},
		{docx.ErrTooLarge, "tệp quá lớn so với một phụ lục, không đọc"},
		{docx.ErrNotDOCX, "không phải tệp DOCX hoặc PDF"},
		{docx.ErrDamaged, "tệp bị hỏng; mở bằng Word rồi lưu lại"},
		{pdf.ErrTooLarge, "tệp quá lớn so với một phụ lục, không đọc"},
		{pdf.ErrNoSource, "tệp PDF này không mang theo tệp số liệu"},
		{pdf.ErrNotPDF, "không phải tệp PDF"},
	} {
		if errors.Is(err, known.err) {
			return known.text
		}
	}
	return explainIO(err)
}

// formsOf is the forms that a document may be of: the workspace's, and its own if it carries
// one. It is nil when that one has faults.
func (w *workspace) formsOf(d *document) (model.Forms, diag.List) {
	if d.form == nil {
		return w.forms, nil
	}
	form, findings := model.ReadForm(diag.NewSource(d.form.Name, d.form.Data), w.family.Has)
	if form == nil {
		return nil, findings
	}
	forms := maps.Clone(w.forms)
	forms[form.ID] = form
	return forms, nil
}

// annex is the annex that the document was made from. It is nil when there are findings.
func (w *workspace) annex(d *document) (*model.Annex, diag.List) {
	forms, findings := w.formsOf(d)
	if forms == nil {
		return nil, findings
	}
	return model.ReadAnnex(diag.NewSource(d.source.Name, d.source.Data), forms, w.family.Has)
}

// table is the annex's table in the document: the one with the most rows.
func (d *document) table(form *model.Form) *model.Table {
	rows, bookmarks := render.Texts(d.largest())
	return form.ReadTable(d.name, rows, bookmarks, render.Merged(d.largest()))
}

// largest is the table with the most rows; one without any when there is none.
func (d *document) largest() *layout.Grid {
	largest := &layout.Grid{}
	for _, t := range d.Tables {
		if len(t.Rows) > len(largest.Rows) {
			largest = t
		}
	}
	return largest
}

// revision is what a DOCX says that the annex which it was made from does not: what can be
// taken over, and findings about all else that was changed in its text.
func (w *workspace) revision(d *document, a *model.Annex) ([]model.Correction, diag.List) {
	if d.Format != render.DOCX {
		return nil, nil
	}
	corrections, findings := a.Revise(d.table(a.Form))
	corrections = append(a.ReviseHeader(a.Form.ReadHeader(d.Paragraphs)), corrections...)
	return corrections, append(findings, w.strays(d, a, corrections)...)
}
