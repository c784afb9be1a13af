package layout

import (
	"slices"

	"phuluc2b/model"
)

// entry is what a column takes in a row; nil for nothing.
func entry(role model.Role, row model.Row) *Entry {
	switch {
	case role == model.RoleNote:
		return &Entry{Words: true}
	case role != model.RoleFigure || row.Kind == model.KindHeading:
		return nil
	case row.Values > 1:
		return &Entry{}
	}
	return &Entry{Codes: row.Codes, Words: row.Kind == model.KindText}
}

// relations are the rules of a form that compare whole numbers and must hold, between the cells of its grid.
func relations(form *model.Form, g *Grid) []Relation {
	column := slices.IndexFunc(form.Columns, func(c model.Column) bool { return c.Role == model.RoleFigure })
	if column < 0 {
		return nil
	}
	counts := func(rows []int) (cells []*Cell, all bool) {
		for _, i := range rows {
			if form.Rows[i].Kind != model.KindCount || form.Rows[i].Values > 1 {
				return nil, false
			}
			cells = append(cells, g.Rows[g.Head+i].Cells[column])
		}
		return cells, true
	}
	var all []Relation
	for _, r := range form.Rules {
		left, whole := counts(r.Rows)
		right, wholeToo := counts(r.Against)
		equal := r.Kind.Name == "bang"
		if !equal && r.Kind.Name != "khong_qua" || r.Usual() || !whole || !wholeToo {
			continue
		}
		relation := Relation{Left: left, Right: right, Equal: equal}
		if r.Limit != nil {
			relation.Limit = r.Limit.RatString()
		}
		all = append(all, relation)
	}
	return all
}
