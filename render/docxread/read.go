// Package docxread reads WordprocessingML, whoever wrote it, into paragraphs and grids of
// render/layout: bytes go in, text without formatting comes out, in bounded memory. It imports
// render/layout alone.
package docxread

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"phuluc2b/render/layout"
)

// Content is what an annex read back holds.
//
// A table is rectangular, like every grid. A cell has a paragraph for each line of its text,
// without a style; the text of a table within a cell is the cell's own. Its Bookmark is the
// first that may be a figure's ("r_1_2_1"), "" if there is none. Widths
// are those that the file states, 0 where it states none.
type Content struct {
	Paragraphs  []string            // text outside of tables, in order, blank ones left out; a line break is "\n"
	Tables      []*layout.Grid      // in order; those without a cell are left out
	Attachments []layout.Attachment // what travelled inside
	Untouched   bool                // no other program has saved the file since
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
// as if all tracked changes were accepted and no comment made; text boxes, headers and notes
// are left out. Memory is bounded, whatever the file holds.
func Read(r io.ReaderAt, size int64) (*Content, error) {
	content, err := read(r, size, annexLimits())
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return content, nil
}

func read(r io.ReaderAt, size int64, limits limits) (*Content, error) {
	a, err := openArchive(r, size)
	if err != nil {
		return nil, err
	}
	a.limits = limits
	main, err := a.mainPart()
	if err != nil {
		return nil, err
	}
	content, err := a.readStory(main)
	if err != nil {
		return nil, err
	}
	content.Attachments, err = a.readAttachments(main)
	content.Untouched = a.madeHere()
	return content, err
}

func tooLarge(what string) error { return fmt.Errorf("%w: %s", ErrTooLarge, what) }

func damaged(what string) error { return fmt.Errorf("%w: %s", ErrDamaged, what) }

// damagedBy keeps the cause: it may be a disk that cannot be read.
func damagedBy(err error) error { return fmt.Errorf("%w: %w", ErrDamaged, err) }

// madeHere reports whether this program was the last to save the file: Word and LibreOffice
// put their own names there.
func (a *archive) madeHere() bool {
	links, err := a.readLinks("")
	if err != nil {
		return false
	}
	maker := ""
	for _, l := range links {
		if l.kind != "extended-properties" {
			continue
		}
		err = a.readPart(l.target, maxLinks, func(m *markup, _ xml.StartElement) error {
			return m.children(func(e xml.StartElement) (err error) {
				if e.Name.Local == "Application" {
					maker, err = m.text()
				}
				return err
			})
		})
	}
	return err == nil && maker == layout.Program
}
