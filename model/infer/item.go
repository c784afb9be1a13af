package infer

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
)

// item is a row of the document on its way into the form.
type item struct {
	Row
	place   diag.Place
	cells   []tabular.Cell
	counted number // its STT
	hasSTT  bool
	group   bool     // numbered rows stand below it
	parents bool     // any rows stand below it
	figure  []string // lines of the cell that shows it
	note    string
	bold    bool
	merged  int  // a number for each STT cell over several rows, from 1; 0 for none
	joins   bool // its STT cell is the one of the row above
	nth     int  // of the rows beside it that count something, from 1

	label, unit string // as they are compared
}

// doubt marks the row for a look.
func (it *item) doubt(format string, args ...any) {
	it.Doubts = append(it.Doubts, fmt.Sprintf(format, args...))
}

// rows reads the rows of all parts.
func (r *reader) rows() {
	heads := r.annex.parts[0].head()
	blank, merged := 0, 0
	for _, p := range r.annex.parts {
		src, places := tabular.Source(r.doc.Name, p.grid)
		for i := p.first; i < len(p.grid.Cells); i++ {
			cells := p.grid.Cells[i]
			it := &item{cells: cells, place: src.At(places[i][0].Start, places[i][len(cells)-1].End)}
			r.read(it)
			switch {
			case len(rowTexts(cells)) == 0 && it.Number == "":
				blank++
				continue
			case repeatsHead(cells, heads):
				continue
			}
			if number := r.column(model.RoleNumber); number >= 0 && cells[number].Tall && !cells[number].Covered {
				if it.joins = cells[number].Above && len(r.items) > 0 && r.items[len(r.items)-1].merged > 0; !it.joins {
					merged++
				}
				it.merged = merged
			}
			r.items = append(r.items, it)
		}
	}
	if blank > 0 {
		r.tell("dong-trong", "", "thêm dòng vào biểu mẫu nếu cần chỗ viết", "bỏ %d dòng trống của bảng", blank)
	}
	if len(r.items) == 0 {
		r.findings = append(r.findings, diag.Finding{Severity: diag.Fault, Rule: "khong-co-dong", Place: r.draft.src.At(0, 0), Remedy: diag.Remedy{Do: diag.ReviewTable},
			Message: "bảng không có dòng nào ở dưới hàng đầu cột"})
	}
}

// repeatsHead reports whether a row is the head once more.
func repeatsHead(cells []tabular.Cell, heads []string) bool {
	for i, c := range cells {
		if text := tabular.Plain(c.Spanned); i >= len(heads) || text == "" || !strings.HasSuffix(heads[i], text) {
			return false
		}
	}
	return true
}

// read takes a row apart by the roles of the columns.
func (r *reader) read(it *item) {
	label := r.column(model.RoleLabel)
	for i, role := range r.roles {
		c := it.cells[i]
		lines := linesOf(c)
		if len(c.Doubts) > 0 && role != model.RoleFigure && role != model.RoleNote {
			it.doubt("ô có %s, không lấy được thành chữ", strings.Join(c.Doubts, ", "))
		}
		if c.Tall && !c.Above && role != model.RoleNumber {
			it.doubt("ô gộp nhiều dòng được tách ra, mỗi dòng một ô")
		}
		if c.Split && len(lines) > 0 {
			it.doubt("nhiều ô ở dưới một đầu cột được nối thành một ô")
		}
		switch role {
		case model.RolePrevious:
			r.before += min(len(lines), 1)
		case model.RoleNumber:
			if !c.Covered {
				it.Number = strings.Join(lines, " ")
				if it.Number == "" {
					it.Number = c.Number + c.Bullet
				}
			}
		case model.RoleLabel:
			it.Label, it.bold = lines, c.Bold
		case model.RoleUnit:
			it.Unit = lines
		case model.RoleFigure:
			if !c.Covered {
				it.figure = lines
			}
		case model.RoleNote:
			it.note = strings.Join(lines, "\n")
		case model.RoleFixed:
			it.Fixed = append(it.Fixed, strings.Join(lines, "\n"))
		}
	}
	r.widened(it, label)
	r.typedNumber(it, it.cells[label])
}

func linesOf(c tabular.Cell) []string {
	if text := tabular.Clean(c.Text); text != "" && !c.Covered {
		return strings.Split(text, "\n")
	}
	return nil
}

// widened reads a label whose cell spans other columns: a form has a cell for each.
func (r *reader) widened(it *item, label int) {
	c := it.cells[label]
	if c.Covered {
		it.Label, it.Number = strings.Split(tabular.Clean(c.Spanned), "\n"), ""
		for i := label; i >= 0; i-- {
			if it.bold = it.cells[i].Bold; !it.cells[i].Covered {
				break
			}
		}
		if number, rest, ok := tabular.CutNumber(strings.Join(it.Label, "\n")); ok && r.column(model.RoleNumber) >= 0 {
			it.Number, it.Label = number, []string{rest}
		}
	}
	if slices.ContainsFunc(it.cells, func(c tabular.Cell) bool { return c.Covered }) {
		it.doubt("ô gộp qua nhiều cột được tách ra, mỗi cột một ô")
	}
}

// typedNumber takes the STT that Word puts before a label by itself.
func (r *reader) typedNumber(it *item, label tabular.Cell) {
	if label.Bullet != "" && len(it.Label) > 0 {
		it.Label = slices.Concat([]string{label.Bullet + " " + it.Label[0]}, it.Label[1:])
	}
	if label.Number == "" || it.Number != "" {
		return
	}
	if r.column(model.RoleNumber) >= 0 {
		it.Number = label.Number
	} else if len(it.Label) > 0 {
		it.Label[0] = label.Number + " " + it.Label[0]
	}
}

// column is the index of the first column of a role; -1 for none.
func (r *reader) column(role model.Role) int { return slices.Index(r.roles, role) }

// tell warns of something that is no single row's.
func (r *reader) tell(rule, subject, hint, format string, args ...any) {
	r.findings = append(r.findings, diag.Finding{Severity: diag.Warning, Rule: rule, Place: r.draft.src.At(0, 0), Subject: subject,
		Message: fmt.Sprintf(format, args...), Hint: hint})
}
