package rendertest

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"phuluc2b/render/layout"
)

// Marks of a position that an owner further up or further left covers.
const (
	Above  = "^"
	LeftOf = "<"
)

const (
	longLabel = "Tỷ lệ hồ sơ do UBND cấp xã tiếp nhận được giải quyết đúng hẹn, đúng quy trình, " +
		"theo Quyết định 2394/QĐ-UBND của UBND tỉnh và các văn bản hướng dẫn thực hiện"
	Citation = "(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND huyện Hương Khê)"
)

// SmallRows is a small annex in the shape of the real one. The lines of a text are
// paragraphs.
func SmallRows() [][]string {
	return [][]string{
		{"STT", "Chỉ tiêu thống kê\n(Sử dụng trong kỳ báo cáo hàng quý, 6 tháng, năm)", "Kết quả thống kê", LeftOf, "Ghi chú"},
		{Above, Above, "Đơn vị tính", "Số liệu", Above},
		{"1.", "Công tác chỉ đạo điều hành CCHC", "", "", ""},
		{"1.2.", "Kiểm tra CCHC", "", "19", ""},
		{"1.2.1.", "Số phòng, ban đã kiểm tra", "Cơ quan, đơn vị", "07", ""},
		{"4.1.2.", "Tổng số đơn vị sự nghiệp", "Đơn vị", "", "so với  năm 2015 "},
		{"Trong đó", "thuộc sở, ngành & tương đương", "Đơn vị", "", ""},
		{Above, "thuộc UBND cấp huyện", "Đơn vị", "80", ""},
		{Above, "đã cắt giảm", "%", "5 %", ""},
		{"7.1.2", longLabel, "Chưa có = 0\n2 cấp = 1\n3 cấp = 2", "1\n1", ""},
	}
}

// smallIDs are the IDs of the rows of SmallRows; "" for head rows.
func smallIDs() []string {
	return []string{"", "", "1", "1.2", "1.2.1", "4.1.2", "4.1.2.a", "4.1.2.b", "4.1.2.c", "7.1.2"}
}

const FigureColumn = 3

const (
	HeadRows  = 2
	SectionAt = 2
	GroupAt   = 3
	PlainAt   = 4
	BlockAt   = 6 // "Trong đó", three rows high
)

// Small is a document with all that a document can hold.
func Small() *layout.Document {
	s := smallStyles()
	grid := GridOf(SmallRows(), s[4], s[5])
	grid.Rows[0].MinHeight, grid.Rows[1].MinHeight = 25*layout.Point, 26*layout.Point
	for _, r := range []int{SectionAt, GroupAt, BlockAt - 1} {
		grid.Rows[r].KeepNext = true
	}
	return &layout.Document{
		Meta: layout.Meta{
			Title:    "Phụ lục 2B. Thống kê số liệu năm 2021",
			Author:   "UBND huyện Hương Khê",
			Subject:  Citation,
			Language: "vi-VN",
			Date:     time.Date(2021, 12, 2, 0, 0, 0, 0, time.UTC),
		},
		Page:   smallPage(s[3]),
		Styles: s,
		Blocks: []layout.Block{
			layout.Paragraph{Style: s[1], Text: "Phụ lục 2B"},
			layout.Paragraph{Style: s[1], Text: "CẢI CÁCH HÀNH CHÍNH NĂM 2021"},
			layout.Paragraph{Style: s[2], Text: Citation},
			layout.Rule{Width: 2000, Weight: 15, Before: 40, After: 180},
			grid,
		},
		Attachments: []layout.Attachment{
			{Name: "huyện \"A\" & B.toml", Type: "application/toml", Description: "Số liệu <gốc>", Data: []byte("\xef\xbb\xbfmau = \"x\"\r\n\r\x00\xff")},
			{Name: "biểu mẫu.toml", Type: "application/toml"},
		},
	}
}

// SmallDraft is a draft of it.
func SmallDraft() *layout.Document {
	doc := Small()
	doc.Page.Mark, doc.Page.MarkStyle = "DỰ THẢO", doc.Styles[6]
	return doc
}

