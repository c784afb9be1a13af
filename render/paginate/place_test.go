package paginate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

func TestAnnex(t *testing.T) {
	t.Parallel()
	p := place(t, rendertest.Filled(140))
	p.check()
	if n := len(p.pages); n < 5 || n > 10 {
		t.Errorf("%d pages", n)
	}
}

func TestNumberOfADocumentStaysWhole(t *testing.T) {
	t.Parallel()
	p := place(t, rendertest.Filled(40))
	seen := 0
	for _, page := range p.pages {
		for _, l := range page.Lines {
			if strings.Contains(l.Text, "2394") {
				seen++
				if !strings.Contains(l.Text, "2394/QĐ-UBND") {
					t.Errorf("%q", l.Text)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("the number is not there")
	}
}

// Wherever a page ends, no group may stand last on it and no block be divided.
func TestEveryPlaceOfThePageEnd(t *testing.T) {
	t.Parallel()
	for extra := range layout.Length(60) {
		t.Run(fmt.Sprint(extra*10, " twips up"), func(t *testing.T) {
			t.Parallel()
			a := rendertest.Filled(60)
			a.Page.Bottom += extra * 10
			place(t, a).check()
		})
	}
}

func TestOneRow(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.AddRow("1.", "Nhiệm vụ", "", "07")
	p := place(t, a)
	p.check()
	if len(p.pages) != 1 {
		t.Errorf("%d pages", len(p.pages))
	}
}

func TestManyRows(t *testing.T) {
	t.Parallel()
	place(t, rendertest.Filled(2000)).check()
}

func TestNothing(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.Blocks = nil
	if pages := Place(a.Document, rendertest.Serif(t)); len(pages) != 1 || len(pages[0].Lines) > 0 {
		t.Errorf("%v", pages)
	}
}

func TestHeadAlone(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	p := place(t, a)
	p.checkTexts()
	p.checkRectangles()
	p.checkRules()
}

func TestTextIsHalfwayUp(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.AddRow("1.", strings.Repeat("Số nhiệm vụ đã hoàn thành ", 9), "Nhiệm vụ", "07")
	p := place(t, a)
	var long, short box // around the text of the second and the fourth cell
	for _, l := range p.pages[0].Lines {
		switch b := boxOf(p.family, l); l.Cell {
		case a.Grid.Rows[2].Cells[1]:
			long = box{top: min(b.top, cmp.Or(long.top, b.top)), foot: b.foot}
		case a.Grid.Rows[2].Cells[3]:
			short = b
		}
	}
	if abs(long.top+long.foot-short.top-short.foot) > 2 {
		t.Errorf("from %d to %d beside text from %d to %d", short.top, short.foot, long.top, long.foot)
	}
}

func abs(l layout.Length) layout.Length { return max(l, -l) }

// On the first page it is part of the text.
func TestDraftMarkOnEveryPage(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(60)
	a.Page.Mark, a.Page.MarkStyle = "DỰ THẢO", &layout.Style{Size: 14 * rendertest.Pt, Bold: true}
	p := place(t, a)
	for n, page := range p.pages {
		l := page.Lines[0]
		below := boxOf(p.family, l).top - p.Page.Header
		if l.Text != "DỰ THẢO" || l.X != p.Page.Left || below < 0 || below > rendertest.Pt || l.Artifact != (n > 0) {
			t.Errorf("page %d begins with %v", n+1, l)
		}
	}
}

func TestLeastHeight(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.AddRow("1.", "Nhiệm vụ").MinHeight = 60 * rendertest.Pt
	p := place(t, a)
	p.check()
	var heights []layout.Length
	for _, r := range p.pages[0].Rules {
		if r.Y1 == r.Y2 {
			heights = append(heights, r.Y1)
		}
	}
	if last := len(heights) - 1; heights[last]-heights[last-1] != 60*rendertest.Pt+a.Grid.Border {
		t.Errorf("rules at %v", heights)
	}
}

// What follows a grid begins below its last rule.
func TestBelowTheGrid(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(10)
	a.Blocks = append(a.Blocks, layout.Rule{Width: 50 * rendertest.MM, Weight: rendertest.Pt})
	rules := place(t, a).pages[0].Rules
	foot := layout.Length(0)
	for _, r := range rules[:len(rules)-1] {
		foot = max(foot, r.Y2+r.Weight/2)
	}
	if last := rules[len(rules)-1]; last.Weight != rendertest.Pt || last.Y1-last.Weight/2 < foot {
		t.Errorf("%v below %d", last, foot)
	}
}

// Each bookmark leads to the rule above its row.
func TestMarks(t *testing.T) {
	t.Parallel()
	p := place(t, rendertest.Filled(60))
	var got, want []string
	for _, page := range p.pages {
		for _, m := range page.Marks {
			got = append(got, m.Text)
			for _, l := range page.Lines {
				if l.Cell == nil || p.Grid.Rows[l.Cell.Row].Bookmark != m.Text {
					continue
				}
				if y := ruleOver(page, l); m.Y != y-p.Grid.Border/2 {
					t.Errorf("%q leads to %d, its row begins at %d", m.Text, m.Y, y)
				}
			}
		}
	}
	for _, row := range p.Grid.Rows {
		if row.Bookmark != "" {
			want = append(want, row.Bookmark)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// ruleOver is where the rule next above a line lies.
func ruleOver(page Page, l Line) layout.Length {
	var y layout.Length
	for _, r := range page.Rules {
		if r.Y1 == r.Y2 && r.X1 <= l.X && l.X <= r.X2 && r.Y1 < l.Baseline {
			y = max(y, r.Y1)
		}
	}
	return y
}
