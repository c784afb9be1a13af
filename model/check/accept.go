package check

import (
	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// unusedAcceptances warns of reasons that accept nothing. The rule on the change since an
// earlier period counts only when there was one to compare with.
func (c *checker) unusedAcceptances() {
	for accepted, reason := range c.annex.Accepted {
		if c.used[accepted] || c.previous == nil && c.comparesPeriods(accepted.Rule) {
			continue
		}
		hint := "xóa lý do này"
		if reason.Rows > 1 {
			hint = "bỏ mã " + accepted.Row + " khỏi lý do này, hoặc xóa cả lý do nếu các dòng kia cũng vậy"
		}
		c.findings = append(c.findings, diag.Finding{Severity: diag.Warning, Rule: model.RuleUnused, Place: reason.Place, Row: accepted.Row, Subject: accepted.Rule,
			Message: accepted.Rule + " ở dòng " + accepted.Row + " không còn gì để chấp nhận",
			Hint:    hint})
	}
}

// comparesPeriods reports whether a rule of that name needs the period before.
func (c *checker) comparesPeriods(name string) bool {
	if name == model.RuleUnchanged || name == model.RuleIssuer {
		return true
	}
	for i, r := range c.annex.Form.Rules {
		if r.Name == name && c.kindOf(&c.annex.Form.Rules[i]).needsBefore {
			return true
		}
	}
	return false
}
