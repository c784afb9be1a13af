package workflow_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
)

// typed is an annex as people type it: five columns, a head of one row, every row that takes a
// figure with one of its own.
type typed struct {
	form    *model.Form
	heading []string
	head    []string
	cells   map[string][]string // XML of the cells of a row, by its ID, where it is not the usual
	figures map[string]string
	leave   func(model.Row) bool // rows that are left out
}

func newTyped(t *testing.T) (*workflow.Workspace, *typed) {
	work, _ := open()
	form := work.Forms["phu-luc-2b-2021"]
	d := &typed{form: form, cells: map[string][]string{}, figures: map[string]string{},
		heading: []string{"Phụ lục 2B", "THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC", "CẢI CÁCH HÀNH CHÍNH NĂM 2021",
			"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND huyện Hương Khê)"},
		head: []string{"STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"}}
	for i, r := range form.Rows {
		if r.Kind == model.KindCount {
			d.figures[r.ID] = fmt.Sprint(1000 + i)
		}
	}
	return work, d
}

func esc(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s))
	return b.String()
}

// wp is a paragraph of text, wc a cell of such.
func wp(s string) string { return "<w:p><w:r><w:t>" + esc(s) + "</w:t></w:r></w:p>" }

func wc(content string) string { return "<w:tc>" + content + "</w:tc>" }

func texts(cells ...string) []string {
	for i := range cells {
		cells[i] = wc(wp(cells[i]))
	}
	return cells
}

