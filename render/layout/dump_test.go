package layout

import (
	"fmt"
	"io"
	"strings"
)

// Dump writes a document as plain text, for goldens that a person can read: a line for each
// block and each row. In a row, "<" and "^" are positions covered from the left and from
// above, "⏎" parts the paragraphs of a cell, and the signs before the bar say H head,
// K stays with the next row, B in the outline. A cell in bold begins with "*", one that stands
// at the right with "»", one that names its rows with "!", a heading of the document with "#".
func Dump(w io.Writer, doc *Document) error {
	p := doc.Page
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\nauthor: %s\nsubject: %s\nlanguage: %s\ndate: %s\n",
		doc.Meta.Title, doc.Meta.Author, doc.Meta.Subject, doc.Meta.Language, doc.Meta.Date.Format("2006-01-02"))
	fmt.Fprintf(&b, "page: %d × %d, margins %d %d %d %d, number in %s at %d%s\n",
		p.Width, p.Height, p.Top, p.Right, p.Bottom, p.Left, p.Number.ID, p.Header, when(p.Mark != "", ", mark "+p.Mark))
	for _, s := range doc.Styles {
		fmt.Fprintf(&b, "style %s: %g points%s%s%s, before %d, after %d, heading %d%s\n", s.ID, s.Size.Points(),
			when(s.Bold, " bold"), when(s.Italic, " italic"), when(s.Align == Centre, " centred")+when(s.Align == Right, " right"), s.Before, s.After, s.Heading, when(s.Joins, ", joins"))
	}
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case Paragraph:
			fmt.Fprintf(&b, "%s: %s\n", block.Style.ID, block.Text)
		case Rule:
			fmt.Fprintf(&b, "rule: %d long, %d thick, before %d, after %d\n", block.Width, block.Weight, block.Before, block.After)
		case *Grid:
			dumpGrid(&b, block)
		}
	}
	for _, a := range doc.Abbreviations {
		fmt.Fprintf(&b, "abbreviation: %s, %s\n", a.Short, a.Long)
	}
	for _, a := range doc.Attachments {
		fmt.Fprintf(&b, "attachment: %s, %s, %s\n", a.Name, a.Type, a.Description)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// when is s, or nothing.
func when(set bool, s string) string {
	if set {
		return s
	}
	return ""
}

func dumpGrid(b *strings.Builder, g *Grid) {
	fmt.Fprintf(b, "grid: columns %v, border %d, padding %d%s\n", g.Columns, g.Border, g.Padding, when(g.HeadOnce, ", head once"))
	fmt.Fprintf(b, "grid: %s: %s\n", g.Title, g.Summary)
	for i, row := range g.Rows {
		fmt.Fprintf(b, "%-3s", when(i < g.Head, "H")+when(row.KeepNext, "K")+when(row.Bookmark != "", "B"))
		if row.MinHeight > 0 {
			fmt.Fprintf(b, "least %d ", row.MinHeight)
		}
		for j, c := range row.Cells {
			b.WriteString("| ")
			switch {
			case c.Owns(i, j):
				text := strings.ReplaceAll(c.Text(), "\n", "⏎")
				fmt.Fprintf(b, "%s%s ", when(c.Header, "!")+when(c.Paragraphs[0].Style.Heading > 0, "#")+when(c.Paragraphs[0].Style.Bold && text != "", "*")+when(c.Paragraphs[0].Style.Align == Right && text != "", "»"), text)
			case c.Row < i:
				b.WriteString("^ ")
			default:
				b.WriteString("< ")
			}
		}
		b.WriteString("\n")
	}
}
