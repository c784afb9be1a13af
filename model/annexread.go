package model

import (
	"fmt"
	"strings"

	"phuluc2b/model/diag"
)

// ReadAnnex reads a data file. draws tells which letters can be printed. The annex is nil
// when there is any fault; the findings are all that could be found in one reading.
func ReadAnnex(src *diag.Source, forms Forms, draws func(rune) bool) (*Annex, diag.List) {
	a, findings := readAnnex(src, forms, draws)
	if len(findings) > 0 {
		return nil, findings
	}
	return a, nil
}

// ReadAndCheck reads a data file and checks it, so that all findings come at once: a rule
// about figures that could be read runs beside the faults of others. Previous is the period
// before, or nil.
func ReadAndCheck(src *diag.Source, forms Forms, draws func(rune) bool, previous *Annex) (*Annex, diag.List) {
	a, faults := readAnnex(src, forms, draws)
	if len(faults) == 0 {
		return a, Check(a, previous)
	}
	if a == nil || a.Form == nil {
		return nil, faults
	}
	return nil, append(faults, checkSome(a, previous)...)
}

// readAnnex reads what can be read of a data file; nil when that is nothing.
func readAnnex(src *diag.Source, forms Forms, draws func(rune) bool) (*Annex, diag.List) {
	var findings diag.List
	values, places := decode(src, &findings)
	if values == nil {
		return nil, findings
	}
	t := &table{reader: &reader{src: src, findings: &findings, draws: draws}, values: values, node: places, name: "đầu tệp"}
	a := &Annex{Source: src, Form: t.form(forms), Figures: map[string]Figure{}, Accepted: map[acceptance]Reason{}}
	if t.need("bao_cao", "viết [bao_cao], rồi loai, so, ky_hieu, ngay, co_quan, ky, nam ở những dòng dưới") {
		if report := t.table("bao_cao"); report != nil {
			a.Report = report.report()
		}
	}
	a.FiguresPlace = t.keyAt("so_lieu")
	figures, acceptances := t.table("so_lieu"), t.table("chap_nhan")
	if figures != nil && a.Form != nil {
		figures.figures(a)
	}
	if acceptances != nil && a.Form != nil {
		acceptances.acceptances(a)
	}
	t.done()
	return a, findings
}

func (t *table) form(forms Forms) *Form {
	if !t.need("mau", "viết tên biểu mẫu ở đầu tệp, ví dụ mau = \"phu-luc-2b-2021\"; đang có: "+forms.list()) {
		return nil
	}
	id := t.text("mau")
	form := forms[id]
	if _, isText := t.values["mau"].(string); form == nil && isText {
		hint := "các biểu mẫu đang có: " + forms.list() + "; biểu mẫu riêng thì thêm --form TỆP"
		if near := Nearest(id, forms.IDs()); near != "" {
			hint = `có phải "` + near + `"? ` + hint
		}
		t.findings.Faultf("mau-la", t.at("mau"), hint, `không có biểu mẫu "%s"`, short(id))
	}
	return form
}

func (t *table) report() Report {
	for _, key := range [][2]string{
		{"loai", `ví dụ loai = "báo cáo"`},
		{"ky_hieu", `ví dụ ky_hieu = "BC-UBND"`},
		{"co_quan", `ví dụ co_quan = "UBND xã Hương Khê"`},
		{"ky", `viết một trong: "quy-1", "6-thang", "quy-3", "nam"`},
		{"nam", "ví dụ nam = 2021"},
	} {
		t.need(key[0], key[1])
	}
	r := Report{
		Type:   t.text("loai"),
		Number: t.reportNumber(),
		Symbol: t.text("ky_hieu"),
		Date:   t.date("ngay"),
		Issuer: t.text("co_quan"),
		Period: choice(t, "ky", Quarter1, HalfYear, Quarter3, FullYear),
	}
	r.Places.Symbol, r.Places.Date, r.Places.Year = t.at("ky_hieu"), t.at("ngay"), t.at("nam")
	if year, ok := t.integer("nam"); ok {
		if year < 1945 || year > 9999 {
			t.wrongType(t.at("nam"), "nam", "viết năm bằng bốn chữ số, ví dụ nam = 2021")
		}
		r.Year = int(year)
	}
	t.notEmpty("loai", "ky_hieu", "co_quan")
	if strings.Contains(r.Number, "/") {
		t.findings.Faultf("sai-gia-tri", t.at("so"), "chỉ viết số, ví dụ so = 476; ký hiệu viết ở ky_hieu", "so “%s” có cả ký hiệu", short(r.Number))
	}
	t.done()
	return r
}

// reportNumber is the number as it is printed: a 0 leads one below 10 (NĐ 30/2020, Phụ lục
// I, II.3), text is printed as written.
func (t *table) reportNumber() string {
	if !t.has("so") {
		return ""
	}
	if _, ok := t.values["so"].(string); ok {
		return t.text("so")
	}
	n, ok := t.integer("so")
	if ok && n < 1 {
		t.wrongType(t.at("so"), "so", "viết số của báo cáo, từ 1 trở lên; chưa có số thì bỏ dòng này")
	}
	return fmt.Sprintf("%02d", n)
}
