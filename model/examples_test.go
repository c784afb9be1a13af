package model

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"phuluc2b/model/diag"
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
		_, findings := ReadForm(src, anyRune)
		return findings
	}
	forms, faults := NewForms(anyRune)
	if faults != nil {
		t.Fatal(faults)
	}
	annex, findings := ReadAnnex(src, forms, anyRune)
	if annex != nil {
		findings = Check(annex, nil)
	}
	return findings
}

func testFiles(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal("no files", pattern, err)
	}
	return files
}

// The files of testdata/ok have nothing wrong with them but blank rows.
func TestSoundFiles(t *testing.T) {
	for _, file := range testFiles(t, "testdata/ok/*.toml") {
		for _, f := range readAny(t, file) {
			if f.Rule != "W17" {
				t.Errorf("%s: %s: %s", file, f.Rule, f.Message)
			}
		}
	}
}

// What is printed of each file of testdata/err stands beside it; -update writes it anew.
func TestFaultyFiles(t *testing.T) {
	for _, file := range testFiles(t, "testdata/err/*.toml") {
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
			t.Errorf("%s: printed\n%s", file, &got)
		}
	}
}
