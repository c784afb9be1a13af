package xlsxread

import (
	"encoding/xml"
	"strconv"
	"strings"

	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	name, id string // id is that of the relationship
	hidden   bool
}

// name is one that the workbook gives to a place in a sheet: "$D$12".
type name struct{ name, to string }

// readWorkbook reads the list of sheets and the names that reading goes by.
func (b *book) readWorkbook() error {
	return b.ReadPart(b.main, ooxml.MaxMain, func(m *ooxml.Markup, root xml.StartElement) error {
		if kind(root) != "workbook" {
			return ErrNotXLSX
		}
		return m.Children(func(e xml.StartElement) error {
			switch kind(e) {
			case "workbookPr":
				b.from1904 = isTrue(e, "date1904")
			case "workbookProtection":
				if isTrue(e, "lockStructure") {
					b.content.Extras.Locks++
				}
			case "sheets":
				return m.Children(func(e xml.StartElement) error {
					if kind(e) != "sheet" {
						return nil
					}
					if len(b.sheets) == maxSheets {
						return ooxml.TooLarge("more than 256 sheets")
					}
					state := ooxml.Attribute(e, "state")
					b.sheets = append(b.sheets, sheetEntry{ooxml.Attribute(e, "name"), linkID(e), state == "hidden" || state == "veryHidden"})
					return nil
				})
			case "definedNames":
				return m.Children(func(e xml.StartElement) error { return b.readName(m, e) })
			}
			return nil
		})
	})
}

// linkID is the ID of the relationship of a sheet, which also has one of its own.
func linkID(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// readName keeps the names of figures, and of rows that are printed on every page.
func (b *book) readName(m *ooxml.Markup, e xml.StartElement) error {
	called := ooxml.Attribute(e, "name")
	if !strings.HasPrefix(called, layout.BookmarkPrefix) && called != printTitles {
		if !strings.HasPrefix(called, "_xlnm.") && len(b.content.Extras.Names) < mostNamed {
			b.content.Extras.Names = append(b.content.Extras.Names, called)
		}
		return nil
	}
	text, err := m.Text()
	if err != nil {
		return err
	}
	quoted := false
	cut := strings.IndexFunc(text, func(r rune) bool { // the first, for columns may stand before the rows of a title
		quoted = quoted != (r == '\'')
		return r == '!' && !quoted
	})
	if cut < 0 {
		return nil
	}
	sheet := text[:cut]
	if strings.HasPrefix(sheet, "'") && strings.HasSuffix(sheet, "'") && len(sheet) > 1 {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	b.names[sheet] = append(b.names[sheet], name{called, text[cut+1:]})
	return b.take(1, len(text))
}

const printTitles = "_xlnm.Print_Titles"

// place is a cell, counted from 0.
type place struct{ row, column int }

// Excel's own limits.
const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// parsePlace reads "D12" or "$D$12".
func parsePlace(s string) (place, bool) {
	s = strings.ReplaceAll(s, "$", "")
	column := 0
	i := 0
	for ; i < len(s) && (s[i]|0x20) >= 'a' && (s[i]|0x20) <= 'z'; i++ {
		if column = column*26 + int(s[i]|0x20-'a') + 1; column > lastColumn {
			return place{}, false
		}
	}
	row, err := strconv.Atoi(s[i:])
	if column == 0 || err != nil || row < 1 || row > lastRow {
		return place{}, false
	}
	return place{row - 1, column - 1}, true
}

func (p place) String() string { return letters(p.column) + strconv.Itoa(p.row+1) }

// letters are what Excel calls a column.
func letters(column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// area is a rectangle of cells, with its corners.
type area struct{ from, to place }

// parseArea reads "A1:E3", and "A1" as an area too.
func parseArea(s string) (area, bool) {
	from, to, found := strings.Cut(s, ":")
	first, ok := parsePlace(from)
	if !found || !ok {
		return area{first, first}, ok
	}
	last, ok := parsePlace(to)
	return area{place{min(first.row, last.row), min(first.column, last.column)}, place{max(first.row, last.row), max(first.column, last.column)}}, ok
}
