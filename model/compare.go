package model

import (
	"math/big"
	"strings"
)

// Part is where in a data file a change is, named as the file names it.
type Part string

const (
	PartHeader Part = HeaderSubject
	PartFigure Part = "so_lieu"
	PartNote   Part = "ghi_chu"
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

// compareHeaders lists what changed of the form's name and the report.
func compareHeaders(old, new *Annex) []Change {
	changes := compareText("mau", "Biểu mẫu", old.Form.ID, new.Form.ID)
	for _, f := range HeaderFields() {
		changes = append(changes, compareText(f.Key, f.Label, f.Shown(old.Report), f.Shown(new.Report))...)
	}
	return changes
}

func compareText(key, label, was, now string) []Change {
	if was == now {
		return nil
	}
	return []Change{{Part: PartHeader, Key: key, Label: label, Old: was, New: now,
		Spelling: SameText(strings.TrimLeft(was, "0"), strings.TrimLeft(now, "0"))}}
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
		return "−" + WriteNumber(new(big.Rat).Abs(c.Difference))
	}
	return "+" + WriteNumber(c.Difference)
}

// SameText reports whether two texts differ in blanks and capital letters at most.
func SameText(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// compareFigures lists what changed in one row: its figure, its note.
func compareFigures(row *Row, old, now Figure) []Change {
	var changes []Change
	about := Change{Key: row.ID, Row: row, Label: strings.Join(row.Label, " ")}
	if was, is := old.Written(), now.Written(); was != is {
		c := about
		c.Part, c.Old, c.New = PartFigure, was, is
		if c.Spelling = row.sameValues(old.Values, now.Values); !c.Spelling {
			c.Difference = row.difference(old.Values, now.Values)
		}
		changes = append(changes, c)
	}
	if old.Note != now.Note {
		c := about
		c.Part, c.Old, c.New, c.Spelling = PartNote, old.Note, now.Note, SameText(old.Note, now.Note)
		changes = append(changes, c)
	}
	return changes
}

// sameValues reports whether two figures of the row say the same, however they are written.
func (r *Row) sameValues(old, now []Value) bool {
	if len(old) != len(now) {
		return false
	}
	for i := range old {
		if !r.sameValue(old[i], now[i]) {
			return false
		}
	}
	return true
}

func (r *Row) sameValue(old, now Value) bool {
	if r.comparable(old, now) {
		return old.Number.Cmp(now.Number) == 0
	}
	return old.State == now.State && SameText(old.Written, now.Written)
}

// comparable reports whether two values are numbers of one measure. A percent sign says nothing
// new where percentages are asked for; elsewhere 5 and 5 % are different things.
func (r *Row) comparable(old, now Value) bool {
	return old.Number != nil && now.Number != nil && (r.Kind == KindPercent || old.Percent == now.Percent)
}

// difference is what was added to a single number. Codes are names: they have none.
func (r *Row) difference(old, now []Value) *big.Rat {
	if r.Kind == KindCode || len(old) != 1 || len(now) != 1 || !r.comparable(old[0], now[0]) {
		return nil
	}
	return new(big.Rat).Sub(now[0].Number, old[0].Number)
}

// beforeMark begins the line that a marked annex adds to the note of a changed figure.
const beforeMark = "trước: "

// Mark is the line that a marked annex adds to the note of a changed figure: "trước: 07".
func (c Change) Mark() string {
	old, _ := c.Shown()
	return beforeMark + old
}

// WithoutMark is a note without the line that a marked annex adds: reading such an annex back
// must not make a note of it.
func WithoutMark(note string) string {
	i := strings.LastIndexByte(note, '\n') + 1
	if !strings.HasPrefix(note[i:], beforeMark) {
		return note
	}
	return strings.TrimSuffix(note[:i], "\n")
}
