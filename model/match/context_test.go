package match

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
	"phuluc2b/model/tabular"
)

// Rows of one name under several headings: the heading above tells them apart, or nothing does.
func TestRepeatedLabels(t *testing.T) {
	var b strings.Builder
	b.WriteString(`mau = "lap"
nhan = "Phụ lục"
tieu_de = ["BẢNG {ky}"]
cot = [{ khoa = "stt", tieu_de = "STT", rong = 16 }, { khoa = "chi_tieu", tieu_de = "Chỉ tiêu", rong = 90 }, { khoa = "so_lieu", tieu_de = "Số liệu", rong = 30 }]
`)
	for _, id := range []string{"1", "2", "3"} {
		fmt.Fprintf(&b, "[[dong]]\nma = %q\nstt = %[1]q\nten = \"Lao động loại %[2]s\"\nloai = \"so_dem\"\n", id, map[string]string{"1": "một", "2": "hai", "3": "ba"}[id])
		fmt.Fprintf(&b, "[[dong]]\nma = \"%s.a\"\nkhoi = \"Trong đó\"\nten = \"Nam\"\nloai = \"so_dem\"\n[[dong]]\nma = \"%[1]s.b\"\nkhoi = \"Trong đó\"\nten = \"Nữ\"\nloai = \"so_dem\"\n", id)
	}
	form, findings := check.Reader(modeltest.AnyRune).ReadForm(diag.NewSource("lap.toml", []byte(b.String())))
	if form == nil {
		t.Fatal(findings)
	}
	for _, test := range []struct {
		name  string
		rows  string // of the table, by the row of the form whose label they have
		want  string // what they are taken for
		doubt string // rows of the form of which it cannot be told
	}{
		{"a block moved", "2 2.a 2.b 1 1.a 1.b 3 3.a 3.b", "2 2.a 2.b 1 1.a 1.b 3 3.a 3.b", ""},
		{"a block left out", "1 1.a 1.b 3 3.a 3.b", "1 1.a 1.b 3 3.a 3.b", ""},
		{"a row left out", "1 1.b 2 2.a 2.b 3 3.a", "1 1.b 2 2.a 2.b 3 3.a", ""},
		{"a heading left out", "1 1.a 1.b 2.a 2.b 3 3.a 3.b", "1 1.a 1.b 2.a 2.b 3 3.a 3.b", ""},
		{"a row put in", "1 1.a 1.b 2 1.a 2.a 2.b 3 3.a 3.b", "1 1.a 1.b 2 - - - 3 3.a 3.b", "2.a 2.b"},
		{"a row moved", "1 1.a 3.b 1.b 2 2.a 2.b 3 3.a", "1 - - - 2 2.a 2.b 3 3.a", "1.a 1.b"},
		{"a heading moved", "1.a 1.b 2 1 2.a 2.b 3 3.a 3.b", "- - 2 1 - - 3 3.a 3.b", "1.a 1.b"},
		{"a block twice", "1 1.a 1.b 2 2.a 2.b 2 2.a 2.b 3 3.a 3.b", "1 1.a 1.b 2 - - - - - 3 3.a 3.b", "2.a 2.b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			index := form.RowIndex()
			var rows []TableRow
			for id := range strings.FieldsSeq(test.rows) {
				r := form.Rows[index[id]]
				rows = append(rows, TableRow{Cells: map[model.Role]tabular.Cell{model.RoleNumber: {Text: r.Number}, model.RoleLabel: {Text: r.Label[0]}}})
			}
			matches, doubts := matchRows(form, rows)
			var got, doubtful []string
			for _, j := range matches {
				if j < 0 {
					got = append(got, "-")
				} else {
					got = append(got, form.Rows[j].ID)
				}
			}
			for _, d := range doubts {
				for _, j := range d.form {
					doubtful = append(doubtful, form.Rows[j].ID)
				}
			}
			slices.Sort(doubtful)
			if strings.Join(got, " ") != test.want || strings.Join(doubtful, " ") != test.doubt {
				t.Errorf("%v, doubts %v", got, doubtful)
			}
		})
	}
}
