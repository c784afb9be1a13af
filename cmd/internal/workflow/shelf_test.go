package workflow_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/diag"
)

// A data file whose form is not there names the files beside it that could not be read as one.
func TestShelfNamesWhatIsNoForm(t *testing.T) {
	work, _ := open()
	example := func(name string) string {
		text, err := os.ReadFile("../../../examples/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	data, form := diag.NewSource("xa/s.toml", []byte(example("xa-son-giang.toml"))), example("bieu-mau-xa.toml")
	for name, test := range map[string]struct {
		beside string
		err    error
		hint   string
	}{
		"unread":     {"", errors.New("xa/m.toml: không có quyền"), "xa/m.toml: không có quyền;"},
		"UTF-16":     {"\xff\xfem\x00", nil, "; xa/m.toml; xa/s.toml"},
		"empty":      {" ", nil, "; xa/m.toml; xa/s.toml"},
		"no rows":    {"mau = \"phu-luc-3-xa\"\ncot = []", nil, "; xa/m.toml; xa/s.toml"},
		"no name":    {strings.Replace(form, "mau ", "# ", 1), nil, "; xa/m.toml; xa/s.toml"},
		"other form": {strings.Replace(form, "3-xa", "4-xa", 1), nil, "biểu mẫu riêng thì thêm --form TỆP"},
		"other data": {"mau = x\n[bao_cao]\n", nil, "biểu mẫu riêng thì thêm --form TỆP"},
		"other TOML": {"tuy_chon = 1", nil, "biểu mẫu riêng thì thêm --form TỆP"},
	} {
		t.Run(name, func(t *testing.T) {
			shelf := workflow.NewShelf(work, func(string) (forms []*diag.Source, unread []error) {
				if test.err != nil {
					return nil, []error{test.err}
				}
				return []*diag.Source{diag.NewSource("xa/m.toml", []byte(test.beside))}, nil
			})
			annex, findings := shelf.Check(data, nil)
			if annex != nil || len(findings) != 1 || findings[0].Rule != "mau-la" || !strings.Contains(findings[0].Hint+strings.Join(findings[0].Remedy.Args, "; "), test.hint) {
				t.Errorf("%+v", findings)
			}
		})
	}
}

// Data files that hold the word of a form are no forms: a folder of them is looked through once,
// not once for each.
func TestShelfDropsData(t *testing.T) {
	work, src := open()
	beside := diag.NewSource("x/a.toml", append([]byte("# hoat dong\n"), src.Text...))
	looked := 0
	shelf := workflow.NewShelf(work, func(string) ([]*diag.Source, []error) {
		looked++
		return slices.Repeat([]*diag.Source{beside}, 200), nil
	})
	allocated := testing.AllocsPerRun(5, func() {
		if annex, findings := shelf.Check(src, nil); annex == nil {
			t.Fatal(findings)
		}
	})
	if looked != 1 || allocated > 20_000 {
		t.Errorf("looked %d times, %v allocations a file", looked, allocated)
	}
}
