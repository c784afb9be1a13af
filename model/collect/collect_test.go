package collect_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
)

const form = `mau = "thu"
nhan = "a"
cot = [ { khoa = "chi_tieu", tieu_de = "Chỉ tiêu" }, { khoa = "so_lieu", tieu_de = "Số liệu", rong = 20 }, { khoa = "ghi_chu", tieu_de = "Ghi chú", rong = 60 } ]
dong = [
  { ma = "1", ten = "a", loai = "so_dem", gop = "cong" },
  { ma = "2", ten = "b", loai = "so_dem", gop = "cong" },
  { ma = "3", ten = "c", loai = "ty_le", gop = { tu = "2", mau = "1" } },
  { ma = "4", ten = "d", don_vi = "Không = 0\nCó = 1", loai = "ma_so", cac_ma = [0, 1], gop = "dem_ma" },
  { ma = "5", ten = "e", loai = "so_dem", gop = "lon_nhat" },
  { ma = "6", ten = "g", loai = "ty_le", gop = "lon_nhat" },
  { ma = "7", ten = "h", loai = "ty_le", gop = "giong_nhau" },
]
`

const head = `mau = "thu"
[bao_cao]
loai = "báo cáo"
ky_hieu = "BC-UBND"
co_quan = "ISSUER"
ky = "nam"
nam = 2026
`

func readForms(t *testing.T) (model.Reader, model.Forms) {
	t.Helper()
	reader := check.Reader(func(rune) bool { return true })
	f, findings := reader.ReadForm(diag.NewSource("thu.toml", []byte(form)))
	if f == nil {
		t.Fatal(findings)
	}
	return reader, model.Forms{"thu": f}
}

func collection(t *testing.T, units []string, own string) *model.Collection {
	t.Helper()
	reader, forms := readForms(t)
	text := `don_vi = ["` + strings.Join(units, `", "`) + "\"]\n" + strings.Replace(head, "ISSUER", "UBND tỉnh", 1) + "[so_lieu]\n" + own
	c, findings := reader.ReadCollection(diag.NewSource("tong-hop.toml", []byte(text)), forms)
	if c == nil {
		t.Fatal(findings)
	}
	return c
}

// filing is a data file of an issuer, with these rows and tables.
func filing(t *testing.T, c *model.Collection, file, issuer, rows string) *collect.Filing {
	t.Helper()
	reader, forms := readForms(t)
	a, findings := reader.ReadPartly(diag.NewSource(file, []byte(strings.Replace(head, "ISSUER", issuer, 1)+"[so_lieu]\n"+rows)), forms)
	return collect.NewFiling(c, collect.Filed{File: file, Annex: a, Findings: findings})
}

func rules(findings diag.List) []string {
	var names []string
	for _, f := range findings {
		names = append(names, f.Rule)
	}
	return names
}

// What is not clear is not given: no figure is guessed, and blank is not zero.
func TestUnclearIsMissing(t *testing.T) {
	for _, test := range []struct{ row, given string }{
		{`"1" = 0`, "1"},
		{`"1" = ""`, ""},
		{`"1" = "1,050"`, ""}, // reads two ways
		{`"1" = "5%"`, ""},
		{`"1" = { ghi_chu = "x" }`, ""},
		{`"2" = 7`, ""},
		{`"4" = 1`, "1"},
		{`"4" = "1,050"`, ""},
	} {
		t.Run(test.row, func(t *testing.T) {
			c := collection(t, []string{"xã A"}, "")
			rows := collect.Add(collect.Call(c, []*collect.Filing{filing(t, c, "a.toml", "xã A", test.row)})).Rows
			r := &rows[0]
			if strings.HasPrefix(test.row, `"4"`) {
				r = &rows[3]
			}
			if r.Given.String() != test.given {
				t.Errorf("given by %q, want %q", r.Given, test.given)
			}
		})
	}
}

