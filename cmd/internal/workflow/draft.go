package workflow

import (
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/render/html"
	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
	"phuluc2b/render/svg"
)

// Correct is the data file of an annex with corrections, in place if that can be done, else in
// canonical layout.
func (w *Workspace) Correct(annex *model.Annex, corrections []model.Correction) ([]byte, error) {
	return w.changed(annex, func(a *model.Annex) ([]byte, error) { return edit.Correct(a, corrections) })
}

// Accept is the data file of an annex with the reason why a rule is accepted in rows; without
// one the rule is no longer accepted there.
func (w *Workspace) Accept(annex *model.Annex, rows []string, rule, reason string) ([]byte, error) {
	return w.changed(annex, func(a *model.Annex) ([]byte, error) { return edit.Accept(a, rows, rule, reason) })
}

func (w *Workspace) changed(annex *model.Annex, change func(*model.Annex) ([]byte, error)) ([]byte, error) {
	text, err := change(annex)
	if err == nil {
		return text, nil
	}
	formatted, findings := edit.Format(annex)
	if len(findings) > 0 {
		return nil, err
	}
	again, _ := w.with(annex.Form).Draft(diag.NewSource(annex.Source.Name, formatted), nil)
	if again == nil {
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
		var findings diag.List
		findings.Faultf("mau-khac", old.Source.At(0, 0), "bỏ --carry, hoặc bỏ --form", "tệp này theo biểu mẫu %s, không giữ được số liệu của nó sang biểu mẫu %s", old.Form.ID, form.ID)
		return nil, findings
	}
	return edit.NextData(old, form, carry)
}

// Previous is the period before that a document shows; nil when it shows none.
func (w *Workspace) Previous(d *Document) *model.Annex { return w.before(d) }

// Describe lays an annex out, as far as it can be read, to be drawn and typed into.
func (w *Workspace) Describe(annex *model.Annex) *html.Document {
	return html.Describe(layout.New(annex, w.family, layout.Options{}), w.family)
}

// Preview draws the pages of an annex.
func (w *Workspace) Preview(annex *model.Annex, options layout.Options) []svg.Page {
	doc := layout.New(annex, w.family, options)
	return svg.Draw(doc.Page, paginate.Place(doc, w.family), w.family)
}
