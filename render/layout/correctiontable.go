package layout

import (
	"slices"
	"strconv"
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/model"
)

// correctionBuilder builds the table of changes. Each changed row follows the group rows above
// it in the annex, since the printed STT is not always unique.
type correctionBuilder struct {
	tableBuilder
	old    *model.Annex
	count  int
	headed map[string]bool // IDs of the rows that are in the table
}

// The columns of the table of changes, from the left.
const (
	ordinalColumn = iota
	numberColumn
	labelColumn
	unitColumn
	oldColumn
	newColumn
	remarkColumn
)

// correctionColumns have widths that fit a date, and units such as "Trực tuyến = 0", on a line.
func correctionColumns() []model.Column {
	const figures = "Số liệu"
	return []model.Column{
		ordinalColumn: {Head: []string{"TT"}, Width: 10},
		numberColumn:  {Head: []string{"Mục"}, Width: 16},
		labelColumn:   {Head: []string{"Chỉ tiêu"}},
		unitColumn:    {Head: []string{"Đơn vị tính"}, Width: 30},
		oldColumn:     {Head: []string{"Cũ"}, Spanner: figures, Width: 24},
		newColumn:     {Head: []string{"Mới"}, Spanner: figures, Width: 24},
		remarkColumn:  {Head: []string{"Chênh lệch"}, Width: 18},
	}
}

// correctionLines are the lines of each cell of a row.
type correctionLines [remarkColumn + 1][]string

func newCorrectionGrid(old, new *model.Annex, changes []model.Change, s *styles, width Length, family *fonts.Family) *Grid {
	columns := correctionColumns()
	b := correctionBuilder{old: old, headed: map[string]bool{}, tableBuilder: tableBuilder{annex: new, styles: s, grid: &Grid{
		Title:   "Bảng đính chính số liệu",
		Columns: columnWidths(columns, width),
		Border:  Point / 2,
		Padding: Millimetres(1.9),
	}}}
	b.head(columns, family)
	groups := new.Form.Groups()
	for _, c := range changes {
		b.heading(c)
		b.change(c, c.Row != nil && c.Row.Strong(groups[c.Row.ID]))
	}
	b.grid.summarise("một chỗ thay đổi, hoặc đề mục của những chỗ ở dưới")
	return b.grid
}

// heading adds the rows above a change, unless they are in the table already.
func (b *correctionBuilder) heading(c model.Change) {
	if c.Row == nil {
		if b.count == 0 {
			b.addHeading(true, "", "Thông tin báo cáo")
		}
		return
	}
	form := b.annex.Form
	if c.Removed {
		form = b.old.Form
	}
	b.above(form, form.RowIndex(), c.Row.Parent())
}

// above adds a row above a change, after those above that row.
func (b *correctionBuilder) above(form *model.Form, index map[string]int, id string) {
	if id == "" || b.headed[id] {
		return
	}
	b.headed[id] = true
	row := form.Rows[index[id]]
	b.above(form, index, row.Parent())
	b.addHeading(row.Section(), row.Number+row.Block, row.Label...)
}

// change adds one change, with its number.
func (b *correctionBuilder) change(c model.Change, strong bool) {
	b.count++
	old, new := b.shown(c)
	lines := correctionLines{
		ordinalColumn: {strconv.Itoa(b.count)},
		labelColumn:   {c.Label},
		oldColumn:     strings.Split(old, "\n"),
		newColumn:     strings.Split(new, "\n"),
		remarkColumn:  {c.Remark()},
	}
	first := c.Row != nil && !b.headed[c.Row.ID]
	if c.Row != nil {
		lines[numberColumn], lines[labelColumn] = []string{c.Row.Number + c.Row.Block}, c.Row.Label
		b.headed[c.Row.ID] = true
	}
	switch c.Part {
	case model.PartFigure:
		lines[unitColumn] = c.Row.Unit
	case model.PartNote:
		lines[labelColumn] = append(slices.Clone(c.Row.Label), "(ghi chú)")
	}
	row := b.add(strong, lines)
	if first && c.Row.Section() {
		b.open(row, c.Row.Number+c.Row.Block, c.Row.Label)
	}
}

// shown is both versions as the sheet shows them: dates as the form writes them.
func (b *correctionBuilder) shown(c model.Change) (old, new string) {
	old, new = c.Shown()
	if c.Part == model.PartHeader && c.Key == "ngay" {
		if c.Old != "" {
			old = b.annex.Form.WriteDate(b.old.Report.Date)
		}
		if c.New != "" {
			new = b.annex.Form.WriteDate(b.annex.Report.Date)
		}
	}
	return old, new
}

// addHeading adds a row whose label spans to the right edge, kept with the next row. That of a
// section is in the outline.
func (b *correctionBuilder) addHeading(section bool, number string, label ...string) {
	row := b.add(true, correctionLines{numberColumn: {number}, labelColumn: label})
	row.KeepNext = true
	cell := row.Cells[labelColumn]
	if section {
		b.open(row, number, label)
	}
	for column := labelColumn + 1; column <= remarkColumn; column++ {
		cell.ColumnSpan++
		row.Cells[column] = cell
	}
}

// open makes a row the beginning of a part in the outline.
func (b *correctionBuilder) open(row *Row, number string, label []string) {
	cell := row.Cells[labelColumn]
	row.Bookmark = words(number + " " + strings.Join(label, " "))
	cell.Paragraphs[0].Style = b.styles.section(Left, cell.Paragraphs[0].Style.Bold)
}

// add fills a row with the lines of each of its cells.
func (b *correctionBuilder) add(strong bool, cells correctionLines) *Row {
	row, index := b.addRow()
	for column, lines := range cells {
		align := Centre
		if column == labelColumn {
			align = Left
		}
		cell := b.addCell(index, column, textIn(b.styles.cells[look{align: align, strong: strong}], lines), "")
		cell.Header = (column == numberColumn || column == labelColumn) && !cell.Empty()
	}
	return row
}
