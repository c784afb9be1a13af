package match

import (
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// sameWords reports whether a text is that of the form: to the letter in a document that was
// made from it.
func (r *reviser) sameWords(now, was string) bool {
	if r.typed() {
		return tabular.Plain(now) == tabular.Plain(was)
	}
	return tabular.OneLine(now) == tabular.OneLine(was)
}

// formText warns of words of the form that were changed in the document: a data file has no
// place for them.
func (r *reviser) formText(row *model.Row, found TableRow) {
	for _, part := range []struct {
		role model.Role
		was  string
	}{{model.RoleLabel, strings.Join(row.Label, "\n")}, {model.RoleUnit, strings.Join(row.Unit, "\n")}, {model.RoleNumber, row.Number + row.Block}} {
		if !r.table.Shows(part.role) || part.role == model.RoleNumber && r.typed() {
			continue
		}
		now := found.text(part.role)
		if part.role == model.RoleLabel {
			if _, rest, ok := tabular.CutNumber(now); ok && !r.sameWords(now, part.was) {
				now = rest
			}
		}
		if part.role == model.RoleUnit && r.typed() && (now == "" || tabular.StartsWithDigit(now)) {
			continue // was moved to the figure
		}
		if part.role == model.RoleNumber && row.Block != "" && now == "" {
			continue // covered by the block above
		}
		if part.role == model.RoleUnit && (scaled(now) || scaled(part.was)) && !r.sameWords(now, part.was) {
			r.add(diag.Fault, "don-vi", found.Place, "đổi số liệu về đơn vị tính của biểu mẫu trong văn bản rồi đọc lại", "dòng %s: số liệu theo đơn vị “%s”, đơn vị của biểu mẫu là “%s”", row.ID, tree.FirstLine(now), tree.FirstLine(part.was))
			continue
		}
		r.sameText(row, found, now, part.was)
	}
	for i := range r.form.FixedColumns() {
		cell, shown := found.Fixed[i]
		if shown && !cell.Tall && !cell.Covered {
			r.sameText(row, found, tabular.Clean(cell.Text), row.FixedText(i))
		}
	}
}

// sameText warns of words of a row that are not the form's.
func (r *reviser) sameText(row *model.Row, found TableRow, now, was string) {
	if !r.sameWords(now, was) {
		r.add(diag.Warning, "chu-bieu-mau", found.Place, "muốn đổi chữ này thì sửa biểu mẫu", "dòng %s: “%s” khác với biểu mẫu là “%s”", row.ID, tree.FirstLine(now), tree.FirstLine(was))
		r.findings[len(r.findings)-1].Subject = now
	}
}
