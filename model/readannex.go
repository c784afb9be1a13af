package model

import (
	"fmt"
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
	t := tree.Open(src, r.Draws, "đầu tệp", &findings)
	if t == nil {
		return nil, findings
	}
	a := &Annex{Source: src, Form: findForm(t, forms), Figures: map[string]Figure{}, Accepted: map[Acceptance]Reason{}}
	var keys []string
	for _, f := range HeaderFields() {
		keys = append(keys, f.Key)
	}
	if t.Need(HeaderSubject, "viết [bao_cao], rồi "+strings.Join(keys, ", ")+" ở những dòng dưới") {
		if report := t.Sub(HeaderSubject); report != nil {
			reportLostTable(report, a.Form)
			a.Report = readReport(report, a.Form)
		}
	}
	reportLostTable(t, a.Form)
	a.FiguresPlace = t.KeyAt("so_lieu")
	figures, acceptances := t.Sub("so_lieu"), t.Sub("chap_nhan")
	if figures != nil && a.Form != nil {
		readFigures(figures, a)
	}
	if acceptances != nil && a.Form != nil {
		readAcceptances(acceptances, a)
	}
	t.Done()
	if a.Form == nil {
		return nil, findings
	}
	a.Partial = len(findings) > 0
	return a, findings
}

func findForm(t *tree.Table, forms Forms) *Form {
	if !t.Need("mau", "viết tên biểu mẫu ở đầu tệp, ví dụ mau = \"phu-luc-2b-2021\"; đang có: "+forms.list()) {
		return nil
	}
	id := t.Text("mau")
	form := forms[id]
	if _, isText := t.Values["mau"].(string); form == nil && isText {
		hint := "các biểu mẫu đang có: " + forms.list() + "; biểu mẫu riêng thì thêm --form TỆP"
		if near := tree.Nearest(id, forms.IDs()); near != "" {
			hint = `có phải "` + near + `"? ` + hint
		}
		t.Faultf("mau-la", t.At("mau"), hint, `không có biểu mẫu "%s"`, tree.Short(id))
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

func readReport(t *tree.Table, form *Form) Report {
	periods, examples := Periods(), defaultPeriods()
	if form != nil {
		periods, examples = form.Periods, form.Periods
	}
	for _, f := range headerFields(examples) {
		if f.Need != "" {
			t.Need(f.Key, f.Need)
		}
	}
	r := Report{
		Type:   t.Line("loai"),
		Number: readReportNumber(t),
		Symbol: t.Line("ky_hieu"),
		Date:   t.Date("ngay"),
		Issuer: t.Line("co_quan"),
		Period: tree.Choice(t, "ky", periods...),
	}
	r.Places.Type, r.Places.Symbol, r.Places.Date = t.At("loai"), t.At("ky_hieu"), t.At("ngay")
	r.Places.Issuer, r.Places.Period, r.Places.Year = t.At("co_quan"), t.At("ky"), t.At("nam")
	if year, ok := t.Integer("nam"); ok {
		if year < 1945 || year > 9999 {
			t.WrongType(t.At("nam"), "nam", "viết năm bằng bốn chữ số, ví dụ nam = 2021")
			year = 0 // not known
		}
		r.Year = int(year)
	}
	for _, f := range HeaderFields() {
		if f.text {
			t.NotEmpty(f.Key)
		}
	}
	if strings.Contains(r.Number, "/") {
		t.Faultf("sai-gia-tri", t.At("so"), "chỉ viết số, ví dụ so = 476; ký hiệu viết ở ky_hieu", "so “%s” có cả ký hiệu", tree.Short(r.Number))
	}
	t.Done()
	return r
}

// readReportNumber is the number as it is printed: a 0 leads one below 10 (NĐ 30/2020, Phụ lục
// I, II.3), text is printed as written.
func readReportNumber(t *tree.Table) string {
	if !t.Has("so") {
		return ""
	}
	if _, ok := t.Values["so"].(string); ok {
		return t.Line("so")
	}
	n, ok := t.Integer("so")
	if ok && n < 1 {
		t.WrongType(t.At("so"), "so", "viết số của báo cáo, từ 1 trở lên; chưa có số thì bỏ dòng này")
	}
	return fmt.Sprintf("%02d", n)
}
