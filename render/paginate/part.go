package paginate

import (
	"cmp"
	"slices"

	"phuluc2b/render/layout"
)

// part is what is on one page of a cell: all of it, unless it is split over pages. Its edges
// are the middles of the rules around it.
type part struct {
	cell                   *layout.Cell
	left, top, right, foot layout.Length
	lines                  []wrapped
	whole                  bool // the cell ends here
	artifact               bool // of a repeated head
}

// part is the part of a cell on this page; a new one that begins at the next row if there is
// none.
func (t *table) part(cell *layout.Cell) *part {
	if p := t.current[cell.Column]; p != nil && p.cell == cell {
		return p
	}
	p := &part{
		cell: cell,
		left: t.edges[cell.Column], right: t.edges[cell.Column+cell.ColumnSpan],
		top:      t.y + t.grid.Border/2,
		artifact: t.repeats && cell.Row < t.repeat,
	}
	t.current[cell.Column] = p
	t.parts = append(t.parts, p)
	return p
}

// above is the height of a cell on this page above the next row.
func (t *table) above(cell *layout.Cell) layout.Length {
	if p := t.current[cell.Column]; p != nil && p.cell == cell {
		return p.foot - p.top
	}
	return 0
}

// close places the lines and rules of all parts on this page, when no row will be added to
// them. A cell that goes on to the next page keeps the lines that do not fit on this one.
func (t *table) close() {
	for _, p := range t.parts {
		if !p.whole {
			text := t.text(p.cell)
			p.lines = text.take(text.fitting(p.foot - p.top - t.grid.Border))
		}
		t.setPart(p)
	}
	page := t.page()
	page.Rules = append(page.Rules, borders(t.parts, t.grid.Border)...)
	t.repeats = t.repeats || len(t.parts) > 0
	t.parts = t.parts[:0]
	clear(t.current)
}

// setPart places the lines of a part, centred between its top and its foot.
func (t *table) setPart(p *part) {
	free := p.foot - p.top
	for _, line := range p.lines {
		free -= line.room()
	}
	if !p.artifact && p.cell.Empty() {
		page := t.page()
		page.Blanks = append(page.Blanks, Blank{t.block, p.cell})
	}
	y := p.top + free/2
	from := Line{Block: t.block, Cell: p.cell, Artifact: p.artifact}
	for _, line := range p.lines {
		t.set(line, p.left+t.grid.Padding, y, t.grid.Width(p.cell), from)
		y += line.room()
	}
}

// edge is a segment, between from and to, of a horizontal line at distance at from the top of
// the page, or of a vertical line at that distance from its left side.
type edge struct{ at, from, to layout.Length }

// borders are the rules around the parts of cells on one page. Cells side by side share one
// rule, and segments in one line are joined.
func borders(parts []*part, weight layout.Length) []Rule {
	var across, down []edge
	for _, p := range parts {
		across = join(join(across, edge{p.top, p.left, p.right}), edge{p.foot, p.left, p.right})
		down = join(join(down, edge{p.left, p.top, p.foot}), edge{p.right, p.top, p.foot})
	}
	var rules []Rule
	for _, e := range merge(across) {
		rules = append(rules, Rule{e.from, e.at, e.to, e.at, weight})
	}
	for _, e := range merge(down) {
		rules = append(rules, Rule{e.at, e.from, e.at, e.to, weight})
	}
	return rules
}

// join adds an edge, or makes one of the last longer by it: most lie next to one of those.
func join(edges []edge, e edge) []edge {
	const last = 8
	for i := len(edges) - 1; i >= max(len(edges)-last, 0); i-- {
		if other := &edges[i]; other.at == e.at && other.from <= e.to && e.from <= other.to {
			other.from, other.to = min(other.from, e.from), max(other.to, e.to)
			return edges
		}
	}
	return append(edges, e)
}

// merge joins the edges that lie on or next to each other.
func merge(edges []edge) []edge {
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.from, b.from))
	})
	merged := edges[:0] // it is never longer than what has been read
	for _, e := range edges {
		if last := len(merged) - 1; last >= 0 && merged[last].at == e.at && e.from <= merged[last].to {
			merged[last].to = max(merged[last].to, e.to)
			continue
		}
		merged = append(merged, e)
	}
	return merged
}
