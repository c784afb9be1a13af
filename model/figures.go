package model

import (
	"fmt"
	"strings"

	"phuluc2b/model/diag"
)

// figures reads the rows of [so_lieu] into the annex.
func (t *table) figures(a *Annex) {
	index := a.Form.RowIndex()
	for id, v := range t.values {
		i, known := index[id]
		if t.unquoted(id, v, t.node.children[id], index) {
			continue
		}
		if !known {
			t.unknownRow(id, a.Form)
			continue
		}
		a.Figures[id] = t.figure(&a.Form.Rows[i], id, v)
	}
}

func (t *table) unknownRow(id string, form *Form) {
	hint := "xem các mã dòng trong biểu mẫu " + form.ID
	if row := t.nearestRow(id, form); row != nil {
		hint = fmt.Sprintf(`có phải "%s" (%s)?`, row.ID, strings.Join(row.Label, " "))
	}
	t.findings.Faultf("dong-la", t.keyAt(id), hint, `biểu mẫu %s không có dòng "%s"`, form.ID, id)
}

// nearestRow is the row that was meant by a misspelt ID, nil when that is not clear. A row
// that takes a figure and has none yet is likelier than the others.
func (t *table) nearestRow(id string, form *Form) *Row {
	var free, rest []string
	for _, r := range form.Rows {
		if _, given := t.values[r.ID]; given || r.Kind == Heading {
			rest = append(rest, r.ID)
		} else {
			free = append(free, r.ID)
		}
	}
	id = strings.Trim(strings.TrimSpace(id), ".")
	for _, ids := range [][]string{free, rest} {
		if near := Nearest(id, ids); near != "" {
			return &form.Rows[form.RowIndex()[near]]
		}
	}
	return nil
}

// unquoted reports row IDs that were written without quotes, as 1.2.1 = 7: to TOML these
// are tables in tables. It tells whether v was nothing else.
func (t *table) unquoted(first string, v any, n *node, index map[string]int) bool {
	found := false
	var walk func(id string, v any, n *node)
	walk = func(id string, v any, n *node) {
		m, isTable := v.(map[string]any)
		if _, isRow := index[id]; isRow && id != first && (!isTable || isFigure(m)) {
			found = true
			place := t.placeOf(n, func(n *node) diag.Place { return n.key })
			if start := place.End - len(id); start >= 0 && string(t.src.Text[start:place.End]) == id {
				place.Start = start
			}
			t.findings.Faultf("thieu-ngoac", place, fmt.Sprintf(`viết "%s" = …`, id), "mã dòng %s phải đặt trong ngoặc kép", id)
			return
		}
		for part, child := range m {
			var below *node
			if n != nil {
				below = n.children[part]
			}
			walk(id+"."+part, child, below)
		}
	}
	if m, ok := v.(map[string]any); ok && !isFigure(m) {
		walk(first, v, n)
	}
	return found
}

// isFigure tells whether a table is the value of a row, not what TOML makes of its ID.
func isFigure(m map[string]any) bool {
	_, figure := m["so_lieu"]
	_, note := m["ghi_chu"]
	return figure || note
}
