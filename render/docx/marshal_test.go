package docx

import (
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// The main part is, byte by byte, what the library makes of it with its rows.
func TestRowsAreMarshalled(t *testing.T) {
	t.Parallel()
	two := rendertest.Small()
	two.Blocks = append(two.Blocks, rendertest.Small().Blocks...)
	docs := []*layout.Document{rendertest.Small(), rendertest.SmallDraft(), two}
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		docs = append(docs, randomAnnex(random))
	}
	for i, doc := range docs {
		t.Run(fmt.Sprint("document ", i), func(t *testing.T) {
			t.Parallel()
			_, contents := rendertest.Unzip(t, write(t, doc))
			want, err := xml.Marshal(marshalled(doc))
			if err != nil {
				t.Fatal(err)
			}
			if got := contents["word/document.xml"]; got != xml.Header+string(want) {
				t.Errorf("document %d:\n%s\nwant\n%s", i, got, want)
			}
		})
	}
}

// randomAnnex has a table of any shape, and texts that have to be escaped.
func randomAnnex(random *rand.Rand) *layout.Document {
	doc := rendertest.Small()
	g := doc.Blocks[4].(*layout.Grid)
	g.Title, g.Head = randomText(random), random.IntN(3)
	g.Rows = make([]layout.Row, 2+random.IntN(10))
	for r := range g.Rows {
		g.Rows[r] = layout.Row{
			Cells:     make([]*layout.Cell, len(g.Columns)),
			MinHeight: layout.Length(random.IntN(3) * 100),
			KeepNext:  random.IntN(2) == 0,
		}
	}
	for r, row := range g.Rows {
		for column, owner := range row.Cells {
			if owner == nil {
				cover(g, randomCell(random, g, r, column, doc.Styles))
			}
		}
	}
	return doc
}

// randomCell is the owner of a free position.
func randomCell(random *rand.Rand, g *layout.Grid, r, column int, styles []*layout.Style) *layout.Cell {
	c := &layout.Cell{Row: r, Column: column, RowSpan: 1 + random.IntN(min(3, len(g.Rows)-r)), ColumnSpan: 1}
	for end := column + 1; end < len(g.Columns) && g.Rows[r].Cells[end] == nil && random.IntN(3) == 0; end++ {
		c.ColumnSpan++
	}
	for range 1 + random.IntN(2) {
		c.Paragraphs = append(c.Paragraphs, layout.Paragraph{Style: styles[random.IntN(len(styles))], Text: randomText(random)})
	}
	c.Bookmark = []string{"", "r_x", "r_1_2"}[random.IntN(3)]
	return c
}

func cover(g *layout.Grid, c *layout.Cell) {
	for _, row := range g.Rows[c.Row : c.Row+c.RowSpan] {
		for column := range c.ColumnSpan {
			row.Cells[c.Column+column] = c
		}
	}
}

func randomText(random *rand.Rand) string {
	letters := []rune("aB1 .<>&'\"\t\n\r\x00\x1fđỘo\u0302\ufffe\U0001F600")
	text := ""
	for range random.IntN(8) {
		text += string(letters[random.IntN(len(letters))])
	}
	return text + []string{"", "", "\xff", "</w:tbl>", "]]>"}[random.IntN(5)]
}

// marshalled is the main part with its rows, all of it in the library's own types.
func marshalled(doc *layout.Document) *wml.Document {
	written, bookmarks := document(doc), 0
	var grids []*layout.Grid
	for _, block := range doc.Blocks {
		if g, ok := block.(*layout.Grid); ok {
			grids = append(grids, g)
		}
	}
	for _, content := range written.Body.EG_BlockLevelElts {
		for _, table := range content.EG_ContentBlockContent[0].Tbl {
			for r := range grids[0].Rows {
				row := &wml.EG_ContentRowContent{Tr: []*wml.CT_Row{marshalledRow(grids[0], r, &bookmarks)}}
				table.EG_ContentRowContent = append(table.EG_ContentRowContent, row)
			}
			grids = grids[1:]
		}
	}
	return written
}

