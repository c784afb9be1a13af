package infer

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// left names what the document holds that the form does not: other tables, text between and
// below the tables of the annex, notes, what is no text.
func (r *reader) left() {
	var tables []string
	for _, g := range r.doc.Grids {
		if !slices.Contains(r.draft.kept, g.Ordinal) && len(g.Cells) > 0 && !r.holdsAnnex(g) {
			tables = append(tables, fmt.Sprintf("bảng %d (%s)", g.Ordinal, tree.Short(strings.Join(rowTexts(g.Cells[0]), " | "))))
		}
	}
	if len(tables) > 0 {
		r.tell("bang-khong-lay", "", "", "%d bảng khác không thuộc biểu mẫu này: %s", len(tables), strings.Join(tables[:min(len(tables), 6)], "; "))
		r.findings[len(r.findings)-1].Remedy.Do = diag.OtherTable
	}
	first, last := r.annex.parts[0].grid, r.annex.parts[len(r.annex.parts)-1].grid
	if n := len(r.annex.parts); n > 1 {
		r.tell("nhieu-bang", "", "kiểm tra thứ tự và mã các dòng", "phụ lục nằm trong %d bảng, được nối lại", n)
	}
	r.text(r.between(first.After, last.After), "ở giữa các bảng của phụ lục")
	r.text(r.between(last.After, r.nextAnnex()), "ở dưới bảng")
	if r.before > 0 {
		r.tell("ky-truoc", "", "", "%d số liệu của cột kỳ trước không lấy", r.before)
		r.findings[len(r.findings)-1].Remedy.Do = diag.GivePrevious
	}
	if len(r.doc.Extras) > 0 {
		r.tell("khong-lay", "", "xem lại trong văn bản", "văn bản còn những thứ không đưa vào biểu mẫu: %s", strings.Join(r.doc.Extras, "; "))
	}
	r.notes()
}

// holdsAnnex reports whether a table only lays out the page around the annex.
func (r *reader) holdsAnnex(g tabular.Grid) bool {
	own := r.annex.parts[0].grid
	return g.Depth < own.Depth && g.Ordinal > own.Ordinal && len(g.Cells) > 0 &&
		strings.Contains(tabular.OneLine(strings.Join(ownTexts(g.Cells[0]), " ")), tabular.OneLine(own.Cells[0][0].Text))
}

func (r *reader) between(from, to int) []string {
	n := len(r.doc.Paragraphs)
	return r.doc.Paragraphs[min(from, n):min(max(from, to), n)]
}

// nextAnnex is how many paragraphs stand above the annex behind this one, or all.
func (r *reader) nextAnnex() int {
	if next := r.annex.next; next != nil {
		return next.parts[0].grid.After
	}
	return len(r.doc.Paragraphs)
}

func (r *reader) text(paragraphs []string, where string) {
	var lines []string
	for _, p := range paragraphs {
		if line := tabular.OneLine(p); line != "" {
			if isLabel(line) {
				break // the annex behind this one
			}
			lines = append(lines, line)
		}
	}
	if len(lines) > 0 {
		r.tell("chu-khong-lay", "", "biểu mẫu không có chỗ cho chữ ấy; ghi chú thì viết ở ghi_chu của tệp số liệu", "%d dòng chữ %s không thuộc biểu mẫu: %s", len(lines), where, some(lines))
	}
}

// RuleData is the rule of the finding that tells of figures and notes.
const RuleData = "co-so-lieu"

// notes tells of figures and notes, which are data and no part of the form.
func (r *reader) notes() {
	notes := 0
	for _, it := range r.items {
		if it.note != "" {
			notes++
		}
	}
	if r.draft.filled+notes > 0 {
		r.tell(RuleData, "", "", "%d dòng của bảng có số liệu, %d dòng có ghi chú: đó không phải chữ của biểu mẫu", r.draft.filled, notes)
		r.findings[len(r.findings)-1].Remedy.Do = diag.TakeData
	}
}
