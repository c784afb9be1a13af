package workflow_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/fonts"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/render"
)

// The form of the filed annex comes out of its own document, bare or not, and out of a plain
// typed table; the document's figures come with it.
func TestFormOfTheFiledAnnex(t *testing.T) {
	work, src := open()
	annex, _ := work.Read(src)
	made := func(options render.Options) *workflow.Document {
		files, err := work.Render(annex, []render.Format{render.DOCX}, options, workflow.Comparison{})
		if err != nil {
			t.Fatal(err)
		}
		d, err := workflow.ReadDocument("huong-khe-2021.docx", files.Files[0].Data)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	_, plain := newTyped(t)
	plain.figures = map[string]string{}
	_, filled := newTyped(t)
	_, lined := newTyped(t)
	for _, r := range annex.Form.Rows {
		lined.cells[r.ID] = []string{wc(wp(r.Number + r.Block)), wc(wlines(r.Label)), wc(wlines(r.Unit)), wc(wlines(annex.Figures[r.ID].Printed())), wc(wp(annex.Figures[r.ID].Note))}
	}
	for _, test := range []struct {
		name     string
		document *workflow.Document
		alike    int  // kinds that are told right
		same     bool // the figures are those of the annex
	}{
		{"its own document", made(render.Options{}), 142, true},
		{"without data", made(render.Options{NoSource: true}), 142, true},
		{"typed, blank", document(t, plain.body()), 138, false},
		{"typed, counts alone", document(t, filled.body()), 138, false},
		{"in a table that lays out the page", document(t, "<w:tbl>"+wtr([]string{wc(plain.body() + "<w:p/>")})+"</w:tbl>"), 138, false},
		{"typed line by line", document(t, lined.body()), 142, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			drafted, findings := work.Form(test.document, workflow.FormOrder{ID: "thu", Data: true})
			form := readDraft(t, drafted, findings)
			checkRows(t, form, annex.Form, drafted.Form, test.alike)
			own, faults := workflow.Open(family(t), form.Source)
			if own == nil {
				t.Fatal(faults)
			}
			again, faults := own.Read(diag.NewSource("thu-so-lieu.toml", drafted.Data))
			if again == nil {
				t.Fatal(rulesOf(faults), string(drafted.Data))
			}
			if again.Reference() != annex.Reference() || !slices.Equal(again.TitleLines(), annex.TitleLines()) || !slices.Equal(form.Label, annex.Form.Label) {
				t.Errorf("%q %q %q", again.Reference(), again.TitleLines(), form.Label)
			}
			if test.same {
				sameCells(t, own, again, work, annex)
			}
		})
	}
}