func smallStyles() []*layout.Style {
	pt := layout.Point
	return []*layout.Style{
		{ID: "Normal", Name: "Normal", Size: 13 * pt},
		{ID: "AnnexTitle", Name: "Phụ lục – Tên", Size: 14 * pt, Bold: true, Align: layout.Centre, Heading: 1},
		{ID: "AnnexCitation", Name: "Phụ lục – Kèm theo", Size: 14 * pt, Italic: true, Align: layout.Centre, After: 60},
		{ID: "PageNumber", Name: "Phụ lục – Số trang", Size: 13*pt + pt/2, Align: layout.Centre},
		{ID: "Head", Name: "Bảng – Đầu", Size: 12 * pt, Bold: true, Align: layout.Centre, Before: 40, After: 40},
		{ID: "Text", Name: "Bảng – Chữ", Size: 12 * pt, Before: 40, After: 40},
		{ID: "DraftMark", Name: "Phụ lục – Dấu dự thảo", Size: 14 * pt, Bold: true},
		{ID: "Right", Name: "Bảng – Phải", Size: 11*pt + pt/2, Align: layout.Right},
	}
}

func smallPage(number *layout.Style) layout.Page {
	mm := layout.Millimetres
	return layout.Page{
		Width: mm(210), Height: mm(297),
		Top: mm(20), Right: mm(15), Bottom: mm(20), Left: mm(30),
		Header: mm(10), Number: number,
	}
}

// GridOf resolves rows of texts and marks into a grid.
func GridOf(rows [][]string, head, text *layout.Style) *layout.Grid {
	g := &layout.Grid{
		Title:   "Thống kê số liệu",
		Summary: "Bảng có 6 dòng, 5 cột",
		Columns: []layout.Length{1050, 3800, 1500, 1100, 1905},
		Head:    HeadRows,
		Border:  layout.Point / 2,
		Padding: 85,
	}
	for r, texts := range rows {
		row := layout.Row{}
		for c, t := range texts {
			style := text
			if r < HeadRows {
				style = head
			}
			row.Cells = append(row.Cells, cellAt(g, row, r, c, t, style))
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// cellAt is a new cell, or the owner that the mark points at, grown by that position.
func cellAt(g *layout.Grid, row layout.Row, r, c int, t string, style *layout.Style) *layout.Cell {
	switch t {
	case Above:
		owner := g.Rows[r-1].Cells[c]
		owner.RowSpan = r - owner.Row + 1
		return owner
	case LeftOf:
		owner := row.Cells[c-1]
		owner.ColumnSpan = c - owner.Column + 1
		return owner
	}
	cell := &layout.Cell{Row: r, Column: c, RowSpan: 1, ColumnSpan: 1}
	if r >= HeadRows && c == FigureColumn {
		cell.Bookmark = "r_" + strings.ReplaceAll(smallIDs()[r], ".", "_")
	}
	for line := range strings.SplitSeq(t, "\n") {
		cell.Paragraphs = append(cell.Paragraphs, layout.Paragraph{Style: style, Text: line})
	}
	return cell
}

// GridRows are the texts and marks of a table, in the form of SmallRows.
func GridRows(g *layout.Grid) [][]string {
	rows := make([][]string, len(g.Rows))
	for r, row := range g.Rows {
		for column, c := range row.Cells {
			switch {
			case c.Owns(r, column):
				rows[r] = append(rows[r], c.Text())
			case c.Row < r:
				rows[r] = append(rows[r], Above)
			default:
				rows[r] = append(rows[r], LeftOf)
			}
		}
	}
	return rows
}

// Unzip returns the archive's entries in order and what is in them.
func Unzip(t testing.TB, file []byte) ([]*zip.File, map[string]string) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	contents := map[string]string{}
	for _, entry := range archive.File {
		r, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		contents[entry.Name] = string(content)
	}
	return archive.File, contents
}
