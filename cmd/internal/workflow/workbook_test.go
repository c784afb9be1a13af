package workflow_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/render"
	"phuluc2b/render/layout"
	"phuluc2b/render/xlsx"
)

// sheetRow is a row of a sheet as people type it: a text that begins with "=" is a number, with
// what shows it behind a bar.
func sheetRow(texts ...string) xlsx.Row {
	var row xlsx.Row
	for _, text := range texts {
		cell := xlsx.Cell{Text: xlsx.Words(text)}
		if number, ok := strings.CutPrefix(text, "="); ok {
			stored, format, _ := strings.Cut(number, "|")
			cell = xlsx.Cell{Number: stored, Style: xlsx.Style{Format: format}}
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// typedSheet is the annex of a form as an office types it into Excel, with its own letterhead,
// another order of columns and those who sign below.
func typedSheet(form *model.Form, figures map[string]string) *xlsx.Sheet {
	s := &xlsx.Sheet{Name: "PL 2B", Columns: make([]layout.Length, 6)}
	for i := range s.Columns {
		s.Columns[i] = layout.Millimetres(30)
	}
	s.Rows = []xlsx.Row{
		sheetRow("UBND HUYỆN HƯƠNG KHÊ", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), sheetRow(),
		sheetRow("Phụ lục 2B"), sheetRow("THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC"), sheetRow("CẢI CÁCH HÀNH CHÍNH NĂM 2021"),
		sheetRow("(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND huyện Hương Khê)"), sheetRow(),
		sheetRow("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"),
	}
	for _, r := range form.Rows {
		s.Rows = append(s.Rows, sheetRow(r.Number+r.Block, strings.Join(r.Label, "\n"), strings.Join(r.Unit, "\n"), figures[r.ID], ""))
	}
	s.Rows = append(s.Rows, sheetRow(), sheetRow("Người lập biểu", "", "", "CHỦ TỊCH"))
	return s
}

func workbook(t *testing.T, sheets ...*xlsx.Sheet) *workflow.Document {
	t.Helper()
	var file bytes.Buffer
	if err := (&xlsx.Book{Sheets: sheets}).Write(&file); err != nil {
		t.Fatal(err)
	}
	d, err := workflow.ReadDocument("go-tay.xlsx", file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A sheet that somebody typed is read by the form, figures as it shows them.
func TestTypedSheet(t *testing.T) {
	t.Parallel()
	work, _ := open()
	form := work.Forms["phu-luc-2b-2021"]
	figures := map[string]string{"1.1.1": "=59", "1.2.1": "=7|00", "1.4.1": "=1050|#,##0", "3.3.3": "=0.95|0%", "4.1.2.c": "=0.05|0 %", "7.1.6.2.a": "98,5", "7.1.6.2.b": "=98.5|0.0", "1.4.2": "=1"}
	want := map[string]string{"1.1.1": "59", "1.2.1": "07", "1.4.1": "1.050", "3.3.3": "95%", "4.1.2.c": "5 %", "7.1.6.2.a": "98,5", "7.1.6.2.b": "98,5", "1.4.2": "1"}
	d := workbook(t, typedSheet(form, figures))
	text, findings := work.Import(d, nil, match.Choice{})
	annex, faults := work.Read(diag.NewSource("a.toml", text))
	if annex == nil {
		t.Fatal(findings, faults)
	}
	for id, written := range want {
		if got := annex.Figures[id].Written(); got != written {
			t.Errorf("%s is %q, want %q", id, got, written)
		}
	}
	if annex.Report.Number != "476" || annex.Report.Issuer != "UBND huyện Hương Khê" || annex.Report.Year != 2021 {
		t.Errorf("%+v", annex.Report)
	}
	for _, f := range findings {
		t.Error(f.Message)
	}
}

// What of a sheet is not sure is told with its row.
func TestDoubtfulSheet(t *testing.T) {
	t.Parallel()
	work, _ := open()
	form := work.Forms["phu-luc-2b-2021"]
	for _, test := range []struct{ name, figure, want string }{
		{"a date", "=44532|dd/mm/yyyy", "dòng 1.1.1 có ngày tháng thay cho số"},
		{"shown as nothing", "=5|;;;", "dòng 1.1.1 có chữ có mà không nhìn thấy"},
		{"shown as another number", "=12.6|0", "ô D11 hiện số đã làm tròn"},
		{"in thousands", "=12345|#,##0,", "dòng 1.1.1 có số hiện theo nghìn hoặc triệu"},
		{"shown as words", `=900|[>100]"nhiều"`, "dòng 1.1.1 có số hiện thành chữ"},
		{"English", "1,050", "“1,050” đọc được hai cách"},
		{"words", "chưa rõ", "“chưa rõ” không phải số đếm"},
	} {
		t.Run(test.name, func(t *testing.T) {
			sheet := typedSheet(form, map[string]string{"1.1.1": test.figure, "1.1.2": "=3"})
			_, findings := work.Import(workbook(t, sheet), nil, match.Choice{})
			var all []string
			for _, f := range findings {
				all = append(all, f.Message)
			}
			if !strings.Contains(strings.Join(all, "\n"), test.want) {
				t.Errorf("%q", all)
			}
		})
	}
	t.Run("an old period in a hidden column is left out, and told", func(t *testing.T) {
		t.Parallel()
		sheet := typedSheet(form, map[string]string{"1.1.1": "=59"})
		d := workbook(t, sheet)
		d.Extras.HiddenColumns = 1
		_, findings := work.Import(d, nil, match.Choice{})
		if len(findings) != 1 || !strings.Contains(findings[0].Message, "có 1 cột ẩn (không đọc)") {
			t.Error(findings)
		}
	})
}

// Of several annexes in a workbook one is chosen.
func TestSheetsOfAnnexes(t *testing.T) {
	t.Parallel()
	work, _ := open()
	form := work.Forms["phu-luc-2b-2021"]
	one, two := typedSheet(form, map[string]string{"1.1.1": "=59"}), typedSheet(form, map[string]string{"1.1.1": "=60"})
	two.Name = "PL 2B (2)"
	d := workbook(t, one, two)
	if text, findings := work.Import(d, nil, match.Choice{}); text != nil || len(findings) == 0 {
		t.Error("an annex was guessed")
	}
	text, _ := work.Import(d, nil, match.Choice{Table: 2})
	if annex, _ := work.Read(diag.NewSource("a.toml", text)); annex == nil || annex.Figures["1.1.1"].Written() != "60" {
		t.Error("the second annex was not read")
	}
}

// A workbook of ours is guarded as a document is.
func TestGuardWorkbook(t *testing.T) {
	t.Parallel()
	work, src := open()
	annex, _ := work.Read(src)
	file := rendered(t, work, annex, render.XLSX, render.Options{})
	for _, test := range []struct {
		name  string
		pairs []string
		want  string // in what would be lost; "" for nothing
	}{
		{"saved by another program", []string{"<Application>phuluc2b<", "<Application>Microsoft Excel<"}, ""},
		{"a figure", []string{"<v>62</v>", "<v>63</v>"}, "1.1.3 = 63"},
		{"a note in another cell", []string{"Kiểm tra CCHC", "Kiểm tra CCHC (mới)"}, "Kiểm tra CCHC (mới)"},
		{"a wider column", []string{`width="35.5"`, `width="45.5"`}, "bề rộng các cột đã đổi"},
		{"a higher row, which Excel makes by itself", []string{`ht="33"`, `ht="53"`}, ""},
		{"a formula with the same value", []string{"<v>62</v>", "<f>60+2</f><v>62</v>"}, "công thức ở ô D12"},
		{"the title of the file", []string{"<dc:title>", "<dc:title>Bản cuối – "}, "Bản cuối"},
		{"a name of their own", []string{"<definedNames>", "<definedNames><definedName name=\"tong\">'Phụ lục 2B'!$D$10</definedName>"}, "tên đặt cho ô hoặc vùng: tong"},
		{"a choice for a cell", []string{"</dataValidations>", `<dataValidation type="whole" sqref="D10"><formula1>0</formula1></dataValidation></dataValidations>`}, "điều kiện nhập"},
		{"a tab in colour", []string{"<sheetPr>", `<sheetPr><tabColor rgb="FFFF0000"/>`}, "màu thẻ"},
		{"larger letters", []string{`<sz val="12"/>`, `<sz val="15"/>`, `<sz val="12"/>`, `<sz val="15"/>`}, "cỡ chữ, canh lề hoặc đường kẻ"},
		{"other lines", []string{`<left style="thin">`, `<left style="thick">`}, "cỡ chữ, canh lề hoặc đường kẻ"},
		{"set to the right", slices.Repeat([]string{`<alignment horizontal="center"`, `<alignment horizontal="right"`}, 8), "cỡ chữ, canh lề hoặc đường kẻ"},
		{"a colour", []string{`<fill><patternFill patternType="gray125"/></fill>`, `<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill>`, `fillId="0" borderId="1"`, `fillId="1" borderId="1"`}, "ở ô A8 được nhấn mạnh hoặc tô màu"},
		{"turned paper", []string{`orientation="portrait"`, `orientation="landscape"`}, "khổ giấy"},
		{"a header", []string{"<firstHeader>", "<firstHeader>MẬT"}, "“MẬT”"},
		{"a column that is hidden", []string{`<col min="5" max="5"`, `<col hidden="1" min="5" max="5"`}, "có 1 cột ẩn"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			loss := work.Guard("a.xlsx", edited(t, file.Data, test.pairs...), annex, file, render.Options{})
			switch {
			case loss == nil && test.want != "":
				t.Error("nothing would be lost")
			case loss != nil && (test.want == "" || !strings.Contains(fmt.Sprint(loss.Edits), test.want)):
				t.Errorf("%q", loss.Edits)
			}
		})
	}
}

// A blank workbook that was filled in, with the lines above its table, reads without a doubt.
func TestBlankWorkbook(t *testing.T) {
	t.Parallel()
	work, _ := open()
	blank := model.Blank(work.Forms["phu-luc-2b-2021"])
	file := rendered(t, work, blank, render.XLSX, render.Options{})
	filled := edited(t, file.Data, ">CẢI CÁCH HÀNH CHÍNH …", ">CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2022", blank.Reference(), "(Kèm theo báo cáo số 12/BC-UBND ngày 05/4/2022 của UBND huyện Hương Khê)")
	d, err := workflow.ReadDocument("a.xlsx", filled)
	if err != nil {
		t.Fatal(err)
	}
	text, findings := work.Import(d, nil, match.Choice{})
	annex, _ := work.Read(diag.NewSource("a.toml", text))
	if annex == nil || len(findings) > 0 || annex.Report.Number != "12" || annex.Report.Period != "quy-1" || annex.Report.Year != 2022 {
		t.Errorf("%s\n%v", text, findings)
	}
}

// Findings of a workbook name its cells; an annex on a hidden sheet is looked for there.
func TestWorkbookPlaces(t *testing.T) {
	t.Parallel()
	work, _ := open()
	form := work.Forms["phu-luc-2b-2021"]
	sheet := typedSheet(form, map[string]string{"1.1.1": "chưa rõ", "1.1.2": "=3"})
	t.Run("the cell", func(t *testing.T) {
		t.Parallel()
		_, findings := work.Import(workbook(t, sheet), nil, match.Choice{})
		var printed bytes.Buffer
		if err := (diag.Printer{Width: 100}).Print(&printed, findings[0]); err != nil {
			t.Fatal(err)
		}
		if got := printed.String(); !strings.Contains(got, "go-tay.xlsx: trang tính “PL 2B”, ô D11: lỗi[so-lieu]") || !strings.Contains(got, "\n   11 | ") {
			t.Error(got)
		}
	})
	t.Run("a hidden sheet", func(t *testing.T) {
		t.Parallel()
		var file bytes.Buffer
		if err := (&xlsx.Book{Sheets: []*xlsx.Sheet{{Name: "a", Columns: make([]layout.Length, 1), Rows: []xlsx.Row{sheetRow("a")}}, sheet}}).Write(&file); err != nil {
			t.Fatal(err)
		}
		d, err := workflow.ReadDocument("a.xlsx", edited(t, file.Bytes(), `<sheet name="PL 2B"`, `<sheet state="hidden" name="PL 2B"`))
		if err != nil {
			t.Fatal(err)
		}
		text, findings := work.Import(d, nil, match.Choice{})
		if text != nil || len(findings) != 1 || !strings.Contains(findings[0].Message, "1 trang tính ẩn") {
			t.Error(findings)
		}
	})
}

// The first row of the form under another name is a row, and no part of the head.
func TestRenamedFirstRow(t *testing.T) {
	t.Parallel()
	work, _ := open()
	form := work.Forms["phu-luc-2b-2021"]
	sheet := typedSheet(form, map[string]string{"1.1.1": "=59"})
	for i, row := range sheet.Rows {
		if len(row.Cells) > 1 && len(row.Cells[1].Text) > 0 && row.Cells[1].Text[0].Text == form.Rows[0].Label[0] {
			sheet.Rows[i].Cells[1].Text = xlsx.Words("Tên khác hẳn của nhóm")
		}
	}
	text, findings := work.Import(workbook(t, sheet), nil, match.Choice{})
	if annex, _ := work.Read(diag.NewSource("a.toml", text)); annex == nil || annex.Figures["1.1.1"].Written() != "59" {
		t.Error(findings)
	}
	for _, f := range findings {
		if f.Rule == "cot" || f.Rule == "dau-phu-luc" {
			t.Error(f.Message)
		}
	}
	if len(findings) == 0 {
		t.Error("the name is not told")
	}
}
