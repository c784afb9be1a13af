package infer

import (
	"math"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// columns reads the head of the table, and how wide and where its columns stand. It returns a
// fault when there is nothing to take for labels and figures.
func (r *reader) columns() diag.List {
	p := r.annex.parts[0]
	roles, doubtful := r.annex.assignRoles()
	r.roles = roles
	label, figure := r.column(model.RoleLabel), r.column(model.RoleFigure)
	if label < 0 || figure < 0 {
		var findings diag.List
		src, _ := tabular.Source(r.doc.Name, p.grid)
		findings.Faultf("cot", src.At(0, len(src.Line(1))), "bảng cần một cột tên chỉ tiêu và một cột số liệu", "không nhận ra cột chỉ tiêu và cột số liệu trong bảng")
		return findings
	}
	d := r.draft
	d.Landscape = p.grid.Landscape
	d.TextSize = p.grid.TextSize
	spanners := map[string]int{} // the last column of each
	for i, role := range roles {
		c := r.headOf(p, i, role)
		if p.numbered >= 0 {
			c.Head = slices.Concat(c.Head, linesOf(p.grid.Cells[p.numbered][i]))
		}
		if last, seen := spanners[c.Spanner]; c.Spanner != "" && seen && last != i-1 {
			c.Head = append([]string{c.Spanner}, c.Head...)
			c.doubt("nhóm “%s” có hai chỗ, biểu mẫu chỉ gộp các cột liền nhau", c.Spanner)
			c.Spanner = ""
		}
		spanners[c.Spanner] = i
		switch {
		case role == model.RoleFixed:
			c.doubt("chỉ in chữ cố định, không điền từ tệp số liệu")
			r.tell("cot", p.columnWords(i), "chữ của cột ở khóa them của từng dòng", "cột “%s” là cột chữ cố định trong biểu mẫu", tree.Short(p.columnWords(i)))
		case role == model.RoleFigure && doubtful:
			c.doubt("có nhiều cột có thể là số liệu của kỳ")
		case role == model.RolePrevious:
			c.doubt("điền từ tệp số liệu kỳ trước (render --previous)")
		}
		d.Columns = append(d.Columns, c)
	}
	d.Figures = strings.ReplaceAll(p.columnWords(figure), " / ", " ")
	r.widths(p.grid.Widths, label)
	r.alignments()
	if p.numbered >= 0 {
		r.tell("hang-danh-so", "", "xóa chúng trong tieu_de của các cột nếu không cần in", "hàng đánh số cột được in ở cuối đầu cột: %s", strings.Join(rowTexts(p.grid.Cells[p.numbered]), " "))
	}
	return nil
}

// headOf is a column with its head, and the cell above it and others.
func (r *reader) headOf(p part, i int, role model.Role) Column {
	c := Column{Role: role}
	cells := p.headCells(i)
	if len(cells) == 0 {
		c.Head = []string{role.UsualHead()}
		c.doubt("văn bản để trống đầu cột")
		return c
	}
	last := len(cells) - 1
	c.Head = cells[last].lines
	if last == 0 && cells[0].wide { // nothing of its own below
		c.Spanner, c.Head = strings.Join(cells[0].lines, " "), nil
		return c
	}
	var above []string
	for _, cell := range cells[:last] {
		above = append(above, strings.Join(cell.lines, " "))
	}
	c.Spanner = strings.Join(above, " – ")
	if len(above) > 1 {
		c.doubt("đầu cột có %d tầng, biểu mẫu in hai", len(cells))
	}
	return c
}

// widths scales the columns to the paper. That of the labels takes the rest.
func (r *reader) widths(widths []float64, label int) {
	text := model.TextWidth(r.draft.Landscape)
	all := 0.0
	for _, w := range widths {
		all += w
	}
	rest := text
	for i := range r.draft.Columns {
		c := &r.draft.Columns[i]
		if i == label {
			continue
		}
		c.Width = usualWidth(c.Role)
		if i < len(widths) && widths[i] > 0 && all > 0 {
			c.Width = math.Round(widths[i]/all*text*2) / 2
		}
		c.Width = max(c.Width, model.LeastWidth)
		rest -= c.Width
	}
	for rest < 2*model.LeastWidth { // columns that are too many or too wide give way
		widest := -1
		for i, c := range r.draft.Columns {
			if i != label && c.Width > model.LeastWidth && (widest < 0 || c.Width > r.draft.Columns[widest].Width) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		r.draft.Columns[widest].Width -= 0.5
		rest += 0.5
	}
}

func usualWidth(role model.Role) float64 {
	if role == model.RoleNumber {
		return 15
	}
	return 26
}

// alignments notes where the text of columns stands, where that is not as usual. A table that
// never says so was typed without a thought.
func (r *reader) alignments() {
	counts := make([]map[tabular.Align]int, len(r.roles))
	said := false
	for i := range counts {
		counts[i] = map[tabular.Align]int{}
		for _, p := range r.annex.parts {
			for _, row := range p.grid.Cells[p.first:] {
				if c := row[i]; !c.Covered && !c.Above {
					counts[i][c.Align]++
					said = said || c.Align != ""
				}
			}
		}
	}
	if !said {
		return
	}
	for i := range r.draft.Columns {
		c := &r.draft.Columns[i]
		usual := tabular.Centre
		if slices.Contains([]model.Role{model.RoleLabel, model.RoleNote}, c.Role) {
			usual = tabular.Left
		}
		left := counts[i][tabular.Left] + counts[i][""] // a paragraph that says nothing begins on the left
		have := tabular.Left
		if n := counts[i][tabular.Centre]; n > left {
			have, left = tabular.Centre, n
		}
		if counts[i][tabular.Right] > left {
			have = tabular.Right
		}
		if have != usual {
			c.Align = have
		}
	}
}
