// Package infer makes a form out of a document that shows one: tables and paragraphs go in, a
// draft of the form comes out, with all that was guessed marked for a look. It imports model,
// model/tabular, model/tree and model/diag, and knows no file format.
package infer

import (
	"fmt"
	"strconv"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
)

// Document is a document as it is read for a form.
type Document struct {
	Name       string
	Paragraphs []string       // outside of tables
	Grids      []tabular.Grid // in the order of their ends
	Extras     []string       // what else it holds, in a few words each: no form has a place for it
}

// Annexes are the annexes of a document, in its order, and why there is none: a finding.
func Annexes(d Document) ([]*Annex, diag.List) {
	annexes := d.annexes()
	if len(annexes) > 0 {
		return annexes, nil
	}
	var findings diag.List
	findings.Faultf("khong-co-bang", diag.NewSource(d.Name, nil).At(0, 0), "xem lại tệp: bảng phải có hàng đầu cột (STT, Chỉ tiêu, Đơn vị tính, Số liệu…) và các dòng ở dưới",
		"văn bản không có bảng nào giống bảng của một phụ lục")
	return nil, findings
}

// Choose is the annex that begins with, or holds, the table of that ordinal; the only one for 0.
// It is nil, with a finding that lists them, when there is none or no telling.
func Choose(d Document, annexes []*Annex, table int) (*Annex, diag.List) {
	var listed string
	for i, a := range annexes {
		if a.holds(table) || table == 0 && len(annexes) == 1 {
			return a, nil
		}
		if i > 0 {
			listed += "; "
		}
		listed += fmt.Sprintf("bảng %d: %s, %d dòng", a.Ordinal(), a.name(d), a.length())
	}
	f := diag.Finding{Severity: diag.Fault, Rule: "nhieu-phu-luc", Place: diag.NewSource(d.Name, nil).At(0, 0),
		Message: fmt.Sprintf("văn bản có %d phụ lục: %s", len(annexes), listed), Remedy: diag.Remedy{Do: diag.ChooseTable, Args: []string{strconv.Itoa(annexes[0].Ordinal())}}}
	if table != 0 {
		f.Rule, f.Message = "khong-co-bang", fmt.Sprintf("bảng %d không phải bảng của một phụ lục; văn bản có: %s", table, listed)
	}
	return nil, diag.List{f}
}

// Read makes a draft of the form that an annex shows, under a name. The draft is nil, with
// findings, when its columns cannot be told.
func Read(d Document, a *Annex, id string) (*Draft, diag.List) {
	r := reader{doc: d, annex: a, draft: &Draft{ID: id, kept: a.ordinals(), Above100: map[string]bool{}, Less: map[string]bool{}}}
	r.draft.src = diag.NewSource(d.Name, nil)
	if fault := r.columns(); fault != nil {
		return nil, fault
	}
	r.title()
	r.rows()
	r.levels()
	r.blocks()
	r.weights()
	r.kinds()
	r.suggest()
	r.left()
	return r.draft, r.findings
}

// reader makes a draft.
type reader struct {
	doc      Document
	annex    *Annex
	before   int // rows with a figure of the period before
	draft    *Draft
	roles    []model.Role // of the columns of the table
	items    []*item
	findings diag.List
}
