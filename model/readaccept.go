package model

import (
	"fmt"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// readAcceptances reads [chap_nhan]: a table of reasons by rule name, for a row or several.
func readAcceptances(t *tree.Table, a *Annex) {
	index := a.Form.RowIndex()
	for _, key := range t.Keys() {
		rows := AcceptedRows(key)
		known := rows[:0:0]
		for _, row := range rows {
			switch _, isRow := index[row]; {
			case isRow || row == HeaderSubject:
				known = append(known, row)
			case len(rows) == 1:
				reportUnknownRow(t, key, a.Form)
			default:
				t.Faultf("dong-la", t.KeyAt(key), `viết các mã dòng cách nhau bằng dấu phẩy, ví dụ "1.1.1, 1.1.2"`, `biểu mẫu %s không có dòng "%s"`, a.Form.ID, tree.Short(row))
			}
		}
		t.Has(key)
		if len(known) == 0 {
			continue
		}
		if _, ok := t.Values[key].(map[string]any); !ok {
			t.WrongType(t.At(key), key, `viết { W08 = "lý do" }, với tên quy tắc như chương trình báo`)
			continue
		}
		reasons := t.Sub(key)
		for _, rule := range reasons.Keys() {
			readReason(reasons, a, known, rule)
		}
	}
}

// AcceptedRows are the rows that a key of [chap_nhan] names: "3.1.3.a, 3.4.1".
func AcceptedRows(key string) []string {
	rows := strings.Split(key, ",")
	for i := range rows {
		rows[i] = strings.TrimSpace(rows[i])
	}
	return rows
}

// readReason reads why a rule is accepted in rows.
func readReason(t *tree.Table, a *Annex, rows []string, rule string) {
	if !a.Form.hasRule(rule) {
		names := ownRules()
		for _, r := range a.Form.Rules {
			names = append(names, r.Name)
		}
		hint := "viết tên quy tắc như chương trình báo, ví dụ W08"
		if near := tree.Nearest(rule, names); near != "" {
			hint = "có phải " + near + "?"
		}
		t.Faultf("khoa-la", t.KeyAt(rule), hint, "biểu mẫu không có quy tắc %s", tree.Short(rule))
		return
	}
	reason := Reason{Text: strings.ReplaceAll(t.Text(rule), "\n", " "), Place: t.KeyAt(rule), Rows: len(rows)}
	if _, isText := t.Values[rule].(string); isText && reason.Text == "" {
		t.Faultf("sai-gia-tri", t.At(rule), `viết vì sao chấp nhận, ví dụ "tính cả đơn vị cấp xã"`, "thiếu lý do chấp nhận %s ở dòng %s", rule, strings.Join(rows, ", "))
	}
	for _, row := range rows {
		accepted := Acceptance{Row: row, Rule: rule}
		if first, twice := a.Accepted[accepted]; twice {
			t.Add(diag.Finding{Rule: "trung-ma", Place: reason.Place, Message: fmt.Sprintf("đã có lý do chấp nhận %s ở dòng %s", rule, row),
				Hint: "mỗi dòng chỉ viết một lần cho một quy tắc", Related: []diag.Related{{Place: first.Place, Message: rule}}})
			continue
		}
		a.Accepted[accepted] = reason
	}
}
