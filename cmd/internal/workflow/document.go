package workflow

import (
	"errors"
	"slices"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/model/match"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
	"phuluc2b/render"
	"phuluc2b/render/docxread"
	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
	"phuluc2b/render/pdfread"
	"phuluc2b/render/xlsxread"
)

// Document is a DOCX, XLSX or PDF of an annex, read back.
type Document struct {
	*render.Document
	Name         string
	Altered      bool               // it is a PDF of ours that another program has written since
	Source, Form *layout.Attachment // nil when the document does not carry them
	Previous     *layout.Attachment // the data of the period before, likewise
}

// ReadDocument takes a document apart. Explain says what its errors mean.
func ReadDocument(name string, data []byte) (*Document, error) {
	read, err := render.Read(data)
	if err != nil {
		return nil, err
	}
	d := newDocument(name, read)
	d.Altered = pdfread.StateOf(data) == pdfread.StateChanged
	return d, nil
}

// newDocument finds what a document carries.
func newDocument(name string, read *render.Document) *Document {
	d := &Document{Document: read, Name: name}
	for i, a := range read.Attachments {
		switch a.Kind() {
		case layout.AttachmentSource:
			d.Source = &read.Attachments[i]
		case layout.AttachmentForm:
			d.Form = &read.Attachments[i]
		case layout.AttachmentPrevious:
			d.Previous = &read.Attachments[i]
		}
	}
	return d
}

// Explain says in Vietnamese why a document cannot be read, and what to do where front ends say
// that in their own words; "" for an error that is not of ReadDocument.
func Explain(err error) (string, diag.Remedy) {
	if errors.Is(err, pdfread.ErrDamaged) {
		return "tệp PDF bị hỏng", diag.Remedy{Do: diag.RemakePDF}
	}
	for _, known := range []struct {
		err  error
		text string
	}{
		{ooxml.ErrOldWord, "đây là tệp .doc của Word đời cũ; mở bằng Word, chọn File > Save As, loại Word Document (*.docx), rồi dùng tệp mới"},
		{ooxml.ErrOldExcel, "đây là tệp .xls của Excel đời cũ; mở bằng Excel, chọn File > Save As, loại Excel Workbook (*.xlsx), rồi dùng tệp mới"},
		{ooxml.ErrOpenDocument, "đây là tệp OpenDocument (.ods, .odt) của LibreOffice; mở bằng LibreOffice, chọn File > Save As, loại .xlsx hoặc .docx, rồi dùng tệp mới"},
		{ooxml.ErrEncrypted, "tệp có mật khẩu; mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại"},
		{ooxml.ErrTooLarge, "tệp quá lớn so với một phụ lục, không đọc"},
		{docxread.ErrNotDOCX, "không phải tệp DOCX, XLSX hoặc PDF"},
		{xlsxread.ErrNotXLSX, "không phải tệp DOCX, XLSX hoặc PDF"},
		{ooxml.ErrDamaged, "tệp bị hỏng; mở bằng Word hoặc Excel rồi lưu lại"},
		{pdfread.ErrTooLarge, "tệp quá lớn so với một phụ lục, không đọc"},
		{pdfread.ErrNoSource, "tệp PDF này không mang theo tệp số liệu"},
		{pdfread.ErrNotPDF, "không phải tệp PDF"},
		{pdfread.ErrEncrypted, "tệp PDF có mật khẩu; mở bằng chương trình đọc PDF, lưu một bản không có mật khẩu"},
	} {
		if errors.Is(err, known.err) {
			return known.text, diag.Remedy{}
		}
	}
	return "", diag.Remedy{}
}

// withFormOf is the workspace with the form that the document carries, if it carries one. It
// is nil, with findings, when that one has faults.
func (w *Workspace) withFormOf(d *Document) (*Workspace, diag.List) {
	if d.Form == nil {
		return w, nil
	}
	form, findings := w.carried(d)
	if form == nil {
		return nil, findings
	}
	return w.with(form), nil
}

// withFormIfSound is withFormOf for those to whom importing tells what is wrong with the form.
func (w *Workspace) withFormIfSound(d *Document) *Workspace {
	if own, _ := w.withFormOf(d); own != nil {
		return own
	}
	return w
}

