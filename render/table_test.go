package render

import (
	"bytes"
	"slices"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/ooxml"
)

// tableOf is a table of two units and one that is missing, read back.
func tableOf(t *testing.T, total *TableUnit) (data []byte, read *Document) {
	t.Helper()
	form := repositoryAnnex(t, "examples/xa-son-giang.toml", "examples/bieu-mau-xa.toml").Form
	figures := make([]string, len(form.Rows))
	for i := range figures {
		figures[i] = "07"
	}
	some := slices.Clone(figures)
	some[1], some[2], some[9] = "1.050", "", "98,5"
	data, err := NewRenderer(rendertest.Serif(t)).Table(Table{
		Form: form, Title: []string{"So sánh"}, Total: total,
		Units: []TableUnit{{Name: "Xã A", Figures: figures}, {Name: "Xã B", Figures: some, Jumps: map[int]string{9: "Kỳ trước: 9,5"}}, {Name: "Xã C", Without: "chưa nộp"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if read, err = Read(data); err != nil {
		t.Fatal(err)
	}
	return data, read
}

func TestTable(t *testing.T) {
	t.Parallel()
	data, read := tableOf(t, nil)
	rows := rendertest.GridRows(read.Tables[0].Grid)
	for i, want := range map[int][]string{
		0: {"STT", "Chỉ tiêu", "", "Xã A", "Xã B", "Xã C\n(chưa nộp)"},
		1: {"I", "Giải quyết thủ tục hành chính", "", "", "", ""},
		2: {"1", "Hồ sơ tiếp nhận", "Hồ sơ", "07", "1.050", ""},
		3: {"1.1", "Hồ sơ tiếp nhận trực tuyến", "Hồ sơ", "07", "", ""},
	} {
		if got := rows[i]; i > 0 && !slices.Equal(got, want) || i == 0 && !slices.Equal(got[3:], want[3:]) {
			t.Errorf("row %d is %q, want %q", i, got, want)
		}
	}
	if !slices.Contains(read.Paragraphs, "2/3 đơn vị có số liệu; chưa có: Xã C") || !slices.Contains(read.Paragraphs, "Ô vàng: đơn vị chưa có số liệu.") {
		t.Errorf("%q", read.Paragraphs)
	}
	fill := func(row, column int) string { return lookOf(read.Tables[0], row, column) }
	if got := fill(10, 4); got != "fill="+jumped || read.Extras.Comments != 1 {
		t.Errorf("a figure that jumped looks like %q, %d comments", got, read.Extras.Comments)
	}
	if got := fill(0, 5); got != "b; fill="+missingUnit {
		t.Errorf("a unit that is missing looks like %q", got)
	}
	if again, _ := tableOf(t, nil); !bytes.Equal(again, data) || !read.AsMade {
		t.Error("other bytes, or not as made", read.AsMade)
	}
}

func TestTableTotal(t *testing.T) {
	t.Parallel()
	total := &TableUnit{Name: "Tổng", Figures: make([]string, 17)}
	total.Figures[1], total.Figures[2] = "14", "7 (1/3 đơn vị)"
	total.Short = map[int]string{2: "thiếu: Xã B, Xã C"}
	_, read := tableOf(t, total)
	if row := rendertest.GridRows(read.Tables[0].Grid)[2]; row[3] != "14" || row[4] != "07" {
		t.Errorf("%q", row)
	}
	if got := lookOf(read.Tables[0], 3, 3); got != "fill="+missingFigure || read.Extras.Comments != 2 {
		t.Errorf("a total that is not of all looks like %q, %d comments", got, read.Extras.Comments)
	}
}

func lookOf(t *ooxml.Table, row, column int) string {
	if notes := t.Notes[t.Rows[row].Cells[column]]; notes != nil {
		return notes.Look
	}
	return ""
}
