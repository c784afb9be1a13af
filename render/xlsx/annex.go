package xlsx

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

// Writer writes documents set in a family. Goroutines may share it.
type Writer struct{ family *fonts.Family }

// NewWriter is a Writer for documents set in a family, which measures their lines.
func NewWriter(family *fonts.Family) *Writer { return &Writer{family} }

// Write writes a document as a sheet to fill in.
func (w *Writer) Write(file io.Writer, doc *layout.Document) error {
	s := &Sheet{Name: sheetName(doc), Paper: &doc.Page}
	a := annexSheet{Sheet: s, family: w.family, page: doc.Page}
	for _, block := range doc.Blocks {
		if g, ok := block.(*layout.Grid); ok {
			s.Columns = g.Columns
		}
	}
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case layout.Paragraph:
			a.paragraph(b)
		case layout.Rule:
			a.blank(b.Before + b.Weight + b.After)
		case *layout.Grid:
			a.grid(b)
		}
	}
	book := Book{Meta: doc.Meta, Status: doc.Page.Mark, Sheets: []*Sheet{s}, Attachments: doc.Attachments, Digest: doc.Digest}
	return book.Write(file)
}

// sheetName is the label of the annex.
func sheetName(doc *layout.Document) string {
	for _, block := range doc.Blocks {
		if p, ok := block.(layout.Paragraph); ok {
			return cmp.Or(SheetName(p.Text), "Phụ lục")
		}
	}
	return "Phụ lục"
}

// annexSheet is a sheet under construction.
type annexSheet struct {
	*Sheet
	family *fonts.Family
	page   layout.Page
	last   *layout.Style // of the paragraph above
}

// Excel sets lines further apart than the layout, and text in merged cells a little narrower.
const (
	linePitch = 1.25
	cellEdges = 4 * layout.Point
)

// height is the room that Excel takes for paragraphs between edges so far apart.
func (a *annexSheet) height(paragraphs []layout.Paragraph, width layout.Length) layout.Length {
	height := 3 * layout.Point
	for _, p := range paragraphs {
		height += layout.Length(float64(len(p.Lines(a.family, width))) * float64(p.Style.Size) * linePitch)
	}
	return height
}

// across adds a row that is one cell.
func (a *annexSheet) across(height layout.Length, c Cell) {
	row := len(a.Rows)
	cells := make([]Cell, len(a.Columns))
	cells[0] = c
	for i := range cells {
		cells[i].Style = c.Style
	}
	a.Rows = append(a.Rows, Row{Height: height, Kept: len(cells) > 1, Cells: cells})
	if len(cells) > 1 {
		a.Merged = append(a.Merged, Range{Place{row, 0}, Place{row, len(cells) - 1}})
	}
}

func (a *annexSheet) paragraph(p layout.Paragraph) {
	height := a.height([]layout.Paragraph{p}, a.page.TextWidth()-cellEdges)
	style := styleOf(p.Style)
	style.Open = true // what names the report and its period is typed in too
	a.across(height+p.Style.Above(a.last)+p.Style.After, Cell{Text: Words(p.Text), Style: style})
	a.last = p.Style
}

// blank is the room of a rule, which a sheet has no line for.
func (a *annexSheet) blank(height layout.Length) {
	a.across(height, Cell{})
	a.last = nil
}

// grid adds the table. Where it is filled in, the rest is locked.
func (a *annexSheet) grid(g *layout.Grid) {
	first := len(a.Rows)
	a.Frozen = Place{Row: first + g.Head}
	if !g.HeadOnce {
		a.Repeat = Lines{first, first + g.Head}
	}
	for r, row := range g.Rows {
		cells := make([]Cell, len(row.Cells))
		for column, c := range row.Cells {
			cells[column].Style = styleOf(c.Paragraphs[0].Style)
			if c.Owns(r, column) {
				a.cell(&cells[column], c, Place{first + r, column})
			}
			cells[column].Style.Bordered = true
		}
		a.Rows = append(a.Rows, Row{Cells: cells})
	}
	a.heights(g, first)
	for _, r := range g.Relations {
		a.relation(r, first)
	}
}

