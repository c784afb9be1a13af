package check_test

import (
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

// readSmall reads a data file of a form of the fewest columns, whose further keys are given.
func readSmall(t *testing.T, form, header, figures string) *model.Annex {
	t.Helper()
	reader := check.Reader(modeltest.AnyRune)
	f, findings := reader.ReadForm(diag.NewSource("mau.toml", []byte("mau = \"nho\"\nnhan = \"Phụ lục\"\ncot = [ { khoa = \"chi_tieu\", tieu_de = \"Chỉ tiêu\" }, { khoa = \"so_lieu\", tieu_de = \"Số liệu\", rong = 20 } ]\n"+form)))
	if f == nil {
		t.Fatal(findings[0].Message)
	}
	text := "mau = \"nho\"\n[bao_cao]\nloai = \"báo cáo\"\nky_hieu = \"BC-UBND\"\nco_quan = \"UBND xã\"\n" + header + "\n[so_lieu]\n" + figures
	a, findings := reader.ReadAnnex(diag.NewSource("so-lieu.toml", []byte(text)), model.Forms{"nho": f})
	if a == nil {
		t.Fatal(findings[0].Message)
	}
	return a
}

// What a person would pass over in silence is told of whatever the form's own rules are.
func TestOwnRules(t *testing.T) {
	for _, test := range []struct{ change, rule, message, place string }{
		{`co_quan = "UBND …"`, "chua-dien", "cơ quan ban hành chưa điền xong: “UBND …”", `"UBND …"`},
		{`loai = "..."`, "chua-dien", "loại văn bản chưa điền xong: “...”", `"..."`},
		{`ky_hieu = "BC-…"`, "E19", "ký hiệu “BC-…” không đúng dạng", `"BC-…"`},
		{`"7.1.2" = [1]`, "thieu-gia-tri", "7.1.2 = 1 chỉ có 1 giá trị, dòng này có 2", "[1]"},
		{`"7.1.2" = ["", 1]`, "thieu-gia-tri", "7.1.2 = 1 chỉ có 1 giá trị, dòng này có 2", `["", 1]`},
		{`ngay = 2020-12-31`, "E19", "ngày 31/12/2020 ở trước kỳ báo cáo, bắt đầu ngày 01/01/2021", "2020-12-31"},
		{`ngay = 2023-01-01`, "E19", "ngày 01/01/2023 ở sau kỳ báo cáo hơn một năm, kỳ kết thúc ngày 31/12/2021", "2023-01-01"},
	} {
		var own []diag.Finding
		for _, f := range check.Annex(modeltest.ReadText(t, "seed", modeltest.WithChanges(t, test.change)), nil) {
			if !strings.Contains("W02 W08 W10 W17", f.Rule) {
				own = append(own, f)
			}
		}
		if len(own) != 1 || own[0].Rule != test.rule || own[0].Message != test.message || own[0].Place.Text() != test.place {
			t.Errorf("%s: %v", test.change, own)
		}
	}
}

func TestDateInPeriod(t *testing.T) {
	for _, test := range []struct {
		period, date string
		sound        bool
	}{
		{"quy-1", "2021-01-01", true},
		{"quy-3", "2021-06-30", false},
		{"quy-3", "2021-07-01", true},
		{"6-thang", "2022-06-30", true},
		{"6-thang", "2022-07-01", false},
		{"nam", "2022-12-31", true},
	} {
		a := modeltest.ReadText(t, "seed", modeltest.WithChanges(t, `ky = "`+test.period+`"`, "ngay = "+test.date))
		if found := strings.Contains(strings.Join(modeltest.Names(check.Annex(a, nil)), " "), "E19"); found == test.sound {
			t.Errorf("%s dated %s: %v", test.period, test.date, found)
		}
	}
}

func TestHiddenNotes(t *testing.T) {
	const form = `dong = [ { ma = "1", ten = "Một", loai = "so_dem" }, { ma = "2", ten = "Hai", loai = "chu", so_gia_tri = 3 } ]`
	findings := check.Annex(readSmall(t, form, "ky = \"nam\"\nnam = 2026", `"1" = { so_lieu = 5, ghi_chu = "a" }
"2" = { ghi_chu = "b" }`), nil)
	if len(findings) != 1 || findings[0].Rule != "ghi-chu" || !strings.HasSuffix(findings[0].Message, "của 2 dòng không được in: 1, 2") {
		t.Error(findings)
	}
	if findings := check.Annex(readSmall(t, form, "ky = \"nam\"\nnam = 2026", `"2" = "chữ trên một dòng"`), nil); len(findings) > 0 {
		t.Error(findings)
	}
}

func TestOwnRulesAreAccepted(t *testing.T) {
	text := modeltest.WithChanges(t, `"7.1.2" = 1`) + "\n[chap_nhan]\n\"7.1.2\" = { thieu-gia-tri = \"mới có một\" }\nbao_cao = { chua-sua = \"không đổi\" }\n"
	if got := strings.Join(modeltest.Names(check.Annex(modeltest.ReadText(t, "seed", text), nil)), " "); got != "W02 W08 W10 W17" {
		t.Error(got)
	}
}
