package xlsxread

import (
	"cmp"
	"encoding/xml"
	"math"
	"strconv"

	"phuluc2b/render/ooxml"
)

// sheet is the cells of one, and how they are shown.
type sheet struct {
	cells   map[place]*cell // with something in them
	merged  []area
	rows    map[int]rowLook // of rows that say something
	columns []columnLook
	paper   ooxml.Paper
	links   int
	noughts bool // stay blank
	headers []string
	tab     string   // the colour of its tab; "" for none
	choices []string // what its cells are limited to, see Extras

	formulas, rounded []string // see Extras too
}

type rowLook struct {
	height int // in twips; 0 for none
	hidden bool
}

// columnLook is that of columns side by side.
type columnLook struct {
	first, last int
	width       float64 // in digits of the usual font
	hidden      bool
}

// readSheet reads one, and keeps what it holds. Of the sheet that carries what travels inside it
// returns the part.
func (b *book) readSheet(entry sheetEntry, links []ooxml.Link) (carrier string, err error) {
	part := ""
	for _, l := range links {
		if l.ID == entry.id && l.Kind == "worksheet" {
			part = l.Target
		}
	}
	if part == "" || !b.Has(part) {
		return "", nil // a chart or a dialog
	}
	s := &sheet{cells: map[place]*cell{}, rows: map[int]rowLook{}, paper: ooxml.Paper{Columns: 1}}
	err = b.ReadPart(part, ooxml.MaxMain, func(m *ooxml.Markup, root xml.StartElement) error {
		if kind(root) != "worksheet" {
			return ooxml.Damaged("the part is no sheet")
		}
		return m.Children(func(e xml.StartElement) error { return b.element(s, m, e) })
	})
	switch {
	case err != nil:
		return "", err
	case s.carries():
		return part, b.readCarrier(s)
	case entry.hidden:
		if len(s.cells) > 0 {
			b.content.Extras.HiddenSheets++
		}
		return "", nil
	}
	if err := b.readBeside(part); err != nil {
		return "", err
	}
	extras := &b.content.Extras
	extras.Links += s.links
	extras.Headers = append(extras.Headers, s.headers...)
	extras.Choices = append(extras.Choices, s.choices...)
	extras.Formulas = append(extras.Formulas, s.formulas...)
	extras.Rounded = append(extras.Rounded, s.rounded...)
	if s.tab != "" {
		extras.Tabs = append(extras.Tabs, s.tab)
	}
	return "", b.keep(s, entry.name)
}

// element reads one of those that make a sheet.
func (b *book) element(s *sheet, m *ooxml.Markup, e xml.StartElement) error {
	switch kind(e) {
	case "cols":
		return m.Children(func(e xml.StartElement) error {
			width, _ := strconv.ParseFloat(ooxml.Attribute(e, "width"), 64)
			c := columnLook{ooxml.Whole(e, "min") - 1, ooxml.Whole(e, "max") - 1, width, isTrue(e, "hidden")}
			if len(s.columns) < maxColumns {
				s.columns = append(s.columns, c)
			}
			return nil
		})
	case "sheetData":
		return b.sheetData(s, m)
	case "mergeCells":
		return m.Children(func(e xml.StartElement) error {
			if a, ok := parseArea(ooxml.Attribute(e, "ref")); ok && kind(e) == "mergeCell" {
				s.merged = append(s.merged, a)
				return b.take(1, 0)
			}
			return nil
		})
	case "sheetViews":
		return m.Children(func(e xml.StartElement) error {
			s.noughts = s.noughts || kind(e) == "sheetView" && isFalse(e, "showZeros")
			return nil
		})
	case "sheetPr":
		return m.Children(func(e xml.StartElement) error {
			if kind(e) == "tabColor" {
				s.tab = cmp.Or(color(e), "000000")
			}
			return nil
		})
	case "dataValidations":
		return m.Children(func(e xml.StartElement) error { return s.readChoice(m, e) })
	case "hyperlinks":
		return m.Children(func(xml.StartElement) error { s.links++; return nil })
	case "pageMargins":
		s.paper.Left, s.paper.Right = inches(e, "left"), inches(e, "right")
	case "pageSetup":
		s.setPaper(e)
	case "headerFooter":
		return m.Children(func(e xml.StartElement) error {
			text, err := m.Text()
			if text = headerText(text); text != "" && len(s.headers) < ooxml.MaxAttachments {
				s.headers = append(s.headers, text)
			}
			return err
		})
	}
	return nil
}

// sheetData reads the rows. Rows and cells that do not say where they stand follow the one
// before.
func (b *book) sheetData(s *sheet, m *ooxml.Markup) error {
	row := -1
	rows := set{}
	return m.Children(func(e xml.StartElement) error {
		if kind(e) != "row" {
			return nil
		}
		row++
		if n, err := strconv.Atoi(ooxml.Attribute(e, "r")); err == nil && n > 0 {
			row = n - 1
		}
		switch {
		case row >= lastRow:
			return ooxml.Damaged("a row below the last")
		case rows[row]:
			return ooxml.Damaged("a row that is there twice")
		}
		rows[row] = true
		height, _ := strconv.ParseFloat(ooxml.Attribute(e, "ht"), 64)
		look := rowLook{twips(height * 20), isTrue(e, "hidden")}
		column := -1
		columns := set{}
		err := m.Children(func(e xml.StartElement) error {
			if kind(e) != "c" {
				return nil
			}
			column++
			if at, ok := parsePlace(ooxml.Attribute(e, "r")); ok {
				if at.row != row {
					return ooxml.Damaged("a cell with the number of another row")
				}
				column = at.column
			}
			switch {
			case column >= lastColumn:
				return ooxml.Damaged("a cell right of the last")
			case columns[column]:
				return ooxml.Damaged("a cell that is there twice")
			}
			columns[column] = true
			c, err := b.readCell(s, m, e, place{row, column})
			if err != nil || c == nil {
				return err
			}
			s.cells[place{row, column}] = c
			return b.take(1, len(c.text))
		})
		if look != (rowLook{}) && len(s.rows) < maxPieces {
			s.rows[row] = look
		}
		return err
	})
}

func isTrue(e xml.StartElement, name string) bool {
	v := ooxml.Attribute(e, name)
	return v == "1" || v == "true" || v == "on"
}

func isFalse(e xml.StartElement, name string) bool {
	return ooxml.Attribute(e, name) != "" && !isTrue(e, name)
}

// twips is a length that a file states, in whole twips and within reason.
func twips(l float64) int {
	if !(l > 0) { // also what is no number
		return 0
	}
	return int(math.Min(l, 1_000_000) + 0.5)
}
