// Package collect gathers the annexes of many units for their superior: who has filed, what jumps
// from one period to the next, and what their figures come to, row by row as the form declares it.
// Annexes go in one by one and leave their figures behind; findings and totals come out. It imports
// model, model/tabular, model/tree and model/diag.
package collect

import (
	"fmt"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// Filing is one data file as a collection needs it: its figures, not its annex, for there may be
// thousands.
type Filing struct {
	File   string
	Issuer string
	Parts  []Part       // by row of the form; nil when the filing cannot be reckoned with
	Total  *model.Total // nil for a single unit
	Refused
	Faults, Broken, Warnings int
	First                    string // the message of the gravest finding
	Jumps                    []Jump // since the period before
}

// Part is what a filing says of a row.
type Part struct {
	Written string // as printed, a value a line; "" for blank
	Line    int    // of the data file
}

// Refused is why a filing cannot be reckoned with.
type Refused struct{ Rule, Message, Hint string }

// NewFiling keeps of an annex what its collection needs. The annex is nil, or partial, when the
// findings have faults; previous is that of the period before, or nil.
func NewFiling(c *model.Collection, file string, a *model.Annex, findings diag.List, previous *model.Annex) *Filing {
	f := &Filing{File: file, Faults: findings.Count(diag.Fault), Broken: findings.Count(diag.Error), Warnings: findings.Count(diag.Warning)}
	f.First = gravest(findings)
	if a != nil {
		f.Issuer, f.Total = a.Report.Issuer, a.Total
	}
	switch {
	case f.Faults > 0:
		f.Refused = Refused{"tep-loi", fmt.Sprintf("%s có %d lỗi: %s", file, f.Faults, f.First), "sửa tệp ấy; xem mọi lỗi: phuluc2b check " + file}
	case a.Form.ID != c.Form.ID:
		f.Refused = Refused{"khac-mau", fmt.Sprintf("%s theo biểu mẫu %s, cần biểu mẫu %s", file, a.Form.ID, c.Form.ID), "nộp lại theo đúng biểu mẫu, hoặc chuyển tệp ấy ra khỏi thư mục"}
	case a.Report.Period != c.Report.Period || a.Report.Year != c.Report.Year:
		f.Refused = Refused{"khac-ky", fmt.Sprintf("%s là của %s, cần %s", file, periodName(a.Report), periodName(c.Report)), "sửa ky, nam trong tệp ấy nếu viết nhầm, hoặc chuyển nó ra khỏi thư mục"}
	default:
		f.Parts = parts(c.Form, a)
		f.Jumps = jumps(a, previous)
	}
	return f
}

func periodName(r model.Report) string { return fmt.Sprintf("%s năm %d", r.Period.Name(), r.Year) }

func parts(form *model.Form, a *model.Annex) []Part {
	all := make([]Part, len(form.Rows))
	for i := range form.Rows {
		f, given := a.Figures[form.Rows[i].ID]
		if !given {
			continue
		}
		all[i].Line = f.Place.Position().Line
		for n, v := range f.Values {
			if n > 0 {
				all[i].Written += "\n"
			}
			all[i].Written += v.Written
		}
	}
	return all
}

// gravest is the message of the first fault or, when there is none, of the first broken rule.
func gravest(findings diag.List) string {
	for _, severity := range []diag.Severity{diag.Fault, diag.Error} {
		for _, f := range findings.Sorted() {
			if f.Severity == severity && f.Accepted == "" {
				return f.Message
			}
		}
	}
	return ""
}

// Sound reports whether nothing in the filing contradicts itself.
func (f *Filing) Sound() bool { return f.Faults+f.Broken == 0 && f.Refused.Rule == "" }

// place is where findings about the filing point: its text is not kept.
func (f *Filing) place() diag.Place { return diag.NewSource(f.File, nil).At(0, 0) }
