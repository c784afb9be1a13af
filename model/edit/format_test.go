package edit

import (
	"os"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

// What each file of testdata/fmt is formatted to stands beside it; -update writes it anew.
func TestFormat(t *testing.T) {
	forms := testForms(t)
	for _, file := range modeltest.Files(t, "model/edit/testdata/fmt/*.toml") {
		golden := strings.TrimSuffix(file, ".toml") + ".out"
		got := formatted(t, readFile(t, file, forms), forms)
		if *modeltest.Update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is formatted to\n%s", file, got)
		}
	}
}

func readFile(t *testing.T, file string, forms model.Forms) *model.Annex {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, findings := check.Reader(modeltest.AnyRune).ReadAnnex(diag.NewSource(file, text), forms)
	if a == nil {
		t.Fatal(file, findings[0].Message)
	}
	return a
}

// The data files that people learn from are canonical.
func TestRepositoryIsFormatted(t *testing.T) {
	forms := testForms(t)
	for _, pattern := range []string{"seeds/*.toml", "examples/xa-*.toml"} {
		for _, file := range modeltest.Files(t, pattern) {
			if a := readFile(t, file, forms); formatted(t, a, forms) != string(a.Source.Raw) {
				t.Errorf("%s is not formatted; run phuluc2b fmt -w", file)
			}
		}
	}
}

func TestRowRemark(t *testing.T) {
	row := model.Row{Label: []string{"Số TTHC", "dòng hai"}, Unit: []string{"Có = 1", "Không = 0"}}
	const caption = "# Số TTHC (Có = 1; Không = 0)"
	for _, test := range []struct {
		behind []string
		want   string
	}{
		{nil, caption},
		{[]string{"#"}, caption},
		{[]string{"#Số TTHC"}, caption},
		{[]string{caption}, caption},
		{[]string{caption + "; của Sở"}, caption + "; của Sở"},
		{[]string{caption + ", của Sở"}, caption + ", của Sở"},
		{[]string{"# của Sở"}, caption + "; của Sở"},
		{[]string{"# số tthc"}, caption + "; số tthc"},
		{[]string{"# Số TTHC", "# a", caption, "# b"}, caption + "; a; b"},
		{[]string{caption + "; a", caption + "; b"}, caption + "; a; " + caption[2:] + "; b"},
	} {
		if got := rowRemark(row, test.behind); got != test.want {
			t.Errorf("%q: %q, want %q", test.behind, got, test.want)
		}
	}
}
