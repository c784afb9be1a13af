package docx

import (
	"iter"
	"strings"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// figureSource is how the source of a cell ends that shows a figure.
const figureSource = "/so_lieu"

// bookmarkPrefix begins the name of a figure's bookmark: a name starts with a letter.
const bookmarkPrefix = "r_"

// longestBookmark is Word's limit on a name.
const longestBookmark = 40

// bookmark names the text of a cell by the row that it belongs to. Whoever reads the file
// back after it was edited takes it as a hint: typing over a cell may delete its bookmark.
type bookmark struct {
	name string
	id   int64 // unique in the document
}

// bookmarks gives each cell that shows a figure its bookmark. Names that Word would take
// for one, capital or small, are given once.
func bookmarks(blocks []layout.Block) map[*layout.Cell]bookmark {
	marks := map[*layout.Cell]bookmark{}
	taken := map[string]bool{}
	for c := range ownerCells(blocks) {
		name := bookmarkName(c.Source)
		if key := strings.ToLower(name); name != "" && !taken[key] {
			taken[key] = true
			marks[c] = bookmark{name, int64(len(marks))}
		}
	}
	return marks
}

// ownerCells yields the cells of all grids in the order in which they are read.
func ownerCells(blocks []layout.Block) iter.Seq[*layout.Cell] {
	return func(yield func(*layout.Cell) bool) {
		for _, block := range blocks {
			g, ok := block.(*layout.Grid)
			if !ok {
				continue
			}
			for r, row := range g.Rows {
				for column, c := range row.Cells {
					if c.Owns(r, column) && !yield(c) {
						return
					}
				}
			}
		}
	}
}

// bookmarkName makes "r_1_2_1" of "1.2.1/so_lieu". It is empty if the cell shows no figure
// or Word would not take the name.
func bookmarkName(source string) string {
	row, ok := strings.CutSuffix(source, figureSource)
	name := bookmarkPrefix + strings.Map(bookmarkLetter, row)
	if !ok || row == "" || len(name) > longestBookmark {
		return ""
	}
	return name
}

func bookmarkLetter(r rune) rune {
	if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
		return r
	}
	return '_'
}

// around puts the content of a paragraph into the bookmark.
func (b bookmark) around(content []*wml.EG_PContent) []*wml.EG_PContent {
	start := &wml.EG_RangeMarkupElements{BookmarkStart: &wml.CT_Bookmark{NameAttr: b.name, IdAttr: b.id}}
	end := &wml.EG_RangeMarkupElements{BookmarkEnd: &wml.CT_MarkupRange{IdAttr: b.id}}
	return append(append([]*wml.EG_PContent{rangeMarkup(start)}, content...), rangeMarkup(end))
}

func rangeMarkup(m *wml.EG_RangeMarkupElements) *wml.EG_PContent {
	level := &wml.EG_RunLevelElts{EG_RangeMarkupElements: []*wml.EG_RangeMarkupElements{m}}
	return &wml.EG_PContent{EG_ContentRunContent: []*wml.EG_ContentRunContent{{EG_RunLevelElts: []*wml.EG_RunLevelElts{level}}}}
}
