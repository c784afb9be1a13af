package match

import (
	"fmt"
	"slices"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
	"phuluc2b/model/tabular"
)

// tableOf is the form as a table of a document.
func tableOf(f *model.Form) []TableRow {
	var rows []TableRow
	for _, r := range f.Rows {
		label := ""
		for _, line := range r.Label {
			label += line + "\n"
		}
		rows = append(rows, TableRow{Cells: map[model.Role]tabular.Cell{model.RoleNumber: {Text: r.Number + r.Block}, model.RoleLabel: {Text: label}}, Bookmark: r.Bookmark()})
	}
	return rows
}

func TestMatch(t *testing.T) {
	form := modeltest.ReadText(t, "seed", modeltest.WithChanges(t)).Form
	index := form.RowIndex()
	change := func(id string, f func(*TableRow)) func([]TableRow) []TableRow {
		return func(rows []TableRow) []TableRow {
			f(&rows[index[id]])
			return rows
		}
	}
	for _, test := range []struct {
		name    string
		edit    func([]TableRow) []TableRow
		missing []string // rows of the form that no row of the table is
		extra   int      // rows of the table that are none
	}{
		{"as it is", func(rows []TableRow) []TableRow { return rows }, nil, 0},
		{"without bookmarks and numbers", func(rows []TableRow) []TableRow {
			for i := range rows {
				rows[i].Bookmark, rows[i].Cells[model.RoleNumber] = "", tabular.Cell{}
			}
			return rows
		}, nil, 0},
		{"misnumbered", change("2.1", func(r *TableRow) { r.Cells[model.RoleNumber] = tabular.Cell{Text: "7.2.7.2"} }), nil, 0},
		{"case, blanks and stops", change("2.1", func(r *TableRow) {
			r.Cells[model.RoleLabel] = tabular.Cell{Text: " SỐ VBQPPL  đã ban hành / tham mưu ban hành. "}
		}), nil, 0},
		{"slips of the pen", change("2.2", func(r *TableRow) {
			r.Cells[model.RoleLabel] = tabular.Cell{Text: "Số VBQPPL đã kiểm tra theo thẩm quyền"}
		}), nil, 0},
		{"another label", change("2.2", func(r *TableRow) {
			r.Cells[model.RoleLabel], r.Bookmark = tabular.Cell{Text: "Số văn bản khác hẳn"}, ""
		}), []string{"2.2"}, 1},
		{"a row left out", func(rows []TableRow) []TableRow { return slices.Delete(rows, index["3.1.3.b"], index["3.1.3.b"]+1) }, []string{"3.1.3.b"}, 0},
		{"a row put in", func(rows []TableRow) []TableRow {
			return slices.Insert(rows, 40, TableRow{Cells: map[model.Role]tabular.Cell{model.RoleLabel: {Text: "Số dịch vụ mới"}}})
		}, nil, 1},
		{"a row moved", func(rows []TableRow) []TableRow {
			moved := rows[index["1.4.1"]]
			rows = slices.Delete(rows, index["1.4.1"], index["1.4.1"]+1)
			return append(rows, moved)
		}, nil, 0},
		{"half of it", func(rows []TableRow) []TableRow { return rows[:70] }, nil, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			rows := test.edit(tableOf(form))
			var missing []string
			matches, _ := matchRows(form, rows)
			extra := 0
			for i, j := range matches {
				if j < 0 {
					extra++
				} else if rows[i].Bookmark != "" && rows[i].Bookmark != form.Rows[j].Bookmark() {
					t.Errorf("%s is taken for %s", rows[i].Bookmark, form.Rows[j].ID)
				}
			}
			for j, r := range form.Rows {
				if !slices.Contains(matches, j) && len(rows) > 100 {
					missing = append(missing, r.ID)
				}
			}
			if !slices.Equal(missing, test.missing) || extra != test.extra {
				t.Errorf("missing %v, %d extra", missing, extra)
			}
		})
	}
}

func BenchmarkMatch(b *testing.B) {
	for _, rows := range []int{143, 20_000} {
		_, forms := modeltest.Large(b, rows)
		table := tableOf(forms["lon"])
		table = slices.Delete(table, 50, 51)
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			for b.Loop() {
				matchRows(forms["lon"], table)
			}
		})
	}
	form, _ := check.Reader(modeltest.AnyRune).ReadForm(diag.NewSource("f", []byte(modeltest.RepositoryFile(b, "templates/phu-luc-2b-2021.toml"))))
	table := tableOf(form)
	for i := range table {
		table[i].Cells[model.RoleLabel] = tabular.Cell{Text: table[i].Cells[model.RoleLabel].Text + " x"}
	}
	b.Run("slips", func(b *testing.B) {
		for b.Loop() {
			matchRows(form, table)
		}
	})
}
