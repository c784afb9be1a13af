package model

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"phuluc2b/model/diag"
)

// seed adds every TOML file of the repository to a fuzz test.
func seed(f *testing.F) {
	f.Helper()
	for _, pattern := range []string{"../seeds/*.toml", "../examples/*.toml", "../templates/*.toml", "testdata/*/*.toml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
}

// checkPlaces fails when a finding points out of its file or cannot be shown.
func checkPlaces(t *testing.T, src *diag.Source, findings diag.List) {
	t.Helper()
	for _, f := range findings.Sorted() {
		places := []diag.Place{f.Place}
		for _, r := range f.Related {
			places = append(places, r.Place)
		}
		for _, p := range places {
			if p.Source == nil || p.Source.Name != src.Name || p.Start < 0 || p.End < p.Start || p.End > len(p.Source.Text) {
				t.Fatalf("%s: place %d to %d of %d bytes", f.Rule, p.Start, p.End, len(src.Text))
			}
		}
		if f.Message == "" || f.Rule == "" {
			t.Fatalf("a finding without words: %+v", f)
		}
		if err := (diag.Printer{Width: 80}).Print(io.Discard, f); err != nil {
			t.Fatal(err)
		}
	}
	if err := diag.WriteJSON(io.Discard, findings); err != nil {
		t.Fatal(err)
	}
}

func FuzzReadAnnex(f *testing.F) {
	seed(f)
	form, _ := ReadForm(diag.NewSource("xa.toml", []byte(repositoryFile(f, "examples/bieu-mau-xa.toml"))), anyRune)
	forms, faults := NewForms(anyRune, form)
	if faults != nil {
		f.Fatal(faults)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		src := diag.NewSource("a.toml", text)
		annex, findings := ReadAnnex(src, forms, anyRune)
		if (annex == nil) != (findings.Count(diag.Fault) > 0) {
			t.Fatalf("annex %v, %d faults", annex != nil, findings.Count(diag.Fault))
		}
		if annex != nil {
			findings = append(findings, Check(annex, annex)...)
			annex.Reference()
			annex.TitleLines()
		}
		checkPlaces(t, src, findings)
		checked, all := ReadAndCheck(src, forms, anyRune, nil)
		if (checked == nil) != (annex == nil) {
			t.Fatal("checking changes whether a file can be read")
		}
		checkPlaces(t, src, all)
	})
}

func FuzzReadForm(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		src := diag.NewSource("form.toml", text)
		form, findings := ReadForm(src, anyRune)
		if (form == nil) != (findings.Count(diag.Fault) > 0) {
			t.Fatalf("form %v, %d faults", form != nil, findings.Count(diag.Fault))
		}
		checkPlaces(t, src, findings)
		if form == nil {
			return
		}
		if _, err := form.Schema(); err != nil {
			t.Fatal(err)
		}
		Check(&Annex{Form: form, Figures: map[string]Figure{}}, nil)
	})
}
