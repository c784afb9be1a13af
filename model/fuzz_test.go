package model_test

import (
	"io"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

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
	modeltest.Seed(f)
	form, _ := check.Reader(modeltest.AnyRune).ReadForm(diag.NewSource("xa.toml", []byte(modeltest.RepositoryFile(f, "examples/bieu-mau-xa.toml"))))
	forms, faults := check.Reader(modeltest.AnyRune).ReadForms(form)
	if faults != nil {
		f.Fatal(faults)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		src := diag.NewSource("a.toml", text)
		annex, findings := check.Reader(modeltest.AnyRune).ReadAnnex(src, forms)
		if (annex == nil) != (findings.Count(diag.Fault) > 0) {
			t.Fatalf("annex %v, %d faults", annex != nil, findings.Count(diag.Fault))
		}
		if annex != nil {
			findings = append(findings, check.Annex(annex, annex)...)
			annex.Reference()
			annex.TitleLines()
		}
		checkPlaces(t, src, findings)
		partly, all := check.Reader(modeltest.AnyRune).ReadPartly(src, forms)
		if partly != nil {
			if partly.Partial != (annex == nil) {
				t.Fatal("reading in part changes whether a file can be read")
			}
			all = append(all, check.Annex(partly, nil)...)
		}
		checkPlaces(t, src, all)
	})
}

func FuzzReadForm(f *testing.F) {
	modeltest.Seed(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		src := diag.NewSource("form.toml", text)
		form, findings := check.Reader(modeltest.AnyRune).ReadForm(src)
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
		check.Annex(&model.Annex{Form: form, Figures: map[string]model.Figure{}}, nil)
	})
}
