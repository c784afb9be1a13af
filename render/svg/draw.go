// Package svg draws placed pages: each line of text where the PDF has it. It imports
// render/layout, render/paginate and fonts.
package svg

import (
	"encoding/xml"
	"fmt"
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
)

// FontFamily names the faces in which the text was measured, then what is like them.
const FontFamily = "'Phu luc 2B', 'Liberation Serif', 'Times New Roman', serif"

// Page is one page and the rows that are on it, from the top down.
type Page struct {
	Image string // an SVG element; its unit is the point
	Rows  []Row
}

// Row is where a row of the form begins on a page.
type Row struct {
	ID  string
	Top float64
}

// Draw draws pages on paper, set in a family.
func Draw(paper layout.Page, pages []paginate.Page, family *fonts.Family) []Page {
	var all []Page
	for i, page := range pages {
		var b strings.Builder
		fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" role="img" aria-label="Trang %d" font-family="%s">`,
			points(paper.Width), points(paper.Height), i+1, FontFamily)
		p := Page{}
		for _, line := range page.Lines {
			text(&b, line, family)
			p.note(line)
		}
		for _, r := range page.Rules {
			fmt.Fprintf(&b, `<path d="M%s %sL%s %s" stroke="currentColor" stroke-width="%s"/>`, points(r.X1), points(r.Y1), points(r.X2), points(r.Y2), points(r.Weight))
		}
		b.WriteString("</svg>")
		p.Image = b.String()
		all = append(all, p)
	}
	return all
}

// text draws a line as wide as it was measured, whatever face the reader has.
func text(b *strings.Builder, line paginate.Line, family *fonts.Family) {
	style := line.Style
	face := family.Face(style.Bold, style.Italic)
	width := float64(face.Width(line.Text)) * style.Size.Points() / float64(face.Em)
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s" textLength="%.2f" fill="currentColor" xml:space="preserve"`, points(line.X), points(line.Baseline), points(style.Size), width)
	if style.Bold {
		b.WriteString(` font-weight="bold"`)
	}
	if style.Italic {
		b.WriteString(` font-style="italic"`)
	}
	b.WriteString(">")
	_ = xml.EscapeText(b, []byte(line.Text)) // a strings.Builder takes everything
	b.WriteString("</text>")
}

// note remembers where a row begins: at the first of its lines.
func (p *Page) note(line paginate.Line) {
	if line.Cell == nil || line.Artifact {
		return
	}
	id, _, ok := strings.Cut(line.Cell.Source, "/")
	if !ok || len(p.Rows) > 0 && p.Rows[len(p.Rows)-1].ID == id {
		return
	}
	p.Rows = append(p.Rows, Row{id, line.Baseline.Points() - line.Style.Size.Points()})
}

// points is a length as SVG writes it.
func points(l layout.Length) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", l.Points()), "0"), ".")
}
