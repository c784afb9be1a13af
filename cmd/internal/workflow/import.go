package workflow

import (
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/model/match"
)

// Import is the data file of a document: the one that it carries with what was changed
// since, or one made from its table by the form. It is nil when what the document carries
// cannot be read.
func (w *Workspace) Import(d *Document, form *model.Form) ([]byte, diag.List) {
	if d.Source == nil {
		return w.compose(d, form)
	}
	annex, findings := w.MadeFrom(d)
	if annex == nil {
		return nil, findings
	}
	corrections, findings := w.Edits(d, annex)
	text, err := edit.Correct(annex, corrections)
	if err != nil { // in canonical layout it can be corrected
		text, err = w.correctFormatted(annex, corrections)
	}
	if err != nil {
		findings.Faultf("import", annex.Source.At(0, 0), "lấy tệp số liệu bằng phuluc2b extract rồi sửa bằng tay", "tệp số liệu mang theo viết theo lối không sửa tại chỗ được")
		return nil, findings
	}
	return text, findings
}

// correctFormatted is a data file in canonical layout with corrections.
func (w *Workspace) correctFormatted(annex *model.Annex, corrections []model.Correction) ([]byte, error) {
	text, findings := edit.Format(annex)
	if len(findings) > 0 {
		return nil, edit.ErrNotCorrected
	}
	formatted := w.reread(annex, text)
	if formatted == nil {
		return nil, edit.ErrNotCorrected
	}
	return edit.Correct(formatted, corrections)
}

// compose is a data file made from nothing but the table and the heading of a document, in
// canonical layout if it can be read back.
func (w *Workspace) compose(d *Document, form *model.Form) ([]byte, diag.List) {
	blank := &model.Annex{Form: form}
	rows, findings := match.Revise(blank, d.table(form))
	text := edit.Compose(form, match.ReadHeader(form, d.Paragraphs), rows)
	annex, faults := w.Read(diag.NewSource(d.Name, text))
	if annex == nil {
		return text, append(findings, faults...)
	}
	if formatted, faults := edit.Format(annex); faults == nil {
		text = formatted
	}
	return text, findings
}

// Version is the annex of a document with what was changed in it since it was made. It is nil
// when there are faults or errors among the findings: it cannot be compared.
func (w *Workspace) Version(d *Document) (*model.Annex, diag.List) {
	own, findings := w.withFormOf(d)
	if own == nil {
		return nil, findings
	}
	text, findings := w.Import(d, w.DefaultForm())
	if text == nil || findings.Count(diag.Fault)+findings.Count(diag.Error) > 0 {
		return nil, findings
	}
	annex, faults := own.Read(diag.NewSource(d.Name, text))
	return annex, append(findings, faults...)
}
