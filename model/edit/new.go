package edit

import (
	"cmp"
	"path/filepath"
	"strconv"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// NewData is a data file of a form to fill in: every row with label and unit, no figures. The
// report is one of the first period of the year.
func NewData(form *model.Form, year int) []byte {
	m := blankData(form)
	m.report(form, `"báo cáo"`, `"BC-UBND"`, `"UBND …"`, form.Periods[0], year)
	return m.write(form)
}

// NextData is a data file for the period after an annex's, with the same issuer. Its figures
// and notes are blank, or carried over as they were spelled; what was accepted of the old
// figures, and what a person remarked on them, is not.
func NextData(old *model.Annex, form *model.Form, carry bool) ([]byte, diag.List) {
	script, findings := transcribe(old)
	if len(findings) > 0 {
		return nil, findings
	}
	m := blankData(form)
	header := script.section("bao_cao").entries
	period, year := form.PeriodAfter(old.Report.Period, old.Report.Year)
	m.report(form, header["loai"].value, header["ky_hieu"].value, header["co_quan"].value, period, year)
	if carry {
		rows := m.section("so_lieu")
		for id, e := range script.section("so_lieu").entries {
			rows.entries[id] = &entry{value: e.value, parts: e.parts}
		}
	}
	return m.write(form), nil
}

// blankData is a data file without a report and figures, with what a person needs to know to
// fill it in.
func blankData(f *model.Form) *manuscript {
	name := filepath.Base(f.Source.Name)
	schema := strings.TrimSuffix(name, filepath.Ext(name)) + ".schema.json"
	head := []string{
		"#:schema ./" + schema,
		"# Số liệu " + strings.Join(f.Label, " ") + ". Điền xong thì kiểm tra: phuluc2b check" + formOption(f) + " TỆP.toml",
		"# Tệp " + schema + " giúp trình soạn thảo gợi ý mã dòng. Chưa có thì tạo nó cạnh tệp này:",
		"# phuluc2b schema" + cmp.Or(formOption(f), " "+f.ID) + " -o " + schema,
	}
	for i := range head {
		head[i] = oneLine(head[i])
	}
	m := &manuscript{head: head, tables: map[string]*section{}}
	mau := m.section("").entry("mau")
	mau.value, mau.behind = tree.Quote(f.ID), []string{"biểu mẫu"}
	rows := m.section("so_lieu")
	rows.above = []string{
		`# Mỗi dòng: "mã dòng" = số liệu. Trong ngoặc kép thì in đúng như viết: "07", "5 %".`,
		`# Chưa có số liệu thì để "". Ghi chú: "mã dòng" = { so_lieu = "3,5", ghi_chu = "so với năm 2015" }`,
	}
	for _, r := range f.Rows {
		if r.Kind != model.KindHeading {
			rows.entry(r.ID).value = `""`
		}
	}
	return m
}

// formOption is what a command needs to know the form: nothing when the program carries it.
func formOption(f *model.Form) string {
	switch {
	case f.Embedded:
		return ""
	case strings.Contains(f.Source.Name, " "):
		return ` --form "` + f.Source.Name + `"`
	}
	return " --form " + f.Source.Name
}

// oneLine is text as a comment can hold it, whatever the name of a file may be.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if tree.Printable(r) {
			return r
		}
		return ' '
	}, s)
}

// report fills in [bao_cao] with values spelled as TOML. Number and date are not known yet.
func (m *manuscript) report(form *model.Form, kind, symbol, issuer string, period model.Period, year int) {
	s := m.section("bao_cao")
	s.behind = []string{"báo cáo mà phụ lục kèm theo"}
	s.entry("loai").value = kind
	s.entry("ky_hieu").value = symbol
	s.entry("ky_hieu").above = []string{beside("# so    = …", remarkColumn, "# khi có số: bỏ dấu # ở đầu dòng, viết số thay cho …")}
	s.entry("co_quan").value = issuer
	s.entry("co_quan").above = []string{beside("# ngay  = …", remarkColumn, "# khi có ngày: như trên, viết năm-tháng-ngày, ví dụ 2021-12-02")}
	s.entry("ky").value = tree.Quote(string(period))
	s.entry("ky").behind = []string{tree.List(form.Periods)}
	s.entry("nam").value = strconv.Itoa(year)
}
