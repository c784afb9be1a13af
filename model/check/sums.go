package check

import (
	"fmt"
	"math/big"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// equal: the sum of the rows on the left equals that on the right (E07, E13, W01, W08).
func (c *checker) equal(rule *model.Rule) {
	c.compare(rule, func(order int) string {
		if order == 0 {
			return ""
		}
		return "khác"
	})
}

// atMost: the sum of the rows on the left is at most that on the right (E06 to E16, W02 to
// W12).
func (c *checker) atMost(rule *model.Rule) {
	c.compare(rule, func(order int) string {
		if order <= 0 {
			return ""
		}
		return "lớn hơn"
	})
}

// compare reports two sides of which broken says what is wrong, "" for nothing, by the order
// of their sums. It is exact: 33,3 + 33,3 + 33,4 is 100.
func (c *checker) compare(rule *model.Rule, broken func(order int) string) {
	left, ok := c.sum(rule.Rows)
	if !ok {
		return
	}
	right := rule.Limit
	if right == nil {
		if right, ok = c.sum(rule.Against); !ok {
			return
		}
	}
	relation := broken(left.Cmp(right))
	if relation == "" {
		return
	}
	rows := append(rule.Rows[:len(rule.Rows):len(rule.Rows)], rule.Against...)
	hint := orAccept("xem lại "+strings.Join(c.ids(rows...), ", "), "; nếu số liệu đúng thì ", c.row(rule.Rows[0]).ID, rule.Name)
	c.report(rule, c.ids(rows...), diag.Finding{
		Place:   c.figure(rule.Rows[0]).Place,
		Message: fmt.Sprintf("%s %s %s", c.reckoning(rule.Rows, left), relation, c.reckoning(rule.Against, right)),
		Related: c.related(rows[1:]),
		Hint:    hint.File, Cell: hint.Cell,
	})
}

// sum adds rows up; false when one of them is not given as a single number.
func (c *checker) sum(rows []int) (*big.Rat, bool) {
	sum := new(big.Rat)
	for _, i := range rows {
		values := c.figure(i).Values
		if len(values) != 1 || values[0].State != model.StateGiven || values[0].Number == nil {
			return nil, false
		}
		sum.Add(sum, values[0].Number)
	}
	return sum, true
}

// reckoning shows one side with its figures: "1.2.1 + 1.2.2 = 07 + 13 = 20".
func (c *checker) reckoning(rows []int, sum *big.Rat) string {
	if len(rows) == 0 {
		return model.WriteNumber(sum)
	}
	if len(rows) == 1 {
		return c.written(rows[0])
	}
	var figures []string
	for _, i := range rows {
		figures = append(figures, c.figure(i).Written())
	}
	return fmt.Sprintf("%s = %s = %s", strings.Join(c.ids(rows...), " + "), strings.Join(figures, " + "), model.WriteNumber(sum))
}