func wtr(cells []string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

// row is the cells of a row.
func (d *typed) row(r model.Row) []string {
	if cells := d.cells[r.ID]; cells != nil {
		return cells
	}
	return texts(r.Number+r.Block, strings.Join(r.Label, " "), strings.Join(r.Unit, " "), d.figures[r.ID], "")
}

// figure puts the XML of a cell in the place of a row's figure.
func (d *typed) figure(id, cell string) {
	r := d.form.Rows[d.form.RowIndex()[id]]
	d.cells[id] = slices.Insert(texts(r.Number+r.Block, strings.Join(r.Label, " "), strings.Join(r.Unit, " "), ""), 3, wc(cell))
}

func (d *typed) rows(from, to int) string {
	rows := ""
	for _, r := range d.form.Rows[from:to] {
		if d.leave == nil || !d.leave(r) {
			rows += wtr(d.row(r))
		}
	}
	return rows
}

func (d *typed) table() string {
	return "<w:tbl>" + wtr(texts(slices.Clone(d.head)...)) + d.rows(0, len(d.form.Rows)) + "</w:tbl>"
}

func (d *typed) body() string {
	body := ""
	for _, line := range d.heading {
		body += wp(line)
	}
	return body + d.table()
}

// document is a DOCX with that body.
func document(t *testing.T, body string) *workflow.Document {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"_rels/.rels": `<Relationships><Relationship Type="http://x/officeDocument" Target="a.xml"/></Relationships>`,
		"a.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:v"><w:body>` +
			body + `</w:body></w:document>`,
	} {
		w, err := archive.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	d, err := workflow.ReadDocument("a.docx", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// want says what becomes of a document: every figure of the typed annex is taken, but for
// those of the rows that are named, each with what is taken and the rule of the finding that
// names it; refused is the rule with which the whole is refused.
type want struct {
	rows    map[string][2]string // figure, rule
	refused string
	rules   []string // of findings about the whole document
}

func TestTypedDocuments(t *testing.T) {
	const other = "TỔNG HỢP DANH SÁCH"
	run := func(properties, text string) string {
		return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + esc(text) + "</w:t></w:r>"
	}
	boxed := func(content string) string {
		return "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + content + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
	}
	tests := []struct {
		name   string
		change func(d *typed) (body string)
		choice match.Choice
		want   want
	}{
		{"as it is", func(d *typed) string { return d.body() }, match.Choice{}, want{}},
		{"period before on the left", func(d *typed) string {
			return d.beside(t, 3, "Số liệu kỳ trước")
		}, match.Choice{}, want{rules: []string{"cot-la"}}},
		{"two years", func(d *typed) string {
			d.head[3] = "Năm 2021"
			return d.beside(t, 3, "Năm 2020")
		}, match.Choice{}, want{refused: "cot"}},
		{"the year that was chosen", func(d *typed) string {
			d.head[3] = "Năm 2021"
			return d.beside(t, 3, "Năm 2020")
		}, match.Choice{Column: "Năm 2021"}, want{rules: []string{"cot-la"}}},
		{"two heads of figures", func(d *typed) string { return d.beside(t, 3, "Số liệu") }, match.Choice{}, want{refused: "cot"}},
		{"no head", func(d *typed) string {
			return strings.Replace(d.body(), wtr(texts(slices.Clone(d.head)...)), "", 1)
		}, match.Choice{}, want{refused: "cot"}},
		{"the plan alone", func(d *typed) string {
			d.head[3] = "Kế hoạch"
			return d.body()
		}, match.Choice{}, want{refused: "cot"}},
		{"a usual head under the year before", func(d *typed) string {
			d.head[3] = "Năm nay"
			body := d.beside(t, 3, "Năm trước")
			head := wtr(texts(slices.Clone(d.head)...))
			return strings.Replace(body, head, head+wtr(texts("", "", "", "Số liệu", "Thực hiện", "")), 1)
		}, match.Choice{}, want{refused: "cot"}},
		{"the year before on the second line of a head", func(d *typed) string {
			d.head[3] = "Thực hiện năm nay"
			return strings.Replace(d.beside(t, 3, "Số liệu năm trước"), "Số liệu năm trước", "Số liệu</w:t></w:r></w:p><w:p><w:r><w:t>năm trước", 1)
		}, match.Choice{}, want{refused: "cot"}},
		{"columns in another order", func(d *typed) string {
			d.head = []string{"Số liệu", "STT", "Ghi chú", "Chỉ tiêu", "ĐVT"}
			for _, r := range d.form.Rows {
				d.cells[r.ID] = texts(d.figures[r.ID], r.Number+r.Block, "", strings.Join(r.Label, " "), strings.Join(r.Unit, " "))
			}
			return d.body()
		}, match.Choice{}, want{}},
		{"in three tables", func(d *typed) string {
			head, n := wtr(texts(slices.Clone(d.head)...)), len(d.form.Rows)
			body := ""
			for _, line := range d.heading {
				body += wp(line)
			}
			return body + "<w:tbl>" + head + d.rows(0, 40) + "</w:tbl>" + wp("") + "<w:tbl>" + d.rows(40, 90) + "</w:tbl>" + wp("tiếp") + "<w:tbl>" + head + d.rows(90, n) + "</w:tbl>"
		}, match.Choice{}, want{}},
		{"in a table that lays out the page", func(d *typed) string { return "<w:tbl>" + wtr([]string{wc(d.body() + "<w:p/>")}) + "</w:tbl>" }, match.Choice{}, want{}},
		{"in a text box", func(d *typed) string { return boxed(d.body()) }, match.Choice{}, want{}},
		{"beside a larger table", func(d *typed) string {
			rows := wtr(texts("TT", other, "Chức vụ"))
			for i := range 400 {
				rows += wtr(texts(fmt.Sprint(i), "Nguyễn Văn A", "Chuyên viên"))
			}
			return "<w:tbl>" + rows + "</w:tbl>" + d.body()
		}, match.Choice{}, want{}},
		{"an empty form before", func(d *typed) string {
			filled := d.body()
			d.figures = nil
			return d.body() + wp("") + filled
		}, match.Choice{}, want{refused: "nhieu-phu-luc"}},
		{"the second one was chosen", func(d *typed) string {
			filled, figures := d.body(), d.figures
			d.figures = nil
			empty := d.body()
			d.figures = figures
			return empty + wp("") + filled
		}, match.Choice{Table: 2}, want{}},
		{"marks of notes, struck and hidden text", func(d *typed) string {
			d.figure("1.1.1", "<w:p>"+run("", "1185")+run(`<w:vertAlign w:val="superscript"/>`, "1")+"</w:p>")
			d.figure("1.1.2", "<w:p>"+run("<w:strike/>", "1185")+run("", "8001")+"</w:p>")
			d.figure("1.1.3", "<w:p>"+run("<w:vanish/>", "8001")+run("", "999")+"</w:p>")
			d.figure("1.2.1", wp("57²"))
			return d.body()
		}, match.Choice{}, want{rows: map[string][2]string{"1.1.1": {"1185", "chi-so-tren"}, "1.1.2": {"8001", ""}, "1.1.3": {"999", ""}, "1.2.1": {"57", "chi-so-tren"}}}},
		{"what is no text", func(d *typed) string {
			d.figure("1.1.1", boxed(wp("1185")))
			d.figure("1.1.2", "<w:p><m:oMath><m:r><m:t>57</m:t></m:r></m:oMath></w:p>")
			d.figure("1.1.3", "<w:p><m:oMath><m:f><m:num/></m:f></m:oMath></w:p>")
			d.figure("1.2.1", `<w:p><w:r><w:sym w:font="Symbol" w:char="F037"/></w:r></w:p>`)
			d.figure("1.2.2", `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+run("", "Chọn")+`</w:sdtContent></w:sdt></w:p>`)
			d.figure("1.2.3", "<w:p><w:r><w:drawing/></w:r></w:p>")
			return d.body()
		}, match.Choice{}, want{rows: map[string][2]string{"1.1.1": {"1185", ""}, "1.1.2": {"57", ""}, "1.1.3": {"", "khong-phai-chu"},
			"1.2.1": {"", "khong-phai-chu"}, "1.2.2": {"", "khong-phai-chu"}, "1.2.3": {"", "khong-phai-chu"}}}},
		{"labels that differ in a digit, after rows were cut", func(d *typed) string {
			d.leave = func(r model.Row) bool { return r.ID == "7.1.8.1" }
			return d.body()
		}, match.Choice{}, want{rows: map[string][2]string{"7.1.8.1": {"", "dong-thieu"}}}},
		{"a row twice", func(d *typed) string {
			r := d.form.Rows[d.form.RowIndex()["1.1.2"]]
			d.cells["1.1.3"] = append(texts(r.Number, r.Label[0], "", "5", ""), []string{}...)
			return d.body()
		}, match.Choice{}, want{rows: map[string][2]string{"1.1.2": {"", "dong-trung"}, "1.1.3": {"", "dong-thieu"}}}},
		{"unit and figure", func(d *typed) string {
			d.cells["1.1.1"] = texts("1.1.1.", "Số nhiệm vụ đề ra trong kế hoạch", "Nhiệm vụ", "59 nhiệm vụ", "")
			d.cells["1.1.2"] = texts("1.1.2", "Số nhiệm vụ đã hoàn thành", "57 nhiệm vụ", "", "")
			d.cells["1.1.3"] = texts("1.1.3", "Số văn bản chỉ đạo CCHC đã ban hành", "62", "Văn bản", "")
			d.cells["1.2.1"] = texts("1.1.1.", "Số phòng, ban, đơn vị trực thuộc đã kiểm tra", "Cơ quan, đơn vị", "7 người", "")
			return d.body()
		}, match.Choice{}, want{rows: map[string][2]string{"1.1.1": {"59", ""}, "1.1.2": {"57", ""}, "1.1.3": {"62", ""}, "1.2.1": {"", "so-lieu"}}}},
		{"numbers that are none", func(d *typed) string {
			d.figures["1.1.1"], d.figures["1.1.2"], d.figures["1.1.3"], d.figures["1.2.1"] = "năm chín", "-", "1O5", "1,050"
			return d.body()
		}, match.Choice{}, want{rows: map[string][2]string{"1.1.1": {"", "so-lieu"}, "1.1.2": {"", "so-lieu"}, "1.1.3": {"", "so-lieu"}, "1.2.1": {"1,050", "E20"}}}},
		{"old fonts", func(d *typed) string {
			d.cells["1.1.1"] = []string{wc(wp("1.1.1.")), wc("<w:p>" + run(`<w:rFonts w:ascii=".VnTime"/>`, "Sè nhiÖm vô ®Ò ra trong kÕ ho¹ch") + "</w:p>"),
				wc("<w:p>" + run(`<w:rFonts w:ascii="VNI-Times"/>`, "Nhieäm vuï") + "</w:p>"), wc(wp("59")), wc(wp(""))}
			return d.body()
		}, match.Choice{}, want{rows: map[string][2]string{"1.1.1": {"59", ""}}}},
		{"figures in thousands, by the head", func(d *typed) string {
			d.head[3] = "Số liệu (nghìn)"
			return d.body()
		}, match.Choice{}, want{rules: []string{"don-vi"}}},
		{"figures in millions, by a line above", func(d *typed) string {
			d.heading = append(d.heading, "Đơn vị tính: triệu đồng")
			return d.body()
		}, match.Choice{}, want{rules: []string{"don-vi"}}},
		{"figures in hundreds, by the unit", func(d *typed) string {
			d.cells["1.1.2"] = texts("1.1.2", "Số nhiệm vụ đã hoàn thành", "trăm nhiệm vụ", d.figures["1.1.2"], "")
			return d.body()
		}, match.Choice{}, want{rules: []string{"don-vi"}}},
		{"a figure in place of the STT", func(d *typed) string {
			d.cells["1.1.2"] = texts("98", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "", "")
			return d.body()
		}, match.Choice{}, want{rows: map[string][2]string{"1.1.2": {"", "so-lieu"}}}},
		{"a figure behind the label", func(d *typed) string {
			d.cells["1.1.2"] = texts("", "1.1.2. Số nhiệm vụ đã hoàn thành: 98", "", "", "")
			return d.body()
		}, match.Choice{}, want{rows: map[string][2]string{"1.1.2": {"", "dong-thieu"}}, rules: []string{"dong-la"}}},
		{"a cell too many", func(d *typed) string {
			d.cells["1.1.1"] = texts("1.1.1.", "Số nhiệm vụ đề ra trong kế hoạch", "Nhiệm vụ", "12", "15", "")
			return d.body()
		}, match.Choice{}, want{rows: map[string][2]string{"1.1.1": {"", "o-gop"}}}},
		{"no note column", func(d *typed) string {
			d.head = d.head[:4]
			for _, r := range d.form.Rows {
				d.cells[r.ID] = d.row(r)[:4]
			}
			return d.body()
		}, match.Choice{}, want{}},
		{"another form", func(d *typed) string {
			return wp("PHỤ LỤC") + "<w:tbl>" + wtr(texts("STT", "Nội dung", "Đơn vị", "Kết quả")) + wtr(texts("1", "Hồ sơ tiếp nhận", "Hồ sơ", "1050")) + wtr(texts("2", "Kiểm tra CCHC", "", "3")) + wtr(texts("3", "Hồ sơ khác", "", "3")) + "</w:tbl>"
		}, match.Choice{}, want{refused: "mau-khong-ro"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			work, d := newTyped(t)
			figures := d.figures
			doc := document(t, test.change(d))
			text, findings := work.Import(doc, nil, test.choice)
			if test.want.refused != "" {
				if text != nil || len(findings) != 1 || findings[0].Rule != test.want.refused {
					t.Fatalf("%d bytes, %v", len(text), rulesOf(findings))
				}
				return
			}
			annex, faults := work.Read(diag.NewSource("a.toml", text))
			if annex == nil {
				t.Fatalf("%v\n%s", faults[0].Message, text)
			}
			test.want.check(t, d.form, annex, figures, findings)
		})
	}
}

