// Package rendertest is what the tests of the renderers share: laid-out sample documents.
package rendertest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

const Pt, MM = layout.Point, layout.Length(57) // 1/20 of a point; some 1440/25.4 twips

// Family is the embedded family, parsed once: it takes more than a millisecond.
var Family = sync.OnceValues(fonts.Serif)

// Serif is the embedded family. Its faces are shared: a test that changes one takes a copy.
func Serif(t testing.TB) *fonts.Family {
	t.Helper()
	family, err := Family()
	if err != nil {
		t.Fatal(err)
	}
	own := *family
	return &own
}

// AnnexStyles are those of an annex, as far as the tests need them.
type AnnexStyles struct{ number, label, Title, cite, Text, figure, group, groupFigure *layout.Style }

func newStyles() AnnexStyles {
	return AnnexStyles{
		number:      &layout.Style{Size: 13 * Pt, Align: layout.Centre, Before: 6 * Pt},
		label:       &layout.Style{Size: 14 * Pt, Bold: true, Align: layout.Centre, Heading: 1},
		Title:       &layout.Style{Size: 14 * Pt, Bold: true, Align: layout.Centre, After: 3 * Pt},
		cite:        &layout.Style{Size: 13 * Pt, Italic: true, Align: layout.Centre},
		Text:        &layout.Style{Size: 12 * Pt, Before: Pt, After: Pt},
		figure:      &layout.Style{Size: 12 * Pt, Align: layout.Centre},
		group:       &layout.Style{Size: 12 * Pt, Bold: true},
		groupFigure: &layout.Style{Size: 12 * Pt, Bold: true, Align: layout.Centre},
	}
}

// Annex is a document under construction: a title, a rule and a grid of five columns with
// two rows of head, like the real one.
type Annex struct {
	AnnexStyles
	*layout.Document
	Grid *layout.Grid
}

func NewAnnex() *Annex {
	s := newStyles()
	a := &Annex{AnnexStyles: s, Grid: &layout.Grid{
		Columns: []layout.Length{17 * MM, 75 * MM, 32 * MM, 20 * MM, 21 * MM},
		Head:    2, Border: Pt / 2, Padding: 4 * Pt, Title: "THỐNG KÊ SỐ LIỆU", Summary: "Bảng có 5 cột",
	}}
	a.Document = &layout.Document{
		Meta: layout.Meta{
			Title: "Phụ lục 2B", Author: "UBND huyện Hương Khê", Subject: "476/BC-UBND", Language: "vi-VN",
			Date: time.Date(2021, 12, 2, 0, 0, 0, 0, time.UTC),
		},
		Page: layout.Page{
			Width: 210 * MM, Height: 297 * MM, Header: 10 * MM, Number: s.number,
			Top: 20 * MM, Right: 15 * MM, Bottom: 20 * MM, Left: 30 * MM,
		},
		Blocks: []layout.Block{
			layout.Paragraph{Style: s.label, Text: "Phụ lục 2B"},
			layout.Paragraph{Style: s.Title, Text: "THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2021"},
			layout.Paragraph{Style: s.cite, Text: "(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND huyện Hương Khê)"},
			layout.Rule{Width: 50 * MM, Weight: Pt, Before: 2 * Pt, After: 12 * Pt},
			a.Grid,
		},
	}
	a.head()
	return a
}

func (a *Annex) head() {
	stt := a.cell(0, 0, a.groupFigure, "STT")
	name := a.cell(0, 1, a.groupFigure, "Chỉ tiêu thống kê\n(Sử dụng trong kỳ báo cáo hàng quý, 6 tháng, năm)")
	result := a.cell(0, 2, a.groupFigure, "Kết quả thống kê")
	unit, figure := a.cell(1, 2, a.groupFigure, "Đơn vị tính"), a.cell(1, 3, a.groupFigure, "Số liệu")
	note := a.cell(0, 4, a.groupFigure, "Ghi chú")
	stt.RowSpan, name.RowSpan, note.RowSpan, result.ColumnSpan = 2, 2, 2, 2
	a.Grid.Rows = []layout.Row{
		{Cells: []*layout.Cell{stt, name, result, result, note}},
		{Cells: []*layout.Cell{stt, name, unit, figure, note}},
	}
}

func (a *Annex) cell(row, column int, style *layout.Style, text string) *layout.Cell {
	c := &layout.Cell{Row: row, Column: column, RowSpan: 1, ColumnSpan: 1}
	for _, line := range strings.Split(text, "\n") {
		c.Paragraphs = append(c.Paragraphs, layout.Paragraph{Style: style, Text: line})
	}
	return c
}

