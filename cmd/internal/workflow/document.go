package workflow

import (
	"errors"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/model/match"
	"phuluc2b/render"
	"phuluc2b/render/docxread"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdfread"
)

// Document is a DOCX or PDF of an annex, read back.
type Document struct {
	*render.Document
	Name         string
	Source, Form *layout.Attachment // nil when the document does not carry them
}

// ReadDocument takes a document apart. Explain says what its errors mean.
func ReadDocument(name string, data []byte) (*Document, error) {
	read, err := render.Read(data)
	if err != nil {
		return nil, err
	}
	d := &Document{Document: read, Name: name}
	for i, a := range read.Attachments {
		switch a.Kind() {
		case layout.AttachmentSource:
			d.Source = &read.Attachments[i]
		case layout.AttachmentForm:
			d.Form = &read.Attachments[i]
		}
	}
	return d, nil
}

// Explain says in Vietnamese why a document cannot be read; "" for an error that is not of
// ReadDocument.
func Explain(err error) string {
	for _, known := range []struct {
		err  error
		text string
	}{
		{docxread.ErrOldWord, "đây là tệp .doc của Word đời cũ; mở bằng Word, chọn File > Save As, loại Word Document (*.docx), rồi dùng tệp mới"},
		{docxread.ErrEncrypted, "tệp có mật khẩu; mở bằng Word, bỏ mật khẩu rồi lưu lại"},
		{docxread.ErrTooLarge, "tệp quá lớn so với một phụ lục, không đọc"},
		{docxread.ErrNotDOCX, "không phải tệp DOCX hoặc PDF"},
		{docxread.ErrDamaged, "tệp bị hỏng; mở bằng Word rồi lưu lại"},
		{pdfread.ErrTooLarge, "tệp quá lớn so với một phụ lục, không đọc"},
		{pdfread.ErrNoSource, "tệp PDF này không mang theo tệp số liệu"},
		{pdfread.ErrNotPDF, "không phải tệp PDF"},
	} {
		if errors.Is(err, known.err) {
			return known.text
		}
	}
	return ""
}

// withFormOf is the workspace with the form that the document carries, if it carries one. It
// is nil, with findings, when that one has faults.
func (w *Workspace) withFormOf(d *Document) (*Workspace, diag.List) {
	if d.Form == nil {
		return w, nil
	}
	form, findings := w.reader.ReadForm(diag.NewSource(d.Form.Name, d.Form.Data))
	if form == nil {
		return nil, findings
	}
	return w.with(form), nil
}

// MadeFrom is the annex that the document was made from. It is nil when there are findings.
func (w *Workspace) MadeFrom(d *Document) (*model.Annex, diag.List) {
	own, findings := w.withFormOf(d)
	if own == nil {
		return nil, findings
	}
	return own.Read(diag.NewSource(d.Source.Name, d.Source.Data))
}

// table is the annex's table in the document: the one with the most rows.
func (d *Document) table(form *model.Form) *match.Table {
	rows, bookmarks := render.Texts(d.largest())
	return match.ReadTable(form, d.Name, rows, bookmarks, render.Merged(d.largest()))
}

// largest is the table with the most rows; one without any when there is none.
func (d *Document) largest() *layout.Grid {
	largest := &layout.Grid{}
	for _, t := range d.Tables {
		if len(t.Rows) > len(largest.Rows) {
			largest = t
		}
	}
	return largest
}

// Edits is what a DOCX says that the annex which it was made from does not: what can be
// taken over, and findings about all else that was changed in its text.
func (w *Workspace) Edits(d *Document, a *model.Annex) ([]model.Correction, diag.List) {
	if d.Format != render.DOCX {
		return nil, nil
	}
	corrections, findings := match.Revise(a, d.table(a.Form))
	corrections = append(match.ReviseHeader(a, match.ReadHeader(a.Form, d.Paragraphs)), corrections...)
	return corrections, append(findings, w.unkept(d, a, corrections)...)
}

// reread is an annex with corrections; nil when they cannot be written or read.
func (w *Workspace) reread(a *model.Annex, text []byte) *model.Annex {
	annex, _ := w.with(a.Form).Read(diag.NewSource(a.Source.Name, text))
	return annex
}

// corrected is the annex as its data file will read with corrections; nil when that cannot be
// written or read.
func (w *Workspace) corrected(a *model.Annex, corrections []model.Correction) (annex *model.Annex, err error) {
	text, err := edit.Correct(a, corrections)
	if err != nil {
		return nil, err
	}
	return w.reread(a, text), nil
}
