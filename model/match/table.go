package match

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// Cell is one position of a document's table.
type Cell struct {
	Text     string   // of the cell that begins here; "" where one further left or above reaches to
	Spanned  string   // of the cell that covers the position
	Number   string   // that Word puts before the text by itself
	Doubts   []string // what stands in the cell and is no text, as a person calls it
	Bookmark string
	Covered  bool // by a cell further left
	Tall     bool // the cell reaches over several rows
	Boxed    bool // some of the text stands in a text box
	Ragged   bool // its row has more or fewer cells than most of the table
	Split    bool // several cells stand where the head has one
}

// Grid is a table of a document, row by row, all as wide as the widest.
type Grid struct {
	Ordinal int // in the document, from 1
	Cells   [][]Cell
}

func (g Grid) width() int {
	if len(g.Cells) == 0 {
		return 0
	}
	return len(g.Cells[0])
}

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

// TableRow is a row of an annex in a document: its cells by what they show, and the bookmark
// that was put there, which is a hint and no more.
type TableRow struct {
	Cells    map[model.Role]Cell
	Fixed    map[int]Cell // of the form's columns of fixed text, by their order
	Bookmark string
	Place    diag.Place
	Figure   diag.Place // of its figure
}

// text is what a cell says, cleaned.
func (r TableRow) text(role model.Role) string {
	c := r.Cells[role]
	text := cleanCell(c.Text)
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
		if cleanCell(c.Text) != "" || c.Doubts != nil {
			return false
		}
	}
	for _, c := range r.Fixed {
		if cleanCell(c.Text) != "" {
			return false
		}
	}
	return true
}

// addPart adds the rows of one table of the document, below its head.
func (t *Table) addPart(name string, grid Grid, c columns) {
	src, places := gridSource(name, grid)
	if t.place.Source == nil {
		t.place = src.At(0, 0)
		t.shows = map[model.Role]bool{}
		for _, cells := range grid.Cells[max(0, c.first-maxHeadRows):c.first] {
			for _, cell := range cells {
				if text := cleanCell(cell.Spanned); text != "" && !slices.Contains(t.Heads, text) {
					t.Heads = append(t.Heads, text)
				}
			}
		}
	}
	t.Parts = append(t.Parts, grid.Ordinal)
	for i, role := range c.roles {
		t.shows[role] = true
		if role == "" && c.heads[i] != "" && holdsText(grid.Cells[c.first:], i) {
			t.Columns = append(t.Columns, strings.Join(strings.Fields(strings.ReplaceAll(c.heads[i], headSeparator, " / ")), " "))
		}
	}
	for i := c.first; i < len(grid.Cells); i++ {
		cells := grid.Cells[i]
		beside := false
		row := TableRow{Cells: map[model.Role]Cell{}, Fixed: map[int]Cell{}, Place: src.At(places[i][0].Start, places[i][len(cells)-1].End)}
		for column, role := range c.roles {
			if role == "" {
				beside = beside || c.heads[column] == "" && cleanCell(cells[column].Text) != ""
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

// repeated reports whether a row is the head once more.
func (c columns) repeated(row TableRow) bool {
	label := plainText(row.Cells[model.RoleLabel].Spanned)
	if label == "" || c.label >= len(c.heads) {
		return false
	}
	return label == plainText(c.heads[c.label]) || row.text(model.RoleFigure) != "" &&
		strings.HasSuffix(plainText(c.heads[c.label]), label) && !startsWithDigit(row.text(model.RoleFigure))
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func holdsText(rows [][]Cell, column int) bool {
	for _, row := range rows {
		if column < len(row) && cleanCell(row[column].Text) != "" {
			return true
		}
	}
	return false
}

// gridSource is a table as text, a row a line, for findings to point into, and the place of
// each of its cells.
func gridSource(name string, grid Grid) (*diag.Source, [][]diag.Place) {
	var text strings.Builder
	places := make([][]diag.Place, len(grid.Cells))
	for i, cells := range grid.Cells {
		for column, cell := range cells {
			if column > 0 {
				text.WriteString(" | ")
			}
			start := text.Len()
			text.WriteString(strings.ReplaceAll(cleanCell(cell.Text), "\n", " / "))
			places[i] = append(places[i], diag.Place{Start: start, End: text.Len()})
		}
		text.WriteByte('\n')
	}
	src := diag.NewSource(name, []byte(text.String()))
	src.Part = fmt.Sprintf("bảng %d", grid.Ordinal)
	return src, places
}

// cleanCell is the text of a cell without blank lines, which people type to push a figure
// down, without white space at the edges of lines, and without signs that are not seen.
func cleanCell(s string) string {
	if s == "" {
		return ""
	}
	var lines []string
	for line := range strings.SplitSeq(norm.NFC.String(strings.Map(dropUnseen, s)), "\n") {
		if line = strings.Trim(line, " \t\u00a0\u2007\u202f\u2009\u3000"); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// dropUnseen leaves out signs that are not seen.
func dropUnseen(r rune) rune {
	if !isRaised(r) && dropRaised(r) < 0 {
		return -1
	}
	return r
}
