// Package docxread reads WordprocessingML, whoever wrote it, into paragraphs and grids of
// render/layout: bytes go in, text without formatting comes out, in bounded memory. It imports
// render/layout alone.
package docxread

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"

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
}

// Notes are what is to know of a cell beside its text.
type Notes struct {
	Number string  // that Word puts before its first numbered paragraph: "1.2."
	Bullet string  // that Word puts before its first paragraph, if that is one of a list
	Doubts []Doubt // what stands in it and is no text, each once
	Look   string  // how its text is set apart: "b; b color=FF0000"
	Boxed  bool    // some of its text stands in a text box
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
	DoubtWhite    Doubt = "white"   // white text beside other text
)

func (n *Notes) add(d Doubt) {
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
}

// Paper is the page of a section, in twips.
type Paper struct {
	Width, Height, Left, Right int // Left and Right are margins
	Columns                    int
	Bordered                   bool
}

// Why a file cannot be read. The error that Read returns says more.
var (
	ErrNotDOCX   = errors.New("not a Word document (DOCX)")
	ErrOldWord   = errors.New("a file of Word 97–2003 (DOC)")
	ErrEncrypted = errors.New("protected by a password")
	ErrTooLarge  = errors.New("too large for an annex")
	ErrDamaged   = errors.New("damaged")
)

// Read reads an annex back, be it written by Write, edited since, or typed by hand. Text is
// as Content says. Memory is bounded, whatever the file holds.
func Read(r io.ReaderAt, size int64) (*Content, error) {
	content, err := read(r, size, annexLimits())
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return content, nil
}

// ReadInside reads the attachments alone: what a document was made from, in a fraction of the time
// that its pages take.
func ReadInside(r io.ReaderAt, size int64) ([]layout.Attachment, error) {
	a, err := openArchive(r, size)
	if err != nil {
		return nil, err
	}
	_, links, err := a.readMainLinks()
	if err != nil {
		return nil, err
	}
	var inside Content
	err = a.readItems(links, &inside)
	return inside.Attachments, err
}

func read(r io.ReaderAt, size int64, limits limits) (*Content, error) {
	a, err := openArchive(r, size)
	if err != nil {
		return nil, err
	}
	a.limits = limits
	main, links, err := a.readMainLinks()
	if err != nil {
		return nil, err
	}
	content, err := a.readStory(main, links)
	if err != nil {
		return nil, err
	}
	if err := a.readHeaders(links, &content.Extras); err != nil {
		return nil, err
	}
	if content.Extras.Locks += a.signatures(); a.isLocked(links) {
		content.Extras.Locks++
	}
	err = a.readItems(links, content)
	content.Untouched = a.property("extended-properties", "Application") == layout.Program
	content.Marked = a.property("core-properties", "category") == layout.MarkedCategory
	return content, err
}

// digest is that of the words that were read.
func (c *Content) digest() string {
	var grids []*layout.Grid
	for _, t := range c.Tables {
		grids = append(grids, t.Grid)
	}
	return layout.Digest(c.Paragraphs, grids)
}

func tooLarge(what string) error { return fmt.Errorf("%w: %s", ErrTooLarge, what) }

func damaged(what string) error { return fmt.Errorf("%w: %s", ErrDamaged, what) }

// damagedBy keeps the cause: it may be a disk that cannot be read.
func damagedBy(err error) error { return fmt.Errorf("%w: %w", ErrDamaged, err) }

// property is one of the properties of the file, in a part of that kind; "" if there is none.
// The program that saved the file last has put its name there.
func (a *archive) property(part, name string) string {
	links, err := a.readLinks("")
	if err != nil {
		return ""
	}
	value := ""
	for _, l := range links {
		if l.kind != part {
			continue
		}
		err = a.readPart(l.target, maxLinks, func(m *markup, _ xml.StartElement) error {
			return m.children(func(e xml.StartElement) (err error) {
				if e.Name.Local == name {
					value, err = m.text()
				}
				return err
			})
		})
	}
	if err != nil {
		return ""
	}
	return value
}