// cell fills a cell of the table.
func (a *annexSheet) cell(to *Cell, c *layout.Cell, at Place) {
	to.Text = runs(c.Paragraphs)
	if c.RowSpan+c.ColumnSpan > 2 {
		a.Merged = append(a.Merged, Range{at, Place{at.Row + c.RowSpan - 1, at.Column + c.ColumnSpan - 1}})
	}
	if c.Bookmark != "" {
		a.Names = append(a.Names, Name{c.Bookmark, at})
	}
	if c.Entry == nil {
		return
	}
	a.Locked, to.Style.Open = true, true
	switch number, format, ok := asNumber(c.Text()); {
	case c.Entry.Words || !ok && !c.Empty():
		to.Style.Format = wordFormat
	case ok:
		to.Text, to.Number, to.Style.Format = nil, number, format
	}
	if choice := (Choice{at, c.Entry.Codes}); len(choice.List) > 0 && len(choice.List) <= mostChoices && len(choice.joined(",")) <= longestList {
		a.Choices = append(a.Choices, choice)
	}
}

// A list for cells: how many codes people leaf through, and how many letters Excel takes; it
// refuses the whole file of a longer one.
const (
	mostChoices = 60
	longestList = 255
)

// heights makes each row as high as its cells; one over several rows makes the last of them
// higher. Those rows keep their heights unless a line each is room enough.
func (a *annexSheet) heights(g *layout.Grid, first int) {
	for r, row := range g.Rows {
		height := row.MinHeight
		for column, c := range row.Cells {
			if c.Column != column || c.Row+c.RowSpan-1 != r {
				continue
			}
			rows := a.Rows[first+c.Row : first+r+1]
			needed := a.height(c.Paragraphs, g.Width(c))
			for i := range rows {
				rows[i].Kept = rows[i].Kept || c.ColumnSpan > 1 || len(rows) > 1 && needed > layout.Length(len(rows))*oneLine
			}
			for _, above := range rows[:len(rows)-1] {
				needed -= above.Height
			}
			height = max(height, needed)
		}
		a.Rows[first+r].Height = height
	}
}

// oneLine is the least that a program makes of a row with a line of text.
const oneLine = 15 * layout.Point

// relation watches a rule while figures are typed.
func (a *annexSheet) relation(r layout.Relation, first int) {
	var cells []Place
	var all []string
	side := func(of []*layout.Cell) string {
		var places []string
		for _, c := range of {
			at := Place{first + c.Row, c.Column}
			cells, all, places = append(cells, at), append(all, at.fixed()), append(places, at.fixed())
		}
		return strings.Join(places, "+")
	}
	left, right, sign := side(r.Left), cmp.Or(side(r.Right), r.Limit), ">"
	if r.Equal {
		sign = "<>"
	}
	if len(cells) > mostSummed {
		return
	}
	a.Alarms = append(a.Alarms, Alarm{cells, fmt.Sprintf("AND(COUNT(%s)=%d,%s%s%s)", strings.Join(all, ","), len(all), left, sign, right)})
}

// mostSummed is how many cells Excel takes in one formula.
const mostSummed = 200

func styleOf(s *layout.Style) Style {
	return Style{Size: s.Size, Bold: s.Bold, Italic: s.Italic, Align: s.Align}
}

// runs is the text of a cell, a line for each paragraph.
func runs(paragraphs []layout.Paragraph) []Run {
	mixed, text := false, ""
	var all []Run
	for i, p := range paragraphs {
		line := p.Text
		if i > 0 {
			line = "\n" + line
		}
		style := styleOf(p.Style)
		text += line
		all = append(all, Run{line, &style})
		mixed = mixed || style.font() != styleOf(paragraphs[0].Style).font()
	}
	if !mixed {
		return Words(text)
	}
	return all
}
