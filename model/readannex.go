package model

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// ReadAnnex reads a data file. The annex is nil when there is any fault; the findings are all
// that could be found in one reading.
func (r Reader) ReadAnnex(src *diag.Source, forms Forms) (*Annex, diag.List) {
	a, findings := r.ReadPartly(src, forms)
	if len(findings) > 0 {
		return nil, findings
	}
	return a, nil
}

// ReadPartly reads what can be read of a data file with faults; nil when that is not even
// its form.
func (r Reader) ReadPartly(src *diag.Source, forms Forms) (*Annex, diag.List) {
	var findings diag.List
	file := tree.Decode(src, &findings)
	if file == nil {
		return nil, findings
	}
	return r.ReadFile(file, forms)
}

// ReadFile is ReadPartly of a file that is taken apart already.
func (r Reader) ReadFile(file *tree.File, forms Forms) (*Annex, diag.List) {
	var findings diag.List
	t := file.Table(r.Draws, "đầu tệp", &findings)
	if reportForm(t) || reportCollection(t) {
		return nil, findings
	}
	a := &Annex{Source: file.Source, Figures: map[string]Figure{}, Accepted: map[Acceptance]Reason{}}
	a.Form, a.Report = readHead(t, forms)
	reportLostTable(t, a.Form)
	a.FiguresPlace = t.KeyAt("so_lieu")
	figures, acceptances, total := t.Sub("so_lieu"), t.Sub("chap_nhan"), t.Sub("gop")
	if figures != nil && a.Form != nil {
		readFigures(figures, a)
	}
	if acceptances != nil && a.Form != nil {
		readAcceptances(acceptances, a)
	}
	if total != nil && a.Form != nil {
		a.Total = readTotal(total, a.Form)
	}
	t.Done()
	if a.Form == nil {
		return nil, findings
	}
	a.Partial = len(findings) > 0
	a.RowsKnown = !slices.ContainsFunc(findings, func(f diag.Finding) bool {
		return !slices.Contains([]string{"so-lieu", RuleAmbiguous, "thieu-khoa"}, f.Rule)
	})
	return a, findings
}

// readHead reads which form is filled in, and the report that it goes with.
func readHead(t *tree.Table, forms Forms) (form *Form, report Report) {
	form = findForm(t, forms)
	if !reportLostHeader(t) && t.Need(HeaderSubject, "viết [bao_cao], rồi "+strings.Join(headerKeys(), ", ")+" ở những dòng dưới") {
		if header := t.Sub(HeaderSubject); header != nil {
			reportLostTable(header, form)
			report = readReport(header, form)
		}
	}
	return form, report
}

// reportForm reports a form that was given in place of data.
func reportForm(t *tree.Table) bool {
	_, figures := t.Values["so_lieu"]
	if _, rows := t.Values["dong"]; !rows || figures || t.Values[HeaderSubject] != nil {
		return false
	}
	name := t.Place().Source.Name
	t.Faultf("loai-tep", t.KeyAt("dong"), fmt.Sprintf("dùng nó với một tệp số liệu: phuluc2b check --form %[1]s so-lieu.toml; làm tệp số liệu mới theo nó: phuluc2b new --form %[1]s -o so-lieu.toml", name),
		"đây là biểu mẫu, không phải tệp số liệu")
	return true
}

func findForm(t *tree.Table, forms Forms) *Form {
	if !t.Need("mau", "viết tên biểu mẫu ở đầu tệp, ví dụ mau = \"phu-luc-2b-2021\"; đang có: "+forms.list()) {
		return nil
	}
	faults := t.Faults()
	id := t.Line("mau")
	form := forms[id]
	if form == nil && t.Faults() == faults {
		known := "các biểu mẫu đang có: " + forms.list() + "; biểu mẫu riêng thì "
		if near := tree.Nearest(id, forms.IDs()); near != "" {
			known = `có phải "` + near + `"? ` + known
		}
		t.Advisef("mau-la", t.At("mau"), diag.Advice{File: known + "thêm --form TỆP", Cell: known + "thả vào cùng tệp này"}, `không có biểu mẫu "%s"`, tree.Short(id))
	}
	return form
}

// reportLostTable reports rows that stand in a table because the line [so_lieu] above them is
// missing.
func reportLostTable(t *tree.Table, form *Form) {
	if form == nil {
		return
	}
	index := form.RowIndex()
	var rows []string
	for _, key := range t.Keys() {
		if _, isRow := index[key]; isRow && t.Has(key) {
			rows = append(rows, key)
		}
	}
	if len(rows) > 0 {
		t.Faultf("thieu-bang", t.KeyAt(rows[0]), "viết [so_lieu] trên một dòng riêng, ngay trên dòng này", "thiếu dòng [so_lieu] phía trên %d dòng số liệu", len(rows))
	}
}
