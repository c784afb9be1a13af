package check

import (
	"fmt"
	"regexp"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// symbol is TYPE-BODY, as BC-UBND or QĐ-TTg (NĐ 30/2020, Phụ lục I, II.3).
const symbol = `^\p{Lu}+-\p{Lu}[\p{L}\p{N}]*([-&.][\p{L}\p{N}]+)*$`

// header: the symbol is well formed; the date is in the period's year or the one after
// (E19).
func (c *checker) header(rule *model.Rule) {
	r := c.annex.Report
	if r.Symbol != "" && !regexp.MustCompile(symbol).MatchString(r.Symbol) {
		c.report(rule, []string{model.HeaderSubject}, diag.Finding{Place: r.Places.Symbol,
			Message: fmt.Sprintf("ký hiệu “%s” không đúng dạng", r.Symbol),
			Hint:    "viết chữ tắt của loại văn bản, gạch nối, chữ tắt của cơ quan, ví dụ BC-UBND; nếu đúng thì viết lý do: [chap_nhan] bao_cao = { " + rule.Name + " = \"…\" }"})
	}
	if !r.Date.IsZero() && r.Year != 0 && r.Date.Year() != r.Year && r.Date.Year() != r.Year+1 {
		c.report(rule, []string{model.HeaderSubject}, diag.Finding{Place: r.Places.Date,
			Message: fmt.Sprintf("ngày %s không ở trong năm %d hoặc năm sau đó", r.Date.Format("02/01/2006"), r.Year),
			Related: []diag.Related{{Place: r.Places.Year, Message: fmt.Sprintf("nam = %d", r.Year)}},
			Hint:    "sửa ngay hoặc nam; nếu đúng thì viết lý do: [chap_nhan] bao_cao = { " + rule.Name + " = \"…\" }"})
	}
}
