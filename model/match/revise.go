package match

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// Revise compares the table of a document with the annex that it was made from: what the
// rows say now that differs, and what could not be understood. Nothing is dropped silently.
func Revise(a *model.Annex, t *Table) ([]model.Correction, diag.List) {
	r := reviser{annex: a, table: t}
	matches := Rows(a.Form, t.Rows)
	last := -1
	for i, j := range matches {
		if 0 <= j && j < last && a.Source != nil {
			r.add(diag.Warning, "dong-doi-cho", t.Rows[i].Place, "tệp số liệu giữ thứ tự của biểu mẫu", "dòng %s đứng sau dòng %s", a.Form.Rows[j].ID, a.Form.Rows[last].ID)
		}
		last = max(last, j)
		if j < 0 {
			r.unknown(t.Rows[i])
		} else {
			r.row(&a.Form.Rows[j], t.Rows[i])
		}
	}
	r.missing(matches)
	return r.corrections, r.findings
}

type reviser struct {
	annex       *model.Annex
	table       *Table
	corrections []model.Correction
	findings    diag.List
}

func (r *reviser) add(severity diag.Severity, rule string, place diag.Place, hint, format string, args ...any) {
	r.findings = append(r.findings, diag.Finding{Severity: severity, Rule: rule, Place: place, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// row notes what a row says that the annex does not.
func (r *reviser) row(row *model.Row, found TableRow) {
	r.formText(row, found)
	if found.Merged {
		r.add(diag.Fault, "o-gop", found.Figure, "tách ô trong Word, mỗi dòng một số liệu", "ô số liệu hoặc ghi chú của dòng %s gộp với dòng khác", row.ID)
		return
	}
	figure := r.annex.Figures[row.ID]
	values, note := r.values(row, found), found.Cells[model.RoleNote]
	switch {
	case !r.shows(model.RoleNote):
		note = figure.Note
	case note != figure.Note:
		note = model.WithoutMark(note)
	}
	if slices.Equal(values, figure.Printed()) && note == figure.Note {
		return
	}
	r.corrections = append(r.corrections, model.Correction{Row: row.ID, Values: values, Note: note})
}

// shows reports whether the form has a column for that.
func (r *reviser) shows(role model.Role) bool {
	return slices.ContainsFunc(r.annex.Form.Columns, func(c model.Column) bool { return c.Role == role })
}

// values are the figures of a row, and a finding for each that its kind cannot be read in.
func (r *reviser) values(row *model.Row, found TableRow) []string {
	if found.Cells[model.RoleFigure] == "" {
		return nil
	}
	values := strings.Split(found.Cells[model.RoleFigure], "\n")
	switch {
	case row.Kind == model.KindHeading:
		r.add(diag.Fault, "so-lieu", found.Figure, "xóa số liệu này trong văn bản, hoặc chuyển sang cột ghi chú", "dòng %s là đề mục, không nhận số liệu “%s”", row.ID, found.Cells[model.RoleFigure])
		return nil
	case len(values) > row.Values:
		r.add(diag.Fault, "so-lieu", found.Figure, fmt.Sprintf("viết nhiều nhất %d giá trị", row.Values), "dòng %s nhận %d giá trị, ở đây có %d", row.ID, row.Values, len(values))
	}
	for _, v := range values {
		if _, ok := model.ParseValue(row.Kind, v); !ok {
			r.add(diag.Fault, "so-lieu", found.Figure, model.KindHint(row), "dòng %s: “%s” không phải %s", row.ID, v, model.KindName(row.Kind))
		}
	}
	return values
}

// formText warns of words of the form that were changed in the document: a data file has no
// place for them.
func (r *reviser) formText(row *model.Row, found TableRow) {
	for _, part := range []struct {
		role  model.Role
		lines []string
	}{{model.RoleLabel, row.Label}, {model.RoleUnit, row.Unit}} {
		if was := strings.Join(part.lines, "\n"); r.shows(part.role) && plainText(found.Cells[part.role]) != plainText(was) {
			r.add(diag.Warning, "chu-bieu-mau", found.Place, "muốn đổi chữ này thì sửa biểu mẫu", "dòng %s: “%s” khác với biểu mẫu là “%s”", row.ID, tree.FirstLine(found.Cells[part.role]), tree.FirstLine(was))
		}
	}
}

// unknown reports a row that is none of the form's.
func (r *reviser) unknown(found TableRow) {
	if found.blank() {
		return
	}
	severity := diag.Warning
	if found.Cells[model.RoleFigure] != "" || found.Cells[model.RoleNote] != "" {
		severity = diag.Fault
	}
	r.add(severity, "dong-la", found.Place, "chuyển số liệu của dòng này vào dòng đúng, hoặc thêm dòng vào biểu mẫu", "biểu mẫu %s không có dòng này", r.annex.Form.ID)
}

// missing warns of rows that the table lacks; what the annex says of them stays.
func (r *reviser) missing(matches []int) {
	var ids []string
	severity := diag.Warning
	found := map[int]bool{}
	for _, j := range matches {
		found[j] = true
	}
	for j, row := range r.annex.Form.Rows {
		if found[j] {
			continue
		}
		ids = append(ids, row.ID)
		if !r.annex.Figures[row.ID].Blank() {
			severity = diag.Fault // a figure that the document no longer shows
		}
	}
	if len(ids) > 0 {
		r.add(severity, "dong-thieu", r.table.Source.At(0, 0), "xem lại bảng trong văn bản; số liệu cũ của các dòng này được giữ lại", "bảng thiếu %d dòng của biểu mẫu: %s", len(ids), strings.Join(ids, ", "))
	}
}
