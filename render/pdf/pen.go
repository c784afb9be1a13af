package pdf

import (
	"fmt"

	"codeberg.org/go-pdf/fpdf"

	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
)

// pen draws placed pages into a template, and remembers what is set there: each setting is
// an operator. It says of everything what it is: part of the tree, or an artifact that comes
// from breaking into pages or is mere decoration (ISO 32000-1, 14.8.2.2).
type pen struct {
	*fpdf.Tpl
	drawing *drawing
	face    int // number of the one that is set; -1 for none
	size    layout.Length
	weight  layout.Length
}

const (
	pagination = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
	decoration = "/Artifact <</Type /Layout>> BDC"
	endMarked  = "EMC"
)

func (p *pen) page(page paginate.Page) {
	p.face = -1 // a page begins without a font
	p.lines(page.Lines)
	p.blanks(page.Blanks)
	p.rules(page.Rules)
}

// lines draws text. The lines of a paragraph on a page are one piece of content.
func (p *pen) lines(lines []paginate.Line) {
	for i, line := range lines {
		switch {
		case i > 0 && follows(line, lines[i-1]):
		case line.Artifact:
			p.RawWriteStr(pagination)
		default:
			p.begin(keyOf(line))
		}
		p.font(line.Style)
		text := line.Text + line.Gap
		p.Text(line.X.Points(), line.Baseline.Points(), text)
		if i == len(lines)-1 || !follows(lines[i+1], line) {
			p.RawWriteStr(endMarked)
		}
	}
}

// keyOf is the paragraph that a line is part of.
func keyOf(l paginate.Line) paragraphKey { return paragraphKey{l.Block, l.Cell, l.Paragraph} }

// follows reports whether a line is part of the same content as the one before it.
func follows(l, previous paginate.Line) bool {
	return l.Artifact == previous.Artifact && (l.Artifact || keyOf(l) == keyOf(previous))
}

// begin says that what comes now is of a paragraph.
func (p *pen) begin(h paragraphKey) {
	kind, id := p.drawing.tree.mark(p.PageNo()-1, h)
	p.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", kind, id))
}

// blanks gives each empty cell a place, on the page that it begins on. Readers that ask a
// page for its elements, as Firefox does, would not find it otherwise, and read the cells
// after it one column too far to the left.
func (p *pen) blanks(blanks []paginate.Blank) {
	for _, blank := range blanks {
		if h := (paragraphKey{block: blank.Block, cell: blank.Cell}); !p.drawing.tree.marked(h) {
			p.begin(h)
			p.RawWriteStr(endMarked)
		}
	}
}

func (p *pen) rules(rules []paginate.Rule) {
	if len(rules) == 0 {
		return
	}
	p.RawWriteStr(decoration)
	for _, rule := range rules {
		p.stroke(rule.Weight)
		p.Line(rule.X1.Points(), rule.Y1.Points(), rule.X2.Points(), rule.Y2.Points())
	}
	p.RawWriteStr(endMarked)
}

// font sets the font of a style, by the name that the face has in the finished file.
func (p *pen) font(style *layout.Style) {
	face := indexOf(p.drawing.used, style)
	if face == p.face && style.Size == p.size {
		return
	}
	p.face, p.size = face, style.Size
	p.RawWriteStr(fmt.Sprintf("BT %v %.2f Tf ET", faceName(face), style.Size.Points()))
}

func (p *pen) stroke(weight layout.Length) {
	if weight != p.weight {
		p.weight = weight
		p.SetLineWidth(weight.Points())
	}
}
