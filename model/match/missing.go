package match

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// mostAlike is how many findings of one rule are told one by one.
const mostAlike = 12

// gathered tells of the rows beyond those that are told one by one in one finding for each
// rule, which names them all.
func gathered(findings diag.List) diag.List {
	count := map[string]int{}
	rest := map[string]*diag.Finding{}
	var kept diag.List
	for _, f := range findings {
		if count[f.Rule]++; count[f.Rule] <= mostAlike || f.Row == "" {
			kept = append(kept, f)
			continue
		}
		key := f.Rule
		if f.Unread[f.Row] != nil {
			key += " unread"
		} else if f.Unread != nil {
			key += " lost"
		}
		if rest[key] == nil {
			first := f
			first.Message, first.Spoken, first.Related = "cũng vậy ở các dòng "+f.Row, "", nil
			first.Unread = maps.Clone(f.Unread)
			rest[key] = &first
			continue
		}
		maps.Copy(rest[key].Unread, f.Unread)
		if !strings.HasSuffix(rest[key].Message, " "+f.Row) { // a row may have two alike
			rest[key].Message += ", " + f.Row
		}
	}
	for _, rule := range slices.Sorted(maps.Keys(rest)) {
		kept = append(kept, *rest[rule])
	}
	return kept
}

// rest reports the rows that only one of the two has, and the columns that the form has not.
func (r *reviser) rest(matches []int, doubts []doubt) {
	for _, head := range r.table.Columns {
		r.add(diag.Fault, "cot-la", r.table.place, "kiểm tra rằng không cần cột này; biểu mẫu không có chỗ cho nó", "cột “%s” không có trong biểu mẫu nên không được đọc", tree.Short(head))
	}
	var plain []string
	strange := 0
	for _, i := range r.unknown {
		row := r.table.Rows[i]
		switch {
		case row.blank():
		case strange == mostAlike:
			plain = append(plain, fmt.Sprintf("“%s” %s", tree.FirstLine(row.text(model.RoleLabel)), tree.FirstLine(row.text(model.RoleFigure))))
		case row.text(model.RoleFigure) != "" || row.text(model.RoleNote) != "" || row.Cells[model.RoleFigure].Doubts != nil:
			strange++
			what := "số liệu “" + tree.FirstLine(row.text(model.RoleFigure)) + "”"
			if row.text(model.RoleFigure) == "" {
				what = "ghi chú “" + tree.FirstLine(row.text(model.RoleNote)) + "”"
			}
			r.add(diag.Fault, "dong-la", row.Place, "chuyển số liệu của dòng này vào dòng đúng, hoặc thêm dòng vào biểu mẫu", "biểu mẫu %s không có dòng này, %s không được đọc", r.form.ID, what)
		case endsInFigure().MatchString(row.text(model.RoleLabel)):
			strange++
			r.add(diag.Fault, "dong-la", row.Place, "tách tên chỉ tiêu và số liệu vào hai ô như các dòng khác", "biểu mẫu %s không có dòng này, số trong tên “%s” không được đọc", r.form.ID, tree.FirstLine(row.text(model.RoleLabel)))
		default:
			plain = append(plain, fmt.Sprintf("“%s”", tree.FirstLine(row.text(model.RoleLabel))))
		}
	}
	if len(plain) > 0 {
		severity := diag.Warning
		if strange == mostAlike {
			severity = diag.Fault
		}
		r.add(severity, "dong-la", r.table.place, "thêm dòng vào biểu mẫu nếu cần", "%d dòng nữa không có trong biểu mẫu %s: %s", len(plain), r.form.ID, tree.Short(strings.Join(plain, ", ")))
	}
	r.missing(matches, doubts)
}

// endsInFigure finds a figure that was typed behind a label: "Số nhiệm vụ: 98".
var endsInFigure = tabular.Pattern(`[:=]\s*\d[\d.,]*\s*\D{0,20}$`)

// missing warns of rows that the table lacks.
func (r *reviser) missing(matches []int, doubts []doubt) {
	var ids []string
	var unread map[string][]string
	severity := diag.Warning
	found := map[int]bool{}
	for _, j := range matches {
		found[j] = true
	}
	for j, row := range r.form.Rows {
		if found[j] || inDoubt(doubts, j) {
			continue
		}
		ids = append(ids, row.ID)
		if !r.annex.Figures[row.ID].Blank() {
			if unread == nil {
				unread = map[string][]string{}
			}
			unread[row.ID] = nil
		}
		if !r.annex.Figures[row.ID].Blank() || r.annex.Figures[row.ID].Note != "" || r.typed() && row.Kind != model.KindHeading {
			severity = diag.Fault // a figure that the document does not show
		}
	}
	if len(ids) == 0 {
		return
	}
	named := strings.Join(ids[:min(len(ids), mostIDs)], ", ")
	if more := len(ids) - mostIDs; more > 0 {
		named += fmt.Sprintf(", … và %d dòng nữa, đến %s", more, ids[len(ids)-1])
	}
	r.add(severity, "dong-thieu", r.table.place, "xem lại bảng trong văn bản", "bảng thiếu %d dòng của biểu mẫu: %s", len(ids), named)
	r.findings[len(r.findings)-1].Unread = unread
}

// mostIDs is how many rows one message names.
const mostIDs = 80
