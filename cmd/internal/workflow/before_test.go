package workflow_test

import (
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/render"
)

const wideBefore = "render/layout/testdata/so-lieu-ngang-quy-1.toml"

// openBefore is the annex of a form with a column of the period before, and that period.
func openBefore(t *testing.T) (work *workflow.Workspace, annex, previous *model.Annex) {
	t.Helper()
	form := repositoryFile(t, wideForm)
	work, annex = openOwn(t, form, repositoryFile(t, wideData))
	previous, findings := work.Read(diag.NewSource("quy-1.toml", repositoryFile(t, wideBefore)))
	if previous == nil {
		t.Fatal(findings[0].Message)
	}
	return work, annex, previous
}

// What a colleague changes in the column of the period before is told, and never taken.
func TestBeforeReadBack(t *testing.T) {
	work, annex, previous := openBefore(t)
	file := rendered(t, work, annex, render.DOCX, render.Options{Previous: previous}).Data
	bare := rendered(t, work, annex, render.DOCX, render.Options{}).Data
	for _, test := range []struct {
		name  string
		file  []byte
		edits []string
		rules []string
	}{
		{name: "as it was", file: file},
		{name: "blank", file: bare},
		{"a figure of the period before", file, []string{">4.000<", ">4.001<"}, []string{"ky-truoc"}},
		{"typed into the blank column", bare, []string{"</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableRight\"></w:pStyle><w:keepNext></w:keepNext></w:pPr></w:p>",
			"</w:tcPr><w:p><w:r><w:t>4.000</w:t></w:r></w:p>"}, []string{"ky-truoc"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			text, findings := imported(t, edited(t, test.file, test.edits...), nil)
			if got := names(findings); !slices.Equal(got, test.rules) {
				t.Errorf("findings %v", findings)
			}
			if text != string(annex.Source.Raw) {
				t.Errorf("imported:\n%s", text)
			}
		})
	}
}

// An annex is made again with other figures of the period before, but not over a colleague's.
func TestBeforeGuard(t *testing.T) {
	work, annex, previous := openBefore(t)
	options := render.Options{Previous: previous}
	file := rendered(t, work, annex, render.DOCX, options)
	changed, _ := work.Read(diag.NewSource("quy-1.toml", []byte(strings.Replace(string(previous.Source.Raw), `"4.000"`, `"4.001"`, 1))))
	again := render.Options{Previous: changed}
	next := rendered(t, work, annex, render.DOCX, again)
	for _, test := range []struct {
		name string
		old  []byte
		want string // of the loss; "" for none
	}{
		{"untouched", file.Data, ""},
		{"what is now so", edited(t, file.Data, ">4.000<", ">4.001<"), ""},
		{"another figure", edited(t, file.Data, ">4.000<", ">4.002<"), "số kỳ trước “4.002”"},
	} {
		t.Run(test.name, func(t *testing.T) {
			loss := work.Guard("a.docx", test.old, annex, next, again)
			switch {
			case test.want == "" && loss != nil:
				t.Errorf("%+v", loss)
			case test.want != "" && (loss == nil || !strings.Contains(strings.Join(loss.Edits, "; "), test.want)):
				t.Errorf("%+v", loss)
			}
		})
	}
}

// In an annex that was typed, the figures of the period before are never taken for those of
// the period, whatever the columns are called and in whatever order they stand.
func TestBeforeTyped(t *testing.T) {
	_, annex, _ := openBefore(t)
	own := annex.Form
	byYear := *own
	byYear.Columns = slices.Clone(own.Columns)
	for i, c := range own.Columns {
		switch c.Role {
		case model.RolePrevious:
			byYear.Columns[i].Head, byYear.Columns[i].Spanner = []string{"Năm 2025"}, ""
		case model.RoleFigure:
			byYear.Columns[i].Head, byYear.Columns[i].Spanner = []string{"Năm 2026"}, ""
		}
	}
	const before, now = "111", "222"
	for _, test := range []struct {
		form  *model.Form
		heads []string
		taken bool // the figures of the last column, rather than none
	}{
		{own, []string{"Kỳ trước", "Kỳ này"}, true},
		{own, []string{"Kỳ trước", "Số liệu"}, true},
		{own, []string{"Kỳ trước", "Kết quả"}, true},
		{own, []string{"Cùng kỳ năm trước", "Kỳ này"}, true},
		{own, []string{"Kỳ trước", "Thực hiện"}, true},
		{own, []string{"Kỳ trước"}, false},
		{own, []string{"Cùng kỳ năm trước"}, false},
		{own, []string{"Thực hiện kỳ trước"}, false},
		{own, []string{"Số liệu kỳ trước"}, false},
		{&byYear, []string{"Năm 2025", "Năm 2026"}, true},
		{&byYear, []string{"Năm 2025", "Số liệu"}, true},
		{&byYear, []string{"Năm 2025"}, false},
	} {
		t.Run(strings.Join(test.heads, ", "), func(t *testing.T) {
			for _, swapped := range []bool{false, true} {
				heads, figures := slices.Clone(test.heads), []string{before, now}[:len(test.heads)]
				if swapped {
					slices.Reverse(heads)
					slices.Reverse(figures)
				}
				rows := wtr(texts(append([]string{"STT", "Chỉ tiêu"}, heads...)...))
				for _, r := range own.Rows {
					cells := append([]string{r.Number + r.Block, strings.Join(r.Label, " ")}, figures...)
					if r.Kind == model.KindHeading {
						clear(cells[2:])
					}
					rows += wtr(texts(cells...))
				}
				work, _ := open()
				text, findings := work.Import(document(t, wp("6 THÁNG ĐẦU NĂM 2026")+"<w:tbl>"+rows+"</w:tbl>"), test.form, match.Choice{})
				if strings.Contains(string(text), before) {
					t.Errorf("taken:\n%s", text)
				}
				if taken := strings.Contains(string(text), now); taken != test.taken || !taken && len(findings) == 0 {
					t.Errorf("swapped %v: taken %v, findings %v\n%s", swapped, taken, findings, text)
				}
			}
		})
	}
}
