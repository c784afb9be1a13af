package match

import (
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// RuleBefore names findings about figures of the period before: they belong to another file.
const RuleBefore = "ky-truoc"

// before warns of a figure of the period before that was changed in the document.
func (r *reviser) before(row *model.Row, found TableRow) {
	cell := found.Cells[model.RolePrevious]
	if r.typed() || !r.table.Shows(model.RolePrevious) || cell.Tall || cell.Covered {
		return
	}
	was := ""
	if r.table.Before != nil {
		was = strings.Join(r.table.Before.Figures[row.ID].Printed(), "\n")
	}
	if now := tabular.Clean(cell.Text); !slices.Equal(strings.Fields(now), strings.Fields(was)) {
		r.add(diag.Warning, RuleBefore, found.Place, "sửa ở tệp số liệu của kỳ trước, rồi làm lại phụ lục này",
			"dòng %s: số kỳ trước “%s” khác với tệp số liệu kỳ trước là “%s”", row.ID, tree.FirstLine(now), tree.FirstLine(was))
		r.findings[len(r.findings)-1].Subject = now
	}
}