func marshalledRow(g *layout.Grid, r int, bookmarks *int) *wml.CT_Row {
	properties := &wml.CT_TrPr{CantSplit: []*wml.CT_OnOff{on()}}
	if height := g.Rows[r].MinHeight; height > 0 {
		properties.TrHeight = []*wml.CT_Height{{ValAttr: twips(height), HRuleAttr: wml.ST_HeightRuleAtLeast}}
	}
	if r < g.Head {
		properties.TblHeader = []*wml.CT_OnOff{on()}
	}
	row := &wml.CT_Row{TrPr: properties}
	for column := 0; column < len(g.Columns); {
		c := g.Rows[r].Cells[column]
		content := &wml.EG_ContentCellContent{Tc: []*wml.CT_Tc{marshalledCell(g, c, r, bookmarks)}}
		row.EG_ContentCellContent = append(row.EG_ContentCellContent, content)
		column += c.ColumnSpan
	}
	return row
}

func marshalledCell(g *layout.Grid, c *layout.Cell, r int, bookmarks *int) *wml.CT_Tc {
	properties := &wml.CT_TcPr{
		TcW:    tableWidth(g.Width(c) + 2*g.Padding),
		VAlign: &wml.CT_VerticalJc{ValAttr: wml.ST_VerticalJcCenter},
	}
	if c.ColumnSpan > 1 {
		properties.GridSpan = number(c.ColumnSpan)
	}
	if c.RowSpan > 1 {
		properties.VMerge = &wml.CT_VMerge{ValAttr: wml.ST_MergeContinue}
		if r == c.Row {
			properties.VMerge.ValAttr = wml.ST_MergeRestart
		}
	}
	written := []*wml.CT_P{emptyParagraph(c.Paragraphs[0].Style.ID)}
	if r == c.Row {
		written = nil
		for _, p := range c.Paragraphs {
			written = append(written, paragraph(p))
		}
		if c.Bookmark != "" {
			written[0].EG_PContent = inBookmark(c.Bookmark, int64(*bookmarks), written[0].EG_PContent)
			*bookmarks++
		}
	}
	if g.Rows[r].KeepNext {
		for _, p := range written {
			p.PPr.KeepNext = on()
		}
	}
	content := []*wml.EG_ContentBlockContent{{P: written}}
	return &wml.CT_Tc{TcPr: properties, EG_BlockLevelElts: []*wml.EG_BlockLevelElts{{EG_ContentBlockContent: content}}}
}

func inBookmark(name string, id int64, content []*wml.EG_PContent) []*wml.EG_PContent {
	start := &wml.EG_RangeMarkupElements{BookmarkStart: &wml.CT_Bookmark{NameAttr: name, IdAttr: id}}
	end := &wml.EG_RangeMarkupElements{BookmarkEnd: &wml.CT_MarkupRange{IdAttr: id}}
	return append(append([]*wml.EG_PContent{rangeMarkup(start)}, content...), rangeMarkup(end))
}

func rangeMarkup(m *wml.EG_RangeMarkupElements) *wml.EG_PContent {
	level := &wml.EG_RunLevelElts{EG_RangeMarkupElements: []*wml.EG_RangeMarkupElements{m}}
	return &wml.EG_PContent{EG_ContentRunContent: []*wml.EG_ContentRunContent{{EG_RunLevelElts: []*wml.EG_RunLevelElts{level}}}}
}

// A bookmark holds the whole first paragraph of a figure's cell, be it empty.
func TestBookmarks(t *testing.T) {
	t.Parallel()
	var names []string
	ids := map[string]bool{}
	for _, p := range readPart(t, rendertest.Small(), "word/document.xml").all("p") {
		starts, ends := p.all("bookmarkStart"), p.all("bookmarkEnd")
		if len(starts) == 0 && len(ends) == 0 {
			continue
		}
		id := p.val("bookmarkStart", "id")
		if len(starts) != 1 || len(ends) != 1 || id != p.val("bookmarkEnd", "id") || ids[id] {
			t.Errorf("%q: starts %v, ends %v", p.text(), starts, ends)
		}
		ids[id] = true
		names = append(names, p.val("bookmarkStart", "name")+" "+p.text())
		last := len(p.Children) - 1
		if p.Children[1].XMLName.Local != "bookmarkStart" || p.Children[last].XMLName.Local != "bookmarkEnd" {
			t.Errorf("%q is not within its bookmark", p.text())
		}
	}
	want := []string{"r_1 ", "r_1_2 19", "r_1_2_1 07", "r_4_1_2 ", "r_4_1_2_a ", "r_4_1_2_b 80", "r_4_1_2_c 5 %", "r_7_1_2 1"}
	if !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}
