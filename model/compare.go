package model

import (
	"math/big"
	"strings"
)

// Part is where in a data file a change is, named as the file names it.
type Part string

const (
	HeaderPart Part = headerSubject
	FigurePart Part = "so_lieu"
	NotePart   Part = "ghi_chu"
)

// Change is one difference between two versions of an annex.
type Change struct {
	Part       Part
	Key        string   // the ID of a row, or the key of a field of the header: "so", "mau"
	Row        *Row     // of the newer form, unless only the older one has it; nil in the header
	Label      string   // what a person calls the row or the field
	Old, New   string   // as printed; "" for blank
	Difference *big.Rat // new less old, exact; nil unless both are single numbers of one measure
	Spelling   bool     // both say the same: "07" and 7
	Added      bool     // the older form has no such row
	Removed    bool     // the newer form has no such row
}

// Compare lists what changed from one version of an annex to another: the header, then the
// rows in the order of the newer form, then what the older form alone has. Rows are matched by
// their IDs. What was only written differently is in the list, as a change of spelling.
func Compare(old, new *Annex) []Change {
	changes := compareHeaders(old, new)
	before, after := old.Form.RowIndex(), new.Form.RowIndex()
	for i := range new.Form.Rows {
		row := &new.Form.Rows[i]
		_, known := before[row.ID]
		for _, c := range compareFigures(row, old.Figures[row.ID], new.Figures[row.ID]) {
			c.Added = !known
			changes = append(changes, c)
		}
	}
	for i := range old.Form.Rows {
		row := &old.Form.Rows[i]
		if _, kept := after[row.ID]; kept {
			continue
		}
		for _, c := range compareFigures(row, old.Figures[row.ID], Figure{}) {
			c.Removed = true
			changes = append(changes, c)
		}
	}
	return changes
}

// WithoutSpelling leaves out what was only written differently.
func WithoutSpelling(changes []Change) []Change {
	var meant []Change
	for _, c := range changes {
		if !c.Spelling {
			meant = append(meant, c)
		}
	}
	return meant
}

// Shown is both versions as a person reads them, with a word where there is nothing.
func (c Change) Shown() (old, new string) {
	return shown(c.Old), shown(c.New)
}

func shown(written string) string {
	if written == "" {
		return "(trống)"
	}
	return written
}

// Remark says in a few words what a change comes to: "+3", "−12,5", or that it is none of the
// figure. Empty when the two versions say it themselves.
func (c Change) Remark() string {
	switch {
	case c.Added:
		return "dòng mới"
	case c.Removed:
		return "bỏ dòng"
	case c.Spelling:
		return "cách viết"
	case c.Difference == nil:
		return ""
	case c.Difference.Sign() < 0:
		return "−" + writeNumber(new(big.Rat).Abs(c.Difference))
	}
	return "+" + writeNumber(c.Difference)
}

// sameText tells whether two texts differ in blanks and capital letters at most.
func sameText(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
