package docxread

import (
	"encoding/xml"
	"strings"

	"phuluc2b/render/layout"
)

// flow is text as it is read: that of a cell, or a paragraph outside of tables.
type flow struct {
	lines    []string // paragraphs that have ended
	line     strings.Builder
	size     int    // bytes so far
	goesOn   bool   // the end of the last paragraph was deleted: the next is part of it
	bookmark string // the first that may be a figure's
}

func (f *flow) write(text string) error {
	if f.size += len(text); f.size > maxText {
		return tooLarge("a cell or paragraph with more than 1 MiB of text")
	}
	f.line.WriteString(text)
	return nil
}

func (f *flow) endLine() {
	f.lines = append(f.lines, f.line.String())
	f.line.Reset()
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
	if name := attribute(start, "name"); f.bookmark == "" && strings.HasPrefix(name, layout.BookmarkPrefix) {
		f.bookmark = name
	}
}

// paragraph adds the text of the open paragraph.
func (s *story) paragraph(f *flow) error {
	f.goesOn = false
	var fields fields
	err := s.contents(func(e xml.StartElement) error {
		switch kind(e) {
		case "pPr":
			return s.paragraphProperties(f)
		case "r":
			return s.run(f, &fields)
		case "bookmarkStart":
			f.mark(e)
		case "del":
			return s.bookmarks(f)
		}
		return nil
	})
	if err != nil || f.goesOn {
		return err
	}
	f.endLine()
	return s.take(1)
}

// bookmarks notes those in a deletion: LibreOffice puts the bookmark of a text there when
// the text is replaced.
func (s *story) bookmarks(f *flow) error {
	return s.contents(func(e xml.StartElement) error {
		if kind(e) == "bookmarkStart" {
			f.mark(e)
		}
		return nil
	})
}

// paragraphProperties looks for the tracked deletion of the paragraph's end.
func (s *story) paragraphProperties(f *flow) error {
	return s.children(func(e xml.StartElement) error {
		if kind(e) != "rPr" {
			return nil
		}
		return s.children(func(e xml.StartElement) error {
			if k := kind(e); k == "del" || k == "moveFrom" {
				f.goesOn = true
			}
			return nil
		})
	})
}

// unbroken makes spaces of what XML calls space: in a text no line ends.
var unbroken = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// run adds the text of the open run.
func (s *story) run(f *flow, fields *fields) error {
	return s.contents(func(e xml.StartElement) error {
		text := ""
		switch kind(e) {
		case "t":
			t, err := s.text()
			if err != nil {
				return err
			}
			text = unbroken.Replace(t)
		case "tab", "ptab":
			text = " "
		case "br", "cr":
			text = "\n"
		case "noBreakHyphen":
			text = "-"
		case "fldChar":
			fields.turn(attribute(e, "fldCharType"))
		}
		if fields.hidden > 0 {
			return nil
		}
		return f.write(text)
	})
}

// fields are the fields that are open within a paragraph, each in its instruction, which is
// not text, or in its result. One that its paragraph does not end hides nothing behind it.
type fields struct {
	inResult []bool
	hidden   int // those in their instruction
}

func (f *fields) turn(to string) {
	last := len(f.inResult) - 1
	switch {
	case to == "begin":
		f.inResult = append(f.inResult, false)
		f.hidden++
	case to == "separate" && last >= 0 && !f.inResult[last]:
		f.inResult[last] = true
		f.hidden--
	case to == "end" && last >= 0:
		if !f.inResult[last] {
			f.hidden--
		}
		f.inResult = f.inResult[:last]
	}
}
