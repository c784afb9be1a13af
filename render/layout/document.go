// Package layout turns an annex into a document: paragraphs, a rule and a grid of cells,
// with every decision on text, style, width and border taken. Back ends translate a
// Document; they decide nothing.
package layout

import (
	"strings"
	"time"
)

// Program is the maker that files name, without a version: the bytes must not depend on it.
const Program = "phuluc2b"

// SourceSpace names, in files that have no attachments of their own, what holds those.
const SourceSpace = "urn:phuluc2b:source"

// Typeface is that of official documents (NĐ 30/2020, Phụ lục I, I.2), by which programs that have
// it set a document anew.
const Typeface = "Times New Roman"

// MarkedCategory is the category of a file whose notes say what changed figures were before:
// who reads it back must not take these lines for notes.
const MarkedCategory = "đánh dấu thay đổi"

// Document is one annex, laid out but not yet broken into lines and pages.
type Document struct {
	Meta   Meta
	Page   Page
	Styles []*Style // every style in use; the first is "Normal", which editors start new text in
	Blocks []Block  // from the top down

	Abbreviations []Abbreviation // in its words

	Attachments []Attachment // what the document was made from; may be none
	Digest      string       // of its words, when its data alone do not give it; "" otherwise
}

// Attachment is a file inside the document: the data and form it was made from, so that it can
// be corrected when they are lost.
type Attachment struct {
	Name        string // file name without a folder: "huong-khe-2021.toml"
	Type        string // media type: "application/toml"
	Description string // for people, in the language of the document
	Data        []byte
}

// Meta is the properties of the file.
type Meta struct {
	Title    string    // "Phụ lục 2B. Thống kê … năm 2021"
	Author   string    // the issuing body
	Subject  string    // the line that cites the report
	Language string    // BCP 47: "vi-VN"
	Marked   bool      // the notes say what changed figures were before
	Date     time.Time // of the report, UTC; creation and modification date of the file
}

// Page is the paper. Margins bound the text; Header is the distance from the top edge of
// the paper to the top of the page number, which is centred between the side margins,
// counts from 1 and is not shown on the first page (NĐ 30/2020, Phụ lục I, II.7).
type Page struct {
	Width, Height            Length
	Top, Right, Bottom, Left Length
	Header                   Length
	Number                   *Style
	Mark                     string // "DỰ THẢO": on every page at the height of its number, at the left margin; "" for none
	MarkStyle                *Style
}

// TextWidth is the distance between the side margins.
func (p Page) TextWidth() Length { return p.Width - p.Left - p.Right }

// Align is the horizontal place of lines between their edges.
type Align int

const (
	Left Align = iota
	Centre
	Right
)

// String is how CSS and Excel spell it.
func (a Align) String() string { return [...]string{"left", "center", "right"}[a] }

// Style is a named paragraph style; all text of a paragraph is set in it. Lines stand as
// far apart as the font says (fonts.Face.LineHeight).
type Style struct {
	ID      string // ASCII, unique: "AnnexTitle"
	Name    string // shown by an editor: "Phụ lục – Tên"; without a comma; no name that Word has for a style of its own, but for Normal
	Size    Length // of the font: 14*Point
	Bold    bool
	Italic  bool
	Align   Align
	Before  Length // blank space above the first line
	After   Length // and below the last
	Heading int    // level in the outline of the document from 1; 0 for running text
	Joins   bool   // its paragraphs go on with the heading above them
}

// Block is a Paragraph, a Rule or a *Grid.
type Block interface{ block() }

// Paragraph is text in one style. It holds no line break.
type Paragraph struct {
	Style *Style
	Text  string
}

// Blank reports whether nothing of the paragraph is drawn.
func (p Paragraph) Blank() bool { return strings.Trim(p.Text, " ") == "" }

// Rule is a short horizontal line, centred between the side margins.
type Rule struct {
	Width, Weight Length
	Before, After Length // blank space above and below
}

func (Paragraph) block() {}

func (Rule) block() {}

func (*Grid) block() {}

// Length is a distance in twips, 1/20 of a point: WordprocessingML's own unit, so that
// both back ends work with the same whole numbers.
type Length int

// Point is the typographic point, 1/72 inch.
const Point Length = 20

// Millimetres rounds a distance in millimetres, once, to a Length.
func Millimetres(mm float64) Length {
	return Length(mm*1440/25.4 + 0.5)
}

// Points is l in points.
func (l Length) Points() float64 { return float64(l) / float64(Point) }
