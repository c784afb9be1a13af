package model_test

import (
	"slices"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

// readTotal reads a data file of the filed annex with a table [gop].
func readTotal(t *testing.T, gop string) (*model.Annex, diag.List) {
	t.Helper()
	reader := check.Reader(modeltest.AnyRune)
	forms, _ := reader.ReadForms()
	return reader.ReadAnnex(diag.NewSource("tinh.toml", []byte(modeltest.WithChanges(t)+"\n[gop]\n"+gop)), forms)
}

func TestReadTotal(t *testing.T) {
	a, findings := readTotal(t, `don_vi = ["xã A", "xã B", "xã C", "xã D"]
chua_nop = "4"
"1.1.1" = { thieu = "1, 3", tong = ["59"] }
"1.5" = { gia_tri = ["0: 2", "a: b: 1-3"] }
"1.2" = { rieng = "đếm lại" }
`)
	if a == nil {
		t.Fatal(findings)
	}
	total := a.Total
	if total.Absent.String() != "4" || total.Rows["1.1.1"].Missing.String() != "1, 3" || total.Rows["1.1.1"].Sums[0].RatString() != "59" {
		t.Errorf("%+v", total)
	}
	if values := total.Rows["1.5"].Values; values["0"].String() != "2" || values["a: b"].String() != "1-3" {
		t.Errorf("%v", values)
	}
	if total.Rows["1.2"].Own != "đếm lại" {
		t.Errorf("%+v", total.Rows["1.2"])
	}
}

// What a person has spoilt in [gop] is a fault at its place, never a panic.
func TestReadTotalFaults(t *testing.T) {
	const units = `don_vi = ["xã A", "xã B"]` + "\n"
	for _, test := range []struct{ gop, rule, place string }{
		{`chua_nop = "1"`, "thieu-khoa", ""},
		{`don_vi = 1`, "sai-kieu", "1"},
		{units + `chua_nop = "3"`, "gop", `"3"`},
		{units + `chua_nop = "2, 1"`, "gop", `"2, 1"`},
		{units + `chua_nop = "1-"`, "gop", `"1-"`},
		{units + `chua_nop = "-1"`, "gop", `"-1"`},
		{units + `chua_nop = "1-99999999999999999999"`, "gop", `"1-99999999999999999999"`},
		{units + `"9.9" = { thieu = "1" }`, "dong-la", `"9.9"`},
		{units + `"1.1.1" = 5`, "sai-kieu", "5"},
		{units + `"1.1.1" = { tong = ["x"] }`, "gop", `["x"]`},
		{units + `"1.1.1" = { tong = [5] }`, "sai-kieu", "5"},
		{units + `"1.1.1" = { gia_tri = ["5"] }`, "gop", `["5"]`},
		{units + `"1.1.1" = { gia_tri = [": 1"] }`, "gop", `[": 1"]`},
		{units + `"1.1.1" = { gia_tri = ["5: 3"] }`, "gop", `["5: 3"]`},
		{units + `"1.1.1" = { thiếu = "1" }`, "toml", ""},
		{units + `"1.1.1" = { thieuu = "1" }`, "khoa-la", "thieuu"},
	} {
		t.Run(test.gop, func(t *testing.T) {
			a, findings := readTotal(t, test.gop)
			if a != nil || !slices.ContainsFunc(findings, func(f diag.Finding) bool {
				return f.Rule == test.rule && (test.place == "" || f.Place.Text() == test.place)
			}) {
				t.Errorf("%+v", findings)
			}
		})
	}
}

func TestSets(t *testing.T) {
	for _, test := range []struct {
		set  model.Set
		text string
	}{{nil, ""}, {model.Set{0}, "1"}, {model.Set{0, 1, 2, 6}, "1-3, 7"}, {model.Set{4, 6, 7}, "5, 7-8"}} {
		if got := test.set.String(); got != test.text {
			t.Errorf("%v is %q, want %q", []int(test.set), got, test.text)
		}
	}
	if _, findings := readTotal(t, `don_vi = ["`+strings.Repeat(`x", "`, 40)+`x"]`+"\nchua_nop = \"1-3, 7, 40-41\"\n"); findings != nil {
		t.Error(findings)
	}
}