func rulesOf(findings diag.List) []string {
	var rules []string
	for _, f := range findings {
		rules = append(rules, f.Rule+": "+f.Message)
	}
	return rules
}

func (w want) check(t *testing.T, form *model.Form, annex *model.Annex, figures map[string]string, findings diag.List) {
	t.Helper()
	told := map[string]string{}
	for _, f := range findings {
		for id := range w.rows {
			if strings.Contains(" "+strings.NewReplacer(":", " ", ",", " ").Replace(f.Message)+" ", " "+id+" ") {
				told[id] = f.Rule
			}
		}
		if f.Severity == diag.Fault && !slices.Contains(w.rules, f.Rule) && !slices.ContainsFunc(slices.Collect(func(yield func(string) bool) {
			for _, r := range w.rows {
				if !yield(r[1]) {
					return
				}
			}
		}), func(rule string) bool { return rule == f.Rule }) {
			t.Errorf("%s: %s", f.Rule, f.Message)
		}
	}
	for _, r := range form.Rows {
		expected := figures[r.ID]
		if row, ok := w.rows[r.ID]; ok {
			expected = row[0]
			if told[r.ID] != row[1] {
				t.Errorf("%s is told by %q, want %q; %v", r.ID, told[r.ID], row[1], rulesOf(findings))
			}
		}
		if got := annex.Figures[r.ID].Written(); got != expected {
			t.Errorf("%s is %q, want %q", r.ID, got, expected)
		}
	}
	if r := annex.Report; r.Number != "476" || r.Symbol != "BC-UBND" || r.Issuer != "UBND huyện Hương Khê" || r.Year != 2021 {
		t.Errorf("%+v", r)
	}
}

// beside puts a column of other figures before the column at a place.
func (d *typed) beside(t *testing.T, place int, head string) string {
	t.Helper()
	d.head = slices.Insert(d.head, place, head)
	for i, r := range d.form.Rows {
		d.cells[r.ID] = slices.Insert(d.row(r), place, wc(wp(fmt.Sprint(5000+i))))
	}
	return d.body()
}
