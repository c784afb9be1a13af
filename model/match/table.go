package match

import (
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
)

// Table is the table of an annex as it stands in a document, perhaps in several parts.
type Table struct {
	Rows     []TableRow
	Previous int          // the last table of the annex before it in the document; 0 for none
	Parts    []int        // the tables of the document that it consists of, by their ordinals
	Marked   bool         // its notes say what changed figures were before
	Before   *model.Annex // whose figures it shows as those of the period before; nil for none
	Heads    []string     // the cells of its head, from the left and down
	Columns  []string     // heads of columns that the form does not have, which are not taken
	place    diag.Place
	figures  string // the head of the column with the figures
	shows    map[model.Role]bool
}

// Shows reports whether the table has a column for that.
func (t *Table) Shows(role model.Role) bool { return t.shows[role] }

// program is what a person opens the document with.
func (t *Table) program() string {
	if t.place.Source != nil && t.place.Cell() != "" {
		return "Excel"
	}
	return "Word"
}

// TableRow is a row of an annex in a document: its cells by what they show, and the bookmark
// that was put there, which is a hint and no more.
type TableRow struct {
	Cells    map[model.Role]tabular.Cell
	Fixed    map[int]tabular.Cell // of the form's columns of fixed text, by their order
	Bookmark string
	Place    diag.Place
	Figure   diag.Place // of its figure
}

// text is what a cell says, cleaned.
func (r TableRow) text(role model.Role) string {
	c := r.Cells[role]
	text := tabular.Clean(c.Text)
	if role == model.RoleNumber && text == "" {
		if text = c.Number; text == "" {
			text = r.Cells[model.RoleLabel].Number
		}
	}
	return text
}

// blank reports whether nothing is written in the row.
func (r TableRow) blank() bool {
	for _, c := range r.Cells {
		if tabular.Clean(c.Text) != "" || c.Doubts != nil {
			return false
		}
	}
	for _, c := range r.Fixed {
		if tabular.Clean(c.Text) != "" {
			return false
		}
	}
	return true
}

// addPart adds the rows of one table of the document, below its head.
func (t *Table) addPart(name string, grid tabular.Grid, c columns) {
	src, places := tabular.Source(name, grid)
	if t.place.Source == nil {
		t.place = src.At(0, 0)
		t.shows = map[model.Role]bool{}
		for _, cells := range grid.Cells[max(0, c.first-tabular.MaxHeadRows):c.first] {
			for _, cell := range cells {
				if text := tabular.Clean(cell.Spanned); text != "" && !slices.Contains(t.Heads, text) {
					t.Heads = append(t.Heads, text)
				}
			}
		}
	}
	t.Parts = append(t.Parts, grid.Ordinal)
	for i, role := range c.roles {
		t.shows[role] = true
		if role == "" && c.heads[i] != "" && holdsText(grid.Cells[c.first:], i) {
			t.Columns = append(t.Columns, shownHead(c.heads[i]))
		}
	}
	for i := c.first; i < len(grid.Cells); i++ {
		cells := grid.Cells[i]
		beside := false
		row := TableRow{Cells: map[model.Role]tabular.Cell{}, Fixed: map[int]tabular.Cell{}, Place: src.At(places[i][0].Start, places[i][len(cells)-1].End)}
		for column, role := range c.roles {
			if role == "" {
				beside = beside || c.heads[column] == "" && tabular.Clean(cells[column].Text) != ""
				continue
			}
			if role == model.RoleFixed {
				row.Fixed[c.fixed[column]] = cells[column]
				continue
			}
			row.Cells[role] = cells[column]
			if role == model.RoleFigure {
				t.figures = c.heads[column]
				row.Figure = src.At(places[i][column].Start, places[i][column].End)
			}
		}
		if figure := row.Cells[model.RoleFigure]; beside && t.shows[model.RoleFigure] { // a cell too many
			figure.Split = true
			row.Cells[model.RoleFigure] = figure
		}
		for _, cell := range cells {
			if row.Bookmark == "" {
				row.Bookmark = cell.Bookmark
			}
		}
		if label := row.Cells[model.RoleLabel]; label.Covered && label.Text == "" { // one cell with the STT
			label.Text, label.Covered = label.Spanned, false
			row.Cells[model.RoleLabel] = label
			number := row.Cells[model.RoleNumber]
			number.Text = ""
			row.Cells[model.RoleNumber] = number
		}
		if !c.repeated(row) {
			t.Rows = append(t.Rows, row)
		}
	}
}

// holdsText reports whether anything is written in a column.
func holdsText(rows [][]tabular.Cell, column int) bool {
	return slices.ContainsFunc(rows, func(row []tabular.Cell) bool { return tabular.Clean(row[column].Text) != "" })
}

// repeated reports whether a row is the head once more.
func (c columns) repeated(row TableRow) bool {
	label := tabular.Plain(row.Cells[model.RoleLabel].Spanned)
	if label == "" || c.label >= len(c.heads) {
		return false
	}
	return label == tabular.Plain(c.heads[c.label]) || row.text(model.RoleFigure) != "" &&
		strings.HasSuffix(tabular.Plain(c.heads[c.label]), label) && !tabular.StartsWithDigit(row.text(model.RoleFigure))
}
