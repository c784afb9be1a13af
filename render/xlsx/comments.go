package xlsx

import "fmt"

// Comment is a note on a cell, which shows when the cell is pointed at.
type Comment struct {
	At   Place
	Text string
}

const (
	commentsLink = officeLink + "comments"
	drawingLink  = officeLink + "vmlDrawing"
	drawingID    = "rId1"
)

// commentParts are the comments of a sheet and, for Excel asks for them, the boxes that show
// them.
func commentParts(i int, s *Sheet) []part {
	if len(s.Comments) == 0 {
		return nil
	}
	return []part{
		{fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", i+1), openXML + "officedocument.vmlDrawing", drawingLink, func(w *writer) { w.boxes(s.Comments) }},
		{fmt.Sprintf("xl/comments%d.xml", i+1), sheetXML + "comments+xml", commentsLink, func(w *writer) { w.comments(s.Comments) }},
	}
}

func (w *writer) comments(all []Comment) {
	w.open("comments", mainSpace)
	w.printf("<authors><author/></authors><commentList>")
	for _, c := range all {
		w.printf(`<comment ref="%s" authorId="0"><text>`, c.At)
		w.text(c.Text)
		w.printf("</text></comment>")
	}
	w.printf("</commentList>")
	w.close("comments")
}

// boxes are right of their cells, three columns wide and five rows high.
func (w *writer) boxes(all []Comment) {
	w.printf(`<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">`)
	w.printf(`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>`)
	w.printf(`<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`)
	for i, c := range all {
		w.printf(`<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>`, 1025+i)
		w.printf(`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d,15,%d,2,%d,15,%d,2</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
			c.At.Column+1, c.At.Row, c.At.Column+4, c.At.Row+5, c.At.Row, c.At.Column)
	}
	w.printf("</xml>")
}
