package workflow

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
	"phuluc2b/render"
	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

// extras lists what a document holds that the program never writes.
func (d *Document) extras() []string {
	e := d.Extras
	var all []string
	for _, count := range []struct {
		n    int
		what string
	}{
		{e.Comments, "lời bình"}, {e.Footnotes, "chú thích cuối trang"}, {e.Pictures, "hình"}, {e.Boxes, "hộp văn bản"},
		{e.Struck, "chỗ chữ gạch ngang (không đọc)"}, {e.Hidden, "chỗ chữ ẩn (không đọc)"}, {e.Symbols, "ký tự đặc biệt (Symbol)"},
		{e.Links, "liên kết"}, {e.Locks, "chỗ khóa hoặc chữ ký số"}, {e.Tracked, "thay đổi đang theo dõi (Track Changes)"},
		{e.HiddenRows, "hàng ẩn (không đọc)"}, {e.HiddenColumns, "cột ẩn (không đọc)"}, {e.HiddenSheets, "trang tính ẩn (không đọc)"}, {e.Macros, "macro (không đọc)"},
	} {
		if count.n > 0 {
			all = append(all, fmt.Sprintf("có %d %s", count.n, count.what))
		}
	}
	if len(e.Rounded) > 0 {
		all = append(all, fmt.Sprintf("ô %s hiện số đã làm tròn, lấy số hiện ra", fewCells(e.Rounded)))
	}
	return all
}

// fewCells are the first of cells, and how many more there are.
func fewCells(names []string) string { return diag.Few(names, 12, ", ", "ô") }

// program is what a person opens the document with.
func (d *Document) program() string {
	if d.Format == render.XLSX {
		return "Excel"
	}
	return "Word"
}

// beyond lists a colleague's work beside the words: what the document holds that none of the
// files has which the program makes of its data.
func (d *Document) beyond(untouched [][]byte) []string {
	all := d.extras()
	var headers []string
	var ours *ooxml.Content
	for _, file := range untouched {
		content, err := render.Read(file)
		if err != nil {
			return append(all, "không so được cách trình bày")
		}
		headers = append(headers, content.Extras.Headers...)
		if ours == nil {
			ours = content.Content
		}
	}
	if ours == nil {
		return all
	}
	for _, h := range d.Extras.Headers {
		if !slices.Contains(headers, h) {
			all = append(all, fmt.Sprintf("đầu trang hoặc chân trang có “%s”", short(h)))
		}
	}
	if len(d.Extras.Pages) > 0 && !samePaper(d.Extras.Pages, ours.Extras.Pages[0]) {
		all = append(all, "khổ giấy, lề hoặc số cột của trang đã đổi")
	}
	for i, p := range d.Paragraphs {
		if look, ok := lookOf(ours, p); ok && !sameLook(d.Looks[i], look) {
			all = append(all, fmt.Sprintf("“%s” được nhấn mạnh", short(oneLine(p))))
		}
	}
	if d.Format == render.XLSX {
		all = append(all, d.sheetBeyond(ours)...)
	}
	return append(all, d.tableBeyond(ours)...)
}

func samePaper(pages []ooxml.Paper, ours ooxml.Paper) bool {
	const about = 40 // twips: programs round
	return !slices.ContainsFunc(pages, func(p ooxml.Paper) bool {
		return p.Columns != ours.Columns || p.Bordered != ours.Bordered || abs(p.Width-ours.Width) > about || abs(p.Height-ours.Height) > about ||
			abs(p.Left-ours.Left) > about || abs(p.Right-ours.Right) > about
	})
}

// lookOf is how a paragraph of that text is set apart in a document.
func lookOf(c *ooxml.Content, text string) (string, bool) {
	for i, p := range c.Paragraphs {
		if oneLine(p) == oneLine(text) {
			return c.Looks[i], true
		}
	}
	return "", false
}

// sameLook reports whether a text is set apart as it was, or no longer at all.
func sameLook(a, b string) bool { return a == b || a == "" }

// tableBeyond compares the annex's table cell by cell, when it has the rows that ours has.
func (d *Document) tableBeyond(ours *ooxml.Content) []string {
	mine := ours.Tables[0]
	i := slices.IndexFunc(d.Tables, func(t *ooxml.Table) bool { return len(t.Columns) == len(mine.Columns) })
	if i < 0 {
		return nil // the columns are a finding
	}
	t := d.Tables[i]
	var all []string
	if blank := blankRows(cellsOf(t)) - blankRows(cellsOf(mine)); blank > 0 {
		all = append(all, fmt.Sprintf("bảng có thêm %d dòng trống", blank))
	}
	if widths := t.Columns; slices.ContainsFunc(widths, func(w layout.Length) bool { return w > 0 }) && !sameWidths(widths, mine.Columns) {
		all = append(all, "bề rộng các cột đã đổi")
	}
	if len(t.Rows) != len(mine.Rows) {
		return all
	}
	for r, height := range t.Heights { // of a workbook, programs fit them to the text
		if d.Format != render.XLSX && abs(height-mine.Heights[r]) > 60 {
			all = append(all, fmt.Sprintf("chiều cao hàng %d của bảng đã đổi", r+1))
		}
	}
	var set []string
	for r, row := range t.Rows {
		for c, cell := range row.Cells {
			if !cell.Owns(r, c) || strings.TrimSpace(cell.Text()) == "" {
				continue
			}
			look, was := notesLook(t, cell), notesLook(mine, mine.Rows[r].Cells[c])
			if !sameLook(look, was) && strings.TrimSpace(mine.Rows[r].Cells[c].Text()) != "" {
				where := fmt.Sprintf("hàng %d của bảng", r+1)
				if at := t.At(r, c); at != "" {
					where = "ô " + at
				}
				all = append(all, fmt.Sprintf("“%s” ở %s được nhấn mạnh hoặc tô màu", short(oneLine(cell.Text())), where))
			}
			if d.Format == render.XLSX && setOtherwise(t.Notes[cell], mine.Notes[mine.Rows[r].Cells[c]]) {
				set = append(set, t.At(r, c))
			}
		}
	}
	if set != nil {
		all = append(all, fmt.Sprintf("cỡ chữ, canh lề hoặc đường kẻ ở ô %s đã đổi", fewCells(set)))
	}
	return all
}

func blankRows(rows [][]tabular.Cell) int {
	n := 0
	for _, row := range rows {
		if !slices.ContainsFunc(row, func(c tabular.Cell) bool { return strings.TrimSpace(c.Spanned) != "" }) {
			n++
		}
	}
	return n
}

func sameWidths(a, b []layout.Length) bool {
	const about = 60 // twips: programs round
	for i := range a {
		if abs(int(a[i])-int(b[i])) > about {
			return false
		}
	}
	return true
}

func abs(n int) int { return max(n, -n) }

func notesLook(t *ooxml.Table, c *layout.Cell) string {
	if notes := t.Notes[c]; notes != nil {
		return notes.Look
	}
	return ""
}
