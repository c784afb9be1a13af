package layout

import (
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/model"
)

// tableBuilder fills the grid of an annex, row by row.
type tableBuilder struct {
	annex     *model.Annex
	before    map[string]model.Figure // of the period before, by row ID
	styles    *styles
	earlier   bool // see [Options]
	grid      *Grid
	room      []Cell // for cells to come
	bookmarks bookmarks
	contents  map[model.Role]roleContent
}

func newGrid(a *model.Annex, options Options, s *styles, width Length, family *fonts.Family) *Grid {
	b := tableBuilder{annex: a, styles: s, earlier: options.Earlier, bookmarks: make(bookmarks, len(a.Form.Rows)), contents: roleContents(), grid: &Grid{
		Title:   words(strings.Join(a.TitleLines(), " ")),
		Columns: columnWidths(a.Form.Columns, width),
		Border:  Point / 2,
		Padding: Millimetres(1.9),
		Rows:    make([]Row, 0, 2+len(a.Form.Rows)),
	}}
	if options.Previous != nil {
		b.before = options.Previous.Figures
	}
	b.head(a.Form.Columns, family)
	groups := a.Form.Groups()
	for i, row := range a.Form.Rows {
		b.row(row, groups[row.ID])
		if i > 0 && row.Block != "" {
			b.fromEnd(1).KeepNext = true // a block stays with the row above it
		}
	}
	if b.grid.summarise("một chỉ tiêu"); b.earlier {
		b.grid.Title, b.grid.Summary = strings.Join(a.TitleLines(), " "), strings.ReplaceAll(strings.Join(b.grid.heads(), "; "), "\n", " ")
	}
	b.grid.Relations = relations(a.Form, b.grid)
	return b.grid
}

// columnWidths rounds millimetres; the column without a width takes what is left.
func columnWidths(columns []model.Column, width Length) []Length {
	widths := make([]Length, len(columns))
	rest, open := width, -1
	for i, c := range columns {
		widths[i] = Millimetres(c.Width)
		rest -= widths[i]
		if c.Width == 0 {
			open = i
		}
	}
	if open >= 0 {
		widths[open] = rest
	}
	return widths
}

// fromEnd is the row that stands n rows above the end of the grid.
func (b *tableBuilder) fromEnd(n int) *Row { return &b.grid.Rows[len(b.grid.Rows)-1-n] }

// addRow adds a row without cells, and returns it and its index.
func (b *tableBuilder) addRow() (*Row, int) {
	b.grid.Rows = append(b.grid.Rows, Row{Cells: make([]*Cell, len(b.grid.Columns))})
	return b.fromEnd(0), len(b.grid.Rows) - 1
}

// addCell makes the cell of one position.
func (b *tableBuilder) addCell(row, column int, paragraphs []Paragraph, source string) *Cell {
	if len(b.room) == 0 {
		b.room = make([]Cell, 16*len(b.grid.Columns))
	}
	c := &b.room[0]
	b.room = b.room[1:]
	*c = Cell{Row: row, Column: column, RowSpan: 1, ColumnSpan: 1, Paragraphs: paragraphs, Source: source}
	b.grid.Rows[row].Cells[column] = c
	return c
}

// head adds one head row, or two when columns have a spanner. Each has at least its share of
// the height of the tallest cell over both: LibreOffice clips a repeated head whose merged
// cell is taller than its rows.
func (b *tableBuilder) head(columns []model.Column, family *fonts.Family) {
	b.grid.Head = 1
	for _, c := range columns {
		if c.Spanner != "" {
			b.grid.Head = 2
		}
	}
	for range b.grid.Head {
		b.addRow()
	}
	var tallest Length
	for i, c := range columns {
		if c.Spanner == "" {
			cell := b.addCell(0, i, b.headText(c.Head), "")
			if cell.RowSpan = b.grid.Head; b.grid.Head == 2 {
				b.grid.Rows[1].Cells[i] = cell
			}
			tallest = max(tallest, Height(family, cell.Paragraphs, b.grid.Width(cell)))
			continue
		}
		b.addCell(1, i, b.headText(c.Head), "")
		if i > 0 && columns[i-1].Spanner == c.Spanner {
			spanner := b.grid.Rows[0].Cells[i-1]
			spanner.ColumnSpan++
			b.grid.Rows[0].Cells[i] = spanner
		} else {
			b.addCell(0, i, b.headText([]string{c.Spanner}), "")
		}
	}
	share := (tallest + Length(b.grid.Head) - 1) / Length(b.grid.Head)
	for i := range b.grid.Rows {
		b.grid.Rows[i].MinHeight = share + b.grid.Border
	}
}

