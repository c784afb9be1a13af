package match

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
)

// Choice is what a person says of a document that holds more than one annex, or more than one
// column of figures.
type Choice struct {
	Table  int    // ordinal of the first table of the annex, from 1; 0 for none
	Column string // head of the column with the figures; "" for none
}

// candidate is a table of a document that has rows of a form.
type candidate struct {
	grid    tabular.Grid
	columns columns
	rows    []int // of the form, in the order of the table
}

// FindTable finds the annex's table among those of a document: the tables that have rows of
// the form, joined where they go on. It is nil, with findings, when there is none, when there
// are several annexes, or when the columns of one cannot be told.
func FindTable(f *model.Form, name string, grids []tabular.Grid, choice Choice) (*Table, diag.List) {
	all, fault := annexesOf(f, name, grids, choice.Column)
	annexes := slices.Clone(all)
	if choice.Table > 0 {
		annexes = slices.DeleteFunc(annexes, func(parts []candidate) bool {
			return !slices.ContainsFunc(parts, func(c candidate) bool { return c.grid.Ordinal == choice.Table })
		})
	}
	previous := 0
	if choice.Table > 0 {
		previous = lastBefore(all, annexes)
	}
	switch {
	case fault != nil && choice.Table == 0 && len(annexes) > 0:
		fault.Hint, fault.Remedy = "", tableRemedy(diag.ConfirmTable, annexes)
		return nil, diag.List{*fault}
	case fault != nil && len(annexes) == 0:
		return nil, diag.List{*fault}
	case len(annexes) == 0 && choice.Table > 0:
		return nil, documentFault("khong-co-bang", name, fmt.Sprintf("bảng %d không có dòng nào của biểu mẫu %s", choice.Table, f.ID), diag.Remedy{Do: diag.ListTables})
	case len(annexes) == 0:
		return nil, documentFault("khong-co-bang", name, "văn bản không có bảng nào theo biểu mẫu "+f.ID, diag.Remedy{Do: diag.ChooseForm})
	case len(annexes) > 1:
		var found []string
		for _, parts := range annexes {
			found = append(found, fmt.Sprintf("%s có %d dòng, %d dòng có số liệu", called(parts[0].grid), rowCount(parts), figureCount(parts)))
		}
		return nil, documentFault("nhieu-phu-luc", name, fmt.Sprintf("văn bản có %d bảng cùng theo biểu mẫu %s: %s", len(annexes), f.ID, strings.Join(found, "; ")), tableRemedy(diag.ChooseTable, annexes))
	}
	t := &Table{Previous: previous}
	for _, part := range annexes[0] {
		t.addPart(name, part.grid, part.columns)
	}
	return t, nil
}

// lastBefore is the last table of the annexes before the one that was chosen; 0 for none.
func lastBefore(all, chosen [][]candidate) int {
	last := 0
	for _, parts := range all {
		if len(chosen) > 0 && parts[0].grid.Ordinal < chosen[0][0].grid.Ordinal {
			last = parts[len(parts)-1].grid.Ordinal
		}
	}
	return last
}

// called is a table by its ordinal, and by the sheet that it stands in.
func called(grid tabular.Grid) string {
	name := fmt.Sprintf("bảng %d", grid.Ordinal)
	if grid.Sheet != "" {
		name += fmt.Sprintf(" (trang tính “%s”)", grid.Sheet)
	}
	return name
}

func rowCount(parts []candidate) int {
	n := 0
	for _, c := range parts {
		n += len(c.rows)
	}
	return n
}

// figureCount is how many rows have something in the column of figures.
func figureCount(parts []candidate) int {
	n := 0
	for _, c := range parts {
		column := slices.Index(c.columns.roles, model.RoleFigure)
		for _, row := range c.grid.Cells[c.columns.first:] {
			if column >= 0 && tabular.Clean(row[column].Text) != "" {
				n++
			}
		}
	}
	return n
}

// annexesOf sorts the tables that have rows of the form into annexes: a table goes on with the
// one before it if it has none of the rows again. A table within another comes before it, and has
// the rows; the outer one has all of them in a cell, which is no row.
func annexesOf(f *model.Form, name string, grids []tabular.Grid, column string) ([][]candidate, *diag.Finding) {
	labels := labelSet(f)
	var annexes [][]candidate
	var before *columns
	var first *diag.Finding
	for _, grid := range grids {
		rows := rowsOf(f, labels, grid)
		if len(rows) == 0 || len(rows) == 1 && len(grid.Cells) > 3 {
			continue
		}
		grid, c, fault := readColumns(f, labels, grid, before, column)
		if fault != "" {
			if first == nil {
				first = columnFinding(fault, name, grid, c, column)
			}
			continue
		}
		before = &c
		part := candidate{grid: grid, columns: c, rows: rows}
		if n := len(annexes); n > 0 && !overlap(annexes[n-1], part) {
			annexes[n-1] = append(annexes[n-1], part)
		} else {
			annexes = append(annexes, []candidate{part})
		}
	}
	return annexes, first
}

// labelSet is the labels of a form as they are compared.
func labelSet(f *model.Form) map[string]bool {
	labels := map[string]bool{}
	for _, r := range f.Rows {
		if label := formLabel(r); label != "" {
			labels[label] = true
		}
	}
	return labels
}

// formLabel is the label of a row of a form as those of tables are compared: without an STT that
// stands before it.
func formLabel(r model.Row) string {
	_, label, _ := tabular.CutNumber(strings.Join(r.Label, "\n"))
	return tabular.Plain(label)
}

// rowsOf are the rows of the form that a table has, by label alone, each as often as it stands
// there.
func rowsOf(f *model.Form, labels map[string]bool, grid tabular.Grid) []int {
	column := labelColumn(labels, grid)
	if column < 0 {
		return nil
	}
	byLabel := map[string][]int{}
	for i, r := range f.Rows {
		label := formLabel(r)
		byLabel[label] = append(byLabel[label], i)
	}
	var rows []int
	used := map[string]int{}
	for _, cells := range grid.Cells {
		label := rowLabel(cells, column)
		if all := byLabel[label]; len(all) > 0 {
			rows = append(rows, all[min(used[label], len(all)-1)])
			used[label]++
		}
	}
	return rows
}

// overlap reports whether a table has rows that the annex has already: more than a few, which
// may be labels that stand in several parts.
func overlap(parts []candidate, next candidate) bool {
	have := map[int]bool{}
	for _, c := range parts {
		for _, row := range c.rows {
			have[row] = true
		}
	}
	again := 0
	for _, row := range next.rows {
		if have[row] {
			again++
		}
	}
	return again > 0 && again*4 > len(next.rows)
}

// BestForm is the form that most rows of a document's tables are of. It is nil when no form
// has more than half of the rows of its best table.
func BestForm(forms model.Forms, grids []tabular.Grid) *model.Form {
	var best *model.Form
	most := 0
	for _, id := range forms.IDs() {
		f := forms[id]
		labels := labelSet(f)
		for _, grid := range grids {
			rows := len(rowsOf(f, labels, grid))
			if rows > most && rows*2 > labelled(labels, grid) {
				best, most = f, rows
			}
		}
	}
	return best
}

// labelled is how many rows of a table have a text where the labels stand.
func labelled(labels map[string]bool, grid tabular.Grid) int {
	column := labelColumn(labels, grid)
	if column < 0 {
		return 0
	}
	n := 0
	for _, cells := range grid.Cells {
		if rowLabel(cells, column) != "" {
			n++
		}
	}
	return n
}
