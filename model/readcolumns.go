package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model/tree"
)

// LeastWidth is the narrowest column that a word fits into, in millimetres.
const LeastWidth = 8

// mostColumns is how many columns are looked at: no paper has room for more.
const mostColumns = 30

// TextWidth is what the columns share, in millimetres: A4 less margins of 30 and 15 mm.
func TextWidth(landscape bool) float64 {
	if landscape {
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

func (r Reader) readColumns(t *tree.Table, width float64) []Column {
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
		column := r.readColumn(c, width)
		if i := slices.IndexFunc(columns, func(d Column) bool { return d.Spanner == column.Spanner }); column.Spanner != "" && i >= 0 && columns[len(columns)-1].Spanner != column.Spanner {
			t.Faultf("sai-gia-tri", c.At("nhom"), "các cột cùng nhom phải đứng liền nhau", "nhom “%s” bị ngắt quãng", tree.Short(column.Spanner))
		}
		switch same := slices.IndexFunc(columns, column.sameHead); {
		case seen[column.Role] && column.Role != "" && column.Role != RoleFixed:
			t.Faultf("trung-ma", c.At("khoa"), "mỗi cột chỉ viết một lần", "đã có cột %s", column.Role)
		case same >= 0:
			t.Faultf("trung-ma", c.At("tieu_de"), `đặt tiêu đề khác cho một trong hai cột, ví dụ tieu_de = "Kỳ trước" và tieu_de = "Kỳ này"`, "cột %s và cột %s có cùng tiêu đề “%s”", columns[same].Role, column.Role, tree.Short(strings.Join(column.Head, " ")))
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
	case sum > width-LeastWidth*float64(open):
		t.Faultf("sai-gia-tri", t.KeyAt("cot"), fmt.Sprintf("giảm rong của các cột; cột không có rong cần ít nhất %d mm", LeastWidth),
			"tổng bề rộng các cột là %g mm, khổ giấy có %g mm", sum, width)
	}
	return columns
}

// sameHead reports whether a person or this program, who read the table, could not tell two
// columns apart; those of fixed text are not read.
func (c Column) sameHead(d Column) bool {
	return len(c.Head) > 0 && c.Spanner == d.Spanner && slices.Equal(c.Head, d.Head) && c.Role != RoleFixed && d.Role != RoleFixed
}

// readColumn reads a column of a table of so many millimetres.
func (r Reader) readColumn(t *tree.Table, most float64) Column {
	t.Need("khoa", "viết một trong: "+tree.List(Roles()))
	faults := t.Faults()
	column := Column{
		Role:    tree.Choice(t, "khoa", Roles()...),
		Head:    t.Lines("tieu_de"),
		Spanner: t.Line("nhom"),
		Align:   tree.Choice(t, "can", Aligns()...),
	}
	name := cmp.Or(string(column.Role), "này")
	if t.Faults() == faults && strings.Join(column.Head, "")+column.Spanner == "" && !r.Carried {
		t.Faultf("thieu-khoa", t.At("tieu_de"), "viết đầu cột, ví dụ tieu_de = "+tree.Quote(column.Role.UsualHead()), "cột %s không có tiêu đề", name)
	}
	width, given := t.Number("rong")
	column.Width = width
	t.Done()
	switch {
	case !given:
	case !(width >= LeastWidth): // not a number, too
		t.Faultf("sai-gia-tri", t.At("rong"), fmt.Sprintf("viết một số từ %d trở lên", LeastWidth), "cột %s hẹp quá: rong = %s", name, tree.Short(t.At("rong").Text()))
	case width > most:
		t.Faultf("sai-gia-tri", t.At("rong"), "viết số mi-li-mét của cột, ví dụ rong = 24", "cột %s rộng quá: rong = %s, khổ giấy có %g mm", name, tree.Short(t.At("rong").Text()), most)
	}
	return column
}
