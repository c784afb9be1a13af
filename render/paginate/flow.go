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

// Place breaks a document into lines and pages and gives everything its place. The result has
// at least one page.
func Place(doc *layout.Document, family *fonts.Family) []Page {
	f := &flow{paper: doc.Page, family: family}
	f.turn()
	for i, block := range doc.Blocks {
		switch b := block.(type) {
		case layout.Paragraph:
			f.paragraph(i, b, joined(doc.Blocks[i+1:]))
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

// joined reports whether the first of blocks goes on with a heading above it.
func joined(blocks []layout.Block) bool {
	if len(blocks) == 0 {
		return false
	}
	p, ok := blocks[0].(layout.Paragraph)
	return ok && p.Style.Joins
}

// turn begins a page, with mark and number in the top margin; the first has no number, and the
// mark on it is part of the text.
func (f *flow) turn() {
	var page Page
	if n := len(f.pages); n > 0 {
		page.Lines = make([]Line, 0, len(f.pages[n-1].Lines)) // about as many
	}
	f.pages = append(f.pages, page)
	f.y = f.paper.Top
	n := len(f.pages)
	f.header(f.paper.Mark, f.paper.MarkStyle, n > 1)
	if n > 1 {
		f.header(strconv.Itoa(n), f.paper.Number, true)
	}
}

// header places text in the top margin; the top of its line stands at Header.
func (f *flow) header(text string, style *layout.Style, artifact bool) {
	if text == "" {
		return
	}
	y := f.paper.Header
	paragraphs := []layout.Paragraph{{Style: style, Text: text}}
	for _, line := range wrap(f.family, paragraphs, f.paper.TextWidth(), nil) {
		line.above = 0
		f.set(line, f.paper.Left, y, f.paper.TextWidth(), Line{Block: -1, Artifact: artifact})
		y += line.room()
	}
}

// page is the one that is being filled.
func (f *flow) page() *Page { return &f.pages[len(f.pages)-1] }

// fresh reports whether nothing stands on the page yet.
func (f *flow) fresh() bool { return f.y == f.paper.Top }

// bottom is where the page ends for text.
func (f *flow) bottom() layout.Length { return f.paper.Height - f.paper.Bottom }

// fit begins a new page if less room than that is left on this one, unless it is empty.
func (f *flow) fit(room layout.Length) {
	if f.y+room > f.bottom() && !f.fresh() {
		f.turn()
	}
}

// paragraph places a paragraph. The last line of one that another goes on with ends in a space,
// as the others do.
func (f *flow) paragraph(block int, p layout.Paragraph, goesOn bool) {
	lines := wrap(f.family, []layout.Paragraph{p}, f.paper.TextWidth(), f.last)
	for i, line := range lines {
		if goesOn && i == len(lines)-1 {
			line.gap = " "
		}
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

// set places a line in the box with that top left corner and width. The fields of from say
// where in the document it comes from. An empty line is not placed.
func (f *flow) set(w wrapped, x, y, width layout.Length, from Line) {
	if w.text == "" {
		return
	}
	face := f.family.Face(w.style.Bold, w.style.Italic)
	from.Text, from.Gap, from.Style = layout.Searchable(w.text), w.gap, w.style
	from.Paragraph, from.Index = w.paragraph, w.index
	from.X, from.Baseline = x+w.indent(face, width), y+w.baseline(face)
	page := f.page()
	page.Lines = append(page.Lines, from)
}

// wrapped is one line of a paragraph, not yet placed.
type wrapped struct {
	text, gap            string // gap: the spaces after it at which it was broken
	style                *layout.Style
	paragraph, index     int           // number of the paragraph in the cell, of the line in it
	above, height, below layout.Length // space before, line height, space after
}

// room is the height that the line takes, with the space around it.
func (w wrapped) room() layout.Length { return w.above + w.height + w.below }

// wrap breaks paragraphs into lines, which are measured and drawn as they are here. Previous
// is the style of the paragraph above; nil for none.
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

// cutSpaces splits a text after its leading spaces.
func cutSpaces(text string) (spaces, rest string) {
	rest = strings.TrimLeft(text, " ")
	return text[:len(text)-len(rest)], rest
}

// baseline is the distance from the top of the line, with its space before, to the baseline.
// The line gap of the font goes above the letters, as in LibreOffice: the marks of Ế, Ộ and Ẳ
// do not touch the rule above them.
func (w wrapped) baseline(face *fonts.Face) layout.Length {
	return w.above + layout.Length((face.LineGap+face.Ascent)*int(w.style.Size)/face.Em)
}

// indent is the distance from the left edge of its box to the text.
func (w wrapped) indent(face *fonts.Face, width layout.Length) layout.Length {
	free := width - layout.Length(face.Width(w.text)*int(w.style.Size)/face.Em)
	switch w.style.Align {
	case layout.Centre:
		return free / 2
	case layout.Right:
		return free
	}
	return 0
}
