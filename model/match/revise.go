package match

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// Revise compares the table of a document with the annex that it was made from: what the
// rows say now that differs, and what could not be understood. A figure is taken exactly or
// reported with its row: Unread of its finding, and no correction. An annex
// without a Source, of which nothing is known, is one that was typed.
func Revise(a *model.Annex, t *Table) ([]model.Correction, diag.List) {
	r := reviser{annex: a, table: t, form: a.Form}
	matches, doubts := matchRows(a.Form, t.Rows)
	r.order(matches)
	r.numbered = r.hasOwnNumbers(matches)
	claimed := r.claims(matches)
	for i, j := range matches {
		switch {
		case j < 0 && slices.ContainsFunc(doubts, func(d doubt) bool { return slices.Contains(d.rows, i) }):
		case j < 0:
			r.unknown = append(r.unknown, i)
		case claimed[j] != nil:
		default:
			r.row(&a.Form.Rows[j], t.Rows[i])
		}
	}
	r.findings = gathered(r.findings)
	r.doubtful(doubts)
	r.rest(matches, doubts)
	return r.corrections, r.findings
}

type reviser struct {
	annex       *model.Annex
	form        *model.Form
	table       *Table
	numbered    bool  // most rows have the STT of the form
	unknown     []int // rows of the table that are none of the form's
	corrections []model.Correction
	findings    diag.List
}

