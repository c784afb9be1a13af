package collect

import (
	"math/big"
	"strings"

	"phuluc2b/model"
)

// decimals of what cannot be written exactly: a ratio, a mean.
const decimals = 2

// Reckoned is what the units come to, a value a line as it would be printed; nil when that is
// nothing. It is not exact when it had to be rounded.
func (r *Row) Reckoned() (values []string, exact bool) {
	if len(r.Given) == 0 {
		return nil, true
	}
	switch r.Merge.How {
	case model.MergeSum, model.MergeMost:
		for _, n := range r.Sums {
			values = append(values, r.write(n))
		}
		return values, true
	case model.MergeSame:
		return r.same(), true
	case model.MergeRatio, model.MergeMean:
		return r.quotient()
	}
	return nil, true
}

// same is what all units gave; nil when they differ.
func (r *Row) same() (values []string) {
	if len(r.Values) != 1 {
		return nil
	}
	for value := range r.Values {
		if values = strings.Split(value, between); len(values) > r.Row.Values { // words may have that sign, too
			values = []string{value}
		}
	}
	for i, v := range parse(r.Row, values) {
		if v.Number != nil {
			values[i] = r.write(v.Number)
		}
	}
	return values
}

// divides reports whether the row is one sum by another, and has both.
func (r *Row) divides() bool {
	return len(r.Sums) == 2 && (r.Merge.How == model.MergeRatio || r.Merge.How == model.MergeMean)
}

// quotient is one sum by the other; nothing by 0.
func (r *Row) quotient() ([]string, bool) {
	if !r.divides() || r.Sums[1].Sign() == 0 {
		return nil, true
	}
	q := new(big.Rat).Quo(r.Sums[0], r.Sums[1])
	if r.Merge.How == model.MergeRatio && r.Kind == model.KindPercent {
		q.Mul(q, big.NewRat(100, 1))
	}
	rounded, _ := new(big.Rat).SetString(q.FloatString(decimals))
	return []string{r.write(rounded)}, rounded.Cmp(q) == 0
}

// write is a number as the row has it.
func (r *Row) write(n *big.Rat) string {
	written := model.WriteNumber(n)
	if r.Kind == model.KindPercent && n.Sign() > 0 && n.Cmp(big.NewRat(1, 1)) < 0 {
		written += " %" // else it looks like a spreadsheet's 0,95 for 95 %
	}
	return written
}

// Printed is the figure as the annex has it. One that is not of all units is printed only when
// that is asked for.
func (r *Row) Printed(partial bool) []string {
	if r.Own != nil {
		return r.Own.Figure.Printed()
	}
	if values, _ := r.Reckoned(); partial || r.Complete() {
		return values
	}
	return nil
}
