package paginate

import (
	"fmt"
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
)

// A head that is too tall is not repeated.
func TestTallHead(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(30)
	a.Grid.Rows[0].MinHeight, a.Grid.HeadOnce = 200*rendertest.MM, true
	p := place(t, a)
	p.checkTexts()
	p.checkMargins()
	p.checkRectangles()
	if n := len(p.pages); n > 4 {
		t.Errorf("%d pages", n)
	}
}

func TestLongWord(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.AddRow("1.", strings.Repeat("Ộ", 300), strings.Repeat("2394/QĐ-UBND", 25))
	place(t, a).check()
}

// The text of a row taller than a page goes on, in each of its cells.
func TestRowTallerThanAPage(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(20)
	tall := len(a.Grid.Rows)
	a.AddRow("9.", strings.Repeat("Số nhiệm vụ đã hoàn thành ", 400), strings.Repeat("Nhiệm vụ ", 200), "07")
	a.AddRow("10.", "Sau", "Nhiệm vụ", "08")
	p := place(t, a)
	p.check()
	first, last := p.reach()
	if last[tall]-first[tall] < 2 || first[tall+1] != last[tall] {
		t.Errorf("from page %d to %d, the next row on %d", first[tall]+1, last[tall]+1, first[tall+1]+1)
	}
}

// A group over a row taller than a page stands over its first lines; a row below one
// stands under its last. This holds wherever the last line falls.
func TestKeptWithARowTallerThanAPage(t *testing.T) {
	t.Parallel()
	for lines := 100; lines < 160; lines++ {
		t.Run(fmt.Sprint(lines, " lines"), func(t *testing.T) {
			t.Parallel()
			a := rendertest.Filled(25)
			a.AddGroup("9.", "Cải cách thể chế")
			tall := len(a.Grid.Rows)
			a.AddRow("9.1.", strings.TrimSpace(strings.Repeat("Nhiệm vụ\n", lines)))
			a.AddBlock("Trong đó", "Số TTHC cấp tỉnh:", "Số TTHC cấp huyện:", "Số TTHC cấp xã:")
			p := place(t, a)
			p.check()
			first, last := p.reach()
			if first[tall-1] != first[tall] || last[tall] != first[tall+1] || first[tall+1] != last[tall+3] {
				t.Errorf("group on page %d, row from %d to %d, block from %d to %d",
					first[tall-1], first[tall], last[tall], first[tall+1], last[tall+3])
			}
		})
	}
}

// Rows that are too tall together for any page are parted, but none stands alone.
func TestTooMuchKeptTogether(t *testing.T) {
	t.Parallel()
	for above := range 50 {
		t.Run(fmt.Sprint("after ", above, " rows"), func(t *testing.T) {
			t.Parallel()
			a := rendertest.NewAnnex()
			for range above {
				a.AddRow("1.", "Nhiệm vụ")
			}
			for range 100 {
				a.AddGroup("2.", "Cải cách thể chế")
			}
			a.AddRow("2.1.", strings.Repeat("Nhiệm vụ ", 1000))
			p := place(t, a)
			p.check()
			first, _ := p.reach()
			if start := 2 + above; first[start] != first[start+1] {
				t.Errorf("alone on page %d", first[start]+1)
			}
		})
	}
}

// A row taller than a page begins where a short one would.
func TestRowTallerThanAPageBeginsUnderItsGroups(t *testing.T) {
	t.Parallel()
	begin := func(t *testing.T, above int, name string) (group, row int) {
		a := rendertest.NewAnnex()
		for range above {
			a.AddRow("1.", "Nhiệm vụ")
		}
		a.AddGroup("9.", "Cải cách thể chế")
		a.AddGroup("9.1.", "Cải cách")
		a.AddRow("9.1.1.", name).KeepNext = name != ""
		a.AddRow("9.1.2.", "Nhiệm vụ", "Ba\ndòng\ntrên")
		first, _ := place(t, a).reach()
		return first[2+above], first[4+above]
	}
	for above := range 40 {
		t.Run(fmt.Sprint("after ", above, " rows"), func(t *testing.T) {
			t.Parallel()
			group, row := begin(t, above, strings.Repeat("Nhiệm vụ ", 1000))
			if group != row {
				t.Errorf("group on page %d, row on %d", group+1, row+1)
			}
			if late, _ := begin(t, above, ""); group > late {
				t.Errorf("group on page %d, over short rows on %d", group+1, late+1)
			}
		})
	}
}

// A cell over more rows than a page holds says its text once, on the first page; no rule
// runs through it on any page.
func TestBlockTallerThanAPage(t *testing.T) {
	t.Parallel()
	for _, stt := range []string{"Trong đó", strings.Repeat("Trong đó ", 100), strings.Repeat("đó ", 900)} {
		t.Run(fmt.Sprint(len(stt), " bytes"), func(t *testing.T) {
			t.Parallel()
			a := rendertest.Filled(5)
			names := strings.Split(strings.TrimSpace(strings.Repeat("Số TTHC cấp xã:\n", 100)), "\n")
			a.AddBlock(stt, names...)
			a.AddRow("9.", "Sau", "Nhiệm vụ", "08")
			p := place(t, a)
			p.check()
			if n := len(p.pages); n < 3 || n > 40 {
				t.Errorf("%d pages", n)
			}
		})
	}
}

// A cell that needs more room than its rows makes the last of them taller.
func TestCellTallerThanItsRows(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.AddRow("1.", "Trên")
	a.AddBlock("Trong đó có các cấp sau đây", "Tỉnh", "Huyện", "Xã")
	place(t, a).check()
}

// On a page that has no room for a line, each line still comes out once.
func TestPageWithoutRoom(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(10)
	a.Page.Height = a.Page.Top + a.Page.Bottom + rendertest.Pt
	p := place(t, a)
	p.checkTexts()
	p.checkRectangles()
}
