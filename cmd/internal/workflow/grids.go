package workflow

import (
	"strings"

	"phuluc2b/model/tabular"
	"phuluc2b/render/ooxml"
)

// grids are the tables of the document as match and infer read them.
func (d *Document) grids() []tabular.Grid {
	var all []tabular.Grid
	for i, t := range d.Tables {
		grid := tabular.Grid{Ordinal: i + 1, Cells: cellsOf(t), Head: t.Head, TextSize: float64(t.Size) / 2, After: t.After, Depth: t.Depth, Sheet: t.Sheet}
		widths := t.Columns
		if t.Cells != nil {
			widths = t.Cells
		}
		for _, w := range widths {
			grid.Widths = append(grid.Widths, float64(w))
		}
		if t.Page < len(d.Extras.Pages) {
			paper := d.Extras.Pages[t.Page]
			grid.Landscape = paper.Width > paper.Height
		}
		all = append(all, grid)
	}
	return all
}

func cellsOf(t *ooxml.Table) [][]tabular.Cell {
	var rows [][]tabular.Cell
	usual := commonest(t.Wide)
	for i, row := range t.Rows {
		cells := make([]tabular.Cell, len(row.Cells))
		for j, c := range row.Cells {
			text := c.Text()
			cell := tabular.Cell{Spanned: text, Covered: c.Column < j, Above: c.Row < i, Tall: c.RowSpan > 1, Ragged: t.Wide[i] != usual, At: t.At(i, j)}
			if c.Column == j {
				cell.Text = text
				if notes := t.Notes[c]; notes != nil {
					cell.Number, cell.Bullet, cell.Boxed = notes.Number, notes.Bullet, notes.Boxed
					cell.Bold, cell.Align = allBold(notes.Look), alignments()[notes.Align]
					for _, doubt := range notes.Doubts {
						cell.Doubts = append(cell.Doubts, doubtName(doubt))
					}
				}
			}
			if c.Owns(i, j) {
				cell.Bookmark = c.Bookmark
			}
			cells[j] = cell
		}
		rows = append(rows, cells)
	}
	return rows
}

// allBold reports whether a look is one of text that is bold throughout.
func allBold(look string) bool {
	some := false
	for name := range strings.SplitSeq(look, "; ") {
		if strings.HasPrefix(name, "fill=") {
			continue
		}
		if name != "b" && !strings.HasPrefix(name, "b ") {
			return false
		}
		some = true
	}
	return some
}

// alignments are those of a document by its own names. Text that fills its lines begins on the
// left.
func alignments() map[string]tabular.Align {
	return map[string]tabular.Align{"left": tabular.Left, "both": tabular.Left, "center": tabular.Centre, "right": tabular.Right}
}

// commonest is the number that occurs most often.
func commonest(numbers []int) int {
	counts := map[int]int{}
	best := 0
	for _, n := range numbers {
		if counts[n]++; counts[n] > counts[best] {
			best = n
		}
	}
	return best
}

// doubtName is what a person calls something that is no text.
func doubtName(d ooxml.Doubt) string {
	return map[ooxml.Doubt]string{
		ooxml.DoubtEquation: "công thức",
		ooxml.DoubtSymbol:   "ký tự đặc biệt (Symbol)",
		ooxml.DoubtPicture:  "hình hoặc đối tượng nhúng",
		ooxml.DoubtChoice:   "ô chọn hoặc ô điền chưa có giá trị",
		ooxml.DoubtStruck:   "chữ gạch ngang",
		ooxml.DoubtWhite:    "chữ có mà không nhìn thấy",
		ooxml.DoubtFormula:  "công thức chưa có kết quả (mở bằng Excel rồi lưu lại)",
		ooxml.DoubtError:    "lỗi của Excel",
		ooxml.DoubtDate:     "ngày tháng thay cho số",
		ooxml.DoubtScale:    "số hiện theo nghìn hoặc triệu",
		ooxml.DoubtWords:    "số hiện thành chữ",
		ooxml.DoubtNought:   "số 0 không hiện ra (cho Excel hiện số 0 rồi lưu lại, hoặc xóa số ấy)",
	}[d]
}