func (r *reviser) add(severity diag.Severity, rule string, place diag.Place, hint, format string, args ...any) {
	r.findings = append(r.findings, diag.Finding{Severity: severity, Rule: rule, Place: place, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// typed reports whether the document carries no data.
func (r *reviser) typed() bool { return r.annex.Source == nil }

// order warns of the rows that were moved: those outside of the longest run of rows in the
// order of the form.
func (r *reviser) order(matches []int) {
	if r.typed() {
		return
	}
	kept := longestRise(matches)
	for i, j := range matches {
		if j >= 0 && !kept[i] {
			r.add(diag.Warning, "dong-doi-cho", r.table.Rows[i].Place, "tệp số liệu giữ thứ tự của biểu mẫu", "dòng %s đứng không đúng chỗ", r.form.Rows[j].ID)
		}
	}
}

// longestRise marks the longest rising sequence of matches.
func longestRise(matches []int) map[int]bool {
	var tails []int // index of the lowest end of a rise of each length
	before := make([]int, len(matches))
	for i, j := range matches {
		if j < 0 {
			continue
		}
		length, _ := slices.BinarySearchFunc(tails, j, func(at, j int) int { return matches[at] - j })
		before[i] = -1
		if length > 0 {
			before[i] = tails[length-1]
		}
		tails = append(tails[:length], i)[:max(len(tails), length+1)]
	}
	kept := map[int]bool{}
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			kept[i] = true
		}
	}
	return kept
}

// claims finds rows of the form that several rows of the table have the label of: whose
// figure counts is not to be guessed.
func (r *reviser) claims(matches []int) map[int][]int {
	m := newMatcher(r.form, r.table.Rows)
	byLabel := map[string]int{}
	for i, j := range matches {
		if j >= 0 && m.labels[m.form[j].label] == 1 && m.rows[i].label == m.form[j].label {
			byLabel[m.rows[i].label] = i
		}
	}
	claimed := map[int][]int{}
	for i, j := range matches {
		first, ok := byLabel[m.rows[i].label]
		if j >= 0 || !ok {
			continue
		}
		a, b := m.rows[i], m.rows[first]
		target := m.form[matches[first]]
		if a.number == target.number || a.number == "" || b.number != target.number {
			claimed[matches[first]] = append(claimed[matches[first]], i)
		}
	}
	for j, again := range claimed {
		row := &r.form.Rows[j]
		first := r.table.Rows[byLabel[m.form[j].label]]
		f := diag.Finding{Severity: diag.Fault, Rule: "dong-trung", Place: first.Place, Row: row.ID, Unread: map[string][]string{row.ID: nil},
			Message: fmt.Sprintf("dòng %s có %d lần trong bảng, không biết lấy số liệu nào", row.ID, len(again)+1),
			Hint:    "xóa hoặc sửa tên các dòng thừa trong văn bản rồi đọc lại"}
		for _, i := range again {
			f.Related = append(f.Related, diag.Related{Place: r.table.Rows[i].Place, Message: row.ID})
			matches[i] = j
		}
		r.findings = append(r.findings, f)
	}
	return claimed
}

// row notes what a row says that the annex does not.
func (r *reviser) row(row *model.Row, found TableRow) {
	before := len(r.findings)
	defer func() {
		for i := range r.findings[before:] {
			r.findings[before+i].Row = row.ID
		}
	}()
	r.formText(row, found)
	r.before(row, found)
	was := r.annex.Figures[row.ID]
	told := len(r.findings)
	values, ok := r.values(row, found)
	switch {
	case !ok:
		r.unread(row, told)
		values = was.Printed()
	case len(values) == 0:
		r.mislaid(row, found)
	}
	note, ok := r.note(row, found, was.Note)
	if !ok {
		note = was.Note
	}
	if slices.Equal(values, was.Printed()) && note == was.Note {
		return
	}
	r.corrections = append(r.corrections, model.Correction{Row: row.ID, Values: values, Note: note})
}

// unread marks the last of the findings about a figure that was not taken.
func (r *reviser) unread(row *model.Row, from int) {
	if last := len(r.findings) - 1; last >= from && r.findings[last].Unread == nil && row.Kind != model.KindHeading {
		r.findings[last].Unread = map[string][]string{row.ID: nil}
	}
}

// hasOwnNumbers reports whether most rows have the STT of the form.
func (r *reviser) hasOwnNumbers(matches []int) bool {
	same := 0
	for i, j := range matches {
		if j >= 0 && tabular.Plain(r.table.Rows[i].text(model.RoleNumber)) == tabular.Plain(r.form.Rows[j].Number) {
			same++
		}
	}
	return same*2 > len(matches)
}

// mislaid reports a number in the STT of a row that has no figure, where other rows have the
// STT of the form.
func (r *reviser) mislaid(row *model.Row, found TableRow) {
	number := found.text(model.RoleNumber)
	if row.Kind == model.KindHeading || !r.numbered || row.Block != "" || tabular.Plain(number) == tabular.Plain(row.Number) {
		return
	}
	if _, ok := model.ParseValue(row.Kind, number); ok {
		r.add(diag.Fault, "so-lieu", found.Place, "chuyển số liệu sang cột số liệu, nếu đó là số liệu", "dòng %s không có số liệu, còn cột STT có “%s”", row.ID, tree.FirstLine(number))
	}
}

// note is what stands under Ghi chú; a table without that column leaves the note as it was.
func (r *reviser) note(row *model.Row, found TableRow, was string) (string, bool) {
	cell := found.Cells[model.RoleNote]
	if !r.table.Shows(model.RoleNote) {
		return was, true
	}
	if cell.Tall || cell.Covered {
		if tabular.Clean(cell.Spanned) != "" || was != "" {
			r.add(diag.Fault, "o-gop", found.Place, "tách ô trong "+r.table.program()+", mỗi dòng một ghi chú", "ô ghi chú của dòng %s gộp với ô khác", row.ID)
		}
		return was, false
	}
	if cell.Ragged {
		return was, false // told with the figure
	}
	if cell.Boxed {
		cell.Doubts = append(cell.Doubts, "hộp văn bản")
	}
	if cell.Doubts != nil {
		r.add(diag.Fault, "khong-phai-chu", found.Place, "gõ ghi chú bằng chữ thường", "ô ghi chú của dòng %s có %s", row.ID, strings.Join(cell.Doubts, ", "))
		return was, false
	}
	note := tabular.Clean(cell.Text)
	if r.table.Marked && model.WithoutMark(note) == was {
		return was, true // an annex that was marked shows what a figure was before
	}
	return note, true
}
