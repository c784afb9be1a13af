package collect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
)

// Step is what one filing adds to a row.
type Step struct {
	Unit    string
	Written string // the figure as it stands there; "" for blank
	File    string // "" for a unit that has filed nothing that can be reckoned with
	Line    int
	Given   bool   // it was reckoned with
	Running string // what the units come to so far; "" for nothing
	Of      string // how many units of a total gave it: "12/14"; "" for a single unit
}

// Explain lists what each unit adds to a row, by name.
func Explain(r *Roll, sum *Sum, id string) []Step {
	s := &summing{form: sum.Form, index: sum.Form.RowIndex()}
	i := s.index[id]
	running := Row{Row: &sum.Form.Rows[i]}
	entries := slices.SortedFunc(slices.Values(r.Entries), func(a, b Entry) int { return byName(a.Unit.Name, b.Unit.Name) })
	var steps []Step
	for _, e := range entries {
		step := Step{Unit: e.Unit.Name}
		if e.Filing != nil {
			share := s.share(e.Filing, i)
			step.Written, step.File, step.Line, step.Given = s.written(e.Filing, i), e.Filing.File, e.Filing.Parts[i].Line, len(share.given) > 0
			if e.Filing.Total != nil {
				step.Of = fmt.Sprintf("%d/%d", len(share.given), len(e.Filing.Total.Units))
			}
			running.join(share, func(units model.Set) model.Set { return units }) // how many is enough
		}
		step.Running = running.sofar()
		steps = append(steps, step)
	}
	return steps
}

// written is what a filing says of a row or, where that is reckoned from other rows, of those.
func (s *summing) written(f *Filing, i int) string {
	says := func(id string) string { return cmp.Or(oneLine(f.Parts[s.index[id]].Written), "(trống)") }
	switch m := s.form.Rows[i].Merge; {
	case f.Total != nil:
	case m.How == model.MergeRatio:
		return says(m.Part) + " / " + says(m.Whole)
	case m.How == model.MergeMean:
		return says(s.form.Rows[i].ID) + " × " + says(m.Weight)
	}
	return oneLine(f.Parts[i].Written)
}

// sofar is what a row comes to, exactly where it can be written so.
func (r *Row) sofar() string {
	if r.Merge.How == model.MergeCodes {
		return r.codes()
	}
	if r.divides() {
		return model.WriteNumber(r.Sums[0]) + " / " + model.WriteNumber(r.Sums[1])
	}
	values, _ := r.Reckoned()
	return cmp.Or(strings.Join(values, between), strings.Join(r.byCount(), between))
}
