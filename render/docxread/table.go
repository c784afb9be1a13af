package docxread

import (
	"encoding/xml"
	"maps"
	"slices"
	"strings"

	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

// tableRow is a row as the file has it.
type tableRow struct {
	before, after int // columns that it leaves out at its ends
	height        int // in twips; 0 for none
	head, deleted bool
	cells         []tableCell
}

// table reads the open table into a grid, and returns the text of its cells line by line.
func (s *story) table() (lines []string, err error) {
	t := &ooxml.Table{Grid: &layout.Grid{}, Notes: map[*layout.Cell]*ooxml.Notes{}, After: len(s.content.Paragraphs), Depth: s.depth, Page: len(s.content.Extras.Pages)}
	sizes := map[int]int{}
	g := gridder{grid: t.Grid}
	s.depth++
	err = s.contents(&flow{}, func(e xml.StartElement) error {
		switch kind(e) {
		case "tblPr":
			return s.tableProperties(&g)
		case "tblGrid":
			return s.columns(&g)
		case "tr":
			row, err := s.row(t, sizes)
			if err != nil || row.deleted {
				return err
			}
			return g.add(s, row)
		}
		return nil
	})
	s.depth--
	if err != nil {
		return nil, err
	}
	if err := g.finish(s); err != nil || g.width == 0 {
		return nil, err
	}
	t.Wide, t.Heights, t.Cells, t.Size = g.wide, g.heights, g.stated, commonest(sizes)
	s.content.Tables = append(s.content.Tables, t)
	if t.Depth == 0 {
		return nil, nil
	}
	for i, row := range t.Rows {
		for j, c := range row.Cells {
			if c.Owns(i, j) {
				for _, p := range c.Paragraphs {
					if p.Text != "" {
						lines = append(lines, p.Text)
					}
				}
			}
		}
	}
	return lines, nil
}

func (s *story) tableProperties(g *gridder) error {
	return s.Children(func(e xml.StartElement) error {
		if kind(e) == "tblCaption" {
			g.grid.Title = ooxml.Attribute(e, "val")
		}
		return nil
	})
}

func (s *story) columns(g *gridder) error {
	return s.Children(func(e xml.StartElement) error {
		if kind(e) == "gridCol" && len(g.widths) < maxColumns {
			g.widths = append(g.widths, layout.Length(ooxml.Whole(e, "w")))
		}
		return nil
	})
}

func (s *story) row(t *ooxml.Table, sizes map[int]int) (tableRow, error) {
	var row tableRow
	err := s.contents(&flow{}, func(e xml.StartElement) error {
		switch kind(e) {
		case "trPr":
			return s.rowProperties(&row)
		case "tc":
			if len(row.cells) == maxColumns {
				return ooxml.TooLarge(tooWide)
			}
			c, err := s.cell(t, sizes)
			row.cells = append(row.cells, c)
			return err
		}
		return nil
	})
	return row, err
}

// commonest is the number that is counted most.
func commonest(counts map[int]int) int {
	best := 0
	for _, n := range slices.Sorted(maps.Keys(counts)) {
		if counts[n] > counts[best] {
			best = n
		}
	}
	return best
}

func (s *story) rowProperties(row *tableRow) error {
	return s.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "gridBefore":
			row.before = ooxml.Whole(e, "val")
		case "gridAfter":
			row.after = ooxml.Whole(e, "val")
		case "trHeight":
			row.height = ooxml.Whole(e, "val")
		case "tblHeader":
			row.head = ooxml.IsOn(e)
		case "del":
			row.deleted = true
			s.content.Extras.Tracked++
		case "ins":
			s.content.Extras.Tracked++
		}
		return nil
	})
}

// tableCell is a cell as the file has it.
type tableCell struct {
	span             int // columns
	across, downward merge
	cell             *layout.Cell
	fill             string // its colour; "" for none
	width            layout.Length
}

// merge is a cell's part in a rectangle of cells that are shown as one.
type merge int

const (
	mergeNone merge = iota
	mergeStart
	mergeFurther
)

func mergeOf(e xml.StartElement) merge {
	if ooxml.Attribute(e, "val") == "restart" {
		return mergeStart
	}
	return mergeFurther
}

// cell reads the open cell of a table.
func (s *story) cell(t *ooxml.Table, sizes map[int]int) (tableCell, error) {
	c := tableCell{span: 1, cell: &layout.Cell{}}
	f := flow{notes: &ooxml.Notes{}, sizes: sizes}
	if err := s.cellContent(&c, &f); err != nil {
		return c, err
	}
	if s.bytes += f.size; s.bytes > maxBytes {
		return c, ooxml.TooLarge("more than 16 MiB of text in tables")
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
	if f.struck && !f.seen && !f.white {
		f.doubt(ooxml.DoubtStruck)
	}
	if f.white && f.seen {
		f.doubt(ooxml.DoubtWhite)
	}
	f.notes.Look = lookNames(f.looks)
	if c.fill != "" {
		f.notes.Look = strings.TrimPrefix(f.notes.Look+"; fill="+c.fill, "; ")
	}
	if f.notes.Look != "" || f.notes.Number != "" || f.notes.Doubts != nil || f.notes.Boxed || f.notes.Align != "" || f.notes.Bullet != "" {
		t.Notes[c.cell] = f.notes
	}
	return c, nil
}

// cellContent reads the properties of a cell, which come first, and its blocks.
func (s *story) cellContent(c *tableCell, f *flow) error {
	return s.blocks(f, func(e xml.StartElement) error {
		if kind(e) == "tcPr" {
			return s.cellProperties(c)
		}
		return nil
	})
}

func (s *story) cellProperties(c *tableCell) error {
	return s.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "gridSpan":
			c.span = max(ooxml.Whole(e, "val"), 1)
		case "hMerge":
			c.across = mergeOf(e)
		case "vMerge":
			c.downward = mergeOf(e)
		case "tcW":
			if ooxml.Attribute(e, "type") == "dxa" {
				c.width = layout.Length(ooxml.Whole(e, "w"))
			}
		case "shd":
			if fill := ooxml.Attribute(e, "fill"); fill != "auto" && !strings.EqualFold(fill, "FFFFFF") {
				c.fill = fill
			}
		}
		return nil
	})
}
