package docx

import (
	"bytes"
	"encoding/xml"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// shape is all values that the properties of an element depend on.
type shape interface {
	comparable
	element() (name string, empty xml.Marshaler) // with its properties
}

// mostShapes is the most shapes of one kind that are kept; an annex has a dozen.
const mostShapes = 256

// begin writes the start tag of an element of that shape, and its properties.
func begin[S shape](w *rowWriter, known map[S][]byte, s S) {
	start, ok := known[s]
	if !ok {
		if len(known) == mostShapes {
			clear(known)
		}
		start = w.start(s.element())
		known[s] = start
	}
	w.Write(start)
}

// start is an element without its end tag.
func (w *rowWriter) start(name string, empty xml.Marshaler) []byte {
	var b bytes.Buffer
	if err := w.encoders.marshalAs(&b, name, empty); err != nil && w.err == nil {
		w.err = err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("</"+name+">"))
}

type rowShape struct {
	least layout.Length
	head  bool
}

func shapeOfRow(g *layout.Grid, r int) rowShape {
	return rowShape{g.Rows[r].MinHeight, r < g.Head && !g.HeadOnce}
}

func (s rowShape) element() (string, xml.Marshaler) {
	properties := &wml.CT_TrPr{CantSplit: []*wml.CT_OnOff{on()}}
	if s.least > 0 {
		properties.TrHeight = []*wml.CT_Height{{ValAttr: twips(s.least), HRuleAttr: wml.ST_HeightRuleAtLeast}}
	}
	if s.head {
		properties.TblHeader = []*wml.CT_OnOff{on()}
	}
	return "w:tr", &wml.CT_Row{TrPr: properties}
}

type cellShape struct {
	width  layout.Length
	span   int
	merged wml.ST_Merge // with the rows above or below it
}

// shapeOfCell is that of a cell in one of its rows.
func shapeOfCell(g *layout.Grid, c *layout.Cell, r int) cellShape {
	s := cellShape{width: g.Width(c) + 2*g.Padding, span: c.ColumnSpan}
	switch {
	case c.RowSpan > 1 && r == c.Row:
		s.merged = wml.ST_MergeRestart
	case c.RowSpan > 1:
		s.merged = wml.ST_MergeContinue
	}
	return s
}

func (s cellShape) element() (string, xml.Marshaler) {
	properties := &wml.CT_TcPr{
		TcW:    tableWidth(s.width),
		VAlign: &wml.CT_VerticalJc{ValAttr: wml.ST_VerticalJcCenter},
	}
	if s.span > 1 {
		properties.GridSpan = number(s.span)
	}
	if s.merged != wml.ST_MergeUnset {
		properties.VMerge = &wml.CT_VMerge{ValAttr: s.merged}
	}
	return "w:tc", &wml.CT_Tc{TcPr: properties}
}

type paragraphShape struct {
	styleID  string // "": none
	keepNext bool   // a property of its row, which the format has for paragraphs only
}

func shapeOfParagraph(p layout.Paragraph, keepNext bool) paragraphShape {
	s := paragraphShape{keepNext: keepNext}
	if p.Style != nil {
		s.styleID = p.Style.ID
	}
	return s
}

func (s paragraphShape) element() (string, xml.Marshaler) {
	properties := wml.NewCT_PPr()
	if s.styleID != "" {
		properties.PStyle = text(s.styleID)
	}
	if s.keepNext {
		properties.KeepNext = on()
	}
	return "w:p", &wml.CT_P{PPr: properties}
}
