package workflow

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// Beside is a collection of whatever units there are, without an office above them: by the form
// and of the period of the data file of one. Admit gives it its units.
func (s *Shelf) Beside(src *diag.Source) (*Collecting, diag.List) {
	work, findings := s.workspace(model.ReadOutline(src), src)
	if work == nil {
		return nil, findings
	}
	annex, findings := work.reader.ReadPartly(src, work.Forms)
	if annex == nil || annex.Report.Period == "" || annex.Report.Year == 0 {
		return nil, findings
	}
	return s.beside(work, annex), nil
}

// beside keeps of an annex what does not tell whose it is.
func (s *Shelf) beside(work *Workspace, a *model.Annex) *Collecting {
	report := model.Report{Type: a.Report.Type, Symbol: a.Report.Symbol, Period: a.Report.Period, Year: a.Report.Year}
	at := diag.NewSource(a.Source.Name, nil).At(0, 0)
	return &Collecting{Collection: &model.Collection{Form: a.Form, Report: report, UnitsPlace: at}, work: work, shelf: s}
}

// Admit makes units of all that have filed, or did so for the period before.
func (c *Collecting) Admit(filings, before []*collect.Filing) {
	known := map[string]bool{}
	for _, f := range slices.Concat(filings, before) {
		if key := collect.Key(f.Issuer); key != "" && !known[key] {
			known[key] = true
			c.Units = append(c.Units, model.Unit{Name: f.Issuer, Place: diag.NewSource(f.File, nil).At(0, 0)})
		}
	}
	slices.SortStableFunc(c.Units, func(a, b model.Unit) int { return byName(collect.Key(a.Name), collect.Key(b.Name)) })
}

// Title names what is collected: the form and the period.
func (c *Collecting) Title() []string {
	return append(slices.Clone(c.Form.Label), (&model.Annex{Form: c.Form, Report: c.Report}).TitleLines()...)
}

// Table is a workbook of the figures of the units of a roll, side by side, with what they come to
// if an office above them is known.
func (c *Collecting) Table(roll *collect.Roll) ([]byte, error) {
	t := render.Table{Form: c.Form, Title: c.Title()}
	for i := range roll.Entries {
		t.Units = append(t.Units, column(c.Form, &roll.Entries[i]))
	}
	if c.Report.Issuer != "" {
		t.Total = totalColumn(collect.Add(roll))
	}
	return c.work.renderer.Table(t)
}

func column(form *model.Form, e *collect.Entry) render.TableUnit {
	u := render.TableUnit{Name: e.Unit.Name}
	switch {
	case e.Filing == nil && len(e.Files) == 0:
		u.Without = "chưa nộp"
		return u
	case e.Filing == nil:
		u.Without = "chưa lấy được"
		return u
	}
	for _, part := range e.Filing.Parts {
		written := part.Written
		if strings.Trim(written, "\n") == "" {
			written = "" // several values, all of them blank
		}
		u.Figures = append(u.Figures, written)
	}
	index := form.RowIndex()
	u.Jumps = map[int]string{}
	for _, j := range e.Filing.Jumps {
		u.Jumps[index[j.Row]] = "Kỳ trước: " + j.Was
	}
	return u
}

// totalColumn is what the units come to: exactly, or with how many of them it is.
func totalColumn(sum *collect.Sum) *render.TableUnit {
	u := &render.TableUnit{Name: sum.Report.Issuer + "\n(gộp)", Figures: make([]string, len(sum.Rows)), Short: map[int]string{}}
	for i := range sum.Rows {
		r := &sum.Rows[i]
		switch {
		case r.Kind == model.KindHeading:
		case r.Own == nil && r.Merge.How == model.MergeCodes && len(r.Given) > 0:
			u.Figures[i] = sum.Note(r, true)
		case r.Complete():
			u.Figures[i] = strings.Join(r.Printed(false), "\n")
		default:
			u.Short[i] = sum.Remark(r, true)
			if figure := r.Printed(true); figure != nil {
				u.Figures[i] = fmt.Sprintf("%s\n(%d/%d đơn vị)", strings.Join(figure, "\n"), len(r.Given), len(sum.Units))
			}
		}
	}
	return u
}

// byName compares names as people count: 2 before 10.
func byName(a, b string) int {
	x, y := strings.Fields(a), strings.Fields(b)
	for i := range min(len(x), len(y)) {
		m, errM := strconv.Atoi(x[i])
		n, errN := strconv.Atoi(y[i])
		switch {
		case errM == nil && errN == nil && m != n:
			return cmp.Compare(m, n)
		case errM == nil && errN != nil:
			return -1
		case errM != nil && errN == nil:
			return 1
		}
		if order := cmp.Compare(x[i], y[i]); order != 0 {
			return order
		}
	}
	return cmp.Compare(len(x), len(y))
}
