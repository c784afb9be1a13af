// Package html describes a laid-out document to a page that draws it and is typed into: the
// same texts, lines, widths and styles, in points, with the row and role of each cell. It
// imports render/layout and fonts.
package html

import (
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

// Document is a document without pages. All lengths are points.
type Document struct {
	Width   float64   `json:"width"` // of the paper
	Height  float64   `json:"height"`
	Top     float64   `json:"top"` // margins
	Right   float64   `json:"right"`
	Bottom  float64   `json:"bottom"`
	Left    float64   `json:"left"`
	Styles  []Style   `json:"styles"`
	Heading []Element `json:"heading"` // above the table
	Table   *Table    `json:"table"`
}

// Style is how a paragraph looks.
type Style struct {
	ID         string  `json:"id"`
	Size       float64 `json:"size"`
	LineHeight float64 `json:"lineHeight"`
	Bold       bool    `json:"bold"`
	Italic     bool    `json:"italic"`
	Align      string  `json:"align"` // "left", "center", "right"
	Before     float64 `json:"before"`
	After      float64 `json:"after"`
}

// Element is a paragraph, or a rule when it has a weight.
type Element struct {
	Style  string   `json:"style,omitempty"`
	Lines  []string `json:"lines,omitempty"` // as they are broken, each with the spaces behind it
	Width  float64  `json:"width,omitempty"`
	Weight float64  `json:"weight,omitempty"`
	Before float64  `json:"before,omitempty"`
	After  float64  `json:"after,omitempty"`
}

// Table is the grid.
type Table struct {
	Title   string    `json:"title"`
	Columns []float64 `json:"columns"`
	Head    int       `json:"head"`
	Border  float64   `json:"border"`
	Padding float64   `json:"padding"`
	Rows    []Row     `json:"rows"`
}

// Row has the cells that begin in it.
type Row struct {
	ID        string  `json:"id,omitempty"` // of the form's row; "" in the head
	MinHeight float64 `json:"minHeight,omitempty"`
	Section   bool    `json:"section,omitempty"`
	Cells     []Cell  `json:"cells"`
}

// Cell is one cell.
type Cell struct {
	Role       string    `json:"role,omitempty"` // which datum of its row it shows; "" in the head
	Column     int       `json:"column"`
	RowSpan    int       `json:"rowSpan"`
	ColumnSpan int       `json:"columnSpan"`
	Paragraphs []Element `json:"paragraphs"`
}

// Describe describes a document set in a family.
func Describe(doc *layout.Document, family *fonts.Family) *Document {
	page := doc.Page
	d := &Document{
		Width: page.Width.Points(), Height: page.Height.Points(), Top: page.Top.Points(), Right: page.Right.Points(), Bottom: page.Bottom.Points(), Left: page.Left.Points(),
	}
	for _, s := range doc.Styles {
		d.Styles = append(d.Styles, Style{
			ID: s.ID, Size: s.Size.Points(), LineHeight: s.LineHeight(family).Points(), Bold: s.Bold, Italic: s.Italic,
			Align: s.Align.String(), Before: s.Before.Points(), After: s.After.Points(),
		})
	}
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case layout.Paragraph:
			d.Heading = append(d.Heading, paragraph(b, family, page.TextWidth()))
		case layout.Rule:
			d.Heading = append(d.Heading, Element{Width: b.Width.Points(), Weight: b.Weight.Points(), Before: b.Before.Points(), After: b.After.Points()})
		case *layout.Grid:
			d.Table = table(b, family)
		}
	}
	return d
}

func table(g *layout.Grid, family *fonts.Family) *Table {
	t := &Table{Title: g.Title, Head: g.Head, Border: g.Border.Points(), Padding: g.Padding.Points()}
	for _, w := range g.Columns {
		t.Columns = append(t.Columns, w.Points())
	}
	for i, row := range g.Rows {
		r := Row{MinHeight: row.MinHeight.Points(), Section: row.Bookmark != ""}
		for j, c := range row.Cells {
			if !c.Owns(i, j) {
				continue
			}
			cell := Cell{Column: j, RowSpan: c.RowSpan, ColumnSpan: c.ColumnSpan}
			if id, role, ok := strings.Cut(c.Source, "/"); ok {
				r.ID, cell.Role = id, role
			}
			for _, p := range c.Paragraphs {
				cell.Paragraphs = append(cell.Paragraphs, paragraph(p, family, g.Width(c)))
			}
			r.Cells = append(r.Cells, cell)
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// paragraph is a paragraph with its lines. All of its text is in them.
func paragraph(p layout.Paragraph, family *fonts.Family, width layout.Length) Element {
	e := Element{Style: p.Style.ID}
	rest := p.Text
	for _, line := range p.Lines(family, width) {
		text := rest[len(line):]
		gap := text[:len(text)-len(strings.TrimLeft(text, " "))]
		e.Lines = append(e.Lines, line+gap)
		rest = text[len(gap):]
	}
	return e
}