// headText sets lines in brackets, explanations, in a style of their own.
func (b *tableBuilder) headText(lines []string) []Paragraph {
	paragraphs := textIn(b.styles.head, lines)
	for i, p := range paragraphs {
		if strings.HasPrefix(p.Text, "(") {
			paragraphs[i].Style = b.styles.headNote
		}
	}
	return paragraphs
}

// row adds a row of the form. A row with rows below it stays with the next one.
func (b *tableBuilder) row(row model.Row, group bool) {
	strong := row.Strong(group)
	r, index := b.addRow()
	r.KeepNext = group
	if row.Section() {
		r.Bookmark = words(row.Number + " " + strings.Join(row.Label, " "))
	}
	fixed := 0
	for column, c := range b.annex.Form.Columns {
		if c.Role == model.RoleNumber && b.joinsBlock(row, index, column) {
			continue
		}
		content := b.contents[c.Role]
		shown := datum{row: row, figure: b.annex.Figures[row.ID], before: b.before[row.ID]}
		if c.Role == model.RoleFixed {
			shown.fixed = row.FixedText(fixed)
			fixed++
		}
		align := alignment(c.Align, content.align)
		cell := b.addCell(index, column, textIn(b.styles.cells[look{align: align, strong: strong}], content.text(shown)), row.ID+"/"+string(c.Role))
		switch c.Role {
		case model.RoleFigure:
			cell.Bookmark = b.bookmarks.of(row)
		case model.RoleLabel:
			if row.Section() && !b.earlier {
				cell.Paragraphs[0].Style = b.styles.section(align, strong)
			}
			cell.Header = !cell.Empty()
		case model.RoleNumber:
			cell.Header = !cell.Empty()
		}
		cell.Entry = entry(c.Role, row)
	}
}

// joinsBlock extends the block cell of the row above over this row, and reports whether they
// share a block.
func (b *tableBuilder) joinsBlock(row model.Row, index, column int) bool {
	i := index - b.grid.Head
	if i == 0 || !row.SharesBlock(b.annex.Form.Rows[i-1]) {
		return false
	}
	cell := b.grid.Rows[index-1].Cells[column]
	cell.RowSpan++
	b.grid.Rows[index].Cells[column] = cell
	return true
}

// textIn is a paragraph for each line; an empty one when there is none.
func textIn(style *Style, lines []string) []Paragraph {
	paragraphs := make([]Paragraph, 0, max(1, len(lines)))
	for _, line := range lines {
		paragraphs = append(paragraphs, Paragraph{style, line})
	}
	if len(paragraphs) == 0 {
		paragraphs = append(paragraphs, Paragraph{Style: style})
	}
	return paragraphs
}

// BookmarkPrefix begins the bookmark of every cell that shows a figure, and of no other.
const BookmarkPrefix = model.BookmarkPrefix

// longestBookmark is the most characters that Word takes in a name.
const longestBookmark = 40

// bookmarks are the names given so far, in lower case: Word ignores case, so each is given once.
type bookmarks map[string]bool

// of is the bookmark of the cell that shows the figure of a row; "" if it would be too long or
// is given already. To a reader of an edited document it is a hint: typing over a cell may
// delete its bookmark.
func (b bookmarks) of(row model.Row) string {
	name := row.Bookmark()
	key := strings.ToLower(name)
	if len(name) > longestBookmark || b[key] {
		return ""
	}
	b[key] = true
	return name
}
