package check

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// cumulative: what adds up over the year does not fall from one of the periods that add up to
// a later one (W22), as from Quý I to 6 tháng to năm. Quý III counts from another day and is
// compared with nothing.
func (c *checker) cumulative(rule *model.Rule) {
	if c.previous == nil || Incomparable(c.previous, c.annex) != "" {
		return
	}
	before := &checker{annex: c.previous}
	for _, i := range rule.Rows {
		was, given := before.sum([]int{i})
		now, stillGiven := c.sum([]int{i})
		if !given || !stillGiven || now.Cmp(was) >= 0 {
			continue
		}
		c.report(rule, c.ids(i), diag.Finding{
			Place:   c.figure(i).Place,
			Message: fmt.Sprintf("%s nhỏ hơn kỳ trước là %s", c.written(i), before.figure(i).Written()),
			Related: before.related([]int{i}),
			Hint:    "số này cộng dồn từ đầu năm nên không giảm; xem lại cả hai kỳ",
		})
	}
}

// Incomparable says why what adds up over a year cannot be compared between two annexes; ""
// when it can: they are of the same form and year, and of two periods that count from one day.
func Incomparable(previous, current *model.Annex) string {
	form, was, is := current.Form, previous.Report, current.Report
	before, after := slices.Index(form.AddingUp, was.Period), slices.Index(form.AddingUp, is.Period)
	switch {
	case previous.Form.ID != form.ID:
		return fmt.Sprintf("hai tệp theo hai biểu mẫu, %s và %s", previous.Form.ID, form.ID)
	case was.Year != is.Year:
		return fmt.Sprintf("hai tệp của hai năm, %d và %d; số cộng dồn chỉ so được trong một năm", was.Year, is.Year)
	case was.Period == is.Period:
		return fmt.Sprintf("hai tệp của cùng một kỳ, %s", is.Period.Name())
	case before < 0:
		return notAddingUp(form, was.Period)
	case after < 0:
		return notAddingUp(form, is.Period)
	case before > after:
		return fmt.Sprintf("kỳ trước là %s, ở sau %s", was.Period.Name(), is.Period.Name())
	}
	return ""
}

func notAddingUp(form *model.Form, p model.Period) string {
	var names []string
	for _, adding := range form.AddingUp {
		names = append(names, adding.Name())
	}
	if len(names) == 0 {
		return "biểu mẫu " + form.ID + " không có kỳ nào cộng dồn"
	}
	return fmt.Sprintf("%s không cộng dồn cùng các kỳ khác; biểu mẫu chỉ cộng dồn %s", p.Name(), strings.Join(names, ", "))
}

// leastUnchanged is how many figures must agree before it is no accident.
const leastUnchanged = 10

// unchanged warns of an annex whose figures are all those of the period before (chua-sua), as
// new --carry leaves them.
func (c *checker) unchanged() {
	was, is := c.previous.Report, c.annex.Report
	if c.previous.Form.ID != c.annex.Form.ID || was.Period == is.Period && was.Year == is.Year {
		return
	}
	same := 0
	for _, f := range c.annex.Figures {
		if !f.Blank() && !c.previous.Figures[f.Row].Blank() {
			same++
		}
	}
	differ := slices.ContainsFunc(model.WithoutSpelling(model.Compare(c.previous, c.annex)), func(change model.Change) bool {
		return change.Part == model.PartFigure && change.Old != "" && change.New != ""
	})
	if differ || same < leastUnchanged {
		return
	}
	hint := orAccept("sửa số liệu giữ từ kỳ trước theo kỳ này", "; nếu đúng là không đổi thì ", model.HeaderSubject, model.RuleUnchanged)
	c.add([]string{model.HeaderSubject}, diag.Finding{Severity: diag.Warning, Rule: model.RuleUnchanged, Place: c.annex.FiguresPlace,
		Message: fmt.Sprintf("cả %d số liệu giống hệt kỳ trước là %s", same, was.Period.Name()),
		Related: []diag.Related{{Place: c.previous.FiguresPlace, Message: "[so_lieu]"}},
		Hint:    hint.File, Cell: hint.Cell})
}

// otherIssuer warns of a period before that is of another agency (co-quan).
func (c *checker) otherIssuer() {
	was, is := c.previous.Report, c.annex.Report
	if was.Issuer == "" || is.Issuer == "" || model.SameText(was.Issuer, is.Issuer) {
		return
	}
	hint := orAccept("xem lại tệp sau --previous có đúng của cơ quan này không", "; nếu đúng thì ", model.HeaderSubject, model.RuleIssuer)
	c.add([]string{model.HeaderSubject}, diag.Finding{Severity: diag.Warning, Rule: model.RuleIssuer, Place: is.Places.Issuer,
		Message: fmt.Sprintf("kỳ trước là của cơ quan khác: “%s”", was.Issuer),
		Related: []diag.Related{{Place: was.Places.Issuer, Message: "co_quan"}},
		Hint:    hint.File,
		Cell:    "xem lại tệp kỳ trước có đúng của cơ quan này không; cơ quan đã sắp xếp lại thì ghi lý do"})
}
