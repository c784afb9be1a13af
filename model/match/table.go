package match

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// Table is the table of an annex as it stands in a document. It has no lines and columns
// that a person could look up: Source is the table as text, a row a line, for findings to
// point into.
type Table struct {
	Source *diag.Source
	Rows   []TableRow
}

// TableRow is a row of an annex in a document: text by column, and the bookmark that was put
// there, which is a hint and no more.
type TableRow struct {
	Cells    map[model.Role]string
	Bookmark string
	Merged   bool // its figure or note shares a cell with another row's
	Place    diag.Place
	Figure   diag.Place // of its Datum cell
}

// ReadTable takes a table, row by row, the text of a merged cell in every position that it
// covers, and says which column is which. Head rows are left out. bookmarks has one name or
// "" for each row, merged whether a cell reaches over several rows.
func ReadTable(f *model.Form, name string, grid [][]string, bookmarks []string, merged [][]bool) *Table {
	roles := columnRoles(f, grid)
	t := &Table{}
	var text strings.Builder
	for i, cells := range grid {
		row := TableRow{Cells: map[model.Role]string{}, Bookmark: bookmarks[i]}
		row.Place.Start = text.Len()
		for column, cell := range cells {
			if column > 0 {
				text.WriteString(" | ")
			}
			start := text.Len()
			text.WriteString(strings.ReplaceAll(cell, "\n", " / "))
			if column >= len(roles) {
				continue
			}
			row.Cells[roles[column]] = cleanCell(cell)
			row.Merged = row.Merged || merged[i][column] && (roles[column] == model.RoleFigure || roles[column] == model.RoleNote)
			if roles[column] == model.RoleFigure {
				row.Figure = diag.Place{Start: start, End: text.Len()}
			}
		}
		row.Place.End = text.Len()
		if !isHead(f, row) {
			t.Rows = append(t.Rows, row)
		}
		text.WriteByte('\n')
	}
	t.Source = diag.NewSource(name, []byte(text.String()))
	for i := range t.Rows {
		r := &t.Rows[i]
		r.Place, r.Figure = t.Source.At(r.Place.Start, r.Place.End), t.Source.At(r.Figure.Start, r.Figure.End)
	}
	return t
}

// cleanCell is the text of a cell without blank lines, which people type to push a figure
// down, and without white space at the edges of lines.
func cleanCell(s string) string {
	var lines []string
	for line := range strings.SplitSeq(norm.NFC.String(s), "\n") {
		if line = strings.Trim(line, " \t\u00a0"); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// columnRoles says what each column of a table shows, by the head of it, else by its place.
func columnRoles(f *model.Form, grid [][]string) []model.Role {
	byPlace := make([]model.Role, len(f.Columns))
	for i, c := range f.Columns {
		byPlace[i] = c.Role
	}
	if len(grid) == 0 {
		return byPlace
	}
	byHead := make([]model.Role, len(grid[0]))
	found := map[model.Role]bool{}
	for _, cells := range grid[:min(len(grid), 3)] {
		for i, cell := range cells {
			for _, c := range f.Columns {
				if i < len(byHead) && byHead[i] == "" && !found[c.Role] && len(c.Head) > 0 && headText(cell) == headText(c.Head[0]) {
					byHead[i], found[c.Role] = c.Role, true
				}
			}
		}
	}
	if found[model.RoleLabel] && found[model.RoleFigure] {
		return byHead
	}
	return byPlace
}

// headText is the first line of a head cell as it is compared.
func headText(s string) string {
	line, _, _ := strings.Cut(cleanCell(s), "\n")
	return plainText(line)
}

// isHead reports whether a row repeats the head of the table.
func isHead(f *model.Form, row TableRow) bool {
	return slices.ContainsFunc(f.Columns, func(c model.Column) bool {
		return c.Role == model.RoleLabel && len(c.Head) > 0 && headText(row.Cells[model.RoleLabel]) == headText(c.Head[0])
	})
}

// blank reports whether nothing is written in the row.
func (r TableRow) blank() bool {
	for _, cell := range r.Cells {
		if cell != "" {
			return false
		}
	}
	return true
}
