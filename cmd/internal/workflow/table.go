package workflow

import (
	"cmp"
	"math/big"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
	"phuluc2b/render"
)

// Table is a workbook of the figures of many units, by one form and of one period, against those
// of the period before. A unit that filed before and not now is in it as missing. It is nil, with
// findings, when the annexes cannot stand side by side.
func (w *Workspace) Table(annexes, previous []*model.Annex) ([]byte, diag.List) {
	if len(annexes) == 0 {
		return nil, nil
	}
	form := annexes[0].Form
	before, findings := byIssuer(form, previous)
	units, more := byIssuer(form, annexes)
	if findings = append(findings, more...); len(findings) > 0 {
		return nil, findings
	}
	for _, a := range annexes[1:] {
		if a.Report.Period != annexes[0].Report.Period || a.Report.Year != annexes[0].Report.Year {
			findings.Faultf("khac-ky", a.Source.At(0, 0), "chuyển tệp ấy ra khỏi thư mục, hoặc sửa ky, nam nếu viết nhầm", "%s là của %s, %s là của %s",
				a.Source.Name, a.Report.PeriodTitle(), annexes[0].Source.Name, annexes[0].Report.PeriodTitle())
		}
	}
	if len(findings) > 0 {
		return nil, findings
	}
	t := render.Table{Form: form, Title: append(slices.Clone(form.Label), annexes[0].TitleLines()...)}
	for key, a := range units {
		t.Units = append(t.Units, column(a, before[key]))
	}
	for key, a := range before {
		if units[key] == nil {
			t.Units = append(t.Units, render.TableUnit{Name: unitName(a)})
		}
	}
	slices.SortFunc(t.Units, func(a, b render.TableUnit) int { return byName(tabular.Plain(a.Name), tabular.Plain(b.Name)) })
	data, err := w.renderer.Table(t)
	if err != nil {
		findings.Faultf("table", annexes[0].Source.At(0, 0), "", "không làm được bảng: %v", err)
	}
	return data, findings
}

// Table is a workbook of the figures of all units of a collection, who has filed none among them,
// with what they come to. Figures that are not of all units are in that only when partial says so.
func (c *Collecting) Table(roll *collect.Roll, partial bool) ([]byte, error) {
	head := model.Annex{Form: c.Form, Report: c.Report}
	t := render.Table{Form: c.Form, Title: append(slices.Clone(c.Form.Label), head.TitleLines()...), Total: &render.TableUnit{Name: "Tổng cộng"}}
	sum := collect.Add(roll)
	for i := range sum.Rows {
		t.Total.Figures = append(t.Total.Figures, strings.Join(sum.Rows[i].Printed(partial), "\n"))
	}
	index := c.Form.RowIndex()
	for _, e := range roll.Entries {
		u := render.TableUnit{Name: e.Unit.Name, Jumps: map[int]string{}}
		if e.Filing != nil {
			for _, p := range e.Filing.Parts {
				u.Figures = append(u.Figures, p.Written)
			}
			for _, j := range e.Filing.Jumps {
				u.Jumps[index[j.Row]] = saysWas(j.Was)
			}
		}
		t.Units = append(t.Units, u)
	}
	return c.work.renderer.Table(t)
}

// saysWas is what is said of a figure that jumped.
func saysWas(was string) string { return "Kỳ trước: " + was }

// byIssuer are annexes by whose they are, each by the form and of another unit.
func byIssuer(form *model.Form, annexes []*model.Annex) (map[string]*model.Annex, diag.List) {
	var findings diag.List
	all := map[string]*model.Annex{}
	for _, a := range annexes {
		key := tabular.Plain(unitName(a))
		switch other := all[key]; {
		case a.Form.ID != form.ID:
			findings.Faultf("khac-mau", a.Source.At(0, 0), "chuyển tệp ấy ra khỏi thư mục", "%s theo biểu mẫu %s, tệp đầu theo biểu mẫu %s", a.Source.Name, a.Form.ID, form.ID)
		case other != nil:
			findings.Faultf("nop-hai-lan", a.Source.At(0, 0), "giữ một tệp, chuyển tệp kia ra khỏi thư mục", "%s có hai tệp: %s, %s", unitName(a), other.Source.Name, a.Source.Name)
		default:
			all[key] = a
		}
	}
	return all, findings
}

// unitName is whose annex one is, or else what its file is called.
func unitName(a *model.Annex) string {
	name := filepath.Base(a.Source.Name)
	return cmp.Or(a.Report.Issuer, strings.TrimSuffix(name, filepath.Ext(name)))
}

func column(a, before *model.Annex) render.TableUnit {
	u := render.TableUnit{Name: unitName(a), Jumps: map[int]string{}}
	for i := range a.Form.Rows {
		row := &a.Form.Rows[i]
		figure := a.Figures[row.ID]
		u.Figures = append(u.Figures, strings.Join(figure.Printed(), "\n"))
		if before == nil {
			continue
		}
		was := before.Figures[row.ID]
		if numberOf(was) != nil && numberOf(figure) != nil && collect.Jumped(row, numberOf(was), numberOf(figure)) {
			u.Jumps[i] = saysWas(was.Written())
		}
	}
	return u
}

// numberOf is the only number of a figure; nil when there are none or several.
func numberOf(f model.Figure) *big.Rat {
	if len(f.Values) != 1 || f.Values[0].State != model.StateGiven {
		return nil
	}
	return f.Values[0].Number
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
