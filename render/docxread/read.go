// Package docxread reads WordprocessingML, whoever wrote it, into paragraphs and grids of
// render/layout: bytes go in, text without formatting comes out, in bounded memory. It imports
// render/layout alone.
package docxread

import (
	"errors"
	"fmt"
	"io"

	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

// ErrNotDOCX is of a file that is no document.
var ErrNotDOCX = errors.New("not a Word document (DOCX)")

// Read reads an annex back, be it written by Write, edited since, or typed by hand. Text is
// as Content says. Memory is bounded, whatever the file holds.
func Read(r io.ReaderAt, size int64) (*ooxml.Content, error) {
	content, err := read(r, size, annexLimits())
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return content, nil
}

// ReadInside reads the attachments alone: what a document was made from, in a fraction of the time
// that its pages take.
func ReadInside(r io.ReaderAt, size int64) ([]layout.Attachment, error) {
	a, main, err := open(r, size)
	if err != nil {
		return nil, err
	}
	links, err := a.ReadLinks(main)
	if err != nil {
		return nil, err
	}
	var inside ooxml.Content
	err = a.readItems(links, &inside)
	return inside.Attachments, err
}

func read(r io.ReaderAt, size int64, limits limits) (*ooxml.Content, error) {
	a, main, err := open(r, size)
	if err != nil {
		return nil, err
	}
	a.limits = limits
	links, err := a.ReadLinks(main)
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
	if content.Extras.Locks += a.Signatures(); a.isLocked(links) {
		content.Extras.Locks++
	}
	err = a.readItems(links, content)
	content.Untouched = a.Property("extended-properties", "Application") == layout.Program
	content.Marked = a.Property("core-properties", "category") == layout.MarkedCategory
	return content, err
}

// open lists the parts of a document, and names the main one.
func open(r io.ReaderAt, size int64) (*archive, string, error) {
	a, err := ooxml.Open(r, size)
	if err != nil {
		return nil, "", notDOCX(err)
	}
	main, err := a.MainPart()
	return &archive{Archive: a}, main, notDOCX(err)
}

// notDOCX says so of what is no Office file at all.
func notDOCX(err error) error {
	if errors.Is(err, ooxml.ErrNoOffice) {
		return ErrNotDOCX
	}
	return err
}
