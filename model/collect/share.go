package collect

import (
	"math/big"
	"strings"

	"phuluc2b/model"
)

// share is what one filing gives for one row. Shares are put together in any order and grouping:
// sums are added, sets joined.
type share struct {
	given  model.Set            // of the filing's units
	sums   []*big.Rat           // of MergeRatio: part and whole; of MergeMean: weighted figures and weights
	values map[string]model.Set // units by what they gave, of MergeCodes and MergeSame
}

// share is what a filing gives for the i-th row of its form, by how that row is merged.
func (s *summing) share(f *Filing, i int) share {
	if f.Total != nil {
		return s.totalShare(f, i)
	}
	all := model.Set{0}
	switch m := s.form.Rows[i].Merge; m.How {
	case model.MergeSum, model.MergeMost:
		if numbers := s.numbers(f, i); numbers != nil {
			return share{given: all, sums: numbers}
		}
	case model.MergeCodes, model.MergeSame:
		if key := s.key(f, i); key != "" {
			return share{given: all, values: map[string]model.Set{key: all}}
		}
	case model.MergeRatio:
		part, whole := s.numbers(f, s.index[m.Part]), s.numbers(f, s.index[m.Whole])
		if part != nil && whole != nil {
			return share{given: all, sums: []*big.Rat{part[0], whole[0]}}
		}
	case model.MergeMean:
		figure, weight := s.numbers(f, i), s.numbers(f, s.index[m.Weight])
		if figure != nil && weight != nil {
			return share{given: all, sums: []*big.Rat{new(big.Rat).Mul(figure[0], weight[0]), weight[0]}}
		}
	}
	return share{}
}

// totalShare is the share of a filing that is itself a total: what it keeps of its units, and
// else its figure. What neither says is given by none of them.
func (s *summing) totalShare(f *Filing, i int) share {
	row := &s.form.Rows[i]
	kept := f.Total.Rows[row.ID]
	given := without(all(len(f.Total.Units)), f.Total.Absent, kept.Missing)
	if kept.Own != "" { // what the office says stands for all its units
		given = all(len(f.Total.Units))
	}
	if len(given) == 0 {
		return share{}
	}
	numbers, key := s.numbers(f, i), s.key(f, i)
	switch row.Merge.How {
	case model.MergeSum, model.MergeMost:
		if numbers == nil && len(kept.Sums) == row.Values {
			numbers = kept.Sums
		}
		if numbers != nil {
			return share{given: given, sums: numbers}
		}
	case model.MergeCodes, model.MergeSame:
		switch {
		case kept.Values != nil:
			return share{given: given, values: kept.Values}
		case key != "" && row.Merge.How == model.MergeSame:
			return share{given: given, values: map[string]model.Set{key: given}}
		}
	case model.MergeRatio, model.MergeMean:
		if len(kept.Sums) == 2 {
			return share{given: given, sums: kept.Sums}
		}
	}
	return share{}
}

// values are what a filing says of a row; nil when it does not say all of it clearly.
func (s *summing) values(f *Filing, i int) []model.Value {
	row := &s.form.Rows[i]
	written := f.Parts[i].Written
	if written == "" {
		return nil
	}
	var values []model.Value
	for line := range strings.SplitSeq(written, "\n") {
		v, ok := model.ParseValue(row.Kind, line)
		if !ok || v.State != model.StateGiven {
			return nil
		}
		values = append(values, v)
	}
	if len(values) != row.Values && row.Kind != model.KindText {
		return nil
	}
	return values
}

// numbers are the values of a row as exact numbers; nil when they are none.
func (s *summing) numbers(f *Filing, i int) []*big.Rat {
	var numbers []*big.Rat
	for _, v := range s.values(f, i) {
		if v.Number == nil || v.Percent && s.form.Rows[i].Kind != model.KindPercent {
			return nil
		}
		numbers = append(numbers, v.Number)
	}
	return numbers
}

// between stands between the values of a key.
const between = "; "

// key is the values of a row without what may be written differently: "07" is 7. It is "" for
// none.
func (s *summing) key(f *Filing, i int) string {
	var keys []string
	for _, v := range s.values(f, i) {
		if v.Number != nil {
			keys = append(keys, model.WriteNumber(v.Number))
		} else {
			keys = append(keys, strings.Join(strings.Fields(v.Written), " "))
		}
	}
	return strings.Join(keys, between)
}

// all is each of so many.
func all(n int) model.Set {
	s := make(model.Set, n)
	for i := range s {
		s[i] = i
	}
	return s
}

// without is a set less others. All are in order.
func without(s model.Set, others ...model.Set) model.Set {
	var rest model.Set
	at := make([]int, len(others))
next:
	for _, x := range s {
		for o, other := range others {
			for at[o] < len(other) && other[at[o]] < x {
				at[o]++
			}
			if at[o] < len(other) && other[at[o]] == x {
				continue next
			}
		}
		rest = append(rest, x)
	}
	return rest
}
