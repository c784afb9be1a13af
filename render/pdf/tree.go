package pdf

import (
	"fmt"

	"phuluc2b/render/layout"
	"phuluc2b/render/pdf/object"
)

// tree is the structure tree of a document (ISO 32000-1, 14.7): its elements in reading order,
// independent of pages.
type tree struct {
	elements    []*element // each before its children; the first is the document
	level       int        // of the last heading
	byParagraph map[paragraphKey]*element
	pages       [][]*element // of each page, by the identifiers of its marked content
	free        []element    // room for the next, made for many at once
}

// element is a node of the tree.
type element struct {
	kind       string // a standard structure type (ISO 32000-1, 14.8.4): "TD"
	attributes string // of a table or its cells
	expansion  string // what an abbreviation stands for
	number     int    // in tree.elements
	parent     int
	kids       []kid
}

// kid is a child of an element: an element by its number or, in its place, content.
type kid struct {
	element int // 0: content
	page    int
	id      int // of the content on the page
}

// paragraphKey is a paragraph of the document, as the fields of a [paginate.Line] name it.
type paragraphKey struct {
	block     int
	cell      *layout.Cell
	paragraph int
}

func newTree(doc *layout.Document, pages int) *tree {
	cells := 0
	for _, block := range doc.Blocks {
		if g, ok := block.(*layout.Grid); ok {
			cells += len(g.Rows) * len(g.Columns)
		}
	}
	t := &tree{byParagraph: make(map[paragraphKey]*element, cells), pages: make([][]*element, pages)}
	root := t.add(nil, "Document")
	if mark := (layout.Paragraph{Style: doc.Page.MarkStyle, Text: doc.Page.Mark}); !mark.Blank() {
		t.byParagraph[paragraphKey{block: -1}] = t.add(root, "P")
	}
	var last *element // of the paragraph above
	for i, block := range doc.Blocks {
		switch b := block.(type) {
		case layout.Paragraph:
			if b.Blank() {
				continue
			}
			if last == nil || !b.Style.Joins {
				last = t.add(root, t.kind(b.Style))
			}
			t.byParagraph[paragraphKey{block: i}] = last
		case *layout.Grid:
			last = nil
			t.table(root, i, b)
		}
	}
	return t
}

// kind is the structure type of a paragraph. No level of headings may be left out (PDF/UA-1).
func (t *tree) kind(s *layout.Style) string {
	if s.Heading == 0 {
		return "P"
	}
	t.level = min(s.Heading, t.level+1, 6)
	return fmt.Sprintf("H%d", t.level)
}

func (t *tree) add(parent *element, kind string) *element {
	if len(t.free) == 0 {
		t.free = make([]element, 100)
	}
	e := &t.free[0]
	t.free = t.free[1:]
	e.kind, e.number = kind, len(t.elements)
	t.elements = append(t.elements, e)
	if parent != nil {
		e.parent = parent.number
		parent.kids = append(parent.kids, kid{element: e.number})
	}
	return e
}

// table adds a grid: its head and its body, each row, and in it each cell that begins there,
// empty or not.
func (t *tree) table(parent *element, block int, g *layout.Grid) {
	if len(g.Rows) == 0 {
		return
	}
	table := t.add(parent, "Table")
	if g.Summary != "" {
		table.attributes = "/Summary" + object.Quote(g.Summary)
	}
	var group *element
	for r, row := range g.Rows {
		switch {
		case r == g.Head || r == 0 && g.Head >= len(g.Rows): // a head alone is the body
			group = t.add(table, "TBody")
		case r == 0:
			group = t.add(table, "THead")
		}
		tr := t.add(group, "TR")
		tr.kids = make([]kid, 0, len(row.Cells))
		for c, cell := range row.Cells {
			if cell.Owns(r, c) {
				t.cell(tr, block, cell, r < g.Head)
			}
		}
	}
}

// cell adds a cell. Its only paragraph is the cell itself; of several each is an element, and so
// is a heading.
func (t *tree) cell(row *element, block int, c *layout.Cell, head bool) {
	e := t.add(row, "TD")
	switch {
	case head:
		e.kind, e.attributes = "TH", "/Scope/Column"
	case c.Header:
		e.kind, e.attributes = "TH", "/Scope/Row"
	}
	if c.RowSpan > 1 {
		e.attributes += fmt.Sprintf("/RowSpan %d", c.RowSpan)
	}
	if c.ColumnSpan > 1 {
		e.attributes += fmt.Sprintf("/ColSpan %d", c.ColumnSpan)
	}
	if c.Empty() || len(c.Paragraphs) == 1 && c.Paragraphs[0].Style.Heading == 0 {
		t.byParagraph[paragraphKey{block, c, 0}] = e
		return
	}
	for i, p := range c.Paragraphs {
		if !p.Blank() {
			t.byParagraph[paragraphKey{block, c, i}] = t.add(e, t.kind(p.Style))
		}
	}
}

// mark adds content of a paragraph on a page, or of an abbreviation in it, with what that stands
// for; it returns its structure type and its identifier on that page (MCID).
func (t *tree) mark(page int, h paragraphKey, expansion string) (kind string, id int) {
	e := t.byParagraph[h]
	if expansion != "" {
		e = t.add(e, "Span")
		e.expansion = expansion
	}
	id = len(t.pages[page])
	t.pages[page] = append(t.pages[page], e)
	e.kids = append(e.kids, kid{page: page, id: id})
	return e.kind, id
}

// marked reports whether a paragraph has content on any page.
func (t *tree) marked(h paragraphKey) bool { return len(t.byParagraph[h].kids) > 0 }
