package match

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// doubtful tells of rows that are in doubt, those of each heading in one finding, and of those
// beyond the first in one.
func (r *reviser) doubtful(doubts []doubt) {
	for n, d := range doubts {
		if n >= mostAlike {
			last := &r.findings[len(r.findings)-1]
			if n == mostAlike {
				last.Message += "; cũng vậy với các dòng"
			}
			for _, j := range d.form {
				last.Message += " " + r.form.Rows[j].ID
				last.Unread[r.form.Rows[j].ID] = nil
			}
			continue
		}
		f := diag.Finding{Severity: diag.Fault, Rule: "dong-khong-ro", Place: r.table.Rows[d.rows[0]].Place, Unread: map[string][]string{},
			Hint: "để mỗi dòng dưới đúng đề mục của nó như trong biểu mẫu, bỏ dòng thừa, rồi đọc lại"}
		var ids, said []string
		for _, j := range d.form {
			ids = append(ids, r.form.Rows[j].ID)
			f.Unread[r.form.Rows[j].ID] = nil
		}
		for _, i := range d.rows {
			row := r.table.Rows[i]
			said = append(said, strings.TrimSpace(fmt.Sprintf("“%s” %s", tree.FirstLine(row.text(model.RoleLabel)), tree.FirstLine(row.text(model.RoleFigure)))))
		}
		f.Row = ids[0]
		f.Message = fmt.Sprintf("không rõ dòng nào là %s của biểu mẫu, nên không đọc: %s", strings.Join(ids, ", "), tree.Short(strings.Join(said, ", ")))
		r.findings = append(r.findings, f)
	}
}

// inDoubt reports whether a row of the form is one of those that are in doubt.
func inDoubt(doubts []doubt, j int) bool {
	return slices.ContainsFunc(doubts, func(d doubt) bool { return slices.Contains(d.form, j) })
}
