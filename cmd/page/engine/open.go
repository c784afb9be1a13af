package engine

import (
	"bytes"
	"cmp"
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// formFile is a form of the user's own, or the period before, as the page keeps it with a draft.
type formFile struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// isDocument reports whether bytes are those of a DOCX, XLSX, DOC, XLS or PDF.
func isDocument(data []byte) bool {
	for _, start := range []string{"PK\x03\x04", "%PDF", "\xd0\xcf\x11\xe0"} {
		if bytes.HasPrefix(data, []byte(start)) {
			return true
		}
	}
	return false
}

// isProse reports whether a text has nothing of a data file: no key and no table.
func isProse(data []byte) bool {
	return len(bytes.TrimSpace(data)) > 0 && utf8.Valid(data) && !bytes.ContainsAny(data, "=[\x00")
}

// look says whether a file is a form, or one of a collection: of files that are dropped together
// these count first.
func (e *Engine) look(in request, data []byte) (any, []byte, error) {
	if isDocument(data) {
		return map[string]bool{}, nil, nil
	}
	outline := model.ReadOutline(diag.NewSource(in.Name, data))
	return map[string]bool{"form": outline.IsForm(), "collection": outline.IsCollection()}, nil, nil
}

// open opens a data file, a document of ours or anybody's, or a form, of which it makes a new
// annex. What was open stays if that fails.
func (e *Engine) open(in request, data []byte) (any, []byte, error) {
	source := diag.NewSource(in.Name, data)
	switch {
	case isDocument(data):
		return e.openDocument(in, data)
	case model.IsForm(source):
		return e.openForm(source, in.Year)
	case isProse(data):
		return nil, nil, errors.New(in.Name + " là tệp chữ thường, không phải tệp của chương trình này. Hãy chọn tệp Word, Excel, PDF hoặc tệp .toml của một phụ lục")
	}
	return e.settle(source.Name, data, e.forms, nil)
}

func (e *Engine) openDocument(in request, data []byte) (any, []byte, error) {
	name := in.Name
	document, err := workflow.ReadDocument(name, data)
	if err != nil {
		return nil, nil, unreadable(name, err)
	}
	forms := e.forms
	if f := document.Form; f != nil {
		forms = with(forms, diag.NewSource(f.Name, f.Data))
	}
	work, err := e.workspace(e.forms)
	if err != nil {
		return nil, nil, err
	}
	if in.AsForm {
		return e.openDrafted(work, document, in.Year)
	}
	text, findings := work.ImportDraft(document)
	if text == nil && ofNoForm(findings) {
		return e.openDrafted(work, document, in.Year)
	}
	if text == nil {
		return nil, nil, &refusal{name, findings}
	}
	name = strings.TrimSuffix(name, path.Ext(name)) + ".toml"
	if document.Source != nil {
		name = document.Source.Name
	}
	out, now, err := e.settle(name, text, forms, findings)
	if err == nil {
		e.desk.named.opened = in.Name
	}
	if previous := work.Previous(document); err == nil && previous != nil {
		e.desk.compare(previous)
		out = e.desk.whole()
	}
	if v, ok := out.(*view); ok {
		v.Beyond = e.desk.beyondForm(findings)
	}
	return out, now, err
}

// ofNoForm reports whether a document could not be read because none of the forms is its own.
func ofNoForm(findings diag.List) bool {
	return slices.ContainsFunc(findings, func(f diag.Finding) bool { return f.Rule == "mau-khong-ro" })
}

// openDrafted makes a form of a document of another kind, as an office sends it out, and
// opens the figures that are in it.
func (e *Engine) openDrafted(work *workflow.Workspace, document *workflow.Document, year int) (any, []byte, error) {
	id := cmp.Or(tree.Slug(strings.TrimSuffix(document.Name, path.Ext(document.Name))), "bieu-mau")
	drafted, findings := work.Form(document, workflow.FormOrder{ID: id, Data: true})
	if drafted == nil {
		return nil, nil, &refusal{document.Name, findings}
	}
	source := diag.NewSource(id+".toml", drafted.Form)
	forms := with(e.forms, source)
	own, err := e.workspace(forms)
	if err != nil {
		return nil, nil, err
	}
	text := drafted.Data
	if text == nil {
		text = workflow.New(own.Own, year)
	}
	out, text, err := e.settle(own.Own.ID+".toml", text, forms, findings)
	if err == nil {
		e.forms = forms
	}
	return out, text, err
}

// openForm keeps a form, and makes an annex to fill in.
func (e *Engine) openForm(source *diag.Source, year int) (any, []byte, error) {
	forms := with(e.forms, source)
	work, err := e.workspace(forms)
	if err != nil {
		return nil, nil, err
	}
	e.forms = forms
	return e.settle(work.Own.ID+".toml", workflow.New(work.Own, year), forms, nil)
}

// with are forms with one more as the last, which is the one that is meant; one that is there moves.
func with(forms []*diag.Source, form *diag.Source) []*diag.Source {
	others := slices.DeleteFunc(slices.Clone(forms), func(f *diag.Source) bool { return bytes.Equal(f.Raw, form.Raw) })
	return append(others, form)
}

// restore opens what the page kept, with the last keys that were pressed in a cell.
func (e *Engine) restore(in request, data []byte) (any, []byte, error) {
	var forms []*diag.Source
	for _, f := range in.Forms {
		forms = append(forms, diag.NewSource(f.Name, []byte(f.Text)))
	}
	if _, _, err := e.settle(in.Name, data, forms, nil); err != nil {
		return nil, nil, err
	}
	e.desk.history = in.History
	var lost []string
	if in.Before != nil && !e.desk.takeUp(in.Before) {
		lost = append(lost, "Không giữ được số liệu kỳ trước: thả lại tệp "+in.Before.Name+" để so.")
	}
	if in.Row != "" {
		if _, _, err := e.desk.edit(in, nil); err != nil { // the annex is open all the same
			lost = append(lost, "Không ghi lại được chữ gõ sau cùng: "+err.Error())
		}
	}
	v := e.desk.whole()
	v.Message = strings.Join(lost, " ")
	return v, e.desk.text(), nil
}

// settle puts an annex on the desk.
func (e *Engine) settle(name string, text []byte, forms []*diag.Source, told diag.List) (any, []byte, error) {
	work, err := e.workspace(forms)
	if err != nil {
		return nil, nil, err
	}
	d := &desk{work: work, forms: forms, name: filepath.Base(strings.ReplaceAll(name, `\`, "/")), doubted: map[model.Acceptance]string{}}
	if err := d.open(text); err != nil {
		return nil, nil, err
	}
	r := d.annex.Report
	d.named = naming{follows: name == begun || d.name == d.ownName(), period: r.Period, year: r.Year}
	d.rows = d.annex.Form.RowIndex()
	d.told = d.untold(told)
	e.desk = d
	return d.whole(), d.text(), nil
}
