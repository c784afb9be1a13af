package check

import (
	"fmt"
	"math/big"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// shareOf: a percentage is a part of a whole, within the rounding of the rule or, when it says
// none, of the figure as it is written: 66,7 is 2 of 3, and so is 67. Both 12 and 13 are 12,5
// rounded. Of nothing there is no share: a whole of 0 is not looked at.
func (c *checker) shareOf(rule *model.Rule) {
	percent, given := c.sum(rule.Rows)
	part, partGiven := c.sum(rule.Against[:1])
	whole, wholeGiven := c.sum(rule.Against[1:])
	if !given || !partGiven || !wholeGiven || whole.Sign() == 0 {
		return
	}
	decimals := rule.Rounding
	if decimals < 0 {
		decimals = decimalsOf(c.figure(rule.Rows[0]).Written())
	}
	exact := new(big.Rat).Quo(new(big.Rat).Mul(part, big.NewRat(100, 1)), whole)
	off := new(big.Rat).Sub(percent, exact)
	if off.Abs(off).Cmp(halfUnit(decimals)) <= 0 {
		return
	}
	rows := append(rule.Rows[:1:1], rule.Against...)
	over := c.ids(rule.Against...)
	hint := orAccept("xem lại "+strings.Join(c.ids(rows...), ", "), "; nếu số liệu đúng thì ", c.row(rule.Rows[0]).ID, rule.Name)
	c.report(rule, c.ids(rows...), diag.Finding{
		Place: c.figure(rule.Rows[0]).Place,
		Message: fmt.Sprintf("%s khác %s / %s = %s / %s = %s%% (%s)", c.written(rule.Rows[0]), over[0], over[1],
			c.figure(rule.Against[0]).Written(), c.figure(rule.Against[1]).Written(),
			strings.Replace(exact.FloatString(decimals), ".", ",", 1), roundingName(decimals)),
		Related: c.related(rule.Against),
		Hint:    hint.File, Cell: hint.Cell,
	})
}

// decimalsOf is how many digits a figure has behind its comma: 2 for "66,67 %".
func decimalsOf(written string) int {
	_, fraction, _ := strings.Cut(written, ",")
	return len(fraction) - len(strings.TrimLeft(fraction, "0123456789"))
}

// halfUnit is half of the last digit that so many decimals leave: 0,05 for one.
func halfUnit(decimals int) *big.Rat {
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	return new(big.Rat).SetFrac(big.NewInt(1), unit.Mul(unit, big.NewInt(2)))
}

func roundingName(decimals int) string {
	if decimals == 0 {
		return "làm tròn đến số nguyên"
	}
	return fmt.Sprintf("làm tròn đến %d chữ số sau dấu phẩy", decimals)
}
