package check_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

// readAny reads a data file and checks it, or reads a form: those are called "mau-…".
func readAny(t *testing.T, file string) diag.List {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	src := diag.NewSource(filepath.Base(file), text)
	if strings.HasPrefix(src.Name, "mau-") {
		_, findings := check.Reader(modeltest.AnyRune).ReadForm(src)
		return findings
	}
	forms, faults := check.Reader(modeltest.AnyRune).ReadForms()
	if faults != nil {
		t.Fatal(faults)
	}
	annex, findings := check.Reader(modeltest.AnyRune).ReadAnnex(src, forms)
	if annex != nil {
		findings = check.Annex(annex, nil)
	}
	return findings
}

// The files of testdata/ok have nothing wrong with them but blank rows.
func TestSoundFiles(t *testing.T) {
	for _, file := range modeltest.Files(t, "model/check/testdata/ok/*.toml") {
		for _, f := range readAny(t, file) {
			if f.Rule != "W17" {
				t.Errorf("%s: %s: %s", file, f.Rule, f.Message)
			}
		}
	}
}

// What is printed of each file of testdata/err stands beside it; -update writes it anew.
func TestFaultyFiles(t *testing.T) {
	for _, file := range modeltest.Files(t, "model/check/testdata/err/*.toml") {
		var got bytes.Buffer
		for _, f := range readAny(t, file).Sorted() {
			if f.Rule == "W17" {
				continue
			}
			if err := (diag.Printer{Width: 100}).Print(&got, f); err != nil {
				t.Fatal(err)
			}
		}
		golden := strings.TrimSuffix(file, ".toml") + ".out"
		if *modeltest.Update {
			if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s: printed\n%s", file, &got)
		}
	}
}
