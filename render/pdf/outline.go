package pdf

import (
	"fmt"

	"phuluc2b/render/layout"
)

// outline writes the bookmarks and returns their root, or 0 if there are none.
func (f *file) outline(placed []Page, leaves ref, height layout.Length) ref {
	count := 0
	for _, page := range placed {
		count += len(page.Marks)
	}
	if count == 0 {
		return 0
	}
	root, first := f.reserve(1), f.reserve(count)
	last := first + ref(count) - 1
	next := first
	for i, page := range placed {
		for _, mark := range page.Marks {
			item := fmt.Appendf(nil, "<</Title%s/Parent %v/Dest[%v/XYZ 0 %s null]",
				quote(mark.Text), root, leaves+ref(i), number(height-mark.Y))
			if next > first {
				item = fmt.Appendf(item, "/Prev %v", next-1)
			}
			if next < last {
				item = fmt.Appendf(item, "/Next %v", next+1)
			}
			f.put(next, append(item, ">>"...))
			next++
		}
	}
	f.put(root, fmt.Appendf(nil, "<</Type/Outlines/First %v/Last %v/Count %d>>", first, last, count))
	return root
}
