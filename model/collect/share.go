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

// totalShare is the share of a filing that is itself a total: what it keeps of its units, which
// does not change with its figures. An own figure of the office stands for all its units.
func (s *summing) totalShare(f *Filing, i int) share {
	row, units := Row{Row: &s.form.Rows[i]}, all(len(f.Total.Units))
	kept := f.Total.Rows[row.ID]
	if kept.Own != "" {
		return s.ownShare(f, i, units)
	}
	given := without(units, f.Total.Absent, kept.Missing)
	if row.sums() == len(kept.Sums) && len(given) > 0 && (kept.Sums != nil || kept.Values != nil) {
		return share{given: given, sums: kept.Sums, values: kept.Values}
	}
	return share{}
}

// ownShare is a figure of the office's own in a total. Codes cannot be counted from it, nor a
// ratio or a mean be reckoned on.
func (s *summing) ownShare(f *Filing, i int, units model.Set) share {
	numbers, key := s.numbers(f, i), s.key(f, i)
	switch how := s.form.Rows[i].Merge.How; {
	case (how == model.MergeSum || how == model.MergeMost) && numbers != nil:
		return share{given: units, sums: numbers}
	case how == model.MergeSame && key != "":
		return share{given: units, values: map[string]model.Set{key: units}}
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
func (s *summing) key(f *Filing, i int) string { return keyOf(s.values(f, i)) }

func keyOf(values []model.Value) string {
	var keys []string
	for _, v := range values {
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
