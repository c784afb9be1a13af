package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"phuluc2b/render/layout"
)

// sheet writes one, in the order of elements that the format asks for.
func (w *writer) sheet(s *Sheet, first bool) {
	w.open("worksheet", mainSpace, linkSpace)
	if s.Paper != nil && !s.Wide {
		w.printf(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	}
	w.view(s, first)
	w.printf(`<sheetFormatPr defaultRowHeight="15.75"/>`)
	if len(s.Columns) > 0 {
		w.printf("<cols>")
		for i, c := range s.Columns {
			w.printf(`<col min="%d" max="%d" width="%s" customWidth="1"/>`, i+1, i+1, width(c))
		}
		w.printf("</cols>")
	}
	w.printf("<sheetData>")
	for i, row := range s.Rows {
		w.row(i, row)
	}
	w.printf("</sheetData>")
	if s.Locked {
		w.printf(`<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>`)
	}
	w.list("mergeCells", len(s.Merged), func(i int) { w.printf(`<mergeCell ref="%s"/>`, s.Merged[i]) })
	for i, a := range s.Alarms {
		w.alarm(i, a)
	}
	w.list("dataValidations", len(s.Choices), func(i int) { w.choice(s.Choices[i]) })
	if s.Paper != nil {
		w.paper(*s.Paper, s.Wide)
	}
	if len(s.Comments) > 0 {
		w.printf(`<legacyDrawing r:id="%s"/>`, drawingID)
	}
	w.close("worksheet")
}

// view keeps the frozen rows and columns in sight, and puts the cursor on the first cell below.
func (w *writer) view(s *Sheet, first bool) {
	selected := ""
	if first {
		selected = ` tabSelected="1"`
	}
	w.printf(`<sheetViews><sheetView%s workbookViewId="0">`, selected)
	if s.Frozen != (Place{}) {
		pane, split := "bottomLeft", ""
		if s.Frozen.Column > 0 {
			pane, split = "bottomRight", fmt.Sprintf(` xSplit="%d"`, s.Frozen.Column)
		}
		w.printf(`<pane%s ySplit="%d" topLeftCell="%s" activePane="%s" state="frozen"/>`, split, s.Frozen.Row, s.Frozen, pane)
		w.printf(`<selection pane="%s" activeCell="%s" sqref="%s"/>`, pane, s.Frozen, s.Frozen)
	}
	w.printf(`</sheetView></sheetViews>`)
}

// tallest is what Excel takes for the height of a row.
const tallest = 409 * layout.Point

func (w *writer) row(i int, row Row) {
	height := ""
	if row.Height > 0 {
		whole := (min(row.Height, tallest) + pixel - 1) / pixel * pixel
		height = fmt.Sprintf(` ht="%s"`, strconv.FormatFloat(whole.Points(), 'f', -1, 64))
	}
	if row.Kept {
		height += ` customHeight="1"`
	}
	w.printf(`<row r="%d"%s>`, i+1, height)
	for column, c := range row.Cells {
		at, style := Place{i, column}, w.styles.of(c.Style)
		switch {
		case c.Number != "":
			w.printf(`<c r="%s" s="%d"><v>%s</v></c>`, at, style, c.Number)
		case len(c.Text) > 0:
			w.printf(`<c r="%s" s="%d" t="s"><v>%d</v></c>`, at, style, w.strings.of(c))
		default:
			w.printf(`<c r="%s" s="%d"/>`, at, style)
		}
	}
	w.printf("</row>")
}

func (w *writer) alarm(i int, a Alarm) {
	var cells []string
	for _, c := range a.Cells {
		cells = append(cells, c.String())
	}
	w.printf(`<conditionalFormatting sqref="%s"><cfRule type="expression" dxfId="0" priority="%d"><formula>%s</formula></cfRule></conditionalFormatting>`,
		strings.Join(cells, " "), i+1, escaped(a.Formula))
}

func (w *writer) choice(c Choice) {
	w.printf(`<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Mã số" error="%s" sqref="%s"><formula1>"%s"</formula1></dataValidation>`,
		escaped("Chọn một trong các mã: "+shortened(c.joined("; "))), c.At, c.joined(","))
}

// joined is the list with a sign between two.
func (c Choice) joined(between string) string {
	var list []string
	for _, n := range c.List {
		list = append(list, strconv.Itoa(n))
	}
	return strings.Join(list, between)
}

// longestMessage is how many letters a message of Excel has at most.
const longestMessage = 200

func shortened(text string) string {
	if len(text) > longestMessage {
		return text[:longestMessage] + "…"
	}
	return text
}

// paper writes the page: unless it is wide, all columns are on one, and as many pages as it takes.
func (w *writer) paper(p layout.Page, wide bool) {
	inches := func(l layout.Length) string { return strconv.FormatFloat(l.Points()/72, 'f', 4, 64) }
	orientation := "portrait"
	if p.Width > p.Height {
		orientation = "landscape"
	}
	w.printf(`<pageMargins left="%s" right="%s" top="%s" bottom="%s" header="%s" footer="%s"/>`,
		inches(p.Left), inches(p.Right), inches(p.Top), inches(p.Bottom), inches(p.Header), inches(p.Header))
	fit := ` fitToWidth="1" fitToHeight="0"`
	if wide {
		fit = ` pageOrder="overThenDown"`
	}
	w.printf(`<pageSetup paperSize="9"%s orientation="%s"/>`, fit, orientation)
	mark := ""
	if p.Mark != "" {
		mark = "&L" + pageFont(*p.MarkStyle) + strings.ReplaceAll(p.Mark, "&", "&&")
	}
	w.printf(`<headerFooter differentFirst="1"><oddHeader>%s</oddHeader><firstHeader>%s</firstHeader></headerFooter>`,
		escaped(mark+"&C"+pageFont(*p.Number)+"&P"), escaped(mark))
}

// pageFont is the font of what stands in the margin, as its codes say it.
func pageFont(s layout.Style) string {
	weight := "Regular"
	if s.Bold {
		weight = "Bold"
	}
	return fmt.Sprintf(`&"%s,%s"&%d`, layout.Typeface, weight, s.Size/layout.Point)
}