// carried is the form that a document carries. It is nil when there is none that can be read.
func (w *Workspace) carried(d *Document) (*model.Form, diag.List) {
	if d.Form == nil {
		return nil, nil
	}
	reader := w.reader
	reader.Carried = true
	return reader.ReadForm(diag.NewSource(d.Form.Name, d.Form.Data))
}

// MadeFrom is the annex that the document was made from. It is nil when there are findings.
func (w *Workspace) MadeFrom(d *Document) (*model.Annex, diag.List) {
	own, findings := w.withFormOf(d)
	if own == nil {
		return nil, findings
	}
	return own.Read(diag.NewSource(d.Source.Name, d.Source.Data))
}

// Previous is the period before that the document shows; nil when it shows none.
func (w *Workspace) Previous(d *Document) *model.Annex {
	own, _ := w.withFormOf(d)
	if own == nil || d.Previous == nil {
		return nil
	}
	annex, _ := own.Read(diag.NewSource(d.Previous.Name, d.Previous.Data))
	return annex
}

// heading is the text of the document that may speak of the report, in its order: what stands
// above the table, outside of tables and in those that lay out a page, but for what belongs to
// another annex before it.
func (d *Document) heading(table *match.Table) []string {
	from, to := 0, d.Tables[table.Parts[0]-1].After
	if table.Previous > 0 {
		from = min(d.Tables[table.Previous-1].After, to)
	}
	var lines []string
	next := from
	for i, t := range d.Tables {
		if t.After < from || t.After > to || i+1 <= table.Previous || len(t.Columns) > tabular.MaxLayoutColumns || slices.Contains(table.Parts, i+1) {
			continue
		}
		lines = append(lines, d.Paragraphs[next:max(next, t.After)]...)
		next = max(next, t.After)
		for r, row := range t.Rows {
			for c, cell := range row.Cells {
				if cell.Owns(r, c) {
					for _, p := range cell.Paragraphs {
						lines = append(lines, p.Text)
					}
				}
			}
		}
	}
	return slices.Concat(lines, d.Paragraphs[next:max(next, to)], []string{""}, table.Heads) // nothing goes on from one to the other
}

// Edits is what a DOCX or XLSX says that the annex which it was made from does not: what can be
// taken over, and findings about all else that was changed in its text. It is not ok when the
// annex cannot be found in the document.
func (w *Workspace) Edits(d *Document, a *model.Annex, choice match.Choice) (corrections []model.Correction, findings diag.List, ok bool) {
	if d.Format == render.PDF {
		if d.Altered {
			findings = append(findings, diag.Finding{Severity: diag.Warning, Rule: "pdf-da-sua", Place: diag.NewSource(d.Name, nil).At(0, 0), Remedy: diag.Remedy{Do: diag.CompareFresh},
				Message: "tệp PDF đã được ký số hoặc sửa bằng chương trình khác sau khi làm; số liệu đọc từ tệp nó mang theo, không phải từ các trang"})
		}
		return nil, findings, true
	}
	table, findings := match.FindTable(a.Form, d.Name, d.grids(), choice)
	if table == nil {
		return nil, d.unseen(findings), false
	}
	table.Marked, table.Before = d.Marked, w.Previous(d)
	corrections, findings = match.Revise(a, table)
	header, faults := match.ReviseHeader(a, d.Name, d.heading(table))
	corrections = append(header, corrections...)
	findings = append(findings, faults...)
	return corrections, append(findings, w.unkept(d, a, table, corrections)...), true
}

// correctedFile is the data file of an annex with corrections.
func (w *Workspace) correctedFile(a *model.Annex, corrections []model.Correction) (*tree.File, error) {
	var faults diag.List
	file := tree.Decode(a.Source, &faults)
	if file == nil {
		return nil, edit.ErrNotCorrected
	}
	return w.Correct(file, a.Form, corrections)
}

// corrected is the annex as its data file will read with corrections; nil when that cannot be
// read.
func (w *Workspace) corrected(a *model.Annex, corrections []model.Correction) (*model.Annex, error) {
	file, err := w.correctedFile(a, corrections)
	if err != nil {
		return nil, err
	}
	annex, findings := w.reader.ReadFile(file, w.with(a.Form).Forms)
	if len(findings) > 0 {
		return nil, nil
	}
	return annex, nil
}