// A ratio needs both counts of a unit; one of the office's own replaces the sum in it.
func TestRatios(t *testing.T) {
	for _, test := range []struct{ name, a, b, own, want, missing string }{
		{"both", `"1" = 4` + "\n" + `"2" = 1`, `"1" = 4` + "\n" + `"2" = 2`, "", "37,5", ""},
		{"a part without its whole", `"1" = 4` + "\n" + `"2" = 1`, `"2" = 2`, "", "25", "2"},
		{"of nothing", `"1" = 0` + "\n" + `"2" = 0`, `"1" = 0` + "\n" + `"2" = 0`, "", "", ""},
		{"below one per cent", `"1" = 400` + "\n" + `"2" = 1`, `"1" = 400` + "\n" + `"2" = 1`, "", "0,25 %", ""},
		{"the office's own whole", `"1" = 4` + "\n" + `"2" = 1`, `"1" = 4` + "\n" + `"2" = 2`, `"1" = { so_lieu = 10, ly_do = "đếm lại" }`, "30", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := collection(t, []string{"xã A", "xã B"}, test.own)
			r := &collect.Add(collect.Call(c, []*collect.Filing{filing(t, c, "a.toml", "xã A", test.a), filing(t, c, "b.toml", "xã B", test.b)})).Rows[2]
			if got := strings.Join(r.Printed(true), "|"); got != test.want || r.Missing.String() != test.missing {
				t.Errorf("%q without %q, want %q without %q", got, r.Missing, test.want, test.missing)
			}
		})
	}
}

// A ratio of the office's own whole says so, and a total tells whose annexes break rules.
func TestTold(t *testing.T) {
	c := collection(t, []string{"xã A"}, `"1" = { so_lieu = 10, ly_do = "đếm lại" }`)
	f := filing(t, c, "a.toml", "xã A", `"1" = 4`+"\n"+`"2" = 1`)
	f.Broken, f.First = 1, "1 = 4 lạ lắm"
	sum := collect.Add(collect.Call(c, []*collect.Filing{f}))
	r := &sum.Rows[2]
	if note, remark := sum.Note(r, false), sum.Remark(r, false); note != "mẫu số là số riêng" || !strings.Contains(remark, "1 / 10, mẫu số là số riêng") {
		t.Errorf("%q, %q", note, remark)
	}
	if told := sum.Findings; len(told) != 1 || told[0].Message != "1 tệp trái quy tắc, vẫn được gộp: a.toml (1 = 4 lạ lắm)" {
		t.Errorf("%+v", told)
	}
}

// However many annexes break rules, one finding lists them, and counts the others as files.
func TestBrokenAreBounded(t *testing.T) {
	var units []string
	var filings []*collect.Filing
	for _, a := range "ABCDEFGHIKLMN" {
		units = append(units, "xã "+string(a))
	}
	c := collection(t, units, "")
	for _, unit := range units {
		f := filing(t, c, unit+".toml", unit, `"1" = 4`)
		f.Broken, f.First = 1, "lạ"
		filings = append(filings, f)
	}
	if told := collect.Add(collect.Call(c, filings)).Findings; len(told) != 1 || !strings.HasSuffix(told[0].Message, "xã M.toml (lạ) và 1 tệp nữa") {
		t.Errorf("%+v", told)
	}
}

// Half a per cent stays that, however it is merged: 0,5 may be a spreadsheet's 50 per cent.
func TestBelowOnePerCent(t *testing.T) {
	c := collection(t, []string{"xã A", "xã B"}, "")
	rows := collect.Add(collect.Call(c, []*collect.Filing{filing(t, c, "a.toml", "xã A", `"6" = "0,5 %"`+"\n"+`"7" = "0,50 %"`), filing(t, c, "b.toml", "xã B", `"6" = "0,25%"`+"\n"+`"7" = "0,5 %"`)})).Rows
	for _, r := range rows[5:] {
		if got := r.Printed(false); !slices.Equal(got, []string{"0,5 %"}) {
			t.Errorf("%s: %q", r.ID, got)
		}
	}
}

