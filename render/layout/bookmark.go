package layout

import (
	"strings"

	"phuluc2b/model"
)

// BookmarkPrefix begins the bookmark of every cell that shows a figure, and of no other.
const BookmarkPrefix = model.BookmarkPrefix

// longestBookmark is Word's limit on a name.
const longestBookmark = 40

// bookmarks are the names given so far, in the small letters in which they are compared:
// those that Word would take for one, capital or small, are given once.
type bookmarks map[string]bool

// of names the cell that shows the figure of a row; "" if Word would not take the name.
// Whoever reads the document back after it was edited takes it as a hint: typing over a cell
// may delete its bookmark.
func (b bookmarks) of(row model.Row) string {
	name := row.Bookmark()
	key := strings.ToLower(name)
	if len(name) > longestBookmark || b[key] {
		return ""
	}
	b[key] = true
	return name
}
