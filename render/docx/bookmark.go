package docx

import "strings"

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
	id   int // unique in the document
}

// bookmarks are the names given so far, in the small letters in which they are compared:
// those that Word would take for one, capital or small, are given once.
type bookmarks map[string]bool

// of gives a cell that shows a figure its bookmark.
func (b bookmarks) of(source string) (bookmark, bool) {
	name := bookmarkName(source)
	key := strings.ToLower(name)
	if name == "" || b[key] {
		return bookmark{}, false
	}
	b[key] = true
	return bookmark{name, len(b) - 1}, true
}

// bookmarkName makes "r_1_2_1" of "1.2.1/so_lieu". It is empty if the cell shows no figure
// or Word would not take the name.
func bookmarkName(source string) string {
	row, ok := strings.CutSuffix(source, figureSource)
	if !ok || row == "" {
		return ""
	}
	name := bookmarkPrefix + strings.Map(bookmarkLetter, row)
	if len(name) > longestBookmark {
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