func TestJumped(t *testing.T) {
	count, percent, code := &model.Row{Kind: model.KindCount}, &model.Row{Kind: model.KindPercent}, &model.Row{Kind: model.KindCode}
	for _, test := range []struct {
		row      *model.Row
		was, now int64
		want     bool
	}{
		{count, 12, 120, true}, {count, 120, 12, true}, {count, 12, 119, false}, {count, 1, 19, false}, {count, 0, 500, false},
		{percent, 95, 45, true}, {percent, 95, 46, false}, {code, 1, 100, false},
	} {
		if got := collect.Jumped(test.row, big.NewRat(test.was, 1), big.NewRat(test.now, 1)); got != test.want {
			t.Errorf("%s from %d to %d: %v", test.row.Kind, test.was, test.now, got)
		}
	}
}

// Notes stay short, however many units there are.
func TestNotesAreBounded(t *testing.T) {
	var units []string
	for _, a := range "ABCDEFGHIKLMNOPQ" {
		units = append(units, "UBND xã "+string(a))
	}
	c := collection(t, units, "")
	sum := collect.Add(collect.Call(c, []*collect.Filing{filing(t, c, "a.toml", "ubnd  XÃ a", `"1" = 7`)}))
	if got, want := sum.Note(&sum.Rows[0], true), "1/16 đơn vị; thiếu: B, C, D, E, F, G, H, I, K, L, M, N và 3 đơn vị nữa"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := sum.Note(&sum.Rows[1], true); got != "chưa đơn vị nào có số liệu" {
		t.Error(got)
	}
}

// A name that is only near is told with the unit that it may be, and not taken.
func TestNearNames(t *testing.T) {
	for _, test := range []struct{ issuer, hint string }{
		{"UBND xã Hương Khe", "UBND xã Hương Khê"},
		{"Ủy ban nhân dân xã Hương Khê", "UBND xã Hương Khê"},
		{"xã Hương Khê", "UBND xã Hương Khê"},
		{"UBND xã Hương Khê 2", "UBND xã Hương Khê"},
		{"UBND xã Hà Linh", ""}, // has filed
		{"UBND xã Phúc Trạch", ""},
		{"", ""},
	} {
		t.Run(test.issuer, func(t *testing.T) {
			c := collection(t, []string{"UBND xã Hương Khê", "UBND xã Hà Linh"}, "")
			roll := collect.Call(c, []*collect.Filing{filing(t, c, "a.toml", "UBND xã Hà Linh", ""), {File: "b.toml", Issuer: test.issuer, Place: diag.NewSource("b.toml", nil).At(0, 0)}})
			i := slices.IndexFunc(roll.Findings, func(f diag.Finding) bool { return f.Rule == "don-vi-la" })
			if test.issuer == "UBND xã Hà Linh" {
				if i >= 0 || !slices.Contains(rules(roll.Findings), "nop-hai-lan") {
					t.Error(rules(roll.Findings))
				}
				return
			}
			if i < 0 || roll.Entries[0].Filing != nil || strings.Contains(roll.Findings[i].Hint, "có phải “UBND xã Hương Khê”") != (test.hint != "") {
				t.Errorf("%+v", roll.Findings)
			}
		})
	}
}

// However many files are strange, so many are told, and the others counted.
func TestFindingsAreBounded(t *testing.T) {
	c := collection(t, []string{"xã A"}, "")
	var filings []*collect.Filing
	for i := range 500 {
		file := fmt.Sprintf("%03d.toml", i)
		filings = append(filings, &collect.Filing{File: file, Issuer: fmt.Sprintf("huyện %d", i), Place: diag.NewSource(file, nil).At(0, 0)})
	}
	roll := collect.Call(c, filings)
	if len(roll.Findings) != 21 || roll.Findings.Count(diag.Fault) != 500 {
		t.Errorf("%d findings of %d", len(roll.Findings), roll.Findings.Count(diag.Fault))
	}
}
