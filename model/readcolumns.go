package model

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model/tree"
)

// leastWidth is the narrowest column that a word fits into, in millimetres.
const leastWidth = 8

// mostColumns is how many columns are looked at: no paper has room for more.
const mostColumns = 30

// textWidth is what the columns share, in millimetres: A4 less margins of 30 and 15 mm.
func (f *Form) textWidth() float64 {
	if f.Landscape {
		return 297 - 45
	}
	return 210 - 45
}

// FixedColumns is how many columns show text of the form beside labels and units.
func (f *Form) FixedColumns() int {
	n := 0
	for _, c := range f.Columns {
		if c.Role == RoleFixed {
			n++
		}
	}
	return n
}

func readColumns(t *tree.Table, width float64) []Column {
	if !t.Need("cot", `viết cot = [ { khoa = "stt", tieu_de = "STT", rong = 16 }, … ]`) {
		return nil
	}
	var columns []Column
	seen := map[Role]bool{}
	open, sum := 0, 0.0
	for i, c := range t.Tables("cot") {
		if i == mostColumns {
			t.Faultf("gioi-han", t.KeyAt("cot"), "xóa các cột thừa", "bảng có hơn %d cột", mostColumns)
			break
		}
		c.Need("khoa", "viết một trong: "+tree.List(Roles()))
		column := Column{
			Role:    tree.Choice(c, "khoa", Roles()...),
			Head:    c.Lines("tieu_de"),
			Spanner: c.Line("nhom"),
			Align:   tree.Choice(c, "can", Aligns()...),
		}
		wide, given := c.Number("rong")
		column.Width = wide
		c.Done()
		if given && !(wide >= leastWidth) {
			t.Faultf("sai-gia-tri", c.At("rong"), fmt.Sprintf("viết một số từ %d trở lên", leastWidth), "cột %s hẹp quá: %g mm", column.Role, column.Width)
		}
		if i := slices.IndexFunc(columns, func(d Column) bool { return d.Spanner == column.Spanner }); column.Spanner != "" && i >= 0 && columns[len(columns)-1].Spanner != column.Spanner {
			t.Faultf("sai-gia-tri", c.At("nhom"), "các cột cùng nhom phải đứng liền nhau", "nhom “%s” bị ngắt quãng", tree.Short(column.Spanner))
		}
		if seen[column.Role] && column.Role != RoleFixed {
			t.Faultf("trung-ma", c.At("khoa"), "mỗi cột chỉ viết một lần", "đã có cột %s", column.Role)
		}
		seen[column.Role] = true
		if sum += column.Width; column.Width == 0 {
			open++
		}
		columns = append(columns, column)
	}
	if !seen[RoleLabel] || !seen[RoleFigure] {
		t.Faultf("thieu-khoa", t.KeyAt("cot"), "thêm cột còn thiếu", "bảng phải có cột chi_tieu và cột so_lieu")
	}
	reportOneHead(t, columns)
	switch {
	case open > 1:
		t.Faultf("sai-gia-tri", t.KeyAt("cot"), "chỉ để trống rong của một cột, cột ấy lấy phần còn lại", "%d cột không có rong", open)
	case sum > width-leastWidth*float64(open):
		t.Faultf("sai-gia-tri", t.KeyAt("cot"), fmt.Sprintf("giảm rong của các cột; cột không có rong cần ít nhất %d mm", leastWidth),
			"tổng bề rộng các cột là %g mm, khổ giấy có %g mm", sum, width)
	}
	return columns
}

// reportOneHead reports figures of two periods under one head: who reads the table, a person
// or this program, could not tell them apart.
func reportOneHead(t *tree.Table, columns []Column) {
	heads := map[Role]string{}
	for _, c := range columns {
		heads[c.Role] = strings.Join(append([]string{c.Spanner}, c.Head...), "\n")
	}
	if before, ok := heads[RolePrevious]; ok && before == heads[RoleFigure] {
		t.Faultf("sai-gia-tri", t.KeyAt("cot"), `viết khác nhau, ví dụ tieu_de = "Kỳ trước" và tieu_de = "Kỳ này"`, "cột so_lieu và cột ky_truoc có cùng đầu cột")
	}
}
