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
	Doubts                   int        // what was not understood of the document that it comes from
	Doubt                    string     // the message of the gravest
	First                    string     // the message of the gravest finding
	Jumps                    []Jump     // since the period before
	Place                    diag.Place // where findings about it point; the text of a sound file is not kept
}

// Part is what a filing says of a row.
type Part struct {
	Written string // as printed, a value a line; "" for blank
	Line    int    // of the data file
}

// Refused is why a filing cannot be reckoned with.
type Refused struct {
	Rule   string
	Why    string // behind the name of the file
	Hint   string
	Remedy diag.Remedy   // in place of the hint
	Cause  *diag.Finding // that many filings may have in common, in place of all that
}

// refusal is what there is to tell of a filing that cannot be reckoned with.
func (f *Filing) refusal() diag.Finding {
	return diag.Finding{Severity: diag.Fault, Rule: f.Refused.Rule, Place: f.Place, Message: f.File + " " + f.Why, Hint: f.Hint, Remedy: f.Remedy}
}

// refusals are what there is to tell of filings that cannot be reckoned with; each cause once.
func refusals(refused []*Filing) diag.List {
	var findings diag.List
	var causes []*diag.Finding
	files := map[*diag.Finding][]string{}
	for _, f := range refused {
		switch {
		case f.Cause == nil:
			findings = append(findings, f.refusal())
			continue
		case files[f.Cause] == nil:
			causes = append(causes, f.Cause)
		}
		files[f.Cause] = append(files[f.Cause], f.File)
	}
	for _, cause := range causes {
		told := *cause
		told.Message += ": " + diag.Few(files[cause], mostListed, ", ", "tệp")
		findings = append(findings, told)
	}
	return findings
}

// Filed is what NewFiling makes a filing of.
type Filed struct {
	File     string
	Annex    *model.Annex // nil, or partial, when the findings have faults
	Findings diag.List
	Previous *model.Annex  // of the period before, or nil
	Expected bool          // its issuer is a unit of the collection
	Other    *diag.Finding // about a form with the name of its own that it may have been filled in by; nil for none
}

// NewFiling keeps of an annex what its collection needs.
func NewFiling(c *model.Collection, filed Filed) *Filing {
	file, a, findings := filed.File, filed.Annex, filed.Findings
	f := &Filing{File: file, Faults: findings.Count(diag.Fault), Broken: findings.Count(diag.Error), Warnings: findings.Count(diag.Warning)}
	gravest := gravest(findings)
	f.First, f.Place = gravest.Message, diag.NewSource(file, nil).At(0, 0)
	if a != nil {
		f.Issuer, f.Total = a.Report.Issuer, a.Total
	}
	switch {
	case f.Faults > 0:
		f.Refused = Refused{Rule: "tep-loi", Why: fmt.Sprintf("có %d lỗi: %s", f.Faults, f.First), Remedy: diag.Remedy{Do: diag.MendFiling, Args: []string{file}}}
		f.Place = gravest.Place
	case a.Form.ID != c.Form.ID:
		f.Refused = Refused{Rule: "khac-mau", Why: fmt.Sprintf("theo biểu mẫu %s, cần biểu mẫu %s", a.Form.ID, c.Form.ID), Hint: "nộp lại theo đúng biểu mẫu, hoặc chuyển tệp ấy ra khỏi thư mục"}
	case filed.Other != nil:
		f.Refused = Refused{Rule: filed.Other.Rule, Why: "ở cạnh một biểu mẫu khác cũng tên " + c.Form.ID, Cause: filed.Other}
	case a.Report.Period != c.Report.Period || a.Report.Year != c.Report.Year:
		f.Refused = Refused{Rule: "khac-ky", Why: fmt.Sprintf("là của %s, cần %s", a.Report.Period.In(a.Report.Year), c.Report.Period.In(c.Report.Year)), Hint: "sửa ky, nam trong tệp ấy nếu viết nhầm, hoặc chuyển nó ra khỏi thư mục"}
		f.Place = a.Report.Places.Period
	default:
		f.Parts = parts(c.Form, a)
		f.Jumps = jumps(a, filed.Previous)
	}
	if !filed.Expected && f.Issuer != "" {
		f.Place = a.Report.Places.Issuer
	}
	return f
}

// Told takes down what there was to tell of the document that the data file comes from.
func (f *Filing) Told(findings diag.List) {
	f.Doubts, f.Doubt = findings.Count(diag.Fault, diag.Error), gravest(findings).Message
	f.Warnings += findings.Count(diag.Warning)
}

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

// gravest is the first fault or, when there is none, the first broken rule.
func gravest(findings diag.List) diag.Finding {
	for _, severity := range []diag.Severity{diag.Fault, diag.Error} {
		for _, f := range findings.Sorted() {
			if f.Severity == severity && f.Accepted == "" {
				return f
			}
		}
	}
	return diag.Finding{}
}

// Sound reports whether nothing in the filing contradicts itself.
func (f *Filing) Sound() bool { return f.Faults+f.Broken+f.Doubts == 0 && f.Refused.Rule == "" }
