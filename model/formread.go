package model

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"phuluc2b/model/diag"
)

// leastWidth is the narrowest column that a word fits into, in millimetres.
const leastWidth = 8

// textWidth is what the columns share: A4 less margins of 30 and 15 mm.
const textWidth = 165

// IsForm tells whether a file is a form rather than a data file: sound TOML with rows and
// without a report.
func IsForm(src *diag.Source) bool {
	var faults diag.List
	values, _ := decode(src, &faults)
	_, rows := values["dong"]
	_, report := values["bao_cao"]
	return rows && !report
}

// ReadForm reads a form from TOML. draws tells which letters can be printed. The form is
// nil when there is any fault.
func ReadForm(src *diag.Source, draws func(rune) bool) (*Form, diag.List) {
	var findings diag.List
	values, places := decode(src, &findings)
	if values == nil {
		return nil, findings
	}
	t := &table{reader: &reader{src: src, findings: &findings, draws: draws}, values: values, node: places, name: "biểu mẫu"}
	f := &Form{Source: src}
	t.need("mau", `đặt tên biểu mẫu, ví dụ mau = "phu-luc-2b-2021"`)
	f.ID = t.text("mau")
	t.notEmpty("mau", "nhan")
	t.need("nhan", `ví dụ nhan = "Phụ lục 2B"`)
	f.Label = t.text("nhan")
	f.Title = t.texts("tieu_de")
	t.checkPlaceholders("tieu_de", strings.Join(f.Title, "\n"), "{ky}")
	f.Reference = t.text("kem_theo")
	t.checkPlaceholders("kem_theo", f.Reference, "{loai}", "{so}", "{ky_hieu}", "{ngay}", "{co_quan}")
	f.LongDate = choice(t, "dang_ngay", "ngan", "dai") == "dai"
	f.Columns = t.columns()
	f.Rows = t.rows()
	f.Rules = t.rules(f)
	t.done()
	if len(findings) > 0 {
		return nil, findings
	}
	return f, nil
}

// notEmpty reports text that is there and says nothing.
func (t *table) notEmpty(keys ...string) {
	for _, key := range keys {
		if s, ok := t.values[key].(string); ok && strings.TrimSpace(s) == "" {
			t.findings.Faultf("sai-gia-tri", t.at(key), "viết chữ vào giữa hai dấu ngoặc kép", "%s để trống", key)
		}
	}
}

// checkPlaceholders reports {words} that nothing stands for.
func (t *table) checkPlaceholders(key, text string, known ...string) {
	for _, k := range known {
		text = strings.ReplaceAll(text, k, "")
	}
	for _, p := range regexp.MustCompile(`\{[^}]*\}?|\}`).FindAllString(text, -1) {
		t.findings.Faultf("sai-gia-tri", t.at(key), "chỗ điền dùng được: "+strings.Join(known, ", "), "không có chỗ điền %s", p)
	}
}

func (t *table) columns() []Column {
	if !t.need("cot", `viết cot = [ { khoa = "stt", tieu_de = "STT", rong = 16 }, … ]`) {
		return nil
	}
	var columns []Column
	seen := map[Role]bool{}
	open, sum := 0, 0.0
	for _, c := range t.tables("cot") {
		c.need("khoa", "viết một trong: stt, chi_tieu, don_vi, so_lieu, ghi_chu")
		column := Column{
			Role:    choice(c, "khoa", Number, Label, Unit, Datum, Note),
			Head:    c.lines("tieu_de"),
			Spanner: c.text("nhom"),
			Width:   c.number("rong"),
		}
		c.done()
		if column.Width < leastWidth && c.has("rong") {
			t.findings.Faultf("sai-gia-tri", c.at("rong"), fmt.Sprintf("viết một số từ %d trở lên", leastWidth), "cột %s hẹp quá: %g mm", column.Role, column.Width)
		}
		if i := slices.IndexFunc(columns, func(d Column) bool { return d.Spanner == column.Spanner }); column.Spanner != "" && i >= 0 && columns[len(columns)-1].Spanner != column.Spanner {
			t.findings.Faultf("sai-gia-tri", c.at("nhom"), "các cột cùng nhom phải đứng liền nhau", "nhom “%s” bị ngắt quãng", column.Spanner)
		}
		if seen[column.Role] {
			t.findings.Faultf("trung-ma", c.at("khoa"), "mỗi cột chỉ viết một lần", "đã có cột %s", column.Role)
		}
		seen[column.Role] = true
		if sum += column.Width; column.Width == 0 {
			open++
		}
		columns = append(columns, column)
	}
	if !seen[Label] || !seen[Datum] {
		t.findings.Faultf("thieu-khoa", t.keyAt("cot"), "thêm cột còn thiếu", "bảng phải có cột chi_tieu và cột so_lieu")
	}
	switch {
	case open > 1:
		t.findings.Faultf("sai-gia-tri", t.keyAt("cot"), "chỉ để trống rong của một cột, cột ấy lấy phần còn lại", "%d cột không có rong", open)
	case sum > textWidth-leastWidth*float64(open):
		t.findings.Faultf("sai-gia-tri", t.keyAt("cot"), "giảm rong của các cột", "tổng bề rộng các cột là %g mm, khổ giấy có %d mm", sum, textWidth)
	}
	return columns
}

