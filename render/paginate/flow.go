// Package paginate breaks a laid-out document into lines and pages and gives everything its
// place: what is drawn is what was measured. It imports render/layout and fonts, and no
// format.
package paginate

import (
	"strconv"
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

// Place breaks a document into lines and pages and gives everything its place. There is
// always one page, if an empty one.
func Place(doc *layout.Document, family *fonts.Family) []Page {
	f := &flow{paper: doc.Page, family: family}
	f.turn()
	for i, block := range doc.Blocks {
		switch b := block.(type) {
		case layout.Paragraph:
			f.paragraph(i, b)
		case layout.Rule:
			f.rule(b)
		case *layout.Grid:
			newTable(f, i, b).place()
			f.last = nil
		}
	}
	return f.pages
}

// flow fills pages from the top down.
type flow struct {
	paper  layout.Page
	family *fonts.Family
	pages  []Page
	y      layout.Length // top of what comes next
	last   *layout.Style // of the paragraph above it; nil below anything else
}

// turn begins a page. All but the first show their number.
func (f *flow) turn() {
	f.pages = append(f.pages, Page{})
	f.y = f.paper.Top
	f.header(f.paper.Mark, f.paper.MarkStyle)
	if n := len(f.pages); n > 1 {
		f.header(strconv.Itoa(n), f.paper.Number)
	}
}

// header places text in the top margin; the top of its line stands at Header.
func (f *flow) header(text string, style *layout.Style) {
	if text == "" {
		return
	}
	y := f.paper.Header
	paragraphs := []layout.Paragraph{{Style: style, Text: text}}
	for _, line := range wrap(f.family, paragraphs, f.paper.TextWidth(), nil) {
		line.above = 0
		f.set(line, f.paper.Left, y, f.paper.TextWidth(), Line{Block: -1, Artifact: true})
		y += line.room()
	}
}

// page is the one that is being filled.
func (f *flow) page() *Page { return &f.pages[len(f.pages)-1] }

// fresh reports whether nothing stands on the page yet.
func (f *flow) fresh() bool { return f.y == f.paper.Top }

// bottom is where the page ends for text.
func (f *flow) bottom() layout.Length { return f.paper.Height - f.paper.Bottom }

// fit makes sure of some room; what is taller than a page begins on a page of its own.
func (f *flow) fit(room layout.Length) {
	if f.y+room > f.bottom() && !f.fresh() {
		f.turn()
	}
}

func (f *flow) paragraph(block int, p layout.Paragraph) {
	for _, line := range wrap(f.family, []layout.Paragraph{p}, f.paper.TextWidth(), f.last) {
		f.fit(line.room())
		f.set(line, f.paper.Left, f.y, f.paper.TextWidth(), Line{Block: block})
		f.y += line.room()
	}
	f.last = p.Style
}

func (f *flow) rule(r layout.Rule) {
	height := r.Before + r.Weight + r.After
	f.fit(height)
	x := f.paper.Left + (f.paper.TextWidth()-r.Width)/2
	y := f.y + r.Before + r.Weight/2
	page := f.page()
	page.Rules = append(page.Rules, Rule{x, y, x + r.Width, y, r.Weight})
	f.y += height
	f.last = nil
}

// set places a line in a room of that left top corner and width; from says where the line
// comes from. A blank line leaves nothing to draw.
func (f *flow) set(w wrapped, x, y, width layout.Length, from Line) {
	if w.text == "" {
		return
	}
	face := f.family.Face(w.style.Bold, w.style.Italic)
	from.Text, from.Gap, from.Style = w.text, w.gap, w.style
	from.Paragraph, from.Index = w.paragraph, w.index
	from.X, from.Baseline = x+w.indent(face, width), y+w.baseline(face)
	page := f.page()
	page.Lines = append(page.Lines, from)
}

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
