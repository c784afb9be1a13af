package pdf

import (
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
)

// pen draws the rules of placed pages into a template, and writes their text itself, for fpdf
// knows none in codes like ours. It remembers font and line width, to write no
// operator that changes nothing. All that it draws is marked: as content of a structure
// element, or as an artifact of pagination or layout (ISO 32000-1, 14.8.2.2).
type pen struct {
	*fpdf.Tpl
	doc    *layout.Document
	tree   *tree
	faces  faces
	height layout.Length // of the paper: PDF measures from the foot of a page
	style  int           // of the face that is set; -1 for none
	size   layout.Length
	weight layout.Length
	text   []byte // operators of the page
}

const (
	pagination = "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n"
	decoration = "/Artifact <</Type /Layout>> BDC"
	endMarked  = "EMC"
)

// page draws a page, and returns the operators of its text.
func (p *pen) page(page paginate.Page) []byte {
	p.style, p.text = -1, make([]byte, 0, len(p.text)+len(p.text)/4) // a page begins without a font
	p.lines(page.Lines)
	p.blanks(page.Blanks)
	p.rules(page.Rules)
	return p.text
}

// lines draws text. The lines of a paragraph on one page are one marked-content sequence, up to
// one with abbreviations.
func (p *pen) lines(lines []paginate.Line) {
	open := false // a sequence, for the lines before
	for i, line := range lines {
		var pieces []layout.Piece
		if !line.Artifact {
			pieces = p.doc.Pieces(line.Text + line.Gap)
		}
		if open && (pieces != nil || !follows(line, lines[i-1])) {
			p.end()
			open = false
		}
		p.font(line.Style)
		switch {
		case pieces != nil:
			p.abbreviated(line, pieces)
			continue
		case open:
		case line.Artifact:
			p.text = append(p.text, pagination...)
		default:
			p.begin(keyOf(line), "")
		}
		open = true
		p.place(line)
		p.show(line.Text + line.Gap)
		p.text = append(p.text, "ET\n"...)
	}
	if open {
		p.end()
	}
}

// abbreviated draws a line that has abbreviations: each is content of a Span that says what it
// stands for, the rest is the paragraph's own. All are shown by one text object, so that they
// stand where they would as one string.
func (p *pen) abbreviated(line paginate.Line, pieces []layout.Piece) {
	p.place(line)
	for _, piece := range pieces {
		p.begin(keyOf(line), piece.Long)
		p.show(piece.Text)
		p.end()
	}
	p.text = append(p.text, "ET\n"...)
}

// place begins a text object where a line begins.
func (p *pen) place(line paginate.Line) {
	b := appendNumber(append(p.text, "BT "...), line.X)
	p.text = append(appendNumber(append(b, ' '), p.height-line.Baseline), " Td "...)
}

func (p *pen) show(text string) {
	b := p.faces[p.style].appendCodes(append(p.text, '('), text)
	p.text = append(b, ") Tj "...)
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
	kind, id := p.tree.mark(p.PageNo()-1, h, expansion)
	b := append(append(p.text, '/'), kind...)
	b = strconv.AppendInt(append(b, " <</MCID "...), int64(id), 10)
	p.text = append(b, ">> BDC\n"...)
}

func (p *pen) end() { p.text = append(append(p.text, endMarked...), '\n') }

// blanks gives each empty cell an empty marked-content sequence on the page where it begins.
// Readers that collect the elements of a page, such as Firefox, leave out a cell without
// content and show those after it one column too far to the left.
func (p *pen) blanks(blanks []paginate.Blank) {
	for _, blank := range blanks {
		if h := (paragraphKey{block: blank.Block, cell: blank.Cell}); !p.tree.marked(h) {
			p.begin(h, "")
			p.end()
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

// font sets the face and size of a style.
func (p *pen) font(style *layout.Style) {
	index := styleOf(style)
	if index == p.style && style.Size == p.size {
		return
	}
	p.style, p.size = index, style.Size
	b := append(append(p.text, "BT "...), fontName(index).String()...)
	p.text = append(appendNumber(append(b, ' '), style.Size), " Tf ET\n"...)
}

func (p *pen) stroke(weight layout.Length) {
	if weight != p.weight {
		p.weight = weight
		p.SetLineWidth(weight.Points())
	}
}
