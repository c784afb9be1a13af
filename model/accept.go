package model

import (
	"strings"

	"phuluc2b/model/diag"
)

// acceptance names a finding that an office has looked at: the rule, and a row that takes
// part in it.
type acceptance struct{ row, rule string }

// Reason is why a finding is accepted.
type Reason struct {
	Text  string
	Place diag.Place
}

// acceptances reads [chap_nhan]: a table of reasons by rule name, for each row.
func (t *table) acceptances(a *Annex) {
	index := a.Form.RowIndex()
	for row := range t.values {
		if _, known := index[row]; !known && row != headerSubject {
			t.has(row)
			t.unknownRow(row, a.Form)
			continue
		}
		if _, ok := t.values[row].(map[string]any); !ok {
			t.wrongType(t.at(row), row, `viết { W08 = "lý do" }, với tên quy tắc như chương trình báo`)
			continue
		}
		reasons := t.table(row)
		for rule := range reasons.values {
			reasons.acceptance(a, acceptance{row: row, rule: rule})
		}
	}
}

func (t *table) acceptance(a *Annex, accepted acceptance) {
	if accepted.rule != ambiguous && !a.Form.hasRule(accepted.rule) {
		var names []string
		for _, r := range a.Form.Rules {
			names = append(names, r.Name)
		}
		hint := "viết tên quy tắc như chương trình báo, ví dụ W08"
		if near := Nearest(accepted.rule, names); near != "" {
			hint = "có phải " + near + "?"
		}
		t.findings.Faultf("khoa-la", t.keyAt(accepted.rule), hint, "biểu mẫu không có quy tắc %s", accepted.rule)
		return
	}
	reason := strings.ReplaceAll(t.text(accepted.rule), "\n", " ")
	if _, isText := t.values[accepted.rule].(string); isText && reason == "" {
		t.findings.Faultf("sai-gia-tri", t.at(accepted.rule), `viết vì sao chấp nhận, ví dụ "tính cả đơn vị cấp xã"`, "thiếu lý do chấp nhận %s ở dòng %s", accepted.rule, accepted.row)
	}
	a.Accepted[accepted] = Reason{Text: reason, Place: t.keyAt(accepted.rule)}
}

// unusedAcceptances warns of reasons that accept nothing. The rule on the change since an
// earlier period counts only when there was one to compare with.
func (c *checker) unusedAcceptances() {
	for accepted, reason := range c.annex.Accepted {
		if c.used[accepted] || c.previous == nil && c.comparesPeriods(accepted.rule) {
			continue
		}
		c.findings = append(c.findings, diag.Finding{Severity: diag.Warning, Rule: "chap-nhan", Place: reason.Place,
			Message: accepted.rule + " ở dòng " + accepted.row + " không còn gì để chấp nhận",
			Hint:    "xóa lý do này"})
	}
}

func (c *checker) comparesPeriods(name string) bool {
	for _, r := range c.annex.Form.Rules {
		if r.Name == name && r.Kind == cumulative {
			return true
		}
	}
	return false
}