// rowID is what bookmarks and data files can name a row by.
const rowID = `^[0-9A-Za-z]+(\.[0-9A-Za-z]+)*$`

func (t *table) rows() []Row {
	if !t.need("dong", `viết dong = [ { ma = "1", stt = "1.", ten = "…", loai = "de_muc" }, … ]`) {
		return nil
	}
	if items, _ := t.values["dong"].([]any); items != nil && len(items) == 0 {
		t.findings.Faultf("thieu-khoa", t.keyAt("dong"), `viết { ma = "1", stt = "1.", ten = "…", loai = "de_muc" }`, "bảng không có dòng nào")
	}
	var rows []Row
	seen := map[string]diag.Place{"": {}}
	valid := regexp.MustCompile(rowID)
	for _, item := range t.tables("dong") {
		r := item.row()
		if !valid.MatchString(r.ID) {
			t.findings.Faultf("ma-dong", r.Place, `viết theo vị trí, ví dụ ma = "1.2.1" hoặc "3.1.3.a"`, `mã dòng "%s" không dùng được`, r.ID)
			continue
		}
		if first, ok := seen[r.ID]; ok {
			*t.findings = append(*t.findings, diag.Finding{Rule: "trung-ma", Place: r.Place, Message: "đã có dòng " + r.ID,
				Hint: "đổi mã của một trong hai dòng", Related: []diag.Related{{Place: first, Message: "dòng " + r.ID}}})
		}
		if _, ok := seen[r.Parent()]; !ok {
			t.findings.Faultf("ma-dong", r.Place, "dòng trên phải đứng trước các dòng của nó", "dòng %s không có dòng trên là %s", r.ID, r.Parent())
		}
		seen[r.ID] = r.Place
		rows = append(rows, r)
	}
	return rows
}

func (t *table) row() Row {
	t.need("ma", `viết ma = "1.2.1"`)
	t.need("ten", "viết tên chỉ tiêu")
	t.need("loai", "viết một trong: de_muc, so_dem, ty_le, ma_so, diem, chu")
	r := Row{
		ID:         t.text("ma"),
		Number:     t.text("stt"),
		Label:      t.lines("ten"),
		Unit:       t.lines("don_vi"),
		Kind:       choice(t, "loai", Heading, Count, Percent, Code, Score, Text),
		Codes:      t.integers("cac_ma"),
		Values:     1,
		Block:      t.text("khoi"),
		Cumulative: t.boolean("luy_ke"),
		Place:      t.at("ma"),
	}
	if n, ok := t.integer("so_gia_tri"); ok {
		if n < 1 || n > 100 {
			t.wrongType(t.at("so_gia_tri"), "so_gia_tri", "viết một số từ 1 đến 100")
		}
		r.Values = int(n)
	}
	t.done()
	if (r.Kind == Code) != (len(r.Codes) > 0) {
		t.findings.Faultf("thieu-khoa", r.Place, "viết cac_ma = [0, 1, 2] ở dòng có loai = \"ma_so\", và chỉ ở đó", "dòng %s: loai và cac_ma không khớp nhau", r.ID)
	}
	if r.Block != "" && r.Number != "" {
		t.findings.Faultf("sai-gia-tri", t.at("stt"), "bỏ stt: chữ của ô gộp viết ở khoi", "dòng %s có cả stt lẫn khoi", r.ID)
	}
	return r
}
