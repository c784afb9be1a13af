package docxread

import (
	"encoding/xml"
	"strings"

	"phuluc2b/render/layout"
)

// tableRow is a row as the file has it.
type tableRow struct {
	before, after int // columns that it leaves out at its ends
	head, deleted bool
	cells         []tableCell
}

// table reads the open table into a grid.
func (s *story) table() error {
	g := gridder{grid: &layout.Grid{}}
	err := s.contents(func(e xml.StartElement) error {
		switch kind(e) {
		case "tblPr":
			return s.tableProperties(&g)
		case "tblGrid":
			return s.columns(&g)
		case "tr":
			row, err := s.row()
			if err != nil || row.deleted {
				return err
			}
			return g.add(s, row)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := g.finish(s); err != nil || g.width == 0 {
		return err
	}
	s.content.Tables = append(s.content.Tables, g.grid)
	return nil
}

func (s *story) tableProperties(g *gridder) error {
	return s.children(func(e xml.StartElement) error {
		if kind(e) == "tblCaption" {
			g.grid.Title = attribute(e, "val")
		}
		return nil
	})
}

func (s *story) columns(g *gridder) error {
	return s.children(func(e xml.StartElement) error {
		if kind(e) == "gridCol" && len(g.widths) < maxColumns {
			g.widths = append(g.widths, layout.Length(whole(e, "w")))
		}
		return nil
	})
}

func (s *story) row() (tableRow, error) {
	var row tableRow
	err := s.contents(func(e xml.StartElement) error {
		switch kind(e) {
		case "trPr":
			return s.rowProperties(&row)
		case "tc":
			if len(row.cells) == maxColumns {
				return tooLarge(tooWide)
			}
			c, err := s.cell()
			row.cells = append(row.cells, c)
			return err
		}
		return nil
	})
	return row, err
}

func (s *story) rowProperties(row *tableRow) error {
	return s.children(func(e xml.StartElement) error {
		switch kind(e) {
		case "gridBefore":
			row.before = whole(e, "val")
		case "gridAfter":
			row.after = whole(e, "val")
		case "tblHeader":
			row.head = isOn(e)
		case "del":
			row.deleted = true
		}
		return nil
	})
}

// tableCell is a cell as the file has it.
type tableCell struct {
	span             int // columns
	across, downward merge
	cell             *layout.Cell
}

// merge is a cell's part in a rectangle of cells that are shown as one.
type merge int

const (
	mergeNone merge = iota
	mergeStart
	mergeFurther
)

func mergeOf(e xml.StartElement) merge {
	if attribute(e, "val") == "restart" {
		return mergeStart
	}
	return mergeFurther
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
