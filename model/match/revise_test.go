package match

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/model/internal/modeltest"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

func TestReadHeader(t *testing.T) {
	form := modeltest.ReadText(t, "seed", modeltest.WithChanges(t)).Form
	for _, test := range []struct {
		name       string
		paragraphs []string
		want       map[string]string
	}{
		{"as filed", []string{" Phụ lục 2B", "THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC", " CẢI CÁCH HÀNH CHÍNH NĂM 2021", "(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND huyện Hương Khê) "},
			map[string]string{"loai": "báo cáo", "so": "476", "ky_hieu": "BC-UBND", "ngay": "2021-12-02", "co_quan": "UBND huyện Hương Khê", "ky": "nam", "nam": "2021"}},
		{"long date, other case", []string{"Thống kê số liệu về kết quả thực hiện công tác cải cách hành chính 6 tháng đầu năm 2022", "(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 6 năm 2022 của UBND xã A)"},
			map[string]string{"loai": "Báo cáo", "so": "07", "ky_hieu": "BC-UBND", "ngay": "2022-06-05", "co_quan": "UBND xã A", "ky": "6-thang", "nam": "2022"}},
		{"open places", []string{"(Kèm theo báo cáo số …/BC-UBND ngày … tháng … năm … của UBND xã A)"},
			map[string]string{"loai": "báo cáo", "so": "", "ky_hieu": "BC-UBND", "ngay": "", "co_quan": "UBND xã A"}},
		{"blanks round the hyphen, brackets in brackets", []string{"(Kèm theo báo cáo số 476/BC - UBND ngày 02/12/2021 của UBND huyện Hương Khê (Hà Tĩnh))"},
			map[string]string{"loai": "báo cáo", "so": "476", "ky_hieu": "BC-UBND", "ngay": "2021-12-02", "co_quan": "UBND huyện Hương Khê (Hà Tĩnh)"}},
		{"words behind the issuer", []string{"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A thay thế báo cáo số 12/BC-UBND)"},
			map[string]string{"loai": "báo cáo", "so": "476", "ky_hieu": "BC-UBND", "ngay": "2021-12-02", "co_quan": "UBND xã A"}},
		{"two numbers", []string{"(Kèm theo báo cáo số 476, 477/BC-UBND ngày 02/12/2021 của UBND xã A)"},
			map[string]string{"ky_hieu": "BC-UBND", "ngay": "2021-12-02", "co_quan": "UBND xã A"}},
		{"words behind the bracket", []string{"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A) Mật"},
			map[string]string{"loai": "báo cáo", "so": "476", "ky_hieu": "BC-UBND", "ngay": "2021-12-02", "co_quan": "UBND xã A"}},
		{"no bracket, the table below", []string{"Kèm theo báo cáo số 476/BC-UBND ngày   /3/2026 của UBND xã A", "", "STT", "Chỉ tiêu"},
			map[string]string{"loai": "báo cáo", "so": "476", "ky_hieu": "BC-UBND", "ngay": "", "co_quan": "UBND xã A"}},
		{"another annex's line", []string{"(Phụ lục số 2 kèm theo )"}, map[string]string{}},
		{"attached", []string{"(Đính kèm theo Báo cáo số 12/BC-UBND ngày 02/12/2021 của UBND xã A)"},
			map[string]string{"loai": "Báo cáo", "so": "12", "ky_hieu": "BC-UBND", "ngay": "2021-12-02", "co_quan": "UBND xã A"}},
		{"two years", []string{"THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2021 - 2022"}, map[string]string{}},
		{"nothing", []string{"Báo cáo"}, map[string]string{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, _ := ReadHeader(form, "a.docx", test.paragraphs); !maps.Equal(got, test.want) {
				t.Errorf("%v", got)
			}
		})
	}
}

// document is an annex as a table of text, as a DOCX gives it back.
func document(a *model.Annex) ([][]string, []string) {
	grid := [][]string{{"STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"}}
	bookmarks := []string{""}
	for _, r := range a.Form.Rows {
		f := a.Figures[r.ID]
		grid = append(grid, []string{r.Number + r.Block, strings.Join(r.Label, "\n"), strings.Join(r.Unit, "\n"), strings.Join(f.Printed(), "\n"), f.Note})
		bookmarks = append(bookmarks, r.Bookmark())
	}
	return grid, bookmarks
}

