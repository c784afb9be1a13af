package pdf

import (
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

// wrapped is one line of a paragraph that has no place yet.
type wrapped struct {
	text, gap            string // gap: the spaces at which it was broken
	style                *layout.Style
	paragraph, index     int           // of its cell; of its paragraph
	above, height, below layout.Length // blank space, the line itself, blank space
}

// room is all the height that the line takes.
func (w wrapped) room() layout.Length { return w.above + w.height + w.below }

// wrap breaks paragraphs into lines, once: what is measured here is what is drawn. They
// stand below a paragraph of the previous style, or nil.
func wrap(family *fonts.Family, paragraphs []layout.Paragraph, width layout.Length, previous *layout.Style) []wrapped {
	var all []wrapped
	for i, p := range paragraphs {
		lines := p.Lines(family, width)
		rest := p.Text
		for j, line := range lines {
			gap := ""
			gap, rest = cutSpaces(rest[len(line):])
			w := wrapped{text: line, gap: gap, style: p.Style, paragraph: i, index: j, height: p.Style.LineHeight(family)}
			if j == 0 {
				w.above = p.Style.Above(previous)
			}
			if j == len(lines)-1 {
				w.below, w.gap = p.Style.After, ""
			}
			all = append(all, w)
		}
		previous = p.Style
	}
	return all
}

// cutSpaces parts the spaces at the beginning of a text from what follows.
func cutSpaces(text string) (spaces, rest string) {
	rest = strings.TrimLeft(text, " ")
	return text[:len(text)-len(rest)], rest
}

// baseline is how far below the top of its line the text stands. The gap between lines
// goes above the letters, as LibreOffice has it: the marks of Ế, Ộ and Ẳ stay clear of the
// rule over them.
func (w wrapped) baseline(face *fonts.Face) layout.Length {
	return w.above + layout.Length((face.LineGap+face.Ascent)*int(w.style.Size)/face.Em)
}

// indent is how far from the left edge of its room the text begins.
func (w wrapped) indent(face *fonts.Face, width layout.Length) layout.Length {
	if w.style.Align != layout.Centre {
		return 0
	}
	return (width - layout.Length(face.Width(w.text)*int(w.style.Size)/face.Em)) / 2
}
