package docx

import (
	"encoding/xml"
	"strings"

	"phuluc2b/render/layout"
)

// tableCell is a cell as the file has it.
type tableCell struct {
	span             int // columns
	across, downward merge
	cell             *layout.Cell
}

// merge is a cell's part in a rectangle of cells that are shown as one.
type merge int

const (
	alone merge = iota
	first
	further
)

func mergeOf(e xml.StartElement) merge {
	if attribute(e, "val") == "restart" {
		return first
	}
	return further
}

// cell reads the open cell.
func (s *story) cell() (tableCell, error) {
	c := tableCell{span: 1, cell: &layout.Cell{}}
	var f flow
	if err := s.cellContent(&c, &f); err != nil {
		return c, err
	}
	for _, paragraph := range f.end() {
		lines := strings.Split(paragraph, "\n")
		if err := s.take(len(lines) - 1); err != nil {
			return c, err
		}
		for _, line := range lines {
			c.cell.Paragraphs = append(c.cell.Paragraphs, layout.Paragraph{Text: line})
		}
	}
	c.cell.Bookmark = f.bookmark
	return c, nil
}

func (s *story) cellContent(c *tableCell, f *flow) error {
	return s.contents(func(e xml.StartElement) error {
		switch kind(e) {
		case "tcPr":
			return s.cellProperties(c)
		case "p":
			return s.paragraph(f)
		case "tbl":
			return s.nested(f)
		case "bookmarkStart":
			f.mark(e)
		}
		return nil
	})
}

// nested adds the text of a table within a cell, paragraph by paragraph.
func (s *story) nested(f *flow) error {
	return s.contents(func(e xml.StartElement) error {
		if kind(e) != "tr" {
			return nil
		}
		return s.contents(func(e xml.StartElement) error {
			if kind(e) != "tc" {
				return nil
			}
			return s.cellContent(&tableCell{}, f)
		})
	})
}

func (s *story) cellProperties(c *tableCell) error {
	return s.children(func(e xml.StartElement) error {
		switch kind(e) {
		case "gridSpan":
			c.span = max(whole(e, "val"), 1)
		case "hMerge":
			c.across = mergeOf(e)
		case "vMerge":
			c.downward = mergeOf(e)
		}
		return nil
	})
}
