package paginate

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"phuluc2b/fonts"
	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// box is the room that the letters of a line may take: from the top of the tallest to the
// foot of the deepest.
type box struct{ left, top, right, foot layout.Length }

func boxOf(family *fonts.Family, l Line) box {
	face := family.Face(l.Style.Bold, l.Style.Italic)
	scaled := func(units int) layout.Length { return layout.Length(units * int(l.Style.Size) / face.Em) }
	return box{l.X, l.Baseline - scaled(face.Ascent), l.X + scaled(face.Width(l.Text)), l.Baseline + scaled(face.Descent)}
}

// placed is a document on its pages, for checks.
type placed struct {
	testing.TB
	*rendertest.Annex
	family *fonts.Family
	pages  []Page
}

func place(t testing.TB, a *rendertest.Annex) *placed {
	family := rendertest.Serif(t)
	return &placed{TB: t, Annex: a, family: family, pages: Place(a.Document, family)}
}

// check makes all assertions below.
func (p *placed) check() {
	p.Helper()
	p.checkTexts()
	p.checkBlanks()
	p.checkHeads()
	p.checkNumbers()
	p.checkMargins()
	p.checkRectangles()
	p.checkRules()
	p.checkRows()
}

// checkTexts asserts that each text stands there once, line by line, in order.
func (p *placed) checkTexts() {
	type key struct {
		block, paragraph int
		cell             *layout.Cell
	}
	got := map[key][]string{}
	for _, page := range p.pages {
		for _, l := range page.Lines {
			if !l.Artifact {
				k := key{l.Block, l.Paragraph, l.Cell}
				got[k] = append(got[k], l.Text)
			}
		}
	}
	compare := func(k key, paragraph layout.Paragraph, width layout.Length) {
		want := paragraph.Lines(p.family, width)
		if want = slices.DeleteFunc(want, func(s string) bool { return s == "" }); !slices.Equal(got[k], want) {
			p.Errorf("%q stands there as %q, want %q", paragraph.Text, got[k], want)
		}
		if squeeze(strings.Join(got[k], "")) != squeeze(paragraph.Text) {
			p.Errorf("%q has lost letters: %q", paragraph.Text, got[k])
		}
		delete(got, k)
	}
	for i, block := range p.Blocks {
		if b, ok := block.(layout.Paragraph); ok {
			compare(key{block: i}, b, p.Page.TextWidth())
		}
		if block != layout.Block(p.Grid) {
			continue
		}
		for cell := range rendertest.Owners(p.Grid) {
			for j, paragraph := range cell.Paragraphs {
				compare(key{i, j, cell}, paragraph, p.Grid.Width(cell))
			}
		}
	}
	if len(got) > 0 {
		p.Errorf("text out of nowhere: %v", got)
	}
}

// checkBlanks asserts that each cell without text has a place, and no other has one.
func (p *placed) checkBlanks() {
	blanks := map[*layout.Cell]bool{}
	for n, page := range p.pages {
		for _, b := range page.Blanks {
			blanks[b.Cell] = true
			if p.Blocks[b.Block] != layout.Block(p.Grid) || strings.TrimSpace(b.Cell.Text()) != "" {
				p.Errorf("page %d: %q is blank", n+1, b.Cell.Text())
			}
		}
	}
	for cell := range rendertest.Owners(p.Grid) {
		if strings.TrimSpace(cell.Text()) == "" && !blanks[cell] {
			p.Errorf("no place for the cell at %d, %d", cell.Row, cell.Column)
		}
	}
}

func squeeze(s string) string { return strings.ReplaceAll(s, " ", "") }

// checkHeads asserts that the head stands whole above the rows of each page, and is marked
// as repeated on all but the first.
func (p *placed) checkHeads() {
	var want []string
	for cell := range rendertest.Owners(p.Grid) {
		for _, paragraph := range cell.Paragraphs {
			if cell.Row < p.Grid.Head {
				want = append(want, paragraph.Lines(p.family, p.Grid.Width(cell))...)
			}
		}
	}
	first := true
	for n, page := range p.pages {
		var head []string
		body := 0
		for _, l := range page.Lines {
			switch {
			case l.Cell == nil:
			case l.Cell.Row >= p.Grid.Head:
				body++
			case body > 0:
				p.Errorf("page %d: %q of the head below a row", n+1, l.Text)
			case l.Artifact == first:
				p.Errorf("page %d: artifact is %v", n+1, l.Artifact)
			default:
				head = append(head, l.Text)
			}
		}
		if body == 0 && head == nil {
			continue
		}
		if !slices.Equal(head, want) || body == 0 {
			p.Errorf("page %d: head %q over %d lines, want %q", n+1, head, body, want)
		}
		first = false
	}
}

// checkNumbers asserts that each page but the first shows its number.
func (p *placed) checkNumbers() {
	for n, page := range p.pages {
		numbers := slices.DeleteFunc(slices.Clone(page.Lines), func(l Line) bool { return l.Block >= 0 })
		if n == 0 {
			if len(numbers) > 0 {
				p.Errorf("page 1 shows %q", numbers[0].Text)
			}
			continue
		}
		if len(numbers) != 1 || numbers[0].Text != strconv.Itoa(n+1) || !numbers[0].Artifact {
			p.Fatalf("page %d shows %v", n+1, numbers)
		}
		b := boxOf(p.family, numbers[0])
		if below := b.top - p.Page.Header; below < 0 || below > rendertest.Pt {
			p.Errorf("page %d: number at %v", n+1, b)
		}
		if off := b.left + b.right - p.Page.Left - (p.Page.Width - p.Page.Right); off < -2 || off > 2 {
			p.Errorf("page %d: number is %d twips off the middle", n+1, off)
		}
	}
}

// checkMargins asserts that all but the page number stands between the margins.
func (p *placed) checkMargins() {
	m := box{p.Page.Left, p.Page.Top, p.Page.Width - p.Page.Right, p.Page.Height - p.Page.Bottom}
	outside := func(b box) bool { return b.left < m.left || b.top < m.top || b.right > m.right || b.foot > m.foot }
	for n, page := range p.pages {
		for _, l := range page.Lines {
			if b := boxOf(p.family, l); l.Block >= 0 && outside(b) {
				p.Errorf("page %d: %q at %v is outside %v", n+1, l.Text, b, m)
			}
		}
		for _, r := range page.Rules {
			if outside(box{r.X1, r.Y1, r.X2, r.Y2}) {
				p.Errorf("page %d: rule %v is outside %v", n+1, r, m)
			}
		}
	}
}
