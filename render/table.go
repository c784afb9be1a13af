package render

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/render/layout"
	"phuluc2b/render/xlsx"
)

// Table is the figures of many units side by side.
type Table struct {
	Form  *model.Form
	Title []string // lines above it
	Units []TableUnit
	Total *TableUnit // what they come to; nil for none
}

// TableUnit is one column of a Table.
type TableUnit struct {
	Name    string
	Figures []string       // as printed, by row of the form; nil when there are none
	Without string         // why: "chưa nộp"
	Jumps   map[int]string // by row: what there is to say of a figure that jumped
	Short   map[int]string // by row: what there is to say of a total that is not of all units
}

// Colours of a table: units and figures that are missing, figures that jumped.
const (
	missingUnit   = "D9D9D9"
	missingFigure = "FFF2CC"
	jumped        = "F8CBAD"
)

// labelColumns are those before the figures.
const labelColumns = 3

// Table makes a workbook of the figures of many units.
func (r *Renderer) Table(t Table) ([]byte, error) {
	b := tableSheet{Table: t, Sheet: &xlsx.Sheet{Name: "So sánh", Wide: true, Beside: labelColumns, Paper: tablePaper()}}
	b.head()
	for i := range t.Form.Rows {
		b.row(i)
	}
	b.Fit(r.family)
	book := xlsx.Book{Meta: layout.Meta{Title: strings.Join(t.Title, " "), Language: "vi-VN"}, Sheets: []*xlsx.Sheet{b.Sheet}, Digest: layout.Digest(t.Title, nil)}
	var file bytes.Buffer
	err := book.Write(&file)
	return file.Bytes(), err
}

// tablePaper is A4, turned, with room for as many columns as will be.
func tablePaper() *layout.Page {
	edge := layout.Millimetres(15)
	return &layout.Page{Width: layout.Millimetres(297), Height: layout.Millimetres(210), Top: edge, Right: edge, Bottom: edge, Left: edge,
		Header: layout.Millimetres(8), Number: &layout.Style{Size: 12 * layout.Point}}
}

// tableSheet is the sheet of a table under construction.
type tableSheet struct {
	Table
	*xlsx.Sheet
	first int // row of the form's first
}

// all is every column of figures: the total, then the units.
func (b *tableSheet) all() []TableUnit {
	if b.Total == nil {
		return b.Units
	}
	return append([]TableUnit{*b.Total}, b.Units...)
}

// head is the title, what the colours say, and the heads of the columns.
func (b *tableSheet) head() {
	b.Columns = []layout.Length{layout.Millimetres(17), layout.Millimetres(75), layout.Millimetres(37)}
	heads := []xlsx.Cell{plain("STT", true, layout.Centre), plain("Chỉ tiêu", true, layout.Centre), plain("Đơn vị tính", true, layout.Centre)}
	for _, u := range b.all() {
		b.Columns = append(b.Columns, layout.Millimetres(26))
		cell := plain(u.Name, true, layout.Centre)
		if u.Figures == nil {
			cell = plain(u.Name+"\n("+u.Without+")", true, layout.Centre)
			cell.Style.Fill = missingUnit
		}
		heads = append(heads, cell)
	}
	for _, line := range append(slices.Clone(b.Title), b.legend()...) {
		b.line(line)
	}
	b.Rows = append(b.Rows, xlsx.Row{Cells: heads})
	b.first = len(b.Rows)
	b.Frozen, b.Repeat = xlsx.Place{Row: b.first, Column: labelColumns}, xlsx.Lines{From: b.first - 1, To: b.first}
	if b.Total != nil {
		b.Frozen.Column++
	}
}

// line adds a line over the columns that stay in sight.
func (b *tableSheet) line(text string) {
	at := len(b.Rows)
	cell := plain(text, at < len(b.Title), layout.Left)
	cell.Style.Bordered = false
	b.Rows = append(b.Rows, xlsx.Row{Cells: []xlsx.Cell{cell}})
	b.Merged = append(b.Merged, xlsx.Range{From: xlsx.Place{Row: at}, To: xlsx.Place{Row: at, Column: labelColumns - 1}})
}

// legend says who is missing, and what the colours mean.
func (b *tableSheet) legend() []string {
	var missing []string
	jumps, blanks := false, false
	for _, u := range b.Units {
		if u.Figures == nil {
			missing = append(missing, u.Name)
		}
		jumps = jumps || len(u.Jumps) > 0
		for i, row := range b.Form.Rows {
			blanks = blanks || u.Figures != nil && row.Kind != model.KindHeading && u.Figures[i] == ""
		}
	}
	lines := []string{fmt.Sprintf("%d/%d đơn vị có số liệu", len(b.Units)-len(missing), len(b.Units))}
	if missing != nil {
		lines[0] += "; chưa có: " + strings.Join(missing, ", ")
	}
	if blanks {
		lines = append(lines, "Ô vàng: đơn vị chưa có số liệu.")
	}
	if b.Total != nil && len(b.Total.Short) > 0 {
		lines = append(lines, "Ô vàng ở cột gộp: số chưa đủ đơn vị; trỏ vào ô để xem thiếu ai.")
	}
	if jumps {
		lines = append(lines, "Ô cam: số khác hẳn kỳ trước; trỏ vào ô để xem số kỳ trước.")
	}
	return lines
}

// row adds a row of the form with the figures of all.
func (b *tableSheet) row(i int) {
	row := &b.Form.Rows[i]
	strong := row.Section() || row.Kind == model.KindHeading
	cells := []xlsx.Cell{
		plain(strings.TrimSpace(row.Number+row.Block), strong, layout.Centre),
		plain(strings.Join(row.Label, " "), strong, layout.Left),
		plain(strings.Join(row.Unit, "\n"), strong, layout.Centre),
	}
	for n, u := range b.all() {
		style := xlsx.Style{Bold: strong, Align: layout.Centre, Bordered: true}
		written := ""
		switch {
		case u.Figures == nil:
			style.Fill = missingUnit
		case row.Kind == model.KindHeading:
		case u.Figures[i] == "" && (n > 0 || b.Total == nil):
			style.Fill = missingFigure
		default:
			written = u.Figures[i]
		}
		at := xlsx.Place{Row: b.first + i, Column: len(cells)}
		if note, ok := u.Jumps[i]; ok {
			style.Fill = jumped
			b.Comments = append(b.Comments, xlsx.Comment{At: at, Text: note})
		}
		if note, ok := u.Short[i]; ok {
			style.Fill = missingFigure
			b.Comments = append(b.Comments, xlsx.Comment{At: at, Text: note})
		}
		cells = append(cells, xlsx.Figure(written, style))
	}
	b.Rows = append(b.Rows, xlsx.Row{Cells: cells})
}

// plain is a cell of words.
func plain(text string, bold bool, align layout.Align) xlsx.Cell {
	return xlsx.Cell{Text: xlsx.Words(text), Style: xlsx.Style{Bold: bold, Align: align, Bordered: true}}
}
