package workflow

import (
	"fmt"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/model/tree"
	"phuluc2b/render/html"
	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
	"phuluc2b/render/svg"
)

// Draft reads and checks a data file that is being written: what can be read of it is in the
// annex, which is nil only when its form is not known.
func (w *Workspace) Draft(file *tree.File, previous *model.Annex) (*model.Annex, diag.List) {
	annex, findings := w.reader.ReadFile(file, w.Forms)
	if annex == nil {
		return nil, findings
	}
	return annex, append(findings, check.Annex(annex, previous)...)
}

// Correct is a data file of a form with corrections, in place if that can be done, else in
// canonical layout.
func (w *Workspace) Correct(file *tree.File, form *model.Form, corrections []model.Correction) (*tree.File, error) {
	return w.changed(file, form, func(file *tree.File) (*tree.File, error) { return edit.Correct(file, form, corrections) })
}

// Accept is a data file of a form with the reason why a rule is accepted in rows; without one the
// rule is no longer accepted there.
func (w *Workspace) Accept(file *tree.File, form *model.Form, rows []string, rule, reason string) (*tree.File, error) {
	return w.changed(file, form, func(file *tree.File) (*tree.File, error) { return edit.Accept(file, form, rows, rule, reason) })
}

// Move is a data file without the line of a row that its form does not have; what the line says
// goes into a row of the form, or nowhere.
func (w *Workspace) Move(file *tree.File, form *model.Form, id, row string) (*tree.File, error) {
	if row == "" {
		return edit.Drop(file, form, id)
	}
	return edit.Move(file, form, id, row)
}

func (w *Workspace) changed(file *tree.File, form *model.Form, change func(*tree.File) (*tree.File, error)) (*tree.File, error) {
	now, err := change(file)
	if err == nil {
		return now, nil
	}
	forms := w.with(form).Forms
	annex, faults := w.reader.ReadFile(file, forms)
	if annex == nil {
		return nil, err
	}
	formatted, findings := edit.Format(annex)
	if len(findings) > 0 {
		return nil, err
	}
	again := tree.Decode(diag.NewSource(file.Source.Name, formatted), &findings)
	if again == nil {
		return nil, err
	}
	// The layout has no place for what the form does not know: it would be gone, and its fault with it.
	if _, left := w.reader.ReadFile(again, forms); left.Count(diag.Fault) != faults.Count(diag.Fault) {
		return nil, err
	}
	return change(again)
}

// New is a data file of a form to fill in.
func New(form *model.Form, year int) []byte { return edit.NewData(form, year) }

// Next is a data file for the period after an old annex's, by a form. Figures are carried over
// only within a form: the same ID may be another row elsewhere.
func Next(old *model.Annex, form *model.Form, carry bool) ([]byte, diag.List) {
	if carry && form != old.Form {
		return nil, diag.List{{Severity: diag.Fault, Rule: "mau-khac", Place: old.Source.At(0, 0), Remedy: diag.Remedy{Do: diag.DropCarry},
			Message: fmt.Sprintf("tệp này theo biểu mẫu %s, không giữ được số liệu của nó sang biểu mẫu %s", old.Form.ID, form.ID)}}
	}
	return edit.NextData(old, form, carry)
}

// Describe lays an annex out, as far as it can be read, to be drawn and typed into.
func (w *Workspace) Describe(annex *model.Annex) *html.Document {
	return html.Describe(layout.New(annex, w.family, layout.Options{}), w.family)
}

// Preview draws the pages of an annex.
func (w *Workspace) Preview(annex *model.Annex, options layout.Options) []svg.Page {
	doc := layout.New(annex, w.family, options)
	return svg.Draw(doc.Page, paginate.Place(doc, w.family), w.family)
}
