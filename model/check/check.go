// Package check runs the rules of a form over an annex, one function for each kind of rule:
// an Annex goes in, findings come out. It imports model and model/diag.
package check

import (
	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// checker runs the rules of a form over one annex.
type checker struct {
	annex    *model.Annex
	previous *model.Annex // the period before, or nil
	kinds    []kind
	findings diag.List
	used     map[model.Acceptance]bool
}

// Annex runs the rules of the annex's form, and those on the change since an earlier period
// of the year when previous is not nil. A rule runs only when every value that it needs is
// given. What the office has accepted is in the list, with its reason. Of an annex that could
// be read in part it says nothing that this makes doubtful: which rows are blank, unless figures
// alone could not be read, and which reasons accept nothing.
func Annex(a, previous *model.Annex) diag.List {
	c := &checker{annex: a, previous: previous, kinds: kinds(), used: map[model.Acceptance]bool{}}
	for i := range a.Form.Rules {
		rule := &a.Form.Rules[i]
		if k := c.kindOf(rule); a.RowsKnown || !k.needsAll {
			k.check(c, rule)
		}
	}
	c.own()
	if !a.Partial {
		c.unusedAcceptances()
	}
	return c.findings
}

// row is one row of the form by its index.
func (c *checker) row(i int) *model.Row { return &c.annex.Form.Rows[i] }

// figure is what the annex says of a row.
func (c *checker) figure(i int) model.Figure { return c.annex.Figures[c.row(i).ID] }

// each calls f with every value of the rows that is given as a number.
func (c *checker) each(rows []int, f func(row *model.Row, v model.Value)) {
	for _, i := range rows {
		for _, v := range c.figure(i).Values {
			if v.State == model.StateGiven && v.Number != nil {
				f(c.row(i), v)
			}
		}
	}
}

// report adds a finding of a rule about rows, the first of which it belongs to, unless the
// office has accepted it.
func (c *checker) report(rule *model.Rule, rows []string, f diag.Finding) {
	f.Rule, f.Severity = rule.Name, rule.Severity
	if rule.Message != "" {
		f.Message += ": " + rule.Message
	}
	c.add(rows, f)
}

func (c *checker) add(rows []string, f diag.Finding) {
	if f.Rows == nil {
		f.Rows = rows
	}
	if len(f.Rows) > 0 {
		f.Row = f.Rows[0]
	}
	for _, row := range rows {
		accepted := model.Acceptance{Row: row, Rule: f.Rule}
		if reason, ok := c.annex.Accepted[accepted]; ok {
			c.used[accepted] = true
			f.Accepted = reason.Text
		}
	}
	c.findings = append(c.findings, f)
}

// orAccept is advice to do something, or to say why the finding is to stand: in a data file that is
// a line to write; a page asks for it.
func orAccept(what, otherwise, row, rule string) diag.Advice {
	if row != model.HeaderSubject {
		row = `"` + row + `"`
	}
	return diag.Advice{File: what + otherwise + "viết lý do: [chap_nhan] " + row + " = { " + rule + ` = "…" }`, Cell: what}
}

// written is a row with its figure, as a message names it: "1.2.1 = 07".
func (c *checker) written(i int) string {
	return c.row(i).ID + " = " + c.figure(i).Written()
}

// related are the places of rows that take part.
func (c *checker) related(rows []int) []diag.Related {
	var related []diag.Related
	for _, i := range rows {
		related = append(related, diag.Related{Place: c.figure(i).Place, Message: c.written(i)})
	}
	return related
}

// ids are the IDs of rows.
func (c *checker) ids(rows ...int) []string {
	var ids []string
	for _, i := range rows {
		ids = append(ids, c.row(i).ID)
	}
	return ids
}
