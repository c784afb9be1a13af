// Package model is what an annex is: its form, its rows and rules, its figures, read from
// TOML with the place of everything. Text of a file goes in; a Form, an Annex and findings
// come out. It knows nothing of pages and documents, and imports model/tree, model/diag and
// the embedded templates.
package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"phuluc2b/model/diag"
)

// Form is an annex without its figures: what stays the same from report to report.
type Form struct {
	ID        string   // "phu-luc-2b-2021"; data files name it
	Label     []string // lines: "Phụ lục 2B"
	For       string   // whom it is for: "cấp huyện"; "" where the form does not say
	Title     []string // lines; {ky} stands for the period
	Reference string   // the line that cites the report, with its placeholders
	LongDate  bool     // "02 tháng 12 năm 2021" rather than "02/12/2021"
	Periods   []Period // that it is filled in for, at least one, as they follow each other
	AddingUp  []Period // of these, those that count from one day on: cumulative rows do not fall
	Landscape bool     // the paper is turned
	TextSize  float64  // of the table, in points
	Columns   []Column
	Rows      []Row
	Rules     []Rule
	Embedded  bool // the program carries it

	Abbreviations []Abbreviation // in its words, for those who listen

	Source *diag.Source

	index map[string]int // of a form that was read: see RowIndex
}

// Name is what a person calls the form: its label, and whom it is for.
func (f *Form) Name() string {
	name := strings.Join(f.Label, " ")
	if f.For != "" {
		name += " dành cho " + f.For
	}
	return name
}

// Column is one column of the table, from the left.
type Column struct {
	Role    Role
	Head    []string // lines of its head cell
	Spanner string   // text of the cell above it and its neighbours with the same; "" for none
	Width   float64  // millimetres; 0: what the others leave
	Align   Align    // of the cells below its head
}

// Align is where the text of a column stands, as a form writes it; "" as is usual for its role.
type Align string

const (
	AlignLeft   Align = "trai"
	AlignCentre Align = "giua"
	AlignRight  Align = "phai"
)

// Aligns lists all.
func Aligns() []Align { return []Align{AlignLeft, AlignCentre, AlignRight} }

// Role says which datum of a row a column shows.
type Role string

const (
	RoleNumber Role = "stt"
	RoleLabel  Role = "chi_tieu"
	RoleUnit   Role = "don_vi"
	RoleFigure Role = "so_lieu"
	RoleNote   Role = "ghi_chu"
	RoleFixed  Role = "them" // text of the form; the only role of several columns

	RolePrevious Role = "ky_truoc" // the figures of the period before
)

// Roles lists all.
func Roles() []Role {
	return []Role{RoleNumber, RoleLabel, RoleUnit, RoleFigure, RoleNote, RoleFixed, RolePrevious}
}

// UsualHead is what stands at the head of a column of that role.
func (r Role) UsualHead() string {
	return cmp.Or(map[Role]string{
		RoleNumber: "STT", RoleLabel: "Chỉ tiêu", RoleUnit: "Đơn vị tính", RoleFigure: "Số liệu", RoleNote: "Ghi chú", RolePrevious: "Kỳ trước",
	}[r], "Cột khác")
}

// Shows reports whether a column of the form has that role.
func (f *Form) Shows(role Role) bool {
	return slices.ContainsFunc(f.Columns, func(c Column) bool { return c.Role == role })
}

// Kind says what a row's figure is.
type Kind string

const (
	KindHeading Kind = "de_muc" // takes no figure
	KindCount   Kind = "so_dem" // a whole number
	KindPercent Kind = "ty_le"  // a percentage
	KindCode    Kind = "ma_so"  // one of a list of numbers
	KindScore   Kind = "diem"   // a number
	KindText    Kind = "chu"    // anything
)

// Kinds lists all.
func Kinds() []Kind {
	return []Kind{KindHeading, KindCount, KindPercent, KindCode, KindScore, KindText}
}

// Row is one row of the table.
type Row struct {
	ID         string // unique, by position: "1.2.1", "3.1.3.a"
	Number     string // STT as printed: "1.1.1.", or empty in a block
	Label      []string
	Unit       []string
	Kind       Kind
	Codes      []int    // of a Code row
	Values     int      // how many values the figure may have, at least 1
	Block      string   // STT of the merged cell that the row shares: "Trong đó"; "" for none
	Cumulative bool     // adds up from the start of the year
	Fixed      []string // its texts in the columns of RoleFixed, from the left; the rest are blank
	Bold       *bool    // whatever its level; nil: by its level
	Merge      Merge    // how the figures of several units become one
	Place      diag.Place
}

// Parent is the ID of the row that this one stands under, by position; "" for a section.
func (r Row) Parent() string { return ParentOf(r.ID) }

// ParentOf is the ID of the row that the one with an ID stands under.
func ParentOf(id string) string { return id[:max(strings.LastIndexByte(id, '.'), 0)] }

// CodeName is what the unit of a coded row says of a code; "" when it says nothing.
func (r *Row) CodeName(code int) string {
	for _, line := range r.Unit {
		if name, value, ok := strings.Cut(line, "="); ok && strings.TrimSpace(value) == strconv.Itoa(code) {
			return strings.TrimSpace(name)
		}
	}
	return ""
}

// Section reports whether the row opens a part of the annex.
func (r Row) Section() bool { return r.Parent() == "" }

// Strong reports whether the row is set in bold; one of a group is, unless the form says else.
func (r Row) Strong(group bool) bool {
	if r.Bold != nil {
		return *r.Bold
	}
	return group || r.Section()
}

// FixedText is the row's text in the n-th column of RoleFixed, from 0.
func (r Row) FixedText(n int) string {
	if n < len(r.Fixed) {
		return r.Fixed[n]
	}
	return ""
}

// SharesBlock reports whether two rows stand in the same merged block.
func (r Row) SharesBlock(other Row) bool {
	return r.Block != "" && r.Block == other.Block && r.Parent() == other.Parent()
}

// Groups is the set of rows, by ID, that have numbered rows below them, whatever their kind.
func (f *Form) Groups() map[string]bool {
	groups := map[string]bool{}
	for _, r := range f.Rows {
		if r.Block == "" {
			groups[r.Parent()] = true
		}
	}
	return groups
}

// RowIndex is the place of each row in Rows, by ID. Nobody may change it.
func (f *Form) RowIndex() map[string]int {
	if f.index != nil {
		return f.index
	}
	index := make(map[string]int, len(f.Rows))
	for i, r := range f.Rows {
		index[r.ID] = i
	}
	return index
}

// BookmarkPrefix begins the bookmark of a row: a name starts with a letter.
const BookmarkPrefix = "r_"

// Bookmark is the name that marks a row in a DOCX: letters, digits and "_".
func (r Row) Bookmark() string {
	return BookmarkPrefix + strings.ReplaceAll(r.ID, ".", "_")
}
