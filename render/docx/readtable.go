package docx

import (
	"encoding/xml"

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
