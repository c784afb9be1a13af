package infer

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
)

// Draft is a form as a document shows it, with what was guessed.
type Draft struct {
	ID             string
	Label, Title   []string
	Reference      string
	LongDate       bool
	Periods        []model.Period // nil: the usual ones
	Landscape      bool
	TextSize       float64 // in points; 0 where the document does not say
	Columns        []Column
	Rows           []Row
	Figures        string          // the head of the column with the figures
	Suggestions    []*Suggestion   // of rules
	Above100, Less map[string]bool // percentages that documents have beyond 0 to 100, by row

	src       *diag.Source
	places    []diag.Place // of the rows
	kept      []int        // the tables that it is of
	doubts    map[string][]doubt
	filled    int    // rows that show a figure
	wholeUnit string // what is said of the whole table: "người"
}

// Column is a column of the form.
type Column struct {
	Role    model.Role
	Head    []string
	Spanner string
	Width   float64
	Align   tabular.Align // "" as is usual
	Doubts  []string
}

func (c *Column) doubt(format string, args ...any) {
	c.Doubts = append(c.Doubts, fmt.Sprintf(format, args...))
}

// Row is a row of the form.
type Row struct {
	ID, Number, Block string
	Label, Unit       []string
	Kind              model.Kind
	Codes             []int
	Values            int
	Fixed             []string
	Bold              *bool // nil: by its level
	Doubts            []string
}

// doubt is what a person has to look at.
type doubt struct {
	fact   string
	inFile string // what to write in the file of the form; "" for nothing
}

func (d doubt) String() string {
	if d.inFile == "" {
		return d.fact
	}
	return d.fact + "; " + d.inFile
}

// doubt marks a key of the form for a look.
func (d *Draft) doubt(key, fact string) { d.add(key, doubt{fact: fact}) }

func (d *Draft) add(key string, one doubt) {
	if d.doubts == nil {
		d.doubts = map[string][]doubt{}
	}
	d.doubts[key] = append(d.doubts[key], one)
}

// heads are the keys of what stands above the columns, and what a person calls it.
func heads() []struct{ key, name string } {
	return []struct{ key, name string }{{"nhan", "nhãn phụ lục"}, {"tieu_de", "tên phụ lục"}, {"kem_theo", "dòng “Kèm theo”"}, {"ky", "kỳ báo cáo"}}
}

// Filled is how many rows of the document show a figure.
func (d *Draft) Filled() int { return d.filled }

// Findings are the guesses of the draft.
func (d *Draft) Findings() diag.List {
	var findings diag.List
	add := func(row, subject, message string, place diag.Place) {
		findings = append(findings, diag.Finding{Severity: diag.Warning, Rule: RuleLook, Row: row, Subject: subject, Message: message, Place: place,
			Remedy: diag.Remedy{Do: diag.ReviewGuess, Args: []string{lookMark}}})
	}
	for _, head := range heads() {
		for _, doubt := range d.doubts[head.key] {
			add("", head.key, head.key+": "+doubt.String(), d.src.At(0, 0))
			findings[len(findings)-1].Spoken = head.name + ": " + doubt.fact
		}
	}
	for _, c := range d.Columns {
		for _, doubt := range c.Doubts {
			add("", string(c.Role), fmt.Sprintf("cột %s: %s", c.Role, doubt), d.src.At(0, 0))
		}
	}
	for i, r := range d.Rows {
		for _, doubt := range r.Doubts {
			add(r.ID, "", fmt.Sprintf("dòng %s: %s", r.ID, doubt), d.places[i])
		}
	}
	return findings
}

// RuleLook is the rule of findings about what was guessed.
const RuleLook = "xem-lai"

// lookMark begins a comment of a form about what was guessed.
const lookMark = "xem lại:"

// Drop takes out the suggestions of those names, and returns what they said.
func (d *Draft) Drop(broken map[string]bool) []string {
	var said []string
	d.Suggestions = slices.DeleteFunc(d.Suggestions, func(s *Suggestion) bool {
		if broken[s.Name] {
			sign := " = "
			if s.Kind == "khong_qua" {
				sign = " ≤ "
			}
			said = append(said, strings.Join(s.Rows, " + ")+sign+strings.Join(s.Against, " + "))
		}
		return broken[s.Name]
	})
	return said
}

// Beyond notes which percentages of an annex by this form are not between 0 and 100: its rules
// must let them be.
func (d *Draft) Beyond(a *model.Annex) {
	for _, r := range a.Form.Rows {
		for _, v := range a.Figures[r.ID].Values {
			if r.Kind != model.KindPercent || v.Number == nil {
				continue
			}
			if v.Number.Cmp(big.NewRat(100, 1)) > 0 {
				d.Above100[r.ID] = true
			} else if v.Number.Sign() < 0 {
				d.Less[r.ID] = true
			}
		}
	}
}
