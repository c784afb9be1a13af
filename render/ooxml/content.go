package ooxml

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"phuluc2b/render/layout"
)

// Content is what an annex read back holds.
//
// Text is what a reader of the pages sees, in Unicode: tracked changes are accepted, struck and
// hidden text is left out, superscripts are written as such ("1185¹"), text of text boxes
// counts, text set in a font of an old code page is converted.
type Content struct {
	Paragraphs  []string            // outside of tables, in order, blank ones left out; a line break is "\n"
	Looks       []string            // how the text of each paragraph is set apart, see Notes
	Tables      []*Table            // in the order of their ends; those without a cell are left out
	Attachments []layout.Attachment // what travelled inside
	Extras      Extras              // what the document holds beside text
	Untouched   bool                // no other program has saved the file since
	Digested    bool                // a digest is inside, as in a file of ours that its data alone do not give
	Intact      bool                // and it is that of the words
	AsMade      bool                // and no part of the pages was changed at all
	Marked      bool                // the notes say what changed figures were before
}

// Table is a table of a document, rectangular like every grid. A cell has a paragraph for each
// line of its text, without a style; the text of a table within a cell is also the cell's own.
// Its Bookmark is the first that may be a figure's ("r_1_2_1"), "" if there is none. Widths
// are those that the file states, 0 where it states none.
type Table struct {
	*layout.Grid
	Notes   map[*layout.Cell]*Notes // of the cells of which there is something to say
	Heights []int                   // that each row states, in twips; 0 for none
	Wide    []int                   // of each row, how many columns its own cells take
	Cells   []layout.Length         // widths that its cells state, which programs go by before those of its columns; nil if no row states all
	Size    int                     // of most of its text, in half points; 0 where the file states none
	After   int                     // how many paragraphs of the document stand above it
	Depth   int                     // how many tables it stands in
	Page    int                     // index of its section in Extras.Pages

	Sheet   string   // of a workbook, in which it stands
	Letters []string // of its columns there: "D"
	Lines   []int    // of its rows there, from 1
}

// At is what Excel calls the cell at a position: "D10"; "" in a document.
func (t *Table) At(row, column int) string {
	if row >= len(t.Lines) || column >= len(t.Letters) {
		return ""
	}
	return t.Letters[column] + strconv.Itoa(t.Lines[row])
}

// Notes are what is to know of a cell beside its text.
type Notes struct {
	Number string  // that Word puts before its first numbered paragraph: "1.2."
	Bullet string  // that Word puts before its first paragraph, if that is one of a list
	Doubts []Doubt // what stands in it and is no text, each once
	Look   string  // how its text is set apart: "b; b color=FF0000"
	Boxed  bool    // some of its text stands in a text box
	Border string  // the lines around a cell of a workbook: "thin thin thin thin"
	Size   int     // of its text in a workbook, in half points
	Align  string  // of its first paragraph: "left", "center", "right", "both"; "" where the file states none
}

// Doubt is something in a cell that reading cannot take for text.
type Doubt string

const (
	DoubtEquation Doubt = "equation"
	DoubtSymbol   Doubt = "symbol"  // a letter by its number in a font of signs
	DoubtPicture  Doubt = "picture" // or another object
	DoubtChoice   Doubt = "choice"  // a box to tick, or a list of which nothing is chosen
	DoubtStruck   Doubt = "struck"  // struck text alone
	DoubtWhite    Doubt = "white"   // text that is there and not seen: white beside other text, or shown as nothing
	DoubtFormula  Doubt = "formula" // a formula that no program has worked out
	DoubtError    Doubt = "error"   // a formula that cannot be worked out: #REF!
	DoubtDate     Doubt = "date"    // a date or a time
	DoubtScale    Doubt = "scale"   // a number that is shown in thousands or millions
	DoubtWords    Doubt = "words"   // a number that is shown as words
	DoubtNought   Doubt = "nought"  // a 0 that is shown as nothing
)

// Add notes a doubt, once.
func (n *Notes) Add(d Doubt) {
	if !slices.Contains(n.Doubts, d) {
		n.Doubts = append(n.Doubts, d)
	}
}

// Extras count what a document holds beside the text of its pages.
type Extras struct {
	Comments, Footnotes, Pictures, Boxes int
	Struck, Hidden, Symbols              int      // pieces of text that are not read
	Links                                int      // to other places or documents
	Locks                                int      // on parts, on the whole, and signatures
	Tracked                              int      // changes that are recorded and not yet accepted
	Headers                              []string // text of headers and footers, but for page numbers
	Pages                                []Paper  // of its sections

	HiddenRows, HiddenColumns, HiddenSheets int      // of a workbook, that are not read
	Macros                                  int      // parts with programs
	Custom                                  int      // parts with XML of others
	Title                                   string   // of a workbook, beside its text
	Formulas                                []string // cells with a formula: "D12"
	Names                                   []string // of cells and areas, but for those of figures and of printing
	Choices                                 []string // what cells are limited to
	Tabs                                    []string // colours of the tabs of sheets
	Rounded                                 []string // cells that show fewer digits than they hold, of which those shown are taken: "D12"
}

// Paper is the page of a section, in twips.
type Paper struct {
	Width, Height, Left, Right int // Left and Right are margins
	Columns                    int
	Bordered                   bool
}

// Why a file cannot be read. The error that a reader returns says more.
var (
	ErrNoOffice     = errors.New("not an Office document")
	ErrOldWord      = errors.New("a file of Word 97–2003 (DOC)")
	ErrOldExcel     = errors.New("a file of Excel 97–2003 (XLS)")
	ErrOpenDocument = errors.New("an OpenDocument file")
	ErrEncrypted    = errors.New("protected by a password")
	ErrTooLarge     = errors.New("too large for an annex")
	ErrDamaged      = errors.New("damaged")
)

// Digest is that of the words that were read.
func (c *Content) Digest() string {
	var grids []*layout.Grid
	for _, t := range c.Tables {
		grids = append(grids, t.Grid)
	}
	return layout.Digest(c.Paragraphs, grids)
}

// TooLarge is the error of a file that holds more than an annex does.
func TooLarge(what string) error { return fmt.Errorf("%w: %s", ErrTooLarge, what) }

// Damaged is the error of a file that is not as its format says.
func Damaged(what string) error { return fmt.Errorf("%w: %s", ErrDamaged, what) }

// DamagedBy keeps the cause: it may be a disk that cannot be read.
func DamagedBy(err error) error { return fmt.Errorf("%w: %w", ErrDamaged, err) }
