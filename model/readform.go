package model

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// leastWidth is the narrowest column that a word fits into, in millimetres.
const leastWidth = 8

// mostColumns is how many columns are looked at: each role has one.
const mostColumns = 20

// textWidth is what the columns share: A4 less margins of 30 and 15 mm.
const textWidth = 165

// Reader reads forms and data files.
type Reader struct {
	Draws func(rune) bool // whether a letter can be printed
	Kinds []RuleKind      // of the rules that there are
}

// ReadForm reads a form from TOML. The form is nil when there is any fault.
func (r Reader) ReadForm(src *diag.Source) (*Form, diag.List) {
	var findings diag.List
	t := tree.Open(src, r.Draws, "biểu mẫu", &findings)
	if t == nil {
		return nil, findings
	}
	if reportData(t) {
		return nil, findings
	}
	f := &Form{Source: src}
	t.Need("mau", `đặt tên biểu mẫu, ví dụ mau = "phu-luc-2b-2021"`)
	f.ID = readFormID(t)
	t.NotEmpty("mau", "nhan")
	t.Need("nhan", `ví dụ nhan = "Phụ lục 2B"`)
	f.Label = t.Line("nhan")
	f.Title = t.Texts("tieu_de")
	checkPlaceholders(t, "tieu_de", strings.Join(f.Title, "\n"), "{ky}")
	f.Reference = t.Line("kem_theo")
	checkPlaceholders(t, "kem_theo", f.Reference, "{loai}", "{so}", "{ky_hieu}", "{ngay}", "{co_quan}")
	f.LongDate = tree.Choice(t, "dang_ngay", "ngan", "dai") == "dai"
	f.Periods, f.AddingUp = readPeriods(t)
	f.Columns = readColumns(t)
	rows, known := readRows(t)
	if f.Rows = rows; known {
		f.Rules = readRules(t, f, r.Kinds)
	}
	t.Has("quy_tac")
	t.Done()
	if len(findings) > 0 {
		return nil, findings
	}
	return f, nil
}

// reportData reports data that were given in place of a form.
func reportData(t *tree.Table) bool {
	_, report := t.Values[HeaderSubject].(map[string]any)
	if _, figures := t.Values["so_lieu"].(map[string]any); !report && !figures || t.Values["dong"] != nil || t.Values["cot"] != nil {
		return false
	}
	t.Faultf("loai-tep", t.Place(), "viết tên tệp biểu mẫu sau --form; số liệu thì kiểm tra bằng: phuluc2b check "+t.Place().Source.Name, "đây là tệp số liệu, không phải biểu mẫu")
	return true
}

// readFormID is the name of a form, which is no path.
func readFormID(t *tree.Table) string {
	id := t.Line("mau")
	if id != "" && !regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N}._-]*$`).MatchString(id) {
		t.Faultf("sai-gia-tri", t.At("mau"), `chỉ dùng chữ, số, dấu -, _ và dấu chấm, ví dụ mau = "phu-luc-3-xa"`, "tên biểu mẫu “%s” không dùng được", tree.Short(id))
	}
	return id
}

// checkPlaceholders reports {words} that nothing stands for.
func checkPlaceholders(t *tree.Table, key, text string, known ...string) {
	for _, k := range known {
		text = strings.ReplaceAll(text, k, "")
	}
	for _, p := range regexp.MustCompile(`\{[^}]*\}?|\}`).FindAllString(text, -1) {
		t.Faultf("sai-gia-tri", t.At(key), "chỗ điền dùng được: "+strings.Join(known, ", "), "không có chỗ điền %s", tree.Short(p))
	}
}

func readColumns(t *tree.Table) []Column {
	if !t.Need("cot", `viết cot = [ { khoa = "stt", tieu_de = "STT", rong = 16 }, … ]`) {
		return nil
	}
	var columns []Column
	seen := map[Role]bool{}
	faults := t.Faults()
	open, sum := 0, 0.0
	for i, c := range t.Tables("cot") {
		if i == mostColumns {
			t.Faultf("gioi-han", t.KeyAt("cot"), "xóa các cột thừa", "bảng có hơn %d cột", mostColumns)
			break
		}
		column := readColumn(c)
		if i := slices.IndexFunc(columns, func(d Column) bool { return d.Spanner == column.Spanner }); column.Spanner != "" && i >= 0 && columns[len(columns)-1].Spanner != column.Spanner {
			t.Faultf("sai-gia-tri", c.At("nhom"), "các cột cùng nhom phải đứng liền nhau", "nhom “%s” bị ngắt quãng", tree.Short(column.Spanner))
		}
		switch same := slices.IndexFunc(columns, func(d Column) bool { return d.Spanner == column.Spanner && slices.Equal(d.Head, column.Head) }); {
		case seen[column.Role] && column.Role != "":
			t.Faultf("trung-ma", c.At("khoa"), "mỗi cột chỉ viết một lần", "đã có cột %s", column.Role)
		case same >= 0 && len(column.Head) > 0:
			t.Faultf("trung-ma", c.At("tieu_de"), "đặt tiêu đề khác cho một trong hai cột", "cột %s và cột %s có cùng tiêu đề “%s”", columns[same].Role, column.Role, tree.Short(strings.Join(column.Head, " ")))
		}
		seen[column.Role] = true
		if sum += column.Width; column.Width == 0 {
			open++
		}
		columns = append(columns, column)
	}
	switch {
	case t.Faults() > faults: // said already
	case !seen[RoleLabel] || !seen[RoleFigure]:
		t.Faultf("thieu-khoa", t.KeyAt("cot"), "thêm cột còn thiếu", "bảng phải có cột chi_tieu và cột so_lieu")
	case open > 1:
		t.Faultf("sai-gia-tri", t.KeyAt("cot"), "chỉ để trống rong của một cột, cột ấy lấy phần còn lại", "%d cột không có rong", open)
	case sum > textWidth-leastWidth*float64(open):
		t.Faultf("sai-gia-tri", t.KeyAt("cot"), "giảm rong của các cột", "tổng bề rộng các cột là %g mm, khổ giấy có %d mm", sum, textWidth)
	}
	return columns
}

func readColumn(t *tree.Table) Column {
	t.Need("khoa", "viết một trong: "+tree.List(Roles()))
	column := Column{
		Role:    tree.Choice(t, "khoa", Roles()...),
		Head:    t.Lines("tieu_de"),
		Spanner: t.Line("nhom"),
	}
	faults := t.Faults()
	column.Width = t.Number("rong")
	t.Done()
	switch {
	case !t.Has("rong") || t.Faults() > faults:
	case !(column.Width >= leastWidth): // not a number, too
		t.Faultf("sai-gia-tri", t.At("rong"), fmt.Sprintf("viết một số từ %d trở lên", leastWidth), "cột %s hẹp quá: rong = %s", column.Role, tree.Short(t.At("rong").Text()))
	case column.Width > textWidth:
		t.Faultf("sai-gia-tri", t.At("rong"), "viết số mi-li-mét của cột, ví dụ rong = 24", "cột %s rộng quá: rong = %s, khổ giấy có %d mm", column.Role, tree.Short(t.At("rong").Text()), textWidth)
	}
	return column
}
