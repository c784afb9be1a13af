package workflow_test

import (
	"bytes"
	"os"
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

const wideForm, wideData = "render/layout/testdata/bieu-mau-ngang.toml", "render/layout/testdata/so-lieu-ngang.toml"

// repositoryFile is a file of the repository.
func repositoryFile(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile("../../../" + name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// openOwn is a workspace with a form, and a data file of it that has no faults.
func openOwn(t *testing.T, form, data []byte) (*workflow.Workspace, *model.Annex) {
	t.Helper()
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	work, findings := workflow.Open(family, diag.NewSource("bieu-mau.toml", form))
	if work == nil {
		t.Fatal(findings[0].Message)
	}
	annex, findings := work.Read(diag.NewSource("so-lieu.toml", data))
	if annex == nil {
		t.Fatal(findings[0].Message)
	}
	return work, annex
}

// imported is what a DOCX gives with what it carries, in a workspace that does not know its
// form.
func imported(t *testing.T, file []byte, form *model.Form) (string, diag.List) {
	t.Helper()
	work, _ := open()
	d, err := workflow.ReadDocument("a.docx", file)
	if err != nil {
		t.Fatal(err)
	}
	text, findings := work.Import(d, form, match.Choice{})
	return string(text), findings
}

// names are the rules of findings.
func names(findings diag.List) []string {
	var all []string
	for _, f := range findings {
		all = append(all, f.Rule)
	}
	return all
}

// A turned page, columns of the form's own and a label of two lines are read back as they were
// made, and what a colleague changes there is told.
func TestOwnFormReadBack(t *testing.T) {
	form, data := repositoryFile(t, wideForm), repositoryFile(t, wideData)
	work, annex := openOwn(t, form, data)
	file := rendered(t, work, annex, render.DOCX, render.Options{}).Data
	for _, test := range []struct {
		name  string
		edits []string
		want  string   // of the data file; "" for all as it was
		rules []string // of the findings
	}{
		{name: "as it was"},
		{"a figure", []string{">9.000<", ">9.001<"}, `"9.001"`, nil},
		{"a fixed text", []string{">01 trừ 02<", ">01 - 02<"}, "", []string{"chu-bieu-mau"}},
		{"the second line of the label", []string{">Biểu số 01/CĐS<", ">Biểu số 02/CĐS<"}, "", []string{"van-ban", "van-ban"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			text, findings := imported(t, edited(t, file, test.edits...), nil)
			if got := names(findings); !slices.Equal(got, test.rules) {
				t.Errorf("findings %v", got)
			}
			if test.want == "" && text != string(data) || !strings.Contains(text, test.want) {
				t.Errorf("imported:\n%s", text)
			}
		})
	}
}

// A form that a document carries may have a column without a head, as all might once; a form
// that is given may not.
func TestOwnFormWithoutAHead(t *testing.T) {
	const head = `tieu_de = "Mã số", `
	form := repositoryFile(t, wideForm)
	work, annex := openOwn(t, form, repositoryFile(t, wideData))
	bare := bytes.Replace(form, []byte(head), nil, 1)
	if bytes.Equal(bare, form) {
		t.Fatalf("no %s", head)
	}
	annex.Form.Source = diag.NewSource("bieu-mau.toml", bare)
	file := rendered(t, work, annex, render.DOCX, render.Options{}).Data
	if text, _ := imported(t, file, nil); text != string(repositoryFile(t, wideData)) {
		t.Errorf("imported:\n%s", text)
	}
	family, _ := fonts.Serif()
	if _, findings := workflow.Open(family, annex.Form.Source); len(findings) != 1 || findings[0].Message != "cột them không có tiêu đề" {
		t.Errorf("%v", findings)
	}
}

// Without what it carries, a document of that form gives the same figures.
func TestOwnFormTyped(t *testing.T) {
	work, annex := openOwn(t, repositoryFile(t, wideForm), repositoryFile(t, wideData))
	bare := rendered(t, work, annex, render.DOCX, render.Options{NoSource: true}).Data
	text, findings := imported(t, bare, annex.Form)
	if len(findings) > 0 {
		t.Errorf("findings %v", rulesOf(findings))
	}
	again, faults := work.Read(diag.NewSource("b.toml", []byte(text)))
	if again == nil {
		t.Fatal(faults[0].Message)
	}
	if changes := model.Compare(annex, again); len(changes) > 0 {
		t.Errorf("%v", changes)
	}
	if remade := rendered(t, work, again, render.DOCX, render.Options{NoSource: true}).Data; !bytes.Equal(remade, bare) {
		t.Error("it gives another document")
	}
}

// A blank annex that was sent out and filled in in Word is read by the form that it carries.
func TestBlankFilledIn(t *testing.T) {
	work, _ := open()
	blank, findings := work.Blank(diag.NewSource("bieu-mau-ngang.toml", repositoryFile(t, wideForm)))
	if blank == nil {
		t.Fatal(findings[0].Message)
	}
	file := rendered(t, work, blank, render.DOCX, render.Options{}).Data
	in := func(bookmark, figure string) (old, with string) {
		old = `<w:bookmarkStart w:name="` + bookmark + `"`
		return old, `<w:r><w:t>` + figure + `</w:t></w:r>` + old
	}
	total, totalIn := in("r_1_1", "12.050")
	part, partIn := in("r_1_1_a", "9.000")
	filled := edited(t, file, total, totalIn, part, partIn,
		"TRỰC TUYẾN …<", "TRỰC TUYẾN 6 THÁNG ĐẦU NĂM 2026<",
		"(Kèm theo … số …/… ngày … tháng … năm … của …)", "(Kèm theo báo cáo số 12/BC-UBND ngày 20/06/2026 của UBND xã Sơn Giang)")
	text, findings := imported(t, filled, nil)
	if len(findings) > 0 {
		t.Errorf("findings %v", findings)
	}
	own, _ := openOwn(t, repositoryFile(t, wideForm), repositoryFile(t, wideData))
	annex, faults := own.Read(diag.NewSource("b.toml", []byte(text)))
	if annex == nil {
		t.Fatalf("%v in\n%s", faults[0].Message, text)
	}
	if annex.Report.Number != "12" || annex.Report.Period != "6-thang" || annex.Figures["1.1"].Written() != "12.050" || annex.Figures["1.1.a"].Written() != "9.000" {
		t.Errorf("read as\n%s", text)
	}
	if !strings.HasPrefix(text, `mau`) && !strings.Contains(text, `mau     = "bieu-ngang"`) {
		t.Errorf("read as\n%s", text)
	}
}

// A form alone can be rendered; a data file is not taken for one.
func TestBlank(t *testing.T) {
	work, src := open()
	if annex, findings := work.Blank(src); annex != nil || len(findings) != 1 || findings[0].Rule != "khong-phai-mau" {
		t.Errorf("a data file: %v", names(findings))
	}
	if annex, findings := work.Blank(diag.NewSource("a.toml", []byte("mau = \"a\"\n"))); annex != nil || len(findings) == 0 {
		t.Errorf("half a form: %v", names(findings))
	}
}
