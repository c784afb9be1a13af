package pdf

import (
	"slices"
	"strconv"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

// usedFace is a face that a document is set in, and the letters of it.
type usedFace struct {
	bold, italic bool
	face         *fonts.Face
	letters      *letters
}

// inUse finds the faces of placed pages, in the order in which they come.
func inUse(pages []Page, family *fonts.Family) []usedFace {
	var used []usedFace
	for _, page := range pages {
		for _, line := range page.Lines {
			i := indexOf(used, line.Style)
			if i < 0 {
				i = len(used)
				s := line.Style
				used = append(used, usedFace{s.Bold, s.Italic, family.Face(s.Bold, s.Italic), &letters{}})
			}
			used[i].letters.add(line.Text + line.Gap)
		}
	}
	return used
}

// indexOf is the number of the face of a style.
func indexOf(used []usedFace, style *layout.Style) int {
	return slices.IndexFunc(used, func(u usedFace) bool { return u.bold == style.Bold && u.italic == style.Italic })
}

// faceName is what contents call a face.
func faceName(i int) name { return name("F" + strconv.Itoa(i)) }
