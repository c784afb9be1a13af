package collect

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// Sum is what the filings of a roll come to.
type Sum struct {
	Form   *model.Form
	Report model.Report
	Units  []string  // all that were to give figures, sorted
	Absent model.Set // those that gave nothing at all
	Rows   []Row     // by row of the form

	Findings diag.List // what of totals among the filings is not taken as it stands
}

// Row is what the units give for one row.
type Row struct {
	*model.Row
	Given, Missing model.Set
	Sums           []*big.Rat
	Values         map[string]model.Set // units by what they gave, of MergeCodes and MergeSame
	Own            *model.OwnFigure     // the office's own, in place of what the units give
	Leans          string               // which of its numbers is the office's own: "mẫu số"; "" for none
}

// summing is what reckoning takes, the same for all rows.
type summing struct {
	form    *model.Form
	index   map[string]int // of rows, by ID
	filings []placed
}

// placed is a filing with the places of its units among all.
type placed struct {
	*Filing
	units model.Set
}

// Add reckons what the filings of a roll come to.
func Add(r *Roll) *Sum {
	sum := &Sum{Form: r.Collection.Form, Report: r.Collection.Report}
	s := &summing{form: sum.Form, index: sum.Form.RowIndex()}
	for i := range r.Entries {
		sum.Units = append(sum.Units, r.Entries[i].names()...)
	}
	slices.SortFunc(sum.Units, byName)
	place := make(map[string]int, len(sum.Units))
	for i, name := range sum.Units {
		place[name] = i
	}
	for i := range r.Entries {
		e := &r.Entries[i]
		if e.Filing == nil {
			sum.Absent = append(sum.Absent, place[e.Unit.Name])
			continue
		}
		p := placed{Filing: e.Filing}
		for _, name := range e.names() {
			p.units = append(p.units, place[name])
		}
		if e.Filing.Total != nil {
			sum.Absent = append(sum.Absent, p.of(e.Filing.Total.Absent)...)
		}
		s.filings = append(s.filings, p)
		sum.Findings = append(sum.Findings, s.doubts(e)...)
	}
	sum.Findings = append(sum.Findings, broken(r)...)
	slices.Sort(sum.Absent)
	for i := range sum.Form.Rows {
		sum.Rows = append(sum.Rows, s.row(i, len(sum.Units), r.Collection))
	}
	for i := range sum.Rows {
		sum.reckonAgain(&sum.Rows[i], s.index)
	}
	return sum
}

// byName orders units by their letters, then by their marks.
func byName(a, b string) int {
	return cmp.Or(cmp.Compare(tree.WithoutMarks(strings.ToLower(a)), tree.WithoutMarks(strings.ToLower(b))), cmp.Compare(a, b))
}

// of are the places of some of the filing's units among all.
func (p placed) of(units model.Set) model.Set {
	places := make(model.Set, len(units))
	for i, unit := range units {
		places[i] = p.units[unit]
	}
	return places
}

// row puts together what the filings give for a row.
func (s *summing) row(i, units int, c *model.Collection) Row {
	row := Row{Row: &s.form.Rows[i]}
	if own, ok := c.Own[row.ID]; ok {
		row.Own = &own
	}
	for _, p := range s.filings {
		row.join(s.share(p.Filing, i), p.of)
	}
	slices.Sort(row.Given)
	for _, who := range row.Values {
		slices.Sort(who)
	}
	row.Missing = without(all(units), row.Given)
	return row
}

// join puts a share to the row; of says which of all units are those of the share.
func (r *Row) join(s share, of func(model.Set) model.Set) {
	r.Given = append(r.Given, of(s.given)...)
	r.add(s.sums)
	for value, who := range s.values {
		if r.Values == nil {
			r.Values = map[string]model.Set{}
		}
		r.Values[value] = append(r.Values[value], of(who)...)
	}
}

// add puts numbers to those of the row, one by one.
func (r *Row) add(numbers []*big.Rat) {
	for i, n := range numbers {
		switch {
		case i == len(r.Sums):
			r.Sums = append(r.Sums, new(big.Rat).Set(n))
		case r.Merge.How != model.MergeMost:
			r.Sums[i].Add(r.Sums[i], n)
		case n.Cmp(r.Sums[i]) > 0:
			r.Sums[i].Set(n)
		}
	}
}

// sums is how many numbers are added up for the row.
func (r *Row) sums() int {
	switch r.Merge.How {
	case model.MergeSum, model.MergeMost:
		return r.Row.Values
	case model.MergeRatio, model.MergeMean:
		return 2
	}
	return 0
}

// Merged reports whether the figure comes of those of the units at all.
func (r *Row) Merged() bool {
	return r.Merge.How != "" && r.Merge.How != model.MergeNone
}

// Differs reports whether units disagree where they must not.
func (r *Row) Differs() bool { return r.Merge.How == model.MergeSame && len(r.Values) > 1 }

// Complete reports whether the figure is of all units, or the office's own.
func (r *Row) Complete() bool {
	return r.Own != nil || !r.Merged() || len(r.Missing) == 0 && !r.Differs()
}
