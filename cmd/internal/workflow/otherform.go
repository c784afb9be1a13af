package workflow

import (
	"fmt"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
)

func unit(r model.Row) string { return strings.Join(r.Unit, " ") }

// mostDiffering is how many rows are named in which two forms differ.
const mostDiffering = 3

// FormsMet is the forms that documents carry whose data files are to be written, the first of each
// name.
type FormsMet struct {
	shelf *Shelf // of what lies beside the data files
	named *model.Form
	met   model.Forms
	from  map[string]string // by form: the document that it came with
}

// NewFormsMet begins with the forms of a shelf. Documents that carry no data are read by the named
// one; nil for that which they carry.
func NewFormsMet(shelf *Shelf, named *model.Form) *FormsMet {
	return &FormsMet{shelf: shelf, named: named, met: model.Forms{}, from: map[string]string{}}
}

// Meet takes in the form of a document. There are findings when its data file would be read by
// another, for it names its form by the name alone: one that lies beside it, or else was met before.
func (m *FormsMet) Meet(d *Document, target string) diag.List {
	form, _ := m.shelf.work.carried(d)
	if form == nil || d.Source == nil && m.named != nil {
		return nil
	}
	var first *model.Form
	var from string
	if near, _ := m.shelf.workspace(model.Outline{Form: form.ID}, diag.NewSource(target, nil)); near != nil {
		first = near.Forms[form.ID]
	}
	switch {
	case first == nil && m.met[form.ID] == nil:
		m.met[form.ID], m.from[form.ID] = form, d.Name
		return nil
	case first == nil:
		first, from = m.met[form.ID], m.from[form.ID]
	case m.shelf.work.Forms[form.ID] == nil:
		from = first.Source.Name
	}
	findings := otherRows(d, form, first)
	if findings != nil && from != "" {
		findings[0].Message += "; biểu mẫu ấy ở " + from
		findings[0].Hint = "để các văn bản theo biểu mẫu khác, và tệp số liệu của chúng, ở thư mục riêng; hoặc làm lại chúng theo một biểu mẫu"
	}
	return findings
}

// otherRows refuses a document that was made from a form with the name of the one that is meant
// and other rows: its figures would go into those of the same ID. The list is empty when all of
// its rows are the form's.
func otherRows(d *Document, made, meant *model.Form) diag.List {
	if meant == nil || made.ID != meant.ID {
		return nil
	}
	said := differing(made, meant)
	if said == "" {
		return nil
	}
	return diag.List{{Severity: diag.Fault, Rule: RuleOtherRow, Place: diag.NewSource(d.Name, nil).At(0, 0),
		Message: fmt.Sprintf("văn bản làm theo một biểu mẫu cũng tên %s mà các dòng khác, nên không đọc: %s", made.ID, said),
		Hint:    "dùng biểu mẫu mà đơn vị đã dùng, hoặc làm lại văn bản theo biểu mẫu đang dùng"}}
}

// differing says which rows of a form are not those of the one that is meant; "" for none.
func differing(made, meant *model.Form) string {
	index := meant.RowIndex()
	var rows []string
	for _, row := range made.Rows {
		if i, known := index[row.ID]; !known {
			rows = append(rows, fmt.Sprintf("dòng %s “%s” không có trong biểu mẫu", row.ID, short(strings.Join(row.Label, " "))))
		} else if said := other(row, meant.Rows[i]); said != "" {
			rows = append(rows, said)
		}
	}
	return diag.Few(rows, mostDiffering, "; ", "dòng")
}

// other says how a row differs from the one that has its ID in the form that is meant; "" when it
// does not.
func other(row, meant model.Row) string {
	label, known := strings.Join(row.Label, " "), strings.Join(meant.Label, " ")
	switch {
	case tabular.Plain(label) != tabular.Plain(known):
		return fmt.Sprintf("dòng %s là “%s”, trong biểu mẫu là “%s”", row.ID, short(label), short(known))
	case tabular.Plain(unit(row)) != tabular.Plain(unit(meant)):
		return fmt.Sprintf("dòng %s “%s” tính bằng “%s”, trong biểu mẫu là “%s”", row.ID, short(label), short(unit(row)), short(unit(meant)))
	case row.Kind != meant.Kind:
		return fmt.Sprintf("dòng %s “%s” có loại số liệu khác", row.ID, short(label))
	}
	return ""
}

// RuleOtherRow is that of findings about a row which is another one in the form that is meant.
const RuleOtherRow = "mau-khac"

// OtherRows finds the figures of an annex that are not those of the form that is meant, of the same
// name: its rows are others.
func OtherRows(a *model.Annex, meant *model.Form) diag.List {
	if a.Form == meant {
		return nil
	}
	var findings diag.List
	index := meant.RowIndex()
	for _, row := range a.Form.Rows {
		i, known := index[row.ID]
		if !known || a.Figures[row.ID].Blank() {
			continue
		}
		if said := other(row, meant.Rows[i]); said != "" {
			findings = append(findings, diag.Finding{Severity: diag.Fault, Rule: RuleOtherRow, Row: row.ID, Place: a.Figures[row.ID].Place, Message: said,
				Hint: "không so được với kỳ trước theo biểu mẫu khác: bỏ --previous, hoặc thêm --form nếu tệp ấy cũng theo biểu mẫu đang dùng"})
		}
	}
	return findings
}
