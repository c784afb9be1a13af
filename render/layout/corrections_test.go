package layout

import (
	"fmt"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
)

// filed is the annex of Hương Khê with changes: pairs of what is in the file and what is to
// stand there.
func filed(t testing.TB, name string, changes ...string) *model.Annex {
	t.Helper()
	text := string(source(t, "seeds/huong-khe-2021.toml").Text)
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			t.Fatalf("no %s in the file", changes[i])
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	family := serif(t)
	forms, faults := check.Reader(family.Has).ReadForms()
	if faults != nil {
		t.Fatal(faults)
	}
	annex, findings := check.Reader(family.Has).ReadAnnex(diag.NewSource(name, []byte(text)), forms)
	if annex == nil {
		t.Fatal(findings[0].Message)
	}
	return annex
}

// corrected is what an office corrects: the report that it goes with, figures and notes in
// groups, in a block and in rows whose STT is misprinted.
func corrected() []string {
	return []string{
		"so      = 476", "so      = 480",
		"2021-12-02 ", "2021-12-15 ",
		`"1.1.2"     = 57`, `"1.1.2"     = 58`,
		`"1.2"       = 19`, `"1.2"       = 21`,
		`"1.2.1"     = "07"`, `"1.2.1"     = { so_lieu = "09", ghi_chu = "Gồm cả kiểm tra đột xuất" }`,
		`"1.4.2"     = 1`, `"1.4.2"     = 2`,
		`"3.1.3.b"   = 290`, `"3.1.3.b"   = 288`,
		`"4.1.2"     = ""`, `"4.1.2"     = 80`,
		`"4.1.2.c"   = "5 %"`, `"4.1.2.c"   = "7,5 %"`,
		`"7.1.2"     = [1, 1]`, `"7.1.2"     = [1, 2]`,
		`"7.1.6.1.b" = "100%"`, `"7.1.6.1.b" = "87,5%"`,
	}
}

func TestCorrections(t *testing.T) {
	t.Parallel()
	old, now := filed(t, "out/huong-khe-2021.toml"), filed(t, "new.toml", corrected()...)
	checkDump(t, "dinh-chinh.txt", NewCorrections(old, now, model.Compare(old, now), serif(t), Options{}))
}

func TestComparedWith(t *testing.T) {
	t.Parallel()
	const date = "ngay    = 2021-12-02"
	for _, test := range []struct{ file, old, now, want string }{
		{"a.toml", date, "ngay    = 2021-12-15", "So với bản ngày 02/12/2021"},
		{"a.toml", date, "", "So với bản ngày 02/12/2021"},
		{"dir/a.toml", date, date, "So với bản trước (tệp a.toml)"},
		{"a.toml", "", date, "So với bản trước (tệp a.toml)"},
		{"漢.toml", date, date, "So với bản trước (tệp _.toml)"},
	} {
		t.Run(fmt.Sprint(test.file, ", ", test.old, ", ", test.now), func(t *testing.T) {
			t.Parallel()
			old, now := filed(t, test.file, date, test.old), filed(t, "b.toml", date, test.now)
			if got := comparedWith(old, now, serif(t)); got != test.want {
				t.Errorf("%s, %q, %q: %s", test.file, test.old, test.now, got)
			}
		})
	}
}

// All dates of the sheet are written as the form writes them.
func TestOneDateStyle(t *testing.T) {
	t.Parallel()
	old, now := filed(t, "a.toml"), filed(t, "b.toml", "ngay    = 2021-12-02", "ngay    = 2022-01-05")
	form := *now.Form
	form.LongDate = true
	old.Form, now.Form = &form, &form
	var all strings.Builder
	if err := Dump(&all, NewCorrections(old, now, model.Compare(old, now), serif(t), Options{})); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"ngày 05 tháng 01 năm 2022 của", "So với bản ngày 02 tháng 12 năm 2021", "| 02 tháng 12 năm 2021 | 05 tháng 01 năm 2022 |"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("%q is not in it", want)
		}
	}
	if strings.Contains(all.String(), "/2021") {
		t.Error("a date is short")
	}
}

func TestNoteChanges(t *testing.T) {
	t.Parallel()
	old := filed(t, "a.toml", `"1.2.2"     = 12`, `"1.2.2"     = { so_lieu = 12, ghi_chu = "cũ" }`)
	now := filed(t, "b.toml", append(corrected(), `"1.2.2"     = 12`, `"1.2.2"     = { so_lieu = 11, ghi_chu = "mới" }`)...)
	doc := New(now, serif(t), Options{Changed: model.Compare(old, now)})
	for source, want := range map[string]string{
		"1.1.2/ghi_chu": "trước: 57",
		"1.2.1/ghi_chu": "Gồm cả kiểm tra đột xuất\ntrước: 07",
		"1.2.2/ghi_chu": "mới\ntrước: 12",
		"4.1.2/ghi_chu": "trước: (trống)",
		"7.1.2/ghi_chu": "trước: 1; 1",
		"1.1.1/ghi_chu": "",
	} {
		t.Run(source, func(t *testing.T) {
			if got := cellOf(t, doc, source).Text(); got != want {
				t.Errorf("%s: %q, want %q", source, got, want)
			}
		})
	}
	if note := now.Figures["1.2.2"].Note; note != "mới" {
		t.Errorf("the annex itself says %q", note)
	}
}

// cellOf is the cell that shows a datum.
func cellOf(t *testing.T, doc *Document, source string) *Cell {
	t.Helper()
	for _, block := range doc.Blocks {
		if grid, ok := block.(*Grid); ok {
			for _, row := range grid.Rows {
				for _, c := range row.Cells {
					if c.Source == source {
						return c
					}
				}
			}
		}
	}
	t.Fatalf("no cell shows %s", source)
	return nil
}
