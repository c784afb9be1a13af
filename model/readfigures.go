package model

import (
	"fmt"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// readFigures reads the rows of [so_lieu] into the annex.
func readFigures(t *tree.Table, a *Annex) {
	index := a.Form.RowIndex()
	a.Figures = make(map[string]Figure, len(t.Values))
	for _, id := range t.Keys() {
		v := t.Values[id]
		i, known := index[id]
		if reportUnquoted(t, id, v, t.Node.Children[id], index) {
			continue
		}
		if !known {
			reportUnknownRow(t, id, a.Form)
			continue
		}
		a.Figures[id] = readFigure(t, &a.Form.Rows[i], id, v)
	}
}

func reportUnknownRow(t *tree.Table, id string, form *Form) {
	hint := "xem các mã dòng trong biểu mẫu " + form.ID
	if t.Enough("dong-la") {
		// only counted
	} else if row := MeantRow(t.Values, id, form); row != nil {
		hint = fmt.Sprintf(`có phải "%s" (%s)?`, row.ID, tree.Short(strings.Join(row.Label, " ")))
	}
	t.Faultf("dong-la", t.KeyAt(id), hint, `biểu mẫu %s không có dòng "%s"`, form.ID, tree.Short(id))
	t.About(id)
}

// MeantRow is the row that was meant by a misspelt ID among the figures of a data file, nil when
// that is not clear. A row that takes a figure and has none yet is likelier than the others.
func MeantRow(figures map[string]any, id string, form *Form) *Row {
	var free, rest []string
	for _, r := range form.Rows {
		if _, given := figures[r.ID]; given || r.Kind == KindHeading {
			rest = append(rest, r.ID)
		} else {
			free = append(free, r.ID)
		}
	}
	id = strings.Trim(strings.TrimSpace(id), ".")
	for _, ids := range [][]string{free, rest} {
		if near := tree.Nearest(id, ids); near != "" {
			return &form.Rows[form.RowIndex()[near]]
		}
	}
	return nil
}

// reportUnquoted reports row IDs that were written without quotes, as 1.2.1 = 7: to TOML these
// are tables in tables. It reports whether v was nothing else.
func reportUnquoted(t *tree.Table, first string, v any, n *tree.Node, index map[string]int) bool {
	found := false
	var walk func(id string, v any, n *tree.Node)
	walk = func(id string, v any, n *tree.Node) {
		m, isTable := v.(map[string]any)
		if _, isRow := index[id]; isRow && id != first && (!isTable || isFigure(m)) {
			found = true
			place := t.PlaceOf(n, func(n *tree.Node) diag.Place { return n.Key })
			if start := place.End - len(id); start >= 0 && string(place.Source.Text[start:place.End]) == id {
				place.Start = start
			}
			t.Faultf("thieu-ngoac", place, fmt.Sprintf(`viết "%s" = …`, id), "mã dòng %s phải đặt trong ngoặc kép", id)
			return
		}
		for part, child := range m {
			var below *tree.Node
			if n != nil {
				below = n.Children[part]
			}
			walk(id+"."+part, child, below)
		}
	}
	if m, ok := v.(map[string]any); ok && !isFigure(m) {
		walk(first, v, n)
	}
	return found
}

// isFigure reports whether a table is the value of a row, not what TOML makes of its ID.
func isFigure(m map[string]any) bool {
	_, figure := m["so_lieu"]
	_, note := m["ghi_chu"]
	return figure || note
}
