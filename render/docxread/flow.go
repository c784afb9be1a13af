package docxread

import (
	"encoding/xml"
	"strings"

	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

// flow is text as it is read: that of a cell, or a paragraph outside of tables.
type flow struct {
	lines    []string // paragraphs that have ended
	boxed    []string // those of text boxes in the open paragraph
	line     strings.Builder
	size     int    // bytes so far
	goesOn   bool   // the end of the last paragraph was deleted: the next is part of it
	bookmark string // the first that may be a figure's

	pending strings.Builder // text of an old code page, whose letters may be split over runs
	page    ooxml.CodePage  // of it

	style  string       // of the open paragraph
	align  string       // of it, if it says so itself
	fields fields       // that are open in it
	notes  *ooxml.Notes // of the cell; nil outside of tables
	placed bool         // they say where it stands

	struck, white, seen bool // text that is struck, that is white, that can be seen
	looks               map[string]bool
	sizes               map[int]int // letters of each size in the table; nil outside of tables
}

// write adds text that is set in a look.
func (f *flow) write(text string, l look) error {
	if f.size += len(text); f.size > maxText {
		return ooxml.TooLarge("a cell or paragraph with more than 1 MiB of text")
	}
	if strings.TrimSpace(text) != "" {
		if f.looks == nil {
			f.looks = map[string]bool{}
		}
		if len(f.looks) < maxLooks {
			f.looks[l.emphasis()] = true
		}
	}
	if l.struck || l.hidden {
		f.struck = f.struck || l.struck && strings.TrimSpace(text) != ""
		return nil
	}
	if strings.TrimSpace(text) != "" {
		white := strings.EqualFold(l.color, "FFFFFF")
		f.white, f.seen = f.white || white, f.seen || !white
	}
	if f.sizes != nil && (f.sizes[l.size] > 0 || len(f.sizes) < maxLooks) {
		f.sizes[l.size] += len(text)
	}
	page := ooxml.CodePageOf(l.font)
	if l.raised != 0 {
		text, page = ooxml.Raise(page.Convert(text), l.raised), ooxml.UnicodePage
	}
	if page != f.page {
		f.flush()
		f.page = page
	}
	if f.page == ooxml.UnicodePage {
		f.line.WriteString(text)
	} else {
		f.pending.WriteString(text)
	}
	return nil
}

// flush converts the text of an old code page that was read so far.
func (f *flow) flush() {
	f.line.WriteString(f.page.Convert(f.pending.String()))
	f.pending.Reset()
}

func (f *flow) endLine() {
	f.flush()
	f.lines = append(f.lines, f.line.String())
	f.line.Reset()
	f.lines, f.boxed = append(f.lines, f.boxed...), nil
}

// end is all lines.
func (f *flow) end() []string {
	if f.goesOn {
		f.endLine()
	}
	return f.lines
}

// mark notes a bookmark.
func (f *flow) mark(start xml.StartElement) {
	if name := ooxml.Attribute(start, "name"); f.bookmark == "" && strings.HasPrefix(name, layout.BookmarkPrefix) {
		f.bookmark = name
	}
}

// doubt notes something in a cell that is no text.
func (f *flow) doubt(d ooxml.Doubt) {
	if f.notes != nil {
		f.notes.Add(d)
	}
}

// paragraph adds the text of the open paragraph.
func (s *story) paragraph(f *flow) error {
	f.goesOn, f.style, f.align, f.fields = false, "", "", fields{}
	item := s.styles.of("").list
	started := false
	start := func() { // the properties, which come first, have been read
		if !started {
			started = true
			s.number(f, item)
			s.place(f)
		}
	}
	err := s.contents(f, func(e xml.StartElement) error {
		if kind(e) == "pPr" {
			err := s.paragraphProperties(f, &item)
			start()
			return err
		}
		start()
		return s.inline(f, e)
	})
	start()
	if err != nil || f.goesOn {
		return err
	}
	f.endLine()
	return s.take(1)
}

// number counts the paragraph in its list.
func (s *story) number(f *flow, item listItem) {
	if item.number == "" || item.number == "0" {
		return
	}
	if f.notes != nil && !f.placed {
		f.notes.Bullet = s.lists.bullet(item)
	}
	if number := s.lists.next(item); number != "" && f.notes != nil && f.notes.Number == "" {
		f.notes.Number = number
	}
}

// inline reads what stands in a paragraph.
func (s *story) inline(f *flow, e xml.StartElement) error {
	switch kind(e) {
	case "r":
		return s.run(f)
	case "bookmarkStart":
		f.mark(e)
	case "del", "moveFrom":
		s.content.Extras.Tracked++
		return s.bookmarks(f)
	case "m:oMath", "m:oMathPara":
		return s.equation(f)
	}
	return nil
}

// bookmarks notes those in a deletion: LibreOffice puts the bookmark of a text there when
// the text is replaced.
func (s *story) bookmarks(f *flow) error {
	return s.Children(func(e xml.StartElement) error {
		if kind(e) == "bookmarkStart" {
			f.mark(e)
		}
		return nil
	})
}

// paragraphProperties takes the style and the list of a paragraph, and looks for the tracked
// deletion of its end.
func (s *story) paragraphProperties(f *flow, item *listItem) error {
	return s.Children(func(e xml.StartElement) (err error) {
		switch kind(e) {
		case "pStyle":
			f.style = ooxml.Attribute(e, "val")
			*item = s.styles.of(f.style).list
		case "sectPr":
			err = s.section()
		case "numPr":
			*item, err = s.listProperties()
		case "jc":
			f.align = alignment(e)
		case "rPr":
			err = s.Children(func(e xml.StartElement) error {
				switch kind(e) {
				case "del", "moveFrom":
					f.goesOn = true
					s.content.Extras.Tracked++
				case "ins", "moveTo":
					s.content.Extras.Tracked++
				}
				return nil
			})
		}
		return err
	})
}

// equation adds the text of an equation that is a mere row of letters; another is a doubt.
func (s *story) equation(f *flow) error {
	text, plain := "", true
	var read func(e xml.StartElement) error
	read = func(e xml.StartElement) error {
		switch kind(e) {
		case "m:t":
			t, err := s.Text()
			text += t
			return err
		case "m:r", "m:oMath":
			return s.Children(read)
		case "m:rPr", "m:oMathParaPr", "m:ctrlPr", "rPr":
			return nil
		}
		plain = false
		return nil
	}
	if err := s.Children(read); err != nil {
		return err
	}
	if !plain {
		f.doubt(ooxml.DoubtEquation)
		return nil
	}
	return f.write(unbroken.Replace(text), s.styles.of(f.style).look)
}
