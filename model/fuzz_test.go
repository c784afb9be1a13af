package model_test

import (
	"bytes"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

// checkPlaces fails when a finding points out of its file or cannot be shown, and when what is
// shown would steer a terminal or has no end.
func checkPlaces(t *testing.T, src *diag.Source, findings diag.List) {
	t.Helper()
	var printed, array bytes.Buffer
	for _, f := range findings.Shown() {
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
		if err := (diag.Printer{Width: 80}).Print(&printed, f); err != nil {
			t.Fatal(err)
		}
	}
	if err := diag.WriteJSON(&array, findings); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{printed.String(), array.String()} {
		if text = strings.ReplaceAll(text, "\n", ""); text != diag.Visible(text) {
			t.Fatalf("%q would steer a terminal", text)
		}
		if len(text) > 1<<20 {
			t.Fatalf("%d bytes are printed of %d", len(text), len(src.Text))
		}
	}
}

func fuzzForms(t testing.TB) model.Forms {
	t.Helper()
	var own []*model.Form
	for _, text := range []string{modeltest.RepositoryFile(t, "examples/bieu-mau-xa.toml"), modeltest.SmallForm} {
		form, findings := check.Reader(modeltest.AnyRune).ReadForm(diag.NewSource("rieng.toml", []byte(text)))
		if form == nil {
			t.Fatal(findings)
		}
		own = append(own, form)
	}
	forms, findings := check.Reader(modeltest.AnyRune).ReadForms(own...)
	if findings != nil {
		t.Fatal(findings)
	}
	return forms
}

// readsAsAnnex fails when reading a text as a data file does not give an annex or findings.
func readsAsAnnex(t *testing.T, text []byte, forms model.Forms) {
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
}

// readsAsForm fails when reading a text as a form does not give a form or findings.
func readsAsForm(t *testing.T, text []byte) {
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
}

func TestReadsEveryFile(t *testing.T) {
	forms := fuzzForms(t)
	for _, text := range modeltest.Texts(t) {
		readsAsAnnex(t, []byte(text), forms)
		readsAsForm(t, []byte(text))
	}
}

func FuzzReadAnnex(f *testing.F) {
	modeltest.Seed(f)
	forms := fuzzForms(f)
	f.Fuzz(func(t *testing.T, text []byte) { readsAsAnnex(t, text, forms) })
}

func FuzzReadForm(f *testing.F) {
	modeltest.Seed(f)
	f.Fuzz(func(t *testing.T, text []byte) { readsAsForm(t, text) })
}
