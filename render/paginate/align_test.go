package paginate

import (
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// A line stands at the left, in the middle or at the right of the room of its cell, every line
// of a wrapped text too.
func TestAlignment(t *testing.T) {
	t.Parallel()
	for name, align := range map[string]layout.Align{"left": layout.Left, "centre": layout.Centre, "right": layout.Right} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := rendertest.NewAnnex()
			row := a.AddRow("1.", "Nhiệm vụ", "Cơ quan, đơn vị thuộc huyện", "12.050")
			style := *row.Cells[3].Paragraphs[0].Style
			style.Align = align
			for _, c := range row.Cells[2:4] {
				c.Paragraphs[0].Style = &style
			}
			p := place(t, a)
			p.check()
			lines := 0
			for _, l := range p.pages[0].Lines {
				if l.Style != &style {
					continue
				}
				lines++
				left, right := p.sides(l.Cell)
				b := boxOf(p.family, l)
				before, behind := b.left-left-a.Grid.Padding, right-a.Grid.Padding-b.right
				want := map[layout.Align][2]bool{layout.Left: {true, false}, layout.Centre: {false, false}, layout.Right: {false, true}}[align]
				if got := [2]bool{abs(before) <= 1, abs(behind) <= 1}; got != want || align == layout.Centre && abs(before-behind) > 1 {
					t.Errorf("%q: %d before it, %d behind it", l.Text, before, behind)
				}
			}
			if lines < 3 {
				t.Errorf("%d lines", lines)
			}
		})
	}
}