// A blank annex gives its form too, whoever saved it.
func TestFormOfTheBlankAnnex(t *testing.T) {
	work, _ := open()
	form := work.Forms["phu-luc-2b-2021"]
	made, err := work.Render(model.Blank(form), []render.Format{render.DOCX}, render.Options{}, workflow.Comparison{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := workflow.ReadDocument("phu-luc-2b.docx", made.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	drafted, findings := work.Form(d, workflow.FormOrder{ID: form.ID})
	got := readDraft(t, drafted, findings)
	checkRows(t, got, form, drafted.Form, 138)
	if got.ID != form.ID+"-rieng" || !slices.Equal(got.Title, form.Title) || got.Reference != form.Reference {
		t.Errorf("%q %q %q", got.ID, got.Title, got.Reference)
	}
}

func family(t testing.TB) *fonts.Family {
	t.Helper()
	f, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func wlines(lines []string) string {
	text := ""
	for _, line := range lines {
		text += wp(line)
	}
	if text == "" {
		return wp("")
	}
	return text
}

// readDraft is the form of a draft, which must read without faults.
func readDraft(t *testing.T, drafted *workflow.Drafted, findings diag.List) *model.Form {
	t.Helper()
	if drafted == nil {
		t.Fatal(rulesOf(findings))
	}
	for _, f := range findings {
		if f.Severity == diag.Fault {
			t.Errorf("%s: %s", f.Rule, f.Message)
		}
	}
	work, faults := workflow.Open(family(t), diag.NewSource("thu.toml", drafted.Form))
	if work == nil {
		t.Fatalf("%v\n%s", rulesOf(faults), drafted.Form)
	}
	return work.Own
}

// checkRows compares rows with those of a form. A kind may differ where the row is marked.
func checkRows(t *testing.T, got, want *model.Form, text []byte, alike int) {
	t.Helper()
	if len(got.Rows) != len(want.Rows) {
		t.Fatalf("%d rows, want %d\n%s", len(got.Rows), len(want.Rows), text)
	}
	same := 0
	for i, w := range want.Rows {
		g := got.Rows[i]
		if g.ID != w.ID || g.Number != w.Number || g.Block != w.Block || inWords(g.Label) != inWords(w.Label) || inWords(g.Unit) != inWords(w.Unit) {
			t.Errorf("%+v\nwant %+v", g, w)
		}
		marked := strings.Contains(string(g.Place.Source.Line(g.Place.Position().Line)), "# xem lại:")
		switch {
		case g.Kind == w.Kind && slices.Equal(g.Codes, w.Codes):
			same++
		case marked:
			t.Logf("%s is %s, not %s", g.ID, g.Kind, w.Kind)
		default:
			t.Errorf("%s is %s, want %s, and is not marked", g.ID, g.Kind, w.Kind)
		}
	}
	if same < alike {
		t.Errorf("%d kinds are right, want %d", same, alike)
	}
}

func inWords(lines []string) string {
	return strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
}

// sameCells compares the tables of two annexes cell by cell, as a reader finds them in the DOCX.
func sameCells(t *testing.T, a *workflow.Workspace, one *model.Annex, b *workflow.Workspace, two *model.Annex) {
	t.Helper()
	got, want := tableText(t, a, one), tableText(t, b, two)
	if got[0] != want[0] { // a typed table has one row of heads
		isHead := func(line string) bool { return line[0] == '-' }
		got, want = slices.DeleteFunc(got, isHead), slices.DeleteFunc(want, isHead)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}

func tableText(t *testing.T, work *workflow.Workspace, annex *model.Annex) []string {
	t.Helper()
	made, err := work.Render(annex, []render.Format{render.DOCX}, render.Options{}, workflow.Comparison{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := workflow.ReadDocument("a.docx", made.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	table := d.Tables[0]
	for i, row := range table.Rows {
		for j, c := range row.Cells {
			if c.Owns(i, j) {
				text = append(text, fmt.Sprintf("%d,%d %dx%d %q", i-table.Head, j, c.RowSpan, c.ColumnSpan, c.Text()))
			}
		}
	}
	return text
}

// Nothing of a document goes unsaid: other annexes, tables, text around and between, columns and
// cells that no form has, what is no text.
func TestFormSaysWhatItLeavesOut(t *testing.T) {
	work, _ := open()
	letter := `| UBND TỈNH // SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
		Kính gửi: UBND các xã
		`
	first := `Phụ lục I
		SỐ LIỆU VỀ TIẾP DÂN NĂM 2026
		Đơn vị tính: lượt
		| STT | Nội dung | Số lượng | Tỷ lệ % | Ghi chú |
		| (1) | (2) | (3) | (4) | (5) |
		| I. TIẾP DÂN | < | < | < | < |
		| 1 | Tiếp thường xuyên | 5 | | |
		| | | | | |
		| 2 | Tiếp định kỳ | 7 | | đã có |
		Nơi nhận: như trên
		`
	second := `Phụ lục II
		SỐ LIỆU VỀ ĐƠN THƯ NĂM 2026
		| STT | Nội dung | Số lượng | Tỷ lệ % | Ghi chú |
		| 1 | Đơn khiếu nại | | | |
		Chữ ở giữa
		| 2 | Đơn tố cáo | | | |`
	d := sketched(t, letter+first+second)
	said := func(order workflow.FormOrder, wanted ...string) *workflow.Drafted {
		t.Helper()
		drafted, findings := work.Form(d, order)
		all := strings.Join(rulesOf(findings), "\n")
		for _, want := range wanted {
			if !strings.Contains(all, want) {
				t.Errorf("nothing says %q:\n%s", want, all)
			}
		}
		return drafted
	}
	if said(workflow.FormOrder{ID: "thu"}, "nhieu-phu-luc: văn bản có 2 phụ lục: bảng 2: “Phụ lục I”, 4 dòng; bảng 3: “Phụ lục II”, 2 dòng") != nil {
		t.Error("one of two annexes was taken")
	}
	if said(workflow.FormOrder{ID: "thu", Table: 1}, "khong-co-bang: bảng 1 không phải bảng của một phụ lục") != nil {
		t.Error("a letterhead was taken")
	}
	said(workflow.FormOrder{ID: "thu", Table: 2}, "bảng 1 (UBND TỈNH", "“Kính gửi: UBND các xã”", "“Nơi nhận: như trên”", "“Đơn vị tính: lượt”", "hàng đánh số cột được in ở cuối đầu cột: (1) (2)",
		"bỏ 1 dòng trống", "dòng 1: ô gộp qua nhiều cột", "cột “Tỷ lệ %” là cột chữ cố định", "2 dòng của bảng có số liệu, 1 dòng có ghi chú", "kem_theo: văn bản không có dòng")
	if drafted := said(workflow.FormOrder{ID: "thu", Table: 2, Data: true}); !strings.Contains(string(drafted.Data), `"1.2" = { so_lieu = 7, ghi_chu = "đã có" }`) {
		t.Errorf("%s", drafted.Data)
	}
	drafted := said(workflow.FormOrder{ID: "thu", Table: 4}, "phụ lục nằm trong 2 bảng", "1 dòng chữ ở giữa các bảng của phụ lục không thuộc biểu mẫu: “Chữ ở giữa”")
	if form := readDraft(t, drafted, nil); len(form.Rows) != 2 || form.Rows[1].Number != "2" {
		t.Errorf("%+v", form.Rows)
	}
}

// What may have been understood otherwise is told.
func TestFormDoubts(t *testing.T) {
	work, _ := open()
	const table = "| STT | Nội dung | Đơn vị tính | Kỳ trước | Số liệu |\n| 1 | Số dự án | Dự án | 812 | %s |\n| %s | Số hộ | Hộ | | 3 |"
	for _, test := range []struct {
		name, title, reference, figure, number string
		want                                   string
	}{
		{"two periods", "KẾT QUẢ 6 THÁNG ĐẦU NĂM, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2026", "của UBND xã A)", "5", "2", "tên phụ lục còn nói đến “6 THÁNG ĐẦU NĂM”"},
		{"a resolution's year", "NGHỊ QUYẾT SỐ 76/NQ-CP NĂM 2021", "của UBND xã A)", "5", "2", "có thể là năm của văn bản được dẫn"},
		{"text behind the bracket", "SỐ LIỆU NĂM 2026", "của UBND xã A) Mật", "5", "2", "sau dấu ngoặc còn có chữ: “Mật”"},
		{"half a count", "SỐ LIỆU NĂM 2026", "của UBND xã A)", "12,5", "2", "dòng 1: số liệu “12,5” không phải số đếm"},
		{"an odd STT", "SỐ LIỆU NĂM 2026", "của UBND xã A)", "5", "O2", "STT “O2” coi là chữ của ô gộp"},
		{"the period before", "SỐ LIỆU NĂM 2026", "của UBND xã A)", "5", "2", "1 số liệu của cột kỳ trước không lấy"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := sketched(t, "Phụ lục I\n"+test.title+"\n(Kèm theo báo cáo số 4/BC-UBND ngày 01/02/2026 "+test.reference+"\n"+fmt.Sprintf(table, test.figure, test.number))
			_, findings := work.Form(d, workflow.FormOrder{ID: "thu"})
			if all := strings.Join(rulesOf(findings), "\n"); !strings.Contains(all, test.want) {
				t.Errorf("nothing says %q:\n%s", test.want, all)
			}
		})
	}
}

// A plan is no result: when nothing else can be the figures, that is doubted.
func TestFormOfAPlan(t *testing.T) {
	work, _ := open()
	d := sketched(t, "Phụ lục I\nSỐ LIỆU NĂM 2022\n| STT | Nội dung | Đơn vị tính | Thực hiện 2021 | Kế hoạch 2022 |\n| 1 | Số dự án | Dự án | 812 | 7 |\n| 2 | Số hộ | Hộ | 5 | 3 |")
	_, findings := work.Form(d, workflow.FormOrder{ID: "thu"})
	if all := strings.Join(rulesOf(findings), "\n"); !strings.Contains(all, "cột so_lieu: có nhiều cột có thể là số liệu của kỳ") {
		t.Error(all)
	}
}

// A rule that a filled-in document breaks is not suggested; a percentage beyond 100 is let be.
func TestFormSeen(t *testing.T) {
	work, _ := open()
	sketch := `Phụ lục I
		SỐ LIỆU VỀ HỒ SƠ NĂM 2026
		(Kèm theo báo cáo số 1/BC-UBND ngày 01/02/2026 của UBND xã A)
		| STT | Nội dung | Đơn vị tính | Số liệu |
		| 1 | Tổng số hồ sơ | Hồ sơ | %s |
		| 1.1 | Trực tuyến | Hồ sơ | %s |
		| 1.2 | Trực tiếp | Hồ sơ | %s |
		| 2 | Tỷ lệ tăng | %% | %s |`
	filled := func(figures ...any) *workflow.Document { return sketched(t, fmt.Sprintf(sketch, figures...)) }
	blank := filled("", "", "", "")
	const rule = `# { ten = "W101", muc = "canh_bao", loai = "bang", dong = ["1"], so_voi = ["1.1", "1.2"]`
	for _, test := range []struct {
		name      string
		seen      []*workflow.Document
		suggested bool
		told      string
	}{
		{"none", nil, true, ""},
		{"one that keeps it", []*workflow.Document{filled("7", "3", "4", "120")}, true, ""},
		{"one that breaks it", []*workflow.Document{filled("7", "3", "4", "50"), filled("7", "3", "5", "")}, false, "trái với 1 quy tắc định gợi ý, nên bỏ: 1 = 1.1 + 1.2"},
		{"one of another form", []*workflow.Document{sketched(t, "Không có bảng")}, true, "không đọc được"},
	} {
		t.Run(test.name, func(t *testing.T) {
			drafted, findings := work.Form(blank, workflow.FormOrder{ID: "thu", Seen: test.seen})
			if got := strings.Contains(string(drafted.Form), rule); got != test.suggested {
				t.Errorf("suggested: %v\n%s", got, drafted.Form)
			}
			if all := strings.Join(rulesOf(findings), "\n"); test.told != "" && !strings.Contains(all, test.told) {
				t.Errorf("nothing says %q:\n%s", test.told, all)
			}
			if strings.Contains(string(drafted.Form), `qua_100 = ["2"]`) != (test.name == "one that keeps it") {
				t.Error(string(drafted.Form))
			}
		})
	}
}

// A column without a head gets one in the form, and the document still reads by that form.
func TestFormOfAColumnWithoutAHead(t *testing.T) {
	d := sketched(t, `Phụ lục I
		TỔNG HỢP SỐ LIỆU NĂM 2026
		(Kèm theo báo cáo số 4/BC-UBND ngày 01/02/2026 của UBND xã Kim)
		| STT | Chỉ tiêu | Đơn vị tính | Số liệu | |
		| 1 | Hồ sơ tiếp nhận | Hồ sơ | 120 | 01 |
		| 2 | Hồ sơ giải quyết | Hồ sơ | 114 | 02 |`)
	work, _ := open()
	drafted, findings := work.Form(d, workflow.FormOrder{ID: "thu"})
	form := readDraft(t, drafted, findings)
	if last := form.Columns[4]; last.Role != model.RoleFixed || !slices.Equal(last.Head, []string{"Cột khác"}) {
		t.Errorf("%v", last)
	}
	if !strings.Contains(string(drafted.Form), "# xem lại: văn bản để trống đầu cột") {
		t.Errorf("%s", drafted.Form)
	}
	text, findings := work.Import(d, form, match.Choice{})
	if len(findings) > 0 || !strings.Contains(string(text), `"2" = 114`) {
		t.Errorf("%v\n%s", rulesOf(findings), text)
	}
}
