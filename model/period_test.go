package model_test

import (
	"slices"
	"testing"
	"time"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

func TestPeriodNames(t *testing.T) {
	for _, test := range []struct {
		period      model.Period
		title, name string
		first, last string
	}{
		{"thang-3", "THÁNG 3 NĂM 2026", "tháng 3", "2026-03-01", "2026-03-31"},
		{"quy-2", "QUÝ II NĂM 2026", "quý II", "2026-04-01", "2026-06-30"},
		{"quy-4", "QUÝ IV NĂM 2026", "quý IV", "2026-10-01", "2026-12-31"},
		{"6-thang", "6 THÁNG ĐẦU NĂM 2026", "6 tháng đầu năm", "2026-01-01", "2026-06-30"},
		{"9-thang", "9 THÁNG ĐẦU NĂM 2026", "9 tháng đầu năm", "2026-01-01", "2026-09-30"},
		{"nam", "NĂM 2026", "cả năm", "2026-01-01", "2026-12-31"},
	} {
		first, last, ok := test.period.Days(2026)
		if test.period.Title(2026) != test.title || test.period.Name() != test.name || !ok || first.Format(time.DateOnly) != test.first || last.Format(time.DateOnly) != test.last {
			t.Errorf("%s: %s, %s, %s to %s", test.period, test.period.Title(2026), test.period.Name(), first, last)
		}
	}
	for p, want := range map[model.Period]string{"nam": "năm 2026", "quy-1": "quý I năm 2026", "6-thang": "6 tháng đầu năm 2026", "thang-10": "tháng 10 năm 2026", "": ""} {
		if got := p.In(2026); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, p := range []model.Period{"", "nam"} {
		if _, _, ok := p.Days(0); ok || p.In(0) != "" {
			t.Errorf("%q has days in no year", p)
		}
	}
	titles := map[string]bool{}
	for _, p := range model.Periods() {
		titles[p.Title(2026)] = true
	}
	if len(titles) != 19 {
		t.Errorf("%d titles", len(titles))
	}
}

// withPeriods is a form of these periods.
func withPeriods(t *testing.T, periods string) *model.Form {
	t.Helper()
	text := "mau = \"ky\"\nnhan = \"Phụ lục\"\ncot = [ { khoa = \"chi_tieu\", tieu_de = \"Chỉ tiêu\" }, { khoa = \"so_lieu\", tieu_de = \"Số liệu\", rong = 20 } ]\ndong = [ { ma = \"1\", ten = \"Một\", loai = \"chu\" } ]\n" + periods
	form, findings := check.Reader(modeltest.AnyRune).ReadForm(diag.NewSource("mau.toml", []byte(text)))
	if form == nil {
		t.Fatal(findings[0].Message)
	}
	return form
}

func TestFormPeriods(t *testing.T) {
	for _, test := range []struct {
		keys          string
		all, addingUp []model.Period
	}{
		{"", []model.Period{"quy-1", "6-thang", "quy-3", "nam"}, []model.Period{"quy-1", "6-thang", "nam"}},
		{`ky = ["quy-1", "quy-2", "9-thang", "nam"]`, []model.Period{"quy-1", "quy-2", "9-thang", "nam"}, []model.Period{"quy-1", "9-thang", "nam"}},
		{"ky = [\"quy-1\", \"quy-2\"]\ncong_don = [\"quy-1\", \"quy-2\"]", []model.Period{"quy-1", "quy-2"}, []model.Period{"quy-1", "quy-2"}},
	} {
		form := withPeriods(t, test.keys)
		if !slices.Equal(form.Periods, test.all) || !slices.Equal(form.AddingUp, test.addingUp) {
			t.Errorf("%s: %v, adding up %v", test.keys, form.Periods, form.AddingUp)
		}
	}
}

// What follows a period of another form is what ends next.
func TestPeriodAfter(t *testing.T) {
	form := withPeriods(t, `ky = ["thang-2", "quy-2", "6-thang", "quy-4"]`)
	for _, test := range []struct {
		period, want model.Period
		year         int
	}{
		{"thang-2", "quy-2", 2026},
		{"quy-2", "6-thang", 2026},
		{"6-thang", "quy-4", 2026},
		{"quy-4", "thang-2", 2027},
		{"thang-1", "thang-2", 2026},
		{"quy-1", "quy-2", 2026},
		{"9-thang", "quy-4", 2026},
		{"nam", "thang-2", 2027},
	} {
		if got, year := form.PeriodAfter(test.period, 2026); got != test.want || year != test.year {
			t.Errorf("after %s comes %s %d", test.period, got, year)
		}
	}
}

// A data file may name the periods of its form alone.
func TestReportPeriod(t *testing.T) {
	form := withPeriods(t, `ky = ["thang-1", "quy-2"]`)
	for period, want := range map[string]string{"quy-2": "", "nam": "viết một trong: thang-1, quy-2"} {
		text := "mau = \"ky\"\n[bao_cao]\nloai = \"báo cáo\"\nky_hieu = \"BC-UBND\"\nco_quan = \"UBND xã\"\nnam = 2026\nky = \"" + period + "\"\n"
		_, findings := check.Reader(modeltest.AnyRune).ReadAnnex(diag.NewSource("a.toml", []byte(text)), model.Forms{"ky": form})
		got := ""
		if len(findings) > 0 {
			got = findings[0].Hint
		}
		if got != want {
			t.Errorf("%s: %s", period, got)
		}
	}
}
