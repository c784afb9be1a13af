package model

import (
	"strings"

	"phuluc2b/model/diag"
)

// Annex is a form filled in for one report.
type Annex struct {
	Form         *Form
	Report       Report
	Figures      map[string]Figure // by row ID; a row without one is blank
	FiguresPlace diag.Place        // of [so_lieu]
	Accepted     map[Acceptance]Reason
	Total        *Total       // of what it was added up; nil for that of a single unit
	Source       *diag.Source // nil: there is no data file
	Partial      bool         // something of the file could not be read
	RowsKnown    bool         // it is known of each row whether it is blank, and what is accepted
}

// Blank is the form with nothing filled in, as it is sent out.
func Blank(form *Form) *Annex { return &Annex{Form: form} }

// Figure is what a data file says of one row.
type Figure struct {
	Row    string
	Values []Value // none for blank
	Note   string  // printed under Ghi chú
	Place  diag.Place
}

// Blank reports whether the figure has no value.
func (f Figure) Blank() bool {
	for _, v := range f.Values {
		if v.State != StateBlank {
			return false
		}
	}
	return true
}

// Written is the values as they are printed.
func (f Figure) Written() string {
	var written []string
	for _, v := range f.Values {
		written = append(written, v.Written)
	}
	return strings.Join(written, "; ")
}

// Acceptance names a finding that an office has looked at: the rule, and a row that takes
// part in it.
type Acceptance struct{ Row, Rule string }

// Reason is why a finding is accepted.
type Reason struct {
	Text  string
	Place diag.Place
	Rows  int // how many rows its entry names
}

// Printed is the values as the annex prints them, without blank ones.
func (f Figure) Printed() []string {
	var printed []string
	for _, v := range f.Values {
		if v.State != StateBlank {
			printed = append(printed, v.Written)
		}
	}
	return printed
}

// Correction is what a row, or a key of the header, is to say.
type Correction struct {
	Row    string   // ID; "" for a key of the header
	Values []string // as printed; none for blank
	Note   string

	Key   string // of [bao_cao]
	Value string // as the file holds it, without quotes
}
