package html_test

import (
	"strings"
	"testing"

	"phuluc2b/fonts"
	"phuluc2b/render/html"
	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

func TestDescribe(t *testing.T) {
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	doc := rendertest.Small()
	grid := doc.Blocks[len(doc.Blocks)-1].(*layout.Grid)
	grid.Rows[rendertest.PlainAt].Cells[rendertest.FigureColumn].Source = "1.2.1/so_lieu"
	d := html.Describe(doc, family)

	t.Run("every cell of the document is there once, with all of its text", func(t *testing.T) {
		for i, row := range grid.Rows {
			next := 0
			for j, c := range row.Cells {
				if !c.Owns(i, j) {
					continue
				}
				got := d.Table.Rows[i].Cells[next]
				next++
				var text []string
				for _, p := range got.Paragraphs {
					text = append(text, strings.Join(p.Lines, ""))
				}
				if strings.Join(text, "\n") != strings.TrimRight(c.Text(), " ") && strings.Join(text, "\n") != c.Text() {
					t.Errorf("row %d, column %d: %q, want %q", i, j, text, c.Text())
				}
				if got.RowSpan != c.RowSpan || got.ColumnSpan != c.ColumnSpan || got.Column != j {
					t.Errorf("row %d, column %d: %+v", i, j, got)
				}
			}
			if next != len(d.Table.Rows[i].Cells) {
				t.Errorf("row %d has more cells", i)
			}
		}
	})
	t.Run("lines are those that are measured", func(t *testing.T) {
		for i, row := range grid.Rows {
			for j, c := range row.Cells {
				if !c.Owns(i, j) {
					continue
				}
				for n, p := range c.Paragraphs {
					for _, cell := range d.Table.Rows[i].Cells {
						if cell.Column == j && len(cell.Paragraphs[n].Lines) != len(p.Lines(family, grid.Width(c))) {
							t.Errorf("row %d, column %d: %q", i, j, cell.Paragraphs[n].Lines)
						}
					}
				}
			}
		}
	})
	t.Run("rows and cells are named", func(t *testing.T) {
		row := d.Table.Rows[rendertest.PlainAt]
		if row.ID != "1.2.1" || row.Cells[rendertest.FigureColumn].Role != "so_lieu" {
			t.Errorf("%+v", row)
		}
		if head := d.Table.Rows[0]; head.ID != "" || head.Cells[0].Role != "" {
			t.Errorf("%+v", head)
		}
	})
}
