package docxread

import (
	"encoding/xml"
	"strings"

	"phuluc2b/render/ooxml"
)

// unbroken makes spaces of what XML calls space: in a text no line ends.
var unbroken = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// run adds the text of the open run.
func (s *story) run(f *flow) error {
	l := s.styles.of(f.style).look
	return s.contents(f, func(e xml.StartElement) error {
		text := ""
		switch kind(e) {
		case "rPr":
			direct, err := s.runProperties()
			l = s.styles.textLook(f.style, direct)
			return err
		case "t":
			t, err := s.Text()
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
		case "sym":
			s.content.Extras.Symbols++
			f.doubt(ooxml.DoubtSymbol)
		case "fldChar":
			chosen, err := s.fieldChar(f, e)
			if err != nil {
				return err
			}
			text = chosen
		case "drawing", "pict", "object":
			return s.drawing(f)
		case "ruby":
			return s.Children(func(e xml.StartElement) error {
				if kind(e) == "rubyBase" {
					return s.contents(f, func(e xml.StartElement) error { return s.inline(f, e) })
				}
				return nil
			})
		case "instrText":
			return s.instruction(f)
		case "footnoteReference", "endnoteReference":
			s.content.Extras.Footnotes++
		case "commentReference":
			s.content.Extras.Comments++
		}
		if f.fields.hidden > 0 && kind(e) != "fldChar" {
			return nil
		}
		switch {
		case strings.TrimSpace(text) == "":
		case l.hidden:
			s.content.Extras.Hidden++
		case l.struck:
			s.content.Extras.Struck++
		}
		return f.write(text, l)
	})
}

// instruction looks at what a field does: one that draws a formula or a sign has no text.
func (s *story) instruction(f *flow) error {
	text, err := s.Text()
	word, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	switch strings.ToUpper(word) {
	case "EQ":
		f.doubt(ooxml.DoubtEquation)
	case "SYMBOL":
		f.doubt(ooxml.DoubtSymbol)
	}
	return err
}

// drawing reads the text boxes of a drawing. One without text, a picture, is a doubt in a
// cell.
func (s *story) drawing(f *flow) error {
	boxes := 0
	var look func(e xml.StartElement) error
	look = func(e xml.StartElement) error {
		switch kind(e) {
		case "txbxContent":
			boxes++
			return s.box(f)
		case alternateContent:
			return s.alternate(look)
		}
		return s.Children(look)
	}
	if err := s.Children(look); err != nil {
		return err
	}
	if boxes == 0 {
		s.content.Extras.Pictures++
		f.doubt(ooxml.DoubtPicture)
		return nil
	}
	s.content.Extras.Boxes++
	if f.notes != nil {
		f.notes.Boxed = true
	}
	return nil
}

// box reads what stands in a text box: in a cell its text is part of the cell's, outside of
// tables its paragraphs and tables are those of the document.
func (s *story) box(f *flow) error {
	inside := flow{notes: f.notes, placed: true, sizes: f.sizes}
	err := s.blocks(&inside, nil)
	f.boxed = append(f.boxed, inside.end()...)
	f.size += inside.size
	if f.bookmark == "" {
		f.bookmark = inside.bookmark
	}
	return err
}

// fieldChar follows the fields of a paragraph. Of an old drop-down field it returns the entry
// that is chosen: such a field has no text.
func (s *story) fieldChar(f *flow, e xml.StartElement) (chosen string, err error) {
	to := ooxml.Attribute(e, "fldCharType")
	if to == "begin" && f.fields.hidden == 0 {
		err = s.Children(func(e xml.StartElement) error {
			if kind(e) != "ffData" {
				return nil
			}
			return s.Children(func(e xml.StartElement) (err error) {
				switch kind(e) {
				case "ddList":
					chosen, err = s.dropDown()
				case "checkBox":
					f.doubt(ooxml.DoubtChoice)
				}
				return err
			})
		})
	}
	f.fields.turn(to)
	return chosen, err
}

func (s *story) dropDown() (string, error) {
	var entries []string
	result, chosen := 0, false
	err := s.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "result":
			result, chosen = ooxml.Whole(e, "val"), true
		case "default": // holds where nothing was chosen
			if !chosen {
				result = ooxml.Whole(e, "val")
			}
		case "listEntry":
			if len(entries) < maxColumns {
				entries = append(entries, ooxml.Attribute(e, "val"))
			}
		}
		return nil
	})
	if result < len(entries) {
		return entries[result], err
	}
	return "", err
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