func TestRevise(t *testing.T) {
	text := modeltest.WithChanges(t, `"3.4.1" = { so_lieu = "", ghi_chu = "không có" }`)
	annex := modeltest.ReadText(t, "seed.toml", text)
	at := func(id string) int { return annex.Form.RowIndex()[id] + 1 }
	for _, test := range []struct {
		name     string
		edit     func(grid [][]string)
		old, new string // what changes in the data file
		rules    []string
	}{
		{"as it is", func([][]string) {}, "", "", nil},
		{"blank lines", func(g [][]string) { g[at("1.1.1")][3] = "\n\n 59 \n" }, "", "", nil},
		{"a figure", func(g [][]string) { g[at("1.2.1")][3] = "08" }, `"1.2.1"     = "07"  `, `"1.2.1"     = "08"  `, nil},
		{"a bare figure", func(g [][]string) { g[at("1.1.1")][3] = "60" }, `"1.1.1"     = 59 `, `"1.1.1"     = 60 `, nil},
		{"a figure taken out", func(g [][]string) { g[at("1.1.1")][3] = "" }, `"1.1.1"     = 59 `, `"1.1.1"     = "" `, nil},
		{"a list", func(g [][]string) { g[at("7.1.2")][3] = "1\n2" }, `= [1, 1]`, `= [1, 2]`, nil},
		{"a note", func(g [][]string) { g[at("1.1.1")][4] = `xem "phụ lục"` }, `"1.1.1"     = 59 `, `"1.1.1"     = { so_lieu = 59, ghi_chu = "xem \"phụ lục\"" } `, nil},
		{"another note", func(g [][]string) { g[at("3.4.1")][4] = "chưa có" }, `ghi_chu = "không có"`, `ghi_chu = "chưa có"`, nil},
		{"words", func(g [][]string) { g[at("1.1.1")][3] = "năm" }, "", "", []string{"so-lieu"}},
		{"a count that is none", func(g [][]string) { g[at("1.1.1")][3] = "1,05" }, `"1.1.1"     = 59 `, `"1.1.1"     = "1,05" `, []string{"so-lieu"}},
		{"a figure on a heading", func(g [][]string) { g[at("1.1")][3] = "5" }, "", "", []string{"so-lieu"}},
		{"another label", func(g [][]string) { g[at("1.1.1")][1] = "Số nhiệm vụ đề ra trong chương trình" }, "", "", []string{"chu-bieu-mau"}},
		{"another row", func(g [][]string) { g[at("1.1.1")] = []string{"9", "Số khác hẳn", "", "5", ""} }, "", "", []string{"dong-la", "dong-thieu"}},
		{"an empty row", func(g [][]string) { g[at("1.1.1")] = []string{"", "", "", "", ""} }, "", "", []string{"dong-thieu"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			grid, bookmarks := document(annex)
			test.edit(grid)
			table, findings := FindTable(annex.Form, "a.docx", []tabular.Grid{gridOf(grid, bookmarks)}, Choice{})
			if table == nil {
				t.Fatal(findings)
			}
			corrections, findings := Revise(annex, table)
			var faults diag.List
			got, err := edit.Correct(tree.Decode(annex.Source, &faults), annex.Form, corrections)
			if err != nil {
				t.Fatal(err)
			}
			if want := strings.Replace(text, test.old, test.new, 1); string(got.Source.Raw) != want {
				t.Errorf("%v", diffLines(want, string(got.Source.Raw)))
			}
			var rules []string
			for _, f := range findings {
				rules = append(rules, f.Rule)
				if f.Place.Source.Name != "a.docx" {
					t.Errorf("place in %s", f.Place.Source.Name)
				}
			}
			if !slices.Equal(rules, test.rules) {
				t.Errorf("%v", rules)
			}
		})
	}
}

// gridOf is a table of a document with those texts.
func gridOf(texts [][]string, bookmarks []string) tabular.Grid {
	g := tabular.Grid{Ordinal: 1}
	for i, row := range texts {
		var cells []tabular.Cell
		for _, text := range row {
			cells = append(cells, tabular.Cell{Text: text, Spanned: text})
		}
		if bookmarks != nil {
			cells[len(cells)-1].Bookmark = bookmarks[i]
		}
		g.Cells = append(g.Cells, cells)
	}
	return g
}

func diffLines(want, got string) []string {
	var diff []string
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			diff = append(diff, "-"+a[i], "+"+b[i])
		}
	}
	return diff
}
