package pdf

import (
	"codeberg.org/go-pdf/fpdf"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

// pen draws placed pages into a file, and remembers what is set there: each setting is an
// operator in the file.
type pen struct {
	*fpdf.Fpdf
	family *fonts.Family
	face   *fonts.Face
	size   layout.Length
	weight layout.Length
}

// newPen has a font set from the beginning, without which fpdf would garble a bookmark.
func newPen(file *fpdf.Fpdf, family *fonts.Family, style *layout.Style) *pen {
	p := &pen{Fpdf: file, family: family}
	p.font(style)
	return p
}

func (p *pen) page(page Page) {
	p.AddPage()
	for _, line := range page.Lines {
		p.font(line.Style)
		p.Text(line.X.Points(), line.Baseline.Points(), line.Text)
	}
	for _, rule := range page.Rules {
		p.stroke(rule.Weight)
		p.Line(rule.X1.Points(), rule.Y1.Points(), rule.X2.Points(), rule.Y2.Points())
	}
	for _, mark := range page.Marks {
		p.Bookmark(mark.Text, 0, mark.Y.Points())
	}
}

// font sets the font of a style. fpdf takes in a face when it is first used, each as a
// family of its own, and embeds the letters that were drawn.
func (p *pen) font(style *layout.Style) {
	face := p.family.Face(style.Bold, style.Italic)
	if face == p.face && style.Size == p.size {
		return
	}
	p.face, p.size = face, style.Size
	p.AddUTF8FontFromBytes(face.Name, "", face.Data)
	p.SetFont(face.Name, "", style.Size.Points())
}

func (p *pen) stroke(weight layout.Length) {
	if weight != p.weight {
		p.weight = weight
		p.SetLineWidth(weight.Points())
	}
}
