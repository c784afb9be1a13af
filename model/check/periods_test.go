package check_test

import (
	"strings"
	"testing"

	"phuluc2b/model/check"
	"phuluc2b/model/internal/modeltest"
)

func TestIncomparable(t *testing.T) {
	for _, test := range []struct{ previous, current, want string }{
		{"quy-1 2021", "6-thang 2021", ""},
		{"quy-1 2021", "nam 2021", ""},
		{"6-thang 2021", "quy-3 2021", "quý III không cộng dồn cùng các kỳ khác; biểu mẫu chỉ cộng dồn quý I, 6 tháng đầu năm, cả năm"},
		{"quy-3 2021", "nam 2021", "quý III không cộng dồn cùng các kỳ khác; biểu mẫu chỉ cộng dồn quý I, 6 tháng đầu năm, cả năm"},
		{"nam 2021", "quy-1 2022", "hai tệp của hai năm, 2021 và 2022; số cộng dồn chỉ so được trong một năm"},
		{"nam 2021", "6-thang 2021", "kỳ trước là cả năm, ở sau 6 tháng đầu năm"},
		{"nam 2021", "nam 2021", "hai tệp của cùng một kỳ, cả năm"},
	} {
		annex := func(report string) string {
			period, year, _ := strings.Cut(report, " ")
			return modeltest.WithChanges(t, `ky = "`+period+`"`, "nam = "+year)
		}
		if got := check.Incomparable(modeltest.ReadText(t, "a", annex(test.previous)), modeltest.ReadText(t, "b", annex(test.current))); got != test.want {
			t.Errorf("%s, %s: %q", test.previous, test.current, got)
		}
	}
}

// The form says which periods add up: months of a form that counts them from the new year.
func TestCumulativeByForm(t *testing.T) {
	const rows = "dong = [ { ma = \"1\", ten = \"Một\", loai = \"so_dem\", luy_ke = true } ]\nquy_tac = [ { ten = \"W22\", muc = \"canh_bao\", loai = \"luy_ke\" } ]\nky = [\"thang-1\", \"thang-2\", \"nam\"]\n"
	for _, test := range []struct{ form, want string }{
		{rows, ""},
		{rows + `cong_don = ["thang-1", "thang-2"]`, "W22"},
		{rows + `cong_don = []`, ""},
	} {
		previous := readSmall(t, test.form, "ky = \"thang-1\"\nnam = 2026", `"1" = 5`)
		findings := check.Annex(readSmall(t, test.form, "ky = \"thang-2\"\nnam = 2026", `"1" = 4`), previous)
		if got := strings.Join(modeltest.Names(findings), " "); got != test.want {
			t.Errorf("%s: %s", test.form, got)
		}
	}
}

func TestUnchanged(t *testing.T) {
	previous := modeltest.ReadText(t, "6-thang.toml", modeltest.WithChanges(t, `ky = "6-thang"`, `ngay = 2021-06-20`))
	for _, test := range []struct {
		name    string
		changes []string
		want    bool
	}{
		{"carried", nil, true},
		{"another spelling", []string{`"1.2.1" = 7`}, true},
		{"a blank filled in", []string{`"3.4.1" = 3`}, true},
		{"one changed", []string{`"1.1.2" = 58`}, false},
		{"the same period", []string{`ky = "6-thang"`}, false},
	} {
		found := false
		for _, f := range check.Annex(modeltest.ReadText(t, "nam.toml", modeltest.WithChanges(t, test.changes...)), previous) {
			found = found || f.Rule == "chua-sua"
		}
		if found != test.want {
			t.Errorf("%s: %v", test.name, found)
		}
	}
	few := "dong = [ { ma = \"1\", ten = \"Một\", loai = \"so_dem\" } ]"
	if findings := check.Annex(readSmall(t, few, "ky = \"nam\"\nnam = 2026", `"1" = 5`), readSmall(t, few, "ky = \"quy-1\"\nnam = 2026", `"1" = 5`)); len(findings) > 0 {
		t.Error(findings)
	}
}
