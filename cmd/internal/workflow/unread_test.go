package workflow_test

import (
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/render"
)

// What a document says and cannot be read is not what it was before: the data file has it no
// more, and the finding says what there was.
func TestUnread(t *testing.T) {
	work, src := open()
	annex, _ := work.Read(src)
	file := rendered(t, work, annex, render.DOCX, render.Options{})
	const row = `XX</w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="4253" w:type="dxa"></w:tcW><w:vAlign w:val="center"></w:vAlign></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"></w:pStyle></w:pPr><w:r><w:t>`
	for _, test := range []struct {
		name, old, new string
		line           string // of the data file
		says           string
	}{
		{"words", ">59<", ">chưa rõ<", `"1.1.1"     = ""  `, "“chưa rõ” không phải số đếm; để trống; số cũ là 59"},
		{"a symbol", ">59<", `>59</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r><w:t> <`, `"1.1.1"     = ""  `, "để trống; số cũ là 59"},
		{"another row", strings.Replace(row, "XX", "1.1.1.</w:t>", 1) + "Số nhiệm vụ đề ra trong kế hoạch", strings.Replace(row, "XX", "9.9.</w:t>", 1) + "Chuyện khác hẳn", `"1.1.1"     = ""  `, "bảng thiếu 1 dòng của biểu mẫu: 1.1.1; để trống; số cũ là 59"},
		{"a date that is none", "02/12/2021", "31/02/2021", "# ngay = …", "ngày 31/02/2021 không có thật; để trống; ngay cũ là 2021-12-02"},
		{"a period that the form lacks", "CẢI CÁCH HÀNH CHÍNH NĂM 2021", "CẢI CÁCH HÀNH CHÍNH THÁNG 13 NĂM 2021", `ky = "thang-13"`, "ky cũ là nam, nam cũ là 2021"},
		{"no office", " của UBND huyện Hương Khê", "", `co_quan = ""`, "co_quan cũ là UBND huyện Hương Khê"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, err := workflow.ReadDocument("a.docx", edited(t, file.Data, "<Application>phuluc2b</Application>", byWord, test.old, test.new))
			if err != nil {
				t.Fatal(err)
			}
			text, findings := work.Import(d, nil, match.Choice{})
			if !strings.Contains(strings.Join(strings.Fields(string(text)), " "), strings.Join(strings.Fields(test.line), " ")) {
				t.Errorf("%s", text[:1200])
			}
			told := 0
			for _, f := range findings {
				if strings.Contains(f.Message, test.says) {
					told++
				}
			}
			if told != 1 {
				t.Errorf("%+v", findings)
			}
		})
	}
}

// A form of the same name with other rows is not the one that the document was made from.
func TestOtherRows(t *testing.T) {
	form := string(repositoryFile(t, "examples/bieu-mau-xa.toml"))
	work, _ := workflow.Open(family(t), diag.NewSource("bieu-mau-xa.toml", []byte(form)))
	annex, findings := work.Read(diag.NewSource("xa.toml", repositoryFile(t, "examples/xa-son-giang.toml")))
	if annex == nil {
		t.Fatal(findings)
	}
	label := strings.Join(annex.Form.Rows[1].Label, " ")
	other, findings := workflow.Open(family(t), diag.NewSource("khac.toml", []byte(strings.Replace(form, label, "Số việc khác", 1))))
	if other == nil {
		t.Fatal(findings)
	}
	d, err := workflow.ReadDocument("a.docx", rendered(t, work, annex, render.DOCX, render.Options{}).Data)
	if err != nil {
		t.Fatal(err)
	}
	if text, findings := other.Import(d, other.Own, match.Choice{}); text != nil || len(findings) != 1 || !strings.Contains(findings[0].Message, "trong biểu mẫu là “Số việc khác”") {
		t.Errorf("%s %+v", text, findings)
	}
	thousands, findings := workflow.Open(family(t), diag.NewSource("nghin.toml", []byte(strings.Replace(form, `don_vi = "Hồ sơ"`, `don_vi = "Nghìn hồ sơ"`, 1))))
	if thousands == nil {
		t.Fatal(findings)
	}
	if text, findings := thousands.Import(d, thousands.Own, match.Choice{}); text != nil || len(findings) != 1 || !strings.Contains(findings[0].Message, "tính bằng “Hồ sơ”, trong biểu mẫu là “Nghìn hồ sơ”") {
		t.Errorf("%s %+v", text, findings)
	}
	if text, findings := work.Import(d, work.Own, match.Choice{}); text == nil || len(findings) > 0 {
		t.Error(findings)
	}
}
