package pdf

import (
	"fmt"
	"slices"

	"codeberg.org/go-pdf/fpdf"

	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
)

// pen draws placed pages into a template. It remembers font and line width, to write no
// operator that changes nothing. All that it draws is marked: as content of a structure
// element, or as an artifact of pagination or layout (ISO 32000-1, 14.8.2.2).
type pen struct {
	*fpdf.Tpl
	doc     *layout.Document
	drawing *drawing
	face    int // index of the one that is set; -1 for none
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

// lines draws text. The lines of a paragraph on one page are one marked-content sequence, up to
// one with abbreviations.
func (p *pen) lines(lines []paginate.Line) {
	open := false // a sequence, for the lines before
	for i, line := range lines {
		text := line.Text + line.Gap
		pieces := p.doc.Pieces(text)
		short := !line.Artifact && slices.ContainsFunc(pieces, func(piece layout.Piece) bool { return piece.Long != "" })
		if open && (short || !follows(line, lines[i-1])) {
			p.RawWriteStr(endMarked)
			open = false
		}
		p.font(line.Style)
		if short {
			p.abbreviated(line, pieces)
			continue
		}
		switch {
		case open:
		case line.Artifact:
			p.RawWriteStr(pagination)
		default:
			p.begin(keyOf(line), "")
		}
		open = true
		p.Text(line.X.Points(), line.Baseline.Points(), text)
	}
	if open {
		p.RawWriteStr(endMarked)
	}
}

// keyOf is the paragraph that a line is part of.
func keyOf(l paginate.Line) paragraphKey { return paragraphKey{l.Block, l.Cell, l.Paragraph} }

// follows reports whether a line is part of the same content as the one before it.
func follows(l, previous paginate.Line) bool {
	return l.Artifact == previous.Artifact && (l.Artifact || keyOf(l) == keyOf(previous))
}

// begin opens a marked-content sequence of a paragraph, or of an abbreviation in it, with what
// that stands for.
func (p *pen) begin(h paragraphKey, expansion string) {
	kind, id := p.drawing.tree.mark(p.PageNo()-1, h, expansion)
	p.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", kind, id))
}

// blanks gives each empty cell an empty marked-content sequence on the page where it begins.
// Readers that collect the elements of a page, such as Firefox, leave out a cell without
// content and show those after it one column too far to the left.
func (p *pen) blanks(blanks []paginate.Blank) {
	for _, blank := range blanks {
		if h := (paragraphKey{block: blank.Block, cell: blank.Cell}); !p.drawing.tree.marked(h) {
			p.begin(h, "")
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

// font sets the face and size of a style, by the resource name of the face.
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
