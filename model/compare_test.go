package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

// say writes a change on one line, as the tables below expect it.
func say(c model.Change) string {
	s := fmt.Sprintf("%s %s: %q → %q", c.Part, c.Key, c.Old, c.New)
	if c.Difference != nil {
		s += " by " + c.Difference.RatString()
	}
	for word, set := range map[string]bool{"spelling": c.Spelling, "added": c.Added, "removed": c.Removed} {
		if set {
			s += " " + word
		}
	}
	return s
}

func sayAll(changes []model.Change) []string {
	var lines []string
	for _, c := range changes {
		lines = append(lines, say(c))
	}
	return lines
}

func TestCompareFigures(t *testing.T) {
	for _, test := range []struct {
		name, row, old, new string
		want                []string
	}{
		{"the same", "1.2.1", `"07"`, `"07"`, nil},
		{"more", "1.2.1", `"07"`, `10`, []string{`so_lieu 1.2.1: "07" → "10" by 3`}},
		{"less, exactly", "3.3.3", `100`, `"87,5"`, []string{`so_lieu 3.3.3: "100" → "87,5" by -25/2`}},
		{"no binary fractions", "3.3.3", `"0,1"`, `"0,3"`, []string{`so_lieu 3.3.3: "0,1" → "0,3" by 1/5`}},
		{"negative", "4.1.2.c", `"5 %"`, `"-2,5%"`, []string{`so_lieu 4.1.2.c: "5 %" → "-2,5%" by -15/2`}},
		{"a leading zero", "1.2.1", `"07"`, `7`, []string{`so_lieu 1.2.1: "07" → "7" spelling`}},
		{"thousands", "1.4.1", `"1.050"`, `1050`, []string{`so_lieu 1.4.1: "1.050" → "1050" spelling`}},
		{"a blank before the sign", "4.1.2.c", `"5 %"`, `"5%"`, []string{`so_lieu 4.1.2.c: "5 %" → "5%" spelling`}},
		{"a sign in a row of percentages", "3.3.3", `"100%"`, `100`, []string{`so_lieu 3.3.3: "100%" → "100" spelling`}},
		{"a sign elsewhere", "7.1.5", `10`, `"10%"`, []string{`so_lieu 7.1.5: "10" → "10%"`}},
		{"decimal zeroes", "3.3.3", `"99,50"`, `"99,5"`, []string{`so_lieu 3.3.3: "99,50" → "99,5" spelling`}},
		{"blank is not zero", "4.1.2", `""`, `0`, []string{`so_lieu 4.1.2: "" → "0"`}},
		{"zero is not blank", "4.1.2", `0`, `""`, []string{`so_lieu 4.1.2: "0" → ""`}},
		{"two figures", "7.1.2", `[1, 1]`, `[1, 2]`, []string{`so_lieu 7.1.2: "1; 1" → "1; 2"`}},
		{"two figures, respelt", "7.1.2", `[1, 1]`, `["01", 1]`, []string{`so_lieu 7.1.2: "1; 1" → "01; 1" spelling`}},
		{"one figure of two", "7.1.2", `[1, 1]`, `1`, []string{`so_lieu 7.1.2: "1; 1" → "1"`}},
		{"codes are no amounts", "1.4.2", `1`, `2`, []string{`so_lieu 1.4.2: "1" → "2"`}},
		{"read two ways", "1.4.1", `"1,050"`, `"1.050"`, []string{`so_lieu 1.4.1: "1,050" → "1.050"`}},
		{"read two ways, both", "1.4.1", `"1,050"`, `"1,051"`, []string{`so_lieu 1.4.1: "1,050" → "1,051"`}},
		{"a note", "1.2.1", `"07"`, `{ so_lieu = "07", ghi_chu = "đến 30/11" }`, []string{`ghi_chu 1.2.1: "" → "đến 30/11"`}},
		{"a note on a heading", "1.1", `{ ghi_chu = "a" }`, `{ ghi_chu = "b" }`, []string{`ghi_chu 1.1: "a" → "b"`}},
		{"a note, respelt", "1.1", `{ ghi_chu = "Đến  nay" }`, `{ ghi_chu = "đến nay" }`, []string{`ghi_chu 1.1: "Đến  nay" → "đến nay" spelling`}},
		{"figure and note", "1.2.1", `"07"`, `{ so_lieu = 8, ghi_chu = "a" }`, []string{`so_lieu 1.2.1: "07" → "8" by 1`, `ghi_chu 1.2.1: "" → "a"`}},
	} {
		key := `"` + test.row + `"`
		old, now := modeltest.ReadText(t, "old", modeltest.WithChanges(t, key+" = "+test.old)), modeltest.ReadText(t, "new", modeltest.WithChanges(t, key+" = "+test.new))
		if got := sayAll(model.Compare(old, now)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestCompareHeaders(t *testing.T) {
	for _, test := range []struct {
		change string
		want   []string
	}{
		{`loai = "Báo cáo"`, []string{`bao_cao loai: "báo cáo" → "Báo cáo" spelling`}},
		{`so = 480`, []string{`bao_cao so: "476" → "480"`}},
		{`so = "0476"`, []string{`bao_cao so: "476" → "0476" spelling`}},
		{`ky_hieu = "BC-UBND-NV"`, []string{`bao_cao ky_hieu: "BC-UBND" → "BC-UBND-NV"`}},
		{`ngay = 2021-12-15`, []string{`bao_cao ngay: "02/12/2021" → "15/12/2021"`}},
		{`co_quan = "UBND huyện  Hương Khê"`, []string{`bao_cao co_quan: "UBND huyện Hương Khê" → "UBND huyện  Hương Khê" spelling`}},
		{`ky = "6-thang"`, []string{`bao_cao ky: "cả năm" → "6 tháng đầu năm"`}},
		{`nam = 2022`, []string{`bao_cao nam: "2021" → "2022"`}},
	} {
		old, now := modeltest.ReadText(t, "old", modeltest.WithChanges(t)), modeltest.ReadText(t, "new", modeltest.WithChanges(t, test.change))
		if got := sayAll(model.Compare(old, now)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.change, got, test.want)
		}
	}
	draft := strings.NewReplacer("so      = 476", "", "ngay    = 2021-12-02", "").Replace(modeltest.WithChanges(t))
	got := sayAll(model.Compare(modeltest.ReadText(t, "old", draft), modeltest.ReadText(t, "new", modeltest.WithChanges(t))))
	if want := []string{`bao_cao so: "" → "476"`, `bao_cao ngay: "" → "02/12/2021"`}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Changes stand in the order of the form, whatever the order of the file.
func TestCompareKeepsTheOrderOfTheForm(t *testing.T) {
	old := modeltest.ReadText(t, "old", modeltest.WithChanges(t))
	now := modeltest.ReadText(t, "new", modeltest.WithChanges(t, `"7.2.7.1" = 99`, `"1.2.1" = 8`, `"3.1.3.b" = 291`, `nam = 2022`, `"1.1.1" = 60`))
	var keys []string
	for _, c := range model.Compare(old, now) {
		keys = append(keys, c.Key)
	}
	if got := strings.Join(keys, " "); got != "nam 1.1.1 1.2.1 3.1.3.b 7.2.7.1" {
		t.Error(got)
	}
	if changes := model.Compare(old, old); changes != nil {
		t.Error("an annex differs from itself", sayAll(changes))
	}
}

func TestCompareForms(t *testing.T) {
	const columns = `cot = [ { khoa = "chi_tieu", tieu_de = "a" }, { khoa = "so_lieu", tieu_de = "b", rong = 20 } ]` + "\n"
	own := func(id, rows string) *model.Form {
		text := fmt.Sprintf("mau = %q\nnhan = \"Phụ lục\"\n%sdong = [%s]\n", id, columns, rows)
		form, findings := check.Reader(modeltest.AnyRune).ReadForm(diag.NewSource(id, []byte(text)))
		if form == nil {
			t.Fatal(findings)
		}
		return form
	}
	forms, faults := check.Reader(modeltest.AnyRune).ReadForms(
		own("a", `{ ma = "1", ten = "Một", loai = "so_dem" }, { ma = "2", ten = "Hai", loai = "so_dem" }, { ma = "3", ten = "Ba", loai = "so_dem" }`),
		own("b", `{ ma = "4", ten = "Bốn", loai = "so_dem" }, { ma = "5", ten = "Năm", loai = "so_dem" }, { ma = "1", ten = "Một mới", loai = "so_dem" }`))
	if faults != nil {
		t.Fatal(faults)
	}
	read := func(id, figures string) *model.Annex {
		text := fmt.Sprintf("mau = %q\n[bao_cao]\nloai = \"a\"\nky_hieu = \"b\"\nco_quan = \"c\"\nky = \"nam\"\nnam = 2021\n[so_lieu]\n%s", id, figures)
		annex, findings := check.Reader(modeltest.AnyRune).ReadAnnex(diag.NewSource(id, []byte(text)), forms)
		if annex == nil {
			t.Fatal(findings)
		}
		return annex
	}
	changes := model.Compare(read("a", "1 = 10\n2 = 20\n3 = \"\"\n"), read("b", "1 = 11\n4 = 40\n"))
	want := []string{
		`bao_cao mau: "a" → "b"`,
		`so_lieu 4: "" → "40" added`,
		`so_lieu 1: "10" → "11" by 1`,
		`so_lieu 2: "20" → "" removed`,
	}
	if got := sayAll(changes); !slices.Equal(got, want) {
		t.Fatalf("%q", got)
	}
	if changes[2].Label != "Một mới" || changes[3].Row.ID != "2" {
		t.Error("rows", changes[2].Label, changes[3].Row)
	}
}

func TestRemark(t *testing.T) {
	old := modeltest.ReadText(t, "old", modeltest.WithChanges(t, `"1.4.1" = "1.050"`))
	now := modeltest.ReadText(t, "new", modeltest.WithChanges(t, `"1.1.1" = 62`, `"1.4.1" = 1050`, `"3.3.3" = "87,5"`, `"4.1.2" = 80`))
	changes := model.Compare(old, now)
	var got []string
	for _, c := range changes {
		got = append(got, c.Key+" "+c.Remark())
	}
	if want := []string{"1.1.1 +3", "1.4.1 cách viết", "3.3.3 −12,5", "4.1.2 "}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := len(model.WithoutSpelling(changes)); got != 3 {
		t.Errorf("%d real changes", got)
	}
	if was, is := changes[3].Shown(); was != "(trống)" || is != "80" {
		t.Error(was, is)
	}
}

func TestUnmarked(t *testing.T) {
	for _, note := range []string{"", "đến 30/11", "dòng một\ndòng hai"} {
		mark := model.Change{Old: "07"}.Mark()
		marked := note + "\n" + mark
		if note == "" {
			marked = mark
		}
		if got := model.WithoutMark(marked); got != note {
			t.Errorf("%q: %q", marked, got)
		}
		if got := model.WithoutMark(note); got != note {
			t.Errorf("%q: %q", note, got)
		}
	}
}
