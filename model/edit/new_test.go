package edit

import (
	"slices"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/internal/modeltest"
)

// Nothing is wrong with a new data file but that it is blank and names no issuer, and it is
// formatted.
func TestNewData(t *testing.T) {
	forms := testForms(t)
	for _, id := range []string{"phu-luc-2b-2021", "phu-luc-3-xa"} {
		a := reread(t, NewData(forms[id], 2026), forms)
		if got := modeltest.Names(check.Annex(a, nil)); !slices.Equal(got, []string{"W17", "chua-dien"}) {
			t.Errorf("%s: findings %v", id, got)
		}
		if got := formatted(t, a, forms); got != string(a.Source.Text) {
			t.Errorf("%s: formatted to\n%s", id, got)
		}
		for _, r := range forms[id].Rows {
			if f, given := a.Figures[r.ID]; given == (r.Kind == model.KindHeading) || !f.Blank() {
				t.Errorf("%s: row %s", id, r.ID)
			}
		}
	}
}

func TestNewDataOfAnyName(t *testing.T) {
	forms := testForms(t)
	form := *forms["la"]
	for name, want := range map[string]string{
		"a/biểu mẫu.toml": "# phuluc2b schema --form \"a/biểu mẫu.toml\" -o biểu mẫu.schema.json\n",
		"x\n\xffy":        "#:schema ./x  y.schema.json\n",
	} {
		source := *form.Source
		source.Name = name
		form.Source = &source
		a := reread(t, NewData(&form, 2026), forms)
		if !strings.Contains(string(a.Source.Text), want) || formatted(t, a, forms) != string(a.Source.Text) {
			t.Errorf("%q: %s", name, a.Source.Text)
		}
	}
}

func TestNextPeriod(t *testing.T) {
	form := testForms(t)["phu-luc-2b-2021"]
	for p, want := range map[model.Period]model.Period{model.PeriodQuarter1: model.PeriodHalfYear, model.PeriodHalfYear: model.PeriodQuarter3, model.PeriodQuarter3: model.PeriodFullYear, model.PeriodFullYear: model.PeriodQuarter1} {
		wantYear := 2026
		if want == model.PeriodQuarter1 {
			wantYear++
		}
		if got, year := form.PeriodAfter(p, 2026); got != want || year != wantYear {
			t.Errorf("after %s comes %s %d", p, got, year)
		}
	}
}

func TestNextData(t *testing.T) {
	forms := testForms(t)
	old := reread(t, []byte(modeltest.WithChanges(t, `"7.1.2" = { so_lieu = [ "01", 1 ], ghi_chu = 'a' } # b`)+"\n[chap_nhan]\n\"3.2.1\" = { W02 = \"a\" }\n"), forms)
	next := carried(t, old, forms)
	for _, want := range []string{
		"\nco_quan = \"UBND huyện Hương Khê\"\n",
		"\nnam     = 2022\n",
		"\n\"1.2.1\"     = \"07\"       # ",
		"\n\"7.1.2\"     = { so_lieu = [\"01\", 1], ghi_chu = 'a' } # Xây dựng",
	} {
		if !strings.Contains(string(next.Source.Text), want) {
			t.Errorf("no %q in\n%s", want, next.Source.Text)
		}
	}
	if next.Report.Number != "" || !next.Report.Date.IsZero() {
		t.Error("number and date are carried over")
	}
	text, _ := NextData(old, old.Form, false)
	blank := reread(t, text, forms)
	if got := modeltest.Names(check.Annex(blank, nil)); !slices.Equal(got, []string{"W17"}) {
		t.Errorf("findings %v", got)
	}
}
