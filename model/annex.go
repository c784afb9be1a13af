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
	Accepted     map[acceptance]Reason
	Source       *diag.Source
}

// Figure is what a data file says of one row.
type Figure struct {
	Row    string
	Values []Value // none for blank
	Note   string  // printed under Ghi chú
	Place  diag.Place
}

// Blank tells whether the figure has no value.
func (f Figure) Blank() bool {
	for _, v := range f.Values {
		if v.State != Blank {
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
