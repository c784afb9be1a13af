package collect

import (
	"math/big"

	"phuluc2b/model"
)

// reckonAgain takes a ratio from the figures of its rows where one of them is the office's own.
func (sum *Sum) reckonAgain(r *Row, index map[string]int) {
	if r.Merge.How != model.MergeRatio {
		return
	}
	part, whole := &sum.Rows[index[r.Merge.Part]], &sum.Rows[index[r.Merge.Whole]]
	if part.Own == nil && whole.Own == nil {
		return
	}
	switch {
	case part.Own != nil && whole.Own != nil:
		r.Leans = "tử số, mẫu số"
	case part.Own != nil:
		r.Leans = "tử số"
	default:
		r.Leans = "mẫu số"
	}
	r.Sums, r.Given, r.Missing = nil, nil, all(len(sum.Units))
	x, y := part.final(), whole.final()
	if x == nil || y == nil {
		return
	}
	r.Sums = []*big.Rat{x, y}
	r.Given = without(r.Missing, part.lacking(), whole.lacking())
	r.Missing = without(r.Missing, r.Given)
}

// final is the only number of the row: the office's own, or the sum; nil for none.
func (r *Row) final() *big.Rat {
	switch {
	case r.Own != nil && len(r.Own.Values) == 1:
		return r.Own.Values[0].Number
	case r.Own == nil && len(r.Sums) == 1:
		return r.Sums[0]
	}
	return nil
}

// lacking are the units that the figure of the row is without.
func (r *Row) lacking() model.Set {
	if r.Own != nil {
		return nil
	}
	return r.Missing
}
