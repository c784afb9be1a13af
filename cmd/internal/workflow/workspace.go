// Package workflow is what every front end does with annexes: read, check, import, compare,
// guard, render. Bytes and names come in, typed outcomes and bytes go out: it knows no flag,
// no exit code, no terminal, and does no input or output of its own.
package workflow

import (
	"maps"

	"phuluc2b/fonts"
	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// Workspace is what work on annexes takes: the typeface that says which letters can be
// printed, and the forms. Goroutines may share it.
type Workspace struct {
	Forms model.Forms
	Own   *model.Form // the last of the user's own forms; nil when there is none

	family   *fonts.Family
	reader   model.Reader
	renderer *render.Renderer
}

// Open makes a workspace with a family and the user's own forms. It is nil, with findings,
// when one of them cannot be used.
func Open(family *fonts.Family, forms ...*diag.Source) (*Workspace, diag.List) {
	w := &Workspace{family: family, reader: check.Reader(family.Has), renderer: render.NewRenderer(family)}
	var own []*model.Form
	var findings diag.List
	for _, src := range forms {
		form, f := w.reader.ReadForm(src)
		findings = append(findings, f...)
		own, w.Own = append(own, form), form
	}
	if len(findings) == 0 {
		w.Forms, findings = w.reader.ReadForms(own...)
	}
	if len(findings) > 0 {
		return nil, findings
	}
	return w, nil
}

// DefaultForm is what is meant where no form is named: the user's own, or the first that the
// program carries.
func (w *Workspace) DefaultForm() *model.Form {
	if w.Own != nil {
		return w.Own
	}
	return w.Forms[w.Forms.IDs()[0]]
}

// Read reads a data file. The annex is nil when it has faults.
func (w *Workspace) Read(src *diag.Source) (*model.Annex, diag.List) {
	return w.reader.ReadAnnex(src, w.Forms)
}

// Blank is the form of a file with nothing filled in. It is nil when that has faults or is no
// form.
func (w *Workspace) Blank(src *diag.Source) (*model.Annex, diag.List) {
	if outline := model.ReadOutline(src); outline.IsData() {
		return nil, diag.List{{Severity: diag.Fault, Rule: "khong-phai-mau", Place: outline.Place, Remedy: diag.Remedy{Do: diag.MistakenFor},
			Message: "đây là tệp số liệu, không phải biểu mẫu"}}
	}
	form, findings := w.reader.ReadForm(src)
	if form == nil {
		return nil, findings
	}
	return model.Blank(form), nil
}

// Check reads a data file and checks it, against the period before if that is not nil. All
// findings come at once: a rule about figures that could be read runs beside the faults of
// others. The annex is nil when there are faults.
func (w *Workspace) Check(src *diag.Source, previous *model.Annex) (*model.Annex, diag.List) {
	return w.check(model.ReadOutline(src), previous)
}

func (w *Workspace) check(outline model.Outline, previous *model.Annex) (*model.Annex, diag.List) {
	file, findings := outline.File()
	if file == nil {
		return nil, findings
	}
	var others diag.List
	if form := w.Forms[outline.Form]; form != nil && previous != nil && previous.Form.ID == form.ID {
		if others = OtherRows(previous, form); others != nil {
			previous = nil
		}
	}
	annex, findings := w.Draft(file, previous)
	findings = append(findings, others...)
	if annex == nil || annex.Partial || others != nil {
		return nil, findings
	}
	return annex, findings
}

// with is the workspace with one form more.
func (w *Workspace) with(form *model.Form) *Workspace {
	more := *w
	more.Forms = maps.Clone(w.Forms)
	more.Forms[form.ID] = form
	return &more
}