// AddRow adds a plain row: STT, chỉ tiêu, đơn vị tính, số liệu, ghi chú.
func (a *Annex) AddRow(texts ...string) *layout.Row {
	r := len(a.Grid.Rows)
	var row layout.Row
	for c, style := range []*layout.Style{a.figure, a.Text, a.figure, a.figure, a.Text} {
		text := ""
		if c < len(texts) {
			text = texts[c]
		}
		row.Cells = append(row.Cells, a.cell(r, c, style, text))
		row.Cells[c].Header = c < 2 && text != ""
	}
	a.Grid.Rows = append(a.Grid.Rows, row)
	return &a.Grid.Rows[r]
}

// AddGroup adds a row that stands over others.
func (a *Annex) AddGroup(number, name string) {
	row := a.AddRow(number, name)
	row.KeepNext, row.Bookmark = true, number+" "+name
	row.Cells[0].Paragraphs[0].Style = a.groupFigure
	row.Cells[1].Paragraphs[0].Style = a.AnnexStyles.group
}

// AddBlock adds rows that share their first cell, and keeps them together with the row above.
func (a *Annex) AddBlock(stt string, names ...string) {
	first := len(a.Grid.Rows)
	a.Grid.Rows[first-1].KeepNext = true
	for i, name := range names {
		row := a.AddRow("", name, "Thủ tục", fmt.Sprint(i))
		row.KeepNext = i+1 < len(names)
		row.Cells[0] = a.Grid.Rows[first].Cells[0]
	}
	owner := a.Grid.Rows[first].Cells[0]
	owner.Paragraphs[0].Text, owner.RowSpan = stt, len(names)
}

// Filled has at least so many rows, of all kinds.
func Filled(rows int) *Annex {
	a := NewAnnex()
	for i := 1; len(a.Grid.Rows) < rows+2; i++ {
		a.AddGroup(fmt.Sprintf("%d.", i), "Công tác chỉ đạo, điều hành cải cách hành chính")
		a.AddGroup(fmt.Sprintf("%d.1.", i), "Thống kê thủ tục hành chính")
		a.AddRow(fmt.Sprintf("%d.1.1.", i), "Số nhiệm vụ đã hoàn thành nhưng quá hạn theo kế hoạch đã đề ra", "Nhiệm vụ", "07")
		a.AddRow(fmt.Sprintf("%d.1.2.", i), "Chất lượng Cổng thông tin điện tử", "Theo QĐ 2394/QĐ-UBND của UBND tỉnh", "80%", "Ế Ộ Ẳ")
		a.AddRow(fmt.Sprintf("%d.1.3.", i), "Tổng số TTHC đang có hiệu lực", "Thủ tục", "290")
		a.AddBlock("Trong đó", "Số TTHC cấp tỉnh:", "Số TTHC cấp huyện:", "Số TTHC cấp xã:")
		a.AddRow(fmt.Sprintf("%d.2.", i), "Hình thức khảo sát", "Trực tuyến = 0\nPhát phiếu = 1\nKết hợp = 2", "1", "")
	}
	return a
}

// Owners are the cells of a grid, in reading order.
func Owners(g *layout.Grid) func(yield func(*layout.Cell) bool) {
	return func(yield func(*layout.Cell) bool) {
		for r, row := range g.Rows {
			for c, cell := range row.Cells {
				if cell.Owns(r, c) && !yield(cell) {
					return
				}
			}
		}
	}
}

func Generated(random *rand.Rand) *Annex {
	a := NewAnnex()
	a.Page.Height = layout.Length(120+random.IntN(180)) * MM
	words := func(most int) string {
		text := strings.Repeat("Số nhiệm vụ được giao ", random.IntN(most))
		return text + strings.Repeat("Ẳ", random.IntN(12))
	}
	a.AddRow(words(1), words(2))
	for range random.IntN(60) {
		switch random.IntN(12) {
		case 0, 1, 2:
			a.AddGroup("1.", words(3)+".")
		case 3:
			a.AddBlock("Trong đó", words(3), words(2)+".", "Xã")
		case 4:
			a.AddBlock(words(6), make([]string, 1+random.IntN(6))...)
		case 5:
			a.AddRow("1.1.1.", words(200), words(30), "07", words(20)).MinHeight = 30 * Pt
		default:
			a.AddRow("1.1.1.", words(6), words(2), "07", words(2))
		}
	}
	return a
}
