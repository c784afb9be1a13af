// Package xlsxread reads SpreadsheetML, whoever wrote it, into the paragraphs and grids that
// package ooxml has for documents: of each sheet that is seen, its table, and what stands above
// and below it as paragraphs. It imports render/layout and render/ooxml.
package xlsxread

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

// ErrNotXLSX is of a file that is no workbook.
var ErrNotXLSX = errors.New("not an Excel workbook (XLSX)")

// Read reads a workbook. Text is what the cells show, numbers as they are written in Vietnam;
// what is hidden is left out and counted. Memory is bounded, whatever the file holds.
func Read(r io.ReaderAt, size int64) (*ooxml.Content, error) {
	content, err := read(r, size)
	if err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	return content, nil
}

// What a workbook may hold, beside what any package may.
const (
	maxSheets  = 256
	maxRows    = 16_000   // of a sheet, with text
	maxColumns = 256      // likewise
	maxText    = 1 << 20  // bytes of text in a cell
	maxBytes   = 32 << 20 // of text in cells
	maxPieces  = 400_000  // cells with text, and positions of tables
	maxStyles  = 66_000   // Excel's own limit
	maxTexts   = 400_000  // shared ones
)

// book is a workbook that is being read.
type book struct {
	*ooxml.Archive
	content  *ooxml.Content
	main     string
	sheets   []sheetEntry
	names    map[string][]name // by sheet
	from1904 bool
	styles   styleSheet
	texts    []text
	digest   *digest // that the file carries; nil for none
	pieces   int
	bytes    int
}

func read(r io.ReaderAt, size int64) (*ooxml.Content, error) {
	a, err := ooxml.Open(r, size)
	if err != nil {
		return nil, notXLSX(err)
	}
	b := &book{Archive: a, content: &ooxml.Content{}, names: map[string][]name{}}
	if b.main, err = a.MainPart(); err != nil {
		return nil, notXLSX(err)
	}
	links, err := a.ReadLinks(b.main)
	if err != nil {
		return nil, err
	}
	if err := b.readWorkbook(); err != nil {
		return nil, err
	}
	if err := b.readStyles(targetOf(links, "styles")); err != nil {
		return nil, err
	}
	if err := b.readTexts(targetOf(links, "sharedStrings")); err != nil {
		return nil, err
	}
	carrier := ""
	for _, s := range b.sheets {
		carried, err := b.readSheet(s, links)
		if err != nil {
			return nil, err
		}
		if carried != "" {
			carrier = carried
		}
	}
	c := b.content
	for _, part := range []string{"xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"} {
		if a.Has(part) {
			c.Extras.Macros++
		}
	}
	if c.Extras.Macros == 0 {
		c.Extras.Macros = count(links, "vbaProject")
	}
	if a.Has("customXml/item1.xml") {
		c.Extras.Custom++
	}
	c.Extras.Title = a.Property("core-properties", "title")
	c.Extras.Locks += a.Signatures()
	b.compare(carrier)
	c.Untouched = a.Property("extended-properties", "Application") == layout.Program
	c.Marked = a.Property("core-properties", "category") == layout.MarkedCategory
	return c, nil
}

// notXLSX says so of what is no Office file at all.
func notXLSX(err error) error {
	if errors.Is(err, ooxml.ErrNoOffice) {
		return ErrNotXLSX
	}
	return err
}

func targetOf(links []ooxml.Link, kind string) string {
	for _, l := range links {
		if l.Kind == kind {
			return l.Target
		}
	}
	return ""
}

func count(links []ooxml.Link, kind string) int {
	n := 0
	for _, l := range links {
		if l.Kind == kind {
			n++
		}
	}
	return n
}

// take counts what is kept.
func (b *book) take(pieces, bytes int) error {
	b.pieces += pieces
	b.bytes += bytes
	switch {
	case b.pieces > maxPieces:
		return ooxml.TooLarge("more than 400 000 cells")
	case b.bytes > maxBytes:
		return ooxml.TooLarge("more than 32 MiB of text in cells")
	}
	return nil
}

// The namespaces of a workbook; the second is that of a "strict" one.
const (
	sheetSpace       = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strictSheetSpace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
)

// kind is how the readers call an element: those of other namespaces are "".
func kind(e xml.StartElement) string {
	if e.Name.Space == sheetSpace || e.Name.Space == strictSheetSpace {
		return e.Name.Local
	}
	return ""
}
