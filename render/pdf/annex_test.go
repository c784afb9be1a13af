package pdf

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

const pt, mm = layout.Point, layout.Length(57) // 1/20 of a point; some 1440/25.4 twips

func serif(t testing.TB) *fonts.Family {
	t.Helper()
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	return family
}

// styles are those of an annex, as far as the tests need them.
type styles struct{ number, label, title, cite, text, figure, group, groupFigure *layout.Style }

func newStyles() styles {
	return styles{
		number:      &layout.Style{Size: 13 * pt, Align: layout.Centre, Before: 6 * pt},
		label:       &layout.Style{Size: 14 * pt, Bold: true, Align: layout.Centre, Heading: 1},
		title:       &layout.Style{Size: 14 * pt, Bold: true, Align: layout.Centre, After: 3 * pt},
		cite:        &layout.Style{Size: 13 * pt, Italic: true, Align: layout.Centre},
		text:        &layout.Style{Size: 12 * pt, Before: pt, After: pt},
		figure:      &layout.Style{Size: 12 * pt, Align: layout.Centre},
		group:       &layout.Style{Size: 12 * pt, Bold: true},
		groupFigure: &layout.Style{Size: 12 * pt, Bold: true, Align: layout.Centre},
	}
}

// annex is a document under construction: a title, a rule and a grid of five columns with
// two rows of head, like the real one.
type annex struct {
	styles
	*layout.Document
	grid *layout.Grid
}

func newAnnex() *annex {
	s := newStyles()
	a := &annex{styles: s, grid: &layout.Grid{
		Columns: []layout.Length{17 * mm, 75 * mm, 32 * mm, 20 * mm, 21 * mm},
		Head:    2, Border: pt / 2, Padding: 4 * pt, Title: "THỐNG KÊ SỐ LIỆU",
	}}
	a.Document = &layout.Document{
		Meta: layout.Meta{
			Title: "Phụ lục 2B", Author: "UBND huyện Hương Khê", Subject: "476/BC-UBND", Language: "vi-VN",
			Date: time.Date(2021, 12, 2, 0, 0, 0, 0, time.UTC),
		},
		Page: layout.Page{
			Width: 210 * mm, Height: 297 * mm, Header: 10 * mm, Number: s.number,
			Top: 20 * mm, Right: 15 * mm, Bottom: 20 * mm, Left: 30 * mm,
		},
		Blocks: []layout.Block{
			layout.Paragraph{Style: s.label, Text: "Phụ lục 2B"},
			layout.Paragraph{Style: s.title, Text: "THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2021"},
			layout.Paragraph{Style: s.cite, Text: "(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND huyện Hương Khê)"},
			layout.Rule{Width: 50 * mm, Weight: pt, Before: 2 * pt, After: 12 * pt},
			a.grid,
		},
	}
	a.head()
	return a
}

func (a *annex) head() {
	stt := a.cell(0, 0, a.groupFigure, "STT")
	name := a.cell(0, 1, a.groupFigure, "Chỉ tiêu thống kê\n(Sử dụng trong kỳ báo cáo hàng quý, 6 tháng, năm)")
	result := a.cell(0, 2, a.groupFigure, "Kết quả thống kê")
	unit, figure := a.cell(1, 2, a.groupFigure, "Đơn vị tính"), a.cell(1, 3, a.groupFigure, "Số liệu")
	note := a.cell(0, 4, a.groupFigure, "Ghi chú")
	stt.RowSpan, name.RowSpan, note.RowSpan, result.ColumnSpan = 2, 2, 2, 2
	a.grid.Rows = []layout.Row{
		{Cells: []*layout.Cell{stt, name, result, result, note}},
		{Cells: []*layout.Cell{stt, name, unit, figure, note}},
	}
}

func (a *annex) cell(row, column int, style *layout.Style, text string) *layout.Cell {
	c := &layout.Cell{Row: row, Column: column, RowSpan: 1, ColumnSpan: 1}
	for _, line := range strings.Split(text, "\n") {
		c.Paragraphs = append(c.Paragraphs, layout.Paragraph{Style: style, Text: line})
	}
	return c
}

// row adds a plain row: STT, chỉ tiêu, đơn vị tính, số liệu, ghi chú.
func (a *annex) row(texts ...string) *layout.Row {
	r := len(a.grid.Rows)
	var row layout.Row
	for c, style := range []*layout.Style{a.figure, a.text, a.figure, a.figure, a.text} {
		text := ""
		if c < len(texts) {
			text = texts[c]
		}
		row.Cells = append(row.Cells, a.cell(r, c, style, text))
	}
	a.grid.Rows = append(a.grid.Rows, row)
	return &a.grid.Rows[r]
}

// group adds a row that stands over others.
func (a *annex) group(number, name string) {
	row := a.row(number, name)
	row.KeepNext, row.Bookmark = true, number+" "+name
	row.Cells[0].Paragraphs[0].Style = a.groupFigure
	row.Cells[1].Paragraphs[0].Style = a.styles.group
}

// block adds rows that share their first cell, and keeps them together with the row above.
func (a *annex) block(stt string, names ...string) {
	first := len(a.grid.Rows)
	a.grid.Rows[first-1].KeepNext = true
	for i, name := range names {
		row := a.row("", name, "Thủ tục", fmt.Sprint(i))
		row.KeepNext = i+1 < len(names)
		row.Cells[0] = a.grid.Rows[first].Cells[0]
	}
	owner := a.grid.Rows[first].Cells[0]
	owner.Paragraphs[0].Text, owner.RowSpan = stt, len(names)
}

// filled has at least so many rows, of all kinds.
func filled(rows int) *annex {
	a := newAnnex()
	for i := 1; len(a.grid.Rows) < rows+2; i++ {
		a.group(fmt.Sprintf("%d.", i), "Công tác chỉ đạo, điều hành cải cách hành chính")
		a.group(fmt.Sprintf("%d.1.", i), "Thống kê thủ tục hành chính")
		a.row(fmt.Sprintf("%d.1.1.", i), "Số nhiệm vụ đã hoàn thành nhưng quá hạn theo kế hoạch đã đề ra", "Nhiệm vụ", "07")
		a.row(fmt.Sprintf("%d.1.2.", i), "Chất lượng Cổng thông tin điện tử", "Theo QĐ 2394/QĐ-UBND của UBND tỉnh", "80%", "Ế Ộ Ẳ")
		a.row(fmt.Sprintf("%d.1.3.", i), "Tổng số TTHC đang có hiệu lực", "Thủ tục", "290")
		a.block("Trong đó", "Số TTHC cấp tỉnh:", "Số TTHC cấp huyện:", "Số TTHC cấp xã:")
		a.row(fmt.Sprintf("%d.2.", i), "Hình thức khảo sát", "Trực tuyến = 0\nPhát phiếu = 1\nKết hợp = 2", "1", "")
	}
	return a
}
