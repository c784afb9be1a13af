package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// whole: counts are whole numbers from 0 (E03).
func (c *checker) whole(rule *model.Rule) {
	c.each(rule.Rows, func(row *model.Row, v model.Value) {
		if !v.Number.IsInt() || v.Number.Sign() < 0 || v.Percent {
			c.report(rule, []string{row.ID}, diag.Finding{Place: v.Place,
				Message: fmt.Sprintf("%s = %s không phải số nguyên từ 0 trở lên", row.ID, v.Written),
				Hint:    "sửa lại số, hoặc xem số liệu có đúng dòng không"})
		}
	})
}

// share: percentages are from 0 to 100, but for the rows that may pass either end (E04).
func (c *checker) share(rule *model.Rule) {
	index := c.annex.Form.RowIndex()
	hundred := big.NewRat(100, 1)
	c.each(rule.Rows, func(row *model.Row, v model.Value) {
		i := index[row.ID]
		if v.Number.Sign() < 0 && !slices.Contains(rule.Negative, i) || v.Number.Cmp(hundred) > 0 && !slices.Contains(rule.Above, i) {
			c.report(rule, []string{row.ID}, diag.Finding{Place: v.Place,
				Message: fmt.Sprintf("%s = %s nằm ngoài khoảng từ 0 đến 100", row.ID, v.Written),
				Hint:    "tính lại tỷ lệ phần trăm"})
		}
	})
}

// fraction: a percentage strictly between 0 and 1 may be a spreadsheet's (W21).
func (c *checker) fraction(rule *model.Rule) {
	one := big.NewRat(1, 1)
	c.each(rule.Rows, func(row *model.Row, v model.Value) {
		if v.Number.Sign() > 0 && v.Number.Cmp(one) < 0 && !v.Percent {
			percent := new(big.Rat).Mul(v.Number, big.NewRat(100, 1))
			c.report(rule, []string{row.ID}, diag.Finding{Place: v.Place,
				Message: fmt.Sprintf("%s = %s nhỏ hơn 1 phần trăm", row.ID, v.Written),
				Hint:    fmt.Sprintf("nếu số này chép từ bảng tính thì viết %s", model.WriteNumber(percent))})
		}
	})
}

// listed: a coded row holds codes of its own list (E05).
func (c *checker) listed(rule *model.Rule) {
	c.each(rule.Rows, func(row *model.Row, v model.Value) {
		if v.Percent || !v.Number.IsInt() || !slices.ContainsFunc(row.Codes, func(code int) bool {
			return v.Number.Cmp(big.NewRat(int64(code), 1)) == 0
		}) {
			c.report(rule, []string{row.ID}, diag.Finding{Place: v.Place,
				Message: fmt.Sprintf("%s = %s không có trong các mã của dòng", row.ID, v.Written),
				Hint:    "viết một trong: " + codeList(row)})
		}
	})
}

// codeList is the codes of a row with what they mean, if its unit says so: "0 (Không)".
func codeList(row *model.Row) string {
	var codes []string
	for _, code := range row.Codes {
		text := fmt.Sprint(code)
		if name := row.CodeName(code); name != "" {
			text += " (" + name + ")"
		}
		codes = append(codes, text)
	}
	return strings.Join(codes, ", ")
}

// notBlank: rows that take a figure have one; a single finding lists those that have not, and
// one those that share a reason (W17).
func (c *checker) notBlank(rule *model.Rule) {
	var blank []int
	var reasons []diag.Place
	accepted := map[diag.Place][]int{}
	for _, i := range rule.Rows {
		row := c.row(i)
		if !c.figure(i).Blank() {
			continue
		}
		if reason, ok := c.annex.Accepted[model.Acceptance{Row: row.ID, Rule: rule.Name}]; ok {
			if len(accepted[reason.Place]) == 0 {
				reasons = append(reasons, reason.Place)
			}
			accepted[reason.Place] = append(accepted[reason.Place], i)
			continue
		}
		blank = append(blank, i)
	}
	for _, place := range reasons {
		rows := c.ids(accepted[place]...)
		c.report(rule, rows, diag.Finding{Place: place, Message: strings.Join(rows, ", ") + " chưa có số liệu"})
	}
	if len(blank) == 0 {
		return
	}
	hint := orAccept("điền số liệu", ", hoặc ", c.row(blank[0]).ID, rule.Name)
	f := diag.Finding{Place: c.annex.FiguresPlace, Rows: c.ids(blank...),
		Message: fmt.Sprintf("%d dòng chưa có số liệu: %s", len(blank), strings.Join(c.ids(blank...), ", ")),
		Hint:    hint.File, Cell: hint.Cell}
	for _, i := range blank {
		if figure, ok := c.annex.Figures[c.row(i).ID]; ok {
			f.Related = append(f.Related, diag.Related{Place: figure.Place, Message: c.row(i).ID})
		}
	}
	if len(f.Related) > 0 {
		f.Place = f.Related[0].Place
	}
	c.report(rule, nil, f)
}
