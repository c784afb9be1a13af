package layout

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
)

var update = flag.Bool("update", false, "write the goldens anew")

// read reads a data file of the repository, with the forms of the files named.
func read(t testing.TB, data string, formFiles ...string) *model.Annex {
	t.Helper()
	reader := check.Reader(serif(t).Has)
	var own []*model.Form
	for _, name := range formFiles {
		form, findings := reader.ReadForm(source(t, name))
		if form == nil {
			t.Fatalf("%s: %v", name, findings)
		}
		own = append(own, form)
	}
	forms, faults := reader.ReadForms(own...)
	if faults != nil {
		t.Fatal(faults)
	}
	annex, findings := reader.ReadAnnex(source(t, data), forms)
	if annex == nil {
		t.Fatalf("%s: %v", data, findings)
	}
	return annex
}

func source(t testing.TB, name string) *diag.Source {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../..", name))
	if err != nil {
		t.Fatal(err)
	}
	return diag.NewSource(name, text)
}

func TestDump(t *testing.T) {
	t.Parallel()
	const wide = "render/layout/testdata/bieu-mau-ngang.toml"
	for _, test := range []struct {
		golden, data string
		forms        []string
		previous     string
	}{
		{"huong-khe-2021.txt", "seeds/huong-khe-2021.toml", nil, ""},
		{"xa-son-giang.txt", "examples/xa-son-giang.toml", []string{"examples/bieu-mau-xa.toml"}, ""},
		{"ngang.txt", "render/layout/testdata/so-lieu-ngang.toml", []string{wide}, "render/layout/testdata/so-lieu-ngang-quy-1.toml"},
		{"ngang-quy-1.txt", "render/layout/testdata/so-lieu-ngang-quy-1.toml", []string{wide}, ""},
	} {
		t.Run(test.golden, func(t *testing.T) {
			t.Parallel()
			var options Options
			if test.previous != "" {
				options.Previous = read(t, test.previous, test.forms...)
			}
			checkDump(t, test.golden, New(read(t, test.data, test.forms...), serif(t), options))
		})
	}
}

// Of a blank annex everything stands there but figures, notes and what is not known of its
// report.
func TestDumpBlank(t *testing.T) {
	t.Parallel()
	form, findings := check.Reader(serif(t).Has).ReadForm(source(t, "examples/bieu-mau-xa.toml"))
	if form == nil {
		t.Fatal(findings)
	}
	checkDump(t, "trong.txt", New(model.Blank(form), serif(t), Options{}))
}

// checkDump compares a document with its golden in testdata.
func checkDump(t *testing.T, golden string, doc *Document) {
	t.Helper()
	var got bytes.Buffer
	if err := Dump(&got, doc); err != nil {
		t.Fatal(err)
	}
	golden = filepath.Join("testdata", golden)
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s differs; run go test ./render/layout -update and read the change", golden)
	}
}
