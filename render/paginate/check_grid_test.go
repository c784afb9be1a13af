package paginate

import (
	"maps"
	"slices"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// checkRectangles asserts that the rules next to each line of a cell are the edges of this
// cell, and that no rule touches the line.
func (p *placed) checkRectangles() {
	for n, page := range p.pages {
		for _, l := range page.Lines {
			if l.Cell == nil {
				continue
			}
			b := boxOf(p.family, l)
			left, right := layout.Length(-1), p.Page.Width
			above, below := false, false
			for _, r := range page.Rules {
				switch half := r.Weight / 2; {
				case r.Y1 == r.Y2 && r.X1 <= b.left && b.right <= r.X2:
					above = above || r.Y1+half <= b.top
					below = below || r.Y1-half >= b.foot
					if r.Y1+half > b.top && r.Y1-half < b.foot {
						p.Errorf("page %d: a rule crosses %q at %v", n+1, l.Text, b)
					}
				case r.X1 == r.X2 && r.Y1 <= b.top && b.foot <= r.Y2 && r.X1+half <= b.left:
					left = max(left, r.X1)
				case r.X1 == r.X2 && r.Y1 <= b.top && b.foot <= r.Y2 && r.X1-half >= b.right:
					right = min(right, r.X1)
				}
			}
			wantLeft, wantRight := p.sides(l.Cell)
			if left != wantLeft || right != wantRight || !above || !below {
				p.Errorf("page %d: %q stands between %d and %d (above %v, below %v), want %d and %d",
					n+1, l.Text, left, right, above, below, wantLeft, wantRight)
			}
		}
	}
}

// sides are the edges of a cell.
func (p *placed) sides(c *layout.Cell) (left, right layout.Length) {
	left = p.Page.Left
	for _, width := range p.Grid.Columns[:c.Column] {
		left += width
	}
	return left, left + p.Grid.Width(c) + 2*p.Grid.Padding
}

// checkRules asserts that no rule is drawn twice, that the grid is closed on all sides of
// each page, and that every row of it is as tall as a line.
func (p *placed) checkRules() {
	left, right := p.sides(&layout.Cell{ColumnSpan: len(p.Grid.Columns)})
	for n, page := range p.pages {
		full := 0
		heights := map[layout.Length]bool{}
		top, foot := p.Page.Height, layout.Length(0)
		for i, r := range page.Rules {
			for _, other := range page.Rules[:i] {
				if overlap(r, other) {
					p.Errorf("page %d: %v lies on %v", n+1, r, other)
				}
			}
			if r.Y1 == r.Y2 && r.Weight == p.Grid.Border {
				heights[r.Y1] = true
			}
			if r.X1 == left && r.X2 == right {
				full, top, foot = full+1, min(top, r.Y1), max(foot, r.Y1)
			}
		}
		for _, x := range []layout.Length{left, right} {
			if side := (Rule{x, top, x, foot, p.Grid.Border}); full > 0 && !slices.Contains(page.Rules, side) {
				p.Errorf("page %d: the grid has no side %v", n+1, side)
			}
		}
		if full == 1 {
			p.Errorf("page %d: one rule from side to side", n+1)
		}
		previous := -p.Page.Height
		for _, y := range slices.Sorted(maps.Keys(heights)) {
			if y-previous < 12*rendertest.Pt {
				p.Errorf("page %d: rules at %d and %d", n+1, previous, y)
			}
			previous = y
		}
	}
}

// overlap reports whether two rules share more than a point.
func overlap(a, b Rule) bool {
	switch {
	case a.X1 == a.X2 && b.X1 == b.X2:
		return a.X1 == b.X1 && a.Y1 <= b.Y2 && b.Y1 <= a.Y2
	case a.Y1 == a.Y2 && b.Y1 == b.Y2:
		return a.Y1 == b.Y1 && a.X1 <= b.X2 && b.X1 <= a.X2
	}
	return false
}

// reach is the first and the last page of each row with text in cells of its own.
func (p *placed) reach() (first, last map[int]int) {
	first, last = map[int]int{}, map[int]int{}
	for n, page := range p.pages {
		for _, l := range page.Lines {
			if l.Cell == nil || l.Artifact || l.Cell.RowSpan > 1 {
				continue
			}
			if _, seen := first[l.Cell.Row]; !seen {
				first[l.Cell.Row] = n
			}
			last[l.Cell.Row] = n
		}
	}
	return first, last
}

// checkRows asserts that a row that fits on a page stands on one, and the rows that are
// kept together, too.
func (p *placed) checkRows() {
	first, last := p.reach()
	heights := p.heights()
	room := p.Page.Height - p.Page.Top - p.Page.Bottom - p.Grid.Border - sum(heights[:p.Grid.Head])
	for r := p.Grid.Head; r < len(p.Grid.Rows); {
		end := r + 1
		for end < len(p.Grid.Rows) && p.Grid.Rows[end-1].KeepNext {
			end++
		}
		if sum(heights[r:end]) <= room && first[r] != last[end-1] {
			p.Errorf("rows %d to %d are kept together, but stand on pages %d to %d", r, end-1, first[r]+1, last[end-1]+1)
		}
		for ; r < end; r++ {
			if heights[r] <= room && first[r] != last[r] {
				p.Errorf("row %d is split over pages %d to %d", r, first[r]+1, last[r]+1)
			}
		}
	}
}

// heights are those of the rows where no page ends, each with the rule above it.
func (p *placed) heights() []layout.Length {
	heights := make([]layout.Length, len(p.Grid.Rows))
	for r, row := range p.Grid.Rows {
		heights[r] = row.MinHeight + p.Grid.Border
		for _, c := range row.Cells {
			if c.Row+c.RowSpan-1 == r {
				text := layout.Height(p.family, c.Paragraphs, p.Grid.Width(c)) + p.Grid.Border
				heights[r] = max(heights[r], text-sum(heights[c.Row:r]))
			}
		}
	}
	return heights
}

func sum(lengths []layout.Length) layout.Length {
	var sum layout.Length
	for _, l := range lengths {
		sum += l
	}
	return sum
}
